//! Pages, their statuses and what travels with them.

use axum::http::{Method, header};
use chrono::TimeDelta;
use insta::assert_snapshot;

use crate::support::{Browser, TestApp};

#[tokio::test]
async fn the_first_page_says_what_the_site_is() {
    let app = TestApp::new().await;
    let page = app.browser().get("/").await;
    assert_eq!(page.status, 200);
    assert!(page.main_text().starts_with("Draft principles, open to answer line by line"));
}

#[tokio::test]
async fn an_address_that_names_nothing_is_a_page_with_a_way_out() {
    let app = TestApp::new().await;
    let page = app.browser().get("/nowhere").await;
    assert_eq!(page.status, 404);
    assert_snapshot!(page.main_text(), @r"
    There is nothing at this address
    The link may be old, or what it leads to is not open to you.
    What is open for comment All forums
    ");
}

#[tokio::test]
async fn a_method_an_address_does_not_know_is_said_so() {
    let app = TestApp::new().await;
    let page = app.browser().post("/help", &[]).await;
    assert_eq!(page.status, 405);
    assert!(page.main_text().contains("Go back to the page you came from"));
    assert_eq!(app.browser().send(Method::DELETE, "/", None, Vec::new()).await.status, 405);
    assert_eq!(app.browser().get("/sign-out").await.status, 405);
}

#[tokio::test]
async fn every_page_forbids_what_it_does_not_need() {
    let app = TestApp::new().await;
    for path in ["/", "/nowhere", "/health"] {
        let page = app.browser().get(path).await;
        assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
        assert!(!page.html().contains("<style") && !page.html().contains("style=\""), "{path}");
    }
}

#[tokio::test]
async fn a_page_of_text_alone_loads_no_script() {
    let app = TestApp::new().await;
    let page = app.browser().get("/help").await;
    assert!(!page.html().contains("<script"));
    let ada = app.person("Ada Lind").await;
    assert!(app.signed_in(&ada).await.get("/settings").await.html().contains("<script type=\"module\""));
}

#[tokio::test]
async fn a_reader_who_comes_back_is_told_that_nothing_changed() {
    let app = TestApp::new().await;
    let first = app.browser().get("/help").await;
    let mut again = app.browser().with(header::IF_NONE_MATCH, first.header("etag"));
    assert_eq!(again.get("/help").await.status, 304);
    let mut compressed = app.browser().with(header::ACCEPT_ENCODING, "gzip, br");
    let small = compressed.get("/help").await;
    assert_eq!(small.header("content-encoding"), "br");
    assert!(small.bytes.len() < first.bytes.len() / 2);
    assert_ne!(small.header("etag"), first.header("etag"));
}

#[tokio::test]
async fn what_one_reader_sees_is_never_kept_for_another() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    let hers = app.signed_in(&ada).await.get("/help").await;
    assert!(hers.html().contains("Ada Lind"));
    assert_eq!(hers.header("cache-control"), "no-store");
    assert!(!app.browser().get("/help").await.html().contains("Ada Lind"));
}

#[tokio::test]
async fn the_site_speaks_the_reader_s_language_from_right_to_left_where_it_is_written_so() {
    let app = TestApp::new().await;
    let mut asks = app.browser().with(header::ACCEPT_LANGUAGE, "ar-EG,ar;q=0.9,en;q=0.5");
    assert!(asks.get("/").await.html().contains("<html lang=\"ar\" dir=\"rtl\""));
    let mut chooses = app.browser();
    let page = chooses.post_and_follow("/language", &[("page", "/help"), ("lang", "ar")]).await;
    assert!(page.html().contains("<html lang=\"ar\" dir=\"rtl\""));
    assert!(app.browser().get("/").await.html().contains("<html lang=\"en\" dir=\"ltr\""));
}

#[tokio::test]
async fn whoever_runs_the_server_can_ask_how_it_is() {
    let app = TestApp::new().await;
    app.person("Ada Lind").await;
    app.state.clock.advance(TimeDelta::hours(1));
    let page = app.browser().get("/health").await;
    assert_eq!(page.status, 200);
    assert!(page.html().contains("\"events\":1"), "{}", page.html());
}

#[tokio::test]
async fn the_foot_offers_what_the_reader_can_use() {
    let app = TestApp::demo().await;
    let page = app.browser().get("/help").await;
    assert!(!page.html().contains("href=\"/settings\""));
    assert!(app.as_cast("Mira Oduya").await.get("/help").await.html().contains("href=\"/settings\""));
}

#[tokio::test]
async fn words_that_end_with_a_piece_of_view_end_there() {
    let page = TestApp::demo().await.browser().get("/drafts/DN-2026-001/history").await;
    assert!(page.html().contains("UTC</abbr></p>"), "no space is added that a full stop would stand behind");
}

#[tokio::test]
async fn whom_to_tell_of_a_weakness_stands_where_it_is_looked_for() {
    let mut app = TestApp::new().await;
    assert_eq!(app.browser().get("/.well-known/security.txt").await.status, 404);
    app.state.security_contact = Some("mailto:security@example.org".into());
    let page = Browser::new(server::router(app.state.clone())).get("/.well-known/security.txt").await;
    assert_eq!((page.status, page.header("content-type")), (200, "text/plain; charset=utf-8"));
    let lines: Vec<_> = page.html().lines().collect();
    assert_eq!(lines[0], "Contact: mailto:security@example.org");
    assert!(lines[1].starts_with("Expires: ") && lines[1].ends_with('Z'), "{}", lines[1]);
    assert_eq!(lines[3], "Canonical: http://comity.example/.well-known/security.txt");
}
