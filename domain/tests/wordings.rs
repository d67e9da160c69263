//! What holds for every suggestion: the source as it was given changes nothing, and one changed word changes that word alone.

use domain::{
    suggestion::{apply, given},
    text::{Clause, ClauseKind, LineRange, Text},
};
use proptest::prelude::*;

/// A sentence with marks; each of its words stands nowhere else.
fn sentence() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec!["", "", "", "**", "*", "`", "~~", "[", "é", "第", "&amp; ", "\\* "]);
    prop::collection::vec(("[a-z]{4,9}", mark), 2..7).prop_map(|words| {
        let said = words.into_iter().map(|(word, mark)| match mark {
            "[" => format!("[{word}](https://example.org/{word})"),
            "**" | "*" | "`" | "~~" => format!("{mark}{word}{mark}"),
            other => format!("{other}{word}"),
        });
        format!("So {}.", said.collect::<Vec<_>>().join(" "))
    })
}

fn paragraph() -> impl Strategy<Value = String> {
    (prop::collection::vec(sentence(), 1..4), any::<bool>())
        .prop_map(|(said, wrapped)| said.join(if wrapped { "\n" } else { " " }))
}

/// Blocks in lists, quotations and tables, nested.
fn blocks() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        6 => paragraph(),
        1 => sentence().prop_map(|said| format!("## {said}")),
        1 => sentence().prop_map(|said| format!("{said}\n===")),
        1 => ("[a-z]{5}", "[a-z]{5}", sentence()).prop_map(|(a, b, c)| format!("| {a} | {b} |\n|---|---|\n| {c} | x |")),
        1 => ("[a-z]{5}", "[a-z]{5}").prop_map(|(a, b)| format!("```\n{a} = 1\n    {b}\n```")),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let items = (prop::collection::vec(inner.clone(), 1..4), 0..6_usize, any::<bool>());
        prop_oneof![
            items.prop_map(|(items, style, loose)| {
                let marks: [fn(usize) -> String; 6] = [
                    |_| "- ".into(),
                    |_| "* ".into(),
                    |n| format!("{}. ", n + 1),
                    |n| format!("{}) ", n + 9),
                    |_| "1. ".into(),
                    |_| "-   ".into(),
                ];
                let items = items.iter().enumerate().map(|(at, item)| hung(&marks[style](at), item, ' '));
                items.collect::<Vec<_>>().join(if loose { "\n\n" } else { "\n" })
            }),
            prop::collection::vec(inner.clone(), 1..3).prop_map(|blocks| hung(
                "> ",
                &blocks.join("\n\n"),
                '>'
            )),
            prop::collection::vec(inner, 1..3).prop_map(|blocks| blocks.join("\n\n")),
        ]
    })
}

/// A block behind a mark.
fn hung(mark: &str, block: &str, fill: char) -> String {
    let lead = if fill == '>' { "> ".to_owned() } else { " ".repeat(mark.len()) };
    let mut out = String::new();
    for (at, line) in block.split('\n').enumerate() {
        let lead = if at == 0 { mark } else { &lead };
        let line = format!("{lead}{line}");
        out += if at == 0 { "" } else { "\n" };
        out += line.trim_end();
    }
    out
}

fn source() -> impl Strategy<Value = String> {
    (prop::collection::vec(blocks(), 1..4), 0..3_u8).prop_map(|(blocks, end)| {
        let source = blocks.join("\n\n");
        match end {
            0 => source,
            1 => source + "\n",
            _ => source.replace('\n', "\r\n") + "\r\n",
        }
    })
}

/// Markdown of every kind, and now and then anything at all.
fn anything() -> impl Strategy<Value = String> {
    let snippet = prop_oneof![
        6 => sentence().prop_map(|said| said + " "),
        2 => prop::sample::select(vec!["\n\n", "\n"]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "# ", "## 3. ", "- ", "  - ", "1. ", "(c) ", "> ", "```\n", "|a|b|\n|-|-|\n|c|d|\n", "[^1]", "\n[^1]: ", "[x]: y\n", "**", "*", "`",
            "[l](u)", "<b>", "<div>\n", "---\n", "&amp;", "\\\n", "  \n", "\u{feff}", "第三条 ", "你好。再见。", "- [x] ", "~~", "\r\n", "\t", "2024. ", ": ",
        ]).prop_map(str::to_owned),
        1 => ".{0,12}",
    ];
    prop::collection::vec(snippet, 0..24).prop_map(|parts| parts.concat())
}

fn runs(text: &Text) -> Vec<LineRange> {
    let count = text.line_count();
    let pairs = (1..=count).flat_map(|first| (first..=count.min(first + 5)).map(move |last| (first, last)));
    pairs.map(|(first, last)| LineRange::spanning(first, last)).collect()
}

#[test]
fn every_shape_as_it_was_given_changes_nothing() {
    let shapes = include_str!("shapes.txt");
    assert!(shapes.len() > 1_000);
    for source in [shapes, include_str!("../ALGORITHM.md"), include_str!("../../README.md")] {
        let text = Text::parse_unlimited(source);
        for lines in runs(&text) {
            let given = given(&text, lines).unwrap();
            assert_eq!(apply(&text, lines, None, &given).unwrap(), source, "{lines}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_source_as_it_was_given_changes_nothing(source in source()) {
        let text = Text::parse_unlimited(&source);
        for lines in runs(&text) {
            let given = given(&text, lines).unwrap();
            for sent in [given.clone(), given.replace('\n', "\r\n"), given.trim().to_owned()] {
                prop_assert_eq!(apply(&text, lines, None, &sent).unwrap(), source.as_str(), "{} {:?}", lines, sent);
            }
        }
    }

    #[test]
    fn the_source_of_anything_changes_nothing(source in anything()) {
        let text = Text::parse_unlimited(&source);
        for lines in runs(&text) {
            let given = given(&text, lines).unwrap();
            if let Ok(applied) = apply(&text, lines, None, &given) {
                prop_assert_eq!(applied, source.as_str(), "{} {:?}", lines, given);
            }
        }
    }

    #[test]
    fn one_changed_word_changes_that_word_alone(source in source(), at in any::<prop::sample::Index>(), more in 0..4_u32) {
        let text = Text::parse_unlimited(&source);
        let first = at.index(text.line_count() as usize) as u32 + 1;
        let lines = LineRange::spanning(first, (first + more).min(text.line_count()));
        let given = given(&text, lines).unwrap();
        let words: Vec<&str> = given.split(|c: char| !c.is_ascii_lowercase()).filter(|word| word.len() > 3).collect();
        let once = |word: &&str| source.matches(*word).count() == 1;
        let Some(word) = words.into_iter().find(once) else { return Ok(()) };
        let applied = apply(&text, lines, None, &given.replacen(word, "changed", 1)).unwrap();
        prop_assert_eq!(applied, source.replacen(word, "changed", 1));
    }

    #[test]
    fn what_is_read_written_otherwise_changes_one_word(source in source(), at in any::<prop::sample::Index>()) {
        let text = Text::parse_unlimited(&source);
        let line = text.line(at.index(text.line_count() as usize) as u32 + 1).unwrap();
        let plain = line.text.chars().all(|c| c.is_alphanumeric() || " .".contains(c));
        let word = line.text.split(|c: char| !c.is_ascii_lowercase()).find(|word| word.len() > 3 && source.matches(word).count() == 1);
        let (Some(word), true) = (word, plain) else { return Ok(()) };
        let lines = LineRange::spanning(line.number, line.number);
        let applied = apply(&text, lines, None, &line.text.replacen(word, "changed", 1)).unwrap();
        prop_assert_eq!(applied, source.replacen(word, "changed", 1));
    }

    #[test]
    fn an_item_added_leaves_all_others_where_they_are(source in source(), at in any::<prop::sample::Index>()) {
        let text = Text::parse_unlimited(&source);
        // A quotation in an item is one deeper than the item.
        let own = |clause: &&Clause| clause.kind == ClauseKind::Item && !source[clause.span.clone()].contains("> ");
        let items: Vec<_> = text.clauses().iter().filter(own).collect();
        if items.is_empty() { return Ok(()) }
        let item = items[at.index(items.len())];
        let lines = LineRange::spanning(item.lines.last(), item.lines.last());
        let words = format!("{}\n- New rule here.", given(&text, lines).unwrap());
        let after = Text::parse_unlimited(&apply(&text, lines, None, &words).unwrap());
        let shape = |text: &Text| text.clauses().iter().map(|clause| (clause.kind, clause.depth, clause.text.to_string())).collect::<Vec<_>>();
        let (old, mut new) = (shape(&text), shape(&after));
        let added = new.iter().position(|(.., said)| said == "New rule here.");
        prop_assert!(added.is_some(), "{:?}", after.source());
        let added = new.remove(added.unwrap());
        prop_assert_eq!(old, new, "{:?}", after.source());
        prop_assert_eq!((added.0, added.1), (ClauseKind::Item, item.depth), "{:?}", after.source());
    }

    #[test]
    fn a_paragraph_added_is_one_where_its_lines_are(source in source(), at in any::<prop::sample::Index>()) {
        let text = Text::parse_unlimited(&source);
        let said: Vec<_> = text.clauses().iter().filter(|clause| matches!(clause.kind, ClauseKind::Item | ClauseKind::Paragraph)).collect();
        if said.is_empty() { return Ok(()) }
        let clause = said[at.index(said.len())];
        let lines = LineRange::spanning(clause.lines.last(), clause.lines.last());
        let words = format!("{}\n\nA new passage\nof words.", given(&text, lines).unwrap());
        let after = Text::parse_unlimited(&apply(&text, lines, None, &words).unwrap());
        let shape = |text: &Text| text.clauses().iter().map(|clause| (clause.kind, clause.depth, clause.text.to_string())).collect::<Vec<_>>();
        let (old, mut new) = (shape(&text), shape(&after));
        let added = new.iter().position(|(.., said)| said == "A new passage of words.");
        prop_assert!(added.is_some(), "{:?}", after.source());
        let added = new.remove(added.unwrap());
        prop_assert_eq!(old, new, "{:?}", after.source());
        prop_assert_eq!((added.0, added.1), (ClauseKind::Paragraph, clause.depth), "{:?}", after.source());
    }
}
