//! What differs where no word does: signs that read the same, a number in a list, how words are set; and what marked words lead to.

use domain::diff::{Piece, PieceKind, Row, spelled};
use entity::reading::compared::SectionHunk;
use leptos::prelude::*;

use super::hunk_rows::pieces;
use crate::{t, words::t};

/// What differs in a change that strikes and adds nothing: its signs on request, or a sentence.
pub fn typography(part: &SectionHunk) -> Option<AnyView> {
    if !part.changed || part.moved.is_some() && !part.rows.iter().any(Row::is_retyped) {
        return None;
    }
    if !part.rows.iter().all(Row::is_same) {
        return None;
    }
    let rows: Vec<_> = part.rows.iter().filter(|row| row.is_retyped()).map(signs).collect();
    if !rows.is_empty() {
        return Some(
            view! { <details class="cell"><summary class="link">{t("diff-typography")}</summary>{rows}</details> }
                .into_any(),
        );
    }
    let told = match &part.numbers {
        Some((was, now)) => t!("diff-typography-number", was = was.as_str(), now = now.as_str()),
        None => t("diff-typography-look"),
    };
    Some(view! { <p class="cell quiet">{told}</p> }.into_any())
}

/// The words of a row, with what cannot be told apart by the eye spelled.
fn signs(row: &Row) -> AnyView {
    let shown = row.pieces.iter().map(|piece| match piece.kind {
        PieceKind::Was | PieceKind::Removed => view! { <del>{spelled(&piece.text)}</del>" " }.into_any(),
        PieceKind::Now | PieceKind::Added => view! { <ins>{spelled(&piece.text)}</ins> }.into_any(),
        PieceKind::Same => piece.text.clone().into_any(),
    });
    view! { <p class="words" dir="auto">{shown.collect::<Vec<_>>()}</p> }.into_any()
}

/// What the same words lead to now, or that they are struck through.
pub fn looks(looks: &[Piece]) -> Option<AnyView> {
    let told = || view! { <p class="was">{t("diff-looks")}" "<bdi>{pieces(looks.iter())}</bdi></p> };
    (!looks.is_empty()).then(|| told().into_any())
}
