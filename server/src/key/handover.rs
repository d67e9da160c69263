//! How one key hands over to the next: a note that names both and that both have signed.

use chrono::{DateTime, SecondsFormat, Utc};

use super::{Key, Pin, PublicKey, note};

/// The first line of such a note; a checkpoint, which the same keys sign, never begins with it.
const FORM: &str = "comity hand-over 1";

/// A hand-over: from an instant on one key signs no more, and another does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub from: PublicKey,
    pub to: PublicKey,
    pub at: DateTime<Utc>,
}

/// The hand-overs of an installation in their order: by them whoever knows an old key knows the one of today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handovers {
    steps: Vec<Handover>,
    written: String,
}

/// Why hand-overs do not lead to a key. The number counts hand-overs from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadHandover {
    #[error("hand-over {0} is not written as Comity writes it")]
    Form(usize),
    #[error("hand-over {0} is not signed by both keys: the one that it is from, and the one that it is to")]
    Signature(usize),
    #[error("hand-over {0} is from another key than the hand-over before it is to")]
    Unlinked(usize),
    #[error("hand-over {0} was before the hand-over that stands before it")]
    Earlier(usize),
    #[error("the last hand-over is to another key than the one that signs")]
    OtherEnd,
}

impl Handover {
    /// The note by which the one key hands over to the other.
    pub fn sign(from: &Key, to: &Key, at: DateTime<Utc>) -> String {
        let text = Self { from: from.public(), to: to.public(), at }.to_string();
        format!("{text}\n{}{}", from.signature(&text), to.signature(&text))
    }

    /// Reads the text of a note; refuses anything that [`std::fmt::Display`] would write differently.
    fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        lines.next().filter(|line| *line == FORM)?;
        let mut field = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let (from, to, at) = (field("from")?, field("to")?, field("at")?);
        let read = Self { from: from.parse().ok()?, to: to.parse().ok()?, at: at.parse().ok()? };
        (read.to_string() == text).then_some(read)
    }
}

impl std::fmt::Display for Handover {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at = self.at.to_rfc3339_opts(SecondsFormat::Secs, true);
        writeln!(f, "{FORM}\nfrom {}\nto {}\nat {at}", self.from, self.to)
    }
}

impl Handovers {
    /// Reads notes with an empty line between them, which lead to this key one after the other; refuses any that does not hold. No
    /// text is no hand-over.
    pub fn read(written: &str, end: &PublicKey) -> Result<Self, BadHandover> {
        let mut steps: Vec<Handover> = Vec::new();
        // Two notes are parted by an empty line, before which the first has ended; the last ends by itself.
        let whole = written.strip_suffix('\n').unwrap_or(written);
        let blocks: Vec<&str> = if written.is_empty() { Vec::new() } else { whole.split("\n\n").collect() };
        if !written.is_empty() && whole == written {
            return Err(BadHandover::Form(blocks.len().div_ceil(2)));
        }
        for (number, block) in (1..).zip(blocks.chunks(2)) {
            let [text, signatures] = block else { return Err(BadHandover::Form(number)) };
            let step = Handover::read(&format!("{text}\n")).ok_or(BadHandover::Form(number))?;
            let note = format!("{text}\n\n{signatures}\n");
            let signed = signatures.lines().count() == 2
                && step.from.text(&note).is_ok()
                && step.to.text(&note).is_ok()
                && note::signed_by_none_but(&note, &[&step.from, &step.to]).is_some();
            if !signed {
                return Err(BadHandover::Signature(number));
            }
            match steps.last() {
                Some(before) if before.to != step.from => return Err(BadHandover::Unlinked(number)),
                Some(before) if before.at > step.at => return Err(BadHandover::Earlier(number)),
                _ => steps.push(step),
            }
        }
        if steps.last().is_some_and(|last| last.to != *end) {
            return Err(BadHandover::OtherEnd);
        }
        Ok(Self { steps, written: written.to_owned() })
    }

    /// The first hand-over from the key that somebody knows; none when there is none.
    pub fn from(&self, pin: &Pin) -> Option<&Handover> {
        self.steps.iter().find(|step| pin.is(&step.from))
    }

    /// The keys that handed over.
    pub fn earlier(&self) -> impl Iterator<Item = &PublicKey> {
        self.steps.iter().map(|step| &step.from)
    }

    /// Whether no key has handed over.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

/// The notes as they are read.
impl std::fmt::Display for Handovers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> Key {
        Key::of([seed; 32], "comity.example")
    }

    fn day(day: u32) -> DateTime<Utc> {
        format!("2027-02-{day:02}T09:00:00Z").parse().unwrap()
    }

    fn step(from: u8, to: u8, on: u32) -> String {
        Handover::sign(&key(from), &key(to), day(on))
    }

    fn read(notes: &[String], end: u8) -> Result<Handovers, BadHandover> {
        Handovers::read(&notes.join("\n"), &key(end).public())
    }

    #[test]
    fn hand_overs_lead_from_any_earlier_key_to_the_one_that_signs() {
        let read = read(&[step(1, 2, 1), step(2, 3, 2), step(3, 4, 3)], 4).unwrap();
        for seed in [1, 2, 3] {
            let pin = Pin::Key(key(seed).public());
            assert_eq!(read.from(&pin).unwrap().at, day(seed.into()));
        }
        assert_eq!(read.from(&Pin::Key(key(4).public())), None);
        assert_eq!(read.earlier().count(), 3);
        assert!(Handovers::read("", &key(4).public()).unwrap().is_empty());
    }

    #[test]
    fn hand_overs_that_do_not_lead_there_are_refused() {
        let two = [step(1, 2, 1), step(2, 3, 2)];
        assert_eq!(read(&two, 4), Err(BadHandover::OtherEnd));
        assert_eq!(read(&[step(1, 2, 1), step(4, 3, 2)], 3), Err(BadHandover::Unlinked(2)));
        assert_eq!(read(&[step(1, 2, 2), step(2, 3, 1)], 3), Err(BadHandover::Earlier(2)));
        // Signed by the new key alone, or by the old one alone, or by a stranger in its stead.
        let text = Handover { from: key(1).public(), to: key(2).public(), at: day(1) }.to_string();
        for signers in [&[2][..], &[1], &[9, 2], &[1, 9], &[1, 2, 9]] {
            let lines: String = signers.iter().map(|seed| key(*seed).signature(&text)).collect();
            assert_eq!(read(&[format!("{text}\n{lines}")], 2), Err(BadHandover::Signature(1)), "{signers:?}");
        }
    }

    #[test]
    fn no_byte_of_a_hand_over_can_be_another() {
        let written = step(1, 2, 1);
        for place in (0..written.len()).step_by(3) {
            let mut changed = written.clone().into_bytes();
            changed[place] ^= 1 << (place % 7);
            let Ok(changed) = String::from_utf8(changed) else { continue };
            assert!(Handovers::read(&changed, &key(2).public()).is_err(), "{place}");
        }
    }
}
