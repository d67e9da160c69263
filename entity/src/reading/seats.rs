//! The seats of a forum, each with what its position is worth on the newest version of a draft.

mod since;

use std::collections::BTreeMap;

use domain::{Tier, carry, position::Position};
use serde::Serialize;

use super::{
    Head, Viewer,
    positions::{self, Carried},
};
use crate::{account, error::*, forum, mandate, sign_off, stakeholder};

pub use since::Since;

/// One seat with its position.
#[derive(Clone, Debug)]
pub struct Seat {
    pub stakeholder: stakeholder::Model,
    /// Its last position; none when it has taken none.
    pub carried: Option<Carried>,
    /// Who gave that position; none where the secretariat recorded it.
    pub signer: Option<Signer>,
    /// The words that changed since, where they matter.
    pub since: Option<Since>,
    /// The positions it took before, from the first on.
    pub earlier: Vec<sign_off::Model>,
}

/// What a seat counts for, in the order of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatStanding {
    /// It endorses, with a reservation or without, or does not object.
    InFavour,
    /// It signed words that have changed since, so that its position does not count.
    ToRenew,
    /// It has taken no position.
    Silent,
    /// It takes no side.
    Abstains,
    /// Its objection stands.
    Objects,
    /// It stands aside, and is not counted.
    Recused,
}

/// Who gave a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    pub name: String,
    /// At which tier the mandate was given; none without a mandate.
    pub tier: Option<Tier>,
    /// The forum that granted the mandate, for itself only; none when the stakeholder did.
    pub forum: Option<String>,
}

impl Seat {
    /// Every seat that counts on a draft, in the order of their names.
    pub async fn all(viewer: Viewer<'_>, head: &Head) -> Result<Vec<Self>> {
        let db = viewer.db.read();
        let sign_offs = sign_off::Entity::of(db, head.draft.id).await?;
        let mut carried = positions::carried(db, &head.versions, &sign_offs, head.draft.latest).await?;
        let mut since = since::load(viewer.db, head, &carried).await?;
        let signers = Signers {
            names: account::Entity::names(db, sign_offs.iter().map(|one| one.account_id)).await?,
            mandates: mandate::Entity::among(db, sign_offs.iter().filter_map(|one| one.mandate_id)).await?,
            forums: BTreeMap::new(),
        };
        let granting = signers.mandates.values().filter_map(|one| one.forum_id);
        let signers = Signers { forums: forum::Entity::among(db, granting).await?, ..signers };
        let mut by_seat: BTreeMap<i64, Vec<_>> = BTreeMap::new();
        for one in sign_offs {
            by_seat.entry(one.stakeholder_id).or_default().push(one);
        }
        let seats = head.forum.seats(db).await?.into_iter().map(|stakeholder| {
            let id = stakeholder.id;
            let mut earlier = by_seat.remove(&id).unwrap_or_default();
            let carried = carried.remove(&id);
            earlier.retain(|one| carried.as_ref().is_none_or(|last| last.sign_off.id != one.id));
            let signer = carried.as_ref().map(|last| signers.of(&last.sign_off));
            Self { stakeholder, carried, signer, since: since.remove(&id), earlier }
        });
        Ok(seats.collect())
    }

    /// The last position of the seat; none when it has taken none.
    pub fn position(&self) -> Option<&Position> {
        self.carried.as_ref().map(|carried| &carried.sign_off.position.0)
    }

    /// What the seat counts for on the newest version.
    pub fn standing(&self) -> SeatStanding {
        let Some(carried) = &self.carried else { return SeatStanding::Silent };
        match &carried.sign_off.position.0 {
            Position::Recuse { .. } => SeatStanding::Recused,
            Position::Object(_) => SeatStanding::Objects,
            _ if !carried.standing.carried.counts() => SeatStanding::ToRenew,
            Position::Abstain => SeatStanding::Abstains,
            Position::Endorse | Position::NoObjection | Position::EndorseWithReservation { .. } => {
                SeatStanding::InFavour
            }
        }
    }

    /// What became of its position; none when it has taken none.
    pub fn carry(&self) -> Option<carry::Carried> {
        self.carried.as_ref().map(|carried| carried.standing.carried)
    }
}

/// Everyone who signed a draft.
struct Signers {
    names: BTreeMap<i64, String>,
    mandates: BTreeMap<i64, mandate::Model>,
    forums: BTreeMap<i64, forum::Model>,
}

impl Signers {
    fn of(&self, sign_off: &sign_off::Model) -> Signer {
        let mandate = sign_off.mandate_id.and_then(|mandate| self.mandates.get(&mandate));
        let forum = mandate.and_then(|mandate| self.forums.get(&mandate.forum_id?));
        Signer {
            name: self.names.get(&sign_off.account_id).cloned().unwrap_or_default(),
            tier: mandate.map(|mandate| mandate.tier.0),
            forum: forum.map(|forum| forum.name.clone()),
        }
    }
}
