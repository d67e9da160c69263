//! The archive: texts, the draft's own run of events, the checkpoint, and what proves one under the other, in a zip that can be
//! checked without this server.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    record::{Event, Excerpt, Head, heads},
    text::Digest,
};
use entity::{Db, Reader, checkpoint, event};
use serde::Serialize;

use super::{
    Failure,
    dossier::{Dossier, Kept},
    manifest::Manifest,
    zip::{self, File},
};
use crate::{
    checkpoint::Signer,
    key::{Key, Keys},
};

/// The list of all other files but the signature, which is what gets signed. Texts are `texts/1.md` and so on.
pub const MANIFEST: &str = "manifest.txt";
/// The signature over the manifest: 64 bytes.
pub const SIGNATURE: &str = "manifest.sig";
/// What the record says of the draft, worked out.
pub const DOSSIER: &str = "dossier.json";
/// The words that the record seals, with what opens their seals.
pub const WORDS: &str = "words.json";
/// The run of the draft, an event a line.
pub const DRAFT: &str = "record/draft.jsonl";
/// The run of its forum.
pub const FORUM: &str = "record/forum.jsonl";
/// The run of the forum that this is a working group of; only where there is one.
pub const PARENT: &str = "record/parent.jsonl";
/// What proves that the events are in the record that the checkpoint signs.
pub const TREE: &str = "record/tree.txt";
/// What proves that the runs are whole.
pub const HEADS: &str = "record/heads.txt";
/// The signed checkpoint.
pub const NOTE: &str = "record/checkpoint.txt";
/// The public key, as a note has it.
pub const KEY: &str = "key.txt";
/// The public key, as other programs read it.
pub const PEM: &str = "key.pem";

/// The notes by which keys handed over; only where one has.
pub const HANDOVERS: &str = "handovers.txt";

/// What one side of a referral has said so far; only in a bundle.
pub const REFERRAL: &str = "referral.json";
/// What fields that has.
pub const REFERRAL_SCHEMA: &str = "referral.schema.json";

/// The files that explain the others; every archive has them, and a later program may word them better.
pub const ASIDE: [&str; 3] = ["README.txt", "check.py", "schema.json"];

const SCHEMA: &str = include_str!("schema.json");
/// The schema of `referral.json`.
pub const BUNDLE_SCHEMA: &str = include_str!("referral.schema.json");
const README: &str = include_str!("README.txt");
const CHECK: &str = include_str!("check.py");

/// Of how many earlier archives' checkpoints an archive proves that it adds to them.
const EARLIER: u64 = 5_000;

/// Collects a draft and writes its archive as a zip, under a checkpoint that covers every event in it. Refuses a draft that the reader may
/// not see, an empty record, and a zip that would be too large.
pub async fn write(
    db: &Db,
    signer: &Signer,
    reader: Option<&Reader>,
    reference: &str,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Failure> {
    write_with(db, signer, (reader, reference), |_, _| Ok(Vec::new()), now).await
}

/// The same with more files, which are made of what is collected and of the keys, and are in the manifest as all others are.
pub async fn write_with(
    db: &Db,
    signer: &Signer,
    (reader, reference): (Option<&Reader>, &str),
    more: impl FnOnce(&Dossier, &Keys) -> Result<Vec<File>, Failure>,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Failure> {
    let signed = signer.catch_up(db, now).await?;
    let signed = signed.ok_or_else(|| Failure::Making("the record is empty".to_owned()))?;
    let checkpoint = &signed.checkpoint;
    let dossier = super::collect(db, reader, reference, Kept::Proof(checkpoint.size), now).await?;
    for finding in &dossier.findings {
        tracing::error!(draft.reference = %reference, %finding, "The database is not as its record says");
    }
    let marks = event::Entity::marks(db.read(), checkpoint.size).await?;
    let earlier = checkpoint::Entity::used(db.read(), EARLIER).await?;
    checkpoint::mark_used(db, checkpoint).await?;
    let proof = Proof::of(&dossier, &marks, &earlier);
    let mut content = files(&dossier, &proof, &checkpoint.note, &signed.keys)?;
    content.extend(more(&dossier, &signed.keys)?);
    content.sort();
    seal(reference, dossier.exported_at, content, &signed.keys.key)
        .ok_or_else(|| Failure::Making("it is larger than a zip can be".to_owned()))
}

/// The name of the file with the source of a version.
pub fn text_name(version: i32) -> String {
    format!("texts/{version}.md")
}

/// What proves the runs of an archive under a checkpoint.
struct Proof {
    tree: String,
    heads: String,
}

impl Proof {
    fn of(dossier: &Dossier, marks: &[(String, Head)], earlier: &[i64]) -> Self {
        let leaves: Vec<Digest> = marks.iter().map(|(_, head)| head.hash).collect();
        let runs = runs(dossier);
        let own = runs.iter().flat_map(|(_, run)| run.iter()).filter_map(index);
        let sizes = earlier.iter().filter_map(|size| usize::try_from(*size).ok());
        let tree = Excerpt::of(&leaves, &own.collect(), &sizes.collect());
        let all: BTreeMap<&str, Head> = marks.iter().map(|(run, head)| (run.as_str(), *head)).collect();
        let leaves = heads(all.iter().map(|(run, head)| (*run, *head)));
        let mut own = BTreeSet::new();
        let mut written = format!("size {}\n", leaves.len());
        for (_, run) in &runs {
            let name = run.first().map_or("", |event| event.entry.run());
            let leaf = all.get(name).map(|head| head.leaf(name));
            let Some(place) = leaf.and_then(|leaf| leaves.binary_search(&leaf).ok()) else { continue };
            own.insert(place);
            written.push_str(&format!("head {place} {name}\n"));
        }
        written.push_str(&Excerpt::of(&leaves, &own, &BTreeSet::new()).to_string());
        Self { tree: tree.to_string(), heads: written }
    }
}

/// Where an event is among the leaves of the record.
pub fn index(event: &Event) -> Option<usize> {
    usize::try_from(event.entry.sequence).ok()?.checked_sub(1)
}

/// The runs of an archive, each with the name of its file.
fn runs(dossier: &Dossier) -> Vec<(&'static str, &[Event])> {
    let mut runs = vec![(DRAFT, dossier.record.as_slice()), (FORUM, dossier.source.forum.as_slice())];
    runs.extend(dossier.source.parent.as_deref().map(|parent| (PARENT, parent)));
    runs
}

fn files(dossier: &Dossier, proof: &Proof, note: &str, keys: &Keys) -> Result<Vec<File>, Failure> {
    let key = &keys.public;
    let mut files: Vec<(String, String)> = [
        ("README.txt", README.to_owned()),
        ("check.py", CHECK.to_owned()),
        ("schema.json", SCHEMA.to_owned()),
        (KEY, format!("{key}\n")),
        (PEM, key.pem()),
        (NOTE, note.to_owned()),
        (TREE, proof.tree.clone()),
        (HEADS, proof.heads.clone()),
        (DOSSIER, json(&dossier.facts)?),
        (WORDS, json(&dossier.source.words)?),
    ]
    .map(|(name, content)| (name.to_owned(), content))
    .into();
    if !keys.handovers.is_empty() {
        files.push((HANDOVERS.to_owned(), keys.handovers.to_string()));
    }
    for (name, run) in runs(dossier) {
        files.push((name.to_owned(), lines(run)?));
    }
    let texts = dossier
        .texts
        .iter()
        .filter(|(number, _)| dossier.versions.iter().any(|version| version.number == **number));
    files.extend(texts.map(|(number, text)| (text_name(*number), text.clone())));
    let mut files: Vec<File> = files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    files.sort();
    Ok(files)
}

/// JSON as archives have it: one form for one value.
pub fn json(value: &impl Serialize) -> Result<String, Failure> {
    let written = serde_json::to_string_pretty(value).map_err(|error| Failure::Making(error.to_string()))?;
    Ok(written + "\n")
}

fn lines(run: &[Event]) -> Result<String, Failure> {
    let mut lines = String::new();
    for event in run {
        lines.push_str(&event.line().map_err(|error| Failure::Making(error.to_string()))?);
        lines.push('\n');
    }
    Ok(lines)
}

/// The files under a signed manifest, packed; none when they are too large for a zip.
pub fn seal(reference: &str, now: DateTime<Utc>, files: Vec<File>, key: &Key) -> Option<Vec<u8>> {
    let manifest = Manifest::of(reference, now, &files).to_string();
    let signature = key.sign_bytes(manifest.as_bytes());
    let mut all = vec![(MANIFEST.to_owned(), manifest.into_bytes()), (SIGNATURE.to_owned(), signature)];
    all.extend(files);
    zip::pack(&all, now)
}
