//! Everything about somebody, for themselves; and somebody who erases who they are.

use entity::account;
use sea_orm::EntityTrait;
use server::{
    export::{Against, verify},
    key::Pin,
};

use crate::{archive::archive_of, support::World};

#[tokio::test]
async fn one_gets_everything_about_oneself_and_of_nobody_else() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L2"), "How late is too late?", None).await;
    world.comments(&world.grace, Some("L2"), "Grace says this.", None).await;
    assert_eq!(world.app.browser().get("/settings/about-me.json").await.status, 303);
    let mut mira = world.as_(&world.mira).await;
    let file = mira.get("/settings/about-me.json").await;
    assert_eq!(file.header("content-type"), "application/json");
    assert_eq!(file.header("cache-control"), "no-store");
    let all: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
    assert_eq!(all["account"][0]["email"], "mira@example.org");
    assert_eq!(all["comment"][0]["body"], "How late is too late?");
    assert_eq!(all["session"].as_array().map(Vec::len), Some(1));
    assert!(all["event"].as_array().is_some_and(|acts| !acts.is_empty()));
    for other in ["grace@example.org", "Grace says this.", "\"salt\"", "\"digest\""] {
        assert!(!file.html().contains(other), "{other}");
    }
}

#[tokio::test]
async fn who_erases_themselves_is_gone_and_what_they_said_stays() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L2"), "How late is too late?", None).await;
    let mut mira = world.as_(&world.mira).await;
    let mut phone = world.as_(&world.mira).await;
    let token = [("page", "/settings"), ("token_name", "mine"), ("scopes", "read"), ("days", "30")];
    let made = mira.post("/settings/tokens", &token).await;
    assert_eq!(made.status, 200, "{}", made.main_text());
    let settings = mira.get("/settings").await;
    assert!(settings.html().contains("action=\"/settings/erasure\""));
    let page = mira.post_and_follow("/settings/erasure", &[("page", "/settings")]).await;
    assert!(page.main_text().contains("Your name and your address are erased"), "{}", page.main_text());
    for browser in [&mut mira, &mut phone] {
        assert_eq!(browser.get("/settings").await.status, 303);
    }
    let db = world.db().read();
    assert_eq!(entity::token::Entity::find().all(db).await.unwrap().len(), 0);
    assert!(account::Entity::by_email(db, "mira@example.org").await.unwrap().is_none());
    let letters = world.app.letters().await.len();
    let form = [("page", "/sign-in"), ("email", "withdrawn/6"), ("back", "/")];
    assert_eq!(world.app.browser().post("/sign-in", &form).await.status, 422);
    assert_eq!(world.app.letters().await.len(), letters);

    let mut anybody = world.app.browser();
    for page in ["/threads/1", "/threads", "", "/history", "/export.md", "/export.json", "/export.csv"] {
        let page = world.page(page);
        let shown = anybody.get(&page).await;
        assert_eq!(shown.status, 200, "{page}");
        assert!(!shown.html().contains("Mira"), "{page}");
    }
    let thread = anybody.get(&world.page("/threads/1")).await;
    assert!(thread.main_text().contains("A withdrawn participant"), "{}", thread.main_text());
    assert!(thread.main_text().contains("How late is too late?"));
    assert!(!anybody.get("/stakeholders/karst").await.html().contains("Mira"));

    let archive = archive_of(&world.app, &world.draft.reference).await;
    let pin = Pin::Key(world.app.state.signer.known().public.clone());
    let verified = verify(&archive, Against { key: Some(&pin), since: None }).unwrap();
    assert_eq!(verified.findings, []);
}

#[tokio::test]
async fn the_only_administrator_stays_until_there_is_another() {
    let world = World::in_consultation().await;
    let root = account::Entity::by_email(world.db().read(), "root@example.org").await.unwrap().unwrap();
    let mut browser = world.as_(&root).await;
    let refused = browser.post("/settings/erasure", &[("page", "/settings")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.main_text().contains("the only administrator"), "{}", refused.main_text());
}

#[tokio::test]
async fn a_page_says_what_is_kept_and_for_how_long() {
    let world = World::in_consultation().await;
    let page = world.app.browser().get("/privacy").await;
    assert!(page.main_text().contains("For how long") && page.main_text().contains("15 minutes"));
}
