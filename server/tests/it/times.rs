//! That the record never goes backwards in time, whatever the clocks of its servers do.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    ThreadKind,
    disposition::Disposition,
    position::Position,
    record::verify_chain,
    typed::{CommentBody, Reason},
};
use entity::{Db, account, comment, draft, event, thread, verb};
use sea_orm::EntityTrait;
use server::export::{Against, Format, export, verify};

use crate::support::{SECOND, World};

/// Opens a thread by way of a server with a clock of its own.
async fn opens(world: &World, db: &Db, who: &account::Model, now: DateTime<Utc>) -> thread::Model {
    let reader = entity::Reader::of(db, who.id, now).await.unwrap().unwrap();
    let body = CommentBody::parse("Say when.").unwrap();
    let said = verb::Said { body, suggestion: None, stakeholder: None, once: None };
    let lines = Some("L4".parse().unwrap());
    let opening =
        verb::Opening { version: 1, lines, quote: None, place: None, kind: ThreadKind::General, said };
    reader.open_thread(db, &world.draft, opening, now).await.unwrap()
}

/// Each event is at the instant of the event before or later, and the archive holds by them.
async fn goes_forward(world: &World) {
    let rows = event::Entity::all(world.db().read()).await.unwrap();
    assert!(rows.is_sorted_by_key(|row| row.at));
    let events: Vec<_> = rows.iter().map(|row| row.event().unwrap()).collect();
    verify_chain(&events).unwrap();
    // What the pages show is what the record says.
    for row in comment::Entity::find().all(world.db().read()).await.unwrap() {
        let events = rows.iter().filter(|event| row.receipt.ends_with(&event.hash[..10]));
        assert_eq!(events.map(|event| event.at).collect::<Vec<_>>(), [row.created_at], "{}", row.receipt);
    }
    let state = &world.app.state;
    let archive =
        export(&state.db, &state.signer, None, &world.draft.reference, Format::Archive, world.now());
    let verified = verify(&archive.await.unwrap(), Against::default()).unwrap();
    assert_eq!(verified.findings, []);
}

#[tokio::test]
async fn a_clock_that_is_set_back_does_not_set_the_record_back() {
    let world = World::in_consultation().await;
    let (db, clock) = (world.db(), &world.app.state.clock);
    let thread = world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
    let ben = world.reader(&world.ben).await;
    let answer = async |reason: &str| {
        let reason = Reason::parse(reason).unwrap();
        let threads = [thread.clone()];
        ben.answer(db, &world.draft, &threads, Disposition::Noted, reason, world.now()).await.unwrap();
    };
    let newest = async || event::Entity::last(db.read()).await.unwrap().unwrap().at;
    answer("As it stands.").await;
    let before = newest().await;
    let grace = world.reader(&world.grace).await;
    let aravel = grace.first_voice().unwrap().stakeholder.clone();
    clock.advance(TimeDelta::days(-2));
    assert!(world.now() < before);
    world.comments(&world.grace, Some("L4"), "Say when.", Some("The statement names them.")).await;
    let body = CommentBody::parse("Next week.").unwrap();
    let said = verb::Said { body, suggestion: None, stakeholder: None, once: None };
    ben.reply(db, &thread, said, world.now()).await.unwrap();
    let mira = world.reader(&world.mira).await;
    let reason = Reason::parse("It says nothing of the body.").unwrap();
    world.reader(&world.ada).await.reopen(db, &thread, reason, world.now()).await.unwrap();
    answer("The text says so now.").await;
    mira.acknowledge(db, &thread, true, world.now()).await.unwrap();
    let (_, forum) = draft::Entity::cited(db.read(), None, "DN-2026-001", world.now()).await.unwrap();
    world.reader(&world.ada).await.seat(db, &forum, &aravel, world.now()).await.unwrap();
    let signing = verb::Signing {
        version: 1,
        stakeholder: aravel.id,
        position: Position::Endorse,
        evidence: None,
        once: None,
    };
    let signed = grace.sign_off(db, &world.draft, signing, world.now()).await.unwrap();
    assert_eq!(signed.signed_at, newest().await);
    assert_eq!(newest().await, before);
    goes_forward(&world).await;
    clock.advance(TimeDelta::days(2));
    world.revise(SECOND).await;
    clock.advance(TimeDelta::days(-1));
    world.revise(&SECOND.replace("thirty", "forty")).await;
    goes_forward(&world).await;
}

#[tokio::test]
async fn two_servers_whose_clocks_differ_write_one_record_that_goes_forward() {
    let world = World::in_consultation().await;
    let other = world.app.another_db().await;
    let ahead = world.now() + TimeDelta::minutes(5);
    for round in 0..4 {
        opens(&world, &other, &world.mira, ahead + TimeDelta::seconds(round)).await;
        opens(&world, world.db(), &world.grace, world.now()).await;
    }
    let (here, there) = tokio::join!(
        async {
            for _ in 0..8 {
                opens(&world, world.db(), &world.grace, world.now()).await;
            }
        },
        async {
            for round in 0..8 {
                opens(&world, &other, &world.mira, ahead + TimeDelta::seconds(round)).await;
            }
        }
    );
    assert_eq!((here, there), ((), ()));
    goes_forward(&world).await;
}

/// A deadline that the record has seen pass has passed, whatever a clock says afterwards.
#[tokio::test]
async fn a_clock_that_is_set_back_does_not_open_a_round_again() {
    let world = World::in_consultation().await;
    let clock = &world.app.state.clock;
    clock.advance(TimeDelta::days(29));
    world.app.person("Ida Noor").await;
    clock.advance(TimeDelta::days(-27));
    let reader = world.reader(&world.mira).await;
    let body = CommentBody::parse("Too late.").unwrap();
    let said = verb::Said { body, suggestion: None, stakeholder: None, once: None };
    let opening =
        verb::Opening { version: 1, lines: None, quote: None, place: None, kind: ThreadKind::General, said };
    let refused = reader.open_thread(world.db(), &world.draft, opening, world.now()).await;
    assert!(refused.is_err(), "{refused:?}");
}
