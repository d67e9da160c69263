//! A draft leaves as Word and other files, and a Word file comes back.

use std::io::{Cursor, Read, Write};

use axum::http::Method;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::support::{Browser, Page, World};

/// A file with some of its parts written otherwise.
fn rewritten(file: &[u8], rewrite: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        out.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        out.write_all(rewrite(&name, text).as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The file as somebody at the ministry gives it back: a comment on "before it decides", a reply to the first comment of the draft, and a
/// word that is taken out and another put in.
fn commented(file: &[u8]) -> Vec<u8> {
    let said = |id: &str, name: &str, words: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"A. Lunde\" w:date=\"2026-11-27T10:00:00Z\" w:initials=\"AL\">\
             <w:p w14:paraId=\"{name}\"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
        )
    };
    let change = "</w:t></w:r><w:del w:id=\"90\" w:author=\"A. Lunde\"><w:r><w:delText>people</w:delText></w:r></w:del>\
                  <w:ins w:id=\"91\" w:author=\"A. Lunde\"><w:r><w:t>persons</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\">";
    let begin = "</w:t></w:r><w:commentRangeStart w:id=\"70\"/><w:r><w:t>before it decides";
    let end = "</w:t></w:r><w:commentRangeEnd w:id=\"70\"/><w:r><w:t>.";
    rewritten(file, |name, text| match name {
        "word/document.xml" => {
            let text = text.replacen("before it decides.", &format!("{begin}{end}"), 1);
            text.replacen("names the people", &format!("names the {change}"), 1)
        }
        "word/comments.xml" => {
            let more = said("70", "20000001", "How long before?") + &said("71", "20000002", "We agree.");
            text.replace("</w:comments>", &format!("{more}</w:comments>"))
        }
        "word/commentsExtended.xml" => {
            let reply =
                "<w15:commentEx w15:paraId=\"20000002\" w15:paraIdParent=\"10000000\" w15:done=\"0\"/>";
            text.replace("</w15:commentsEx>", &format!("{reply}</w15:commentsEx>"))
        }
        _ => text,
    })
}

async fn bring(browser: &mut Browser, page: &str, file: &[u8]) -> Page {
    bring_as(browser, page, ("Norvale.docx", file)).await
}

async fn bring_as(browser: &mut Browser, page: &str, (name, file): (&str, &[u8])) -> Page {
    let mut body = Vec::new();
    for (name, text) in [("page", page), ("preview", "yes")] {
        let part = format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    body.extend_from_slice(
        format!("--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
            .as_bytes(),
    );
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--x--\r\n");
    browser.send(Method::POST, page, Some("multipart/form-data; boundary=x"), body).await
}

/// The items of the page, as its form sends them.
fn items(page: &Page) -> Vec<String> {
    let fields = page.html().split("name=\"item\" value=\"").skip(1);
    let values = fields.filter_map(|rest| rest.split('"').next());
    values
        .map(|value| {
            value
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x27;", "'")
                .replace("&amp;", "&")
        })
        .collect()
}

async fn post(browser: &mut Browser, at: &str, shown: &Page, ticked: &[&str]) -> Page {
    let items = items(shown);
    let speaking = shown.field("speaking").unwrap_or_default();
    let mut fields = vec![("page", at), ("version", "1"), ("speaking", speaking.as_str())];
    fields.extend(items.iter().map(|item| ("item", item.as_str())));
    fields.extend(ticked.iter().map(|number| ("take", *number)));
    let page = browser.post(at, &fields).await;
    match page.status {
        303 => {
            let next = page.header("location").to_owned();
            browser.get(&next).await
        }
        _ => page,
    }
}

#[tokio::test]
async fn a_commented_file_is_looked_at_and_posted_once() {
    let world = World::in_consultation().await;
    world
        .comments(
            &world.mira,
            Some("L3"),
            "Make it a duty.",
            Some("A public body says in writing what a system is for."),
        )
        .await;
    let mut grace = world.as_(&world.grace).await;
    let file = commented(&grace.get(&world.page("/export.comments.docx")).await.bytes);
    let at = world.page("/word");
    let shown = bring(&mut grace, &at, &file).await;
    let text = shown.main_text();
    assert_eq!(shown.status, 200, "{text}");
    assert!(
        text.contains("3 comments and changes were found. 3 have their place. Nothing is posted"),
        "{text}"
    );
    assert!(text.contains("One comment of the file is in the draft already"), "{text}");
    assert!(text.contains("Reply in №\u{a0}1") || text.contains("Reply in № 1"), "{text}");
    let done = post(&mut grace, &at, &shown, &["1", "2", "3"]).await;
    assert_eq!(done.status, 200, "{}", done.main_text());
    let threads = done.main_text();
    assert!(threads.contains("How long before?"), "{threads}");
    let change = grace.get(&world.page("/threads/2")).await.main_text();
    assert!(change.contains("persons"), "{change}");
    assert!(grace.get(&world.page("/threads/1")).await.main_text().contains("We agree."));

    let again = bring(&mut grace, &at, &file).await;
    assert!(again.main_text().contains("Nothing new was found."), "{}", again.main_text());
    let twice = post(&mut grace, &at, &shown, &["1", "2", "3"]).await;
    assert!(!twice.main_text().contains("№ 4") && grace.get(&world.page("/threads/4")).await.status == 404);
}

#[tokio::test]
async fn what_is_not_ticked_is_not_posted_and_a_place_can_be_set() {
    let world = World::in_consultation().await;
    let mut grace = world.as_(&world.grace).await;
    let file = grace.get(&world.page("/export.comments.docx")).await.bytes;
    let file = rewritten(&commented(&file), |name, text| match name {
        "word/commentsExtended.xml" => text.replace("w15:paraIdParent=\"10000000\"", ""),
        _ => text,
    });
    let at = world.page("/word");
    let shown = bring(&mut grace, &at, &file).await;
    let nothing = post(&mut grace, &at, &shown, &[]).await;
    assert!(nothing.main_text().contains("Nothing is ticked."), "{}", nothing.main_text());
    let items = items(&shown);
    let speaking = shown.field("speaking").unwrap_or_default();
    let mut fields =
        vec![("page", at.as_str()), ("version", "1"), ("speaking", speaking.as_str()), ("take", "2")];
    fields.extend([("from-2", "1"), ("to-2", "2"), ("kind-2", "technical")]);
    fields.extend(items.iter().map(|item| ("item", item.as_str())));
    grace.post_and_follow(&at, &fields).await;
    let thread = grace.get(&world.page("/threads/1")).await.main_text();
    assert!(thread.contains("Lines 1 to 2") && thread.contains("How long before?"), "{thread}");
    assert_eq!(grace.get(&world.page("/threads/2")).await.status, 404);
}

#[tokio::test]
async fn a_file_that_is_not_read_says_why_and_strangers_sign_in() {
    let world = World::in_consultation().await;
    let mut grace = world.as_(&world.grace).await;
    let at = world.page("/word");
    let shown = bring(&mut grace, &at, b"Dear all").await;
    assert!(shown.main_text().contains("Norvale.docx: This is no Word file."), "{}", shown.main_text());
    let stranger = world.app.browser().get(&at).await;
    assert_eq!(stranger.status, 303);
    assert!(stranger.header("location").starts_with("/sign-in?"), "{}", stranger.header("location"));
}

#[tokio::test]
async fn a_table_comes_back_row_by_row_and_is_posted_once() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Make it a duty.", None).await;
    let mut grace = world.as_(&world.grace).await;
    let at = world.page("/word");
    let table = "Observations;Commentaires;Ligne;Article;Organisme\r\n;Pourquoi ?;3;;Norvège\r\n;Trop court.;;77.9;\r\n;Bien.;;;\r\n";
    let shown = bring_as(&mut grace, &at, ("comments.csv", table.as_bytes())).await;
    let text = shown.main_text();
    assert_eq!(shown.status, 200, "{text}");
    assert!(text.contains("Row 3") && text.contains("Clause 77.9 does not exist"), "{text}");
    assert!(text.contains("About the whole draft.") && text.contains("Norvège"), "{text}");
    let astray = post(&mut grace, &at, &shown, &["1", "2", "3"]).await;
    assert!(astray.main_text().contains("Number 2: Clause 77.9"), "{}", astray.main_text());
    assert_eq!(grace.get(&world.page("/threads/2")).await.status, 404, "nothing was posted");
    let done = post(&mut grace, &at, &shown, &["1", "3"]).await.main_text();
    assert!(done.contains("Pourquoi ?") && done.contains("Bien."), "{done}");
    let again = bring_as(&mut grace, &at, ("comments.csv", table.as_bytes())).await.main_text();
    assert!(again.contains("Row 3") && !again.contains("Row 2"), "{again}");
}

#[tokio::test]
async fn the_form_of_another_draft_says_so_and_ours_brings_nothing_twice() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Make it a duty.", None).await;
    let mut grace = world.as_(&world.grace).await;
    let at = world.page("/word");
    for ending in ["form.xlsx", "form.docx"] {
        let form = grace.get(&world.page(&format!("/export.{ending}"))).await.bytes;
        let shown = bring_as(&mut grace, &at, (ending, &form)).await.main_text();
        assert!(shown.contains("Nothing new was found."), "{shown}");
    }
    let form = grace.get(&world.page("/export.form.docx")).await.bytes;
    let other = rewritten(&form, |name, text| match name {
        "docProps/custom.xml" => text.replacen("DN-", "XX-", 1),
        _ => text,
    });
    let shown = bring_as(&mut grace, &at, ("form.docx", &other)).await;
    assert!(shown.main_text().contains("This form was made for XX-"), "{}", shown.main_text());
    assert!(!shown.html().contains("name=\"take\" value=\"1\" checked"), "nothing is ticked");
}

#[tokio::test]
async fn every_file_of_the_export_page_is_there() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "=cmd() is \u{1f600} no formula", Some("It says so.")).await;
    let mut reader = world.app.browser();
    let page = reader.get(&world.page("/export")).await;
    let links: Vec<&str> = page.html().split("href=\"").filter_map(|rest| rest.split('"').next()).collect();
    let files: Vec<&&str> = links.iter().filter(|link| link.contains("/export.")).collect();
    assert_eq!(files.len(), 24);
    for file in files {
        let file_page = reader.get(file).await;
        // No font has the face, which is said before a paper with it is made.
        if file_page.status == 303 && file.ends_with(".pdf") {
            assert!(file_page.header("location").contains("/export?"), "{file}");
            continue;
        }
        assert_eq!(file_page.status, 200, "{file}");
        assert!(!file_page.bytes.is_empty(), "{file}");
    }
}

#[tokio::test]
async fn a_word_file_with_changes_begins_a_draft_as_versions_one_and_two() {
    const NEW: &str = "/forums/dovetail/drafts/new";
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    let file = commented(&ben.get(&world.page("/export.docx")).await.bytes);
    // Whatever button was pressed, the text is looked at first.
    let shown = bring(&mut ben, NEW, &file).await;
    let text = shown.main_text();
    assert!(text.contains("One tracked change of the file is accepted"), "{text}");
    assert!(text.contains("The file has 2 comments."), "{text}");
    let (after, before) = (shown.field("source").unwrap(), shown.field("before").unwrap());
    assert!(after.contains("names the persons") && before.contains("names the people"), "{after} {before}");
    let fields = [
        ("page", NEW),
        ("title", "From Word"),
        ("language", "en"),
        ("visibility", "public"),
        ("source", after.as_str()),
        ("before", before.as_str()),
        ("changes", "versions"),
    ];
    let next = ben.post_and_follow(NEW, &fields).await;
    assert!(next.main_text().contains("The text of version 2"), "{}", next.main_text());
    assert!(next.field("source").unwrap().contains("names the persons"));
    let odt = bring_as(&mut ben, NEW, ("Norvale.odt", b"PK")).await.main_text();
    assert!(odt.contains("save it as .docx, and choose that"), "{odt}");
}
