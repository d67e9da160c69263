//! The receipt of a comment: its event, the words that were said, and the proof that the event is in the signed record.

use std::{collections::BTreeSet, fmt, str::FromStr};

use domain::{
    record::{Event, Excerpt, Unsealed, sealed},
    text::Digest,
};

use crate::{
    checkpoint::Signed,
    key::{Handovers, PublicKey},
};

/// The first line of a receipt; a change of its form gets another number.
pub const FORM: &str = "comity-receipt/2";

/// A receipt as it is written. Nothing in it is believed before it was checked.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// How the comment is cited: `DN-2026-001/12.1-0f3a5c7b9d`.
    pub mark: String,
    pub event: Event,
    /// The words, with what opens their seals in the event; none where they were hidden, or changed since.
    pub words: Vec<Unsealed>,
    /// The newest checkpoint, as a signed note.
    pub note: String,
    /// The place of the event in the record, counted from 1, and how many events the record has by the checkpoint.
    pub place: (usize, usize),
    pub tree: Excerpt,
    pub key: PublicKey,
    pub handovers: Handovers,
}

impl Receipt {
    /// The receipt for an event of the record with these leaves; none for an event that is not about a comment.
    pub fn of(event: Event, words: Vec<Unsealed>, signed: &Signed, leaves: &[Digest]) -> Option<Self> {
        let place = usize::try_from(event.entry.sequence).ok()?;
        let own = BTreeSet::from([place.checked_sub(1)?]);
        let keys = &signed.keys;
        Some(Self {
            mark: event.receipt()?,
            words: words.into_iter().filter(|words| said_in(&event, words)).collect(),
            note: signed.checkpoint.note.clone(),
            place: (place, leaves.len()),
            tree: Excerpt::of(leaves, &own, &BTreeSet::new()),
            event,
            key: keys.public.clone(),
            handovers: keys.handovers.clone(),
        })
    }
}

/// Whether these words are what a seal in the event is of.
pub fn said_in(event: &Event, words: &Unsealed) -> bool {
    let said = event.entry.payload.get("said").and_then(|said| said.get(&words.field));
    let seal = said.and_then(|seal| seal.as_str());
    seal == Some(&sealed(words.salt, &words.field, &words.words).to_string())
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.event.line().map_err(|_| fmt::Error)?;
        let words = serde_json::to_string(&self.words).map_err(|_| fmt::Error)?;
        let (place, size) = self.place;
        write!(f, "{FORM}\n{}\n\n{line}\n{words}\n\n{}\n", self.mark, self.note)?;
        write!(f, "event {place} of {size}\n{}\n{}\n", self.tree, self.key)?;
        if self.handovers.is_empty() { Ok(()) } else { write!(f, "\n{}", self.handovers) }
    }
}

impl FromStr for Receipt {
    type Err = String;

    /// Reads a receipt; refuses anything that [`fmt::Display`] would write differently.
    fn from_str(written: &str) -> Result<Self, String> {
        let read = parse(written)?;
        if read.to_string() == written {
            Ok(read)
        } else {
            Err("it is not written as Comity writes it".to_owned())
        }
    }
}

fn parse(written: &str) -> Result<Receipt, String> {
    let parts: Vec<&str> = written.splitn(7, "\n\n").collect();
    let [head, said, text, signatures, proof, key, handovers @ ..] = parts.as_slice() else {
        return Err("a part of it is missing".to_owned());
    };
    let form = head.split_once('\n').filter(|(form, _)| *form == FORM);
    let (_, mark) = form.ok_or("its form is not known")?;
    let (event, words) = said.split_once('\n').ok_or("it has no event")?;
    let (place, tree) =
        proof.split_once('\n').map_or((*proof, String::new()), |(place, tree)| (place, format!("{tree}\n")));
    let place = place.strip_prefix("event ").and_then(|place| place.split_once(" of "));
    let place = place.and_then(|(place, size)| Some((place.parse().ok()?, size.parse().ok()?)));
    let key: PublicKey = key.parse().map_err(|_| "its key cannot be read")?;
    let handovers = Handovers::read(handovers.first().copied().unwrap_or_default(), &key);
    Ok(Receipt {
        mark: mark.to_owned(),
        event: Event::read(event).map_err(|bad| format!("its event cannot be read: {bad}"))?,
        words: serde_json::from_str(words).map_err(|bad| format!("its words cannot be read: {bad}"))?,
        note: format!("{text}\n\n{signatures}\n"),
        place: place.ok_or("it does not say which event of the record it is about")?,
        tree: tree.parse().map_err(|_| "its proof cannot be read")?,
        handovers: handovers.map_err(|bad| bad.to_string())?,
        key,
    })
}
