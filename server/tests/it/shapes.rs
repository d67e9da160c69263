//! One tree, every writer: lists, tables, quotations, definitions, code and footnotes are the same on each page and in each file.

use super::support::World;
use crate::support::outline::{of_html, of_json};

/// Each shape: its name, its Markdown, and the nested elements, numbers and words that every writer must keep.
fn shapes() -> Vec<(&'static str, &'static str, &'static str)> {
    let cut = |all: &'static str| all.split("=== ").skip(1).map(|one| one.split_once('\n').unwrap());
    let sources = cut(include_str!("../../../domain/tests/shapes.txt"));
    let outlines = cut(include_str!("../../../domain/tests/outlines.txt"));
    sources.zip(outlines).map(|((name, source), (_, outline))| (name, source, outline)).collect()
}

/// The part of a page from one mark to another.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("no {from} in {html}"));
    rest.split(to).next().unwrap()
}

#[tokio::test]
async fn every_page_and_file_is_written_from_the_same_tree() {
    let world = World::in_consultation().await;
    let mut ben = world.as_(&world.ben).await;
    assert!(shapes().len() >= 30);
    let mut other = String::new();
    let mut compare = |found: String, name: &str, outline: &str, place: &str| {
        if found != outline {
            other.push_str(&format!("{name} {place}\n{found}\ninstead of\n{outline}\n"));
        }
    };
    for (name, source, outline) in shapes() {
        world.revise(source).await;
        let page = world.app.browser().get(&world.page("")).await;
        let text = between(page.html(), "<article", "id=\"about\"");
        compare(of_html(text), name, outline, "on its page");

        let next = ben.get(&world.page("/next")).await;
        let proof = between(next.html(), "class=\"proof\"", "</form>");
        compare(of_html(proof), name, outline, "in the proof of the next version");

        let file = world.app.browser().get(&world.page("/export.html")).await;
        let written = between(file.html(), "<article", "</article>");
        compare(of_html(written), name, outline, "as HTML");

        let file = world.app.browser().get(&world.page("/export.json")).await;
        let json: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        let newest = json["versions"].as_array().unwrap().last().unwrap();
        compare(of_json(&newest["blocks"]), name, outline, "as JSON");

        let file = world.app.browser().get(&world.page("/export.md")).await;
        let written = file.html().split("\n\n---\n\n").next().unwrap();
        let written = written.split_once("\n\n> ").unwrap().1.split_once("\n\n").unwrap().1;
        let again = domain::text::Text::parse_unlimited(written);
        compare(of_json(&again.tree_json()), name, outline, &format!("as Markdown:\n{written}"));
    }
    assert!(other.is_empty(), "{other}");
}
