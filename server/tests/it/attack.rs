//! What somebody tries who knows how.

use axum::http::{HeaderValue, header};
use chrono::TimeDelta;
use domain::visibility::Visibility;
use entity::{Reader, reading::docket};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, prelude::Expr};
use server::{clock::Clock, router};

use crate::support::{Raw, TestApp, World};

/// Ways to write the cookie of a session that one reader of headers takes for it and another does not.
fn spellings(id: &str) -> Vec<Vec<HeaderValue>> {
    let one = |bytes: &[u8]| vec![HeaderValue::from_bytes(bytes).unwrap()];
    let text = |text: String| one(text.as_bytes());
    vec![
        text(format!("name=René; comity={id}")),
        one(&[format!("comity={id}; name=Ren").as_bytes(), b"\xe9"].concat()),
        text(format!("comity ={id}")),
        text(format!("comity= {id}")),
        text(format!("%63omity={id}")),
        text(format!("comity=\"{id}\"")),
        text(format!("comity={id}; comity=00000000000000000000000000000000")),
        text(format!("comity=; comity={id}")),
        [text("theme=dark".to_owned()), text(format!("comity={id}"))].concat(),
        [text("name=René".to_owned()), text(format!("comity={id}"))].concat(),
        text(format!("theme=dark,comity={id}")),
        text(format!("comity={id};")),
        text(format!("COMITY={id}")),
        text(format!("a=b; =; comity={id}")),
    ]
}

#[tokio::test]
async fn what_was_rendered_for_one_reader_is_never_kept_for_another_however_the_cookie_is_written() {
    let world = World::in_consultation().await;
    let id = world.as_(&world.ada).await.cookie("comity").unwrap();
    let hidden = entity::draft::Entity::update_many()
        .col_expr(entity::draft::Column::Visibility, Expr::value(entity::Stored(Visibility::Members)))
        .filter(entity::draft::Column::Id.eq(world.draft.id));
    hidden.exec(world.db().owner()).await.unwrap();
    let (draft, mut seen) = (world.page(""), 0);
    for spelling in spellings(&id) {
        // A site without a page kept yet, so that this is what would be kept.
        let site = Raw::new(router(world.app.state.clone()));
        for address in [draft.as_str(), "/settings"] {
            let (status, _, page) = site.get(address, header::COOKIE, &spelling).await;
            seen += usize::from(status == 200 && page.contains("Ada Lind"));
            let (status, _, page) = site.get(address, header::COOKIE, &[]).await;
            assert!(status == 404 || status == 303, "{spelling:?} {address} {status}");
            assert!(!page.contains("Ada Lind"), "{spelling:?}");
        }
        // And what is kept for everybody is not given to someone.
        site.get("/help", header::COOKIE, &[]).await;
        let (_, headers, _) = site.get("/help", header::COOKIE, &spelling).await;
        let another =
            spelling[0].as_bytes().starts_with(b"%63") || spelling[0].as_bytes().starts_with(b"COMITY");
        assert_eq!(headers.contains_key(header::ETAG), another, "{spelling:?}");
    }
    assert!(seen > 0, "some of them are read, or this shows nothing");
}

#[tokio::test]
async fn every_answer_says_who_may_keep_it() {
    let app = TestApp::new().await;
    let site = Raw::new(app.router.clone());
    for (address, keeping) in [
        ("/", "no-cache"),
        ("/help", "no-cache"),
        ("/settings", "no-cache"),
        ("/no/such", "no-cache"),
        ("/health", "no-store"),
    ] {
        let (_, headers, _) = site.get(address, header::COOKIE, &[]).await;
        assert_eq!(headers[header::CACHE_CONTROL], keeping, "{address}");
    }
}

#[tokio::test]
async fn on_an_encrypted_site_cookies_are_bound_to_it() {
    let mut app = TestApp::new().await;
    app.state.url = "https://comity.example".into();
    app.router = router(app.state.clone());
    let ada = app.person("Ada Lind").await;
    let mut browser = app.browser();
    let fields = [("page", "/sign-in"), ("email", ada.email.as_str()), ("back", "/")];
    let answer = browser.post("/sign-in/as", &fields).await;
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-comity="), "{cookie}");
    assert!(cookie.contains("Secure") && cookie.contains("Path=/") && !cookie.contains("Domain"), "{cookie}");
    assert_eq!(answer.header("strict-transport-security"), "max-age=15768000");
    assert!(browser.get("/settings").await.html().contains("Ada Lind"));
}

#[tokio::test]
async fn counts_and_pagers_tell_nothing_of_a_draft_that_is_not_shown() {
    let until = Clock::default().now() + TimeDelta::days(2);
    let world = World::behind(Visibility::Embargoed { until }).await;
    world.seat("aravel").await;
    for number in 0..30 {
        world.comments(&world.grace, None, &format!("Say who reads it, {number}."), None).await;
    }
    let (mut anybody, now) = (world.app.browser(), world.now());
    let beyond = docket::Stretch { skip: 5, limit: 5 };
    let total = async |reader: Option<&Reader>, now| {
        docket::open_for_comment(world.db().read(), reader, beyond, now).await.unwrap().total
    };
    let strangers = [None, Some(world.reader(&world.olga).await)];
    for reader in &strangers {
        assert_eq!(total(reader.as_ref(), now).await, 0);
        assert_eq!(total(reader.as_ref(), now + TimeDelta::days(2)).await, 1);
    }
    for member in [&world.ada, &world.ben] {
        assert_eq!(total(Some(&world.reader(member).await), now).await, 1);
    }
    for address in ["/stakeholders/aravel", "/stakeholders/aravel?page_number=2"] {
        let page = anybody.get(address).await.main_text();
        assert!(!page.contains("Page 1") && !page.contains("Page 2") && !page.contains("Say who"), "{page}");
    }
    assert!(
        world.as_(&world.ben).await.get("/stakeholders/aravel").await.main_text().contains("Page 1 of 2")
    );
}
