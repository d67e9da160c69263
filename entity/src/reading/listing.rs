//! A stretch of the threads of a draft: those that a filter lets through, in its order, from where the address says.

use super::{
    Conversation, Head, Speakers, Viewer,
    filter::Filter,
    thread_count::Count,
    thread_list::{self, Cursor, From, Order, Wanted},
};
use crate::{error::*, placement, thread};

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
    /// Where the stretch before it begins; none at the start of the list.
    pub before: Option<Cursor>,
    /// Where the stretch after it begins; none at the end of the list.
    pub after: Option<Cursor>,
}

impl Listed {
    /// At most `length` threads from a place on.
    pub async fn of(
        viewer: Viewer<'_>,
        head: &Head,
        filter: &Filter,
        from: From,
        length: usize,
    ) -> Result<Self> {
        let Some(wanted) = filter.wanted(head, viewer.account()) else { return Ok(Self::default()) };
        if !filter.words.is_empty() {
            return Self::search(viewer, head, filter, &wanted, (from, length)).await;
        }
        let (db, draft, order) = (viewer.db.read(), &head.draft, filter.order());
        let stretch = thread_list::stretch(db, draft, &wanted, order, from, length).await?;
        let found = if wanted == Wanted::default() {
            head.threads
        } else {
            thread_list::count(db, draft, &wanted).await?
        };
        Ok(Self::cut(stretch, found, order))
    }

    /// Every thread that a filter lets through, in order.
    pub async fn whole(viewer: Viewer<'_>, head: &Head, filter: &Filter) -> Result<Vec<thread::Model>> {
        let Some(wanted) = filter.wanted(head, viewer.account()) else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        let mut some = Some(From::Start);
        while let Some(from) = some {
            let (threads, next) = passing(viewer, head, filter, &wanted, from).await?;
            all.extend(threads.into_iter().map(|(thread, _)| thread));
            some = next;
        }
        Ok(all)
    }

    fn cut(stretch: thread_list::Stretch, found: Count, order: Order) -> Self {
        let cursor = |one: Option<&(thread::Model, Option<placement::Model>)>| {
            one.map(|(thread, place)| thread_list::cursor(order, thread, place.as_ref()))
        };
        Self {
            before: cursor(stretch.threads.first()).filter(|_| stretch.is_before),
            after: cursor(stretch.threads.last()).filter(|_| stretch.is_after),
            threads: stretch.threads,
            found,
        }
    }

    /// The threads in which some words were said. No index knows words, so the threads are looked through, some at a time.
    async fn search(
        viewer: Viewer<'_>,
        head: &Head,
        filter: &Filter,
        wanted: &Wanted,
        (from, length): (From, usize),
    ) -> Result<Self> {
        let order = filter.order();
        let mut found = Vec::new();
        let mut some = Some(From::Start);
        while let Some(from) = some {
            let (threads, next) = passing(viewer, head, filter, wanted, from).await?;
            found.extend(threads.into_iter().map(|(thread, place)| {
                (thread_list::cursor(order, &thread, place.as_ref()), thread.id, thread.life_at(viewer.now))
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
        let mut threads = thread::Entity::among(viewer.db.read(), ids.iter().copied()).await?;
        let mut places =
            placement::Entity::in_version(viewer.db.read(), ids.iter().copied(), head.draft.newest()).await?;
        let threads = ids.iter().filter_map(|id| Some((threads.remove(id)?, places.remove(id)))).collect();
        let stretch =
            thread_list::Stretch { threads, is_before: start > 0, is_after: start + length < found.len() };
        Ok(Self::cut(stretch, Count::of(found.iter().map(|(.., life)| life)), order))
    }
}

/// Of the next threads those that pass, words and all, and where those after them begin.
async fn passing(
    viewer: Viewer<'_>,
    head: &Head,
    filter: &Filter,
    wanted: &Wanted,
    from: From,
) -> Result<(Threads, Option<From>)> {
    let order = filter.order();
    let stretch = thread_list::stretch(viewer.db.read(), &head.draft, wanted, order, from, SOME).await?;
    let last = stretch.threads.last().filter(|_| stretch.is_after);
    let next = last.map(|(thread, place)| From::After(thread_list::cursor(order, thread, place.as_ref())));
    if filter.words.is_empty() {
        return Ok((stretch.threads, next));
    }
    let conversations = Conversation::whole(viewer, stretch.threads).await?;
    let speakers = Speakers::of(viewer.db, &conversations, &[]).await?;
    let passing = conversations.into_iter().filter(|one| filter.says(one, &speakers));
    Ok((passing.map(|one| (one.thread, one.place)).collect(), next))
}
