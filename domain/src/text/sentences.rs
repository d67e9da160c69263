//! Where the sentences of a paragraph end: by UAX #29, and where that says too little, by what stands before and after.

mod ending;
mod marks;
mod tongue;
mod words;

use std::ops::Range;

use ending::Ending;
pub(super) use tongue::{Tongue, of_words};
pub(super) use words::begins_sentences;

use super::Language;
use crate::words::beyond_ascii;

/// The sentences of a text as byte ranges without the white space between them.
/// No sentence ends inside a `closed` range (links, emphasis, code), and each `forced` offset ends one.
pub(super) fn split(
    text: &str,
    tongue: Tongue,
    closed: &[Range<usize>],
    forced: &[usize],
) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut add = |end: usize| {
        let part = &text[start..end];
        let lead = part.len() - part.trim_start().len();
        let range = start + lead..start + part.trim_end().len().max(lead);
        start = end;
        if !range.is_empty() {
            sentences.push(range);
        }
    };
    Scan::new(text, tongue, closed, forced).for_each(&mut add);
    add(text.len());
    sentences
}

/// Reads a text and gives where its sentences end, but for the last.
struct Scan<'a> {
    text: &'a str,
    tongue: Tongue,
    /// Found when it is first asked for.
    language: Option<Language>,
    /// In order and apart.
    closed: Vec<Range<usize>>,
    brackets: Vec<Range<usize>>,
    quotes: marks::Quotes,
    /// In order, those that are still to come.
    forced: std::iter::Peekable<std::vec::IntoIter<usize>>,
    /// Whether it has marks that end sentences besides those of ASCII.
    foreign: bool,
    /// Where the sentence begins that is being read.
    start: usize,
    /// How far it is read.
    from: usize,
    /// Where the next mark stands, or the end; behind `from` when it is to be looked for.
    ahead: Option<usize>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, tongue: Tongue, closed: &[Range<usize>], forced: &[usize]) -> Self {
        let foreign = beyond_ascii(text).any(|(_, c)| marks::is_terminal(c));
        let mut forced = forced.to_vec();
        marks::line_breaks(text, &mut forced);
        forced.sort_unstable();
        Self {
            text,
            tongue,
            language: None,
            closed: apart(closed),
            brackets: marks::brackets(text),
            quotes: marks::Quotes::default(),
            forced: forced.into_iter().peekable(),
            foreign,
            start: 0,
            from: 0,
            ahead: None,
        }
    }

    /// The next mark that may end a sentence.
    fn terminal(&mut self) -> Option<usize> {
        // Breaks of lines before it do not have it looked for again.
        if let Some(ahead) = self.ahead.filter(|ahead| *ahead >= self.from) {
            return (ahead < self.text.len()).then_some(ahead);
        }
        let rest = &self.text[self.from..];
        let found = if self.foreign {
            rest.find(marks::is_terminal)
        } else {
            memchr::memchr3(b'.', b'!', b'?', rest.as_bytes())
        };
        let found = found.map(|at| self.from + at);
        self.ahead = Some(found.unwrap_or(self.text.len()));
        found
    }

    fn ends_here(&mut self, ending: &Ending) -> bool {
        let text = self.text;
        ending.is_apart(text)
            && !ending.goes_on(text)
            && !inside(&self.closed, ending.said)
            && !inside(&self.closed, ending.end)
            && !self.in_brackets(ending)
            && marks::says(&text[self.start..ending.said])
            && (!ending.is_full_stop(text) || !self.is_abbreviation(ending))
    }

    /// Whether it stands in brackets, or ends what stands in brackets within a sentence that was begun before.
    fn in_brackets(&self, ending: &Ending) -> bool {
        if inside(&self.brackets, ending.said) {
            return true;
        }
        let before = self.brackets.partition_point(|range| range.start < ending.mark);
        let Some(range) = before.checked_sub(1).map(|at| &self.brackets[at]) else { return false };
        let begun = self.text.get(self.start..range.start).unwrap_or_default().trim_start();
        ending.mark < range.end && !begun.is_empty() && !marks::may_end_quoted(self.text, range, ending.mark)
    }

    fn is_abbreviation(&mut self, ending: &Ending) -> bool {
        let tongue = self.tongue;
        let text = self.text;
        let language = &mut self.language;
        ending.is_abbreviation(text, &mut || *language.get_or_insert_with(|| tongue.of_clause(text)))
    }
}

impl Iterator for Scan<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let mark = self.terminal();
            if let Some(forced) = self.forced.next_if(|forced| mark.is_none_or(|mark| *forced <= mark)) {
                (self.start, self.from) = (forced, forced.max(self.from));
                return (forced < self.text.len()).then_some(forced);
            }
            let ending = Ending::read(self.text, &mut self.quotes, self.start, mark?);
            let next = self.forced.peek().copied();
            if ending.end >= self.text.len() && next.is_none() {
                return None;
            }
            let until = next.unwrap_or(self.text.len());
            self.from = ending.from;
            if ending.end < until && self.ends_here(&ending) {
                (self.start, self.from) = (ending.end, ending.end);
                return Some(ending.end);
            }
        }
    }
}

/// Whether an offset stands within one of these ranges.
fn inside(ranges: &[Range<usize>], offset: usize) -> bool {
    let before = ranges.partition_point(|range| range.start < offset);
    before > 0 && offset < ranges[before - 1].end
}

/// Overlapping ranges as one, in order.
fn apart(ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(sorted.len());
    for range in sorted {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::{Tongue, split};
    use crate::text::Manner;

    proptest! {
        /// Where nothing is said that the standard does not know, it decides.
        #[test]
        fn plain_sentences_end_by_the_standard(text in "((Harbour|lantern|éclair|Ost|порт|wa’s)(, |; | |\\. |! |\\? |… |\\.” |\\.” — |: )){0,14}") {
            let standard: Vec<&str> = text.split_sentence_bounds().map(str::trim).filter(|part| !part.is_empty()).collect();
            let tongue = Tongue::of(&text, &Manner::tagged("sw"));
            let ours: Vec<&str> = split(&text, tongue, &[], &[]).into_iter().map(|range| &text[range]).collect();
            let after_a_call = |part: &&str| part.starts_with(char::is_lowercase);
            if !standard.iter().any(after_a_call) {
                prop_assert_eq!(ours, standard);
            }
        }

        #[test]
        fn sentences_are_the_whole_text(text in "[A-Ca-c .!?…()\\[\\]«»“”《》。？¹1-3\"'\n-]{0,30}") {
            let tongue = Tongue::of(&text, &Manner::default());
            let ours: String = split(&text, tongue, &[], &[]).into_iter().map(|range| &text[range]).collect();
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&ours), bare(&text));
        }
    }
}
