//! Changes of one character of what a clause says.

use domain::text::Text;
use proptest::{prelude::*, sample::Index};

/// Which character is changed, and how; chosen among what a text has.
#[derive(Clone, Debug)]
pub struct Edit {
    clause: Index,
    place: Index,
    way: Way,
    other: Index,
}

#[derive(Clone, Copy, Debug)]
enum Way {
    Replace,
    Remove,
    Add,
}

/// What a character is to who reads it aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Letter,
    /// An accent or vowel that stands on a letter.
    Mark,
    Digit,
    Sign,
}

const SIGNS: &str = "€$£¥₽%‰§°≤≥≠=±−+′″½²№";
const MARKS: &str = "\u{301}\u{300}\u{308}\u{306}\u{64b}\u{64f}";

pub fn edits() -> impl Strategy<Value = Edit> {
    let way = prop_oneof![3 => Just(Way::Replace), 1 => Just(Way::Remove), 1 => Just(Way::Add)];
    (any::<Index>(), any::<Index>(), way, any::<Index>()).prop_map(|(clause, place, way, other)| Edit {
        clause,
        place,
        way,
        other,
    })
}

impl Edited {
    /// Whether no word that came can be proven to say the same: another figure or sign, or another letter in place of one. Articles
    /// may begin with a capital, and “publishes” stand for “published”.
    pub fn is_never_harmless(&self) -> bool {
        let (gone, come) = (self.said.0.as_str(), self.said.1.as_str());
        let tense = matches!((gone, come), ("s", "d") | ("d", "s"));
        let capital = gone.to_lowercase() == come.to_lowercase();
        self.kind != Kind::Letter || !(gone.is_empty() || come.is_empty() || tense || capital)
    }
}

/// A source with one character changed.
#[derive(Debug)]
pub struct Edited {
    pub source: String,
    pub kind: Kind,
    /// What went and what came.
    pub said: (String, String),
}

impl Edit {
    /// The source with the change; nothing when the clause says nothing, or the other character would be the same.
    pub fn of(&self, text: &Text) -> Option<Edited> {
        let clauses = text.clauses();
        let clause = clauses.get(self.clause.index(clauses.len().max(1)))?;
        let source = text.source();
        let places = text.lines_in(clause.lines).iter().flat_map(|line| {
            source[line.span.clone()].char_indices().map(|(start, c)| (line.span.start + start, c))
        });
        let places: Vec<_> =
            places.filter_map(|(start, c)| Some((start, c, kind(source, start, c)?))).collect();
        let &(start, c, kind) = places.get(self.place.index(places.len().max(1)))?;
        let end = start + c.len_utf8();
        let (gone, come) = match self.way {
            Way::Replace => (c.to_string(), self.another(c, kind).to_string()),
            Way::Remove => (c.to_string(), String::new()),
            Way::Add => (String::new(), self.another(c, kind).to_string()),
        };
        if gone == come {
            return None;
        }
        let start = if gone.is_empty() && kind != Kind::Sign { end } else { start };
        let after = &source[start + gone.len()..];
        Some(Edited { source: format!("{}{come}{after}", &source[..start]), kind, said: (gone, come) })
    }

    fn another(&self, c: char, kind: Kind) -> char {
        let of = |all: &str| {
            let all: Vec<char> = all.chars().filter(|other| *other != c).collect();
            all[self.other.index(all.len())]
        };
        match (kind, c) {
            (Kind::Mark, _) => of(MARKS),
            (Kind::Sign, '.' | ',') => {
                if c == '.' {
                    ','
                } else {
                    '.'
                }
            }
            (Kind::Sign, '٫' | '٬') => of("٫٬."),
            (Kind::Sign, _) => of(SIGNS),
            (Kind::Digit, '٠'..='٩') => of("٠١٢٣٤٥٦٧٨٩3"),
            (Kind::Digit, '０'..='９') => of("０１２３４５６７８９"),
            (Kind::Digit, _) => of("01234567890٣"),
            (Kind::Letter, 'Ѐ'..='ԯ') => of("абвгдежзийклмнопрстухчшщыэюяАБВИ"),
            (Kind::Letter, '\u{600}'..='\u{6ff}') => of("ابتثجحدرسصطعفقكلمنهويأآإ"),
            (Kind::Letter, '\u{2e80}'..) => of("一二三四五十百人机构公不可和或第条天甲乙"),
            (Kind::Letter, _) => of("abcdefghilmnoprstuvxyzABCDIVXéèêàçñüß"),
        }
    }
}

/// What a character of a source is; nothing for typography, and for what Markdown or HTML is written in.
fn kind(source: &str, start: usize, c: char) -> Option<Kind> {
    let before = source[..start].chars().next_back();
    let after = source[start + c.len_utf8()..].chars().next();
    let figure = |c: Option<char>| c.is_some_and(char::is_numeric);
    match c {
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' => Some(Kind::Mark),
        'ـ' => None,
        '.' | ',' | '٫' | '٬' if figure(before) && figure(after) => Some(Kind::Sign),
        '-' if figure(after) && !before.is_some_and(char::is_alphanumeric) => Some(Kind::Sign),
        '<' | '٪' => Some(Kind::Sign),
        c if SIGNS.contains(c) => Some(Kind::Sign),
        c if c.is_numeric() && !c.is_alphabetic() => Some(Kind::Digit),
        c if c.is_alphabetic() => Some(Kind::Letter),
        _ => None,
    }
}
