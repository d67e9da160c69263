//! Signing out at the provider too, and being signed out by it.

use serde_json::{Value, json};

use super::{comes_by, is_signed_in, world};
use crate::support::{Provider, World};

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

fn token(world: &World, provider: &Provider, changes: &[(&str, Value)]) -> String {
    let now = world.now().timestamp();
    let mut claims = json!({
        "iss": provider.issuer(), "aud": "comity", "iat": now, "exp": now + 120, "jti": server::clock::token(),
        "sub": "248289761001", "sid": "at-the-ministry", "events": { EVENT: {} },
    });
    for (name, value) in changes {
        match value {
            Value::Null => drop(claims.as_object_mut().unwrap().remove(*name)),
            value => claims[*name] = value.clone(),
        }
    }
    provider.signed("logout+jwt", &claims)
}

async fn says(world: &World, token: &str) -> u16 {
    let mut provider = world.app.browser();
    provider.post("/sign-in/with/ministry/logged-out", &[("logout_token", token)]).await.status
}

#[tokio::test]
async fn who_signs_out_may_sign_out_at_the_provider_too() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    comes_by(&mut browser, &provider, "ministry").await;
    let page = browser.post_and_follow("/sign-out", &[("page", "/settings")]).await;
    assert!(page.main_text().contains("Ministry of Aravel still knows you"), "{}", page.main_text());
    assert!(!is_signed_in(&mut browser).await);
    let out = browser.get("/sign-in/with/ministry/out").await;
    let way = out.header("location");
    assert!(way.starts_with(&format!("{}/end?client_id=comity", provider.issuer())), "{way}");
    assert!(way.contains("id_token_hint=ey") && way.contains("comity.example%2Fsigned-out"), "{way}");
    // Once, and for nobody else.
    assert_eq!(browser.get("/sign-in/with/ministry/out").await.header("location"), "/signed-out");
    let mut mira = world.as_(&world.mira).await;
    assert_eq!(mira.post("/sign-out", &[("page", "/")]).await.header("location"), "/");
}

#[tokio::test]
async fn a_provider_ends_the_sessions_that_it_began_and_no_others() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    comes_by(&mut browser, &provider, "ministry").await;
    provider.says("sid", json!("another"));
    let mut phone = world.app.browser();
    comes_by(&mut phone, &provider, "ministry").await;
    let mut mira = world.as_(&world.mira).await;
    assert_eq!(says(&world, &token(&world, &provider, &[])).await, 200);
    assert!(!is_signed_in(&mut browser).await);
    assert!(is_signed_in(&mut phone).await && is_signed_in(&mut mira).await);
    // Without a session it is the whole person; without a person, the session.
    assert_eq!(says(&world, &token(&world, &provider, &[("sid", Value::Null)])).await, 200);
    assert!(!is_signed_in(&mut phone).await);
    comes_by(&mut phone, &provider, "ministry").await;
    let other = token(&world, &provider, &[("sub", Value::Null), ("sid", json!("another"))]);
    assert_eq!(says(&world, &other).await, 200);
    assert!(!is_signed_in(&mut phone).await && is_signed_in(&mut mira).await);
    comes_by(&mut phone, &provider, "ministry").await;
    assert_eq!(says(&world, &other).await, 400, "a token is good once");
    assert!(is_signed_in(&mut phone).await);
}

#[tokio::test]
async fn what_is_no_token_of_the_provider_signs_nobody_out() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    comes_by(&mut browser, &provider, "ministry").await;
    let now = world.now().timestamp();
    for change in [
        ("aud", json!("another-site")),
        ("iss", json!("https://evil.example")),
        ("iat", json!(now - 900)),
        ("exp", json!(now - 900)),
        ("events", json!({})),
        ("nonce", json!("n")),
    ] {
        assert_eq!(
            says(&world, &token(&world, &provider, std::slice::from_ref(&change))).await,
            400,
            "{change:?}"
        );
    }
    let neither = token(&world, &provider, &[("sub", Value::Null), ("sid", Value::Null)]);
    assert_eq!(says(&world, &neither).await, 400);
    let good = token(&world, &provider, &[]);
    let (words, _) = good.rsplit_once('.').unwrap();
    let unsigned = format!("{}.", words.replacen(words.split('.').next().unwrap(), "eyJhbGciOiJub25lIn0", 1));
    for broken in ["", "a.b.c", &good[..good.len() - 6], words, &unsigned] {
        assert_eq!(says(&world, broken).await, 400, "{broken}");
    }
    provider.forges();
    assert_eq!(says(&world, &token(&world, &provider, &[])).await, 400);
    assert!(is_signed_in(&mut browser).await);
}
