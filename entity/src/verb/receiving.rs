//! What the receiver of a referral does with it. For a body without Comity, the sender's secretariat says what it heard.

use chrono::{DateTime, Utc};
use domain::{
    permission::Action,
    record::{Kind, payload::DraftCreated},
    referral::{Answer, State},
    stage::Stage,
    typed::{Name, Reason},
    visibility::Visibility,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    draft::next_reference,
    referring::{self, Step, id_of},
};
use crate::{
    Db, Reader, Stored, Tx, access, draft,
    error::*,
    forum,
    row::{
        referral::{Entity, Model},
        version::{self, Covered, VersionId},
    },
    verb::record::Happened,
};

/// What the receiver says when it takes a referral on.
#[derive(Clone, Debug, Default)]
pub struct Receiving {
    /// Another day for the answer than the one that was asked for.
    pub due: Option<DateTime<Utc>>,
    /// Who works on it.
    pub to: Option<Name>,
    pub said: Option<Reason>,
}

/// What the receiver says to a referral without answering it.
#[derive(Clone, Debug)]
pub enum Word {
    /// It will not take it on.
    Decline(Reason),
    /// It points to another body.
    Redirect(Name, Reason),
    /// It names another day.
    Counter(DateTime<Utc>, Reason),
    /// It gave it to somebody.
    Assign(Name),
    /// It says how far it is.
    Interim(Reason),
}

impl Reader {
    /// Takes a referral on. A forum here gets a draft of its own with the text as it was sent, as version 1. Refuses one that was taken on
    /// before or has ended.
    pub async fn receive_referral(
        &self,
        db: &Db,
        referral: &Model,
        receiving: Receiving,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, sender) = draft::Entity::begin(db, referral.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        let (referral, forum) = theirs(&tx, self, &sender, referral, Action::ReceiveReferral, now).await?;
        let mut state = referral.state.0.clone().receive(now).map_err(referring::refused)?;
        if let Some(due) = receiving.due.filter(|due| state.due() != Some(*due)) {
            state = state.counter(due, now).map_err(referring::refused)?;
        }
        if let Some(to) = &receiving.to {
            state = state.assign(to.to_string()).map_err(referring::refused)?;
        }
        let (kind, said) = (Kind::ReferralReceived, receiving.said);
        let mut referral = referral;
        if referral.to_forum_id.is_some() {
            referral.derived_id = Some(derive(&tx, self, &forum, &referral, now).await?);
        }
        let step = Step { kind, state, said, answer: None };
        let row = referring::take(&tx, self, (&draft, &referral), step, now).await?;
        tx.commit().await?;
        Ok(row)
    }

    /// Says something to a referral without answering it. Refuses what is not possible in its state.
    pub async fn say_to_referral(
        &self,
        db: &Db,
        referral: &Model,
        word: Word,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, sender) = draft::Entity::begin(db, referral.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        let (referral, _) = theirs(&tx, self, &sender, referral, word.action(), now).await?;
        let step = word.step(referral.state.0.clone(), now)?;
        let row = referring::take(&tx, self, (&draft, &referral), step, now).await?;
        tx.commit().await?;
        Ok(row)
    }

    /// Answers a referral, in part or the whole. Refuses one that was not received or has ended, a version that the receiver's draft does
    /// not have, clauses that were not sent, and what [`Answer::check`] refuses.
    pub async fn answer_referral(
        &self,
        db: &Db,
        referral: &Model,
        answer: Answer,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, sender) = draft::Entity::begin(db, referral.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        let (referral, _) = theirs(&tx, self, &sender, referral, Action::AnswerReferral, now).await?;
        let sent = version::Entity::by_key(&*tx, referral.version).await?;
        let asked = asked(&referral, &sent);
        if answer.clauses.iter().any(|one| !asked.contains(&one.clause)) {
            return Err(Error::refused("refusal-referral-clause"));
        }
        if let Some(derived) = referral.derived_id {
            version::Entity::numbered(&*tx, derived, answer.version).await?;
        }
        let state = referral.state.0.clone().answer(&answer, asked.len(), now);
        let state = state.map_err(referring::refused)?;
        let said = answer.note.clone();
        let step = Step { kind: Kind::ReferralAnswered, state, said, answer: Some(answer) };
        let row = referring::take(&tx, self, (&draft, &referral), step, now).await?;
        tx.commit().await?;
        Ok(row)
    }
}

/// The clauses of which something is asked: those that are meant, or all that count.
pub fn asked(referral: &Model, sent: &version::Model) -> Vec<domain::text::ClauseId> {
    if !referral.ask.clauses.is_empty() {
        return referral.ask.clauses.clone();
    }
    let bodies = domain::crosswalk::bodies(&sent.text());
    let id = |place: u32| sent.clauses.get(place as usize).map(|covered| covered.id);
    bodies.into_iter().filter_map(id).collect()
}

/// The referral as it stands now, with the forum that acts for the receiver. Refuses whoever may not act for it there.
async fn theirs(
    tx: &Tx,
    reader: &Reader,
    sender: &forum::Model,
    referral: &Model,
    action: Action,
    now: DateTime<Utc>,
) -> Result<(Model, forum::Model)> {
    let fresh = Entity::find_by_id(referral.id).one(&**tx).await?.or_missing("referral")?;
    if fresh.state.0 == (State::Prepared {}) {
        return Err(Error::NotFound("referral"));
    }
    let forum = match fresh.to_forum_id {
        Some(id) => forum::Entity::by_id(&**tx, id).await?,
        None => sender.clone(),
    };
    access::require_in(&**tx, Some(reader), &forum, action, now).await?;
    Ok((fresh, forum))
}

/// Makes a draft of the receiver with the text as it was sent, and gives its id.
async fn derive(
    tx: &Tx,
    reader: &Reader,
    forum: &forum::Model,
    referral: &Model,
    now: DateTime<Utc>,
) -> Result<i64> {
    let sent = version::Entity::by_key(&**tx, referral.version).await?;
    let statement = referral.statement.as_ref().or_missing("referral")?;
    let count = i64::try_from(sent.clauses.len()).unwrap_or(i64::MAX);
    let row = draft::ActiveModel {
        forum_id: Set(forum.id),
        reference: Set(next_reference(&**tx, forum, now).await?),
        title: Set(statement.title.clone()),
        language: Set(statement.language.clone()),
        visibility: Set(Stored(Visibility::Public)),
        embargo_ends: Set(None),
        latest: Set(1),
        next_clause: Set(count + 1),
        next_thread: Set(1),
        created_by: Set(reader.account.id),
        created_at: Set(now),
        once: Set(None),
        ..Default::default()
    };
    let draft = row.in_stage(Stage::Drafting {}).insert(&**tx).await?;
    let created = DraftCreated {
        forum: forum.slug.clone(),
        title: draft.title.clone(),
        language: draft.language.clone(),
        visibility: draft.visibility.0,
    };
    let happened = Happened::to_draft(Kind::DraftCreated, &draft).saying(&created)?;
    happened.append(tx, Some(reader), None, now).await?;
    let version = first(tx, reader, &draft, (&sent, id_of(referral)?), now).await?;
    let published = Happened::to_draft(Kind::VersionPublished, &draft).part("version", 1);
    published.saying(&version.published()?)?.append(tx, Some(reader), None, now).await?;
    Ok(draft.id)
}

/// The text as it was sent, byte for byte and line for line, as the first version of the draft that was made of it. Its clauses are those
/// that were sent, in their order, with ids of their own.
async fn first(
    tx: &Tx,
    reader: &Reader,
    draft: &draft::Model,
    (sent, note): (&version::Model, String),
    now: DateTime<Utc>,
) -> Result<version::Model> {
    let ids = (1..).map(domain::text::ClauseId);
    let clauses = ids.zip(sent.clauses.iter()).map(|(id, covered)| Covered { id, ..*covered }).collect();
    let row = version::ActiveModel {
        id: Set(VersionId::new(draft.id, 1).0),
        draft_id: Set(draft.id),
        number: Set(1),
        source: Set(sent.source.clone()),
        digest: Set(sent.digest.clone()),
        manner: Set(sent.manner.clone()),
        clauses: Set(Stored(clauses)),
        editorial: Set(Stored(Vec::new())),
        note: Set(note),
        published_by: Set(reader.account.id),
        published_at: Set(now),
        salt: Set(Some(Stored(tx.salt()))),
    };
    Ok(row.insert(&**tx).await?)
}

impl Word {
    /// What the permission table calls it.
    const fn action(&self) -> Action {
        match self {
            Self::Decline(_) | Self::Redirect(..) | Self::Counter(..) => Action::ReceiveReferral,
            Self::Assign(_) | Self::Interim(_) => Action::AnswerReferral,
        }
    }

    fn step(self, state: State, now: DateTime<Utc>) -> Result<Step> {
        let (kind, state, said) = match self {
            Self::Decline(why) => (Kind::ReferralDeclined, state.decline(why.clone(), now), Some(why)),
            Self::Redirect(to, why) => {
                let state = state.redirect(to.to_string(), why.clone(), now);
                (Kind::ReferralRedirected, state, Some(why))
            }
            Self::Counter(day, why) => (Kind::ReferralCountered, state.counter(day, now), Some(why)),
            Self::Assign(to) => (Kind::ReferralAssigned, state.assign(to.to_string()), None),
            Self::Interim(said) => (Kind::ReferralInterim, state.interim(now), Some(said)),
        };
        Ok(Step { kind, state: state.map_err(referring::refused)?, said, answer: None })
    }
}
