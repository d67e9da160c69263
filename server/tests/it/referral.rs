//! Where texts go, page by page, without JavaScript.

use domain::{
    ForumKind,
    permission::Role,
    referral::Refers,
    typed::{Charter, Name},
};
use entity::{Reader, account, forum, verb::Founding};

use crate::support::{Browser, Page, World};

const NOTE: (&str, &str) = ("note", "Ten governments have agreed this.");

/// A world in which everything published may be referred, with the Harbour Conference, which Ada runs too.
pub async fn world() -> World {
    let world = World::in_consultation().await;
    let (db, now) = (world.db(), world.now());
    let root = account::Entity::by_email(db.read(), "root@example.org").await.unwrap().unwrap();
    let root = Reader::of(db, root.id, now).await.unwrap().unwrap();
    let founding = Founding {
        slug: "harbour".to_owned(),
        name: Name::parse("Harbour Conference").unwrap(),
        kind: ForumKind::Multilateral,
        parent: None,
        prefix: "HC".to_owned(),
        charter: Charter::parse("We meet once a year.").unwrap(),
        zone: "Europe/Lisbon".to_owned(),
        late_comments: false,
    };
    let harbour = root.found(db, founding, now).await.unwrap();
    root.give_role(db, &harbour, world.ada.id, Role::Secretariat, now).await.unwrap();
    let ada = world.reader(&world.ada).await;
    let forum = forum::Entity::by_id(db.read(), world.draft.forum_id).await.unwrap();
    ada.change_referring(db, &forum, Refers::Published, 0, now).await.unwrap();
    ada.change_referring(db, &harbour, Refers::Published, 28, now).await.unwrap();
    world
}

pub async fn prepare(world: &World, ada: &mut Browser, more: &[(&str, &str)]) -> Page {
    let at = world.page("/referrals/new");
    let page = ada.get(&at).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    let due = page.field("due").unwrap();
    let usual = [
        ("page", at.as_str()),
        ("version", "1"),
        ("to", "harbour"),
        ("purpose", "review"),
        ("sought", "adopt"),
        ("due", &due),
        ("keeper", "sender"),
        ("licence", "Free"),
        ("comes-back", "yes"),
        ("contact", "The secretariat"),
        NOTE,
    ];
    let named = |name: &str| more.iter().any(|(other, _)| *other == name);
    let mut fields: Vec<_> = usual.into_iter().filter(|(name, _)| !named(name)).collect();
    fields.extend(more);
    ada.post(&at, &fields).await
}

pub async fn act(browser: &mut Browser, page: &str, form: &str, fields: &[(&str, &str)]) -> Page {
    let all: Vec<_> = [("page", page)].into_iter().chain(fields.iter().copied()).collect();
    browser.post(&format!("{page}/{form}"), &all).await
}

#[tokio::test]
async fn a_text_is_prepared_sent_received_compared_and_answered() {
    let world = world().await;
    let mut ada = world.as_(&world.ada).await;
    let prepared = prepare(&world, &mut ada, &[]).await;
    assert_eq!(prepared.status, 303, "{}", prepared.main_text());
    let (at, derived) = (world.page("/referrals/1"), format!("HC-{}-001", world.now().format("%Y")));
    assert_eq!(world.app.browser().get(&at).await.status, 404);
    let text = ada.get(&at).await.main_text();
    assert!(text.contains("Prepared, not sent") && text.contains("Nothing is missing"), "{text}");
    let sent = act(&mut ada, &at, "sending", &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.main_text());
    assert_eq!(world.app.browser().get(&at).await.status, 200);
    let received = act(&mut ada, &at, "receiving", &[("do", "receive"), ("said", "We look at it.")]).await;
    assert_eq!(received.status, 303, "{}", received.main_text());
    let text = ada.get(&at).await.main_text();
    assert!(text.contains(&derived) && text.contains("We look at it."), "{text}");
    let theirs = world.app.browser().get(&format!("/drafts/{derived}")).await;
    assert!(theirs.main_text().contains(&world.draft.reference), "{}", theirs.main_text());
    for reference in [world.draft.reference.as_str(), &derived] {
        let file = world.app.browser().get(&format!("/drafts/{reference}/export.json")).await;
        assert_eq!(file.status, 200, "the record of {reference} says what its rows say");
    }
    let walk = format!("{}/crosswalk/{derived}", world.page(""));
    let page = world.app.browser().get(&walk).await;
    assert!(page.main_text().contains("The two texts have the same words."), "{}", page.main_text());
    let none = world.app.browser().get(&format!("{walk}?show=dropped")).await;
    assert!(none.main_text().contains("No clause is like this."), "{}", none.main_text());
    let table = world.app.browser().get(&format!("{walk}/table.csv")).await;
    assert!(table.status == 200 && table.html().contains("verbatim"), "{}", table.html());
    let text = world.app.browser().get(&world.page("/uptake")).await.main_text();
    assert!(text.contains("1 body was asked; answered: 0."), "{text}");
    let interim = act(&mut ada, &at, "receiving", &[("do", "interim"), ("said", "Nobody opposes it.")]).await;
    assert_eq!(interim.status, 303, "{}", interim.main_text());
    let fields = [
        ("answered-version", "1"),
        ("act", "welcomed"),
        ("standing", "agreed"),
        ("whole", "whole"),
        ("identifier", &derived),
    ];
    let answered = act(&mut ada, &at, "answer", &fields).await;
    assert_eq!(answered.status, 303, "{}", answered.main_text());
    let text = world.app.browser().get(&world.page("/uptake")).await.main_text();
    assert!(text.contains("1 body was asked; answered: 1.") && text.contains("Welcomed"), "{text}");
}

#[tokio::test]
async fn what_is_missing_is_said_before_a_referral_is_sent_and_again_when_it_is() {
    let world = world().await;
    let mut ada = world.as_(&world.ada).await;
    let soon = (world.now() + chrono::TimeDelta::days(5)).format("%Y-%m-%dT12:00").to_string();
    assert_eq!(prepare(&world, &mut ada, &[("due", &soon)]).await.status, 303);
    let at = world.page("/referrals/1");
    let why = "By its own rule that body cannot answer before";
    assert!(ada.get(&at).await.main_text().contains(why));
    let sent = act(&mut ada, &at, "sending", &[]).await;
    assert_eq!(sent.status, 422);
    assert!(sent.main_text().contains(why), "{}", sent.main_text());
    let bare = prepare(&world, &mut ada, &[("note", " ")]).await;
    assert_eq!(bare.status, 422);
    let mira = world.as_(&world.mira).await.get(&world.page("/referrals/new")).await;
    assert_eq!(mira.status, 403);
    assert_eq!(world.app.browser().get(&world.page("/crosswalk/DN-2027-099")).await.status, 404);
}

#[tokio::test]
async fn a_use_is_recorded_with_evidence_counted_and_disputed() {
    let world = world().await;
    let mut ada = world.as_(&world.ada).await;
    let at = world.page("/uptake");
    assert_eq!(ada.get(&at).await.status, 200);
    let today = world.now().format("%Y-%m-%d").to_string();
    let fields = [
        ("page", at.as_str()),
        ("version", "1"),
        ("stakeholder", ""),
        ("who", "Aravel"),
        ("instrument", "Directive on Notice"),
        ("country", "xa"),
        ("dated", &today),
        ("status", "in-force"),
        ("verbatim", "3"),
        ("evidence", "Gazette 41"),
    ];
    let address = world.page("/adoptions");
    let recorded = ada.post(&address, &fields).await;
    assert_eq!(recorded.status, 303, "{}", recorded.main_text());
    let bad: Vec<_> = fields
        .iter()
        .map(|field| if field.0 == "country" { ("country", "Aravel") } else { *field })
        .collect();
    let refused = ada.post(&address, &bad).await;
    assert!(refused.status == 422 && refused.main_text().contains("There is no such country."));
    let text = world.app.browser().get("/observatory").await.main_text();
    assert!(text.contains("Directive on Notice") && text.contains("1 of 1"), "{text}");
    let none = world.app.browser().get("/observatory?country=PT").await.main_text();
    assert!(none.contains("Nothing is recorded that is like this."), "{none}");
    let mut mira = world.as_(&world.mira).await;
    let form = world.page("/adoptions/1/disputes");
    let disputed = mira.post(&form, &[("page", &at), ("dispute", "It was never signed.")]).await;
    assert_eq!(disputed.status, 303, "{}", disputed.main_text());
    let text = world.app.browser().get(&at).await.main_text();
    assert!(text.contains("In force, disputed") && text.contains("It was never signed."), "{text}");
    let table = world.app.browser().get("/observatory/table.json").await;
    assert!(table.html().contains("\"disputes\": 1"), "{}", table.html());
    let today = world.now().format("%Y-%m-%d").to_string();
    let change = world.page("/adoptions/1/changes");
    let became = [("page", at.as_str()), ("became", "repealed"), ("since", &today)];
    let bare = ada.post(&change, &became).await;
    assert!(bare.status == 422 && bare.main_text().contains("Give the evidence"), "{}", bare.main_text());
    let proof = [&became[..], &[("proof", "Gazette 52")]].concat();
    assert_eq!(mira.post(&change, &proof).await.status, 403);
    assert_eq!(ada.post(&change, &proof).await.status, 303);
    assert_eq!(ada.post(&change, &proof).await.status, 422);
    let text = world.app.browser().get(&at).await.main_text();
    assert!(text.contains("Repealed, disputed") && text.contains("In force"), "{text}");
}
