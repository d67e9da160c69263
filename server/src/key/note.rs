//! Reading signed notes (C2SP): a text, an empty line, and a line for each signature.

use base64::{Engine, engine::general_purpose::STANDARD};
use domain::record::Checkpoint;

use super::{Key, PublicKey};

/// Why a note does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadNote {
    #[error("it is not a signed note")]
    Form,
    #[error("the key cannot be read")]
    Key,
    #[error("no signature on it is by the key of the archive")]
    Signature,
}

/// The text of a note and its signatures, before anything of it is believed.
fn parts(note: &str) -> Option<(String, &str)> {
    let (text, signatures) = note.split_once("\n\n")?;
    Some((format!("{text}\n"), signatures))
}

impl Key {
    /// The note with the signature of this key as well, if it is not there. Refuses what is no note.
    pub fn cosign(&self, note: &str) -> Result<String, BadNote> {
        let (text, _) = parts(note).ok_or(BadNote::Form)?;
        match self.public().text(note) {
            Ok(_) => Ok(note.to_owned()),
            Err(_) => Ok(format!("{note}{}", self.signature(&text))),
        }
    }
}

impl PublicKey {
    /// The text of a note that this key signed, whoever else did. Refuses what is no note, and one that this key did not sign.
    pub fn text(&self, note: &str) -> Result<String, BadNote> {
        let (text, signatures) = parts(note).ok_or(BadNote::Form)?;
        let holds = signatures.lines().any(|line| self.has_signed(&text, line));
        if holds { Ok(text) } else { Err(BadNote::Signature) }
    }

    /// The checkpoint in a note that this key signed. Refuses what [`Self::text`] refuses, and a text that is no checkpoint.
    pub fn open(&self, note: &str) -> Result<Checkpoint, BadNote> {
        self.text(note)?.parse().map_err(|_| BadNote::Form)
    }

    fn has_signed(&self, text: &str, line: &str) -> bool {
        let ours = || {
            let (name, signature) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
            let bytes = STANDARD.decode(signature).ok()?;
            let (id, signature) = bytes.split_at_checked(4)?;
            Some(name == self.name() && id == self.id() && self.signed(text.as_bytes(), signature))
        };
        ours().unwrap_or(false)
    }
}

/// The text of a note on which every line is a signature of one of these keys.
pub fn signed_by_none_but(note: &str, keys: &[&PublicKey]) -> Option<String> {
    let (text, signatures) = parts(note)?;
    let known = |line: &str| keys.iter().any(|key| key.has_signed(&text, line));
    let lines = signatures.strip_suffix('\n')?;
    lines.split('\n').all(known).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Digest;

    const NAME: &str = "comity.example";

    #[test]
    fn a_note_opens_with_the_key_that_signed_it_and_no_other() {
        let key = Key::of([1; 32], NAME);
        let statement = Checkpoint::new(NAME, 3, Digest::of(b"root"), Digest::of(b"heads")).unwrap();
        let note = key.sign(&statement.to_string());
        let public: PublicKey = key.public().to_string().parse().unwrap();
        assert_eq!(public.open(&note), Ok(statement.clone()));
        assert_eq!(public.open(&note.replacen('3', "4", 1)), Err(BadNote::Signature));
        let other = Key::of([2; 32], NAME);
        assert_eq!(other.public().open(&note), Err(BadNote::Signature));
        let both = other.cosign(&note).unwrap();
        assert_eq!(other.public().open(&both), Ok(statement.clone()));
        assert_eq!(public.open(&both), Ok(statement));
        assert_eq!(other.cosign(&both).unwrap(), both);
        assert_eq!(signed_by_none_but(&both, &[&public]), None);
        assert!(signed_by_none_but(&both, &[&public, &other.public()]).is_some());
    }
}
