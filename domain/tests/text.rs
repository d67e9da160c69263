//! Short stories about texts, their differences, and comments that follow their words.
#![expect(clippy::unwrap_used, reason = "a test stops where a story breaks")]

use domain::{
    anchor::{Anchor, BadAnchor, Standing, State, place},
    clause_map::{Change, ClauseMap, inherit},
    diff::{self, PieceKind},
    suggestion,
    text::{BadText, ClauseId, ClauseKind, LineRange, Manner, Text},
};
use insta::assert_snapshot;

fn text(source: &str) -> Text {
    Text::parse(source.as_bytes(), &Manner::default()).unwrap()
}

fn ids(text: &Text) -> Vec<ClauseId> {
    (0..text.clauses().len() as u32).map(ClauseId).collect()
}

/// Clauses with their number and kind, and their numbered lines.
fn outline(text: &Text) -> String {
    let mut out = String::new();
    for clause in text.clauses() {
        out += &format!(
            "{:?} {} depth {}\n",
            clause.kind,
            clause.number.as_deref().unwrap_or("-"),
            clause.depth
        );
        for line in text.lines_in(clause.lines) {
            out += &format!("  {} {}\n", line.number, line.text);
        }
    }
    out
}

fn changed(old: &str, new: &str) -> String {
    diff::words(old, new)
        .into_iter()
        .map(|piece| match piece.kind {
            PieceKind::Same | PieceKind::Now => piece.text,
            PieceKind::Was => String::new(),
            PieceKind::Removed => format!("[-{}-]", piece.text),
            PieceKind::Added => format!("{{+{}+}}", piece.text),
        })
        .collect()
}

#[test]
fn a_text_is_clauses_of_numbered_lines() {
    let text = text(
        "# Principles\n\nWe agree. Dr. A. Smith (see Art. 3) agrees.\nSo do **all. Of us** here.\n\n## Principle 1: Purpose\n\n1. Say what it is for.\n2. Say who answers.\n   - by name\n\n| who | what |\n|---|---|\n| a | b |\n\n> Quoted.\n\nA note[^n].\n\n[^n]: The note.\n\n[link]: https://example.org\n",
    );
    assert_snapshot!(outline(&text), @r"
    Heading { level: 1 } - depth 0
      1 Principles
    Paragraph - depth 0
      2 We agree.
      3 Dr. A. Smith (see Art. 3) agrees.
      4 So do all. Of us here.
    Heading { level: 2 } 1 depth 0
      5 Principle 1: Purpose
    Item 1 depth 1
      6 Say what it is for.
    Item 2 depth 1
      7 Say who answers.
    Item - depth 2
      8 by name
    TableRow { header: true } - depth 0
      9 who | what
    TableRow { header: false } - depth 0
      10 a | b
    Paragraph - depth 1
      11 Quoted.
    Paragraph - depth 0
      12 A note[n].
    Footnote n depth 0
      13 The note.
    Definition - depth 0
      14 [link]: https://example.org
    ");
}

#[test]
fn wrapping_a_paragraph_otherwise_changes_nothing() {
    let long = text("A public body says what a system is for. It says so in writing.\n");
    let wrapped = text("A public body says\nwhat a system is\nfor. It says so\nin writing.\n");
    assert_eq!(outline(&long), outline(&wrapped));
    assert_eq!(long.clauses()[0].digest, wrapped.clauses()[0].digest);
}

#[test]
fn letters_that_a_wrap_puts_at_the_start_of_lines_are_no_list() {
    let source = "The size is given in millimetres, the volume is in\n\
                  l. A larger vessel is measured on the spot by hand.\n\
                  m. stands for metres there, as it does elsewhere.\n";
    let long = text(&source.replace('\n', " "));
    assert_eq!(outline(&text(source)), outline(&long));
    let sentences = "Vessels are weighed. The volume is noted as well.\n\
                     l. is a litre.\n\
                     m. is a metre.\n";
    assert_eq!(outline(&text(sentences)), outline(&text(&sentences.replace('\n', " "))));
}

#[test]
fn a_list_that_begins_at_a_later_letter_is_announced() {
    let list = text("Of the duties the following remain:\nc. to keep the register;\nd. to publish it.\n");
    assert_eq!(list.clauses().len(), 3, "{}", outline(&list));
    let goes_on = text(
        "The office is to:\na. keep the register;\nb. publish it. This is done yearly.\nc. report on it.\n",
    );
    assert_eq!(
        goes_on.clauses().iter().filter(|clause| clause.kind == ClauseKind::Item).count(),
        3,
        "{}",
        outline(&goes_on)
    );
}

#[test]
fn each_line_knows_its_source() {
    let text = text("- One **two.** Three\n  four. [Five](x)\n");
    let spans: Vec<_> = text.lines().iter().map(|line| &text.source()[line.span.clone()]).collect();
    assert_eq!(spans, ["One **two.**", "Three\n  four.", "[Five](x)"]);
}

#[test]
fn bad_bytes_are_refused_by_name() {
    assert_eq!(Text::parse(b"ok \xff", &Manner::default()), Err(BadText::NotUtf8 { offset: 3 }));
    assert_eq!(Text::parse(b" \n\n", &Manner::default()), Err(BadText::Empty));
    assert_eq!(
        Text::parse(&vec![b'a'; 3 << 20], &Manner::default()),
        Err(BadText::TooLarge { bytes: 3 << 20 })
    );
    assert_eq!(
        Text::parse("a\n\n".repeat(20_001).as_bytes(), &Manner::default()),
        Err(BadText::TooManyLines { lines: 20_001 })
    );
}

#[test]
fn what_is_nested_too_deep_is_refused_and_where_it_was_kept_it_is_words() {
    let deep = ["- ", "> ", "1. ", "> - "].map(|mark| format!("A line.\n\n{}end\n", mark.repeat(33)));
    let emphasis = format!("A line.\n\n{}end{}\n", "*a _b ".repeat(20), "_*".repeat(20));
    for source in deep.iter().chain([&emphasis]) {
        let refused = Text::parse(source.as_bytes(), &Manner::default());
        assert_eq!(refused, Err(BadText::TooDeep { line: 3 }), "{source}");
        assert!(Text::parse_unlimited(source).clauses()[1].text.contains("end"), "{source}");
    }
    let text = Text::parse_unlimited(&deep[0]);
    assert_eq!(text.clauses()[1].text.as_str(), "- end");
    assert!(Text::parse(format!("{}end", "- ".repeat(32)).as_bytes(), &Manner::default()).is_ok());
}

#[test]
fn a_table_that_is_too_wide_to_be_read_is_refused() {
    let table =
        |columns: usize| format!("A line.\n\n{}|\n{}|\n", "| a ".repeat(columns), "|---".repeat(columns));
    assert!(Text::parse(table(64).as_bytes(), &Manner::default()).is_ok());
    let refused = Text::parse(table(65).as_bytes(), &Manner::default());
    assert_eq!(refused, Err(BadText::TooWide { line: 3 }));
}

#[test]
fn raw_html_is_text() {
    let text = text("<script>alert(1)</script>\n\nPlain <b>bold</b>.\n");
    assert_eq!(text.clauses()[0].kind, ClauseKind::Html);
    assert_eq!(text.line(2).unwrap().text, "Plain <b>bold</b>.");
}

#[test]
fn a_word_diff_shows_words() {
    assert_snapshot!(changed("A public body should say what it is for.", "A public body says what it is for."), @"A public body [-should say-]{+says+} what it is for.");
}

#[test]
fn a_clause_keeps_its_id_when_moved_and_reworded() {
    let old = text(
        "First stays here always.\n\nA person must be told of the system in plain words.\n\nThird stays here as well.\n\nFourth stays here too.\n",
    );
    let new = text(
        "First stays here always.\n\nThird stays here as well.\n\nFourth stays here too.\n\nA person should be told of the system in plain words.\n",
    );
    let map = ClauseMap::between(&old, &new);
    assert_eq!(map.old(1).unwrap().change, Change::MovedAndReworded);
    assert_eq!(inherit(&map, &ids(&old), 4), ([0, 2, 3, 1].map(ClauseId).to_vec(), 4));
}

#[test]
fn a_comment_follows_its_sentence_when_text_is_added_above() {
    let old = text("Intro.\n\nA person answers. That person has time.\n");
    let new = text("Intro.\n\nAdded words here. And there.\n\nA person answers. That person has time.\n");
    let anchor = Anchor::on(&old, &ids(&old), "L3".parse().unwrap(), None).unwrap();
    let placed = place(&anchor, &old, &new, &ClauseMap::between(&old, &new));
    assert_eq!(
        (placed.standing, placed.state, placed.lines),
        (Standing::Placed, State::Exact, Some(LineRange::new(5, 5).unwrap()))
    );
}

#[test]
fn a_comment_on_removed_words_is_detached_under_its_heading() {
    let old =
        text("# Scope\n\nAll systems in public service.\n\nWeapons lie outside of this text altogether.\n");
    let new = text("# Scope\n\nAll systems in public service.\n");
    let anchor = Anchor::on(&old, &ids(&old), "L3".parse().unwrap(), Some("outside of this")).unwrap();
    let placed = place(&anchor, &old, &new, &ClauseMap::between(&old, &new));
    assert_eq!(
        (placed.standing, placed.lines, placed.last_heading.as_deref()),
        (Standing::Detached, None, Some("Scope"))
    );
}

#[test]
fn a_suggestion_goes_into_the_source_and_leaves_the_marks() {
    let text = text("1. One. Two words. Three.\n2. Next\n\n## 3. Title\n\n## 4. End\n");
    assert_eq!(
        suggestion::apply(&text, "L2".parse().unwrap(), None, "Other words.").unwrap(),
        "1. One. Other words. Three.\n2. Next\n\n## 3. Title\n\n## 4. End\n"
    );
    assert_eq!(
        suggestion::apply(&text, "L5".parse().unwrap(), None, "New title").unwrap(),
        "1. One. Two words. Three.\n2. Next\n\n## 3. New title\n\n## 4. End\n"
    );
    assert_eq!(
        suggestion::apply(&text, "L5".parse().unwrap(), None, "4. New title").unwrap(),
        "1. One. Two words. Three.\n2. Next\n\n## 4. New title\n\n## 4. End\n"
    );
}

#[test]
fn a_suggestion_keeps_the_links_around_the_words_it_changes() {
    let text = text("A public\nbody **must** publish [its record](https://example.org/r) every year.\n");
    let said = "A public body must publish its record twice a year.";
    let applied = suggestion::apply(&text, "L1".parse().unwrap(), None, said).unwrap();
    assert_eq!(
        applied,
        "A public\nbody **must** publish [its record](https://example.org/r) twice a year.\n"
    );
    let marked = suggestion::apply(&text, "L1".parse().unwrap(), None, "A *public* body.").unwrap();
    assert_eq!(marked, "A *public* body.\n");
}

#[test]
fn a_suggestion_on_quoted_words_changes_those_alone() {
    let text = text("- The body must act, and *must* tell.\n");
    let anchor = Anchor::on(&text, &ids(&text), "L1".parse().unwrap(), Some("must act")).unwrap();
    let applied = suggestion::apply(&text, anchor.lines, anchor.chars.as_ref(), "shall act").unwrap();
    assert_eq!(applied, "- The body shall act, and *must* tell.\n");
}

#[test]
fn a_quote_is_one_place_or_refused() {
    let text = text("A body tells the person of the system.\n\nAnother paragraph.\n");
    let on = |quote: &str| Anchor::on(&text, &ids(&text), "L1".parse().unwrap(), Some(quote));
    let lines: LineRange = "L1".parse().unwrap();
    assert_eq!(on("person  of\nthe").unwrap().quote, "person of the");
    assert_eq!(on("the").unwrap_err(), BadAnchor::QuoteSeveral { lines });
    assert_eq!(on("Another").unwrap_err(), BadAnchor::QuoteNotThere { lines });
    // "of" stands once as a word, and "tem" only within one.
    assert_eq!(on("of").unwrap().chars, Some(24..26));
    assert_eq!(on("tem").unwrap().quote, "tem");
}

#[test]
fn a_wording_of_the_whole_line_is_one_of_the_words_meant_when_nothing_else_changes() {
    let line = "A public body should say in writing what a system is for.";
    let source = text(line);
    let says = line.replace("should say", "says");
    let within = |quote: &str, wording: &str| {
        let lines = LineRange::spanning(1, 1);
        let anchor = Anchor::on(&source, &ids(&source), lines, Some(quote)).unwrap();
        suggestion::within(&source, lines, &anchor.chars.unwrap(), wording)
    };
    assert_eq!(within("should say", &says).as_deref(), Some("says"));
    assert_eq!(within("should", &line.replace(" should", "")).as_deref(), Some(""));
    assert_eq!(within("should say", &says.replace("writing", "words")), None);
}

#[test]
fn of_two_look_alikes_the_removed_one_does_not_become_the_other() {
    let old = text(
        "Intro stands.\n\nTeam Alpha reports to the council once a year.\n\nTeam Beta reports to the council once a year.\n",
    );
    let new = text("Intro stands.\n\nTeam Beta reports openly to the council every year.\n");
    let map = ClauseMap::between(&old, &new);
    let placed = |line: &str| {
        let anchor = Anchor::on(&old, &ids(&old), line.parse().unwrap(), None).unwrap();
        place(&anchor, &old, &new, &map)
    };
    assert_eq!(
        (placed("L3").standing, placed("L3").lines),
        (Standing::Placed, Some(LineRange::new(2, 2).unwrap()))
    );
    assert_ne!(placed("L2").standing, Standing::Placed);
}

#[test]
fn words_that_could_be_in_two_places_name_both() {
    let said = "Every registered provider publishes quarterly figures about refusals.";
    let old = text(&format!(
        "# One\n\nKept paragraph alpha stays.\n\n{said} Also this sentence leaves.\n\n# Two\n\nKept paragraph omega stays.\n"
    ));
    let copy = "Every registered provider publishes yearly figures about refusals.";
    let new = text(&format!(
        "# One\n\nKept paragraph alpha stays.\n\n# Two\n\nKept paragraph omega stays.\n\n# Three\n\nWholly different opening of a chapter goes first. {copy}\n\n# Four\n\nAnother unlike beginning stands before it here. {copy}\n"
    ));
    let anchor = Anchor::on(&old, &ids(&old), "L3".parse().unwrap(), None).unwrap();
    let placed = place(&anchor, &old, &new, &ClauseMap::between(&old, &new));
    assert_eq!(
        (placed.standing, placed.state, placed.candidates.len()),
        (Standing::Uncertain, State::Ambiguous, 1)
    );
}

#[test]
fn signs_without_words_stay_where_they_are() {
    let text = text("# Principles\n\nA public body says what it is for.\n\n-.\n\n- Team Alpha.\n");
    let map = ClauseMap::between(&text, &text);
    assert!(map.old_fates().iter().all(|fate| fate.change == Change::Same));
}

#[test]
fn a_row_of_empty_cells_stands_in_its_table() {
    let text = text("|a|b|\n|-|-|\n|||\n");
    assert_eq!(&text.source()[text.line(2).unwrap().span.clone()], "|||");
}

#[test]
fn a_row_is_taken_out_alone_whatever_ends_its_line() {
    let text = text("|a|\n|-|\n|b|\r|c|\r\n|d|\n");
    let without = |line: &str| suggestion::apply(&text, line.parse().unwrap(), None, "").unwrap();
    assert_eq!(without("L3"), "|a|\n|-|\n|b|\r|d|\n");
    assert_eq!(without("L2"), "|a|\n|-|\n|c|\r\n|d|\n");
}

#[test]
fn a_line_ends_with_its_clause_whatever_white_space_follows() {
    let text = text("---\nso``` it\nis---\\\n\u{c}\n\nThey agree.\n");
    assert!(text.lines().iter().all(|line| line.span.end <= text.clauses()[line.clause as usize].span.end));
}

#[test]
fn a_letter_that_counts_is_no_sentence() {
    let text = text("d. The body answers. It says when.\n");
    assert_eq!(text.clauses()[0].number, None, "a letter alone does not count");
    assert_eq!(
        text.lines().iter().map(|line| line.text.as_str()).collect::<Vec<_>>(),
        ["d. The body answers.", "It says when."]
    );
    assert_eq!(suggestion::apply(&text, "L1".parse().unwrap(), None, "").unwrap(), "It says when.\n");
}

#[test]
fn numbers_are_read_in_every_style() {
    let text = text(
        "## Principle 3: Notice\n\n## 3. Notice\n\n## 3.2 Notice\n\n## III. Notice\n\n## 第三条 告知\n\n## المادة ٣: الإخطار\n\n## Статья 3. Уведомление\n\n## Artículo 3: Aviso\n\n## Article 3 : Avis\n\n(a) A person is told.\n\n(b) A person hears.\n\n§ 4: A person asks.\n\nNo number here.\n",
    );
    let numbers: Vec<&str> =
        text.clauses().iter().map(|clause| clause.number.as_deref().unwrap_or("-")).collect();
    assert_eq!(numbers, ["3", "-", "-", "-", "第三条", "٣", "3", "3", "3", "(a)", "(b)", "4", "-"]);
    assert_eq!(text.clauses()[4].title(), "告知");
}

#[test]
fn files_of_any_kind_are_read_and_compared() {
    let files = [
        "",
        "\u{feff}# Title\r\n\r\nA person is told.\r\nIn writing.\r\n",
        "<!doctype html>\n<html><body>\n<h1>Title</h1>\n<p>A person is told.</p>\n</body></html>\n",
        "Title\n=====\n\n.. note:: A person\n   is told.\n\n* one\n* two\n\n:field: value\n",
        "\u{0}\u{1}\u{7f}\u{fffd}\u{10ffff}\u{200f}\u{202e}\r\r\u{85}\u{2028}",
    ];
    for old in files {
        for new in files {
            let (old, new) = (Text::parse_unlimited(old), Text::parse_unlimited(new));
            let changes = diff::changes(&old, &new, &ClauseMap::between(&old, &new));
            assert_eq!(changes.changed().next().is_none(), old.lines() == new.lines());
        }
    }
}

#[test]
fn a_comment_on_a_principle_that_was_taken_out_is_kept_under_its_heading() {
    let old = text(
        "# Principles\n\nWe agree on these.\n\n## Principle 1: Purpose\n\nA public body says what a system is for.\n\n## Principle 2: Leadership\n\nA minister answers for every system in use. The minister reports once a year.\n\n## Principle 3: Notice\n\nA person is told that a system was used. The notice is in plain words.\n\n## Principle 4: Review\n\nAnyone may ask for a review.\n",
    );
    let new = text(
        "# Principles\n\nWe agree on these.\n\n## Principle 1: Purpose\n\nA public body says what a system is for.\n\n## Principle 2: Notice\n\nA person is told before a system is used. The notice is in plain language.\n\n## Principle 3: Review\n\nAnyone may ask for a review.\n",
    );
    let map = ClauseMap::between(&old, &new);
    for line in ["L6", "L7", "L6-L7"] {
        let anchor = Anchor::on(&old, &ids(&old), line.parse().unwrap(), None).unwrap();
        let placed = place(&anchor, &old, &new, &map);
        assert_eq!((placed.standing, placed.lines), (Standing::Detached, None), "{line}: {placed:?}");
        assert_eq!(placed.last_heading.as_deref(), Some("Leadership"));
    }
}

#[test]
fn words_put_at_the_edge_of_a_line_are_said_of_a_comment_on_all_of_it() {
    let old = Text::parse_unlimited("# Sources\n\nThe note explains the source. The other stays.\n");
    let new =
        Text::parse_unlimited("# Sources\n\nThe note explains the source and its date. The other stays.\n");
    let map = ClauseMap::between(&old, &new);
    let placed = |line: &str, quote: Option<&str>| {
        let anchor = Anchor::on(&old, &ids(&old), line.parse().unwrap(), quote).unwrap();
        place(&anchor, &old, &new, &map).reason
    };
    let whole = placed("L2", None);
    assert_eq!(whole.id, "placement-reworded");
    assert!(whole.args.contains(&("words".into(), 3_u32.into())), "{:?}", whole.args);
    assert_eq!(placed("L2", Some("explains the source")).id, "placement-exact");
    assert_eq!(placed("L3", None).id, "placement-exact");
}

/// Where a comment on a line of the first text is in the second.
fn placed(old: &str, new: &str, line: &str) -> domain::anchor::Placement {
    let (old, new) = (text(old), text(new));
    let anchor = Anchor::on(&old, &ids(&old), line.parse().unwrap(), None).unwrap();
    place(&anchor, &old, &new, &ClauseMap::between(&old, &new))
}

#[test]
fn a_clause_that_was_cut_down_or_retitled_is_still_the_same() {
    let softly = |old: &str, new: &str, from: &str, to: &str| {
        let found = placed(old, new, from);
        assert_eq!(found.lines, Some(to.parse().unwrap()), "{found:?}");
        assert!(found.standing == Standing::Uncertain || found.state == State::QuoteRemoved, "{found:?}");
    };
    let long = "Logs. Each operator stores its logs for one year. An inspector may ask for them.";
    softly(long, "Logs.", "L2", "L1");
    softly(long, "Logs. Each operator stores its logs for one year.", "L3", "L2");
    let titled = |title: &str| format!("## Aim\n\nThe aim is told.\n\n## {title}\n\nThe rest is told.\n");
    softly(&titled("Term"), &titled("Terms"), "L3", "L3");
    softly(&titled("Exceptions"), &titled("Derogations"), "L3", "L3");
}

#[test]
fn what_took_the_place_of_the_first_or_the_last_paragraph_is_shown_uncertainly() {
    const KEPT: &str = "The assembly elects a chair.";
    const GONE: &str = "Every ministry names one officer.";
    const CAME: &str = "Findings are printed each autumn.";
    for (old, new, line) in [
        (format!("{GONE}\n\n{KEPT}"), format!("{CAME}\n\n{KEPT}"), "L1"),
        (format!("{KEPT}\n\n{GONE}"), format!("{KEPT}\n\n{CAME}"), "L2"),
    ] {
        let found = placed(&old, &new, line);
        assert_eq!((found.standing, found.lines), (Standing::Uncertain, Some(line.parse().unwrap())));
    }
}

#[test]
fn words_that_all_stand_elsewhere_too_name_both_places() {
    let found = placed(
        "Appeal by letter B7.",
        "Appeal by letter B9.\n\nThe clerk opens a file when an appeal by letter B7 has come in.",
        "L1",
    );
    let named = found.lines.into_iter().chain(found.candidates).map(|lines| lines.first());
    assert_eq!(found.standing, Standing::Uncertain);
    assert_eq!(named.collect::<std::collections::BTreeSet<_>>(), [1, 2].into());
}

#[test]
fn of_equal_lines_around_one_that_moved_only_that_one_moves() {
    let old = text("b\n\nodd one\n\nb\n\nb\n\nb\n\nb\n\nb");
    let new = text("b\n\nb\n\nb\n\nb\n\nb\n\nodd one\n\nb");
    let map = ClauseMap::between(&old, &new);
    let changes: Vec<Change> = map.old_fates().iter().map(|fate| fate.change).collect();
    let moved = changes.iter().filter(|change| **change != Change::Same).collect::<Vec<_>>();
    assert_eq!((changes[1], moved.len()), (Change::Moved, 1));
    let ask = domain::port::Ask { id: String::new(), first_line: 4, last_line: 4 };
    let answer =
        domain::port::run("North\nOslo\nBergen\nLima\nQuito", "North\nLima\nOslo\nBergen\nQuito", &[ask]);
    assert_eq!(answer[0].first_line, Some(2));
}

/// The depth, the number and the words of each clause.
fn nested(source: &str) -> Vec<(u8, String, String)> {
    let text = Text::parse_unlimited(source);
    let clauses = text.clauses().iter();
    clauses
        .map(|clause| (clause.depth, clause.number.clone().unwrap_or_default(), clause.title().to_owned()))
        .collect()
}

fn row(depth: u8, number: &str, words: &str) -> (u8, String, String) {
    (depth, number.to_owned(), words.to_owned())
}

#[test]
fn bullets_right_under_a_typed_number_stand_in_its_item() {
    let right =
        [row(1, "a", "ships:"), row(2, "", "old ones"), row(2, "", "new ones"), row(1, "b", "boats.")];
    assert_eq!(nested("a) ships:\n- old ones\n- new ones\nb) boats.\n"), right);
    assert_eq!(
        nested("(i) ships:\n* old\nand *new*\n  * rafts\n(ii) boats.\n"),
        [row(1, "(i)", "ships:"), row(2, "", "old and new"), row(3, "", "rafts"), row(1, "(ii)", "boats.")]
    );
}

#[test]
fn a_note_that_begins_with_a_list_has_no_clause_for_its_mark() {
    assert_eq!(
        nested("Ships[^1].\n\n[^1]: - old\n    - new\n\n[^2]:\n\n[l]: https://example.org\n"),
        [
            row(0, "", "Ships[1]."),
            row(1, "", "old"),
            row(1, "", "new"),
            row(0, "", "[^2]:"),
            row(0, "", "[l]: https://example.org")
        ]
    );
}
