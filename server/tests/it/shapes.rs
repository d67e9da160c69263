//! One tree, every writer: lists, tables, quotations, definitions, code and footnotes are the same on each page and in each file.

use domain::text::{Block, ClauseKind, LineRange, ListKind, Text};

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

/// The outline of what is read, where long numbers (`Article 5.`) stand among the words as they were typed.
fn as_typed(source: &str, outline: &str) -> String {
    let text = Text::parse_unlimited(source);
    let long = text.clauses().iter().filter(|clause| clause.number_chars > 0 && clause.apart().0.is_none());
    long.fold(outline.to_owned(), |outline, clause| {
        let number = clause.number.as_deref().unwrap_or_default();
        outline.replace(&format!("{number} {}", clause.title()), &clause.text)
    })
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
        let typed = as_typed(source, outline);
        compare(of_html(text), name, &typed, "on its page");

        let next = ben.get(&world.page("/next")).await;
        let proof = between(next.html(), "class=\"proof\"", "</form>");
        compare(of_html(proof), name, &typed, "in the proof of the next version");

        let file = world.app.browser().get(&world.page("/export.html")).await;
        let written = between(file.html(), "<article", "</article>");
        compare(of_html(written), name, &typed, "as HTML");

        let file = world.app.browser().get(&world.page("/export.json")).await;
        let json: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        let newest = json["versions"].as_array().unwrap().last().unwrap();
        compare(of_json(&newest["blocks"]), name, outline, "as JSON");

        let file = world.app.browser().get(&world.page("/export.md")).await;
        let written = file.html().split("\n\n---\n\n").next().unwrap();
        let written = written.split_once("\n\n> ").unwrap().1.split_once("\n\n").unwrap().1;
        let again = Text::parse_unlimited(written);
        compare(of_json(&again.tree_json()), name, outline, &format!("as Markdown:\n{written}"));
    }
    assert!(other.is_empty(), "{other}");
}

/// What every line looks like alone: the elements around it, its mark and its words, without its siblings.
fn frames(text: &Text) -> Vec<String> {
    let mut out = Vec::new();
    text.tree().iter().for_each(|block| frame(text, block, None, &[], &mut out));
    out
}

fn frame(text: &Text, block: &Block, lead: Option<u32>, around: &[&str], out: &mut Vec<String>) {
    let deeper = |names: &[&'static str], blocks: &[Block], lead, out: &mut Vec<String>| {
        let inside = [around, names].concat();
        blocks.iter().for_each(|block| frame(text, block, lead, &inside, out));
    };
    match block {
        Block::Clause(index) => leaf(text, *index, lead == Some(*index), around, out),
        Block::Quote(blocks) => deeper(&["quote"], blocks, lead, out),
        Block::Note(note) => deeper(&["note"], &note.blocks, None, out),
        Block::List(list) => {
            let kind = match list.kind {
                ListKind::Bullets => "bullets",
                ListKind::Numbered { .. } => "numbered",
                ListKind::Typed => "typed",
            };
            list.items.iter().for_each(|item| deeper(&[kind, "item"], &item.blocks, item.lead, out));
        }
        Block::Meanings(entries) => {
            for entry in entries {
                let terms: Vec<_> = entry.terms.iter().map(|term| Block::Clause(*term)).collect();
                deeper(&["definitions", "term"], &terms, None, out);
                entry
                    .meanings
                    .iter()
                    .for_each(|blocks| deeper(&["definitions", "meaning"], blocks, None, out));
            }
        }
        Block::Table(table) => {
            let cells = |row: &u32| {
                let line = text.line(text.clause(*row as usize).unwrap().lines.first()).unwrap();
                line.cells.iter().map(|cell| line.slice(cell).to_owned()).collect::<Vec<_>>()
            };
            let heads = |row: &u32| {
                [vec!["row".to_owned()], cells(row).iter().map(|cell| format!("th {cell}")).collect()]
                    .concat()
            };
            let around = || around.iter().map(|name| (*name).to_owned()).chain(["table".to_owned()]);
            for row in &table.head {
                out.push(told(around().chain(heads(row))));
            }
            for row in &table.body {
                let head = table.head.first().map(heads).unwrap_or_default();
                let body = ["row".to_owned()]
                    .into_iter()
                    .chain(cells(row).into_iter().map(|cell| format!("td {cell}")));
                out.push(told(around().chain(head).chain(body)));
            }
        }
    }
}

fn leaf(text: &Text, index: u32, leads: bool, around: &[&str], out: &mut Vec<String>) {
    let clause = text.clause(index as usize).unwrap();
    let name = match clause.kind {
        ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition => "pre",
        _ => "p",
    };
    for line in text.lines_in(clause.lines) {
        let first = line.number == clause.lines.first() && clause.number_chars == 0;
        let note = clause.kind == ClauseKind::Footnote;
        let mark =
            first.then(|| clause.number.as_deref().or(leads.then_some("•"))).flatten().filter(|_| !note);
        let words = mark.map_or(line.text.to_string(), |mark| format!("{mark} {}", line.text));
        out.push(told(around.iter().map(|name| (*name).to_owned()).chain([format!("{name} {words}")])));
    }
}

fn told(parts: impl Iterator<Item = String>) -> String {
    parts.map(|part| part.trim().to_owned()).collect::<Vec<_>>().join(" > ")
}

/// The outline of a page in the words of `frames`.
fn in_frames(html: &str) -> Vec<String> {
    let mut frames: Vec<Vec<String>> = Vec::new();
    for line in of_html(html).lines() {
        let words = line.trim();
        let words = match words.split(' ').next().unwrap() {
            "numbered" => "numbered",
            "note" => "note",
            "heading" => &words.replacen("heading", "p", 1),
            _ => words,
        };
        if line.starts_with(' ') {
            frames.last_mut().unwrap().push(words.to_owned());
        } else {
            frames.push(vec![words.to_owned()]);
        }
    }
    frames.into_iter().map(|parts| told(parts.into_iter())).collect()
}

#[tokio::test]
async fn each_line_of_a_comparison_stands_in_what_its_clause_stands_in() {
    let world = World::in_consultation().await;
    let mut other = String::new();
    let mut version = 1;
    for (name, source, _) in shapes() {
        world.revise("Zzz qqq.").await;
        world.revise(source).await;
        version += 2;
        let expected = frames(&Text::parse_unlimited(source));
        for view in ["", "?view=one", "?view=whole"] {
            let place = world.page(&format!("/versions/{}...{version}{view}", version - 1));
            let page = world.app.browser().get(&place).await;
            let shown = in_frames(between(page.html(), "The changes</h2>", "</main>"));
            let shown: Vec<_> = shown.into_iter().filter(|line| *line != "p Zzz qqq.").collect();
            // In the whole text the heads of the columns stand once, above the rows.
            let expected: Vec<_> = match view {
                "?view=whole" => expected.iter().map(|line| one_row(line)).collect(),
                _ => expected.clone(),
            };
            if shown != expected {
                other.push_str(&format!("{name} {view}\n{shown:#?}\ninstead of\n{expected:#?}\n"));
            }
        }
    }
    assert!(other.is_empty(), "{other}");
}

/// A row of a table without the heads above it.
fn one_row(frame: &str) -> String {
    match (frame.find("row > th"), frame.find("row > td")) {
        (Some(head), Some(body)) => format!("{}{}", &frame[..head], &frame[body..]),
        _ => frame.to_owned(),
    }
}

/// What is quoted on a page, with the quotations in it.
fn excerpt(html: &str) -> &str {
    let (_, rest) = html.split_once("class=\"excerpt\"").unwrap();
    let mut open = 1;
    let ends = rest.match_indices("blockquote").filter(|(at, _)| rest[..*at].ends_with(['<', '/']));
    for (at, _) in ends {
        open = if rest[..at].ends_with('/') { open - 1 } else { open + 1 };
        if open == 0 {
            return &rest[..at - 2];
        }
    }
    rest
}

#[tokio::test]
async fn the_matrix_and_its_files_keep_what_quoted_words_stand_in() {
    let mut other = String::new();
    for (name, source, outline) in shapes() {
        let text = Text::parse_unlimited(source);
        let lines = LineRange::new(1, text.line_count()).unwrap();
        if text.is_plain(lines) {
            continue;
        }
        let world = World::consulting_on(source).await;
        world.comments(&world.mira, Some(&lines.to_string()), "Say why.", None).await;
        let page = world.app.browser().get(&world.page("/responses")).await;
        let shown = of_html(excerpt(page.html()));
        let plain = |outline: &str| {
            outline
                .replace("heading ", "p ")
                .replace("note why", "note")
                .replace("note 1", "note")
                .replace("note a", "note")
                .replace("note b", "note")
        };
        if plain(&shown).replace("note \n", "note\n") != plain(outline) {
            other.push_str(&format!("{name}\n{shown}\ninstead of\n{outline}\n"));
        }
        let file = world.app.browser().get(&world.page("/export.md")).await;
        let quoted: Vec<_> = file
            .html()
            .split("of version 1:")
            .nth(1)
            .unwrap_or_default()
            .lines()
            .filter(|line| line.starts_with('>'))
            .collect();
        let quoted: String = quoted
            .iter()
            .map(|line| format!("{}\n", line[1..].strip_prefix(' ').unwrap_or(&line[1..])))
            .collect();
        let again = of_json(&Text::parse_unlimited(&quoted).tree_json());
        if again != outline {
            other.push_str(&format!("{name} as Markdown:\n{quoted}\n{again}\ninstead of\n{outline}\n"));
        }
    }
    assert!(other.is_empty(), "{other}");
}
