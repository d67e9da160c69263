//! Forgeries of somebody who has the key of the site, but cannot have the checkpoint that others have written down signed anew.

use serde_json::{Value, json};
use server::export::{Against, pack, unpack, verify};

use super::{Files, archive_of, findings, found, sound};
use crate::support::World;

/// What is changed in the files, and what is said of it.
type Forgery = (fn(&mut Files), &'static str);

fn swap(value: &mut Value, one: &str, other: &str) {
    let text = value.to_string().replace(one, "\u{1}").replace(other, one).replace('\u{1}', other);
    *value = serde_json::from_str(&text).unwrap();
}

/// The words of the first entry of this field are others.
fn reword(words: &mut Value, field: &str, other: &str) -> String {
    let entries = words.as_array_mut().unwrap();
    let entry = entries.iter_mut().find(|one| one["field"] == field).unwrap();
    let before = entry["words"].as_str().unwrap().to_owned();
    entry["words"] = json!(other);
    before
}

const FORGERIES: &[Forgery] = &[
    // Two people change places, wherever a name stands.
    (
        |files| {
            let people: Value = serde_json::from_str(&files.text("dossier.json")).unwrap();
            let names: Vec<_> = people["people"].as_object().unwrap().values().cloned().collect();
            let (one, other) = (names[0].as_str().unwrap(), names[1].as_str().unwrap());
            files.dossier(|dossier| swap(dossier, one, other));
            files.json("words.json", |words| swap(words, one, other));
        },
        "acted under a name that the archive does not give",
    ),
    // The reason of an answer is another, in both files that have it.
    (
        |files| {
            let mut before = String::new();
            files.json("words.json", |words| before = reword(words, "reason", "The secretariat disagrees."));
            files.dossier(|dossier| {
                let text = dossier.to_string();
                let written = json!(before).to_string();
                let other = json!("The secretariat disagrees.").to_string();
                *dossier = serde_json::from_str(&text.replace(&written, &other)).unwrap();
            });
        },
        "the archive does not have the reason that was given",
    ),
    // What an objection says is turned into its contrary.
    (
        |files| {
            files.json("words.json", |words| {
                let entries = words.as_array_mut().unwrap().iter_mut();
                let mut positions = entries.filter(|one| one["field"] == "position");
                let objection = positions.find(|one| one["words"].as_str().unwrap().contains("object"));
                objection.unwrap()["words"] = json!("{\"position\":\"endorse\"}");
            });
        },
        "what the archive says of it is not what was signed",
    ),
    // The deadline of the stage is another.
    (
        |files| {
            files.dossier(|dossier| {
                let stage = dossier["stage"].as_object_mut().unwrap();
                let date =
                    stage.values_mut().find(|value| value.as_str().is_some_and(|one| one.ends_with('Z')));
                *date.unwrap() = json!("2031-01-01T00:00:00Z");
            });
        },
        "the stage ",
    ),
    // A text that was never published.
    (|files| files.put("texts/99.md", "Otherwise.\n".to_owned()), "texts/99.md: no archive has such a file"),
    // Two texts change places.
    (
        |files| {
            let (one, two) = (files.text("texts/1.md"), files.text("texts/2.md"));
            files.put("texts/1.md", two);
            files.put("texts/2.md", one);
        },
        "version 1: its text is not the one that was published",
    ),
    // Words stand twice, or in another order.
    (
        |files| {
            files.json("words.json", |words| {
                let words = words.as_array_mut().unwrap();
                words.push(words[0].clone());
            });
        },
        "words.json: it is written otherwise",
    ),
    (
        |files| files.json("words.json", |words| words.as_array_mut().unwrap().reverse()),
        "words.json: it is written otherwise",
    ),
    // A comment is said to be hidden, and its words are taken out.
    (
        |files| {
            let mut before = String::new();
            files.json("words.json", |words| {
                let words = words.as_array_mut().unwrap();
                let index = words.iter().position(|one| one["field"] == "body").unwrap();
                before = words.remove(index)["words"].as_str().unwrap().to_owned();
            });
            files.dossier(|dossier| {
                for thread in dossier["threads"].as_array_mut().unwrap() {
                    for comment in thread["comments"].as_array_mut().unwrap() {
                        if comment["body"] == before.as_str() {
                            comment["body"] = Value::Null;
                            comment["hidden"] = json!("Off topic.");
                        }
                    }
                }
            });
        },
        "why it is hidden: the archive says",
    ),
    // The archive is said to be of a day before its events.
    (
        |files| {
            files.exported = "2020-01-01T00:00:00Z".to_owned();
            files.dossier(|dossier| dossier["exported_at"] = json!("2020-01-01T00:00:00Z"));
        },
        "it was made before the last of its events",
    ),
    // The tree has a node that nothing needs.
    (
        |files| {
            let tree = files.text("record/tree.txt");
            let end = tree.lines().last().unwrap().split(' ').nth(1).unwrap().parse::<u64>().unwrap() + 4096;
            files.put("record/tree.txt", format!("{tree}{end} {} {}\n", end + 1, "0".repeat(64)));
        },
        "record/tree.txt: it holds more or less",
    ),
    // The forum above is another, or left out.
    (|files| drop(files.files.remove("record/parent.jsonl")), "its first event does not found a forum"),
    (
        |files| {
            let own = files.text("record/forum.jsonl");
            files.put("record/parent.jsonl", own);
        },
        "two events stand in one place",
    ),
    // The key is named after somebody else.
    (
        |files| {
            let key = files.text("key.txt").replacen("comity+", "ministry+", 1);
            files.put("key.txt", key);
        },
        "key.txt: it is not a key",
    ),
];

#[tokio::test]
async fn what_somebody_with_the_key_would_change_is_named() {
    let sound = sound().await;
    for (number, (forge, why)) in FORGERIES.iter().enumerate() {
        let mut files = Files::of(&sound.archive);
        forge(&mut files);
        let found = findings(&files.signed(&sound.key));
        assert!(found.iter().any(|finding| finding.contains(why)), "{number} {why}: {found:?}");
    }
}

#[tokio::test]
async fn an_archive_is_packed_in_one_way() {
    let sound = sound().await;
    let mut files = unpack(&sound.archive).unwrap();
    let now = Files::of(&sound.archive).exported.parse().unwrap();
    assert!(pack(&files, now).unwrap() == sound.archive);
    files.swap(3, 4);
    let found = findings(&pack(&files, now).unwrap());
    assert_eq!(found, ["the zip file: its files are in another order"]);
    files.swap(3, 4);
    let other = now - chrono::TimeDelta::days(1);
    assert_eq!(
        findings(&pack(&files, other).unwrap()),
        ["the zip file: it is packed otherwise than Comity packs it"]
    );
    let after = [&sound.archive[..], b"more"].concat();
    assert_eq!(findings(&after), ["the zip file: it is packed otherwise than Comity packs it"]);
    // A line of the manifest is left out, and the file stays.
    let index = files.iter().position(|(name, _)| name == "manifest.txt").unwrap();
    let manifest = String::from_utf8(files[index].1.clone()).unwrap();
    let mut lines: Vec<_> = manifest.lines().collect();
    lines.truncate(lines.len() - 2);
    files[index].1 = (lines.join("\n") + "\n").into_bytes();
    let found = findings(&pack(&files, now).unwrap());
    assert!(found.iter().any(|finding| finding.ends_with("the manifest does not list it")), "{found:?}");
    assert!(found.iter().any(|finding| finding.starts_with("manifest.txt: it is not signed")), "{found:?}");
}

/// An older checkpoint is sound, and does not make a newer archive shorter.
#[tokio::test]
async fn an_older_checkpoint_does_not_cover_what_came_later() {
    let world = World::in_consultation().await;
    let key = world.app.state.signer.known().key.clone();
    let reference = &world.draft.reference;
    let older = archive_of(&world.app, reference).await;
    world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
    let newer = archive_of(&world.app, reference).await;
    let (then, now) = (Files::of(&older), Files::of(&newer));
    // The newest checkpoint over the older events.
    let mut files = Files::of(&older);
    files.put("record/checkpoint.txt", now.text("record/checkpoint.txt"));
    let found_in = findings(&files.signed(&key));
    assert!(
        found_in.iter().any(|finding| finding.contains("not in the record that it signs")),
        "{found_in:?}"
    );
    files = Files::of(&older);
    for name in ["record/checkpoint.txt", "record/tree.txt", "record/heads.txt"] {
        files.put(name, now.text(name));
    }
    let found_in = findings(&files.signed(&key));
    assert!(
        found_in
            .iter()
            .any(|finding| finding.contains("record/checkpoint.txt") || finding.contains("record/tree.txt")),
        "{found_in:?}"
    );
    // The older checkpoint with the newer events.
    let mut files = Files::of(&newer);
    for name in ["record/checkpoint.txt", "record/tree.txt", "record/heads.txt"] {
        files.put(name, then.text(name));
    }
    let found_in = findings(&files.signed(&key));
    assert!(found_in.iter().any(|finding| finding.contains("came after it")), "{found_in:?}");
    // The older archive with a new date is sound, and short: whoever has the newer one sees it.
    let mut files = Files::of(&older);
    files.exported = now.exported.clone();
    let dated = files.text("dossier.json").replacen(&then.exported, &now.exported, 1);
    files.put("dossier.json", dated);
    let short = files.signed(&key);
    let verified = verify(&short, Against { key: None, since: Some(&newer) }).unwrap();
    assert_eq!(found(&verified), ["the older archive: it is the newer one"]);
}
