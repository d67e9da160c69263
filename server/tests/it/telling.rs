//! What people are told by mail, how they say that they have enough of it, and how they follow.

use std::sync::Arc;

use axum::http::{HeaderName, Method};
use chrono::TimeDelta;
use domain::{
    disposition::{Disposition, Life, Satisfaction},
    permission::Role,
    telling::Occasion,
    typed::{CommentBody, Reason},
    visibility::Visibility,
};
use entity::{account, outbox, thread, verb};
use insta::assert_snapshot;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, prelude::Expr};
use server::{
    mail::{Letter, Mail},
    state::State,
    telling::Telling,
};

use crate::support::{Does, FIRST, MailServer, SECOND, World};

/// A draft in consultation, and a server that tells of what happens from here on.
async fn told() -> (World, Telling) {
    let world = World::in_consultation().await;
    let telling = Telling::begin(world.app.state.clone()).await.unwrap();
    (world, telling)
}

async fn letters_to(world: &World, person: &account::Model) -> Vec<Letter> {
    let all = world.app.letters().await;
    all.into_iter().filter(|letter| letter.to == person.email).collect()
}

async fn answer(world: &World, thread: &thread::Model) {
    let reason = Reason::parse("The next version says so.").unwrap();
    let (ada, draft) = (world.reader(&world.ada).await, world.fresh().await);
    let threads = [thread.clone()];
    ada.answer(world.db(), &draft, &threads, Disposition::Accepted, reason, world.now()).await.unwrap();
}

/// The address under these words, without the site.
fn link(letter: &Letter, words: &str) -> String {
    let mut lines = letter.body.lines().skip_while(|line| *line != format!("{words}:"));
    let found = lines.nth(1).unwrap_or_else(|| panic!("no {words} in {}", letter.body));
    found.strip_prefix("http://comity.example").unwrap().to_owned()
}

fn head(mail: &str, name: &str) -> String {
    let line = mail.lines().find(|line| line.starts_with(&format!("{name}: ")));
    line.unwrap_or_default().to_owned()
}

#[tokio::test]
async fn whoever_comments_gets_a_receipt_in_their_language_and_zone() {
    let (world, mut telling) = told().await;
    world.olga.prefer(world.db(), Some("Africa/Nairobi".to_owned()), None).await.unwrap();
    world.comments(&world.olga, Some("L4"), "Say for *how long*.", Some("It says so <b>now</b>.")).await;
    telling.look().await.unwrap();
    let letters = letters_to(&world, &world.olga).await;
    let [receipt] = letters.as_slice() else { panic!("{letters:#?}") };
    assert!(
        receipt.subject.starts_with("Your comment is posted: receipt DN-2026-001/1.1-"),
        "{}",
        receipt.subject
    );
    let number = receipt.subject.rsplit(' ').next().unwrap();
    let html = receipt.html.as_deref().unwrap();
    for words in
        [number, "Say for *how long*.", "Olga Ferro, in a personal capacity.", "Nairobi time, where you are"]
    {
        assert!(receipt.body.contains(words) && html.contains(words), "{words}: {}", receipt.body);
    }
    assert!(html.contains("It says so &lt;b&gt;now&lt;/b&gt;."), "{html}");
    assert!(!html.contains("<img") && !html.contains("http-equiv") && !html.contains("<link"), "{html}");
    assert_eq!(world.app.browser().get(&link(receipt, "See your comment")).await.status, 200);
    telling.look().await.unwrap();
    assert_eq!(letters_to(&world, &world.olga).await.len(), 1, "once");

    world.mira.prefer(world.db(), None, Some("ar".to_owned())).await.unwrap();
    world.comments(&world.mira, Some("L4"), "And by whom?", None).await;
    telling.look().await.unwrap();
    let letter = letters_to(&world, &world.mira).await.pop().unwrap();
    assert!(
        letter.subject.contains("نُشر تعليقك") && letter.html.unwrap().contains("dir=\"rtl\""),
        "{}",
        letter.subject
    );
}

#[tokio::test]
async fn an_answer_is_judged_from_the_mail_by_a_button_and_not_by_opening_it() {
    let (world, mut telling) = told().await;
    let thread = world.comments(&world.olga, Some("L4"), "Say for how long.", None).await;
    world.app.state.clock.advance(TimeDelta::days(29));
    answer(&world, &thread).await;
    telling.look().await.unwrap();
    let letter = letters_to(&world, &world.olga).await.pop().unwrap();
    assert_eq!(letter.subject, "Your comment 1 on DN-2026-001 was answered: Accepted");
    let (yes, no) = (link(&letter, "I am satisfied"), link(&letter, "I am not satisfied"));
    let life = async || thread::Entity::by_id(world.db().read(), thread.id).await.unwrap().life.0;
    // A scanner of mails opens both.
    let mut browser = world.app.browser();
    for page in [&yes, &no] {
        let page = browser.get(page).await;
        assert_eq!(page.status, 200);
        assert!(page.main_text().contains("The next version says so."), "{}", page.main_text());
    }
    assert!(matches!(life().await, Life::Answered { .. }));
    let address = no.split('?').next().unwrap().to_owned();
    let forged = address.replace("judge-", "judge-1");
    assert_eq!(browser.post(&forged, &[("page", &forged), ("satisfied", "yes")]).await.status, 404);
    let page = browser.post_and_follow(&address, &[("page", &address), ("satisfied", "no")]).await;
    assert_snapshot!(page.main_text().lines().last().unwrap_or_default(), @"See the conversation");
    assert!(
        page.main_text().contains("It is noted: you are not satisfied with the answer."),
        "{}",
        page.main_text()
    );
    let Life::Acknowledged { satisfaction, .. } = life().await else { panic!() };
    assert_eq!(satisfaction, Satisfaction::NotSatisfied);
    let same = browser.post(&address, &[("page", &address), ("satisfied", "no")]).await;
    assert_eq!(same.status, 303, "{}", same.main_text());
    let again = browser.post(&address, &[("page", &address), ("satisfied", "yes")]).await;
    assert_eq!(again.status, 409, "{}", again.main_text());
}

#[tokio::test]
async fn one_click_ends_mails_of_a_kind_without_signing_in() {
    let (world, mut telling) = told().await;
    world.comments(&world.olga, Some("L4"), "Say for how long.", None).await;
    telling.look().await.unwrap();
    let letter = letters_to(&world, &world.olga).await.pop().unwrap();
    let stop = letter.stop.clone().unwrap().strip_prefix("http://comity.example").unwrap().to_owned();
    assert_eq!(stop, link(&letter, "Stop these mails"));
    // Opening it changes nothing.
    assert_eq!(world.app.browser().get(&stop).await.status, 200);
    world.comments(&world.olga, Some("L5"), "And here?", None).await;
    telling.look().await.unwrap();
    assert_eq!(letters_to(&world, &world.olga).await.len(), 2);
    let one_click = [("List-Unsubscribe", "One-Click")];
    let forged = stop.replace("receipt", "answer");
    assert_eq!(world.app.browser().post(&forged, &one_click).await.status, 404);
    let done = world.app.browser().post(&stop, &one_click).await;
    assert_eq!(done.status, 200, "and is not led on");
    world.comments(&world.olga, Some("L6"), "And there?", None).await;
    telling.look().await.unwrap();
    assert_eq!(letters_to(&world, &world.olga).await.len(), 2);
    // By hand, all of them but answers.
    let page = world.app.browser().post_and_follow(&stop, &[("page", &stop), ("stop", "rest")]).await;
    assert!(page.main_text().contains("You get no more mails, but for answers"), "{}", page.main_text());
    let settings = world.as_(&world.olga).await.get("/settings").await;
    assert_eq!(settings.field("answer").as_deref(), Some("at-once"));
    assert_eq!(settings.field("version").as_deref(), Some("never"));
}

#[tokio::test]
async fn a_new_version_says_which_words_changed_where_one_commented() {
    let (world, mut telling) = told().await;
    world.comments(&world.olga, Some("L3"), "Should, or does?", None).await;
    world.revise(SECOND).await;
    telling.look().await.unwrap();
    let letters = letters_to(&world, &world.olga).await;
    let version = letters.iter().find(|letter| letter.subject.starts_with("Version 2")).unwrap();
    assert!(version.body.contains("Where you spoke"), "{}", version.body);
    assert!(version.body.contains("[-should say-] {+says+}"), "{}", version.body);
    assert!(version.html.as_deref().unwrap().contains("<ins>says</ins>"));
}

#[tokio::test]
async fn what_somebody_may_no_longer_see_is_not_sent() {
    let (world, mut telling) = told().await;
    // A comment that was hidden meanwhile is told to nobody.
    let thread = world.comments(&world.olga, Some("L4"), "Rude words.", None).await;
    world.comments(&world.mira, Some("L4"), "Mine.", None).await;
    let comment = entity::comment::Entity::numbered(world.db().read(), thread.id, 1).await.unwrap();
    let ada = world.reader(&world.ada).await;
    let reason = Reason::parse("Rude.").unwrap();
    ada.hide_comment(world.db(), &comment, reason, world.now()).await.unwrap();
    telling.look().await.unwrap();
    let all = world.app.letters().await;
    assert!(!all.iter().any(|letter| letter.body.contains("Rude words")), "{all:#?}");
    // Who is no member any more is told nothing of a draft for members.
    let world = World::behind(Visibility::Members).await;
    let mut telling = Telling::begin(world.app.state.clone()).await.unwrap();
    let forum = entity::forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let ada = world.reader(&world.ada).await;
    for role in [Role::Observer, Role::Participant] {
        ada.give_role(world.db(), &forum, world.olga.id, role, world.now()).await.unwrap();
    }
    world.comments(&world.olga, Some("L3"), "Should, or does?", None).await;
    ada.take_role(world.db(), &forum, world.olga.id, Role::Observer, world.now()).await.unwrap();
    telling.look().await.unwrap();
    let all = letters_to(&world, &world.olga).await;
    assert!(!all.iter().any(|letter| letter.body.contains("Should, or does?")), "{all:#?}");
}

#[tokio::test]
async fn mails_of_a_day_come_together_in_the_morning() {
    let (world, mut telling) = told().await;
    let mut olga = world.as_(&world.olga).await;
    let daily = [("page", "/settings"), ("receipt", "daily"), ("desk", "at-once"), ("reply", "hourly")];
    olga.post_and_follow("/settings/mails", &daily).await;
    let settings = olga.get("/settings").await;
    assert_eq!(settings.field("receipt").as_deref(), Some("daily"));
    assert_eq!(settings.field("desk").as_deref(), Some("weekly"), "what is not offered is not kept");
    assert_eq!(settings.field("reply").as_deref(), Some("at-once"));
    for words in ["One.", "Two."] {
        world.comments(&world.olga, Some("L4"), words, None).await;
    }
    telling.look().await.unwrap();
    assert_eq!(letters_to(&world, &world.olga).await.len(), 0);
    world.app.state.clock.advance(TimeDelta::days(1));
    telling.look().await.unwrap();
    let letters = letters_to(&world, &world.olga).await;
    let [digest] = letters.as_slice() else { panic!("{letters:#?}") };
    assert_eq!(digest.subject, "Today on Comity: 2 things");
    assert!(digest.body.contains("> One.") && digest.body.contains("> Two."), "{}", digest.body);
}

/// The same server, whose mail goes to a mail server.
async fn through(world: &World, address: std::net::SocketAddr) -> Telling {
    let mail = Mail::smtp(&format!("smtp://{address}"), "Comity <comity@comity.example>").unwrap();
    Telling::begin(State { mail: Arc::new(mail), ..world.app.state.clone() }).await.unwrap()
}

/// What became of the receipts, in order.
async fn states(world: &World) -> Vec<outbox::State> {
    let all = outbox::Entity::find().order_by_asc(outbox::Column::Id).all(world.db().read()).await.unwrap();
    let receipts = all.into_iter().filter(|mail| mail.occasion.0 == Occasion::Receipt);
    receipts.map(|mail| mail.state.0).collect()
}

#[tokio::test]
async fn a_mail_server_may_be_down_for_a_day() {
    let world = World::in_consultation().await;
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut telling = through(&world, nobody).await;
    for words in ["One.", "Two.", "Three."] {
        world.comments(&world.olga, Some("L4"), words, None).await;
    }
    for _ in 0..24 {
        telling.look().await.unwrap();
        world.app.state.clock.advance(TimeDelta::hours(1));
    }
    assert_eq!(states(&world).await, [outbox::State::Waiting; 3]);
    let all = outbox::Entity::find().all(world.db().read()).await.unwrap();
    let tries: i64 = all.iter().map(|mail| mail.tries).sum();
    assert!((1..=24).contains(&tries), "what was not tried is not counted: {tries}");
    let server = MailServer::start().await;
    let mut telling = through(&world, server.address).await;
    telling.look().await.unwrap();
    assert_eq!(states(&world).await, [outbox::State::Sent; 3]);
    assert_eq!(server.got().len(), 3);
}

#[tokio::test]
async fn an_address_that_is_none_is_given_up_and_said_so() {
    let world = World::in_consultation().await;
    let server = MailServer::start().await;
    let mut telling = through(&world, server.address).await;
    server.then([Does::Refuses, Does::Takes, Does::Refuses]);
    world.comments(&world.olga, Some("L4"), "One.", None).await;
    telling.look().await.unwrap();
    assert_eq!(states(&world).await, [outbox::State::Waiting], "the server may refuse all");
    world.app.state.clock.advance(TimeDelta::minutes(1));
    world.comments(&world.mira, Some("L5"), "Others get theirs.", None).await;
    telling.look().await.unwrap();
    world.app.state.clock.advance(TimeDelta::minutes(31));
    telling.look().await.unwrap();
    assert_eq!(states(&world).await, [outbox::State::Refused, outbox::State::Sent]);
    let settings = world.as_(&world.olga).await.get("/settings").await;
    assert!(settings.main_text().contains("Mails to your address are sent back to us"));
    let mut root = world.app.browser();
    root.sign_in("root@example.org").await;
    let admin = root.get("/admin").await.main_text();
    assert!(
        admin.contains("Olga Ferro <olga@example.org>: Receipts of my comments. There is no such address."),
        "{admin}"
    );
    // Busy is not gone: it is tried again after a while, for days.
    server.then([Does::Delays; 60]);
    world.comments(&world.olga, Some("L4"), "Two.", None).await;
    telling.look().await.unwrap();
    telling.look().await.unwrap();
    assert_eq!(states(&world).await[2], outbox::State::Waiting);
    for _ in 0..6 * 24 {
        world.app.state.clock.advance(TimeDelta::hours(1));
        telling.look().await.unwrap();
    }
    assert_eq!(states(&world).await[2], outbox::State::GivenUp);
    assert_eq!(server.got().len(), 1);
}

#[tokio::test]
async fn an_address_that_the_server_cannot_be_told_holds_up_nobody() {
    let world = World::in_consultation().await;
    let server = MailServer::start().await;
    let mut telling = through(&world, server.address).await;
    let odd = account::Entity::update_many()
        .col_expr(account::Column::Email, Expr::value("ôlga@example.org"))
        .filter(account::Column::Id.eq(world.olga.id));
    odd.exec(world.db().owner()).await.unwrap();
    world.comments(&world.olga, Some("L4"), "One.", None).await;
    world.comments(&world.mira, Some("L4"), "Two.", None).await;
    telling.look().await.unwrap();
    assert_eq!(states(&world).await, [outbox::State::Waiting, outbox::State::Sent]);
}

#[tokio::test]
async fn a_server_that_refuses_everybody_ends_no_mail() {
    let world = World::in_consultation().await;
    let server = MailServer::start().await;
    let mut telling = through(&world, server.address).await;
    server.then([Does::Refuses; 9]);
    for person in [&world.olga, &world.mira, &world.grace] {
        world.comments(person, Some("L4"), "Say who.", None).await;
    }
    for _ in 0..3 {
        telling.look().await.unwrap();
        world.app.state.clock.advance(TimeDelta::minutes(31));
    }
    assert_eq!(states(&world).await, [outbox::State::Waiting; 3]);
    telling.look().await.unwrap();
    assert_eq!(states(&world).await, [outbox::State::Sent; 3]);
}

#[tokio::test]
async fn a_burst_of_replies_is_one_letter() {
    let (world, mut telling) = told().await;
    let thread = world.comments(&world.olga, Some("L4"), "Say for how long.", None).await;
    telling.look().await.unwrap();
    let mira = world.reader(&world.mira).await;
    for number in 0..60 {
        let said = verb::Said {
            body: CommentBody::parse(&format!("Reply {number}.")).unwrap(),
            suggestion: None,
            stakeholder: None,
            once: None,
        };
        mira.reply(world.db(), &thread, said, world.now()).await.unwrap();
    }
    for _ in 0..4 {
        telling.look().await.unwrap();
    }
    assert_eq!(letters_to(&world, &world.olga).await.len(), 5);
    world.app.state.clock.advance(TimeDelta::minutes(16));
    telling.look().await.unwrap();
    let letters = letters_to(&world, &world.olga).await;
    assert_eq!(letters.len(), 6);
    let last = letters.last().unwrap();
    assert_eq!(last.subject, "On Comity: 56 things");
    assert!(last.body.contains("Reply 59."), "{}", last.body);
}

#[tokio::test]
async fn a_mail_that_is_sent_twice_is_the_same_mail() {
    let world = World::in_consultation().await;
    let server = MailServer::start().await;
    let mut telling = through(&world, server.address).await;
    server.then([Does::Drops]);
    world.comments(&world.olga, Some("L4"), "One.", None).await;
    telling.look().await.unwrap();
    world.app.state.clock.advance(TimeDelta::hours(1));
    telling.look().await.unwrap();
    let got = server.got();
    let [first, second] = got.as_slice() else { panic!("{got:#?}") };
    assert!(head(first, "Message-ID").ends_with("@comity.example>"), "{first}");
    assert_eq!(head(first, "Message-ID"), head(second, "Message-ID"));
    assert!(
        head(first, "List-Unsubscribe").starts_with("List-Unsubscribe: <http://comity.example/mail/stop-"),
        "{first}"
    );
    assert_eq!(head(first, "List-Unsubscribe-Post"), "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
}

#[tokio::test]
async fn what_is_followed_is_followed_by_a_button_and_listed() {
    let (world, _telling) = told().await;
    let mut olga = world.as_(&world.olga).await;
    let follow = [("page", "/"), ("subject", "draft/DN-2026-001"), ("wanted", "yes"), ("back", "/settings")];
    assert!(olga.get(&world.page("")).await.html().contains(">Follow</button>"));
    let settings = olga.post_and_follow("/follow", &follow).await;
    assert!(settings.main_text().contains("Draft: Principles"), "{}", settings.main_text());
    assert!(olga.get(&world.page("")).await.html().contains(">Stop following</button>"));
    for subject in ["forum/dovetail", "stakeholder/aravel", "clause/DN-2026-001/2"] {
        let follow = [("page", "/"), ("subject", subject), ("wanted", "yes"), ("back", "/settings")];
        olga.post_and_follow("/follow", &follow).await;
    }
    let settings = olga.get("/settings").await.main_text();
    for words in ["Forum: Dovetail Network", "Stakeholder: Aravel", "Clause of DN-2026-001: "] {
        assert!(settings.contains(words), "{settings}");
    }
    for (subject, status) in [("draft/DN-2026-999", 404), ("account/1", 422)] {
        let follow = [("page", "/settings"), ("subject", subject), ("wanted", "yes")];
        assert_eq!(olga.post("/follow", &follow).await.status, status, "{subject}");
    }
    let nobody = world.app.browser().post("/follow", &follow).await;
    assert_eq!(nobody.status, 401, "and is asked to sign in");
}

#[tokio::test]
async fn feeds_tell_what_the_public_may_see_and_nothing_else() {
    let (world, _telling) = told().await;
    world.comments(&world.mira, Some("L4"), "Say for <script>how</script> long & why.", None).await;
    let mut browser = world.app.browser();
    for page in [
        "/feed.atom",
        "/forums/dovetail/feed.atom",
        "/drafts/DN-2026-001/feed.atom",
        "/stakeholders/karst/feed.atom",
    ] {
        let feed = browser.get(page).await;
        assert_eq!(
            (feed.status, feed.header("content-type")),
            (200, "application/atom+xml; charset=utf-8"),
            "{page}"
        );
        assert!(
            feed.html().contains("Say for &lt;script&gt;how&lt;/script&gt; long &amp; why."),
            "{}",
            feed.html()
        );
        let known = browser
            .clone()
            .with(HeaderName::from_static("if-none-match"), feed.header("etag"))
            .get(page)
            .await;
        assert_eq!(known.status, 304, "{page}");
    }
    let draft = browser.get("/drafts/DN-2026-001").await;
    assert!(draft.html().contains("application/atom+xml"), "a program finds it");
    // The clause of line 4, and another one.
    let index = world_clause(&world, 4).await;
    let own = browser.get(&format!("/drafts/DN-2026-001/clauses/{index}/feed.atom")).await;
    assert!(own.html().contains("Say for"), "{}", own.html());
    let other = browser.get("/drafts/DN-2026-001/clauses/9999/feed.atom").await;
    assert!(!other.html().contains("Say for"), "{}", other.html());
    for page in ["/drafts/DN-2026-999/feed.atom", "/forums/none/feed.atom", "/forums/none/calendar.ics"] {
        assert_eq!(browser.get(page).await.status, 404, "{page}");
    }
    let calendar = browser.get("/forums/dovetail/calendar.ics").await;
    let lines = calendar.html().replace("\r\n ", "");
    assert!(lines.contains("UID:DN-2026-001-consultation-1@comity.example\r\n"), "{lines}");
    let ends = world.fresh().await.stage_ends.unwrap().format("%Y%m%dT%H%M%SZ").to_string();
    assert!(lines.contains(&format!("DTSTART:{ends}\r\n")), "{lines}");
}

async fn world_clause(world: &World, line: u32) -> u32 {
    let version = entity::version::Entity::numbered(world.db().read(), world.draft.id, 1).await.unwrap();
    version.clauses[version.text().clause_of_line(line).unwrap()].id.0
}

#[tokio::test]
async fn a_hidden_draft_is_in_no_feed_and_no_calendar() {
    let (world, _telling) = told().await;
    let ben = world.reader(&world.ben).await;
    let forum = entity::forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let beginning = verb::Beginning {
        title: domain::typed::Title::parse("Secret matters").unwrap(),
        language: "en".to_owned(),
        source: FIRST.to_owned(),
        visibility: Visibility::Members,
        reference: Some("DN-2026-007".to_owned()),
        once: None,
    };
    ben.begin_draft(world.db(), &forum, beginning, world.now()).await.unwrap();
    let mut ada = world.as_(&world.ada).await;
    for page in ["/feed.atom", "/forums/dovetail/feed.atom", "/calendar.ics", "/forums/dovetail/calendar.ics"]
    {
        // Not even to those who may see it: what a feed reader keeps may be read by others.
        for browser in [&mut world.app.browser(), &mut ada] {
            let feed = browser.send(Method::GET, page, None, Vec::new()).await;
            assert!(
                feed.status == 200 && !feed.html().contains("Secret") && !feed.html().contains("DN-2026-007"),
                "{page}"
            );
        }
    }
    assert_eq!(ada.get("/drafts/DN-2026-007/feed.atom").await.status, 404);
}

#[tokio::test]
async fn whoever_has_posted_is_told_so_with_the_receipt_and_nobody_else_is() {
    let (world, _telling) = told().await;
    let thread = world.comments(&world.olga, Some("L4"), "Say for how long.", None).await;
    world.comments(&world.mira, Some("L5"), "And here?", None).await;
    let receipt = entity::comment::Entity::numbered(world.db().read(), thread.id, 1).await.unwrap().receipt;
    let own = world.page("?thread=1&posted=yes");
    let page = world.as_(&world.olga).await.get(&own).await;
    let notice = page.html().split("id=\"posted\"").nth(1).unwrap_or_default();
    assert!(notice.starts_with(" tabindex=\"-1\"") && notice.contains(&receipt), "{}", page.main_text());
    assert!(notice.contains("href=\"#t1\""));
    for mut other in [world.app.browser(), world.as_(&world.mira).await] {
        assert!(!other.get(&own).await.html().contains("id=\"posted\""));
    }
    let in_thread = world.as_(&world.olga).await.get(&world.page("/threads/1?posted=1")).await;
    assert!(in_thread.html().contains("id=\"posted\"") && in_thread.html().contains("href=\"#c1\""));
    assert_eq!(world.as_(&world.olga).await.get(&world.page("/threads/1?posted=9")).await.status, 200);
}

/// Aravel has a seat, and Grace endorses version 1 for it.
async fn endorsed(world: &World) {
    let (db, now) = (world.db(), world.now());
    let root = entity::Reader::of(db, 1, now).await.unwrap().unwrap();
    let forum = entity::forum::Entity::by_slug(db.read(), "dovetail").await.unwrap();
    let aravel = entity::stakeholder::Entity::by_slug(db.read(), "aravel").await.unwrap();
    root.seat(db, &forum, &aravel, now).await.unwrap();
    let signing = verb::Signing {
        version: 1,
        stakeholder: aravel.id,
        position: domain::position::Position::Endorse,
        evidence: None,
        once: None,
    };
    world.reader(&world.grace).await.sign_off(db, &world.draft, signing, now).await.unwrap();
}

#[tokio::test]
async fn who_signed_is_told_which_words_changed_and_who_follows_them_that_they_signed() {
    let (world, mut telling) = told().await;
    let mut olga = world.as_(&world.olga).await;
    let follow = [("page", "/"), ("subject", "stakeholder/aravel"), ("wanted", "yes"), ("back", "/")];
    olga.post_and_follow("/follow", &follow).await;
    olga.post_and_follow("/settings/mails", &[("page", "/settings"), ("said", "at-once")]).await;
    endorsed(&world).await;
    telling.look().await.unwrap();
    let letter = letters_to(&world, &world.olga).await.pop().unwrap();
    assert_eq!(letter.subject, "Aravel on DN-2026-001: Endorses");
    world.revise(SECOND).await;
    telling.look().await.unwrap();
    let letters = letters_to(&world, &world.grace).await;
    let stale = letters.iter().find(|letter| letter.subject.contains("signed has changed")).unwrap();
    assert_eq!(stale.subject, "DN-2026-001: the text that Aravel signed has changed");
    assert!(stale.body.contains("[-should say-] {+says+}"), "{}", stale.body);
}

#[tokio::test]
async fn who_signed_a_paragraph_that_is_cut_in_two_is_not_told_of_no_words() {
    let (world, mut telling) = told().await;
    endorsed(&world).await;
    world.revise(&FIRST.replace("for. The statement", "for.\n\nThe statement")).await;
    telling.look().await.unwrap();
    let letters = letters_to(&world, &world.grace).await;
    let stale = letters.iter().find(|letter| letter.subject.contains("signed has changed")).unwrap();
    assert!(stale.body.contains("what stands around the words has"), "{}", stale.body);
    assert!(!stale.body.contains("0 words"), "{}", stale.body);
    let page = world.app.browser().get(&world.page("/sign-offs")).await;
    let said = "Signed version 1; no word of it was changed since";
    assert!(page.main_text().contains(said), "{}", page.main_text());
    assert!(!page.html().contains("<ul class=\"since\""), "an empty list is no list");
}

#[tokio::test]
async fn deadlines_and_desks_are_told_of_in_time() {
    let (world, mut telling) = told().await;
    world.comments(&world.olga, Some("L4"), "Say for how long.", None).await;
    let subjects = async |person: &account::Model| {
        let letters = letters_to(&world, person).await.into_iter();
        letters
            .map(|letter| letter.subject)
            .filter(|subject| !subject.contains("receipt"))
            .collect::<Vec<_>>()
    };
    telling.look().await.unwrap();
    world.app.state.clock.advance(TimeDelta::days(21) + TimeDelta::minutes(10));
    telling.look().await.unwrap();
    let ends = world.fresh().await.stage_at(world.now()).deadline().unwrap();
    let ends = app::ui::time::day_in_zone(app::locale::Locale::En, ends, "Pacific/Auckland");
    let ending = format!("Ends on {ends}: Consultation on DN-2026-001");
    assert_eq!(subjects(&world.olga).await, [ending.as_str()]);
    let desk = subjects(&world.ada).await;
    assert!(desk.iter().any(|subject| subject.contains("for you")), "{desk:?}");
    world.app.state.clock.advance(TimeDelta::days(6));
    for _ in 0..2 {
        telling.look().await.unwrap();
    }
    let olga = subjects(&world.olga).await;
    assert_eq!(olga[1..], [ending]);
}
