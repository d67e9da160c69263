//! What is left of words that moderation erased, and who may erase them.

use domain::typed::Reason;
use entity::comment;
use sea_orm::ConnectionTrait;
use server::{
    export::{Against, verify},
    key::Pin,
};

use crate::{archive::archive_of, support::World};

const WORDS: &str = "Call me on 0171 555 0199 and say which body.";
const WORDING: &str = "A public body says in writing what 0171 555 0199 is for.";

async fn hide(world: &World, said: &comment::Model) {
    let ada = world.reader(&world.ada).await;
    let reason = Reason::parse("It gives a private number.").unwrap();
    ada.hide_comment(world.db(), said, reason, world.now()).await.unwrap();
}

#[tokio::test]
async fn erased_words_are_gone_for_good_and_the_record_holds() {
    let world = World::in_consultation().await;
    let thread = world.comments(&world.mira, Some("L3"), WORDS, Some(WORDING)).await;
    let said = comment::Entity::numbered(world.db().read(), thread.id, 1).await.unwrap();
    let (at, to) = (world.page("/threads/1"), world.page("/threads/1/comments/1/erasure"));
    let fields = [("page", at.as_str()), ("erasing", "Its author asked for it.")];
    let mut ada = world.as_(&world.ada).await;
    assert_eq!(ada.post(&to, &fields).await.status, 409, "it is not hidden yet");
    hide(&world, &said).await;
    let form = ada.get(&format!("{at}?erase=1")).await.main_text();
    assert!(form.contains("Erase the words of this comment for good?"), "{form}");
    assert_eq!(world.as_(&world.mira).await.post(&to, &fields).await.status, 403);
    assert_eq!(world.as_(&world.ben).await.post(&to, &fields).await.status, 403);
    assert_eq!(ada.post(&to, &[("page", at.as_str()), ("erasing", "")]).await.status, 422);
    let page = ada.post_and_follow(&to, &fields).await.main_text();
    assert!(
        page.contains("The words of this comment were erased by the moderators: Its author asked for it.")
    );
    assert_eq!(ada.post(&to, &fields).await.status, 409, "it is erased already");
    let left = comment::Entity::numbered(world.db().read(), thread.id, 1).await.unwrap();
    assert_eq!(
        (left.body.as_str(), left.suggestion, left.salt, left.suggestion_salt),
        ("", None, None, None)
    );
    assert_eq!(left.receipt, said.receipt);
    let mut anybody = world.app.browser();
    for (page, stub) in [
        ("/threads/1", "were erased by the moderators"),
        ("/threads", "An erased comment"),
        ("/responses", "were erased by the moderators"),
        ("", "Erased by moderation"),
        ("/history", "The words of a comment were erased"),
        ("/export.md", "were erased by moderation"),
        ("/export.csv", "were erased by moderation"),
        ("/export.html", "The words of a comment were erased"),
        ("/export.json", "\"erased\""),
    ] {
        let answer = anybody.get(&world.page(page)).await;
        assert!(answer.html().contains(stub), "{page}: {}", answer.html());
        assert!(!answer.html().contains("0171"), "{page}");
    }
    let archive = archive_of(&world.app, &world.draft.reference).await;
    let pin = Pin::Key(world.app.state.signer.known().public.clone());
    let against = Against { key: Some(&pin), since: None };
    let verified = verify(&archive, against).unwrap();
    assert_eq!(verified.findings, []);
}

#[tokio::test]
async fn what_is_erased_is_not_in_the_file_of_the_database_either() {
    if std::env::var("COMITY_TEST_POSTGRES").is_ok() {
        return;
    }
    let world = World::in_consultation().await;
    let long = format!("{WORDS} {}", "It goes on over many pages of the file. ".repeat(300));
    let thread = world.comments(&world.mira, Some("L3"), &long, Some(WORDING)).await;
    let said = comment::Entity::numbered(world.db().read(), thread.id, 1).await.unwrap();
    let in_file = async || {
        world.db().owner().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
        let file = std::fs::read(world.app.folder().join("comity.sqlite")).unwrap();
        let has = |words: &str| file.windows(words.len()).any(|bytes| bytes == words.as_bytes());
        [has("0171 555 0199"), has("many pages of the file"), has(&said.salt.as_ref().unwrap().0.to_string())]
    };
    assert_eq!(in_file().await, [true; 3]);
    hide(&world, &said).await;
    let ada = world.reader(&world.ada).await;
    let reason = Reason::parse("Its author asked for it.").unwrap();
    ada.erase_comment(world.db(), &said, reason, world.now()).await.unwrap();
    assert_eq!(in_file().await, [false; 3]);
}
