use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    ForumKind, ThreadKind, Tier,
    class::Class,
    permission::Role,
    stage::{Stage, Step},
    typed::{Charter, CommentBody, Name, Title, VersionNote, Wording},
    visibility::Visibility,
};
use entity::{
    Db, Reader, account, draft, thread,
    verb::{self},
};

use super::{Browser, TestApp};

/// Two principles, six lines.
pub const FIRST: &str = "\
# Principles

## 1 Purpose

A public body should say in writing what a system is for. The statement names the people it will affect.

## 2 Notice

A person who meets a system is told so before it decides.
";

/// The first principle says what a body does, and the second is gone.
pub const SECOND: &str = "\
# Principles

## 1 Purpose

A public body says in writing what a system is for. The statement names the people it will affect.

## 2 Complaint

Anyone may report a harm, and an answer comes within thirty days.
";

/// A draft in consultation, and the people around it: Ada runs the forum, Ben drafts, Grace speaks for a government, Mira for
/// civil society, and Olga only looks on.
pub struct World {
    pub app: TestApp,
    pub ada: account::Model,
    pub ben: account::Model,
    pub grace: account::Model,
    pub mira: account::Model,
    pub olga: account::Model,
    pub draft: draft::Model,
}

impl World {
    /// The first round on version 1 is open for 28 days.
    pub async fn in_consultation() -> Self {
        Self::consulting_on(FIRST).await
    }

    /// The same with another text.
    pub async fn consulting_on(source: &str) -> Self {
        Self::on(TestApp::new().await, source).await
    }

    /// The same on a server that is there already.
    pub async fn on(app: TestApp, source: &str) -> Self {
        Self::shown_to(app, source, Visibility::Public).await
    }

    /// The same with a draft that not everybody may see.
    pub async fn behind(visibility: Visibility) -> Self {
        Self::shown_to(TestApp::new().await, FIRST, visibility).await
    }

    async fn shown_to(app: TestApp, source: &str, visibility: Visibility) -> Self {
        let (db, now) = (app.state.db.clone(), app.state.clock.now());
        let name = Name::parse("Root").unwrap();
        let root = verb::register(&db, None, &name, "root@example.org", true, now).await.unwrap();
        let root = Reader::of(&db, root.id, now).await.unwrap().unwrap();
        let forum = root.found(&db, dovetail(), now).await.unwrap();
        let ada = app.person("Ada Lind").await;
        let ben = app.person("Ben Aalto").await;
        let olga = app.person("Olga Ferro").await;
        for (account, role) in
            [(&root.account, Role::Secretariat), (&ada, Role::Secretariat), (&ben, Role::Editor)]
        {
            root.give_role(&db, &forum, account.id, role, now).await.unwrap();
        }
        let grace = app.person("Grace Imura").await;
        let mira = app.person("Mira Oduya").await;
        speaks_for(&db, &root, &grace, ("aravel", "Aravel", Class::Government), now).await;
        speaks_for(&db, &root, &mira, ("karst", "Karst Civic Lab", Class::CivilSociety), now).await;
        let editor = Reader::of(&db, ben.id, now).await.unwrap().unwrap();
        let draft = editor.begin_draft(&db, &forum, beginning(source, visibility), now).await.unwrap();
        publish(&db, &editor, &draft, 1, now).await;
        let secretariat = Reader::of(&db, ada.id, now).await.unwrap().unwrap();
        let step = Step::OpenRound { opens: now, closes: now + TimeDelta::days(28) };
        let draft = secretariat.take_step(&db, &draft, step, now).await.unwrap();
        Self { app, ada, ben, grace, mira, olga, draft }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.app.state.clock.now()
    }

    pub fn db(&self) -> &Db {
        &self.app.state.db
    }

    /// A browser in which this person is signed in.
    pub async fn as_(&self, person: &account::Model) -> Browser {
        self.app.signed_in(person).await
    }

    /// Gives a stakeholder a seat in the forum.
    pub async fn seat(&self, slug: &str) {
        let db = self.db().read();
        let forum = entity::forum::Entity::by_slug(db, "dovetail").await.unwrap();
        let stakeholder = entity::stakeholder::Entity::by_slug(db, slug).await.unwrap();
        let ada = self.reader(&self.ada).await;
        ada.seat(self.db(), &forum, &stakeholder, self.now()).await.unwrap();
    }

    pub async fn reader(&self, person: &account::Model) -> Reader {
        Reader::of(self.db(), person.id, self.now()).await.unwrap().unwrap()
    }

    /// Opens a thread on lines of version 1 (`L4`), or on the whole draft; for the stakeholder the person speaks for.
    pub async fn comments(
        &self,
        person: &account::Model,
        lines: Option<&str>,
        words: &str,
        proposed: Option<&str>,
    ) -> thread::Model {
        let reader = self.reader(person).await;
        let said = verb::Said {
            body: CommentBody::parse(words).unwrap(),
            suggestion: proposed.map(|words| Wording::parse(words).unwrap()),
            stakeholder: reader.first_voice().map(|voice| voice.stakeholder.id),
            once: None,
        };
        let lines = lines.map(|lines| lines.parse().unwrap());
        let opening =
            verb::Opening { version: 1, lines, quote: None, place: None, kind: ThreadKind::General, said };
        reader.open_thread(self.db(), &self.draft, opening, self.now()).await.unwrap()
    }

    /// The round ends, and Ben publishes a version with this text.
    pub async fn revise(&self, source: &str) {
        let draft = self.fresh().await;
        if matches!(draft.stage_at(self.now()), Stage::Consultation { .. }) {
            self.app.state.clock.advance(TimeDelta::days(29));
        }
        let ben = self.reader(&self.ben).await;
        let saved = verb::Saved {
            source: source.to_owned(),
            base: draft.latest,
            edition: 0,
            applied: Vec::new(),
            recut: None,
        };
        let text = ben.save_text(self.db(), &draft, saved, self.now()).await.unwrap();
        publish(self.db(), &ben, &draft, text.edition, self.now()).await;
    }

    /// An hour before the round ends.
    pub fn near_the_end_of_the_round(&self) {
        self.app.state.clock.advance(TimeDelta::days(28) - TimeDelta::hours(1));
    }

    /// The round ends, version 2 is published with one more line, and a second round opens on it.
    pub async fn second_round(&self) {
        self.app.state.clock.advance(TimeDelta::hours(2));
        self.revise(&format!("{FIRST}\n\nSystems are listed in public.\n")).await;
        let ada = self.reader(&self.ada).await;
        let opening = Step::OpenRound { opens: self.now(), closes: self.now() + TimeDelta::days(14) };
        ada.take_step(self.db(), &self.fresh().await, opening, self.now()).await.unwrap();
    }

    pub async fn fresh(&self) -> draft::Model {
        let now = self.now();
        draft::Entity::cited(self.db().read(), None, &self.draft.reference, now).await.unwrap().0
    }

    /// A page of the draft: `page("/threads/1")`.
    pub fn page(&self, rest: &str) -> String {
        format!("/drafts/{}{rest}", self.draft.reference)
    }
}

fn dovetail() -> verb::Founding {
    verb::Founding {
        slug: "dovetail".to_owned(),
        name: Name::parse("Dovetail Network").unwrap(),
        kind: ForumKind::Minilateral,
        parent: None,
        prefix: "DN".to_owned(),
        charter: Charter::parse("We meet twice a year.").unwrap(),
        zone: "Pacific/Auckland".to_owned(),
        late_comments: false,
    }
}

fn beginning(source: &str, visibility: Visibility) -> verb::Beginning {
    verb::Beginning {
        title: Title::parse("Principles").unwrap(),
        language: "en".to_owned(),
        source: source.to_owned(),
        visibility,
        reference: Some("DN-2026-001".to_owned()),
        once: None,
    }
}

async fn speaks_for(
    db: &Db,
    root: &Reader,
    person: &account::Model,
    (slug, name, class): (&str, &str, Class),
    now: DateTime<Utc>,
) {
    let organisation = verb::Organisation {
        slug: slug.to_owned(),
        name: Name::parse(name).unwrap(),
        class,
        place: "Aravel".to_owned(),
        about: String::new(),
    };
    let stakeholder = root.enter(db, organisation, now).await.unwrap();
    let grant = verb::Grant {
        account: person.id,
        stakeholder: stakeholder.id,
        forum: None,
        tier: Tier::Lead,
        title: "Lead".to_owned(),
        starts: now,
        ends: None,
    };
    // Each speaks for itself: it is its own focal point.
    root.name_focal_point(db, &stakeholder, person.id, now).await.unwrap();
    let person = Reader::of(db, person.id, now).await.unwrap().unwrap();
    person.grant_mandate(db, grant, now).await.unwrap();
}

async fn publish(db: &Db, editor: &Reader, draft: &draft::Model, edition: i32, now: DateTime<Utc>) {
    let note = VersionNote::parse("As agreed in the call.").unwrap();
    let publication = verb::Publication { note, edition, editorial: Vec::new() };
    editor.publish(db, draft, publication, now).await.unwrap();
}
