//! The number of a clause in its first row: what went and what came, before the words.

use super::{
    Piece, PieceKind,
    looks::{self, Bearing, bearings},
    words,
};
use crate::{
    clause_map::NumberFate,
    text::{Clause, ClauseKind, Text},
};

/// How the words of a clause differ from those it had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseWords {
    /// The number of the clause, then its words.
    pub pieces: Vec<Piece>,
    /// What words that stayed lead to, and whether they are struck, where that differs.
    pub looks: Vec<Piece>,
}

/// The word differences of two clauses that belong together, their numbers first, as their rows show them; and the words that stayed and
/// read otherwise, with what they lead to.
pub fn clause_words(old: (&Text, &Clause), new: (&Text, &Clause), number: NumberFate) -> ClauseWords {
    fn said<'a>((text, clause): (&'a Text, &Clause)) -> Vec<Bearing<'a>> {
        bearings(text.lines_in(clause.lines).iter(), clause.number_chars)
    }
    let mut all = pieces(old, new, number);
    let marked = looks::marked(words(old.1.title(), new.1.title()), &said(old), &said(new));
    all.extend(marked.pieces);
    ClauseWords { pieces: all, looks: marked.looks }
}

/// The numbers of a clause and of the one it became. Renumbering reads the same; any other change is marked.
pub(super) fn pieces(old: (&Text, &Clause), new: (&Text, &Clause), fate: NumberFate) -> Vec<Piece> {
    let (was, is) = (number(old.1), number(new.1));
    if fate == NumberFate::Changed
        && (was.trim_end() == is.trim_end() || old.0.quotes_around(old.1) != new.0.quotes_around(new.1))
    {
        return put_elsewhere(old, new);
    }
    let (old, new) = (old.1, new.1);
    let mut all = title_marks(old, new);
    all.extend(numbers(old, new, fate));
    all
}

/// The marks of a title that has another rank, or is none any more: it reads the same.
fn title_marks(old: &Clause, new: &Clause) -> Vec<Piece> {
    let mark = |clause: &Clause| match clause.kind {
        ClauseKind::Heading { level } => format!("{} ", "#".repeat(usize::from(level))),
        _ => String::new(),
    };
    let (was, is) = (mark(old), mark(new));
    if was == is {
        return Vec::new();
    }
    let both = [(PieceKind::Was, was), (PieceKind::Now, is)];
    both.into_iter().filter(|(_, text)| !text.is_empty()).map(|(kind, text)| Piece { kind, text }).collect()
}

fn numbers(old: &Clause, new: &Clause, fate: NumberFate) -> Vec<Piece> {
    let (was, is) = (number(old), number(new));
    let listed = old.number_chars == 0 && new.number_chars == 0;
    match fate {
        NumberFate::Changed if was.trim_end() != is.trim_end() => marked(&was, &is),
        _ if listed && was.trim_end() == is.trim_end() => Vec::new(),
        _ => typed(&was, &is),
    }
}

/// The marks of a clause that stands in something else: one for each quotation and each list around it.
fn put_elsewhere(old: (&Text, &Clause), new: (&Text, &Clause)) -> Vec<Piece> {
    let mark = |(text, clause): (&Text, &Clause)| {
        let quotes = text.quotes_around(clause);
        let lists = usize::from(clause.depth).saturating_sub(quotes);
        format!("{}{}{}", "> ".repeat(quotes), "• ".repeat(lists), number(clause))
    };
    let both = [(PieceKind::Removed, mark(old)), (PieceKind::Added, mark(new))];
    both.into_iter().filter(|(_, text)| !text.is_empty()).map(|(kind, text)| Piece { kind, text }).collect()
}

/// Numbers that read the same.
pub(super) fn typed(was: &str, is: &str) -> Vec<Piece> {
    let mut pieces = marked(was, is);
    if !was.is_empty() && !is.is_empty() {
        pieces.iter_mut().for_each(Piece::hush);
    }
    pieces
}

/// Numbers of which one went and one came.
pub(super) fn marked(was: &str, is: &str) -> Vec<Piece> {
    let space = |number: &str| number[number.trim_end().len()..].to_owned();
    let shared = if space(was) == space(is) { space(was) } else { String::new() };
    let (gone, come) = (&was[..was.len() - shared.len()], &is[..is.len() - shared.len()]);
    let parts = match gone == come {
        true => vec![(PieceKind::Same, gone)],
        false => vec![(PieceKind::Removed, gone), (PieceKind::Added, come)],
    };
    let all = parts.into_iter().chain([(PieceKind::Same, shared.as_str())]);
    let said = all.filter(|(_, text)| !text.is_empty());
    said.map(|(kind, text)| Piece { kind, text: text.to_owned() }).collect()
}

/// The number as it is typed, or as the marker of its list shows it.
fn number(clause: &Clause) -> String {
    match &clause.number {
        _ if clause.number_chars > 0 => clause.slice(&(0..clause.number_chars)).to_owned(),
        Some(number) if clause.kind == ClauseKind::Footnote => format!("[{number}] "),
        Some(number) => format!("{number}. "),
        None => String::new(),
    }
}
