//! The words that changed since a seat signed.

use domain::{
    diff::{Piece, PieceKind},
    text::LineRange,
};
use entity::reading::{Head, seats::Since};
use leptos::prelude::*;

use crate::{
    diff::looks,
    href, t,
    words::{number, t},
};

/// How many changed lines are shown at a seat; all of them are on the page of changes.
const SHOWN: usize = 12;
/// How many unchanged words stay beside a change.
const AROUND: usize = 4;

/// The changed words in their lines, and the way to all changes.
pub fn view(head: &Head, since: &Since) -> AnyView {
    let reference = head.reference();
    let (old, new) = (since.version, head.latest());
    let rows = since.rows.iter().take(SHOWN).map(|row| {
        let (version, lines) = match (row.new_lines(), row.old_lines()) {
            (Some(lines), _) => (new, Some(lines)),
            (None, lines) => (old, lines),
        };
        let pieces = brief(&row.pieces).into_iter().map(|piece| match piece.kind {
            PieceKind::Same | PieceKind::Now => piece.text.into_any(),
            PieceKind::Was => ().into_any(),
            PieceKind::Removed => view! { <del>{piece.text}</del>" " }.into_any(),
            PieceKind::Added => view! { <ins>{piece.text}</ins> }.into_any(),
        });
        let pieces = pieces.collect_view();
        let place = lines.map(|lines| {
            let page = href::lines(reference, version, lines.first(), lines.last());
            view! { <a class="small" href=page>{called(lines)}</a> }
        });
        view! {
            <li class="words">
                {place}
                <span dir="auto">{pieces}</span>
                {looks(&row.looks)}
            </li>
        }
    });
    let rows = rows.collect_view();
    let rest = u32::try_from(since.rows.len().saturating_sub(SHOWN)).unwrap_or(u32::MAX);
    let rest = (rest > 0).then(|| view! { <p class="quiet">{t!("sign-off-more-lines", lines = rest)}</p> });
    let rows = (!since.rows.is_empty()).then(|| {
        view! { <ul class="since" aria-label=t!("sign-off-since-words", words = since.words)>{rows}</ul> }
    });
    view! {
        {rows}
        {rest}
        <p class="acts"><a href=href::diff(reference, old, new)>{t!("sign-off-all-changes", version = old)}</a></p>
    }
    .into_any()
}

/// The lines by their numbers, with their name for those who cannot see that these are numbers of lines.
fn called(lines: LineRange) -> AnyView {
    if lines.count() == 1 {
        return view! { <span class="vh">{t("sign-off-line")}" "</span>{number(lines.first())} }.into_any();
    }
    let (first, last) = (number(lines.first()), number(lines.last()));
    view! { <span class="vh">{t("sign-off-lines")}" "</span>{first}"–"{last} }.into_any()
}

/// Pieces with only the words next to a change left of what stayed.
fn brief(pieces: &[Piece]) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    let shortened = pieces.iter().enumerate().map(|(index, piece)| {
        let words: Vec<&str> = piece.text.split_inclusive(' ').collect();
        let (before, after) = (if index == 0 { 0 } else { AROUND }, if index == last { 0 } else { AROUND });
        if piece.kind != PieceKind::Same || words.len() <= before + after + 2 {
            return piece.clone();
        }
        let text = format!("{}… {}", words[..before].concat(), words[words.len() - after..].concat());
        Piece { kind: PieceKind::Same, text }
    });
    shortened.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let mark = |piece: &Piece| match piece.kind {
            PieceKind::Same | PieceKind::Now => piece.text.clone(),
            PieceKind::Was => String::new(),
            PieceKind::Removed => format!("[-{}]", piece.text),
            PieceKind::Added => format!("[+{}]", piece.text),
        };
        brief(&domain::diff::words(old, new)).iter().map(mark).collect()
    }

    #[test]
    fn only_the_words_beside_a_change_are_shown() {
        let old = "A public body that means to use a system says so in writing at least 14 days before first use, and names who answers for it.";
        assert_eq!(
            shown(old, &old.replace("14", "30")),
            "… in writing at least [-14][+30] days before first … "
        );
        assert_eq!(shown("It should say so.", "It must say so."), "It [-should][+must] say so.");
    }
}
