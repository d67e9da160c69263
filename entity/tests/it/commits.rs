use entity::{event, thread};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::world::{FIRST, World, on};
use chrono::TimeDelta;
use entity::procedure::Step;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_that_come_together_all_get_their_number() {
    let world = std::sync::Arc::new(World::new().await);
    let draft = world.published(FIRST).await;
    let closes = world.now + TimeDelta::days(28);
    let draft =
        world.ada.take_step(&world.db, &draft, Step::OpenRound { opens: world.now, closes }, world.now).await;
    let draft = draft.unwrap();
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
    let events = event::Entity::all(world.db.read()).await.unwrap();
    let chain: Vec<_> = events.iter().map(|row| row.event().unwrap()).collect();
    domain::record::verify_chain(&chain).unwrap();
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
