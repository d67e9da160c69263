//! The permission table of domain, asked with what the database knows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::permission::{self, Action, Denied, Place, Role};
use sea_orm::ConnectionTrait;

use crate::{Reader, draft, error::*, forum, seat};

/// Every role a person has in a forum: those given there or in its parent, delegate by a live mandate for a seat, and what everyone has.
pub async fn roles(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    forum: &forum::Model,
    now: DateTime<Utc>,
) -> Result<Vec<Role>> {
    let mut roles = vec![Role::Anonymous];
    let Some(reader) = reader else { return Ok(roles) };
    roles.push(Role::Commenter);
    if reader.account.admin {
        roles.push(Role::Admin);
    }
    let lineage = forum.lineage();
    roles.extend(reader.roles.iter().filter(|role| lineage.contains(&role.forum_id)).map(|role| role.role.0));
    let live: Vec<_> = reader.voices.iter().filter(|voice| voice.mandate.is_live(now)).collect();
    if !live.is_empty() {
        let seats = forum.seats(db).await?;
        if live.iter().any(|voice| seats.iter().any(|seat| seat.id == voice.stakeholder.id)) {
            roles.push(Role::Delegate);
        }
    }
    Ok(roles)
}

/// The same for several forums at once, by forum.
pub async fn roles_among<'a>(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    forums: impl IntoIterator<Item = &'a forum::Model>,
    now: DateTime<Utc>,
) -> Result<BTreeMap<i64, Vec<Role>>> {
    let forums: Vec<_> = forums.into_iter().collect();
    let Some(reader) = reader else {
        return Ok(forums.into_iter().map(|forum| (forum.id, vec![Role::Anonymous])).collect());
    };
    let live = reader.voices.iter().filter(|voice| voice.mandate.is_live(now));
    let voices: Vec<_> = live.map(|voice| voice.stakeholder.id).collect();
    let mut seated = seat::forums_where(db, voices).await?;
    let groups = forums.iter().filter(|forum| forum.parent_id.is_some()).map(|forum| forum.id);
    let with_own_seats = seat::given_in(db, groups).await?;
    for forum in &forums {
        if forum.parent_id.is_some_and(|parent| seated.contains(&parent))
            && !with_own_seats.contains(&forum.id)
        {
            seated.insert(forum.id);
        }
    }
    let roles = forums.into_iter().map(|forum| {
        let mut roles = vec![Role::Anonymous, Role::Commenter];
        roles.extend(reader.account.admin.then_some(Role::Admin));
        let lineage = forum.lineage();
        roles.extend(
            reader.roles.iter().filter(|role| lineage.contains(&role.forum_id)).map(|role| role.role.0),
        );
        roles.extend(seated.contains(&forum.id).then_some(Role::Delegate));
        (forum.id, roles)
    });
    Ok(roles.collect())
}

/// Refuses what the table does not allow in this forum.
pub async fn require_in(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    forum: &forum::Model,
    action: Action,
    now: DateTime<Utc>,
) -> Result<()> {
    let roles = roles(db, reader, forum, now).await?;
    let place = Place::forum(forum.visibility.0);
    permission::may(&roles, action, &place, now).map_err(|denied| refuse(denied, "forum"))
}

/// Refuses what the table does not allow on this draft at its stage.
pub async fn require(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    forum: &forum::Model,
    draft: &draft::Model,
    action: Action,
    now: DateTime<Utc>,
) -> Result<()> {
    let roles = roles(db, reader, forum, now).await?;
    may(&roles, forum, draft, action, now).map_err(|denied| refuse(denied, "draft"))
}

/// The table itself, for roles that are known already: a page asks it for every button.
pub fn may(
    roles: &[Role],
    forum: &forum::Model,
    draft: &draft::Model,
    action: Action,
    now: DateTime<Utc>,
) -> std::result::Result<(), Denied> {
    let stage = draft.stage_at(now);
    let place = Place::draft(draft.visibility.0, &stage, draft.latest > 0);
    permission::may(roles, action, &place.with_late_comments(forum.late_comments), now)
}

fn refuse(denied: Denied, what: &'static str) -> Error {
    match denied {
        Denied::NotFound => Error::NotFound(what),
        Denied::SignIn => Error::SignedOut,
        Denied::Forbidden { .. } => Error::Forbidden(denied.message()),
        Denied::Stage(_) | Denied::Thread(_) => Error::Conflict(denied.message()),
    }
}
