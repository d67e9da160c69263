//! The lines of a change: words that stayed, went and came.

use domain::{
    diff::{Piece, PieceKind, Row},
    text::LineRange,
};
use entity::reading::compared::Moved;
use leptos::prelude::*;

use super::{
    framed::Framed,
    hunk_view::{Lay, Pair, stands, stood},
    typography::looks,
};
use crate::{
    href::{self, Href},
    t,
    ui::unseen,
    words::{number, t},
};

/// A line in two columns, the older text first.
pub fn side_by_side(row: &Row, heading: bool, moved: Option<&Moved>, cut: bool, pair: &Pair) -> AnyView {
    let class = class(row, heading);
    let set = |words: AnyView| pair.set(words, heading);
    let old = row.old.map(|line| {
        let at = line_number(pair.older, row.old_lines(), href::line(&pair.reference, pair.older, line));
        let words = row.old_pieces().cloned().collect();
        Framed { text: &pair.old, line, class, words, heads: true }.view(at, &set)
    });
    let new = row.new.map(|line| {
        let at = line_number(pair.newer, row.new_lines(), pair.line(line));
        let words = row.new_pieces().cloned().collect();
        Framed { text: &pair.new, line, class, words, heads: true }.view(at, &set)
    });
    view! {
        <div class="pair">
            <div class="cell old">
                {moved.map(|moved| view! { <p class="was">{stood(moved)}</p> })}
                {cut.then(|| view! { <p class="was cut">{t("diff-cut")}</p> })}
                {old}
            </div>
            <div class="cell new">
                {moved.map(|moved| view! { <p class="was">{stands(moved)}</p> })}
                {new}
                {looks(&row.looks)}
            </div>
        </div>
    }
    .into_any()
}

/// A line in one column, with what went struck through.
pub fn in_one(
    row: &Row,
    heading: bool,
    moved: Option<&Moved>,
    cut: bool,
    (pair, lay): (&Pair, Lay),
) -> AnyView {
    let class = class(row, heading);
    let set = |words: AnyView| pair.set(words, heading);
    let framed = |text, line, at| {
        let words = row.pieces.clone();
        Framed { text, line, class, words, heads: lay != Lay::Whole }.view(at, &set)
    };
    let shown = match (row.new, row.old) {
        (Some(line), _) => {
            Some(framed(&*pair.new, line, line_number(pair.newer, row.new_lines(), pair.line(line))))
        }
        (None, Some(line)) => {
            let link = href::line(&pair.reference, pair.older, line);
            Some(framed(&*pair.old, line, line_number(pair.older, row.old_lines(), link)))
        }
        (None, None) => None,
    };
    view! {
        {moved.map(|moved| view! { <p class="was">{stood(moved)}</p> })}
        {cut.then(|| view! { <p class="was cut">{t("diff-cut")}</p> })}
        {shown}
        {looks(&row.looks)}
    }
    .into_any()
}

fn class(row: &Row, heading: bool) -> &'static str {
    match (heading, row.is_same()) {
        (true, true) => "line head-l same",
        (true, false) => "line head-l",
        (false, true) => "line same",
        (false, false) => "line",
    }
}

impl Pair {
    /// Words of the texts, in their own language and direction.
    fn set(&self, words: AnyView, heading: bool) -> AnyView {
        let words = if heading { view! { <b>{words}</b> }.into_any() } else { words };
        match self.language.clone() {
            Some((lang, dir)) => view! { <span lang=lang dir=dir>{words}</span> }.into_any(),
            None => words,
        }
    }

    /// A line of the newer text.
    pub fn line(&self, line: u32) -> Href {
        let reference = self.other.as_ref().unwrap_or(&self.reference);
        if self.ahead { format!("#L{line}") } else { href::line(reference, self.newer, line) }
    }
}

/// The number of the line that words stand on, or of the first and the last one.
fn line_number(version: u32, lines: Option<LineRange>, link: Href) -> AnyView {
    let label = t!("diff-line-of", version = version);
    let Some(lines) = lines else { return ().into_any() };
    let last = (lines.last() > lines.first()).then(|| format!("\u{2013}{}", number(lines.last())));
    view! { <a class="n" href=link><span class="vh">{label}" "</span>{number(lines.first())}{last}</a> }
        .into_any()
}

/// Words with what is gone and what is new; the style sheet gives each its sign.
pub fn pieces<'a>(pieces: impl Iterator<Item = &'a Piece>) -> AnyView {
    let shown = pieces.map(|piece| {
        let text = unseen::words(&piece.text);
        match piece.kind {
            PieceKind::Same | PieceKind::Now => text,
            PieceKind::Was => ().into_any(),
            PieceKind::Removed => view! { <del>{text}</del>" " }.into_any(),
            PieceKind::Added => view! { <ins>{text}</ins> }.into_any(),
        }
    });
    shown.collect::<Vec<_>>().into_any()
}
