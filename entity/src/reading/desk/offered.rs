//! Changes that other texts offer to the drafts of the reader.

use super::Slip;
use crate::{Reader, error::*, reading::Viewer};

/// What nobody has decided on.
pub async fn waiting(viewer: Viewer<'_>, reader: &Reader) -> Result<Vec<Slip>> {
    let waiting = viewer.changes_waiting(reader).await?.into_iter().map(|one| Slip::ChangesOffered {
        reference: one.draft.reference,
        title: one.draft.title,
        other: one.other.reference,
        forum: one.forum.name,
        changes: u32::try_from(one.changes).unwrap_or(u32::MAX),
    });
    Ok(waiting.collect())
}
