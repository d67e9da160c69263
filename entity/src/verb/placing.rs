//! Writing down where threads stand: all of them in a new version, and a new one in all versions.

use std::collections::BTreeMap;

use domain::{
    anchor::{self, Anchor, Placement},
    text::Text,
};
use sea_orm::entity::prelude::*;

use crate::{
    Tx, clause_map, draft,
    error::*,
    placement::{ActiveModel, Beside, Entity, row},
    reading::ahead::{Ahead, Chain, repaired, settle},
    thread,
    version::{self, VersionId},
};

impl Ahead {
    /// Keeps the clause maps to the new version and the place of every thread in it; gives the places. What was opened or moved meanwhile
    /// is placed now.
    pub async fn keep(
        mut self,
        tx: &Tx,
        earlier: &[version::Model],
        newest: &version::Model,
    ) -> Result<BTreeMap<i64, Placement>> {
        for ((older, map), weight) in earlier.iter().zip(&self.chain.direct).zip(&self.weights) {
            clause_map::keep(tx, older, newest, map, *weight).await?;
        }
        self.catch_up(tx, newest.draft_id).await?;
        let mut beside = Beside::default();
        let rows = self.threads.iter().filter_map(|thread| {
            let placement = self.placed.get(&thread.id)?.clone();
            let line = beside.line(&self.text, &placement);
            Some(row(thread, newest.key(), line, placement))
        });
        let rows: Vec<_> = rows.collect();
        for some in rows.chunks(500) {
            Entity::insert_many(some.iter().cloned()).exec_without_returning(&**tx).await?;
        }
        follow_all(tx, newest).await?;
        Ok(self.placed)
    }

    async fn catch_up(&mut self, tx: &Tx, draft: i64) -> Result<()> {
        let repairs = repaired(&**tx, draft).await?;
        let last = self.threads.last().map_or(0, |thread| thread.number);
        let mut fresh = thread::Entity::anchored_after(&**tx, draft, last).await?;
        if repairs != self.repairs {
            self.threads.append(&mut fresh);
            fresh = std::mem::take(&mut self.threads);
        }
        let mut placed = self.chain.place_each(&fresh, &repairs);
        settle(&**tx, &fresh, &mut placed, &self.text).await?;
        self.placed.extend(placed);
        self.threads.extend(fresh);
        Ok(())
    }
}

/// Has the places in a new version say of their threads what is so by now.
async fn follow_all(tx: &Tx, newest: &version::Model) -> Result<()> {
    let version = newest.key();
    // The numbers are ours.
    let follow = format!(
        "UPDATE placement SET state = (SELECT thread.state FROM thread WHERE thread.id = placement.thread_id), \
         comments = (SELECT thread.comments FROM thread WHERE thread.id = placement.thread_id) \
         WHERE version_id = {version} AND EXISTS (SELECT 1 FROM thread \
         WHERE thread.id = placement.thread_id AND (thread.state <> placement.state OR thread.comments <> placement.comments))"
    );
    tx.execute_unprepared(&follow).await?;
    Ok(())
}

/// The places of a new thread: in the version it was made on and in every later one.
pub(crate) async fn of_new(
    tx: &Tx,
    draft: &draft::Model,
    thread: &thread::Model,
    anchor: &Anchor,
    made_on: &version::Model,
) -> Result<Vec<ActiveModel>> {
    let text = made_on.text();
    let row = |version: VersionId, text: &Text, place: Placement| {
        row(thread, version, Beside::default().line(text, &place), place)
    };
    let mut rows = vec![row(made_on.key(), &text, anchor::home(anchor, &text))];
    if made_on.number == draft.latest {
        return Ok(rows);
    }
    let mut chain = Chain { versions: vec![(made_on.number, text)], ..Chain::default() };
    let mut previous = made_on.clone();
    for version in version::Entity::after(&**tx, draft.id, made_on.number).await? {
        chain.steps.push(clause_map::between(&**tx, &previous, &version).await?);
        chain.direct = vec![clause_map::between(&**tx, made_on, &version).await?];
        chain.versions.push((version.number, version.text()));
        let place = chain.place(anchor, made_on.number);
        rows.extend(place.map(|place| row(version.key(), &version.text(), place)));
        previous = version;
    }
    Ok(rows)
}
