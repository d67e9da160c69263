//! Plays the script: every act through the verb that a person would use, at the instant it happened.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    disposition::Disposition,
    permission::Role,
    position::{self, PositionForm},
    visibility::Visibility,
};
use entity::{
    Db, Reader, comment,
    comment::Said,
    draft::{self, Beginning},
    forum,
    founding::{self, Founding, Grant, Organisation},
    procedure,
    sign_off::Signing,
    stakeholder,
    thread::{self, Opening},
    version::{self, Publication},
    working_text::Saved,
};
use jiff::{Timestamp, civil::Time, tz::TimeZone};

use super::{
    script::{self, BadScript, Doing},
    story::Act,
    words::{self, NotOnce},
};

/// The handle of the account that sets up the forums.
const SECRETARIAT: &str = "tamsin";

/// Why an act could not be played.
#[derive(Debug, thiserror::Error)]
pub enum Unplayable {
    #[error(transparent)]
    Script(#[from] BadScript),
    #[error(transparent)]
    NotOnce(#[from] NotOnce),
    #[error(transparent)]
    Verb(#[from] entity::Error),
    #[error("nobody and nothing is called {0}")]
    Unknown(String),
    #[error("not a position or an answer: {0}")]
    Unheard(String),
    #[error(transparent)]
    Clock(#[from] jiff::Error),
}

type Result<T, E = Unplayable> = std::result::Result<T, E>;

/// The stage, with everyone and everything that is on it already.
pub struct Play<'a> {
    db: &'a Db,
    /// The instant of seeding, from which the script counts.
    seeding: DateTime<Utc>,
    accounts: HashMap<&'a str, i64>,
    stakeholders: HashMap<&'a str, stakeholder::Model>,
    forums: HashMap<&'a str, forum::Model>,
    drafts: HashMap<&'a str, draft::Model>,
    /// By the reference of the draft and the key of the thread.
    threads: HashMap<String, thread::Model>,
}

impl<'a> Play<'a> {
    pub fn on(db: &'a Db, seeding: DateTime<Utc>) -> Self {
        Self {
            db,
            seeding,
            accounts: HashMap::new(),
            stakeholders: HashMap::new(),
            forums: HashMap::new(),
            drafts: HashMap::new(),
            threads: HashMap::new(),
        }
    }

    /// Plays one act at its time in days from the seeding.
    pub async fn act(&mut self, days: f64, act: Act<'a>) -> Result<()> {
        let now = self.instant(days);
        match act {
            Act::Register(person) => self.register(person, now).await,
            Act::Enter(one) => self.enter(one, now).await,
            Act::Found(forum) => self.found(forum, now).await,
            Act::Grant(person, mandate) => self.grant(person, mandate, now).await,
            Act::Begin(draft) => self.begin(draft, now).await,
            Act::Publish(draft, version) => self.publish(draft, version, now).await,
            Act::Step(draft, step) => self.step(draft, step, now).await,
            Act::Raise(draft, thread) => self.raise(draft, thread, now).await,
            Act::Reply(draft, thread, reply) => self.reply(draft, thread, reply, now).await,
            Act::Hide(draft, thread, hidden) => self.hide(draft, thread, hidden, now).await,
            Act::Answer(draft, thread, answer) => self.answer(draft, thread, answer, now).await,
            Act::Acknowledge(draft, thread, said) => {
                let raiser = self.reader(&thread.by, now).await?;
                let thread = self.thread(draft, &thread.key)?;
                Ok(raiser.acknowledge(self.db, thread, said.satisfied, now).await?)
            }
            Act::Withdraw(draft, thread) => {
                let raiser = self.reader(&thread.by, now).await?;
                Ok(raiser.withdraw_thread(self.db, self.thread(draft, &thread.key)?, now).await?)
            }
            Act::Apply(draft) => self.apply(draft, now).await,
            Act::SignOff(position) => self.sign_off(position, now).await,
        }
    }

    async fn register(&mut self, person: &'a script::Person, now: DateTime<Utc>) -> Result<()> {
        let account =
            founding::register(self.db, None, &person.name, &person.email, person.admin, now).await?;
        account.prefer(self.db, Some(person.zone.clone()), person.language.clone()).await?;
        self.accounts.insert(&person.handle, account.id);
        Ok(())
    }

    async fn enter(&mut self, one: &'a script::Stakeholder, now: DateTime<Utc>) -> Result<()> {
        let organisation = Organisation {
            slug: one.slug.clone(),
            name: one.name.clone(),
            class: one.class,
            place: one.place.clone(),
            about: one.about.clone(),
        };
        let entered = self.reader(SECRETARIAT, now).await?.enter(self.db, organisation, now).await?;
        self.stakeholders.insert(&one.slug, entered);
        Ok(())
    }

    async fn found(&mut self, forum: &'a script::Forum, now: DateTime<Utc>) -> Result<()> {
        let founder = self.reader(SECRETARIAT, now).await?;
        let parent = forum.parent.as_deref().map(|slug| self.forum(slug).map(|parent| parent.id));
        let founding = Founding {
            slug: forum.slug.clone(),
            name: forum.name.clone(),
            kind: forum.kind,
            parent: parent.transpose()?,
            prefix: forum.prefix.clone(),
            charter: forum.charter()?,
            zone: forum.zone.clone(),
            late_comments: false,
        };
        let founded = founder.found(self.db, founding, now).await?;
        for slug in &forum.seats {
            founder.seat(self.db, &founded, self.stakeholder(slug)?, now).await?;
        }
        let roles = [
            (Role::Secretariat, &forum.secretariat),
            (Role::Editor, &forum.editors),
            (Role::Observer, &forum.observers),
        ];
        for (role, handles) in roles {
            for handle in handles {
                founder.give_role(self.db, &founded, self.account(handle)?, role, now).await?;
            }
        }
        self.forums.insert(&forum.slug, founded);
        Ok(())
    }

    async fn grant(
        &self,
        person: &script::Person,
        mandate: &script::Mandate,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let grant = Grant {
            account: self.account(&person.handle)?,
            stakeholder: self.stakeholder(&mandate.stakeholder)?.id,
            tier: mandate.tier,
            title: mandate.title.clone(),
            starts: now,
            ends: Some(self.instant(mandate.ends)),
        };
        self.reader(SECRETARIAT, now).await?.grant_mandate(self.db, grant, now).await?;
        Ok(())
    }

    async fn begin(&mut self, draft: &'a script::Draft, now: DateTime<Utc>) -> Result<()> {
        let source = draft.versions.first().map(|first| first.source.clone());
        let beginning = Beginning {
            title: draft.title.clone(),
            language: draft.language.clone(),
            source: source.unwrap_or_default(),
            visibility: Visibility::Public,
            reference: Some(draft.reference.clone()),
            once: None,
        };
        let author = self.reader(&draft.by, now).await?;
        let begun = author.begin_draft(self.db, self.forum(&draft.forum)?, beginning, now).await?;
        self.drafts.insert(&draft.reference, begun);
        Ok(())
    }

    async fn publish(
        &mut self,
        draft: &'a script::Draft,
        version: &script::Version,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let author = self.reader(&version.by, now).await?;
        let begun = self.draft(&draft.reference)?;
        let mut editorial = Vec::new();
        if begun.latest > 0 {
            let saved = Saved { source: version.source.clone(), edition: 0, applied: None };
            author.save_text(self.db, begun, saved, now).await?;
            let newest = version::Entity::numbered(self.db.read(), begun.id, begun.latest).await?;
            let fresh = draft::Entity::cited(self.db.read(), Some(&author), &draft.reference, now).await?;
            let forecast = version::forecast(version.source.as_bytes(), Some(&newest), &fresh.0)?;
            editorial = words::clauses(&forecast.text, &forecast.ids, &version.editorial)?;
        }
        let publication = Publication { note: version.note.clone(), edition: 1, editorial };
        let published = author.publish(self.db, begun, publication, now).await?;
        if let Some(begun) = self.drafts.get_mut(draft.reference.as_str()) {
            begun.latest = published.number;
        }
        Ok(())
    }

    async fn step(&self, draft: &script::Draft, step: &script::Step, now: DateTime<Utc>) -> Result<()> {
        let zone = &self.forum(&draft.forum)?.zone;
        let end = |days, clock: &script::Clock| self.closing(days, clock.0, zone);
        let next = match &step.doing {
            Doing::Open { closes, clock } => {
                procedure::Step::OpenRound { opens: now, closes: end(*closes, clock)? }
            }
            Doing::LastCall { closes, clock } => {
                procedure::Step::OpenLastCall { closes: end(*closes, clock)? }
            }
            Doing::SignOff { closes, clock } => procedure::Step::OpenSignOff { closes: end(*closes, clock)? },
            Doing::Silence { closes, clock } => procedure::Step::OpenSilence { until: end(*closes, clock)? },
            Doing::BreakSilence { reason } => procedure::Step::BreakSilence { reason: reason.clone() },
            Doing::Adopt {} => procedure::Step::Adopt,
        };
        let actor = self.reader(&step.by, now).await?;
        actor.take_step(self.db, self.draft(&draft.reference)?, next, now).await?;
        Ok(())
    }

    async fn raise(
        &mut self,
        draft: &'a script::Draft,
        thread: &'a script::Thread,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let raiser = self.reader(&thread.by, now).await?;
        let begun = self.draft(&draft.reference)?;
        let lines = match &thread.quote {
            Some(quote) => {
                let version = version::Entity::numbered(self.db.read(), begun.id, thread.version).await?;
                Some(words::find(&version.text(), quote)?.0)
            }
            None => None,
        };
        let said = Said { suggestion: thread.suggestion.clone(), ..said(&raiser, &thread.body) };
        let opening =
            Opening { version: thread.version, lines, quote: thread.quote.clone(), kind: thread.kind, said };
        let raised = raiser.open_thread(self.db, begun, opening, now).await?;
        self.threads.insert(format!("{} {}", draft.reference, thread.key), raised);
        Ok(())
    }

    async fn reply(
        &self,
        draft: &script::Draft,
        thread: &script::Thread,
        reply: &script::Reply,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let author = self.reader(&reply.by, now).await?;
        let thread = self.thread(draft, &thread.key)?;
        author.reply(self.db, thread, said(&author, &reply.body), now).await?;
        Ok(())
    }

    /// Hides the first comment of a thread.
    async fn hide(
        &self,
        draft: &script::Draft,
        thread: &script::Thread,
        hidden: &script::Hidden,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let first = self.first_comment(draft, &thread.key).await?;
        let moderator = self.reader(&hidden.by, now).await?;
        Ok(moderator.hide_comment(self.db, &first, hidden.reason.clone(), now).await?)
    }

    async fn answer(
        &self,
        draft: &script::Draft,
        thread: &script::Thread,
        answer: &script::Answer,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let official = self.reader(&answer.by, now).await?;
        let thread = self.thread(draft, &thread.key)?;
        let other = match &answer.of {
            Some(key) => self.thread(draft, key)?.number.to_string(),
            None => String::new(),
        };
        let disposition = Disposition::parse(&answer.kind, &other, thread.number.unsigned_abs());
        let disposition = disposition.map_err(|refusal| Unplayable::Unheard(refusal.to_string()))?;
        let (draft, reason) = (self.draft(&draft.reference)?, answer.reason.clone());
        Ok(official.answer(self.db, draft, std::slice::from_ref(thread), disposition, reason, now).await?)
    }

    /// Takes suggestions over into the text of the next version, one save each.
    async fn apply(&self, draft: &script::Draft, now: DateTime<Utc>) -> Result<()> {
        let editor = self.reader(&draft.by, now).await?;
        let mut source = draft.versions.last().map(|version| version.source.clone()).unwrap_or_default();
        for (edition, key) in (0..).zip(&draft.applied) {
            let comment = self.first_comment(draft, key).await?;
            let thread = draft.threads.iter().find(|thread| thread.key == *key);
            let wording =
                thread.and_then(|thread| Some((thread.quote.as_ref()?, thread.suggestion.as_ref()?)));
            let (quote, wording) = wording.ok_or_else(|| Unplayable::Unknown(key.clone()))?;
            source = source.replacen(quote.as_str(), wording.as_str(), 1);
            let saved = Saved { source: source.clone(), edition, applied: Some(comment.id) };
            editor.save_text(self.db, self.draft(&draft.reference)?, saved, now).await?;
        }
        Ok(())
    }

    async fn sign_off(&self, taken: &script::Position, now: DateTime<Utc>) -> Result<()> {
        let signer = self.reader(&taken.by, now).await?;
        let draft = self.draft(&taken.draft)?;
        let version = version::Entity::numbered(self.db.read(), draft.id, taken.version).await?;
        let form = PositionForm {
            position: taken.take.clone(),
            reason: taken.reason.clone(),
            clauses: words::clauses(&version.text(), &version.clause_ids(), &taken.clauses)?,
            lifted_by: taken.lifted_by.clone(),
            reservation: taken.text.clone(),
        };
        let position = position::Position::parse(&form);
        let position = position.map_err(|refusals| Unplayable::Unheard(format!("{refusals:?}")))?;
        let signing = Signing {
            version: taken.version,
            stakeholder: self.stakeholder(&taken.seat)?.id,
            position,
            evidence: taken.evidence.clone(),
            once: None,
        };
        signer.sign_off(self.db, draft, signing, now).await?;
        Ok(())
    }

    /// An instant of the script.
    fn instant(&self, days: f64) -> DateTime<Utc> {
        #[expect(clippy::cast_possible_truncation, reason = "a few thousand days in milliseconds fit")]
        let offset = TimeDelta::milliseconds((days * 86_400_000.0) as i64);
        self.seeding + offset
    }

    /// The day of an instant of the script, at this time of day in this zone.
    fn closing(&self, days: f64, clock: Time, zone: &str) -> Result<DateTime<Utc>> {
        let zone = TimeZone::get(zone)?;
        let day = Timestamp::from_millisecond(self.instant(days).timestamp_millis())?
            .to_zoned_datetime(zone.clone())
            .date();
        let end = day.to_datetime(clock).to_zoned_datetime(zone)?.timestamp().as_millisecond();
        DateTime::from_timestamp_millis(end).ok_or_else(|| Unplayable::Unknown(day.to_string()))
    }

    async fn reader(&self, handle: &str, now: DateTime<Utc>) -> Result<Reader> {
        let reader = Reader::of(self.db, self.account(handle)?, now).await?;
        reader.ok_or_else(|| Unplayable::Unknown(handle.to_owned()))
    }

    async fn first_comment(&self, draft: &script::Draft, key: &str) -> Result<comment::Model> {
        let thread = self.thread(draft, key)?;
        let comments = comment::Entity::of(self.db.read(), [thread.id]).await?;
        let first = comments.into_values().flatten().next();
        first.ok_or_else(|| Unplayable::Unknown(key.to_owned()))
    }

    fn account(&self, handle: &str) -> Result<i64> {
        self.accounts.get(handle).copied().ok_or_else(|| Unplayable::Unknown(handle.to_owned()))
    }

    fn stakeholder(&self, slug: &str) -> Result<&stakeholder::Model> {
        self.stakeholders.get(slug).ok_or_else(|| Unplayable::Unknown(slug.to_owned()))
    }

    fn forum(&self, slug: &str) -> Result<&forum::Model> {
        self.forums.get(slug).ok_or_else(|| Unplayable::Unknown(slug.to_owned()))
    }

    fn draft(&self, reference: &str) -> Result<&draft::Model> {
        self.drafts.get(reference).ok_or_else(|| Unplayable::Unknown(reference.to_owned()))
    }

    fn thread(&self, draft: &script::Draft, key: &str) -> Result<&thread::Model> {
        let key = format!("{} {key}", draft.reference);
        self.threads.get(&key).ok_or(Unplayable::Unknown(key))
    }
}

/// Words said for whom the author usually speaks for.
fn said(author: &Reader, body: &domain::typed::CommentBody) -> Said {
    let stakeholder = author.first_voice().map(|voice| voice.stakeholder.id);
    Said { body: body.clone(), suggestion: None, stakeholder, once: None }
}
