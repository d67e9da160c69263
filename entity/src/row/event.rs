//! The append-only record: one row an event, chained by hashes.

use chrono::{DateTime, Utc};
use domain::record::{Credit, Head};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use crate::error::*;

/// One event. Rows are only added, never changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// From 1, without a gap.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    pub at: DateTime<Utc>,
    /// The account that acted; none for the clock or the command line.
    pub actor: Option<i64>,
    /// The name of the actor, sealed.
    pub name: Option<String>,
    /// The mandate under which it acted.
    pub mandate: Option<i64>,
    /// The key of a [`Kind`](domain::record::Kind).
    pub kind: String,
    /// What it happened to: `draft/DN-2026-001/thread/12`.
    pub subject: String,
    /// Canonical JSON.
    pub payload: String,
    /// The hash of the event before, in hex.
    pub previous: String,
    /// The first two parts of the subject, and the place in that run.
    pub run: String,
    pub run_number: i64,
    /// The hash of the event before in its run, in hex.
    pub run_previous: String,
    /// Sixteen bytes in hex, which are part of what is hashed.
    pub salt: String,
    /// The hash of the event, in hex.
    pub hash: String,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The newest event; none in an empty record.
    pub async fn last(db: &impl ConnectionTrait) -> Result<Option<Model>> {
        Ok(Self::find().order_by_desc(Column::Sequence).one(db).await?)
    }

    /// The accounts that acted in a run, in no order.
    pub async fn actors(db: &impl ConnectionTrait, run: &str) -> Result<Vec<i64>> {
        let acted = Self::find().filter(Column::Run.eq(run)).filter(Column::Actor.is_not_null());
        Ok(acted.select_only().column(Column::Actor).distinct().into_tuple().all(db).await?)
    }

    /// The events of a draft, newest first, from before a number of its run on; at most `limit`.
    pub async fn of_draft(
        db: &impl ConnectionTrait,
        reference: &str,
        before: Option<i64>,
        limit: u64,
    ) -> Result<Vec<Model>> {
        let mut events = Self::find().filter(Column::Run.eq(format!("draft/{reference}")));
        if let Some(before) = before {
            events = events.filter(Column::RunNumber.lt(before));
        }
        Ok(events.order_by_desc(Column::RunNumber).limit(limit).all(db).await?)
    }

    /// The newest event of a run; none before its first.
    pub async fn last_in(db: &impl ConnectionTrait, run: &str) -> Result<Option<Model>> {
        let events = Self::find().filter(Column::Run.eq(run));
        Ok(events.order_by_desc(Column::RunNumber).one(db).await?)
    }

    /// The first event that happened to this subject; none when nothing has.
    pub async fn first_about(db: &impl ConnectionTrait, subject: &str) -> Result<Option<Model>> {
        let run = domain::record::run_of(subject);
        let events = Self::find().filter(Column::Run.eq(run)).filter(Column::Subject.eq(subject));
        Ok(events.order_by_asc(Column::RunNumber).one(db).await?)
    }

    /// The events of a run, from its first on.
    pub async fn of_run(db: &impl ConnectionTrait, run: &str) -> Result<Vec<Model>> {
        let events = Self::find().filter(Column::Run.eq(run));
        Ok(events.order_by_asc(Column::RunNumber).all(db).await?)
    }

    /// The next events of a run after a number of it, from its first on when there is none; at most `limit`.
    pub async fn of_run_after(
        db: &impl ConnectionTrait,
        run: &str,
        after: Option<i64>,
        limit: u64,
    ) -> Result<Vec<Model>> {
        let mut events = Self::find().filter(Column::Run.eq(run));
        if let Some(after) = after {
            events = events.filter(Column::RunNumber.gt(after));
        }
        Ok(events.order_by_asc(Column::RunNumber).limit(limit).all(db).await?)
    }

    /// The first events of the record in order, at most `size`: of each its run, and its place there with its hash.
    pub async fn marks(db: &impl ConnectionTrait, size: i64) -> Result<Vec<(String, Head)>> {
        let marks = Self::find()
            .select_only()
            .columns([Column::Run, Column::RunNumber, Column::Hash])
            .filter(Column::Sequence.lte(size))
            .order_by_asc(Column::Sequence);
        let marks = marks.into_tuple::<(String, i64, String)>().all(db).await?;
        let read = marks.into_iter().map(|(run, number, hash)| {
            let head = Head { number: number.unsigned_abs(), hash: crate::verb::record::digest(&hash)? };
            Ok((run, head))
        });
        read.collect()
    }

    /// The events after the first `size` of the record, in order.
    pub async fn after(db: &impl ConnectionTrait, size: i64) -> Result<Vec<Model>> {
        let events = Self::find().filter(Column::Sequence.gt(size));
        Ok(events.order_by_asc(Column::Sequence).all(db).await?)
    }

    /// Whose words the versions of a draft took over, in the order of the record.
    pub async fn credits(db: &impl ConnectionTrait, reference: &str) -> Result<Vec<Credit>> {
        let events = Self::find().filter(Column::Run.eq(format!("draft/{reference}")));
        // As the index of them says it.
        let events = events.filter(Expr::cust("event.kind = 'suggestion-applied'"));
        let rows = events.order_by_asc(Column::Sequence).all(db).await?;
        let events = rows.iter().map(Model::event).collect::<Result<Vec<_>>>()?;
        Ok(events.iter().filter_map(|event| Credit::of(&event.entry)).collect())
    }

    /// The whole record in order.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_asc(Column::Sequence).all(db).await?)
    }
}
