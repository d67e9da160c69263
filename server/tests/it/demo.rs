//! The demo beside real data: it touches only what it made.

use entity::{Db, account, event, forum, mark, session};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use server::{
    clock::{Clock, secret},
    database,
    demo::{self, NoDemo},
};

use crate::support::{TestApp, World, new_db};

#[tokio::test]
async fn a_database_with_somebody_in_it_is_left_alone() {
    let world = World::in_consultation().await;
    let (db, folder, now) = (world.db(), world.app.folder(), world.now());
    let before = event::Entity::all(db.read()).await.unwrap();
    for refused in [demo::seed(db, folder, now).await.map(drop), demo::reset(db, folder, now).await] {
        assert!(matches!(refused, Err(NoDemo::Foreign)), "{refused:?}");
    }
    assert_eq!(event::Entity::all(db.read()).await.unwrap(), before);
    // Nor one in which there is only an administrator yet.
    let app = TestApp::new().await;
    app.person("Ada Lind").await;
    let refused = demo::seed(&app.state.db, app.folder(), app.state.clock.now()).await;
    assert!(matches!(refused, Err(NoDemo::Foreign)), "{refused:?}");
}

#[tokio::test]
async fn whatever_its_visitors_did_the_demo_starts_again_and_is_reset_on_request() {
    let app = TestApp::demo().await;
    let (db, now) = (&app.state.db, app.state.clock.now());
    let mut tamsin = app.as_cast("Tamsin Okoro").await;
    let page = ("page", "/admin");
    let eve = [page, ("account_name", "Eve"), ("email", "eve@example.org"), ("admin", "yes")];
    assert_eq!(tamsin.post("/admin/accounts", &eve).await.status, 303);
    let hide = "UPDATE draft SET visibility = '{\"visibility\":\"members\"}'";
    let gone = ["DELETE FROM placement", "UPDATE forum SET slug = 'elsewhere' WHERE slug = 'dovetail'", hide];
    for change in gone {
        db.owner().execute_unprepared(change).await.unwrap();
    }
    assert!(!demo::seed(db, app.folder(), now).await.unwrap());
    assert!(forum::Entity::by_slug(db.read(), "dovetail").await.is_err());

    app.state.signer.catch_up(db, now).await.unwrap();
    let key = app.state.signer.fingerprint();
    assert!(app.folder().join("checkpoint.last").exists());
    demo::reset(db, app.folder(), now).await.unwrap();
    assert!(!app.folder().join("checkpoint.last").exists() && !app.folder().join("checkpoint.key").exists());
    assert!(forum::Entity::by_slug(db.read(), "dovetail").await.is_ok());
    assert_eq!(account::Entity::by_email(db.read(), "eve@example.org").await.unwrap(), None);
    assert_eq!(session::Entity::find().count(db.read()).await.unwrap(), 0);
    let again = app.signer().await;
    assert_ne!(again.fingerprint(), key);
    again.catch_up(db, now).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_demo_that_was_cut_short_begins_anew_unless_somebody_has_been_there() {
    let (url, folder) = new_db().await;
    let db = Db::open(&url, secret()).await.unwrap();
    database::migrate(&db).await.unwrap();
    let now = Clock::default().now();
    demo::seed(&db, &folder, now).await.unwrap();
    let whole = event::Entity::all(db.read()).await.unwrap().len();
    // As far as a process that was killed came.
    mark::Entity::put(db.owner(), "demo", "begun", now).await.unwrap();
    db.owner().execute_unprepared("DELETE FROM event WHERE sequence > 90").await.unwrap();
    assert!(demo::seed(&Db::open(&url, secret()).await.unwrap(), &folder, now).await.unwrap());
    assert_eq!(event::Entity::all(db.read()).await.unwrap().len(), whole);

    mark::Entity::put(db.owner(), "demo", "begun", now).await.unwrap();
    db.owner().execute_unprepared("UPDATE account SET email = 'eve@example.org' WHERE id = 1").await.unwrap();
    let refused = demo::seed(&db, &folder, now).await;
    assert!(matches!(refused, Err(NoDemo::CutShort)), "{refused:?}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn only_the_cast_is_played() {
    let app = TestApp::demo().await;
    let mut tamsin = app.as_cast("Tamsin Okoro").await;
    let eve = [("page", "/admin"), ("account_name", "Eve"), ("email", "eve@example.org"), ("admin", "no")];
    assert_eq!(tamsin.post("/admin/accounts", &eve).await.status, 303);
    // Idris is in the story, and not of its cast.
    for email in ["eve@example.org", "idris.vance@wg-ai.dovetail.example"] {
        assert_eq!(app.browser().post("/sign-in/as", &[("email", email)]).await.status, 404, "{email}");
    }
}

#[tokio::test]
async fn every_table_is_emptied_by_a_reset() {
    let (url, folder) = new_db().await;
    let db = Db::open(&url, secret()).await.unwrap();
    database::migrate(&db).await.unwrap();
    let listed = match url.starts_with("sqlite") {
        true => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        false => "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
    };
    let statement = sea_orm::Statement::from_string(db.read().get_database_backend(), listed);
    let rows = db.read().query_all_raw(statement).await.unwrap();
    let mut tables: Vec<String> = rows.iter().map(|row| row.try_get("", "name").unwrap()).collect();
    tables.retain(|name| name != "seaql_migrations");
    tables.sort();
    let mut known: Vec<_> = migration::TABLES.iter().map(ToString::to_string).collect();
    known.sort();
    assert_eq!(tables, known);
    std::fs::remove_dir_all(folder).unwrap();
}
