//! What holds of every draft, whatever is tried on it and when.

use proptest::prelude::*;

use super::*;

/// One attempt: what is tried, and how many hours after the one before.
fn attempt(stage: Stage, what: u8, now: DateTime<Utc>, facts: &Facts) -> Result<Stage, Refusal> {
    let in_days = |n| now + TimeDelta::days(n);
    match what {
        0 => stage.open_round(facts, now, in_days(28), now),
        1 => stage.close(None, now),
        2 => stage.close(Some(&why()), now),
        3 => stage.extend(in_days(7), &why(), now),
        4 => stage.open_last_call(facts, in_days(14), now),
        5 => stage.object_in_last_call(now),
        6 => stage.open_sign_off(in_days(14), now),
        7 => stage.take_back(&why(), now),
        8 => stage.open_silence(&facts.tally, in_days(3), now),
        9 => stage.break_silence(&why(), now),
        10 => stage.adopt(&facts.tally, now),
        11 => stage.suspend(why(), now),
        12 => stage.resume(now),
        13 => stage.withdraw(why(), now),
        _ => stage.supersede("DN-2027-004".to_owned(), now),
    }
}

fn any_facts() -> impl Strategy<Value = Facts> {
    (0u32..3, 0u32..2, 0u32..2, any::<bool>(), any::<bool>()).prop_map(
        |(latest, unanswered, accepted_unchanged, changed_in_substance, met)| Facts {
            latest: (latest > 0).then_some(latest),
            unanswered,
            accepted_unchanged,
            changed_in_substance,
            tally: tally(if met { Vec::new() } else { vec![Obstacle::Positions { missing: 1 }] }),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_way_leads_back_from_the_end(tries in prop::collection::vec((0u8..15, 0i64..400, any_facts()), 1..40)) {
        let (mut stage, mut now) = (Stage::Drafting, day(0));
        for (what, hours, facts) in tries {
            now += TimeDelta::hours(hours);
            let before = stage.clone().as_of(now);
            let Ok(after) = attempt(stage.clone(), what, now, &facts) else { continue };
            if before.is_over() {
                let entered_late = matches!(stage, Stage::Silence { .. }) && after == before;
                let replaced = matches!(
                    (&before, &after),
                    (Stage::Adopted { version: a, .. }, Stage::Superseded { version: b, .. }) if a == b
                );
                prop_assert!(entered_late || replaced, "{before:?} became {after:?}");
            }
            if matches!(after, Stage::Adopted { .. }) && matches!(before, Stage::SignOff { .. }) {
                prop_assert!(facts.tally.is_met());
            }
            stage = after;
        }
    }

    #[test]
    fn the_clock_takes_every_step_it_can_at_once(tries in prop::collection::vec((0u8..15, 0i64..400, any_facts()), 1..20), wait in 0i64..2_000) {
        let (mut stage, mut now) = (Stage::Drafting, day(0));
        for (what, hours, facts) in tries {
            now += TimeDelta::hours(hours);
            stage = attempt(stage.clone(), what, now, &facts).unwrap_or(stage);
        }
        let (soon, late) = (now + TimeDelta::hours(wait / 2), now + TimeDelta::hours(wait));
        let once = stage.clone().as_of(late);
        prop_assert_eq!(once.clone().as_of(late), once.clone());
        prop_assert_eq!(stage.as_of(soon).as_of(late), once);
    }

    #[test]
    fn a_step_that_needs_nothing_can_be_taken(tries in prop::collection::vec((0u8..15, 0i64..400, any_facts()), 1..20), facts in any_facts()) {
        let (mut stage, mut now) = (Stage::Drafting, day(0));
        for (what, hours, facts) in tries {
            now += TimeDelta::hours(hours);
            stage = attempt(stage.clone(), what, now, &facts).unwrap_or(stage);
        }
        for step in stage.next_steps(&facts, now) {
            let what = match step.next {
                Next::OpenRound => 0,
                Next::LastCall => 4,
                Next::TakeBack => 7,
                Next::OpenSilence => 8,
                Next::Adopt => 10,
                Next::Resume => 12,
                Next::Supersede => 14,
                Next::PublishVersion | Next::RoundOpens | Next::RoundCloses => continue,
                Next::LastCallCloses | Next::SilenceEnds => continue,
            };
            let taken = attempt(stage.clone(), what, now, &facts);
            // A version is published by the time a round has been held.
            let held = facts.latest.is_some() || stage.round().is_none();
            prop_assert!(!held || taken.is_ok() == step.is_ready(), "{step:?} gave {taken:?}");
        }
    }
}
