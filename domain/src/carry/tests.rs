use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::position::Objection;
use crate::typed::{LiftTerms, Reason, ReservationText};

const CHANGES: [ChangeClass; 5] = [
    ChangeClass::Same,
    ChangeClass::Typographic,
    ChangeClass::Moved,
    ChangeClass::Editorial,
    ChangeClass::Substantive,
];

fn reservation() -> Position {
    Position::EndorseWithReservation { text: ReservationText::parse("as we read line 32").unwrap() }
}

fn objection(clauses: &[u32]) -> Position {
    let clauses = clauses.iter().copied().map(ClauseId).collect();
    let (reason, terms) = (Reason::parse("too slow").unwrap(), LiftTerms::parse("ten days").unwrap());
    Position::Object(Objection::new(reason, clauses, terms).unwrap())
}

fn recusal() -> Position {
    Position::Recuse { reason: Reason::parse("our panel reviews this").unwrap() }
}

fn changes(of: &[(u32, ChangeClass)]) -> BTreeMap<ClauseId, ChangeClass> {
    of.iter().map(|(clause, change)| (ClauseId(*clause), *change)).collect()
}

/// The table of sign-off carry-over as it is agreed: same, typographic and moved; editorial; substantive.
#[rstest]
#[case(Position::Endorse, Carried::Carried, Carried::Told, Carried::Stale)]
#[case(Position::NoObjection, Carried::Carried, Carried::Told, Carried::Stale)]
#[case(reservation(), Carried::Carried, Carried::Carried, Carried::ToConfirm)]
#[case(objection(&[5]), Carried::Carried, Carried::Carried, Carried::AskedIfResolved)]
#[case(Position::Abstain, Carried::Carried, Carried::Carried, Carried::AskedAgain)]
#[case(recusal(), Carried::Carried, Carried::Carried, Carried::Carried)]
fn a_position_is_carried_as_the_table_says(
    #[case] position: Position,
    #[case] form: Carried,
    #[case] editorial: Carried,
    #[case] substantive: Carried,
) {
    let carried = CHANGES.map(|change| carry(Held::Position(&position), change));
    assert_eq!(carried, [form, form, form, editorial, substantive]);
}

#[test]
fn silent_consent_is_void_whatever_changed() {
    for change in CHANGES {
        assert_eq!(carry(Held::SilentConsent, change), Carried::Void);
    }
}

#[test]
fn one_clause_changed_in_substance_makes_an_endorsement_stale_and_says_which() {
    let changed =
        changes(&[(1, ChangeClass::Same), (2, ChangeClass::Substantive), (3, ChangeClass::Editorial)]);
    let covered = [ClauseId(1), ClauseId(2), ClauseId(3)];
    let standing = standing(Held::Position(&Position::Endorse), &covered, &changed);
    let because = vec![ClauseId(2)];
    assert_eq!(standing, Worth { carried: Carried::Stale, worst: ChangeClass::Substantive, because });
}

#[test]
fn a_clause_that_was_added_asks_the_signatory_again() {
    let changed = changes(&[(1, ChangeClass::Same), (9, ChangeClass::Substantive)]);
    let standing = standing(Held::Position(&Position::Endorse), &[ClauseId(1)], &changed);
    assert_eq!(standing.carried, Carried::Stale);
}

#[test]
fn a_covered_clause_nobody_compared_counts_as_substance() {
    let standing = standing(Held::Position(&Position::Endorse), &[ClauseId(1)], &BTreeMap::new());
    assert_eq!((standing.carried, standing.because), (Carried::Stale, vec![ClauseId(1)]));
}

#[test]
fn a_sign_off_that_covers_nothing_carries_nothing() {
    let standing = standing(Held::Position(&Position::Endorse), &[], &BTreeMap::new());
    assert_eq!(standing.carried, Carried::Stale);
}

#[test]
fn an_objection_looks_only_at_the_clauses_it_names() {
    let changed = changes(&[(5, ChangeClass::Moved), (6, ChangeClass::Substantive)]);
    let covered = [ClauseId(5), ClauseId(6)];
    let elsewhere = objection(&[5]);
    assert_eq!(standing(Held::Position(&elsewhere), &covered, &changed).carried, Carried::Carried);
    let here = objection(&[5, 6]);
    assert_eq!(standing(Held::Position(&here), &covered, &changed).carried, Carried::AskedIfResolved);
}

proptest! {
    #[test]
    fn an_objection_is_never_dropped_by_a_new_version(named in prop::collection::vec(0u32..6, 1..4), classes in prop::collection::vec(0usize..5, 0..6)) {
        let changed = (0..).zip(&classes).map(|(clause, class)| (ClauseId(clause), CHANGES[*class])).collect();
        prop_assert!(standing(Held::Position(&objection(&named)), &[], &changed).carried.counts());
    }

    #[test]
    fn nothing_unknown_or_substantive_leaves_consent_in_place(
        classes in prop::collection::vec(0usize..5, 1..6),
        unknown in any::<bool>(),
        bad in 0usize..6,
    ) {
        let mut changed: BTreeMap<ClauseId, ChangeClass> =
            (0..).zip(&classes).map(|(clause, class)| (ClauseId(clause), CHANGES[*class])).collect();
        let covered: Vec<ClauseId> = changed.keys().copied().collect();
        let hit = covered[bad % covered.len()];
        if unknown {
            changed.remove(&hit);
        } else {
            changed.insert(hit, ChangeClass::Substantive);
        }
        for position in [Position::Endorse, Position::NoObjection, Position::Abstain, reservation()] {
            let standing = standing(Held::Position(&position), &covered, &changed);
            prop_assert!(!standing.carried.counts() && standing.because.contains(&hit));
        }
    }
}
