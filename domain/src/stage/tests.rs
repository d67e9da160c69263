//! A draft of the Dovetail Network on its way from the first text to adoption.

mod laws;

use rstest::rstest;

use super::*;
use crate::tally::Obstacle;

fn day(n: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2027-02-01T12:00:00Z".parse().unwrap();
    start + TimeDelta::days(n)
}

fn why() -> Reason {
    Reason::parse("Two ministries asked for more time.").unwrap()
}

fn tally(obstacles: Vec<Obstacle>) -> Tally {
    let mut tally =
        crate::tally::tally(&[], &std::collections::BTreeMap::new(), &crate::tally::Rule::default());
    tally.obstacles = obstacles;
    tally
}

/// A draft with version 1 published, everything answered, and the rule met.
fn facts() -> Facts {
    Facts {
        latest: Some(1),
        unanswered: 0,
        accepted_unchanged: 0,
        changed_in_substance: false,
        tally: tally(Vec::new()),
    }
}

fn consultation() -> Stage {
    Stage::Drafting.open_round(&facts(), day(0), day(28), day(0)).unwrap()
}

fn last_call() -> Stage {
    consultation().open_last_call(&facts(), day(44), day(30)).unwrap()
}

fn silence() -> Stage {
    last_call().open_silence(&tally(Vec::new()), day(50), day(46)).unwrap()
}

#[test]
fn the_straight_way_leads_from_the_first_text_to_adoption() {
    let stage = consultation();
    assert_eq!(stage, Stage::Consultation { round: 1, version: 1, opens: day(0), closes: day(28) });
    assert_eq!(stage.clone().as_of(day(28)), Stage::Disposition { round: 1, version: 1 });
    let stage = last_call();
    assert_eq!(stage.clone().as_of(day(44)), Stage::SignOff { round: 1, version: 1, closes: day(58) });
    let adopted = stage.adopt(&tally(Vec::new()), day(50)).unwrap();
    assert_eq!(adopted, Stage::Adopted { version: 1, at: day(50) });
}

#[test]
fn nothing_opens_before_something_is_published() {
    let bare = Facts { latest: None, ..facts() };
    let refused = Stage::Drafting.open_round(&bare, day(0), day(28), day(0));
    assert_eq!(refused, Err(Refusal::NothingPublished));
}

#[test]
fn a_round_can_be_announced_and_an_opening_in_the_past_means_now() {
    let announced = Stage::Drafting.open_round(&facts(), day(3), day(28), day(0)).unwrap();
    assert!(matches!(announced, Stage::Consultation { opens, .. } if opens == day(3)));
    let opened = Stage::Drafting.open_round(&facts(), day(-3), day(28), day(0)).unwrap();
    assert_eq!(opened, consultation());
}

#[test]
fn a_round_that_ends_before_it_begins_is_refused() {
    let refused = Stage::Drafting.open_round(&facts(), day(3), day(3), day(0));
    assert_eq!(refused, Err(Refusal::ClosesTooSoon));
}

#[test]
fn a_second_round_needs_a_change_of_substance() {
    let same = consultation().open_round(&facts(), day(30), day(44), day(30));
    assert_eq!(same, Err(Refusal::NothingChanged { version: 1 }));
    let changed = Facts { latest: Some(2), changed_in_substance: true, ..facts() };
    let second = consultation().open_round(&changed, day(30), day(44), day(30)).unwrap();
    assert_eq!((second.round(), second.version()), (Some(2), Some(2)));
}

#[test]
fn a_round_closes_early_only_for_a_reason() {
    assert_eq!(consultation().close(None, day(10)), Err(Refusal::StillOpen { closes: day(28) }));
    let closed = Stage::Disposition { round: 1, version: 1 };
    assert_eq!(consultation().close(Some(&why()), day(10)), Ok(closed.clone()));
    assert_eq!(consultation().close(None, day(28)), Ok(closed));
}

#[test]
fn a_deadline_moves_later_and_never_earlier() {
    let extended = consultation().extend(day(35), &why(), day(20)).unwrap();
    assert_eq!(extended.deadline(), Some(day(35)));
    let shorter = consultation().extend(day(27), &why(), day(20));
    assert_eq!(shorter, Err(Refusal::NotLater { closes: day(28) }));
    let over = consultation().extend(day(35), &why(), day(29));
    assert_eq!(over, Err(Refusal::WrongStage { needed: Needed::Timed, stage: "disposition" }));
}

#[rstest]
#[case(Facts { unanswered: 2, ..facts() }, Refusal::Unanswered { threads: 2 })]
#[case(Facts { accepted_unchanged: 1, ..facts() }, Refusal::AcceptedUnchanged { threads: 1 })]
fn a_last_call_waits_for_every_answer_and_every_promise(#[case] facts: Facts, #[case] refusal: Refusal) {
    assert_eq!(consultation().open_last_call(&facts, day(44), day(30)), Err(refusal));
}

#[test]
fn an_objection_in_a_last_call_returns_the_text() {
    let returned = last_call().object_in_last_call(day(40)).unwrap();
    assert_eq!(returned, Stage::Disposition { round: 1, version: 1 });
    let late = last_call().object_in_last_call(day(44));
    assert_eq!(late, Err(Refusal::WrongStage { needed: Needed::LastCall, stage: "sign-off" }));
}

#[test]
fn a_quiet_last_call_opens_sign_off_for_as_long_as_is_said() {
    assert_eq!(last_call().open_sign_off(day(60), day(40)), Err(Refusal::StillOpen { closes: day(44) }));
    assert_eq!(last_call().open_sign_off(day(45), day(46)), Err(Refusal::ClosesTooSoon));
    let open = last_call().open_sign_off(day(60), day(46)).unwrap();
    assert_eq!(open, Stage::SignOff { round: 1, version: 1, closes: day(60) });
}

#[test]
fn adoption_waits_for_the_rule_and_says_what_is_missing() {
    let short = tally(vec![Obstacle::Positions { missing: 2 }]);
    let refused = last_call().adopt(&short, day(46)).unwrap_err();
    assert_eq!(refused.message(), crate::Message::new("refusal-positions-missing").with("missing", 2u32));
}

#[test]
fn a_silence_lasts_three_days_at_least_and_needs_no_majority() {
    let short = tally(vec![Obstacle::Positions { missing: 2 }]);
    let hurried = last_call().open_silence(&short, day(48), day(46));
    assert_eq!(hurried, Err(Refusal::SilenceTooShort { hours: 72 }));
    assert!(last_call().open_silence(&short, day(49), day(46)).is_ok());
    let against = tally(vec![Obstacle::Objections { standing: 1 }]);
    let refused = last_call().open_silence(&against, day(49), day(46));
    assert_eq!(refused, Err(Refusal::RuleNotMet(Obstacle::Objections { standing: 1 })));
}

#[test]
fn an_unbroken_silence_adopts_at_the_instant_it_ends() {
    let adopted = Stage::Adopted { version: 1, at: day(50) };
    assert_eq!(silence().adopt(&tally(Vec::new()), day(49)), Err(Refusal::StillSilent { until: day(50) }));
    assert_eq!(silence().adopt(&tally(Vec::new()), day(53)), Ok(adopted.clone()));
    assert_eq!(silence().as_of(day(50)), adopted);
}

#[test]
fn a_broken_silence_returns_the_text_and_comes_too_late_after_its_end() {
    let returned = Stage::Disposition { round: 1, version: 1 };
    assert_eq!(silence().break_silence(&why(), day(49)), Ok(returned));
    let late = silence().break_silence(&why(), day(50));
    assert_eq!(late, Err(Refusal::WrongStage { needed: Needed::Silence, stage: "adopted" }));
}

#[test]
fn a_suspended_round_has_the_same_time_left_when_it_resumes() {
    let suspended = consultation().suspend(why(), day(10)).unwrap();
    assert_eq!(suspended.clone().as_of(day(90)), suspended);
    let resumed = suspended.resume(day(90)).unwrap();
    assert_eq!(resumed.deadline(), Some(day(28 + 80)));
}

#[test]
fn what_is_over_is_neither_suspended_nor_withdrawn() {
    let adopted = silence().as_of(day(50));
    let refused = adopted.clone().suspend(why(), day(60));
    assert_eq!(refused, Err(Refusal::WrongStage { needed: Needed::Running, stage: "adopted" }));
    let refused = adopted.clone().withdraw(why(), day(60));
    assert_eq!(refused, Err(Refusal::WrongStage { needed: Needed::NotOver, stage: "adopted" }));
    let replaced = adopted.supersede("DN-2027-004".to_owned(), day(70)).unwrap();
    assert_eq!(replaced, Stage::Superseded { version: 1, by: "DN-2027-004".to_owned(), at: day(70) });
}

#[test]
fn a_round_after_its_end_leads_to_a_last_call_that_names_every_open_thread() {
    let waiting = Facts { unanswered: 16, accepted_unchanged: 1, ..facts() };
    let steps = consultation().next_steps(&waiting, day(29));
    assert_eq!(steps[0].next, Next::LastCall);
    let needs = [Refusal::Unanswered { threads: 16 }, Refusal::AcceptedUnchanged { threads: 1 }];
    assert_eq!(steps[0].needs, needs);
    let changed = Facts { latest: Some(2), changed_in_substance: true, ..waiting };
    let first = &consultation().next_steps(&changed, day(29))[0];
    assert!(first.next == Next::OpenRound && first.is_ready());
}

#[test]
fn a_stage_is_stored_with_its_name_and_its_evidence() {
    insta::assert_snapshot!(
        serde_json::to_string(&consultation().suspend(why(), day(1)).unwrap()).unwrap(),
        @r#"{"stage":"suspended","from":{"stage":"consultation","round":1,"version":1,"opens":"2027-02-01T12:00:00Z","closes":"2027-03-01T12:00:00Z"},"since":"2027-02-02T12:00:00Z","reason":"Two ministries asked for more time."}"#
    );
}
