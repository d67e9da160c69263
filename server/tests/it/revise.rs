//! The next version: begun, written, foreseen, published, compared.

use axum::http::Method;

use crate::support::{Browser, Page, SECOND, World};

/// Sends a form with a file, as a browser does.
async fn upload(browser: &mut Browser, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Page {
    let mut body = Vec::new();
    for (name, text) in fields {
        let part = format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let (name, bytes) = file;
    let head = format!(
        "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: text/plain\r\n\r\n"
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--x--\r\n");
    browser.send(Method::POST, path, Some("multipart/form-data; boundary=x"), body).await
}

const NEW: &str = "/forums/dovetail/drafts/new";

fn new_draft<'a>(title: &'a str, source: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("page", NEW), ("title", title), ("language", "en"), ("visibility", "public"), ("source", source)]
}

#[tokio::test]
async fn an_official_begins_a_draft_sees_it_and_publishes_it() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    let text = "# Registers\r\n\r\nEvery register is public. It names its keeper.\r\n";
    let mut fields = new_draft("Open registers", text);
    fields.push(("preview", "yes"));
    let page = ben.post(NEW, &fields).await;
    assert_eq!(page.status, 200);
    assert!(page.main_text().contains("2 clauses, 3 lines."), "{}", page.main_text());
    assert_eq!(page.field("title").as_deref(), Some("Open registers"));
    let page = ben.post_and_follow(NEW, &new_draft("Open registers", text)).await;
    assert!(page.main_text().contains("The text of version 1"), "{}", page.main_text());
    assert_eq!(
        page.field("source").as_deref(),
        Some("# Registers\n\nEvery register is public. It names its keeper.\n")
    );
    let next = format!("/drafts/DN-{}-", world.now().format("%Y"));
    let action =
        page.html().split("action=\"").find(|rest| rest.starts_with(&next) && rest.contains("/publish"));
    let publish = action.unwrap().split('"').next().unwrap().to_owned();
    // Before it is published it is there for nobody else.
    let draft = publish.trim_end_matches("/next/publish").to_owned();
    assert_eq!(world.app.browser().get(&draft).await.status, 404);
    let at = format!("{draft}/next");
    let empty = ben.post(&publish, &[("page", at.as_str()), ("edition", "1"), ("note", " ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.main_text().contains("Say in a note what is new in this version."));
    let page = ben
        .post_and_follow(&publish, &[("page", at.as_str()), ("edition", "1"), ("note", "The first.")])
        .await;
    assert!(page.main_text().contains("Every register is public."));
    assert_eq!(world.app.browser().get(&draft).await.status, 200);
}

#[tokio::test]
async fn a_text_that_is_none_is_refused_with_its_reason_and_stays_in_the_form() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    let many = "One line here.\n\n".repeat(20_001);
    let long = "word ".repeat(420_000);
    for (source, why) in [
        ("", "There is no text here."),
        ("  \n", "There is no text here."),
        (many.as_str(), "The text has 20,001 lines; 20,000 is the most."),
        (long.as_str(), "The text has 2,100,000 bytes; 2,097,152 is the most."),
    ] {
        let page = ben.post(NEW, &new_draft("Open registers", source)).await;
        assert_eq!(page.status, 422, "{why}");
        assert!(page.main_text().contains(why), "{why}");
        assert_eq!(page.field("source").as_deref(), Some(source.trim_start_matches('\n')), "{why}");
        assert_eq!(page.field("title").as_deref(), Some("Open registers"));
    }
    let page = ben.post(NEW, &new_draft(" ", "Words.")).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("Give a title."));
    assert_eq!(page.field("source").as_deref(), Some("Words."));
    let mut embargo = new_draft("Registers", "Words.");
    embargo[3] = ("visibility", "embargoed");
    assert!(ben.post(NEW, &embargo).await.main_text().contains("Please fill in this field."));
    embargo.push(("until", "2027-09-26T02:30"));
    let page = ben.post(NEW, &embargo).await;
    assert!(page.main_text().contains("There is no such time in Auckland"), "{}", page.main_text());
}

#[tokio::test]
async fn a_file_that_is_no_text_is_named_with_what_is_wrong() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    let fields = new_draft("Open registers", "What I typed.");
    for (file, why) in [
        (("r.md", b"Caf\xE9".as_slice()), "r.md was not read. This is not UTF-8 text: byte 3"),
        (("r.pdf", b"%PDF".as_slice()), "r.pdf was not read. Comity reads .docx, .md and .txt files."),
        (("r.txt", b"".as_slice()), "r.txt was not read. There is no text here."),
    ] {
        let page = upload(&mut ben, NEW, &fields, file).await;
        assert_eq!(page.status, 422);
        assert!(page.main_text().contains(why), "{}", page.main_text());
        assert_eq!(page.field("source").as_deref(), Some("What I typed."));
    }
    let page = upload(&mut ben, NEW, &fields, ("r.txt", b"\xEF\xBB\xBFFrom the file.\r\n")).await;
    assert_eq!(page.status, 303);
    let next = page.header("location").to_owned();
    assert_eq!(ben.get(&next).await.field("source").as_deref(), Some("From the file.\n"));
}

#[tokio::test]
async fn what_is_typed_as_html_stays_words() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    let text = "# A\n\n</textarea><script>alert(2)</script>\n\nWords <b>here</b> &amp; there.";
    let mut fields = new_draft("</title><script>alert(1)</script>", text);
    let page = ben.post_and_follow(NEW, &fields).await;
    assert!(!page.html().contains("<script>alert"));
    assert_eq!(page.field("source").as_deref(), Some(text));
    fields.push(("preview", "yes"));
    let page = ben.post(NEW, &fields).await;
    assert!(!page.html().contains("<script>alert"));
    assert_eq!(page.field("source").as_deref(), Some(text));
    assert_eq!(page.field("title").as_deref(), Some("</title><script>alert(1)</script>"));
}

#[tokio::test]
async fn only_officials_write() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    let page = mira.get(NEW).await;
    assert_eq!(page.status, 403);
    assert!(
        page.main_text().contains("Only the secretariat and the editors of this forum may make a draft.")
    );
    assert_eq!(mira.get(&world.page("/next")).await.status, 403);
    assert_eq!(mira.post(NEW, &new_draft("Mine", "Words.")).await.status, 403);
    assert_eq!(world.app.browser().get(&world.page("/next")).await.status, 303);
    assert_eq!(world.as_(&world.ben).await.get("/forums/nowhere/drafts/new").await.status, 404);
    let mut ben = world.as_(&world.ben).await;
    assert_eq!(ben.get("/drafts/DN-1999-001/next").await.status, 404);
}

fn saving<'a>(at: &'a str, source: &'a str, edition: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("page", at), ("source", source), ("edition", edition), ("base", "1")]
}

#[tokio::test]
async fn the_second_of_two_who_save_is_told_and_keeps_their_text() {
    let world = World::in_consultation().await;
    let at = world.page("/next");
    let (mut ada, mut ben) = (world.as_(&world.ada).await, world.as_(&world.ben).await);
    ada.post_and_follow(&at, &saving(&at, SECOND, "0")).await;
    let page = ben.post(&at, &saving(&at, "# Ben\n\nOther words.", "0")).await;
    assert_eq!(page.status, 409);
    assert_eq!(page.field("source").as_deref(), Some("# Ben\n\nOther words."));
    let text = page.main_text();
    assert!(text.contains("Ada Lind saved this text while you worked on it."), "{text}");
    // Hers is beside it, and the form can go on from either.
    assert!(text.contains("Anyone may report a harm, and an answer comes within thirty days."));
    assert_eq!(page.field("edition").as_deref(), Some("1"));
    assert_eq!(ben.get(&at).await.field("source").as_deref(), Some(SECOND));
    let page = ben.post_and_follow(&at, &saving(&at, "# Ben\n\nOther words.", "1")).await;
    assert!(page.main_text().contains("Saved by Ben Aalto"));
}

#[tokio::test]
async fn of_two_who_publish_at_once_one_is_told_and_the_note_is_kept() {
    let world = World::in_consultation().await;
    world.app.state.clock.advance(chrono::TimeDelta::days(29));
    let (at, publish) = (world.page("/next"), world.page("/next/publish"));
    let (mut ada, mut ben) = (world.as_(&world.ada).await, world.as_(&world.ben).await);
    ada.post_and_follow(&at, &saving(&at, SECOND, "0")).await;
    let (hers, his) = (
        [("page", at.as_str()), ("edition", "1"), ("note", "Hers.")],
        [("page", at.as_str()), ("edition", "1"), ("note", "His own note.")],
    );
    let (one, other) = tokio::join!(ada.post(&publish, &hers), ben.post(&publish, &his));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let (told, note) = if one.status == 409 { (one, "Hers.") } else { (other, "His own note.") };
    assert!(told.main_text().contains("Somebody else saved or published this text"), "{}", told.main_text());
    assert!(told.html().contains(note) || told.main_text().contains("Nothing is saved yet."));
    // Somebody who was still writing on the old version is told, too, and loses nothing.
    let late = ben.post(&at, &saving(&at, "# Late\n\nWords of Ben.", "1")).await;
    assert_eq!(late.status, 409);
    assert_eq!(late.field("source").as_deref(), Some("# Late\n\nWords of Ben."));
    assert!(late.main_text().contains("Version 2 was published while you worked on it."));
    assert_eq!(world.fresh().await.latest, 2);
}

#[tokio::test]
async fn a_suggestion_is_applied_with_one_click_and_its_author_credited() {
    let world = World::in_consultation().await;
    let proposed = "A public body says in writing what a system is for.";
    let thread = world.comments(&world.mira, Some("L3"), "Say what is done.", Some(proposed)).await;
    let comments = entity::comment::Entity::of(world.db().read(), [thread.id]).await.unwrap();
    let comment = comments[&thread.id][0].id.to_string();
    let at = world.page("/next");
    let mut ben = world.as_(&world.ben).await;
    let page = ben.get(&at).await;
    assert!(page.main_text().contains("№ 1 Karst Civic Lab"), "{}", page.main_text());
    let typed = page.field("source").unwrap() + "\n## 3 More\n\nTyped before the click.\n";
    let mut fields = saving(&at, &typed, "0");
    fields.push(("apply", comment.as_str()));
    let page = ben.post_and_follow(&at, &fields).await;
    let source = page.field("source").unwrap();
    assert!(source.contains(proposed) && source.contains("Typed before the click."), "{source}");
    assert!(page.main_text().contains("Applied; its author is credited when this is published."));
    // Applied once, there is nothing to apply any more.
    let again =
        saving(&at, &source, "1").into_iter().chain([("apply", comment.as_str())]).collect::<Vec<_>>();
    let page = ben.post(&at, &again).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.field("source").unwrap(), source);
    world.app.state.clock.advance(chrono::TimeDelta::days(29));
    let publish = [("page", at.as_str()), ("edition", "1"), ("note", "Says what is done.")];
    let page = ben.post_and_follow(&world.page("/next/publish"), &publish).await;
    let text = page.main_text();
    assert!(text.contains("It takes over words proposed by:\nKarst Civic Lab № 1"), "{text}");
    let first = ben.get(&world.page("/versions/1")).await.main_text();
    assert!(!first.contains("It takes over words"), "{first}");
    for (format, said) in [
        ("md", "- Karst Civic Lab, comment №\u{A0}1, in version 2"),
        ("html", "<li>Karst Civic Lab, comment №\u{A0}1, in version 2</li>"),
        ("json", r#""credits":[{"comment":1,"thread":1}]"#),
    ] {
        let file = ben.get(&world.page(&format!("/export.{format}"))).await;
        assert!(file.html().contains(said), "{format}: {}", file.html());
    }
}

#[tokio::test]
async fn what_is_ticked_is_applied_together_and_what_contradicts_it_is_left_out() {
    let world = World::in_consultation().await;
    let (written, public) =
        ("A public body says in writing what a system is for.", "A public body says in public what it uses.");
    let told = "Whoever meets a system is told so before it decides.";
    let mut ids = Vec::new();
    for (who, line, words) in
        [(&world.mira, "L3", written), (&world.grace, "L3", public), (&world.grace, "L6", told)]
    {
        let thread = world.comments(who, Some(line), "Say it plainly.", Some(words)).await;
        let comments = entity::comment::Entity::of(world.db().read(), [thread.id]).await.unwrap();
        ids.push(comments[&thread.id][0].id.to_string());
    }
    let at = world.page("/next");
    let mut ben = world.as_(&world.ben).await;
    let page = ben.get(&at).await;
    let text = page.main_text();
    assert!(text.contains("Comment 2 asks for other words in the same place"), "{text}");
    assert!(text.contains("Comment 1 asks for other words in the same place"), "{text}");
    let source = page.field("source").unwrap();
    let pressed: Vec<_> = saving(&at, &source, "0").into_iter().chain([("apply", "chosen")]).collect();
    let none = ben.post(&at, &pressed).await;
    assert_eq!(none.status, 422);
    assert!(none.main_text().contains("Tick at least one suggestion to apply."), "{}", none.main_text());

    let ticked: Vec<_> = pressed.into_iter().chain(ids.iter().map(|id| ("chosen", id.as_str()))).collect();
    let page = ben.post_and_follow(&at, &ticked).await;
    let (source, text) = (page.field("source").unwrap(), page.main_text());
    assert!(source.contains(written) && source.contains(told) && !source.contains(public), "{source}");
    assert!(text.contains("The words of 2 suggestions are in the text"), "{text}");
    assert!(text.contains("One was left out; below it stands why."), "{text}");
    assert!(text.contains("changed otherwise since this was suggested"), "{text}");

    world.app.state.clock.advance(chrono::TimeDelta::days(29));
    let publish = [("page", at.as_str()), ("edition", "1"), ("note", "Says what is done.")];
    let text = ben.post_and_follow(&world.page("/next/publish"), &publish).await.main_text();
    assert!(text.contains("It takes over words proposed by:\nKarst Civic Lab № 1\nAravel № 3"), "{text}");
}

#[tokio::test]
async fn before_publishing_one_sees_what_it_does_to_every_thread() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L4"), "Who is affected?", None).await;
    world.comments(&world.grace, Some("L6"), "Told by whom?", None).await;
    let kept = world.comments(&world.mira, Some("L2"), "Purpose of what?", None).await;
    let ben = world.reader(&world.ben).await;
    let reason = domain::typed::Reason::parse("Agreed.").unwrap();
    let accepted = domain::disposition::Disposition::Accepted;
    ben.answer(world.db(), &world.draft, &[kept], accepted, reason, world.now()).await.unwrap();
    let at = world.page("/next");
    let mut ben = world.as_(&world.ben).await;
    let text = ben.post_and_follow(&at, &saving(&at, SECOND, "0")).await.main_text();
    assert!(text.contains("2 comments keep their place"), "{text}");
    assert!(text.contains("One comment was accepted, but its clause is the same as before."), "{text}");
    assert!(
        text.contains("This is possible while the text is being drafted, or after a round has closed."),
        "{text}"
    );
    world.app.state.clock.advance(chrono::TimeDelta::days(29));
    let page = ben.get(&at).await;
    assert!(page.main_text().contains("Publish version 2"));
    assert!(
        page.main_text().contains("This change is not editorial: it touches “should”, “say”, “says”."),
        "{}",
        page.main_text()
    );
}

#[tokio::test]
async fn the_changes_between_two_versions_name_who_asked() {
    let world = World::in_consultation().await;
    let proposed = "A public body says in writing what a system is for.";
    let thread = world.comments(&world.mira, Some("L3"), "A duty, not advice.", Some(proposed)).await;
    let ben = world.reader(&world.ben).await;
    let reason = domain::typed::Reason::parse("Agreed.").unwrap();
    world.app.state.clock.advance(chrono::TimeDelta::days(1));
    let accepted = domain::disposition::Disposition::Accepted;
    ben.answer(world.db(), &world.draft, &[thread], accepted, reason, world.now()).await.unwrap();
    world.revise(SECOND).await;
    let mut browser = world.app.browser();
    let page = browser.get(&world.page("/versions/1...2")).await;
    assert_eq!(page.status, 200);
    let text = page.main_text();
    assert!(text.contains("What changed from version 1 to version 2"), "{text}");
    assert!(text.contains("Karst Civic Lab, “A duty, not advice” (their wording, word for word)."), "{text}");
    assert!(page.html().contains("<del>should say</del>") && page.html().contains("<ins>says</ins>"));
    let id = page.html().split("id=\"d-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let one = browser.get(&world.page("/versions/1...2?view=one")).await;
    assert!(one.html().contains(&format!("id=\"d-{id}\"")), "the id of a change is the same in every view");
    assert!(!one.main_text().contains("The statement names the people"));
    let whole = browser.get(&world.page("/versions/1...2?view=whole")).await;
    assert!(whole.main_text().contains("The statement names the people"));
}

const BEFORE: &str = "# 1. Sitting\n\nThe panel sits within thirty days.\n\n# 2. Register\n\nThe clerk of the panel keeps the public records.\n\n# 3. Places\n\nA \"seat\" is a place that was given by the assembly.\n\n# 4. Fees\n\nFees are published every spring by the treasurer of the house.\n\n# 5. Travel\n\nWhoever lives beyond the river travels at the cost of the panel.\n\n# 6. Forms\n\nAnswers are written on [the form](https://a.example/form).\n";

#[tokio::test]
async fn sentence_counts_classes_and_marks_of_a_comparison_tell_one_story() {
    let after = "# 1. Sitting\n\nThe panel sits within sixty days.\n\n# 2. Register\n\nThe clerk of the panel keeps the public record.\n\n# 3. Places\n\nA “seat” is a place that was given by the assembly.\n\n# 4. Travel\n\nWhoever lives beyond the river travels at the cost of the panel.\n\n# 5. Fees\n\nFees are published every spring by the treasurer of the house.\n\n# 6. Forms\n\nAnswers are written on [the form](https://b.example/form).\n";
    let world = World::consulting_on(BEFORE).await;
    world.revise(after).await;
    let page = world.app.browser().get(&world.page("/versions/1...2")).await;
    let text = page.main_text();
    let html = page.html();
    assert!(text.contains("8 words changed, 6 of them in substance."), "{text}");
    assert!(text.contains("rewords three clauses"), "{text}");
    assert!(
        text.contains("4 words in substance") && text.contains("Unchanged: 4. Travel (was 5)."),
        "{text}"
    );
    // The legend, the two words, both marks of the quotation on request, the link and what it leads to.
    assert_eq!((html.matches("<del>").count(), html.matches("<ins>").count()), (7, 7));
}

#[tokio::test]
async fn a_reference_that_means_another_clause_after_renumbering_is_listed() {
    let sections = |titles: &[&str]| -> String {
        let section = |(number, title): (usize, &&str)| {
            format!("# {number}. {title}\n\nThe part on {title} stands here and stays here.\n\n")
        };
        (1..).zip(titles).map(section).collect()
    };
    let refers = "# 9. Costs\n\nCosts are borne as section 2 says.\n";
    let world = World::consulting_on(&(sections(&["Purpose", "Appeals"]) + refers)).await;
    world.revise(&(sections(&["Purpose", "Notice", "Appeals"]) + refers)).await;
    let text = world.app.browser().get(&world.page("/versions/1...2")).await.main_text();
    assert!(text.contains("one reference points to another clause than before"), "{text}");
    assert!(text.contains("“section 2” meant “2. Appeals” and now means “2. Notice”"), "{text}");
}

#[tokio::test]
async fn two_versions_that_cannot_be_compared_are_answered_with_a_sentence() {
    let world = World::in_consultation().await;
    world.revise(SECOND).await;
    let mut browser = world.app.browser();
    let equal = browser.get(&world.page("/versions/2...2")).await;
    assert_eq!(equal.status, 422);
    assert!(equal.main_text().contains("This is version 2 beside itself: nothing differs."));
    let reversed = browser.get(&world.page("/versions/2...1")).await;
    assert_eq!(reversed.status, 422);
    assert!(reversed.main_text().contains("Version 2 is newer than version 1"));
    assert!(reversed.html().contains(&format!("href=\"{}\"", world.page("/versions/1...2"))));
    for unknown in ["1...3", "0...1", "1...", "a...b", "-1...2", "1...2...3"] {
        assert_eq!(browser.get(&world.page(&format!("/versions/{unknown}"))).await.status, 404, "{unknown}");
    }
    let page = browser.get(&world.page("/compare?from=1&to=2")).await;
    assert_eq!((page.status, page.header("location")), (303, world.page("/versions/1...2").as_str()));
    assert_eq!(browser.get(&world.page("/compare?from=one&to=2")).await.status, 404);
    assert_eq!(browser.get("/drafts/DN-1999-001/versions/1...2").await.status, 404);
}

#[tokio::test]
async fn a_begun_text_is_discarded_after_one_more_question() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    let at = world.page("/next");
    assert!(!ben.get(&at).await.main_text().contains("Discard this text"));
    let saved = [("page", at.as_str()), ("source", SECOND), ("base", "1"), ("edition", "0")];
    ben.post_and_follow(&at, &saved).await;
    let asked = ben.get(&world.page("/next?discard=yes")).await;
    assert!(asked.main_text().contains("cannot be brought back"), "{}", asked.main_text());
    let discard = world.page("/next/discard");
    let older = ben.post(&discard, &[("page", at.as_str()), ("edition", "7")]).await;
    assert_eq!(older.status, 409);
    let mut mira = world.as_(&world.mira).await;
    assert_eq!(mira.post(&discard, &[("page", at.as_str()), ("edition", "1")]).await.status, 403);
    let page = ben.post_and_follow(&discard, &[("page", at.as_str()), ("edition", "1")]).await;
    assert!(page.main_text().contains("Nobody has begun it yet. It starts from version 1."));
    assert!(page.main_text().contains("The text was discarded."));
    assert!(page.field("source").unwrap().contains("A public body should say"));
}

#[tokio::test]
async fn a_long_text_is_back_whole_after_signing_in_again() {
    let world = World::in_consultation().await;
    let at = world.page("/next");
    let long = format!(
        "# Principles\n\n{}",
        "Every sentence of this long text matters to somebody who reads it, wherever that is. "
            .repeat(15_000)
    );
    assert!(long.len() > 1 << 20);
    let mut browser = world.app.browser();
    let fields = [("page", at.as_str()), ("source", &long), ("base", "1"), ("edition", "0")];
    let page = browser.post(&at, &fields).await;
    assert_eq!(page.status, 401);
    assert!(page.main_text().contains("What you typed is kept"));
    browser.sign_in(&world.ben.email).await;
    assert_eq!(browser.get(&at).await.field("source").as_deref(), Some(long.as_str()));
    // So is a file.
    let mut browser = world.app.browser();
    let page = upload(&mut browser, &at, &fields[..1], ("text.md", long.as_bytes())).await;
    assert_eq!(page.status, 401);
    browser.sign_in(&world.ben.email).await;
    assert_eq!(browser.get(&at).await.field("source").as_deref(), Some(long.as_str()));
    // What nobody comes back for is let go.
    let mut browser = world.app.browser();
    browser.post(&at, &fields).await;
    browser.sign_in(&world.ben.email).await;
    world.app.state.clock.advance(chrono::TimeDelta::hours(3));
    browser.get("/").await;
    assert!(browser.get(&at).await.field("source").unwrap().len() < 1000);
}

#[tokio::test]
async fn words_keep_their_direction_on_a_page_that_runs_the_other_way() {
    let world = World::in_consultation().await;
    world.revise(SECOND).await;
    let mut browser = world.app.browser().with(axum::http::header::ACCEPT_LANGUAGE, "ar");
    let page = browser.get(&world.page("/versions/1...2")).await;
    assert!(page.html().contains("<html lang=\"ar\" dir=\"rtl\">"));
    let line = page.html().split("<span lang=\"en\" dir=\"ltr\">").find(|line| line.contains("says</ins>"));
    assert!(line.is_some_and(|line| line.starts_with("A public body ")), "{}", page.html());
    let next = world
        .as_(&world.ben)
        .await
        .with(axum::http::header::ACCEPT_LANGUAGE, "ar")
        .get(&world.page("/next"))
        .await;
    assert!(next.html().contains("id=\"L1\" lang=\"en\" dir=\"ltr\""), "{}", next.html());
}

#[tokio::test]
async fn two_suggestions_in_one_sentence_are_read_together_before_they_are_applied() {
    let world = World::in_consultation().await;
    let line = "A public body should say in writing what a system is for.";
    let (says, whom) = (line.replace("should say", "says"), line.replace("is for", "does and to whom"));
    let mut ids = Vec::new();
    for (who, words) in [(&world.mira, &says), (&world.grace, &whom)] {
        let thread = world.comments(who, Some("L3"), "Say it plainly.", Some(words.as_str())).await;
        let comments = entity::comment::Entity::of(world.db().read(), [thread.id]).await.unwrap();
        ids.push(comments[&thread.id][0].id.to_string());
    }
    let at = world.page("/next");
    let mut ben = world.as_(&world.ben).await;
    let page = ben.get(&at).await;
    let text = page.main_text();
    assert!(text.contains("Comment 2 asks for other words in the same sentence."), "{text}");
    let shown = "A public body <del>should say</del> <ins>says</ins> in writing what a system <del>is for</del> <ins>does and to whom</ins>.";
    assert_eq!(page.html().matches(shown).count(), 2, "{}", page.html());
    let source = page.field("source").unwrap();
    let both = format!("{}+{}", ids[0], ids[1]);
    let pressed: Vec<_> = saving(&at, &source, "0").into_iter().chain([("apply", both.as_str())]).collect();
    let page = ben.post_and_follow(&at, &pressed).await;
    let after = page.field("source").unwrap();
    assert_eq!(after, source.replace("should say", "says").replace("is for", "does and to whom"));
    assert!(page.main_text().contains("The words of 2 suggestions are in the text"), "{}", page.main_text());
    // Of words that were changed meanwhile the two are refused.
    let again: Vec<_> = saving(&at, &after, "1").into_iter().chain([("apply", both.as_str())]).collect();
    assert_eq!(ben.post(&at, &again).await.status, 422);
    let other: Vec<_> = saving(&at, &after, "1").into_iter().chain([("apply", "1+x")]).collect();
    assert_eq!(ben.post(&at, &other).await.status, 422);
}

#[tokio::test]
async fn an_official_joins_and_splits_lines_and_the_version_keeps_them() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    let at = world.page("/next");
    let source = "# Boats\n\nThe harbour counts boats. It tells who asks, and it says why.\n";
    ben.post_and_follow(&at, &saving(&at, source, "0")).await;
    let page = ben.get(&format!("{at}?cut=3")).await;
    assert!(page.main_text().contains("Join to the line before"), "{}", page.main_text());
    assert!(page.html().contains("Split before “and it says why.”"));
    let byte = |words: &str| source.find(words).unwrap().to_string();
    let (join, split) = (byte("It tells"), byte("and it"));
    let mut fields = saving(&at, source, "1");
    fields.push(("join", &join));
    ben.post_and_follow(&at, &fields).await;
    let mut fields = saving(&at, source, "2");
    fields.push(("split", &split));
    let page = ben.post_and_follow(&at, &fields).await;
    assert!(page.main_text().contains("2 lines were joined or split by hand."), "{}", page.main_text());
    let mut arabic = world.as_(&world.ben).await;
    let page = arabic.get(&format!("{at}?cut=3&lang=ar")).await;
    assert_eq!(page.status, 200);
    // The words around the cuts stand, so that they hold in the text that is saved next and in the version.
    let grown = source.replace("# Boats", "# Boats and ships");
    ben.post_and_follow(&at, &saving(&at, &grown, "3")).await;
    world.app.state.clock.advance(chrono::TimeDelta::days(29));
    let publish = format!("{at}/publish");
    ben.post_and_follow(&publish, &[("page", at.as_str()), ("edition", "4"), ("note", "Boats.")]).await;
    let version = entity::version::Entity::numbered(world.db().read(), world.draft.id, 2).await.unwrap();
    let text = version.text();
    let lines: Vec<_> = text.lines().iter().map(|line| line.text.trim()).collect();
    assert_eq!(
        lines,
        ["Boats and ships", "The harbour counts boats. It tells who asks,", "and it says why."]
    );
}
