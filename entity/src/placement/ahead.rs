//! Where threads stand in a text that comes after those they were made on.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    anchor::{self, Anchor, Placement, Standing},
    clause_map::ClauseMap,
    diff, suggestion,
    text::Text,
};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{ActiveModel, Beside, Column, Entity, row};
use crate::{Tx, clause_map, comment, draft, error::*, thread, version};

/// The chain of versions from one on, each with its text, and the maps between them.
#[derive(Default)]
struct Chain {
    versions: Vec<(i32, Arc<Text>)>,
    steps: Vec<ClauseMap>,
    /// From each of the versions to the last.
    direct: Vec<ClauseMap>,
}

impl Chain {
    /// The chain that ends in a text which need not be a version yet.
    async fn to(db: &impl ConnectionTrait, earlier: &[version::Model], text: &Arc<Text>) -> Result<Self> {
        let mut chain = Self::default();
        for (at, older) in earlier.iter().enumerate() {
            let map = ClauseMap::between(&older.text(), text);
            chain.direct.push(map.clone());
            chain.steps.push(match earlier.get(at + 1) {
                Some(next) => clause_map::between(db, older, next).await?,
                None => map,
            });
            chain.versions.push((older.number, older.text()));
        }
        let last = earlier.last().map_or(0, |newest| newest.number);
        chain.versions.push((last + 1, text.clone()));
        Ok(chain)
    }

    /// Places an anchor of this version in the last one, directly and step by step.
    fn place(&self, anchor: &Anchor, made_on: i32) -> Option<Placement> {
        let start = self.versions.iter().position(|(number, _)| *number == made_on)?;
        let texts: Vec<_> = self.versions.iter().skip(start).map(|(_, text)| &**text).collect();
        let maps: Vec<_> = self.steps.iter().skip(start).collect();
        anchor::place_through(anchor, &texts, &maps, self.direct.get(start)?)
    }

    /// Places threads: from the original anchor, or from where a person last put it.
    fn place_each(&self, threads: &[thread::Model], repairs: &Repairs) -> BTreeMap<i64, Placement> {
        let placed = threads.iter().filter_map(|thread| {
            let original = (thread.anchor.as_ref()?.0.clone(), thread.version);
            let (anchor, made_on) = repairs.get(&thread.id).cloned().unwrap_or(original);
            Some((thread.id, self.place(&anchor, made_on)?))
        });
        placed.collect()
    }
}

/// Where people put the threads of a draft: the anchor each would have been given there, and the version.
type Repairs = BTreeMap<i64, (Anchor, i32)>;

/// The places of the threads of a draft in a text that may become its next version.
pub(crate) struct Ahead {
    chain: Chain,
    text: Arc<Text>,
    repairs: Repairs,
    threads: Vec<thread::Model>,
    placed: BTreeMap<i64, Placement>,
    /// How many words changed since each of the versions before.
    weights: Vec<diff::Weight>,
}

impl Ahead {
    /// Places every thread. This takes as long as there are threads, so it is done beside the threads that answer others, and before anybody
    /// waits for the end of a verb.
    pub async fn of(
        db: &impl ConnectionTrait,
        draft: i64,
        earlier: &[version::Model],
        text: &Arc<Text>,
    ) -> Result<Self> {
        let chain = Chain::to(db, earlier, text).await?;
        let threads = thread::Entity::anchored_after(db, draft, 0).await?;
        let repairs = repaired(db, draft).await?;
        let (text, texts) = (text.clone(), earlier.iter().map(version::Model::text).collect::<Vec<_>>());
        let placing = move || {
            let placed = chain.place_each(&threads, &repairs);
            let weight = |(old, map): (&Arc<Text>, &ClauseMap)| diff::changes(old, &text, map).summary.weight;
            let weights = texts.iter().zip(&chain.direct).map(weight).collect();
            Self { chain, text, repairs, threads, placed, weights }
        };
        let placed = tokio::task::spawn_blocking(placing).await;
        let mut ahead = placed.map_err(|error| Error::Broken(error.to_string()))?;
        settle(db, &ahead.threads, &mut ahead.placed, &ahead.text).await?;
        Ok(ahead)
    }

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
            Some(row(thread, newest.number, line, placement))
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

/// A place in doubt is settled where the words that were proposed for it stand.
async fn settle(
    db: &impl ConnectionTrait,
    threads: &[thread::Model],
    placed: &mut BTreeMap<i64, Placement>,
    text: &Text,
) -> Result<()> {
    let doubtful = placed.iter().filter(|(_, place)| place.standing != Standing::Placed);
    let doubtful: Vec<i64> = doubtful.map(|(thread, _)| *thread).collect();
    if doubtful.is_empty() {
        return Ok(());
    }
    let proposed = comment::proposed_in(db, doubtful).await?;
    for thread in threads {
        let Some(((wish, anchor), place)) =
            proposed.get(&thread.id).zip(thread.anchor.as_ref()).zip(placed.get_mut(&thread.id))
        else {
            continue;
        };
        *place = suggestion::settled(anchor, wish, place.clone(), text);
    }
    Ok(())
}

/// Has the places in a new version say of their threads what is so by now.
async fn follow_all(tx: &Tx, newest: &version::Model) -> Result<()> {
    let (draft, version) = (newest.draft_id, newest.number);
    // The numbers are ours.
    let follow = format!(
        "UPDATE placement SET state = (SELECT thread.state FROM thread WHERE thread.id = placement.thread_id), \
         comments = (SELECT thread.comments FROM thread WHERE thread.id = placement.thread_id) \
         WHERE draft_id = {draft} AND version = {version} AND EXISTS (SELECT 1 FROM thread \
         WHERE thread.id = placement.thread_id AND (thread.state <> placement.state OR thread.comments <> placement.comments))"
    );
    tx.execute_unprepared(&follow).await?;
    Ok(())
}

/// Where every thread of a draft would stand in a text, were it published as the next version; by thread.
pub async fn foresee(
    db: &impl ConnectionTrait,
    draft: i64,
    earlier: &[version::Model],
    text: &Arc<Text>,
) -> Result<BTreeMap<i64, Placement>> {
    Ok(Ahead::of(db, draft, earlier, text).await?.placed)
}

/// Where people put the threads of a draft: the anchor each would have been given there, and the version, the latest repair of each.
async fn repaired(db: &impl ConnectionTrait, draft: i64) -> Result<Repairs> {
    let rows = Entity::find()
        .filter(Column::RepairedBy.is_not_null())
        .filter(Column::DraftId.eq(draft))
        .order_by_asc(Column::Version)
        .all(db)
        .await?;
    let mut repairs = BTreeMap::new();
    if rows.is_empty() {
        return Ok(repairs);
    }
    let versions = version::Entity::of(db, draft).await?;
    for row in rows {
        let version = versions.iter().find(|version| version.number == row.version);
        let (Some(version), Some(lines)) = (version, row.placement.lines) else { continue };
        let anchor = Anchor::on(&version.text(), &version.clause_ids(), lines, None);
        let anchor = anchor.map_err(|bad| Error::Broken(bad.to_string()))?;
        repairs.insert(row.thread_id, (anchor, row.version));
    }
    Ok(repairs)
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
    let row = |number, text: &Text, place: Placement| {
        row(thread, number, Beside::default().line(text, &place), place)
    };
    let mut rows = vec![row(made_on.number, &text, anchor::home(anchor, &text))];
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
        rows.extend(place.map(|place| row(version.number, &version.text(), place)));
        previous = version;
    }
    Ok(rows)
}
