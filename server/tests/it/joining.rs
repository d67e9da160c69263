//! A stranger comes by the form of a comment, and it is posted once they have shown that the address is theirs.

use chrono::TimeDelta;
use domain::{Joining, visibility::Visibility};
use entity::{account, thread};
use sea_orm::{EntityTrait, PaginatorTrait};
use server::mail::Letter;

use crate::support::{Browser, Page, World};

const WORDS: &str = "Two weeks after the decision is too late for a notice.";

fn form<'a>(world: &World, email: &'a str) -> Vec<(&'static str, &'a str)> {
    assert_eq!(world.draft.reference, "DN-2026-001");
    vec![
        ("page", "/drafts/DN-2026-001?from=2&to=2"),
        ("draft", "DN-2026-001"),
        ("version", "1"),
        ("from", "2"),
        ("to", "2"),
        ("comment", WORDS),
        ("kind", "general"),
        ("name", "Salma Idris"),
        ("email", email),
    ]
}

fn link(letter: &Letter) -> String {
    let link = letter.body.lines().find_map(|line| line.trim().strip_prefix("http://comity.example"));
    link.unwrap_or_default().to_owned()
}

/// Sends the form and gives the page after it, with the letters that came.
async fn writes(world: &World, browser: &mut Browser, email: &str) -> (Page, Vec<Letter>) {
    let before = world.app.letters().await.len();
    let page = browser.post_and_follow("/join", &form(world, email)).await;
    let letters = world.app.letters().await;
    (page, letters[before..].to_vec())
}

async fn threads(world: &World) -> u64 {
    thread::Entity::find().count(world.db().read()).await.unwrap()
}

async fn lets_in(world: &World, joining: Joining) {
    let forum = entity::forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let ada = world.reader(&world.ada).await;
    ada.change_joining(world.db(), &forum, joining, world.now()).await.unwrap();
}

#[tokio::test]
async fn a_stranger_finds_the_form_itself_with_who_will_see_it() {
    let world = World::in_consultation().await;
    let page = world.app.browser().get(&world.page("?from=2&to=2")).await;
    assert_eq!(page.status, 200);
    assert!(page.html().contains("action=\"/join\""));
    let text = page.main_text();
    for words in ["Your name", "E‑mail", "Who will see it.", "Anyone may comment"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[tokio::test]
async fn a_comment_of_a_stranger_is_posted_when_the_mail_is_answered() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    let (check, letters) = writes(&world, &mut browser, " Salma@Idris.example ").await;
    assert!(check.main_text().starts_with("One step is left"), "{}", check.main_text());
    assert!(check.main_text().contains(WORDS) && check.main_text().contains("salma@idris.example"));
    assert_eq!(letters.len(), 1);
    assert!(!letters[0].body.contains(WORDS) && !letters[0].body.contains("Salma"), "{}", letters[0].body);
    assert_eq!((threads(&world).await, letters[0].to.as_str()), (0, "salma@idris.example"));

    // Whatever scans the mail opens the link, more than once; the button is pressed on another device.
    let link = link(&letters[0]);
    let mut phone = world.app.browser();
    for _ in 0..2 {
        let page = phone.get(&link).await;
        assert!(page.main_text().contains(WORDS), "{}", page.main_text());
        assert_eq!(page.header("cache-control"), "no-store");
    }
    assert_eq!(threads(&world).await, 0);
    let posted = phone.post_and_follow(&link, &[("page", &link)]).await;
    assert!(posted.html().contains("<p class=\"you\"><a href=\"/settings\">Salma Idris"));
    assert!(posted.main_text().contains(WORDS) && posted.main_text().contains("Salma Idris"));
    assert_eq!(threads(&world).await, 1);

    // A second press leads there again, and signs nobody in.
    let mut other = world.app.browser();
    let again = other.post(&link, &[("page", &link)]).await;
    assert_eq!(again.status, 422);
    assert!(other.get(&link).await.main_text().contains("Go to what it posted"));
    assert_eq!(other.get("/settings").await.status, 303);
    assert_eq!(threads(&world).await, 1);
}

#[tokio::test]
async fn nobody_learns_from_the_form_who_has_an_account() {
    let world = World::in_consultation().await;
    let (known, to_mira) = writes(&world, &mut world.app.browser(), "mira@example.org").await;
    let (unknown, to_eve) = writes(&world, &mut world.app.browser(), "nora@example.org").await;
    let text = |page: &Page| page.main_text().replace("mira@", "nora@");
    assert_eq!((known.status, text(&known)), (unknown.status, text(&unknown)));
    assert!(to_mira[0].body.contains("You have an account already"), "{}", to_mira[0].body);
    assert!(to_eve[0].body.contains("You are then registered"), "{}", to_eve[0].body);
    assert_eq!(to_mira[0].subject, to_eve[0].subject);

    let accounts = account::Entity::total(world.db().read()).await.unwrap();
    let mut browser = world.app.browser();
    let posted = browser.post_and_follow(&link(&to_mira[0]), &[("page", "/")]).await;
    assert!(posted.html().contains("Mira Oduya") && posted.main_text().contains(WORDS));
    assert_eq!(account::Entity::total(world.db().read()).await.unwrap(), accounts);
}

#[tokio::test]
async fn a_link_to_an_account_signs_in_for_a_quarter_of_an_hour_and_another_keeps_the_words() {
    let world = World::in_consultation().await;
    let (_, letters) = writes(&world, &mut world.app.browser(), "mira@example.org").await;
    world.app.state.clock.advance(TimeDelta::minutes(16));
    let (old, mut browser) = (link(&letters[0]), world.app.browser());
    assert!(browser.get(&old).await.main_text().contains("have another sent"));
    assert_eq!(browser.post(&old, &[("page", &old)]).await.status, 422);
    let token = old.strip_prefix("/join/").unwrap();
    browser.post_and_follow("/join/again", &[("page", &old), ("token", token)]).await;
    let letters = world.app.letters().await;
    let fresh = link(letters.last().unwrap());
    assert_ne!(fresh, old);
    let posted = browser.post_and_follow(&fresh, &[("page", &fresh)]).await;
    assert!(posted.main_text().contains(WORDS), "{}", posted.main_text());
}

#[tokio::test]
async fn what_is_wrong_is_said_of_each_field_and_nothing_is_lost() {
    let world = World::in_consultation().await;
    let mut fields = form(&world, "salma at idris");
    fields.retain(|(name, _)| *name != "name");
    fields.push(("suggestion", ""));
    let page = world.app.browser().post("/join", &fields).await;
    assert_eq!(page.status, 422);
    let text = page.main_text();
    assert!(text.contains("Give an e‑mail address") && text.contains("Give a name."), "{text}");
    assert!(page.html().contains(WORDS));
    assert_eq!(page.field("email").as_deref(), Some("salma at idris"));
    for hostile in ["a@b\r\nBcc: c@d", "a b@c", "a@b@c"] {
        assert_eq!(world.app.browser().post("/join", &form(&world, hostile)).await.status, 422, "{hostile}");
    }
    assert!(world.app.letters().await.is_empty());
}

#[tokio::test]
async fn the_address_and_the_words_can_be_changed_before_the_mail_is_answered() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    let (check, first) = writes(&world, &mut browser, "salma@idris.exampel").await;
    let change = check.html().split("href=\"").find(|part| part.contains("change=")).unwrap();
    let change = change.split('"').next().unwrap().replace("&amp;", "&");
    let page = browser.get(change.split('#').next().unwrap()).await;
    assert!(page.html().contains(WORDS), "{}", page.main_text());
    assert_eq!(page.field("name").as_deref(), Some("Salma Idris"));

    let fields = [("page", "/join"), ("email", "salma@idris.example")];
    let page = browser.post_and_follow("/join/again", &fields).await;
    assert!(page.main_text().contains("Another mail is on its way"));
    let letters = world.app.letters().await;
    let second = letters.last().unwrap();
    assert_eq!(second.to, "salma@idris.example");
    assert_eq!(browser.post(&link(&first[0]), &[("page", "/join")]).await.status, 422);
    browser.post_and_follow(&link(second), &[("page", "/join")]).await;
    assert_eq!(threads(&world).await, 1);
    // Nobody else sees what waits, and after it was posted nothing does.
    assert!(world.app.browser().get("/join").await.main_text().starts_with("Nothing waits here"));
    assert!(browser.get("/join").await.main_text().starts_with("Nothing waits here"));
}

#[tokio::test]
async fn words_that_come_after_the_round_are_kept_and_said_why() {
    let world = World::in_consultation().await;
    world.near_the_end_of_the_round();
    let (_, letters) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    world.app.state.clock.advance(TimeDelta::hours(2));
    let mut browser = world.app.browser();
    let page = browser.post_and_follow(&link(&letters[0]), &[("page", "/join")]).await;
    let text = page.main_text();
    assert!(text.starts_with("What you wrote") && text.contains(WORDS), "{text}");
    assert!(text.contains("It takes no new comments now"), "{text}");
    assert_eq!(threads(&world).await, 0);
    assert!(page.html().contains("Salma Idris"), "they are registered all the same");
}

#[tokio::test]
async fn words_on_an_older_version_are_posted_when_their_author_says_so() {
    let world = World::in_consultation().await;
    world.near_the_end_of_the_round();
    let (_, letters) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    let (_, more) = writes(&world, &mut world.app.browser(), "tariq@idris.example").await;
    world.second_round().await;
    for (letter, changes) in [(&letters[0], false), (&more[0], true)] {
        let mut browser = world.app.browser();
        let page = browser.post_and_follow(&link(letter), &[("page", "/join")]).await;
        assert!(
            page.main_text().contains("Version 2 was published after you wrote this"),
            "{}",
            page.main_text()
        );
        let kept = page.field("kept").unwrap();
        let posted = if changes {
            let mut fields = form(&world, "");
            fields.retain(|(name, _)| !["version", "name", "email"].contains(name));
            fields.extend([("version", "2"), ("change", kept.as_str())]);
            browser.post_and_follow("/threads", &fields).await
        } else {
            browser.post_and_follow("/join/posting", &[("page", "/join"), ("kept", &kept)]).await
        };
        assert!(posted.main_text().contains(WORDS), "{}", posted.main_text());
        assert!(browser.get("/join").await.main_text().starts_with("Nothing waits here"));
    }
    assert_eq!(threads(&world).await, 2);
}

#[tokio::test]
async fn kept_words_are_their_author_s_alone() {
    let world = World::in_consultation().await;
    world.near_the_end_of_the_round();
    let (_, letters) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    world.app.state.clock.advance(TimeDelta::hours(2));
    let mut salma = world.app.browser();
    let page = salma.post_and_follow(&link(&letters[0]), &[("page", "/join")]).await;
    let kept = page.field("kept").unwrap();
    let mut mira = world.as_(&world.mira).await;
    for address in ["/join/posting", "/join/dropping"] {
        assert_eq!(mira.post(address, &[("page", "/join"), ("kept", &kept)]).await.status, 404);
        let nobody = world.app.browser().post(address, &[("page", "/join"), ("kept", &kept)]).await;
        assert_eq!(nobody.status, 401);
    }
    let gone = salma.post_and_follow("/join/dropping", &[("page", "/join"), ("kept", &kept)]).await;
    assert!(gone.main_text().starts_with("Nothing waits here"), "{}", gone.main_text());
}

#[tokio::test]
async fn a_forum_that_invites_says_so_before_anybody_types_and_takes_no_words() {
    let world = World::in_consultation().await;
    lets_in(&world, Joining::Invited).await;
    let mut browser = world.app.browser();
    let page = browser.get(&world.page("")).await;
    assert!(page.main_text().contains("whom the secretariat has invited"), "{}", page.main_text());
    let page = browser.get(&world.page("?from=2&to=2")).await;
    assert!(!page.html().contains("action=\"/join\""));
    assert!(page.main_text().contains("sign in with the address that was invited"), "{}", page.main_text());
    assert_eq!(browser.post("/join", &form(&world, "salma@idris.example")).await.status, 403);
    let mira = world.as_(&world.mira).await.post("/threads", &form(&world, "")).await;
    assert_eq!(mira.status, 403, "{}", mira.main_text());
    assert!(world.app.letters().await.is_empty());
}

#[tokio::test]
async fn a_draft_for_members_does_not_exist_for_a_stranger_s_form() {
    let world = World::in_consultation().await;
    let ada = world.reader(&world.ada).await;
    let draft = world.fresh().await;
    let form = form(&world, "salma@idris.example");
    let shown = ada.show_to(world.db(), &draft, Visibility::Members, world.now()).await;
    // What was public stays public; such a draft is one that began behind the door.
    assert!(shown.is_err() || world.app.browser().post("/join", &form).await.status == 404);
    let other = [("draft", "DN-2026-999"), ("version", "1"), ("comment", WORDS), ("page", "/")];
    assert_eq!(world.app.browser().post("/join", &other).await.status, 404);
}

#[tokio::test]
async fn one_address_gets_three_mails_an_hour_and_others_are_not_held_up() {
    let world = World::in_consultation().await;
    for number in 0..6 {
        let mut browser = world.app.browser().at(&format!("192.0.2.{number}"));
        let mut fields = form(&world, "salma@idris.example");
        let words = format!("{WORDS} {number}");
        fields.retain(|(name, _)| *name != "comment");
        fields.push(("comment", &words));
        let page = browser.post_and_follow("/join", &fields).await;
        assert!(page.main_text().starts_with("One step is left"), "{}", page.main_text());
    }
    assert_eq!(world.app.letters().await.len(), 3);
    let (_, letters) = writes(&world, &mut world.app.browser().at("192.0.2.0"), "other@idris.example").await;
    assert_eq!(letters.len(), 1);
    world.app.state.clock.advance(TimeDelta::minutes(60));
    let (_, letters) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    assert_eq!(letters.len(), 1);
}

#[tokio::test]
async fn a_form_sent_twice_is_one_mail() {
    let world = World::in_consultation().await;
    let (_, first) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    let (_, second) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    assert_eq!((first.len(), second.len()), (1, 0));
}

#[tokio::test]
async fn a_stranger_registers_from_the_page_to_sign_in() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    let asking = [("page", "/sign-in"), ("email", "Nora@Example.org"), ("back", "/settings")];
    browser.post_and_follow("/sign-in", &asking).await;
    let letters = world.app.letters().await;
    let link = link(letters.last().unwrap());
    assert_eq!(browser.post(&link, &[("page", &link), ("name", " ")]).await.status, 422);
    let page = browser.post_and_follow(&link, &[("page", &link), ("name", "Nora Berg")]).await;
    assert!(page.main_text().starts_with("Settings") && page.html().contains("Nora Berg"));
    // Where every forum invites, nobody registers by themselves, and the page is the same for all.
    lets_in(&world, Joining::Invited).await;
    let count = letters.len();
    let mut pages = Vec::new();
    for email in ["eve@example.org", "mira@example.org"] {
        let asking = [("page", "/sign-in"), ("email", email), ("back", "/")];
        pages.push(world.app.browser().post_and_follow("/sign-in", &asking).await.main_text());
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(world.app.letters().await.len(), count + 1);
}

#[tokio::test]
async fn the_words_of_the_text_itself_are_no_proposal() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    let own = browser.get(&world.page("?from=2&to=2")).await.field("suggestion").unwrap();
    let mut fields = form(&world, "salma@idris.example");
    fields.push(("suggestion", &own));
    let check = browser.post_and_follow("/join", &fields).await.main_text();
    assert!(!check.contains("With these words proposed"), "{check}");
    fields.pop();
    fields.push(("suggestion", "Public bodies use such systems."));
    let other = browser.post_and_follow("/join", &fields).await.main_text();
    assert!(other.contains("With these words proposed") && other.contains("Public bodies use"), "{other}");
}
