//! Figures that count: digits of any script, letters, Roman and Chinese numbers.

use super::{Name, roman::roman_value};

/// One way to read a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub name: Name,
    pub wrap: Wrap,
    pub script: Script,
    /// `3.2` is 3, 2; `3A` is 3, 1; `(c)` is 3.
    pub values: Vec<u32>,
}

impl Mark {
    /// Whether its name by itself shows that it is a number: not without a mark between it and the words.
    pub fn is_named(&self) -> bool {
        self.name.is_known() && self.wrap != Wrap::Bare
    }
}

/// What stands around a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Wrap {
    None,
    Bare,
    Stop,
    Paren,
    Colon,
    Comma,
    Dash,
    Ordinal,
    Brackets,
    Square,
    /// The mark of a note in raised digits.
    Raised,
    /// A list marker of Markdown.
    List,
}

/// What a figure is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Script {
    Digits,
    /// Digits of another script: the character of its zero.
    OtherDigits(char),
    Lower,
    Upper,
    RomanLower,
    RomanUpper,
    Cyrillic,
    Abjad,
    ArabicAlphabet,
    Han,
    /// In rings or in brackets: the character of its one.
    Circled(char),
}

/// The figures at the start of a text.
pub(super) struct Figure {
    pub taken: usize,
    read: Vec<(Script, Vec<u32>)>,
}

impl Wrap {
    /// What the sign after a figure makes of it; a full stop where it is no sign of its own.
    pub fn of(mark: char) -> Self {
        match mark {
            ')' | '）' => Self::Paren,
            ':' => Self::Colon,
            '、' => Self::Comma,
            '-' | '–' => Self::Dash,
            _ => Self::Stop,
        }
    }
}

impl Figure {
    /// The figure for a number written as a word: it counts as one in digits. `taken` is how many bytes it takes.
    pub fn ordinal(taken: usize, value: u32) -> Self {
        Self { taken, read: vec![(Script::Digits, vec![value])] }
    }

    /// The marks that the figure may be, with this name and these signs around it.
    pub fn readings(&self, wrap: Wrap, name: Name) -> Vec<Mark> {
        let mark = |(script, values): &(Script, Vec<u32>)| Mark {
            name,
            wrap,
            script: *script,
            values: values.clone(),
        };
        self.read.iter().map(mark).collect()
    }

    /// The first number of its first reading: the 3 of `3.2`.
    pub fn first_value(&self) -> Option<u32> {
        self.read.first()?.1.first().copied()
    }

    /// The numbers of its last reading: as digits, or as a Roman number rather than a letter.
    pub fn last_values(&self) -> Option<Vec<u32>> {
        self.read.last().map(|(_, values)| values.clone())
    }

    /// Whether it is written in digits of any script.
    pub fn has_digits(&self) -> bool {
        matches!(self.read.first(), Some((Script::Digits | Script::OtherDigits(_), _)))
    }

    /// Whether it has several numbers, as `3.2` has.
    pub fn has_parts(&self) -> bool {
        self.read.first().is_some_and(|(_, values)| values.len() > 1)
    }

    /// Whether it may be a Roman number in capitals.
    pub fn is_upper_roman(&self) -> bool {
        self.read.iter().any(|(script, _)| *script == Script::RomanUpper)
    }

    /// Whether it is in digits, capital letters or Roman numbers: nothing that is a word by itself.
    pub fn is_sure(&self) -> bool {
        self.read.iter().any(|(script, _)| {
            !matches!(script, Script::Lower | Script::Cyrillic | Script::Abjad | Script::ArabicAlphabet)
        })
    }
}

/// The figures (`3`, `3.2.1`, `3A`, `IV`, `c`, `٣`, `三`) that the text begins with.
pub(super) fn figure(text: &str) -> Option<Figure> {
    let first = text.chars().next()?;
    if digit(first).is_some() {
        return digits(text);
    }
    if han_value(first).is_some() || "十百千".contains(first) {
        return han(text);
    }
    if first.is_alphabetic() { lettered(text).or_else(|| letters(text)) } else { None }
}

/// `A.1`, `A-1`, `B.2.3`: a capital letter and the digits below it.
fn lettered(text: &str) -> Option<Figure> {
    let letter = text.chars().next().filter(char::is_ascii_uppercase)?;
    let below = text[1..]
        .strip_prefix(['.', '-', '\u{2011}'])
        .filter(|below| below.starts_with(|c: char| c.is_ascii_digit()))?;
    let below = digits(below)?;
    let mut values = vec![u32::from(letter) - u32::from('A') + 1];
    values.extend(below.last_values()?);
    let taken = text.len() - text[1..].trim_start_matches(['.', '-', '\u{2011}']).len() + below.taken;
    Some(Figure { taken, read: vec![(Script::Upper, values)] })
}

/// A figure in a ring, in brackets or with a stop, all in one character.
pub(super) fn circled(text: &str) -> Option<Figure> {
    const ONES: [(char, u32); 4] = [('①', 20), ('⑴', 20), ('⒈', 20), ('㈠', 10)];
    let first = text.chars().next()?;
    let (one, _) =
        ONES.into_iter().find(|(one, most)| (*one as u32..*one as u32 + most).contains(&(first as u32)))?;
    let value = first as u32 - one as u32 + 1;
    Some(Figure { taken: first.len_utf8(), read: vec![(Script::Circled(one), vec![value])] })
}

/// The value of a digit, and the zero of its script.
fn digit(c: char) -> Option<(u32, char)> {
    const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    let zero = ZEROS.into_iter().find(|zero| (*zero as u32..*zero as u32 + 10).contains(&(c as u32)))?;
    Some((c as u32 - zero as u32, zero))
}

fn digits(text: &str) -> Option<Figure> {
    let zero = digit(text.chars().next()?)?.1;
    let (mut values, mut at) = (Vec::new(), 0);
    loop {
        let rest = &text[at..];
        let run = rest.chars().take_while(|c| digit(*c).is_some()).count();
        if run == 0 || run > 4 {
            break;
        }
        let mut value = 0;
        for c in rest.chars().take(run) {
            value = value * 10 + digit(c)?.0;
            at += c.len_utf8();
        }
        // A thousand, as it is written where the comma is the decimal mark.
        if run > 1 && value == 0 && !values.is_empty() {
            return None;
        }
        values.push(value);
        match text[at..].strip_prefix('.') {
            Some(more) if more.starts_with(|c| digit(c).is_some()) => at += 1,
            _ => break,
        }
    }
    if values.is_empty() || text[at..].starts_with(|c| digit(c).is_some()) {
        return None;
    }
    let (more, taken) = suffix(&text[at..]);
    values.extend(more);
    let script = if zero == '0' { Script::Digits } else { Script::OtherDigits(zero) };
    Some(Figure { taken: at + taken, read: vec![(script, values)] })
}

/// The letter of `3A`, and `bis` and its like.
fn suffix(rest: &str) -> (Option<u32>, usize) {
    let mut chars = rest.chars();
    let (first, next) = (chars.next(), chars.next());
    if let Some(letter) = first.filter(|c| c.is_ascii_alphabetic()) {
        return match next {
            Some(c) if c.is_alphanumeric() => (None, 0),
            _ => (Some(u32::from(letter.to_ascii_lowercase() as u8 - b'a') + 1), 1),
        };
    }
    let said = rest.trim_start_matches([' ', '\u{a0}', '-']);
    for (value, word) in ["bis", "ter", "quater", "quinquies"].into_iter().enumerate() {
        if said.strip_prefix(word).is_some_and(|after| !after.starts_with(char::is_alphanumeric)) {
            return (Some(value as u32 + 2), rest.len() - said.len() + word.len());
        }
    }
    (None, 0)
}

fn letters(text: &str) -> Option<Figure> {
    /// No number has more letters.
    const MOST: usize = 9;
    let mut few = text.char_indices().take(MOST + 1);
    let end = few.find(|(_, c)| !c.is_alphabetic()).map(|(at, _)| at);
    let word = match end {
        Some(end) => &text[..end],
        None if text.chars().nth(MOST).is_none() => text,
        None => return None,
    };
    let mut read = Vec::new();
    let mut chars = word.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        read.extend(alphabets(c).into_iter().map(|(script, value)| (script, vec![value])));
    }
    let roman = |letters: &[u8]| !word.is_empty() && word.bytes().all(|byte| letters.contains(&byte));
    let script = if roman(b"IVXLC") {
        Some(Script::RomanUpper)
    } else {
        roman(b"ivxlc").then_some(Script::RomanLower)
    };
    if let Some((script, value)) = script.zip(roman_value(word)) {
        read.push((script, vec![value]));
    }
    if read.is_empty() { None } else { Some(Figure { taken: word.len(), read }) }
}

fn alphabets(c: char) -> Vec<(Script, u32)> {
    let place = |order: &str| order.chars().position(|letter| letter == c).map(|at| at as u32 + 1);
    let mut read = Vec::new();
    match c {
        'a'..='z' => read.push((Script::Lower, c as u32 - 'a' as u32 + 1)),
        'A'..='Z' => read.push((Script::Upper, c as u32 - 'A' as u32 + 1)),
        '\u{400}'..='\u{4ff}' => {
            let small = c.to_lowercase().next().unwrap_or(c);
            let at = "абвгдежзиклмнопрстуфхцчшщэюя".chars().position(|letter| letter == small);
            read.extend(at.map(|at| (Script::Cyrillic, at as u32 + 1)));
        }
        '\u{600}'..='\u{6ff}' => {
            read.extend(place("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ").map(|value| (Script::Abjad, value)));
            read.extend(place("ابتثجحخدذرزسشصضطظعغفقكلمنهوي").map(|value| (Script::ArabicAlphabet, value)));
            if c == 'أ' {
                read.push((Script::ArabicAlphabet, 1));
            } else if c == 'ا' {
                read.push((Script::Abjad, 1));
            }
        }
        _ => {}
    }
    read
}

fn han_value(c: char) -> Option<u32> {
    "零一二三四五六七八九".chars().position(|known| known == c).map(|at| at as u32).or(match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

fn han(text: &str) -> Option<Figure> {
    let (mut whole, mut open, mut taken, mut placed) = (0, None, 0, false);
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => 0,
        };
        match (han_value(c), unit) {
            (Some(value), _) => open = Some(if placed { value } else { open.unwrap_or(0) * 10 + value }),
            (None, 0) => break,
            (None, unit) => {
                whole += open.take().unwrap_or(1) * unit;
                placed = true;
            }
        }
        taken += c.len_utf8();
        if taken > 24 {
            return None;
        }
    }
    Some(Figure { taken, read: vec![(Script::Han, vec![whole + open.unwrap_or(0)])] })
}

/// Whether a character is of a script written without spaces.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Further figures with marks after the first: `§ 4. 1.`, `A. 1. b.`; the readings with them, and where they end. A letter must be a
/// small one: `1. A. Keller` opens with a name. Words must follow.
pub(super) fn compound(text: &str, end: usize, mut readings: Vec<Mark>) -> (Vec<Mark>, usize) {
    let mut taken = 0;
    let mut at = end;
    while let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(['.', ')'])) {
        let inner = rest.trim_start_matches([' ', '\u{a0}']);
        let gap = rest.len() - inner.len();
        let counts = inner.starts_with(|c: char| c.is_numeric() || c.is_lowercase());
        let Some(next) = figure(inner).filter(|_| gap > 0 && counts) else { break };
        let after = &inner[next.taken..];
        let mut chars = after.chars();
        if !matches!(chars.next(), Some('.' | ')')) || !chars.next().is_some_and(char::is_whitespace) {
            break;
        }
        at += 1 + gap + next.taken;
        taken = at + 1;
        let values = next.read.last().map(|(_, values)| values.clone()).unwrap_or_default();
        readings.iter_mut().for_each(|mark| mark.values.extend(&values));
    }
    (readings, taken)
}
