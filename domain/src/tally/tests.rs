use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::*;
use crate::position::Objection;
use crate::text::ClauseId;
use crate::typed::{LiftTerms, Reason, ReservationText};

fn position(key: char) -> Option<Position> {
    let reason = Reason::parse("because").unwrap();
    Some(match key {
        'e' => Position::Endorse,
        'n' => Position::NoObjection,
        'r' => Position::EndorseWithReservation { text: ReservationText::parse("as read").unwrap() },
        'o' => Position::Object(
            Objection::new(reason, vec![ClauseId(5)], LiftTerms::parse("ten days").unwrap()).unwrap(),
        ),
        'a' => Position::Abstain,
        'x' => Position::Recuse { reason },
        _ => return None,
    })
}

/// One letter a seat: e n r o a x, and a dot for a seat without a position.
fn count(positions: &str) -> Tally {
    let seats: Vec<StakeholderId> = (1..).map(StakeholderId).take(positions.chars().count()).collect();
    let current = seats.iter().copied().zip(positions.chars());
    let current = current.filter_map(|(seat, key)| Some((seat, position(key)?))).collect();
    tally(&seats, &current, &Rule::default())
}

/// What is said of these positions on version 3 while they are given.
fn said(positions: &str) -> String {
    count(positions).message(3, &sign_off()).id.into_owned()
}

fn sign_off() -> Stage {
    Stage::SignOff { round: 1, version: 3, closes: DateTime::<Utc>::UNIX_EPOCH }
}

#[test]
fn that_a_text_can_be_adopted_is_said_only_where_it_can_be() {
    let met = count("eee");
    let said = |stage: &Stage| met.message(3, stage).id.into_owned();
    assert_eq!(said(&sign_off()), "tally-met");
    assert_eq!(said(&Stage::Disposition { round: 1, version: 3 }), "tally-met-early");
    assert_eq!(
        said(&Stage::LastCall { round: 1, version: 3, closes: DateTime::<Utc>::UNIX_EPOCH }),
        "tally-met-early"
    );
    assert_eq!(said(&Stage::Adopted { version: 3, at: DateTime::<Utc>::UNIX_EPOCH }), "tally-adopted");
    // A text adopted by silence has no tally that could be met.
    let adopted = Stage::Adopted { version: 3, at: DateTime::<Utc>::UNIX_EPOCH };
    assert_eq!(count("...").message(3, &adopted).id, "tally-adopted");
}

#[test]
fn of_ten_seats_with_one_recused_six_are_needed() {
    let tally = count("eeernoa.x.");
    assert_eq!((tally.counted(), tally.needed, tally.in_place, tally.missing), (9, 6, 5, 1));
    assert_eq!(tally.objecting, [StakeholderId(6)]);
    assert_eq!(tally.obstacles, [Obstacle::Objections { standing: 1 }, Obstacle::Positions { missing: 1 }]);
    assert_eq!(tally.message(3, &sign_off()).id, "tally-short-and-objection");
}

#[test]
fn two_thirds_is_never_rounded_down() {
    assert_eq!(count("eeeee.....").needed, 7);
    assert!(!count("eeeeee....").is_met());
    assert!(count("eeeeeee...").is_met());
}

#[test]
fn one_objection_holds_up_nine_endorsements() {
    let tally = count("eeeeeeeeeo");
    assert_eq!(tally.obstacles, [Obstacle::Objections { standing: 1 }]);
    assert_eq!(said("eeeeeeeeeo"), "tally-objection");
}

#[test]
fn nobody_objecting_is_not_an_endorsement() {
    assert_eq!(count("nnnnnnnnnn").obstacles, [Obstacle::Endorsements { missing: 1 }]);
    assert_eq!(said("nnnnnnnnnn"), "tally-no-endorsement");
    assert!(count("nnnnnnnnnr").is_met());
}

#[test]
fn a_forum_in_which_nobody_can_speak_adopts_nothing() {
    let lax = Rule { least_endorsements: 0, share: Share { parts: 0, of: 1 }, most_objections: 9 };
    assert!(!tally(&[], &BTreeMap::new(), &lax).is_met());
    assert_eq!(said("xxx"), "tally-no-seats");
}

#[test]
fn a_share_that_makes_no_sense_asks_for_every_seat() {
    assert_eq!(Share { parts: 1, of: 0 }.of_seats(9), 9);
    assert_eq!(Share { parts: 5, of: 3 }.of_seats(9), 9);
}

#[test]
fn a_seat_named_twice_counts_once_and_a_guest_not_at_all() {
    let seat = StakeholderId(1);
    let current = BTreeMap::from([(seat, Position::Endorse), (StakeholderId(2), position('o').unwrap())]);
    let tally = tally(&[seat, seat], &current, &Rule::default());
    assert_eq!((tally.seats, tally.objections()), (1, 0));
    assert!(tally.is_met());
}

proptest! {
    #[test]
    fn a_seat_that_comes_round_never_undoes_agreement(positions in "[enroax.]{1,12}", seat in 0usize..12) {
        let mut better: Vec<char> = positions.chars().collect();
        let seat = seat % better.len();
        // A recused seat is left out: when it speaks, more are needed.
        prop_assume!(better[seat] != 'x');
        better[seat] = 'e';
        let (before, after) = (count(&positions), count(&better.iter().collect::<String>()));
        prop_assert!(!before.is_met() || after.is_met());
        prop_assert!(after.missing <= before.missing && after.objections() <= before.objections());
    }

    #[test]
    fn a_new_objection_always_stands_in_the_way(positions in "[enroax.]{1,12}", seat in 0usize..12) {
        let mut worse: Vec<char> = positions.chars().collect();
        let seat = seat % worse.len();
        worse[seat] = 'o';
        prop_assert!(!count(&worse.iter().collect::<String>()).is_met());
    }

    #[test]
    fn every_seat_is_counted_once(positions in "[enroax.]{0,12}") {
        let t = count(&positions);
        prop_assert_eq!(t.in_place + t.abstain + t.silent + t.recused + t.objections(), t.seats);
        prop_assert_eq!(t.message(1, &sign_off()).id == "tally-met", t.is_met());
    }
}
