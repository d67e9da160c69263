//! Who is told of what, once, and by one server.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    disposition::Disposition,
    stage::Step,
    telling::{Occasion, Often},
    typed::Reason,
};
use entity::{
    Db, Reader, draft,
    follow::{self, Subject},
    outbox::{self, About, LEASE, State, To},
    preference,
    telling::Teller,
};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use crate::world::{FIRST, SECOND, World, on, said};

fn due(often: Often, _: Option<&str>, now: DateTime<Utc>) -> DateTime<Utc> {
    match often {
        Often::AtOnce | Often::Never => now,
        Often::Daily => now + TimeDelta::days(1),
        Often::Weekly => now + TimeDelta::days(7),
    }
}

fn teller(db: &Db, now: DateTime<Utc>) -> Teller<'_> {
    Teller { db, due, now }
}

async fn tell(world: &World) {
    while teller(&world.db, world.now).catch_up().await.unwrap() > 0 {}
}

async fn all(db: &Db) -> Vec<outbox::Model> {
    outbox::Entity::find().order_by_asc(outbox::Column::Id).all(db.read()).await.unwrap()
}

/// What somebody is told of, in order.
async fn told(world: &World, reader: &Reader) -> Vec<Occasion> {
    let all = all(&world.db).await.into_iter();
    all.filter(|mail| mail.account_id == Some(reader.account.id)).map(|mail| mail.occasion.0).collect()
}

/// A draft with its round open, from here on told of.
async fn consulted() -> (World, draft::Model) {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    teller(&world.db, world.now).begin().await.unwrap();
    let closes = world.now + TimeDelta::days(28);
    let step = Step::OpenRound { opens: world.now, closes };
    let draft = world.ada.take_step(&world.db, &draft, step, world.now).await.unwrap();
    (world, draft)
}

#[tokio::test]
async fn everybody_is_told_of_what_concerns_them_and_of_nothing_else() {
    let (mut world, draft) = consulted().await;
    tell(&world).await;
    assert_eq!(told(&world, &world.grace).await, [Occasion::Round], "a seat takes part");
    assert_eq!(told(&world, &world.mira).await, [], "she does not follow it yet");
    assert_eq!(told(&world, &world.ada).await, [], "she opened it");

    let thread =
        world.mira.open_thread(&world.db, &draft, on("L5", None, "Say so early."), world.now).await.unwrap();
    world.grace.reply(&world.db, &thread, said("Agreed.", None), world.now).await.unwrap();
    tell(&world).await;
    assert_eq!(told(&world, &world.mira).await, [Occasion::Receipt, Occasion::Reply]);
    assert_eq!(told(&world, &world.grace).await, [Occasion::Round, Occasion::Receipt]);

    world.later(29);
    let reason = Reason::parse("It is said now.").unwrap();
    let answers = [thread.clone()];
    world.ada.answer(&world.db, &draft, &answers, Disposition::Accepted, reason, world.now).await.unwrap();
    world.revise(&draft, SECOND).await.unwrap();
    tell(&world).await;
    let mira = [Occasion::Receipt, Occasion::Reply, Occasion::Answer, Occasion::Version];
    assert_eq!(told(&world, &world.mira).await, mira);
    assert_eq!(told(&world, &world.ben).await, [], "he published it");
    assert_eq!(told(&world, &world.hugo).await, [Occasion::Round], "he neither signed nor spoke");
}

#[tokio::test]
async fn who_follows_a_stakeholder_a_clause_or_a_forum_hears_of_it_as_often_as_they_like() {
    let (mut world, draft) = consulted().await;
    let (hugo, ines) = (world.hugo.account.id, world.ines.account.id);
    let db = &world.db.clone();
    let forum = Subject::Forum("dovetail".to_owned());
    let aravel = Subject::Stakeholder("aravel".to_owned());
    follow::Entity::keep(&world.db, hugo, &aravel, true, world.now).await.unwrap();
    follow::Entity::keep(&world.db, ines, &forum, true, world.now).await.unwrap();
    preference::Entity::keep(db.owner(), ines, Occasion::Version, Often::Weekly).await.unwrap();
    preference::Entity::keep(db.owner(), ines, Occasion::Round, Often::Never).await.unwrap();
    let mut opening = on("L2", None, "For Aravel.");
    opening.said.stakeholder = Some(world.grace.voices[0].stakeholder.id);
    world.grace.open_thread(db, &draft, opening, world.now).await.unwrap();
    world.later(29);
    world.revise(&draft, SECOND).await.unwrap();
    tell(&world).await;
    assert_eq!(told(&world, &world.hugo).await, [Occasion::Round, Occasion::Said]);
    assert_eq!(told(&world, &world.ines).await, [Occasion::Version]);
    let mail = all(db).await.into_iter().find(|mail| mail.account_id == Some(ines)).unwrap();
    assert_eq!((mail.often.0, mail.due_at), (Often::Weekly, world.now + TimeDelta::days(7)));
    let own = Subject::Draft(draft.reference.clone());
    follow::Entity::keep(&world.db, ines, &own, false, world.now).await.unwrap();
    assert_eq!(
        follow::Entity::of(db.read(), ines).await.unwrap(),
        [forum],
        "a forum may be followed without a draft"
    );
    world.revise(&draft, FIRST).await.unwrap();
    tell(&world).await;
    assert_eq!(told(&world, &world.ines).await, [Occasion::Version], "she had enough of this draft");
}

#[tokio::test]
async fn what_ends_soon_is_told_of_once() {
    let (mut world, _) = consulted().await;
    let remind = async |world: &World| teller(&world.db, world.now).remind().await.unwrap();
    let deadlines = async |world: &World| {
        let told = told(world, &world.grace).await;
        told.iter().filter(|occasion| **occasion == Occasion::Deadline).count()
    };
    tell(&world).await;
    for (days, so_far) in [(20, 0), (1, 1), (1, 1), (4, 1), (1, 2), (2, 2)] {
        world.later(days);
        remind(&world).await;
        remind(&world).await;
        assert_eq!(deadlines(&world).await, so_far, "on {}", world.now);
    }
}

#[tokio::test]
async fn a_round_of_five_days_is_not_said_to_end_in_seven() {
    let (mut world, draft) = consulted().await;
    let closes = world.now + TimeDelta::days(5);
    let reason = Reason::parse("The holidays.").unwrap();
    world.later(1);
    let step = Step::Extend { to: closes + TimeDelta::days(28), reason };
    let extended = world.ada.take_step(&world.db, &draft, step, world.now).await.unwrap();
    assert!(extended.stage_ends.unwrap() > closes);
    tell(&world).await;
    teller(&world.db, world.now).remind().await.unwrap();
    let told: BTreeSet<_> = told(&world, &world.grace).await.into_iter().collect();
    assert!(!told.contains(&Occasion::Deadline), "{told:?}");
}

#[tokio::test]
async fn a_mail_is_put_once_and_taken_by_one_server() {
    let (world, _) = consulted().await;
    let to = || To::Address { address: "ola@example.org".to_owned(), locale: "en".to_owned() };
    for _ in 0..2 {
        let (about, once) = (About::Nothing, "invitation/1/1".to_owned());
        outbox::put(world.db.owner(), to(), Occasion::Invitation, about, once, world.now).await.unwrap();
    }
    tell(&world).await;
    let waiting = all(&world.db).await.len();
    assert_eq!(waiting, 4, "three seats and one invitation");
    // As many servers as there are mails ask at the same time, twice.
    let asked = (0..8).map(|server| {
        let (db, now) = (world.db.clone(), world.now);
        tokio::spawn(async move { outbox::Entity::take(&db, &format!("s{server}"), 1, now).await.unwrap() })
    });
    let mut taken = Vec::new();
    for asked in asked.collect::<Vec<_>>() {
        taken.extend(asked.await.unwrap().into_iter().map(|mail| mail.id));
    }
    let distinct: BTreeSet<_> = taken.iter().collect();
    assert_eq!((taken.len(), distinct.len()), (4, 4), "{taken:?}");
    // Whoever has them dies.
    assert!(outbox::Entity::take(&world.db, "s9", 9, world.now).await.unwrap().is_empty());
    let after = world.now + LEASE;
    let again = outbox::Entity::take(&world.db, "s9", 9, after).await.unwrap();
    assert_eq!(again.iter().map(|mail| mail.tries).collect::<Vec<_>>(), [2, 2, 2, 2]);
    outbox::Entity::sent(&world.db, &again[..1], after).await.unwrap();
    outbox::Entity::again(&world.db, &again[1..2], "busy".to_owned(), after + TimeDelta::hours(1))
        .await
        .unwrap();
    outbox::Entity::end(&world.db, &again[2..3], State::Refused, Some("no such user".to_owned()), after)
        .await
        .unwrap();
    let later = outbox::Entity::take(&world.db, "s9", 9, after + TimeDelta::hours(1)).await.unwrap();
    let ids: Vec<_> = later.iter().map(|mail| mail.id).collect();
    assert_eq!(ids, [again[3].id, again[1].id], "what was sent or refused is not taken again");
}

#[tokio::test]
async fn ten_thousand_who_follow_are_told_within_a_second_and_nobody_waits() {
    let (mut world, draft) = consulted().await;
    world.later(29);
    let other = world.published(FIRST).await;
    let step = Step::OpenRound { opens: world.now, closes: world.now + TimeDelta::days(28) };
    let other = world.ada.take_step(&world.db, &other, step, world.now).await.unwrap();
    let db = &world.db;
    tell(&world).await;
    let people = match db.owner().get_database_backend() {
        sea_orm::DbBackend::Sqlite => {
            "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 10999) \
             INSERT INTO account (id, name, email, admin, created_at) \
             SELECT i, 'P', 'p' || i || '@example.org', false, '2027-01-01T00:00:00+00:00' FROM n"
        }
        _ => {
            "INSERT INTO account (id, name, email, admin, created_at) \
             SELECT i, 'P', 'p' || i || '@example.org', false, now() FROM generate_series(1000, 10999) AS i"
        }
    };
    db.owner().execute_unprepared(people).await.unwrap();
    let follow = format!(
        "INSERT INTO follow (account_id, subject, wanted, made_at) \
         SELECT id, 'draft/{}', true, created_at FROM account WHERE id >= 1000",
        draft.reference
    );
    db.owner().execute_unprepared(&follow).await.unwrap();
    world.revise(&draft, SECOND).await.unwrap();
    let (teller, watch) = (teller(db, world.now), std::time::Instant::now());
    let telling = async {
        while teller.catch_up().await.unwrap() > 0 {}
        watch.elapsed()
    };
    // Meanwhile somebody writes: they wait for one transaction of it, and not for all.
    let writing = async {
        let began = std::time::Instant::now();
        let opening = on("L2", None, "Meanwhile.");
        world.mira.open_thread(db, &other, opening, world.now).await.unwrap();
        began.elapsed()
    };
    let (took, waited) = tokio::join!(telling, writing);
    println!("10,000 mails were put in {took:?}, and a comment took {waited:?} meanwhile");
    assert!(waited < took, "{waited:?} of {took:?}");
    assert_eq!(all(db).await.iter().filter(|mail| mail.occasion.0 == Occasion::Version).count(), 10_000);
    // Ten times the second, as tests are not optimised and share the machine.
    assert!(took.as_secs() < 10, "{took:?}");
}
