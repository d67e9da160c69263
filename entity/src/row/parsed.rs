//! Texts as they were last parsed, known by the digest of their source.

use std::sync::Arc;

use domain::text::{Digest, Manner, Text};

use crate::db::recent::{Recent, Weigh};

/// How many bytes of source the texts kept may have together. A parsed text takes up to forty times as much.
const ROOM: usize = 512 << 10;

static KEPT: Recent<Text> = Recent::with_room(ROOM);

impl Weigh for Text {
    fn weight(&self) -> usize {
        self.source().len()
    }
}

/// Gives the parsed text of a source with this digest, parsing it in this manner if it is not at hand.
pub fn text(digest: Digest, source: &str, manner: &Manner) -> Arc<Text> {
    let at_hand = KEPT.find(|text| text.digest() == digest && text.manner() == manner);
    at_hand.unwrap_or_else(|| KEPT.keep(Text::read(source, manner)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_parsed_once() {
        let source = "One sentence that no other test has.";
        let digest = Digest::of(source.as_bytes());
        let (english, french) = (Manner::tagged("en"), Manner::tagged("fr"));
        assert!(Arc::ptr_eq(&text(digest, source, &english), &text(digest, source, &english)));
        assert!(!Arc::ptr_eq(&text(digest, source, &english), &text(digest, source, &french)));
    }
}
