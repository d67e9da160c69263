//! The permission table of domain, asked with what the database knows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Message,
    permission::{self, Action, Denied, Place, Role},
};
use sea_orm::ConnectionTrait;

use crate::{Reader, draft, error::*, forum, seat};

/// Every role a person has in a forum: those given there or in its parent, delegate by a mandate that counts there for a seat, focal point
/// of a seat, and what everyone has.
pub async fn roles(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    forum: &forum::Model,
    now: DateTime<Utc>,
) -> Result<Vec<Role>> {
    let Some(reader) = reader else { return Ok(vec![Role::Anonymous]) };
    let has_part = reader.voices_in(forum, now).next().is_some() || !reader.looks_after.is_empty();
    let seats = if has_part { forum.seats(db).await? } else { Vec::new() };
    Ok(of(reader, forum, |stakeholder| seats.iter().any(|seat| seat.id == stakeholder), now))
}

/// Every role a person has in several forums, by forum; as many questions to the database however many forums.
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
    let voices = reader.voices.iter().map(|voice| voice.stakeholder.id);
    let held = seat::held_by(db, voices.chain(reader.looks_after.iter().copied())).await?;
    let groups = forums.iter().filter(|forum| forum.parent_id.is_some()).map(|forum| forum.id);
    let with_own_seats = seat::given_in(db, groups).await?;
    let roles = forums.into_iter().map(|forum| {
        let inherits = !with_own_seats.contains(&forum.id);
        let seated_in = forum.parent_id.filter(|_| inherits).unwrap_or(forum.id);
        let sits = |stakeholder: i64| {
            held.iter().any(|seat| seat.forum_id == seated_in && seat.stakeholder_id == stakeholder)
        };
        (forum.id, of(reader, forum, sits, now))
    });
    Ok(roles.collect())
}

/// The roles of somebody signed in, where it is known who sits in the forum.
fn of(reader: &Reader, forum: &forum::Model, sits: impl Fn(i64) -> bool, now: DateTime<Utc>) -> Vec<Role> {
    let lineage = forum.lineage();
    let mut roles = roles_everywhere(reader);
    roles.extend(reader.roles.iter().filter(|role| lineage.contains(&role.forum_id)).map(|role| role.role.0));
    let speaks = reader.voices_in(forum, now).any(|voice| sits(voice.stakeholder.id));
    roles.extend(speaks.then_some(Role::Delegate));
    roles.extend(reader.looks_after.iter().any(|one| sits(*one)).then_some(Role::FocalPoint));
    roles
}

/// What somebody is whatever the forum: an administrator of the installation, and what everyone has.
pub fn roles_everywhere(reader: &Reader) -> Vec<Role> {
    let mut roles = vec![Role::Anonymous, Role::Commenter];
    roles.extend(reader.account.admin.then_some(Role::Admin));
    roles
}

/// Whether somebody may do what belongs to no forum: for showing a button.
pub fn may_everywhere(reader: Option<&Reader>, action: Action) -> bool {
    reader.is_some_and(|reader| permission::is_for(&roles_everywhere(reader), action))
}

/// Refuses what belongs to no forum and is not for this reader.
pub fn require_everywhere(reader: &Reader, action: Action) -> Result<()> {
    match may_everywhere(Some(reader), action) {
        true => Ok(()),
        false => Err(Error::Forbidden(Message::new(action.who_id()))),
    }
}

/// What somebody is to a stakeholder, whatever the forum: its focal point, and what everyone has.
pub fn roles_for(reader: &Reader, stakeholder: i64) -> Vec<Role> {
    let mut roles = roles_everywhere(reader);
    roles.extend(reader.looks_after.contains(&stakeholder).then_some(Role::FocalPoint));
    roles
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
    let place = Place::forum(forum.visibility.0).with_joining(forum.joining.0);
    permission::may(&roles, action, &place, now).map_err(|denied| refuse(denied, "forum"))
}

/// The table itself for what belongs to a forum, for roles that are known already.
pub fn may_in(
    roles: &[Role],
    forum: &forum::Model,
    action: Action,
    now: DateTime<Utc>,
) -> std::result::Result<(), Denied> {
    permission::may(roles, action, &Place::forum(forum.visibility.0).with_joining(forum.joining.0), now)
}

/// Refuses what the table lets a stranger do in no forum.
pub async fn require_somewhere(db: &impl ConnectionTrait, action: Action, now: DateTime<Utc>) -> Result<()> {
    let mut denied = Denied::NotFound;
    for forum in forum::Entity::all(db).await? {
        let place = Place::forum(forum.visibility.0).with_joining(forum.joining.0);
        match permission::may(&[Role::Anonymous], action, &place, now) {
            Ok(()) => return Ok(()),
            Err(refused) => denied = refused,
        }
    }
    Err(refuse(denied, "forum"))
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
    let place = Place::draft(draft.visibility.0, &stage, draft.latest > 0)
        .with_late_comments(forum.late_comments)
        .with_joining(forum.joining.0);
    permission::may(roles, action, &place, now)
}

fn refuse(denied: Denied, what: &'static str) -> Error {
    match denied {
        Denied::NotFound => Error::NotFound(what),
        Denied::SignIn => Error::SignedOut,
        Denied::Forbidden { .. } | Denied::NotLetIn(_) => Error::Forbidden(denied.message()),
        Denied::Stage(_) | Denied::Thread(_) => Error::Conflict(denied.message()),
    }
}
