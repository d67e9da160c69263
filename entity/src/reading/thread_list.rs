//! Lists of the threads of a draft: those that are asked for, a stretch at a time.
//!
//! Architecture Invariant: a stretch costs what it shows, however many threads there are. They stand in the order of an index, and the next
//! stretch begins where this one ended.

mod spoken;
mod way;

use std::collections::BTreeMap;

use domain::{ThreadKind, anchor::Standing, class::Class, search::Query};
use sea_orm::{Condition, JoinType, QueryOrder, QuerySelect, QueryTrait, Select, entity::prelude::*};

use way::Way;

use crate::{
    Stored, draft,
    error::*,
    placement::{self, word},
    reading::{
        thread_count::{Count, WAITING},
        triage::is_doubtful,
    },
    row::{listed::one_of, version::VersionId},
    stakeholder,
    thread::{Column, Entity, Model},
};

/// What is asked of a list; nothing by default, which every thread meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of the stakeholder it was raised for.
    pub class: Option<Class>,
    pub kind: Option<ThreadKind>,
    /// What it is about; none for anything.
    pub part: Option<Region>,
    /// How it stands; none for any way.
    pub life: Option<Lives>,
    /// Where it stands in the newest version; of those in doubt only such as were not taken back.
    pub standing: Option<Standing>,
    /// A version, and the line of it that it stands beside.
    pub beside: Option<(i32, i32)>,
    /// The account that raised it; none for anybody.
    pub raised_by: Option<i64>,
    /// Words that were said, quoted, proposed or answered, or are of whoever said it.
    pub words: Query,
}

/// A part of the newest version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The whole draft, and no words of it.
    Whole,
    /// What stands beside these lines, from the first to the last.
    Lines(i32, i32),
    /// Nothing: a clause that is not there any more.
    Nowhere,
}

/// How a thread stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lives {
    /// Waits for an answer.
    Waiting,
    /// Has an answer that stands.
    Answered,
    /// The raiser has said that the answer does not satisfy.
    NotSatisfied,
    /// Was taken back.
    Withdrawn,
    /// Answered so, by the key of the disposition.
    Disposed(&'static str),
}

/// A place between threads, in the order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    /// The line that the thread stands beside in the newest version, 0 when it is about the whole draft; 0 throughout in a list by number.
    pub line: i32,
    /// The number of the thread before or after the place.
    pub number: i32,
}

/// In what order threads are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As their words stand in the newest version: first what is about the whole draft, last what has lost its place.
    #[default]
    Text,
    /// By number, the latest first.
    Newest,
}

/// From where a stretch goes, and where to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum From {
    #[default]
    Start,
    After(Cursor),
    /// Back towards the start.
    Before(Cursor),
}

/// Some threads in a row, each with its place in the newest version.
#[derive(Clone, Debug, Default)]
pub struct Stretch {
    pub threads: Vec<(Model, Option<placement::Model>)>,
    /// Whether there are more before the first and after the last of them.
    pub is_before: bool,
    pub is_after: bool,
}

/// The cursor of a thread in a list.
pub fn cursor(order: Order, thread: &Model, place: Option<&placement::Model>) -> Cursor {
    let line = match order {
        Order::Text => place.map_or(0, |place| place.line),
        Order::Newest => 0,
    };
    Cursor { line, number: thread.number }
}

/// At most `limit` threads of a draft.
pub async fn stretch(
    db: &impl ConnectionTrait,
    draft: &draft::Model,
    wanted: &Wanted,
    order: Order,
    from: From,
    limit: usize,
) -> Result<Stretch> {
    // One more tells whether there are more.
    let most = limit + 1;
    let mut threads = match order {
        Order::Text => in_text(db, draft, wanted, from, most).await?,
        Order::Newest => newest(db, draft, wanted, from, most).await?,
    };
    let is_more = threads.len() > limit;
    threads.truncate(limit);
    let (is_before, is_after) = match from {
        From::Start => (false, is_more),
        From::After(_) => (true, is_more),
        From::Before(_) => {
            threads.reverse();
            (is_more, true)
        }
    };
    Ok(Stretch { threads, is_before, is_after })
}

/// How many threads of a draft meet what is asked.
pub async fn count(db: &impl ConnectionTrait, draft: &draft::Model, wanted: &Wanted) -> Result<Count> {
    let mut count = Count::default();
    let groups = |select: Select<Entity>| {
        let states = select.select_only().column(Column::State).column_as(Column::Id.count(), "threads");
        states.group_by(Column::State).into_tuple::<(String, i64)>()
    };
    if let Some(whole) = whole(draft, wanted) {
        count.add_all(groups(whole).all(db).await?);
    }
    if let Some(placed) = placed(draft, wanted) {
        count.add_all(groups(placed).all(db).await?);
    }
    Ok(count)
}

type Found = Vec<(Model, Option<placement::Model>)>;

async fn in_text(
    db: &impl ConnectionTrait,
    draft: &draft::Model,
    wanted: &Wanted,
    from: From,
    most: usize,
) -> Result<Found> {
    let mut found = Found::new();
    match from {
        From::Start => {
            found.extend(of_whole(db, draft, wanted, (Way::On, None), left(&found, most)).await?);
            found.extend(of_placed(db, draft, wanted, (Way::On, None), left(&found, most)).await?);
        }
        From::After(cursor) => {
            if cursor.line == 0 {
                found.extend(of_whole(db, draft, wanted, (Way::On, Some(cursor)), left(&found, most)).await?);
            }
            found.extend(of_placed(db, draft, wanted, (Way::On, Some(cursor)), left(&found, most)).await?);
        }
        From::Before(cursor) => {
            if cursor.line > 0 {
                found.extend(
                    of_placed(db, draft, wanted, (Way::Back, Some(cursor)), left(&found, most)).await?,
                );
            }
            let whole = Cursor { line: 0, number: if cursor.line > 0 { i32::MAX } else { cursor.number } };
            found.extend(of_whole(db, draft, wanted, (Way::Back, Some(whole)), left(&found, most)).await?);
        }
    }
    Ok(found)
}

/// How many are left to be found.
fn left(found: &Found, most: usize) -> u64 {
    u64::try_from(most.saturating_sub(found.len())).unwrap_or_default()
}

/// The next threads about the whole draft, from a place on.
async fn of_whole(
    db: &impl ConnectionTrait,
    draft: &draft::Model,
    wanted: &Wanted,
    (way, from): (Way, Option<Cursor>),
    limit: u64,
) -> Result<Found> {
    let Some(threads) = whole(draft, wanted).filter(|_| limit > 0) else { return Ok(Found::new()) };
    let threads = match from {
        Some(from) => threads.filter(way.beyond(Column::Number, from.number)),
        None => threads,
    };
    let threads = threads.order_by(Column::Number, way.order()).limit(limit).all(db).await?;
    Ok(threads.into_iter().map(|thread| (thread, None)).collect())
}

/// The next threads with a place in the newest version, from a place on.
async fn of_placed(
    db: &impl ConnectionTrait,
    draft: &draft::Model,
    wanted: &Wanted,
    (way, from): (Way, Option<Cursor>),
    limit: u64,
) -> Result<Found> {
    let Some(threads) = placed(draft, wanted).filter(|_| limit > 0) else { return Ok(Found::new()) };
    let line = placement::Column::Line;
    let threads = match from.filter(|from| from.line > 0) {
        // The first condition is what the index finds the place by.
        Some(from) => threads.filter(way.from(line, from.line)).filter(
            Condition::any()
                .add(way.beyond(line, from.line))
                .add(way.beyond(Column::Id, id(draft, from.number))),
        ),
        None => threads,
    };
    let threads = threads.order_by(line, way.order()).order_by(placement::Column::ThreadId, way.order());
    with_places(threads.limit(limit), db).await
}

async fn newest(
    db: &impl ConnectionTrait,
    draft: &draft::Model,
    wanted: &Wanted,
    from: From,
    most: usize,
) -> Result<Found> {
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    let threads = match (placed(draft, wanted), whole(draft, wanted)) {
        (_, Some(whole)) if wanted.part == Some(Region::Whole) => whole,
        (Some(placed), None) => placed,
        (_, Some(_)) => narrowed(draft, wanted),
        (None, None) => return Ok(Found::new()),
    };
    let threads = match from {
        From::Start => threads.order_by_desc(Column::Number),
        From::After(cursor) => threads.filter(Column::Number.lt(cursor.number)).order_by_desc(Column::Number),
        From::Before(cursor) => threads.filter(Column::Number.gt(cursor.number)).order_by_asc(Column::Number),
    };
    let threads = threads.limit(limit).all(db).await?;
    let ids: Vec<i64> = threads.iter().map(|thread| thread.id).collect();
    let mut places: BTreeMap<_, _> = placement::Entity::in_version(db, ids, draft.newest()).await?;
    Ok(threads
        .into_iter()
        .map(|thread| (places.remove(&thread.id), thread))
        .map(|(place, thread)| (thread, place))
        .collect())
}

async fn with_places(threads: Select<Entity>, db: &impl ConnectionTrait) -> Result<Found> {
    Ok(threads.select_also(placement::Entity).all(db).await?)
}

/// The threads about the whole draft that meet what is asked; none when only those on words can.
fn whole(draft: &draft::Model, wanted: &Wanted) -> Option<Select<Entity>> {
    let on_words = wanted.standing.is_some()
        || wanted.beside.is_some()
        || matches!(wanted.part, Some(Region::Lines(..) | Region::Nowhere));
    (!on_words).then(|| narrowed(draft, wanted).filter(Column::Anchor.is_null()))
}

/// The threads with a place in the newest version that meet what is asked; none when only those about the whole draft can.
fn placed(draft: &draft::Model, wanted: &Wanted) -> Option<Select<Entity>> {
    if matches!(wanted.part, Some(Region::Whole | Region::Nowhere)) {
        return None;
    }
    let place = placement::Relation::Thread.def().rev();
    let mut threads = narrowed(draft, wanted)
        .join(JoinType::InnerJoin, place)
        .filter(placement::Column::Version.eq(draft.newest()));
    if let Some(Region::Lines(first, last)) = wanted.part {
        threads = threads.filter(placement::Column::Line.between(first, last));
    }
    match wanted.standing {
        None => {}
        Some(Standing::Placed) => {
            threads = threads.filter(placement::Column::Standing.eq(word(Standing::Placed)));
        }
        Some(doubtful) => {
            threads = threads
                .filter(is_doubtful())
                .filter(placement::Column::Standing.eq(word(doubtful)))
                .filter(Column::State.ne("withdrawn"));
        }
    }
    if let Some((version, line)) = wanted.beside {
        let there = placement::Entity::find()
            .select_only()
            .column(placement::Column::ThreadId)
            .filter(placement::Column::Version.eq(VersionId::new(draft.id, version)))
            .filter(placement::Column::Line.eq(line));
        threads = threads.filter(Column::Id.in_subquery(there.into_query()));
    }
    Some(threads)
}

/// The threads of a draft that meet what is asked of the thread itself.
fn narrowed(draft: &draft::Model, wanted: &Wanted) -> Select<Entity> {
    let mut threads = Entity::find().filter(Column::DraftId.eq(draft.id));
    if let Some(class) = wanted.class {
        let of_class = stakeholder::Entity::find()
            .select_only()
            .column(stakeholder::Column::Id)
            .filter(stakeholder::Column::Class.eq(Stored(class)));
        threads = threads.filter(Column::StakeholderId.in_subquery(of_class.into_query()));
    }
    if let Some(kind) = wanted.kind {
        threads = threads.filter(Column::Kind.eq(Stored(kind)));
    }
    if let Some(account) = wanted.raised_by {
        threads = threads.filter(Column::RaisedBy.eq(account));
    }
    for asked in wanted.words.words() {
        threads = threads.filter(spoken::of(draft, asked));
    }
    match wanted.life {
        None => threads,
        Some(Lives::Waiting) => threads.filter(one_of(Column::State, &WAITING)),
        Some(Lives::Answered) => threads.filter(Column::Disposition.is_not_null()),
        Some(Lives::Withdrawn) => threads.filter(Column::State.eq("withdrawn")),
        Some(Lives::Disposed(key)) => threads.filter(Column::Disposition.eq(key)),
        // In JSON a quotation mark within words is never bare, so that these are no words of anybody's.
        Some(Lives::NotSatisfied) => threads
            .filter(Column::State.eq("acknowledged"))
            .filter(Expr::cust("thread.life LIKE '%\"satisfaction\":\"not-satisfied\"%'")),
    }
}

fn id(draft: &draft::Model, number: i32) -> i64 {
    (draft.id << 32) | i64::from(number)
}
