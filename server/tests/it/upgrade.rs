//! What a release before this one wrote: its database is brought up to this program, loses nothing, and its record still holds.
//!
//! `releases/N` is the demo as release N left it: its rows as statements that both databases read, the key that signed its record, and the
//! archives it exported. A release adds its own folder; none is ever written anew.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, QueryResult, Statement};
use server::{
    export::{Against, Format, Verified, export, verify},
    key::Pin,
};

use crate::support::{TestApp, new_db};

/// The drafts of the demo.
const DRAFTS: [&str; 3] = ["DN-2026-001", "DN-2025-003", "HC-2026-003"];

/// What a release left behind.
struct Release {
    /// How many migrations it had.
    migrations: u32,
    rows: &'static str,
    key: &'static [u8],
    archives: [&'static [u8]; 3],
}

const RELEASES: [Release; 1] = [Release {
    migrations: 1,
    rows: include_str!("releases/1/rows.sql"),
    key: include_bytes!("releases/1/checkpoint.key"),
    archives: [
        include_bytes!("releases/1/DN-2026-001.zip"),
        include_bytes!("releases/1/DN-2025-003.zip"),
        include_bytes!("releases/1/HC-2026-003.zip"),
    ],
}];

/// The sequence that a table of PostgreSQL counts its keys with goes on after those that are there.
const COUNTS_ON: &str = "SELECT setval(pg_get_serial_sequence('TABLE', 'id'), \
                         (SELECT coalesce(max((to_jsonb(a) ->> 'id')::bigint), 0) + 1 FROM TABLE a), false) \
                         FROM information_schema.columns \
                         WHERE table_name = 'TABLE' AND column_name = 'id' AND data_type = 'bigint'";

/// How many rows each of these tables has.
async fn counted(db: &DatabaseConnection, tables: &[String]) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    for table in tables {
        let count = format!("SELECT count(*) AS rows FROM {table}");
        let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), count)).await.unwrap();
        counts.insert(table.clone(), row.unwrap().try_get("", "rows").unwrap());
    }
    counts
}

impl Release {
    /// Its tables, in the order in which they are filled.
    fn tables(&self) -> Vec<String> {
        let rows = self.rows.lines().filter_map(|line| line.strip_prefix("INSERT INTO "));
        let mut tables: Vec<_> = rows.map(|row| row.split(' ').next().unwrap().to_owned()).collect();
        tables.dedup();
        tables
    }

    /// Fills a new database as the release left its own, and says how many rows each table has.
    async fn fill(&self, url: &str) -> BTreeMap<String, i64> {
        let db = Database::connect(url).await.unwrap();
        Migrator::up(&db, Some(self.migrations)).await.unwrap();
        db.execute_unprepared(self.rows).await.unwrap();
        let tables = self.tables();
        if db.get_database_backend() == DbBackend::Postgres {
            for table in &tables {
                db.execute_unprepared(&COUNTS_ON.replace("TABLE", table)).await.unwrap();
            }
        }
        let counts = counted(&db, &tables).await;
        db.close().await.unwrap();
        counts
    }
}

fn findings(verified: &Verified) -> Vec<String> {
    verified.findings.iter().map(ToString::to_string).collect()
}

/// Every archive of it holds, alone and as what comes after the one that the release exported.
async fn holds(app: &TestApp, release: &Release) {
    let state = &app.state;
    let pin = Pin::Key(state.signer.known().public.clone());
    for (reference, older) in DRAFTS.iter().zip(release.archives) {
        let before = verify(older, Against { key: Some(&pin), since: None }).unwrap();
        assert_eq!(findings(&before), Vec::<String>::new(), "{reference}");
        let now = state.clock.now();
        let newer = export(&state.db, &state.signer, None, reference, Format::Archive, now).await.unwrap();
        let after = verify(&newer, Against { key: Some(&pin), since: Some(older) }).unwrap();
        assert_eq!(findings(&after), Vec::<String>::new(), "{reference}");
        assert_eq!((before.versions, before.comments), (after.versions, after.comments), "{reference}");
    }
}

#[tokio::test]
async fn a_database_of_each_release_comes_up_whole() {
    for release in &RELEASES {
        let (url, folder) = new_db().await;
        let before = release.fill(&url).await;
        std::fs::write(folder.join("checkpoint.key"), release.key).unwrap();
        let app = TestApp::found(&url, folder).await;
        assert_eq!(before, counted(app.state.db.read(), &release.tables()).await);
        holds(&app, release).await;
        let mut browser = app.as_cast("Tamsin Okoro").await;
        for page in ["", "/threads", "/responses", "/sign-offs", "/history", "/export"] {
            let page = format!("/drafts/{}{page}", DRAFTS[0]);
            assert_eq!(browser.get(&page).await.status, StatusCode::OK, "{page}");
        }
        for page in ["/", "/forums", "/desk", "/stakeholders", "/settings"] {
            assert_eq!(browser.get(page).await.status, StatusCode::OK, "{page}");
        }
    }
}

/// The statements that make the schema after so many migrations.
async fn schema(migrations: u32) -> String {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    Migrator::up(&db, Some(migrations)).await.unwrap();
    let made = "SELECT sql FROM sqlite_master \
                WHERE sql IS NOT NULL AND tbl_name NOT IN ('seaql_migrations', 'sqlite_sequence') ORDER BY sql";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, made)).await.unwrap();
    let statements = rows.iter().map(|row| row.try_get::<String>("", "sql").unwrap());
    statements.collect::<Vec<_>>().join("\n")
}

/// A migration that was released is never edited: databases that have had it would differ from those that get it now.
#[tokio::test]
async fn the_migrations_of_a_release_stay_as_they_were() {
    for release in &RELEASES {
        let name = format!("schema_after_{}", release.migrations);
        insta::assert_snapshot!(name, schema(release.migrations).await);
    }
}

/// A value as both databases read it.
fn literal(row: &QueryResult, column: &str, kind: &str) -> String {
    if kind.starts_with("bool") {
        return if row.try_get::<bool>("", column).unwrap() { "TRUE" } else { "FALSE" }.to_owned();
    }
    if kind.contains("int") {
        let number = row.try_get::<Option<i64>>("", column).unwrap();
        return number.map_or("NULL".to_owned(), |number| number.to_string());
    }
    let text = row.try_get::<Option<String>>("", column).unwrap();
    text.map_or("NULL".to_owned(), |text| format!("'{}'", text.replace('\'', "''")))
}

/// The rows of a table of SQLite, each as a statement of its own.
async fn statements(db: &DatabaseConnection, table: &str) -> Vec<String> {
    let ask = |sql: String| db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql));
    let columns = ask(format!("SELECT name, lower(type) AS kind FROM pragma_table_info('{table}')"));
    let columns = columns.await.unwrap();
    let told = |row: &QueryResult, what: &str| row.try_get::<String>("", what).unwrap();
    let columns: Vec<_> = columns.iter().map(|row| (told(row, "name"), told(row, "kind"))).collect();
    let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let rows = ask(format!("SELECT {} FROM {table} ORDER BY 1", names.join(", "))).await.unwrap();
    let statement = |row: &QueryResult| {
        let values: Vec<_> = columns.iter().map(|(name, kind)| literal(row, name, kind)).collect();
        format!("INSERT INTO {table} ({}) VALUES ({});\n", names.join(", "), values.join(", "))
    };
    rows.iter().map(statement).collect()
}

/// Writes what this release leaves behind, for the one that comes after it.
#[tokio::test]
#[ignore = "what a release left behind is never written anew"]
async fn how_a_release_is_kept() {
    let app = TestApp::demo().await;
    let state = &app.state;
    let kept = std::env::temp_dir().join("release");
    std::fs::create_dir_all(&kept).unwrap();
    for reference in DRAFTS {
        let now = state.clock.now();
        let archive = export(&state.db, &state.signer, None, reference, Format::Archive, now).await.unwrap();
        std::fs::write(kept.join(format!("{reference}.zip")), archive).unwrap();
    }
    // Another server counts, waits and signs people in for itself.
    let passing = ["session", "sign_in_link", "pace", "usage", "pulse"];
    let mut rows = Vec::new();
    for table in migration::TABLES.iter().rev().filter(|table| !passing.contains(table)) {
        rows.extend(statements(state.db.read(), table).await);
    }
    std::fs::write(kept.join("rows.sql"), rows.concat()).unwrap();
    std::fs::copy(app.folder().join("checkpoint.key"), kept.join("checkpoint.key")).unwrap();
    eprintln!("{}", kept.display());
}
