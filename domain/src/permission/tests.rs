use Role::{Admin, Anonymous, Commenter, Delegate, Editor, FocalPoint, Observer, Participant, Secretariat};
use chrono::TimeDelta;
use rstest::rstest;

use super::*;
use crate::{stage::Needed, typed::Reason};

const ALL: [Role; 9] =
    [Admin, Secretariat, Editor, Delegate, FocalPoint, Participant, Commenter, Observer, Anonymous];

fn now() -> DateTime<Utc> {
    "2027-02-18T09:00:00Z".parse().unwrap()
}

fn in_hours(n: i64) -> DateTime<Utc> {
    now() + TimeDelta::hours(n)
}

fn consultation() -> Stage {
    Stage::Consultation { round: 1, version: 1, opens: in_hours(-1), closes: in_hours(1) }
}

fn adopted() -> Stage {
    Stage::Adopted { version: 1, at: in_hours(-1) }
}

fn sign_off() -> Stage {
    Stage::SignOff { round: 1, version: 1, closes: in_hours(1) }
}

fn public(roles: &[Role], action: Action, stage: &Stage) -> Result<(), Denied> {
    may(roles, action, &Place::draft(Visibility::Public, stage, true), now())
}

#[rstest]
#[case(Action::PublishVersion, Stage::Drafting, &[Secretariat, Editor])]
#[case(Action::OpenRound, Stage::Drafting, &[Secretariat])]
#[case(Action::Comment, consultation(), &[Secretariat, Editor, Delegate, FocalPoint, Participant, Commenter])]
#[case(Action::Answer, consultation(), &[Secretariat, Editor])]
#[case(Action::SignOff, sign_off(), &[Delegate])]
#[case(Action::SignOffOnBehalf, sign_off(), &[Secretariat])]
#[case(Action::LiftObjection { own: true }, sign_off(), &[Delegate])]
#[case(Action::LiftObjection { own: false }, sign_off(), &[])]
#[case(Action::Adopt, sign_off(), &[Secretariat])]
#[case(Action::Moderate, adopted(), &[Admin, Secretariat])]
fn each_action_is_for_those_the_table_names(
    #[case] action: Action,
    #[case] stage: Stage,
    #[case] expected: &[Role],
) {
    let allowed: Vec<Role> =
        ALL.into_iter().filter(|role| public(&[*role], action, &stage).is_ok()).collect();
    assert_eq!(allowed, expected);
}

#[test]
fn a_stranger_is_asked_to_sign_in_and_a_commenter_is_told_who_may() {
    let stage = Stage::Drafting;
    assert_eq!(public(&[Anonymous], Action::PublishVersion, &stage), Err(Denied::SignIn));
    let denied = public(&[Anonymous, Commenter], Action::PublishVersion, &stage).unwrap_err();
    assert_eq!(denied.message(), Message::new("refusal-may-publish-version"));
}

#[test]
fn what_is_for_members_does_not_exist_for_others() {
    let stage = consultation();
    let place = Place::draft(Visibility::Members, &stage, true);
    for action in [Action::See, Action::Comment, Action::PublishVersion] {
        assert_eq!(may(&[Commenter, Anonymous], action, &place, now()), Err(Denied::NotFound));
    }
    assert_eq!(may(&[Delegate, Commenter], Action::Comment, &place, now()), Ok(()));
}

#[test]
fn an_observer_behind_a_closed_door_reads_and_does_not_speak() {
    let stage = consultation();
    let place = Place::draft(Visibility::Members, &stage, true);
    let roles = [Observer, Commenter, Anonymous];
    assert_eq!(may(&roles, Action::See, &place, now()), Ok(()));
    let who = table::who(Action::Comment);
    assert_eq!(
        may(&roles, Action::Comment, &place, now()),
        Err(Denied::Forbidden { action: Action::Comment, who })
    );
    assert_eq!(public(&roles, Action::Comment, &stage), Ok(()));
}

#[test]
fn in_a_forum_that_lets_people_in_only_those_speak_whom_it_let_in() {
    let stage = consultation();
    let place = |joining| Place::draft(Visibility::Public, &stage, true).with_joining(joining);
    let speaking = |joining| {
        let may = |role: &Role| may(&[*role], Action::Reply, &place(joining), now()).is_ok();
        ALL.into_iter().filter(may).collect::<Vec<_>>()
    };
    let members = [Secretariat, Editor, Delegate, FocalPoint, Participant];
    assert_eq!(speaking(Joining::Open), [&members[..], &[Commenter]].concat());
    for joining in [Joining::Confirmed, Joining::Invited] {
        assert_eq!(speaking(joining), members);
        let newcomer = [Commenter, Anonymous];
        let denied = may(&newcomer, Action::Comment, &place(joining), now());
        assert_eq!(denied, Err(Denied::NotLetIn(joining)));
        assert_eq!(may(&newcomer, Action::Withdraw { own: true }, &place(joining), now()), Ok(()));
    }
}

#[test]
fn a_stranger_may_join_while_the_round_is_open_unless_the_forum_invites() {
    let stage = consultation();
    let place = |joining| Place::draft(Visibility::Public, &stage, true).with_joining(joining);
    for joining in [Joining::Open, Joining::Confirmed] {
        assert_eq!(may(&[Anonymous], Action::Join, &place(joining), now()), Ok(()));
        assert!(matches!(
            may(&[Anonymous], Action::Join, &place(joining), in_hours(1)),
            Err(Denied::Stage(_))
        ));
    }
    let invited = may(&[Anonymous], Action::Join, &place(Joining::Invited), now());
    assert_eq!(invited, Err(Denied::NotLetIn(Joining::Invited)));
    let hidden = Place { visibility: Visibility::Members, ..place(Joining::Open) };
    assert_eq!(may(&[Anonymous, Commenter], Action::Join, &hidden, now()), Err(Denied::NotFound));
}

#[test]
fn a_participant_sees_no_more_than_others_and_speaks_behind_a_door_that_another_role_opens() {
    let stage = consultation();
    let place = Place::draft(Visibility::Members, &stage, true);
    let roles = [Participant, Commenter, Anonymous];
    assert_eq!(may(&roles, Action::See, &place, now()), Err(Denied::NotFound));
    assert_eq!(may(&[Observer, Participant], Action::Comment, &place, now()), Ok(()));
}

#[test]
fn an_embargo_opens_by_the_clock() {
    let stage = adopted();
    let place = Place::draft(Visibility::Embargoed { until: now() }, &stage, true);
    assert_eq!(may(&[Anonymous], Action::See, &place, in_hours(-1)), Err(Denied::NotFound));
    assert_eq!(may(&[Anonymous], Action::See, &place, now()), Ok(()));
}

#[test]
fn a_draft_without_a_version_exists_for_those_who_write_it() {
    let place = Place::draft(Visibility::Public, &Stage::Drafting, false);
    let seen: Vec<Role> =
        ALL.into_iter().filter(|role| may(&[*role], Action::See, &place, now()).is_ok()).collect();
    assert_eq!(seen, [Admin, Secretariat, Editor]);
}

#[test]
fn comments_are_taken_from_the_opening_to_the_closing_of_a_round() {
    let place = Place::forum(Visibility::Public);
    let at = |hours| {
        let stage = consultation();
        may(&[Commenter], Action::Comment, &Place { stage: Some(&stage), ..place }, in_hours(hours))
    };
    let early = stage::Refusal::NotOpenYet { opens: in_hours(-1) };
    assert_eq!(at(-2), Err(Denied::Stage(early)));
    assert_eq!(at(0), Ok(()));
    let over = stage::Refusal::WrongStage { needed: Needed::OpenForComment, stage: "disposition" };
    assert_eq!(at(1), Err(Denied::Stage(over)));
}

#[test]
fn a_late_comment_is_taken_where_the_forum_allows_it_and_is_late() {
    let stage = consultation();
    let place = Place::draft(Visibility::Public, &stage, true).with_late_comments(true);
    assert_eq!(may(&[Commenter], Action::Comment, &place, in_hours(1)), Ok(()));
    assert!(is_late(&stage, in_hours(1)) && !is_late(&stage, now()));
}

#[test]
fn a_position_comes_too_late_when_sign_off_has_closed() {
    let stage = sign_off();
    let place = Place::draft(Visibility::Public, &stage, true);
    let closed = stage::Refusal::Closed { closed: in_hours(1) };
    assert_eq!(may(&[Delegate], Action::SignOff, &place, in_hours(1)), Err(Denied::Stage(closed)));
}

#[test]
fn only_the_author_changes_a_comment() {
    let stage = consultation();
    assert_eq!(public(&[Commenter], Action::EditComment { own: true }, &stage), Ok(()));
    for role in ALL {
        assert!(public(&[role], Action::EditComment { own: false }, &stage).is_err());
    }
}

#[test]
fn an_administrator_runs_the_place_and_has_no_hand_in_the_texts() {
    for (action, stage) in [
        (Action::PublishVersion, Stage::Drafting),
        (Action::Answer, consultation()),
        (Action::SignOff, sign_off()),
        (Action::Adopt, sign_off()),
    ] {
        assert!(matches!(public(&[Admin], action, &stage), Err(Denied::Forbidden { .. })));
    }
}

#[test]
fn a_suspended_draft_can_be_read_and_resumed_and_nothing_else() {
    let reason = Reason::parse("The panel sits.").unwrap();
    let stage = consultation().suspend(reason, now()).unwrap();
    assert_eq!(public(&[Commenter], Action::See, &stage), Ok(()));
    assert_eq!(public(&[Secretariat], Action::Resume, &stage), Ok(()));
    for action in [Action::Comment, Action::Answer, Action::CloseRound, Action::ExtendDeadline, Action::Reply]
    {
        assert!(matches!(public(&[Secretariat], action, &stage), Err(Denied::Stage(_))), "{action:?}");
    }
}

#[test]
fn somebody_without_any_role_sees_nothing() {
    assert_eq!(public(&[], Action::See, &adopted()), Err(Denied::NotFound));
}

#[test]
fn every_action_is_listed() {
    let known = include_str!("action.rs").matches("=> \"refusal-may-").count();
    let listed: std::collections::BTreeSet<_> = Action::ALL.iter().map(|action| action.key()).collect();
    assert_eq!(listed.len(), known);
}

/// A draft at each stage, by the name of the stage.
fn stages() -> Vec<Stage> {
    let suspended = Stage::Suspended {
        from: Box::new(consultation()),
        since: in_hours(-1),
        reason: Reason::parse("The chair is ill.").unwrap(),
    };
    let over = Reason::parse("Nobody asks for it any more.").unwrap();
    vec![
        Stage::Drafting,
        consultation(),
        Stage::Disposition { round: 1, version: 1 },
        Stage::LastCall { round: 1, version: 1, closes: in_hours(1) },
        sign_off(),
        Stage::Silence { round: 1, version: 1, until: in_hours(1) },
        adopted(),
        suspended,
        Stage::Withdrawn { at: in_hours(-1), reason: over },
        Stage::Superseded { version: 1, by: "DN-2027-002".to_owned(), at: in_hours(-1) },
    ]
}

/// Who may do what on a public draft that has a version, and when: the whole table on one page.
#[test]
fn the_table() {
    let stages = stages();
    let mut page = String::new();
    for action in Action::ALL {
        let own = format!("{action:?}");
        let own = match own.split_once(" { own: ") {
            Some((_, "true }")) => " (own)",
            Some(_) => " (of others)",
            None => "",
        };
        let who: Vec<_> = ALL.into_iter().filter(|role| is_for(&[*role], action)).map(Role::key).collect();
        let who = match who.len() {
            0 => "nobody".to_owned(),
            9 => "everyone".to_owned(),
            _ => who.join(", "),
        };
        let when: Vec<_> = stages
            .iter()
            .filter(|stage| ALL.iter().any(|role| public(&[*role], action, stage).is_ok()))
            .map(Stage::name)
            .collect();
        let when = match when.len() {
            0 => "never".to_owned(),
            count if count == stages.len() => "always".to_owned(),
            _ => when.join(", "),
        };
        page.push_str(&format!("{}{own}\n    {who}\n    {when}\n", action.key()));
    }
    insta::assert_snapshot!(page);
}
