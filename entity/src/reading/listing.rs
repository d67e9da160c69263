//! A stretch of the threads of a draft: those that a filter lets through, in its order, from where the address says.

use super::{
    Head, Viewer,
    filter::Filter,
    thread_count::Count,
    thread_list::{self, Cursor, From, Order, Wanted},
};
use crate::{error::*, indexing, placement, thread};

/// How many threads are read at a time where all are wanted.
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
            indexing::catch_up(viewer.db).await?;
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
        if !filter.words.is_empty() {
            indexing::catch_up(viewer.db).await?;
        }
        let (db, order) = (viewer.db.read(), filter.order());
        let (mut all, mut from) = (Vec::new(), From::Start);
        loop {
            let stretch = thread_list::stretch(db, &head.draft, &wanted, order, from, SOME).await?;
            let last = stretch.threads.last().filter(|_| stretch.is_after);
            let next = last.map(|(thread, place)| thread_list::cursor(order, thread, place.as_ref()));
            all.extend(stretch.threads.into_iter().map(|(thread, _)| thread));
            match next {
                Some(cursor) => from = From::After(cursor),
                None => return Ok(all),
            }
        }
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
}
