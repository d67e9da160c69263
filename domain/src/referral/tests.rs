use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::{stage::Stage, text::ClauseId, typed::Reason, visibility::Visibility};

fn now() -> DateTime<Utc> {
    "2026-10-20T09:00:00Z".parse().unwrap()
}

fn days(days: i64) -> DateTime<Utc> {
    now() + TimeDelta::days(days)
}

fn why() -> Reason {
    Reason::parse("The plenary meets in March.").unwrap()
}

fn ask(due: Option<DateTime<Utc>>) -> Ask {
    Ask {
        purpose: Purpose::Review,
        sought: Sought::Adopt,
        clauses: Vec::new(),
        questions: Vec::new(),
        due,
        earliest: None,
        note: why(),
    }
}

fn hop(slug: &str, name: &str, reference: &str) -> Hop {
    Hop { slug: slug.to_owned(), name: name.to_owned(), reference: reference.to_owned() }
}

fn here() -> Path {
    Path::begin(hop("fern", "Fern League", "FL-2026-001"))
}

const ADOPTED: Stage = Stage::Adopted { version: 2, at: DateTime::<Utc>::UNIX_EPOCH };

fn sending<'a>(path: &'a Path, stage: &'a Stage) -> Sending<'a> {
    Sending {
        version: Some(2),
        stage,
        visibility: Visibility::Public,
        refers: Refers::Adopted,
        path,
        to: Some("harbour"),
        under_way: None,
        soonest: None,
    }
}

fn sent() -> State {
    let path = here();
    State::Prepared {}.send(&sending(&path, &ADOPTED), &ask(Some(days(60))), now()).unwrap()
}

#[test]
fn an_adopted_text_is_sent_and_its_answer_is_due() {
    assert_eq!(sent(), State::Sent { sent: now(), due: Some(days(60)) });
    assert!(!sent().is_overdue(days(59)) && sent().is_overdue(days(60)));
}

#[test]
fn a_text_that_may_not_leave_its_forum_is_not_sent() {
    let (path, ask) = (here(), ask(None));
    let refused = |sending: Sending<'_>| State::Prepared {}.send(&sending, &ask, now()).unwrap_err();
    let usual = sending(&path, &ADOPTED);
    assert_eq!(refused(Sending { version: None, ..usual }), Refusal::NotPublished);
    let until = days(1);
    let embargoed = Sending { visibility: Visibility::Embargoed { until }, ..usual };
    assert_eq!(refused(embargoed), Refusal::Embargoed { until });
    assert_eq!(refused(Sending { visibility: Visibility::Members, ..usual }), Refusal::MembersOnly);
    let withdrawn = Stage::Withdrawn { at: now(), reason: why() };
    let published = Sending { stage: &withdrawn, refers: Refers::Published, ..usual };
    assert_eq!(refused(published), Refusal::TextWithdrawn);
    assert_eq!(refused(Sending { stage: &Stage::Drafting, ..usual }), Refusal::NotAdopted);
    assert_eq!(refused(Sending { version: Some(1), ..usual }), Refusal::NotAdopted);
    assert_eq!(refused(Sending { under_way: Some(3), ..usual }), Refusal::Twice { number: 3 });
}

#[test]
fn a_forum_may_refer_what_it_published_and_an_embargo_that_is_over_holds_nothing_back() {
    let (path, stage) = (here(), Stage::Disposition { round: 1, version: 2 });
    let visibility = Visibility::Embargoed { until: now() };
    let sending = Sending { refers: Refers::Published, visibility, ..sending(&path, &stage) };
    assert!(State::Prepared {}.send(&sending, &ask(None), now()).is_ok());
}

#[test]
fn a_text_does_not_go_where_it_is_or_was() {
    let path = here().onward(hop("harbour", "Harbour Conference", "HC-2026-004")).unwrap();
    let same = path.check("harbour").unwrap_err();
    assert_eq!(same, Refusal::SameForum { forum: "Harbour Conference".to_owned() });
    let (forum, reference) = ("Fern League".to_owned(), "FL-2026-001".to_owned());
    assert_eq!(path.check("fern").unwrap_err(), Refusal::Loop { forum, reference });
    assert!(path.check("estuary").is_ok());
}

#[test]
fn a_deadline_leaves_the_receiver_the_time_its_rule_asks_for() {
    let check = |due, soonest| ask(Some(due)).check(soonest, now());
    assert_eq!(check(now(), None), Err(Refusal::DuePast { due: now() }));
    let soonest = days(28);
    assert_eq!(check(days(27), Some(soonest)), Err(Refusal::DueTooSoon { soonest }));
    assert_eq!(check(days(28), Some(soonest)), Ok(()));
    let useful = Ask { earliest: Some(days(30)), ..ask(Some(days(29))) };
    assert_eq!(useful.check(None, now()), Err(Refusal::UselessBeforeDue { earliest: days(30) }));
}

#[test]
fn the_receiver_names_another_day_takes_it_on_and_says_how_far_it_is() {
    let countered = sent().counter(days(90), now()).unwrap();
    assert_eq!(countered.due(), Some(days(90)));
    assert_eq!(countered.clone().counter(days(90), now()), Err(Refusal::SameDue));
    let state = countered.receive(days(2)).unwrap().assign("the drafting group".to_owned()).unwrap();
    let state = state.interim(days(5)).unwrap().interim(days(9)).unwrap();
    assert_eq!(state, State::Interim { received: days(2), due: Some(days(90)), last: days(9) });
}

#[test]
fn what_has_ended_does_not_go_on() {
    let over = sent().withdraw(why(), days(1)).unwrap();
    let wrong = |needed| Err(Refusal::WrongState { needed, state: "withdrawn" });
    assert_eq!(over.clone().receive(days(2)), wrong(Needed::Sent));
    assert_eq!(over.clone().interim(days(2)), wrong(Needed::Received));
    assert_eq!(over.clone().answer(&answer(Act::Noted, &[]), 2, days(2)), wrong(Needed::Received));
    assert_eq!(over.withdraw(why(), days(2)), wrong(Needed::Open));
}

#[test]
fn one_that_was_received_is_not_declined_and_one_that_is_not_overdue_does_not_expire() {
    let received = sent().receive(days(1)).unwrap();
    let wrong = Refusal::WrongState { needed: Needed::Sent, state: "received" };
    assert_eq!(received.clone().decline(why(), days(2)), Err(wrong.clone()));
    assert_eq!(received.clone().redirect("the Council".to_owned(), why(), days(2)), Err(wrong));
    assert_eq!(received.clone().expire(days(59)), Err(Refusal::NotOverdue));
    assert_eq!(received.expire(days(60)), Ok(State::Expired { at: days(60) }));
}

fn answer(act: Act, clauses: &[(Fate, bool)]) -> Answer {
    let clause = |(place, (fate, reasoned)): (usize, &(Fate, bool))| ClauseAnswer {
        clause: ClauseId(place as u32),
        fate: *fate,
        words: None,
        reason: reasoned.then(why),
    };
    Answer {
        act,
        standing: Standing::Agreed,
        is_final: true,
        identifier: "HC-2026-004".to_owned(),
        version: 2,
        decided: days(50),
        clauses: clauses.iter().enumerate().map(clause).collect(),
        added: 0,
        note: None,
    }
}

#[test]
fn an_answer_says_of_each_clause_what_became_of_it_and_why() {
    let received = sent().receive(days(1)).unwrap();
    let give = |answer: &Answer| received.clone().answer(answer, 2, days(50));
    let (kept, adapted) = ((Fate::Verbatim, false), (Fate::Adapted, true));
    let full = answer(Act::Adapted, &[kept, adapted]);
    assert_eq!(give(&full), Ok(State::Answered { at: days(50), act: Act::Adapted }));
    let short = answer(Act::Adapted, &[kept]);
    assert_eq!(give(&short), Err(Refusal::ClausesMissing { clauses: 1 }));
    let part = Answer { is_final: false, ..short };
    assert!(matches!(give(&part), Ok(State::Interim { .. })));
    let bare = answer(Act::Adapted, &[kept, (Fate::Dropped, false)]);
    assert_eq!(give(&bare), Err(Refusal::NoReason { clause: 2 }));
    assert_eq!(give(&answer(Act::Adopted, &[kept, adapted])), Err(Refusal::NotWordForWord));
    assert_eq!(give(&answer(Act::Adopted, &[kept, kept])).map(|state| state.name()), Ok("answered"));
    assert!(give(&answer(Act::Noted, &[])).is_ok());
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Receive,
    Assign,
    Counter(i64),
    Interim,
    Answer,
    Decline,
    Redirect,
    Withdraw,
    Expire,
}

fn step(state: State, step: Step, now: DateTime<Utc>) -> Result<State, Refusal> {
    match step {
        Step::Receive => state.receive(now),
        Step::Assign => state.assign("a group".to_owned()),
        Step::Counter(day) => state.counter(days(day), now),
        Step::Interim => state.interim(now),
        Step::Answer => state.answer(&answer(Act::Welcomed, &[]), 0, now),
        Step::Decline => state.decline(why(), now),
        Step::Redirect => state.redirect("the Council".to_owned(), why(), now),
        Step::Withdraw => state.withdraw(why(), now),
        Step::Expire => state.expire(now),
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        Just(Step::Receive),
        Just(Step::Assign),
        (1i64..200).prop_map(Step::Counter),
        Just(Step::Interim),
        Just(Step::Answer),
        Just(Step::Decline),
        Just(Step::Redirect),
        Just(Step::Withdraw),
        Just(Step::Expire),
    ];
    prop::collection::vec(step, 0..12)
}

proptest! {
    #[test]
    fn what_is_over_stays_over_and_is_never_overdue(steps in steps()) {
        let mut state = sent();
        for (day, next) in steps.into_iter().enumerate() {
            let now = days(day as i64 * 20);
            let before = state.clone();
            match step(state.clone(), next, now) {
                Ok(after) => {
                    prop_assert!(before.is_open());
                    prop_assert!(after.is_open() || !after.is_overdue(days(9999)));
                    state = after;
                }
                Err(refusal) => {
                    prop_assert!(refusal.message().id.starts_with("refusal-referral-"));
                    prop_assert_eq!(&state, &before);
                }
            }
        }
        let written = serde_json::to_string(&state).unwrap();
        prop_assert_eq!(serde_json::from_str::<State>(&written).unwrap(), state);
    }
}
