//! Every address of the site, asked for with what nobody should send.

use std::{collections::BTreeSet, fs, path::Path};

use app::href::post;
use axum::http::Method;

use crate::support::{Browser, Page, TestApp};

/// The sources of pages and forms, in which their addresses and the names of their fields stand.
const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/src");

/// What is put in the place of a reference, a number or a word.
fn nasty() -> Vec<String> {
    let values = [
        "%00",
        "a%00b",
        "%ff",
        "%ED%A0%80",
        "0",
        "-1",
        "1.5",
        "NaN",
        "2147483648",
        "4294967295",
        "9223372036854775808",
        "99999999999999999999",
        "%D9%A3",
        "%F0%9F%92%A9",
        "%EF%BF%BE",
        "%0D%0Aset-cookie:a=b",
        "%2F..%2F..",
        "%27%22%3E%3Cb",
        "%5C",
        "L1-L0",
        "%20",
    ];
    let long = ["9".repeat(3_000), "a".repeat(20_000)];
    values.map(str::to_owned).into_iter().chain(long).collect()
}

/// The paths of all pages and files, parameters in braces.
fn pages() -> Vec<String> {
    let braced = |path: &str| {
        let parts = path.split('/').map(|part| match part.strip_prefix(':') {
            Some(name) => format!("{{{name}}}"),
            None => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("/")
    };
    let source = fs::read_to_string(format!("{SOURCES}/routes.rs")).unwrap();
    let mut found: Vec<_> =
        source.split("path!(\"").skip(1).map(|rest| braced(rest.split('"').next().unwrap())).collect();
    assert!(found.len() > 20, "{found:?}");
    for ending in ["md", "html", "json", "csv", "archive"] {
        found.push(format!("/drafts/{{reference}}/export.{ending}"));
    }
    for more in [
        "/drafts/{reference}/receipts/{number}.{number}",
        "/drafts/{reference}/receipts/{number}",
        "/feed.atom",
        "/calendar.ics",
        "/forums/{slug}/feed.atom",
        "/forums/{slug}/calendar.ics",
        "/drafts/{reference}/feed.atom",
        "/drafts/{reference}/calendar.ics",
        "/drafts/{reference}/clauses/{number}/feed.atom",
        "/stakeholders/{slug}/feed.atom",
        "/assets/{name}",
        "/health",
        "/.well-known/security.txt",
        "/{name}",
    ] {
        found.push(more.to_owned());
    }
    found.push(app::href::key());
    found
}

/// The addresses of all forms but those that change who reads.
fn forms() -> Vec<String> {
    let source = fs::read_to_string(format!("{SOURCES}/routes.rs")).unwrap();
    let source = source.split("pub fn actions").nth(1).unwrap();
    let written: String = source.split_whitespace().collect();
    let mut found: Vec<_> =
        written.split(".route(\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    let walked =
        post::ALL.iter().filter(|form| ![post::at::sign_out(), post::at::sign_in_as()].contains(*form));
    found.extend(walked.map(|form| (*form).to_owned()));
    assert!(found.len() > 35, "{found:?}");
    let routed = written.matches(".route(at::").count() + routed_by_the_server();
    assert_eq!(routed, post::ALL.len(), "a form has no route, or a route that is not walked");
    found.push("/sign-in/{token}".to_owned());
    found.extend(["/do/preview", "/do/words", "/do/{name}"].map(str::to_owned));
    found
}

/// How many forms are answered by the server itself, as they change who reads, or are sent by somebody who cannot sign in.
fn routed_by_the_server() -> usize {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
    let files = folder.map(|file| file.unwrap().path()).filter(|path| path.is_file());
    let sources = files.map(|path| fs::read_to_string(path).unwrap());
    sources
        .map(|source| {
            source.matches(".route(href::post::").count() + source.matches(".route(&href::post::").count()
        })
        .sum()
}

/// The names by which pages and forms ask for what was sent.
fn names() -> BTreeSet<String> {
    fn read(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, found);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for asking in [
                "text(\"",
                "get(\"",
                "optional(\"",
                "required(\"",
                "parse(\"",
                "all(\"",
                "query(\"",
                "query::<",
            ] {
                for rest in source.split(asking).skip(1) {
                    let rest =
                        if asking.ends_with('<') { rest.split("(\"").nth(1).unwrap_or("") } else { rest };
                    let name = rest.split('"').next().unwrap();
                    let is_name = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
                    if is_name && !name.is_empty() {
                        found.insert(name.to_owned());
                    }
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    read(Path::new(SOURCES), &mut found);
    // With a button of this name nothing is done.
    found.remove("preview");
    assert!(found.contains("page_number") && found.contains("lines"), "{found:?}");
    found
}

/// What stands in the place of a parameter when another one is tried.
fn valid(name: &str) -> &'static str {
    match name {
        "reference" => "DN-2026-001",
        "slug" => "dovetail",
        _ => "1",
    }
}

/// The path with one value everywhere, and with the value in one place after the other.
fn filled(path: &str, value: &str) -> Vec<String> {
    let pieces: Vec<_> = path.split('{').collect();
    let fill = |only: Option<usize>| {
        let mut filled = pieces[0].to_owned();
        for (place, piece) in pieces.iter().enumerate().skip(1) {
            let (name, rest) = piece.split_once('}').unwrap();
            filled += if only.is_none_or(|only| only == place) { value } else { valid(name) };
            filled += rest;
        }
        filled
    };
    let mut all = vec![fill(None)];
    if pieces.len() > 2 {
        all.extend((1..pieces.len()).map(|place| fill(Some(place))));
    }
    all
}

/// The path with what is there in each place.
fn there(path: &str) -> String {
    let fill = |piece: &str| match piece.split_once('}') {
        Some((name, rest)) => format!("{}{rest}", valid(name)),
        None => piece.to_owned(),
    };
    path.split('{').map(fill).collect()
}

/// What every answer has to be, whatever was asked.
fn check(asked: &str, answer: &Page) {
    let asked: String = asked.chars().take(160).collect();
    assert!(answer.status < 500, "{} at {asked}", answer.status);
    assert!(!answer.header("cache-control").is_empty(), "{asked} says not who may keep it");
    assert!(!answer.header("content-security-policy").is_empty(), "{asked}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{asked}");
    if answer.status >= 400 && !asked.contains("/assets/") {
        assert!(!answer.bytes.is_empty(), "{} at {asked} is empty", answer.status);
    }
    // What a provider sends is answered in the words of its protocol.
    if answer.status == 400 && !asked.starts_with("/sign-in/with/") {
        assert!(answer.html().contains("<main"), "{asked} is no page: {}", answer.html());
    }
}

async fn readers(app: &TestApp) -> Vec<Browser> {
    vec![app.browser(), app.as_cast("Tamsin Okoro").await]
}

#[tokio::test]
async fn no_address_is_answered_with_our_mistake() {
    let app = TestApp::demo().await;
    let mut readers = readers(&app).await;
    for path in pages() {
        for value in nasty() {
            for address in filled(&path, &value) {
                for reader in &mut readers {
                    check(&address, &reader.get(&address).await);
                }
            }
        }
    }
}

#[tokio::test]
async fn no_query_is_answered_with_our_mistake() {
    let app = TestApp::demo().await;
    let mut readers = readers(&app).await;
    let names = names();
    for path in pages() {
        let address = there(&path);
        for value in nasty().iter().filter(|value| value.len() < 100) {
            let query: Vec<_> = names.iter().map(|name| format!("{name}={value}")).collect();
            let address = format!("{address}?{}", query.join("&"));
            for reader in &mut readers {
                check(&address, &reader.get(&address).await);
            }
        }
    }
}

#[tokio::test]
async fn no_form_is_answered_with_our_mistake() {
    let app = TestApp::demo().await;
    let mut readers = readers(&app).await;
    readers.remove(0);
    let names = names();
    let kind = "application/x-www-form-urlencoded";
    for path in forms() {
        for value in nasty() {
            let value = value.chars().take(5_000).collect::<String>();
            let page = if value.len() < 100 { format!("%2Fdrafts%2F{value}") } else { "%2Fhelp".to_owned() };
            let fields: Vec<_> =
                names.iter().filter(|name| *name != "page").map(|name| format!("{name}={value}")).collect();
            let body = format!("page={page}&{}", fields.join("&"));
            for address in [filled(&path, &value), vec![there(&path)]].concat() {
                for reader in &mut readers {
                    let answer =
                        reader.send(Method::POST, &address, Some(kind), body.clone().into_bytes()).await;
                    check(&format!("{address} {body}"), &answer);
                }
            }
        }
    }
}

#[tokio::test]
async fn the_character_that_no_text_has_is_refused_with_a_page_and_the_words() {
    let app = TestApp::demo().await;
    let mut mira = app.as_cast("Mira Oduya").await;
    for address in ["/forums/a%00b", "/drafts/%00", "/help?a=%00", "/%ff"] {
        let page = mira.get(address).await;
        assert_eq!(page.status, 400, "{address}");
        assert!(page.main_text().starts_with("This address or form cannot be read"), "{}", page.main_text());
    }
    let form = [("page", "/settings"), ("zone", "Europe/\0Tallinn and further words of mine")];
    let page = mira.post("/settings", &form).await;
    assert_eq!(page.status, 400);
    assert!(page.main_text().contains("has a character that no text has"), "{}", page.main_text());
    let page = app.browser().with(axum::http::header::ACCEPT_LANGUAGE, "ar").get("/%00").await;
    assert!(page.main_text().contains("تتعذر قراءة"), "{}", page.main_text());
}

#[tokio::test]
async fn what_is_no_page_says_who_may_keep_it_too() {
    let app = TestApp::demo().await;
    let mut mira = app.as_cast("Mira Oduya").await;
    let large = format!("page=%2Fhelp&email={}", "a".repeat(9 << 20)).into_bytes();
    let kind = Some("application/x-www-form-urlencoded");
    let answers = [
        ("405", mira.send(Method::POST, "/help", kind, Vec::new()).await, 405),
        ("405 of a form", mira.get("/sign-out").await, 405),
        ("method", mira.send(Method::DELETE, "/settings", None, Vec::new()).await, 405),
        ("health", mira.send(Method::POST, "/health", None, Vec::new()).await, 405),
        ("413", mira.send(Method::POST, "/settings", kind, large).await, 413),
        ("island", mira.send(Method::POST, "/do/preview", kind, vec![b'a'; 70 << 10]).await, 413),
        ("redirect", app.browser().get("/settings").await, 303),
        ("asset", mira.get("/assets/none.css").await, 404),
        ("file", mira.get("/drafts/DN-2026-001/export.csv").await, 200),
    ];
    for (what, answer, status) in &answers {
        assert_eq!(answer.status, *status, "{what}");
        assert!(!answer.header("cache-control").is_empty(), "{what}");
    }
    // What was rendered for someone is kept by nobody, so that Back after signing out shows none of it.
    for address in
        ["/", "/settings", "/drafts/DN-2026-001", "/drafts/DN-2026-001/export.json", "/help", "/no/such"]
    {
        assert_eq!(mira.get(address).await.header("cache-control"), "no-store", "{address}");
    }
    let out = mira.post("/sign-out", &[("page", "/")]).await;
    assert!(out.header("clear-site-data").contains("\"cache\""));
    assert_eq!(out.header("cache-control"), "no-store");
}
