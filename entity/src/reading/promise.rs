//! Changes that were promised and are not there: the one place where they are looked for, before publishing and before the next step.

use std::collections::BTreeMap;

use domain::text::{ClauseId, Digest};
use sea_orm::entity::prelude::*;

use crate::{error::*, row::listed::one_of, thread, version};

/// The threads on words of a draft of which the answer is that a change will be made.
pub(crate) async fn promised(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<thread::Model>> {
    let all = thread::Entity::find().filter(thread::Column::DraftId.eq(draft));
    let anchored = all.filter(thread::Column::Anchor.is_not_null());
    let accepted = one_of(thread::Column::Disposition, &["accepted", "accepted-in-part"]);
    Ok(anchored.filter(accepted).all(db).await?)
}

/// The accepted threads of which the clause says in a text what it said where they were made. `clauses` are those of the text.
pub fn unkept<'a>(
    threads: &'a [thread::Model],
    versions: &[version::Model],
    clauses: impl IntoIterator<Item = (ClauseId, Digest)>,
) -> Vec<&'a thread::Model> {
    let after: BTreeMap<_, _> = clauses.into_iter().collect();
    let mut before = BTreeMap::new();
    for version in versions {
        before.extend(version.clauses.iter().map(|covered| ((version.number, covered.id), covered.digest)));
    }
    let promised = threads.iter().filter(|thread| {
        thread.life.standing_answer().is_some_and(|answer| answer.disposition.promises_change())
    });
    let same = promised.filter(|thread| {
        let Some(anchor) = &thread.anchor else { return false };
        let then = before.get(&(thread.version.number(), anchor.clause));
        then.is_some() && then == after.get(&anchor.clause)
    });
    same.collect()
}
