//! Signing in and out.

use axum::http::{HeaderName, header};
use chrono::TimeDelta;
use insta::assert_snapshot;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, Statement};

use crate::support::{Browser, TestApp, World};

async fn ask_for_link(app: &TestApp, browser: &mut Browser, email: &str) -> String {
    browser
        .post_and_follow("/sign-in", &[("page", "/sign-in"), ("email", email), ("back", "/settings")])
        .await;
    let letters = app.letters().await;
    let body = letters.last().map(|letter| letter.body.clone()).unwrap_or_default();
    let link = body.lines().find_map(|line| line.trim().strip_prefix("http://comity.example"));
    link.unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_link_from_a_letter_signs_in_once() {
    let app = TestApp::new().await;
    app.person("Ada Lind").await;
    let mut browser = app.browser();
    let link = ask_for_link(&app, &mut browser, " Ada@Example.org ").await;
    assert_eq!(browser.get(&link).await.status, 200);
    let page = browser.post_and_follow(&link, &[("page", &link)]).await;
    assert!(page.main_text().starts_with("Settings"));
    assert!(page.html().contains("Ada Lind"));
    let again = app.browser().post(&link, &[("page", &link)]).await;
    assert_eq!(again.status, 422);
    assert_snapshot!(again.main_text().lines().nth(1).unwrap(), @"This link was used already, or is too old. Ask for a new one.");
}

#[tokio::test]
async fn a_link_is_no_good_after_a_quarter_of_an_hour() {
    let app = TestApp::new().await;
    app.person("Ada Lind").await;
    let mut browser = app.browser();
    let link = ask_for_link(&app, &mut browser, "ada@example.org").await;
    app.state.clock.advance(TimeDelta::minutes(16));
    assert_eq!(browser.post(&link, &[("page", &link)]).await.status, 422);
}

#[tokio::test]
async fn nobody_learns_who_has_an_account() {
    let app = TestApp::new().await;
    app.person("Ada Lind").await;
    let fields = |email| [("page", "/sign-in"), ("email", email), ("back", "/")];
    let known = app.browser().post_and_follow("/sign-in", &fields("ada@example.org")).await;
    let unknown = app.browser().post_and_follow("/sign-in", &fields("eve@example.org")).await;
    assert_eq!(known.main_text(), unknown.main_text());
    // There is no forum in which a stranger could take part, so nobody registers.
    assert_eq!(app.letters().await.len(), 1);
}

#[tokio::test]
async fn the_cast_can_only_be_played_in_a_demo() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    let real = server::router(server::state::State { cast: None, ..app.state.clone() });
    let mut browser = Browser::new(real);
    assert!(!browser.get("/sign-in").await.html().contains("/sign-in/as"));
    assert_eq!(browser.post("/sign-in/as", &[("email", &ada.email)]).await.status, 404);
    assert_eq!(app.browser().post("/sign-in/as", &[("email", &ada.email)]).await.status, 303);
}

#[tokio::test]
async fn a_session_can_be_ended_from_another_place() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    let mut lost = app.signed_in(&ada).await;
    let mut here = app.signed_in(&ada).await;
    let session = here.get("/settings").await.field("session").unwrap();
    here.post_and_follow("/settings/sessions", &[("page", "/settings"), ("session", &session)]).await;
    assert_eq!(lost.get("/settings").await.status, 303);
    assert_eq!(here.get("/settings").await.status, 200);
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    let mut browser = app.signed_in(&ada).await;
    let page = browser.post("/sign-out", &[("page", "/settings")]).await;
    assert_eq!(page.status, 303);
    assert_eq!(
        page.header("clear-site-data"),
        "\"cache\", \"storage\"",
        "what was typed and not sent is left to nobody"
    );
    let page = browser.get("/settings").await;
    assert_eq!(page.status, 303);
    assert_eq!(page.header("location"), "/sign-in?back=%2Fsettings");
}

#[tokio::test]
async fn a_session_is_called_by_its_browser_and_system() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    for (said, words) in [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
            "Chrome on Android",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("w3m/0.5.3", "w3m/0.5.3"),
    ] {
        let mut browser = app.browser().with(header::USER_AGENT, said);
        browser.sign_in(&ada.email).await;
        let page = browser.get("/settings").await;
        assert!(page.main_text().contains(words), "{said}: {}", page.main_text());
    }
}

#[tokio::test]
async fn one_comes_back_only_to_a_page_of_this_site() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    let fields = [("email", ada.email.as_str()), ("back", "https://example.org/")];
    let page = app.browser().post("/sign-in/as", &fields).await;
    assert_eq!(page.header("location"), "/");
}

#[tokio::test]
async fn a_visitor_of_the_demo_can_be_any_of_its_cast() {
    let app = TestApp::demo().await;
    let page = app.browser().get("/sign-in").await;
    for persona in app.state.cast.as_deref().unwrap() {
        assert!(page.main_text().contains(&persona.name), "{}", persona.name);
        let home = app.as_cast(&persona.name).await.get("/").await;
        assert!(home.html().contains(&format!("<p class=\"you\"><a href=\"/settings\">{}", persona.name)));
    }
}

fn asking(email: &str) -> [(&'static str, &str); 3] {
    [("page", "/sign-in"), ("email", email), ("back", "/")]
}

#[tokio::test]
async fn asking_too_often_from_one_network_locks_out_nobody_else_and_holds_for_all_servers() {
    let app = TestApp::new().await;
    app.person("Ada Lind").await;
    let second = Browser::new(server::router(app.state.clone())).at("192.0.2.7");
    let mut servers = [app.browser().at("192.0.2.7"), second];
    for number in 0..60 {
        let email = format!("nobody{number}@example.org");
        let answer = servers[number % 2].post("/sign-in", &asking(&email)).await;
        assert_eq!(answer.status, 303, "{number}");
    }
    for server in &mut servers {
        let refused = server.post("/sign-in", &asking("ada@example.org")).await;
        assert_eq!(refused.status, 429);
        assert!(refused.main_text().contains("tried too often from your network"), "{}", refused.main_text());
        assert_eq!(refused.field("email").as_deref(), Some("ada@example.org"));
    }
    let mut ada = app.browser().at("198.51.100.1");
    assert_eq!(ada.post("/sign-in", &asking("ada@example.org")).await.status, 303);
    assert_eq!(app.letters().await.len(), 1);
    app.state.clock.advance(TimeDelta::minutes(10));
    assert_eq!(servers[0].post("/sign-in", &asking("ada@example.org")).await.status, 303);
}

#[tokio::test]
async fn behind_a_proxy_people_are_told_apart_by_what_it_adds() {
    let mut app = TestApp::new().await;
    app.state.proxies = 1;
    app.router = server::router(app.state.clone());
    let forwarded = HeaderName::from_static("x-forwarded-for");
    for number in 0..60 {
        // What the caller writes before it makes no difference.
        let said = format!("203.0.113.{number}, 192.0.2.7");
        let mut caller = app.browser().at("10.0.0.1").with(forwarded.clone(), &said);
        assert_eq!(caller.post("/sign-in", &asking("nobody@example.org")).await.status, 303);
    }
    let mut same = app.browser().at("10.0.0.1").with(forwarded.clone(), "192.0.2.7");
    assert_eq!(same.post("/sign-in", &asking("nobody@example.org")).await.status, 429);
    let mut other = app.browser().at("10.0.0.1").with(forwarded, "192.0.2.8");
    assert_eq!(other.post("/sign-in", &asking("nobody@example.org")).await.status, 303);
}

#[tokio::test]
async fn links_cannot_be_tried_without_end() {
    let app = TestApp::new().await;
    let mut browser = app.browser().at("192.0.2.7");
    let mut statuses = Vec::new();
    for number in 0..121 {
        statuses.push(browser.post(&format!("/sign-in/guess{number}"), &[("page", "/sign-in")]).await.status);
    }
    assert!(statuses[..120].iter().all(|status| *status == 422), "{statuses:?}");
    assert_eq!(statuses[120], 429);
    assert_eq!(
        app.browser().at("192.0.2.8").post("/sign-in/guess", &[("page", "/sign-in")]).await.status,
        422
    );
}

#[tokio::test]
async fn one_mailbox_is_not_flooded_from_many_networks() {
    let app = TestApp::new().await;
    app.person("Ada Lind").await;
    for number in 0..20 {
        let mut browser = app.browser().at(&format!("192.0.2.{number}"));
        assert_eq!(browser.post("/sign-in", &asking("ada@example.org")).await.status, 303);
    }
    assert_eq!(app.letters().await.len(), 5);
}

#[tokio::test]
async fn as_much_is_written_for_an_address_that_nobody_has() {
    let app = TestApp::new().await;
    app.person("Ada Lind").await;
    let written = async || {
        let db = app.state.db.read();
        let links = entity::sign_in_link::Entity::find().count(db).await.unwrap();
        let beats = Statement::from_string(db.get_database_backend(), "SELECT beats FROM pulse");
        let beats = db.query_one_raw(beats).await.unwrap().map_or(0, |row| row.try_get_by_index(0).unwrap());
        links.cast_signed() + beats
    };
    for (number, email) in (1_i64..).zip(["ada@example.org", "eve@example.org", "ada@example.org"]) {
        app.browser().post("/sign-in", &asking(email)).await;
        app.letters().await;
        assert_eq!(written().await, number, "{email}");
    }
}

#[tokio::test]
async fn who_may_not_give_roles_learns_of_nobody_s_account() {
    let world = World::in_consultation().await;
    let mut answers = Vec::new();
    for person in [&world.mira, &world.ben] {
        for email in ["grace@example.org", "nobody@example.org"] {
            let mut browser = world.as_(person).await;
            let form = [("page", "/forums/dovetail"), ("giving", "editor"), ("email", email)];
            let answer = browser.post("/forums/dovetail/roles", &form).await;
            let form =
                [("page", "/stakeholders/aravel"), ("tier", "lead"), ("title", "Lead"), ("email", email)];
            let mandate = browser.post("/stakeholders/aravel/mandates", &form).await;
            // The rest of the page says how many days are left.
            let why = |text: String| text.lines().take(2).collect::<Vec<_>>().join(" ");
            answers
                .push([(answer.status, why(answer.main_text())), (mandate.status, why(mandate.main_text()))]);
        }
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[2], answers[3]);
    assert!(answers.iter().flatten().all(|(status, _)| *status == 403), "{answers:?}");
}
