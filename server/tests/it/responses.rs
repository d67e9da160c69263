//! Every comment and its answer.

use insta::assert_snapshot;

use crate::support::{SECOND, World};

/// The cells of each row, one row a line.
fn rows(text: &str) -> String {
    let table = text.split_once("Result\n").map_or("", |(_, rows)| rows);
    table.split("Answer several").next().unwrap().trim().to_owned()
}

#[tokio::test]
async fn a_row_says_what_was_asked_what_was_answered_and_what_came_of_it() {
    let world = World::in_consultation().await;
    let proposed = "A public body says in writing what a system is for.";
    world.comments(&world.mira, Some("L3"), "Say what a public body does.", Some(proposed)).await;
    world.comments(&world.grace, Some("L4"), "By group or by name?", None).await;
    let mut ben = world.as_(&world.ben).await;
    let at = world.page("/threads/1");
    let fields = [("page", at.as_str()), ("disposition", "accepted"), ("reason", "Line 3 states a duty.")];
    ben.post_and_follow(&world.page("/threads/1/answer"), &fields).await;
    world.revise(SECOND).await;
    let page = world.app.browser().get(&world.page("/responses")).await;
    let text = page.main_text();
    assert!(
        text.contains("Of 2 comments, 1 has an answer and a reason. 1 waits, the oldest for 29 days."),
        "{text}"
    );
    let rows = rows(&text).replace(&day(&world), "[day]");
    assert_snapshot!(rows, @r"
    № 1
    Karst Civic Lab
    Civil society, [day]
    Line 3
    “A public body should say in writing what a system is for.”
    Say what a public body does.
    Proposed: A public body should say says in writing what a system …
    Accepted
    Line 3 states a duty.
    Line 3: 3 words. Word for word.
    № 2
    Aravel
    Government, [day]
    Line 4
    “The statement names the people it will affect.”
    By group or by name?
    No answer yet
    Waits for 29 days.
    None yet.
    ");
    assert!(!page.html().contains("name=\"threads\""), "only those who answer choose");
    // The table says of each what the page says.
    let table = world.app.browser().get(&world.page("/export.csv")).await;
    let table = String::from_utf8(table.bytes).unwrap();
    assert!(table.contains(",Accepted,Line 3 states a duty.,Line 3: 3 words. Word for word.,"), "{table}");
    assert!(table.contains(",No answer yet,,None yet.,"), "{table}");
}

/// The day on which everything was said.
fn day(world: &World) -> String {
    let at = world.now() - chrono::TimeDelta::days(29);
    app::ui::time::in_words(app::locale::Locale::En, at, "Pacific/Auckland")
        .split(',')
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn several_are_answered_at_once_or_none() {
    let world = World::in_consultation().await;
    for words in ["One.", "Two.", "Three."] {
        world.comments(&world.mira, Some("L3"), words, None).await;
    }
    world.comments(&world.grace, Some("L4"), "Four.", None).await;
    let at = world.page("/responses?class=civil-society");
    let to = world.page("/responses");
    let mut ben = world.as_(&world.ben).await;
    let page = ben.get(&at).await;
    assert!(page.main_text().contains("All 3 that wait"));
    let one_answer = |threads: &[(&'static str, &'static str)]| {
        let answer = [("page", at.as_str()), ("disposition", "noted"), ("reason", "Taken up in the guide.")];
        [answer.as_slice(), threads].concat()
    };
    let page = ben.post(&to, &one_answer(&[])).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.field("reason").as_deref(), Some("Taken up in the guide."));
    let two = [("threads", "1"), ("threads", "2")];
    assert_eq!(world.as_(&world.mira).await.post(&to, &one_answer(&two)).await.status, 403);
    let page = ben.post_and_follow(&to, &one_answer(&two)).await;
    assert!(page.main_text().contains("2 comments were answered."), "{}", page.main_text());
    // One of these has an answer already, so none is given another.
    let again = [("threads", "2"), ("threads", "3")];
    assert_eq!(ben.post(&to, &one_answer(&again)).await.status, 409);
    let page = ben.post_and_follow(&to, &one_answer(&[("all", "yes")])).await;
    assert!(page.main_text().contains("One comment was answered."));
    let waiting = world.app.browser().get(&world.page("/threads?state=waiting")).await;
    assert!(waiting.html().contains("id=\"t4\"") && !waiting.html().contains("id=\"t3\""));
}
