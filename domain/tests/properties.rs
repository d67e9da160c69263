//! What holds for every text.
#![expect(clippy::unwrap_used, reason = "a test stops where a property breaks")]

use domain::{
    anchor::{Anchor, Standing, home, place},
    clause_map::{Change, ClauseMap, inherit},
    diff::{self, PieceKind},
    port, suggestion,
    text::{ClauseId, ClauseKind, Language, LineRange, Manner, Text},
};
use proptest::prelude::*;

/// Markdown of every kind, made of snippets, and now and then anything at all.
fn source() -> impl Strategy<Value = String> {
    let snippet = prop_oneof![
        6 => sentence(),
        1 => Just("\n\n".to_owned()),
        1 => Just("\n".to_owned()),
        1 => prop::sample::select(vec![
            "# ", "## 3. ", "- ", "  - ", "1. ", "(c) ", "> ", "```\n", "|a|b|\n|-|-|\n|c|d|\n", "[^1]", "\n[^1]: ", "[x]: y\n", "**", "*", "`",
            "[l](u)", "<b>", "<div>\n", "---\n", "&amp;", "\\\n", "  \n", "\u{feff}", "\0", "第三条 ", "你好。再见。", "المادة ٣ ", "- [x] ", "~~", "\r\n", "\t",
        ]).prop_map(str::to_owned),
        1 => ".{0,12}",
    ];
    prop::collection::vec(snippet, 0..24).prop_map(|parts| parts.concat())
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "system", "person", "must", "not", "public", "body", "data", "review", "notice", "Art.", "the",
        "any", "of", "and", "30th", "harm", "appeal", "record", "state", "Dr.", "e.g.",
    ]);
    prop::collection::vec(word, 1..9).prop_map(|words| words.join(" ") + ". ")
}

/// Plain paragraphs, some equal.
fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(
        prop::collection::vec(sentence(), 1..4).prop_map(|lines| lines.concat().trim().to_owned()),
        1..10,
    )
}

/// Two versions of a text whose language nobody said: the later one is read in the language that the first seems to be in, as abbreviations
/// would else end sentences in one and not in the other.
fn versions(before: &[String], after: &[String]) -> (Text, Text) {
    let (before, after) = (before.join("\n\n"), after.join("\n\n"));
    let manner = Manner { likely: Some(Language::of_words(&before)), ..Manner::default() };
    (Text::read(&before, &manner), Text::read(&after, &manner))
}

fn words(text: &Text, lines: LineRange) -> String {
    text.lines_in(lines).iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn ids(text: &Text) -> Vec<ClauseId> {
    (0..text.clauses().len() as u32).map(ClauseId).collect()
}

fn anchors(text: &Text) -> Vec<Anchor> {
    let lines =
        (1..=text.line_count()).flat_map(|line| [(line, line), (line, (line + 2).min(text.line_count()))]);
    lines
        .map(|(first, last)| {
            Anchor::on(text, &ids(text), LineRange::new(first, last).unwrap(), None).unwrap()
        })
        .collect()
}

/// A word; none that begins a list wherever it stands at the start of a line.
fn word() -> impl Strategy<Value = String> {
    "[a-z]{1,9}[,.]?".prop_filter("the first of a list", |word| !matches!(word.as_str(), "a." | "i."))
}

proptest! {
    #[test]
    fn lines_cover_their_clause_and_know_their_source(source in source()) {
        let text = Text::parse_unlimited(&source);
        let mut next = 1;
        for (at, clause) in text.clauses().iter().enumerate() {
            prop_assert_eq!(clause.lines.first(), next);
            next = clause.lines.last() + 1;
            prop_assert!(source.get(clause.span.clone()).is_some());
            let mut end = 0;
            for line in text.lines_in(clause.lines) {
                prop_assert_eq!(line.clause as usize, at);
                prop_assert_eq!(clause.slice(&line.chars), line.text.as_str());
                prop_assert!(clause.slice(&(end..line.chars.start)).trim().is_empty());
                prop_assert!(source.get(line.span.clone()).is_some() && clause.span.start <= line.span.start && line.span.end <= clause.span.end);
                let runs: Vec<u32> = line.runs().iter().flat_map(|run| run.chars.clone()).collect();
                prop_assert_eq!(runs, line.chars.clone().collect::<Vec<_>>());
                end = line.chars.end;
            }
            prop_assert!(clause.slice(&(end..u32::MAX)).trim().is_empty());
        }
        prop_assert_eq!(next, text.line_count() + 1);
    }

    #[test]
    fn wrapping_changes_nothing(words in prop::collection::vec(word(), 1..60), width in 10_usize..60) {
        let mut wrapped = String::new();
        let mut column = 0;
        for word in &words {
            if column + word.len() > width && column > 0 {
                wrapped.push('\n');
                column = 0;
            } else if column > 0 {
                wrapped.push(' ');
            }
            wrapped.push_str(word);
            column += word.len() + 1;
        }
        let shape = |source: &str| {
            let text = Text::parse_unlimited(source);
            (text.lines().iter().map(|line| line.text.clone()).collect::<Vec<_>>(), text.clauses().iter().map(|clause| clause.digest).collect::<Vec<_>>())
        };
        prop_assert_eq!(shape(&words.join(" ")), shape(&wrapped));
    }

    #[test]
    fn the_diff_of_two_texts_leads_from_one_to_the_other(old in source(), new in source()) {
        let pieces = diff::words(&old, &new);
        let side = |of: fn(PieceKind) -> bool| pieces.iter().filter(|piece| of(piece.kind)).map(|piece| piece.text.as_str()).collect::<String>();
        prop_assert_eq!(side(PieceKind::is_old), old);
        prop_assert_eq!(side(PieceKind::is_new), new);
    }

    #[test]
    fn of_a_long_text_nothing_that_changed_is_missed(edits in prop::collection::btree_map(0_u32..300, 0..3, 0..6)) {
        let paragraph = |index: u32| format!("Register {} shall be kept by ministry {} in year {}.", index * 7, index * 13 + 5, index * 31 + 2);
        let old: Vec<String> = (0..300).map(paragraph).collect();
        let mut new = Vec::new();
        for index in 0..300 {
            match edits.get(&index) {
                None => new.push(paragraph(index)),
                Some(0) => {}
                Some(1) => new.push(paragraph(index).replace("shall", "may")),
                Some(_) => new.extend(["Wholly other words come here, once and for all.".to_owned(), paragraph(index)]),
            }
        }
        let (old, new) = (Text::parse_unlimited(&old.join("\n\n")), Text::parse_unlimited(&new.join("\n\n")));
        let map = ClauseMap::between(&old, &new);
        for (index, fate) in (0..).zip(map.old_fates()) {
            let right = match edits.get(&index) {
                Some(0) => Change::Removed,
                Some(1) => Change::Reworded,
                _ => Change::Same,
            };
            prop_assert_eq!(fate.change, right);
            for &other in &fate.others {
                prop_assert_eq!(&map.new_fates()[other as usize].others, &vec![index]);
            }
        }
        let added = map.new_fates().iter().filter(|fate| fate.change == Change::Added).count();
        prop_assert_eq!(added, edits.values().filter(|edit| **edit == 2).count());
    }

    #[test]
    fn placing_in_the_same_version_changes_nothing(source in source()) {
        let text = Text::parse_unlimited(&source);
        let map = ClauseMap::between(&text, &text);
        for anchor in anchors(&text) {
            let placed = place(&anchor, &text, &text, &map);
            let home = home(&anchor, &text);
            prop_assert_eq!((placed.lines, placed.standing), (home.lines, home.standing));
        }
        prop_assert_eq!(inherit(&map, &ids(&text), 1000), (ids(&text), 1000));
    }

    #[test]
    fn anything_goes_between_any_two_texts(old in source(), new in source()) {
        let (old, new) = (Text::parse_unlimited(&old), Text::parse_unlimited(&new));
        let map = ClauseMap::between(&old, &new);
        for anchor in anchors(&old) {
            let placed = place(&anchor, &old, &new, &map);
            prop_assert!(placed.lines.is_none_or(|lines| lines.last() <= new.line_count()));
            prop_assert_eq!(placed.lines.is_none(), placed.standing == Standing::Detached);
            prop_assert!((0.0..=1.0).contains(&placed.confidence));
            suggestion::outlook(&anchor, "Other words of the system", &placed, &new);
            let first = old.clause_of_line(anchor.lines.first()).unwrap();
            let row = matches!(old.clauses()[first].kind, ClauseKind::TableRow { .. });
            prop_assert!(row || suggestion::apply(&old, anchor.lines, None, "Other words").is_ok());
        }
        let changes = diff::changes(&old, &new, &map);
        let mut shown: Vec<u32> = changes.hunks.iter().filter(|hunk| hunk.now_at.is_none()).flat_map(|hunk| hunk.new.clone()).collect();
        shown.sort_unstable();
        prop_assert_eq!(shown, (0..new.clauses().len() as u32).collect::<Vec<_>>());
        let mut gone: Vec<u32> = changes.hunks.iter().filter(|hunk| hunk.now_at.is_none()).flat_map(|hunk| hunk.old.clone()).collect();
        gone.sort_unstable();
        prop_assert_eq!(gone, (0..old.clauses().len() as u32).collect::<Vec<_>>());
        let (next_ids, next) = inherit(&map, &ids(&old), 1000);
        let kept: std::collections::HashSet<_> = next_ids.iter().collect();
        prop_assert_eq!(kept.len(), new.clauses().len());
        prop_assert!(next_ids.iter().all(|id| id.0 < next));
    }

    #[test]
    fn text_inserted_elsewhere_never_moves_words(before in paragraphs(), at in any::<prop::sample::Index>(), added in paragraphs()) {
        let mut after = before.clone();
        let at = at.index(before.len() + 1);
        after.splice(at..at, added);
        let (old, new) = versions(&before, &after);
        let map = ClauseMap::between(&old, &new);
        for anchor in anchors(&old) {
            let placed = place(&anchor, &old, &new, &map);
            let words = placed.lines.map(|lines| words(&new, lines)).unwrap_or_default();
            let all = old.lines_in(anchor.lines).iter().all(|line| words.contains(line.text.as_str()));
            prop_assert!(all || placed.standing != Standing::Placed, "{} → {words:?}", anchor.quote);
        }
    }

    #[test]
    fn there_and_back_again_comes_home(mut before in paragraphs(), at in any::<prop::sample::Index>(), added in paragraphs()) {
        before.sort();
        before.dedup();
        let mut after = before.clone();
        let at = at.index(before.len() + 1);
        after.splice(at..at, added);
        let (old, new) = versions(&before, &after);
        let (there, back) = (ClauseMap::between(&old, &new), ClauseMap::between(&new, &old));
        for anchor in anchors(&old) {
            let placed = place(&anchor, &old, &new, &there);
            let Some(lines) = placed.lines.filter(|_| placed.standing == Standing::Placed) else { continue };
            let again = Anchor::on(&new, &ids(&new), lines, None).unwrap();
            let home = place(&again, &new, &old, &back);
            let words = home.lines.map(|lines| words(&old, lines)).unwrap_or_default();
            prop_assert!(home.standing != Standing::Placed || words.contains(&anchor.quote), "{} → {words:?}", anchor.quote);
        }
    }

    #[test]
    fn any_file_can_be_ported(old in ".{0,200}", new in ".{0,200}", first in 0_u32..9, last in 0_u32..9) {
        let ask = port::Ask { id: "1".into(), first_line: first, last_line: last };
        let answers = port::run(&old, &new, &[ask]);
        let count = new.split('\n').count() as u32;
        prop_assert!(answers[0].last_line.is_none_or(|line| line <= count));
    }

    #[test]
    fn a_suggestion_changes_its_lines_alone(source in paragraphs(), at in any::<prop::sample::Index>()) {
        let text = Text::parse_unlimited(&source.join("\n\n"));
        let line = at.index(text.line_count() as usize) as u32 + 1;
        let applied = suggestion::apply(&text, LineRange::new(line, line).unwrap(), None, "Zebras gallop home.").unwrap();
        let after = Text::parse_unlimited(&applied);
        let words = |text: &Text| text.lines().iter().map(|line| line.text.to_string()).collect::<Vec<_>>();
        let mut expected = words(&text);
        expected[line as usize - 1] = "Zebras gallop home.".into();
        prop_assert_eq!(words(&after).join(" "), expected.join(" "));
    }
}
