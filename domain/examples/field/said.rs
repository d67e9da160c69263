//! What the engine says of a case, in the short form that the checks compare.

use domain::{
    carry,
    clause_map::{Change, ClauseMap},
    diff::{self, Hunk, Piece, PieceKind, class_of},
    text::Text,
};

use crate::Case;

pub fn read(source: &str) -> Text {
    Text::parse_unlimited(source)
}

/// The words of every line.
pub fn lines(source: &str) -> Vec<String> {
    read(source).lines().iter().map(|line| line.text.to_string()).collect()
}

/// The number of every clause that has one.
pub fn numbers(source: &str) -> Vec<String> {
    read(source).clauses().iter().filter_map(|clause| clause.number.clone()).collect()
}

/// What changed, without what stayed and the marks left where something stood.
pub fn hunks(case: &Case) -> Vec<Hunk> {
    let (old, new) = (read(&case.old), read(&case.new));
    let all = diff::changes(&old, &new, &ClauseMap::between(&old, &new)).hunks;
    all.into_iter().filter(|hunk| hunk.change != Change::Same && hunk.now_at.is_none()).collect()
}

/// The class of what happened to each clause of the old text.
pub fn classes(case: &Case) -> Vec<carry::ChangeClass> {
    let (old, new) = (read(&case.old), read(&case.new));
    let map = ClauseMap::between(&old, &new);
    (0..old.clauses().len()).map(|index| class_of(&map, index)).collect()
}

/// Every hunk as `reworded: words with [-marks-]{+in them+}`.
pub fn told(case: &Case) -> Vec<String> {
    hunks(case).iter().map(|hunk| format!("{}: {}", key(hunk.change), marked(hunk))).collect()
}

fn key(change: Change) -> String {
    format!("{change:?}").to_lowercase()
}

fn marked(hunk: &Hunk) -> String {
    let mut pieces: Vec<Piece> = Vec::new();
    for row in &hunk.rows {
        let gap = Piece { kind: PieceKind::Same, text: " ".to_owned() };
        let gap = (!pieces.is_empty()).then_some(gap);
        for piece in gap.into_iter().chain(row.pieces.iter().cloned()) {
            match pieces.last_mut() {
                Some(last) if last.kind == piece.kind => last.text.push_str(&piece.text),
                _ => pieces.push(piece),
            }
        }
    }
    let text = pieces.iter().map(|piece| match piece.kind {
        PieceKind::Same | PieceKind::Now => piece.text.clone(),
        PieceKind::Was => String::new(),
        PieceKind::Removed => within(["[-", "-]"], &piece.text),
        PieceKind::Added => within(["{+", "+}"], &piece.text),
    });
    text.collect::<String>().replace("-] [-", " ").replace("+} {+", " ")
}

/// Marks around words; the spaces at their edges stand outside, where nobody sees which side has them.
fn within(marks: [&str; 2], text: &str) -> String {
    let (start, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
    match text.trim() {
        "" => text.to_owned(),
        words => [&text[..start], marks[0], words, marks[1], &text[end..]].concat(),
    }
}

/// The words that hunks show as removed, and those they show as added.
pub fn struck(case: &Case) -> (Vec<String>, Vec<String>) {
    let hunks = hunks(case);
    let of = |kind| {
        let rows = hunks.iter().flat_map(|hunk| &hunk.rows).flat_map(|row| &row.pieces);
        rows.filter(|piece| piece.kind == kind)
            .map(|piece| piece.text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect()
    };
    (of(PieceKind::Removed), of(PieceKind::Added))
}

/// A complaint unless the two are equal.
pub fn expect<T: PartialEq<U> + std::fmt::Debug, U: std::fmt::Debug>(
    what: &str,
    given: T,
    right: U,
) -> Vec<String> {
    if given == right { Vec::new() } else { vec![format!("{what}: {given:?}, should be {right:?}")] }
}

/// A complaint unless this holds.
pub fn holds(what: &str, so: bool) -> Vec<String> {
    if so { Vec::new() } else { vec![what.to_owned()] }
}
