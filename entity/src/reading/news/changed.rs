//! The words that a new version changed where somebody commented, and in the clauses they follow.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use domain::{
    diff::{Changes, Hunk, Row, changes},
    text::{ClauseId, LineRange},
};
use sea_orm::{JoinType, QuerySelect, entity::prelude::*};

use crate::{
    clause_map, comment, draft,
    error::*,
    follow::{self, Subject},
    forum, placement,
    reading::Viewer,
    thread, version,
    version::VersionId,
};

/// How many places a mail tells of at most; the page of changes has all.
const MOST: usize = 8;
/// How many comparisons are kept.
const KEPT: usize = 4;

/// Lines that changed, and why they concern somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    pub spot: Spot,
    pub rows: Vec<Row>,
}

/// Why a change concerns somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// They spoke in this thread.
    Thread(u32),
    /// They follow the clause.
    Clause,
}

/// An older version and a newer one.
type Pair = (VersionId, VersionId);

/// What changed between two versions, worked out once for all who are told of it.
#[derive(Debug, Default)]
pub struct Memo(Mutex<Vec<(Pair, Arc<Changes>)>>);

impl Memo {
    async fn between(
        &self,
        viewer: Viewer<'_>,
        old: &version::Model,
        new: &version::Model,
    ) -> Result<Arc<Changes>> {
        let key = (old.key(), new.key());
        let find = |kept: &[(Pair, Arc<Changes>)]| {
            kept.iter().find(|(known, _)| *known == key).map(|(_, changes)| changes.clone())
        };
        if let Some(known) = find(&self.0.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(known);
        }
        let map = clause_map::between(viewer.db.read(), old, new).await?;
        let (before, after) = (old.text(), new.text());
        let compared = tokio::task::spawn_blocking(move || changes(&before, &after, &map));
        let compared = compared.await.map_err(|error| Error::Broken(error.to_string()))?;
        let compared = Arc::new(compared);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((key, compared.clone()));
        Ok(compared)
    }
}

/// Whether the viewer wants to hear of every version: they follow the draft or its forum, or commented.
pub(super) async fn is_followed(
    viewer: Viewer<'_>,
    draft: &draft::Model,
    forum: &forum::Model,
) -> Result<bool> {
    let Some(account) = viewer.account() else { return Ok(false) };
    let db = viewer.db.read();
    let own = Subject::Draft(draft.reference.clone());
    if let Some(said) = follow::Entity::is_wanted(db, account, &own).await? {
        return Ok(said);
    }
    let parent = forum.parent(db).await?.map(|parent| parent.slug);
    for slug in std::iter::once(forum.slug.clone()).chain(parent) {
        if follow::Entity::is_wanted(db, account, &Subject::Forum(slug)).await? == Some(true) {
            return Ok(true);
        }
    }
    Ok(!spoken_in(db, account, draft.id).await?.is_empty())
}

/// What changed for the viewer with this version.
pub(super) async fn of(
    viewer: Viewer<'_>,
    draft: &draft::Model,
    number: i32,
    memo: &Memo,
) -> Result<Vec<Changed>> {
    let Some(account) = viewer.account().filter(|_| number > 1) else { return Ok(Vec::new()) };
    let db = viewer.db.read();
    let new = version::Entity::kept(viewer.db, draft.id, number).await?;
    let old = version::Entity::kept(viewer.db, draft.id, number - 1).await?;
    let changes = memo.between(viewer, &old, &new).await?;
    let threads = spoken_in(db, account, draft.id).await?;
    let now = placement::Entity::in_version(db, threads.keys().copied(), new.key()).await?;
    let then = placement::Entity::in_version(db, threads.keys().copied(), old.key()).await?;
    let mut shown = Vec::new();
    for (id, number) in threads {
        let now = now.get(&id).map(|place| (place.placement.clause, place.placement.lines));
        let then = then.get(&id).map(|place| (place.placement.clause, place.placement.lines));
        let rows = beside(&changes, now, then);
        if !rows.is_empty() {
            shown.push(Changed { spot: Spot::Thread(number.unsigned_abs()), rows });
        }
    }
    let followed = clauses_followed(viewer, account, draft).await?;
    let rows = in_clauses(&changes, &followed, &old, &new);
    if !rows.is_empty() {
        shown.push(Changed { spot: Spot::Clause, rows });
    }
    shown.truncate(MOST);
    Ok(shown)
}

type Place = Option<(Option<u32>, Option<LineRange>)>;

/// The changed rows of the lines on which a thread stands, or stood before they were taken out.
fn beside(changes: &Changes, now: Place, then: Place) -> Vec<Row> {
    let rows = |hunk: Option<&Hunk>, touches: &dyn Fn(&Row) -> bool| -> Vec<Row> {
        let rows = hunk.map(|hunk| hunk.rows.as_slice()).unwrap_or_default();
        rows.iter().filter(|row| !row.is_same() && touches(row)).cloned().collect()
    };
    if let Some((Some(clause), Some(lines))) = now {
        return rows(changes.of_new(clause), &|row| row.new_lines().is_some_and(|own| own.overlaps(lines)));
    }
    match then {
        Some((Some(clause), Some(lines))) => {
            rows(changes.of_old(clause), &|row| row.old_lines().is_some_and(|own| own.overlaps(lines)))
        }
        _ => Vec::new(),
    }
}

fn in_clauses(
    changes: &Changes,
    followed: &BTreeSet<ClauseId>,
    old: &version::Model,
    new: &version::Model,
) -> Vec<Row> {
    if followed.is_empty() {
        return Vec::new();
    }
    let is_one = |version: &version::Model, index: &u32| {
        version.clauses.get(*index as usize).is_some_and(|clause| followed.contains(&clause.id))
    };
    let hunks = changes.changed().filter(|hunk| {
        hunk.new.iter().any(|index| is_one(new, index)) || hunk.old.iter().any(|index| is_one(old, index))
    });
    hunks.flat_map(|hunk| &hunk.rows).filter(|row| !row.is_same()).cloned().collect()
}

/// The threads of a draft in which an account spoke, with their numbers.
async fn spoken_in(db: &impl ConnectionTrait, account: i64, draft: i64) -> Result<BTreeMap<i64, i32>> {
    let spoken = thread::Entity::find()
        .select_only()
        .columns([thread::Column::Id, thread::Column::Number])
        .distinct()
        .join_rev(JoinType::InnerJoin, comment::Relation::Thread.def())
        .filter(thread::Column::DraftId.eq(draft))
        .filter(comment::Column::AuthorId.eq(account));
    let spoken: Vec<(i64, i32)> = spoken.into_tuple().all(db).await?;
    Ok(spoken.into_iter().collect())
}

async fn clauses_followed(
    viewer: Viewer<'_>,
    account: i64,
    draft: &draft::Model,
) -> Result<BTreeSet<ClauseId>> {
    let followed = follow::Entity::of(viewer.db.read(), account).await?.into_iter();
    let clauses = followed.filter_map(|subject| match subject {
        Subject::Clause(reference, clause) if reference == draft.reference => Some(clause),
        _ => None,
    });
    Ok(clauses.collect())
}
