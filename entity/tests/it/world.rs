//! A small network to tell stories in: Ada runs it, Ben drafts, Grace, Hugo and Ines sign for governments, Mira comments.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    ForumKind, ThreadKind, Tier,
    class::Class,
    permission::Role,
    text::LineRange,
    typed::{Charter, CommentBody, Name, Title, VersionNote, Wording},
    visibility::Visibility,
};
use entity::{
    Db, Error, Reader, Result, draft, forum,
    verb::{self, Said},
    version,
};
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database};

pub const FIRST: &str = "\
# Principles

A public body says in writing what a system is for. The statement names the people it will affect.

## Notice

A person who meets a system should be told so. The notice is given in plain words.
";

pub const SECOND: &str = "\
# Principles

## Notice

A person who meets a system must be told so. The notice is given in plain words.

A public body says in writing what a system is for. The statement names the people it will affect.
";

pub struct World {
    pub db: Db,
    pub now: DateTime<Utc>,
    pub forum: forum::Model,
    pub ada: Reader,
    pub ben: Reader,
    pub grace: Reader,
    pub hugo: Reader,
    pub ines: Reader,
    pub mira: Reader,
    pub _folder: tempfile::TempDir,
}

/// Opens a database of its own for one test.
pub async fn database(folder: &tempfile::TempDir) -> Db {
    let url = match std::env::var("COMITY_TEST_POSTGRES") {
        Ok(server) => {
            let name = format!("t{}_{}", std::process::id(), fresh());
            let admin = Database::connect(&server).await.unwrap();
            admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
            let (base, _) = server.rsplit_once('/').unwrap();
            format!("{base}/{name}")
        }
        Err(_) => file(folder),
    };
    let db = Db::open(&url, [7; 32]).await.unwrap();
    Migrator::up(db.owner(), None).await.unwrap();
    db
}

pub fn file(folder: &tempfile::TempDir) -> String {
    format!("sqlite://{}/comity.db", folder.path().display())
}

fn fresh() -> u32 {
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
}

impl World {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = database(&folder).await;
        let now: DateTime<Utc> = "2027-02-01T09:00:00Z".parse().unwrap();
        let ada = person(&db, "Ada Ruiz", true, now).await;
        let founding = verb::Founding {
            slug: "dovetail".to_owned(),
            name: Name::parse("Dovetail Network").unwrap(),
            kind: ForumKind::Minilateral,
            parent: None,
            prefix: "DN".to_owned(),
            charter: Charter::parse("We meet twice a year.").unwrap(),
            zone: "Pacific/Auckland".to_owned(),
            late_comments: false,
        };
        let forum = ada.found(&db, founding, now).await.unwrap();
        ada.give_role(&db, &forum, ada.account.id, Role::Secretariat, now).await.unwrap();
        let ben = person(&db, "Ben Aalto", false, now).await;
        ada.give_role(&db, &forum, ben.account.id, Role::Editor, now).await.unwrap();
        let mut world = Self {
            ada: again(&db, &ada, now).await,
            ben: again(&db, &ben, now).await,
            grace: ada.clone(),
            hugo: ada.clone(),
            ines: ada.clone(),
            mira: person(&db, "Mira Oduya", false, now).await,
            db,
            now,
            forum,
            _folder: folder,
        };
        world.grace = world.delegate("Grace Imura", "Aravel").await;
        world.hugo = world.delegate("Hugo Brandt", "Brenmark").await;
        world.ines = world.delegate("Ines Tarn", "Norvale").await;
        world
    }

    async fn delegate(&self, name: &str, government: &str) -> Reader {
        let organisation = verb::Organisation {
            slug: government.to_lowercase(),
            name: Name::parse(government).unwrap(),
            class: Class::Government,
            place: government.to_owned(),
            about: String::new(),
        };
        let government = self.ada.enter(&self.db, organisation, self.now).await.unwrap();
        self.ada.seat(&self.db, &self.forum, &government, self.now).await.unwrap();
        let reader = person(&self.db, name, false, self.now).await;
        let grant = verb::Grant {
            account: reader.account.id,
            stakeholder: government.id,
            forum: None,
            tier: Tier::Lead,
            title: "Chief digital officer".to_owned(),
            starts: self.now,
            ends: None,
        };
        // Each speaks for itself: it is its own focal point.
        self.ada.name_focal_point(&self.db, &government, reader.account.id, self.now).await.unwrap();
        let reader = again(&self.db, &reader, self.now).await;
        reader.grant_mandate(&self.db, grant, self.now).await.unwrap();
        again(&self.db, &reader, self.now).await
    }

    pub fn later(&mut self, days: i64) {
        self.now += TimeDelta::days(days);
    }

    /// Ben begins a draft with this text and publishes its first version.
    pub async fn published(&self, source: &str) -> draft::Model {
        self.published_for(source, Visibility::Public).await
    }

    /// The same for those who may see it.
    pub async fn published_for(&self, source: &str, visibility: Visibility) -> draft::Model {
        let beginning = verb::Beginning {
            title: Title::parse("Principles").unwrap(),
            language: "en".to_owned(),
            source: source.to_owned(),
            visibility,
            reference: None,
            once: None,
        };
        let draft = self.ben.begin_draft(&self.db, &self.forum, beginning, self.now).await.unwrap();
        self.publish(&draft, 1).await.unwrap();
        self.fresh(&draft).await
    }

    /// Ben puts this text in place of the next version's and publishes it.
    pub async fn revise(&self, draft: &draft::Model, source: &str) -> Result<version::Model> {
        let base = self.fresh(draft).await.latest;
        let saved =
            verb::Saved { source: source.to_owned(), base, edition: 0, applied: Vec::new(), recut: None };
        let text = self.ben.save_text(&self.db, draft, saved, self.now).await?;
        self.publish(draft, text.edition).await
    }

    pub async fn publish(&self, draft: &draft::Model, edition: i32) -> Result<version::Model> {
        let note = VersionNote::parse("As agreed in the call.").unwrap();
        let publication = verb::Publication { note, edition, editorial: Vec::new() };
        self.ben.publish(&self.db, draft, publication, self.now).await
    }

    pub async fn fresh(&self, draft: &draft::Model) -> draft::Model {
        draft::Entity::cited(self.db.read(), Some(&self.ada), &draft.reference, self.now).await.unwrap().0
    }
}

async fn person(db: &Db, name: &str, admin: bool, now: DateTime<Utc>) -> Reader {
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    let account = verb::register(db, None, &Name::parse(name).unwrap(), &email, admin, now).await.unwrap();
    Reader::of(db, account.id, now).await.unwrap().unwrap()
}

/// The same person with what they may do by now.
async fn again(db: &Db, reader: &Reader, now: DateTime<Utc>) -> Reader {
    Reader::of(db, reader.account.id, now).await.unwrap().unwrap()
}

pub fn on(lines: &str, quote: Option<&str>, words: &str) -> verb::Opening {
    verb::Opening {
        version: 1,
        lines: Some(lines.parse::<LineRange>().unwrap()),
        quote: quote.map(str::to_owned),
        place: None,
        kind: ThreadKind::General,
        said: said(words, None),
    }
}

pub fn said(words: &str, suggestion: Option<&str>) -> Said {
    Said {
        body: CommentBody::parse(words).unwrap(),
        suggestion: suggestion.map(|words| Wording::parse(words).unwrap()),
        stakeholder: None,
        once: None,
    }
}

/// The id of the message with which a verb was refused.
pub fn refusal<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result.unwrap_err() {
        Error::Refused(message)
        | Error::RefusedPart(_, message)
        | Error::Conflict(message)
        | Error::Forbidden(message) => message.id.into(),
        other => other.to_string(),
    }
}
