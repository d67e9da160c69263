use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::{
    referral::{Act, Hop, Path, Refusal, Standing},
    text::Digest,
};

fn now() -> DateTime<Utc> {
    "2027-02-18T09:00:00Z".parse().unwrap()
}

fn step(kind: Kind, state: State, at: DateTime<Utc>) -> Taken {
    Taken { id: String::new(), kind, state, said: None, answer: None, at }
}

fn sent() -> State {
    State::Sent { sent: now(), due: Some(now() + TimeDelta::days(60)) }
}

#[test]
fn an_address_has_a_host_or_is_none() {
    assert_eq!(host("https://comity.example"), Some("comity.example"));
    assert_eq!(host("http://127.0.0.1:4000/forums?x"), Some("127.0.0.1:4000"));
    for none in ["comity.example", "ftp://comity.example", "https://", "https://a b", "https://user@host"] {
        assert_eq!(host(none), None, "{none}");
    }
}

#[test]
fn names_of_elsewhere_have_their_host_and_names_of_here_have_none() {
    assert_eq!(here("dovetail", "a.example", "b.example"), "dovetail@a.example");
    assert_eq!(here("harbour@b.example", "a.example", "b.example"), "harbour");
    assert_eq!(here("harbour@c.example", "a.example", "b.example"), "harbour@c.example");
}

#[test]
fn the_way_of_a_text_is_followed_across_installations_so_that_a_loop_is_refused() {
    let hop = |slug: &str, reference: &str| Hop {
        slug: slug.to_owned(),
        name: slug.to_owned(),
        reference: reference.to_owned(),
    };
    // Written in harbour here, sent to dovetail there, and about to come back.
    let path = Path::begin(hop("harbour@b.example", "HC-2026-001@b.example"));
    let path = path.onward(hop("dovetail", "DN-2027-001")).unwrap();
    let renamed = path.renamed(|one| Hop { slug: here(&one.slug, "a.example", "b.example"), ..one.clone() });
    assert_eq!(renamed.hops()[1].slug, "dovetail@a.example");
    assert!(matches!(renamed.check("harbour"), Err(Refusal::Loop { .. })));
}

#[test]
fn a_step_of_the_other_side_leads_where_its_rules_lead_or_is_not_taken() {
    let (later, due) = (now() + TimeDelta::days(1), now() + TimeDelta::days(90));
    let told = State::Assigned { received: later, due: Some(due), to: "Tariq".to_owned() };
    let received = step(Kind::ReferralReceived, told.clone(), later);
    assert_eq!(replay(sent(), &received, 3), Ok(told));
    let lie = step(Kind::ReferralReceived, State::Answered { at: later, act: Act::Adopted }, later);
    assert_eq!(replay(sent(), &lie, 3), Err(Unlike::Elsewhere));
    let own = step(Kind::ReferralSent, sent(), later);
    assert_eq!(replay(sent(), &own, 3), Err(Unlike::NotTheirs));
}

#[test]
fn an_answer_to_what_was_taken_back_is_refused_by_its_state() {
    let gone = State::Withdrawn { at: now(), reason: Reason::parse("We found a mistake.").unwrap() };
    let answer = Answer {
        act: Act::Noted,
        standing: Standing::Agreed,
        is_final: true,
        identifier: "HC-2027-001".to_owned(),
        version: 1,
        decided: now(),
        clauses: Vec::new(),
        added: 0,
        note: None,
    };
    let state = State::Answered { at: now(), act: Act::Noted };
    let answered = Taken { answer: Some(answer), ..step(Kind::ReferralAnswered, state, now()) };
    let refused = replay(gone, &answered, 3);
    assert!(matches!(refused, Err(Unlike::Refused(Refusal::WrongState { state: "withdrawn", .. }))));
}

fn answered() -> Bundle {
    let id = "https://a.example/drafts/DN-2026-001/referrals/1";
    Bundle {
        form: FORM.to_owned(),
        end: End::Receiver,
        made: now(),
        from: Installation {
            address: "https://b.example".to_owned(),
            fingerprint: Digest::of(b"key").to_string(),
        },
        to: None,
        referral: Named { id: id.to_owned(), reference: "DN-2026-001".to_owned(), number: 1 },
        relations: Vec::new(),
        statement: None,
        steps: vec![Taken {
            id: format!("{id}#receiver-1"),
            ..step(Kind::ReferralReceived, State::Received { received: now(), due: None }, now())
        }],
        taken_part: Vec::new(),
    }
}

#[test]
fn what_is_not_of_its_form_is_refused() {
    let written = serde_json::to_string(&answered()).unwrap();
    assert_eq!(Bundle::read(&written), Ok(answered()));
    for (from, to) in [
        (FORM, "comity-bundle/9"),
        ("#receiver-1", "#receiver-2"),
        ("\"receiver\"", "\"sender\""),
        ("\"relations\":[]", "\"relations\":[],\"more\":1"),
        ("\"referral\":", "\"other\":"),
    ] {
        assert!(written.contains(from), "{from}");
        assert!(Bundle::read(&written.replacen(from, to, 1)).is_err(), "{from} → {to}");
    }
}
