//! A version's text: clauses made of numbered lines, each with its place in the Markdown source.

mod blocks;
mod both;
mod cuts;
mod digest;
mod language;
mod limits;
mod line_range;
mod manner;
mod mark;
mod nest;
mod normal;
mod number;
mod numbering;
mod part;
mod sentences;
mod source_map;
mod tree;

use std::{borrow::Cow, ops::Range};

use serde::{Serialize, Serializer, ser::SerializeStruct};

pub use blocks::shallow;
pub use both::{Both, ReadPart};
pub use cuts::Cuts;
use digest::LaterDigest;
pub use digest::{BadDigest, Digest};
pub use language::Language;
pub use limits::{BadText, MAX_BYTES, MAX_LINES};
pub use line_range::{BadLineRange, LineRange};
pub use manner::Manner;
use nest::Nest;
pub use nest::{Column, MAX_DEPTH};
pub use normal::normalise;
pub(crate) use normal::{Uniform, is_unseen, may_be_silent, plain, uniform};
pub(crate) use number::{
    Name, Read, Script, Wrap, counts, mark_in, may_be_ordinal, name_of, number_in, ordinal_in, raised_in,
    starts_with_number,
};
pub(crate) use numbering::Ordinal;
pub use part::Part;
pub use tree::{Block, Entry, Item, List, ListKind, Note, Table};

/// The number of a clause through all versions of a draft: given once, and kept by the clause map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
pub struct ClauseId(pub u32);

/// The parsed text of a version. Equal sources read in the same manner give equal texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    source: String,
    manner: Manner,
    digest: LaterDigest,
    clauses: Vec<Clause>,
    lines: Vec<Line>,
    nests: Vec<Nest>,
}

/// One block of a text: a heading, paragraph, list item, table row and so on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clause {
    pub kind: ClauseKind,
    /// How many lists and quotations it stands in.
    pub depth: u8,
    /// The number a reader sees: `3`, `(c)`, `III`, `第三条`. What only looks like one ("30 days") is words.
    pub number: Option<String>,
    /// How many characters of `text` the number and what separates it take; 0 when the number is a list marker.
    pub number_chars: u32,
    /// The nearest heading above it of a higher rank, as an index into the clauses.
    pub heading: Option<u32>,
    /// What is read: no Markdown marks; a line break of the source is a space. Code keeps its line breaks.
    pub text: Part,
    /// SHA-256 of its words in their normal form, without the number: equal for clauses that read the same.
    pub digest: Digest,
    pub lines: LineRange,
    /// Bytes of the source, its marks and markers included.
    pub span: Range<usize>,
    /// The innermost list, quotation and so on that it stands in, as an index into those of the text.
    #[serde(skip)]
    nest: Option<u32>,
    /// Whether the mark of its list item or footnote stands in front of it.
    #[serde(skip)]
    leads: bool,
    /// Where its number stands among its siblings.
    #[serde(skip)]
    pub(crate) ordinal: Option<Box<Ordinal>>,
    #[serde(skip)]
    map: source_map::SourceMap,
}

/// What a clause is in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseKind {
    /// A title of rank 1 to 6.
    Heading {
        level: u8,
    },
    Paragraph,
    /// What an item of a list begins with.
    Item,
    /// A row of a table, or the row that names its columns.
    TableRow {
        header: bool,
    },
    Code,
    Html,
    Footnote,
    /// The block between `---` at the start of the source.
    FrontMatter,
    /// A link reference definition, which Markdown does not show.
    Definition,
}

/// One sentence of a clause, or one heading, table row or line of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1 through the text.
    pub number: u32,
    /// The clause it belongs to, as an index into the clauses.
    pub clause: u32,
    pub text: Part,
    /// Bytes of the source, inline marks included, list and heading marks not.
    pub span: Range<usize>,
    /// Unicode scalar values of the clause's text.
    pub chars: Range<u32>,
    /// Its formatted pieces; none when the whole line is plain.
    pub(crate) formatted: Vec<Run>,
    /// The cells of a table row, as characters of the clause's text; otherwise empty.
    pub cells: Vec<Range<u32>>,
}

/// A piece of a line with one formatting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    pub chars: Range<u32>,
    #[serde(flatten)]
    pub look: Look,
}

/// How a run is shown. `href` is unchecked: whoever renders it decides which schemes are links.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Look {
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
    pub strike: bool,
    pub href: Option<String>,
    /// The label of the note that is marked here.
    pub footnote: Option<String>,
}

impl Text {
    /// Reads Markdown or plain text. Refuses what is not UTF-8, has no words, is over 2 MiB or 20,000 lines, or in which lists, quotations
    /// or emphasis stand deeper in one another than [`MAX_DEPTH`].
    pub fn parse(bytes: &[u8], manner: &Manner) -> Result<Self, BadText> {
        let source = limits::check(bytes)?;
        let (text, too_deep) = Self::read_deep(source, manner);
        if let Some(place) = too_deep {
            return Err(BadText::too_deep(source, place));
        }
        if let Some(place) = text.wider_than(limits::MAX_COLUMNS) {
            return Err(BadText::too_wide(source, place));
        }
        match text.line_count() {
            0 => Err(BadText::Empty),
            lines if lines > MAX_LINES => Err(BadText::TooManyLines { lines }),
            _ => Ok(text),
        }
    }

    /// Reads any text, even an empty one: what was published before is held to no limit. What stands too deep is read as words.
    pub fn read(source: &str, manner: &Manner) -> Self {
        Self::read_deep(source, manner).0
    }

    /// With the first byte that stands too deep.
    fn read_deep(source: &str, manner: &Manner) -> (Self, Option<usize>) {
        let read = blocks::read(source, manner);
        let too_deep = read.too_deep;
        (Self::of(source, manner, read), too_deep)
    }

    fn of(source: &str, manner: &Manner, read: blocks::Raw) -> Self {
        Self {
            source: source.to_owned(),
            manner: manner.clone(),
            digest: LaterDigest::default(),
            clauses: read.clauses,
            lines: read.lines,
            nests: read.nests,
        }
    }

    /// Reads any text of which nobody said the language: comments, and files on the command line, which no limit protects.
    pub fn parse_unlimited(source: &str) -> Self {
        Self::read(source, &Manner::default())
    }

    /// How it was read.
    pub fn manner(&self) -> &Manner {
        &self.manner
    }

    /// The Markdown it was read from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// SHA-256 of the exact source.
    pub fn digest(&self) -> Digest {
        self.digest.of(self.source.as_bytes())
    }

    /// The clauses in the order of the text.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The lines in order; the first has the number 1.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How many lines it has, which is the number of the last.
    pub fn line_count(&self) -> u32 {
        self.lines.len() as u32
    }

    /// The line with this number, counted from 1.
    pub fn line(&self, number: u32) -> Option<&Line> {
        self.lines.get((number as usize).checked_sub(1)?)
    }

    /// Those lines of a range that the text has.
    pub fn lines_in(&self, range: LineRange) -> &[Line] {
        let end = (range.last() as usize).min(self.lines.len());
        self.lines.get(range.first() as usize - 1..end).unwrap_or_default()
    }

    /// The words of some lines, as one line.
    pub fn words_of(&self, range: LineRange) -> String {
        self.lines_in(range).iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The index of the clause that holds this line.
    pub fn clause_of_line(&self, number: u32) -> Option<usize> {
        Some(self.line(number)?.clause as usize)
    }

    /// The clause with this index; none beyond the last.
    pub fn clause(&self, index: usize) -> Option<&Clause> {
        self.clauses.get(index)
    }

    /// The headings above a clause, outermost first, as indices into the clauses.
    pub fn path(&self, clause: usize) -> Vec<usize> {
        let parents = std::iter::successors(self.clauses.get(clause).and_then(|c| c.heading), |&at| {
            self.clauses[at as usize].heading
        });
        let mut path: Vec<_> = parents.map(|at| at as usize).collect();
        path.reverse();
        path
    }

    /// The clauses, each with its lines, as JSON.
    pub fn to_json(&self) -> serde_json::Value {
        let clause = |clause: &Clause| {
            let mut value = serde_json::json!(clause);
            value["lines"] = serde_json::json!(self.lines_in(clause.lines));
            value
        };
        serde_json::json!({ "digest": self.digest(), "clauses": self.clauses.iter().map(clause).collect::<Vec<_>>() })
    }

    /// The whole text as a range of lines; nothing for an empty text.
    pub fn all_lines(&self) -> Option<LineRange> {
        LineRange::new(1, self.line_count()).ok()
    }
}

impl Line {
    /// Its formatted pieces in order; they cover the whole line.
    pub fn runs(&self) -> Cow<'_, [Run]> {
        if self.formatted.is_empty() {
            Cow::Owned(vec![Run { chars: self.chars.clone(), look: Look::default() }])
        } else {
            Cow::Borrowed(&self.formatted)
        }
    }

    /// Its words without the number of its clause, which may be another while they stay. A number alone is words.
    pub(crate) fn said(&self, clause: &Clause) -> &str {
        let number = clause.number_chars.saturating_sub(self.chars.start) as usize;
        let start =
            if number == 0 { 0 } else { self.text.char_indices().nth(number).map_or(0, |(at, _)| at) };
        &self.text[start..]
    }

    /// Some characters of the line, counted in its clause; the part that it has.
    pub fn slice(&self, chars: &Range<u32>) -> &str {
        if *chars == self.chars {
            return &self.text;
        }
        let byte = |index: u32| {
            let place = index.saturating_sub(self.chars.start) as usize;
            self.text.char_indices().nth(place).map_or(self.text.len(), |(byte, _)| byte)
        };
        self.text.get(byte(chars.start)..byte(chars.end)).unwrap_or_default()
    }
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut line = serializer.serialize_struct("Line", 7)?;
        line.serialize_field("number", &self.number)?;
        line.serialize_field("clause", &self.clause)?;
        line.serialize_field("text", &self.text)?;
        line.serialize_field("span", &self.span)?;
        line.serialize_field("chars", &self.chars)?;
        line.serialize_field("runs", &self.runs())?;
        line.serialize_field("cells", &self.cells)?;
        line.end()
    }
}

impl Clause {
    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, ClauseKind::Heading { .. })
    }

    /// The text without its own number: the words of a heading.
    pub fn title(&self) -> &str {
        let at =
            self.text.char_indices().nth(self.number_chars as usize).map_or(self.text.len(), |(at, _)| at);
        &self.text[at..]
    }

    /// The source of some characters of the text; nothing when a mark of Markdown stands between them.
    pub fn source_of(&self, chars: &Range<u32>) -> Option<Range<usize>> {
        let start = self.slice(&(0..chars.start)).len();
        self.map.source_of(&(start..start + self.slice(chars).len()))
    }

    /// Characters `chars` of the text; the part that exists.
    pub fn slice(&self, chars: &Range<u32>) -> &str {
        let byte = |n: u32| self.text.char_indices().nth(n as usize).map_or(self.text.len(), |(at, _)| at);
        let (start, end) = (byte(chars.start), byte(chars.end.max(chars.start)));
        &self.text[start..end]
    }
}
