//! What one person may do in a day, and how they hear of it.

use std::sync::Arc;

use chrono::TimeDelta;
use entity::allowance::{Allowance, Allowances};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::{Browser, Page, TestApp, World};

const PLENTY: Allowance = Allowance { posts: i64::MAX, bytes: i64::MAX };

/// A consultation in which everyone but officials may write so much a day.
async fn with(posts: i64, bytes: i64) -> World {
    let world = World::in_consultation().await;
    world.db().allow(Allowances { officials: PLENTY, others: Allowance { posts, bytes } });
    world
}

async fn comment(world: &World, browser: &mut Browser, words: &str, once: &str) -> Page {
    let page = world.page("?from=4&to=4");
    let form = [
        ("page", page.as_str()),
        ("draft", world.draft.reference.as_str()),
        ("version", "1"),
        ("lines", "L4"),
        ("kind", "general"),
        ("once", once),
        ("comment", words),
    ];
    browser.post("/threads", &form).await
}

async fn comments(world: &World) -> u64 {
    entity::comment::Entity::find().count(world.db().read()).await.unwrap()
}

#[tokio::test]
async fn one_person_posts_so_often_a_day_and_is_told_before() {
    let world = with(5, 100_000).await;
    let mut mira = world.as_(&world.mira).await;
    for number in 0..3 {
        assert_eq!(
            comment(&world, &mut mira, &format!("Say who reviews it, {number}."), "").await.status,
            303
        );
    }
    assert!(!mira.get("/help").await.main_text().contains("today"));
    assert_eq!(comment(&world, &mut mira, "Say when.", "").await.status, 303);
    let told = mira.get(&world.page("")).await.main_text();
    assert!(told.contains("You can post once more today.") && told.contains("A new day begins at"), "{told}");
    assert_eq!(comment(&world, &mut mira, "Say where.", "").await.status, 303);

    let refused = comment(&world, &mut mira, "Say it once more, and how.", "").await;
    assert_eq!(refused.status, 429, "{}", refused.main_text());
    assert!(refused.main_text().contains("One person can post 5 times a day"), "{}", refused.main_text());
    assert_eq!(refused.field("comment").as_deref(), Some("Say it once more, and how."));
    assert_eq!(comments(&world).await, 5);
    // Nobody else is kept from anything, and the next day is another.
    let mut grace = world.as_(&world.grace).await;
    assert_eq!(comment(&world, &mut grace, "Say who.", "").await.status, 303);
    world.app.state.clock.advance(TimeDelta::days(1));
    assert_eq!(comment(&world, &mut mira, "Say it once more, and how.", "").await.status, 303);
}

#[tokio::test]
async fn one_person_writes_so_many_bytes_a_day_whatever_the_form() {
    let world = with(1_000, 20_000).await;
    let mut mira = world.as_(&world.mira).await;
    let long = "Say who reviews it. ".repeat(600);
    let posted = comment(&world, &mut mira, &long, "").await;
    assert_eq!(posted.status, 303);
    let thread = world.page("/threads/1");
    let refused = comment(&world, &mut mira, &long, "").await;
    assert_eq!(refused.status, 429);
    assert!(refused.main_text().contains("One person can write 19 KiB a day"), "{}", refused.main_text());
    for (action, field) in [("/comments", "body"), ("/comments/1", "edited")] {
        let answer = mira.post(&format!("{thread}{action}"), &[("page", &thread), (field, &long)]).await;
        assert_eq!(answer.status, 429, "{action}: {}", answer.main_text());
        // Where the page has the form open, the words are in it.
        let kept = answer.field(field);
        assert!(kept.is_none() || kept.as_deref().map(str::trim) == Some(long.trim()), "{action}");
        assert_eq!(kept.is_some(), action == "/comments");
    }
    assert_eq!(comments(&world).await, 1);
    // A short one still goes, and in Arabic it is said as well.
    assert_eq!(comment(&world, &mut mira, "Say who.", "").await.status, 303);
    let mut arabic = mira.clone().with(axum::http::header::ACCEPT_LANGUAGE, "ar");
    let refused = comment(&world, &mut arabic, &long, "").await;
    assert!(refused.main_text().contains("كيبيبايت"), "{}", refused.main_text());
}

#[tokio::test]
async fn a_form_sent_twice_counts_once_and_is_answered_at_the_limit() {
    let world = with(2, 100_000).await;
    let mut mira = world.as_(&world.mira).await;
    for _ in 0..4 {
        assert_eq!(comment(&world, &mut mira, "Say who reviews it.", "one").await.status, 303);
    }
    assert_eq!(comment(&world, &mut mira, "Say when.", "two").await.status, 303);
    assert_eq!(comment(&world, &mut mira, "Say when.", "two").await.status, 303);
    assert_eq!(comment(&world, &mut mira, "Say where.", "three").await.status, 429);
    assert_eq!(comments(&world).await, 2);
}

#[tokio::test]
async fn many_forms_at_once_do_not_get_past_the_limit() {
    let world = Arc::new(with(7, 100_000).await);
    let mira = world.as_(&world.mira).await;
    let mut posting = tokio::task::JoinSet::new();
    for number in 0..24 {
        let (mut browser, world) = (mira.clone(), world.clone());
        posting.spawn(async move {
            let words = format!("Say who reviews it, {number}.");
            comment(&world, &mut browser, &words, &format!("t{number}")).await.status
        });
    }
    let statuses = posting.join_all().await;
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 7, "{statuses:?}");
    assert_eq!(comments(&world).await, 7);
}

#[tokio::test]
async fn officials_write_by_their_own_allowance_and_texts_count() {
    let world = World::in_consultation().await;
    let officials = Allowance { posts: 3, bytes: 300_000 };
    world.db().allow(Allowances { officials, others: Allowance { posts: 0, bytes: 0 } });
    world.app.state.clock.advance(TimeDelta::days(29));
    let mut ben = world.as_(&world.ben).await;
    let text = "A public body says in writing what a system is for.\n\n".repeat(4_000);
    let page = world.page("/next");
    let mut edition = 0;
    let mut save = async |source: &str| {
        let number = edition.to_string();
        let form = [("page", page.as_str()), ("source", source), ("base", "1"), ("edition", &number)];
        let saved = ben.post(&page, &form).await;
        edition += i32::from(saved.status == 303);
        saved
    };
    assert_eq!(save(&text).await.status, 303);
    // What takes the place of what was there is not more to keep.
    assert_eq!(save(&text).await.status, 303);
    let refused = save(&text.repeat(2)).await;
    assert_eq!(refused.status, 429, "{}", refused.main_text());
    assert!(refused.main_text().contains("KiB a day"));
    assert_eq!(save(&text).await.status, 303);
    let refused = save(&text).await;
    assert!(refused.main_text().contains("One person can post 3 times a day"), "{}", refused.main_text());
}

#[tokio::test]
async fn what_strangers_typed_is_kept_for_as_much_as_one_network_may_take_up() {
    let app = TestApp::new().await;
    let long = "Say who reviews it. ".repeat(200_000);
    let form = [("page", "/settings"), ("zone", long.as_str())];
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(app.browser().at("192.0.2.7").post("/settings", &form).await.status);
    }
    assert_eq!(statuses, [401, 401, 429, 429]);
    assert_eq!(app.browser().at("192.0.2.8").post("/settings", &form).await.status, 401);
}
