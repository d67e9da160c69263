//! Writing typed chunks beside those of the source: indented as their place needs, in the style of their list.

use super::{
    chunk::{Chunk, Marker, Sign, heading, marker},
    frame::{Frame, Item},
    given::Given,
};
use crate::text::Text;

/// What typed chunks look like in the source, one after the other.
pub(super) struct Writer<'a> {
    text: &'a Text,
    frame: &'a Frame,
    /// What ends a line there.
    pub line_end: &'static str,
    /// What every line of a run over several clauses begins with; nothing for lines of one clause.
    run: Option<&'a str>,
    /// The items open at this place, outermost first.
    open: Vec<Marker>,
    /// What a block in the innermost item begins with, for lines of one clause.
    within: String,
    /// How many items were added beside the one the lines are in.
    added: u64,
    /// How far the fence is indented that opened.
    fence: Option<(usize, String)>,
    row: Option<(String, &'static str)>,
}

impl<'a> Writer<'a> {
    /// Begins where the given lines stand, in the frame of their clause.
    pub fn new(text: &'a Text, given: &'a Given<'_>, frame: &'a Frame) -> Self {
        let line_end = line_end(text.source(), given.first.span.start);
        let run = given.several.then_some(given.left_out.as_str());
        let row = (given.verbatim && !given.first.cells.is_empty()).then(|| row(text, given));
        let within = frame.within.clone();
        Self { text, frame, line_end, run, open: Vec::new(), within, added: 0, fence: None, row }
    }

    /// Notes a chunk that stands there already, so that what comes after it continues its list.
    pub fn pass(&mut self, chunk: &Chunk<'_>) {
        if let Some(marker) = chunk.marker() {
            self.open.retain(|open| open.indent < marker.indent);
            self.open.push(marker);
        } else if chunk.indent() == 0 && chunk.blank > 0 && !chunk.fenced {
            self.open.clear();
        }
    }

    /// The line break inside a chunk that stands there already, with what the next line begins with.
    pub fn break_in(&self, chunk: &Chunk<'_>) -> String {
        let lead = match self.run {
            Some(run) => {
                format!("{run}{}", " ".repeat(chunk.marker().map_or(chunk.indent(), |own| own.content)))
            }
            None => self.within.clone(),
        };
        format!("{}{lead}", self.line_end)
    }

    /// The line breaks before a chunk, with what the empty lines begin with.
    pub fn space(&self, blank: usize, lead: &str) -> String {
        let quotes = lead.rfind('>').map_or("", |at| &lead[..=at]);
        let empty = format!("{}{quotes}", self.line_end).repeat(blank);
        format!("{empty}{}", self.line_end)
    }

    /// Whether a chunk becomes an item beside the one its lines are in.
    pub fn is_beside(&self, chunk: &Chunk<'_>) -> bool {
        self.run.is_none()
            && self.row.is_none()
            && self.frame.item.is_some()
            && chunk.marker().is_some_and(|marker| marker.indent == 0)
    }

    /// A chunk as it is written there, and what its first line begins with. `next` is the chunk that stands after it.
    pub fn write(&mut self, chunk: &Chunk<'_>, next: Option<&Chunk<'_>>) -> (String, String) {
        match (self.run, &self.row) {
            (Some(run), _) => self.in_run(run, chunk, next),
            (None, Some((before, after))) => {
                let words = chunk.text();
                let row = if words.trim_start().starts_with('|') {
                    words
                } else {
                    format!("{before}{words}{after}")
                };
                (self.frame.beside.clone(), row)
            }
            (None, None) => self.beside_one(chunk),
        }
    }

    /// Beside lines of one clause: what has the mark of a list is an item beside, or below when it is indented; everything else stands in
    /// the same item.
    fn beside_one(&mut self, chunk: &Chunk<'_>) -> (String, String) {
        if chunk.fenced {
            return self.fenced(chunk);
        }
        let first = chunk.lines.first().copied().unwrap_or_default();
        match (chunk.marker(), self.frame.item.clone()) {
            (Some(own), Some(item)) if own.indent == 0 => self.item_beside(chunk, own, &item),
            (Some(own), _) => {
                let base = self.open.first().map_or(own.indent, |open| open.indent);
                self.open.push(own);
                let lead = format!("{}{}", self.within, " ".repeat(own.indent.saturating_sub(base)));
                let inner = format!("{lead}{}", " ".repeat(own.content - own.indent));
                (lead, self.lines(chunk, &inner))
            }
            (None, _) if heading(first).is_some() => {
                let outer = self.frame.beside.rfind('>').map_or("", |at| &self.frame.beside[..=at]);
                let lead = if outer.is_empty() { String::new() } else { format!("{outer} ") };
                (lead.clone(), self.lines(chunk, &lead))
            }
            (None, _) => {
                self.opens(chunk);
                (self.within.clone(), self.lines(chunk, &self.within))
            }
        }
    }

    fn item_beside(&mut self, chunk: &Chunk<'_>, own: Marker, item: &Item) -> (String, String) {
        self.added += 1;
        self.open.clear();
        let sign = match (own.sign, item.marker.sign) {
            (Sign::Bullet(_), Sign::Bullet(_)) => item.marker.sign,
            _ => item.next_sign(self.text, self.added),
        };
        let sign = sign.written();
        self.within = format!("{}{}", item.beside, " ".repeat(sign.len() + 1));
        let words = self.lines(chunk, &self.within);
        (item.beside.clone(), format!("{sign} {}", words[own.content..].trim_start()))
    }

    /// The lines of a chunk, each but the first after this.
    fn lines(&self, chunk: &Chunk<'_>, lead: &str) -> String {
        let mut lines = chunk.lines.iter();
        let mut out = lines.next().map(|line| line.trim_start().to_owned()).unwrap_or_default();
        for line in lines {
            out = format!("{out}{}{lead}{}", self.line_end, line.trim_start());
        }
        out
    }

    fn opens(&mut self, chunk: &Chunk<'_>) {
        let first = chunk.lines.first().map(|line| line.trim_start()).unwrap_or_default();
        if first.starts_with("```") || first.starts_with("~~~") {
            self.fence = Some((chunk.indent(), self.within.clone()));
        }
    }

    /// A line of code, with no more taken from its start than stood before the fence.
    fn fenced(&self, chunk: &Chunk<'_>) -> (String, String) {
        let (indent, lead) = self.fence.clone().unwrap_or((0, self.within.clone()));
        let line = chunk.text();
        let cut = chunk.indent().min(indent);
        (lead, line[cut..].to_owned())
    }

    /// In a run over several clauses things stand as they are typed, but for the mark of their list and the room its items need.
    fn in_run(&mut self, run: &str, chunk: &Chunk<'_>, next: Option<&Chunk<'_>>) -> (String, String) {
        if chunk.fenced {
            return (run.to_owned(), chunk.text());
        }
        let typed = chunk.indent();
        let Some(own) = chunk.marker() else {
            let indent = self.room(typed, next.and_then(Chunk::marker));
            self.pass(chunk);
            let lead = format!("{run}{}", " ".repeat(indent));
            return (lead.clone(), self.lines(chunk, &lead));
        };
        let above = self.open.iter().rev().find(|open| open.indent < own.indent);
        let indent = above.map_or(own.indent, |above| own.indent.max(above.content));
        let near = self.open.iter().rev().find(|open| open.indent == indent).map(|open| open.sign);
        let near = near.or_else(|| {
            next.and_then(Chunk::marker).filter(|next| next.indent == indent).map(|next| next.sign)
        });
        let sign = match (own.sign, near) {
            (Sign::Bullet(_), Some(Sign::Number(number, mark))) => {
                Sign::Number(number.saturating_add(1), mark)
            }
            (Sign::Number(number, _), Some(Sign::Number(_, mark))) => Sign::Number(number, mark),
            (_, Some(bullet @ Sign::Bullet(_))) => bullet,
            (sign, None) => sign,
        };
        let written = sign.written();
        let inner = format!("{run}{}", " ".repeat(indent + written.len() + 1));
        let words = self.lines(chunk, &inner);
        let said = words[own.content - own.indent..].trim_start();
        self.open.retain(|open| open.indent < indent);
        self.open.push(Marker { indent, sign, content: indent + written.len() + 1 });
        (format!("{run}{}", " ".repeat(indent)), format!("{written} {said}"))
    }

    /// How far a block without a mark is indented: at least as far as the item needs that it is in, which is the one before it when its
    /// list goes on after it.
    fn room(&self, typed: usize, next: Option<Marker>) -> usize {
        let inside = self.open.iter().rev().find(|open| open.indent < typed);
        let goes_on = next.and_then(|next| self.open.iter().find(|open| open.indent == next.indent));
        let item = inside.or(goes_on.filter(|_| typed == 0));
        item.map_or(typed, |item| typed.max(item.content))
    }
}

/// What ends the line of the source that this byte stands in; of the last line, what ends the one before.
fn line_end(source: &str, byte: usize) -> &'static str {
    let (before, after) = (&source[..byte], &source[byte..]);
    let (text, at) = match (after.find('\n'), before.rfind('\n')) {
        (Some(at), _) => (after, at),
        (None, Some(at)) => (before, at),
        (None, None) => return "\n",
    };
    if text[..at].ends_with('\r') { "\r\n" } else { "\n" }
}

/// What stands before and after the cells of a row in its line.
fn row(text: &Text, given: &Given<'_>) -> (String, &'static str) {
    let source = text.source();
    let line_start = source[..given.first.span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let lead = &source[line_start..given.first.span.start];
    let behind = source[given.first.span.end..].trim_start_matches([' ', '\t']).starts_with('|');
    (if lead.contains('|') { "| ".to_owned() } else { String::new() }, if behind { " |" } else { "" })
}

/// A line without the marker of its item.
pub(super) fn unmarked(line: &str) -> &str {
    marker(line).map_or(line, |marker| &line[marker.content..])
}
