//! The steps of a draft through its stages, each a verb of the secretariat.

use chrono::{DateTime, Utc};
use domain::{
    carry::Change,
    permission::Action,
    record::{Kind, payload::Stepped},
    stage::{Facts, Refusal, Stage},
    typed::Reason,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};

use crate::{
    Db, Reader, access, draft,
    error::*,
    forum,
    reading::{changes, positions, promise, thread_count},
    verb::record::Happened,
    version,
};

/// One step, with what the secretariat decides about it.
#[derive(Clone, Debug)]
pub enum Step {
    OpenRound { opens: DateTime<Utc>, closes: DateTime<Utc> },
    Close { early: Option<Reason> },
    Extend { to: DateTime<Utc>, reason: Reason },
    OpenLastCall { closes: DateTime<Utc> },
    OpenSignOff { closes: DateTime<Utc> },
    TakeBack { reason: Reason },
    OpenSilence { until: DateTime<Utc> },
    BreakSilence { reason: Reason },
    Adopt,
    Suspend { reason: Reason },
    Resume,
    Withdraw { reason: Reason },
    Supersede { by: String },
}

impl Step {
    /// What the permission table calls it.
    pub const fn action(&self) -> Action {
        match self {
            Self::OpenRound { .. } => Action::OpenRound,
            Self::Close { .. } => Action::CloseRound,
            Self::Extend { .. } => Action::ExtendDeadline,
            Self::OpenLastCall { .. } => Action::OpenLastCall,
            Self::OpenSignOff { .. } => Action::OpenSignOff,
            Self::TakeBack { .. } => Action::TakeBack,
            Self::OpenSilence { .. } => Action::OpenSilence,
            Self::BreakSilence { .. } => Action::BreakSilence,
            Self::Adopt => Action::Adopt,
            Self::Suspend { .. } => Action::Suspend,
            Self::Resume => Action::Resume,
            Self::Withdraw { .. } => Action::WithdrawDraft,
            Self::Supersede { .. } => Action::Supersede,
        }
    }

    const fn kind(&self) -> Kind {
        match self {
            Self::OpenRound { .. } => Kind::RoundOpened,
            Self::Close { .. } => Kind::RoundClosed,
            Self::Extend { .. } => Kind::DeadlineExtended,
            Self::OpenLastCall { .. } => Kind::LastCallOpened,
            Self::OpenSignOff { .. } => Kind::SignOffOpened,
            Self::TakeBack { .. } => Kind::TakenBack,
            Self::OpenSilence { .. } => Kind::SilenceOpened,
            Self::BreakSilence { .. } => Kind::SilenceBroken,
            Self::Adopt => Kind::Adopted,
            Self::Suspend { .. } => Kind::Suspended,
            Self::Resume => Kind::Resumed,
            Self::Withdraw { .. } => Kind::DraftWithdrawn,
            Self::Supersede { .. } => Kind::Superseded,
        }
    }

    const fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Close { early } => early.as_ref(),
            Self::Extend { reason, .. }
            | Self::TakeBack { reason }
            | Self::BreakSilence { reason }
            | Self::Suspend { reason }
            | Self::Withdraw { reason } => Some(reason),
            Self::OpenRound { .. }
            | Self::OpenLastCall { .. }
            | Self::OpenSignOff { .. }
            | Self::OpenSilence { .. }
            | Self::Adopt
            | Self::Resume
            | Self::Supersede { .. } => None,
        }
    }

    fn apply(self, stage: Stage, facts: &Facts, now: DateTime<Utc>) -> std::result::Result<Stage, Refusal> {
        match self {
            Self::OpenRound { opens, closes } => stage.open_round(facts, opens, closes, now),
            Self::Close { early } => stage.close(early.as_ref(), now),
            Self::Extend { to, reason } => stage.extend(to, &reason, now),
            Self::OpenLastCall { closes } => stage.open_last_call(facts, closes, now),
            Self::OpenSignOff { closes } => stage.open_sign_off(closes, now),
            Self::TakeBack { reason } => stage.take_back(&reason, now),
            Self::OpenSilence { until } => stage.open_silence(&facts.tally, until, now),
            Self::BreakSilence { reason } => stage.break_silence(&reason, now),
            Self::Adopt => stage.adopt(&facts.tally, now),
            Self::Suspend { reason } => stage.suspend(reason, now),
            Self::Resume => stage.resume(now),
            Self::Withdraw { reason } => stage.withdraw(reason, now),
            Self::Supersede { by } => stage.supersede(by, now),
        }
    }
}

impl Reader {
    /// Takes a draft one step further. Refuses with what is missing.
    pub async fn take_step(
        &self,
        db: &Db,
        draft: &draft::Model,
        step: Step,
        now: DateTime<Utc>,
    ) -> Result<draft::Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, step.action(), now).await?;
        let facts = facts(&*tx, &forum, &draft, now).await?;
        let (kind, reason) = (step.kind(), step.reason().cloned());
        let stage = step.apply(draft.stage.0.clone(), &facts, now);
        let stage = stage.map_err(|refusal| Error::Conflict(refusal.message()))?;
        let payload = Stepped { stage: stage.clone(), reason };
        Happened::to_draft(kind, &draft).saying(&payload)?.append(&tx, Some(self), None, now).await?;
        let row = draft::ActiveModel { id: Set(draft.id), ..Default::default() };
        let draft = row.in_stage(stage).update(&*tx).await?;
        tx.commit().await?;
        Ok(draft)
    }
}

/// What the stage of a draft must know to go on.
pub async fn facts(
    db: &impl ConnectionTrait,
    forum: &forum::Model,
    draft: &draft::Model,
    now: DateTime<Utc>,
) -> Result<Facts> {
    let versions = version::Entity::of(db, draft.id).await?;
    let threads = thread_count::counts(db, [draft.id]).await?.remove(&draft.id).unwrap_or_default();
    let consulted = draft.stage_at(now).version().and_then(|number| i32::try_from(number).ok());
    let changed_in_substance = match consulted {
        Some(consulted) if consulted < draft.latest => {
            let changes = changes::changes(db, &versions, consulted, draft.latest).await?;
            changes.values().any(|change| *change == Change::Substantive)
        }
        _ => false,
    };
    Ok(Facts {
        latest: u32::try_from(draft.latest).ok().filter(|latest| *latest > 0),
        unanswered: threads.unanswered,
        accepted_unchanged: accepted_unchanged(db, draft, &versions).await?,
        changed_in_substance,
        tally: positions::tally_of(db, forum, draft, draft.latest).await?,
    })
}

/// How many accepted threads stand on a clause that is the same in the newest version as where they were made.
async fn accepted_unchanged(
    db: &impl ConnectionTrait,
    draft: &draft::Model,
    versions: &[version::Model],
) -> Result<u32> {
    let Some(newest) = versions.iter().find(|version| version.number == draft.latest) else { return Ok(0) };
    let threads = promise::promised(db, draft.id).await?;
    let clauses = newest.clauses.iter().map(|covered| (covered.id, covered.digest));
    Ok(u32::try_from(promise::unkept(&threads, versions, clauses).len()).unwrap_or(u32::MAX))
}
