//! Proposed wording, shown as what it takes out and puts in.

use domain::diff::{Piece, PieceKind, words};
use leptos::prelude::*;

use crate::words::t;

/// How many words that stay are shown on either side of a change, where a list has no room for all.
const AROUND: usize = 6;

/// The words a suggestion would change.
#[component]
pub fn Wording(
    /// The words it is made on.
    quote: String,
    /// What it would have in their place; nothing takes them out.
    proposed: String,
    /// Leaves out most of what would stay.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let pieces = words(&quote, &proposed);
    let last = pieces.len().saturating_sub(1);
    let shown = pieces.into_iter().enumerate().map(|(index, piece)| match piece.kind {
        PieceKind::Removed | PieceKind::Was => view! { <del>{piece.text}</del>" " }.into_any(),
        PieceKind::Added | PieceKind::Now => view! { <ins>{piece.text}</ins> }.into_any(),
        PieceKind::Same if brief => shortened(&piece, index == 0, index == last).into_any(),
        PieceKind::Same => piece.text.into_any(),
    });
    view! {
        <p class="words" dir="auto">
            <bdi class="vh">{t("conversation-proposed-lead")}</bdi>
            {shown.collect_view()}
        </p>
    }
    .into_any()
}

/// The words of a stretch that stand next to a change.
fn shortened(piece: &Piece, first: bool, last: bool) -> String {
    let words: Vec<&str> = piece.text.split_inclusive(' ').collect();
    let (head, tail) = (if first { 0 } else { AROUND }, if last { 0 } else { AROUND });
    if words.len() <= head + tail + 1 {
        return piece.text.clone();
    }
    format!("{}… {}", words[..head].concat(), words[words.len() - tail..].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_next_to_a_change_are_shown() {
        let piece = |text: &str| Piece { kind: PieceKind::Same, text: text.to_owned() };
        let long = "one two three four five six seven eight nine ten ";
        assert_eq!(shortened(&piece(long), true, false), "… five six seven eight nine ten ");
        assert_eq!(shortened(&piece(long), false, true), "one two three four five six … ");
        assert_eq!(shortened(&piece("one two "), true, false), "one two ");
    }
}
