//! Whether a forum's rule of agreement is met, and what stands in the way.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::Message;
use crate::class::StakeholderId;
use crate::position::Position;
use crate::stage::Stage;

/// The rule of a forum. The default: no objection stands, one seat at least endorses, and two thirds of the
/// seats that are not recused endorse, with a reservation or without, or do not object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The share of the counted seats that must endorse or not object.
    pub share: Share,
    /// How many seats must endorse, with a reservation or without.
    pub least_endorsements: u32,
    /// How many objections may stand.
    pub most_objections: u32,
}

/// A share such as two thirds, never rounded in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The numerator: 2 in two thirds.
    pub parts: u32,
    /// The denominator: 3 in two thirds.
    pub of: u32,
}

/// The positions of the seats counted against the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// All seats of the forum.
    pub seats: u32,
    /// Seats that stand aside.
    pub recused: u32,
    /// Seats that endorse without a reservation.
    pub endorse: u32,
    /// Seats that endorse with a reservation.
    pub with_reservation: u32,
    /// Seats that let it pass.
    pub no_objection: u32,
    /// Seats that take no side.
    pub abstain: u32,
    /// Seats without a position that counts.
    pub silent: u32,
    /// The seats whose objection stands.
    pub objecting: Vec<StakeholderId>,
    /// Endorse, endorse with reservation and no objection together.
    pub in_place: u32,
    /// How many of `in_place` the rule asks for.
    pub needed: u32,
    /// How many of those are not there yet.
    pub missing: u32,
    /// All that stands in the way; empty when the rule is met.
    pub obstacles: Vec<Obstacle>,
}

/// One thing that stands in the way of adoption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "obstacle", rename_all = "kebab-case")]
pub enum Obstacle {
    /// Nobody can speak: the forum has no seats, or all are recused.
    NoSeats,
    /// More objections stand than the rule allows; `standing` is all of them.
    Objections {
        /// How many.
        standing: u32,
    },
    /// So many endorsements fewer than the rule asks for.
    Endorsements {
        /// How many.
        missing: u32,
    },
    /// So many seats in favour fewer than the share the rule asks for.
    Positions {
        /// How many.
        missing: u32,
    },
}

impl Default for Rule {
    fn default() -> Self {
        Self { share: Share { parts: 2, of: 3 }, least_endorsements: 1, most_objections: 0 }
    }
}

impl Share {
    /// The smallest number of seats that is this share of them; all of them when the share makes no sense.
    fn of_seats(self, seats: u32) -> u32 {
        let exact = (u64::from(seats) * u64::from(self.parts)).checked_div(u64::from(self.of));
        let rest = (u64::from(seats) * u64::from(self.parts)).checked_rem(u64::from(self.of));
        match (exact, rest) {
            (Some(whole), Some(rest)) => {
                u32::try_from(whole + u64::from(rest > 0)).map_or(seats, |needed| needed.min(seats))
            }
            _ => seats,
        }
    }
}

/// Counts the current positions of the seats. Positions of others, and positions that no longer count by the
/// carry-over table (which the caller leaves out), do not help; a seat without a position is silent.
pub fn tally(seats: &[StakeholderId], current: &BTreeMap<StakeholderId, Position>, rule: &Rule) -> Tally {
    let mut tally = Tally::empty();
    for seat in seats.iter().copied().collect::<BTreeSet<_>>() {
        tally.seats += 1;
        match current.get(&seat) {
            Some(Position::Endorse) => tally.endorse += 1,
            Some(Position::EndorseWithReservation { .. }) => tally.with_reservation += 1,
            Some(Position::NoObjection) => tally.no_objection += 1,
            Some(Position::Abstain) => tally.abstain += 1,
            Some(Position::Recuse { .. }) => tally.recused += 1,
            Some(Position::Object(_)) => tally.objecting.push(seat),
            None => tally.silent += 1,
        }
    }
    tally.in_place = tally.endorse + tally.with_reservation + tally.no_objection;
    tally.needed = rule.share.of_seats(tally.counted());
    tally.missing = tally.needed.saturating_sub(tally.in_place);
    tally.obstacles = tally.against(rule);
    tally
}

impl Tally {
    /// Whether the rule is met, so that the text may be adopted.
    pub fn is_met(&self) -> bool {
        self.obstacles.is_empty()
    }

    /// The seats that are not recused.
    pub const fn counted(&self) -> u32 {
        self.seats - self.recused
    }

    /// How many objections stand.
    pub fn objections(&self) -> u32 {
        u32::try_from(self.objecting.len()).unwrap_or(u32::MAX)
    }

    /// How many seats endorse, with a reservation or without.
    pub const fn endorsed(&self) -> u32 {
        self.endorse + self.with_reservation
    }

    fn endorsements_missing(&self) -> u32 {
        let missing = self.obstacles.iter().find_map(|obstacle| match obstacle {
            Obstacle::Endorsements { missing } => Some(*missing),
            _ => None,
        });
        missing.unwrap_or_default()
    }

    /// The tally of this version in a sentence: met, or what is missing; and what came of it once that is decided. That a text can be
    /// adopted is said only at a stage where it can be.
    pub fn message(&self, version: u32, stage: &Stage) -> Message {
        let id = match stage {
            Stage::Adopted { .. } | Stage::Superseded { .. } => "tally-adopted",
            Stage::Withdrawn { .. } => "tally-withdrawn",
            Stage::SignOff { .. } | Stage::Silence { .. } if self.is_met() => "tally-met",
            Stage::Drafting
            | Stage::Consultation { .. }
            | Stage::Disposition { .. }
            | Stage::LastCall { .. }
            | Stage::SignOff { .. }
            | Stage::Silence { .. }
            | Stage::Suspended { .. } => self.standing(),
        };
        Message::new(id)
            .with("in-place", self.in_place)
            .with("needed", self.needed)
            .with("missing", self.missing)
            .with("objections", self.objections())
            .with("endorsed", self.endorsed())
            .with("endorsements-missing", self.endorsements_missing())
            .with("version", version)
    }

    /// What is missing, or that nothing is, before a text can be adopted.
    fn standing(&self) -> &'static str {
        let short = self.missing > 0;
        let blocked = self.obstacles.iter().any(|obstacle| matches!(obstacle, Obstacle::Objections { .. }));
        match (self.is_met(), self.counted() == 0, short, blocked) {
            (true, ..) => "tally-met-early",
            (_, true, ..) => "tally-no-seats",
            (_, _, true, true) => "tally-short-and-objection",
            (_, _, true, false) => "tally-short",
            (_, _, false, true) => "tally-objection",
            (_, _, false, false) => "tally-no-endorsement",
        }
    }

    fn against(&self, rule: &Rule) -> Vec<Obstacle> {
        let mut obstacles = Vec::new();
        if self.counted() == 0 {
            obstacles.push(Obstacle::NoSeats);
        }
        if self.objections() > rule.most_objections {
            obstacles.push(Obstacle::Objections { standing: self.objections() });
        }
        if self.endorsed() < rule.least_endorsements {
            obstacles.push(Obstacle::Endorsements { missing: rule.least_endorsements - self.endorsed() });
        }
        if self.missing > 0 {
            obstacles.push(Obstacle::Positions { missing: self.missing });
        }
        obstacles
    }

    const fn empty() -> Self {
        Self {
            seats: 0,
            recused: 0,
            endorse: 0,
            with_reservation: 0,
            no_objection: 0,
            abstain: 0,
            silent: 0,
            objecting: Vec::new(),
            in_place: 0,
            needed: 0,
            missing: 0,
            obstacles: Vec::new(),
        }
    }
}

impl Obstacle {
    /// What to say of it to a person.
    pub fn message(&self) -> Message {
        match *self {
            Self::NoSeats => Message::new("refusal-no-seats"),
            Self::Objections { standing } => {
                Message::new("refusal-objections-stand").with("objections", standing)
            }
            Self::Endorsements { missing } => {
                Message::new("refusal-endorsements-missing").with("missing", missing)
            }
            Self::Positions { missing } => Message::new("refusal-positions-missing").with("missing", missing),
        }
    }
}

#[cfg(test)]
mod tests;
