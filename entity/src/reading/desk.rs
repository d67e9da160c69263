//! What waits for a person by their roles.

mod granted;
mod mine;
mod newcomers;
mod offered;
mod official;
mod referred;

use chrono::{DateTime, Utc};
use domain::disposition::Disposition;
use serde::Serialize;

use super::Viewer;
use crate::error::*;

/// Something a person is waited for, with what is needed to say so.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "slip", rename_all = "kebab-case")]
pub enum Slip {
    /// So many threads of a draft wait for an answer of its officials.
    AnswersDue { reference: String, title: String, comments: u32 },
    /// So many threads of a draft stand uncertainly, or have lost their words.
    Triage { reference: String, title: String, uncertain: u32, detached: u32 },
    /// A seat objects to a draft that the reader runs.
    ObjectionStands { reference: String, seat: String, slug: String },
    /// A seat that the reader speaks for has given no position; `closes` is the deadline, in the forum's `zone`.
    SignOffDue { reference: String, title: String, seat: String, closes: DateTime<Utc>, zone: String },
    /// The words that a seat signed have changed; `resolved` asks whether that resolves its objection.
    SignOffToRenew { reference: String, seat: String, signed: u32, newest: u32, resolved: bool },
    /// A position was carried over an editorial change; it can be taken back until `until`.
    PositionCarried { reference: String, seat: String, signed: u32, newest: u32, until: DateTime<Utc> },
    /// A thread of the reader's was answered, and they have not said whether it satisfies.
    AnswerToJudge { reference: String, thread: u32, disposition: Disposition },
    /// The place of a thread of the reader's is not sure; `line` is where it may be.
    PlaceToConfirm { reference: String, thread: u32, line: Option<u32> },
    /// Somebody replied in a thread of the reader's.
    Reply { reference: String, thread: u32, who: String, gist: String },
    /// A forum lets somebody speak for a stakeholder, in itself only.
    MandateGranted { seat: String, slug: String, name: String, forum: String, may_end: bool },
    /// People wrote in a forum and wait to be let in.
    Newcomers { slug: String, forum: String, people: u32 },
    /// Somebody asks to speak for an organisation in a forum (its slug); `slug` is that of the stakeholder where the reader looks after it.
    Wish { name: String, seat: String, forum: String, slug: Option<String> },
    /// Nobody can speak for a stakeholder that the reader looks after.
    NobodySpeaks { seat: String, slug: String },
    /// A text was referred to a forum of the reader's (`came`), or they sent one; `body` is the other side. `due` is in the receiver's `zone`.
    Referral {
        reference: String,
        number: i32,
        title: String,
        body: String,
        came: bool,
        overdue: bool,
        due: Option<DateTime<Utc>>,
        zone: String,
    },
    /// Another draft (`other`, of `forum`) offers changes to one of the reader's, on which nobody has decided.
    ChangesOffered { reference: String, title: String, other: String, forum: String, changes: u32 },
    /// A mandate of the reader's ends soon.
    MandateEnds { seat: String, slug: String, ends: DateTime<Utc> },
}

/// All that waits for the one who looks, official duties first; nothing for the public.
pub async fn slips(viewer: Viewer<'_>) -> Result<Vec<Slip>> {
    let Some(reader) = viewer.reader else { return Ok(Vec::new()) };
    let mut slips = official::waiting(viewer, reader).await?;
    slips.extend(referred::waiting(viewer, reader).await?);
    slips.extend(offered::waiting(viewer, reader).await?);
    slips.extend(newcomers::waiting(viewer, reader).await?);
    slips.extend(granted::unspoken(viewer, reader).await?);
    slips.extend(granted::waiting(viewer, reader).await?);
    slips.extend(mine::waiting(viewer, reader).await?);
    Ok(slips)
}
