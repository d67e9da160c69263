//! Texts as they were last parsed.
//!
//! A version never changes and is read far more often than it is published, so whoever asks for its text mostly asks for
//! one that was parsed a moment ago. What a text is known by here is the digest of its source.

use std::sync::{Arc, Mutex, PoisonError};

use domain::text::{Digest, Text};

/// How many bytes of source the texts kept may have together. A parsed text takes up to forty times as much.
const ROOM: usize = 512 << 10;

/// The texts kept, the one last asked for at the end.
static KEPT: Mutex<Vec<Arc<Text>>> = Mutex::new(Vec::new());

/// Gives the parsed text of a source with this digest, parsing it if it is not at hand.
pub fn text(digest: Digest, source: &str) -> Arc<Text> {
    if let Some(text) = at_hand(digest) {
        return text;
    }
    let text = Arc::new(Text::parse_unlimited(source));
    keep(text.clone());
    text
}

fn at_hand(digest: Digest) -> Option<Arc<Text>> {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let at = kept.iter().position(|text| text.digest() == digest)?;
    let text = kept.remove(at);
    kept.push(text.clone());
    Some(text)
}

fn keep(text: Arc<Text>) {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    kept.retain(|other| other.digest() != text.digest());
    kept.push(text);
    let mut weight: usize = kept.iter().map(|text| text.source().len()).sum();
    let enough = kept.iter().take_while(|text| {
        let over = weight > ROOM;
        weight -= text.source().len();
        over
    });
    let enough = enough.count();
    kept.drain(..enough);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_parsed_once_while_there_is_room() {
        let large = |letter: &str| letter.repeat(ROOM / 2 - 100);
        let texts: Vec<_> = ["a", "b", "c"].map(large).iter().map(|one| Text::parse_unlimited(one)).collect();
        let parsed = |at: usize| text(texts[at].digest(), texts[at].source());
        let (first, second) = (parsed(0), parsed(1));
        assert!(Arc::ptr_eq(&first, &parsed(0)));
        let third = parsed(2);
        assert!(Arc::ptr_eq(&first, &parsed(0)) && Arc::ptr_eq(&third, &parsed(2)));
        assert!(!Arc::ptr_eq(&second, &parsed(1)));
    }
}
