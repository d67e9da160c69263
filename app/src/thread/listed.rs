//! A stretch of the threads of a draft: those that a filter lets through, in its order, from where the address says.

use std::collections::BTreeMap;

use entity::{
    placement, thread,
    thread_count::Count,
    thread_list::{self, Cursor, From, Order, Wanted},
};

use super::{Conversation, Filter, Speakers};
use crate::{context::Context, draft::Head, error::AppError};

/// So many threads at a time are looked through for words.
const SOME: usize = 400;

/// Threads with their places in the newest version.
type Threads = Vec<(thread::Model, Option<placement::Model>)>;

/// Some threads in a row.
#[derive(Debug, Default)]
pub struct Listed {
    pub threads: Threads,
    /// How many there are in all.
    pub found: Count,
    /// Where the stretches before and after it begin, for the address.
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Listed {
    /// At most `length` threads, from the place that the query names by `after` or `before`.
    pub async fn load(at: &Context, head: &Head, filter: &Filter, length: usize) -> Result<Self, AppError> {
        let account = at.reader.as_ref().map(|reader| reader.account.id);
        let Some(wanted) = filter.wanted(head, account) else { return Ok(Self::default()) };
        let from = match (at.query("after"), at.query("before")) {
            (Some(Written(cursor)), _) => From::After(cursor),
            (None, Some(Written(cursor))) => From::Before(cursor),
            (None, None) => From::Start,
        };
        if !filter.words.is_empty() {
            return Self::search(at, head, filter, &wanted, (from, length)).await;
        }
        let (db, draft, order) = (at.db.read(), &head.draft, filter.order());
        let stretch = thread_list::stretch(db, draft, &wanted, order, from, length).await?;
        let found = if wanted == Wanted::default() {
            head.threads
        } else {
            thread_list::count(db, draft, &wanted).await?
        };
        Ok(Self::of(stretch, found, order))
    }

    /// Every thread that a filter lets through, in order.
    pub async fn whole(at: &Context, head: &Head, filter: &Filter) -> Result<Vec<thread::Model>, AppError> {
        let account = at.reader.as_ref().map(|reader| reader.account.id);
        let Some(wanted) = filter.wanted(head, account) else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        let mut some = Some(From::Start);
        while let Some(from) = some {
            let (threads, next) = passing(at, head, filter, &wanted, from).await?;
            all.extend(threads.into_iter().map(|(thread, _)| thread));
            some = next;
        }
        Ok(all)
    }

    fn of(stretch: thread_list::Stretch, found: Count, order: Order) -> Self {
        let cursor = |one: Option<&(thread::Model, Option<placement::Model>)>| {
            one.map(|(thread, place)| written(thread_list::cursor(order, thread, place.as_ref())))
        };
        Self {
            before: cursor(stretch.threads.first()).filter(|_| stretch.is_before),
            after: cursor(stretch.threads.last()).filter(|_| stretch.is_after),
            threads: stretch.threads,
            found,
        }
    }

    /// The same for words, which no index knows: the threads are looked through, some at a time.
    async fn search(
        at: &Context,
        head: &Head,
        filter: &Filter,
        wanted: &Wanted,
        (from, length): (From, usize),
    ) -> Result<Self, AppError> {
        let order = filter.order();
        let mut found = Vec::new();
        let mut some = Some(From::Start);
        while let Some(from) = some {
            let (threads, next) = passing(at, head, filter, wanted, from).await?;
            found.extend(threads.into_iter().map(|(thread, place)| {
                (thread_list::cursor(order, &thread, place.as_ref()), thread.id, thread.life_at(at.now))
            }));
            some = next;
        }
        let place = |cursor: Cursor| found.iter().position(|(found, ..)| *found == cursor);
        let start = match from {
            From::Start => 0,
            From::After(cursor) => place(cursor).map_or(0, |place| place + 1),
            From::Before(cursor) => place(cursor).unwrap_or(0).saturating_sub(length),
        };
        let ids: Vec<i64> = found.iter().skip(start).take(length).map(|(_, id, _)| *id).collect();
        let mut threads = thread::Entity::among(at.db.read(), ids.iter().copied()).await?;
        let mut places =
            placement::Entity::in_version(at.db.read(), ids.iter().copied(), head.draft.latest).await?;
        let threads = ids.iter().filter_map(|id| Some((threads.remove(id)?, places.remove(id)))).collect();
        let stretch =
            thread_list::Stretch { threads, is_before: start > 0, is_after: start + length < found.len() };
        Ok(Self::of(stretch, Count::of(found.iter().map(|(.., life)| life)), order))
    }
}

/// Of the next threads those that pass, words and all, and where those after them begin.
async fn passing(
    at: &Context,
    head: &Head,
    filter: &Filter,
    wanted: &Wanted,
    from: From,
) -> Result<(Threads, Option<From>), AppError> {
    let order = filter.order();
    let stretch = thread_list::stretch(at.db.read(), &head.draft, wanted, order, from, SOME).await?;
    let last = stretch.threads.last().filter(|_| stretch.is_after);
    let next = last.map(|(thread, place)| From::After(thread_list::cursor(order, thread, place.as_ref())));
    if filter.words.is_empty() {
        return Ok((stretch.threads, next));
    }
    let conversations = Conversation::whole(at, stretch.threads).await?;
    let speakers = Speakers::of(&at.db, &conversations, &[]).await?;
    let passing = conversations.into_iter().filter(|one| filter.says(one, &speakers));
    Ok((passing.map(|one| (one.thread, one.place)).collect(), next))
}

/// A cursor as it stands in an address: `12.340`.
fn written(cursor: Cursor) -> String {
    format!("{}.{}", cursor.line, cursor.number)
}

struct Written(Cursor);

impl std::str::FromStr for Written {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (line, number) = text.split_once('.').ok_or(())?;
        let read = |part: &str| part.parse::<i32>().ok().filter(|number| *number >= 0).ok_or(());
        Ok(Self(Cursor { line: read(line)?, number: read(number)? }))
    }
}

/// Conversations in the order of their threads.
pub(super) fn together(
    at: &Context,
    threads: Threads,
    mut comments: BTreeMap<i64, Vec<entity::comment::Model>>,
) -> Vec<Conversation> {
    let conversation = |(thread, place): (thread::Model, Option<placement::Model>)| Conversation {
        life: thread.life_at(at.now),
        comments: comments.remove(&thread.id).unwrap_or_default(),
        place,
        thread,
    };
    threads.into_iter().map(conversation).collect()
}
