use proptest::prelude::*;

use super::*;
use crate::{
    clause_map::ClauseMap,
    text::{Manner, Text},
};

fn english(source: &str) -> Text {
    Text::read(source, &Manner::tagged("en"))
}

fn walk(old: &Text, new: &Text, known: &Known) -> Crosswalk {
    let map = ClauseMap::between(old, new).knowing(old, new, known);
    Crosswalk::new(old, new, &map, known)
}

/// What became of the clauses, headings left out: `1 adapted 2`, by index.
fn told(walk: &Crosswalk) -> Vec<String> {
    let list = |clauses: &[u32]| clauses.iter().map(u32::to_string).collect::<Vec<_>>().join("+");
    let told = |one: &Pairing| format!("{} {} {}", list(&one.old), one.relation.key(), list(&one.new));
    walk.pairings.iter().filter(|one| !one.heading).map(|one| told(one).trim().to_owned()).collect()
}

const OURS: &str = "\
A register that nobody finds is a secret kept in the open.

## 1 One place

Every authority keeps one register of the systems that decide about people, and says on its first page where the register is.

## 2 Before use

No system decides about a person before its entry stands in the register for thirty days.

## 3 Nothing left out

An authority that leaves a system out says so in its yearly report, with the law that allows it.

## 4 Old entries

An entry stays for ten years after its system was switched off.
";

const THEIRS: &str = "\
A register that nobody finds is a secret kept in the open.

## 1 One place

Every city keeps one register of the systems that decide about residents, and says on its first page where the register is.

## 2 Old entries

An entry stays for ten years after its system was switched off.

## 3 Before use

No system decides about a person before its entry stands in the register for thirty days.

## 4 A person to call

Each entry names somebody who answers the telephone in working hours.
";

#[test]
fn every_clause_has_its_relation_and_headings_are_not_counted() {
    let (ours, theirs) = (english(OURS), english(THEIRS));
    let walk = walk(&ours, &theirs, &Known::default());
    let figures = walk.figures;
    assert_eq!((figures.old_clauses, figures.new_clauses), (5, 5));
    assert_eq!((figures.verbatim, figures.moved, figures.adapted), (3, 1, 1));
    assert_eq!((figures.dropped, figures.added, figures.split, figures.merged), (1, 1, 0, 0));
    assert!(told(&walk).contains(&"2 adapted 2".to_owned()), "{:?}", told(&walk));
    assert!(told(&walk).contains(&"6 dropped".to_owned()), "{:?}", told(&walk));
}

#[test]
fn a_text_beside_itself_has_not_drifted() {
    let ours = english(OURS);
    let walk = walk(&ours, &ours, &Known::default());
    assert_eq!((walk.figures.verbatim, walk.figures.drift), (5, Some(0)));
}

#[test]
fn texts_with_nothing_in_common_are_dropped_and_new_throughout() {
    let cakes = english("Beat four eggs with sugar.\n\nFold in the flour, and bake until golden.\n");
    let ours = english("An entry stays for ten years.\n\nEvery authority answers within a month.\n");
    let walk = walk(&ours, &cakes, &Known::default());
    let figures = walk.figures;
    assert_eq!((figures.dropped, figures.added, figures.drift), (2, 2, Some(100)));
}

#[test]
fn a_person_says_that_a_dropped_clause_became_a_new_one() {
    let (ours, theirs) = (english(OURS), english(THEIRS));
    let known = Known { by_hand: vec![(6, vec![8])], ..Known::default() };
    let walk = walk(&ours, &theirs, &known);
    let hand = walk.pairings.iter().find(|one| one.by_hand).expect("one by hand");
    assert_eq!(
        (hand.old.as_slice(), hand.new.as_slice(), hand.relation),
        (&[6][..], &[8][..], Relation::Adapted)
    );
    assert_eq!((walk.figures.dropped, walk.figures.added), (0, 0));
}

#[test]
fn a_person_says_that_a_clause_was_dropped_after_all() {
    let (ours, theirs) = (english(OURS), english(THEIRS));
    let known = Known { by_hand: vec![(2, Vec::new())], ..Known::default() };
    let figures = walk(&ours, &theirs, &known).figures;
    assert_eq!((figures.adapted, figures.dropped, figures.added), (0, 2, 2));
}

#[test]
fn a_person_pairs_a_clause_that_the_words_gave_to_another() {
    let (ours, theirs) = (english(OURS), english(THEIRS));
    let known = Known { by_hand: vec![(6, vec![2])], ..Known::default() };
    let walk = walk(&ours, &theirs, &known);
    assert!(told(&walk).contains(&"6 adapted 2".to_owned()), "{:?}", told(&walk));
    assert!(told(&walk).contains(&"2 dropped".to_owned()), "{:?}", told(&walk));
}

#[test]
fn clauses_of_one_origin_stay_together_when_no_word_is_left() {
    let ours = english("An entry stays for ten years.\n\nThe register is open to all.\n");
    let theirs = english("Records are destroyed at once.\n\nThe register is open to all.\n");
    let known = Known { lineage: vec![(0, 0), (1, 1)], ..Known::default() };
    assert_eq!(told(&walk(&ours, &theirs, &known)), ["0 adapted 0", "1 verbatim 1"]);
}

#[test]
fn what_is_known_of_clauses_that_are_not_there_is_passed_over() {
    let ours = english("An entry stays for ten years.\n");
    let known = Known { by_hand: vec![(7, vec![0]), (0, vec![0, 9])], lineage: vec![(4, 4)] };
    assert_eq!(told(&walk(&ours, &ours, &known)), ["0 verbatim 0"]);
}

#[test]
fn a_translation_is_paired_by_place_and_no_word_is_counted() {
    let ours = english("## 1 One place\n\nOne register for all.\n\n## 2 Old entries\n\nThey stay.\n");
    let theirs =
        Text::read("## 1 مكان واحد\n\nسجل واحد للجميع.\n\n## 2 القيود\n\nتبقى.\n", &Manner::tagged("ar"));
    assert!(is_translation("en-GB", "ar") && !is_translation("pt-BR", "PT"));
    let walk = Crosswalk::translated(&ours, &theirs, &Known::default());
    assert_eq!(told(&walk), ["1 translated 1", "3 translated 3"]);
    let figures = walk.figures;
    assert_eq!((figures.translated, figures.words_gone, figures.words_come, figures.drift), (2, 0, 0, None));
    assert!(walk.pairings.iter().all(|one| one.rows.is_empty()));
    assert!(walk.proposal(&ours, &theirs, &[]).is_empty());
}

#[test]
fn a_translation_that_leaves_a_clause_out_says_which() {
    let ours = english("One register for all.\n\n- It is open.\n\nEntries stay.\n");
    let theirs = Text::read("Un registre pour tous.\n\nLes inscriptions restent.\n", &Manner::tagged("fr"));
    let walk = Crosswalk::translated(&ours, &theirs, &Known::default());
    assert_eq!(told(&walk), ["0 translated 0", "1 dropped", "2 translated 1"]);
}

#[test]
fn an_answer_is_proposed_clause_by_clause() {
    let (ours, theirs) = (english(OURS), english(THEIRS));
    let ids: Vec<_> = (1..=ours.clauses().len() as u32).map(ClauseId).collect();
    let proposed = walk(&ours, &theirs, &Known::default()).proposal(&ours, &theirs, &ids);
    let fates: Vec<_> = proposed.iter().map(|one| (one.clause.0, one.fate)).collect();
    let (verbatim, adapted, dropped) = (Fate::Verbatim, Fate::Adapted, Fate::Dropped);
    assert_eq!(fates, [(1, verbatim), (3, adapted), (5, verbatim), (7, dropped), (9, verbatim)]);
    assert!(proposed[1].words.as_deref().is_some_and(|words| words.starts_with("Every city keeps")));
}

fn texts() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        "An entry stays for ten years.",
        "Every authority keeps one register.",
        "No system decides before its entry stands.",
        "A person answers the telephone.",
        "The register is open to all, and free.",
        "Small bodies keep theirs with a larger one.",
    ]);
    let clause = (prop::bool::ANY, prop::collection::vec(sentence, 1..3))
        .prop_map(|(heading, said)| if heading { format!("## {}", said[0]) } else { said.join(" ") });
    prop::collection::vec(clause, 1..8).prop_map(|clauses| clauses.join("\n\n"))
}

proptest! {
    #[test]
    fn every_clause_stands_in_one_pairing_and_is_counted_once(
        old in texts(), new in texts(), hand in prop::collection::vec((0u32..8, prop::collection::vec(0u32..8, 0..3)), 0..3),
    ) {
        let (old, new) = (english(&old), english(&new));
        let known = Known { by_hand: hand, lineage: Vec::new() };
        for walk in [walk(&old, &new, &known), Crosswalk::translated(&old, &new, &Known::default())] {
            let mut olds: Vec<_> = walk.pairings.iter().flat_map(|one| one.old.clone()).collect();
            let mut news: Vec<_> = walk.pairings.iter().flat_map(|one| one.new.clone()).collect();
            olds.sort_unstable();
            news.sort_unstable();
            olds.dedup();
            news.dedup();
            prop_assert_eq!(olds, (0..old.clauses().len() as u32).collect::<Vec<_>>());
            prop_assert_eq!(news, (0..new.clauses().len() as u32).collect::<Vec<_>>());
            let figures = walk.figures;
            let counted = figures.verbatim + figures.adapted + figures.split + figures.merged
                + figures.dropped + figures.translated;
            prop_assert!(counted >= figures.old_clauses, "{:?}", figures);
            prop_assert!(figures.drift.is_none_or(|drift| drift <= 100));
        }
    }
}
