//! Who speaks for whom, through the forms: no forum lends the voice of a stakeholder to another.

use entity::{forum, stakeholder};

use crate::support::{TestApp, World};

#[tokio::test]
async fn the_secretariat_of_another_forum_does_not_turn_an_objection() {
    let app = TestApp::demo().await;
    let mut amina = app.as_cast("Amina Rashad").await;
    // She reads in Arabic.
    amina.post("/language", &[("page", "/"), ("lang", "en")]).await;
    let manage = ("page", "/forums/harbour-conference/manage");
    let seated = amina.post("/forums/harbour-conference/seats", &[manage, ("seat", "kestria")]).await;
    assert_eq!(seated.status, 303);
    let pointed = [manage, ("email", "amina.rashad@harbour.example"), ("giving", "focal-point")];
    assert_eq!(amina.post("/forums/harbour-conference/roles", &pointed).await.status, 422);
    let page = ("page", "/stakeholders/kestria");
    let named = [page, ("focal", "amina.rashad@harbour.example")];
    assert_eq!(amina.post("/stakeholders/kestria/focal-points", &named).await.status, 403);
    let form = |email: &'static str, scope: &'static str| {
        [page, ("email", email), ("title", "Envoy"), ("tier", "lead"), ("scope", scope)]
    };
    let (own, other) = ("amina.rashad@harbour.example", "mira.oduya@karst.example");
    for (email, scope) in [(own, "everywhere"), (other, "everywhere"), (other, "dovetail")] {
        let refused = amina.post("/stakeholders/kestria/mandates", &form(email, scope)).await;
        assert_eq!(refused.status, 403, "{email} {scope}");
    }
    let refused = amina.post("/stakeholders/kestria/mandates", &form(own, "harbour-conference")).await;
    let own = "A secretariat cannot let itself speak for a stakeholder.";
    assert!(refused.main_text().contains(own), "{} {}", refused.status, refused.main_text());

    let only = "Granted by the secretariat of Harbour Conference, for Harbour Conference only.";
    let granted =
        amina.post_and_follow("/stakeholders/kestria/mandates", &form(other, "harbour-conference")).await;
    assert!(granted.main_text().contains(only), "{}", granted.main_text());
    let shown = app.browser().get("/forums/harbour-conference").await.main_text();
    assert!(shown.contains(&format!("Mira Oduya, Envoy {only}")) || shown.contains(only), "{shown}");
    assert!(!app.browser().get("/forums/dovetail").await.main_text().contains("Mira Oduya"));

    // She speaks for Kestria in the one forum, and has no form for a position in the other.
    let mut mira = app.as_cast("Mira Oduya").await;
    let sign_offs = mira.get("/drafts/DN-2026-001/sign-offs").await;
    assert!(!sign_offs.html().contains("name=\"position\""));
    let draft = mira.get("/drafts/DN-2026-001?from=23&to=23").await;
    assert!(!draft.html().contains(">Kestria, government<"));
    let version = ("version", "3");
    let kestria = stakeholder::Entity::by_slug(app.state.db.read(), "kestria").await.unwrap().id.to_string();
    let endorses = [
        ("page", "/drafts/DN-2026-001/sign-offs"),
        version,
        ("seat", kestria.as_str()),
        ("stakeholder", kestria.as_str()),
        ("position", "endorse"),
    ];
    assert_eq!(mira.post("/drafts/DN-2026-001/sign-offs", &endorses).await.status, 403);
    let seen = app.browser().get("/drafts/DN-2026-001/sign-offs").await.main_text();
    assert!(seen.contains("Kestria objects") || seen.contains("Objects"), "{seen}");

    // Kestria's focal point and the other forum are told, and end it.
    for name in ["Pavel Dray", "Tamsin Okoro"] {
        let desk = app.as_cast(name).await.get("/desk").await.main_text();
        let told = "The secretariat of Harbour Conference let Mira Oduya speak for Kestria, in this forum only. You can end it.";
        assert!(desk.contains(told), "{name}: {desk}");
    }
    let mut tamsin = app.as_cast("Tamsin Okoro").await;
    let mandate = tamsin.get("/stakeholders/kestria").await.field("mandate").unwrap();
    let fields = [page, ("mandate", mandate.as_str())];
    let ended = tamsin.post_and_follow("/stakeholders/kestria/mandates/ends", &fields).await;
    assert!(ended.main_text().contains("Who spoke for it"));
    let desk = app.as_cast("Pavel Dray").await.get("/desk").await.main_text();
    assert!(!desk.contains("let Mira Oduya speak"), "{desk}");
}

#[tokio::test]
async fn a_position_by_a_mandate_of_the_forum_is_shown_as_such_and_verifies() {
    let world = World::in_consultation().await;
    let (db, now) = (world.db(), world.now());
    let forum = forum::Entity::by_slug(db.read(), "dovetail").await.unwrap();
    let aravel = stakeholder::Entity::by_slug(db.read(), "aravel").await.unwrap();
    let ada = world.reader(&world.ada).await;
    ada.seat(db, &forum, &aravel, now).await.unwrap();
    let grant = entity::verb::Grant {
        account: world.olga.id,
        stakeholder: aravel.id,
        forum: Some(forum.id),
        tier: domain::Tier::Lead,
        title: "Envoy".to_owned(),
        starts: now,
        ends: None,
    };
    ada.grant_mandate(db, grant, now).await.unwrap();
    let signing = entity::verb::Signing {
        version: 1,
        stakeholder: aravel.id,
        position: domain::position::Position::Endorse,
        evidence: None,
        once: None,
    };
    world.reader(&world.olga).await.sign_off(db, &world.draft, signing, now).await.unwrap();
    let page = world.app.browser().get(&world.page("/sign-offs")).await.main_text();
    let shown = "Olga Ferro, lead delegate, by a mandate that the secretariat of Dovetail Network granted for Dovetail Network only";
    assert!(page.contains(shown), "{page}");
    // So are words: beside the text, on the page of the thread, and in the list.
    world.comments(&world.olga, Some("L3"), "Name the body that decides.", None).await;
    let shown = "Mandate granted by the secretariat of Dovetail Network, for Dovetail Network only.";
    for page in ["", "/threads", "/threads/1"] {
        let page = world.app.browser().get(&world.page(page)).await.main_text();
        assert!(page.contains(shown), "{page}");
    }
    let archive = crate::archive::archive_of(&world.app, "DN-2026-001").await;
    assert_eq!(crate::archive::findings(&archive), [""; 0]);
}
