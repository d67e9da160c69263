//! Telling other installations of what is done here with a referral that crosses.

use chrono::{DateTime, Utc};
use domain::bundle;
use sea_orm::{Condition, entity::prelude::*};

use crate::{
    Tx,
    error::*,
    forum,
    row::{
        dispatch,
        peer::{self, Known},
        referral::{Column, Entity, Model},
    },
};

/// The installation at the other end of a referral; none where both ends are here, or it goes by file to a body without Comity.
pub async fn other_side(db: &impl ConnectionTrait, referral: &Model) -> Result<Option<peer::Model>> {
    let ends = [Some(referral.forum_id), referral.to_forum_id];
    let forums = forum::Entity::among(db, ends.into_iter().flatten()).await?;
    for forum in forums.values() {
        if let Some((_, host)) = bundle::split(&forum.slug) {
            return peer::Entity::at_host(db, host).await;
        }
    }
    Ok(None)
}

/// Puts what is to be told of a referral into the outbox, within the transaction of what it tells of.
pub(super) async fn tell(tx: &Tx, referral: &Model, what: &str, now: DateTime<Utc>) -> Result<()> {
    let Some(peer) = other_side(&**tx, referral).await? else { return Ok(()) };
    if peer.by_hand || peer.state.0 == Known::Blocked {
        return Ok(());
    }
    let once = format!("{}/{what}", referral.id);
    dispatch::Entity::put(&**tx, (peer.id, referral.id), once, now).await
}

/// Tells the other ends of the referrals of a draft that a version of it was published.
pub(super) async fn tell_of_version(tx: &Tx, draft: i64, number: i32, now: DateTime<Utc>) -> Result<()> {
    let either = Condition::any().add(Column::DraftId.eq(draft)).add(Column::DerivedId.eq(draft));
    let sent = Entity::find().filter(either).filter(Column::SentAt.is_not_null());
    for referral in sent.all(&**tx).await? {
        tell(tx, &referral, &format!("version/{draft}/{number}"), now).await?;
    }
    Ok(())
}
