//! The tree of a text, and the writers that are in `domain`.
#![expect(clippy::unwrap_used, reason = "a test stops where a story breaks")]

use domain::text::{Block, Clause, ClauseKind, Item, ListKind, Text};
use insta::assert_snapshot;

/// Each shape: its name and its Markdown. `server/tests/it/shapes.rs` holds every other writer against the same outlines.
fn shapes() -> Vec<(&'static str, &'static str)> {
    let all = include_str!("shapes.txt").split("=== ").skip(1);
    all.map(|shape| shape.split_once('\n').unwrap()).collect()
}

/// Nested elements, numbers and words: what every writer must keep.
fn outline(text: &Text) -> String {
    let mut out = String::new();
    text.tree().iter().for_each(|block| write(text, block, None, 0, &mut out));
    out
}

fn put(out: &mut String, depth: usize, line: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(line.trim_end());
    out.push('\n');
}

fn write(text: &Text, block: &Block, lead: Option<u32>, depth: usize, out: &mut String) {
    let all = |blocks: &[Block], lead, out: &mut String| {
        blocks.iter().for_each(|block| write(text, block, lead, depth + 1, out));
    };
    match block {
        Block::Clause(index) => leaf(text, *index, lead == Some(*index), depth, out),
        Block::List(list) => {
            put(
                out,
                depth,
                &match list.kind {
                    ListKind::Bullets => "bullets".to_owned(),
                    ListKind::Numbered { start } => format!("numbered from {start}"),
                    ListKind::Typed => "typed".to_owned(),
                },
            );
            for item in &list.items {
                let Item { number, lead, bare, blocks } = item;
                let bare = bare.then(|| number.map_or("•".to_owned(), |number| number.to_string()));
                put(out, depth + 1, &format!("item {}", bare.unwrap_or_default()));
                blocks.iter().for_each(|block| write(text, block, *lead, depth + 2, out));
            }
        }
        Block::Quote(blocks) => {
            put(out, depth, "quote");
            all(blocks, lead, out);
        }
        Block::Table(table) => {
            put(out, depth, "table");
            for (rows, cell) in [(&table.head, "th"), (&table.body, "td")] {
                for row in rows {
                    let line = text.line(text.clause(*row as usize).unwrap().lines.first()).unwrap();
                    put(out, depth + 1, "row");
                    line.cells
                        .iter()
                        .for_each(|chars| put(out, depth + 2, &format!("{cell} {}", line.slice(chars))));
                }
            }
        }
        Block::Meanings(entries) => {
            put(out, depth, "definitions");
            for entry in entries {
                for term in &entry.terms {
                    put(out, depth + 1, "term");
                    leaf(text, *term, false, depth + 2, out);
                }
                for meaning in &entry.meanings {
                    put(out, depth + 1, "meaning");
                    meaning.iter().for_each(|block| write(text, block, None, depth + 2, out));
                }
            }
        }
        Block::Note(note) => {
            put(out, depth, &format!("note {}", note.label));
            all(&note.blocks, None, out);
        }
    }
}

fn leaf(text: &Text, index: u32, leads: bool, depth: usize, out: &mut String) {
    let clause = text.clause(index as usize).unwrap();
    let number = clause.number.clone().or((leads && clause.number.is_none()).then(|| "•".to_owned()));
    let number = number.filter(|_| clause.kind != ClauseKind::Footnote).map(|number| format!("{number} "));
    let (name, words) = (name(clause), words(text, clause));
    put(out, depth, &format!("{name} {}{words}", number.unwrap_or_default()));
}

fn name(clause: &Clause) -> &'static str {
    match clause.kind {
        ClauseKind::Heading { .. } => "heading",
        ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition => "pre",
        _ => "p",
    }
}

fn words(text: &Text, clause: &Clause) -> String {
    let lines = text.lines_in(clause.lines).iter().map(|line| line.text.as_str());
    let words = lines.collect::<Vec<_>>().join(" / ");
    words.chars().skip(clause.number_chars as usize).collect()
}

#[test]
fn a_text_is_one_tree() {
    let told = shapes()
        .into_iter()
        .map(|(name, source)| format!("=== {name}\n{}", outline(&Text::parse_unlimited(source))));
    let told = told.collect::<String>();
    assert_eq!(told, include_str!("outlines.txt"), "{told}");
}

#[test]
fn markdown_written_from_the_tree_is_read_as_the_same_tree() {
    for (name, source) in shapes() {
        let text = Text::parse_unlimited(source);
        let written = text.to_markdown();
        let again = Text::parse_unlimited(&written);
        assert_eq!(outline(&again), outline(&text), "{name} was written as\n{written}");
        let digests = |text: &Text| text.clauses().iter().map(|clause| clause.digest).collect::<Vec<_>>();
        assert_eq!(digests(&again), digests(&text), "{name} was written as\n{written}");
    }
}

#[test]
fn what_follows_the_markdown_of_a_text_is_no_part_of_it() {
    let open = [
        "```\nlast",
        "Words\n\n<!-- never closed",
        "~~~ yaml\na",
        "<script>\nx",
        "- a\n  ```\n  b",
        "> ```\n> b",
    ];
    for source in open {
        let whole = format!("{}\n## Signatories\n", Text::parse_unlimited(source).to_markdown());
        let last = Text::parse_unlimited(&whole)
            .clauses()
            .last()
            .map(|clause| (clause.kind, clause.text.to_string()));
        assert_eq!(last, Some((ClauseKind::Heading { level: 2 }, "Signatories".to_owned())), "{whole}");
    }
    let front = Text::parse_unlimited("---\ntitle: Draft\n---\n\n# Aim\n").to_markdown();
    assert_snapshot!(front, @r"
    ```yaml
    title: Draft
    ```

    # Aim
    ");
}

#[test]
fn a_clause_alone_keeps_what_it_stands_in() {
    let alone = |source: &str, words: &str| {
        let text = Text::parse_unlimited(source);
        let found = text.clauses().iter().position(|clause| clause.text.contains(words)).unwrap();
        let mut out = String::new();
        write(&text, &text.alone(found as u32).unwrap(), None, 0, &mut out);
        out
    };
    assert_snapshot!(alone("1. Give notice\n2. Hear the person\n", "Hear"), @r"
    numbered from 2
      item
        p 2 Hear the person
    ");
    assert_snapshot!(alone("1. One\n   - within\n\n     more\n", "more"), @r"
    numbered from 1
      item
        bullets
          item
            p more
    ");
    assert_snapshot!(alone("> | who | days |\n> |---|---|\n> | all | 30 |\n> | some | 60 |\n", "60"), @r"
    quote
      table
        row
          th who
          th days
        row
          td some
          td 60
    ");
    assert_snapshot!(alone("Term\n: One meaning.\n: Another.\n", "Another"), @r"
    definitions
      meaning
        p Another.
    ");
    assert_snapshot!(alone("Said[^n].\n\n[^n]: Where.\n\n    More.\n", "More"), @r"
    note n
      p More.
    ");
}

#[test]
fn some_lines_keep_what_they_stand_in_and_nothing_of_their_siblings() {
    let excerpt = |source: &str, lines: &str| {
        let text = Text::parse_unlimited(source);
        let mut out = String::new();
        let blocks = text.excerpt(lines.parse().unwrap());
        blocks.iter().for_each(|block| write(&text, block, None, 0, &mut out));
        out
    };
    assert_snapshot!(excerpt("1. One\n2. Two\n   - within\n3. Three\n", "L2-L3"), @r"
    numbered from 2
      item
        p 2 Two
        bullets
          item
            p • within
    ");
    assert_snapshot!(excerpt("1. - inner\n   - other\n2. outer\n", "L1"), @r"
    numbered from 1
      item 1
        bullets
          item
            p • inner
    ");
    assert_snapshot!(excerpt("1. - inner\n   - other\n2. outer\n", "L2"), @r"
    numbered from 1
      item
        bullets
          item
            p • other
    ");
}

#[test]
fn quoted_lines_are_markdown_of_what_they_stand_in() {
    let written = |source: &str, lines: &str, part| {
        Text::parse_unlimited(source).excerpt_to_markdown(lines.parse().unwrap(), part)
    };
    assert_eq!(written("1. One.\n2. Hear them. Then act.\n", "L3", None), "2. Then act.");
    assert_eq!(written("> (a) one\n> (b) two\n", "L2", None), "> - (b) two");
    assert_eq!(
        written("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", "L3", None),
        "| a | b |\n| --- | --- |\n| 3 | 4 |"
    );
    assert_eq!(written("- Ask who decides.\n", "L1", Some("who decides")), "- who decides");
}

#[test]
fn no_depth_breaks_the_tree() {
    for source in
        [format!("{}deep", "> ".repeat(20_000)), "- ".repeat(5_000) + "deep", "1. > ".repeat(3_000) + "deep"]
    {
        let text = Text::parse_unlimited(&source);
        assert!(text.tree().len() <= 1);
        assert!(text.to_markdown().contains("deep"));
    }
}

#[test]
fn the_tree_as_json_says_number_formatting_and_lines() {
    let text = Text::parse_unlimited(
        "3. Give **notice**[^1]. Then act.\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n[^1]: Soon.\n",
    );
    let json = text.tree_json();
    assert_eq!(json[0]["kind"], "numbered");
    assert_eq!(json[0]["start"], 3);
    let words = &json[0]["items"][0]["blocks"][0];
    assert_eq!(words["number"], "3");
    assert_snapshot!(words["lines"], @r#"[{"line":1,"runs":[{"text":"Give "},{"strong":true,"text":"notice"},{"footnote":"1","text":"[1]"},{"text":"."}]},{"line":2,"runs":[{"text":"Then act."}]}]"#);
    assert_snapshot!(json[1], @r#"{"block":"table","body":[{"cells":[[{"text":"1"}],[{"text":"2"}]],"clause":2,"line":4}],"columns":["end","plain"],"head":[{"cells":[[{"text":"a"}],[{"text":"b"}]],"clause":1,"line":3}]}"#);
    assert_snapshot!(json[2], @r#"{"block":"footnote","blocks":[{"block":"paragraph","clause":3,"lines":[{"line":5,"runs":[{"text":"Soon."}]}],"number":"1"}],"label":"1"}"#);
}
