//! A sign-off is on exact words: any other letter, digit or sign asks for it again, and renumbering does not.
#![expect(clippy::unwrap_used, reason = "a test stops where a property breaks")]

mod edit;
mod runs;
mod texts;

use std::path::Path;

use domain::{
    carry::{self, Carried, Held},
    clause_map::{ClauseMap, inherit},
    diff,
    position::Position,
    text::{ClauseId, Manner, Text},
};
use proptest::prelude::*;

/// Where an endorsement of the whole old text stands on the new one.
fn endorsement(old: &Text, new: &Text) -> carry::Worth {
    let map = ClauseMap::between(old, new);
    let covered: Vec<_> = (0..old.clauses().len() as u32).map(ClauseId).collect();
    let (ids, _) = inherit(&map, &covered, covered.len() as u32);
    carry::standing(Held::Position(&Position::Endorse), &covered, &diff::classes(&map, &covered, &ids))
}

/// The clauses of the old text of which the change may be declared editorial.
fn may_be_editorial(old: &Text, new: &Text) -> usize {
    let (map, editorial) = (ClauseMap::between(old, new), diff::Editorial::between(old, new));
    let changed = old.clauses().iter().zip(map.old_fates()).filter(|(_, fate)| fate.change.is_reworded());
    let pairs = changed.filter_map(|(clause, fate)| match fate.others.as_slice() {
        [other] => Some((clause, &new.clauses()[*other as usize], fate.number)),
        _ => None,
    });
    pairs.filter(|(clause, other, number)| editorial.check(clause, other, *number).is_ok()).count()
}

/// The texts of the demonstration, each with the tag of its language.
fn demo() -> Vec<texts::Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/demo");
    let mut found = Vec::new();
    let folders = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    for entry in folders.filter(|entry| entry.is_dir()) {
        let tag = if entry.ends_with("arabic") { "ar" } else { "en" };
        for file in entry.read_dir().unwrap().map(|file| file.unwrap().path()) {
            if file.extension().is_some_and(|end| end == "md") {
                found.push(texts::Sample { tag, source: std::fs::read_to_string(file).unwrap() });
            }
        }
    }
    assert!(found.len() > 8, "the demonstration has texts");
    found
}

fn goes_stale(sample: &texts::Sample, edit: &edit::Edit) -> Result<(), TestCaseError> {
    let manner = Manner::tagged(sample.tag);
    let old = Text::read(&sample.source, &manner);
    let Some(edited) = edit.of(&old) else { return Ok(()) };
    let new = Text::read(&edited.source, &manner);
    let standing = endorsement(&old, &new);
    prop_assert_eq!(
        standing.carried,
        Carried::Stale,
        "{:?}: {:?}\n{}\n→\n{}",
        edited.kind,
        edited.said,
        sample.source,
        edited.source
    );
    if edited.is_never_harmless() {
        prop_assert_eq!(
            may_be_editorial(&old, &new),
            0,
            "{:?}\n{}\n→\n{}",
            edited.said,
            sample.source,
            edited.source
        );
    }
    Ok(())
}

fn stays(one: &runs::Renumbered) -> Result<(), TestCaseError> {
    let manner = Manner::tagged(one.tag);
    let (old, new) = (Text::read(&one.old, &manner), Text::read(&one.new, &manner));
    let numbered = |text: &Text| text.clauses().iter().filter(|clause| clause.number.is_some()).count();
    prop_assert!(numbered(&old).min(numbered(&new)) >= one.numbered, "{}\n→\n{}", one.old, one.new);
    let standing = endorsement(&old, &new);
    // A reference that means another clause now is no renumbering alone.
    let astray = !diff::astray(&old, &new, &ClauseMap::between(&old, &new)).is_empty();
    let right = if astray { Carried::Stale } else { Carried::Carried };
    prop_assert_eq!(standing.carried, right, "{:?}\n{}\n→\n{}", standing, one.old, one.new);
    Ok(())
}

proptest! {
    #[test]
    fn any_other_letter_digit_or_sign_asks_for_an_endorsement_again(sample in texts::samples(), edit in edit::edits()) {
        goes_stale(&sample, &edit)?;
    }

    #[test]
    fn so_it_is_in_the_texts_of_the_demonstration(sample in prop::sample::select(demo()), edit in edit::edits()) {
        goes_stale(&sample, &edit)?;
    }

    #[test]
    fn renumbering_alone_leaves_an_endorsement(one in prop_oneof![4 => runs::renumberings(), 1 => runs::relabellings()]) {
        stays(&one)?;
    }
}
