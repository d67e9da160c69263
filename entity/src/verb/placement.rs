//! Correcting where a thread stands.

use chrono::{DateTime, Utc};
use domain::{
    anchor::{self, Anchor},
    permission::Action,
    record::{Kind, payload::PlacementRepaired},
    text::LineRange,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    Db, Reader, access, draft,
    error::*,
    row::placement::{ActiveModel, Beside, Column, Entity, row},
    thread,
    verb::record::Happened,
    version,
};

impl Reader {
    /// Puts a thread on these lines of the newest version; this overrides the machine there and in later versions. Refuses whoever may not,
    /// a version that is not the newest, and lines that it does not have.
    pub async fn repair_placement(
        &self,
        db: &Db,
        thread: &thread::Model,
        number: i32,
        lines: LineRange,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, draft, forum) = draft::Entity::begin(db, thread.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        let own = thread.raised_by == self.account.id;
        access::require(&*tx, Some(self), &forum, &draft, Action::RepairPlacement { own }, now).await?;
        if number != draft.latest {
            return Err(Error::refused("refusal-not-newest"));
        }
        let version = version::Entity::numbered(&*tx, draft.id, number).await?;
        let (text, ids) = (version.text(), version.clause_ids());
        let anchor = Anchor::on(&text, &ids, lines, None)?;
        let kept =
            Entity::find().filter(Column::ThreadId.eq(thread.id)).filter(Column::Version.eq(version.key()));
        let kept = kept.one(&*tx).await?.or_missing("placement")?;
        let placement = anchor::home(&anchor, &text);
        let thread = &thread::Entity::by_id(&*tx, thread.id).await?;
        let line = Beside::default().line(&text, &placement);
        let by_hand = ActiveModel {
            id: Set(kept.id),
            repaired_by: Set(Some(self.account.id)),
            repaired_at: Set(Some(now)),
            ..row(thread, version.key(), line, placement)
        };
        by_hand.update(&*tx).await?;
        Happened::to_draft(Kind::PlacementRepaired, &draft)
            .part("thread", thread.number)
            .saying(&PlacementRepaired { version: number, lines })?
            .conclude(tx, Some(self), None, now)
            .await
    }
}
