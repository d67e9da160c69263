//! A draft as it is read, and comments made on its lines.

use axum::http::{Method, header};
use chrono::TimeDelta;
use entity::version;
use insta::assert_snapshot;

use crate::support::{Browser, Page, SECOND, TestApp, World};

/// What stands in the main part of a page after its tabs and views.
fn reading(page: &Page) -> String {
    let text = page.main_text();
    text.split_once("The text alone\n").map_or(text.as_str(), |(_, below)| below).to_owned()
}

/// Posts a comment from the form at these lines.
async fn post(world: &World, browser: &mut Browser, fields: &[(&str, &str)]) -> Page {
    let page = world.page("?from=3&to=3");
    let mut all = vec![("page", page.as_str()), ("draft", world.draft.reference.as_str()), ("version", "1")];
    all.extend_from_slice(fields);
    browser.post("/threads", &all).await
}

#[tokio::test]
async fn every_line_has_its_number_and_what_is_said_of_it_follows() {
    let world = World::in_consultation().await;
    world
        .comments(&world.mira, Some("L3"), "Should? Say that it does.", Some("A public body says it."))
        .await;
    world.comments(&world.grace, None, "A good beginning.", None).await;
    let page = world.app.browser().get(&world.page("")).await;
    assert_eq!(page.status, 200);
    let text = reading(&page);
    let line = text.split_once("Line 3").unwrap().1.split_once("Line 4").unwrap().0;
    let dateless: Vec<_> = line.lines().filter(|line| !line.starts_with("Mira Oduya")).collect();
    assert_snapshot!(dateless.join("\n"), @r"
    A public body should say in writing what a system is for. Comment on line 3 Link to this clause Cite this
    3
    CCivil society: Karst Civic LabShould?
    Should? Say that it does.
    Proposed: A public body should say in writing what a system is for says it.
    № 1
    ");
    assert!(text.contains("On the whole draft"));
    assert!(page.html().contains("id=\"L6\""));
    assert!(page.html().contains("href=\"?from=6&amp;to=6#compose\""));
}

#[tokio::test]
async fn a_comment_follows_its_words_and_says_what_became_of_them() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say that it does.", None).await;
    world.comments(&world.mira, Some("L6"), "Told by whom?", None).await;
    world.revise(SECOND).await;
    let newest = reading(&world.app.browser().get(&world.page("")).await);
    assert!(newest.contains("Made on version 1. Reworded"), "{newest}");
    assert!(newest.contains("“A person who meets a system is told so before it decides.”"), "{newest}");
    let older = world.app.browser().get(&world.page("/versions/1")).await;
    assert!(older.main_text().contains("You are reading version 1. Version 2 is newer"));
    assert!(!older.main_text().contains("Made on version"));
}

#[tokio::test]
async fn a_version_that_does_not_exist_is_not_found() {
    let world = World::in_consultation().await;
    for page in ["/versions/2", "/versions/0", "/versions/one", "/versions/-1"] {
        assert_eq!(world.app.browser().get(&world.page(page)).await.status, 404, "{page}");
    }
    assert_eq!(world.app.browser().get("/drafts/DN-1999-001").await.status, 404);
}

#[tokio::test]
async fn a_comment_is_posted_and_stands_open_beside_its_lines() {
    let world = World::in_consultation().await;
    let mut browser = world.as_(&world.mira).await;
    let form = browser.get(&world.page("?from=3&to=4")).await;
    assert_eq!(form.field("from").as_deref(), Some("3"));
    let words = "A public body should say in writing what a system is for. The statement names the people it will affect.";
    assert_eq!(form.field("suggestion").as_deref(), Some(words));
    let stakeholder = form.field("as").unwrap();
    let fields = [
        ("from", "3"),
        ("to", "4"),
        ("offered", "3-4"),
        ("comment", "Say **when**, <b>too</b>."),
        ("suggestion", &words.replace("should say", "says")),
        ("kind", "technical"),
        ("as", &stakeholder),
        ("once", "a-token"),
    ];
    let done = post(&world, &mut browser, &fields).await;
    assert_eq!(
        (done.status, done.header("location")),
        (303, "/drafts/DN-2026-001?thread=1&posted=yes#posted")
    );
    let page = browser.get(done.header("location")).await;
    assert!(page.html().contains("<strong>when</strong>, &lt;b&gt;too&lt;/b&gt;."));
    assert!(page.html().contains("<del>should say</del> <ins>says</ins>"), "{}", reading(&page));
    assert!(page.html().contains("Karst Civic Lab"));
    // The same form once more is the same thread.
    let again = post(&world, &mut browser, &fields).await;
    assert_eq!(again.header("location"), done.header("location"));
    assert_eq!(world.fresh().await.next_thread, 2);
}

#[tokio::test]
async fn a_comment_is_about_words_within_its_lines() {
    let world = World::in_consultation().await;
    let mut browser = world.as_(&world.mira).await;
    let line = "A public body should say in writing what a system is for.";
    let form = browser.get(&world.page("?from=3&to=3&quote=should+say")).await;
    assert_eq!(form.field("quote").as_deref(), Some("should say"));
    let says = line.replace("should say", "says");
    let with = |quote: &'static str, wording: String| {
        [("from", "3".to_owned()), ("to", "3".to_owned()), ("comment", "Why?".to_owned())]
            .into_iter()
            .chain([("quote", quote.to_owned()), ("suggestion", wording)])
            .collect::<Vec<_>>()
    };
    let refused = [
        ("must say", line.to_owned(), "These words are not in line 3."),
        ("s", line.to_owned(), "These words are in line 3 more than once."),
        ("should say", says.replace("writing", "words"), "This wording also changes words beside those"),
    ];
    for (quote, wording, why) in refused {
        let fields = with(quote, wording);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = post(&world, &mut browser, &fields).await;
        assert_eq!(page.status, 422);
        assert!(reading(&page).contains(why), "{quote}: {}", reading(&page));
        assert_eq!(page.field("quote").as_deref(), Some(quote));
    }
    let fields = with("should say", says);
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = post(&world, &mut browser, &fields).await;
    let page = browser.get(done.header("location")).await;
    assert!(page.html().contains("<span class=\"on\">should say</span>"), "{}", reading(&page));
    assert!(page.html().contains("<del>should say</del> <ins>says</ins>"), "{}", reading(&page));
}

#[tokio::test]
async fn the_words_of_lines_are_given_to_those_who_may_read_them() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    let about = |last| [("reference", "DN-2026-001"), ("version", "1"), ("first", "4"), ("last", last)];
    let said = browser.post("/do/words", &about("4")).await;
    assert_eq!((said.status, said.html()), (200, "\"The statement names the people it will affect.\""));
    assert_eq!(browser.post("/do/words", &about("99")).await.html(), "null");
    let elsewhere = [("reference", "DN-1999-001"), ("version", "1"), ("first", "4"), ("last", "4")];
    assert_eq!(browser.post("/do/words", &elsewhere).await.html(), "null");
}

#[tokio::test]
async fn the_form_waits_only_for_those_who_may_comment() {
    let world = World::in_consultation().await;
    let waits = "id=\"composer-rests\" hidden";
    let text = world.page("");
    assert!(world.as_(&world.mira).await.get(&text).await.html().contains(waits));
    assert!(!world.app.browser().get(&text).await.html().contains(waits));
    let mut mira = world.as_(&world.mira).await;
    assert!(!mira.get(&world.page("?from=3&to=3")).await.html().contains(waits));
    assert!(!mira.get(&world.page("?view=quiet")).await.html().contains(waits));
    world.revise(SECOND).await;
    assert!(!mira.get(&text).await.html().contains(waits));
}

#[tokio::test]
async fn wording_left_as_it_was_suggests_nothing() {
    let world = World::in_consultation().await;
    let mut browser = world.as_(&world.mira).await;
    let words = "The statement names the people it will affect.";
    // The lines were changed by hand after the form was opened on line 4.
    let fields = [("from", "3"), ("to", "4"), ("offered", "4-4"), ("comment", "Why?"), ("suggestion", words)];
    let done = post(&world, &mut browser, &fields).await;
    let page = browser.get(done.header("location")).await;
    assert!(!page.html().contains("<del>"), "{}", reading(&page));
}

#[tokio::test]
async fn what_is_refused_comes_back_as_it_was_typed() {
    let world = World::in_consultation().await;
    let mut browser = world.as_(&world.mira).await;
    let long = "x".repeat(100_000);
    for (lines, comment, status, said) in [
        (("3", "99"), "Lines that are not there.", 422, "There is no line 99"),
        (("5", "3"), "Backwards.", 422, "The last line, 3, comes before the first, 5."),
        (("x", ""), "No number.", 422, "“x” is no line of this text."),
        (("3", "3"), " ", 422, "Write something first"),
        (("3", "3"), long.as_str(), 422, "100,000 bytes"),
    ] {
        let page =
            post(&world, &mut browser, &[("from", lines.0), ("to", lines.1), ("comment", comment)]).await;
        assert_eq!(page.status, status, "{said}");
        assert!(page.main_text().contains(said), "{said}: {}", page.main_text());
        assert_eq!(page.field("comment").unwrap().trim(), comment.trim());
    }
    assert_eq!(world.fresh().await.next_thread, 1);
}

#[tokio::test]
async fn a_closed_round_takes_no_comment_and_loses_none() {
    let world = World::in_consultation().await;
    let mut browser = world.as_(&world.mira).await;
    world.app.state.clock.advance(TimeDelta::days(29));
    let page = post(&world, &mut browser, &[("from", "3"), ("to", "3"), ("comment", "Too late?")]).await;
    assert_eq!(page.status, 409);
    assert_eq!(page.field("comment").as_deref(), Some("Too late?"));
    let page = browser.get(&world.page("?from=3&to=3")).await;
    assert_eq!(page.status, 200);
    assert!(page.main_text().contains("This draft takes no comments now."));
    assert!(!page.html().contains(">Comment on line"));
}

#[tokio::test]
async fn a_preview_shows_the_comment_and_posts_nothing() {
    let world = World::in_consultation().await;
    let mut browser = world.as_(&world.mira).await;
    let fields = [("from", "3"), ("to", "3"), ("comment", "Say *who*."), ("preview", "yes")];
    let page = post(&world, &mut browser, &fields).await;
    assert_eq!(page.status, 200);
    assert!(page.html().contains("<em>who</em>"));
    assert_eq!(page.field("comment").as_deref(), Some("Say *who*."));
    assert_eq!(world.fresh().await.next_thread, 1);
}

#[tokio::test]
async fn who_is_not_signed_in_is_sent_to_sign_in_and_comes_back() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    let page = browser.get(&world.page("?from=3&to=3")).await;
    assert_eq!(page.status, 200, "a stranger writes first, and says afterwards who they are");
    assert!(page.html().contains("href=\"/sign-in?back=%2Fdrafts%2FDN-2026-001%3Ffrom%3D3"));
    let page = post(&world, &mut browser, &[("from", "3"), ("to", "3"), ("comment", "Kept.")]).await;
    assert_eq!(page.status, 401);
    let back = world.page("?from=3&to=3");
    let fields = [("page", "/sign-in"), ("email", world.mira.email.as_str()), ("back", back.as_str())];
    let page = browser.post_and_follow("/sign-in/as", &fields).await;
    assert_eq!(page.field("comment").as_deref(), Some("Kept."));
}

#[tokio::test]
async fn the_text_alone_is_nothing_but_the_text() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say that it does.", None).await;
    let page = world.app.browser().get(&world.page("?view=quiet")).await;
    assert!(!page.main_text().contains("Say that it does."));
    assert!(page.main_text().contains("A person who meets a system"));
}

#[tokio::test]
async fn only_reading_is_answered_at_the_address_of_a_draft() {
    let world = World::in_consultation().await;
    let page = world.app.browser().send(Method::DELETE, &world.page(""), None, Vec::new()).await;
    assert_eq!(page.status, 405);
    assert_eq!(page.header(header::CONTENT_TYPE.as_str()), "text/html; charset=utf-8");
}

#[tokio::test]
async fn every_clause_has_an_address_that_is_the_same_in_every_version() {
    let world = World::in_consultation().await;
    let first = world.app.browser().get(&world.page("")).await;
    // The heading of the second principle is its section, and its paragraph stands at its first line.
    for id in
        ["<section id=\"c-2\"", "<a id=\"c-3\" href=\"#L3\"", "href=\"/drafts/DN-2026-001/versions/1#L3\""]
    {
        assert!(first.html().contains(id), "{id}");
    }
    world.revise(SECOND).await;
    let second = world.app.browser().get(&world.page("")).await;
    assert!(second.html().contains("<a id=\"c-3\" href=\"#L3\""));
}

#[tokio::test]
async fn an_answer_in_the_margin_leads_to_the_very_change() {
    let world = World::in_consultation().await;
    let proposed = "A public body says in writing what a system is for.";
    world.comments(&world.mira, Some("L3"), "Make it a duty.", Some(proposed)).await;
    let fields = [("page", "/"), ("disposition", "accepted"), ("reason", "Line 3 states a duty.")];
    world.as_(&world.ben).await.post_and_follow(&world.page("/threads/1/answer"), &fields).await;
    world.revise(SECOND).await;
    let text = world.app.browser().get(&world.page("?thread=1")).await;
    let link = text.html().split("href=\"").find(|rest| rest.starts_with(&world.page("/versions/1...2#d-")));
    let link = link.unwrap().split('"').next().unwrap();
    let (page, hunk) = link.split_once('#').unwrap();
    let changes = world.app.browser().get(page).await;
    let shown = changes.html().split(&format!("id=\"{hunk}\"")).nth(1).unwrap();
    let shown = shown.split("</section>").next().unwrap();
    assert!(
        shown.contains("<del>should say</del> <ins>says</ins>") || shown.contains("<ins>says</ins>"),
        "{shown}"
    );
    assert!(shown.contains(&format!("href=\"{}\"", world.page("/threads/1"))), "it leads back");
}

#[tokio::test]
async fn a_comment_on_the_whole_draft_is_written_on_the_page_itself() {
    let app = TestApp::demo().await;
    let mut mira = app.as_cast("Mira Oduya").await;
    let page = mira.get("/drafts/DN-2026-001").await;
    // The one form that waits can be about lines or about the draft; without JavaScript the link leads to a page with its own.
    assert!(
        page.html().contains("<a href=\"/drafts/DN-2026-001?compose=draft#compose\" class=\"button whole\"")
    );
    assert_eq!(page.html().matches("id=\"compose\"").count(), 1);
    assert!(page.html().contains("<span class=\"of-draft\">Your comment on the whole draft</span>"));
    let page = mira.get("/drafts/DN-2026-001?compose=draft").await;
    assert!(page.html().contains("composer column on-draft"));
    assert!(!page.html().contains("of-lines"));
}

#[tokio::test]
async fn a_table_is_a_region_that_can_be_reached_and_runs_as_its_text_does() {
    let app = TestApp::demo().await;
    let region = |page: &Page| {
        let regions = page.html().split("<div ").filter(|rest| rest.contains("<table>"));
        regions
            .filter_map(|rest| rest.split('>').next())
            .find(|tag| tag.contains("across"))
            .map(str::to_owned)
    };
    let english = region(&app.browser().get("/drafts/DN-2026-001").await).unwrap();
    assert!(english.contains("role=\"region\" aria-label=\"Table\" tabindex=\"0\""), "{english}");
    let mut reads_arabic = app.browser().with(header::ACCEPT_LANGUAGE, "ar");
    let arabic = region(&reads_arabic.get("/drafts/DN-2026-001").await).unwrap();
    assert!(arabic.contains("dir=\"ltr\""), "{arabic}");
}

#[tokio::test]
async fn a_comment_on_lines_that_are_not_there_is_not_taken_for_one_on_the_whole_draft() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    for (asked, said) in [
        ("?from=6&to=7", "There is no line 7: this version has 6 lines."),
        ("?from=5&to=4", "“5” names no lines."),
        ("?from=five", "“five” names no lines."),
    ] {
        let page = mira.get(&world.page(asked)).await;
        assert!(page.main_text().contains(said), "{asked}: {}", page.main_text());
        assert!(!page.html().contains("composer column on-draft"), "{asked}");
    }
}

#[tokio::test]
async fn the_head_of_a_draft_can_be_skipped_on_each_of_its_pages() {
    let app = TestApp::demo().await;
    let mut reader = app.browser();
    for page in [
        "",
        "/versions/1",
        "/versions/1...2",
        "/threads",
        "/threads/1",
        "/responses",
        "/sign-offs",
        "/export",
    ] {
        let page = reader.get(&format!("/drafts/DN-2026-001{page}")).await;
        let html = page.html();
        let skips: Vec<_> = html.split('<').filter(|tag| tag.contains("class=\"skip\"")).collect();
        assert_eq!(skips.len(), 2);
        for skip in skips {
            let to = skip.split("href=\"#").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            assert!(html.contains(&format!("id=\"{to}\"")), "{to}");
        }
    }
}

/// A draft that is a list, and a sentence that says a word twice.
async fn with_a_list() -> World {
    let list = "# Rules\n\n1. Ask *every* person.\n2. Tell [them](https://example.org) of it.\n3. Wait.\n\nAll is told, or not told, in time.\n";
    World::consulting_on(list).await
}

#[tokio::test]
async fn lines_of_several_clauses_are_given_as_their_source() {
    let world = with_a_list().await;
    let mut browser = world.as_(&world.mira).await;
    let source = "1. Ask *every* person.\n2. Tell [them](https://example.org) of it.";
    let form = browser.get(&world.page("?from=2&to=3")).await;
    assert_eq!(form.field("suggestion").as_deref().map(str::trim), Some(source));
    let about = [("reference", "DN-2026-001"), ("version", "1"), ("first", "2"), ("last", "3")];
    let said = browser.post("/do/words", &about).await;
    assert_eq!(serde_json::from_str::<String>(said.html()).unwrap(), source);
    // Sent as it was, with the line ends of a browser, it suggests nothing.
    let sent = source.replace('\n', "\r\n");
    let lines = [("version", "1"), ("from", "2"), ("to", "3"), ("offered", "2-3"), ("comment", "Why?")];
    let with = |wording: &'_ str| {
        lines
            .iter()
            .copied()
            .chain([("suggestion", wording)])
            .map(|(name, value)| (name, value.to_owned()))
            .collect::<Vec<_>>()
    };
    for (wording, shown) in
        [(sent.clone(), None), (sent.replace("every", "each"), Some("<del>every</del> <ins>each</ins>"))]
    {
        let fields = with(&wording);
        let page = world.page("?from=2&to=3");
        let mut all = vec![("page", page.as_str()), ("draft", world.draft.reference.as_str())];
        all.extend(fields.iter().map(|(name, value)| (*name, value.as_str())));
        let done = browser.post("/threads", &all).await;
        let text = browser.get(done.header("location")).await;
        match shown {
            Some(shown) => assert!(text.html().contains(shown), "{}", reading(&text)),
            None => assert!(!text.html().contains("<ins>"), "{}", reading(&text)),
        }
    }
}

#[tokio::test]
async fn more_lines_than_a_wording_was_typed_for_strike_nothing_out() {
    let world = World::in_consultation().await;
    let mut browser = world.as_(&world.mira).await;
    let (third, fourth) = (
        "A public body should say in writing what a system is for.",
        "The statement names the people it will affect.",
    );
    let preview = |to: &'static str, wording: String| {
        vec![
            ("from", "3".to_owned()),
            ("to", to.to_owned()),
            ("offered", "3-3".to_owned()),
            ("comment", "Why?".to_owned()),
            ("preview", "yes".to_owned()),
            ("suggestion", wording),
        ]
    };
    async fn sent(world: &World, browser: &mut Browser, fields: &[(&str, String)]) -> Page {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        post(world, browser, &fields).await
    }
    let same = sent(&world, &mut browser, &preview("4", third.to_owned())).await;
    assert!(!same.html().contains("<del>"), "{}", reading(&same));
    assert_eq!(
        same.field("suggestion").as_deref().map(str::trim),
        Some(format!("{third} {fourth}").as_str())
    );
    assert_eq!(same.field("offered").as_deref(), Some("3-4"));
    let says = third.replace("should say", "says");
    let more = sent(&world, &mut browser, &preview("4", says.clone())).await;
    assert_eq!(more.field("suggestion").as_deref().map(str::trim), Some(format!("{says} {fourth}").as_str()));
    assert!(more.html().contains("<del>should say</del> <ins>says</ins>"), "{}", reading(&more));
    assert_eq!(more.html().matches("<del>").count(), 1);
    // A wording of other lines is refused, and stays with the lines it was typed for.
    let mut other = preview("5", says.clone());
    other[0].1 = "5".to_owned();
    other.remove(4);
    let refused = sent(&world, &mut browser, &other).await;
    assert_eq!(refused.status, 422);
    assert!(reading(&refused).contains("This wording was typed for other lines."), "{}", reading(&refused));
    assert_eq!(refused.field("offered").as_deref(), Some("3-3"));
}

#[tokio::test]
async fn of_equal_words_in_a_line_the_one_that_was_chosen_is_meant() {
    let world = with_a_list().await;
    let mut browser = world.as_(&world.mira).await;
    let page = world.page("?from=5&to=5");
    let fields = |place: Option<&'static str>, suggestion: &'static str| {
        let all =
            [("page", page.clone()), ("draft", world.draft.reference.clone()), ("version", "1".to_owned())];
        let more = [
            ("from", "5"),
            ("to", "5"),
            ("comment", "Which?"),
            ("quote", "told"),
            ("suggestion", suggestion),
        ];
        let place = place.map(|place| ("place", place.to_owned()));
        all.into_iter()
            .chain(more.map(|(name, value)| (name, value.to_owned())))
            .chain(place)
            .collect::<Vec<_>>()
    };
    let line = "All is told, or not told, in time.";
    let asked = fields(None, line);
    let asked: Vec<_> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = browser.post("/threads", &asked).await;
    assert_eq!(refused.status, 422);
    let text = reading(&refused);
    assert!(text.contains("They stand there more than once. Which do you mean?"), "{text}");
    assert!(refused.html().contains("type=\"radio\" name=\"place\" value=\"7\""), "{}", refused.html());
    assert!(refused.html().contains("type=\"radio\" name=\"place\" value=\"20\""));
    let chosen = fields(Some("20"), "All is told, or not said, in time.");
    let chosen: Vec<_> = chosen.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = browser.post("/threads", &chosen).await;
    assert_eq!(done.status, 303, "{}", reading(&done));
    let text = browser.get(done.header("location")).await;
    assert!(text.html().contains("not <span class=\"on\">told</span>"), "{}", reading(&text));
    assert!(text.html().contains("<del>told</del> <ins>said</ins>"), "{}", reading(&text));
}

#[tokio::test]
async fn lines_have_an_address_that_always_says_these_words_and_a_sentence_that_cites_them() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    let reference = &world.draft.reference;
    let digest = version::Entity::numbered(world.db().read(), world.draft.id, 1).await.unwrap().digest.0;
    let page = browser.get(&world.page("/versions/1?lines=3-4")).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.html().matches(" about\"").count(), 2, "both lines are marked");
    let text = page.main_text();
    let cited = format!("Principles, {reference}, version 1, lines 3 to 4. Dovetail Network,");
    let proof = format!("SHA-256 {digest}. http://comity.example/drafts/{reference}/versions/1?lines=3-4#L3");
    assert!(text.contains(&cited) && text.contains(&proof), "{text}");
    // At the address of the draft, the sentence leads to the version all the same; one line needs no query.
    for asked in ["?lines=L3", "?lines=%D9%A3", "?from=3&to=&cite=yes"] {
        let text = browser.get(&world.page(asked)).await.main_text();
        assert!(
            text.contains(&format!("http://comity.example/drafts/{reference}/versions/1#L3")),
            "{asked}: {text}"
        );
    }
    let page = browser.get(&world.page("")).await;
    assert!(page.html().contains(&format!("href=\"/drafts/{reference}/versions/1#L3\"")));
    assert!(!page.html().contains("id=\"cite\""));
    assert!(page.html().contains("name=\"cite\""), "lines can be chosen without a script");
    for wrong in ["?lines=0", "?lines=40", "?lines=4-3", "?lines=x", "?cite=yes"] {
        let page = browser.get(&world.page(wrong)).await;
        assert!(page.status == 200 && page.html().contains("role=\"status\""), "{wrong}");
    }
}

#[tokio::test]
async fn who_comes_back_finds_a_low_head_and_what_is_new() {
    let world = World::in_consultation().await;
    let mut stranger = world.app.browser();
    let first = stranger.get(&world.page("")).await;
    assert!(!first.html().contains("head tight"));
    assert!(stranger.cookie("been").is_some());
    let again = stranger.get(&world.page("")).await;
    assert!(again.html().contains("head tight") && !again.html().contains("lately"));
    let mut mira = world.as_(&world.mira).await;
    mira.get(&world.page("")).await;
    assert!(!mira.get(&world.page("")).await.html().contains("lately"));
    world.app.state.clock.advance(TimeDelta::hours(2));
    let quiet = mira.get(&world.page("")).await;
    assert!(quiet.html().contains("Nothing new since"), "{}", quiet.main_text());
    world.comments(&world.mira, Some("L3"), "Say which body.", None).await;
    world.comments(&world.grace, Some("L4"), "Who are they?", None).await;
    let told = mira.get(&world.page("")).await;
    assert!(told.main_text().contains("one new comment"), "{}", told.main_text());
}
