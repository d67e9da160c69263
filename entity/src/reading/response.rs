//! The response matrix: each thread with what was asked, what was answered and what came of it, as one plain value. Lists for people, tables
//! and answers to machines all show it.

use chrono::{DateTime, Utc};
use domain::{
    ThreadKind,
    anchor::Anchor,
    disposition::Life,
    record::dossier::{Comment, Speaker},
    suggestion::Outlook,
};
use serde::Serialize;

use super::{Comparisons, Conversation, Discussion, Head, Outcome, Viewer, derived::ThreadPlace};
use crate::{comment, error::*, placement, thread};

/// A row of the response matrix. Its fields are named as in the JSON export, of which it has the first comment of a thread, and what follows
/// from the record besides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Response {
    /// Counted within the draft.
    pub number: u32,
    pub kind: ThreadKind,
    /// The number of the version it was made on.
    pub made_on: u32,
    /// None: on the whole draft.
    pub anchor: Option<Anchor>,
    /// The words it is about as Markdown, in what they stand in: an item with its mark, a row under the heads of its columns.
    pub quote: Option<String>,
    /// An account number.
    pub raised_by: i64,
    /// Whom the raiser spoke for; none in a personal capacity.
    pub stakeholder: Option<Speaker>,
    pub raised_at: DateTime<Utc>,
    /// Whether it was opened after the round had closed.
    pub late: bool,
    pub life: Life,
    /// What was said first.
    pub opening: Option<Comment>,
    /// How many comments followed.
    pub replies: u32,
    /// The latest wording that was proposed in it and neither hidden nor taken back.
    pub suggestion: Option<String>,
    /// Where it stands in the newest version; none when it is about the whole draft.
    pub place: Option<ThreadPlace>,
    /// What became of the wording it proposes, once a version came after the one it was made on.
    pub outlook: Option<Outlook>,
    /// What the text says of its answer.
    pub outcome: Outcome,
}

impl Discussion {
    /// Its threads as rows of the response matrix, in their order.
    pub fn responses(&self) -> Vec<Response> {
        self.conversations.iter().map(|one| self.response(one)).collect()
    }

    /// One thread as a row of the response matrix.
    pub fn response(&self, one: &Conversation) -> Response {
        let thread = &one.thread;
        Response {
            number: one.number(),
            kind: thread.kind.0,
            made_on: one.made_on(),
            anchor: thread.anchor.as_ref().map(|anchor| anchor.0.clone()),
            quote: self.quoted(one),
            raised_by: thread.raised_by,
            stakeholder: self.speakers.stakeholder(thread.stakeholder_id).map(Speaker::from),
            raised_at: thread.created_at,
            late: thread.late,
            life: one.life.clone(),
            opening: one.opening().map(|comment| self.comment(comment)),
            replies: one.replies(),
            suggestion: one.suggestion().map(str::to_owned),
            place: one.place.clone().map(ThreadPlace::from),
            outlook: self.outlook(one),
            outcome: self.outcome(one),
        }
    }

    /// A comment as the JSON export has it: without its words when they were hidden or erased.
    pub fn comment(&self, comment: &comment::Model) -> Comment {
        let stakeholder = self.speakers.stakeholder(comment.stakeholder_id).map(Speaker::from);
        comment
            .plain(stakeholder, self.speakers.granted_by(comment.mandate_id).map(|forum| forum.slug.clone()))
    }

    /// The words that a thread is about, as Markdown; plain paragraphs are their words.
    fn quoted(&self, one: &Conversation) -> Option<String> {
        let anchor = one.thread.anchor.as_ref()?;
        let text = self.head.version(one.made_on()).ok().map(|version| version.text());
        let Some(text) = text.filter(|text| !text.is_plain(anchor.lines)) else {
            return Some(anchor.quote.clone());
        };
        let part = anchor.chars.is_some().then_some(anchor.quote.as_str());
        Some(text.excerpt_to_markdown(anchor.lines, part))
    }
}

/// How many threads are read at once.
const SOME: u64 = 500;

/// Reads every thread of a draft by number, some at a time, so that the whole matrix is never held at once.
pub struct Matrix<'a> {
    viewer: Viewer<'a>,
    head: Head,
    comparisons: Comparisons,
    last: i32,
}

impl<'a> Matrix<'a> {
    /// Begins before the first thread of a draft.
    pub fn of(viewer: Viewer<'a>, head: Head) -> Self {
        Self { viewer, head, comparisons: Comparisons::default(), last: 0 }
    }

    /// The next threads with everyone who speaks in them; none after the last.
    pub async fn next(&mut self) -> Result<Option<Discussion>> {
        let db = self.viewer.db.read();
        let threads = thread::Entity::numbered_after(db, self.head.draft.id, self.last, SOME).await?;
        let Some(last) = threads.last() else { return Ok(None) };
        self.last = last.number;
        let ids: Vec<i64> = threads.iter().map(|thread| thread.id).collect();
        let mut places = placement::Entity::in_version(db, ids, self.head.draft.newest()).await?;
        let threads = threads.into_iter().map(|thread| (places.remove(&thread.id), thread));
        let threads = threads.map(|(place, thread)| (thread, place)).collect();
        let known = std::mem::take(&mut self.comparisons);
        let conversations = Conversation::in_short(self.viewer, threads, 0).await?;
        let discussion = Discussion::with(self.viewer, self.head.clone(), conversations, known).await?;
        self.comparisons = discussion.comparisons.clone();
        Ok(Some(discussion))
    }
}
