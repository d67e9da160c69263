//! People who come to take part, for those who let them: in a forum, and for a stakeholder.

use std::collections::{BTreeMap, BTreeSet};

use domain::permission::Role;

use super::Slip;
use crate::{Reader, account, error::*, forum, newcomer, reading::Viewer, stakeholder, wish};

/// The forums of the reader's secretariat in which somebody waits to be let in, and the wishes to speak that the reader may decide.
pub async fn waiting(viewer: Viewer<'_>, reader: &Reader) -> Result<Vec<Slip>> {
    let runs = reader.roles.iter().filter(|role| role.role.0 == Role::Secretariat);
    let runs: BTreeSet<i64> = runs.map(|role| role.forum_id).collect();
    if runs.is_empty() && reader.looks_after.is_empty() {
        return Ok(Vec::new());
    }
    let db = viewer.db.read();
    let mut people: BTreeMap<i64, BTreeSet<Option<i64>>> = BTreeMap::new();
    for row in newcomer::Entity::asking(db, runs.iter().copied(), viewer.now).await? {
        people.entry(row.forum_id.unwrap_or_default()).or_default().insert(row.account_id);
    }
    let mut wishes = Vec::new();
    for one in wish::Entity::waiting(db, runs.iter().copied(), reader.looks_after.iter().copied()).await? {
        // What is somebody else's to decide waits on their desk.
        if reader.decides(db, &one, viewer.now).await.is_ok() {
            wishes.push(one);
        }
    }
    let forums = people.keys().copied().chain(wishes.iter().map(|one| one.forum_id));
    let forums = forum::Entity::among(db, forums.collect::<Vec<_>>()).await?;
    let slips = people.iter().filter_map(|(id, people)| {
        let forum = forums.get(id)?;
        let people = u32::try_from(people.len()).unwrap_or(u32::MAX);
        Some(Slip::Newcomers { slug: forum.slug.clone(), forum: forum.name.clone(), people })
    });
    let mut slips: Vec<Slip> = slips.collect();
    let names = account::Entity::names(db, wishes.iter().map(|one| one.account_id)).await?;
    let known = stakeholder::Entity::among(db, wishes.iter().filter_map(|one| one.stakeholder_id)).await?;
    slips.extend(wishes.iter().filter_map(|one| {
        let forum = forums.get(&one.forum_id)?;
        let own =
            one.stakeholder_id.filter(|id| reader.looks_after.contains(id)).and_then(|id| known.get(&id));
        Some(Slip::Wish {
            name: names.get(&one.account_id).cloned().unwrap_or_default(),
            seat: one.name.clone(),
            forum: forum.slug.clone(),
            slug: own.map(|stakeholder| stakeholder.slug.clone()),
        })
    }));
    Ok(slips)
}
