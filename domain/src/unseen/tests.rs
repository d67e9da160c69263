use rstest::rstest;

use super::*;

fn refused(text: &str) -> Option<Kind> {
    check(text).err().map(|bad| bad.kind)
}

#[rstest]
#[case("within \u{202e}14\u{202c} days", Kind::Override)]
#[case("within \u{202d}14\u{202c} days", Kind::Override)]
#[case("within \u{202e}14 days", Kind::Override)]
#[case("\u{202e}Name", Kind::Override)]
#[case("see \u{202b}this", Kind::Unbalanced)]
#[case("see \u{202a}this\n\nand\u{202c}", Kind::Unbalanced)]
#[case("see \u{2067}this", Kind::Unbalanced)]
#[case("see this\u{2069}", Kind::Unbalanced)]
#[case("see this\u{202c}", Kind::Unbalanced)]
#[case("see \u{2066}this\u{202c}", Kind::Unbalanced)]
#[case("from \u{202b}12-14\u{202c} days", Kind::Reorders)]
#[case("from \u{2067}12-14\u{2069} days", Kind::Reorders)]
#[case("from \u{2067}3.5/7\u{2069} days", Kind::Reorders)]
#[case("from 12\u{200f}-\u{200f}14 days", Kind::Reorders)]
#[case("a \u{e000} sign", Kind::PrivateUse)]
#[case("a \u{f8ff} sign", Kind::PrivateUse)]
#[case("a \u{f0000} sign", Kind::PrivateUse)]
#[case("a \u{10fffd} sign", Kind::PrivateUse)]
#[case("tag\u{e0041}\u{e0042}", Kind::Tag)]
#[case("\u{e0001}en", Kind::Tag)]
#[case("\u{1f3f4}\u{e0067}\u{e0062}", Kind::Tag)]
#[case("\u{1f3f4}\u{e007f}", Kind::Tag)]
#[case("no\u{3164}t", Kind::Invisible)]
#[case("no\u{ffa0}t", Kind::Invisible)]
#[case("no\u{115f}t", Kind::Invisible)]
#[case("no\u{180e}t", Kind::Invisible)]
#[case("no\u{2800}t", Kind::Invisible)]
#[case("no\u{fe0f}t", Kind::Invisible)]
#[case("no\u{e0100}t", Kind::Invisible)]
#[case("no\u{206a}t", Kind::Invisible)]
#[case("no\u{fff9}t", Kind::Invisible)]
#[case("12\u{200b}34 tons", Kind::Invisible)]
#[case("12\u{ad}\u{2060}34 tons", Kind::Invisible)]
#[case("١٢\u{200c}٣٤ طنًا", Kind::Invisible)]
#[case("no\u{8}t", Kind::Control)]
#[case("no\u{1b}[31m", Kind::Control)]
#[case("no\u{9b}t", Kind::Control)]
#[case("no\u{ffff}t", Kind::Control)]
#[case("p\u{430}y the fee", Kind::LookAlike)]
#[case("\u{41e}ECD", Kind::LookAlike)]
#[case("\u{39f}ECD", Kind::LookAlike)]
#[case("Нe позднее", Kind::LookAlike)]
#[case("мoжет", Kind::LookAlike)]
#[case("the c\u{585}uncil", Kind::LookAlike)]
#[case("не пoзже", Kind::LookAlike)]
#[case("Par\u{456}s", Kind::LookAlike)]
#[case("\u{420}ay", Kind::LookAlike)]
#[case("The \u{13a0}eputy signs", Kind::LookAlike)]
#[case("the \u{a4ee}gency", Kind::LookAlike)]
#[case("the b\u{2c9f}ard", Kind::LookAlike)]
#[case("the \u{1d41a}gency", Kind::LookAlike)]
#[case("Совет \u{1d41a}гентства", Kind::LookAlike)]
#[case("within 3\u{41e} days", Kind::LookAlike)]
#[case("within \u{417}0 days", Kind::LookAlike)]
#[case("within 1\u{39f}\u{39f} days", Kind::LookAlike)]
fn what_has_no_honest_use_is_refused(#[case] text: &str, #[case] kind: Kind) {
    assert_eq!(refused(text), Some(kind));
}

#[rstest]
#[case("plain words\n\nand more")]
#[case("\u{200f}يبلغ الحد \u{200e}30\u{200f} يومًا.")]
#[case("المادة \u{2067}٣-٤ من النص\u{2069} نافذة")]
#[case("see \u{2068}Mira\u{2069} and \u{2066}Ada\u{2069}")]
#[case("٣٠\u{61c} يومًا")]
#[case("می\u{200c}خواهم")]
#[case("क्\u{200d}ष")]
#[case("👩\u{200d}⚖\u{fe0f} and 1\u{fe0f}\u{20e3}")]
#[case("\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}")]
#[case("葛\u{e0100}城")]
#[case("co\u{ad}operation of signa\u{200b}tories, pub\u{2060}lic")]
#[case("\u{feff}# Heading")]
#[case("5 μm, Δt and β-blockers")]
#[case("Проект COVID-19 и ЕС")]
#[case("a и b")]
#[case("Auf\u{200c}lage")]
#[case("שלום 12-14")]
#[case("H2O, CO2, 3D and 5G; ст. 3а и 3б")]
#[case("the integral of \u{1d465} d\u{1d465} in \u{2115}")]
#[case("5 \u{2113} of water, Title \u{2163}")]
#[case("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ")]
#[case("ⲡⲓⲙⲁⲓ̀ ϣⲁⲓ")]
#[case("ꓡꓲ-ꓢꓴ")]
#[case("Ŋutila ɖe asi")]
fn what_writers_need_stays(#[case] text: &str) {
    assert_eq!(find(text), []);
}

#[rstest]
#[case("see \u{202a}this\u{202c} one", Kind::Embedding, 2)]
#[case("انظر \u{202b}النص\u{202c} هنا", Kind::Embedding, 2)]
#[case("два SMSа", Kind::LookAlike, 1)]
#[case("the \u{440}\u{430}\u{443} is due", Kind::LookAlike, 1)]
#[case("f\u{2061}(x)", Kind::Invisible, 1)]
#[case("в течение 3О дней", Kind::LookAlike, 1)]
#[case("в течение 3O дней", Kind::LookAlike, 1)]
#[case("the \u{1d429}\u{1d41a}\u{1d432} is due", Kind::LookAlike, 1)]
#[case("within 3\u{1d7ce} days", Kind::LookAlike, 1)]
#[case("the \u{217d}lause", Kind::LookAlike, 1)]
#[case("the re\u{261}ister", Kind::LookAlike, 1)]
fn what_may_be_meant_is_shown(#[case] text: &str, #[case] kind: Kind, #[case] count: usize) {
    let found = find(text);
    assert!(found.len() == count && found.iter().all(|one| one.kind == kind && !one.refused), "{found:?}");
    assert_eq!(check(text), Ok(()));
}

#[test]
fn a_refusal_names_the_character_its_line_and_its_offset() {
    let bad = check("One.\n\nTwo ü \u{202e}3\u{202c}").unwrap_err();
    assert_eq!((bad.line, bad.offset, bad.character), (3, 7, '\u{202e}'));
    let bad = check("The p\u{430}y.").unwrap_err();
    assert_eq!((bad.word.as_str(), bad.line, bad.offset), ("p\u{430}y", 1, 5));
}

#[test]
fn what_is_unseen_is_written_out() {
    assert_eq!(written("in \u{202e}14\u{202c} days"), "in [U+202E]14[U+202C] days");
}

proptest::proptest! {
    #[test]
    fn the_quick_look_misses_nothing(text in "([a-zéаοا公١９ ،。\u{a0}-\u{24f}‐-⁯]|[\u{0}-\u{ff}]|.){0,16}") {
        proptest::prop_assert_eq!(find(&text), searched(&text));
    }

    #[test]
    fn places_are_whole_characters_in_order(text in ".{0,40}") {
        let found = find(&text);
        proptest::prop_assert!(found.iter().all(|one| text.get(one.place.clone()).is_some()));
    }
}

#[test]
fn a_word_drawn_as_a_latin_one_is_shown_between_latin_words() {
    for (text, word) in [
        ("The newspaper Правда and the Сосо agency pay.", "Сосо"),
        ("The office Правда is not ours. АРЕХ pays the fee.", "АРЕХ"),
        ("The letter Ω and the office ΝΑΤΟ sign.", "ΝΑΤΟ"),
    ] {
        let found = shown(text);
        let told: Vec<_> =
            found.iter().map(|one| (&text[one.place.clone()], one.kind, one.refused)).collect();
        assert_eq!(told, [(word, Kind::LookAlike, false)], "{text}");
    }
    for honest in [
        "Газета «Правда» и роса на траве.",
        "The words «роса лежит, и роса» are Russian: будущее.",
        "The angle α and the speed ν grow.",
        "Η ΝΑΤΟ υπογράφει.",
    ] {
        assert_eq!(shown(honest), [], "{honest}");
    }
}
