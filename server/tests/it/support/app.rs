use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use app::context::Persona;
use axum::Router;
use domain::typed::Name;
use entity::{Db, account, verb};
use sea_orm::{ConnectionTrait, Database};
use server::{
    checkpoint::Signer,
    clock::{self, Clock},
    database, demo,
    key::Keyring,
    mail::{Letter, Mail},
    router, serving,
    state::State,
    telling::Telling,
    traffic::Traffic,
};
use tokio::{
    net::TcpListener,
    sync::{OnceCell, Semaphore},
};

use super::{Browser, Line};

/// A server with a database of its own: a SQLite file, or a new database of `COMITY_TEST_POSTGRES` when that is set.
pub struct TestApp {
    pub state: State,
    pub router: Router,
    folder: PathBuf,
    database: String,
}

impl TestApp {
    /// An empty server on which one may sign in as any of the people of the tests, once they are registered.
    pub async fn new() -> Self {
        let folder = new_folder();
        let url = database_url(&folder).await;
        Self::on(&url, folder, people()).await
    }

    /// An empty server on a SQLite file, whatever else is there.
    pub async fn on_sqlite() -> Self {
        let folder = new_folder();
        let url = format!("sqlite://{}?mode=rwc", folder.join("comity.sqlite").display());
        Self::on(&url, folder, people()).await
    }

    /// This server at a port of this machine, by whose address it is known.
    pub async fn listening(mut self) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        self.state.url = format!("http://{}", listener.local_addr().unwrap()).into();
        self.router = router(self.state.clone());
        let serving =
            serving::serve(listener, self.router.clone(), Traffic::default(), 0, std::future::pending());
        tokio::spawn(serving);
        self
    }

    /// A server with the whole demo: a network in the middle of a consultation, and its cast.
    pub async fn demo() -> Self {
        let cast = demo::cast().unwrap();
        let folder = new_folder();
        if std::env::var("COMITY_TEST_POSTGRES").is_ok() {
            let app = Self::on(&database_url(&folder).await, folder, cast).await;
            demo::seed(&app.state.db, &app.folder, app.state.clock.now()).await.unwrap();
            return app;
        }
        // The play takes seconds, so it is played once, and each test gets a copy of the file.
        let played = PLAYED.get_or_init(play).await;
        std::fs::copy(played, folder.join("comity.sqlite")).unwrap();
        Self::on(&database_url(&folder).await, folder, cast).await
    }

    /// An empty server whose PostgreSQL is at the other end of a line that can be cut.
    pub async fn behind(line: &Line) -> Self {
        let folder = new_folder();
        Self::on(&line.instead_of(&database_url(&folder).await), folder, people()).await
    }

    /// A server on a database that is there already, with the key in its folder and the cast of the demo.
    pub async fn found(url: &str, folder: PathBuf) -> Self {
        Self::on(url, folder, demo::cast().unwrap()).await
    }

    async fn on(url: &str, folder: PathBuf, cast: Vec<Persona>) -> Self {
        let db = Db::open(url, clock::secret()).await.unwrap();
        database::migrate(&db).await.unwrap();
        let clock = Clock::default();
        let keyring = Keyring::new(&folder, None).unwrap();
        let signer = Signer::open(&db, keyring, clock.now()).await.unwrap();
        let told = clock.clone();
        let db = db.told_by(move || told.now());
        let state = State {
            db,
            clock,
            mail: Arc::new(Mail::Kept(Mutex::default())),
            sending: Arc::new(Semaphore::new(server::SENDING)),
            security_contact: None,
            proxies: 0,
            signer: Arc::new(signer),
            url: "http://comity.example".into(),
            counted: Arc::default(),
            inside: Arc::new(std::iter::once("127.0.0.1".to_owned()).collect()),
            providers: Arc::default(),
            required: Arc::default(),
            cast: Some(cast.into()),
        };
        Self { router: router(state.clone()), state, folder, database: url.to_owned() }
    }

    /// Its database as another server opens it.
    pub async fn another_db(&self) -> Db {
        Db::open(&self.database, clock::secret()).await.unwrap()
    }

    /// Where its data and its key are.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// What signs, as the next start of the server would have it.
    pub async fn signer(&self) -> Signer {
        let keyring = Keyring::new(&self.folder, None).unwrap();
        Signer::open(&self.state.db, keyring, self.state.clock.now()).await.unwrap()
    }

    /// A browser that has never been here, at another server on the same database.
    pub async fn browser_elsewhere(&self) -> Browser {
        let db = self.another_db().await;
        Browser::new(router(State { db, counted: Arc::default(), ..self.state.clone() }))
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// Someone with an account.
    pub async fn person(&self, name: &str) -> account::Model {
        let email = format!("{}@example.org", name.split(' ').next().unwrap().to_lowercase());
        let name = Name::parse(name).unwrap();
        verb::register(&self.state.db, None, &name, &email, false, self.state.clock.now()).await.unwrap()
    }

    /// A browser in which this person is signed in.
    pub async fn signed_in(&self, person: &account::Model) -> Browser {
        let mut browser = self.browser();
        browser.sign_in(&person.email).await;
        browser
    }

    /// A browser in which one of the demo's cast is signed in, by name.
    pub async fn as_cast(&self, name: &str) -> Browser {
        let cast = self.state.cast.as_deref().unwrap_or_default();
        let persona = cast.iter().find(|persona| persona.name == name).unwrap();
        let mut browser = self.browser();
        browser.sign_in(&persona.email).await;
        browser
    }

    /// The letters sent so far.
    pub async fn letters(&self) -> Vec<Letter> {
        // Letters are sent beside the answers; with all the room for that free, they have arrived.
        let room = u32::try_from(server::SENDING).unwrap();
        drop(self.state.sending.acquire_many(room).await.unwrap());
        // What a verb put into the outbox is on its way too; what the record tells of is not looked for.
        if matches!(&*self.state.mail, Mail::Kept(_)) {
            Telling::begin(self.state.clone()).await.unwrap().send().await.unwrap();
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

/// As whom one may sign in without a letter where nothing is played.
const PEOPLE: [&str; 8] = ["root", "ada", "ben", "grace", "hugo", "lena", "mira", "olga"];

fn people() -> Vec<Persona> {
    let person = |name: &str| Persona {
        name: name.to_owned(),
        email: format!("{name}@example.org"),
        role: String::new(),
    };
    PEOPLE.map(person).into()
}

/// The database file of the demo as it begins.
static PLAYED: OnceCell<PathBuf> = OnceCell::const_new();

async fn play() -> PathBuf {
    let folder = new_folder();
    let file = folder.join("comity.sqlite");
    let db = Db::open(&format!("sqlite://{}?mode=rwc", file.display()), clock::secret()).await.unwrap();
    database::migrate(&db).await.unwrap();
    demo::seed(&db, &folder, Clock::default().now()).await.unwrap();
    // Into the one file, so that copying it copies everything.
    db.owner().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    file
}

/// The address of a new database, and the folder it may be in.
pub async fn new_db() -> (String, PathBuf) {
    let folder = new_folder();
    (database_url(&folder).await, folder)
}

fn new_folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("comity-{}", clock::token()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
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
