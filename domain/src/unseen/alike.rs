//! Words of two scripts in which letters of one look like letters of the other (after UTS #39).

use super::{Kind, Unseen};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
}

impl Script {
    const ALL: [Self; 4] = [Self::Latin, Self::Cyrillic, Self::Greek, Self::Armenian];

    fn of(c: char) -> Option<Self> {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Self::Latin),
            '\u{400}'..='\u{52f}' => Some(Self::Cyrillic),
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Self::Greek),
            '\u{531}'..='\u{587}' => Some(Self::Armenian),
            _ => None,
        }
    }

    /// The letters of it that one takes for letters of the other script.
    const fn look_alikes(self, other: Self) -> &'static str {
        match (self, other) {
            (Self::Latin, Self::Greek) => "ovuABEZHIKMNOPTYX",
            (Self::Latin, _) => "aceopxyijshABCEHIJKMOPSTXY",
            (Self::Cyrillic, _) => "асеорхуіјѕһԁԛԝӏкмтвнгпиүьАВСЕНІЈКМОРЅТХУҮҒԌԚԜӀЗ",
            (Self::Greek, _) => "ονικρΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ",
            (Self::Armenian, _) => "օոսհցՕՍԼ",
        }
    }
}

/// Finds words of two scripts that mislead, and words of look-alikes alone in a paragraph of another script.
pub(super) fn find(paragraph: &str, start: usize, found: &mut Vec<Unseen>) {
    if !paragraph
        .chars()
        .any(|c| matches!(Script::of(c), Some(Script::Cyrillic | Script::Greek | Script::Armenian)))
    {
        return;
    }
    let foreign = foreign(paragraph);
    let mut at = 0;
    while let Some(from) = paragraph[at..].find(is_part).map(|from| at + from) {
        let end = paragraph[from..].find(|c| !is_part(c)).map_or(paragraph.len(), |end| from + end);
        let word = &paragraph[from..end];
        let told = misleads(word).or_else(|| disguised(word, foreign));
        if let Some((character, refused)) = told {
            found.push(Unseen {
                kind: Kind::LookAlike,
                character,
                place: start + from..start + end,
                refused,
            });
        }
        at = end;
    }
}

fn is_part(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// The first letter of a word of two scripts that looks like one of the other, and whether it is refused.
fn misleads(word: &str) -> Option<(char, bool)> {
    let of = |script: Script| word.chars().filter(move |c| Script::of(*c) == Some(script));
    let scripts: Vec<Script> =
        Script::ALL.into_iter().filter(|script| of(*script).next().is_some()).collect();
    if scripts.len() < 2 {
        return None;
    }
    // A single Greek letter beside Latin ones is a sign: Δv.
    let put_in = |(script, other): &(Script, Script)| {
        let sign = *script == Script::Latin && *other == Script::Greek && of(*other).count() < 3;
        !sign && of(*script).all(|c| script.look_alikes(*other).contains(c))
    };
    let pairs = scripts.iter().flat_map(|one| scripts.iter().map(move |other| (*one, *other)));
    // The fewer letters are the ones that were put in.
    let found =
        pairs.filter(|(one, other)| one != other).filter(put_in).min_by_key(|(one, _)| of(*one).count());
    let (found, _) = found?;
    let character = of(found).next()?;
    Some((character, !is_inflected(word)))
}

/// An abbreviation with the ending of another script, as Russian has it: `SMSки`.
fn is_inflected(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let lead = word.len() - ending.len();
    lead >= 2
        && !ending.is_empty()
        && ending.chars().count() <= 4
        && ending.chars().all(|c| c.is_lowercase() && Script::of(c) == Some(Script::Cyrillic))
}

/// The script whose letters in a paragraph are all look-alikes, beside Latin ones.
fn foreign(paragraph: &str) -> Option<Script> {
    let latin = paragraph.chars().filter(|c| Script::of(*c) == Some(Script::Latin)).count();
    let alone = |script: &Script| {
        let mut letters = paragraph.chars().filter(|c| Script::of(*c) == Some(*script)).peekable();
        letters.peek().is_some() && letters.all(|c| script.look_alikes(Script::Latin).contains(c))
    };
    [Script::Cyrillic, Script::Armenian].into_iter().filter(|_| latin > 2).find(alone)
}

/// A word that is wholly of another script than the words around it, and looks as if it were not. It may be meant, and is shown.
fn disguised(word: &str, foreign: Option<Script>) -> Option<(char, bool)> {
    let script = foreign?;
    let first = word.chars().next()?;
    (Script::of(first) == Some(script)).then_some((first, false))
}
