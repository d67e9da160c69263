//! Finding something by its words, from any page.

use crate::support::World;

#[tokio::test]
async fn the_field_on_every_page_finds_words_in_their_context() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Ferries & <b>harbours</b> are left out.", None).await;
    let mut browser = world.app.browser();
    for page in ["/", "/stakeholders", &world.page(""), &world.page("/threads"), "/nowhere"] {
        let html = browser.get(page).await;
        assert!(
            html.html().contains("action=\"/search\"") && html.html().contains("role=\"search\""),
            "{page}"
        );
    }
    let found = browser.get("/search?q=harbour+ferry").await;
    assert_eq!(found.status, 200);
    assert!(found.html().contains("<mark>Ferries</mark> &amp; &lt;b&gt;<mark>harbours</mark>&lt;/b&gt;"));
    assert!(found.main_text().contains("1 comment"));
    assert!(found.html().contains(&format!("href=\"{}", world.page("/threads/1"))));
    assert_eq!(found.field("q").as_deref(), Some("harbour ferry"), "it stays in the field");
    let nothing = browser.get("/search?q=zeppelin").await;
    assert!(nothing.main_text().contains("Nothing was found."));
    assert!(browser.get("/search").await.main_text().contains("Type some words"));
}

#[tokio::test]
async fn one_kind_has_pages_and_arabic_is_found_right_to_left() {
    let world = World::in_consultation().await;
    for number in 0..23 {
        world.comments(&world.mira, None, &format!("Harbour number {number}."), None).await;
    }
    world.comments(&world.mira, None, "لم تُذكر المؤسسات العامة.", None).await;
    let mut browser = world.app.browser();
    let all = browser.get("/search?q=harbours").await;
    assert!(all.main_text().contains("All 23 comments"));
    let second = browser.get("/search?q=harbours&in=comments&page_number=2").await;
    assert_eq!(second.html().matches("<mark>").count(), 3);
    let mut arabic = world.app.browser().with(axum::http::header::ACCEPT_LANGUAGE, "ar");
    let found = arabic.get("/search?q=%D9%85%D8%A4%D8%B3%D8%B3%D8%A9").await;
    assert!(found.html().contains("dir=\"rtl\"") && found.html().contains("<mark>المؤسسات</mark>"));
}

#[tokio::test]
async fn a_receipt_leads_to_its_comment_and_nothing_tells_of_what_is_hidden() {
    let world = World::in_consultation().await;
    let thread = world.comments(&world.mira, Some("L3"), "The minister lives at 4 Pier Road.", None).await;
    let said = entity::comment::Entity::numbered(world.db().read(), thread.id, 1).await.unwrap();
    let mut browser = world.app.browser();
    let receipt = said.receipt.replace('/', "%2F");
    let found = browser.get(&format!("/search?q={receipt}")).await;
    assert!(found.main_text().contains("Your receipt is for comment 1 on"));
    assert!(browser.get("/search?q=pier").await.html().contains("<mark>Pier</mark>"));
    let ada = world.reader(&world.ada).await;
    let reason = domain::typed::Reason::parse("A private address.").unwrap();
    ada.hide_comment(world.db(), &said, reason, world.now()).await.unwrap();
    let after = browser.get("/search?q=pier").await;
    assert!(after.main_text().contains("Nothing was found.") && !after.html().contains("Road"));
}
