//! What a bundle says of a referral, against the record that is in it.

use domain::{
    bundle::{Bundle, End, split},
    record::{Dossier, Event, Kind},
};

use super::{Opened, Verified, proof::Record};
use crate::{
    export::archive::{REFERRAL, json},
    key::PublicKey,
};

/// Reads `referral.json`; none where the archive has none, or it does not read. Every statement, step and answer in it must be in the record
/// of the archive, which the key of the archive signed.
pub fn said(
    opened: &Opened,
    (key, dossier): (&PublicKey, &Dossier),
    record: &Record,
    verified: &mut Verified,
) -> Option<Bundle> {
    opened.file(REFERRAL)?;
    let written = opened.text(REFERRAL).unwrap_or_default();
    let bundle = match Bundle::read(written) {
        Ok(bundle) => bundle,
        Err(why) => {
            verified.expect(false, REFERRAL, why);
            return None;
        }
    };
    let again = json(&bundle).unwrap_or_default();
    verified.expect(again == written, REFERRAL, "it is written otherwise than Comity writes it");
    let same = bundle.from.fingerprint == key.fingerprint();
    verified.expect(same, REFERRAL, "it says that another key signed it");
    let id = format!(
        "{}/drafts/{}/referrals/{}",
        origin(&bundle),
        bundle.referral.reference,
        bundle.referral.number
    );
    verified.expect(bundle.referral.id == id, REFERRAL, "its referral is called otherwise than it is cited");
    let made = bundle.made.timestamp() <= opened.manifest.exported.timestamp();
    verified.expect(made, REFERRAL, "it says that it was made after the archive");
    let own = match bundle.end {
        End::Sender => dossier.reference == bundle.referral.reference,
        // The text that the receiver made of it, or the copy of what was sent.
        End::Receiver => {
            split(&dossier.reference).is_none_or(|(plain, _)| plain == bundle.referral.reference)
        }
    };
    verified.expect(own, REFERRAL, "it is about another text than the archive");
    for step in &bundle.steps {
        let found = record.draft.iter().chain(&record.forum).any(|event| tells(event, &bundle, step));
        verified.expect(found, REFERRAL, format!("the record does not have the step {}", step.id));
    }
    if let Some(statement) = &bundle.statement {
        let version = dossier.versions.iter().find(|version| version.number == statement.version);
        let same = version.is_some_and(|version| version.digest == statement.digest);
        verified.expect(same, REFERRAL, "the version that it refers is not in the archive");
    }
    Some(bundle)
}

/// The address of the sender.
fn origin(bundle: &Bundle) -> &str {
    match (bundle.end, &bundle.to) {
        (End::Receiver, Some(to)) => &to.address,
        _ => &bundle.from.address,
    }
}

/// Whether an event is that of a step.
fn tells(event: &Event, bundle: &Bundle, step: &domain::bundle::Taken) -> bool {
    if event.entry.kind != step.kind {
        return false;
    }
    let field = |name: &str| event.entry.payload.get(name);
    let is = |name: &str, value: serde_json::Result<serde_json::Value>| {
        value.is_ok_and(|value| field(name) == Some(&value))
    };
    match step.kind {
        Kind::ReferralSent => is("statement", serde_json::to_value(&bundle.statement)),
        Kind::ReferralAnswered => is("answer", serde_json::to_value(&step.answer)),
        _ => is("state", serde_json::to_value(&step.state)) && is("said", serde_json::to_value(&step.said)),
    }
}
