//! Where a text came from and went, and who uses it.

use super::{said, unknown};
use crate::{
    record::{
        Entry, Kind,
        dossier::{Adopted, Decided, Referral, Stepped, Went},
        payload,
    },
    referral::State,
};

/// Reads an event of a referral, a pairing, a change or an adoption; refuses one of any other kind, and one that does not say what its kind
/// says.
pub(super) fn went(went: &mut Went, reference: &str, entry: &Entry) -> Result<(), String> {
    let parts = entry.parts();
    match (entry.kind, parts.first().copied()) {
        (Kind::ReferralSent, Some("referral")) => {
            let sent = said::<payload::ReferralSent>(entry)?.statement;
            let referral = found(went, reference, entry, &sent.id.clone());
            referral.state = Some(State::Sent { sent: entry.at, due: sent.ask.due });
            referral.statement = Some(sent);
        }
        (Kind::ReferralAnswered, Some("referral")) => {
            let answered = said::<payload::ReferralAnswered>(entry)?;
            let note = answered.answer.note.clone();
            let referral = found(went, reference, entry, &answered.referral);
            if let Some(step) = referral.steps.last_mut() {
                step.said = note;
            }
            if answered.answer.is_final {
                referral.state = Some(State::Answered { at: entry.at, act: answered.answer.act });
            }
            referral.answer = Some(answered.answer);
        }
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
        ) => {
            let stepped = said::<payload::ReferralStepped>(entry)?;
            let referral = found(went, reference, entry, &stepped.referral);
            if let Some(step) = referral.steps.last_mut() {
                step.said = stepped.said;
            }
            referral.state = Some(stepped.state);
            referral.derived = stepped.derived.or(referral.derived.take());
        }
        (Kind::PairingCorrected, Some("crosswalk")) => {
            went.pairings.push(said::<payload::PairingCorrected>(entry)?);
        }
        (Kind::ChangeTaken | Kind::ChangeLeft, Some("crosswalk")) => {
            let taken = entry.kind == Kind::ChangeTaken;
            let change = said::<payload::ChangeDecided>(entry)?;
            went.changes.push(Decided { taken, at: entry.at, by: entry.actor, change });
        }
        (_, Some("adoption")) => adoption(went, entry, parts.get(1).copied())?,
        _ => return Err(unknown(entry)),
    }
    Ok(())
}

/// The referral of an event, which is one step more of it.
fn found<'w>(went: &'w mut Went, reference: &str, entry: &Entry, id: &str) -> &'w mut Referral {
    let all = &mut went.referrals;
    let place = all.iter().position(|one| one.id == id).unwrap_or(all.len());
    if place == all.len() {
        let ours = id.rsplit_once('/').is_some_and(|(draft, _)| draft == reference);
        all.push(Referral {
            id: id.to_owned(),
            came: !ours,
            statement: None,
            state: None,
            derived: None,
            answer: None,
            steps: Vec::new(),
        });
    }
    let referral = &mut all[place];
    referral.steps.push(Stepped { kind: entry.kind, at: entry.at, by: entry.actor, said: None });
    referral
}

fn adoption(went: &mut Went, entry: &Entry, number: Option<&str>) -> Result<(), String> {
    let number = super::number(number.unwrap_or_default())?;
    let all = &mut went.adoptions;
    if entry.kind == Kind::AdoptionRecorded {
        let payload::AdoptionRecorded { adoption, stakeholder } = said(entry)?;
        all.push(Adopted { number, adoption, stakeholder, became: Vec::new(), disputes: 0 });
        return Ok(());
    }
    let missing = || format!("adoption {number} was not recorded before");
    let adopted = all.iter_mut().find(|one| one.number == number).ok_or_else(missing)?;
    match entry.kind {
        Kind::AdoptionChanged => adopted.became.push(said::<payload::AdoptionChanged>(entry)?),
        Kind::AdoptionDisputed => {
            said::<payload::AdoptionDisputed>(entry)?;
            adopted.disputes += 1;
        }
        _ => return Err(unknown(entry)),
    }
    Ok(())
}
