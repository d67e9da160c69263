//! `comity port` says of physical lines what the pages say of the lines of a version.
#![expect(clippy::unwrap_used, reason = "a test stops where the two differ")]

use domain::{
    anchor::{Anchor, Places, Standing},
    clause_map::ClauseMap,
    port::{self, Ask},
    text::{ClauseId, LineRange, Text},
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};

/// One line of one clause: what kind it is, and its words.
#[derive(Clone, Debug)]
enum Line {
    Section(&'static str),
    /// The same words but for the article they refer to.
    Boilerplate(&'static str, u32),
    Words(String),
    /// Numbered like the sections, under this name.
    Named(&'static str, String),
    /// An item of a list with this mark.
    Item(&'static str, String),
    /// Sentences of one clause, each in its physical line.
    Sentences(Vec<String>),
}

const TITLES: &[&str] =
    &["Notice", "Review", "Human decision", "Plain words", "Data held in trust", "Watch while in use"];
const SETS: &[&str] = &[
    "The body answers as set out in Article",
    "Each report is kept under",
    "Costs are borne as laid down in Rule",
    "Paragraph 2 applies subject to Article",
];

fn words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "record", "office", "shall", "keep", "public", "person", "appeal", "within", "days", "the", "a",
        "of", "hearing", "notice", "test", "result", "written", "and", "panel", "answers",
    ]);
    vec(word, 4..12).prop_map(|words| words.join(" "))
}

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![
        2 => select(TITLES).prop_map(Line::Section),
        3 => (select(SETS), 1_u32..9).prop_map(|(set, article)| Line::Boilerplate(set, article)),
        3 => words().prop_map(Line::Words),
        1 => words().prop_map(|words| Line::Named("Article", words)),
        1 => words().prop_map(|words| Line::Item("-", words)),
        1 => words().prop_map(|words| Line::Item("1.", words)),
        1 => vec(words(), 2..4).prop_map(Line::Sentences),
    ]
}

#[derive(Clone, Debug)]
enum Edit {
    Insert(Index, Line),
    Remove(Index),
    Move(Index, Index),
    Refer(Index, u32),
    Reword(Index, Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        2 => (any::<Index>(), line()).prop_map(|(place, line)| Edit::Insert(place, line)),
        1 => any::<Index>().prop_map(Edit::Remove),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Edit::Move(from, to)),
        2 => (any::<Index>(), 1_u32..9).prop_map(|(place, article)| Edit::Refer(place, article)),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(place, word)| Edit::Reword(place, word)),
    ]
}

fn edited(mut lines: Vec<Line>, edits: &[Edit]) -> Vec<Line> {
    for edit in edits {
        match edit {
            Edit::Insert(place, line) => lines.insert(place.index(lines.len() + 1), line.clone()),
            Edit::Remove(place) if lines.len() > 1 => {
                lines.remove(place.index(lines.len()));
            }
            Edit::Move(from, to) => {
                let line = lines.remove(from.index(lines.len()));
                lines.insert(to.index(lines.len() + 1), line);
            }
            Edit::Refer(place, article) => {
                let place = place.index(lines.len());
                if let Line::Boilerplate(_, now) = &mut lines[place] {
                    *now = *article;
                }
            }
            Edit::Reword(place, word) => {
                let place = place.index(lines.len());
                if let Line::Words(words) | Line::Named(_, words) | Line::Item(_, words) = &mut lines[place] {
                    let mut all: Vec<_> = words.split(' ').map(str::to_owned).collect();
                    let word = word.index(all.len());
                    all[word] = "review".into();
                    *words = all.join(" ");
                }
            }
            Edit::Remove(_) => {}
        }
    }
    lines
}

/// Each line as a clause of its own, sections numbered in order.
fn source(lines: &[Line]) -> String {
    let (mut section, mut article, mut item) = (0, 0, 0);
    let write = |line: &Line| match line {
        Line::Section(title) => {
            section += 1;
            format!("## {section}. {title}\n")
        }
        Line::Boilerplate(set, article) => format!("{set} {article}.\n"),
        Line::Words(words) => format!("{words}.\n"),
        Line::Named(name, words) => {
            article += 1;
            format!("{name} {article}. {words}.\n")
        }
        Line::Item("1.", words) => {
            item += 1;
            format!("{item}. {words}.\n")
        }
        Line::Item(mark, words) => format!("{mark} {words}.\n"),
        Line::Sentences(all) => all.iter().map(|words| format!("The {words}.\n")).collect(),
    };
    lines.iter().map(write).collect::<Vec<_>>().join("\n")
}

type Answer = (Standing, Option<(u32, u32)>);

#[test]
fn a_renumbered_heading_and_boilerplate_that_differs_in_one_reference_are_placed_alike() {
    let old = "## 1. Scope\n\n## 2. Notice\n\nCosts are borne as set out in Article 5.\n\nCosts are borne as set out in Article 6.\n";
    let new = "## 1. Scope\n\n## 2. Purpose\n\n## 3. Notice\n\nCosts are borne as set out in Article 5.\n\nCosts are borne as set out in Article 7.\n";
    let all = both(old, new);
    assert!(all.iter().all(|(_, page, port)| page == port), "{all:?}");
    assert_eq!(all[1].2, (Standing::Placed, Some((5, 5))));
    assert_eq!((all[2].2, all[3].2.1), ((Standing::Placed, Some((7, 7))), Some((9, 9))));
}

/// What both say of every clause: the words, the pages, the command.
fn both(old: &str, new: &str) -> Vec<(String, Answer, Answer)> {
    let (before, after) = (Text::parse_unlimited(old), Text::parse_unlimited(new));
    let map = ClauseMap::between(&before, &after);
    let places = Places::between(&before, &after, &map);
    let ids: Vec<_> = (0..before.clauses().len() as u32).map(ClauseId).collect();
    let physical = |text: &Text, line: u32| {
        let start = text.line(line).unwrap().span.start;
        text.source()[..start].matches('\n').count() as u32 + 1
    };
    let mut all = Vec::new();
    for line in before.lines() {
        let anchor =
            Anchor::on(&before, &ids, LineRange::new(line.number, line.number).unwrap(), None).unwrap();
        let page = places.of(&anchor);
        let lines = page.lines.map(|lines| (physical(&after, lines.first()), physical(&after, lines.last())));
        let here = physical(&before, line.number);
        let ask = Ask { id: "1".into(), first_line: here, last_line: here };
        let port = port::run(old, new, &[ask]).remove(0);
        all.push((
            line.text.to_string(),
            (page.standing, lines),
            (port.placement, port.first_line.zip(port.last_line)),
        ));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 3, ..ProptestConfig::default() })]

    #[test]
    fn the_command_and_the_pages_place_alike(lines in vec(line(), 3..14), edits in vec(edit(), 1..4)) {
        let (old, new) = (source(&lines), source(&edited(lines.clone(), &edits)));
        for (words, page, port) in both(&old, &new) {
            prop_assert_eq!(page, port, "{}\n{}\n→\n{}", words, old, new);
        }
    }
}
