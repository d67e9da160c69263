//! Taking clauses and sentences out of the source, with nothing of those beside them.

use std::ops::Range;

use super::{
    frame::{edges, own},
    rewrite::Hunk,
};
use crate::text::Text;

/// These clauses with the empty lines after them. What stands in the same list item as the last of them keeps the marker of the item.
pub(super) fn removal(text: &Text, first: usize, last: usize) -> Hunk {
    let (source, clauses) = (text.source(), text.clauses());
    let clause = |at: Option<usize>| clauses.get(at?);
    let (before, after) = (clause(first.checked_sub(1)), clause(last.checked_add(1)));
    let (start, end) = (clauses[first].span.start, clauses[last].span.end);
    if let (Some(marker), Some(next)) = (own(text, &clauses[first]), after) {
        let same = own(text, next).is_none() && next.depth == clauses[first].depth && first == last;
        if same && edges(text, next).0 == edges(text, &clauses[first]).1 {
            return Hunk { span: start + marker.content..next.span.start, by: String::new() };
        }
    }
    let line_start = |at: usize| source[..at].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let before_end = before.map_or(0, |before| before.span.end);
    let Some(after) = after else { return at_the_end(source, before_end, line_start(start), end) };
    let from = line_start(start).max(before_end.min(start));
    let between = source.get(end..after.span.start).unwrap_or_default();
    let to =
        if between.trim_matches([' ', '\t', '\r', '\n', '>']).is_empty() && between.contains(['\n', '\r']) {
            line_start(after.span.start)
        } else {
            let blank = between.len() - between.trim_start_matches([' ', '\t', '\r', '\n']).len();
            end + between[..blank].rfind(['\n', '\r']).map_or(blank, |at| at + 1)
        };
    Hunk { span: from..to.max(from), by: String::new() }
}

/// The last clauses, with the empty lines before them: the text ends as it ended, with a line end or without.
fn at_the_end(source: &str, before: usize, line_start: usize, end: usize) -> Hunk {
    let rest = &source[end..];
    let quiet = |text: &str| text.trim_matches([' ', '\t', '\r', '\n', '>']).is_empty();
    let own = before.min(line_start)..line_start;
    let span = match source.get(own.clone()) {
        Some(gap) if before > 0 && quiet(gap) && quiet(rest) => own.start..end,
        _ => line_start..end + rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len(),
    };
    Hunk { span, by: String::new() }
}

/// A sentence with the space after it, or before it when it is the last.
pub(super) fn space_after(source: &str, span: Range<usize>) -> Range<usize> {
    let rest = &source[span.end..];
    let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if space > 0 {
        return span.start..span.end + space;
    }
    let head = source[..span.start].trim_end_matches([' ', '\t']);
    head.len()..span.end
}
