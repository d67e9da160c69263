//! Where a clause stands: what its lines begin with, and the list item it belongs to.

use super::chunk::{Marker, marker};
use crate::text::{Clause, ClauseKind, Text};

/// What the lines of a clause begin with in the source.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// Before another item of its list, or before another block beside it.
    pub beside: String,
    /// Before another line or block in the same item.
    pub within: String,
    /// The list item that it is, or is in, with what stands before that item's marker.
    pub item: Option<Item>,
}

/// A list item, with its marker.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub marker: Marker,
    /// What stands before the marker.
    pub beside: String,
    /// The clause that carries the marker.
    pub clause: usize,
}

impl Frame {
    /// Where a clause stands; none for an index beyond the last.
    pub fn of(text: &Text, index: usize) -> Option<Self> {
        let clause = text.clause(index)?;
        let (beside, within) = edges(text, clause);
        let item = own(text, clause).map(|marker| Item { marker, beside: beside.clone(), clause: index });
        let item = item.or_else(|| owner(text, index, &beside));
        Some(Self { beside, within, item })
    }
}

impl Item {
    /// The byte of the source where all that belongs to the item ends.
    pub fn end(&self, text: &Text) -> usize {
        let Some(first) = text.clause(self.clause) else { return text.source().len() };
        let inside = text.same_item(self.clause).last().and_then(|last| text.clause(last));
        inside.map_or(first.span.end, |last| last.span.end.max(first.span.end))
    }

    /// The sign of the item after it: the next number, or the same where all items of the list have one.
    pub fn next_sign(&self, text: &Text, added: u64) -> super::chunk::Sign {
        use super::chunk::Sign;
        let Sign::Number(number, mark) = self.marker.sign else { return self.marker.sign };
        let lazy = self.beside_items(text).any(|sign| sign == self.marker.sign);
        Sign::Number(if lazy { number } else { number.saturating_add(added) }, mark)
    }

    /// The signs of the items right before and after it in its list.
    fn beside_items(&self, text: &Text) -> impl Iterator<Item = super::chunk::Sign> {
        let depth = text.clause(self.clause).map_or(0, |clause| clause.depth);
        let item = |clause: &&Clause| clause.depth >= depth;
        let same = |clause: &Clause| clause.depth == depth;
        let clauses = text.clauses();
        let after = clauses.iter().skip(self.clause + 1).take_while(item).find(|clause| same(clause));
        let before = clauses[..self.clause].iter().rev().take_while(item).find(|clause| same(clause));
        [before, after]
            .map(|clause| clause.and_then(|clause| own(text, clause)).map(|marker| marker.sign))
            .into_iter()
            .flatten()
    }
}

/// The marker a clause begins with in the source.
pub(super) fn own(text: &Text, clause: &Clause) -> Option<Marker> {
    let line = text.source()[clause.span.start..].split(['\n', '\r']).next()?;
    let found = marker(line).filter(|marker| marker.indent == 0)?;
    let fenced = line[found.content..].starts_with("```") || line[found.content..].starts_with("~~~");
    match clause.kind {
        ClauseKind::Item | ClauseKind::Heading { .. } | ClauseKind::TableRow { .. } => Some(found),
        ClauseKind::Code => Some(found).filter(|_| fenced),
        ClauseKind::Paragraph
        | ClauseKind::Html
        | ClauseKind::Footnote
        | ClauseKind::FrontMatter
        | ClauseKind::Definition => None,
    }
    .filter(|_| clause.depth > 0)
}

/// What a line beside a clause, and a line in it, begin with.
pub(super) fn edges(text: &Text, clause: &Clause) -> (String, String) {
    let source = text.source();
    let line_start = source[..clause.span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let beside = blanked(&source[line_start..clause.span.start]);
    let content = match (own(text, clause), clause.kind) {
        (Some(marker), _) => clause.span.start + marker.content,
        (None, ClauseKind::Footnote) => return (beside.clone(), beside + "    "),
        (None, _) => clause.span.start,
    };
    let rest = &source[content..];
    let quotes = if clause.kind == ClauseKind::Item {
        rest.len() - rest.trim_start_matches([' ', '>']).len()
    } else {
        0
    };
    let within = blanked(&source[line_start..content + quotes]);
    (beside, within)
}

/// Spaces in place of everything but the marks of quotations and tabs.
fn blanked(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
}

/// The item that a block without a marker of its own is in.
fn owner(text: &Text, index: usize, beside: &str) -> Option<Item> {
    let depth = text.clause(index)?.depth;
    let above = text.clauses()[..index].iter().enumerate().rev();
    let mut above =
        above.take_while(|(_, clause)| clause.depth >= depth).filter(|(_, clause)| clause.depth == depth);
    let found = above.find_map(|(index, clause)| Some((index, clause, own(text, clause)?)))?;
    let (at, clause, marker) = found;
    let (item_beside, within) = edges(text, clause);
    (within == beside).then_some(Item { marker, beside: item_beside, clause: at })
}
