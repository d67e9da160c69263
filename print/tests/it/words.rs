//! What stands on paper is what was written.

use print::{Kind, print};

use crate::support::{ARABIC, KINDS, TEXT, comment, discussed, paper, read_by, text, thread, words};

#[test]
fn every_paper_is_sound_and_says_that_it_is_accessible_and_archivable() {
    let text = text(TEXT, "en");
    for kind in KINDS {
        let paper = paper(&text, "en", "en", discussed(&text));
        let printed = print(&paper, kind).unwrap();
        assert!(printed.missing.is_empty(), "{kind:?}: {:?}", printed.missing);
        let marks = String::from_utf8_lossy(&printed.file).into_owned();
        for mark in ["/StructTreeRoot", "/MarkInfo", "/Lang", "pdfuaid:part", "pdfaid:part"] {
            assert!(marks.contains(mark), "{kind:?} without {mark}");
        }
        let Some((sound, said)) = read_by("qpdf", &["--check", "FILE"], &printed.file) else { return };
        assert!(sound, "{kind:?}: {said}");
    }
}

#[test]
fn the_text_reads_in_its_order_with_its_marks_its_note_and_its_signatories() {
    let text = text(TEXT, "en");
    let printed = print(&paper(&text, "en", "en", Vec::new()), Kind::Text).unwrap();
    let Some(words) = words(&printed.file) else { return };
    let mut place = 0;
    for piece in [
        "Principles for public systems",
        "1 Notice",
        "(a) tell people before it matters;",
        "(c) answer within 30 days.",
        "1. First, publish the notice.",
        "• On paper.",
        "Ministry 30",
        "What is not said is not agreed.",
        "See the act, and config.toml.",
        "Aravel Endorses Grace Lund",
        "Aravel reads “shall” as a duty of result.",
        &text.digest().to_string(),
        "https://comity.example/drafts/DN-2026-001/versions/2",
    ] {
        let found = words[place..].find(piece);
        assert!(found.is_some(), "{piece:?} is not in its place: {words}");
        place += found.unwrap_or_default();
    }
    assert!(words.contains("Within its own powers."), "{words}");
}

#[test]
fn words_that_are_markup_elsewhere_are_words_here() {
    let source = "#import \"x\": *\n\n\\#set page(width: 1pt) $x^2$ @ref \\\\ ]]> ~ `#panic()` // no comment /* none */\n";
    let text = text(source, "en");
    let said = "#{panic()} $ @x ]]> \\u{0} \u{2028} \u{7} =1+1";
    let printed = print(
        &paper(&text, "en", "en", vec![thread(1, None, vec![comment("#eval(1)", said, None)])]),
        Kind::EndNotes,
    );
    let Some(words) = words(&printed.unwrap().file) else { return };
    for piece in [
        "#set page(width: 1pt) $x^2$ @ref",
        "#panic()",
        "// no comment /* none */",
        "#eval(1)",
        "#{panic()} $ @x ]]>",
        "[U+0007]",
    ] {
        assert!(words.contains(piece), "{piece:?} is not in {words}");
    }
}

#[test]
fn every_line_has_its_number_and_every_comment_stands_once() {
    let text = text(TEXT, "en");
    for kind in [Kind::Beside, Kind::EndNotes] {
        let printed = print(&paper(&text, "en", "en", discussed(&text)), kind).unwrap();
        let Some(words) = words(&printed.file) else { return };
        for line in text.lines().iter().filter(|line| line.cells.is_empty()) {
            assert!(
                words.contains(&line.number.to_string()),
                "{kind:?} without line {}: {words}",
                line.number
            );
        }
        for piece in ["Not a wish.", "says in writing", "Thirty is short.", "Whose?", "=cmd|'"] {
            assert_eq!(words.matches(piece).count(), 1, "{kind:?}, {piece:?}: {words}");
        }
    }
}

#[test]
fn a_comment_stands_beside_its_own_words_and_not_beside_a_note_above_them() {
    let text = text(TEXT, "en");
    let printed = print(&paper(&text, "en", "en", discussed(&text)), Kind::Beside).unwrap();
    let Some(words) = words(&printed.file) else { return };
    let place = |piece: &str| words.find(piece).unwrap();
    assert!(place("keep a record of each decision") < place("Thirty is short."), "{words}");
    assert!(place("Whose?") < place("keep a record of each decision"), "{words}");
}

#[test]
fn six_languages_of_the_united_nations_are_set_without_a_box() {
    for (tag, source) in [
        ("en", "# Title\n\nNaïve façade, 5 °C ± 1 – “quoted”.\n"),
        ("fr", "# Préambule\n\nL’œuvre « éclairée » coûte 5 € ; ça va ?\n"),
        ("es", "# Preámbulo\n\n¿Qué? ¡Año nuevo! Pingüino.\n"),
        ("ru", "# Преамбула\n\nКаждое ведомство обязано «отвечать» в течение 30 дней. Ёжик № 5.\n"),
        ("ar", ARABIC),
        ("zh", "# 原则\n\n每个机构应当以书面形式说明系统的用途。《行政法》第三条：“通知”。\n"),
    ] {
        let text = text(source, tag);
        let printed = print(&paper(&text, tag, "en", Vec::new()), Kind::Room).unwrap();
        assert!(printed.missing.is_empty(), "{tag}: {:?}", printed.missing);
    }
}

#[test]
fn a_character_that_no_font_has_is_a_number_and_said() {
    let text = text("# Title\n\nWritten \u{13000} in 𐎠 stone.\n", "en");
    let printed = print(&paper(&text, "en", "en", Vec::new()), Kind::Text).unwrap();
    assert_eq!(printed.missing.into_iter().collect::<Vec<_>>(), ['\u{103a0}', '\u{13000}']);
    let Some(words) = words(&printed.file) else { return };
    assert!(words.contains("[U+13000] in [U+103A0] stone"), "{words}");
    assert!(words.contains("print-missing 2 U+103A0, U+13000"), "{words}");
}

#[test]
fn the_same_paper_is_the_same_file() {
    let text = text(TEXT, "en");
    let file = || print(&paper(&text, "en", "en", discussed(&text)), Kind::EndNotes).unwrap().file;
    assert_eq!(file(), file());
}
