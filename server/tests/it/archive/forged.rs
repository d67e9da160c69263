//! Forgeries, each signed again with the very key of the site: what the events do not say is found all the same.

use domain::record::{Event, Kind};
use serde_json::{Value, json};
use server::{
    clock,
    export::{Against, verify},
    key::{Key, NAME, Pin},
};

use super::{Files, findings, found, sound};

fn position(list: &Value, holds: impl Fn(&Value) -> bool) -> usize {
    list.as_array().unwrap().iter().position(holds).unwrap()
}

fn objection(dossier: &mut Value) -> &mut Value {
    let index = position(&dossier["sign_offs"], |one| one["position"]["position"] == "object");
    &mut dossier["sign_offs"][index]
}

fn answered(dossier: &mut Value) -> &mut Value {
    let index = position(&dossier["threads"], |one| one["life"]["answer"].is_object());
    &mut dossier["threads"][index]
}

type Change = fn(&mut Value);

/// What somebody would rather have in a dossier, and what is said of it.
const CHANGES: &[(Change, &str)] = &[
    (|it| it["sign_offs"][0]["version"] = json!(99), "sign-off of"),
    (|it| objection(it)["position"] = json!({"position": "endorse"}), "the position: the archive says"),
    (|it| objection(it)["position"]["reason"] = json!("None."), "the reason of the position"),
    (|it| objection(it)["stakeholder"]["name"] = json!("Otherland"), "the name of the stakeholder"),
    (|it| it["sign_offs"][0]["account"] = json!(1), "the account that signed: the archive says 1"),
    (|it| it["sign_offs"][0]["mandate"] = json!(99), "mandate: the archive says 99"),
    (|it| it["sign_offs"][0]["at"] = json!("2026-01-01T00:00:00Z"), "the instant: the archive says"),
    (|it| it["sign_offs"][0]["evidence"] = json!("A letter."), "evidence: the archive says"),
    (|it| drop(it["sign_offs"].as_array_mut().unwrap().pop()), "and the archive leaves it out"),
    (|it| drop(it["versions"].as_array_mut().unwrap().pop()), "and the archive leaves it out"),
    (|it| drop(it["threads"].as_array_mut().unwrap().pop()), "and the archive leaves it out"),
    (
        |it| {
            let index = position(&it["threads"], |one| one["comments"].as_array().unwrap().len() > 1);
            it["threads"][index]["comments"].as_array_mut().unwrap().pop();
        },
        "and the archive leaves it out",
    ),
    (
        |it| {
            for thread in it["threads"].as_array_mut().unwrap() {
                for comment in thread["comments"].as_array_mut().unwrap() {
                    comment["body"] = Value::Null;
                }
            }
        },
        "the words of the comment: the archive says nothing",
    ),
    (
        |it| it["threads"][0]["comments"][0]["hidden"] = json!("Off topic."),
        "why it is hidden: the archive says",
    ),
    (
        |it| {
            answered(it)["life"] = json!({"life": "withdrawn", "answer": null, "at": "2026-01-01T00:00:00Z"})
        },
        "what became of the thread",
    ),
    (|it| answered(it)["life"] = json!({"life": "open"}), "what became of the thread"),
    (
        |it| answered(it)["life"]["answer"]["disposition"] = json!({"disposition": "out-of-scope"}),
        "the answer: the archive says",
    ),
    (|it| answered(it)["life"]["answer"]["reason"] = json!("Because."), "reason"),
    (
        |it| it["stage"] = json!({"stage": "adopted", "version": 1, "at": "2026-01-01T00:00:00Z"}),
        "the stage: the archive says",
    ),
    (|it| it["title"] = json!("Otherwise"), "title"),
    (|it| it["language"] = json!("fr"), "language"),
    (|it| it["visibility"] = json!({"visibility": "members"}), "who may see it: the archive says"),
    (|it| it["exported_at"] = json!("2026-01-01T00:00:00Z"), "the instant it was exported"),
    (|it| it["forum"]["name"] = json!("Other Network"), "forum name"),
    (|it| drop(it["forum"]["seats"].as_array_mut().unwrap().pop()), "the seats of the forum, "),
    (|it| it["forum"]["seats"][0]["class"] = json!("industry"), "the seats of the forum, "),
    (|it| it["forum"]["rule"]["most_objections"] = json!(9), "the rule of the forum, most objections"),
    (|it| it["people"]["2"] = json!("Somebody Else"), "the name of account 2"),
    (|it| it["versions"][0]["published_by"] = json!(1), "the account that published it"),
    (|it| it["versions"][0]["published_at"] = json!("2026-01-01T00:00:00Z"), "the instant it was published"),
    (|it| it["versions"][0]["note"] = json!("Otherwise."), "note"),
    (|it| it["versions"][0]["clauses"][0]["id"] = json!(77), "clauses 1 id"),
    (|it| it["versions"][0]["manner"] = json!({"language": "Ar"}), "manner"),
    (|it| it["versions"][0]["credits"] = json!([{"thread": 1, "comment": 1}]), "credits 1"),
    (|it| it["threads"][0]["kind"] = json!("other"), "kind"),
    (|it| it["threads"][0]["made_on"] = json!(9), "the version it was made on"),
    (|it| it["threads"][0]["raised_at"] = json!("2026-01-01T00:00:00Z"), "the instant it was raised"),
    (|it| it["threads"][0]["late"] = json!(true), "whether it came late"),
    (
        |it| {
            let index = position(&it["threads"], |one| one["anchor"].is_object());
            it["threads"][index]["anchor"]["before"] = json!("Otherwise");
        },
        "the words before those it is on",
    ),
    (
        |it| {
            let index = position(&it["threads"], |one| one["anchor"].is_object());
            it["threads"][index]["anchor"]["lines"] = json!("L1");
        },
        "the lines it is on",
    ),
    (|it| it["threads"][0]["comments"][0]["body"] = json!("Otherwise."), "the words of the comment"),
    (|it| it["threads"][0]["comments"][0]["author"] = json!(1), "the account that wrote it"),
    (
        |it| it["threads"][0]["comments"][0]["at"] = json!("2026-01-01T00:00:00Z"),
        "the instant: the archive says",
    ),
    (|it| it["threads"][0]["comments"][0]["receipt"] = json!("DN-2026-001/1.1-0000000000"), "receipt"),
    (|it| it["aside"] = json!("added later"), "aside"),
];

#[tokio::test]
async fn what_the_events_do_not_say_is_named() {
    let sound = sound().await;
    for (number, (change, why)) in CHANGES.iter().enumerate() {
        let mut files = Files::of(&sound.archive);
        files.dossier(change);
        let found = findings(&files.signed(&sound.key));
        assert!(found.iter().any(|finding| finding.contains(why)), "{number} {why}: {found:?}");
    }
}

/// Leaves events out, with what the dossier makes of them.
fn without(events: &[Event], is_out: impl Fn(&Event) -> bool) -> Vec<Event> {
    let kept: Vec<_> = events.iter().filter(|event| !is_out(event)).cloned().collect();
    assert!(kept.len() < events.len());
    kept
}

/// The events chained anew, as if those that were left out had never been.
fn linked(events: &[Event]) -> Vec<Event> {
    let mut linked: Vec<Event> = Vec::new();
    for (number, event) in (1..).zip(events) {
        let mut links = event.links;
        links.run_number = number;
        links.run_previous = linked.last().map_or(domain::record::FIRST, |last| last.hash);
        linked.push(event.entry.clone().chained(links, event.salt).unwrap());
    }
    linked
}

const STEPS: [Kind; 5] =
    [Kind::RoundOpened, Kind::RoundClosed, Kind::LastCallOpened, Kind::SignOffOpened, Kind::DeadlineExtended];

/// Which events are left out, and what they are called.
type Omission = (fn(&Event) -> bool, &'static str);

/// What somebody would rather not have happened.
const OMISSIONS: [Omission; 5] = [
    (
        |event| event.entry.payload.get("position").is_some_and(|position| position == "object"),
        "an objection",
    ),
    (|event| event.entry.kind == Kind::CommentPosted, "the replies"),
    (|event| STEPS.contains(&event.entry.kind), "the steps of procedure"),
    (|event| event.entry.kind == Kind::VersionPublished && event.entry.subject.ends_with("/2"), "a version"),
    (|event| event.entry.kind == Kind::DraftCreated, "the beginning"),
];

#[tokio::test]
async fn events_that_are_left_out_leave_a_gap_and_cannot_be_sewn_up() {
    let sound = sound().await;
    for (is_out, what) in OMISSIONS {
        let events = Files::of(&sound.archive).events("record/draft.jsonl");
        let kept = without(&events, is_out);
        let mut gap = Files::of(&sound.archive);
        gap.put_events("record/draft.jsonl", &kept);
        let found = findings(&gap.signed(&sound.key));
        assert!(found.iter().any(|finding| finding.contains("stands in its place")), "{what}: {found:?}");
        let mut sewn = Files::of(&sound.archive);
        sewn.put_events("record/draft.jsonl", &linked(&kept));
        let found = findings(&sewn.signed(&sound.key));
        assert!(
            found.iter().any(|finding| finding.contains("not in the record that it signs")),
            "{what}: {found:?}"
        );
    }
}

#[tokio::test]
async fn the_end_of_a_run_cannot_be_left_out() {
    let sound = sound().await;
    for name in ["record/draft.jsonl", "record/forum.jsonl"] {
        let mut files = Files::of(&sound.archive);
        let mut events = files.events(name);
        let last = events.pop().unwrap();
        files.put_events(name, &events);
        // Whoever has the whole tree can make it fit: the event stands in it as a leaf of somebody else.
        let tree = files.text("record/tree.txt");
        let leaf = domain::text::Digest::of(&[&[0][..], &last.hash.0].concat());
        let index = last.entry.sequence - 1;
        let mut lines: Vec<String> = tree.lines().map(str::to_owned).collect();
        lines.push(format!("{index} {} {leaf}", index + 1));
        lines.sort_by_key(|line| {
            line.split(' ').take(2).map(|part| part.parse::<u64>().unwrap()).collect::<Vec<_>>()
        });
        files.put("record/tree.txt", lines.join("\n") + "\n");
        let found = findings(&files.signed(&sound.key));
        assert!(
            found.iter().any(|finding| finding.contains("missing at the end of a run")),
            "{name}: {found:?}"
        );
        assert!(!found.iter().any(|finding| finding.contains("not in the record")), "{name}: {found:?}");
    }
}

#[tokio::test]
async fn an_event_that_is_changed_is_not_the_one_that_was_signed() {
    let sound = sound().await;
    let changes: [fn(&mut Event); 4] = [
        |event| event.entry.actor = Some(99),
        |event| event.entry.mandate = Some(99),
        |event| event.entry.at += chrono::TimeDelta::milliseconds(1),
        |event| event.salt.0[0] ^= 1,
    ];
    for change in changes {
        let mut files = Files::of(&sound.archive);
        let mut events = files.events("record/draft.jsonl");
        let last = events.last_mut().unwrap();
        change(last);
        files.put_events("record/draft.jsonl", &events);
        let found = findings(&files.signed(&sound.key));
        assert!(found.iter().any(|finding| finding.contains("not in the record that it signs")), "{found:?}");
    }
}

#[tokio::test]
async fn words_that_nobody_said_do_not_open_a_seal() {
    let sound = sound().await;
    let mut files = Files::of(&sound.archive);
    files.json("words.json", |words| words[0]["words"] = json!("Otherwise."));
    let found = findings(&files.signed(&sound.key));
    assert!(found.iter().any(|finding| finding.contains("nobody has said")), "{found:?}");
    let mut files = Files::of(&sound.archive);
    files.json("words.json", |words| *words = json!([]));
    let found = findings(&files.signed(&sound.key));
    for missing in
        ["words that were said", "what was signed", "a name that the archive does not give", "reason"]
    {
        assert!(found.iter().any(|finding| finding.contains(missing)), "{missing}: {found:?}");
    }
}

#[tokio::test]
async fn files_are_neither_added_nor_left_out_nor_changed() {
    let sound = sound().await;
    let mut files = Files::of(&sound.archive);
    files.put("record/aside.txt", "More.".to_owned());
    assert_eq!(findings(&files.signed(&sound.key)), ["record/aside.txt: no archive has such a file"]);
    for name in ["README.txt", "schema.json", "check.py", "texts/1.md", "key.pem", "words.json"] {
        let mut files = Files::of(&sound.archive);
        files.files.remove(name);
        let found = findings(&files.signed(&sound.key));
        assert!(!found.is_empty(), "{name}");
    }
    let mut files = Files::of(&sound.archive);
    files.put("texts/1.md", files.text("texts/1.md") + " ");
    let found = findings(&files.signed(&sound.key));
    assert_eq!(found, ["version 1: its text is not the one that was published"]);
    let mut other = Files::of(&sound.archive);
    let note = other.text("record/checkpoint.txt").replacen("comity\n", "others\n", 1);
    other.put("record/checkpoint.txt", note);
    let found = findings(&other.signed(&sound.key));
    assert!(found.contains(&"record/checkpoint.txt: the checkpoint is not signed by the key of the archive, or by others as well"
            .to_owned()), "{found:?}");
}

#[tokio::test]
async fn an_archive_signed_by_somebody_else_is_known_by_its_key() {
    let sound = sound().await;
    let other = Key::of(clock::secret(), NAME);
    let found = findings(&Files::of(&sound.archive).signed(&other));
    assert_eq!(found, ["manifest.txt: it is not signed by the key of the archive"]);
    let pin: Pin = other.public().fingerprint().parse().unwrap();
    let pinned = verify(&sound.archive, Against { key: Some(&pin), since: None }).unwrap();
    assert!(found_in(&pinned, "the key: the archive was signed by"));
}

fn found_in(verified: &server::export::Verified, why: &str) -> bool {
    found(verified).iter().any(|finding| finding.contains(why))
}
