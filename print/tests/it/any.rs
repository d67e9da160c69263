//! Any words at all give a file.

use print::{Kind, print};
use proptest::prelude::*;

use crate::support::{comment, paper, text, thread};

/// Scripts and signs that fonts and layouts stumble over, besides any character.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<char>().prop_map(String::from),
        "[ -~]{1,12}",
        "[\u{0}-\u{1f}\u{7f}-\u{9f}]{1,3}",
        "[\u{600}-\u{6ff}]{1,6}",
        "[\u{300}-\u{36f}]{1,4}",
        "[\u{2000}-\u{206f}]{1,3}",
        "[\u{e000}-\u{e010}\u{fff0}-\u{ffff}\u{feff}]{1,2}",
        "[\u{4e00}-\u{4eff}]{1,6}",
        "[\u{1f1e6}-\u{1f1ff}\u{1f600}-\u{1f640}\u{200d}\u{fe0f}]{1,4}",
        Just("\n\n# ".to_owned()),
        Just("\n\n- ".to_owned()),
        Just("\n| a | b |\n| - | - |\n| c | d |\n\n".to_owned()),
        Just("[^1] \n\n[^1]: x\n\n".to_owned()),
        Just("> > 1. (a) ".to_owned()),
        Just("`#{}` **b** *i* [l](https://x.example/é) ".to_owned()),
        Just("https://example.org/".repeat(9)),
    ]
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_words_in_any_field_give_a_file(source in words(), said in words(), other in words(), tag in "[a-z]{0,4}(-[A-Z]{2})?") {
        let text = text(&source, &tag);
        let lines = text.all_lines();
        let anchor = lines.map(|lines| {
            let ids: Vec<_> = (0..text.clauses().len() as u32).map(domain::text::ClauseId).collect();
            domain::anchor::Anchor::on(&text, &ids, lines, None).unwrap()
        });
        let threads = vec![
            thread(1, anchor, vec![comment(&other, &said, Some(&other))]),
            thread(2, None, vec![comment(&said, &other, None)]),
        ];
        for kind in [Kind::Text, Kind::Beside, Kind::EndNotes, Kind::Matrix, Kind::SignOff] {
            let mut paper = paper(&text, &tag, "ar", threads.clone());
            paper.document.title = other.clone();
            paper.document.forum = said.clone();
            paper.document.address = other.clone();
            paper.stage = said.clone();
            paper.seats[0].seat = other.clone();
            paper.seats[0].statements = vec![said.clone(), String::new()];
            paper.credits = vec![other.clone()];
            let printed = print(&paper, kind);
            prop_assert!(printed.is_ok(), "{kind:?}: {:?}", printed.err());
        }
    }
}

#[test]
fn lists_and_quotations_in_one_another_to_the_deepest_give_a_file() {
    let deep: String = (0..32).map(|depth| format!("{}- level {depth}\n", "  ".repeat(depth))).collect();
    let quoted = format!("{} quoted", "> ".repeat(32));
    for source in [deep, quoted] {
        let text = text(&source, "en");
        for kind in [Kind::Text, Kind::Beside] {
            assert_eq!(
                print(&paper(&text, "en", "en", Vec::new()), kind).err(),
                None,
                "{kind:?} of {source}"
            );
        }
    }
}
