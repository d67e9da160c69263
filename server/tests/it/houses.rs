//! The first page, forums, stakeholders, the desk and the administration.

use chrono::TimeDelta;
use domain::{
    position::Position,
    typed::{Name, VersionNote},
};
use entity::verb;
use insta::assert_snapshot;

use crate::support::{Browser, TestApp, World};

pub async fn admin(app: &TestApp) -> Browser {
    let name = Name::parse("Ada Lind").unwrap();
    let now = app.state.clock.now();
    let ada = verb::register(&app.state.db, None, &name, "ada@example.org", true, now).await.unwrap();
    app.signed_in(&ada).await
}

fn forum<'a>(slug: &'a str, charter: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("page", "/admin"),
        ("forum_name", "Quiet Table"),
        ("forum_slug", slug),
        ("prefix", "QT"),
        ("kind", "minilateral"),
        ("parent", ""),
        ("zone", "Europe/Tallinn"),
        ("charter", charter),
    ]
}

#[tokio::test]
async fn an_empty_site_says_what_to_do_first() {
    let app = TestApp::new().await;
    assert_snapshot!(app.browser().get("/").await.main_text().lines().skip(2).collect::<Vec<_>>().join("\n"), @r"
    Nothing is here yet
    An administrator founds the first forum. Whoever runs this site makes that account on its command line:
    comity admin create
    Sign in
    ");
    assert!(app.browser().get("/forums").await.main_text().contains("There is no forum yet."));
    assert!(app.browser().get("/stakeholders").await.main_text().contains("No organisation is entered yet."));
    let mut ada = admin(&app).await;
    assert!(ada.get("/").await.main_text().contains("Found the first forum"));
    assert!(ada.get("/desk").await.main_text().contains("Nothing waits for you."));
}

#[tokio::test]
async fn an_administrator_sets_up_a_forum_with_a_seat_and_a_delegate() {
    let app = TestApp::new().await;
    let mut ada = admin(&app).await;
    let page = ada.post_and_follow("/admin/forums", &forum("quiet-table", "We meet **quietly**.")).await;
    assert!(page.main_text().starts_with("Quiet Table\nChange Quiet Table"));
    let aravel = [
        ("page", "/admin"),
        ("stakeholder_name", "Aravel"),
        ("stakeholder_slug", "aravel"),
        ("class", "government"),
        ("place", "Aravel"),
        ("about", "A ministry."),
    ];
    ada.post_and_follow("/admin/stakeholders", &aravel).await;
    let lena = [
        ("page", "/admin"),
        ("account_name", "Lena Ortmann"),
        ("email", "lena@example.org"),
        ("admin", "no"),
    ];
    assert!(ada.post_and_follow("/admin/accounts", &lena).await.main_text().contains("lena@example.org"));
    ada.post_and_follow(
        "/forums/quiet-table/seats",
        &[("page", "/forums/quiet-table/manage"), ("seat", "aravel")],
    )
    .await;
    let mandate = [
        ("page", "/stakeholders/aravel"),
        ("zone", "UTC"),
        ("email", "Lena@example.org"),
        ("title", "Minister for Digital Affairs"),
        ("tier", "minister"),
        ("starts", ""),
        ("ends", ""),
    ];
    // Whoever sets up a stakeholder does not say who speaks for it, but who does.
    assert_eq!(ada.post("/stakeholders/aravel/mandates", &mandate).await.status, 403);
    let focal = [("page", "/stakeholders/aravel"), ("focal", "lena@example.org")];
    let page = ada.post_and_follow("/stakeholders/aravel/focal-points", &focal).await;
    assert!(page.main_text().contains("Lena Ortmann"), "{}", page.main_text());
    let lena = entity::account::Entity::by_email(app.state.db.read(), "lena@example.org").await.unwrap();
    let mut lena = app.signed_in(&lena.unwrap()).await;
    lena.post_and_follow("/stakeholders/aravel/mandates", &mandate).await;
    let page = app.browser().get("/forums/quiet-table").await;
    assert!(page.main_text().contains("Lena Ortmann, Minister for Digital Affairs"));
    assert!(page.html().contains("<strong>quietly</strong>"));
    // The same seat again, and an address nobody has.
    let again = ada
        .post("/forums/quiet-table/seats", &[("page", "/forums/quiet-table/manage"), ("seat", "aravel")])
        .await;
    assert_eq!(again.status, 422);
    let stranger =
        [("page", "/forums/quiet-table/manage"), ("email", "nobody@example.org"), ("giving", "editor")];
    let page = ada.post("/forums/quiet-table/roles", &stranger).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("No account has this e‑mail address."));
}

#[tokio::test]
async fn what_is_typed_wrong_is_said_at_its_field_and_kept() {
    let app = TestApp::new().await;
    let mut ada = admin(&app).await;
    let page = ada.post("/admin/forums", &forum("Quiet Table!", "We meet.")).await;
    assert_eq!(page.status, 422);
    assert!(page.html().contains("href=\"#forum_slug\""));
    assert_eq!(page.field("forum_slug").as_deref(), Some("Quiet Table!"));
    ada.post_and_follow("/admin/forums", &forum("table", "We meet.")).await;
    let page = ada.post("/admin/forums", &forum("table", "We meet.")).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("This short name is taken."));
    let rule = [("page", "/forums/table/manage"), ("parts", "4"), ("of", "3"), ("least", "1"), ("most", "0")];
    let page = ada.post("/forums/table/rule", &rule).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("The share of seats must be"));
    let rule = [("page", "/forums/table/manage"), ("parts", "1"), ("of", "2"), ("least", "2"), ("most", "0")];
    assert_eq!(ada.post("/forums/table/rule", &rule).await.status, 303);
    let page = ada.get("/forums/table").await;
    assert!(
        page.main_text().contains("2 seats at least endorse; and half of the seats"),
        "{}",
        page.main_text()
    );
}

#[tokio::test]
async fn only_those_who_may_see_what_they_may_change() {
    let app = TestApp::demo().await;
    assert_eq!(app.browser().get("/admin").await.status, 303);
    assert_eq!(app.browser().get("/desk").await.status, 303);
    let mut mira = app.as_cast("Mira Oduya").await;
    assert_eq!(mira.get("/admin").await.status, 403);
    assert_eq!(mira.get("/forums/dovetail/manage").await.status, 403);
    let page = mira.post("/admin/forums", &forum("mine", "Mine.")).await;
    assert_eq!(page.status, 403);
    let seat = [("page", "/forums/dovetail"), ("seat", "karst-civic-lab")];
    assert_eq!(mira.post("/forums/dovetail/seats", &seat).await.status, 403);
    assert!(!mira.get("/stakeholders/kestria").await.html().contains("/mandates"));
    assert_eq!(mira.get("/forums/nowhere").await.status, 404);
    assert_eq!(mira.get("/stakeholders/nobody").await.status, 404);
    assert!(
        app.as_cast("Tamsin Okoro").await.get("/stakeholders/kestria").await.html().contains("/mandates")
    );
}

#[tokio::test]
async fn the_first_page_lists_what_is_open_closing_soon_first() {
    let app = TestApp::demo().await;
    let page = app.browser().get("/").await;
    let text = page.main_text();
    assert!(text.contains("Five drafts, closing soonest first."));
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(at("Guidance on Machine Translation") < at("Principles for Responsible Artificial Intelligence"));
    assert!(at("Principles for Synthetic Voices") < at("Recently adopted"));
    assert!(at("Recently adopted") < at("Principles for Open Registers"));
    assert!(text.contains("words changed since version 2."));
    assert!(text.contains("One reservation, by Sarrow."));
    assert!(!page.html().contains("id=\"waiting\""));
}

#[tokio::test]
async fn the_desk_counts_what_waits_and_an_answer_is_judged_from_it() {
    let app = TestApp::demo().await;
    let mut mira = app.as_cast("Mira Oduya").await;
    let page = mira.get("/desk").await;
    let slips = page.html().matches("<h3 class=\"label\"").count();
    assert!(slips > 0);
    assert!(page.html().contains(&format!("({slips})")), "the bar counts {slips}");
    assert!(page.main_text().contains("An answer to judge"));
    assert!(page.main_text().contains("A mandate that ends"));
    let action = page.html().split("action=\"").find(|rest| rest.contains("/acknowledgement\"")).unwrap();
    let action = action.split('"').next().unwrap().to_owned();
    let done = mira.post(&action, &[("page", "/desk"), ("satisfied", "yes")]).await;
    assert_eq!(done.status, 303);
    let page = mira.get("/desk").await;
    assert_eq!(page.html().matches("<h3 class=\"label\"").count(), slips - 1);
}

#[tokio::test]
async fn the_desk_asks_officials_and_delegates_for_what_is_theirs() {
    let app = TestApp::demo().await;
    let tamsin = app.as_cast("Tamsin Okoro").await.get("/desk").await.main_text();
    assert!(tamsin.contains("Comments to answer"), "{tamsin}");
    assert!(tamsin.contains("Places to look at"));
    assert!(tamsin.contains("The objection of Kestria stands on DN-2026-001."));
    let siobhan = app.as_cast("Siobhan Rea").await.get("/desk").await.main_text();
    assert!(siobhan.contains("The position of Dunmora on DN-2026-001 no longer counts"), "{siobhan}");
    let pavel = app.as_cast("Pavel Dray").await.get("/desk").await.main_text();
    assert!(pavel.contains("An objection to look at again"), "{pavel}");
}

#[tokio::test]
async fn a_stakeholder_shows_who_speaks_for_it_and_what_it_said() {
    let app = TestApp::demo().await;
    let page = app.browser().get("/stakeholders/kestria").await;
    let text = page.main_text();
    assert!(text.contains("Pavel Dray, Deputy Head of the State Chancellery"));
    assert!(text.contains("Objects"));
    assert!(text.contains("What it said"));
    assert!(text.contains("Accepted."));
    assert!(page.html().contains("href=\"/drafts/DN-2026-001/sign-offs#s-kestria\""));
}

#[tokio::test]
async fn a_mandate_that_is_ended_speaks_no_more() {
    let app = TestApp::demo().await;
    let mut siobhan = app.as_cast("Siobhan Rea").await;
    let mut tamsin = app.as_cast("Tamsin Okoro").await;
    // A forum ends what it granted, and not what the stakeholder did.
    assert_eq!(tamsin.get("/stakeholders/dunmora").await.field("mandate"), None);
    let page = siobhan.get("/stakeholders/dunmora").await;
    // No single press ends it: its name folds open to what that means.
    assert!(page.html().contains("<details class=\"sure\"><summary>"));
    assert!(
        page.main_text()
            .contains("From this moment Siobhan Rea can no longer comment or sign off in its name.")
    );
    let manage = tamsin.get("/forums/dovetail/manage").await;
    assert!(manage.main_text().contains("Its positions no longer count"));
    assert!(!manage.html().contains("<button class=\"act grave\""));
    let mandate = page.field("mandate").unwrap();
    let fields = [("page", "/stakeholders/dunmora"), ("mandate", mandate.as_str())];
    assert_eq!(tamsin.post("/stakeholders/dunmora/mandates/ends", &fields).await.status, 403);
    let page = siobhan.post_and_follow("/stakeholders/dunmora/mandates/ends", &fields).await;
    assert!(page.main_text().contains("Nobody speaks for it now."));
    assert!(page.main_text().contains("Who spoke for it"));
    let other = tamsin
        .post(
            "/stakeholders/kestria/mandates/ends",
            &[("page", "/stakeholders/kestria"), ("mandate", &mandate)],
        )
        .await;
    assert_eq!(other.status, 404);
    let seen = app.as_cast("Siobhan Rea").await.get("/drafts/DN-2026-001/sign-offs").await;
    assert!(!seen.html().contains("name=\"position\""));
}

#[tokio::test]
async fn a_focal_point_says_who_speaks_for_its_stakeholder_without_a_seat() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    let mut olga = world.as_(&world.olga).await;
    assert!(!olga.get("/stakeholders/karst").await.html().contains("karst/mandates\""));
    assert!(mira.get("/stakeholders/karst").await.html().contains("/mandates"));
    let fields = [
        ("page", "/stakeholders/karst"),
        ("email", "olga@example.org"),
        ("title", "Counsel"),
        ("tier", "lead"),
    ];
    let page = mira.post_and_follow("/stakeholders/karst/mandates", &fields).await;
    assert!(page.main_text().contains("Olga Ferro, Counsel"), "{}", page.main_text());
    // Not for another's.
    assert!(!mira.get("/stakeholders/aravel").await.html().contains("/mandates"));
    assert_eq!(mira.post("/stakeholders/aravel/mandates", &fields).await.status, 403);
}

#[tokio::test]
async fn a_position_carried_over_an_editorial_change_can_be_withdrawn_for_five_days() {
    let world = World::in_consultation().await;
    let (db, now) = (world.db(), world.now());
    let forum = entity::forum::Entity::by_slug(db.read(), "dovetail").await.unwrap();
    let aravel = entity::stakeholder::Entity::by_slug(db.read(), "aravel").await.unwrap();
    world.reader(&world.ada).await.seat(db, &forum, &aravel, now).await.unwrap();
    let signing = verb::Signing {
        version: 1,
        stakeholder: aravel.id,
        position: Position::Endorse,
        evidence: None,
        once: None,
    };
    world.reader(&world.grace).await.sign_off(db, &world.draft, signing, now).await.unwrap();
    world.app.state.clock.advance(TimeDelta::days(29));
    let draft = world.fresh().await;
    let ben = world.reader(&world.ben).await;
    let first = entity::version::Entity::numbered(db.read(), draft.id, 1).await.unwrap();
    let source = first.source.replace("The statement names", "A statement names");
    let saved = verb::Saved { source, base: 1, edition: 0, applied: Vec::new(), recut: None };
    ben.save_text(db, &draft, saved, world.now()).await.unwrap();
    let (note, editorial) = (VersionNote::parse("Wording.").unwrap(), vec![first.clause_ids()[2]]);
    let publication = verb::Publication { note, edition: 1, editorial };
    ben.publish(db, &draft, publication, world.now()).await.unwrap();
    world.app.state.clock.advance(TimeDelta::hours(1));
    let mut grace = world.as_(&world.grace).await;
    let desk = grace.get("/desk").await.main_text();
    assert!(desk.contains("was carried over to version 2, in which only the wording has changed."), "{desk}");
    assert!(desk.contains(": 4 days left."), "{desk}");
    world.app.state.clock.advance(TimeDelta::days(5));
    let desk = grace.get("/desk").await.main_text();
    assert!(!desk.contains("carried over"), "{desk}");
}

#[tokio::test]
async fn the_bar_counts_again_once_something_was_written() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    assert!(!ben.get("/help").await.html().contains("(1)"));
    world.comments(&world.mira, Some("L3"), "Say when.", None).await;
    for page in ["/help", "/", "/desk"] {
        assert!(ben.get(page).await.html().contains("<span class=\"nb\">(1)</span>"), "{page}");
    }
}
