//! What somebody said, for a mail.

use chrono::{DateTime, Utc};
use domain::text::LineRange;

use crate::{account, comment, draft, error::*, event, reading::Viewer, stakeholder, thread};

/// What somebody said, and on which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The id of the thread.
    pub id: i64,
    /// The number of the thread within the draft.
    pub thread: u32,
    /// The number of the comment within the thread.
    pub comment: u32,
    /// The number of the version it was made on.
    pub version: u32,
    /// Lines of that version; none for a thread on the whole draft.
    pub lines: Option<LineRange>,
    /// The words it is about; none for a thread on the whole draft.
    pub quote: Option<String>,
    /// The comment, as Markdown.
    pub words: String,
    /// The wording it proposes.
    pub wording: Option<String>,
    /// The name of the person.
    pub who: String,
    /// Whom they spoke for; none in a personal capacity.
    pub voice: Option<String>,
    pub posted: DateTime<Utc>,
}

pub(super) fn parts(row: &event::Model) -> Vec<&str> {
    row.subject.split('/').collect()
}

pub(super) async fn thread_of(
    viewer: Viewer<'_>,
    row: &event::Model,
    draft: &draft::Model,
) -> Result<thread::Model> {
    let number = parts(row).get(3).and_then(|number| number.parse().ok());
    thread::Entity::numbered(viewer.db.read(), draft.id, number.ok_or(Error::NotFound("thread"))?).await
}

/// The comment that an event is about; none that was hidden or taken back.
pub(super) async fn remark(
    viewer: Viewer<'_>,
    row: &event::Model,
    draft: &draft::Model,
) -> Result<Option<(Remark, comment::Model)>> {
    let thread = thread_of(viewer, row, draft).await?;
    let number = parts(row).get(5).and_then(|number| number.parse().ok()).unwrap_or(1);
    let comment = comment::Entity::numbered(viewer.db.read(), thread.id, number).await?;
    if comment.hidden.is_some() || comment.withdrawn_at.is_some() {
        return Ok(None);
    }
    Ok(Some((said(viewer, &thread, &comment).await?, comment)))
}

pub(super) async fn said(
    viewer: Viewer<'_>,
    thread: &thread::Model,
    comment: &comment::Model,
) -> Result<Remark> {
    let db = viewer.db.read();
    let who = account::Entity::names(db, [comment.author_id]).await?.remove(&comment.author_id);
    let voice = stakeholder::Entity::among(db, comment.stakeholder_id).await?.into_values().next();
    let anchor = thread.anchor.as_ref();
    Ok(Remark {
        id: thread.id,
        thread: thread.number.unsigned_abs(),
        comment: comment.number.unsigned_abs(),
        version: thread.version.number().unsigned_abs(),
        lines: anchor.map(|anchor| anchor.lines),
        quote: anchor.map(|anchor| anchor.quote.clone()),
        words: comment.body.clone(),
        wording: comment.wording().map(str::to_owned),
        who: who.unwrap_or_default(),
        voice: voice.map(|voice| voice.name),
        posted: comment.created_at,
    })
}
