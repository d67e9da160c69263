//! What an archive proves to whoever does not trust the server.

use std::io::{Cursor, Read, Write};

use serde_json::{Value, json};
use server::export::{Format, Verified, export, verify};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::support::TestApp;

const DOSSIER: &str = "dossier.json";

async fn archive() -> Vec<u8> {
    let app = TestApp::demo().await;
    let state = &app.state;
    export(&state.db, &state.signer, None, "DN-2026-001", Format::Archive, state.clock.now()).await.unwrap()
}

/// The archive with its dossier changed.
fn tampered(archive: &[u8], change: impl Fn(&mut Value)) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let (name, mut content) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut content).unwrap();
        if name == DOSSIER {
            let mut dossier = serde_json::from_slice(&content).unwrap();
            change(&mut dossier);
            content = serde_json::to_vec(&dossier).unwrap();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn findings(verified: Verified) -> Vec<String> {
    verified.findings.into_iter().map(|finding| format!("{}: {}", finding.at, finding.why)).collect()
}

/// The index of the first thread of which something holds.
fn thread(dossier: &Value, holds: impl Fn(&Value) -> bool) -> usize {
    dossier["threads"].as_array().unwrap().iter().position(holds).unwrap()
}

type Change = fn(&mut Value);

const CHANGES: [(Change, &str); 12] = [
    (|it| it["threads"][0]["comments"][0]["body"] = json!("Otherwise."), "says these words"),
    (
        |it| {
            let at = thread(it, |one| one["comments"][0]["suggestion"].is_string());
            it["threads"][at]["comments"][0]["suggestion"] = json!("Otherwise.");
        },
        "proposes these words",
    ),
    (|it| it["threads"][0]["comments"][0]["author"] = json!(1), "somebody else spoke"),
    (|it| it["threads"][0]["comments"][0]["stakeholder"] = Value::Null, "somebody else spoke"),
    (|it| it["threads"][0]["comments"][0]["receipt"] = json!("DN-2026-001/1.1-0000000000"), "another event"),
    (|it| it["versions"][0]["note"] = json!("Otherwise."), "this note"),
    (
        |it| {
            let at = thread(it, |one| one["life"]["life"] == "answered");
            it["threads"][at]["life"]["answer"]["disposition"] = json!({"disposition": "out-of-scope"});
        },
        "answers otherwise",
    ),
    (
        |it| {
            let at = thread(it, |one| one["life"]["life"] == "answered");
            it["threads"][at]["life"] = json!({"life": "open"});
        },
        "the thread has none",
    ),
    (|it| drop(it["threads"].as_array_mut().unwrap().remove(3)), "is not in the archive"),
    (|it| drop(it["versions"].as_array_mut().unwrap().pop()), "is not in the archive"),
    (|it| it["sign_offs"] = json!([]), "is not in the archive"),
    (|it| it["versions"][0]["credits"] = json!([{"thread": 1, "comment": 1}]), "credits others"),
];

#[tokio::test]
async fn what_was_changed_in_an_archive_is_named() {
    let sound = archive().await;
    assert_eq!(findings(verify(&sound).unwrap()), Vec::<String>::new());
    for (change, why) in CHANGES {
        let found = findings(verify(&tampered(&sound, change)).unwrap());
        assert!(found.iter().any(|finding| finding.contains(why)), "{why}: {found:?}");
    }
}
