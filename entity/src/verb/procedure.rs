//! The steps of a draft through its stages, each a verb of the secretariat.

use chrono::{DateTime, Utc};
use domain::{
    carry::ChangeClass,
    record::payload::Stepped,
    stage::{Facts, Step},
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
        access::require(&*tx, Some(self), &forum, &draft, step.kind().action(), now).await?;
        let facts = facts(&*tx, &forum, &draft, now).await?;
        let (kind, reason) = (step.kind().event(), step.reason().cloned());
        let stage = draft.stage.0.clone().take(step, &facts, now);
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
            changes.values().any(|change| *change == ChangeClass::Substantive)
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
