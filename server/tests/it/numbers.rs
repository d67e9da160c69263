//! Numbers that mean the same are the same wherever they stand, and no two sentences of a page contradict each other.

use domain::{disposition::Life, typed::Reason};
use entity::{
    comment,
    reading::{docket, thread_count},
    thread,
};
use server::export::{Against, verify};

use crate::support::{Browser, Page, TestApp, World};

const PAGES: [&str; 7] = ["", "/threads", "/responses", "/sign-offs", "/history", "/export", "?view=quiet"];

/// What stands beside the name of a tab, on one line.
fn tab(page: &Page, name: &str) -> String {
    let text = page.main_text();
    let (_, rest) =
        text.split_once(&format!("\n{name}\n")).unwrap_or_else(|| panic!("no tab {name}: {text}"));
    rest.lines().next().unwrap().to_owned()
}

/// Every page of a draft, as this browser sees it.
async fn pages(browser: &mut Browser, draft: &str) -> Vec<Page> {
    let mut pages = Vec::new();
    for rest in PAGES {
        pages.push(browser.get(&format!("{draft}{rest}")).await);
        assert_eq!(pages.last().unwrap().status, 200, "{rest}");
    }
    pages
}

/// The number that a sentence begins or ends with, between two pieces of text.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("no {before:?} in {text}")).1;
    rest.split_once(after).unwrap_or_else(|| panic!("no {after:?} in {rest}")).0
}

/// Five threads: one answered, one taken back, one whose words moderation hid, two that wait.
async fn awkward() -> World {
    let world = World::in_consultation().await;
    let mira = world.reader(&world.mira).await;
    let ada = world.reader(&world.ada).await;
    for (lines, words) in
        [("L3", "Say who."), ("L3", "Never mind."), ("L6", "Abuse."), ("L6", "Told when?"), ("L4", "Whom?")]
    {
        world.comments(&world.mira, Some(lines), words, None).await;
    }
    let threads = thread::Entity::of(world.db().read(), world.draft.id).await.unwrap();
    mira.withdraw_thread(world.db(), &threads[1], world.now()).await.unwrap();
    let said = comment::Entity::of(world.db().read(), [threads[2].id]).await.unwrap();
    let why = Reason::parse("Off topic.").unwrap();
    ada.hide_comment(world.db(), &said[&threads[2].id][0], why.clone(), world.now()).await.unwrap();
    let noted = domain::disposition::Disposition::Noted;
    ada.answer(world.db(), &world.draft, &threads[..1], noted, why, world.now()).await.unwrap();
    world
}

#[tokio::test]
async fn comments_are_counted_alike_wherever_they_are_counted() {
    let world = awkward().await;
    let mut browser = world.app.browser();
    for page in pages(&mut browser, &world.page("")).await {
        assert_eq!(tab(&page, "Comments"), "4");
        assert_eq!(tab(&page, "Responses"), "1 of 4");
    }
    let threads = browser.get(&world.page("/threads")).await.main_text();
    assert!(threads.contains("There are 4 comments; 3 wait for an answer."), "{threads}");
    assert!(threads.contains("One was withdrawn."), "{threads}");
    assert!(threads.contains("4 of 4 comments and 1 withdrawn, in the order of the text."), "{threads}");
    let withdrawn = browser.get(&world.page("/threads?state=withdrawn")).await.main_text();
    assert!(withdrawn.contains("0 of 4 comments and 1 withdrawn, in the order of the text."), "{withdrawn}");
    let responses = browser.get(&world.page("/responses")).await.main_text();
    assert!(responses.contains("Of 4 comments, 1 has an answer and a reason. 3 wait"), "{responses}");
    assert!(responses.contains("4 of 4 comments and 1 withdrawn, in the order of the text."), "{responses}");
    let home = browser.get("/").await.main_text();
    assert!(home.contains("Version 1; 4 comments."), "{home}");
    let desk = world.as_(&world.ada).await.get("/desk").await.main_text();
    assert!(desk.contains("3 comments have no answer on Principles ("), "{desk}");
    // The outline counts what asks for an answer too: two under the first heading, two under the second.
    let text = browser.get(&world.page("")).await;
    let outline = between(text.html(), "id=\"outline\"", "</nav>");
    assert_eq!(outline.matches("<span>2<span class=\"vh\">").count(), 2, "{outline}");
}

#[tokio::test]
async fn exports_have_the_threads_that_the_pages_count() {
    let world = awkward().await;
    let counts = thread_count::counts(world.db().read(), [world.draft.id]).await.unwrap();
    let count = counts[&world.draft.id];
    let all = (count.standing + count.withdrawn) as usize;
    let mut browser = world.app.browser();
    let json = browser.get(&world.page("/export.json")).await;
    let json: serde_json::Value = serde_json::from_slice(&json.bytes).unwrap();
    let lives = json["threads"].as_array().unwrap().iter().map(|thread| thread["life"].clone());
    let lives: Vec<Life> = lives.map(|life| serde_json::from_value(life).unwrap()).collect();
    assert_eq!(thread_count::Count::of(&lives), count);
    let written = browser.get(&world.page("/export.md")).await;
    assert_eq!(written.html().matches("\n### № ").count(), all);
    let table = browser.get(&world.page("/export.csv")).await;
    assert_eq!(table.html().lines().count(), all + 1, "{}", table.html());
    let archive = browser.get(&world.page("/export.archive")).await;
    let verified = verify(&archive.bytes, Against::default()).unwrap();
    assert_eq!((verified.comments, verified.withdrawn), (count.standing, count.withdrawn));
}

#[tokio::test]
async fn a_draft_all_of_whose_comments_were_withdrawn_says_so() {
    let world = World::in_consultation().await;
    let mira = world.reader(&world.mira).await;
    let thread = world.comments(&world.mira, Some("L3"), "Never mind.", None).await;
    mira.withdraw_thread(world.db(), &thread, world.now()).await.unwrap();
    let mut browser = world.app.browser();
    for page in pages(&mut browser, &world.page("")).await {
        let text = page.main_text();
        assert_eq!(tab(&page, "Comments"), "0");
        assert!(!text.contains("0 of 0 c") && !text.contains("\n0 of 0\n"), "{text}");
        assert!(!text.contains("Nobody has commented"), "{text}");
    }
    let responses = browser.get(&world.page("/responses")).await.main_text();
    assert!(responses.contains("Every comment was withdrawn, so none asks for an answer."), "{responses}");
}

#[tokio::test]
async fn nothing_is_counted_where_there_is_nothing() {
    let world = World::in_consultation().await;
    for page in pages(&mut world.app.browser(), &world.page("")).await {
        let text = page.main_text();
        assert!(!text.contains("0 of 0"), "{text}");
    }
}

#[tokio::test]
async fn the_seats_in_favour_are_never_more_than_the_seats_and_an_objection_is_told_with_them() {
    let app = TestApp::demo().await;
    let mut browser = app.browser();
    let stretch = docket::Stretch { skip: 0, limit: 50 };
    let now = app.state.clock.now();
    let db = app.state.db.read();
    let mut drafts = docket::open_for_comment(db, None, stretch, now).await.unwrap().drafts;
    drafts.extend(docket::adopted(db, None, stretch, now).await.unwrap().drafts);
    assert!(drafts.len() > 2);
    let home = browser.get("/").await.main_text();
    for (draft, _) in drafts {
        let page = browser.get(&format!("/drafts/{}/sign-offs", draft.reference)).await;
        let text = page.main_text();
        let told = tab(&page, "Sign-offs");
        let (part, whole) = told.split_once(" of ").unwrap();
        let whole = whole.split_once(' ').unwrap().0;
        let (part, whole): (u32, u32) = (part.parse().unwrap(), whole.parse().unwrap());
        assert!(part <= whole, "{told}");
        assert_eq!(
            text.contains("\nobjects\n"),
            told.contains("objection stands"),
            "{}: {told}\n{text}",
            draft.reference
        );
        if text.contains("\nobjects\n") {
            assert!(part < whole, "{told}");
        }
        // What was adopted says the same on the first page.
        if matches!(draft.stage_at(now), domain::stage::Stage::Adopted { .. }) {
            assert!(home.contains(&format!("{part} of {whole} seats are in favour.")), "{home}");
        }
        // A step that is done says what happened, not what would happen if.
        let steps =
            page.html().split("<li class=\"done\"").skip(1).map(|step| step.split("</li>").next().unwrap());
        for step in steps {
            assert!(!step.contains("</span>If ") && !step.contains("then the text is adopted"), "{step}");
            assert!(!step.contains("Every comment is answered"), "{step}");
        }
    }
    let page = browser.get("/drafts/DN-2026-001/sign-offs").await;
    assert_eq!(tab(&page, "Sign-offs"), "5 of 9 seats in favour One objection stands");
}

#[tokio::test]
async fn no_place_is_both_checked_and_in_doubt() {
    let app = TestApp::demo().await;
    let mut browser = app.browser();
    let threads = thread::Entity::of(app.state.db.read(), 1).await.unwrap();
    for thread in threads {
        let page = browser.get(&format!("/drafts/DN-2026-001/threads/{}", thread.number)).await.main_text();
        let doubt = page.contains("We are not sure this is still the place.");
        assert!(!(doubt && page.contains("checked against")), "{page}");
    }
}

#[tokio::test]
async fn sections_and_clauses_are_not_called_the_same() {
    let page = TestApp::demo().await.browser().get("/drafts/DN-2026-001/versions/2...3").await.main_text();
    assert!(!page.contains("of the 7 changes") && page.contains("sections that changed."), "{page}");
}

#[tokio::test]
async fn two_hundred_comments_on_one_line_gather_and_are_all_one_link_away() {
    let world = World::in_consultation().await;
    for number in 1..=200 {
        world.comments(&world.mira, Some("L3"), &format!("Remark {number}."), None).await;
    }
    let mut browser = world.app.browser();
    let page = browser.get(&world.page("")).await;
    let (html, text) = (page.html(), page.main_text());
    assert_eq!(html.matches("class=\"thread\"").count(), 3, "only what is shown is there");
    assert!(text.contains("197 more") && !text.contains("Remark 4."), "{text}");
    assert!(html.len() < 40_000, "{} bytes", html.len());
    let link = format!("{}?version=1&amp;line=3", world.page("/threads"));
    assert!(html.contains(&link), "{link}");
    let list = browser.get(&link.replace("&amp;", "&")).await.main_text();
    assert!(list.contains("Line 3 of version 1: 200 of 200 comments"), "{list}");
    let other = browser.get(&world.page("/threads?version=1&line=4")).await.main_text();
    assert!(other.contains("0 of 200 comments"), "{other}");
    assert_eq!(browser.get(&world.page("/threads?version=9&line=4")).await.status, 404);
    // The thread that is asked for is among those that are shown.
    let open = browser.get(&world.page("?thread=150")).await;
    assert!(open.html().contains("id=\"t150\"") && open.main_text().contains("197 more"));
    // Settled ones gather with their count, and no more of them are there either.
    let threads = thread::Entity::of(world.db().read(), world.draft.id).await.unwrap();
    let mira = world.reader(&world.mira).await;
    for thread in &threads[..50] {
        mira.withdraw_thread(world.db(), thread, world.now()).await.unwrap();
    }
    let page = browser.get(&world.page("")).await;
    let text = page.main_text();
    assert!(
        text.contains("50 settled") && text.contains("147 more") && text.contains("And 47 more"),
        "{text}"
    );
    assert!(page.html().len() < 40_000, "{} bytes", page.html().len());
}
