//! Threads that a comment cites, as `HC-2026-004#7`: of the same draft, or of another forum's.

use std::ops::Range;

/// Every citation in a text: where it stands, the reference of the draft, and the number of the thread. It takes as long as the text is.
pub fn citations(text: &str) -> Vec<(Range<usize>, &str, u32)> {
    text.match_indices('#').filter_map(|(mark, _)| citation(text, mark)).collect()
}

fn citation(text: &str, mark: usize) -> Option<(Range<usize>, &str, u32)> {
    let (head, rest) = (text.get(..mark)?, text.get(mark + 1..)?);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends = rest.get(digits..)?.chars().next().is_none_or(|next| !next.is_alphanumeric());
    let number = rest.get(..digits).filter(|digits| digits.len() <= 6 && ends)?.parse().ok()?;
    let is_part = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-';
    let start = head.char_indices().rev().take_while(|(_, letter)| is_part(*letter)).last()?.0;
    let joins = head.get(..start)?.chars().next_back().is_some_and(char::is_alphanumeric);
    let reference = head.get(start..).filter(|reference| is_reference(reference) && !joins)?;
    Some((start..mark + 1 + digits, reference, number))
}

/// Whether it is a prefix, a year and a number: `DN-2026-001`.
fn is_reference(written: &str) -> bool {
    let mut parts = written.rsplitn(3, '-');
    let (number, year, prefix) = (parts.next(), parts.next(), parts.next());
    let all_digits = |part: Option<&str>, most: Range<usize>| {
        part.is_some_and(|part| most.contains(&part.len()) && part.bytes().all(|one| one.is_ascii_digit()))
    };
    all_digits(number, 3..7) && all_digits(year, 4..5) && prefix.is_some_and(|prefix| !prefix.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_cited_by_the_reference_of_its_draft_and_its_number() {
        let text =
            "See HC-2026-004#7, and DN-2026-001#12. Not C#7, XX-20-001#3, HC-2026-004#7a or eHC-2026-004#7.";
        let found: Vec<_> = citations(text).into_iter().map(|(span, ..)| &text[span]).collect();
        assert_eq!(found, ["HC-2026-004#7", "DN-2026-001#12"]);
    }
}
