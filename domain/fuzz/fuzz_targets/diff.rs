//! The difference of any two texts leads from the one to the other, word by word and line by line.
#![no_main]

use domain::{
    clause_map::ClauseMap,
    diff::{self, Piece, PieceKind, Style},
    text::Text,
};
use domain_fuzz::{parts, soon};

fn side(pieces: &[Piece], of: fn(PieceKind) -> bool) -> String {
    pieces.iter().filter(|piece| of(piece.kind)).map(|piece| piece.text.as_str()).collect()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (old, new) = parts(bytes);
    let pieces = soon(|| diff::words(&old, &new));
    assert_eq!(side(&pieces, PieceKind::is_old), old);
    assert_eq!(side(&pieces, PieceKind::is_new), new);

    let (old, new) = (Text::parse_unlimited(&old), Text::parse_unlimited(&new));
    let changes = soon(|| diff::changes(&old, &new, &ClauseMap::between(&old, &new)));
    let (mut before, mut after) = (vec![false; old.lines().len()], vec![false; new.lines().len()]);
    for row in changes.hunks.iter().flat_map(|hunk| &hunk.rows) {
        let sides = [
            (row.old_lines(), &old, &mut before, PieceKind::is_old as fn(PieceKind) -> bool),
            (row.new_lines(), &new, &mut after, PieceKind::is_new),
        ];
        for (lines, text, seen, of) in sides {
            let Some(lines) = lines else { continue };
            // A number that the marker of a list shows stands before the words; between lines stands what stood in the text.
            let shown = side(&row.pieces, of);
            let said = text.lines_in(lines).iter().map(|line| line.text.as_str());
            assert!(
                said.clone().all(|line| shown.contains(line)),
                "{shown:?} without {:?}",
                said.collect::<Vec<_>>()
            );
            for number in lines.iter() {
                assert!(
                    !std::mem::replace(&mut seen[number as usize - 1], true),
                    "line {number} is shown twice"
                );
            }
        }
    }
    assert!(before.iter().chain(&after).all(|seen| *seen), "a line is not shown");
    let mut ids: Vec<&str> = changes.hunks.iter().map(|hunk| hunk.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "two hunks have one link");
    let style = Style { label: &|_| String::new(), typography: true };
    soon(|| diff::to_text(&changes.hunks, &old, &new, style));
    soon(|| diff::to_html(&changes.hunks, &old, &new, style));
});
