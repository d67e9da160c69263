//! Strangers who come by a provider, and people who have an account already.

use domain::Joining;
use entity::{account, identity};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

use super::{comes_by, is_signed_in, sets_out, world};
use crate::support::{Browser, World};

async fn accounts(world: &World) -> u64 {
    account::Entity::find().count(world.db().read()).await.unwrap()
}

async fn identities(world: &World) -> Vec<identity::Model> {
    identity::Entity::find().all(world.db().read()).await.unwrap()
}

/// Signs in by the link of the last mail, in this browser.
async fn answers_mail(world: &World, browser: &mut Browser) -> String {
    let letters = world.app.letters().await;
    let body = &letters.last().unwrap().body;
    let link = body.lines().find_map(|line| line.trim().strip_prefix("http://comity.example")).unwrap();
    let page = browser.post(link, &[("page", link)]).await;
    assert_eq!(page.status, 303, "{}", page.main_text());
    page.header("location").to_owned()
}

#[tokio::test]
async fn a_stranger_joins_in_one_step_and_comes_again() {
    let (world, provider) = world().await;
    let before = accounts(&world).await;
    for key in ["ministry", "code"] {
        let mut browser = world.app.browser();
        assert_eq!(comes_by(&mut browser, &provider, key).await.header("location"), "/settings");
        let mut again = world.app.browser();
        assert_eq!(comes_by(&mut again, &provider, key).await.header("location"), "/settings");
        assert!(is_signed_in(&mut again).await);
    }
    assert_eq!(accounts(&world).await, before + 2);
    let known = account::Entity::by_email(world.db().read(), "tarik@sol.example").await.unwrap().unwrap();
    assert_eq!(known.name, "Tarik Sol");
    assert_eq!(world.app.letters().await.len(), 0);
}

#[tokio::test]
async fn a_stranger_posts_a_comment_by_a_provider_from_the_very_form() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    let page = browser.get("/drafts/DN-2026-001?from=2&to=2").await;
    assert!(page.html().contains("name=\"with\" value=\"ministry\""), "{}", page.main_text());
    let form = [
        ("page", "/drafts/DN-2026-001?from=2&to=2"),
        ("draft", "DN-2026-001"),
        ("version", "1"),
        ("from", "2"),
        ("to", "2"),
        ("comment", "Two weeks is too late."),
        ("kind", "general"),
        ("name", ""),
        ("email", ""),
        ("with", "ministry"),
    ];
    let between = browser.post_and_follow("/join", &form).await;
    assert!(between.html().contains("http-equiv=\"refresh\""), "{}", between.html());
    let way = browser.get("/sign-in/with/ministry?posts=yes").await;
    let posted = browser.get(&provider.signs_in(way.header("location"))).await;
    let posted = browser.get(posted.header("location")).await;
    assert!(posted.main_text().contains("Two weeks is too late."), "{}", posted.main_text());
    assert!(posted.main_text().contains("Nadia Haddad"));
}

#[tokio::test]
async fn an_address_that_an_account_has_connects_nobody_with_it() {
    let (world, provider) = world().await;
    let before = accounts(&world).await;
    provider.says("email", json!("Ada@Example.org"));
    let mut browser = world.app.browser();
    assert_eq!(comes_by(&mut browser, &provider, "ministry").await.header("location"), "/sign-in/connect");
    assert!(!is_signed_in(&mut browser).await);
    let page = browser.get("/sign-in/connect").await;
    assert!(page.main_text().contains("To be sure that it is yours"), "{}", page.main_text());
    // Both sides: the link of the mail in the same browser, and then a button.
    let form = [("page", "/sign-in/connect"), ("email", "ada@example.org"), ("back", "/sign-in/connect")];
    browser.post("/sign-in", &form).await;
    assert_eq!(answers_mail(&world, &mut browser).await, "/sign-in/connect");
    assert_eq!(identities(&world).await.len(), 0);
    let page = browser.get("/sign-in/connect").await;
    assert!(page.main_text().contains("Ada Lind") && page.main_text().contains("Connect"));
    browser.post_and_follow("/sign-in/connect", &[("page", "/sign-in/connect")]).await;
    assert_eq!(identities(&world).await[0].account_id, world.ada.id);
    let mut again = world.app.browser();
    assert_eq!(comes_by(&mut again, &provider, "ministry").await.header("location"), "/settings");
    assert!(again.get("/settings").await.html().contains("Ada Lind"));
    assert_eq!(accounts(&world).await, before);
}

#[tokio::test]
async fn an_address_that_the_provider_has_not_made_sure_of_is_worth_nothing() {
    let (world, provider) = world().await;
    let before = accounts(&world).await;
    for verified in [json!(false), json!(null), json!("no")] {
        provider.says("email_verified", verified.clone());
        provider.says("email", json!("ada@example.org"));
        let mut browser = world.app.browser();
        let page = comes_by(&mut browser, &provider, "ministry").await;
        if page.status == 303 {
            let asks = browser.get(page.header("location")).await;
            // It does not even say that there is such an account.
            assert!(asks.main_text().contains("has not made sure of your"), "{}", asks.main_text());
        }
        assert!(!is_signed_in(&mut browser).await, "{verified}");
    }
    provider.says("email_verified", json!(false));
    let mut browser = world.app.browser();
    assert_eq!(comes_by(&mut browser, &provider, "code").await.header("location"), "/sign-in/connect");
    assert_eq!((accounts(&world).await, identities(&world).await.len()), (before, 0));
}

#[tokio::test]
async fn who_is_signed_in_is_asked_before_anything_is_connected() {
    let (world, provider) = world().await;
    let mut browser = world.as_(&world.mira).await;
    assert_eq!(comes_by(&mut browser, &provider, "ministry").await.header("location"), "/sign-in/connect");
    assert_eq!(identities(&world).await.len(), 0);
    browser.post_and_follow("/sign-in/connect", &[("page", "/sign-in/connect"), ("not_now", "yes")]).await;
    assert_eq!(identities(&world).await.len(), 0);
    assert_eq!(browser.post("/sign-in/connect", &[("page", "/sign-in/connect")]).await.status, 422);
    comes_by(&mut browser, &provider, "ministry").await;
    let settings = browser.post_and_follow("/sign-in/connect", &[("page", "/sign-in/connect")]).await;
    assert!(settings.main_text().contains("nadia@aravel.example"), "{}", settings.main_text());
    // Whoever it is connected with, another account cannot take it.
    let mut ben = world.as_(&world.ben).await;
    comes_by(&mut ben, &provider, "ministry").await;
    assert!(ben.get("/settings").await.html().contains("Mira Oduya"));
    let id = identities(&world).await[0].id.to_string();
    let mut olga = world.as_(&world.olga).await;
    let form = [("page", "/settings"), ("identity", id.as_str())];
    assert_eq!(olga.post("/settings/ways/ends", &form).await.status, 404);
    browser.post_and_follow("/settings/ways/ends", &form).await;
    assert_eq!(identities(&world).await.len(), 0);
    assert!(!is_signed_in(&mut ben).await, "a session that was begun by it is over");
    assert!(is_signed_in(&mut browser).await);
}

#[tokio::test]
async fn where_strangers_may_not_join_a_provider_lets_nobody_in() {
    let (world, provider) = world().await;
    let forum = entity::forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let ada = world.reader(&world.ada).await;
    ada.change_joining(world.db(), &forum, Joining::Invited, world.now()).await.unwrap();
    let before = accounts(&world).await;
    let mut browser = world.app.browser();
    let page = comes_by(&mut browser, &provider, "ministry").await;
    assert!(page.status == 403 || page.status == 401, "{}: {}", page.status, page.main_text());
    assert_eq!(accounts(&world).await, before);
}

#[tokio::test]
async fn what_was_typed_is_there_when_one_is_back() {
    let (world, provider) = world().await;
    let mut browser = world.app.browser();
    comes_by(&mut browser, &provider, "ministry").await;
    let thread = world.comments(&world.mira, Some("L2"), "How late?", None).await;
    browser.post("/sign-out", &[("page", "/")]).await;
    let page = world.page(&format!("/threads/{}", thread.number));
    let form = [("page", page.as_str()), ("body", "At once.")];
    let refused = browser.post(&format!("{page}/comments"), &form).await;
    assert_eq!(refused.status, 401);
    let way = sets_out(&mut browser, "ministry", &page).await;
    let back = browser.get(&provider.signs_in(&way)).await;
    assert_eq!(back.header("location"), page);
    let there = browser.get(&page).await;
    assert!(there.html().contains("At once."), "{}", there.main_text());
}

#[tokio::test]
async fn a_claim_proposes_a_mandate_and_grants_none() {
    let (world, provider) = world().await;
    provider.says("groups", json!(["all-staff", "aravel-staff"]));
    let mut browser = world.app.browser();
    comes_by(&mut browser, &provider, "ministry").await;
    let nadia = account::Entity::by_email(world.db().read(), "nadia@aravel.example").await.unwrap().unwrap();
    assert!(world.reader(&nadia).await.voices.is_empty());
    for (person, sees) in [(&world.grace, true), (&world.mira, false), (&nadia, false)] {
        let mut browser =
            Browser::clone(&if person.id == nadia.id { browser.clone() } else { world.as_(person).await });
        let page = browser.get("/stakeholders/aravel").await;
        assert_eq!(page.main_text().contains("Proposed to speak for it"), sees, "{}", person.name);
    }
    let mut grace = world.as_(&world.grace).await;
    let filled = grace.get("/stakeholders/aravel?propose=nadia%40aravel.example").await;
    assert_eq!(filled.field("email").as_deref(), Some("nadia@aravel.example"));
}
