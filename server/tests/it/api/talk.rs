//! Commenting by program, and reading it back page by page.

use axum::http::{HeaderName, header};
use serde_json::{Value, json};

use super::{get, json as read, post, whole};
use crate::support::World;

const KEY: HeaderName = HeaderName::from_static("idempotency-key");

#[tokio::test]
async fn a_comment_goes_in_and_comes_out_with_its_receipt() {
    let world = World::in_consultation().await;
    let mut mira = whole(&world, &world.mira).await;
    let comment = json!({
        "version": 1,
        "lines": "L3",
        "quote": "what a system is for",
        "body": "And for whom.",
        "suggestion": "what a system is for, and for whom",
        "stakeholder": "karst",
    });
    let made = post(&mut mira, "/drafts/DN-2026-001/threads", &comment).await;
    assert_eq!(made.status, 201, "{}", made.html());
    let address = made.header("location").to_owned();
    assert_eq!(address, "/api/v1/drafts/DN-2026-001/threads/1");
    let thread = read(&mira.get(&address).await);
    assert_eq!(thread["stakeholder"]["name"], "Karst Civic Lab");
    assert_eq!(thread["anchor"]["quote"], "what a system is for");
    assert_eq!(thread["suggestion"], "what a system is for, and for whom");
    let receipt = get(&mut world.app.browser(), "/drafts/DN-2026-001/receipts/1.1").await;
    assert!(receipt.html().contains(thread["opening"]["receipt"].as_str().unwrap()), "{}", receipt.html());
    // A page shows the same.
    let page = world.app.browser().get("/drafts/DN-2026-001/threads/1").await;
    assert!(page.main_text().contains("And for whom."), "{}", page.main_text());
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_in_the_language_asked_for() {
    let world = World::in_consultation().await;
    let mut mira = whole(&world, &world.mira).await;
    let wrong = |field: &str, code: &str, answer: Value| {
        let errors = answer["errors"].as_array().unwrap();
        assert!(errors.iter().any(|one| one["field"] == field && one["code"] == code), "{answer}");
        assert_eq!(answer["status"], 422);
    };
    let post_thread = "/drafts/DN-2026-001/threads";
    let sent = json!({ "version": 1, "lines": "L99", "body": "Where?" });
    wrong("lines", "refusal-no-such-line", read(&post(&mut mira, post_thread, &sent).await));
    let sent = json!({ "version": 1, "lines": "L3", "quote": "not there", "body": "Where?" });
    wrong("quote", "refusal-quote-not-there", read(&post(&mut mira, post_thread, &sent).await));
    let sent = json!({ "version": 1, "body": " " });
    wrong("body", "refusal-comment-empty", read(&post(&mut mira, post_thread, &sent).await));
    let sent = json!({ "version": 1, "body": "For whom?", "stakeholder": "aravel" });
    wrong("stakeholder", "refusal-no-mandate", read(&post(&mut mira, post_thread, &sent).await));
    let shape = post(&mut mira, post_thread, &json!({ "version": 1, "body": "x", "colour": "red" })).await;
    assert_eq!((shape.status, read(&shape)["code"].as_str()), (422, Some("api-shape")));
    for unreadable in ["{", "", "[1", "{\"version\":1,\"body\":\"a\\u0000b\"}"] {
        let bytes = unreadable.as_bytes().to_vec();
        let path = format!("/api/v1{post_thread}");
        let answer = mira.send(axum::http::Method::POST, &path, Some("application/json"), bytes).await;
        assert_eq!(answer.status, 400, "{unreadable:?}: {}", answer.html());
    }
    let mut in_arabic = whole(&world, &world.mira).await.with(header::ACCEPT_LANGUAGE, "ar");
    let answer = read(&post(&mut in_arabic, post_thread, &json!({ "version": 1, "body": " " })).await);
    assert_eq!(answer["code"], "refusal-comment-empty");
    assert!(!answer["detail"].as_str().unwrap().is_ascii(), "{answer}");
}

#[tokio::test]
async fn a_request_sent_twice_does_one_thing_and_hears_the_same() {
    let world = World::in_consultation().await;
    let mut once = whole(&world, &world.mira).await.with(KEY, "a-1");
    let sent = json!({ "version": 1, "body": "Who pays?" });
    let path = "/drafts/DN-2026-001/threads";
    let (first, second) = (post(&mut once, path, &sent).await, post(&mut once, path, &sent).await);
    assert_eq!((first.status, second.status), (201, 201), "{}", second.html());
    assert_eq!((first.html(), first.header("location")), (second.html(), second.header("location")));
    assert_eq!(second.header("idempotency-replayed"), "true");
    let other = post(&mut once, path, &json!({ "version": 1, "body": "Who checks?" })).await;
    assert_eq!((other.status, read(&other)["code"].as_str()), (422, Some("api-key-of-another")));
    // What was refused was not done, and may be sent again when it is right.
    let mut refused = whole(&world, &world.mira).await.with(KEY, "a-2");
    assert_eq!(post(&mut refused, path, &json!({ "version": 9, "body": "Who pays?" })).await.status, 404);
    assert_eq!(post(&mut refused, path, &json!({ "version": 1, "body": "Who reviews?" })).await.status, 201);
    let threads = read(&get(&mut world.app.browser(), path).await);
    assert_eq!(threads["items"].as_array().unwrap().len(), 2, "{threads}");
}

#[tokio::test]
async fn a_list_is_read_page_by_page_and_nothing_twice() {
    let world = World::in_consultation().await;
    for number in 1..=7 {
        let lines = ["L3", "L4", "L6"][number % 3];
        let lines = (number != 4).then_some(lines);
        world.comments(&world.mira, lines, &format!("Comment {number}."), None).await;
    }
    for list in ["threads?limit=3", "threads?order=newest&limit=2", "responses?limit=3", "events?limit=2"] {
        let mut program = world.app.browser();
        let mut next = format!("/api/v1/drafts/DN-2026-001/{list}");
        let mut seen = Vec::new();
        while !next.is_empty() {
            let page = program.get(&next).await;
            assert_eq!(page.status, 200, "{next}: {}", page.html());
            let items = read(&page);
            for item in items["items"].as_array().unwrap() {
                seen.push(item.get("sequence").unwrap_or(&item["number"]).as_i64().unwrap());
            }
            let link = page.header("link");
            assert_eq!(items["next"].is_null(), link.is_empty(), "{next}");
            next = link.split('>').next().unwrap().trim_start_matches('<').to_owned();
        }
        let mut once = seen.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), seen.len(), "{list}: {seen:?}");
        assert!(seen.len() >= 7, "{list}: {seen:?}");
    }
    for bad in ["limit=0", "limit=101", "limit=x", "cursor=x", "state=none", "mine=maybe"] {
        let page = get(&mut world.app.browser(), &format!("/drafts/DN-2026-001/threads?{bad}")).await;
        assert_eq!(page.status, 422, "{bad}: {}", page.html());
    }
    let waiting =
        get(&mut world.app.browser(), "/drafts/DN-2026-001/threads?clause=whole&state=waiting").await;
    assert_eq!(read(&waiting)["items"][0]["number"], 4);
}

#[tokio::test]
async fn what_is_known_is_not_sent_again_and_is_asked_after_each_time() {
    let world = World::in_consultation().await;
    let page = get(&mut world.app.browser(), "/drafts/DN-2026-001/versions/1").await;
    assert_eq!(page.header("cache-control"), "public, no-cache");
    let tag = page.header("etag").to_owned();
    let mut again = world.app.browser().with(header::IF_NONE_MATCH, &tag);
    let known = get(&mut again, "/drafts/DN-2026-001/versions/1").await;
    assert_eq!((known.status, known.bytes.len(), known.header("etag")), (304, 0, tag.as_str()));
    // What is for one person is kept by nobody.
    let mut mira = whole(&world, &world.mira).await;
    let own = get(&mut mira, "/drafts/DN-2026-001").await;
    assert_eq!(own.header("cache-control"), "no-store");
    assert!(own.header("vary").contains("authorization"), "{}", own.header("vary"));
}
