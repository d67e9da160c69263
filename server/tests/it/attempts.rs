//! What somebody tries who wants more than their share, or somebody else's name.

use axum::http::{HeaderName, Method};
use chrono::TimeDelta;
use domain::{permission::Role, typed::Reason};
use entity::{comment, follow, newcomer, session, token};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use crate::{
    api::{post, whole},
    support::{Browser, Page, World},
};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const WORDS: &str = "Two weeks after the decision is too late for a notice.";

/// The form of a stranger, with more fields.
async fn joins(browser: &mut Browser, email: &str, more: &[(&str, &str)]) -> Page {
    let fields = [
        ("page", "/drafts/DN-2026-001?from=2&to=2"),
        ("draft", "DN-2026-001"),
        ("version", "1"),
        ("from", "2"),
        ("to", "2"),
        ("kind", "general"),
        ("name", "Salma Idris"),
        ("email", email),
    ];
    let said = more.iter().any(|(name, _)| *name == "comment");
    let words = (!said).then_some(("comment", WORDS));
    browser.post("/join", &[&fields[..], more, words.as_slice()].concat()).await
}

/// The address of the button in the last mail.
async fn link(world: &World) -> String {
    let letters = world.app.letters().await;
    let body = &letters.last().unwrap().body;
    let link = body.lines().find_map(|line| line.trim().strip_prefix("http://comity.example"));
    link.unwrap().to_owned()
}

#[tokio::test]
async fn nobody_speaks_for_anybody_by_a_form_that_came_with_an_address() {
    let world = World::in_consultation().await;
    let government = world.reader(&world.grace).await.first_voice().unwrap().stakeholder.id.to_string();
    let sent = joins(&mut world.app.browser(), &world.grace.email, &[("as", &government)]).await;
    assert_eq!(sent.status, 303);
    let link = link(&world).await;
    assert_eq!(world.app.browser().post(&link, &[("page", &link)]).await.status, 303);
    let said = comment::Entity::find().one(world.db().read()).await.unwrap().unwrap();
    assert_eq!((said.author_id, said.stakeholder_id), (world.grace.id, None));
}

#[tokio::test]
async fn the_page_of_the_button_shows_all_that_it_posts() {
    let world = World::in_consultation().await;
    let more = [("suggestion", ""), ("offered", "3-4"), ("comment", "A small remark.")];
    let fields = [
        ("page", "/"),
        ("draft", "DN-2026-001"),
        ("version", "1"),
        ("from", "3"),
        ("to", "4"),
        ("kind", "substantive"),
        ("name", "Salma Idris"),
        ("email", "salma@idris.example"),
    ];
    let sent = world.app.browser().post("/join", &[&fields[..], &more].concat()).await;
    assert_eq!(sent.status, 303, "{}", sent.main_text());
    let link = link(&world).await;
    let shown = world.app.browser().get(&link).await.main_text();
    assert!(shown.contains("It is proposed to delete this."), "{shown}");
    world.app.browser().post(&link, &[("page", &link)]).await;
    let said = comment::Entity::find().one(world.db().read()).await.unwrap().unwrap();
    assert_eq!(said.suggestion.as_deref(), Some(""));
}

#[tokio::test]
async fn of_a_stranger_s_form_only_the_comment_is_kept() {
    let world = World::in_consultation().await;
    let junk = "x".repeat(3_900_000);
    let mut browser = world.app.browser();
    assert_eq!(joins(&mut browser, "salma@idris.example", &[("junk", &junk)]).await.status, 303);
    let row = newcomer::Entity::find().one(world.db().read()).await.unwrap().unwrap();
    assert!(row.typed.len() < 1_000, "{}", row.typed.len());
    assert!(browser.get("/join").await.main_text().contains(WORDS));
    let twice = joins(&mut browser, "salma@idris.example", &[("name", &junk)]).await;
    assert_eq!(twice.status, 413);
}

#[tokio::test]
async fn large_forms_of_strangers_take_no_room_from_words() {
    let world = World::in_consultation().await;
    let junk = "x".repeat(3_900_000);
    for number in 0..20 {
        let mut browser = world.app.browser().at(&format!("192.0.2.{}", number / 2));
        browser.post("/threads", &[("page", "/"), ("comment", WORDS), ("junk", &junk)]).await;
    }
    let mut late = world.app.browser().at("198.51.100.1");
    let large = late.post("/threads", &[("page", "/"), ("comment", WORDS), ("junk", &junk)]).await;
    assert_eq!(large.status, 429);
    let kept = late.post("/threads", &[("page", "/"), ("comment", WORDS)]).await;
    assert_eq!(kept.status, 401, "{}", kept.main_text());
}

#[tokio::test]
async fn only_so_many_forms_of_one_account_wait() {
    let world = World::in_consultation().await;
    let forum = entity::forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let ada = world.reader(&world.ada).await;
    ada.change_joining(world.db(), &forum, domain::Joining::Confirmed, world.now()).await.unwrap();
    let hugo = world.app.person("Hugo Berg").await;
    let mut browser = world.app.signed_in(&hugo).await;
    let mut statuses = Vec::new();
    for number in 0..21 {
        statuses.push(joins(&mut browser, "", &[("comment", &format!("{WORDS} {number}"))]).await.status);
    }
    assert!(statuses[..20].iter().all(|status| *status == 303), "{statuses:?}");
    assert_eq!(statuses[20], 429);
}

#[tokio::test]
async fn who_is_let_in_posts_at_once() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    let sent = joins(&mut mira, "", &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.main_text());
    assert_eq!(newcomer::Entity::find().count(world.db().read()).await.unwrap(), 0);
    assert_eq!(comment::Entity::find().count(world.db().read()).await.unwrap(), 1);
}

#[tokio::test]
async fn nobody_uses_up_the_mails_that_others_ask_for() {
    let world = World::in_consultation().await;
    let mut statuses = Vec::new();
    for (number, email) in (1..).zip([
        "target@press.example",
        "Target+1@press.example",
        "target@press。example",
        "target@press.example.",
    ]) {
        let mut eve = world.app.browser().at("192.0.2.66");
        let words = format!("{WORDS} {number}");
        statuses.push(joins(&mut eve, email, &[("comment", &words)]).await.status);
    }
    assert_eq!(statuses, [303, 303, 303, 429], "who is refused is told so");
    let before = world.app.letters().await.len();
    let mut target = world.app.browser().at("198.51.100.1");
    assert_eq!(joins(&mut target, "target@press.example", &[]).await.status, 303);
    assert_eq!(world.app.letters().await.len(), before + 1);
    for bad in ["\"target\"@press.example", "\\target@press.example"] {
        assert_eq!(joins(&mut target, bad, &[]).await.status, 422, "{bad}");
    }
}

#[tokio::test]
async fn a_button_pressed_twice_leads_to_the_same_place() {
    let world = World::in_consultation().await;
    joins(&mut world.app.browser(), "salma@idris.example", &[]).await;
    let link = link(&world).await;
    let press = async || {
        let page = world.app.browser().post(&link, &[("page", &link)]).await;
        (page.status, page.header("location").to_owned())
    };
    let pressed = futures::future::join_all((0..6).map(|_| press())).await;
    assert!(pressed.iter().all(|one| *one == pressed[0] && one.0 == 303), "{pressed:?}");
    assert!(pressed[0].1.contains("/drafts/DN-2026-001"), "{pressed:?}");
    assert_eq!(comment::Entity::find().count(world.db().read()).await.unwrap(), 1);
}

#[tokio::test]
async fn what_is_followed_is_there_is_short_and_is_counted() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    let rows = async || follow::Entity::find().count(world.db().read()).await.unwrap();
    let long = format!("draft/{}", "X".repeat(700_000));
    for subject in [long.as_str(), "draft/DN-2026-999", "clause/DN-2026-001/4000000000", "forum/none"] {
        for wanted in ["yes", "no"] {
            let page = mira.post("/follow", &[("page", "/"), ("subject", subject), ("wanted", wanted)]).await;
            assert!(
                [404, 422].contains(&page.status),
                "{} {}",
                page.status,
                &subject[..20.min(subject.len())]
            );
        }
    }
    assert_eq!(rows().await, 0);
    let draft = [("page", "/"), ("subject", "draft/DN-2026-001"), ("wanted", "no")];
    assert_eq!(mira.post("/follow", &draft).await.status, 303);
    assert_eq!(rows().await, 1);
    for number in 1..i64::from(follow::MOST) {
        let subject = follow::Subject::Draft(format!("DN-1999-{number}"));
        follow::Entity::keep(world.db(), world.mira.id, &subject, true, world.now()).await.unwrap();
    }
    let forum = [("page", "/"), ("subject", "forum/dovetail"), ("wanted", "yes")];
    assert_eq!(mira.post("/follow", &forum).await.status, 422);
    assert_eq!(mira.post("/follow", &[draft[0], draft[1], ("wanted", "yes")]).await.status, 303);
}

#[tokio::test]
async fn erased_words_are_not_answered_again() {
    let world = World::in_consultation().await;
    let mut once = whole(&world, &world.mira).await.with(KEY, "k1");
    let sent = json!({ "version": 1, "body": "Call me on 0171 555 0199." });
    let path = "/drafts/DN-2026-001/threads";
    let first = post(&mut once, path, &sent).await;
    assert_eq!(first.status, 201, "{}", first.html());
    assert!(first.html().contains("0171"));
    let said = comment::Entity::find().one(world.db().read()).await.unwrap().unwrap();
    let (ada, reason) = (world.reader(&world.ada).await, Reason::parse("A private number.").unwrap());
    ada.hide_comment(world.db(), &said, reason.clone(), world.now()).await.unwrap();
    ada.erase_comment(world.db(), &said, reason, world.now()).await.unwrap();
    let again = post(&mut once, path, &sent).await;
    assert!(!again.html().contains("0171"), "{}", again.html());
    assert_eq!(comment::Entity::find().count(world.db().read()).await.unwrap(), 1, "nothing is posted twice");
    for file in ["comity.sqlite", "comity.sqlite-wal"] {
        let bytes = std::fs::read(world.app.folder().join(file)).unwrap_or_default();
        // The very request that was refused is no answer, and is not kept.
        assert!(!bytes.windows(13).any(|bytes| bytes == b"0171 555 0199"), "{file}");
    }
}

#[tokio::test]
async fn what_was_answered_is_not_answered_again_to_who_may_not_see_it_any_more() {
    let world = World::in_consultation().await;
    let mut ben = whole(&world, &world.ben).await.with(KEY, "wt1");
    world.app.state.clock.advance(TimeDelta::days(29));
    let path = "/drafts/DN-2026-001/working-text";
    let text = json!({ "base": 1, "edition": 0, "text": "# Principles\n\nA text that nobody has seen.\n" });
    let saved = post(&mut ben, path, &text).await;
    assert_eq!(saved.status, 200, "{}", saved.html());
    assert_eq!(post(&mut ben, path, &text).await.header("idempotency-replayed"), "true");
    let another = post(&mut whole(&world, &world.ben).await.with(KEY, "wt1"), path, &text).await;
    assert_eq!(another.status, 422, "another token hears nothing of it");
    let (ada, forum) = (
        world.reader(&world.ada).await,
        entity::forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap(),
    );
    ada.take_role(world.db(), &forum, world.ben.id, Role::Editor, world.now()).await.unwrap();
    let refused = post(&mut ben, path, &text).await;
    assert!([403, 404].contains(&refused.status), "{} {}", refused.status, refused.html());
    assert!(!refused.html().contains("nobody has seen"));
}

#[tokio::test]
async fn a_session_that_was_ended_does_not_come_back() {
    let world = World::in_consultation().await;
    let db = world.db().owner();
    world.as_(&world.mira).await;
    let ended = session::Entity::of(db, world.mira.id, world.now()).await.unwrap().remove(0);
    session::Entity::revoke(db, world.mira.id, &ended.id).await.unwrap();
    assert!(!ended.clone().change(db).await.unwrap());
    assert!(session::Entity::live(db, &ended.id, world.now()).await.unwrap().is_none());
}

#[tokio::test]
async fn as_many_tokens_are_made_at_once_as_may_be() {
    let world = World::in_consultation().await;
    let making = |number: u32| token::Making {
        name: format!("Script {number}"),
        digest: server::clock::digest(&server::clock::token()),
        scopes: [domain::scope::Scope::Read].into(),
        expires_at: world.now() + TimeDelta::days(1),
    };
    let made = (0..token::MOST + 8)
        .map(|number| token::Entity::keep(world.db(), world.mira.id, making(number), world.now()));
    let made = futures::future::join_all(made).await;
    assert_eq!(made.iter().filter(|one| one.is_err()).count(), 8);
    let own = token::Entity::find().filter(token::Column::AccountId.eq(world.mira.id));
    assert_eq!(own.count(world.db().read()).await.unwrap(), u64::from(token::MOST));
}

#[tokio::test]
async fn no_page_at_a_secret_address_is_kept() {
    let world = World::in_consultation().await;
    for address in ["/mail/stop-1-reply.00", "/sign-in/0123456789abcdef", "/join/0123456789abcdef"] {
        let page = world.app.browser().get(address).await;
        assert_eq!(page.header("cache-control"), "no-store", "{address} {}", page.status);
    }
}

#[tokio::test]
async fn the_foot_tells_of_nothing_that_is_not_signed() {
    let world = World::in_consultation().await;
    let foot = async || {
        let page = world.app.browser().get("/help").await;
        page.html().split("<footer").nth(1).unwrap_or_default().to_owned()
    };
    let before = foot().await;
    world.comments(&world.mira, Some("L4"), "Say who.", None).await;
    assert_eq!(before, foot().await);
}

#[tokio::test]
async fn a_preview_of_nothing_but_marks_is_soon_there() {
    let world = World::in_consultation().await;
    let body = format!("text={}", "%26".repeat(16_384)).into_bytes();
    let mut browser = world.app.browser();
    let begun = std::time::Instant::now();
    let kind = Some("application/x-www-form-urlencoded");
    for _ in 0..8 {
        let page = browser.send(Method::POST, "/do/preview", kind, body.clone()).await;
        assert_eq!(page.status, 200);
    }
    assert!(begun.elapsed().as_secs() < 8, "{:?}", begun.elapsed());
}
