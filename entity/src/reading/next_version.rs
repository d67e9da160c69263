//! What publishing will do, known before it is done.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{
    anchor::{Placement, Standing},
    carry,
    diff::{self, ClauseWords},
    disposition::Life,
    text::{ClauseId, LineRange, Text},
};

use super::{Compared, Head, Viewer, compared::Section, forecast::Forecast, positions, promise};
use crate::{error::*, sign_off, stakeholder, thread, version};

/// The next version as it would be, against the newest one.
pub struct NextVersion {
    pub old: Arc<Text>,
    pub new: Arc<Text>,
    pub sections: Vec<Section>,
    pub summary: diff::Summary,
    pub astray: Vec<diff::Astray>,
    pub fates: Vec<Fate>,
    /// Accepted threads whose clause is the same as where they were made.
    pub unchanged: Vec<u32>,
    pub reworded: Vec<Reworded>,
    /// The stakeholders whose position would not count any more, with the key of what becomes of it.
    pub stale: Vec<(String, &'static str)>,
}

/// What becomes of a thread.
pub struct Fate {
    /// Counted within the draft.
    pub number: u32,
    /// The words it is about.
    pub quote: String,
    pub placement: Placement,
}

/// A clause whose words change and which keeps its place among the clauses, and whether that may be called editorial.
#[derive(Clone)]
pub struct Reworded {
    pub clause: ClauseId,
    pub lines: LineRange,
    pub change: ClauseWords,
    /// Why its change may not be called editorial; none when it may.
    pub refused: Option<diff::NotEditorial>,
}

/// Works out what publishing a text would do; nothing before there is a version to compare it with.
pub async fn next_version(
    viewer: Viewer<'_>,
    head: &Head,
    forecast: &Forecast,
    placed: &BTreeMap<i64, Placement>,
    threads: &[thread::Model],
) -> Result<Option<NextVersion>> {
    let (Ok(newest), Some(map)) = (head.newest(), &forecast.map) else { return Ok(None) };
    let compared = Compared::new(newest.text(), forecast.text.clone(), map);
    Ok(Some(NextVersion {
        old: Arc::clone(&compared.old),
        new: Arc::clone(&compared.new),
        sections: compared.sections(),
        summary: compared.summary(),
        astray: compared.changes.astray.clone(),
        fates: fates(threads, placed),
        unchanged: unchanged(head, forecast, threads),
        reworded: reworded(newest, &compared, forecast, map),
        stale: stale(viewer, head, forecast).await?,
    }))
}

/// What becomes of every thread that was not taken back: those that lose their words first.
fn fates(threads: &[thread::Model], placed: &BTreeMap<i64, Placement>) -> Vec<Fate> {
    let live = threads.iter().filter(|thread| !matches!(thread.life.0, Life::Withdrawn { .. }));
    let mut fates: Vec<_> = live
        .filter_map(|thread| {
            let quote = thread.anchor.as_ref()?.quote.clone();
            let placement = placed.get(&thread.id)?.clone();
            Some(Fate { number: thread.number.unsigned_abs(), quote, placement })
        })
        .collect();
    fates.sort_by_key(|fate| match fate.placement.standing {
        Standing::Detached => (0, fate.number),
        Standing::Uncertain => (1, fate.number),
        Standing::Placed => (2, fate.number),
    });
    fates
}

impl NextVersion {
    /// How many threads would stand this surely.
    pub fn count(&self, standing: Standing) -> usize {
        self.fates.iter().filter(|fate| fate.placement.standing == standing).count()
    }
}

/// The accepted threads whose clause would still be the same, so that the promise would not be kept.
fn unchanged(head: &Head, forecast: &Forecast, threads: &[thread::Model]) -> Vec<u32> {
    let clauses = forecast.ids.iter().zip(forecast.text.clauses());
    let clauses = clauses.map(|(id, clause)| (*id, clause.digest));
    let unkept = promise::unkept(threads, &head.versions, clauses);
    unkept.into_iter().map(|thread| thread.number.unsigned_abs()).collect()
}

/// The clauses that stay themselves with other words.
fn reworded(
    newest: &version::Model,
    compared: &Compared,
    forecast: &Forecast,
    map: &domain::clause_map::ClauseMap,
) -> Vec<Reworded> {
    let rule = diff::Editorial::between(&compared.old, &compared.new);
    let kept: BTreeMap<_, _> = forecast.ids.iter().zip(forecast.text.clauses()).collect();
    let old = newest.clauses.iter().zip(compared.old.clauses()).enumerate();
    old.filter(|(index, _)| diff::class_of(map, *index) == carry::ChangeClass::Substantive)
        .filter_map(|(index, (covered, before))| {
            let after = kept.get(&covered.id)?;
            let number = map.old(index).map(|fate| fate.number).unwrap_or_default();
            Some(Reworded {
                clause: covered.id,
                lines: after.lines,
                change: diff::clause_words((&compared.old, before), (&compared.new, after), number),
                refused: rule.check(before, after, number).err(),
            })
        })
        .collect()
}

/// The positions that count now and would not count on the next version, unless its changes are declared editorial.
async fn stale(viewer: Viewer<'_>, head: &Head, forecast: &Forecast) -> Result<Vec<(String, &'static str)>> {
    let db = viewer.db.read();
    let sign_offs = sign_off::Entity::of(db, head.draft.id).await?;
    let before = positions::carried(db, &head.versions, &sign_offs, head.draft.latest).await?;
    let next = forecast.version(&head.draft, Vec::new(), viewer.now);
    let versions: Vec<_> = head.versions.iter().cloned().chain([next]).collect();
    let after = positions::carried(db, &versions, &sign_offs, head.draft.latest + 1).await?;
    let counts = |id: &i64| before.get(id).is_some_and(|held| held.standing.carried.counts());
    let lost: Vec<_> =
        after.iter().filter(|(id, held)| counts(id) && !held.standing.carried.counts()).collect();
    let names =
        stakeholder::Entity::among(db, lost.iter().map(|(id, _)| **id).collect::<BTreeSet<_>>()).await?;
    let named = lost
        .into_iter()
        .filter_map(|(id, held)| Some((names.get(id)?.name.clone(), held.standing.carried.key())));
    Ok(named.collect())
}
