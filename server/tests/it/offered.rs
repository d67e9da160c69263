//! What one text offers another that was made of it, both ways, without JavaScript.

use chrono::TimeDelta;
use domain::typed::VersionNote;
use entity::{
    Reader, draft,
    verb::{Publication, Saved},
};

use crate::{
    referral::{act, prepare, world},
    support::{Browser, FIRST, World},
};

/// A text that was referred to the Harbour Conference and taken on there, with the reference it has there.
async fn received() -> (World, Browser, String) {
    let world = world().await;
    let mut ada = world.as_(&world.ada).await;
    assert_eq!(prepare(&world, &mut ada, &[]).await.status, 303);
    let at = world.page("/referrals/1");
    assert_eq!(act(&mut ada, &at, "sending", &[]).await.status, 303);
    assert_eq!(act(&mut ada, &at, "receiving", &[("do", "receive")]).await.status, 303);
    let derived = format!("HC-{}-001", world.now().format("%Y"));
    (world, ada, derived)
}

async fn cited(world: &World, reference: &str) -> draft::Model {
    draft::Entity::cited(world.db().read(), None, reference, world.now()).await.unwrap().0
}

async fn save(world: &World, ada: &Reader, draft: &draft::Model, source: &str) {
    let saved =
        Saved { source: source.to_owned(), base: draft.latest, edition: 0, applied: Vec::new(), recut: None };
    ada.save_text(world.db(), draft, saved, world.now()).await.unwrap();
}

async fn publish(world: &World, ada: &Reader, draft: &draft::Model) {
    let note = VersionNote::parse("As it was decided.").unwrap();
    let publication = Publication { note, edition: 1, editorial: Vec::new() };
    ada.publish(world.db(), draft, publication, world.now()).await.unwrap();
}

#[tokio::test]
async fn newer_words_of_the_origin_are_offered_merged_taken_and_left() {
    let (world, mut ada, derived) = received().await;
    let theirs = cited(&world, &derived).await;
    let reader = world.reader(&world.ada).await;
    let ours =
        FIRST.replace("is told so before", "is told so in writing before").replace("should say", "shall say");
    save(&world, &reader, &theirs, &ours).await;
    let newer =
        FIRST.replace("before it decides", "before it decides anything").replace("should say", "must say");
    world.revise(&format!("{newer}\n## 3 Complaint\n\nAnyone may report a harm.\n")).await;

    let desk = ada.get("/desk").await.main_text();
    assert!(desk.contains("Dovetail Network offers 3 changes"), "{desk}");
    let at = format!("/drafts/{derived}/changes/{}", world.draft.reference);
    let page = ada.get(&at).await;
    let text = page.main_text();
    assert!(text.contains("To decide: 3. Taken over: 0. Left: 0."), "{text}");
    assert!(text.contains("We both changed these words") && text.contains("New there"), "{text}");
    let (change, edition) = (page.field("change").unwrap(), page.field("edition").unwrap());
    let left = [("page", at.as_str()), ("change", &change), ("edition", &edition), ("do", "leave")];
    let refused = ada.post(&at, &left).await;
    assert!(refused.status == 422 && refused.main_text().contains("Give a reason for leaving"));
    let reason = ("why", "Our members agreed on “shall”.");
    assert_eq!(ada.post(&at, &[&left[..], &[reason]].concat()).await.status, 303);

    let page = ada.get(&at).await;
    let (change, wording) = (page.field("change").unwrap(), page.field("wording").unwrap());
    assert!(wording.contains("told so in writing before it decides anything"), "{wording}");
    let take = [
        ("page", at.as_str()),
        ("change", &change),
        ("edition", &edition),
        ("wording", &wording),
        ("do", "take"),
    ];
    assert_eq!(ada.post(&at, &take).await.status, 303);
    // The same form again decides nothing anew, and one that did not see the text as it is now is refused.
    assert_eq!(ada.post(&at, &take).await.status, 409);
    let page = ada.get(&at).await;
    assert!(page.main_text().contains("To decide: 1. Taken over: 1. Left: 1."), "{}", page.main_text());
    let (change, wording) = (page.field("change").unwrap(), page.field("wording").unwrap());
    let stale = [
        ("page", at.as_str()),
        ("change", &change),
        ("edition", &edition),
        ("wording", &wording),
        ("do", "take"),
    ];
    assert_eq!(ada.post(&at, &stale).await.status, 409);

    let next = ada.get(&format!("/drafts/{derived}/next")).await;
    assert!(next.html().contains("in writing before it decides anything"), "{}", next.main_text());
    let public = world.app.browser().get(&at).await.main_text();
    assert!(public.contains("Our members agreed on “shall”.") && !public.contains("Take over"), "{public}");
    let history = world.app.browser().get(&format!("/drafts/{derived}/history")).await.main_text();
    assert!(history.contains("A change of another text was left"), "{history}");
    let file = world.app.browser().get(&format!("/drafts/{derived}/export.json")).await;
    assert_eq!(file.status, 200, "the record says what its rows say");
}

#[tokio::test]
async fn adapted_clauses_of_an_answer_are_offered_to_the_origin_with_credit() {
    let (world, mut ada, derived) = received().await;
    let theirs = cited(&world, &derived).await;
    let reader = world.reader(&world.ada).await;
    save(&world, &reader, &theirs, &FIRST.replace("is told so before", "is told so in writing before")).await;
    publish(&world, &reader, &theirs).await;
    let referral = world.page("/referrals/1");
    let answer = [
        ("answered-version", "2"),
        ("act", "adapted"),
        ("standing", "agreed"),
        ("whole", "whole"),
        ("identifier", derived.as_str()),
        ("fate-3", "verbatim"),
        ("fate-5", "adapted"),
        ("reason-5", "A word is soon forgotten."),
    ];
    let answered = act(&mut ada, &referral, "answer", &answer).await;
    assert_eq!(answered.status, 303, "{}", answered.main_text());

    let at = world.page(&format!("/changes/{derived}"));
    let page = ada.get(&at).await;
    assert!(page.main_text().contains("To decide: 1."), "{}", page.main_text());
    let (change, wording) = (page.field("change").unwrap(), page.field("wording").unwrap());
    let take =
        [("page", at.as_str()), ("change", &change), ("edition", "0"), ("wording", &wording), ("do", "take")];
    assert_eq!(ada.post(&at, &take).await.status, 303);
    world.app.state.clock.advance(TimeDelta::days(29));
    publish(&world, &world.reader(&world.ada).await, &world.fresh().await).await;
    let text = world.app.browser().get(&world.page("")).await.main_text();
    assert!(text.contains("told so in writing before"), "{text}");
    assert!(
        text.contains("Words taken over from other forums") && text.contains("Harbour Conference"),
        "{text}"
    );
    let took = world.app.browser().get(&world.page("/uptake")).await.main_text();
    assert!(took.contains("Take a change into our next version"), "{took}");
}

#[tokio::test]
async fn what_offers_nothing_and_who_may_not_see() {
    let (world, mut ada, derived) = received().await;
    let at = format!("/drafts/{derived}/changes/{}", world.draft.reference);
    let page = ada.get(&at).await;
    assert!(page.status == 200 && page.main_text().contains("Nothing is offered."), "{}", page.main_text());
    assert_eq!(ada.get(&format!("/drafts/{derived}/changes/{derived}")).await.status, 404);
    assert_eq!(ada.get(&format!("/drafts/{derived}/changes/DN-1999-001")).await.status, 404);
    let gone = [
        ("page", at.as_str()),
        ("change", "0123456789abcdef"),
        ("edition", "0"),
        ("do", "leave"),
        ("why", "No."),
    ];
    assert_eq!(ada.post(&at, &gone).await.status, 409);
    let mira = world.as_(&world.mira).await.post(&at, &gone).await;
    assert!(mira.status == 403 || mira.status == 409, "{}", mira.status);
}

#[tokio::test]
async fn a_text_that_went_nowhere_says_what_it_needs_and_a_forum_says_what_it_refers() {
    let world = World::in_consultation().await;
    let text = world.app.browser().get(&world.page("/uptake")).await.main_text();
    assert!(text.contains("What a referral of this text will need"), "{text}");
    assert!(text.contains("this version is not adopted"), "{text}");
    let mut ada = world.as_(&world.ada).await;
    let manage = "/forums/dovetail/manage";
    let page = ada.get(manage).await;
    assert_eq!(page.field("answer-days").as_deref(), Some("0"));
    let form = |days| [("page", manage), ("refers", "published"), ("answer-days", days)];
    assert_eq!(ada.post("/forums/dovetail/referring", &form("4000")).await.status, 422);
    assert_eq!(ada.post("/forums/dovetail/referring", &form("28")).await.status, 303);
    assert_eq!(ada.get(manage).await.field("answer-days").as_deref(), Some("28"));
    let text = world.app.browser().get(&world.page("/uptake")).await.main_text();
    assert!(text.contains("also refers texts that it has not adopted"), "{text}");
}
