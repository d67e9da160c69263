//! Checking an archive offline: every byte against the signed manifest, the events against the signed checkpoint, and every field of
//! the dossier against what the events say.

mod bundle;
mod compare;
mod opened;
mod proof;
mod receipt;
mod since;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    bundle::Bundle,
    record::{Dossier, Finding, Runs, Words, rebuild},
    text::Digest,
};
use entity::reading::thread_count::Count;
use opened::Opened;
use serde_json::Value;

use super::archive::{DOSSIER, WORDS, json, text_name};
use crate::key::{Handovers, Pin, PublicKey};

pub use receipt::{Receipted, verify_receipt};

/// What an archive is checked against besides itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Against<'a> {
    /// The key that must have signed it.
    pub key: Option<&'a Pin>,
    /// An older archive of the same draft, to whose record it must only add.
    pub since: Option<&'a [u8]>,
}

/// Whose key an archive holds by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Trust {
    /// The one that was asked for.
    Pinned,
    /// One that came after it: the key that was asked for handed over on this day, by a note that both signed.
    HandedOver { on: String },
    /// The one in the archive, which anybody can have made.
    #[default]
    Unknown,
}

/// What was checked, and what does not hold; nothing when the archive is sound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub reference: String,
    /// How many there are.
    pub versions: usize,
    pub events: usize,
    pub sign_offs: usize,
    /// The comments that ask for an answer or have one, as the pages count them.
    pub comments: u32,
    /// The comments that were taken back.
    pub withdrawn: u32,
    /// When the archive was made.
    pub exported: Option<DateTime<Utc>>,
    /// When the last of its events happened.
    pub last: Option<DateTime<Utc>>,
    /// How many events the whole record had.
    pub size: u64,
    /// Who signed it, as a C2SP key.
    pub key: String,
    /// The fingerprint of that key.
    pub fingerprint: String,
    pub trust: Trust,
    /// How many events the record had when the older archive was written, if that was asked for.
    pub since: Option<u64>,
    pub findings: Vec<Finding>,
}

impl Verified {
    fn expect(&mut self, holds: bool, place: impl Into<String>, why: impl Into<String>) {
        if !holds {
            self.findings.push(Finding::new(place, why));
        }
    }
}

/// Checks an archive. Refuses a file that is no archive of Comity; names everything in it that does not hold.
pub fn verify(archive: &[u8], against: Against) -> Result<Verified, String> {
    read(archive, against).map(|(verified, _)| verified)
}

/// What an archive that holds says.
#[derive(Clone, Debug)]
pub struct Content {
    pub dossier: Dossier,
    /// The sources of the versions, by number.
    pub texts: BTreeMap<i32, String>,
    /// What one side of a referral says, where the archive is a bundle.
    pub bundle: Option<Bundle>,
}

/// Checks an archive as [`verify`] does, and gives what it says; nothing when something does not hold.
pub fn read(archive: &[u8], against: Against) -> Result<(Verified, Option<Content>), String> {
    let opened = Opened::of(archive)?;
    let mut verified = Verified {
        reference: opened.manifest.reference.clone(),
        exported: Some(opened.manifest.exported),
        ..Verified::default()
    };
    opened.bytes(archive, &mut verified);
    let Some(key) = opened.key(&mut verified) else { return Ok((verified, None)) };
    let handovers = opened.handovers(&key, &mut verified);
    signed(&opened, &key, &handovers, against.key, &mut verified);
    let Some(record) = proof::Record::of(&opened, &mut verified) else { return Ok((verified, None)) };
    record.proven(&opened, (&key, &handovers), &mut verified);
    let dossier = state(&opened, &record, &mut verified);
    let said =
        dossier.as_ref().and_then(|dossier| bundle::said(&opened, (&key, dossier), &record, &mut verified));
    if let Some(older) = against.since {
        since::since(&opened, &record, (&key, &handovers), older, &mut verified)?;
    }
    let content = dossier.filter(|_| verified.findings.is_empty()).map(|dossier| {
        let text = |number: i32| Some((number, opened.text(&text_name(number))?.to_owned()));
        let texts = dossier.versions.iter().filter_map(|version| text(version.number)).collect();
        Content { dossier, texts, bundle: said }
    });
    Ok((verified, content))
}

/// The key that signed an archive, before anything else of it is looked at. Refuses what is no archive.
pub fn signer(archive: &[u8]) -> Result<(PublicKey, Handovers), String> {
    let opened = Opened::of(archive)?;
    let mut none = Verified::default();
    let key = opened.key(&mut none).ok_or("it has no key")?;
    let handovers = opened.handovers(&key, &mut none);
    Ok((key, handovers))
}

/// The manifest by the key, and the key by what was asked for.
fn signed(
    opened: &Opened,
    key: &PublicKey,
    handovers: &Handovers,
    pin: Option<&Pin>,
    verified: &mut Verified,
) {
    (verified.key, verified.fingerprint) = (key.to_string(), key.fingerprint());
    let signature = opened.file(super::archive::SIGNATURE);
    let holds = signature.is_some_and(|signature| key.signed(&opened.written, signature));
    verified.expect(holds, super::archive::MANIFEST, "it is not signed by the key of the archive");
    let Some(pin) = pin else { return };
    match trusted(key, handovers, pin) {
        Some(trust) => verified.trust = trust,
        None => {
            verified.expect(false, "the key", other_key("the archive", key, pin));
        }
    }
}

/// Why somebody who knows one key may trust another; none when there is no reason.
fn trusted(key: &PublicKey, handovers: &Handovers, pin: &Pin) -> Option<Trust> {
    if pin.is(key) {
        return Some(Trust::Pinned);
    }
    handovers.from(pin).map(|step| Trust::HandedOver { on: step.at.format("%Y-%m-%d").to_string() })
}

fn other_key(what: &str, key: &PublicKey, pin: &Pin) -> String {
    let signer = key.fingerprint();
    format!("{what} was signed by {signer}, and not by {pin}; nor did that one hand over to it")
}

/// Works the draft out from its events, and compares.
fn state(opened: &Opened, record: &proof::Record, verified: &mut Verified) -> Option<Dossier> {
    let words = opened.text(WORDS).and_then(|words| serde_json::from_str::<Vec<_>>(words).ok());
    verified.expect(words.is_some(), WORDS, "it cannot be read");
    let mut words = Words::of(words.unwrap_or_default());
    let exported = opened.manifest.exported;
    let last = [&record.draft, &record.forum, &record.parent].into_iter().filter_map(|run| run.last());
    verified.last = last.map(|event| event.entry.at).max();
    let later = verified.last.is_none_or(|last| last.timestamp() <= exported.timestamp());
    let why = "it says that it was made before the last of its events happened";
    verified.expect(later, super::archive::MANIFEST, why);
    let runs = Runs { draft: &record.draft, forum: &record.forum, parent: &record.parent };
    let rebuilt = match rebuild(runs, &mut words, exported) {
        Ok(rebuilt) => rebuilt,
        Err(finding) => {
            verified.findings.push(finding);
            return None;
        }
    };
    verified.findings.extend(rebuilt.findings);
    for unused in words.unused() {
        let why = format!(
            "words ({}) that nobody has said, or that were hidden: {:.60}",
            unused.field, unused.words
        );
        verified.expect(false, WORDS, why);
    }
    let used: Vec<_> = words.used().collect();
    let same = words.unused().next().is_some() || json(&used).ok().as_deref() == opened.text(WORDS);
    verified.expect(
        same,
        WORDS,
        "it is written otherwise than Comity writes it: entries stand twice, or in another order",
    );
    let dossier = rebuilt.dossier;
    let written = json(&dossier).unwrap_or_default();
    let claimed = opened.text(DOSSIER).unwrap_or_default();
    if written != claimed {
        let claimed = serde_json::from_str(claimed).unwrap_or(Value::Null);
        let mut found = compare::differences(&claimed, &serde_json::to_value(&dossier).unwrap_or_default());
        if found.is_empty() {
            found.push(Finding::new(DOSSIER, "it is written otherwise than the record is worked out"));
        }
        verified.findings.extend(found);
    }
    for version in &dossier.versions {
        let text = opened.file(&text_name(version.number));
        let place = format!("version {}", version.number);
        verified.expect(text.is_some(), &place, "its text is not in the archive");
        let same = text.is_none_or(|text| Digest::of(text) == version.digest);
        verified.expect(same, &place, "its text is not the one that was published");
    }
    let texts: Vec<_> = dossier.versions.iter().map(|version| text_name(version.number)).collect();
    opened.complete(&texts, !record.parent.is_empty(), verified);
    verified.expect(
        dossier.reference == opened.manifest.reference,
        super::archive::MANIFEST,
        "it is of another draft",
    );
    verified.versions = dossier.versions.len();
    verified.sign_offs = dossier.sign_offs.len();
    let threads = Count::of(dossier.threads.iter().map(|thread| &thread.life));
    (verified.comments, verified.withdrawn) = (threads.standing, threads.withdrawn);
    verified.events = record.draft.len();
    Some(dossier)
}
