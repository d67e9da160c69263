//! A stranger comes by the form of a comment, and it is posted once they have shown that the address is theirs.

use chrono::TimeDelta;
use domain::{Joining, visibility::Visibility};
use entity::{account, outbox, thread};
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
    assert_eq!(again.status, 303);
    assert!(other.get(again.header("location")).await.main_text().contains(WORDS));
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
    let words = |letter: &Letter| letter.body.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&to_mira[0]).contains("You have an account already"), "{}", to_mira[0].body);
    assert!(words(&to_eve[0]).contains("You are then registered"), "{}", to_eve[0].body);
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
    let world = World::behind(Visibility::Members).await;
    let form = form(&world, "salma@idris.example");
    assert_eq!(world.app.browser().post("/join", &form).await.status, 404);
    let other = [("draft", "DN-2026-999"), ("version", "1"), ("comment", WORDS), ("page", "/")];
    assert_eq!(world.app.browser().post("/join", &other).await.status, 404);
}

#[tokio::test]
async fn one_address_gets_six_mails_an_hour_and_others_are_not_held_up() {
    let world = World::in_consultation().await;
    for number in 0..8 {
        let mut browser = world.app.browser().at(&format!("192.0.2.{number}"));
        let mut fields = form(&world, "salma@idris.example");
        let words = format!("{WORDS} {number}");
        fields.retain(|(name, _)| *name != "comment");
        fields.push(("comment", &words));
        let page = browser.post("/join", &fields).await;
        assert_eq!(page.status, if number < 6 { 303 } else { 429 }, "{number}: {}", page.main_text());
    }
    assert_eq!(world.app.letters().await.len(), 6);
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

#[tokio::test]
async fn where_people_are_let_in_a_comment_waits_for_the_secretariat_and_is_posted_with_its_leave() {
    let world = World::in_consultation().await;
    let mut ada = world.as_(&world.ada).await;
    let chosen = [("page", "/forums/dovetail/manage"), ("joining", "confirmed")];
    ada.post_and_follow("/forums/dovetail/joining", &chosen).await;
    let page = world.app.browser().get(&world.page("?from=2&to=2")).await;
    assert!(
        page.main_text().contains("Nobody but the secretariat of Dovetail Network"),
        "{}",
        page.main_text()
    );

    let (_, letters) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    let mut salma = world.app.browser();
    let waits = salma.post_and_follow(&link(&letters[0]), &[("page", "/join")]).await;
    assert!(waits.main_text().contains("has a look before it is posted"), "{}", waits.main_text());
    assert_eq!(threads(&world).await, 0);
    assert!(ada.get("/desk").await.main_text().contains("One person waits"));
    let manage = ada.get("/forums/dovetail/manage").await;
    assert!(manage.main_text().contains(WORDS) && manage.main_text().contains("Salma Idris"));
    let newcomer = manage.field("newcomer").unwrap();
    let letting = [("page", "/forums/dovetail/manage"), ("newcomer", newcomer.as_str())];
    let mut mira = world.as_(&world.mira).await;
    assert_eq!(mira.post("/forums/dovetail/newcomers", &letting).await.status, 403);
    assert_eq!(mira.post("/forums/dovetail/joining", &chosen).await.status, 403);
    ada.post_and_follow("/forums/dovetail/newcomers", &letting).await;
    assert_eq!(threads(&world).await, 1);
    assert!(!ada.get("/desk").await.main_text().contains("waits to be let in"));
    let page = world.app.browser().get(&world.page("?thread=1")).await;
    assert!(page.main_text().contains("Salma Idris") && page.main_text().contains(WORDS));
    // From then on they write like everybody.
    let mut fields = form(&world, "");
    fields.retain(|(name, _)| !["name", "email"].contains(name));
    assert_eq!(salma.post("/threads", &fields).await.status, 303);
    // Who is signed in and not let in yet writes too, and waits.
    let mut olga = world.as_(&world.olga).await;
    assert_eq!(olga.post("/threads", &fields).await.status, 403);
    let waits = olga.post_and_follow("/join", &fields).await;
    assert!(waits.main_text().contains("has a look before it is posted"), "{}", waits.main_text());
}

#[tokio::test]
async fn who_is_not_let_in_is_told_why_by_mail_and_keeps_their_words() {
    let world = World::in_consultation().await;
    lets_in(&world, Joining::Confirmed).await;
    let (_, letters) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    let mut salma = world.app.browser();
    salma.post_and_follow(&link(&letters[0]), &[("page", "/join")]).await;
    let mut ada = world.as_(&world.ada).await;
    let newcomer = ada.get("/forums/dovetail/manage").await.field("newcomer").unwrap();
    let declining = "/forums/dovetail/newcomers/declined";
    let mut fields =
        vec![("page", "/forums/dovetail/manage"), ("newcomer", newcomer.as_str()), ("answer", " ")];
    assert_eq!(ada.post(declining, &fields).await.status, 422);
    fields[2].1 = "This round is about schools only.";
    assert_eq!(world.as_(&world.mira).await.post(declining, &fields).await.status, 403);
    ada.post_and_follow(declining, &fields).await;
    let told = world.app.letters().await.pop().unwrap();
    assert_eq!(told.to, "salma@idris.example");
    assert!(told.body.contains("This round is about schools only."), "{}", told.body);
    let kept = salma.get("/join").await;
    let text = kept.main_text();
    assert!(
        text.contains("did not let you in") && text.contains("about schools only") && text.contains(WORDS)
    );
    // Nobody waits any more, and declining is no way to ask again and again.
    assert!(!ada.get("/desk").await.main_text().contains("waits to be let in"));
    let posting = [("page", "/join"), ("kept", &kept.field("kept").unwrap())];
    assert_eq!(salma.post("/join/posting", &posting).await.status, 403);
    assert_eq!(threads(&world).await, 0);
}

#[tokio::test]
async fn the_same_form_from_a_second_browser_says_what_became_of_it() {
    let world = World::in_consultation().await;
    let (_, letters) = writes(&world, &mut world.app.browser(), "salma@idris.example").await;
    let mut second = world.app.browser().at("192.0.2.2");
    let (page, none) = writes(&world, &mut second, "salma@idris.example").await;
    assert!(page.main_text().starts_with("One step is left") && none.is_empty(), "{}", page.main_text());
    world.app.browser().post_and_follow(&link(&letters[0]), &[("page", "/join")]).await;
    let mut third = world.app.browser().at("192.0.2.3");
    let (page, none) = writes(&world, &mut third, "salma@idris.example").await;
    assert!(page.main_text().contains(WORDS) && none.is_empty(), "{}", page.main_text());
    assert_eq!(threads(&world).await, 1);
}

#[tokio::test]
async fn a_letter_waits_for_a_mail_server_that_is_away() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    browser.post_and_follow("/join", &form(&world, "salma@idris.example")).await;
    let waiting = outbox::Entity::find().all(world.db().read()).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].state.0, outbox::State::Waiting);
    assert_eq!(world.app.letters().await.len(), 1);
    assert_eq!(world.app.letters().await.len(), 1, "delivered once");
    let sent = outbox::Entity::find().one(world.db().read()).await.unwrap().unwrap();
    assert_eq!(sent.about.0, outbox::About::Nothing, "no link is kept");
}

#[tokio::test]
async fn who_asks_to_speak_for_an_organisation_does_once_the_secretariat_has_checked_it() {
    let world = World::in_consultation().await;
    let mut olga = world.as_(&world.olga).await;
    let asking = [
        ("page", "/forums/dovetail/speak"),
        ("whom", "new"),
        ("organisation", "Idris Water Board"),
        ("class", "civil-society"),
        ("place", "Idris"),
        ("title", "Head of policy"),
        ("evidence", "The board's page of staff names me."),
    ];
    let mut without = asking.to_vec();
    without.retain(|(name, _)| *name != "evidence");
    assert_eq!(olga.post("/forums/dovetail/speak", &without).await.status, 422);
    assert_eq!(world.app.browser().post("/forums/dovetail/speak", &asking).await.status, 401);
    let sent = olga.post_and_follow("/forums/dovetail/speak", &asking).await;
    assert!(sent.main_text().contains("waits to be decided"), "{}", sent.main_text());
    assert_eq!(olga.post("/forums/dovetail/speak", &asking[..]).await.status, 422, "asked once");

    let mut ada = world.as_(&world.ada).await;
    assert!(ada.get("/desk").await.main_text().contains("asks to speak for Idris Water Board"));
    let manage = ada.get("/forums/dovetail/manage").await;
    assert!(manage.main_text().contains("The board's page of staff names me."), "{}", manage.main_text());
    let wish = manage.field("wish").unwrap();
    let granting = [
        ("page", "/forums/dovetail/manage"),
        ("wish", wish.as_str()),
        ("slug", "idris-water-board"),
        ("tier", "practitioner"),
        ("checked", "I called the board."),
    ];
    for person in [&world.olga, &world.mira] {
        let mut fields = granting.to_vec();
        fields[0].1 = "/";
        assert_eq!(world.as_(person).await.post("/wishes/granted", &fields).await.status, 404);
        assert_eq!(world.as_(person).await.post("/wishes/declined", &fields).await.status, 404);
    }
    assert_eq!(ada.post("/wishes/granted", &granting[..4]).await.status, 422, "by evidence only");
    ada.post_and_follow("/wishes/granted", &granting).await;
    let told = world.app.letters().await.pop().unwrap();
    assert!(told.subject.contains("You speak for Idris Water Board"), "{}", told.subject);
    let page = olga.get("/stakeholders/idris-water-board").await;
    assert!(page.main_text().contains("Head of policy"), "{}", page.main_text());
    let olga = world.reader(&world.olga).await;
    assert!(olga.voices.iter().any(|voice| voice.stakeholder.slug == "idris-water-board"));
    assert_eq!(ada.post("/wishes/granted", &granting).await.status, 404, "decided once");
}

#[tokio::test]
async fn the_focal_point_of_an_organisation_decides_who_speaks_for_it_and_a_no_is_told() {
    let world = World::in_consultation().await;
    let mut olga = world.as_(&world.olga).await;
    let asking = [
        ("page", "/forums/dovetail/speak"),
        ("whom", "karst"),
        ("title", "Researcher"),
        ("evidence", "Mira knows me."),
    ];
    olga.post_and_follow("/forums/dovetail/speak", &asking).await;
    // A lab without a seat here that has a focal point is not the secretariat's to speak for.
    assert_eq!(world.as_(&world.ada).await.get("/forums/dovetail/manage").await.field("wish"), None);
    let mut mira = world.as_(&world.mira).await;
    assert!(mira.get("/desk").await.main_text().contains("asks to speak for Karst Civic Lab"));
    let wish = mira.get("/stakeholders/karst").await.field("wish").unwrap();
    let declining = [("page", "/desk"), ("wish", wish.as_str()), ("answer", "Olga has left the lab.")];
    mira.post_and_follow("/wishes/declined", &declining).await;
    let told = world.app.letters().await.pop().unwrap();
    assert!(told.body.contains("Olga has left the lab."), "{}", told.body);
    let page = olga.get("/forums/dovetail/speak").await;
    assert!(page.main_text().contains("declined") && page.main_text().contains("has left the lab"));
}
