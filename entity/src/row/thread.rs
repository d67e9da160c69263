//! A conversation on an anchor, or on the whole draft, and what was answered.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ThreadKind,
    anchor::Anchor,
    disposition::Life,
    record::{Salt, Unsealed},
    typed::Reason,
};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    Stored, draft,
    error::*,
    row::{listed::among, version::VersionId},
};

/// One thread.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "thread")]
pub struct Model {
    /// Its draft in the upper half, its number in the lower: nobody has to ask the database for one.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub draft_id: i64,
    /// Counted within the draft; what people cite.
    pub number: i32,
    pub kind: Stored<ThreadKind>,
    /// The version it was made on.
    #[sea_orm(column_name = "version_id")]
    pub version: VersionId,
    /// None: on the whole draft.
    pub anchor: Option<Stored<Anchor>>,
    pub raised_by: i64,
    /// Whom the raiser spoke for at the time; none in a personal capacity.
    pub stakeholder_id: Option<i64>,
    pub life: Stored<Life>,
    /// The key of `life`, for filtering.
    pub state: String,
    /// The key of the disposition of the standing answer, for filtering; none while there is none.
    pub disposition: Option<String>,
    /// Whether it was opened after the round had closed.
    pub late: bool,
    pub created_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
    /// How many comments it has, with the one that opened it.
    pub comments: i32,
    /// What the reasons in its life are sealed with in the record; erased with them.
    pub salt: Option<Stored<Salt>>,
}

/// The tables its rows refer to, as joins ask for them.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "draft::Entity", from = "Column::DraftId", to = "draft::Column::Id")]
    Draft,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The thread with this id, whoever may see it; refuses with not found.
    pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        Self::find_by_id(id).one(db).await?.or_missing("thread")
    }

    /// The thread of a draft with this number; refuses with not found.
    pub async fn numbered(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Model> {
        let found = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.eq(number));
        found.one(db).await?.or_missing("thread")
    }

    /// Every thread of a draft, by number.
    pub async fn of(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::DraftId.eq(draft));
        Ok(all.order_by_asc(Column::Number).all(db).await?)
    }

    /// The next threads of a draft after a number, by number; at most `limit`.
    pub async fn numbered_after(
        db: &impl ConnectionTrait,
        draft: i64,
        number: i32,
        limit: u64,
    ) -> Result<Vec<Model>> {
        let next = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.gt(number));
        Ok(next.order_by_asc(Column::Number).limit(limit).all(db).await?)
    }

    /// Threads by id.
    pub async fn among(
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Model>> {
        let threads = Self::find().filter(among(db, Column::Id, ids)).all(db).await?;
        Ok(threads.into_iter().map(|thread| (thread.id, thread)).collect())
    }

    /// The threads of a draft with these numbers.
    pub async fn with_numbers(
        db: &impl ConnectionTrait,
        draft: i64,
        numbers: impl IntoIterator<Item = i32>,
    ) -> Result<BTreeMap<i64, Model>> {
        Self::among(db, numbers.into_iter().map(|number| (draft << 32) | i64::from(number))).await
    }

    /// The threads of a draft that are about some of its words and have a higher number than this.
    pub(crate) async fn anchored_after(
        db: &impl ConnectionTrait,
        draft: i64,
        number: i32,
    ) -> Result<Vec<Model>> {
        let some = Self::find()
            .filter(Column::DraftId.eq(draft))
            .filter(Column::Anchor.is_not_null())
            .filter(Column::Number.gt(number));
        Ok(some.order_by_asc(Column::Number).all(db).await?)
    }
}

impl Model {
    /// The reasons in its life, with what opens their seals.
    pub fn openings(&self) -> Vec<Unsealed> {
        let Some(Stored(salt)) = self.salt else { return Vec::new() };
        let (answer, reopened) = match &self.life.0 {
            Life::Open => (None, None),
            Life::Answered { answer } | Life::Acknowledged { answer, .. } => (Some(answer), None),
            Life::Reopened { earlier, reason, .. } => (Some(earlier), Some(reason)),
            Life::Withdrawn { answer, .. } => (answer.as_ref(), None),
        };
        let reasons = answer.map(|answer| &answer.reason).into_iter().chain(reopened);
        let opening = |reason: &Reason| Unsealed {
            field: "reason".to_owned(),
            salt,
            words: reason.as_str().to_owned(),
        };
        reasons.map(opening).collect()
    }

    /// Its life at this instant.
    pub fn life_at(&self, now: DateTime<Utc>) -> Life {
        self.life.0.clone().as_of(now)
    }
}
