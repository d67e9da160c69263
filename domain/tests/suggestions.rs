//! Proposed wording put into the source: nothing changes but what a person changed.
#![expect(clippy::unwrap_used, reason = "a test stops where a story breaks")]

use domain::{
    anchor::{Anchor, Places},
    clause_map::ClauseMap,
    diff::PieceKind,
    suggestion::{Outlook, Proposal, apply, change, combined, given, merge, outlook, widened, within},
    text::{ClauseId, ClauseKind, LineRange, Text},
};
use rstest::rstest;

fn text(source: &str) -> Text {
    Text::parse_unlimited(source)
}

fn lines(written: &str) -> LineRange {
    written.parse().unwrap()
}

fn put(source: &str, at: &str, words: &str) -> String {
    apply(&text(source), lines(at), None, words).unwrap()
}

fn given_of(source: &str, at: &str) -> String {
    given(&text(source), lines(at)).unwrap()
}

fn together(source: &str, asked: &[(&str, &str)]) -> (String, usize) {
    let proposals = (1..).zip(asked).map(|(id, (at, words))| Proposal {
        id,
        lines: lines(at),
        chars: None,
        words: (*words).to_owned(),
    });
    let merged = merge(&text(source), &proposals.collect::<Vec<_>>());
    (merged.source, merged.conflicts.len())
}

#[rstest]
#[case("- One *rule*.\n- Two [rules](u).\n", "L1-L2", "- One *rule*.\n- Two [rules](u).")]
#[case("> 1. Ask.\n> 2. Tell[^n].\n\n[^n]: A note.\n", "L1-L2", "1. Ask.\n2. Tell[^n].")]
#[case("- A\n  - B one.\n  - C two.\n- D\n", "L2-L3", "- B one.\n- C two.")]
#[case("- A\n  - B one.\n  - C two.\n- D\n", "L3-L4", "  - C two.\n- D")]
#[case("# Title\n\nA clause. And more.\n", "L1-L2", "# Title\n\nA clause.")]
#[case("- Only **this** one.\n- Two.\n", "L1", "Only **this** one.")]
#[case("1. First *part*. Second part.\n2. Two.\n", "L2-L3", "Second part.\n2. Two.")]
#[case("| a | b |\n|---|---|\n| c | `d` |\n", "L1-L2", "| a | b |\n|---|---|\n| c | `d` |")]
#[case("Wrapped\nat *will*\r\nby hand.\n", "L1", "Wrapped\nat *will*\nby hand.")]
#[case("- Wrapped\n  in an item.\n- Two.\n", "L1", "Wrapped\nin an item.")]
#[case("> Wrapped\n> in a quotation.\n\nTwo.\n", "L1", "Wrapped\nin a quotation.")]
#[case("Text.\n\n```\nlet a;\n  let b;\n```\n\nEnd.\n", "L1-L3", "Text.\n\n```\nlet a;\n  let b;\n```")]
fn lines_are_given_as_their_source(#[case] source: &str, #[case] at: &str, #[case] right: &str) {
    assert_eq!(given_of(source, at), right);
}

/// A paragraph is added to what stands in a container.
#[rstest]
#[case(
    "1. First sentence. Second sentence.\n2. Two.\n",
    "L2",
    "Second sentence.\n\nA paragraph more.",
    "1. First sentence. Second sentence.\n\n   A paragraph more.\n2. Two.\n"
)]
#[case("- Ask.\n- Tell.\n", "L1", "Ask.\n\nIn writing.", "- Ask.\n\n  In writing.\n- Tell.\n")]
#[case("10. Ask.\n11. Tell.\n", "L2", "Tell.\n\nIn writing.", "10. Ask.\n11. Tell.\n\n    In writing.\n")]
#[case(
    "- A\n  - Ask. Tell.\n- B\n",
    "L3",
    "Tell.\n\nIn writing.",
    "- A\n  - Ask. Tell.\n\n    In writing.\n- B\n"
)]
#[case("> Ask. Tell.\n\nEnd.\n", "L2", "Tell.\n\nIn writing.", "> Ask. Tell.\n>\n> In writing.\n\nEnd.\n")]
#[case("> - Ask.\n> - Tell.\n", "L1", "Ask.\n\nIn writing.", "> - Ask.\n>\n>   In writing.\n> - Tell.\n")]
#[case("- > Ask.\n- Tell.\n", "L1", "Ask.\n\nIn writing.", "- > Ask.\n  >\n  > In writing.\n- Tell.\n")]
#[case(
    "Note[^n].\n\n[^n]: Ask.\n",
    "L2",
    "Ask.\n\nIn writing.",
    "Note[^n].\n\n[^n]: Ask.\n\n    In writing.\n"
)]
#[case("-   Wide.\n-   Two.\n", "L1", "Wide.\n\nIn writing.", "-   Wide.\n\n    In writing.\n-   Two.\n")]
#[case(
    "- One.\n\n  More. Most.\n- Two.\n",
    "L3",
    "Most.\n\nIn writing.",
    "- One.\n\n  More. Most.\n\n  In writing.\n- Two.\n"
)]
#[case("Ask.\r\n\r\nTell.\r\n", "L1", "Ask.\r\n\r\nIn writing.", "Ask.\r\n\r\nIn writing.\r\n\r\nTell.\r\n")]
#[case("- Ask.\n- Tell.", "L2", "Tell.\n\nIn writing.", "- Ask.\n- Tell.\n\n  In writing.")]
#[case(
    "- Ask:\n- Tell.\n",
    "L1",
    "Ask:\n\n```\nif a\n    b\n```",
    "- Ask:\n\n  ```\n  if a\n      b\n  ```\n- Tell.\n"
)]
fn a_paragraph_is_added_as_its_place_needs(
    #[case] source: &str,
    #[case] at: &str,
    #[case] words: &str,
    #[case] right: &str,
) {
    assert_eq!(put(source, at, words), right);
}

/// The box of a task stays with it.
#[rstest]
#[case("- [ ] Pay.\n- [x] Sign.\n", "L1", "Pay the fee.", "- [ ] Pay the fee.\n- [x] Sign.\n")]
#[case("- [ ] Pay.\n- [x] Sign.\n", "L2", "[ ] Sign.", "- [ ] Pay.\n- [ ] Sign.\n")]
#[case("- [ ] Pay.\n- [x] Sign.\n", "L2", "☐ Sign all.", "- [ ] Pay.\n- [ ] Sign all.\n")]
#[case("- [ ] Pay.\n- [x] Sign.\n", "L1-L2", "- Pay the fee.\n- Sign.", "- [ ] Pay the fee.\n- [x] Sign.\n")]
#[case(
    "1. [ ] Pay. Go.\n2. [x] Sign.\n",
    "L3",
    "2. Sign all.\n3. Post.",
    "1. [ ] Pay. Go.\n2. [x] Sign all.\n3. Post.\n"
)]
#[case("- [x] Sign it. Go.\n", "L2", "Leave.", "- [x] Sign it. Leave.\n")]
#[case("[x] Sign it.\n", "L1", "Sign it all.", "Sign it all.\n")]
fn a_task_keeps_its_box(#[case] source: &str, #[case] at: &str, #[case] words: &str, #[case] right: &str) {
    assert_eq!(put(source, at, words), right);
}

#[test]
fn words_for_a_task_are_read_with_its_box() {
    let text = text("- [ ] Pay.\n- [x] Sign.\n");
    let ids: Vec<ClauseId> = (0..text.clauses().len() as u32).map(ClauseId).collect();
    let anchor = Anchor::on(&text, &ids, lines("L1"), None).unwrap();
    let read = |words| domain::suggestion::reading(&anchor, words);
    assert_eq!(read("Pay the fee."), "☐ Pay the fee.");
    assert_eq!(read("[x] Pay."), "☑ Pay.");
    assert_eq!(read("- [ ] Pay *now*."), "☐ Pay now.");
}

/// An item is added beside an item.
#[rstest]
#[case(
    "1. One rule.\n\n- - Two rule.\n\n  More of it.\n",
    "L1",
    "One rule.\n- New rule.",
    "1. One rule.\n2. New rule.\n\n- - Two rule.\n\n  More of it.\n"
)]
#[case(
    "- One rule. And more.\n- Two rule.\n",
    "L2",
    "And more.\n- New rule.",
    "- One rule. And more.\n- New rule.\n- Two rule.\n"
)]
#[case(
    "- One rule.\n- Two rule.\n",
    "L1",
    "One rule.\n- New rule.",
    "- One rule.\n- New rule.\n- Two rule.\n"
)]
#[case(
    "* One rule.\n* Two rule.\n",
    "L2",
    "Two rule.\n- New rule.",
    "* One rule.\n* Two rule.\n* New rule.\n"
)]
#[case(
    "- One rule.\n- Two rule.\n",
    "L1",
    "- One rule.\n- New rule.",
    "- One rule.\n- New rule.\n- Two rule.\n"
)]
#[case(
    "1. One rule.\n2. Two rule.\n",
    "L2",
    "Two rule.\n3. New rule.",
    "1. One rule.\n2. Two rule.\n3. New rule.\n"
)]
#[case(
    "1) One rule.\n2) Two rule.\n",
    "L2",
    "Two rule.\n- New rule.\n- Last rule.",
    "1) One rule.\n2) Two rule.\n3) New rule.\n4) Last rule.\n"
)]
#[case(
    "1. One rule.\n1. Two rule.\n",
    "L2",
    "Two rule.\n- New rule.",
    "1. One rule.\n1. Two rule.\n1. New rule.\n"
)]
#[case(
    "- A\n  - One rule.\n  - Two rule.\n- B\n",
    "L2",
    "One rule.\n- New rule.",
    "- A\n  - One rule.\n  - New rule.\n  - Two rule.\n- B\n"
)]
#[case(
    "- One rule:\n  - a part\n- Two rule.\n",
    "L1",
    "One rule:\n- New rule.",
    "- One rule:\n  - a part\n- New rule.\n- Two rule.\n"
)]
#[case(
    "- One rule. And more.\n- Two rule.\n",
    "L1",
    "One rule.\n- New rule.",
    "- One rule. And more.\n- New rule.\n- Two rule.\n"
)]
#[case(
    "> - One rule.\n> - Two rule.\n",
    "L1",
    "One rule.\n- New rule.",
    "> - One rule.\n> - New rule.\n> - Two rule.\n"
)]
#[case(
    "- One rule:\n- Two rule.\n",
    "L1",
    "One rule:\n  - a part\n  - a part more",
    "- One rule:\n  - a part\n  - a part more\n- Two rule.\n"
)]
#[case(
    "9. One rule.\n10. Two rule:\n",
    "L2",
    "Two rule:\n  - a part\n    - of a part",
    "9. One rule.\n10. Two rule:\n    - a part\n      - of a part\n"
)]
#[case(
    "- One rule.\n- Two rule.\n",
    "L1",
    "New rule.\n- One rule.",
    "- New rule.\n- One rule.\n- Two rule.\n"
)]
#[case(
    "- One rule.\r\n- Two rule.",
    "L2",
    "Two rule.\r\n- New rule.",
    "- One rule.\r\n- Two rule.\r\n- New rule."
)]
#[case(
    "- [ ] One rule.\n- [x] Two rule.\n",
    "L2",
    "[x] Two rule.\n- [ ] New rule.",
    "- [ ] One rule.\n- [x] Two rule.\n- [ ] New rule.\n"
)]
fn an_item_is_added_beside_an_item(
    #[case] source: &str,
    #[case] at: &str,
    #[case] words: &str,
    #[case] right: &str,
) {
    assert_eq!(put(source, at, words), right);
}

/// The source of several clauses comes back changed.
#[rstest]
#[case(
    "- One rule.\n- Two rule.\n",
    "L1-L2",
    "- One rule.\n- New rule.\n- Two rule.",
    "- One rule.\n- New rule.\n- Two rule.\n"
)]
#[case(
    "- One rule.\n- Two rule.\n",
    "L1-L2",
    "- One rule.\n- Two hard rules.",
    "- One rule.\n- Two hard rules.\n"
)]
#[case("- One rule.\n- Two rule.\n- Three.\n", "L1-L3", "- One rule.\n- Three.", "- One rule.\n- Three.\n")]
#[case(
    "- One [rule](u).\n- Two **rule**.\n",
    "L1-L2",
    "One rule. Two hard rule.",
    "- One [rule](u).\n- Two hard **rule**.\n"
)]
#[case(
    "> A para.\n>\n> B para.\n",
    "L1-L2",
    "A para.\n\nB new para.\n\nC para.",
    "> A para.\n>\n> B new para.\n>\n> C para.\n"
)]
#[case("- A\n  - B\n  - C\n", "L2-L3", "- B\n- New\n- C", "- A\n  - B\n  - New\n  - C\n")]
#[case("- A\n  - B\n  - C\n- D\n", "L3-L4", "  - C\n  - New\n- D", "- A\n  - B\n  - C\n  - New\n- D\n")]
#[case("- A\n  - B\n  - C\n- D\n", "L3-L4", "- C\n  - New\n- D", "- A\n  - B\n  - C\n  - New\n- D\n")]
#[case(
    "# Duties\n\nA body acts.\n",
    "L1-L2",
    "# Duties and rights\n\nA body acts.",
    "# Duties and rights\n\nA body acts.\n"
)]
#[case(
    "1. One\n2. Two\n",
    "L1-L2",
    "1. One\n\nA para of one.\n2. Two",
    "1. One\n\n   A para of one.\n2. Two\n"
)]
#[case("* One\n* Two\n", "L1-L2", "* One\n- New\n* Two", "* One\n* New\n* Two\n")]
#[case(
    "| a | b |\n|---|---|\n| c | d |\n",
    "L1-L2",
    "| a | b |\n|---|---|\n| c | d |\n| e | f |",
    "| a | b |\n|---|---|\n| c | d |\n| e | f |\n"
)]
#[case("A one.\r\n\r\nB two.\r\n", "L1-L2", "A one.\r\n\r\nB three.", "A one.\r\n\r\nB three.\r\n")]
#[case("A one.\n\nB two.", "L1-L2", "A one. B two.", "A one.\n\nB two.")]
fn the_source_of_several_clauses_is_written_otherwise(
    #[case] source: &str,
    #[case] at: &str,
    #[case] words: &str,
    #[case] right: &str,
) {
    assert_eq!(put(source, at, words), right);
}

#[rstest]
#[case("# Duties\n\nText.\n", "L1", "# Duties and rights", "# Duties and rights\n\nText.\n")]
#[case(
    "## 3. Duties\n\nText.\n\n## 4. More\n",
    "L1",
    "## Duties and rights",
    "## 3. Duties and rights\n\nText.\n\n## 4. More\n"
)]
#[case("### Duties\n\nText.\n", "L1", "# Duties and rights", "### Duties and rights\n\nText.\n")]
#[case("Duties\n======\n\nText.\n", "L1", "# Duties and rights", "Duties and rights\n======\n\nText.\n")]
#[case("# Duties #\n\nText.\n", "L1", "Duties and\nrights", "# Duties and rights #\n\nText.\n")]
#[case("# Duties of *all*\n\nText.\n", "L1", "Duties of each", "# Duties of *each*\n\nText.\n")]
#[case("# Duties\n\nText.\n", "L1", "Duties\n\nA new text.", "# Duties\n\nA new text.\n\nText.\n")]
fn a_heading_keeps_its_marks(
    #[case] source: &str,
    #[case] at: &str,
    #[case] words: &str,
    #[case] right: &str,
) {
    assert_eq!(put(source, at, words), right);
}

#[rstest]
#[case("One stays. Two goes. Three stays.\n", "L2", "One stays. Three stays.\n")]
#[case("- One.\n- Two.\n- Three.\n", "L2", "- One.\n- Three.\n")]
#[case("A.\n\nB.\n\nC.\n", "L3", "A.\n\nB.\n")]
#[case("A.\n\nB.", "L2", "A.")]
#[case("A.\r\n\r\nB.\r\n", "L1", "B.\r\n")]
#[case("> A.\n>\n> B.\n", "L1", "> B.\n")]
#[case("> A.\n>\n> B.\n", "L2", "> A.\n")]
#[case("- One.\n\n  Its para.\n- Two.\n", "L1", "- Its para.\n- Two.\n")]
#[case("- A\n  - B\n  - C\n- D\n", "L2-L3", "- A\n- D\n")]
#[case("| a |\n|---|\n| b |\n| c |\n", "L2", "| a |\n|---|\n| c |\n")]
#[case("One stays. Two [goes](u).\n", "L2", "One stays.\n")]
#[case("# Title\n\nA.\n\n## Next\n\nB.\n", "L2", "# Title\n\n## Next\n\nB.\n")]
fn what_is_taken_out_leaves_its_neighbours(#[case] source: &str, #[case] at: &str, #[case] right: &str) {
    assert_eq!(put(source, at, ""), right);
}

#[rstest]
#[case("One part. Two part.\n", "L1-L2", "One part.\n\nTwo part.", "One part.\n\nTwo part.\n")]
#[case(
    "- One part. Two part.\n- Three.\n",
    "L1-L2",
    "One part.\n\nTwo part.",
    "- One part.\n\n  Two part.\n- Three.\n"
)]
#[case(
    "- One part. Two part.\n- Three.\n",
    "L1-L2",
    "One part.\n- Two part.",
    "- One part.\n- Two part.\n- Three.\n"
)]
#[case("> One part. Two part.\n", "L1-L2", "One part.\n\nTwo part.", "> One part.\n>\n> Two part.\n")]
#[case("One part.\nTwo part.\n", "L1-L2", "One part.\n\nTwo part.", "One part.\n\nTwo part.\n")]
fn a_paragraph_is_split_in_two(
    #[case] source: &str,
    #[case] at: &str,
    #[case] words: &str,
    #[case] right: &str,
) {
    assert_eq!(put(source, at, words), right);
}

#[rstest]
#[case("A body **must** tell.\n", "A body tells.", "A body tells.\n")]
#[case(
    "A body **must** tell its [staff](u) at once.\n",
    "A body **shall** tell its [staff](u) at once.",
    "A body **shall** tell its [staff](u) at once.\n"
)]
#[case(
    "A body **must** tell its [staff](u) at once.\n",
    "A body must tell all its staff at once.",
    "A body **must** tell all its [staff](u) at once.\n"
)]
#[case(
    "A body **must** tell its [staff](u) at once.\n",
    "A body must tell at once.",
    "A body **must** tell at once.\n"
)]
#[case(
    "A body tells[^n] it.\n\n[^n]: Note.\n",
    "A body says[^n] it.",
    "A body says[^n] it.\n\n[^n]: Note.\n"
)]
#[case("A body\ntells *it*\nall.\n", "A body\nsays *it*\nall.", "A body\nsays *it*\nall.\n")]
#[case("A body\ntells *it*\nall.\n", "A body says *it* all.", "A body\nsays *it*\nall.\n")]
#[case("R&amp;D tells `all` of it.\n", "R&D tells all of them.", "R&amp;D tells `all` of them.\n")]
#[case("Use *stars* \\* and more.\n", "Use *stars* \\* and less.", "Use *stars* \\* and less.\n")]
fn the_marks_around_changed_words_stay(#[case] source: &str, #[case] words: &str, #[case] right: &str) {
    assert_eq!(put(source, "L1", words), right);
}

#[rstest]
#[case("First rule.\n\nLast rule.\n", &[("L1", "First rule.\n\nNew rule A."), ("L1", "First rule.\n\nNew rule B.")], "First rule.\n\nNew rule A.\n\nNew rule B.\n\nLast rule.\n", 0)]
#[case("- One.\n- Two.\n", &[("L1", "One.\n- New A."), ("L1", "One.\n- New B.")], "- One.\n- New A.\n- New B.\n- Two.\n", 0)]
#[case("- One.\n- Two.\n", &[("L1", "One.\n- New A."), ("L1-L2", "- One.\n- New B.\n- Two.")], "- One.\n- New A.\n- New B.\n- Two.\n", 0)]
#[case("- One.\n- Two.\n", &[("L2", "Two.\n\nMore."), ("L2", "Two.\n\nMost.")], "- One.\n- Two.\n\n  More.\n\n  Most.\n", 0)]
#[case("- One.\n- Two.\n", &[("L1", "One more."), ("L1", "One.\n- New.")], "- One more.\n- New.\n- Two.\n", 0)]
#[case("- One.\n- Two.\n", &[("L1", "One.\n- New."), ("L1", "One.\n- New.")], "- One.\n- New.\n- Two.\n", 0)]
#[case("- One.\n- Two.\n", &[("L1", "One more."), ("L1", "One less.")], "- One more.\n- Two.\n", 1)]
#[case("- One.\n- Two.\n", &[("L1-L2", "- One more.\n- Two."), ("L2", "Two less.")], "- One more.\n- Two less.\n", 0)]
#[case("- One.\n- Two.\n", &[("L1", ""), ("L1", "One less.")], "- Two.\n", 1)]
#[case("Ask. Tell.\n", &[("L1", "Ask more."), ("L1", "Ask more.")], "Ask more. Tell.\n", 0)]
fn proposals_that_can_both_stand_do(
    #[case] source: &str,
    #[case] asked: &[(&str, &str)],
    #[case] right: &str,
    #[case] left_out: usize,
) {
    assert_eq!(together(source, asked), (right.to_owned(), left_out));
}

#[rstest]
#[case(
    "The body shall report all data within a year.\n",
    "The body must report all data within a year.",
    "The body shall report all data within a month.",
    Some("The body must report all data within a month.\n")
)]
#[case(
    "A body tells its **staff** of [the record](u) soon.\n",
    "A public body tells its **staff** of [the record](u) soon.",
    "A body tells its staff of the record at once.",
    Some("A public body tells its **staff** of [the record](u) at once.\n")
)]
#[case("The body shall report.\n", "The body must report.", "The body may report.", None)]
#[case("The body shall report.\n", "The body must report.", "The body shall always report.", None)]
#[case(
    "- Each year it reports to all.\n",
    "Every year it reports to all.",
    "Each year it reports to none.",
    Some("- Every year it reports to none.\n")
)]
#[case(
    "Ask, then tell the public.\n",
    "Ask first, then tell the public.",
    "Ask, then tell the whole public.",
    Some("Ask first, then tell the whole public.\n")
)]
fn two_suggestions_in_one_sentence_are_combined_when_they_touch_other_words(
    #[case] source: &str,
    #[case] one: &str,
    #[case] other: &str,
    #[case] right: Option<&str>,
) {
    let proposal =
        |id, words: &str| Proposal { id, lines: lines("L1"), chars: None, words: words.to_owned() };
    let both = combined(&text(source), &proposal(1, one), &proposal(2, other));
    assert_eq!(both.as_deref(), right);
}

#[test]
fn each_of_two_equal_passages_changes_alone() {
    let source = "# One\n\nThe body answers.\n\n# Two\n\nThe body answers.\n\n- The body answers.\n- The body answers.\n";
    let second = put(source, "L4", "The body acts.");
    assert_eq!(second, source.replacen("Two\n\nThe body answers", "Two\n\nThe body acts", 1));
    let last = put(source, "L6", "The body acts.");
    assert_eq!(last, format!("{}- The body acts.\n", source.strip_suffix("- The body answers.\n").unwrap()));
    let both = put(source, "L5-L6", "- The body answers.\n- The body acts.");
    assert_eq!(both, last);
}

#[rstest]
#[case("| who | what |\n|---|---|\n| a | b |\n", "L2", "a | c", "| who | what |\n|---|---|\n| a | c |\n")]
#[case("| who | what |\n|---|---|\n| a | b |\n", "L2", "| a | c |", "| who | what |\n|---|---|\n| a | c |\n")]
#[case(
    "| who | what |\n|---|---|\n| a | b |\n",
    "L2",
    "a | b\nc | d",
    "| who | what |\n|---|---|\n| a | b |\n| c | d |\n"
)]
#[case("who | what\n---|---\na | b\n", "L2", "a | b\nc | d", "who | what\n---|---\na | b\nc | d\n")]
#[case(
    "| who | what |\n|---|---|\n| a \\| x | **b** |\n",
    "L2",
    "a \\| x | **c**",
    "| who | what |\n|---|---|\n| a \\| x | **c** |\n"
)]
fn a_row_keeps_its_cells(#[case] source: &str, #[case] at: &str, #[case] words: &str, #[case] right: &str) {
    assert_eq!(put(source, at, words), right);
}

#[test]
fn words_in_a_cell_stay_in_it() {
    let table = text("| who | what |\n|---|---|\n| a body | tells |\n");
    let clause = &table.clauses()[1];
    let at = clause.text.find("tells").unwrap() as u32;
    let chars = at..at + 5;
    let applied = apply(&table, lines("L2"), Some(&chars), "asks | tells\nall").unwrap();
    assert_eq!(applied, "| who | what |\n|---|---|\n| a body | asks \\| tells all |\n");
    assert!(apply(&table, lines("L2"), None, "one | two | three").is_err());
    assert!(apply(&table, lines("L2"), None, "one").is_err());
}

#[test]
fn added_items_have_the_depth_of_those_beside_them() {
    for source in [
        "1. a\n   - one rule\n   - two\n2. b\n",
        "> 1. a\n>    * one rule\n>    * two\n",
        "100. a\n     1) one rule\n     2) two\n",
    ] {
        let added = text(&put(source, "L2", "one rule\n- new rule"));
        let items: Vec<_> = added.clauses().iter().map(|clause| (clause.kind, clause.depth)).collect();
        assert_eq!(items[1], items[2], "{}", added.source());
        assert_eq!(items[2], items[3], "{}", added.source());
        assert_eq!(added.clauses()[2].text, "new rule");
        assert!(items.iter().all(|(kind, _)| *kind == ClauseKind::Item));
    }
}

/// What the text becomes with the words, and what is said of them then.
fn became(source: &str, at: &str, words: &str) -> Outlook {
    let (old, new) = (text(source), text(&put(source, at, words)));
    let ids: Vec<_> = (0..old.clauses().len() as u32).map(ClauseId).collect();
    let anchor = Anchor::on(&old, &ids, lines(at), None).unwrap();
    let placement = Places::between(&old, &new, &ClauseMap::between(&old, &new)).of(&anchor);
    outlook(&anchor, words, &placement, &new)
}

#[rstest]
#[case(
    "- One rule stands.\n- Two rules stand.\n",
    "L1-L2",
    "- One *hard* rule stands.\n- Two [rules](u) stand."
)]
#[case("- One rule stands.\n- Two rules stand.\n", "L1", "One rule stands.\n- A new rule stands here.")]
#[case("# Duties\n\nA body acts.\n", "L1-L2", "# Duties and rights\n\nA body acts.")]
#[case("1. First **sentence** here.\n2. Two.\n", "L1", "First **sentence** of all here.")]
#[case("A body tells[^n] of it.\n\n[^n]: Note.\n", "L1", "A body tells[^n] us of it.")]
#[case("| a | b |\n|---|---|\n| c | d |\n", "L2", "| c | e |")]
fn words_put_in_place_are_seen_there(#[case] source: &str, #[case] at: &str, #[case] words: &str) {
    let became = became(source, at, words);
    assert!(matches!(became, Outlook::Applied { .. }), "{became:?}");
}

#[rstest]
#[case("- One.\n- Two *rules*.\n", "L1-L2", "- One.\n- Two *hard rules*.", "One. Two {hard }rules.")]
#[case("It takes **one** year.\n", "L1", "It takes **two** years.", "It takes [one year]{two years}.")]
#[case("Ask first.\n", "L1", "Ask *first*.", "Ask {*}first{*}.")]
#[case("# Duties\n\nText.\n", "L1", "# Duties and rights", "Duties{ and rights}")]
#[case("Ask first.\n", "L1", "", "[Ask first.]")]
fn a_change_is_shown_as_it_is_read(
    #[case] source: &str,
    #[case] at: &str,
    #[case] words: &str,
    #[case] right: &str,
) {
    let old = text(source);
    let ids: Vec<_> = (0..old.clauses().len() as u32).map(ClauseId).collect();
    let anchor = Anchor::on(&old, &ids, lines(at), None).unwrap();
    let shown = change(&anchor, words).into_iter().map(|piece| match piece.kind {
        PieceKind::Same => piece.text,
        PieceKind::Removed | PieceKind::Was => format!("[{}]", piece.text),
        PieceKind::Added | PieceKind::Now => format!("{{{}}}", piece.text),
    });
    assert_eq!(shown.collect::<String>(), right);
}

#[rstest]
#[case("To ask *or* not to ask.\n", "ask", 19, "To ask *or* not to **tell**.", Some("**tell**"))]
#[case("To ask *or* not to ask.\n", "ask", 3, "To tell *or* not to ask.", Some("tell"))]
#[case("A body **must act** now.\n", "body must", 2, "A body **may act** now.", Some("body may"))]
#[case("- One *rule*.\n- Two.\n", "One", 0, "Each *rule*.", Some("Each"))]
#[case("Ask\nfirst *of* all.\n", "first", 4, "Ask\nlast *of* all.", Some("last"))]
#[case("Ask first *of* all.\n", "first", 4, "Ask last *of* none.", None)]
fn a_wording_of_the_source_is_one_of_the_words_meant(
    #[case] source: &str,
    #[case] quote: &str,
    #[case] offset: u32,
    #[case] wording: &str,
    #[case] right: Option<&str>,
) {
    let source = text(source);
    let ids: Vec<_> = (0..source.clauses().len() as u32).map(ClauseId).collect();
    let anchor = Anchor::near(&source, &ids, lines("L1"), Some(quote), Some(offset)).unwrap();
    assert_eq!(within(&source, lines("L1"), &anchor.chars.unwrap(), wording).as_deref(), right);
}

#[rstest]
#[case("- One.\n- Two.\n- Three.\n", "L2", "L1-L3", "Two *more*.", Some("- One.\n- Two *more*.\n- Three."))]
#[case("- One.\n- Two.\n", "L1", "L1-L2", "One.\n- New.", Some("- One.\n- New.\n- Two."))]
#[case("Ask. Tell. Wait.\n", "L1", "L1-L3", "Ask first.", Some("Ask first. Tell. Wait."))]
#[case("Ask. Tell. Wait.\n", "L1-L2", "L1-L3", "Ask.", Some("Ask. Wait."))]
#[case("Ask. Tell. Wait.\n", "L1-L2", "L2-L3", "Ask.", None)]
#[case("Ask. Tell.\n", "L1", "L1", "Ask first.", Some("Ask first."))]
#[case(
    "Ask in writing. Others may wait a week.\n",
    "L1",
    "L1-L2",
    "Ask by letter. Others wait a day.",
    Some("Ask by letter. Others wait a day.")
)]
fn a_wording_of_some_lines_is_one_of_more(
    #[case] source: &str,
    #[case] typed_for: &str,
    #[case] at: &str,
    #[case] wording: &str,
    #[case] right: Option<&str>,
) {
    assert_eq!(widened(&text(source), lines(typed_for), lines(at), wording).as_deref(), right);
}

#[rstest]
#[case(
    "The body:\n\n(a) asks;\n(b) tells.\n\nEnd.\n",
    "L3",
    "(b) tells;\n(c) waits.",
    "The body:\n\n(a) asks;\n(b) tells;\n(c) waits.\n\nEnd.\n"
)]
#[case("The body:\n\na) asks;\nb) tells.\n", "L3", "b) tells all.", "The body:\n\na) asks;\nb) tells all.\n")]
#[case(
    "The body:\n\n• asks;\n• tells.\n",
    "L2-L3",
    "• asks;\n• hears;\n• tells.",
    "The body:\n\n• asks;\n• hears;\n• tells.\n"
)]
#[case("The body:\n\n• asks;\n• tells.\n", "L2", "", "The body:\n\n• tells.\n")]
fn items_with_typed_marks_stay_items(
    #[case] source: &str,
    #[case] at: &str,
    #[case] words: &str,
    #[case] right: &str,
) {
    assert_eq!(put(source, at, words), right);
}

#[test]
fn the_words_of_an_anchor_are_given_with_their_marks() {
    let text = text("- Ask [the office](/o) first.\n- Wait **ten** days, or more.\n");
    let given = |at: &str, quote: Option<&str>| {
        let anchor = Anchor::on(&text, &[ClauseId(0), ClauseId(1)], lines(at), quote).unwrap();
        domain::suggestion::given_of(&text, &anchor).unwrap()
    };
    assert_eq!(given("L1-L2", None), "- Ask [the office](/o) first.\n- Wait **ten** days, or more.");
    assert_eq!(given("L2", None), "Wait **ten** days, or more.");
    assert_eq!(given("L2", Some("days, or more")), "days, or more");
    assert_eq!(given("L1", Some("office first")), "office first", "a mark ends in the middle");
}

#[test]
fn of_lines_that_were_joined_or_have_grown_only_the_words_that_were_meant_are_replaced() {
    let source = "The office keeps a record. It is open to all.\n";
    let old = text(source);
    let mut cuts = domain::text::Cuts::default();
    cuts.join(u32::try_from(source.find("It is").unwrap()).unwrap());
    let joined = Text::read(source, &domain::text::Manner { cuts, ..domain::text::Manner::default() });
    assert_eq!(joined.line_count(), 1);
    let anchor = Anchor::on(&old, &[ClauseId(0)], lines("L1"), None).unwrap();
    let placed = Places::between(&old, &joined, &ClauseMap::between(&old, &joined)).of(&anchor);
    let words = "The office shall keep a record.";
    let Outlook::Applicable { lines } = outlook(&anchor, words, &placed, &joined) else {
        panic!("{placed:?}")
    };
    let chars = domain::suggestion::put_on(&anchor, &placed, lines, &joined);
    let merged = merge(&joined, &[Proposal { id: 1, lines, chars, words: words.to_owned() }]);
    assert_eq!(merged.source, "The office shall keep a record. It is open to all.\n");
}

#[rstest]
#[case("**公共机构**说明用途。\n", "公共机构必须说明用途。", "**公共机构**必须说明用途。\n")]
#[case("公共**机构说明**用途。\n", "公共的机构说明用途。", "公共的**机构说明**用途。\n")]
#[case("Bodies *explain*. More.\n", "Bodies explain it. More.", "Bodies *explain* it. More.\n")]
#[case("**Bodies** explain.\n", "Bodies must explain.", "**Bodies** must explain.\n")]
#[case(
    "See **part one, and part** two.\n",
    "See part one, and then part two.",
    "See **part one, and then part** two.\n"
)]
fn words_put_in_beside_emphasis_stand_outside_of_it(
    #[case] source: &str,
    #[case] words: &str,
    #[case] right: &str,
) {
    assert_eq!(put(source, &format!("L1-L{}", text(source).line_count()), words), right);
}
