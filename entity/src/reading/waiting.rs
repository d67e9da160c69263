//! Threads that ask for something: a change, an answer, or a word to the answer.

use chrono::{DateTime, Utc};
use domain::disposition::{self};
use sea_orm::{QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use crate::{
    comment,
    error::*,
    reading::thread_count,
    row::{
        listed::one_of,
        thread::{Column, Entity, Model},
        version::VersionId,
    },
};

/// The threads on words of a draft that may have asked for a change of a version: made before it, and answered with a promise or with a wording
/// proposed in them. By number.
pub async fn asking(db: &impl ConnectionTrait, version: VersionId) -> Result<Vec<Model>> {
    let draft = version.draft();
    let with_wording = comment::Entity::find()
        .select_only()
        .column(comment::Column::ThreadId)
        .filter(comment::Column::Suggestion.is_not_null())
        .filter(comment::Column::ThreadId.between(draft << 32, ((draft + 1) << 32) - 1));
    let asks = one_of(Column::Disposition, &["accepted", "accepted-in-part"])
        .add(Column::Id.in_subquery(with_wording.into_query()));
    let asking = Entity::find()
        .filter(Column::DraftId.eq(draft))
        .filter(Column::Version.lt(version))
        .filter(Column::Anchor.is_not_null())
        .filter(asks);
    Ok(asking.order_by_asc(Column::Number).all(db).await?)
}

/// When the oldest thread of a draft that waits for an answer was opened.
pub async fn waiting_since(db: &impl ConnectionTrait, draft: i64) -> Result<Option<DateTime<Utc>>> {
    let waiting = Entity::find()
        .select_only()
        .column_as(Column::Number.min(), "number")
        .filter(Column::DraftId.eq(draft))
        .filter(one_of(Column::State, &thread_count::WAITING));
    let Some(number) = waiting.into_tuple::<Option<i32>>().one(db).await?.flatten() else { return Ok(None) };
    Ok(Some(Entity::numbered(db, draft, number).await?.created_at))
}

/// The answers that an account has yet to say something of, the latest first; at most fifty.
pub async fn to_acknowledge(
    db: &impl ConnectionTrait,
    account: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Model>> {
    let since = now - disposition::ACKNOWLEDGEMENT;
    let answered = Entity::find()
        .filter(Column::RaisedBy.eq(account))
        .filter(Column::State.eq("answered"))
        .filter(Column::AnsweredAt.gt(since));
    Ok(answered.order_by_desc(Column::AnsweredAt).limit(50).all(db).await?)
}
