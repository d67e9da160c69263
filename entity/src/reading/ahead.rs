//! Where threads stand in a text that comes after those they were made on.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    anchor::{self, Anchor, Placement, Standing},
    clause_map::ClauseMap,
    diff, suggestion,
    text::Text,
};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::said;
use crate::{
    clause_map,
    error::*,
    placement::{Column, Entity},
    thread, version,
};

/// The chain of versions from one on, each with its text, and the maps between them.
#[derive(Default)]
pub(crate) struct Chain {
    /// Numbers and texts, in order.
    pub versions: Vec<(i32, Arc<Text>)>,
    /// From each of the versions to the next.
    pub steps: Vec<ClauseMap>,
    /// From each of the versions to the last.
    pub direct: Vec<ClauseMap>,
}

impl Chain {
    /// The chain that ends in a text which need not be a version yet.
    async fn to(db: &impl ConnectionTrait, earlier: &[version::Model], text: &Arc<Text>) -> Result<Self> {
        let mut chain = Self::default();
        for (index, older) in earlier.iter().enumerate() {
            let map = ClauseMap::between(&older.text(), text);
            chain.direct.push(map.clone());
            chain.steps.push(match earlier.get(index + 1) {
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
    pub fn place(&self, anchor: &Anchor, made_on: i32) -> Option<Placement> {
        let start = self.versions.iter().position(|(number, _)| *number == made_on)?;
        let texts: Vec<_> = self.versions.iter().skip(start).map(|(_, text)| &**text).collect();
        let maps: Vec<_> = self.steps.iter().skip(start).collect();
        anchor::place_through(anchor, &texts, &maps, self.direct.get(start)?)
    }

    /// Places threads: from the original anchor, or from where a person last put it.
    pub fn place_each(&self, threads: &[thread::Model], repairs: &Repairs) -> BTreeMap<i64, Placement> {
        let placed = threads.iter().filter_map(|thread| {
            let original = (thread.anchor.as_ref()?.0.clone(), thread.version.number());
            let (anchor, made_on) = repairs.get(&thread.id).cloned().unwrap_or(original);
            Some((thread.id, self.place(&anchor, made_on)?))
        });
        placed.collect()
    }
}

/// Where people put the threads of a draft: the anchor each would have been given there, and the version.
pub(crate) type Repairs = BTreeMap<i64, (Anchor, i32)>;

/// The places of the threads of a draft in a text that may become its next version.
pub(crate) struct Ahead {
    pub chain: Chain,
    pub text: Arc<Text>,
    pub repairs: Repairs,
    pub threads: Vec<thread::Model>,
    /// By thread.
    pub placed: BTreeMap<i64, Placement>,
    /// How many words changed since each of the versions before.
    pub weights: Vec<diff::Weight>,
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
}

/// A place in doubt is settled where the words that were proposed for it stand.
pub(crate) async fn settle(
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
    let proposed = said::proposed_in(db, doubtful).await?;
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
pub(crate) async fn repaired(db: &impl ConnectionTrait, draft: i64) -> Result<Repairs> {
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
        let version = versions.iter().find(|version| version.key() == row.version);
        let (Some(version), Some(lines)) = (version, row.placement.lines) else { continue };
        let anchor = Anchor::on(&version.text(), &version.clause_ids(), lines, None);
        let anchor = anchor.map_err(|bad| Error::Broken(bad.to_string()))?;
        repairs.insert(row.thread_id, (anchor, row.version.number()));
    }
    Ok(repairs)
}
