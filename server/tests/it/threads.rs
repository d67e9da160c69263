//! Conversations: their list, each by itself, and what people do in them.

use chrono::TimeDelta;
use insta::assert_snapshot;

use crate::support::{SECOND, World};

/// What stands in the main part of a page after its tabs.
fn below_tabs(text: &str) -> String {
    text.split_once("Export\n").map_or(text, |(_, below)| below).to_owned()
}

#[tokio::test]
async fn a_list_finds_threads_by_who_spoke_and_where_and_how_it_stands() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L6"), "Told by whom?", None).await;
    world.comments(&world.grace, Some("L3"), "Say what a body does.", None).await;
    world.comments(&world.ada, None, "A good beginning.", None).await;
    let mut browser = world.app.browser();
    let numbers = |html: &str| {
        let ids = html.split("<li id=\"t").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        ids.collect::<Vec<_>>().join(" ")
    };
    for (query, expected) in [
        ("", "3 2 1"),
        ("?sort=newest", "3 2 1"),
        ("?class=civil-society", "1"),
        ("?clause=draft", "3"),
        ("?q=body+aravel", "2"),
        ("?state=answered", ""),
        ("?state=waiting&class=government", "2"),
        ("?kind=editorial", ""),
        ("?placement=placed", "2 1"),
        ("?class=nonsense&page_number=9", "3 2 1"),
    ] {
        let page = browser.get(&world.page(&format!("/threads{query}"))).await;
        assert_eq!(page.status, 200);
        assert_eq!(numbers(page.html()), expected, "{query}");
    }
    let mut hers = world.as_(&world.mira).await;
    assert_eq!(numbers(hers.get(&world.page("/threads?mine=yes")).await.html()), "1");
}

#[tokio::test]
async fn a_draft_nobody_spoke_of_says_so() {
    let world = World::in_consultation().await;
    let page = world.app.browser().get(&world.page("/threads")).await;
    assert_snapshot!(below_tabs(&page.main_text()), @"Nobody has commented yet. Read the text and be the first");
    let page = world.app.browser().get(&world.page("/responses")).await;
    assert!(page.main_text().contains("Nobody has commented yet."));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let world = World::in_consultation().await;
    let mut browser = world.as_(&world.mira).await;
    for page in ["/threads/1", "/threads/nine", "/threads/-1", "/threads/99999999999"] {
        assert_eq!(browser.get(&world.page(page)).await.status, 404, "{page}");
    }
    assert_eq!(browser.get("/drafts/DN-1999-001/threads").await.status, 404);
    assert_eq!(browser.get("/drafts/DN-1999-001/responses").await.status, 404);
    let page = browser.post(&world.page("/threads/7/comments"), &[("body", "Hello")]).await;
    assert_eq!(page.status, 404);
    assert_eq!(browser.get(&world.page("/threads/1/comments")).await.status, 405);
}

#[tokio::test]
async fn a_conversation_shows_its_words_its_answer_and_whether_the_text_bears_it_out() {
    let world = World::in_consultation().await;
    let proposed = "A public body says in writing what a system is for.";
    world.comments(&world.mira, Some("L3"), "A text that says *should* is advice.", Some(proposed)).await;
    let at = world.page("/threads/1");
    let mut ben = world.as_(&world.ben).await;
    let fields = [("page", at.as_str()), ("disposition", "accepted"), ("reason", "Line 3 states a duty.")];
    let page = ben.post_and_follow(&world.page("/threads/1/answer"), &fields).await;
    assert!(page.main_text().contains("Version 1 is still the newest"));
    world.revise(SECOND).await;
    let page = world.app.browser().get(&at).await;
    let text = page.main_text();
    assert!(
        text.contains("Line 3: word for word, checked against version 2; 3 words changed. See the change"),
        "{text}"
    );
    assert!(page.html().contains(&format!("href=\"{}#d-", world.page("/versions/1...2"))));
    assert!(text.contains("Mira Oduya, Karst Civic Lab (Civil society)"));
    assert!(page.html().contains("<em>should</em>"));
}

#[tokio::test]
async fn an_answer_that_the_text_does_not_show_is_marked() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L4"), "Name them by group.", None).await;
    let fields = [("page", "/"), ("disposition", "accepted"), ("reason", "Yes.")];
    world.as_(&world.ben).await.post_and_follow(&world.page("/threads/1/answer"), &fields).await;
    world.revise(SECOND.replace("a system is for", "it is for").as_str()).await;
    let other = SECOND.replace("A public body says", "A public body should say");
    world.revise(&other).await;
    let page = world.app.browser().get(&world.page("/threads/1")).await;
    assert!(page.main_text().contains("This is not in version 3: the words are the same as before."));
}

#[tokio::test]
async fn a_reply_is_said_for_somebody_and_posted_twice_is_one() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say when.", None).await;
    let at = world.page("/threads/1");
    let mut grace = world.as_(&world.grace).await;
    let form = grace.get(&at).await;
    let once = form.field("once").unwrap();
    let speaking = form.field("speaking").unwrap();
    let fields =
        [("page", at.as_str()), ("once", &once), ("speaking", &speaking), ("body", "Before it is used.")];
    for _ in 0..2 {
        let page = grace.post(&world.page("/threads/1/comments"), &fields).await;
        assert_eq!(page.status, 303);
        assert_eq!(page.header("location"), format!("{at}?posted=2#posted"));
    }
    let text = grace.get(&at).await.main_text();
    assert_eq!(text.matches("Before it is used.").count(), 1);
    assert!(text.contains("Grace Imura, Aravel (Government)"));
    assert!(text.contains("Receipt: DN-2026-001/1.2-"));
    let alone = [("page", at.as_str()), ("speaking", ""), ("body", "As a citizen I agree.")];
    let text = grace.post_and_follow(&world.page("/threads/1/comments"), &alone).await.main_text();
    assert!(text.contains("Grace Imura, in a personal capacity"));
    // Nobody speaks for those who have not asked them to.
    let fields = [("page", at.as_str()), ("speaking", &speaking), ("body", "We agree.")];
    assert_eq!(
        world.as_(&world.olga).await.post(&world.page("/threads/1/comments"), &fields).await.status,
        422
    );
}

#[tokio::test]
async fn of_a_long_conversation_the_last_replies_stand_beside_the_text() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say when.", None).await;
    let at = world.page("/threads/1");
    let mut grace = world.as_(&world.grace).await;
    for reply in 1..=7 {
        let body = format!("Reply {reply} of a long evening.");
        grace
            .post(
                &world.page("/threads/1/comments"),
                &[("page", at.as_str()), ("speaking", ""), ("body", &body)],
            )
            .await;
    }
    let beside = world.app.browser().get(&world.page("")).await;
    let said: Vec<_> =
        (1..=7).filter(|reply| beside.main_text().contains(&format!("Reply {reply} of"))).collect();
    assert_eq!(said, [5, 6, 7]);
    assert!(beside.main_text().contains("Say when."));
    assert!(beside.main_text().contains("4 earlier replies"));
    assert_eq!(grace.get(&at).await.main_text().matches("of a long evening").count(), 7);
}

#[tokio::test]
async fn a_reply_that_is_refused_comes_back_as_it_was_typed() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say when.", None).await;
    let at = world.page("/threads/1");
    let to = world.page("/threads/1/comments");
    let mut mira = world.as_(&world.mira).await;
    assert_eq!(mira.post(&to, &[("page", &at), ("body", "  ")]).await.status, 422);
    let long = "a ".repeat(50_000);
    let page = mira.post(&to, &[("page", &at), ("body", &long)]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.field("body").as_deref(), Some(long.as_str()));
    assert!(page.html().contains("<a href=\"#body\""));
    // A stranger signs in first, and finds the words again.
    let mut browser = world.app.browser();
    let page = browser.post(&to, &[("page", &at), ("body", "At once.")]).await;
    assert_eq!(page.status, 401);
    let as_mira = [("page", "/sign-in"), ("email", world.mira.email.as_str()), ("back", &at)];
    let page = browser.post_and_follow("/sign-in/as", &as_mira).await;
    assert_eq!(page.field("body").as_deref(), Some("At once."));
}

#[tokio::test]
async fn a_comment_is_changed_only_in_its_first_minutes() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say wen.", None).await;
    let mut mira = world.as_(&world.mira).await;
    let form = world.page("/threads/1?edit=1");
    assert_eq!(mira.get(&form).await.field("edited").as_deref(), Some("Say wen."));
    let to = world.page("/threads/1/comments/1");
    let fields = [("page", form.as_str()), ("edited", "Say when.")];
    assert_eq!(world.as_(&world.grace).await.post(&to, &fields).await.status, 403);
    let text = mira.post_and_follow(&to, &fields).await.main_text();
    assert!(text.contains("Say when.") && text.contains("Changed by its author"));
    world.app.state.clock.advance(TimeDelta::minutes(16));
    let page = mira.post(&to, &[("page", &form), ("edited", "Say exactly when.")]).await;
    assert_eq!(page.status, 409);
    assert!(page.main_text().contains("Add a correction as a new comment."));
    // The words are still there to be posted as one.
    assert!(page.main_text().contains("Say exactly when."));
    assert!(!mira.get(&form).await.html().contains("name=\"edited\""));
}

#[tokio::test]
async fn what_is_withdrawn_stays_struck_and_takes_no_more_replies() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say when.", None).await;
    let at = world.page("/threads/1");
    let mut mira = world.as_(&world.mira).await;
    mira.post_and_follow(&world.page("/threads/1/comments"), &[("page", &at), ("body", "Or never.")]).await;
    let sure = mira.get(&world.page("/threads/1?withdraw=2")).await;
    assert!(sure.main_text().contains("Withdraw this comment?"));
    let page = mira.post_and_follow(&world.page("/threads/1/comments/2/withdrawal"), &[("page", &at)]).await;
    assert!(page.html().contains("<div class=\"struck\">"));
    assert_eq!(
        world.as_(&world.grace).await.post(&world.page("/threads/1/withdrawal"), &[]).await.status,
        403
    );
    let page = mira.post_and_follow(&world.page("/threads/1/withdrawal"), &[("page", &at)]).await;
    assert!(page.main_text().contains("so nothing is added to it."));
    let page = mira.post(&world.page("/threads/1/comments"), &[("page", &at), ("body", "Still.")]).await;
    assert_eq!(page.status, 409);
    let fields = [("page", at.as_str()), ("disposition", "noted"), ("reason", "Thank you for it.")];
    let page = world.as_(&world.ben).await.post(&world.page("/threads/1/answer"), &fields).await;
    assert_eq!(page.status, 409);
    assert!(page.main_text().contains("Thank you for it."), "what was typed is lost");
}

#[tokio::test]
async fn a_hidden_comment_leaves_a_stub_with_the_reason() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "The minister lives at 4 Pier Road.", None).await;
    let at = world.page("/threads/1");
    let to = world.page("/threads/1/comments/1/hiding");
    let fields = [("page", at.as_str()), ("hiding", "A private address.")];
    assert_eq!(world.as_(&world.mira).await.post(&to, &fields).await.status, 403);
    assert_eq!(world.as_(&world.ada).await.post(&to, &[("page", &at), ("hiding", "")]).await.status, 422);
    world.as_(&world.ada).await.post_and_follow(&to, &fields).await;
    for page in ["/threads/1", "/threads", "/responses", "/threads?q=pier"] {
        let html = world.app.browser().get(&world.page(page)).await;
        assert!(!html.html().contains("Pier Road"), "{page}");
    }
    let text = world.app.browser().get(&at).await.main_text();
    assert!(text.contains("This comment was hidden by the moderators: A private address."));
}

#[tokio::test]
async fn an_answer_is_given_acknowledged_and_opened_again() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say when.", None).await;
    world.comments(&world.grace, Some("L3"), "Say it soon.", None).await;
    let at = world.page("/threads/2");
    let to = world.page("/threads/2/answer");
    let answer = |disposition, duplicate| {
        [
            ("page", at.as_str()),
            ("disposition", disposition),
            ("duplicate", duplicate),
            ("reason", "See there."),
        ]
    };
    let mut mira = world.as_(&world.mira).await;
    assert_eq!(mira.post(&to, &answer("noted", "")).await.status, 403);
    let mut ada = world.as_(&world.ada).await;
    for (disposition, duplicate) in
        [("", ""), ("duplicate-of", ""), ("duplicate-of", "2"), ("duplicate-of", "9")]
    {
        let page = ada.post(&to, &answer(disposition, duplicate)).await;
        assert_eq!(page.status, 422, "{disposition} {duplicate}");
        assert_eq!(page.field("reason").as_deref(), Some("See there."));
        assert_eq!(page.field("duplicate").as_deref(), Some(duplicate));
    }
    let page = ada.post_and_follow(&to, &answer("duplicate-of", "1")).await;
    assert!(page.main_text().contains("Duplicate of № 1\nSee there."), "{}", page.main_text());
    assert_eq!(ada.post(&to, &answer("noted", "")).await.status, 409);
    let said = [("page", at.as_str()), ("satisfied", "no")];
    assert_eq!(mira.post(&world.page("/threads/2/acknowledgement"), &said).await.status, 403);
    let mut grace = world.as_(&world.grace).await;
    assert!(grace.get(&at).await.main_text().contains("Does this answer satisfy you?"));
    let page = grace.post_and_follow(&world.page("/threads/2/acknowledgement"), &said).await;
    assert!(page.main_text().contains("The person who raised it is not satisfied."));
    let reason = [("page", at.as_str()), ("reopening", "It asks for more.")];
    let page = ada.post_and_follow(&world.page("/threads/2/reopening"), &reason).await;
    let text = page.main_text();
    assert!(text.contains("Opened again by Ada Lind") && text.contains("It asks for more."), "{text}");
    assert!(page.html().contains("name=\"disposition\""));
}

#[tokio::test]
async fn a_doubtful_place_is_settled_from_the_list() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L6"), "Told by whom?", None).await;
    world.revise(SECOND).await;
    let list = ["/threads?placement=detached", "/threads?placement=uncertain"];
    let mut ben = world.as_(&world.ben).await;
    let (mut at, mut found) = (String::new(), false);
    for query in list {
        let page = ben.get(&world.page(query)).await;
        if page.html().contains("id=\"t1\"") {
            assert!(page.html().contains("name=\"lines\""));
            (at, found) = (world.page(query), true);
        }
    }
    assert!(found, "{}", ben.get(&world.page("/threads")).await.main_text());
    assert!(!world.app.browser().get(&at).await.html().contains("name=\"lines\""));
    let to = world.page("/threads/1/placement");
    let place =
        |lines, version| [("page", at.as_str()), ("thread", "1"), ("version", version), ("lines", lines)];
    assert_eq!(world.as_(&world.grace).await.post(&to, &place("L6", "2")).await.status, 403);
    for (other, version) in [("", "2"), ("L60", "2"), ("six", "2"), ("L6-L5", "2"), ("L6", "1")] {
        let page = ben.post(&to, &place(other, version)).await;
        assert_eq!(page.status, 422, "{other}");
        assert!(page.html().contains("id=\"t1\""));
    }
    let page = ben.post_and_follow(&to, &place("L6", "2")).await;
    assert!(!page.html().contains("id=\"t1\""), "it is settled");
    let text = world.app.browser().get(&world.page("/threads/1")).await.main_text();
    assert!(text.contains("Put there by Ben Aalto."), "{text}");
    // Who put it there is still known once the machine has followed the words from there into the next version.
    world.revise(&SECOND.replace("thirty", "sixty")).await;
    let text = world.app.browser().get(&world.page("/threads/1")).await.main_text();
    assert!(text.contains("Put there by Ben Aalto."), "{text}");
}

#[tokio::test]
async fn what_people_type_is_shown_as_text() {
    let world = World::in_consultation().await;
    let script = "<script>alert(1)</script>";
    world.comments(&world.mira, Some("L3"), script, Some(script)).await;
    let at = world.page("/threads/1");
    let fields = [("page", at.as_str()), ("disposition", "rejected"), ("reason", script)];
    world.as_(&world.ada).await.post_and_follow(&world.page("/threads/1/answer"), &fields).await;
    for page in ["/threads/1", "/threads", "/responses"] {
        let page = world.app.browser().get(&world.page(page)).await;
        assert!(!page.html().contains("<script"), "{}", page.html());
        assert!(page.main_text().contains("<script>alert(1)</script>"));
    }
}

#[tokio::test]
async fn on_a_suspended_draft_nothing_is_added() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say when.", None).await;
    let step = domain::stage::Step::Suspend { reason: domain::typed::Reason::parse("Elections.").unwrap() };
    let ada = world.reader(&world.ada).await;
    ada.take_step(world.db(), &world.fresh().await, step, world.now()).await.unwrap();
    let at = world.page("/threads/1");
    let mut mira = world.as_(&world.mira).await;
    assert!(mira.get(&at).await.main_text().contains("The draft is suspended."));
    let page = mira.post(&world.page("/threads/1/comments"), &[("page", &at), ("body", "Still here.")]).await;
    assert_eq!(page.status, 409);
    assert!(page.main_text().contains("Still here."));
}

#[tokio::test]
async fn the_short_address_of_a_thread_leads_to_its_page() {
    let world = World::in_consultation().await;
    let thread = world.comments(&world.mira, Some("L3"), "Say when.", None).await;
    let mut browser = world.app.browser();
    let page = browser.get(&format!("/threads/{}", thread.id)).await;
    assert_eq!((page.status, page.header("location")), (303, world.page("/threads/1").as_str()));
    for nothing in ["/threads/999", "/threads/one"] {
        assert_eq!(browser.get(nothing).await.status, 404, "{nothing}");
    }
}

#[tokio::test]
async fn a_reply_can_propose_other_words() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Make it a duty.", None).await;
    world.comments(&world.mira, None, "Well written.", None).await;
    let at = world.page("/threads/1");
    let mut grace = world.as_(&world.grace).await;
    let words = "A public body should say in writing what a system is for.";
    assert_eq!(grace.get(&at).await.field("suggestion").as_deref(), Some(words));
    assert_eq!(grace.get(&world.page("/threads/2")).await.field("suggestion"), None);
    let says = words.replace("should say", "says");
    let fields = [("page", at.as_str()), ("body", "Then so."), ("suggestion", &says)];
    let page = grace.post_and_follow(&world.page("/threads/1/comments"), &fields).await;
    assert!(page.html().contains("<del>should say</del> <ins>says</ins>"), "{}", page.main_text());
    let same = [("page", at.as_str()), ("body", "Or as it is."), ("suggestion", words)];
    let page = grace.post_and_follow(&world.page("/threads/1/comments"), &same).await;
    assert_eq!(page.html().matches("<ins>").count(), 1);
    // When the round is over one can still reply, but no longer propose.
    world.app.state.clock.advance(TimeDelta::days(29));
    assert_eq!(grace.get(&at).await.field("suggestion"), None);
    assert_eq!(grace.post(&world.page("/threads/1/comments"), &fields).await.status, 409);
}

#[tokio::test]
async fn what_was_taken_back_counts_as_neither_waiting_nor_answered() {
    let world = World::in_consultation().await;
    for words in ["Say when.", "Say where.", "Meant for another draft."] {
        world.comments(&world.mira, Some("L3"), words, None).await;
    }
    let mut mira = world.as_(&world.mira).await;
    let at = world.page("/threads/3");
    mira.post_and_follow(&world.page("/threads/3/withdrawal"), &[("page", &at)]).await;
    let fields = [("page", "/"), ("disposition", "noted"), ("reason", "Line 3 says so.")];
    world.as_(&world.ben).await.post_and_follow(&world.page("/threads/1/answer"), &fields).await;
    let text = mira.get(&world.page("/responses")).await.main_text();
    assert!(text.contains("Of 2 comments, 1 has an answer and a reason."), "{text}");
    assert!(text.contains("Comments\n2\nResponses\n1 of 2"), "{text}");
}
