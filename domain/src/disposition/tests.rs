use rstest::rstest;

use super::*;

fn at(minute: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2027-02-18T09:00:00Z".parse().unwrap();
    start + TimeDelta::minutes(minute)
}

fn answer() -> Answer {
    let reason = Reason::parse("A right to a person is empty otherwise.").unwrap();
    Answer { disposition: Disposition::Accepted, reason, by: 1, at: at(10) }
}

fn why() -> Reason {
    Reason::parse("The clause was changed again.").unwrap()
}

#[test]
fn a_thread_is_answered_then_acknowledged_and_then_settled() {
    let answered = Life::Open.answer(answer()).unwrap();
    assert!(!answered.needs_answer() && !answered.is_settled());
    let settled = answered.acknowledge(true, at(20)).unwrap();
    assert!(settled.is_settled());
    assert_eq!(settled.standing_answer(), Some(&answer()));
}

#[test]
fn a_raiser_who_is_not_satisfied_keeps_the_thread_in_sight() {
    let life = Life::Open.answer(answer()).unwrap().acknowledge(false, at(20)).unwrap();
    assert!(!life.is_settled());
}

#[test]
fn an_answer_nobody_acknowledges_lapses_and_can_still_be_acknowledged() {
    let answered = Life::Open.answer(answer()).unwrap();
    let (before, after) = (at(10 + 14 * 24 * 60 - 1), at(10 + 14 * 24 * 60));
    assert_eq!(answered.clone().as_of(before), answered);
    let lapsed = answered.as_of(after);
    assert!(matches!(lapsed, Life::Acknowledged { satisfaction: Satisfaction::Lapsed, .. }));
    let late = lapsed.acknowledge(false, after).unwrap();
    assert!(matches!(late, Life::Acknowledged { satisfaction: Satisfaction::NotSatisfied, .. }));
}

#[test]
fn a_reopened_thread_waits_again_and_remembers_its_answer() {
    let life = Life::Open.answer(answer()).unwrap().reopen(why(), 2, at(30)).unwrap();
    assert!(life.needs_answer());
    assert_eq!(life.standing_answer(), None);
    assert!(matches!(&life, Life::Reopened { earlier, .. } if *earlier == answer()));
    assert!(life.answer(answer()).is_ok());
}

#[rstest]
#[case(Life::Open, Refusal::NotAnswered)]
#[case(Life::Withdrawn { answer: None, at: at(1) }, Refusal::ThreadWithdrawn)]
#[case(Life::Open.answer(answer()).unwrap().acknowledge(true, at(20)).unwrap(), Refusal::AlreadyAcknowledged)]
fn what_has_no_answer_or_is_over_is_not_acknowledged(#[case] life: Life, #[case] refusal: Refusal) {
    assert_eq!(life.acknowledge(true, at(40)), Err(refusal));
}

#[test]
fn an_answered_thread_is_not_answered_over() {
    let answered = Life::Open.answer(answer()).unwrap();
    assert_eq!(answered.answer(answer()), Err(Refusal::AlreadyAnswered));
}

#[test]
fn a_withdrawn_thread_keeps_the_answer_it_had() {
    let life = Life::Open.answer(answer()).unwrap().withdraw(at(20)).unwrap();
    assert_eq!(life, Life::Withdrawn { answer: Some(answer()), at: at(20) });
    assert_eq!(life.withdraw(at(21)), Err(Refusal::ThreadWithdrawn));
}

#[rstest]
#[case("12", Ok(Disposition::DuplicateOf { thread: 12 }))]
#[case(" #12 ", Ok(Disposition::DuplicateOf { thread: 12 }))]
#[case("١٢", Ok(Disposition::DuplicateOf { thread: 12 }))]
#[case("№ 12", Ok(Disposition::DuplicateOf { thread: 12 }))]
#[case("۷", Err(Refusal::DuplicateOfItself))]
#[case("7", Err(Refusal::DuplicateOfItself))]
#[case("", Err(Refusal::DuplicateOfNothing))]
#[case("-1", Err(Refusal::DuplicateOfNothing))]
fn a_duplicate_names_another_thread(#[case] typed: &str, #[case] expected: Result<Disposition, Refusal>) {
    assert_eq!(Disposition::parse("duplicate-of", typed, 7), expected);
}

#[test]
fn every_key_of_the_form_is_the_key_of_its_disposition() {
    for key in Disposition::KEYS {
        let disposition = Disposition::parse(key, "12", 7).unwrap();
        assert_eq!(disposition.key(), key);
        assert_eq!(serde_json::to_value(disposition).unwrap()["disposition"], key);
    }
    assert_eq!(Disposition::parse("maybe", "", 7), Err(Refusal::NoDisposition));
}

#[test]
fn a_comment_can_be_changed_for_a_quarter_of_an_hour() {
    assert_eq!(may_edit(at(0), at(14)), Ok(()));
    assert_eq!(may_edit(at(0), at(15)), Err(Refusal::EditWindowOver { until: at(15) }));
}
