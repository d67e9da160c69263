//! Referrals that wait: for the secretariat that got one, and for the one that sent it.

use std::collections::{BTreeMap, BTreeSet};

use domain::permission::Role;

use super::Slip;
use crate::{Reader, draft, error::*, forum, reading::Viewer, referral};

/// What came in to the forums of the reader's secretariat and is not answered, and what they sent and wait for in vain.
pub async fn waiting(viewer: Viewer<'_>, reader: &Reader) -> Result<Vec<Slip>> {
    let runs = reader.roles.iter().filter(|role| role.role.0 == Role::Secretariat);
    let runs: BTreeSet<i64> = runs.map(|role| role.forum_id).collect();
    if runs.is_empty() {
        return Ok(Vec::new());
    }
    let db = viewer.db.read();
    let open = referral::Entity::open_between(db, &runs).await?;
    let drafts: BTreeMap<i64, draft::Model> =
        draft::Entity::among(db, open.iter().map(|row| row.draft_id)).await?;
    let forums = open.iter().flat_map(|row| std::iter::once(row.forum_id).chain(row.to_forum_id));
    let forums = forum::Entity::among(db, forums.collect::<Vec<_>>()).await?;
    let slip = |row: &referral::Model| {
        let came = row.to_forum_id.is_some_and(|to| runs.contains(&to));
        let overdue = row.state.is_overdue(viewer.now);
        if !came && !overdue {
            return None;
        }
        let (draft, from) = (drafts.get(&row.draft_id)?, forums.get(&row.forum_id)?);
        let zone = row.to_forum_id.and_then(|to| forums.get(&to)).unwrap_or(from).zone.clone();
        let body = if came { from.name.clone() } else { row.to_name.clone() };
        Some(Slip::Referral {
            reference: draft.reference.clone(),
            number: row.number,
            title: draft.title.clone(),
            body,
            came,
            overdue,
            due: row.state.due(),
            zone,
        })
    };
    Ok(open.iter().filter_map(slip).collect())
}
