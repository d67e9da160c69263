//! The words that changed since a seat signed.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use domain::{
    carry,
    diff::{self, Changes, Row},
    text::ClauseId,
};

use crate::{
    Db, clause_map,
    error::*,
    reading::{Head, positions::Carried},
    version,
};

/// The lines that changed in substance, of those that a position is about.
#[derive(Clone, Debug, Default)]
pub struct Since {
    pub version: u32,
    /// Words removed plus words inserted.
    pub words: u32,
    pub rows: Vec<Row>,
}

/// What changed for each seat whose words changed in substance, by stakeholder. Each pair of versions is compared once.
pub async fn load(db: &Db, head: &Head, carried: &BTreeMap<i64, Carried>) -> Result<BTreeMap<i64, Since>> {
    let Ok(newest) = head.newest() else { return Ok(BTreeMap::new()) };
    let text = newest.text();
    let mut compared: BTreeMap<i32, Changes> = BTreeMap::new();
    let mut since = BTreeMap::new();
    for (stakeholder, one) in carried {
        let waits = one.standing.carried.waits_for_holder();
        if !waits
            || one.standing.worst != carry::ChangeClass::Substantive
            || one.sign_off.version == newest.key()
        {
            continue;
        }
        let signed = head.version(one.sign_off.version.number().unsigned_abs())?;
        let changes = match compared.entry(signed.number) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let map = clause_map::between(db.read(), signed, newest).await?;
                new.insert(diff::changes(&signed.text(), &text, &map))
            }
        };
        since.insert(*stakeholder, of(changes, signed, newest, &one.standing.because));
    }
    Ok(since)
}

/// The changed lines of these clauses.
fn of(changes: &Changes, signed: &version::Model, newest: &version::Model, because: &[ClauseId]) -> Since {
    let because: BTreeSet<_> = because.iter().copied().collect();
    let named = |version: &version::Model, at: &u32| {
        version.clauses.get(*at as usize).is_some_and(|clause| because.contains(&clause.id))
    };
    let hunks = changes.changed().filter(|hunk| {
        hunk.now_at.is_none()
            && (hunk.new.iter().any(|at| named(newest, at)) || hunk.old.iter().any(|at| named(signed, at)))
    });
    let mut rows: Vec<Row> =
        hunks.flat_map(|hunk| &hunk.rows).filter(|row| !row.is_same()).cloned().collect();
    rows.sort_by_key(|row| row.new.or(row.old));
    let words = rows.iter().map(|row| row.weight.words()).sum();
    Since { version: signed.number.unsigned_abs(), words, rows }
}
