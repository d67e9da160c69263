use std::{
    future::poll_fn,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
};

use chrono::TimeDelta;
use domain::{record::Kind, stage::Step, typed::Reason};
use entity::{draft, event, thread};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::world::{FIRST, World, on, refusal};

/// A draft with an open round.
async fn open_to_comment(world: &World) -> draft::Model {
    let draft = world.published(FIRST).await;
    let round = Step::OpenRound { opens: world.now, closes: world.now + TimeDelta::days(28) };
    world.ada.take_step(&world.db, &draft, round, world.now).await.unwrap()
}

async fn chain_holds(world: &World) {
    let events = event::Entity::all(world.db.read()).await.unwrap();
    let chain: Vec<_> = events.iter().map(|row| row.event().unwrap()).collect();
    domain::record::verify_chain(&chain).unwrap();
}

/// Drives a future so many times and then lets go of it, as a server does when a browser hangs up.
async fn cut_off<T>(polls: usize, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut left) = (pin!(work), polls);
    poll_fn(|at| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        work.as_mut().poll(at).map(Some)
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_that_come_together_all_get_their_number() {
    let world = Arc::new(World::new().await);
    let draft = open_to_comment(&world).await;
    let writers = (0..16).map(|n| {
        let (world, draft) = (world.clone(), draft.clone());
        tokio::spawn(async move {
            for k in 0..4 {
                // Every fourth comment is refused, and must leave nothing behind.
                let lines = if k == 3 { "L99" } else { "L2" };
                let opening = on(lines, None, &format!("Comment {k} of writer {n}."));
                let posted = world.mira.open_thread(&world.db, &draft, opening, world.now).await;
                assert_eq!(posted.is_ok(), k != 3);
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let threads = thread::Entity::of(world.db.read(), draft.id).await.unwrap();
    assert_eq!(threads.iter().map(|thread| thread.number).collect::<Vec<_>>(), (1..=48).collect::<Vec<_>>());
    chain_holds(&world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_was_acknowledged_stays_when_others_are_cut_off() {
    let world = Arc::new(World::new().await);
    let draft = open_to_comment(&world).await;
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let writers = (0..12).map(|n| {
        let (world, draft, acknowledged) = (world.clone(), draft.clone(), acknowledged.clone());
        tokio::spawn(async move {
            for k in 0..40 {
                let words = format!("Comment {k} of writer {n}.");
                let posting = world.mira.open_thread(&world.db, &draft, on("L2", None, &words), world.now);
                // Every other writer hangs up, each time a little later.
                let posted = if n % 2 == 0 { Some(posting.await) } else { cut_off(k, posting).await };
                if let Some(posted) = posted {
                    posted.unwrap();
                    acknowledged.fetch_add(1, Ordering::Relaxed);
                }
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let threads = thread::Entity::of(world.db.read(), draft.id).await.unwrap();
    let (kept, acknowledged) = (threads.len(), acknowledged.load(Ordering::Relaxed));
    assert!(kept >= acknowledged, "{acknowledged} acknowledged, {kept} kept");
    assert!(acknowledged >= 6 * 40);
    let numbers: Vec<_> = threads.iter().map(|thread| thread.number).collect();
    assert_eq!(numbers, (1..).take(kept).collect::<Vec<_>>());
    chain_holds(&world).await;
}

#[tokio::test]
async fn what_shares_a_commit_with_the_end_of_the_round_comes_before_or_after_it() {
    let world = World::new().await;
    let draft = open_to_comment(&world).await;
    let post = |words| world.mira.open_thread(&world.db, &draft, on("L2", None, words), world.now);
    let close = Step::Close { early: Some(Reason::parse("All is said.").unwrap()) };
    // The version is at hand from now on, so that they queue up in this order, and the commit behind all of them.
    post("Say what a record is.").await.unwrap();
    let (before, again, closed, after) = tokio::join!(
        post("Say how long records are kept."),
        post("Say who may read them."),
        world.ada.take_step(&world.db, &draft, close, world.now),
        post("One more thing."),
    );
    assert_eq!((before.unwrap().number, again.unwrap().number), (2, 3));
    closed.unwrap();
    assert_eq!(refusal(after), "refusal-not-open-for-comment");
    let last = event::Entity::all(world.db.read()).await.unwrap().pop().unwrap();
    assert_eq!(last.kind, Kind::RoundClosed.key());
    chain_holds(&world).await;
}

#[tokio::test]
async fn a_transaction_that_is_dropped_leaves_nothing_behind() {
    let world = World::new().await;
    let before = world.db.head();
    let tx = world.db.begin().await.unwrap();
    let ada = entity::account::ActiveModel {
        id: sea_orm::Set(world.ada.account.id),
        name: sea_orm::Set("Somebody else".to_owned()),
        ..Default::default()
    };
    entity::account::Entity::update(ada).exec(&*tx).await.unwrap();
    drop(tx);
    world.published(FIRST).await;
    let found = entity::account::Entity::find().filter(entity::account::Column::Name.eq("Somebody else"));
    assert_eq!(found.one(world.db.read()).await.unwrap(), None);
    assert!(world.db.head() > before);
}

#[tokio::test]
async fn a_clock_that_is_set_back_does_not_set_the_record_back() {
    let world = World::new().await;
    let draft = open_to_comment(&world).await;
    let hours = TimeDelta::hours;
    let post = |words, now| world.mira.open_thread(&world.db, &draft, on("L2", None, words), now);
    post("Before.", world.now + hours(2)).await.unwrap();
    post("After.", world.now + hours(1)).await.unwrap();
    let events = event::Entity::all(world.db.read()).await.unwrap();
    let [.., before, after] = events.as_slice() else { panic!("two events") };
    assert_eq!(after.at, before.at);
    chain_holds(&world).await;
}
