use rstest::rstest;

use super::{Query, index};
use crate::text::Language;

/// Whether a text of a language is found by what was typed.
fn finds(typed: &str, text: &str, language: Language) -> bool {
    let known = index(text, language);
    let query = Query::parse(typed);
    !query.is_empty()
        && query.words().iter().all(|asked| asked.forms.iter().any(|form| known.contains_key(form)))
}

#[rstest]
#[case(Language::English, "harbours answering", "The harbour answers each letter.")]
#[case(Language::English, "HARBOUR", "the harbour’s office")]
#[case(Language::French, "accord", "Les parties à l’accord sont convenues.")]
#[case(Language::French, "decisions publiees", "La décision publiée reste.")]
#[case(Language::Spanish, "articulo obligacion", "Los artículos crean obligaciones.")]
#[case(Language::Russian, "статья принципы", "В статьях названы принципы.")]
#[case(Language::Russian, "отчет", "Отчёты публикуются.")]
#[case(Language::Arabic, "مؤسسة", "تجيب المؤسسات والمؤسسة.")]
#[case(Language::Arabic, "السجل", "ينشر في سجلٍّ وبالسجـل.")]
#[case(Language::Arabic, "14", "المادة ١٤")]
#[case(Language::German, "hafen", "Die Häfen und der Hafen.")]
#[case(Language::Other, "bandari", "Ofisi ya bandari.")]
#[case(Language::English, "ＡＩ ﬁle", "An AI file.")]
#[case(Language::English, "DN-2026-001", "see DN-2026-001, page 3")]
fn a_text_is_found_by_the_forms_of_its_words(
    #[case] language: Language,
    #[case] typed: &str,
    #[case] text: &str,
) {
    assert!(finds(typed, text, language), "{typed} in {text}: {:?}", index(text, language));
}

#[rstest]
#[case("harbour master", "The harbour answers.")]
#[case("", "The harbour answers.")]
#[case("… — !", "The harbour — answers!")]
#[case("thirteen", "thirty")]
#[case("30", "300 and 3.0")]
fn and_by_no_other(#[case] typed: &str, #[case] text: &str) {
    assert!(!finds(typed, text, Language::English));
}

#[cfg(feature = "dictionary")]
#[test]
fn chinese_is_found_by_its_words() {
    assert!(finds("人工智能", "公共机构必须说明人工智能系统的用途。", Language::Chinese));
    assert!(!finds("共机", "公共机构必须说明用途。", Language::Chinese));
}

fn shown(typed: &str, text: &str, most: usize) -> String {
    let excerpt = Query::parse(typed).excerpt(text, Language::English, most);
    let pieces = excerpt
        .pieces
        .iter()
        .map(|(said, is_asked)| if *is_asked { format!("[{said}]") } else { said.clone() });
    let (before, after) = (if excerpt.before { "…" } else { "" }, if excerpt.after { "…" } else { "" });
    format!("{before}{}{after}", pieces.collect::<String>())
}

#[test]
fn what_was_asked_for_is_marked_in_its_context() {
    assert_eq!(shown("answer", "The harbour answers.", 80), "The harbour [answers].");
    let long = "The first words say nothing of it at all. Then the harbour answers each letter in writing, and the harbour says why it did so.";
    assert_eq!(
        shown("harbour letters", long, 60),
        "…all. Then the [harbour] answers each [letter] in writing, and…"
    );
    assert_eq!(shown("nowhere", long, 20), "The first words say…");
    assert_eq!(shown("人", "一".repeat(50).as_str(), 10), format!("{}…", "一".repeat(10)));
}

#[test]
fn no_more_than_some_words_are_asked_for() {
    let many = (0..40).map(|number| format!("w{number} ")).collect::<String>();
    assert_eq!(Query::parse(&many).words().len(), super::MOST);
    assert_eq!(Query::parse("same Same SAME").words().len(), 1);
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_can_be_looked_for_and_marked(typed in "\\PC{0,30}", text in "\\PC{0,200}", most in 0_usize..60) {
        let query = Query::parse(&typed);
        let excerpt = query.excerpt(&text, Language::English, most);
        let joined: String = excerpt.pieces.iter().map(|(said, _)| said.as_str()).collect();
        proptest::prop_assert!(text.contains(&joined) && joined.chars().count() <= most);
    }
}
