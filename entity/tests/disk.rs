//! A disk on which there is no more room, and then there is again. It is a program of its own, as the limit holds for all of it.
//!
//! No file may grow beyond a size that the test sets and lifts: to SQLite that is a disk that refuses to write.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on should stop where it is")]

#[path = "it/world.rs"]
#[expect(dead_code, reason = "this story needs only some of the cast")]
mod world;

use std::sync::Arc;

use chrono::TimeDelta;
use domain::stage::Step;
use entity::{Db, Error, Trouble, draft, event, thread};
use rlimit::{Resource, getrlimit, setrlimit};
use sea_orm::EntityTrait;
use tokio::signal::unix::{SignalKind, signal};
use world::{FIRST, World, on};

/// SIGXFSZ, which ends a process that lets a file grow too large unless it listens.
const TOO_LARGE: i32 = 25;

fn room(bytes: u64) {
    let (_, hard) = getrlimit(Resource::FSIZE).unwrap();
    setrlimit(Resource::FSIZE, bytes.min(hard), hard).unwrap();
}

/// Posts so many comments by each of eight people at once; gives the words of those that were acknowledged.
async fn post(world: &Arc<World>, draft: &draft::Model, run: &str, each: usize) -> Vec<String> {
    let writers = (0..8).map(|n| {
        let (world, draft, run) = (world.clone(), draft.clone(), run.to_owned());
        tokio::spawn(async move {
            let mut kept = Vec::new();
            for k in 0..each {
                let words = format!("{run}, {k} of writer {n}. {}", "Say who answers for it.".repeat(60));
                match world.mira.open_thread(&world.db, &draft, on("L2", None, &words), world.now).await {
                    Ok(_) => kept.push(words),
                    Err(error) => {
                        assert!(matches!(error, Error::NotSaved(_)) || error.trouble().is_some(), "{error}")
                    }
                }
            }
            kept
        })
    });
    let mut kept = Vec::new();
    for writer in writers.collect::<Vec<_>>() {
        kept.extend(writer.await.unwrap());
    }
    kept
}

/// What a program that opens the file anew finds: every comment that was acknowledged, once, and a whole chain.
async fn found_again(url: &str, draft: &draft::Model, acknowledged: &[String]) {
    let db = Db::open(url, [7; 32]).await.unwrap();
    let threads = thread::Entity::of(db.read(), draft.id).await.unwrap();
    let comments = entity::comment::Entity::find().all(db.read()).await.unwrap();
    for words in acknowledged {
        let times = comments.iter().filter(|comment| comment.body == *words).count();
        assert_eq!(times, 1, "{}", &words[..40]);
    }
    assert_eq!(threads.iter().map(|thread| thread.number).max(), i32::try_from(threads.len()).ok());
    let events = event::Entity::all(db.read()).await.unwrap();
    let chain: Vec<_> = events.iter().map(|row| row.event().unwrap()).collect();
    domain::record::verify_chain(&chain).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_acknowledged_while_the_disk_is_full_by_turns_is_there_when_the_file_is_opened_again() {
    if std::env::var("COMITY_TEST_POSTGRES").is_ok() {
        return;
    }
    let _listening = signal(SignalKind::from_raw(TOO_LARGE)).unwrap();
    let world = Arc::new(World::new().await);
    let draft = world.published(FIRST).await;
    let round = Step::OpenRound { opens: world.now, closes: world.now + TimeDelta::days(28) };
    let draft = world.ada.take_step(&world.db, &draft, round, world.now).await.unwrap();
    let mut acknowledged = post(&world, &draft, "With room", 4).await;
    assert_eq!(acknowledged.len(), 32);

    for time in 0..4 {
        room(64 << 10);
        let full = post(&world, &draft, &format!("Without room {time}"), 8).await;
        assert!(full.len() < 64, "the disk was not full");
        assert!(matches!(
            world.db.try_to_write().await.map_err(|error| error.trouble()),
            Err(Some(Trouble::Full | Trouble::Disk))
        ));
        acknowledged.extend(full);
        room(u64::MAX);
        let again = post(&world, &draft, &format!("With room again {time}"), 2).await;
        assert_eq!(again.len(), 16, "with room again, all is well without a restart");
        world.db.try_to_write().await.unwrap();
        acknowledged.extend(again);
    }
    // Through a commit that fails now and then while others succeed.
    let flicker = tokio::task::spawn_blocking(|| {
        for _ in 0..200 {
            room(64 << 10);
            std::thread::sleep(std::time::Duration::from_millis(2));
            room(u64::MAX);
            std::thread::sleep(std::time::Duration::from_millis(3));
        }
    });
    while !flicker.is_finished() {
        acknowledged.extend(post(&world, &draft, &format!("Flicker {}", acknowledged.len()), 4).await);
    }
    acknowledged.extend(post(&world, &draft, "At the end", 2).await);

    let url = world::file(&world._folder);
    found_again(&url, &draft, &acknowledged).await;
    // The same once the program that wrote is gone.
    let folder = Arc::into_inner(world).unwrap()._folder;
    found_again(&url, &draft, &acknowledged).await;
    drop(folder);
}

#[test]
fn not_saved_says_why() {
    assert_eq!(Error::NotSaved(Some(Trouble::Full)).to_string(), "not saved: the disk is full");
}
