//! What waits for a person by their roles.

mod granted;
mod mine;
mod official;

use chrono::{DateTime, Utc};
use domain::disposition::Disposition;
use serde::Serialize;

use super::Viewer;
use crate::error::*;

/// Something a person is waited for, with what is needed to say so.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "slip", rename_all = "kebab-case")]
pub enum Slip {
    AnswersDue {
        reference: String,
        title: String,
        comments: u32,
    },
    Triage {
        reference: String,
        title: String,
        uncertain: u32,
        detached: u32,
    },
    ObjectionStands {
        reference: String,
        seat: String,
        slug: String,
    },
    SignOffDue {
        reference: String,
        title: String,
        seat: String,
        closes: DateTime<Utc>,
        zone: String,
    },
    SignOffToRenew {
        reference: String,
        seat: String,
        signed: u32,
        newest: u32,
        resolved: bool,
    },
    PositionCarried {
        reference: String,
        seat: String,
        signed: u32,
        newest: u32,
        until: DateTime<Utc>,
    },
    AnswerToJudge {
        reference: String,
        thread: u32,
        disposition: Disposition,
    },
    PlaceToConfirm {
        reference: String,
        thread: u32,
        line: Option<u32>,
    },
    Reply {
        reference: String,
        thread: u32,
        who: String,
        gist: String,
    },
    /// A forum lets somebody speak for a stakeholder, in itself only.
    MandateGranted {
        seat: String,
        slug: String,
        name: String,
        forum: String,
        may_end: bool,
    },
    MandateEnds {
        seat: String,
        slug: String,
        ends: DateTime<Utc>,
    },
}

/// All that waits for the one who looks, official duties first; nothing for the public.
pub async fn slips(viewer: Viewer<'_>) -> Result<Vec<Slip>> {
    let Some(reader) = viewer.reader else { return Ok(Vec::new()) };
    let mut slips = official::waiting(viewer, reader).await?;
    slips.extend(granted::waiting(viewer, reader).await?);
    slips.extend(mine::waiting(viewer, reader).await?);
    Ok(slips)
}
