use proptest::prelude::*;

use super::{Uniform, is_uniform, normalise, uniform};

fn same(pairs: &[(&str, &str)]) {
    for (one, other) in pairs {
        assert_eq!(normalise(one), normalise(other), "{one:?} and {other:?} read the same");
    }
}

#[test]
fn what_is_read_aloud_the_same_is_the_same() {
    same(&[
        ("two  words\nwrapped", "two words wrapped"),
        ("the body\u{2019}s \u{201c}duty\u{201d}", "the body's \"duty\""),
        ("répond\u{202f}: «\u{a0}oui\u{a0}» à 5\u{a0}%", "répond: «oui» à 5%"),
        ("a duty \u{2014} and a right", "a duty\u{2013}and a right"),
        ("pages 3\u{2013}5", "pages 3-5"),
        ("co\u{ad}oper\u{200b}ation is pub\u{2060}lic\u{feff}", "cooperation is public"),
        ("السـجل العـــام", "السجل العام"),
        ("\u{200f}ترد الجهة\u{200f}.", "ترد الجهة."),
        ("公共 机构\n说明 AI 系统。", "公共机构说明AI系统。"),
        ("（ａ）３％，", "(a)3%,"),
        ("and so on…", "and so on..."),
        ("„ja“, »nein«, “so”", "»ja«, \"nein\", «so»"),
        ("er sagt: »ja«.", "er sagt: „ja“."),
        ("(« oui »)", "(“oui”)"),
        ("العا\u{ad}ـم", "العام"),
    ]);
}

#[cfg(feature = "dictionary")]
#[test]
fn letters_are_the_same_however_they_are_put_together() {
    same(&[
        ("de\u{301}cision motive\u{301}e", "décision motivée"),
        ("a\u{323}\u{302}", "ậ"),
        ("й", "и\u{306}"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("\u{fe8e}\u{fedf}", "ال"),
        ("ﬁnal", "final"),
        ("\u{1112}\u{1161}\u{11ab}", "한"),
    ]);
}

#[test]
fn what_says_something_else_stays_something_else() {
    let pairs = [
        ("5\u{2032}", "5"),
        ("5\u{2032}", "5\u{2033}"),
        ("below \u{2212}5", "below 5"),
        ("below \u{2013}5", "below -5"),
        ("€5", "$5"),
        ("5.0", "5,0"),
        ("a < b", "a ≤ b"),
        ("été", "ete"),
        ("in form", "inform"),
        ("may be", "maybe"),
        ("1\u{200f}4", "14"),
        ("3 \u{200f}4", "3 4"),
        ("41\u{202e}", "41"),
        ("[...] shall", "shall"),
        ("10 000", "10000"),
        ("12\u{200b}34", "1234"),
        ("12\u{ad}\u{feff}34", "1234"),
        ("12\u{200d}34", "1234"),
        ("الت\u{200c}زام", "التزام"),
        ("x²", "x2"),
        ("The", "the"),
        ("'yes'", "\"yes\""),
        ("👩\u{200d}🚀", "👩🚀"),
        ("٣٠", "30"),
    ];
    for (one, other) in pairs {
        assert_ne!(normalise(one), normalise(other), "{one:?} and {other:?} do not read the same");
    }
}

proptest! {
    #[test]
    fn the_quick_look_and_the_rules_agree(text in "([a-c é-]|[ -~]|[\u{a0}«»“…–公机。ا-ي０-９é\u{ad}\u{200f}]){0,16}") {
        if is_uniform(&text) {
            let mut slowly = String::new();
            super::write(&super::heard(&text), |c, _| slowly.push(c));
            prop_assert_eq!(&slowly, &text);
        }
        let once = uniform(&text).into_owned();
        prop_assert_eq!(normalise(&once), once);
    }

    #[test]
    fn one_by_one_is_as_together(text in "([a-c  \\n]|[ -~]|[公机。、，：（）“”‘’…！～－ａ０\u{a0}«»–ёéª]){0,16}") {
        let (mut quickly, mut slowly) = (Vec::new(), Vec::new());
        super::write_all(&text, |c, at| quickly.push((c, at)));
        super::write(&super::heard(&text), |c, at| slowly.push((c, at)));
        prop_assert_eq!(quickly, slowly);
    }

    #[test]
    fn each_character_knows_where_it_came_from(text in "([a-c é-]|[ -~]|[\u{a0}«»“…–公机。٣０-９\u{301}\u{ad}\u{200f}]){0,16}") {
        let made = Uniform::of(&text);
        let mut at = 0;
        let mut joined = String::new();
        for (start, c) in made.text.char_indices() {
            let range = made.source(&(start..start + c.len_utf8()));
            prop_assert_eq!(range.start, at);
            joined.push_str(&text[range.clone()]);
            at = range.end;
        }
        if !made.text.is_empty() {
            prop_assert_eq!(joined, text);
        }
    }
}
