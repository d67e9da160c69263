//! Places that somebody has to settle.

use std::collections::BTreeMap;

use domain::anchor::Standing;
use sea_orm::{JoinType, QuerySelect, Select, entity::prelude::*, sea_query::ExprTrait};

use crate::{
    draft,
    error::*,
    reading::thread_count,
    row::{
        listed::{among, one_of},
        placement::{Column, Entity, Model, Relation, word},
    },
    thread,
};

/// How many threads of a draft stand uncertainly in its newest version, and how many have lost their words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Triage {
    /// Threads whose place is not sure.
    pub uncertain: u32,
    /// Threads whose words are gone.
    pub detached: u32,
}

/// The placements in the newest version of their draft that nobody has looked at, of threads that are not over.
fn in_question() -> Select<Entity> {
    Entity::find()
        .join(JoinType::InnerJoin, Relation::Thread.def())
        .join(JoinType::InnerJoin, Relation::Draft.def())
        .filter(Column::RepairedBy.is_null())
        .filter(is_doubtful())
        .filter(Column::State.ne("withdrawn"))
        .filter(Expr::col((Entity, Column::Version)).eq(newest()))
}

/// The id of the newest version of a draft.
fn newest() -> Expr {
    let draft = |column| Expr::col((draft::Entity, column));
    draft(draft::Column::Id).mul(1_i64 << 32).add(draft(draft::Column::Latest))
}

/// As the index of them says it.
pub(crate) fn is_doubtful() -> Expr {
    Expr::cust("placement.standing <> 'placed'")
}

/// What is in question in these drafts, by draft.
pub async fn triage(
    db: &impl ConnectionTrait,
    drafts: impl IntoIterator<Item = i64>,
) -> Result<BTreeMap<i64, Triage>> {
    let groups = in_question()
        .select_only()
        .column(Column::DraftId)
        .column(Column::Standing)
        .column_as(Column::Id.count(), "threads")
        .filter(among(db, Column::DraftId, drafts))
        .group_by(Column::DraftId)
        .group_by(Column::Standing);
    let mut triage: BTreeMap<i64, Triage> = BTreeMap::new();
    for (draft, standing, threads) in groups.into_tuple::<(i64, String, i64)>().all(db).await? {
        let threads = u32::try_from(threads).unwrap_or(u32::MAX);
        let queue = triage.entry(draft).or_default();
        match standing.as_str() {
            "uncertain" => queue.uncertain = threads,
            _ => queue.detached = threads,
        }
    }
    Ok(triage)
}

/// The uncertain placements of the threads an account raised and that are open; at most fifty.
pub async fn to_confirm(db: &impl ConnectionTrait, account: i64) -> Result<Vec<(Model, thread::Model)>> {
    let uncertain = in_question()
        .filter(thread::Column::RaisedBy.eq(account))
        .filter(one_of(thread::Column::State, &thread_count::WAITING))
        .filter(Column::Standing.eq(word(Standing::Uncertain)))
        .limit(50)
        .all(db)
        .await?;
    let ids = uncertain.iter().map(|placement| placement.thread_id);
    let threads = thread::Entity::find().filter(among(db, thread::Column::Id, ids)).all(db).await?;
    let find = |id| threads.iter().find(|thread: &&thread::Model| thread.id == id).cloned();
    Ok(uncertain
        .into_iter()
        .filter_map(|placement| Some((placement.clone(), find(placement.thread_id)?)))
        .collect())
}
