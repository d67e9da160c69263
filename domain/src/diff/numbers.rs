//! The number of a clause in its first row: what went and what came, before the words.

use super::{Piece, PieceKind, Row, Weight, words};
use crate::{
    clause_map::NumberFate,
    text::{Clause, ClauseKind, Text},
};

/// Puts the numbers of a clause that became another in front of its first row, where they differ; gives how many pieces they are.
pub(super) fn show(rows: &mut [Row], old: (&Text, u32), new: (&Text, u32)) -> usize {
    let (before, after) = (&old.0.clauses()[old.1 as usize], &new.0.clauses()[new.1 as usize]);
    let (was, is) = (number(before), number(after));
    let Some(row) = rows.first_mut() else { return 0 };
    let first = row.old == Some(before.lines.first()) && row.new == Some(after.lines.first());
    if was.trim_end() == is.trim_end() || !first {
        return 0;
    }
    let typed = |clause: &Clause| clause.slice(&(0..clause.number_chars)).len();
    let (gone, come) = (old_words(row), new_words(row));
    let gone = gone.get(typed(before)..).unwrap_or_default();
    let come = come.get(typed(after)..).unwrap_or_default();
    let space = |number: &str| number[number.trim_end().len()..].to_owned();
    let shared = if space(&was) == space(&is) { space(&is) } else { String::new() };
    let piece = |kind, number: &str| Piece { kind, text: number[..number.len() - shared.len()].to_owned() };
    let mut pieces = vec![piece(PieceKind::Removed, &was), piece(PieceKind::Added, &is)];
    pieces.retain(|piece| !piece.text.is_empty());
    let count = pieces.len();
    let rest = words(gone, come);
    match rest.first() {
        Some(Piece { kind: PieceKind::Same, text }) => {
            pieces.push(Piece { kind: PieceKind::Same, text: shared + text });
            pieces.extend(rest.into_iter().skip(1));
        }
        _ => {
            pieces.extend((!shared.is_empty()).then_some(Piece { kind: PieceKind::Same, text: shared }));
            pieces.extend(rest);
        }
    }
    row.pieces = pieces;
    count
}

/// What the first `count` pieces of a row weigh as a number, and the rest as words. Renumbering weighs nothing.
pub(super) fn weigh(rows: &[Row], count: usize, fate: NumberFate) -> Weight {
    let mut weight = Weight::default();
    for (at, row) in rows.iter().enumerate() {
        let numbers = if at == 0 { count.min(row.pieces.len()) } else { 0 };
        if fate == NumberFate::Changed {
            let of = |kind| row.pieces[..numbers].iter().filter(|piece| piece.kind == kind).count() as u32;
            let (removed, inserted) = (of(PieceKind::Removed), of(PieceKind::Added));
            weight += Weight { removed, inserted, substance: removed + inserted, wording: 0 };
        }
        weight += Weight::of(&row.pieces[numbers..]);
    }
    weight
}

fn old_words(row: &Row) -> String {
    row.old_pieces().map(|piece| piece.text.as_str()).collect()
}

fn new_words(row: &Row) -> String {
    row.new_pieces().map(|piece| piece.text.as_str()).collect()
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
