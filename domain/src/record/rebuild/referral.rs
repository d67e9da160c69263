//! Where a text went: events that change nothing of the draft itself, but must say what their kind says.

use super::{said, unknown};
use crate::record::{Entry, Kind, payload};

/// Reads an event of a referral, a pairing or an adoption; refuses one of any other kind, and one that does not say what its kind says.
pub(super) fn went(entry: &Entry) -> Result<(), String> {
    let parts = entry.parts();
    match (entry.kind, parts.first().copied()) {
        (Kind::ReferralSent, Some("referral")) => drop(said::<payload::ReferralSent>(entry)?),
        (Kind::ReferralAnswered, Some("referral")) => drop(said::<payload::ReferralAnswered>(entry)?),
        (
            Kind::ReferralReceived
            | Kind::ReferralAssigned
            | Kind::ReferralCountered
            | Kind::ReferralInterim
            | Kind::ReferralDeclined
            | Kind::ReferralRedirected
            | Kind::ReferralWithdrawn
            | Kind::ReferralExpired,
            Some("referral"),
        ) => drop(said::<payload::ReferralStepped>(entry)?),
        (Kind::PairingCorrected, Some("crosswalk")) => drop(said::<payload::PairingCorrected>(entry)?),
        (Kind::ChangeTaken | Kind::ChangeLeft, Some("crosswalk")) => {
            drop(said::<payload::ChangeDecided>(entry)?);
        }
        (Kind::AdoptionChanged, Some("adoption")) => drop(said::<payload::AdoptionChanged>(entry)?),
        (Kind::AdoptionRecorded, Some("adoption")) => drop(said::<payload::AdoptionRecorded>(entry)?),
        (Kind::AdoptionDisputed, Some("adoption")) => drop(said::<payload::AdoptionDisputed>(entry)?),
        _ => return Err(unknown(entry)),
    }
    Ok(())
}
