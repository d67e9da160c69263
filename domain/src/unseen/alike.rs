//! Words of two scripts in which letters of one look like letters of the other, and figures with letters that look like figures.

use super::{
    Kind, Unseen,
    script::{LIKE_FIGURES, Script},
};

/// Finds words of two scripts that mislead, and words of look-alikes alone in a paragraph of another script.
pub(super) fn find(paragraph: &str, start: usize, found: &mut Vec<Unseen>) {
    let odd = |c: char| Script::of(c).is_some_and(|script| script != Script::Latin) || is_styled_figure(c);
    if !paragraph.chars().any(odd) {
        return;
    }
    let foreign = foreign(paragraph);
    let mut at = 0;
    while let Some(from) = paragraph[at..].find(is_part).map(|from| at + from) {
        let end = paragraph[from..].find(|c| !is_part(c)).map_or(paragraph.len(), |end| from + end);
        let mut add = |place: std::ops::Range<usize>, (character, refused): (char, bool)| {
            let place = start + place.start..start + place.end;
            found.push(Unseen { kind: Kind::LookAlike, character, place, refused });
        };
        let token = &paragraph[from..end];
        match figures(token, paragraph) {
            Some(told) => add(from..end, told),
            None => {
                for (offset, word) in words(token) {
                    let place = from + offset..from + offset + word.len();
                    let told = misleads(word).or_else(|| disguised(word, foreign));
                    if let Some(told) = told.or_else(|| stands_for_latin(paragraph, &place)) {
                        add(place, told);
                    }
                }
            }
        }
        at = end;
    }
}

/// What words and figures without a space between them are made of.
fn is_part(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

fn is_letter(c: char) -> bool {
    let joins = matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}');
    joins || c.is_alphabetic()
}

/// The words in a run of letters and figures, and where each begins.
fn words(token: &str) -> impl Iterator<Item = (usize, &str)> {
    let place = |word: &str| word.as_ptr() as usize - token.as_ptr() as usize;
    token.split(|c| !is_letter(c)).filter(|word| !word.is_empty()).map(move |word| (place(word), word))
}

/// Figures with letters that look like figures: `3О`. Where the script of the letter has no other word in the paragraph it is refused.
fn figures(token: &str, paragraph: &str) -> Option<(char, bool)> {
    if let Some(styled) = token.chars().find(|c| is_styled_figure(*c)) {
        return Some((styled, false));
    }
    let letters = || token.chars().filter(|c| c.is_alphabetic());
    let first = letters().next()?;
    if !token.contains(|c: char| c.is_ascii_digit()) || !letters().all(|c| LIKE_FIGURES.contains(c)) {
        return None;
    }
    let script = letters().find_map(|c| Script::of(c).filter(|script| *script != Script::Latin));
    let own = |script| paragraph.chars().filter(|c| Script::of(*c) == Some(script)).count();
    Some((first, script.is_some_and(|script| own(script) == letters().count())))
}

/// A figure of mathematics in a style of its own.
fn is_styled_figure(c: char) -> bool {
    ('\u{1d7ce}'..='\u{1d7ff}').contains(&c)
}

/// The first letter of a word of two scripts that looks like one of the other, and whether it is refused.
fn misleads(word: &str) -> Option<(char, bool)> {
    let of = |script: Script| word.chars().filter(move |c| Script::of(*c) == Some(script));
    let scripts: Vec<Script> =
        Script::ALL.into_iter().filter(|script| of(*script).next().is_some()).collect();
    if let Some(styled) = of(Script::Styled).next() {
        return styled_in(word, styled, &scripts);
    }
    if scripts.len() < 2 {
        return None;
    }
    if let Some(alone) = scripts.iter().find(|script| script.stands_alone()) {
        return Some((of(*alone).next()?, true));
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

/// Letters in a style of their own stand in words for the plain ones: beside these, or several together. One alone is a sign, as in `d𝑥`;
/// those of mathematics in a longer word are none.
fn styled_in(word: &str, styled: char, scripts: &[Script]) -> Option<(char, bool)> {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let roman = ('\u{2160}'..='\u{217f}').contains(&styled);
    let mixed = scripts.len() > 1;
    let told = if mixed { letters > 2 } else { letters > 1 && !roman };
    told.then_some((styled, mixed && letters > 4 && styled >= '\u{1d400}'))
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
    let scripts = [Script::Cyrillic, Script::Armenian, Script::Cherokee, Script::Lisu, Script::Coptic];
    scripts.into_iter().filter(|_| latin > 2).find(alone)
}

/// A word that is wholly of another script than the words around it, and looks as if it were not. It may be meant, and is shown.
fn disguised(word: &str, foreign: Option<Script>) -> Option<(char, bool)> {
    let script = foreign?;
    let first = word.chars().next()?;
    (Script::of(first) == Some(script)).then_some((first, false))
}

/// A word of another script whose letters are drawn as Latin ones are, between Latin words: `Сосо` where the paragraph has honest words of
/// that script too. It may be meant, and is shown.
fn stands_for_latin(paragraph: &str, place: &std::ops::Range<usize>) -> Option<(char, bool)> {
    let word = &paragraph[place.clone()];
    let first = word.chars().next()?;
    let script = Script::of(first).filter(|script| *script != Script::Latin)?;
    let drawn = |c: char| script.drawn_as_latin().contains(c);
    if word.chars().nth(1).is_none() || !word.chars().all(drawn) {
        return None;
    }
    let before = paragraph[..place.start].chars().rev().find(|c| c.is_alphabetic()).and_then(Script::of);
    let after = paragraph[place.end..].chars().find(|c| c.is_alphabetic()).and_then(Script::of);
    let is_latin = |beside: &Script| *beside == Script::Latin;
    let between = before.iter().chain(&after).all(is_latin) && (before.is_some() || after.is_some());
    between.then_some((first, false))
}
