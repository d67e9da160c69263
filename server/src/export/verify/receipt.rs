//! Checking a receipt offline.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::record::{Finding, Unsealed};

use super::{Trust, trusted};
use crate::{
    export::receipt::{Receipt, said_in},
    key::{Pin, signed_by_none_but},
};

/// What a receipt proves, and what does not hold; nothing of that when it is sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipted {
    /// How the comment is cited.
    pub mark: String,
    /// When the record has it that the comment was made.
    pub at: DateTime<Utc>,
    /// The account that made it.
    pub account: Option<i64>,
    /// The name of whom it was made for; none in a personal capacity.
    pub stakeholder: Option<String>,
    /// The words of the comment, with what opens their seals.
    pub words: Vec<Unsealed>,
    /// The place of the event in the record, and how many events that had.
    pub place: (usize, usize),
    /// Who signed it, as a C2SP key.
    pub key: String,
    /// The fingerprint of that key.
    pub fingerprint: String,
    pub trust: Trust,
    pub findings: Vec<Finding>,
}

/// Checks a receipt. Refuses a file that is none; names everything in it that does not hold.
pub fn verify_receipt(written: &str, pin: Option<&Pin>) -> Result<Receipted, String> {
    let receipt: Receipt = written.parse()?;
    let mut findings = Vec::new();
    let mut expect = |holds: bool, place: &str, why: &str| {
        if !holds {
            findings.push(Finding::new(place, why));
        }
    };
    let cited = receipt.event.receipt();
    expect(
        cited.as_deref() == Some(&receipt.mark),
        "the receipt",
        "it is for another comment than its event is about",
    );
    let same = receipt.words.iter().all(|words| said_in(&receipt.event, words));
    let fields: BTreeSet<&str> = receipt.words.iter().map(|words| words.field.as_str()).collect();
    let words = "the event does not say these words";
    expect(same && fields.len() == receipt.words.len(), "the words", words);
    proven(&receipt, &mut expect);
    let mut trust = Trust::Unknown;
    if let Some(pin) = pin {
        match trusted(&receipt.key, &receipt.handovers, pin) {
            Some(found) => trust = found,
            None => expect(false, "the key", &super::other_key("the receipt", &receipt.key, pin)),
        }
    }
    let entry = &receipt.event.entry;
    let stakeholder =
        entry.payload.get("said").and_then(|said| said.get("stakeholder")?.get("name")?.as_str());
    Ok(Receipted {
        mark: receipt.mark,
        at: entry.at,
        account: entry.actor,
        stakeholder: stakeholder.map(str::to_owned),
        words: receipt.words,
        place: receipt.place,
        key: receipt.key.to_string(),
        fingerprint: receipt.key.fingerprint(),
        trust,
        findings,
    })
}

/// The event is in the record that the key has signed.
fn proven(receipt: &Receipt, expect: &mut impl FnMut(bool, &str, &str)) {
    let keys: Vec<_> = std::iter::once(&receipt.key).chain(receipt.handovers.earlier()).collect();
    let statement = receipt.key.open(&receipt.note).ok();
    let statement = statement.filter(|_| signed_by_none_but(&receipt.note, &keys).is_some());
    let Some(statement) = statement else {
        return expect(false, "the checkpoint", "it was not signed by the key of the receipt");
    };
    let (place, size) = receipt.place;
    let stands = u64::try_from(place) == Ok(receipt.event.entry.sequence);
    expect(stands, "the receipt", "it proves another place in the record than its event has");
    expect(
        u64::try_from(size) == Ok(statement.size),
        "the receipt",
        "it proves another record than was signed",
    );
    if place == 0 || place > size {
        return expect(false, "the event", "it came after the checkpoint, which does not know it");
    }
    let own = BTreeMap::from([(place - 1, receipt.event.hash)]);
    let is_in = receipt.tree.root(&own, size) == Some(statement.root);
    expect(is_in, "the event", "it is not in the record that was signed");
    let just = receipt.tree.is_just(&own.into_keys().collect(), size);
    expect(just, "the proof", "it holds more or less than the proof of this event");
}
