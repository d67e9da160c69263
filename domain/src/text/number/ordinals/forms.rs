//! The forms of written numbers, made from their parts.

use crate::words::{ByKey, bytes_key};

/// Values by the keys of their words. Nothing is kept of the words, which makes the many forms quick to put together.
#[derive(Default)]
pub(super) struct Forms {
    values: ByKey<u32>,
    word: String,
    #[cfg(test)]
    pub words: Vec<String>,
}

impl Forms {
    fn new() -> Self {
        /// More than there are.
        const ROOM: usize = 1 << 11;
        Self { values: ByKey::with_capacity_and_hasher(ROOM, Default::default()), ..Self::default() }
    }

    /// Adds the form that is made of these parts.
    fn add(&mut self, parts: &[&str], value: u32) {
        self.word.clear();
        parts.iter().for_each(|part| self.word.push_str(part));
        self.values.insert(bytes_key(self.word.as_bytes()), value);
        #[cfg(test)]
        self.words.push(self.word.clone());
    }

    fn remove(&mut self, word: &str) {
        self.values.remove(&bytes_key(word.as_bytes()));
    }

    /// The value of a form in small letters.
    pub fn get(&self, word: &str) -> Option<u32> {
        self.values.get(&bytes_key(word.as_bytes())).copied()
    }
}

pub(super) fn after_name() -> Forms {
    let mut forms = Forms::new();
    english(&mut forms);
    french(&mut forms);
    spanish(&mut forms);
    portuguese(&mut forms);
    italian(&mut forms);
    german(&mut forms);
    russian(&mut forms);
    arabic(&mut forms);
    forms
}

pub(super) fn alone() -> Forms {
    let mut forms = Forms::new();
    romance(&mut forms, &SPANISH_UNITS, &SPANISH_TENS);
    romance(&mut forms, &PORTUGUESE_UNITS, &PORTUGUESE_TENS);
    // The short forms stand before a noun.
    for short in ["primer", "tercer"] {
        forms.remove(short);
    }
    for (value, word) in (1..).zip(ARABIC_ADVERBS) {
        forms.add(&[word], value);
        forms.add(&[word, "\u{64b}"], value);
    }
    for (value, word) in (11..).zip(ARABIC_TEENS) {
        forms.add(&[word, " عشر"], value);
    }
    forms
}

/// Adds words that stand in order, from a value on; several forms of one are parted by `/`.
fn list(forms: &mut Forms, words: &str, from: u32) {
    for (value, all) in (from..).zip(words.split(' ')) {
        all.split('/').for_each(|form| forms.add(&[form], value));
    }
}

const UNITS: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const FIRSTS: [&str; 9] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

fn english(forms: &mut Forms) {
    const TEENS: &str = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
    const TENTHS: &str =
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    list(forms, &UNITS.join(" "), 1);
    list(forms, &FIRSTS.join(" "), 1);
    list(forms, TEENS, 10);
    list(forms, TENTHS, 10);
    for (ten, word) in (2..).zip(TENS) {
        forms.add(&[word], 10 * ten);
        forms.add(&[word.trim_end_matches('y'), "ieth"], 10 * ten);
        for (unit, word_of) in (1..10).zip(UNITS).chain((1..10).zip(FIRSTS)) {
            forms.add(&[word, "-", word_of], 10 * ten + unit);
            forms.add(&[word, " ", word_of], 10 * ten + unit);
        }
    }
}

fn french(forms: &mut Forms) {
    const SMALL: [&str; 19] = [
        "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ];
    /// Each with its value, and how many are counted on from it.
    const TENS: [(&str, u32, usize); 10] = [
        ("vingt", 20, 9),
        ("trente", 30, 9),
        ("quarante", 40, 9),
        ("cinquante", 50, 9),
        ("soixante", 60, 19),
        ("septante", 70, 9),
        ("quatre-vingt", 80, 19),
        ("huitante", 80, 9),
        ("octante", 80, 9),
        ("nonante", 90, 9),
    ];
    let mut add = |word: &str, value: u32| {
        forms.add(&[word], value);
        let stem = word.strip_suffix('e').unwrap_or(word);
        let stem = match stem.strip_suffix("neuf") {
            Some(before) => format!("{before}neuv"),
            None if stem.ends_with("cinq") => format!("{stem}u"),
            None => stem.to_owned(),
        };
        forms.add(&[&stem, "ième"], value);
    };
    for (value, word) in (1..).zip(SMALL) {
        add(word, value);
    }
    for (ten, value, most) in TENS {
        add(ten, value);
        for (more, word) in (1..).zip(SMALL).take(most) {
            add(&format!("{ten}-{word}"), value + more);
            if matches!(more, 1 | 11) {
                add(&format!("{ten} et {word}"), value + more);
                add(&format!("{ten}-et-{word}"), value + more);
            }
        }
    }
    list(forms, "premier/première second/seconde", 1);
    forms.add(&["quatre-vingts"], 80);
}

/// Ordinals that agree in gender, as `vigésimo segundo` and `vigésima segunda`; of each only the stem is given.
fn romance(forms: &mut Forms, units: &[&str; 9], tens: &[&str; 9]) {
    for end in ["o", "a"] {
        for (value, unit) in (1..).zip(units) {
            forms.add(&[unit, end], value);
        }
        for (ten, word) in (1..).zip(tens) {
            forms.add(&[word, end], 10 * ten);
            for (value, unit) in (1..).zip(units) {
                forms.add(&[word, end, " ", unit, end], 10 * ten + value);
            }
        }
    }
}

const SPANISH_UNITS: [&str; 9] =
    ["primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven"];
const SPANISH_TENS: [&str; 9] = [
    "décim",
    "vigésim",
    "trigésim",
    "cuadragésim",
    "quincuagésim",
    "sexagésim",
    "septuagésim",
    "octogésim",
    "nonagésim",
];

fn spanish(forms: &mut Forms) {
    const SMALL: &str = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis \
                         diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco \
                         veintiséis veintisiete veintiocho veintinueve";
    const TENS: [&str; 7] = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
    romance(forms, &SPANISH_UNITS, &SPANISH_TENS);
    list(forms, SMALL, 1);
    for (ten, word) in (3..).zip(TENS) {
        forms.add(&[word], 10 * ten);
        for (unit, name) in (1..10).zip(SMALL.split(' ')) {
            forms.add(&[word, " y ", name], 10 * ten + unit);
        }
    }
    for end in ["o", "a"] {
        list(forms, &format!("undécim{end} duodécim{end}"), 11);
        for (ten, stem) in (1..).zip(["decimo", "vigesimo"]) {
            for (unit, name) in (1..).zip(SPANISH_UNITS) {
                forms.add(&[stem, name, end], 10 * ten + unit);
            }
        }
    }
    list(forms, "primer", 1);
    list(forms, "tercer", 3);
}

const PORTUGUESE_UNITS: [&str; 9] =
    ["primeir", "segund", "terceir", "quart", "quint", "sext", "sétim", "oitav", "non"];
const PORTUGUESE_TENS: [&str; 9] = [
    "décim",
    "vigésim",
    "trigésim",
    "quadragésim",
    "quinquagésim",
    "sexagésim",
    "septuagésim",
    "octogésim",
    "nonagésim",
];

fn portuguese(forms: &mut Forms) {
    romance(forms, &PORTUGUESE_UNITS, &PORTUGUESE_TENS);
}

fn italian(forms: &mut Forms) {
    const UNITS: [&str; 9] = ["prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non"];
    const TEENS: &str = "undicesim dodicesim tredicesim quattordicesim quindicesim sedicesim diciassettesim \
                         diciottesim diciannovesim";
    const TENS: [&str; 8] =
        ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];
    const MORE: [&str; 9] = [
        "unesim",
        "duesim",
        "treesim",
        "quattresim",
        "cinquesim",
        "seiesim",
        "settesim",
        "ottesim",
        "novesim",
    ];
    for end in ["o", "a"] {
        let all =
            |words: &[&str]| words.iter().map(|word| format!("{word}{end}")).collect::<Vec<_>>().join(" ");
        list(forms, &all(&UNITS), 1);
        list(forms, &format!("decim{end}"), 10);
        list(forms, &all(&TEENS.split(' ').collect::<Vec<_>>()), 11);
        for (ten, word) in (2..).zip(TENS) {
            let stem = &word[..word.len() - 1];
            forms.add(&[stem, "esim", end], 10 * ten);
            for (unit, more) in (1..).zip(MORE) {
                // The last vowel falls before one and eight.
                let stem = if matches!(unit, 1 | 8) { stem } else { word };
                forms.add(&[stem, more, end], 10 * ten + unit);
            }
        }
    }
}

fn german(forms: &mut Forms) {
    const SMALL: &str = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn \
                         siebzehn achtzehn neunzehn zwanzig";
    const TENS: [&str; 8] =
        ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
    list(forms, SMALL, 1);
    for (ten, word) in (2..).zip(TENS) {
        forms.add(&[word], 10 * ten);
        for (unit, name) in (1..10).zip(SMALL.split(' ')) {
            let name = if unit == 1 { "ein" } else { name };
            forms.add(&[name, "und", word], 10 * ten + unit);
        }
    }
}

fn russian(forms: &mut Forms) {
    /// The stem of each, with its endings when they are not the common ones.
    const UNITS: [(&str, &str); 9] = [
        ("перв", "ый ая ое"),
        ("втор", "ой ая ое"),
        ("трет", "ий ья ье"),
        ("четверт", "ый ая ое"),
        ("пят", "ый ая ое"),
        ("шест", "ой ая ое"),
        ("седьм", "ой ая ое"),
        ("восьм", "ой ая ое"),
        ("девят", "ый ая ое"),
    ];
    const TEENS: &str = "десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат \
                         девятнадцат двадцат";
    const TENS: [&str; 8] =
        ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];
    const TENTHS: [&str; 8] =
        ["двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"];
    for (unit, (stem, ends)) in (1..).zip(UNITS) {
        for end in ends.split(' ') {
            forms.add(&[stem, end], unit);
            for (ten, word) in (2..).zip(TENS) {
                forms.add(&[word, " ", stem, end], 10 * ten + unit);
            }
        }
    }
    for end in ["ый", "ой", "ая", "ое"] {
        for (value, stem) in (10..).zip(TEENS.split_whitespace()) {
            forms.add(&[stem, end], value);
        }
        for (ten, stem) in (2..).zip(TENTHS) {
            forms.add(&[stem, end], 10 * ten);
        }
    }
}

const ARABIC_ADVERBS: [&str; 10] =
    ["أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"];
const ARABIC_TEENS: [&str; 9] = ["حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع"];

fn arabic(forms: &mut Forms) {
    const FIRSTS: &str = "الأول/الأولى الثاني/الثانية الثالث/الثالثة الرابع/الرابعة الخامس/الخامسة السادس/السادسة \
                          السابع/السابعة الثامن/الثامنة التاسع/التاسعة العاشر/العاشرة";
    const UNITS: [&str; 9] = [
        "الحادي/الحادية",
        "الثاني/الثانية",
        "الثالث/الثالثة",
        "الرابع/الرابعة",
        "الخامس/الخامسة",
        "السادس/السادسة",
        "السابع/السابعة",
        "الثامن/الثامنة",
        "التاسع/التاسعة",
    ];
    const TENS: [&str; 8] = [
        "العشرون/العشرين",
        "الثلاثون/الثلاثين",
        "الأربعون/الأربعين",
        "الخمسون/الخمسين",
        "الستون/الستين",
        "السبعون/السبعين",
        "الثمانون/الثمانين",
        "التسعون/التسعين",
    ];
    list(forms, FIRSTS, 1);
    for (unit, words) in (1..).zip(UNITS) {
        for word in words.split('/') {
            forms.add(&[word, " عشر"], 10 + unit);
            forms.add(&[word, " عشرة"], 10 + unit);
            for (ten, tens) in (2..).zip(TENS) {
                tens.split('/').for_each(|tens| forms.add(&[word, " و", tens], 10 * ten + unit));
            }
        }
    }
    for (ten, words) in (2..).zip(TENS) {
        words.split('/').for_each(|word| forms.add(&[word], 10 * ten));
    }
}
