use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::*;
use crate::record::{Entry, FIRST, Links, Salt, canonical, sealed, words::Unsealed};

const SALT: Salt = Salt([3; 16]);

fn now() -> DateTime<Utc> {
    "2027-02-18T09:00:00Z".parse().unwrap()
}

fn event(sequence: u64, (kind, subject): (Kind, &str), mandate: Option<i64>, payload: Value) -> Event {
    let Value::Object(payload) = payload else { panic!("an object") };
    let (subject, at) = (subject.to_owned(), now() + TimeDelta::minutes(i64::try_from(sequence).unwrap()));
    let entry = Entry { sequence, at, actor: Some(4), name: None, mandate, kind, subject, payload };
    entry.chained(Links { previous: FIRST, run_number: 1, run_previous: FIRST }, SALT).unwrap()
}

fn aravel() -> Value {
    json!({"slug": "aravel", "name": "Aravel", "class": "government"})
}

/// A forum that lets account 4 speak for Aravel, from its third minute to its tenth.
fn forum(slug: &str, parent: Option<&str>) -> Vec<Event> {
    let founded = json!({
        "name": slug, "kind": "minilateral", "parent": parent, "prefix": "DN", "zone": "UTC",
        "charter": Digest::of(b""), "late_comments": false, "rule": crate::tally::Rule::default(),
        "visibility": {"visibility": "public"},
    });
    let granted = json!({
        "stakeholder": aravel(), "account": 4, "tier": "lead",
        "starts": now() + TimeDelta::minutes(3), "ends": null,
    });
    let forum = format!("forum/{slug}");
    let (seat, mandate) = (format!("{forum}/seat/aravel"), format!("{forum}/mandate/7"));
    vec![
        event(1, (Kind::ForumCreated, &forum), None, founded),
        event(2, (Kind::SeatGiven, &seat), None, json!({"stakeholder": aravel()})),
        event(3, (Kind::MandateGranted, &mandate), None, granted),
        event(10, (Kind::MandateEnded, &mandate), None, json!({})),
    ]
}

/// What is found about a position that was taken so.
fn found(runs: (&[Event], &[Event]), sequence: u64, mandate: Option<i64>, signed: Value) -> String {
    let digest = Digest::of(b"text");
    let begun = json!({
        "forum": "dovetail", "title": "Principles", "language": "en",
        "visibility": {"visibility": "public"},
    });
    let published = json!({
        "digest": digest, "manner": {}, "clauses": [], "editorial": [], "note": Digest::of(b""),
    });
    let position = canonical(&json!({"position": "endorse"})).unwrap();
    let mut payload = json!({
        "stakeholder": aravel(), "version": 1, "digest": digest, "position": "endorse",
        "words": sealed(SALT, "position", &position), "evidence": null,
    });
    payload.as_object_mut().unwrap().extend(signed.as_object().unwrap().clone());
    let draft = [
        event(4, (Kind::DraftCreated, "draft/DN-2027-001"), None, begun),
        event(5, (Kind::VersionPublished, "draft/DN-2027-001/version/1"), None, published),
        event(sequence, (Kind::SignedOff, "draft/DN-2027-001/sign-off/aravel"), mandate, payload),
    ];
    let unsealed = Unsealed { field: "position".to_owned(), salt: SALT, words: position };
    let runs = Runs { draft: &draft, forum: runs.0, parent: runs.1 };
    let rebuilt = rebuild(runs, &mut Words::of([unsealed]), now() + TimeDelta::days(1)).unwrap();
    let about = rebuilt.findings.into_iter().filter(|finding| finding.place.starts_with("sign-off"));
    about.map(|finding| finding.why).collect()
}

#[test]
fn a_position_by_a_mandate_that_does_not_count_here_is_found() {
    let own = forum("dovetail", None);
    let ours = |sequence, mandate, signed| found((&own, &[]), sequence, mandate, signed);
    let here = || json!({"mandate_of": "dovetail"});
    assert_eq!(ours(6, Some(7), here()), "");
    assert_eq!(ours(6, Some(9), json!({})), "");
    assert_eq!(
        ours(6, Some(7), json!({"mandate_of": "rival"})),
        "it is by a mandate of another forum, rival"
    );
    assert_eq!(ours(6, Some(9), here()), "it is by a mandate that dovetail did not grant");
    assert_eq!(ours(6, None, here()), "it is by a mandate that dovetail did not grant");
    assert_eq!(ours(6, Some(7), json!({})), "it passes the mandate of a forum off as the stakeholder's own");
    assert_eq!(ours(11, Some(7), here()), "its mandate did not hold then");
    let mut other = own.clone();
    other[2].entry.payload["stakeholder"]["slug"] = json!("brenmark");
    assert_eq!(found((&other, &[]), 6, Some(7), here()), "its mandate is for another stakeholder");
    other[2] = own[2].clone();
    other[2].entry.payload["account"] = json!(5);
    assert_eq!(found((&other, &[]), 6, Some(7), here()), "its mandate is another person's");
}

#[test]
fn a_mandate_of_the_forum_above_counts_in_its_group() {
    let mut group = forum("dovetail", Some("above"));
    group.retain(|event| event.entry.kind == Kind::ForumCreated);
    let above = forum("above", None);
    assert_eq!(found((&group, &above), 6, Some(7), json!({"mandate_of": "above"})), "");
    let refused = found((&group, &above), 6, Some(7), json!({"mandate_of": "dovetail"}));
    assert_eq!(refused, "it is by a mandate that dovetail did not grant");
}
