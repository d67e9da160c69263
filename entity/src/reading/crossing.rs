//! Other installations, what is on its way to them, and what of a referral came from them.

use std::collections::BTreeMap;

use super::{Viewer, referral::Sent};
use crate::{
    bundle::{self, Kept},
    dispatch, draft,
    error::*,
    forum, peer, referral, verb,
};

/// Another installation, with what waits for it.
#[derive(Clone, Debug)]
pub struct Neighbour {
    pub peer: peer::Model,
    /// How many bundles wait for it.
    pub waiting: u32,
    /// Its forums that are known here, by name.
    pub forums: Vec<forum::Model>,
}

/// A bundle that has not arrived.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub dispatch: dispatch::Model,
    /// The name of the installation.
    pub peer: String,
    /// The draft and the number of its referral.
    pub reference: String,
    pub number: i32,
}

/// What of one referral crosses from one installation to another.
#[derive(Clone, Debug)]
pub struct Crossing {
    /// The installation at the other end; none where both are here, and for a body without Comity.
    pub peer: Option<peer::Model>,
    /// What was sent or is to be sent, the newest first.
    pub dispatches: Vec<dispatch::Model>,
    /// The last that came.
    pub kept: Option<Kept>,
}

impl Viewer<'_> {
    /// The other installations, by name; for administrators, which the page has asked for.
    pub async fn neighbours(&self) -> Result<Vec<Neighbour>> {
        let db = self.db.read();
        let waiting = dispatch::Entity::waiting(db).await?;
        let mut forums: BTreeMap<String, Vec<forum::Model>> = BTreeMap::new();
        for forum in forum::Entity::all(db).await? {
            if let Some((_, host)) = domain::bundle::split(&forum.slug) {
                forums.entry(host.to_owned()).or_default().push(forum);
            }
        }
        let peers = peer::Entity::all(db).await?.into_iter().map(|peer| Neighbour {
            waiting: waiting.get(&peer.id).copied().unwrap_or_default(),
            forums: forums.remove(&peer.host).unwrap_or_default(),
            peer,
        });
        Ok(peers.collect())
    }

    /// What has not arrived, the newest first; for administrators, which the page has asked for.
    pub async fn on_the_way(&self, limit: u64) -> Result<Vec<Waiting>> {
        let db = self.db.read();
        let rows = dispatch::Entity::in_trouble(db, limit).await?;
        let referrals = referral::Entity::among(db, rows.iter().map(|row| row.referral_id)).await?;
        let drafts = draft::Entity::among(db, referrals.values().map(|one| one.draft_id)).await?;
        let peers: BTreeMap<_, _> =
            peer::Entity::all(db).await?.into_iter().map(|peer| (peer.id, peer.name)).collect();
        let waiting = rows.into_iter().filter_map(|dispatch| {
            let referral = referrals.get(&dispatch.referral_id)?;
            Some(Waiting {
                peer: peers.get(&dispatch.peer_id)?.clone(),
                reference: drafts.get(&referral.draft_id)?.reference.clone(),
                number: referral.number,
                dispatch,
            })
        });
        Ok(waiting.collect())
    }

    /// What of a referral that the viewer sees crosses.
    pub async fn crossing(&self, sent: &Sent) -> Result<Crossing> {
        let (db, id) = (self.db.read(), sent.referral.id);
        Ok(Crossing {
            peer: verb::other_side(db, &sent.referral).await?,
            dispatches: dispatch::Entity::of(db, [id]).await?,
            kept: bundle::Entity::kept(db, [id]).await?.pop(),
        })
    }
}
