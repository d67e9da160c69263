//! Characters that change how a text reads without being seen: refused with their place where they have no honest use, shown otherwise.

use axum::http::Method;

use crate::support::{Browser, Page, TestApp, World};

/// Words with a character that has no honest use in them, and what is said of it.
const MISLEADING: [(&str, &str); 9] = [
    ("The fee is due.\nPay \u{202e}41\u{202c} now.", "Line 2, character 5: U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("The fee is \u{202d}14", "Line 1, character 12: U+202D LEFT-TO-RIGHT OVERRIDE"),
    ("The \u{2067}fee is due.", "Line 1, character 5: U+2067 RIGHT-TO-LEFT ISOLATE"),
    ("The fee\u{2069} is due.", "Line 1, character 8: U+2069 POP DIRECTIONAL ISOLATE"),
    ("The fee\u{e0061} is due.", "Line 1, character 8: U+E0061 TAG"),
    ("The fee \u{e000} is due.", "Line 1, character 9: U+E000 PRIVATE USE"),
    ("The f\u{200b}ee\u{3164} is due.", "U+"),
    ("The f\u{435}e is due.", "Line 1, character 5: “f\u{435}e”"),
    ("The fee\u{1} is due.", "Line 1, character 8: U+0001"),
];

/// Words in which the same characters, and others like them, are needed.
const HONEST: [&str; 9] = [
    "من می\u{200c}خواهم بدانم",
    "क्\u{200d}ष और न\u{200d} है",
    "👩\u{200d}👩\u{200d}👧 ❤\u{fe0f} 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "\u{200f}(أ) الرسم 12\u{200e}% هنا",
    "الرسم \u{61c}14 يوما",
    "The word \u{2067}نعم 12\u{2069} is Arabic.",
    "Inter\u{ad}national co\u{ad}operation",
    "Мира Одуя and Mira Oduya agree.",
    "The change Δv and 5 µm",
];

/// The reason stands on the page, and the words in their field.
fn is_refused(page: &Page, why: &str, field: &str, words: &str) {
    assert_eq!(page.status, 422, "{words:?}");
    let said = page.main_text();
    assert!(said.contains(why), "{words:?}: {said}");
    assert_eq!(page.field(field).as_deref(), Some(words), "{words:?}");
}

async fn upload(browser: &mut Browser, path: &str, fields: &[(&str, &str)], text: &str) -> Page {
    let part = |name: &str, more: &str, value: &str| {
        format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n")
    };
    let mut body: String = fields.iter().map(|(name, value)| part(name, "", value)).collect();
    body += &part("file", "; filename=\"fees.md\"", text);
    body += "--x--\r\n";
    browser.send(Method::POST, path, Some("multipart/form-data; boundary=x"), body.into_bytes()).await
}

const NEW: &str = "/forums/dovetail/drafts/new";

fn new_draft<'a>(title: &'a str, source: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("page", NEW), ("title", title), ("language", "en"), ("visibility", "public"), ("source", source)]
}

#[tokio::test]
async fn a_text_that_misleads_is_refused_whether_typed_or_uploaded() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    for (words, why) in MISLEADING {
        is_refused(&ben.post(NEW, &new_draft("Fees", words)).await, why, "source", words);
        let page = upload(&mut ben, NEW, &new_draft("Fees", ""), words).await;
        is_refused(&page, why, "source", words);
        assert!(page.main_text().contains("fees.md was not read."));
        assert_eq!(page.field("title").as_deref(), Some("Fees"));
    }
    for words in HONEST {
        let page = ben.post(NEW, &new_draft("Fees", words)).await;
        assert_eq!(page.status, 303, "{words:?}: {}", page.main_text());
    }
}

#[tokio::test]
async fn a_title_that_misleads_is_refused() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    for (words, why) in MISLEADING.into_iter().filter(|(words, _)| !words.contains(['\n', '\u{1}'])) {
        is_refused(&ben.post(NEW, &new_draft(words, "The fee is due.")).await, why, "title", words);
    }
    for words in HONEST {
        assert_eq!(ben.post(NEW, &new_draft(words, "The fee is due.")).await.status, 303, "{words:?}");
    }
}

#[tokio::test]
async fn a_comment_and_a_suggestion_that_mislead_are_refused() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    let page = world.page("?from=3&to=3");
    let (reference, post) = (world.draft.reference.clone(), "/threads");
    let form = |comment: &str, wording: &str| {
        [("page", page.as_str()), ("draft", reference.as_str()), ("version", "1"), ("from", "3"), ("to", "3")]
            .into_iter()
            .chain([("comment", comment), ("suggestion", wording)])
            .map(|(name, value)| (name, value.to_owned()))
            .collect::<Vec<_>>()
    };
    for (words, why) in MISLEADING.into_iter().filter(|(words, _)| !words.contains('\u{1}')) {
        for (field, fields) in [("comment", form(words, "")), ("suggestion", form("Why?", words))] {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            is_refused(&mira.post(post, &fields).await, why, field, words);
        }
    }
    for words in HONEST {
        let fields = form(words, words);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = mira.post(post, &fields).await;
        assert_eq!(page.status, 303, "{words:?}: {}", page.main_text());
    }
}

#[tokio::test]
async fn a_name_that_misleads_is_refused() {
    let app = TestApp::new().await;
    let mut admin = crate::houses::admin(&app).await;
    let person = |name: &'static str, email: &'static str| {
        [("page", "/admin"), ("account_name", name), ("email", email), ("admin", "no")]
    };
    for (words, why) in MISLEADING.into_iter().filter(|(words, _)| !words.contains(['\n', '\u{1}'])) {
        let page = admin.post("/admin/accounts", &person(words, "mira@example.org")).await;
        is_refused(&page, why, "account_name", words);
    }
    let emails =
        ["a@b.org", "b@b.org", "c@b.org", "d@b.org", "e@b.org", "f@b.org", "g@b.org", "h@b.org", "i@b.org"];
    for (words, email) in HONEST.into_iter().zip(emails) {
        let page = admin.post("/admin/accounts", &person(words, email)).await;
        assert_eq!(page.status, 303, "{words:?}: {}", page.main_text());
    }
}

#[tokio::test]
async fn what_may_be_meant_is_shown_with_its_code_wherever_it_stands() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    let made = ben.post(NEW, &new_draft("Fees\u{2063} of ports", "The fee f\u{2061}(x) is due.")).await;
    let next = made.header("location").to_owned();
    let draft = next.trim_end_matches("/next").split('?').next().unwrap().to_owned();
    world
        .comments(
            &world.mira,
            Some("L3"),
            "See f\u{2061}(x) and **f\u{2061}(y)**.",
            Some("Say f\u{2061}(x)."),
        )
        .await;
    let boxed = |code: &str| format!("data-code=\"{code}\"");
    for (place, code, least) in [
        (next.as_str(), "U+2063", 1),
        (draft.as_str(), "U+2063", 1),
        (world.page("").as_str(), "U+2061", 3),
        (world.page("/threads/1").as_str(), "U+2061", 3),
        (world.page("/responses").as_str(), "U+2061", 3),
        ("/forums/dovetail", "U+2063", 1),
    ] {
        let page = ben.get(place).await;
        let found = page.html().matches(&boxed(code)).count();
        assert!(found >= least, "{place}: {found} of {least}\n{}", page.main_text());
    }
    let title = ben.get(&draft).await;
    assert!(
        title.html().contains("Fees[U+2063] of ports – Comity</title>"),
        "{}",
        title.html().split("</head>").next().unwrap()
    );
}
