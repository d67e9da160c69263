//! What becomes of a sign-off when a new version appears.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::position::Position;
use crate::text::ClauseId;

/// How long a holder has to withdraw a position that was carried over an editorial change.
pub const WITHDRAWAL: TimeDelta = TimeDelta::days(5);

/// How a clause differs between two versions, from nothing to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeClass {
    /// Not at all.
    Same,
    /// Equal after normalisation.
    Typographic,
    /// Its words stand elsewhere among the clauses.
    Moved,
    /// Declared by the secretariat, and all that changed is proven harmless.
    Editorial,
    /// Everything else, and everything unknown.
    Substantive,
}

/// What a seat said of the earlier version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held<'a> {
    /// It gave a position.
    Position(&'a Position),
    /// It let a silence pass.
    SilentConsent,
}

/// What a sign-off on an earlier version is worth on a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Carried {
    /// It counts as before.
    Carried,
    /// Carried; the holder is told, and has [`WITHDRAWAL`] to take it back.
    Told,
    /// Carried; the holder is asked whether the change resolves the objection.
    AskedIfResolved,
    /// Must be renewed: the words it was given for have changed.
    Stale,
    /// A reservation that must be confirmed for the new words.
    ToConfirm,
    /// An abstention must be given again for the new words.
    AskedAgain,
    /// It is worth nothing: silence is no consent to other words.
    Void,
}

/// What a sign-off is worth on a later version, and because of which clauses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worth {
    /// What the sign-off is worth.
    pub carried: Carried,
    /// The worst change of a clause it is about.
    pub worst: ChangeClass,
    /// The clauses it is about whose change is the worst; empty when nothing changed.
    pub because: Vec<ClauseId>,
}

/// What a position is worth after a change: the table of carry-over.
pub const fn carry(held: Held<'_>, change: ChangeClass) -> Carried {
    use ChangeClass::{Editorial, Moved, Same, Substantive, Typographic};
    let position = match held {
        Held::SilentConsent => return Carried::Void,
        Held::Position(position) => position,
    };
    match (position, change) {
        (Position::Endorse | Position::NoObjection, Same | Typographic | Moved) => Carried::Carried,
        (Position::Endorse | Position::NoObjection, Editorial) => Carried::Told,
        (Position::Endorse | Position::NoObjection, Substantive) => Carried::Stale,
        (Position::EndorseWithReservation { .. }, Same | Typographic | Moved | Editorial) => Carried::Carried,
        (Position::EndorseWithReservation { .. }, Substantive) => Carried::ToConfirm,
        (Position::Object(_), Same | Typographic | Moved | Editorial) => Carried::Carried,
        (Position::Object(_), Substantive) => Carried::AskedIfResolved,
        (Position::Abstain, Same | Typographic | Moved | Editorial) => Carried::Carried,
        (Position::Abstain, Substantive) => Carried::AskedAgain,
        (Position::Recuse { .. }, Same | Typographic | Moved | Editorial | Substantive) => Carried::Carried,
    }
}

/// What a sign-off is worth on a later version, from the change of each clause of either version. A clause that was covered and is not in
/// the map is unknown, and so substantive; an added or removed clause is in the map as substantive. An objection looks at the clauses it
/// names only.
pub fn standing(held: Held<'_>, covered: &[ClauseId], changes: &BTreeMap<ClauseId, ChangeClass>) -> Worth {
    let of = |clause: &ClauseId| (*clause, changes.get(clause).copied().unwrap_or(ChangeClass::Substantive));
    let looked_at: BTreeMap<ClauseId, ChangeClass> = match held {
        Held::Position(Position::Object(objection)) => objection.clauses().iter().map(of).collect(),
        Held::Position(_) | Held::SilentConsent => {
            changes.iter().map(|(clause, change)| (*clause, *change)).chain(covered.iter().map(of)).collect()
        }
    };
    // A sign-off that covers nothing is on unknown words.
    let worst = looked_at.values().max().copied().unwrap_or(ChangeClass::Substantive);
    let because = looked_at.iter().filter(|(_, change)| **change == worst && worst != ChangeClass::Same);
    let because = because.map(|(clause, _)| *clause).collect();
    Worth { carried: carry(held, worst), worst, because }
}

impl ChangeClass {
    /// The stable name, in files and message ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Typographic => "typographic",
            Self::Moved => "moved",
            Self::Editorial => "editorial",
            Self::Substantive => "substantive",
        }
    }
}

impl Carried {
    /// The stable key, for message ids (`carry-stale`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Carried => "carried",
            Self::Told => "told",
            Self::AskedIfResolved => "asked-if-resolved",
            Self::Stale => "stale",
            Self::ToConfirm => "to-confirm",
            Self::AskedAgain => "asked-again",
            Self::Void => "void",
        }
    }

    /// Whether the position still counts in the tally of the later version.
    pub const fn counts(self) -> bool {
        match self {
            Self::Carried | Self::Told | Self::AskedIfResolved => true,
            Self::Stale | Self::ToConfirm | Self::AskedAgain | Self::Void => false,
        }
    }

    /// Whether the holder must say something before it counts again, or is asked to.
    pub const fn waits_for_holder(self) -> bool {
        match self {
            Self::AskedIfResolved | Self::Stale | Self::ToConfirm | Self::AskedAgain => true,
            Self::Carried | Self::Told | Self::Void => false,
        }
    }
}

#[cfg(test)]
mod tests;
