//! What people see while the disk or the database fails, and that they lose nothing by it.

use sea_orm::ConnectionTrait;

use crate::support::World;

/// From here on the database refuses to write, or does so again.
async fn refuse_to_write(world: &World, refuse: bool) {
    let pragma = format!("PRAGMA query_only = {}", i32::from(refuse));
    world.db().owner().execute_unprepared(&pragma).await.unwrap();
}

fn on_postgres() -> bool {
    std::env::var("COMITY_TEST_POSTGRES").is_ok()
}

#[tokio::test]
async fn a_comment_that_cannot_be_saved_comes_back_with_its_words_and_is_posted_once_the_disk_is_back() {
    if on_postgres() {
        return;
    }
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    let page = world.page("?from=4&to=4");
    let form = [
        ("page", page.as_str()),
        ("draft", world.draft.reference.as_str()),
        ("version", "1"),
        ("lines", "L4"),
        ("kind", "general"),
        ("comment", "Say who reads the statement."),
    ];
    refuse_to_write(&world, true).await;
    for (language, sentence) in [("en", "This could not be saved"), ("ar", "تعذّر حفظ هذا")] {
        let mut browser = mira.clone().with(axum::http::header::ACCEPT_LANGUAGE, language);
        let answer = browser.post("/threads", &form).await;
        assert_eq!(answer.status, 503);
        assert!(answer.main_text().contains(sentence), "{}", answer.main_text());
        assert_eq!(answer.field("comment").as_deref(), Some("Say who reads the statement."));
    }
    refuse_to_write(&world, false).await;
    let thread = mira.post_and_follow("/threads", &form).await;
    assert!(thread.main_text().contains("Say who reads the statement."), "{}", thread.main_text());
}

#[tokio::test]
async fn health_says_that_nothing_can_be_written() {
    if on_postgres() {
        return;
    }
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    refuse_to_write(&world, true).await;
    let answer = browser.get("/health").await;
    assert_eq!(answer.status, 503);
    assert!(answer.html().contains("\"writing\":\"the database is read-only\""), "{}", answer.html());
    assert!(answer.html().contains("\"database\":\"ok\""), "{}", answer.html());
}

#[tokio::test]
async fn health_is_well_when_something_was_written() {
    let world = World::in_consultation().await;
    let answer = world.app.browser().get("/health").await;
    assert_eq!(answer.status, 200);
    assert!(answer.html().contains("\"writing\":\"ok\""), "{}", answer.html());
}

#[tokio::test]
async fn a_session_that_cannot_be_kept_is_said_so_with_the_words() {
    if on_postgres() {
        return;
    }
    let world = World::in_consultation().await;
    let page = world.page("?from=4&to=4");
    let form = [
        ("page", page.as_str()),
        ("draft", world.draft.reference.as_str()),
        ("version", "1"),
        ("lines", "L4"),
        ("kind", "general"),
        ("comment", "Say who reads the statement."),
    ];
    refuse_to_write(&world, true).await;
    // Nobody is signed in, so that this would be kept until they are.
    let answer = world.app.browser().post("/threads", &form).await;
    assert_eq!(answer.status, 503);
    assert!(answer.main_text().starts_with("This could not be saved"), "{}", answer.main_text());
    assert!(answer.html().contains("Say who reads the statement."), "{}", answer.main_text());
    assert_eq!(answer.header("set-cookie"), "");
    let sign_in = [("page", "/sign-in"), ("email", world.mira.email.as_str()), ("back", "/")];
    let answer = world.app.browser().post("/sign-in/as", &sign_in).await;
    assert_eq!(answer.status, 503);
    assert!(answer.main_text().contains("This could not be saved"), "{}", answer.main_text());
    refuse_to_write(&world, false).await;
    assert_eq!(world.app.browser().post("/threads", &form).await.status, 401);
}
