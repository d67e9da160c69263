use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use axum::Router;
use domain::typed::Name;
use entity::{Db, account, founding};
use sea_orm::{ConnectionTrait, Database};
use server::{
    clock::{self, Clock},
    database,
    mail::{Letter, Mail},
    router,
    state::State,
};

use super::Browser;

/// A server with a database of its own: a SQLite file, or a new database of `COMITY_TEST_POSTGRES` when that is set.
pub struct TestApp {
    pub state: State,
    pub router: Router,
    folder: PathBuf,
}

impl TestApp {
    /// An empty server on which one may sign in as anyone.
    pub async fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("comity-{}", clock::token()));
        std::fs::create_dir_all(&folder).unwrap();
        let db = Db::open(&database_url(&folder).await).await.unwrap();
        database::migrate(&db).await.unwrap();
        let state = State {
            db,
            clock: Clock::default(),
            mail: Arc::new(Mail::Kept(Mutex::default())),
            url: "http://comity.example".into(),
            demo: true,
        };
        Self { router: router(state.clone()), state, folder }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// Someone with an account.
    pub async fn person(&self, name: &str) -> account::Model {
        let email = format!("{}@example.org", name.split(' ').next().unwrap().to_lowercase());
        let name = Name::parse(name).unwrap();
        founding::register(&self.state.db, None, &name, &email, false, self.state.clock.now()).await.unwrap()
    }

    /// A browser in which this person is signed in.
    pub async fn signed_in(&self, person: &account::Model) -> Browser {
        let mut browser = self.browser();
        let id = person.id.to_string();
        let page =
            browser.post("/sign-in/as", &[("page", "/sign-in"), ("account", &id), ("back", "/")]).await;
        assert_eq!(page.status, 303);
        browser
    }

    /// The letters sent so far.
    pub async fn letters(&self) -> Vec<Letter> {
        // A letter is sent beside the answer; a few turns of the runtime are enough for it to arrive.
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        match &*self.state.mail {
            Mail::Kept(letters) => letters.lock().unwrap().clone(),
            _ => Vec::new(),
        }
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

async fn database_url(folder: &std::path::Path) -> String {
    let Ok(server) = std::env::var("COMITY_TEST_POSTGRES") else {
        return format!("sqlite://{}?mode=rwc", folder.join("comity.sqlite").display());
    };
    let name = format!("comity_{}", clock::token());
    let admin = Database::connect(&server).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}
