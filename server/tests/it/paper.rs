//! A draft is printed.

use axum::http::header::ACCEPT_LANGUAGE;

use crate::support::World;

const PAPERS: [&str; 6] = ["pdf", "room.pdf", "beside.pdf", "endnotes.pdf", "matrix.pdf", "sign-off.pdf"];

#[tokio::test]
async fn every_paper_of_a_draft_can_be_downloaded_in_both_languages() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Make it a #duty ]]> $x$.", Some("says \\in writing")).await;
    for language in ["en", "ar"] {
        let mut grace = world.as_(&world.grace).await.with(ACCEPT_LANGUAGE, language);
        let page = grace.get(&world.page("/export")).await;
        for paper in PAPERS {
            assert!(page.html().contains(&format!("/export.{paper}\"")), "no link to {paper}");
            let file = grace.get(&world.page(&format!("/export.{paper}"))).await;
            assert_eq!(file.status, 200, "{language}, {paper}: {}", file.main_text());
            assert_eq!(file.header("content-type"), "application/pdf");
            assert!(file.bytes.starts_with(b"%PDF-1.7"), "{paper}");
        }
    }
}

#[tokio::test]
async fn what_no_font_has_is_said_before_the_download() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, None, "Cut in stone: \u{13000}.", None).await;
    let mut grace = world.as_(&world.grace).await;
    assert_eq!(grace.get(&world.page("/export.pdf")).await.status, 200, "comments are no part of the text");
    let sent = grace.get(&world.page("/export.endnotes.pdf")).await;
    assert_eq!(sent.status, 303);
    let page = grace.get(sent.header("location")).await;
    let text = page.main_text();
    assert!(text.contains("No font here has the character U+13000."), "{text}");
    assert!(page.html().contains("/export.endnotes.pdf?anyway=1"), "{}", page.html());
    let file = grace.get(&world.page("/export.endnotes.pdf?anyway=1")).await;
    assert!(file.bytes.starts_with(b"%PDF-1.7"));
}

#[tokio::test]
async fn a_draft_that_is_not_there_is_not_printed() {
    let world = World::in_consultation().await;
    let mut reader = world.app.browser();
    assert_eq!(reader.get("/drafts/DN-2020-404/export.pdf").await.status, 404);
    assert_eq!(reader.get(&world.page("/export.pdf?version=9")).await.status, 404);
}
