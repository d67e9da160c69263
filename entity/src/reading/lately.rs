//! What came to a draft since a reader was there before.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::record::Kind;
use sea_orm::entity::prelude::*;

use super::{Head, Viewer};
use crate::{comment, error::*, event, thread};

/// So many events are looked through at a time,
const EVENTS: u64 = 100;
/// and so many times. What came before is not counted.
const TIMES: usize = 5;

/// What came to a draft since an instant: said by others, and not hidden since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lately {
    pub since: DateTime<Utc>,
    /// How many comments.
    pub comments: u32,
    /// Whether there are more, too many to be counted.
    pub more: bool,
    /// How many threads of the reader's were answered.
    pub answers: u32,
    /// The newest version, when it was published since.
    pub version: Option<u32>,
}

impl Lately {
    /// What came since this instant.
    pub async fn of(viewer: Viewer<'_>, head: &Head, since: DateTime<Utc>) -> Result<Self> {
        let (db, reader) = (viewer.db.read(), viewer.reader.map(|reader| reader.account.id));
        let (mut said, mut answered) = (BTreeSet::new(), BTreeSet::new());
        // Where the reader has answered or spoken since, they have seen what was there.
        let mut dealt_with = BTreeSet::new();
        let (mut before, mut more) = (None, true);
        for _ in 0..TIMES {
            let events = event::Entity::of_draft(db, head.reference(), before, EVENTS).await?;
            before = events.last().map(|event| event.run_number);
            let new = events.iter().take_while(|event| event.at > since);
            for event in new.clone() {
                if event.actor.is_some() && event.actor == reader {
                    dealt_with.extend(thread_of(event));
                    continue;
                }
                match Kind::from_key(&event.kind) {
                    Some(Kind::ThreadOpened | Kind::CommentPosted) => {
                        said.extend(thread_of(event).filter(|thread| !dealt_with.contains(thread)));
                    }
                    Some(Kind::ThreadAnswered) => answered.extend(thread_of(event)),
                    _ => {}
                }
            }
            if new.count() < EVENTS as usize {
                more = false;
                break;
            }
        }
        let id = |number: &i32| (head.draft.id << 32) | i64::from(*number);
        let newest = head.newest().ok().filter(|newest| newest.published_at > since);
        let newest = newest.filter(|newest| Some(newest.published_by) != reader);
        Ok(Self {
            since,
            comments: counted(comments(since, reader, said.iter().map(id)).count(db).await?),
            more,
            answers: match reader {
                Some(reader) if !answered.is_empty() => {
                    let mine =
                        thread::Entity::find().filter(thread::Column::Id.is_in(answered.iter().map(id)));
                    counted(mine.filter(thread::Column::RaisedBy.eq(reader)).count(db).await?)
                }
                _ => 0,
            },
            version: newest.map(|newest| newest.number.unsigned_abs()),
        })
    }

    /// Tells whether nothing came.
    pub const fn is_empty(&self) -> bool {
        self.comments == 0 && self.answers == 0 && self.version.is_none()
    }
}

/// What others said in these threads since, as long as it is shown.
fn comments(
    since: DateTime<Utc>,
    reader: Option<i64>,
    threads: impl Iterator<Item = i64>,
) -> Select<comment::Entity> {
    let comments = comment::Entity::find()
        .filter(comment::Column::ThreadId.is_in(threads))
        .filter(comment::Column::CreatedAt.gt(since))
        .filter(comment::Column::Hidden.is_null())
        .filter(comment::Column::WithdrawnAt.is_null());
    match reader {
        Some(reader) => comments.filter(comment::Column::AuthorId.ne(reader)),
        None => comments,
    }
}

fn counted(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The thread that an event happened to: `draft/DN-2026-001/thread/3` and what stands under it.
fn thread_of(event: &event::Model) -> Option<i32> {
    event.subject.split('/').nth(3)?.parse().ok()
}
