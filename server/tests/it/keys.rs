//! Whose key signs the record: one for all servers on a database, through the loss of a data folder and from one key to the next.

use std::{path::Path, process::Command};

use domain::record::Kind;
use entity::{Db, event, signing_key};
use sea_orm::ConnectionTrait;
use secrecy::SecretString;
use server::{
    checkpoint::Signer,
    clock,
    export::{Against, Format, Trust, Verified, export, seal, unpack, verify},
    key::{Handover, Key, Keyring, NAME, NoKey, Pin},
};
use tempfile::{TempDir, tempdir};

use crate::support::{World, new_db};

const SECRET: &str = "a secret of more than thirty-two letters";

fn keyring(folder: &Path, secret: Option<&str>) -> Keyring {
    let secret = secret.map(|secret| SecretString::from(secret.to_owned()));
    Keyring::new(folder, secret.as_ref()).unwrap()
}

/// A server on the database of this world, with a data folder of its own.
struct Server {
    db: Db,
    folder: TempDir,
}

impl Server {
    async fn beside(world: &World) -> Self {
        Self { db: world.app.another_db().await, folder: tempdir().unwrap() }
    }

    async fn signer(&self, world: &World, secret: Option<&str>) -> Result<Signer, NoKey> {
        Signer::open(&self.db, keyring(self.folder.path(), secret), world.now()).await
    }
}

/// Moves the key of a world into its database.
async fn with_secret(world: &World) -> Signer {
    let keyring = keyring(world.app.folder(), Some(SECRET));
    Signer::open(world.db(), keyring, world.now()).await.unwrap()
}

async fn archive(db: &Db, signer: &Signer, world: &World) -> Vec<u8> {
    export(db, signer, None, &world.draft.reference, Format::Archive, world.now()).await.unwrap()
}

fn checked(archive: &[u8], pin: &Pin, since: Option<&[u8]>) -> Verified {
    verify(archive, Against { key: Some(pin), since }).unwrap()
}

fn holds(verified: &Verified) {
    assert_eq!(verified.findings.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
}

fn says(verified: &Verified, why: &str) {
    let found: Vec<_> = verified.findings.iter().map(ToString::to_string).collect();
    assert!(found.iter().any(|finding| finding.contains(why)), "{found:?}");
}

fn pin(signer: &Signer) -> Pin {
    Pin::Key(signer.known().public.clone())
}

#[tokio::test]
async fn two_servers_on_one_database_sign_with_one_key() {
    let world = World::in_consultation().await;
    let first = with_secret(&world).await;
    let server = Server::beside(&world).await;
    let second = server.signer(&world, Some(SECRET)).await.unwrap();
    assert_eq!(first.known().public, second.known().public);
    assert!(!server.folder.path().join("checkpoint.key").exists());
    let older = archive(world.db(), &first, &world).await;
    world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
    let newer = archive(&server.db, &second, &world).await;
    holds(&checked(&newer, &pin(&first), Some(&older)));
}

#[tokio::test]
async fn servers_that_start_at_once_on_an_empty_database_make_one_key() {
    let (url, folder) = new_db().await;
    let mut signers = Vec::new();
    let first = Db::open(&url, clock::secret()).await.unwrap();
    server::database::migrate(&first).await.unwrap();
    for _ in 0..4 {
        let (db, folder) = (Db::open(&url, clock::secret()).await.unwrap(), tempdir().unwrap());
        signers.push(tokio::spawn(async move {
            let now = clock::Clock::default().now();
            Signer::open(&db, keyring(folder.path(), Some(SECRET)), now).await.unwrap()
        }));
    }
    let mut keys = std::collections::BTreeSet::new();
    for signer in signers {
        keys.insert(signer.await.unwrap().fingerprint());
    }
    assert_eq!(keys.len(), 1);
    assert_eq!(signing_key::Entity::all(first.read()).await.unwrap().len(), 1);
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_server_without_the_key_of_its_database_does_not_sign_with_another() {
    let world = World::in_consultation().await;
    let server = Server::beside(&world).await;
    // The key is in a file of the first server.
    let refused = server.signer(&world, None).await.err().unwrap();
    assert!(matches!(refused, NoKey::Elsewhere { .. }), "{refused}");
    assert!(refused.to_string().contains("checkpoint.key"), "{refused}");
    let refused = server.signer(&world, Some(SECRET)).await.err().unwrap();
    assert!(matches!(refused, NoKey::Elsewhere { .. }), "{refused}");
    // Copied, it is shared.
    let file = "checkpoint.key";
    std::fs::copy(world.app.folder().join(file), server.folder.path().join(file)).unwrap();
    let shared = server.signer(&world, None).await.unwrap();
    assert_eq!(shared.known().public, world.app.state.signer.known().public);
}

#[tokio::test]
async fn a_secret_moves_the_key_into_the_database_and_a_lost_data_folder_loses_nothing() {
    let world = World::in_consultation().await;
    let before = archive(world.db(), &world.app.state.signer, &world).await;
    let bare = std::fs::read_to_string(world.app.folder().join("checkpoint.key")).unwrap();
    let first = with_secret(&world).await;
    let sealed = signing_key::Entity::last(world.db().read()).await.unwrap().unwrap().sealed.unwrap();
    assert!(!sealed.contains(bare.trim()));
    // It is not left lying beside the database, where a copy of the folder would carry it away.
    assert!(!world.app.folder().join("checkpoint.key").exists());
    let lost = Server::beside(&world).await;
    let after = lost.signer(&world, Some(SECRET)).await.unwrap();
    world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
    holds(&checked(&archive(&lost.db, &after, &world).await, &pin(&first), Some(&before)));
    let other = lost.signer(&world, Some("another secret of more than thirty-two")).await.err().unwrap();
    assert!(matches!(other, NoKey::OtherSecret(_)), "{other}");
    let none = lost.signer(&world, None).await.err().unwrap();
    assert!(matches!(none, NoKey::NoSecret(_)), "{none}");
    assert!(matches!(
        Keyring::new(lost.folder.path(), Some(&"short".to_owned().into())),
        Err(NoKey::ShortSecret(_))
    ));
}

#[tokio::test]
async fn a_new_secret_takes_the_place_of_the_old_one_and_the_key_stays() {
    let world = World::in_consultation().await;
    let before = with_secret(&world).await;
    let ring = keyring(world.app.folder(), Some(SECRET));
    ring.rotate(world.db(), world.now()).await.unwrap();
    let key = before.keys(world.db(), world.now()).await.unwrap().public.clone();
    let rows = async || signing_key::Entity::all(world.db().read()).await.unwrap();
    let as_it_was = rows().await;
    let next = |secret: &str| SecretString::from(secret.to_owned());
    let new = "the secret of tomorrow, no less long than the other";
    let lost = tempdir().unwrap();
    for (ring, new, why) in [
        (keyring(lost.path(), Some("another secret of more than thirty-two")), new, "with another secret"),
        (keyring(lost.path(), None), new, "Give the secret it was encrypted with as COMITY_SECRET"),
        (ring.clone(), "short", "COMITY_NEW_SECRET is too short"),
    ] {
        let refused = ring.reseal(world.db(), &next(new), world.now()).await.err().unwrap().to_string();
        assert!(refused.contains(why), "{refused}");
        assert_eq!(rows().await, as_it_was);
    }
    let keys = ring.reseal(world.db(), &next(new), world.now()).await.unwrap();
    assert_eq!(keys.public, key);
    let server = Server::beside(&world).await;
    let old = server.signer(&world, Some(SECRET)).await.err().unwrap();
    assert!(matches!(old, NoKey::OtherSecret(_)), "{old}");
    assert_eq!(server.signer(&world, Some(new)).await.unwrap().known().public, key);
    // What the old secret opens is there no more, and the server that runs goes on.
    let sealed: Vec<_> = rows().await.into_iter().map(|row| row.sealed.is_some()).collect();
    assert_eq!(sealed, [false, true]);
    holds(&checked(&archive(world.db(), &before, &world).await, &Pin::Key(key), None));
}

#[tokio::test]
async fn a_key_that_is_not_encrypted_is_not_encrypted_anew() {
    let world = World::in_consultation().await;
    let ring = keyring(world.app.folder(), Some(SECRET));
    let refused = ring.reseal(world.db(), &SecretString::from(SECRET.to_owned()), world.now()).await;
    assert!(matches!(refused, Err(NoKey::NotSealed)));
}

#[tokio::test]
async fn the_key_hands_over_in_the_middle_of_a_record() {
    for secret in [None, Some(SECRET)] {
        let world = World::in_consultation().await;
        let keyring = keyring(world.app.folder(), secret);
        let signer = Signer::open(world.db(), keyring.clone(), world.now()).await.unwrap();
        let server = Server::beside(&world).await;
        let beside = match secret {
            Some(_) => Some(server.signer(&world, secret).await.unwrap()),
            None => None,
        };
        let old = pin(&signer);
        let before = archive(world.db(), &signer, &world).await;
        keyring.rotate(world.db(), world.now()).await.unwrap();
        world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
        let after = archive(world.db(), &signer, &world).await;
        let new = pin(&signer);
        assert_ne!(old, new);
        // Who knows the old key trusts the new one by the note, and the record has only grown.
        let verified = checked(&after, &old, Some(&before));
        holds(&verified);
        assert!(matches!(verified.trust, Trust::HandedOver { .. }), "{:?}", verified.trust);
        let verified = checked(&after, &new, Some(&before));
        holds(&verified);
        assert_eq!(verified.trust, Trust::Pinned);
        says(&checked(&before, &new, None), "nor did that one hand over to it");
        let events = event::Entity::all(world.db().read()).await.unwrap();
        assert!(events.iter().any(|event| event.kind == Kind::KeyHandedOver.key()));
        // The other server signs with the new key as well, and once more there is a step between.
        keyring.rotate(world.db(), world.now()).await.unwrap();
        if let Some(beside) = beside {
            holds(&checked(&archive(&server.db, &beside, &world).await, &old, Some(&before)));
        }
        let last = archive(world.db(), &signer, &world).await;
        holds(&checked(&last, &old, Some(&after)));
        holds(&checked(&last, &new, Some(&before)));
    }
}

#[tokio::test]
async fn the_address_of_the_key_shows_every_hand_over() {
    let world = World::in_consultation().await;
    let address = "/.well-known/comity-key";
    let first = world.app.browser().get(address).await.html().to_owned();
    assert_eq!(first.lines().count(), 1);
    let keyring = keyring(world.app.folder(), None);
    for _ in 0..2 {
        keyring.rotate(world.db(), world.now()).await.unwrap();
    }
    let shown = world.app.browser().get(address).await.html().to_owned();
    let now = world.app.state.signer.known();
    assert_eq!(shown, format!("{}\n\n{}", now.public, now.handovers));
    assert_eq!(shown.matches("comity hand-over 1").count(), 2);
    assert!(shown.contains(&format!("from {first}")), "{shown}");
    // The file as it is pins the key of the day.
    assert!(shown.parse::<Pin>().unwrap().is(&now.public));
}

#[tokio::test]
async fn a_checkpoint_that_was_signed_with_the_key_of_yesterday_is_signed_once_more() {
    let world = World::in_consultation().await;
    let signer = &world.app.state.signer;
    let keyring = keyring(world.app.folder(), None);
    // A server that does not know yet signs past the hand-over.
    let yesterday = signer.known().key.clone();
    keyring.rotate(world.db(), world.now()).await.unwrap();
    let signed = signer.catch_up(world.db(), world.now()).await.unwrap().unwrap();
    let (text, _) = signed.checkpoint.note.split_once("\n\n").unwrap();
    let late = yesterday.sign(&format!("{text}\n"));
    let forget = format!("UPDATE checkpoint SET note = '{late}'");
    world.db().owner().execute_unprepared(&forget).await.unwrap();
    let archive = archive(world.db(), signer, &world).await;
    holds(&checked(&archive, &pin(signer), None));
    holds(&checked(&archive, &Pin::Key(yesterday.public()), None));
}

#[tokio::test]
async fn a_hand_over_that_the_trusted_key_did_not_sign_is_refused() {
    let world = World::in_consultation().await;
    let keyring = keyring(world.app.folder(), None);
    let first = world.app.state.signer.known().key.clone();
    keyring.rotate(world.db(), world.now()).await.unwrap();
    let sound = archive(world.db(), &world.app.state.signer, &world).await;
    let second = world.app.state.signer.known().key.clone();
    let old = Pin::Key(first.public());
    holds(&checked(&sound, &old, None));

    // A stranger signs the whole archive, and would be the heir.
    let thief = Key::of(clock::secret(), NAME);
    let now = world.now();
    let own = Handover::sign(&thief, &thief, now);
    let claimed = own.replacen(&format!("from {}", thief.public()), &format!("from {}", first.public()), 1);
    let other = Handover::sign(&first, &second, now);
    let unlinked = format!("{}\n{}", other, Handover::sign(&thief, &thief, now));
    let forgeries = [
        (claimed, "not signed by both keys"),
        (own, "nor did that one hand over to it"),
        (other.clone(), "the last hand-over is to another key"),
        (unlinked, "hand-over 2 is from another key"),
        (other.replacen("hand-over 1", "hand-over 2", 1), "not written as Comity writes it"),
        (String::new(), "it cannot be read"),
    ];
    for (handovers, why) in forgeries {
        let forged = signed_by(&thief, &sound, Some(handovers));
        says(&checked(&forged, &old, None), why);
    }
    let forged = signed_by(&thief, &sound, None);
    says(&checked(&forged, &old, None), "nor did that one hand over to it");
    // An archive of before the hand-over does not become the older one of a stranger's.
    let forged = signed_by(&thief, &sound, None);
    says(&checked(&forged, &Pin::Key(thief.public()), Some(&sound)), "it was signed by another key");
}

/// The archive as somebody else would have signed it, with these hand-overs.
fn signed_by(key: &Key, archive: &[u8], handovers: Option<String>) -> Vec<u8> {
    let mut files: std::collections::BTreeMap<_, _> = unpack(archive).unwrap().into_iter().collect();
    files.remove("manifest.sig");
    let manifest = String::from_utf8(files.remove("manifest.txt").unwrap()).unwrap();
    let mut lines = manifest.lines().skip(1);
    let reference = lines.next().unwrap().strip_prefix("# reference ").unwrap();
    let exported = lines.next().unwrap().strip_prefix("# exported ").unwrap().parse().unwrap();
    files.insert("key.txt".to_owned(), format!("{}\n", key.public()).into_bytes());
    files.insert("key.pem".to_owned(), key.public().pem().into_bytes());
    let note = String::from_utf8(files["record/checkpoint.txt"].clone()).unwrap();
    let (text, _) = note.split_once("\n\n").unwrap();
    files.insert("record/checkpoint.txt".to_owned(), key.sign(&format!("{text}\n")).into_bytes());
    files.remove("handovers.txt");
    files.extend(handovers.map(|notes| ("handovers.txt".to_owned(), notes.into_bytes())));
    seal(reference, exported, files.into_iter().collect(), key).unwrap()
}

#[tokio::test]
async fn a_lost_key_is_replaced_and_nobody_is_told_that_it_handed_over() {
    let world = World::in_consultation().await;
    let lost = pin(&world.app.state.signer);
    let before = archive(world.db(), &world.app.state.signer, &world).await;
    let kept = keyring(world.app.folder(), None);
    assert!(kept.replace(world.db(), world.now()).await.unwrap().is_none());
    let server = Server::beside(&world).await;
    let ring = keyring(server.folder.path(), None);
    let keys = ring.replace(&server.db, world.now()).await.unwrap().unwrap();
    assert!(keys.handovers.is_empty());
    let signer = server.signer(&world, None).await.unwrap();
    let after = archive(&server.db, &signer, &world).await;
    holds(&checked(&after, &pin(&signer), None));
    says(&checked(&after, &lost, None), "nor did that one hand over to it");
    says(&checked(&after, &pin(&signer), Some(&before)), "which did not hand over");
    let all = event::Entity::all(world.db().read()).await.unwrap();
    assert!(all.iter().any(|event| event.kind == Kind::KeyReplaced.key()));
    // What it signed before is still what must be extended.
    let rewrite = "UPDATE event SET hash = previous WHERE sequence = 3";
    world.db().owner().execute_unprepared(rewrite).await.unwrap();
    let signer = server.signer(&world, None).await.unwrap();
    assert!(signer.catch_up(&server.db, world.now()).await.is_err());
}

#[test]
fn the_command_shows_the_key_and_lets_it_hand_over() {
    let folder = tempdir().unwrap();
    let comity = |arguments: &[&str], secret: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
        command.arg("key").args(arguments).arg("--data").arg(folder.path()).env_remove("DATABASE_URL");
        command.env_remove("COMITY_SECRET").envs(secret.map(|secret| ("COMITY_SECRET", secret)));
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap());
        (output.status.code(), said.concat())
    };
    let (code, first) = comity(&["show"], None);
    assert_eq!((code, first.lines().count()), (Some(0), 1), "{first}");
    let (code, said) = comity(&["rotate"], None);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("fingerprint"), "{said}");
    let (_, second) = comity(&["show"], None);
    assert!(second.contains(&format!("from {first}")), "{second}");
    assert!(!second.starts_with(&first), "{second}");
    // Only its owner can read the file, in which the old key is no more.
    let file = folder.path().join("checkpoint.key");
    let mode = std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(&file).unwrap());
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(std::fs::read_to_string(file).unwrap().lines().count(), 1);
    let (code, said) = comity(&["replace"], None);
    assert_eq!(code, Some(1));
    assert!(said.contains("comity key rotate"), "{said}");
    let (code, said) = comity(&["show"], Some("short"));
    assert_eq!(code, Some(1));
    assert!(said.contains("COMITY_SECRET is too short"), "{said}");
    let (code, said) = comity(&["show"], Some(SECRET));
    assert_eq!(code, Some(0), "{said}");
    let new = "the secret of tomorrow, no less long than the other";
    let (code, said) =
        comity(&["reseal", "--new-secret", new], Some("another secret of more than thirty-two"));
    assert_eq!(code, Some(1));
    assert!(said.contains("was encrypted with another secret than COMITY_SECRET"), "{said}");
    let (code, said) = comity(&["reseal", "--new-secret", new], Some(SECRET));
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = comity(&["show"], Some(SECRET));
    assert_eq!(code, Some(1), "{said}");
    let (code, third) = comity(&["show"], Some(new));
    assert_eq!((code, third), (Some(0), second), "the key is the same");
    // No key lies bare beside the database any more.
    assert!(!folder.path().join("checkpoint.key").exists());
}
