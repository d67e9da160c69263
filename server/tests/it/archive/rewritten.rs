//! History that is rewritten: in the database, and in the whole record with the key at hand.

use std::collections::{BTreeMap, BTreeSet};

use domain::record::{Checkpoint, Event, Excerpt, FIRST, Head, heads};
use entity::{Db, event};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::json;
use server::{
    export::{Against, verify},
    key::{Key, NAME, Pin},
};

use super::{Files, REFERENCE, archive_of, findings, found};
use crate::support::{TestApp, World};

#[tokio::test]
async fn an_objection_made_an_endorsement_in_the_database_is_found() {
    let app = TestApp::demo().await;
    let turn =
        "UPDATE sign_off SET kind = 'endorse', position = '{\"position\":\"endorse\"}' WHERE kind = 'object'";
    let turned = app.state.db.owner().execute_unprepared(turn).await.unwrap();
    assert!(turned.rows_affected() > 0);
    let found = findings(&archive_of(&app, REFERENCE).await);
    assert!(found.iter().any(|finding| finding.contains("not what was signed")), "{found:?}");
}

#[tokio::test]
async fn an_event_changed_in_the_database_is_found() {
    let app = TestApp::demo().await;
    let turn =
        "UPDATE event SET payload = replace(payload, '\"position\":\"object\"', '\"position\":\"endorse\"')";
    app.state.db.owner().execute_unprepared(turn).await.unwrap();
    let now = app.state.clock.now();
    // Nothing was signed yet, and what is no chain is not signed.
    let refused = app.state.signer.catch_up(&app.state.db, now).await.unwrap_err();
    assert!(refused.to_string().contains("its content does not match its hash"), "{refused}");
}

#[tokio::test]
async fn what_was_signed_and_is_rewritten_is_not_signed_again_and_nothing_more_is_written() {
    let world = World::in_consultation().await;
    let (state, now) = (&world.app.state, world.now());
    state.signer.catch_up(&state.db, now).await.unwrap().unwrap();
    world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
    let rewrite = "UPDATE event SET hash = previous WHERE sequence = 3";
    state.db.owner().execute_unprepared(rewrite).await.unwrap();
    let refused = state.signer.catch_up(&state.db, now).await.unwrap_err();
    assert!(refused.to_string().contains("are not those signed"), "{refused}");
    assert!(state.db.begin().await.is_err());
    // Nor after a restart, nor when the checkpoint in the database is gone as well: there is a copy beside the key.
    for forget in ["SELECT 1", "DELETE FROM checkpoint"] {
        state.db.owner().execute_unprepared(forget).await.unwrap();
        let signer = world.app.signer().await;
        let refused = signer.catch_up(&state.db, now).await.unwrap_err();
        assert!(refused.to_string().contains("are not those signed"), "{refused}");
    }
    // Nor a record that ends before the checkpoint.
    state.db.owner().execute_unprepared("DELETE FROM event WHERE sequence > 2").await.unwrap();
    let signer = world.app.signer().await;
    assert!(signer.catch_up(&state.db, now).await.is_err());
}

#[tokio::test]
async fn the_record_goes_on_after_an_older_archive() {
    let world = World::in_consultation().await;
    let state = &world.app.state;
    let reference = &world.draft.reference;
    let older = archive_of(&world.app, reference).await;
    world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
    let newer = archive_of(&world.app, reference).await;
    let pin = Pin::Key(state.signer.known().public.clone());
    let since = |archive: &[u8], older: &[u8]| {
        verify(archive, Against { key: Some(&pin), since: Some(older) }).unwrap()
    };
    let verified = since(&newer, &older);
    assert_eq!(found(&verified), Vec::<String>::new());
    assert!(verified.since.unwrap() < verified.size);
    let backwards = found(&since(&older, &newer));
    assert_eq!(backwards, ["the older archive: it is the newer one"]);

    let rewritten = rewritten(&state.db, &newer, &state.signer.known().key).await;
    assert_eq!(found(&since(&rewritten, &rewritten)), Vec::<String>::new());
    let caught = found(&since(&rewritten, &older));
    assert!(caught.iter().any(|finding| finding.contains("has been changed since")), "{caught:?}");
}

/// The archive of a record in which the title was another from the beginning: every event chained anew, and all of it signed with the
/// key of the site.
async fn rewritten(db: &Db, archive: &[u8], key: &Key) -> Vec<u8> {
    let rows = event::Entity::find().all(db.read()).await.unwrap();
    let mut rows: Vec<Event> = rows.iter().map(|row| row.event().unwrap()).collect();
    rows.sort_by_key(|event| event.entry.sequence);
    let (mut events, mut ends) = (Vec::<Event>::new(), BTreeMap::<String, Head>::new());
    for mut event in rows {
        if event.entry.payload.contains_key("title") {
            event.entry.payload.insert("title".to_owned(), json!("Otherwise"));
        }
        event.links.previous = events.last().map_or(FIRST, |last| last.hash);
        event.links.run_previous = ends.get(event.entry.run()).map_or(FIRST, |head| head.hash);
        let event = event.entry.chained(event.links, event.salt).unwrap();
        let head = Head { number: event.links.run_number, hash: event.hash };
        ends.insert(event.entry.run().to_owned(), head);
        events.push(event);
    }
    let mut files = Files::of(archive);
    let (mut own, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let leaves = heads(ends.iter().map(|(run, head)| (run.as_str(), *head)));
    let mut written = format!("size {}\n", leaves.len());
    for name in ["record/draft.jsonl", "record/forum.jsonl"] {
        let run = files.events(name)[0].entry.run().to_owned();
        let of_run: Vec<_> = events.iter().filter(|event| event.entry.run() == run).cloned().collect();
        own.extend(of_run.iter().map(|event| event.entry.sequence as usize - 1));
        files.put_events(name, &of_run);
        let place = leaves.binary_search(&ends[&run].leaf(&run)).unwrap();
        seen.insert(place);
        written.push_str(&format!("head {place} {run}\n"));
    }
    let hashes: Vec<_> = events.iter().map(|event| event.hash).collect();
    let older = (1..hashes.len()).collect();
    files.put("record/tree.txt", Excerpt::of(&hashes, &own, &older).to_string());
    files.put("record/heads.txt", written + &Excerpt::of(&leaves, &seen, &BTreeSet::new()).to_string());
    let note = key.sign(&Checkpoint::of(NAME, &hashes, &leaves).unwrap().to_string());
    files.put("record/checkpoint.txt", note);
    let marks: BTreeMap<String, String> = events
        .iter()
        .filter(|event| event.entry.subject.contains("/thread/"))
        .map(|event| (event.entry.subject.clone(), event.hash.to_string()))
        .collect();
    let text = files.text("dossier.json");
    let mut dossier: domain::record::Dossier = serde_json::from_str(&text).unwrap();
    dossier.title = "Otherwise".to_owned();
    for thread in &mut dossier.threads {
        let mark = &marks[&format!("draft/{}/thread/{}", dossier.reference, thread.number)];
        thread.comments[0].receipt = format!("{}/{}.1-{}", dossier.reference, thread.number, &mark[..10]);
    }
    files.put("dossier.json", serde_json::to_string_pretty(&dossier).unwrap() + "\n");
    let exported = files.exported.parse().unwrap();
    server::export::seal(&dossier.reference, exported, files.files.into_iter().collect(), key).unwrap()
}
