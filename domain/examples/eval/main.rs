//! Scores placements on edits whose truth is known, and draws how many are found against how many are silently wrong.
//!
//! `cargo run --release -p domain --example eval [SVG]`

mod book;
mod edits;
mod score;

use std::error::Error;

use domain::{anchor::Places, clause_map::ClauseMap};

use book::Book;
use edits::{Dice, Edit};
use score::Score;

const ROUNDS: u64 = 40;

#[expect(clippy::print_stdout, reason = "what the command has to say")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut score = Score::default();
    for edit in Edit::ALL {
        for round in 0..ROUNDS {
            let before = Book::sample(round as usize);
            let after = edit.make(&before, &mut Dice::new(round * 31 + edit as u64));
            place(&before, &after, edit, &mut score)?;
        }
    }
    println!("{score}");
    if let Some(path) = std::env::args().nth(1) {
        std::fs::write(path, score.curve())?;
    }
    Ok(())
}

/// Puts an anchor on every sentence of the old text and compares where it goes with where the sentence went.
fn place(before: &Book, after: &Book, edit: Edit, score: &mut Score) -> Result<(), Box<dyn Error>> {
    let (old, new) = (before.printed(), after.printed());
    let map = ClauseMap::between(&old.text, &new.text);
    let places = Places::between(&old.text, &new.text, &map);
    for (id, lines) in &old.lines {
        let anchor = old.anchor(*lines)?;
        score.add(edit, &places.of(&anchor), new.lines.get(id).copied());
    }
    Ok(())
}
