//! What a receipt proves to whoever does not trust the server, and what it keeps to itself.

use std::process::Command;

use domain::{
    record::{Salt, sealed},
    typed::{CommentBody, Reason},
};
use entity::{comment, verb};
use server::{
    clock,
    export::{Receipted, verify_receipt},
    key::{Key, Keyring, NAME, Pin},
};

use crate::support::World;

const WORDS: &str = "Call me on 0171 555 0123 and say which body.";
const WORDING: &str = "A public body says in writing what a system is for.";

/// The receipt of a comment, as somebody who is not signed in downloads it.
async fn receipt(world: &World, comment: &str) -> String {
    let page = world.app.browser().get(&world.page(&format!("/receipts/{comment}"))).await;
    assert_eq!(page.status, 200);
    assert!(page.header("content-type").starts_with("text/plain"));
    page.html().to_owned()
}

fn pin(world: &World) -> Pin {
    Pin::Key(world.app.state.signer.known().public.clone())
}

fn checked(receipt: &str, world: &World) -> Receipted {
    verify_receipt(receipt, Some(&pin(world))).unwrap()
}

fn found(receipt: &str, world: &World) -> Vec<String> {
    match verify_receipt(receipt, Some(&pin(world))) {
        Ok(receipted) => receipted.findings.iter().map(ToString::to_string).collect(),
        Err(why) => vec![why],
    }
}

fn is_refused(receipt: &str, world: &World, why: &str) {
    let found = found(receipt, world);
    assert!(found.iter().any(|finding| finding.contains(why)), "{why}: {found:?}");
}

/// The one comment of a thread.
async fn only(world: &World, thread: i64) -> comment::Model {
    comment::Entity::numbered(world.db().read(), thread, 1).await.unwrap()
}

#[tokio::test]
async fn a_receipt_proves_what_was_said_and_when() {
    let world = World::in_consultation().await;
    let thread = world.comments(&world.mira, Some("L3"), WORDS, Some(WORDING)).await;
    let said = only(&world, thread.id).await;
    let written = receipt(&world, "1.1").await;
    let receipted = checked(&written, &world);
    assert_eq!(found(&written, &world), Vec::<String>::new());
    assert_eq!((receipted.mark, receipted.at), (said.receipt, said.created_at));
    assert_eq!(receipted.stakeholder.as_deref(), Some("Karst Civic Lab"));
    let words: Vec<_> = receipted.words.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(words, [WORDS, WORDING]);
    // A reply has one too, and it holds without anything else that happened.
    let text = CommentBody::parse("We will.").unwrap();
    let reply = verb::Said { body: text, suggestion: None, stakeholder: None, once: None };
    let ben = world.reader(&world.ben).await;
    ben.reply(world.db(), &thread, reply, world.now()).await.unwrap();
    let reply = receipt(&world, "1.2").await;
    assert_eq!(checked(&reply, &world).words[0].words, "We will.");
    assert_eq!(found(&reply, &world), Vec::<String>::new());
    assert_eq!(world.app.browser().get(&world.page("/receipts/1.3")).await.status, 404);
}

#[tokio::test]
async fn a_changed_byte_anywhere_in_a_receipt_is_found() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), WORDS, Some(WORDING)).await;
    let keyring = Keyring::new(world.app.folder(), None).unwrap();
    keyring.rotate(world.db(), world.now()).await.unwrap();
    let written = receipt(&world, "1.1").await;
    assert!(written.contains("comity hand-over 1"));
    assert_eq!(found(&written, &world), Vec::<String>::new());
    for place in 0..written.len() {
        let mut changed = written.clone().into_bytes();
        changed[place] ^= 1 << (place % 7);
        let Ok(changed) = String::from_utf8(changed) else { continue };
        assert_ne!(found(&changed, &world), Vec::<String>::new(), "{place}: {changed}");
    }
    for added in [" ", "\n", "0 1 x\n", "\n\n"] {
        assert_ne!(found(&format!("{written}{added}"), &world), Vec::<String>::new());
    }
    // Without the hand-overs it is a receipt as well, for whoever knows the key of the day.
    let whole = written.find("\n\ncomity hand-over 1").unwrap() + 1;
    for (place, _) in written.match_indices('\n').filter(|(place, _)| *place != whole) {
        assert_ne!(found(&written[..place], &world), Vec::<String>::new(), "{place}");
    }
}

#[tokio::test]
async fn a_receipt_is_for_one_comment_of_one_draft_in_one_record() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
    let first = receipt(&world, "1.1").await;
    world.comments(&world.grace, Some("L4"), "Say when.", None).await;
    let second = receipt(&world, "2.1").await;
    let parts = |receipt: &str| receipt.splitn(6, "\n\n").map(str::to_owned).collect::<Vec<_>>();
    let (one, two) = (parts(&first), parts(&second));
    let with = |index: usize, part: &str| {
        let mut changed = two.clone();
        changed[index] = part.to_owned();
        changed.join("\n\n")
    };
    is_refused(&with(0, &one[0]), &world, "it is for another comment");
    let elsewhere = two[0].replace("DN-2026-001", "DN-2026-002");
    is_refused(&with(0, &elsewhere), &world, "it is for another comment");
    is_refused(&with(1, &one[1]), &world, "it is not in the record that was signed");
    let (event, _) = two[1].split_once('\n').unwrap();
    let (_, words) = one[1].split_once('\n').unwrap();
    is_refused(&with(1, &format!("{event}\n{words}")), &world, "the event does not say these words");
    is_refused(&with(4, &one[4]), &world, "it proves another place");
    // An event that came after the checkpoint.
    let mut late = two.clone();
    (late[2], late[3]) = (one[2].clone(), one[3].clone());
    is_refused(&late.join("\n\n"), &world, "it proves another record than was signed");
    let (_, size) = one[4].split_once(" of ").unwrap();
    let size = size.lines().next().unwrap();
    let (place, rest) = two[4].split_once(" of ").unwrap();
    let (_, tree) = rest.split_once('\n').unwrap();
    late[4] = format!("{place} of {size}\n{tree}");
    is_refused(&late.join("\n\n"), &world, "it came after the checkpoint");
    // Nor does another record prove it.
    let other = World::in_consultation().await;
    other.comments(&other.mira, Some("L3"), "Say which body.", None).await;
    let theirs = receipt(&other, "1.1").await;
    is_refused(&theirs, &world, "nor did that one hand over to it");
}

#[tokio::test]
async fn a_stranger_cannot_sign_a_receipt() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), WORDS, None).await;
    let written = receipt(&world, "1.1").await;
    let mut parts: Vec<String> = written.splitn(6, "\n\n").map(str::to_owned).collect();
    let stranger = Key::of(clock::secret(), NAME);
    let note = stranger.sign(&format!("{}\n", parts[2]));
    let (_, signature) = note.trim_end().split_once("\n\n").unwrap();
    parts[3] = signature.to_owned();
    is_refused(&parts.join("\n\n"), &world, "it was not signed by the key of the receipt");
    parts[5] = format!("{}\n", stranger.public());
    let forged = parts.join("\n\n");
    is_refused(&forged, &world, "nor did that one hand over to it");
    // Without a key it is said that everything hangs on the one in the receipt.
    let trusting = verify_receipt(&forged, None).unwrap();
    assert_eq!((trusting.findings.len(), trusting.trust), (0, server::export::Trust::Unknown));
}

#[tokio::test]
async fn a_receipt_holds_with_the_key_from_before_a_hand_over() {
    let world = World::in_consultation().await;
    let old = pin(&world);
    world.comments(&world.mira, Some("L3"), WORDS, None).await;
    let keyring = Keyring::new(world.app.folder(), None).unwrap();
    keyring.rotate(world.db(), world.now()).await.unwrap();
    let written = receipt(&world, "1.1").await;
    let receipted = verify_receipt(&written, Some(&old)).unwrap();
    assert_eq!(receipted.findings, []);
    assert!(matches!(receipted.trust, server::export::Trust::HandedOver { .. }));
}

#[tokio::test]
async fn the_command_verifies_a_receipt() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), WORDS, None).await;
    let written = receipt(&world, "1.1").await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("receipt.txt");
    let verify = |content: &str, more: &[&str]| {
        std::fs::write(&file, content).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
        let output = command.arg("verify").arg(&file).args(more).output().unwrap();
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap());
        (output.status.code(), said.concat())
    };
    let key = world.app.state.signer.known().public.to_string();
    let (code, said) = verify(&written, &["--key", &key]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("the receipt holds, signed by the key that you gave"), "{said}");
    assert!(said.contains("for Karst Civic Lab") && said.contains(WORDS), "{said}");
    let (code, said) = verify(&written, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("if you trust this key"), "{said}");
    let (code, said) = verify(&written.replace("which body", "which bodies"), &["--key", &key]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("the words: the event does not say these words"), "{said}");
}

/// Every string of letters, digits and the like in a file: whatever may be a digest or a salt is among them.
fn strings(file: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(file);
    let parts = text.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| part.len() >= 16).map(str::to_owned).collect()
}

/// Whether somebody who has this file, and has thought of the right words, can tell that they were said.
fn gives_away(files: &[u8], field: &str, words: &str) -> bool {
    let strings = strings(files);
    let salts: Vec<Salt> =
        strings.iter().filter_map(|part| part.parse().ok()).chain([Salt([0; 16])]).collect();
    let is_there = |digest: domain::text::Digest| strings.contains(&digest.to_string());
    let whole = [words.as_bytes(), format!("{words}\n").as_bytes()].map(domain::text::Digest::of);
    salts.iter().any(|salt| is_there(sealed(*salt, field, words))) || whole.into_iter().any(is_there)
}

#[tokio::test]
async fn hidden_words_are_not_found_by_whoever_guesses_them() {
    let world = World::in_consultation().await;
    let thread = world.comments(&world.mira, Some("L3"), WORDS, Some(WORDING)).await;
    let everything = async || {
        let mut browser = world.app.browser();
        let mut files = receipt(&world, "1.1").await.into_bytes();
        for ending in ["archive", "json", "md", "html", "csv"] {
            let page = browser.get(&world.page(&format!("/export.{ending}"))).await;
            assert_eq!(page.status, 200, "{ending}");
            files.extend(page.bytes);
            files.push(b'\n');
        }
        files
    };
    let before = everything().await;
    // What finds them before says that it would find them after.
    assert!(gives_away(&before, "body", WORDS) && gives_away(&before, "suggestion", WORDING));
    let said = only(&world, thread.id).await;
    let ada = world.reader(&world.ada).await;
    let reason = Reason::parse("It gives a private number.").unwrap();
    ada.hide_comment(world.db(), &said, reason, world.now()).await.unwrap();
    let after = everything().await;
    assert!(!gives_away(&after, "body", WORDS) && !gives_away(&after, "suggestion", WORDING));
    let text = String::from_utf8_lossy(&after);
    assert!(!text.contains("0171 555 0123") && !text.contains(WORDING));
    let salts = [said.salt, said.suggestion_salt].map(|salt| salt.unwrap().0.to_string());
    assert!(salts.iter().all(|salt| !text.contains(salt.as_str())));
    // What the program makes of a wording tells of it too.
    let json = world.app.browser().get(&world.page("/export.json")).await;
    let json: serde_json::Value = serde_json::from_slice(&json.bytes).unwrap();
    assert_eq!(json["derived"]["outlooks"], serde_json::json!({}));
}

#[tokio::test]
async fn words_that_were_changed_are_gone_with_their_salt() {
    let world = World::in_consultation().await;
    let thread = world.comments(&world.mira, Some("L3"), WORDS, None).await;
    let before = only(&world, thread.id).await;
    let mira = world.reader(&world.mira).await;
    let body = CommentBody::parse("Say which body.").unwrap();
    mira.edit_comment(world.db(), &before, body, world.now()).await.unwrap();
    let after = only(&world, thread.id).await;
    let (old, new) = (before.salt.unwrap().0, after.salt.unwrap().0);
    assert_ne!(old, new);
    let written = receipt(&world, "1.1").await;
    assert_eq!(checked(&written, &world).words, []);
    assert_eq!(found(&written, &world), Vec::<String>::new());
    let archive = world.app.browser().get(&world.page("/export.archive")).await;
    assert!(!gives_away(&[written.as_bytes(), &archive.bytes].concat(), "body", WORDS));
    assert!(gives_away(&archive.bytes, "body", "Say which body."));
}
