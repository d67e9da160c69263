//! What is turned away, by name and with nothing written.

use chrono::TimeDelta;
use server::{
    bundle::Turned,
    export::{Against, File, REFERRAL, pack, seal, unpack, verify},
    key::Key,
};

use super::two::{Two, bring, confirm, events, here};

/// The files of a bundle but for its manifest and its signature.
fn opened(bundle: &[u8]) -> Vec<File> {
    let mut files = unpack(bundle).unwrap();
    files.retain(|(name, _)| name != "manifest.txt" && name != "manifest.sig");
    files
}

/// The same bundle with another `referral.json`, signed again by the key of the sender.
async fn retold(two: &Two, from: &str, to: &str) -> Vec<u8> {
    let bundle = two.sent().await;
    let manifest = String::from_utf8(unpack(&bundle).unwrap()[0].1.clone()).unwrap();
    let exported = manifest.lines().find_map(|line| line.strip_prefix("# exported ")).unwrap();
    let mut files = opened(&bundle);
    let file = files.iter_mut().find(|(name, _)| name == REFERRAL).unwrap();
    let told = String::from_utf8(file.1.clone()).unwrap();
    assert!(told.contains(from), "{from} in {told}");
    file.1 = told.replacen(from, to, 1).into_bytes();
    let keys = two.a.app.state.signer.known();
    seal(&two.a.draft.reference, exported.parse().unwrap(), files, &keys.key).unwrap()
}

async fn turned(two: &Two, bundle: Vec<u8>) -> String {
    let before = events(&two.b).await;
    let why = bring(&two.b, bundle).await.unwrap_err();
    assert_eq!(events(&two.b).await, before, "nothing is written");
    why.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_in_which_any_byte_is_another_is_refused() {
    let two = Two::by_hand().await;
    two.refers().await;
    let bundle = two.sent().await;
    assert_eq!(verify(&bundle, Against::default()).unwrap().findings, []);
    let before = events(&two.b).await;
    let step = bundle.len() / 150;
    for place in (0..bundle.len()).step_by(step).chain([bundle.len() - 1]) {
        let mut bent = bundle.clone();
        bent[place] ^= 1;
        let holds = verify(&bent, Against::default()).is_ok_and(|verified| verified.findings.is_empty());
        assert!(!holds, "byte {place} of {}", bundle.len());
        assert!(bring(&two.b, bent).await.is_err(), "byte {place} of {}", bundle.len());
    }
    assert_eq!(events(&two.b).await, before, "nothing is written");
    bring(&two.b, bundle).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_whole_bundle_is_refused_by_name() {
    let two = Two::by_hand().await;
    two.refers().await;
    let bundle = two.sent().await;
    let files = unpack(&bundle).unwrap();
    let now = two.a.now();
    let half = bundle[..bundle.len() / 2].to_vec();
    assert!(turned(&two, half).await.contains("it ends before its end"));
    let mut other = files.clone();
    other.swap(3, 5);
    assert!(turned(&two, pack(&other, now).unwrap()).await.contains("things do not hold"));
    let mut twice = files.clone();
    twice.push(files[4].clone());
    assert!(turned(&two, pack(&twice, now).unwrap()).await.contains("stands in it twice"));
    let mut out = files.clone();
    out.push(("../../etc/passwd".to_owned(), Vec::new()));
    assert!(turned(&two, pack(&out, now).unwrap()).await.contains("leads out of the folder"));
    // A compressed file, which could unpack to anything.
    let mut bomb = bundle.clone();
    bomb[8] = 8;
    assert!(turned(&two, bomb).await.contains("compressed"));
    assert_eq!(turned(&two, vec![0; server::bundle::LARGEST + 1]).await, "it is too large");
    let archive = two.a.app.browser().get(&two.a.page("/export.archive")).await.bytes;
    assert_eq!(turned(&two, archive).await, "it speaks of no referral");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_by_another_key_or_for_somebody_else_is_refused_by_name() {
    let two = Two::by_hand().await;
    two.refers().await;
    let bundle = two.sent().await;
    let stranger = Key::of([7; 32], server::key::NAME);
    let resigned = seal(&two.a.draft.reference, two.a.now(), opened(&bundle), &stranger).unwrap();
    assert!(turned(&two, resigned).await.contains("it is not signed by the key of the archive"));
    let mut files = opened(&bundle);
    for (name, content) in &mut files {
        match name.as_str() {
            "key.txt" => *content = format!("{}\n", stranger.public()).into_bytes(),
            "key.pem" => *content = stranger.public().pem().into_bytes(),
            _ => {}
        }
    }
    let resigned = seal(&two.a.draft.reference, two.a.now(), files, &stranger).unwrap();
    assert!(turned(&two, resigned).await.contains("not known here"));
    // A bundle that is for another site, and one that comes home.
    let why = bring(&two.a, bundle.clone()).await.unwrap_err();
    assert!(matches!(why, Turned::UnknownKey(_)), "{why}");
    let to = format!("\"address\": \"{}\"", two.b.app.state.url);
    let elsewhere = retold(&two, &to, "\"address\": \"https://tidewater.example\"").await;
    assert_eq!(turned(&two, elsewhere).await, "it is for https://tidewater.example");
    confirm(&two.b, &two.a, "block").await;
    assert!(turned(&two, bundle).await.contains("is not confirmed here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_that_says_what_its_record_does_not_say_is_refused_though_the_sender_signed_it() {
    let two = Two::by_hand().await;
    two.refers().await;
    for (from, to, why) in [
        ("\"form\": \"comity-bundle/1\"", "\"form\": \"comity-bundle/2\"", "its form is"),
        ("\"end\": \"sender\"", "\"end\": \"sender\",\n  \"more\": 1", "unknown field"),
        ("\"sought\": \"adopt\"", "\"sought\": \"endorse\"", "the record does not have the step"),
        ("Ten governments", "All governments", "the record does not have the step"),
        ("\"number\": 1", "\"number\": 2", "called otherwise"),
        ("#sender-1", "#sender-2", "not where it is counted"),
    ] {
        let said = turned(&two, retold(&two, from, to).await).await;
        assert!(said.contains(why), "{from} → {to}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_from_the_future_is_refused_and_taken_when_its_time_has_come() {
    let two = Two::by_hand().await;
    two.refers().await;
    two.a.app.state.clock.advance(TimeDelta::days(1));
    let bundle = two.sent().await;
    assert!(turned(&two, bundle.clone()).await.contains("from the future"));
    two.b.app.state.clock.advance(TimeDelta::days(1));
    bring(&two.b, bundle).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_keeps_to_its_schema() {
    let two = Two::by_hand().await;
    two.refers().await;
    let files = unpack(&two.sent().await).unwrap();
    let of = |name: &str| &files.iter().find(|(other, _)| other == name).unwrap().1;
    let value = serde_json::from_slice(of(REFERRAL)).unwrap();
    let schema = serde_json::from_slice(of("referral.schema.json")).unwrap();
    crate::command::hold(&value, &schema, &schema, "");
    assert_eq!(of("referral.schema.json"), include_bytes!("../../../src/export/referral.schema.json"));
    assert!(here(&two.a).url.starts_with("http://"));
}
