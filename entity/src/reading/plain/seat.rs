//! Seats with their positions, and how they add up.

use std::collections::BTreeMap;

use domain::{
    carry,
    record::dossier::{SignOff, Speaker},
    tally::{Rule, Tally},
};
use serde::Serialize;

use crate::{
    account,
    error::*,
    forum, mandate,
    reading::{
        Head, Viewer,
        seats::{Seat, SeatStanding},
    },
    sign_off, stakeholder,
};

/// One seat with its position.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainSeat {
    pub stakeholder: Speaker,
    /// What it counts for on the newest version.
    pub standing: SeatStanding,
    /// What became of its position since it was given; none when it has taken none.
    pub carried: Option<carry::Carried>,
    /// Its last position.
    pub sign_off: Option<SignOff>,
    /// The positions it took before, from the first on.
    pub earlier: Vec<SignOff>,
}

/// The positions on the newest version of a draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainPositions {
    /// The number of that version; 0 before the first.
    pub version: u32,
    pub rule: Rule,
    pub tally: Tally,
    pub seats: Vec<PlainSeat>,
    /// The names behind the account numbers, by number.
    pub people: BTreeMap<i64, String>,
}

impl Viewer<'_> {
    /// Every seat that counts on a draft, in the order of their names, and how their positions add up.
    pub async fn positions(self, head: &Head) -> Result<PlainPositions> {
        let seats = Seat::all(self, head).await?;
        let db = self.db.read();
        let signed = || {
            let last = seats.iter().filter_map(|seat| seat.carried.as_ref()).map(|carried| &carried.sign_off);
            last.chain(seats.iter().flat_map(|seat| &seat.earlier))
        };
        let people = account::Entity::names(db, signed().map(|one| one.account_id)).await?;
        let mandates = mandate::Entity::among(db, signed().filter_map(|one| one.mandate_id)).await?;
        let forums = forum::Entity::among(db, mandates.values().filter_map(|one| one.forum_id)).await?;
        let granted_by = |one: &sign_off::Model| {
            let mandate = mandates.get(&one.mandate_id?)?;
            Some(forums.get(&mandate.forum_id?)?.slug.clone())
        };
        let plain = |seat: &Seat| {
            let sign_off = |one: &sign_off::Model| plain(one, &seat.stakeholder, granted_by(one));
            PlainSeat {
                stakeholder: (&seat.stakeholder).into(),
                standing: seat.standing(),
                carried: seat.carry(),
                sign_off: seat.carried.as_ref().map(|carried| sign_off(&carried.sign_off)),
                earlier: seat.earlier.iter().map(sign_off).collect(),
            }
        };
        Ok(PlainPositions {
            version: head.latest(),
            rule: head.forum.rule.0,
            tally: head.tally.clone(),
            seats: seats.iter().map(plain).collect(),
            people,
        })
    }
}

/// A sign-off as the JSON export has it.
fn plain(one: &sign_off::Model, stakeholder: &stakeholder::Model, mandate_of: Option<String>) -> SignOff {
    SignOff {
        stakeholder: stakeholder.into(),
        version: one.version.number(),
        digest: one.digest.0,
        position: one.position.0.clone(),
        account: one.account_id,
        mandate: one.mandate_id,
        mandate_of,
        evidence: one.evidence.clone(),
        at: one.signed_at,
    }
}
