//! Other installations: entering one, confirming that its key is its own, and blocking it.

use chrono::{DateTime, Utc};
use domain::{
    ForumKind, Joining, bundle,
    permission::Action,
    record::{Kind, payload},
    tally::Rule,
    text::Digest,
    typed::Name,
    visibility::Visibility,
};
use sea_orm::{ActiveValue::Set, Condition, entity::prelude::*};

use crate::{
    Db, Reader, Stored, Tx, access,
    error::*,
    forum,
    row::peer::{ActiveModel, Column, Entity, Known, Model},
    verb::record::Happened,
};

/// An installation on its way in.
#[derive(Clone, Debug)]
pub struct Entering {
    pub name: Name,
    /// Such as `https://comity.example`.
    pub address: String,
    /// SHA-256 of its key, in hex.
    pub fingerprint: Digest,
    /// Whether bundles are carried to it by people.
    pub by_hand: bool,
}

/// What a forum of another installation is known as here.
#[derive(Clone, Debug)]
pub struct Abroad {
    /// Its slug there.
    pub slug: String,
    pub name: String,
    pub kind: ForumKind,
    /// What its references begin with.
    pub prefix: String,
    pub zone: String,
}

impl Reader {
    /// Enters an installation, which is told nothing and from which nothing comes until somebody confirms it. Refuses an address without a
    /// host, our own, and a host or a key that is there already.
    pub async fn add_peer(
        &self,
        db: &Db,
        entering: Entering,
        ours: &str,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        access::require_everywhere(self, Action::ManagePeers)?;
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let address = entering.address.trim().trim_end_matches('/');
        let host = bundle::host(address).ok_or_else(|| Error::refused("refusal-peer-address"))?;
        if bundle::host(ours) == Some(host) {
            return Err(Error::refused("refusal-peer-ours"));
        }
        let fingerprint = entering.fingerprint.to_string();
        let same = Condition::any().add(Column::Host.eq(host)).add(Column::Fingerprint.eq(&*fingerprint));
        if Entity::find().filter(same).one(&*tx).await?.is_some() {
            return Err(Error::refused("refusal-peer-twice"));
        }
        let row = ActiveModel {
            host: Set(host.to_owned()),
            address: Set(address.to_owned()),
            name: Set(entering.name.into()),
            fingerprint: Set(fingerprint),
            by_hand: Set(entering.by_hand),
            state: Set(Stored(Known::Waiting)),
            added_by: Set(self.account.id),
            added_at: Set(now),
            ..Default::default()
        };
        let row = row.insert(&*tx).await?;
        row.happened(Kind::PeerAdded).conclude(tx, Some(self), None, now).await?;
        Ok(row)
    }

    /// Says that the key of an installation was compared with what its people say: from then on bundles go to it and are taken from it, and
    /// what comes is taken in under the rights of this account.
    pub async fn confirm_peer(&self, db: &Db, peer: i64, now: DateTime<Utc>) -> Result<Model> {
        self.decide_peer(db, peer, (Known::Confirmed, Kind::PeerConfirmed), now).await
    }

    /// Lets nothing go to an installation or come from it. What came before stays.
    pub async fn block_peer(&self, db: &Db, peer: i64, now: DateTime<Utc>) -> Result<Model> {
        self.decide_peer(db, peer, (Known::Blocked, Kind::PeerBlocked), now).await
    }

    async fn decide_peer(
        &self,
        db: &Db,
        peer: i64,
        (state, kind): (Known, Kind),
        now: DateTime<Utc>,
    ) -> Result<Model> {
        access::require_everywhere(self, Action::ManagePeers)?;
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let peer = Entity::by_id(&*tx, peer).await?;
        let row = ActiveModel {
            id: Set(peer.id),
            state: Set(Stored(state)),
            decided_by: Set(Some(self.account.id)),
            decided_at: Set(Some(now)),
            ..Default::default()
        };
        let row = row.update(&*tx).await?;
        row.happened(kind).conclude(tx, Some(self), None, now).await?;
        Ok(row)
    }

    /// Enters a forum of another installation, so that texts can be referred to it. Refuses a name in addresses that is none.
    pub async fn enter_forum_abroad(
        &self,
        db: &Db,
        peer: i64,
        abroad: Abroad,
        now: DateTime<Utc>,
    ) -> Result<forum::Model> {
        access::require_everywhere(self, Action::ManagePeers)?;
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let peer = Entity::by_id(&*tx, peer).await?;
        let is_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if abroad.slug.is_empty() || abroad.slug.len() > 80 || !abroad.slug.chars().all(is_slug) {
            return Err(Error::refused("refusal-peer-slug"));
        }
        let forum = forum_abroad(&tx, self, &peer, &abroad, now).await?;
        tx.commit().await?;
        Ok(forum)
    }
}

impl Model {
    fn happened(&self, kind: Kind) -> Happened {
        Happened::to(kind, format!("peer/{}", self.host))
            .with("name", self.name.as_str())
            .with("fingerprint", self.fingerprint.as_str())
    }
}

/// The forum of another installation as it is known here, which is founded when it is not: nobody has a role or a seat in it.
pub(super) async fn forum_abroad(
    tx: &Tx,
    reader: &Reader,
    peer: &Model,
    abroad: &Abroad,
    now: DateTime<Utc>,
) -> Result<forum::Model> {
    let slug = bundle::qualified(&abroad.slug, &peer.host);
    let known = forum::Entity::find().filter(forum::Column::Slug.eq(&*slug)).one(&**tx).await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let row = forum::ActiveModel {
        slug: Set(slug),
        name: Set(abroad.name.clone()),
        kind: Set(Stored(abroad.kind)),
        parent_id: Set(None),
        prefix: Set(abroad.prefix.clone()),
        charter: Set(format!("{}/forums/{}", peer.address, abroad.slug)),
        zone: Set(abroad.zone.clone()),
        rule: Set(Stored(Rule::default())),
        late_comments: Set(false),
        visibility: Set(Stored(Visibility::Public)),
        joining: Set(Stored(Joining::Invited)),
        created_at: Set(now),
        ..Default::default()
    };
    let forum = row.insert(&**tx).await?;
    let payload = payload::ForumCreated {
        name: forum.name.clone(),
        kind: forum.kind.0,
        parent: None,
        prefix: forum.prefix.clone(),
        zone: forum.zone.clone(),
        charter: Digest::of(forum.charter.as_bytes()),
        late_comments: forum.late_comments,
        rule: forum.rule.0,
        visibility: forum.visibility.0,
    };
    let event = Happened::to_forum(Kind::ForumCreated, &forum).keeping(&forum.charter).saying(&payload)?;
    event.append(tx, Some(reader), None, now).await?;
    Ok(forum)
}
