//! The difference as text and as HTML, for the command line; pages render it themselves.

use super::{Hunk, Numbered, PieceKind, changes::rows_of};
use crate::{clause_map::Change, text::Text, unseen::written};

/// Words for a person: what a change is called.
pub type Label<'a> = &'a dyn Fn(Change) -> String;

/// Plain text with `[-removed-]` and `{+added+}`, only what changed, each line with its number in the new text or the old.
pub fn to_text(hunks: &[Hunk], old: &Numbered<'_>, new: &Numbered<'_>, label: Label<'_>) -> String {
    let mut out = String::new();
    for hunk in shown(hunks) {
        out.push_str(&format!("@@ {} @@ {}\n", label(hunk.change), place(hunk, old, new)));
        for row in rows_of(old.text, &hunk.old, new.text, &hunk.new) {
            let number = row.new.map(|line| new.number(line)).or(row.old.map(|line| old.number(line)));
            let number = number.unwrap_or_default();
            let sign = if row.is_same() {
                ' '
            } else if row.new.is_none() {
                '-'
            } else if row.old.is_none() {
                '+'
            } else {
                '~'
            };
            out.push_str(&format!("{sign}{number:>5}  "));
            for piece in &row.pieces {
                let [before, after] = marks(piece.kind);
                out.push_str(before);
                out.push_str(&written(&piece.text));
                out.push_str(after);
            }
            out.push('\n');
        }
    }
    out
}

/// What changed, but for the marks left where something stood.
fn shown(hunks: &[Hunk]) -> impl Iterator<Item = &Hunk> {
    hunks.iter().filter(|hunk| hunk.change != Change::Same && hunk.now_at.is_none())
}

fn place(hunk: &Hunk, old: &Numbered<'_>, new: &Numbered<'_>) -> String {
    let lines = |side: &Numbered<'_>, clauses: &[u32]| {
        let lines =
            clauses.iter().map(|&at| side.numbers(side.text.clauses()[at as usize].lines).to_string());
        lines.collect::<Vec<_>>().join(", ")
    };
    [lines(old, &hunk.old), lines(new, &hunk.new)]
        .into_iter()
        .filter(|lines| !lines.is_empty())
        .collect::<Vec<_>>()
        .join(" → ")
}

const fn marks(kind: PieceKind) -> [&'static str; 2] {
    match kind {
        PieceKind::Same => ["", ""],
        PieceKind::Removed => ["[-", "-]"],
        PieceKind::Added => ["{+", "+}"],
    }
}

/// An HTML fragment: one section a changed clause, with `<del>` and `<ins>`.
pub fn to_html(hunks: &[Hunk], old: &Text, new: &Text, label: Label<'_>) -> String {
    let mut out = String::new();
    for hunk in shown(hunks) {
        out.push_str(&format!(
            "<section class=\"hunk\" id=\"{}\">\n<p class=\"kind\">{}</p>\n",
            hunk.id,
            escaped(&label(hunk.change))
        ));
        for row in rows_of(old, &hunk.old, new, &hunk.new) {
            out.push_str("<p class=\"line\">");
            for piece in &row.pieces {
                let text = escaped(&written(&piece.text));
                out.push_str(&match piece.kind {
                    PieceKind::Same => text,
                    PieceKind::Removed => format!("<del>{text}</del>"),
                    PieceKind::Added => format!("<ins>{text}</ins>"),
                });
            }
            out.push_str("</p>\n");
        }
        out.push_str("</section>\n");
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
