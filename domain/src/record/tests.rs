use proptest::prelude::*;
use rstest::rstest;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{event::run_of, *};
use crate::text::Digest;

const RUN: &str = "draft/DN-2027-001";

/// Four things that happened, one of them to a forum.
fn record() -> Vec<Event> {
    let at: DateTime<Utc> = "2027-02-18T09:00:00.123456Z".parse().unwrap();
    let name = sealed(Salt([7; 16]), "name", "Mira Oduya");
    let happened = [
        (Kind::ForumCreated, "forum/dovetail", json!({"name": "Dovetail"})),
        (Kind::DraftCreated, RUN, json!({"title": "On notice"})),
        (Kind::VersionPublished, RUN, json!({"version": 1, "digest": Digest::of(b"text")})),
        (Kind::ThreadOpened, RUN, json!({"number": 1, "lines": "L7"})),
    ];
    let (mut previous, mut runs) = (FIRST, BTreeMap::new());
    let chained = (1..).zip(happened).map(|(sequence, (kind, subject, payload))| {
        let Value::Object(payload) = payload else { panic!("an object") };
        let (subject, name) = (subject.to_owned(), Some(name));
        let run = run_of(&subject).to_owned();
        let entry = Entry { sequence, at, actor: Some(4), name, mandate: None, kind, subject, payload };
        let (run_number, run_previous) = runs.get(&run).copied().unwrap_or((0, FIRST));
        let links = Links { previous, run_number: run_number + 1, run_previous };
        let event = entry.chained(links, Salt([sequence as u8; 16])).unwrap();
        previous = event.hash;
        runs.insert(run, (links.run_number, event.hash));
        event
    });
    chained.collect()
}

/// Those of them that happened to the draft.
fn of_the_draft() -> Vec<Event> {
    record().split_off(1)
}

/// The event with its content changed, and its hash made to match.
fn altered(event: &Event, change: impl FnOnce(&mut Entry)) -> Event {
    let mut entry = event.entry.clone();
    change(&mut entry);
    entry.chained(event.links, event.salt).unwrap()
}

#[test]
fn the_hash_of_an_event_is_that_of_its_line() {
    let events = record();
    let line = events[0].line().unwrap();
    insta::assert_snapshot!(line, @r#"{"actor":4,"at":"2027-02-18T09:00:00.123Z","format":2,"kind":"forum-created","mandate":null,"name":"48135e9ed4f056d20c09c931ece465d7643b54470241653af3f13a3a424a4ef4","payload":{"name":"Dovetail"},"previous":"0000000000000000000000000000000000000000000000000000000000000000","run_number":1,"run_previous":"0000000000000000000000000000000000000000000000000000000000000000","salt":"01010101010101010101010101010101","sequence":1,"subject":"forum/dovetail"}"#);
    assert_eq!(events[0].hash, Digest::of(line.as_bytes()));
    assert_eq!(events[1].links.previous, events[0].hash);
    assert_eq!(Event::read(&line), Ok(events[0].clone()));
}

#[test]
fn a_record_read_back_from_its_lines_still_holds() {
    let read: Vec<Event> =
        record().iter().map(|event| Event::read(&event.line().unwrap()).unwrap()).collect();
    assert_eq!(read, record());
    assert_eq!(verify_chain(&read), Ok(()));
    assert_eq!(verify_run(RUN, &read[1..]), Ok(()));
}

#[rstest]
#[case(|line: String| line.replace("\"actor\":4", "\"actor\": 4"))]
#[case(|line: String| line.replace("\"format\":2", "\"format\":1"))]
#[case(|line: String| line.replace("\"actor\"", "\"aside\":1,\"actor\""))]
#[case(|line: String| line.replace(".123Z", "Z"))]
#[case(|line: String| line.to_uppercase())]
fn a_line_written_otherwise_is_not_read(#[case] change: fn(String) -> String) {
    let line = record()[0].line().unwrap();
    assert!(Event::read(&change(line)).is_err());
}

#[test]
fn a_missing_a_moved_and_an_altered_event_are_each_named() {
    let mut missing = record();
    missing.remove(1);
    let why = Why::OutOfSequence { found: 3 };
    assert_eq!(verify_chain(&missing), Err(Broken { sequence: 2, why }));

    let mut unlinked = record();
    unlinked[2].links.previous = FIRST;
    assert_eq!(verify_chain(&unlinked), Err(Broken { sequence: 3, why: Why::Unlinked }));

    let mut changed = record();
    changed[1].entry.payload.insert("version".to_owned(), json!(2));
    assert_eq!(verify_chain(&changed), Err(Broken { sequence: 2, why: Why::Altered }));
}

#[test]
fn an_event_rewritten_with_its_own_hash_breaks_the_next_one() {
    let title = |entry: &mut Entry| drop(entry.payload.insert("title".to_owned(), json!("On silence")));
    let mut events = record();
    events[1] = altered(&events[1], title);
    assert_eq!(verify_chain(&events), Err(Broken { sequence: 3, why: Why::Unlinked }));
    let mut run = of_the_draft();
    run[0] = altered(&run[0], title);
    assert_eq!(verify_run(RUN, &run), Err(Broken { sequence: 2, why: Why::Unlinked }));
}

#[test]
fn time_does_not_go_backwards() {
    let mut events = record();
    events[3] = altered(&events[3], |entry| entry.at -= TimeDelta::hours(1));
    assert_eq!(verify_chain(&events), Err(Broken { sequence: 4, why: Why::Earlier }));
    assert_eq!(verify_run(RUN, &events[1..]), Err(Broken { sequence: 3, why: Why::Earlier }));
}

#[test]
fn a_run_without_its_first_or_a_middle_event_is_no_run() {
    let run = of_the_draft();
    let first = Why::OutOfSequence { found: 2 };
    assert_eq!(verify_run(RUN, &run[1..]), Err(Broken { sequence: 1, why: first }));
    let middle = [run[0].clone(), run[2].clone()];
    let why = Why::OutOfSequence { found: 3 };
    assert_eq!(verify_run(RUN, &middle), Err(Broken { sequence: 2, why }));
    assert_eq!(verify_run("draft/DN", &run), Err(Broken { sequence: 1, why: Why::OtherRun }));
}

#[test]
fn a_run_without_its_last_event_has_another_head() {
    let head = |events: &[Event]| {
        let last = events.last().unwrap();
        Head { number: last.links.run_number, hash: last.hash }.leaf(RUN)
    };
    let run = of_the_draft();
    assert_ne!(head(&run), head(&run[..2]));
}

/// The keys and strings of the examples in RFC 8785 sections 3.2.2 and 3.2.3.
#[rstest]
#[case(r#"{"b": [true, null, -3], "a": {}}"#, r#"{"a":{},"b":[true,null,-3]}"#)]
#[case(r#""\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/""#, r#""€$\u000f\nA'B\"\\\\\"/""#)]
#[case(
    "{\"\u{20ac}\": 1, \"\u{1f600}\": 2, \"\u{fb33}\": 3, \"1\": 4, \"\u{80}\": 5, \"\u{f6}\": 6}",
    "{\"1\":4,\"\u{80}\":5,\"\u{f6}\":6,\"\u{20ac}\":1,\"\u{1f600}\":2,\"\u{fb33}\":3}"
)]
fn a_value_has_one_canonical_text(#[case] written: &str, #[case] expected: &str) {
    let value: Value = serde_json::from_str(written).unwrap();
    assert_eq!(canonical(&value).unwrap(), expected);
}

#[rstest]
#[case(json!(1.5))]
#[case(json!(1.0))]
#[case(json!(9_007_199_254_740_992_i64))]
#[case(json!([u64::MAX]))]
fn a_number_that_readers_disagree_on_is_refused(#[case] value: Value) {
    assert!(matches!(canonical(&value), Err(NotCanonical::Number(_))));
}

#[test]
fn a_seal_tells_nothing_without_its_salt_and_tells_fields_apart() {
    let name = sealed(Salt([1; 16]), "name", "Mira Oduya");
    assert_eq!(name, sealed(Salt([1; 16]), "name", "Mira Oduya"));
    assert_ne!(name, sealed(Salt([2; 16]), "name", "Mira Oduya"));
    assert_ne!(name, sealed(Salt([1; 16]), "nam", "eMira Oduya"));
}

#[test]
fn words_are_opened_by_their_own_field_only_and_those_that_nobody_asks_for_are_known() {
    let salt = Salt([1; 16]);
    let unsealed = |field: &str| Unsealed { field: field.to_owned(), salt, words: "Yes.".to_owned() };
    let mut words = Words::of([unsealed("body"), unsealed("reason")]);
    let body = sealed(salt, "body", "Yes.");
    assert_eq!(words.open("reason", body), None);
    assert_eq!(words.open("body", sealed(salt, "body", "No.")), None);
    assert_eq!(words.open("body", body).as_deref(), Some("Yes."));
    assert_eq!(words.unused().collect::<Vec<_>>(), [&unsealed("reason")]);
}

/// The leaves and roots of the test vectors of Certificate Transparency (RFC 6962), which are over raw bytes.
#[test]
fn the_tree_is_that_of_rfc_6962() {
    let contents: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let leaves: Vec<Digest> = contents.iter().map(|content| merkle::leaf(content)).collect();
    for (size, expected) in (1..).zip(roots) {
        assert_eq!(merkle::over(&leaves[..size]).to_string(), expected);
    }
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(root(&[]).to_string(), empty);
}

#[test]
fn a_checkpoint_is_four_lines_that_read_back() {
    let checkpoint =
        Checkpoint::new("comity.example/record", 3, Digest([0xff; 32]), Digest([0; 32])).unwrap();
    let body = "comity.example/record\n3\n//////////////////////////////////////////8=\nheads AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    assert_eq!(checkpoint.to_string(), body);
    assert_eq!(body.parse(), Ok(checkpoint));
}

#[rstest]
#[case(
    "o\n03\n//////////////////////////////////////////8=\nheads //////////////////////////////////////////8=\n",
    BadCheckpoint::Size
)]
#[case("o\n3\n//8=\nheads //////////////////////////////////////////8=\n", BadCheckpoint::Root)]
#[case(
    "\n3\n//////////////////////////////////////////8=\nheads //////////////////////////////////////////8=\n",
    BadCheckpoint::Origin
)]
#[case("o\n3\n//////////////////////////////////////////8=", BadCheckpoint::Lines)]
#[case("o\n3\n//////////////////////////////////////////8=\nmore\n", BadCheckpoint::Lines)]
fn a_checkpoint_written_otherwise_is_refused(#[case] body: &str, #[case] why: BadCheckpoint) {
    assert_eq!(body.parse::<Checkpoint>(), Err(why));
}

proptest! {
    #[test]
    fn any_single_changed_bit_is_noticed(place in 0usize..2_000, bit in 0u8..8) {
        let lines: Vec<String> = of_the_draft().iter().map(|event| event.line().unwrap()).collect();
        let mut bytes = lines.join("\n").into_bytes();
        let place = place % bytes.len();
        bytes[place] ^= 1 << bit;
        // Unreadable is noticed, too.
        let Ok(changed) = String::from_utf8(bytes) else { return Ok(()) };
        let read: Result<Vec<Event>, _> = changed.split('\n').map(Event::read).collect();
        let head = of_the_draft().last().unwrap().hash;
        if let Ok(read) = read {
            prop_assert!(verify_run(RUN, &read).is_err() || read.last().unwrap().hash != head);
        }
    }

    #[test]
    fn an_excerpt_gives_the_roots_it_was_made_for_and_tells_a_false_leaf(
        size in 1usize..60, own in prop::collection::btree_set(0usize..60, 0..8), earlier in prop::collection::btree_set(1usize..60, 0..5),
    ) {
        let leaves: Vec<Digest> = (0..size).map(|n| Digest::of(&[u8::try_from(n).unwrap()])).collect();
        let own: BTreeSet<usize> = own.into_iter().filter(|index| *index < size).collect();
        let earlier: BTreeSet<usize> = earlier.into_iter().filter(|earlier| *earlier <= size).collect();
        let excerpt = Excerpt::of(&leaves, &own, &earlier);
        prop_assert_eq!(&excerpt.to_string().parse::<Excerpt>().unwrap(), &excerpt);
        let mut held: BTreeMap<usize, Digest> = own.iter().map(|index| (*index, leaves[*index])).collect();
        prop_assert_eq!(excerpt.root(&held, size), Some(root(&leaves)));
        for then in earlier {
            let before = held.range(..then).map(|(index, hash)| (*index, *hash)).collect();
            prop_assert_eq!(excerpt.root(&before, then), Some(root(&leaves[..then])));
        }
        if let Some(hash) = held.values_mut().next() {
            *hash = FIRST;
            prop_assert_ne!(excerpt.root(&held, size), Some(root(&leaves)));
        }
        held.insert(size - 1, FIRST);
        prop_assert_ne!(excerpt.root(&held, size), Some(root(&leaves)));
    }

    #[test]
    fn canonical_text_reads_back_as_the_same_value(text in ".*", key in ".*", number in -9_000_000_000_000i64..9_000_000_000_000) {
        let value = json!({ (key): [text, number, null, true] });
        let written = canonical(&value).unwrap();
        prop_assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
    }
}

#[test]
fn a_credit_names_the_version_the_thread_and_the_comment() {
    let credit = |kind, subject: &str| {
        let entry = Entry { kind, subject: subject.to_owned(), ..record()[2].entry.clone() };
        Credit::of(&entry)
    };
    let comment = "draft/DN-2027-001/thread/12/comment/3";
    assert_eq!(credit(Kind::SuggestionApplied, comment), Some(Credit { version: 1, thread: 12, comment: 3 }));
    assert_eq!(credit(Kind::CommentPosted, comment), None);
    assert_eq!(credit(Kind::SuggestionApplied, "draft/DN-2027-001/thread/12"), None);
}
