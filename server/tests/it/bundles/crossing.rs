//! The story: sent, received with another day, looked at, answered; and taken back.

use entity::{draft, referral, verb::TakenIn, version};
use server::export::{Against, verify};

use super::two::{Two, bring, deliver, events, host_of, peer_of, peers_page, upload, waiting};

fn answer(derived: &str) -> [(&str, &str); 5] {
    [
        ("answered-version", "1"),
        ("act", "welcomed"),
        ("standing", "agreed"),
        ("whole", "whole"),
        ("identifier", derived),
    ]
}

/// What the draft of the Harbour Conference is called there.
async fn derived(two: &Two) -> String {
    let row = referral::Entity::sent_to(two.b.db().read(), [harbour(two).await]).await.unwrap();
    let id = row[0].derived_id.unwrap();
    draft::Entity::by_id(two.b.db().read(), id).await.unwrap().reference
}

async fn harbour(two: &Two) -> i64 {
    entity::forum::Entity::by_slug(two.b.db().read(), "harbour").await.unwrap().id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_crosses_by_the_network_and_its_answer_comes_back() {
    let two = Two::in_touch().await;
    two.a.comments(&two.a.mira, Some("L6"), "Told by whom?", None).await;
    let page = two.refers().await;
    let there = two.there(&page);
    assert_eq!(two.b.app.browser().get(&there).await.status, 404);
    deliver(&two.a).await;
    assert!(waiting(&two.a).await.is_empty(), "{:?}", waiting(&two.a).await);
    let desk = two.b.as_(&two.b.ada).await.get("/desk").await.main_text();
    assert!(desk.contains("Principles"), "{desk}");
    let text = two.b.app.browser().get(&there).await.main_text();
    assert!(text.contains("Ten governments have agreed this.") && text.contains(&host_of(&two.a)), "{text}");

    // Nothing is written when the same comes again.
    let before = events(&two.b).await;
    assert!(matches!(bring(&two.b, two.sent().await).await.unwrap(), TakenIn::Known(_)));
    assert_eq!(events(&two.b).await, before);

    let day = (two.b.now() + chrono::TimeDelta::days(200)).format("%Y-%m-%dT12:00").to_string();
    let said = [("do", "counter"), ("day", day.as_str()), ("said", "We meet in autumn.")];
    assert_eq!(two.does(&page, "receiving", &said).await.status, 303);
    let taken = [("do", "receive"), ("who", "Tariq"), ("said", "We look at it.")];
    let received = two.does(&page, "receiving", &taken).await;
    assert_eq!(received.status, 303, "{}", received.main_text());
    deliver(&two.b).await;
    assert!(waiting(&two.b).await.is_empty(), "{:?}", waiting(&two.b).await);
    let text = two.a.app.browser().get(&page).await.main_text();
    let theirs = derived(&two).await;
    for words in ["We meet in autumn.", "We look at it.", "Tariq", &format!("{theirs}@{}", host_of(&two.b))] {
        assert!(text.contains(words), "{words} in {text}");
    }

    let interim = [("do", "interim"), ("said", "Nobody opposes it.")];
    assert_eq!(two.does(&page, "receiving", &interim).await.status, 303);
    let answered = two.does(&page, "answer", &answer(&theirs)).await;
    assert_eq!(answered.status, 303, "{}", answered.main_text());
    deliver(&two.b).await;
    let text = two.a.app.browser().get(&two.a.page("/uptake")).await.main_text();
    assert!(text.contains("1 body was asked; answered: 1.") && text.contains("Welcomed"), "{text}");

    // Both ends compare the texts, and their records hold.
    let walk = format!("{}/crosswalk/{theirs}%40{}", two.a.page(""), host_of(&two.b).replace(':', "%3A"));
    let text = two.a.app.browser().get(&walk).await.main_text();
    assert!(text.contains("The two texts have the same words"), "{text}");
    for (world, reference) in [(&two.a, two.a.draft.reference.clone()), (&two.b, theirs)] {
        let file = world.app.browser().get(&format!("/drafts/{reference}/export.archive")).await;
        let verified = verify(&file.bytes, Against::default()).unwrap();
        assert_eq!(verified.findings, [], "{reference}");
    }
    let copy = two
        .b
        .app
        .browser()
        .get(&format!("{}/export.archive", there.split("/referrals").next().unwrap()))
        .await;
    assert_eq!(verify(&copy.bytes, Against::default()).unwrap().findings, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_has_every_version_with_the_clauses_that_it_has_there() {
    let two = Two::in_touch().await;
    let page = two.refers().await;
    deliver(&two.a).await;
    two.a.revise(crate::support::SECOND).await;
    two.b.app.state.clock.advance(chrono::TimeDelta::days(29));
    deliver(&two.a).await;
    assert!(waiting(&two.a).await.is_empty(), "{:?}", waiting(&two.a).await);
    let reference = format!("{}@{}", two.a.draft.reference, host_of(&two.a));
    let (copy, _) = draft::Entity::cited(two.b.db().read(), None, &reference, two.b.now()).await.unwrap();
    assert_eq!(copy.latest, 2);
    for number in [1, 2] {
        let ours = version::Entity::numbered(two.a.db().read(), two.a.draft.id, number).await.unwrap();
        let theirs = version::Entity::numbered(two.b.db().read(), copy.id, number).await.unwrap();
        assert_eq!((ours.source, ours.clauses, ours.manner), (theirs.source, theirs.clauses, theirs.manner));
    }
    let head = two.b.app.browser().get(two.there(&page).split("/referrals").next().unwrap()).await;
    assert!(head.main_text().contains("This is a copy"), "{}", head.main_text());
    let listed = two.b.app.browser().get("/forums").await.main_text();
    assert_eq!(listed.matches("Dovetail Network").count(), 1, "{listed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_by_files_that_people_carry() {
    let two = Two::by_hand().await;
    let page = two.refers().await;
    assert!(waiting(&two.a).await.is_empty(), "nothing is sent");
    let file = two.a.app.browser().get(&format!("{page}/bundle.zip")).await;
    assert_eq!(file.status, 200);
    let mira =
        upload(&mut two.b.as_(&two.b.mira).await, "/forums/harbour/bundles", "/forums/harbour", &file.bytes)
            .await;
    assert_eq!(mira.status, 403, "{}", mira.main_text());
    let mut ada = two.b.as_(&two.b.ada).await;
    let form = ada.get("/forums/harbour").await;
    assert!(form.html().contains("/forums/harbour/bundles") && form.main_text().contains("Receive a file"));
    let taken = upload(&mut ada, "/forums/harbour/bundles", "/forums/harbour", &file.bytes).await;
    assert_eq!(taken.status, 303, "{}", taken.main_text());
    let kept = ada.get(&format!("{}/received.zip", two.there(&page))).await;
    assert_eq!(kept.bytes, file.bytes, "what came is kept byte for byte");
    assert_eq!(two.does(&page, "receiving", &[("do", "receive")]).await.status, 303);
    let first = ada.get(&format!("{}/bundle.zip", two.there(&page))).await;
    let theirs = derived(&two).await;
    assert_eq!(two.does(&page, "answer", &answer(&theirs)).await.status, 303);
    let last = ada.get(&format!("{}/bundle.zip", two.there(&page))).await;
    // The answer comes first, and what was said before it is in it.
    let mut ours = two.a.as_(&two.a.ada).await;
    for file in [&last, &first, &last] {
        let brought = upload(&mut ours, &format!("{page}/bundles"), &page, &file.bytes).await;
        assert_eq!(brought.status, 303, "{}", brought.main_text());
    }
    let text = ours.get(&page).await.main_text();
    assert!(text.contains("Welcomed") && text.contains(&theirs), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_declined_sent_on_or_taken_back_is_told_to_the_other_side() {
    let two = Two::in_touch().await;
    let page = two.refers().await;
    deliver(&two.a).await;
    let declined = [("do", "decline"), ("said", "This is not for us.")];
    assert_eq!(two.does(&page, "receiving", &declined).await.status, 303);
    deliver(&two.b).await;
    let text = two.a.app.browser().get(&page).await.main_text();
    assert!(text.contains("This is not for us.") && text.contains("Declined"), "{text}");

    let again = two.refers().await;
    deliver(&two.a).await;
    let on = [("do", "redirect"), ("body", "The Tidewater Forum"), ("said", "They work on it.")];
    assert_eq!(two.does(&again, "receiving", &on).await.status, 303);
    deliver(&two.b).await;
    let text = two.a.app.browser().get(&again).await.main_text();
    assert!(text.contains("The Tidewater Forum"), "{text}");

    let third = two.refers().await;
    deliver(&two.a).await;
    let mut ada = two.a.as_(&two.a.ada).await;
    let back = [("page", third.as_str()), ("withdraw-reason", "We found a mistake.")];
    assert_eq!(ada.post(&format!("{third}/withdrawal"), &back).await.status, 303);
    deliver(&two.a).await;
    let text = two.b.app.browser().get(&two.there(&third)).await.main_text();
    assert!(text.contains("We found a mistake."), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_what_was_taken_back_meanwhile_is_refused_by_name() {
    let two = Two::in_touch().await;
    let page = two.refers().await;
    deliver(&two.a).await;
    let mut ada = two.a.as_(&two.a.ada).await;
    let back = [("page", page.as_str()), ("withdraw-reason", "We found a mistake.")];
    assert_eq!(ada.post(&format!("{page}/withdrawal"), &back).await.status, 303);
    assert_eq!(two.does(&page, "receiving", &[("do", "receive")]).await.status, 303);
    let before = events(&two.a).await;
    deliver(&two.b).await;
    assert_eq!(events(&two.a).await, before, "nothing is written");
    let refused = waiting(&two.b).await;
    let why = refused[0].trouble.clone().unwrap();
    assert!(refused[0].ended_at.is_some() && why.contains("was taken back by its sender"), "{why}");
    let text = two.b.as_(&two.b.ada).await.get(&two.there(&page)).await.main_text();
    assert!(text.contains("The other site did not take it"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_would_come_back_to_where_it_has_been_is_refused_by_name() {
    let two = Two::in_touch().await;
    let page = two.refers().await;
    deliver(&two.a).await;
    assert_eq!(two.does(&page, "receiving", &[("do", "receive")]).await.status, 303);
    let theirs = derived(&two).await;
    let mut ada = two.b.as_(&two.b.ada).await;
    let at = format!("/drafts/{theirs}/referrals/new");
    let due = ada.get(&at).await.field("due").unwrap();
    let to = format!("dovetail@{}", host_of(&two.a));
    let fields = [
        ("page", at.as_str()),
        ("version", "1"),
        ("to", &to),
        ("purpose", "review"),
        ("sought", "adopt"),
        ("due", &due),
        ("keeper", "sender"),
        ("licence", "Free"),
        ("comes-back", "yes"),
        ("contact", "The secretariat"),
        ("note", "Have a look."),
    ];
    let prepared = ada.post(&at, &fields).await;
    assert_eq!(prepared.status, 303, "{}", prepared.main_text());
    let refused = ada
        .post(&format!("{}/sending", prepared.header("location")), &[("page", prepared.header("location"))])
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.main_text().contains("Dovetail Network"), "{}", refused.main_text());
}

#[tokio::test(flavor = "multi_thread")]
async fn people_of_both_sites_confirm_each_other_before_anything_goes() {
    let two = Two::strangers().await;
    super::two::meet(&two.a, &two.b, "https").await;
    let text = peers_page(&two.a).await;
    assert!(text.contains("Not confirmed yet") && text.contains("Nothing has come or gone yet."), "{text}");
    let peer = peer_of(&two.a, &two.b).await;
    assert_eq!(peer.fingerprint, two.b.app.state.signer.fingerprint().to_string());
    let mut mira = two.a.as_(&two.a.mira).await;
    assert_eq!(mira.get("/admin/peers").await.status, 403);
    let twice = [
        ("page", "/admin/peers"),
        ("peer_name", "Another"),
        ("address", &*two.b.app.state.url),
        ("fingerprint", &*two.b.app.state.signer.fingerprint()),
        ("way", "https"),
    ];
    let mut root = two.a.app.browser();
    root.sign_in("root@example.org").await;
    let refused = root.post("/admin/peers", &twice).await;
    assert!(
        refused.status == 422 && refused.main_text().contains("known already"),
        "{}",
        refused.main_text()
    );
}
