//! Forms that are refused lose nothing.

use axum::http::{HeaderName, Method};
use chrono::TimeDelta;
use insta::assert_snapshot;

use crate::support::{TestApp, World};

#[tokio::test]
async fn a_refused_form_comes_back_with_the_reason_at_its_field() {
    let app = TestApp::new().await;
    let page =
        app.browser().post("/sign-in", &[("page", "/sign-in?back=%2Fhelp"), ("email", "ada at home")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.field("email").as_deref(), Some("ada at home"));
    assert_eq!(page.field("back").as_deref(), Some("/help"));
    assert_snapshot!(page.main_text().lines().take(2).collect::<Vec<_>>().join("\n"), @r"
    This was not done.
    This is not an e‑mail address.
    ");
    assert!(page.html().contains("<a href=\"#email\""));
    assert!(page.html().contains("aria-invalid=\"true\""));
}

#[tokio::test]
async fn what_was_typed_is_back_after_signing_in_again() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    let mut browser = app.browser();
    let page = browser.post("/settings", &[("page", "/settings"), ("zone", "Europe/Tallinn")]).await;
    assert_eq!(page.status, 401);
    assert!(page.main_text().contains("What you typed is kept"));
    assert_eq!(page.field("back").as_deref(), Some("/settings"));
    let fields = [("page", "/sign-in"), ("email", ada.email.as_str()), ("back", "/settings")];
    let page = browser.post_and_follow("/sign-in/as", &fields).await;
    assert_eq!(page.field("zone").as_deref(), Some("Europe/Tallinn"));
    // It is given back once.
    assert_eq!(browser.get("/settings").await.field("zone").as_deref(), Some(""));
}

#[tokio::test]
async fn what_strangers_send_does_not_fill_the_disk() {
    let app = TestApp::new().await;
    let stranger = entity::session::Model {
        id: "stranger".to_owned(),
        account_id: None,
        content: "x".repeat((64 << 20) + 1),
        label: String::new(),
        created_at: app.state.clock.now(),
        expires_at: app.state.clock.now() + TimeDelta::hours(1),
        begun: String::new(),
        identity_id: None,
        provider_session: None,
    };
    stranger.keep(app.state.db.owner()).await.unwrap();
    let long = "x".repeat(60_000);
    let page = app.browser().post("/settings", &[("page", "/settings"), ("zone", &long)]).await;
    assert_eq!(page.status, 429);
    assert!(page.main_text().contains("There is no room to keep what you typed"));
    assert_eq!(page.header("set-cookie"), "");
}

#[tokio::test]
async fn a_form_that_is_done_leads_on() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    let mut browser = app.signed_in(&ada).await;
    let page =
        browser.post_and_follow("/settings", &[("page", "/settings"), ("zone", "Pacific/Auckland")]).await;
    assert!(page.main_text().contains("Your settings are kept."));
    assert_eq!(page.field("zone").as_deref(), Some("Pacific/Auckland"));
}

#[tokio::test]
async fn a_form_sent_by_another_site_does_nothing() {
    let app = TestApp::new().await;
    let ada = app.person("Ada Lind").await;
    let site = HeaderName::from_static("sec-fetch-site");
    let mut browser = app.signed_in(&ada).await.with(site, "cross-site");
    let page = browser.post("/settings", &[("page", "/settings"), ("zone", "UTC")]).await;
    assert_eq!(page.status, 403);
    assert!(page.main_text().contains("sent from another site"));
}

#[tokio::test]
async fn a_form_that_is_too_large_is_told_so_in_a_sentence() {
    let app = TestApp::new().await;
    let body = format!("page=%2Fsign-in&email={}", "a".repeat(9 << 20));
    let kind = "application/x-www-form-urlencoded";
    let page = app.browser().send(Method::POST, "/sign-in", Some(kind), body.into_bytes()).await;
    assert_eq!(page.status, 413);
    assert!(page.main_text().contains("up to 8 MiB"));
}

#[tokio::test]
async fn a_broken_form_is_refused_and_keeps_what_arrived() {
    let app = TestApp::new().await;
    let body = "--x\r\ncontent-disposition: form-data; name=\"page\"\r\n\r\n/sign-in\r\n--x\r\ncontent-disp";
    let kind = "multipart/form-data; boundary=x";
    let page = app.browser().send(Method::POST, "/sign-in", Some(kind), body.into()).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("did not arrive whole"));
}

#[tokio::test]
async fn a_page_that_a_form_names_elsewhere_is_not_shown() {
    let app = TestApp::new().await;
    let page = app.browser().post("/sign-in", &[("page", "//example.org/"), ("email", "")]).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().starts_with("This could not be done"));
}

#[tokio::test]
async fn what_is_being_written_can_be_seen_as_it_will_be_shown() {
    let app = TestApp::new().await;
    let page = app.browser().post("/do/preview", &[("text", "say *when* <script>")]).await;
    assert_eq!(page.status, 200, "{}", page.html());
    assert!(page.html().contains("say <em>when</em> &lt;script&gt;"), "{}", page.html());
    let long = "a".repeat(70 << 10);
    assert_eq!(app.browser().post("/do/preview", &[("text", &long)]).await.status, 413);
}

#[tokio::test]
async fn a_button_pressed_twice_is_answered_with_what_the_first_press_did() {
    let app = TestApp::demo().await;
    let mut mira = app.as_cast("Mira Oduya").await;
    let page = mira.get("/desk").await;
    let once = page.field("once").unwrap();
    let action = page.html().split("action=\"").find(|rest| rest.contains("/acknowledgement\"")).unwrap();
    let action = action.split('"').next().unwrap().to_owned();
    let form =
        |satisfied: &'static str| [("page", "/desk"), ("once", once.as_str()), ("satisfied", satisfied)];
    let first = mira.post(&action, &form("yes")).await;
    assert_eq!(first.status, 303);
    let second = mira.post(&action, &form("yes")).await;
    assert_eq!((second.status, second.header("location")), (303, first.header("location")));
    // Another answer is not the same form, and neither is one that comes later.
    assert_eq!(mira.post(&action, &form("no")).await.status, 409);
    app.state.clock.advance(TimeDelta::seconds(31));
    let late = mira.post(&action, &form("yes")).await;
    assert_eq!(late.status, 303, "the same judgement is no other one: {}", late.main_text());
}

#[tokio::test]
async fn lines_and_numbers_are_typed_in_the_digits_of_one_s_own_keyboard() {
    let world = World::in_consultation().await;
    let mut grace = world.as_(&world.grace).await;
    for (from, to, expected) in
        [("٣", "٤", "Lines 3 to 4"), ("۳", "", "Line 3"), ("３", "４", "Lines 3 to 4")]
    {
        let page = world.page("");
        let fields = [
            ("page", page.as_str()),
            ("draft", &world.draft.reference),
            ("version", "١"),
            ("from", from),
            ("to", to),
            ("comment", &format!("Say it plainly, {from}.")),
            ("kind", "general"),
        ];
        let posted = grace.post("/threads", &fields).await;
        assert_eq!(posted.status, 303, "{}", posted.main_text());
        let threads = grace.get(&world.page("/threads?sort=newest")).await.main_text();
        assert!(threads.contains(expected), "{from} to {to}: {threads}");
    }
    let form = grace.get(&world.page("?from=%D9%A3&to=%D9%A4")).await;
    assert_eq!(form.status, 200);
    assert!(form.main_text().contains("What should be said about these lines?"), "{}", form.main_text());
}
