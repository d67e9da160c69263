//! What people see while PostgreSQL is away, and how soon.

use std::time::{Duration, Instant};

use crate::support::{Browser, FIRST, Line, Page, TestApp, Wire, World};

async fn timed(browser: &mut Browser, address: &str) -> (Page, Duration) {
    let asked = Instant::now();
    let page = browser.get(address).await;
    (page, asked.elapsed())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_postgresql_is_away_everybody_hears_so_soon_and_nothing_is_lost() {
    let Some(line) = Line::to_postgres().await else { return };
    let world = World::on(TestApp::behind(&line).await, FIRST).await;
    let (mut anybody, mut mira) = (world.app.browser(), world.as_(&world.mira).await);
    let page = world.page("?from=4&to=4");
    let form = [
        ("page", page.as_str()),
        ("draft", world.draft.reference.as_str()),
        ("version", "1"),
        ("lines", "L4"),
        ("kind", "general"),
        ("comment", "Say who reads the statement."),
    ];
    for wire in [Wire::Silent, Wire::Cut] {
        line.make(wire);
        // Asked for in the very moment, and once it is known.
        for _ in 0..2 {
            let (health, took) = timed(&mut anybody, "/health").await;
            assert_eq!(health.status, 503, "{wire:?} {}", health.html());
            assert!(took < Duration::from_millis(1000), "{wire:?} /health {took:?}");
            let again = mira.clone();
            for (mut browser, address) in
                [(anybody.clone(), "/record"), (again.clone(), "/desk"), (again, page.as_str())]
            {
                let (answer, took) = timed(&mut browser, address).await;
                assert_eq!(answer.status, 503, "{wire:?} {address}");
                assert!(took < Duration::from_secs(2), "{wire:?} {address} {took:?}");
                assert!(answer.main_text().contains("cannot read its database"), "{}", answer.main_text());
                assert_eq!(answer.header("cache-control"), "no-store");
                assert_eq!(answer.header("retry-after"), "5");
                assert!(!answer.html().contains(" events<"), "how far the record goes is not known");
            }
        }
        let asked = Instant::now();
        let answer = mira.post("/threads", &form).await;
        assert_eq!(answer.status, 503);
        assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());
        assert!(answer.html().contains("Say who reads the statement."), "{}", answer.main_text());
        line.make(Wire::Open);
        back(&mut mira, "/desk").await;
    }
    assert_eq!(mira.post("/threads", &form).await.status, 303);
    back(&mut anybody, "/health").await;
}

/// Waits until the database was noticed to be there again; refuses to wait for ever.
async fn back(browser: &mut Browser, address: &str) {
    let asked = Instant::now();
    while browser.get(address).await.status != 200 {
        assert!(asked.elapsed() < Duration::from_secs(10), "it does not come back by itself");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
