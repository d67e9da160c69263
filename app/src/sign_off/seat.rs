//! One seat, with what its position is worth on the newest version.

use std::collections::BTreeMap;

use domain::{carry, position::Position};
use entity::{forum, mandate, sign_off, stakeholder};

use super::since::Since;
use crate::{t, words::t};

pub struct Seat {
    pub stakeholder: stakeholder::Model,
    /// Its last position; none when it has taken none.
    pub carried: Option<sign_off::Carried>,
    /// Who gave that position; none where the secretariat recorded it.
    pub signer: Option<String>,
    /// The words that changed since, where they matter.
    pub since: Option<Since>,
    /// The positions it took before, from the first on.
    pub earlier: Vec<sign_off::Model>,
}

/// What a seat counts for, in the order of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    InFavour,
    ToRenew,
    Silent,
    Abstains,
    Objects,
    Recused,
}

impl Seat {
    pub fn position(&self) -> Option<&Position> {
        self.carried.as_ref().map(|carried| &carried.sign_off.position.0)
    }

    pub fn standing(&self) -> Standing {
        let Some(carried) = &self.carried else { return Standing::Silent };
        match &carried.sign_off.position.0 {
            Position::Recuse { .. } => Standing::Recused,
            Position::Object(_) => Standing::Objects,
            _ if !carried.standing.carried.counts() => Standing::ToRenew,
            Position::Abstain => Standing::Abstains,
            Position::Endorse | Position::NoObjection | Position::EndorseWithReservation { .. } => {
                Standing::InFavour
            }
        }
    }

    /// What became of its position; none when it has taken none.
    pub fn carry(&self) -> Option<carry::Carried> {
        self.carried.as_ref().map(|carried| carried.standing.carried)
    }

    /// The id of its row on the page.
    pub fn row(&self) -> String {
        format!("s-{}", self.stakeholder.slug)
    }
}

/// Who signed, for a whole page.
pub struct Signers {
    pub names: BTreeMap<i64, String>,
    pub mandates: BTreeMap<i64, mandate::Model>,
    /// The forums that granted some of the mandates.
    pub forums: BTreeMap<i64, forum::Model>,
}

impl Signers {
    /// Who signed, and at which tier: "Lena Ortmann, minister"; and that it was by a mandate of the forum, where it was.
    pub fn of(&self, sign_off: &sign_off::Model) -> String {
        let name = self.names.get(&sign_off.account_id).cloned().unwrap_or_else(|| t("sign-off-nobody"));
        let Some(mandate) = sign_off.mandate_id.and_then(|mandate| self.mandates.get(&mandate)) else {
            return name;
        };
        let tier = t(&format!("sign-off-tier-{}", mandate.tier.key()));
        match mandate.forum_id.and_then(|forum| self.forums.get(&forum)) {
            Some(forum) => {
                t!("sign-off-who-by-forum", name = name, tier = tier, forum = forum.name.as_str())
            }
            None => t!("sign-off-who", name = name, tier = tier),
        }
    }
}
