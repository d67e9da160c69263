//! Drafts that go back to the same text, and which of their clauses have one origin.

use std::collections::BTreeMap;

use domain::text::ClauseId;
use sea_orm::ConnectionTrait;

use crate::{error::*, referral, row::version::Entity as Versions, version};

/// The drafts that go back to one text, as a tree: by draft, the referral it was made of.
#[derive(Clone, Debug)]
pub struct Lineage {
    pub root: i64,
    /// Every referral that was sent, in order.
    pub referrals: Vec<referral::Model>,
    behind: BTreeMap<i64, referral::Model>,
}

/// Whether two drafts go back to the same text.
pub(crate) async fn joined(db: &impl ConnectionTrait, one: i64, other: i64) -> Result<bool> {
    Ok(one != other && root(db, one).await? == root(db, other).await?)
}

async fn root(db: &impl ConnectionTrait, draft: i64) -> Result<i64> {
    Ok(referral::Entity::behind(db, draft).await?.map_or(draft, |behind| behind.root_id))
}

impl Lineage {
    /// All that goes back to the text of this draft, or that this draft goes back to; two questions, however many hands.
    pub async fn of(db: &impl ConnectionTrait, draft: i64) -> Result<Self> {
        let root = root(db, draft).await?;
        let referrals = referral::Entity::from_root(db, root).await?;
        let derived = |row: &referral::Model| Some((row.derived_id?, row.clone()));
        Ok(Self { root, behind: referrals.iter().filter_map(derived).collect(), referrals })
    }

    /// Whether a draft belongs to it.
    pub fn has(&self, draft: i64) -> bool {
        draft == self.root || self.behind.contains_key(&draft)
    }

    /// The referral that a draft was made of; none for the first.
    pub fn behind(&self, draft: i64) -> Option<&referral::Model> {
        self.behind.get(&draft)
    }

    /// The drafts that were made of this one, by however many hands, and itself.
    pub fn below(&self, draft: i64) -> Vec<i64> {
        let under = |one: &i64| self.above(*one).contains(&draft);
        let drafts = std::iter::once(self.root).chain(self.behind.keys().copied());
        drafts.filter(under).collect()
    }

    /// A draft and those it was made of, itself first.
    pub fn above(&self, draft: i64) -> Vec<i64> {
        let next = |one: &i64| self.behind.get(one).map(|row| row.draft_id);
        // No forum is on the way twice, so it ends; a broken table must not keep anybody waiting.
        std::iter::successors(Some(draft), next).take(self.behind.len() + 1).collect()
    }

    /// The pairs of clauses of two drafts that have one origin, by their ids, in the order of the text they were sent in.
    pub async fn clauses(
        &self,
        db: &impl ConnectionTrait,
        one: i64,
        other: i64,
    ) -> Result<Vec<(ClauseId, ClauseId)>> {
        let (ours, theirs) = (self.above(one), self.above(other));
        let Some(common) = ours.iter().copied().find(|draft| theirs.contains(draft)) else {
            return Ok(Vec::new());
        };
        let way = |above: &[i64]| above.iter().copied().take_while(|draft| *draft != common).collect();
        let (up, mut down): (Vec<i64>, Vec<i64>) = (way(&ours), way(&theirs));
        down.reverse();
        let sent = up.iter().chain(&down).filter_map(|draft| self.behind.get(draft)).map(|row| row.version);
        let sent = Versions::among(db, sent).await?;
        let version = |draft: &i64| sent.get(&self.behind.get(draft)?.version);
        // Of the drafts that were made of others, the clauses of version 1 are counted from 1 in the order of what was sent.
        let start = match (up.first(), down.first()) {
            (Some(draft), _) => version(draft).map(|version| version.clauses.len()),
            (None, Some(draft)) => version(draft).map(|version| version.clauses.len()),
            (None, None) => None,
        };
        let Some(count) = start else { return Ok(Vec::new()) };
        let numbers = (1..).map(ClauseId).take(count);
        let first: Vec<ClauseId> = match (up.first(), down.first()) {
            (None, Some(draft)) => version(draft).map(version::Model::clause_ids).unwrap_or_default(),
            _ => numbers.collect(),
        };
        let rise = |clause: ClauseId, draft: &i64| {
            let place = usize::try_from(clause.0).ok()?.checked_sub(1)?;
            version(draft)?.clauses.get(place).map(|covered| covered.id)
        };
        let fall = |clause: ClauseId, draft: &i64| {
            let place = version(draft)?.position_of(clause)?;
            u32::try_from(place + 1).ok().map(ClauseId)
        };
        let pairs = first.into_iter().filter_map(|clause| {
            let top = up.iter().try_fold(clause, &rise)?;
            Some((clause, down.iter().try_fold(top, &fall)?))
        });
        Ok(pairs.collect())
    }
}
