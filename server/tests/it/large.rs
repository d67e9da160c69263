//! Drafts that a great many people speak of.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;

use crate::support::{Browser, Page, SECOND, World};

/// As many threads again as there are, and again, up to so many: like the first `few`, with numbers of their own.
async fn multiplied(world: &World, few: i64, many: i64) {
    let db = world.db().owner();
    let draft = world.draft.id;
    let series = format!(
        "WITH RECURSIVE series (n) AS (SELECT {few} + 1 UNION ALL SELECT n + 1 FROM series WHERE n < {many}) "
    );
    let like = format!(
        "FROM series JOIN thread t ON t.draft_id = {draft} AND t.number = (series.n - 1) % {few} + 1"
    );
    for (table, columns, values, rows) in [
        (
            "thread",
            "id, number, draft_id, kind, version_id, anchor, raised_by, stakeholder_id, life, state, disposition, late, created_at, comments",
            "t.draft_id * 4294967296 + series.n, series.n, t.draft_id, t.kind, t.version_id, t.anchor, t.raised_by, t.stakeholder_id, t.life, t.state, t.disposition, t.late, t.created_at, 1",
            String::new(),
        ),
        (
            "comment",
            "thread_id, number, author_id, stakeholder_id, mandate_id, body, receipt, created_at",
            "t.draft_id * 4294967296 + series.n, 1, c.author_id, c.stakeholder_id, c.mandate_id, c.body, c.receipt, c.created_at",
            "JOIN comment c ON c.thread_id = t.id AND c.number = 1".to_owned(),
        ),
        (
            "placement",
            "thread_id, draft_id, version_id, line, placement, standing, state, comments",
            "t.draft_id * 4294967296 + series.n, t.draft_id, p.version_id, p.line, p.placement, p.standing, p.state, 1",
            "JOIN placement p ON p.thread_id = t.id".to_owned(),
        ),
        (
            "search_entry",
            "id, kind, subject, draft_id, thread_id, length",
            "100000 + series.n * 1000 + e.id, e.kind, CASE e.kind WHEN 'thread' THEN t.draft_id * 4294967296 + series.n ELSE (SELECT c.id FROM comment c WHERE c.thread_id = t.draft_id * 4294967296 + series.n) END, t.draft_id, t.draft_id * 4294967296 + series.n, e.length",
            "JOIN search_entry e ON e.thread_id = t.id".to_owned(),
        ),
        (
            "search_word",
            "word, entry_id, times",
            "w.word, 100000 + series.n * 1000 + e.id, w.times",
            "JOIN search_entry e ON e.thread_id = t.id JOIN search_word w ON w.entry_id = e.id".to_owned(),
        ),
    ] {
        let into = format!("INSERT INTO {table} ({columns}) {series} SELECT {values} {like} {rows}");
        db.execute_unprepared(&into).await.unwrap();
    }
    let next = format!("UPDATE draft SET next_thread = {many} + 1 WHERE id = {draft}");
    db.execute_unprepared(&next).await.unwrap();
}

/// A draft with so many threads: on two lines and on the whole draft in turn.
async fn spoken_of(threads: i64) -> World {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L6"), "Told by whom?", None).await;
    world.comments(&world.grace, Some("L3"), "Say what a body does.", None).await;
    world.comments(&world.ada, None, "A good beginning.", None).await;
    entity::indexing::catch_up(world.db()).await.unwrap();
    multiplied(&world, 3, threads).await;
    world
}

/// The numbers of the threads in a list.
fn numbers(page: &Page, element: &str) -> Vec<u32> {
    let ids = page.html().split(element).skip(1);
    ids.map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

/// The numbers of the threads beside the text.
fn shown(page: &Page) -> Vec<u32> {
    let tags = page.html().split("<details").skip(1).filter_map(|rest| rest.split('>').next());
    tags.filter_map(|tag| tag.split_once(" id=\"t")?.1.split('"').next()?.parse().ok()).collect()
}

/// Where a link with this relation leads.
fn link(page: &Page, relation: &str) -> Option<String> {
    let (_, rest) = page.html().split_once(&format!("<a rel=\"{relation}\" href=\""))?;
    Some(rest.split('"').next().unwrap().replace("&amp;", "&"))
}

async fn every(browser: &mut Browser, start: &str, element: &str) -> Vec<u32> {
    let (mut all, mut at, mut firsts) = (Vec::new(), Some(start.to_owned()), Vec::new());
    let mut last = None;
    while let Some(here) = at {
        let page = browser.get(&here).await;
        assert_eq!(page.status, 200, "{here}");
        firsts.push(numbers(&page, element));
        all.extend(numbers(&page, element));
        at = link(&page, "next");
        last = Some(page);
    }
    // And back.
    let mut page = last.unwrap();
    while let Some(before) = link(&page, "prev") {
        firsts.pop();
        page = browser.get(&before).await;
        assert_eq!(Some(&numbers(&page, element)), firsts.last(), "{before}");
    }
    all
}

#[tokio::test]
async fn a_list_is_walked_from_its_start_to_its_end_and_back() {
    let world = spoken_of(200).await;
    let mut browser = world.app.browser();
    for query in [
        "/threads",
        "/threads?sort=newest",
        "/threads?q=body",
        "/threads?clause=draft",
        "/threads?placement=placed",
    ] {
        let all = every(&mut browser, &world.page(query), "<li id=\"t").await;
        let distinct: BTreeSet<_> = all.iter().collect();
        let expected = match query {
            "/threads" | "/threads?sort=newest" => 200,
            "/threads?placement=placed" => 134,
            "/threads?q=body" => 67,
            _ => 66,
        };
        assert_eq!((all.len(), distinct.len()), (expected, expected), "{query}");
    }
    let all = every(&mut browser, &world.page("/responses"), "<tr role=\"row\" id=\"r").await;
    assert_eq!((all.len(), all.iter().collect::<BTreeSet<_>>().len()), (200, 200));
}

#[tokio::test]
async fn a_line_that_thousands_speak_of_shows_the_foremost_and_leads_to_the_rest() {
    let world = spoken_of(9_000).await;
    let (mira, now) = (world.reader(&world.mira).await, world.now());
    let talked = entity::thread::Entity::numbered(world.db().read(), world.draft.id, 301).await.unwrap();
    let said = entity::verb::Said {
        body: domain::typed::CommentBody::parse("This is the heart of it.").unwrap(),
        suggestion: None,
        stakeholder: None,
        once: None,
    };
    mira.reply(world.db(), &talked, said, now).await.unwrap();
    let page = world.app.browser().get(&world.page("")).await;
    assert_eq!(page.status, 200);
    // Of line 6 the one with a reply and the newest, of line 3 the newest, and three of the whole draft.
    assert_eq!(shown(&page), [8_999, 301, 8_998, 8_994, 8_997, 9_000]);
    let text = page.main_text();
    for more in ["2,999 more", "2,998 more", "2,997 more"] {
        assert!(text.contains(more), "{more}: {text}");
    }
    let open = world.app.browser().get(&world.page("?thread=4")).await;
    assert!(shown(&open).contains(&4));
    let there = world.app.browser().get(&world.page("/threads?version=1&line=3")).await;
    assert!(there.main_text().contains("3,000"), "{}", there.main_text());
    assert_eq!(numbers(&there, "<li id=\"t").len(), 40);
}

#[tokio::test]
async fn every_page_of_a_draft_answers_when_more_is_said_than_a_statement_has_variables() {
    let world = spoken_of(70_000).await;
    for (page, most) in
        [("", 100), ("/threads", 120), ("/responses", 120), ("/threads/1", 100), ("/sign-offs", 100)]
    {
        let answer = world.app.browser().get(&world.page(page)).await;
        assert_eq!(answer.status, 200, "{page}");
        assert!(answer.bytes.len() < most << 10, "{page}: {}", answer.bytes.len());
        assert!(answer.main_text().contains("70,000"), "{page}: {}", answer.main_text());
    }
}

#[tokio::test]
async fn a_new_version_places_thousands_of_threads_and_their_lines_are_counted_anew() {
    let world = spoken_of(3_000).await;
    world.revise(SECOND).await;
    let page = world.app.browser().get(&world.page("")).await;
    assert_eq!(page.status, 200);
    assert!(page.main_text().contains("999 more"), "{}", page.main_text());
    let doubtful = world.app.browser().get(&world.page("/threads?placement=detached")).await;
    assert!(doubtful.main_text().contains("1,000"), "{}", doubtful.main_text());
}

/// As many replies to a thread that there would be so many comments in it.
async fn talked_of(world: &World, thread: i64, comments: i64) {
    let replies = format!(
        "INSERT INTO comment (thread_id, number, author_id, body, receipt, created_at) \
         WITH RECURSIVE series (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM series WHERE n < {comments}) \
         SELECT c.thread_id, series.n, c.author_id, 'Reply.', c.receipt, c.created_at \
         FROM series JOIN comment c ON c.thread_id = {thread} AND c.number = 1"
    );
    world.db().owner().execute_unprepared(&replies).await.unwrap();
    let count = format!("UPDATE thread SET comments = {comments} WHERE id = {thread}");
    world.db().owner().execute_unprepared(&count).await.unwrap();
}

#[tokio::test]
async fn a_thread_of_thousands_of_replies_goes_over_pages() {
    let world = World::in_consultation().await;
    let wording = "A public body says in writing what a system is for.";
    let thread = world.comments(&world.mira, Some("L3"), "Who reads it?", Some(wording)).await;
    talked_of(&world, thread.id, 5_020).await;
    let at = world.page("/threads/1");
    let first = world.app.browser().get(&at).await;
    assert_eq!(numbers(&first, "<li id=\"c"), (1..=50).collect::<Vec<_>>());
    assert!(first.bytes.len() < 100 << 10, "{}", first.bytes.len());
    assert_eq!(link(&first, "prev"), None);
    let second = world.app.browser().get(&link(&first, "next").unwrap()).await;
    assert_eq!(numbers(&second, "<li id=\"c"), (51..=100).collect::<Vec<_>>());
    // Where one has replied, one sees it.
    let mut mira = world.as_(&world.mira).await;
    let replied =
        mira.post(&world.page("/threads/1/comments"), &[("page", &at), ("body", "Once more.")]).await;
    assert_eq!(replied.header("location"), format!("{at}?posted=5021&page_number=101#posted"));
    let last = mira.get(replied.header("location").split('#').next().unwrap()).await;
    assert_eq!(numbers(&last, "<li id=\"c"), (5_001..=5_021).collect::<Vec<_>>());
    assert!(last.main_text().contains("Once more."), "{}", last.main_text());
    assert_eq!(link(&last, "next"), None);
    // The comment that began it is known on every page, and is not shown again.
    assert!(!last.html().contains("id=\"c1\""));
    let beyond = mira.get(&format!("{at}?page_number=9999")).await;
    assert_eq!((beyond.status, numbers(&beyond, "<li id=\"c")), (200, numbers(&last, "<li id=\"c")));
    let form = mira.get(&format!("{at}?edit=5021&page_number=101")).await;
    assert!(form.html().contains("name=\"edited\""), "{}", form.main_text());
}

#[tokio::test]
async fn the_page_of_the_next_version_lists_some_threads_and_counts_all() {
    let world = spoken_of(1_500).await;
    let ben = world.reader(&world.ben).await;
    let saved = entity::verb::Saved {
        source: SECOND.to_owned(),
        base: 1,
        edition: 0,
        applied: Vec::new(),
        recut: None,
    };
    ben.save_text(world.db(), &world.draft, saved, world.now()).await.unwrap();
    let page = world.as_(&world.ben).await.get(&world.page("/next")).await;
    assert_eq!(page.status, 200);
    assert!(page.html().matches("class=\"rows fates\"").count() >= 1);
    assert!(page.html().matches("/threads/").count() < 450, "{}", page.html().matches("/threads/").count());
    assert!(page.main_text().contains("400 more, in the list of all comments"), "{}", page.main_text());
}
