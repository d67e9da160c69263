//! Preparing a referral, sending it, and taking it back.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    permission::Action,
    record::{Kind, payload::ReferralSent},
    referral::{Ask, Path, Refusal, Sending, State, Statement, Terms},
    stage::Stage,
    typed::{Name, Reason},
};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

use super::referring::{self, Step};
use crate::{
    Db, Reader, Stored, access, draft,
    error::*,
    forum,
    reading::{positions, thread_count},
    row::{
        referral::{ActiveModel, Column, Entity, Model, hop},
        version::{self, VersionId},
    },
    verb::record::Happened,
};

/// To whom a text is referred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// A forum here, by its id.
    Here(i64),
    /// A body without Comity, which gets a file.
    ByFile(Name),
}

/// A referral on its way in.
#[derive(Clone, Debug)]
pub struct Preparing {
    /// The number of the version.
    pub version: i32,
    pub to: Recipient,
    pub ask: Ask,
    pub terms: Terms,
    /// The prepared referral that it takes the place of; none for a new one.
    pub number: Option<i32>,
    /// The token of the form: the same form posted twice prepares one referral.
    pub once: Option<String>,
}

impl Reader {
    /// Keeps a referral that is not sent yet, which only the secretariat sees. Refuses a version that is not published, clauses that it
    /// does not have, and to change one that was sent.
    pub async fn prepare_referral(
        &self,
        db: &Db,
        draft: &draft::Model,
        preparing: Preparing,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::Refer, now).await?;
        let earlier = Entity::find().filter(Column::DraftId.eq(draft.id));
        let earlier = earlier.order_by_asc(Column::Number).all(&*tx).await?;
        let posted = |row: &&Model| preparing.once.is_some() && row.once == preparing.once;
        if let Some(same) = earlier.iter().find(posted) {
            return Ok(same.clone());
        }
        let version = version::Entity::numbered(&*tx, draft.id, preparing.version).await;
        let version = version.map_err(|_| Error::refused("refusal-referral-unpublished"))?;
        if preparing.ask.clauses.iter().any(|clause| version.position_of(*clause).is_none()) {
            return Err(Error::refused("refusal-referral-clause"));
        }
        let (to_forum_id, to_name) = match &preparing.to {
            Recipient::Here(id) => (Some(*id), forum::Entity::by_id(&*tx, *id).await?.name),
            Recipient::ByFile(name) => (None, name.to_string()),
        };
        let replaced = preparing.number.map(|number| earlier.iter().find(|row| row.number == number));
        if let Some(found) = replaced {
            let found = found.ok_or(Error::NotFound("referral"))?;
            if found.state.0 != (State::Prepared {}) {
                return Err(Error::Conflict(domain::Message::new("refusal-referral-not-prepared")));
            }
        }
        let behind = Entity::behind(&*tx, draft.id).await?;
        let row = ActiveModel {
            draft_id: Set(draft.id),
            version: Set(version.key()),
            root_id: Set(behind.map_or(draft.id, |behind| behind.root_id)),
            forum_id: Set(forum.id),
            to_forum_id: Set(to_forum_id),
            to_name: Set(to_name),
            ask: Set(Stored(preparing.ask)),
            terms: Set(Stored(preparing.terms)),
            prepared_by: Set(self.account.id),
            prepared_at: Set(now),
            once: Set(preparing.once),
            ..Default::default()
        };
        let row = row.in_state(State::Prepared {});
        let row = match replaced.flatten() {
            Some(found) => ActiveModel { id: Set(found.id), ..row }.update(&*tx).await?,
            None => {
                let number = earlier.last().map_or(0, |last| last.number) + 1;
                ActiveModel { number: Set(number), ..row }.insert(&*tx).await?
            }
        };
        tx.shows_nothing();
        tx.commit().await?;
        Ok(row)
    }

    /// Sends a prepared referral: from then on both forums, and everybody who may see the draft, see what it says. Refuses what
    /// [`Sending::check`] refuses.
    pub async fn send_referral(
        &self,
        db: &Db,
        draft: &draft::Model,
        number: i32,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::Refer, now).await?;
        let referral = Entity::numbered(&*tx, draft.id, number).await?;
        let outgoing = Outgoing::of(&*tx, &draft, &forum, &referral, now).await?;
        let state = referral.state.0.clone().send(&outgoing.sending(), &referral.ask, now);
        let state = state.map_err(referring::refused)?;
        let statement = outgoing.statement(&*tx, &referral).await?;
        let said = ReferralSent { statement: statement.clone() };
        let sent = Happened::to_draft(Kind::ReferralSent, &draft).part("referral", number).saying(&said)?;
        sent.append(&tx, Some(self), None, now).await?;
        if let Some(to) = &outgoing.to {
            let came = Happened::to_forum(Kind::ReferralSent, to).part("referral", &statement.id);
            came.saying(&said)?.append(&tx, Some(self), None, now).await?;
        }
        let row = ActiveModel {
            id: Set(referral.id),
            statement: Set(Some(Stored(statement))),
            sent_at: Set(Some(now)),
            ..Default::default()
        };
        let row = row.in_state(state.clone()).update(&*tx).await?;
        let step = Step { kind: Kind::ReferralSent, state, said: None, answer: None };
        referring::keep(&tx, self, &row, &step, None, now).await?;
        tx.commit().await?;
        Ok(row)
    }

    /// Takes a referral back. Refuses one that was not sent or has ended; what the receiver made of it stays with the receiver.
    pub async fn withdraw_referral(
        &self,
        db: &Db,
        draft: &draft::Model,
        number: i32,
        reason: Reason,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let end = |state: State, now| {
            let state = state.withdraw(reason.clone(), now)?;
            Ok(Step { kind: Kind::ReferralWithdrawn, state, said: Some(reason), answer: None })
        };
        self.end_referral(db, (draft, number), end, now).await
    }

    /// Waits no longer for an answer. Refuses one that is not overdue.
    pub async fn expire_referral(
        &self,
        db: &Db,
        draft: &draft::Model,
        number: i32,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let end = |state: State, now| {
            Ok(Step { kind: Kind::ReferralExpired, state: state.expire(now)?, said: None, answer: None })
        };
        self.end_referral(db, (draft, number), end, now).await
    }

    /// What its sender does with a referral that was sent.
    async fn end_referral(
        &self,
        db: &Db,
        (draft, number): (&draft::Model, i32),
        end: impl FnOnce(State, DateTime<Utc>) -> Result<Step, Refusal>,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::Refer, now).await?;
        let referral = Entity::numbered(&*tx, draft.id, number).await?;
        let step = end(referral.state.0.clone(), now).map_err(referring::refused)?;
        let row = referring::take(&tx, self, (&draft, &referral), step, now).await?;
        tx.commit().await?;
        Ok(row)
    }
}

/// What would be sent, as the record has it at this instant.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub draft: draft::Model,
    pub forum: forum::Model,
    /// The forum it goes to; none for a body without Comity.
    pub to: Option<forum::Model>,
    pub path: Path,
    pub version: version::Model,
    stage: Stage,
    under_way: Option<i32>,
    soonest: Option<DateTime<Utc>>,
}

impl Outgoing {
    /// Gathers what stands behind a prepared referral.
    pub async fn of(
        db: &impl ConnectionTrait,
        draft: &draft::Model,
        forum: &forum::Model,
        referral: &Model,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let to = match referral.to_forum_id {
            Some(id) => Some(forum::Entity::by_id(db, id).await?),
            None => None,
        };
        let path = match Entity::behind(db, draft.id).await? {
            Some(behind) => behind.path_of(draft, forum)?,
            None => Path::begin(hop(draft, forum)),
        };
        let same = Entity::of(db, [draft.id]).await?;
        let same = same.into_iter().find(|other| {
            other.id != referral.id
                && other.version == referral.version
                && other.to_forum_id == referral.to_forum_id
                && (other.to_forum_id.is_some() || other.to_name == referral.to_name)
                && other.state.is_open()
        });
        let days = to.as_ref().map_or(0, |to| to.answer_days);
        Ok(Self {
            version: version::Entity::by_key(db, referral.version).await?,
            stage: draft.stage_at(now),
            draft: draft.clone(),
            forum: forum.clone(),
            path,
            under_way: same.map(|same| same.number),
            soonest: (days > 0).then(|| now + TimeDelta::days(days.into())),
            to,
        })
    }

    /// What the rules of sending ask.
    pub fn sending(&self) -> Sending<'_> {
        Sending {
            version: u32::try_from(self.version.number).ok(),
            stage: &self.stage,
            visibility: self.draft.visibility.0,
            refers: self.forum.refers.0,
            path: &self.path,
            to: self.to.as_ref().map(|to| to.slug.as_str()),
            under_way: self.under_way,
            soonest: self.soonest,
        }
    }

    /// All that is sent.
    pub async fn statement(&self, db: &impl ConnectionTrait, referral: &Model) -> Result<Statement> {
        let number = VersionId::number(referral.version);
        let (tally, reservations) = positions::agreed(db, &self.forum, &self.draft).await?;
        let count = thread_count::counts(db, [self.draft.id]).await?;
        let count = count.get(&self.draft.id).copied().unwrap_or_default();
        let adopted = match self.stage {
            Stage::Adopted { at, .. } => Some(at),
            _ => None,
        };
        let against = u32::try_from(tally.objecting.len()).unwrap_or(u32::MAX);
        Ok(Statement {
            id: format!("{}/{}", self.draft.reference, referral.number),
            from: hop(&self.draft, &self.forum),
            path: self.path.clone(),
            to: referral.to_name.clone(),
            to_forum: self.to.as_ref().map(|to| to.slug.clone()),
            title: self.draft.title.clone(),
            language: self.draft.language.clone(),
            version: number,
            digest: self.version.digest.0,
            adopted,
            seats: (tally.in_place, against, tally.seats),
            reservations,
            threads: (count.standing, count.standing.saturating_sub(count.unanswered)),
            ask: referral.ask.0.clone(),
            terms: referral.terms.0.clone(),
        })
    }
}
