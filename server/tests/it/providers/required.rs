//! Roles that count only in a session that was begun by a certain provider.

use chrono::TimeDelta;
use entity::account;

use super::{comes_by, world};
use crate::support::{Browser, World};

async fn root(world: &World) -> Browser {
    let root = account::Entity::by_email(world.db().read(), "root@example.org").await.unwrap().unwrap();
    world.as_(&root).await
}

fn asks<'a>(role: &'a str, provider: &'a str) -> [(&'static str, &'a str); 3] {
    [("page", "/admin"), ("role", role), ("provider", provider)]
}

#[tokio::test]
async fn a_role_that_asks_for_a_provider_counts_in_no_other_session() {
    let (world, provider) = world().await;
    let mut root = root(&world).await;
    let mut link = world.as_(&world.ada).await;
    assert_eq!(link.get("/forums/dovetail/manage").await.status, 200);
    let page = root.post_and_follow("/admin/requirements", &asks("secretariat", "ministry")).await;
    assert!(page.main_text().contains("Secretariat: only with Ministry of Aravel"), "{}", page.main_text());
    world.app.state.clock.advance(TimeDelta::seconds(6));
    let refused = link.get("/forums/dovetail/manage").await;
    assert_eq!(refused.status, 403);
    let told = link.get("/settings").await;
    assert!(told.main_text().contains("counts only when you sign in with Ministry of Aravel"));
    // Connected, and come by it: the same person is the secretariat again.
    comes_by(&mut link, &provider, "ministry").await;
    link.post_and_follow("/sign-in/connect", &[("page", "/sign-in/connect")]).await;
    assert_eq!(link.get("/forums/dovetail/manage").await.status, 403);
    let mut by_ministry = world.app.browser();
    comes_by(&mut by_ministry, &provider, "ministry").await;
    assert_eq!(by_ministry.get("/forums/dovetail/manage").await.status, 200);
}

#[tokio::test]
async fn what_is_asked_holds_for_what_is_written_at_once() {
    let (world, _provider) = world().await;
    let mut grace = world.as_(&world.grace).await;
    assert_eq!(grace.get(&world.page("/sign-offs")).await.status, 200);
    let admin = account::Entity::by_email(world.db().read(), "root@example.org").await.unwrap().unwrap();
    let admin = world.reader(&admin).await;
    let role = domain::permission::Role::Delegate;
    entity::requirement::set(world.db(), &admin, role, Some("ministry"), world.now()).await.unwrap();
    // Pages may know it a moment later; the verb asks in its transaction.
    let voice = world.reader(&world.grace).await.first_voice().unwrap().stakeholder.id.to_string();
    let position = [
        ("page", "/drafts/DN-2026-001/sign-offs"),
        ("stakeholder", voice.as_str()),
        ("version", "1"),
        ("position", "endorse"),
    ];
    let answer = grace.post(&world.page("/sign-offs"), &position).await;
    assert!(answer.status == 409 || answer.status == 403, "{} {}", answer.status, answer.main_text());
}

#[tokio::test]
async fn only_an_administrator_who_came_by_it_asks_it_of_administrators() {
    let (world, _provider) = world().await;
    let mut root = root(&world).await;
    assert_eq!(root.post("/admin/requirements", &asks("admin", "ministry")).await.status, 422);
    assert_eq!(root.post("/admin/requirements", &asks("secretariat", "nobody")).await.status, 404);
    assert_eq!(root.post("/admin/requirements", &asks("commenter", "ministry")).await.status, 422);
    let mut ada = world.as_(&world.ada).await;
    assert_eq!(ada.post("/admin/requirements", &asks("editor", "ministry")).await.status, 403);
    root.post_and_follow("/admin/requirements", &asks("editor", "ministry")).await;
    let page = root.post_and_follow("/admin/requirements", &asks("editor", "")).await;
    assert!(page.main_text().contains("Every role counts however"), "{}", page.main_text());
}
