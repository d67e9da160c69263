//! Where each thread stands in each version.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{
    anchor::{self, Anchor, Placement, Standing},
    clause_map::ClauseMap,
    diff,
    permission::Action,
    record::{Kind, payload::PlacementRepaired},
    suggestion,
    text::{LineRange, Text},
};
use sea_orm::{
    ActiveValue::Set, JoinType, QueryOrder, QuerySelect, Select, entity::prelude::*, sea_query::ExprTrait,
};

use crate::{
    Db, Reader, Stored, Tx, access, clause_map, comment, draft,
    error::*,
    listed::{among, one_of},
    record::Happened,
    thread, thread_count, version,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "placement")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub thread_id: i64,
    pub version: i32,
    pub placement: Stored<Placement>,
    pub standing: String,
    pub repaired_by: Option<i64>,
    pub repaired_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "thread::Entity", from = "Column::ThreadId", to = "thread::Column::Id")]
    Thread,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The placements of a draft's threads in one version, by thread.
    pub async fn in_version(
        db: &impl ConnectionTrait,
        threads: impl IntoIterator<Item = i64>,
        version: i32,
    ) -> Result<BTreeMap<i64, Model>> {
        let rows =
            Self::find().filter(Column::Version.eq(version)).filter(among(db, Column::ThreadId, threads));
        Ok(rows.all(db).await?.into_iter().map(|row| (row.thread_id, row)).collect())
    }

    /// Where these threads stand in every version since they were made, by thread.
    pub async fn of_all(
        db: &impl ConnectionTrait,
        threads: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Vec<Model>>> {
        let rows = Self::find().filter(among(db, Column::ThreadId, threads));
        let mut by_thread: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in rows.order_by_asc(Column::Version).all(db).await? {
            by_thread.entry(row.thread_id).or_default().push(row);
        }
        Ok(by_thread)
    }

    /// Where one thread stands in every version since it was made.
    pub async fn of(db: &impl ConnectionTrait, thread: i64) -> Result<Vec<Model>> {
        let rows = Self::find().filter(Column::ThreadId.eq(thread));
        Ok(rows.order_by_asc(Column::Version).all(db).await?)
    }
}

/// How many threads of a draft stand uncertainly in its newest version, and how many have lost their words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Triage {
    pub uncertain: u32,
    pub detached: u32,
}

/// The placements in the newest version of their draft that nobody has looked at, of threads that are not over.
fn in_question() -> Select<Entity> {
    Entity::find()
        .join(JoinType::InnerJoin, Relation::Thread.def())
        .join(JoinType::InnerJoin, thread::Relation::Draft.def())
        .filter(Column::RepairedBy.is_null())
        .filter(thread::Column::State.ne("withdrawn"))
        .filter(Expr::col((Entity, Column::Version)).eq(Expr::col((draft::Entity, draft::Column::Latest))))
}

/// What is in question in these drafts, by draft.
pub async fn triage(
    db: &impl ConnectionTrait,
    drafts: impl IntoIterator<Item = i64>,
) -> Result<BTreeMap<i64, Triage>> {
    let groups = in_question()
        .select_only()
        .column(thread::Column::DraftId)
        .column(Column::Standing)
        .column_as(Column::Id.count(), "threads")
        .filter(among(db, thread::Column::DraftId, drafts))
        .filter(Column::Standing.ne(word(Standing::Placed)))
        .group_by(thread::Column::DraftId)
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

    /// Places every thread: from the original anchor, or from where a person last put it. A place in doubt is settled where the words
    /// that were proposed for it stand.
    async fn place_every(&self, db: &impl ConnectionTrait, draft: i64) -> Result<BTreeMap<i64, Placement>> {
        let threads = thread::Entity::anchored(db, draft).await?;
        let repairs = repaired(db, &threads).await?;
        let placed = threads.iter().filter_map(|thread| {
            let original = (thread.anchor.as_ref()?.0.clone(), thread.version);
            let (anchor, made_on) = repairs.get(&thread.id).cloned().unwrap_or(original);
            Some((thread.id, self.place(&anchor, made_on)?))
        });
        let mut placed: BTreeMap<i64, Placement> = placed.collect();
        let Some((_, text)) = self.versions.last() else { return Ok(placed) };
        let doubtful: Vec<i64> = placed
            .iter()
            .filter(|(_, place)| place.standing != Standing::Placed)
            .map(|(thread, _)| *thread)
            .collect();
        let proposed = comment::proposed_in(db, doubtful).await?;
        for thread in &threads {
            let Some(((wish, anchor), place)) =
                proposed.get(&thread.id).zip(thread.anchor.as_ref()).zip(placed.get_mut(&thread.id))
            else {
                continue;
            };
            *place = suggestion::settled(anchor, wish, place.clone(), text);
        }
        Ok(placed)
    }
}

/// Where every thread of a draft would stand in a text, were it published as the next version; by thread.
pub async fn foresee(
    db: &impl ConnectionTrait,
    draft: i64,
    earlier: &[version::Model],
    text: &Arc<Text>,
) -> Result<BTreeMap<i64, Placement>> {
    Chain::to(db, earlier, text).await?.place_every(db, draft).await
}

/// Keeps the clause maps to a new version and the place of every thread in it; gives the places.
pub(crate) async fn place_all(
    tx: &Tx,
    earlier: &[version::Model],
    newest: &version::Model,
    forecast: &version::Forecast,
) -> Result<BTreeMap<i64, Placement>> {
    let chain = Chain::to(&**tx, earlier, &forecast.text).await?;
    for (older, map) in earlier.iter().zip(&chain.direct) {
        let weight = diff::changes(&older.text(), &forecast.text, map).summary.weight;
        clause_map::keep(tx, older, newest, map, weight).await?;
    }
    let placed = chain.place_every(&**tx, newest.draft_id).await?;
    let rows: Vec<_> =
        placed.iter().map(|(thread, placement)| row(*thread, newest.number, placement.clone())).collect();
    for some in rows.chunks(100) {
        Entity::insert_many(some.iter().cloned()).exec_without_returning(&**tx).await?;
    }
    Ok(placed)
}

/// Where people put threads: the anchor each would have been given there, and the version, the latest repair of each.
async fn repaired(
    db: &impl ConnectionTrait,
    threads: &[thread::Model],
) -> Result<BTreeMap<i64, (Anchor, i32)>> {
    let rows = Entity::find()
        .filter(Column::RepairedBy.is_not_null())
        .filter(among(db, Column::ThreadId, threads.iter().map(|thread| thread.id)))
        .order_by_asc(Column::Version)
        .all(db)
        .await?;
    let mut repairs = BTreeMap::new();
    for row in rows {
        let draft = threads.iter().find(|thread| thread.id == row.thread_id).map(|thread| thread.draft_id);
        let (Some(draft), Some(lines)) = (draft, row.placement.lines) else { continue };
        let version = version::Entity::numbered(db, draft, row.version).await?;
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
    let mut rows = vec![row(thread.id, made_on.number, anchor::home(anchor, &text))];
    if made_on.number == draft.latest {
        return Ok(rows);
    }
    let mut chain = Chain { versions: vec![(made_on.number, text)], ..Chain::default() };
    let mut previous = made_on.clone();
    for version in version::Entity::after(&**tx, draft.id, made_on.number).await? {
        chain.steps.push(clause_map::between(&**tx, &previous, &version).await?);
        chain.direct = vec![clause_map::between(&**tx, made_on, &version).await?];
        chain.versions.push((version.number, version.text()));
        rows.extend(chain.place(anchor, made_on.number).map(|place| row(thread.id, version.number, place)));
        previous = version;
    }
    Ok(rows)
}

fn row(thread: i64, version: i32, placement: Placement) -> ActiveModel {
    ActiveModel {
        thread_id: Set(thread),
        version: Set(version),
        standing: Set(word(placement.standing).to_owned()),
        placement: Set(Stored(placement)),
        ..Default::default()
    }
}

const fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Placed => "placed",
        Standing::Uncertain => "uncertain",
        Standing::Detached => "detached",
    }
}

impl Reader {
    /// Says where a thread belongs in the newest version; this overrides the machine there and in later versions.
    pub async fn repair_placement(
        &self,
        db: &Db,
        thread: &thread::Model,
        number: i32,
        lines: LineRange,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, draft, forum) = draft::Entity::begin(db, thread.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        let own = thread.raised_by == self.account.id;
        access::require(&*tx, Some(self), &forum, &draft, Action::RepairPlacement { own }, now).await?;
        if number != draft.latest {
            return Err(Error::refused("refusal-not-newest"));
        }
        let version = version::Entity::numbered(&*tx, draft.id, number).await?;
        let (text, ids) = (version.text(), version.clause_ids());
        let anchor = Anchor::on(&text, &ids, lines, None).map_err(|bad| Error::Refused(bad.message()))?;
        let kept = Entity::find().filter(Column::ThreadId.eq(thread.id)).filter(Column::Version.eq(number));
        let kept = kept.one(&*tx).await?.or_missing("placement")?;
        let placement = anchor::home(&anchor, &text);
        let by_hand = ActiveModel {
            id: Set(kept.id),
            repaired_by: Set(Some(self.account.id)),
            repaired_at: Set(Some(now)),
            ..row(thread.id, number, placement)
        };
        by_hand.update(&*tx).await?;
        Happened::to_draft(Kind::PlacementRepaired, &draft)
            .part("thread", thread.number)
            .saying(&PlacementRepaired { version: number, lines })?
            .conclude(tx, Some(self), None, now)
            .await
    }
}
