//! Plays the script: every act through the verb that a person would use, at the instant it happened.

mod setting;
mod talk;
mod text;
mod went;

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use entity::{Db, Reader, adoption, comment, draft, forum, referral, stakeholder, thread};
use jiff::{Timestamp, civil::Time, tz::TimeZone};

use super::{
    script::{self, BadScript},
    story::Act,
    words::NotOnce,
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
    /// The handle of the focal point of each stakeholder.
    focal_points: HashMap<&'a str, &'a str>,
    forums: HashMap<&'a str, forum::Model>,
    drafts: HashMap<&'a str, draft::Model>,
    /// By the reference of the draft and the key of the thread.
    threads: HashMap<String, thread::Model>,
    /// By the key of the script.
    referrals: HashMap<&'a str, referral::Model>,
    /// By the name of the instrument.
    adoptions: HashMap<&'a str, adoption::Model>,
}

impl<'a> Play<'a> {
    /// An empty stage: nobody is registered and nothing is founded. `seeding` is the instant from which the script counts its days.
    pub fn on(db: &'a Db, seeding: DateTime<Utc>) -> Self {
        Self {
            db,
            seeding,
            accounts: HashMap::new(),
            stakeholders: HashMap::new(),
            focal_points: HashMap::new(),
            forums: HashMap::new(),
            drafts: HashMap::new(),
            threads: HashMap::new(),
            referrals: HashMap::new(),
            adoptions: HashMap::new(),
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
            Act::Refer(referral) => self.refer(referral, now).await,
            Act::Receive(referral, received) => self.receive(referral, received, now).await,
            Act::Tell(referral, interim) => self.tell(referral, interim, now).await,
            Act::AnswerReferral(referral, answer) => self.answer_referral(referral, answer, now).await,
            Act::Record(adoption) => self.record(adoption, now).await,
            Act::Dispute(adoption, dispute) => self.dispute(adoption, dispute, now).await,
        }
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
