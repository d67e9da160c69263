//! What is believed of what a provider says, and what is not.

use chrono::TimeDelta;
use serde_json::json;

use super::{comes_by, is_signed_in, sets_out, world};

#[tokio::test]
async fn the_way_there_has_a_state_a_nonce_and_a_challenge_that_are_new_each_time() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    let ways = [sets_out(&mut browser, "ministry", "/").await, sets_out(&mut browser, "ministry", "/").await];
    for way in &ways {
        assert!(way.starts_with(&format!("{}/auth?", provider.issuer())), "{way}");
        for part in ["response_type=code", "scope=openid", "&state=", "&nonce=", "code_challenge_method=S256"]
        {
            assert!(way.contains(part), "{part}: {way}");
        }
    }
    assert_ne!(ways[0], ways[1]);
    assert_eq!(world.app.browser().get("/sign-in/with/nobody").await.status, 404);
}

#[tokio::test]
async fn who_comes_back_is_signed_in_under_a_new_session_and_is_where_they_were() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    let way = sets_out(&mut browser, "ministry", "/settings").await;
    let before = browser.cookie("comity").unwrap();
    let page = browser.get(&provider.signs_in(&way)).await;
    assert_eq!((page.status, page.header("location")), (303, "/settings"));
    assert_ne!(browser.cookie("comity").unwrap(), before);
    let settings = browser.get("/settings").await;
    assert!(settings.main_text().contains("Begun with Ministry of Aravel"), "{}", settings.main_text());
    // The id from before opens nothing.
    let mut thief = world.app.browser();
    thief.set_cookie("comity", &before);
    assert!(!is_signed_in(&mut thief).await);
}

#[tokio::test]
async fn one_is_led_back_only_to_a_page_of_this_site() {
    let (world, provider) = world().await;
    for elsewhere in ["https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example"] {
        let mut browser = world.app.browser();
        let way = sets_out(&mut browser, "ministry", elsewhere).await;
        assert_eq!(browser.get(&provider.signs_in(&way)).await.header("location"), "/", "{elsewhere}");
    }
}

#[tokio::test]
async fn a_token_for_another_occasion_another_site_or_another_time_is_not_believed() {
    let (world, provider) = world().await;
    let now = world.now().timestamp();
    for (name, value) in [
        ("nonce", json!("another")),
        ("nonce", json!(null)),
        ("aud", json!("another-site")),
        ("aud", json!(["comity", "another-site"])),
        ("iss", json!("https://evil.example")),
        ("exp", json!(now - 600)),
        ("iat", json!(now - 3_600)),
        ("iat", json!(now + 3_600)),
        ("azp", json!("another-site")),
    ] {
        provider.says("exp", json!(now + 300));
        provider.says("iat", json!(now));
        provider.says(name, value.clone());
        let mut browser = world.app.browser();
        let page = comes_by(&mut browser, &provider, "ministry").await;
        assert_eq!(page.status, 422, "{name} {value}");
        assert!(page.main_text().contains("could not be checked"), "{name}: {}", page.main_text());
        // There is another way: the form for a link stands on the very page.
        assert!(page.html().contains("action=\"/sign-in\""));
        assert!(!is_signed_in(&mut browser).await, "{name}");
        provider.forgets(name);
    }
}

#[tokio::test]
async fn a_clock_that_is_a_little_off_does_no_harm() {
    let (world, provider) = world().await;
    let now = world.now().timestamp();
    provider.says("iat", json!(now + 60));
    provider.says("exp", json!(now - 60));
    let mut browser = world.app.browser();
    assert_eq!(comes_by(&mut browser, &provider, "ministry").await.header("location"), "/settings");
}

#[tokio::test]
async fn a_provider_may_change_its_key_and_nobody_else_may_sign() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    comes_by(&mut browser, &provider, "ministry").await;
    assert_eq!(provider.keys_asked(), 1);
    provider.rotates();
    world.app.state.clock.advance(TimeDelta::seconds(11));
    let mut other = world.app.browser();
    assert_eq!(comes_by(&mut other, &provider, "ministry").await.header("location"), "/settings");
    assert_eq!(provider.keys_asked(), 2);
    // What is signed by a key that the provider does not have asks for its keys once, and not without end.
    provider.forges();
    world.app.state.clock.advance(TimeDelta::seconds(11));
    for _ in 0..3 {
        assert_eq!(comes_by(&mut world.app.browser(), &provider, "ministry").await.status, 422);
    }
    assert_eq!(provider.keys_asked(), 3);
}

#[tokio::test]
async fn a_way_back_is_good_once_and_in_the_browser_that_set_out() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    let way = sets_out(&mut browser, "ministry", "/settings").await;
    let back = provider.signs_in(&way);
    let stranger = world.app.browser().get(&back).await;
    assert_eq!(stranger.status, 422);
    assert!(stranger.main_text().contains("used already, or is too old"), "{}", stranger.main_text());
    // It does not lead to another provider.
    assert_eq!(browser.get(&back.replace("/ministry/", "/code/")).await.status, 422);
    assert_eq!(browser.get(&back).await.status, 303);
    browser.post("/sign-out", &[("page", "/")]).await;
    assert_eq!(browser.get(&back).await.status, 422);
    let way = sets_out(&mut browser, "ministry", "/settings").await;
    world.app.state.clock.advance(TimeDelta::minutes(31));
    assert_eq!(browser.get(&provider.signs_in(&way)).await.status, 422);
}

#[tokio::test]
async fn who_says_no_or_comes_too_late_is_told_what_to_do() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    let way = sets_out(&mut browser, "ministry", "/settings").await;
    let back = provider.signs_in(&way).replace("code=abc", "error=access_denied");
    let page = browser.get(&back).await;
    assert!(page.main_text().contains("You did not sign in with Ministry of Aravel"), "{}", page.main_text());
    assert_eq!(page.field("back").as_deref(), Some("/settings"));
    provider.is_late();
    for key in ["ministry", "code"] {
        let page = comes_by(&mut browser, &provider, key).await;
        assert!(page.main_text().contains("too old. Begin again"), "{key}: {}", page.main_text());
    }
}

#[tokio::test]
async fn while_a_provider_is_away_a_link_by_mail_works() {
    let (world, provider) = world().await;
    provider.is_up(false);
    let mut browser = world.app.browser();
    let page = browser.get("/sign-in/with/ministry?back=/desk").await;
    assert_eq!(page.status, 502);
    assert!(page.main_text().contains("Ministry of Aravel does not answer"), "{}", page.main_text());
    assert_eq!(page.field("back").as_deref(), Some("/desk"));
    let form = [("page", "/sign-in"), ("email", "ada@example.org"), ("back", "/desk")];
    assert_eq!(browser.post("/sign-in", &form).await.status, 303);
    assert_eq!(world.app.letters().await.len(), 1);
    world.app.state.clock.advance(TimeDelta::seconds(6));
    provider.is_up(true);
    assert_eq!(browser.get("/sign-in/with/ministry?back=/desk").await.status, 303);
}

#[tokio::test]
async fn setting_out_too_often_is_refused_to_one_network_alone() {
    let (world, _provider) = world().await;
    let mut eager = world.app.browser().at("192.0.2.7");
    for _ in 0..120 {
        sets_out(&mut eager, "ministry", "/").await;
    }
    assert_eq!(eager.get("/sign-in/with/ministry").await.status, 429);
    assert_eq!(world.app.browser().at("192.0.2.8").get("/sign-in/with/ministry").await.status, 303);
}
