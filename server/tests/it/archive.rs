//! What an archive proves to whoever does not trust the server.

mod forged;
mod hostile;
mod kept;
mod own;
mod rewritten;

use std::collections::BTreeMap;

use domain::record::Event;
use serde_json::Value;
use server::{
    export::{Against, Format, Trust, Verified, export, seal, unpack, verify},
    key::{Key, Pin},
};
use tokio::sync::OnceCell;

use crate::support::TestApp;

const REFERENCE: &str = "DN-2026-001";

/// The archive of the demo's draft, and who signed it.
struct Sound {
    archive: Vec<u8>,
    key: Key,
}

static SOUND: OnceCell<Sound> = OnceCell::const_new();

async fn sound() -> &'static Sound {
    SOUND
        .get_or_init(|| async {
            let app = TestApp::demo().await;
            Sound { archive: archive_of(&app, REFERENCE).await, key: app.state.signer.known().key.clone() }
        })
        .await
}

pub async fn archive_of(app: &TestApp, reference: &str) -> Vec<u8> {
    let state = &app.state;
    export(&state.db, &state.signer, None, reference, Format::Archive, state.clock.now()).await.unwrap()
}

/// The files of an archive, as somebody who wants to deceive may change them.
struct Files {
    files: BTreeMap<String, Vec<u8>>,
    exported: String,
}

impl Files {
    fn of(archive: &[u8]) -> Self {
        let mut files: BTreeMap<_, _> = unpack(archive).unwrap().into_iter().collect();
        files.remove("manifest.sig");
        let manifest = String::from_utf8(files.remove("manifest.txt").unwrap()).unwrap();
        let exported = manifest.lines().nth(2).unwrap().strip_prefix("# exported ").unwrap().to_owned();
        Self { files, exported }
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.files[name].clone()).unwrap()
    }

    fn put(&mut self, name: &str, text: String) {
        self.files.insert(name.to_owned(), text.into_bytes());
    }

    /// Changes a JSON file, which is then written as Comity writes it.
    fn json(&mut self, name: &str, change: impl FnOnce(&mut Value)) {
        let mut value = serde_json::from_slice(&self.files[name]).unwrap();
        change(&mut value);
        self.put(name, serde_json::to_string_pretty(&value).unwrap() + "\n");
    }

    fn dossier(&mut self, change: impl FnOnce(&mut Value)) {
        self.json("dossier.json", change);
    }

    fn events(&self, name: &str) -> Vec<Event> {
        self.text(name).lines().map(|line| Event::read(line).unwrap()).collect()
    }

    fn put_events(&mut self, name: &str, events: &[Event]) {
        let lines = events.iter().map(|event| event.line().unwrap() + "\n");
        self.put(name, lines.collect());
    }

    /// Signs them as an archive.
    fn signed(self, key: &Key) -> Vec<u8> {
        seal(REFERENCE, self.exported.parse().unwrap(), self.files.into_iter().collect(), key).unwrap()
    }
}

fn found(verified: &Verified) -> Vec<String> {
    verified.findings.iter().map(ToString::to_string).collect()
}

/// What is found in an archive, whoever signed it.
pub fn findings(archive: &[u8]) -> Vec<String> {
    found(&verify(archive, Against::default()).unwrap())
}

#[tokio::test]
async fn a_sound_archive_holds_if_its_key_is_trusted() {
    let sound = sound().await;
    let verified = verify(&sound.archive, Against::default()).unwrap();
    assert_eq!(found(&verified), Vec::<String>::new());
    assert_eq!(verified.trust, Trust::Unknown);
    assert!(verified.versions > 0 && verified.comments > 0 && verified.sign_offs > 0 && verified.events > 0);
    for pin in [sound.key.public().to_string(), sound.key.public().fingerprint()] {
        let pin: Pin = pin.parse().unwrap();
        let pinned = verify(&sound.archive, Against { key: Some(&pin), since: None }).unwrap();
        assert_eq!((found(&pinned).len(), pinned.trust), (0, Trust::Pinned));
    }
}

#[tokio::test]
async fn the_same_draft_at_the_same_instant_gives_the_same_bytes() {
    let app = TestApp::demo().await;
    let (state, now) = (&app.state, app.state.clock.now());
    let once = export(&state.db, &state.signer, None, REFERENCE, Format::Archive, now).await.unwrap();
    let again = export(&state.db, &state.signer, None, REFERENCE, Format::Archive, now).await.unwrap();
    assert!(once == again);
}

#[tokio::test]
async fn an_archive_tells_nothing_of_other_drafts() {
    let files = Files::of(&sound().await.archive);
    let others = files.files.values().flat_map(|file| {
        let text = String::from_utf8_lossy(file).into_owned();
        text.lines().filter(|line| line.contains("DN-2026-002")).map(str::to_owned).collect::<Vec<_>>()
    });
    assert_eq!(others.count(), 0);
    let (_, records): (Vec<_>, Vec<_>) =
        files.files.keys().partition::<Vec<&String>, _>(|name| !name.ends_with(".jsonl"));
    // The forum of the draft is a working group of another.
    assert_eq!(records, ["record/draft.jsonl", "record/forum.jsonl", "record/parent.jsonl"]);
}
