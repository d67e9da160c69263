//! Where each thread stands in each version.

mod ahead;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    anchor::{self, Anchor, Placement, Standing},
    permission::Action,
    record::{Kind, payload::PlacementRepaired},
    text::{LineRange, Text},
};
use sea_orm::{
    ActiveValue::Set, JoinType, QueryOrder, QuerySelect, Select, entity::prelude::*, sea_query::ExprTrait,
};

use crate::{
    Db, Reader, Stored, Tx, access, draft,
    error::*,
    listed::{among, one_of},
    record::Happened,
    thread, thread_count, version,
};

pub use ahead::foresee;
pub(crate) use ahead::{Ahead, of_new};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "placement")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub thread_id: i64,
    /// The draft of the thread, how the thread stands and how many comments it has, so that lists by line find all of it in one index.
    pub draft_id: i64,
    pub version: i32,
    /// The line it stands beside, or `GONE`.
    pub line: i32,
    pub placement: Stored<Placement>,
    pub standing: String,
    pub repaired_by: Option<i64>,
    pub repaired_at: Option<DateTime<Utc>>,
    pub state: String,
    pub comments: i32,
}

/// The line of what stands beside none, as its words are gone together with their heading: after all others.
pub const GONE: i32 = i32::MAX;

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "thread::Entity", from = "Column::ThreadId", to = "thread::Column::Id")]
    Thread,
    #[sea_orm(belongs_to = "draft::Entity", from = "Column::DraftId", to = "draft::Column::Id")]
    Draft,
}

impl Related<thread::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Thread.def()
    }
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
        .join(JoinType::InnerJoin, Relation::Draft.def())
        .filter(Column::RepairedBy.is_null())
        .filter(is_doubtful())
        .filter(Column::State.ne("withdrawn"))
        .filter(Expr::col((Entity, Column::Version)).eq(Expr::col((draft::Entity, draft::Column::Latest))))
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

/// Finds lines beside a text; each heading is looked for once.
#[derive(Default)]
struct Beside(BTreeMap<String, i32>);

impl Beside {
    fn line(&mut self, text: &Text, placement: &Placement) -> i32 {
        let find = || placement.beside(text).and_then(|line| i32::try_from(line).ok()).unwrap_or(GONE);
        match &placement.last_heading {
            Some(heading) if placement.standing == Standing::Detached => {
                *self.0.entry(heading.clone()).or_insert_with(find)
            }
            _ => find(),
        }
    }
}

pub(crate) fn row(thread: &thread::Model, version: i32, line: i32, placement: Placement) -> ActiveModel {
    ActiveModel {
        thread_id: Set(thread.id),
        draft_id: Set(thread.draft_id),
        version: Set(version),
        line: Set(line),
        state: Set(thread.state.clone()),
        comments: Set(thread.comments),
        standing: Set(word(placement.standing).to_owned()),
        placement: Set(Stored(placement)),
        ..Default::default()
    }
}

/// Has the places of a thread say of it what it says of itself.
pub(crate) async fn follow(tx: &Tx, thread: i64, column: Column, value: impl Into<Value>) -> Result<()> {
    let places = Entity::update_many().col_expr(column, Expr::val(value)).filter(Column::ThreadId.eq(thread));
    places.exec(&**tx).await?;
    Ok(())
}

pub(crate) const fn word(standing: Standing) -> &'static str {
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
        let thread = &thread::Entity::by_id(&*tx, thread.id).await?;
        let line = Beside::default().line(&text, &placement);
        let by_hand = ActiveModel {
            id: Set(kept.id),
            repaired_by: Set(Some(self.account.id)),
            repaired_at: Set(Some(now)),
            ..row(thread, number, line, placement)
        };
        by_hand.update(&*tx).await?;
        Happened::to_draft(Kind::PlacementRepaired, &draft)
            .part("thread", thread.number)
            .saying(&PlacementRepaired { version: number, lines })?
            .conclude(tx, Some(self), None, now)
            .await
    }
}
