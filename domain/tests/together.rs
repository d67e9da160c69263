//! Two texts that are read together are what they are when each is read alone.

use domain::text::{Both, Cuts, Language, Manner, Text};
use proptest::prelude::*;

/// Blocks of many shapes, among them what reaches over empty lines.
const BLOCKS: &[&str] = &[
    "# Duties of the harbour office",
    "## 3. Notice\nThe office answers.",
    "### Article 4\n\n(a) the name;\n\n(b) the date.",
    "# 一、总则",
    "#tag that is none",
    "Title\n=====",
    "The office shall answer each letter within 30 days. It says why; see Article 4. Nobody pays for it.",
    "Letters are answered in the order in which they came, unless the sender asks for haste and says why it is needed; the office may then answer at once. Who asks for haste three times in a year pays what it costs. The list of those who paid is kept for a year and is then burnt by the keeper of the lists, in the presence of the harbour master and of one witness, who both sign for it, each in the same book.",
    "第三条 机关应当公告。申诉由法院受理。",
    "Primero. La oficina responde.",
    "1. one\n2. two\n\n3. three",
    "2. two",
    "3. three\n\n   more of it\n\n       code in it",
    "- item\n- item two\n\n  goes on",
    "  - deeper",
    "• typed\n• list",
    "• typed alone",
    "a) typed\nb) letters",
    "c) alone",
    "c) alone\n\nd) and next",
    "3 - Notice of it",
    "> quoted\n> 1. twice\n\n> again",
    "> ```\n> code",
    "```\ncode\n\n# no heading\n\nPlain in code.",
    "```",
    "~~~ sh\ncode ~~~\n```",
    "~~~",
    "````\n```\n\n# still code\n\n````",
    "``` inline ``` words",
    "    code\n\n    more code",
    "- ```\n  code\n\n# heading\n\n  ```",
    "  ```\n  code",
    "1.  item\n\n    ```\n    > [list]: /no\n    # no\n    ```\n\n    more",
    "- item\n\n  ```\n  code\n\n# heading\n\n  ```",
    "- item\n\n  - inner\n\n    ```\n    code\n\n  out\n\n# heading\n\n    ```",
    "-  item\nlazy\n\n   ```\n   [1]: /x\n\n   ```",
    "    ```\n    code",
    "words go on\n[list]: /no",
    "# Heading\n[list]: /yes",
    "<div>\nraw\n```\n</div>",
    "<!-- a comment -->",
    "<!-- a comment\n\n# in it",
    "-->",
    "<pre>\n\n# raw\n\n</pre>",
    "<?php\n\n# raw\n\n?>",
    "<b>bold</b> words <!-- said\n\nor not -->",
    "term\n: meaning",
    "term two\n\n: meaning of it\n\n  goes on",
    ": meaning alone",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "See [the list] and [^1] and [list][].",
    "[the list]: https://example.org 'Title'",
    "[^1]: A note.\n\n    More of it.",
    "[list\nlong]: /there",
    "---",
    "- - - - - - - - - - - - - - - - - - - - - - - -",
    "****************************************************************",
    "a \\\nhard break  \nand *one\nmore*",
    "\u{3000}```",
    "\u{a0}",
    "Words\r\nwith returns.\r\n",
    "a lone\rreturn",
    "30 days after it\n\n31 days after it",
];

fn deep() -> impl Strategy<Value = String> {
    (0_usize..50, prop_oneof!["- ", "> ", "1. ", "  "]).prop_map(|(times, mark)| mark.repeat(times) + "deep")
}

fn block() -> impl Strategy<Value = String> {
    let known = prop::sample::select(BLOCKS).prop_map(str::to_owned);
    let long = prop::sample::select(&BLOCKS[6..8]).prop_map(|block| [block; 3].join(" "));
    let heading = prop::sample::select(&BLOCKS[..3]).prop_map(str::to_owned);
    prop_oneof![12 => known, 6 => heading, 4 => long, 1 => deep()]
}

fn text() -> impl Strategy<Value = Vec<(String, &'static str)>> {
    let gap = prop_oneof![8 => Just("\n\n"), 1 => Just("\n"), 1 => Just("\n \t\n"), 1 => Just("\n\n\n")];
    prop::collection::vec((block(), gap), 0..24)
}

/// What is left, changed, put in and moved.
fn edited(blocks: &[(String, &'static str)], edits: &[(u8, usize, String)]) -> Vec<(String, &'static str)> {
    let mut blocks = blocks.to_vec();
    for (kind, place, with) in edits {
        let place = place % (blocks.len() + 1);
        match kind {
            0 if place < blocks.len() => drop(blocks.remove(place)),
            1 if place < blocks.len() => blocks[place].0.push_str(" newly"),
            2 if place < blocks.len() => {
                let moved = blocks.remove(place);
                blocks.insert(blocks.len() / 2, moved);
            }
            3 if place < blocks.len() => blocks[place].0 = with.clone(),
            _ => blocks.insert(place, (with.clone(), "\n\n")),
        }
    }
    blocks
}

fn joined(blocks: &[(String, &'static str)], front: &str) -> String {
    blocks.iter().fold(front.to_owned(), |text, (block, gap)| text + block + gap)
}

fn assert_same(old: &str, new: &str, manner: &Manner) -> Result<(), TestCaseError> {
    let both = Both::of(old, new, manner);
    let parts: Vec<_> = (0..both.parts()).filter_map(|part| both.read(part)).collect();
    prop_assert_eq!(both.old_text(&parts), Text::read(old, manner));
    prop_assert_eq!(both.new_text(&parts), Text::read(new, manner));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn texts_read_together_are_what_they_are_alone(
        blocks in text(),
        edits in prop::collection::vec((0_u8..5, 0_usize..40, block()), 0..6),
        front in prop_oneof![6 => Just(""), 1 => Just("---\ntitle: a\n\n# no heading\n\n---\n"), 1 => Just("\u{feff}"), 1 => Just("---\nnever\n\n")],
        likely in prop_oneof![3 => Just(Some(Language::English)), 1 => Just(None)],
    ) {
        let manner = Manner { likely, ..Manner::default() };
        assert_same(&joined(&blocks, front), &joined(&edited(&blocks, &edits), front), &manner)?;
    }

    #[test]
    fn lines_that_a_person_cut_stay_cut(blocks in text(), cuts in prop::collection::btree_set(0_u32..2000, 0..40)) {
        let manner = Manner { cuts: Cuts { split: cuts, ..Cuts::default() }, ..Manner::default() };
        let old = joined(&blocks, "");
        assert_same(&old, &[old.as_str(), "More."].concat(), &manner)?;
    }
}

/// Otherwise nothing would be tested above.
#[test]
fn what_is_equal_is_read_once() {
    let section = |index| format!("# Duty {index}\n\n{}\n\n", [BLOCKS[7]; 40].join("\n\n"));
    let all: String = (0..10).map(section).collect();
    let new = all.replace("# Duty 5", "# Right 5");
    let manner = Manner::default();
    let alone = Both::of(&all, "", &manner).parts();
    let both = Both::of(&all, &new, &manner).parts();
    assert!(alone > 10 && both < alone + 6, "{alone} {both}");
}

#[test]
fn what_stands_before_a_seam_is_known_after_it() -> Result<(), TestCaseError> {
    let rest = "# Duty\n\n• one\n• two\n\n# Right\n\n• three\n• four\n\n";
    for front in [
        "---\ntitle: a\n> ```\n---\n\n",
        "```\n~~~\n```\n\n",
        "1. a\n\n   ```\n   [b]: /c\n   ```\n\n",
        "term\n: meaning\n\n",
    ] {
        let old = [front, rest].concat();
        assert_same(&old, &old.replace("Right", "Rule"), &Manner::default())?;
    }
    Ok(())
}
