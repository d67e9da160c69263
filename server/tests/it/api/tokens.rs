//! Tokens: made in the settings, shown once, taken back; and what is not let in without.

use axum::http::{HeaderName, Method, header};
use domain::scope::Scope;
use entity::token;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;
use server::{limited, traffic::Traffic};

use super::{get, json as read, post, program, whole};
use crate::support::{Browser, World};

#[tokio::test]
async fn a_token_is_made_in_the_settings_and_shown_once() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    let form = [
        ("page", "/settings"),
        ("token_name", "Weekly report"),
        ("days", "30"),
        ("scopes", "read"),
        ("scopes", "comment"),
    ];
    let page = mira.post("/settings/tokens", &form).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    let text = page.main_text();
    let secret = text.lines().find(|line| line.starts_with("comity_")).unwrap().to_owned();
    assert_eq!(page.header("cache-control"), "no-store");
    let again = mira.get("/settings").await;
    assert!(!again.html().contains(&secret) && again.main_text().contains("Weekly report"));
    assert!(again.main_text().contains("Never used."), "{}", again.main_text());
    let mut script = world.app.browser().with(header::AUTHORIZATION, &format!("Bearer {secret}"));
    let account = read(&get(&mut script, "/account").await);
    assert_eq!(
        (account["name"].as_str(), &account["scopes"]),
        (Some("Mira Oduya"), &json!(["read", "comment"]))
    );
    assert!(mira.get("/settings").await.main_text().contains("Last used"));
    let kept = token::Entity::of(world.db().read(), world.mira.id, world.now()).await.unwrap();
    assert!(!format!("{kept:?}").contains(&secret));
    // Somebody else does not take it back; its owner does.
    let id = kept[0].id.to_string();
    let end = [("page", "/settings"), ("token", id.as_str())];
    world.as_(&world.grace).await.post("/settings/tokens/ends", &end).await;
    assert_eq!(get(&mut script, "/account").await.status, 200);
    mira.post("/settings/tokens/ends", &end).await;
    let refused = get(&mut script, "/drafts").await;
    assert_eq!((refused.status, read(&refused)["code"].as_str()), (401, Some("error-sign-in")));
}

#[tokio::test]
async fn a_form_without_a_name_scope_or_end_makes_no_token() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    for form in [
        [("page", "/settings"), ("token_name", ""), ("days", "30"), ("scopes", "read")],
        [("page", "/settings"), ("token_name", "A"), ("days", "30"), ("scopes", "everything")],
        [("page", "/settings"), ("token_name", "A"), ("days", "100000"), ("scopes", "read")],
    ] {
        assert_eq!(mira.post("/settings/tokens", &form).await.status, 422, "{form:?}");
    }
    assert!(token::Entity::of(world.db().read(), world.mira.id, world.now()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_token_dies_with_its_time_and_with_its_account() {
    let world = World::in_consultation().await;
    let mut grace = whole(&world, &world.grace).await;
    let mut mira = whole(&world, &world.mira).await;
    let disabled = entity::account::ActiveModel {
        id: Set(world.mira.id),
        disabled_at: Set(Some(world.now())),
        ..Default::default()
    };
    disabled.update(world.db().owner()).await.unwrap();
    assert_eq!(get(&mut mira, "/drafts").await.status, 401);
    assert_eq!(get(&mut grace, "/drafts").await.status, 200);
    world.app.state.clock.advance(chrono::TimeDelta::days(366));
    assert_eq!(get(&mut grace, "/drafts").await.status, 401);
    for bearer in ["Bearer comity_0", "Basic YTpi", "Bearer", "comity", ""] {
        let mut other = world.app.browser().with(header::AUTHORIZATION, bearer);
        assert_eq!(get(&mut other, "/drafts").await.status, 401, "{bearer}");
    }
}

#[tokio::test]
async fn a_token_that_was_taken_back_while_it_acted_does_nothing() {
    let world = World::in_consultation().await;
    let _program = program(&world, &world.mira, &[Scope::Comment]).await;
    let kept = token::Entity::of(world.db().read(), world.mira.id, world.now()).await.unwrap();
    let reader = entity::Reader { token: Some(kept[0].id), ..world.reader(&world.mira).await };
    token::Entity::revoke(world.db().owner(), world.mira.id, kept[0].id).await.unwrap();
    let said = entity::verb::Said {
        body: domain::typed::CommentBody::parse("Too late.").unwrap(),
        suggestion: None,
        stakeholder: None,
        once: None,
    };
    let opening = entity::verb::Opening {
        version: 1,
        lines: None,
        quote: None,
        place: None,
        kind: domain::ThreadKind::General,
        said,
    };
    let refused = reader.open_thread(world.db(), &world.draft, opening, world.now()).await;
    assert!(matches!(refused, Err(entity::Error::SignedOut)), "{refused:?}");
}

#[tokio::test]
async fn a_cookie_lets_nobody_in_and_a_page_of_another_site_reads_only_what_is_public() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    assert_eq!(get(&mut mira, "/account").await.status, 401);
    let thread = json!({ "version": 1, "body": "By a cookie." });
    assert_eq!(post(&mut mira, "/drafts/DN-2026-001/threads", &thread).await.status, 401);
    let public = get(&mut mira, "/drafts/DN-2026-001").await;
    assert_eq!(public.header("access-control-allow-origin"), "*");
    assert!(
        public.header("set-cookie").is_empty()
            && public.header("access-control-allow-credentials").is_empty()
    );
    let asked = mira.send(Method::OPTIONS, "/api/v1/drafts", None, Vec::new()).await;
    assert_eq!((asked.status, asked.header("access-control-allow-methods")), (204, "GET, HEAD"));
    assert!(!asked.header("access-control-allow-headers").to_lowercase().contains("authorization"));
}

#[tokio::test]
async fn too_many_calls_hear_when_there_may_be_more() {
    let world = World::in_consultation().await;
    let router = limited(world.app.state.clone(), Traffic { calls: 3, ..Traffic::default() });
    let mut program = Browser::new(router).at("192.0.2.7");
    for left in ["2", "1", "0"] {
        let page = get(&mut program, "/drafts").await;
        assert_eq!(page.status, 200);
        assert!(page.header("ratelimit").contains(&format!("r={left};")), "{}", page.header("ratelimit"));
    }
    let refused = get(&mut program, "/drafts").await;
    assert_eq!((refused.status, refused.header("content-type")), (429, "application/problem+json"));
    assert!(refused.header("retry-after").parse::<u64>().unwrap() <= 60);
    assert_eq!(get(&mut program.at("192.0.2.8"), "/drafts").await.status, 200);
}

#[tokio::test]
async fn what_is_nowhere_is_a_problem_too() {
    let world = World::in_consultation().await;
    let mut anybody = world.app.browser();
    for (method, path, status) in [
        (Method::GET, "/api/v1/no/such/thing", 404),
        (Method::POST, "/api/v1/nothing", 404),
        (Method::DELETE, "/api/v1/drafts", 405),
        (Method::GET, "/api/v1/drafts/%00", 400),
        (Method::GET, "/api/v1/drafts/%ff", 400),
    ] {
        let answer = anybody.send(method, path, None, Vec::new()).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.html());
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        assert_eq!(read(&answer)["status"], status);
    }
    let described = anybody.get("/api/openapi.json").await;
    assert_eq!(read(&described)["openapi"], "3.1.0");
    let page = anybody.with(HeaderName::from_static("accept-language"), "ar").get("/api").await;
    assert_eq!(page.status, 200);
    assert!(page.main_text().contains("GET /api/v1/drafts/{reference}/threads"), "{}", page.main_text());
    // What a problem calls its type is explained there.
    assert!(page.html().contains("id=\"problem-404\""));
}
