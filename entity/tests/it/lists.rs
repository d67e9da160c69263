//! Lists longer than a statement has variables.

use entity::{account, comment, placement, reading::thread_count, stakeholder, version::VersionId};

use crate::world::{FIRST, World};

/// PostgreSQL takes 65,535 variables, SQLite half of that.
const MANY: i64 = 70_000;

#[tokio::test]
async fn a_list_may_be_longer_than_a_statement_has_variables() {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    let db = world.db.read();
    assert_eq!(
        account::Entity::names(db, 1..MANY).await.unwrap()[&world.ada.account.id],
        world.ada.account.name
    );
    assert_eq!(account::Entity::names(db, []).await.unwrap().len(), 0);
    assert!(!stakeholder::Entity::among(db, 0..MANY).await.unwrap().is_empty());
    assert!(comment::Entity::of(db, 0..MANY).await.unwrap().is_empty());
    assert!(placement::Entity::in_version(db, 0..MANY, VersionId::new(1, 1)).await.unwrap().is_empty());
    assert!(thread_count::counts(db, (0..MANY).chain([draft.id])).await.unwrap().is_empty());
}
