//! The difference as text and as HTML, for the command line; pages render it themselves.

use super::{Astray, Hunk, Piece, PieceKind, Row};
use crate::{
    text::{LineRange, Text},
    unseen::written,
};

/// Gives the words for what became of a clause, in the reader's language.
pub type Label<'a> = &'a (dyn Fn(&Hunk) -> String + Sync);

/// How a difference is written.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    /// Names each change in the reader's language.
    pub label: Label<'a>,
    /// Whether what is read aloud the same is marked too.
    pub typography: bool,
}

/// Plain text with `[-removed-]` and `{+added+}`, only what changed, each line with its number in the new text or the old.
pub fn to_text(hunks: &[Hunk], old: &Text, new: &Text, style: Style<'_>) -> String {
    let mut out = String::new();
    for hunk in shown(hunks) {
        let rows = hunk.read(old, new, false);
        out.push_str(&format!("@@ {} @@ {}\n", (style.label)(hunk), place(&rows)));
        for row in &rows {
            let number = row.new.or(row.old).unwrap_or_default();
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
            row.pieces.iter().for_each(|piece| mark(&mut out, piece, style.typography));
            out.push('\n');
            if !row.looks.is_empty() {
                out.push_str("        ");
                row.looks.iter().for_each(|piece| mark(&mut out, piece, style.typography));
                out.push('\n');
            }
        }
    }
    out
}

/// What changed, but for the marks left where something stood.
fn shown(hunks: &[Hunk]) -> impl Iterator<Item = &Hunk> {
    hunks.iter().filter(|hunk| hunk.is_changed() && hunk.now_at.is_none())
}

/// The lines that changed, in both texts; all that are shown when none of their words did.
fn place(rows: &[Row]) -> String {
    let all = rows.iter().all(Row::is_same);
    let changed = || rows.iter().filter(|row| all || !row.is_same());
    [stretches(changed().filter_map(Row::old_lines)), stretches(changed().filter_map(Row::new_lines))]
        .into_iter()
        .filter(|lines| !lines.is_empty())
        .collect::<Vec<_>>()
        .join(" → ")
}

/// Lines that follow each other as one range.
fn stretches(lines: impl Iterator<Item = LineRange>) -> String {
    let mut ranges: Vec<LineRange> = Vec::new();
    for lines in lines {
        match ranges.last_mut() {
            Some(last) if last.last() + 1 == lines.first() => {
                *last = LineRange::spanning(last.first(), lines.last());
            }
            _ => ranges.push(lines),
        }
    }
    ranges.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn mark(out: &mut String, piece: &Piece, typography: bool) {
    let text = piece.text.as_str();
    match piece.kind {
        PieceKind::Same => out.push_str(&written(text)),
        PieceKind::Removed => out.extend(["[-", &written(text), "-]"]),
        PieceKind::Added => out.extend(["{+", &written(text), "+}"]),
        PieceKind::Was if typography => out.extend(["[-", &spelled(text), "-]"]),
        PieceKind::Now if typography => out.extend(["{+", &spelled(text), "+}"]),
        PieceKind::Was => {}
        PieceKind::Now => out.push_str(&written(text)),
    }
}

/// A text in which each character that cannot be seen, or told apart from another, is written by its number: `<U+00A0>`.
pub fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let unseen = (c.is_whitespace() && c != ' ')
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{2015}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        if unseen {
            out.push_str(&format!("<U+{:04X}>", c as u32));
        } else {
            out.push(c);
        }
    }
    out
}

/// An HTML fragment: one section a changed clause, with `<del>` and `<ins>`.
pub fn to_html(hunks: &[Hunk], old: &Text, new: &Text, style: Style<'_>) -> String {
    let mut out = String::new();
    for hunk in shown(hunks) {
        out.push_str(&format!(
            "<section class=\"hunk\" id=\"{}\">\n<p class=\"kind\">{}</p>\n",
            hunk.id,
            escaped(&(style.label)(hunk))
        ));
        for row in hunk.read(old, new, false) {
            out.push_str("<p class=\"line\">");
            for piece in &row.pieces {
                let text = escaped(&written(&piece.text));
                out.push_str(&match piece.kind {
                    PieceKind::Same => text,
                    PieceKind::Removed => format!("<del>{text}</del>"),
                    PieceKind::Added => format!("<ins>{text}</ins>"),
                    PieceKind::Was if style.typography => {
                        format!("<del>{}</del>", escaped(&spelled(&piece.text)))
                    }
                    PieceKind::Now if style.typography => {
                        format!("<ins>{}</ins>", escaped(&spelled(&piece.text)))
                    }
                    PieceKind::Was => String::new(),
                    PieceKind::Now => text,
                });
            }
            out.push_str("</p>\n");
        }
        out.push_str("</section>\n");
    }
    out
}

/// One line for each reference that means another clause now, after the changes: `@@ Reference @@ 12: principle 4: Appeal → Records`.
pub fn astray_to_text(found: &[Astray], old: &Text, new: &Text, label: &str) -> String {
    let line = |one: &Astray| {
        let (line, was, now) = one.told(old, new);
        format!("@@ {label} @@ {line}: {}: {} → {}\n", written(&one.words), written(was), written(now))
    };
    found.iter().map(line).collect()
}

/// The references that mean another clause now, as sections of an HTML fragment.
pub fn astray_to_html(found: &[Astray], old: &Text, new: &Text, label: &str) -> String {
    let section = |one: &Astray| {
        let (line, was, now) = one.told(old, new);
        let said = |text: &str| escaped(&written(text));
        format!(
            "<section class=\"astray\">\n<p class=\"kind\">{}</p>\n<p class=\"line\">{line}: <q>{}</q>: <del>{}</del> <ins>{}</ins></p>\n</section>\n",
            escaped(label),
            said(&one.words),
            said(was),
            said(now)
        )
    };
    found.iter().map(section).collect()
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
