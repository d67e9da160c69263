//! Markdown into clauses and lines.

mod paragraph;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Clause, ClauseKind, Digest, Line, LineRange, normalise, number, sentences};
use paragraph::{Mark, Paragraph};

/// Reads the clauses of a source in order, with their lines numbered from 1. Raw HTML is text.
pub(super) fn read(source: &str) -> (Vec<Clause>, Vec<Line>) {
    let mut reader = Reader { source, ..Reader::default() };
    let body = reader.front_matter();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    for (event, range) in Parser::new_ext(&source[body..], options).into_offset_iter() {
        reader.event(event, range.start + body..range.end + body);
    }
    reader.finish();
    reader.definitions(body);
    reader.into_text()
}

#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    blocks: Vec<Block>,
    /// The block being read, of the kind it will have.
    open: Option<Block>,
    lists: Vec<Option<u64>>,
    quotes: u8,
    /// The list item or footnote whose first block has not come yet: where it starts, its number.
    waiting: Option<(usize, ClauseKind, Option<String>)>,
}

struct Block {
    kind: ClauseKind,
    depth: u8,
    number: Option<String>,
    span: Range<usize>,
    body: Paragraph,
}

impl Reader<'_> {
    /// Takes the front matter, and gives where the Markdown begins.
    fn front_matter(&mut self) -> usize {
        let start = if self.source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let rest = &self.source[start..];
        let Some(opened) = rest.strip_prefix("---\n").or_else(|| rest.strip_prefix("---\r\n")) else {
            return start;
        };
        let inner = self.source.len() - opened.len();
        let mut at = inner;
        for line in opened.split_inclusive('\n') {
            if matches!(line.trim_end(), "---" | "...") {
                if !self.source[inner..at].trim().is_empty() {
                    self.begin(ClauseKind::FrontMatter, start);
                    self.verbatim(inner..at);
                    self.close(at + line.trim_end().len());
                }
                return at + line.len();
            }
            if line.trim().is_empty() && at == inner {
                return start;
            }
            at += line.len();
        }
        start
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.inline(range.clone(), |body| body.push(&text, range)),
            Event::Code(text) => self.inline(range.clone(), |body| body.code(&text, range)),
            Event::Html(text) | Event::InlineHtml(text) => {
                self.inline(range.clone(), |body| body.push(&text, range))
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.inline(range.clone(), |body| body.code(&text, range))
            }
            Event::FootnoteReference(label) => {
                self.inline(range.clone(), |body| body.footnote(&label, range))
            }
            Event::SoftBreak => self.inline(range.clone(), |body| body.soft_break(range)),
            Event::HardBreak => self.inline(range.clone(), |body| body.hard_break(range)),
            Event::TaskListMarker(done) => {
                self.inline(range.clone(), |body| body.push(if done { "☑ " } else { "☐ " }, range))
            }
            Event::Rule => self.flush(),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.begin(ClauseKind::Paragraph, range.start),
            Tag::Heading { level, .. } => self.begin(ClauseKind::Heading { level: level as u8 }, range.start),
            Tag::CodeBlock(_) => self.begin(ClauseKind::Code, range.start),
            Tag::HtmlBlock => self.begin(ClauseKind::Html, range.start),
            Tag::MetadataBlock(_) => self.begin(ClauseKind::FrontMatter, range.start),
            Tag::TableHead => self.row(true, range.start),
            Tag::TableRow => self.row(false, range.start),
            Tag::TableCell => self.inline(range, Paragraph::cell),
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => self.item(range),
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_add(1);
            }
            Tag::FootnoteDefinition(label) => {
                self.flush();
                self.waiting = Some((range.start, ClauseKind::Footnote, Some(label.to_string())));
            }
            Tag::Emphasis => self.inline(range.clone(), |body| body.open(Mark::Emphasis, range)),
            Tag::Strong => self.inline(range.clone(), |body| body.open(Mark::Strong, range)),
            Tag::Strikethrough => self.inline(range.clone(), |body| body.open(Mark::Strike, range)),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.inline(range.clone(), |body| body.open(Mark::Link(dest_url.to_string()), range))
            }
            Tag::Table(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::MetadataBlock(_) => self.close(range.end),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                if let Some(block) = &mut self.open {
                    block.body.shut(range.end);
                }
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.flush();
                self.waiting = None;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn item(&mut self, range: Range<usize>) {
        self.flush();
        let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
            let number = next.to_string();
            *next += 1;
            number
        });
        self.waiting = Some((range.start, ClauseKind::Item, number));
    }

    fn row(&mut self, header: bool, at: usize) {
        self.begin(ClauseKind::TableRow { header }, at);
    }

    /// Opens a block; the first paragraph of a list item or footnote takes its kind, number and start.
    fn begin(&mut self, kind: ClauseKind, at: usize) {
        self.flush();
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX).saturating_add(self.quotes);
        let (start, kind, number) = match self.waiting.take() {
            Some((start, inherited, number)) => {
                (start, if kind == ClauseKind::Paragraph { inherited } else { kind }, number)
            }
            None => (at, kind, None),
        };
        self.open = Some(Block { kind, depth, number, span: start..at, body: Paragraph::default() });
    }

    /// Adds to the open block, and opens the one of a tight list item when none is.
    fn inline(&mut self, range: Range<usize>, add: impl FnOnce(&mut Paragraph)) {
        if self.open.is_none() {
            self.begin(ClauseKind::Paragraph, range.start);
        }
        if let Some(block) = &mut self.open {
            block.span.end = block.span.end.max(range.end);
            add(&mut block.body);
        }
    }

    fn verbatim(&mut self, range: Range<usize>) {
        let text = &self.source[range.clone()];
        self.inline(range.clone(), |body| body.push(text, range));
    }

    fn close(&mut self, end: usize) {
        if let Some(block) = &mut self.open {
            block.span.end = block.span.end.max(end);
        }
        self.flush();
    }

    fn flush(&mut self) {
        if let Some(mut block) = self.open.take() {
            let raw = matches!(block.kind, ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter);
            if !raw {
                block.body.trim();
            }
            if !block.body.text.trim().is_empty() {
                block.span.end = block.span.start + self.source[block.span.clone()].trim_end().len();
                self.blocks.push(block);
            }
        }
    }

    fn finish(&mut self) {
        self.flush();
    }

    /// Adds link reference definitions, which the Markdown parser swallows, so that no line of the source is lost.
    fn definitions(&mut self, body: usize) {
        let mut found = Vec::new();
        let mut at = body;
        let ends = self
            .blocks
            .iter()
            .filter(|block| block.span.start >= body)
            .map(|block| block.span.clone())
            .chain(std::iter::once(self.source.len()..self.source.len()));
        for span in ends.collect::<Vec<_>>() {
            if span.start > at {
                let mut start = at;
                for line in self.source[at..span.start].split_inclusive('\n') {
                    let words = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
                    if words.starts_with('[') && words.contains("]:") {
                        found.push(start + line.len() - words.len()..start + line.trim_end().len());
                    }
                    start += line.len();
                }
            }
            at = at.max(span.end);
        }
        for range in found {
            self.begin(ClauseKind::Definition, range.start);
            self.verbatim(range.clone());
            self.close(range.end);
        }
        self.blocks.sort_by_key(|block| block.span.start);
    }

    fn into_text(self) -> (Vec<Clause>, Vec<Line>) {
        let mut clauses: Vec<Clause> = Vec::with_capacity(self.blocks.len());
        let mut lines = Vec::new();
        let mut headings: Vec<(u8, u32)> = Vec::new();
        for block in self.blocks {
            let index = clauses.len() as u32;
            if let ClauseKind::Heading { level } = block.kind {
                headings.retain(|(above, _)| *above < level);
            }
            let heading = headings.last().map(|(_, at)| *at);
            if let ClauseKind::Heading { level } = block.kind {
                headings.push((level, index));
            }
            let first = lines.len() as u32 + 1;
            block.lines(index, &mut lines);
            clauses.push(block.clause(heading, LineRange::spanning(first, lines.len() as u32)));
        }
        (clauses, lines)
    }
}

impl Block {
    fn sentences(&self) -> Vec<Range<usize>> {
        let text = &self.body.text;
        match self.kind {
            ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter => {
                let mut at = 0;
                let lines = text.split_inclusive('\n').map(|line| {
                    at += line.len();
                    at - line.len()..at - line.len() + line.trim_end().len()
                });
                lines.filter(|range| !text[range.clone()].trim().is_empty()).collect()
            }
            ClauseKind::Heading { .. } | ClauseKind::TableRow { .. } | ClauseKind::Definition => {
                std::iter::once(0..text.len()).collect()
            }
            ClauseKind::Paragraph | ClauseKind::Item | ClauseKind::Footnote => {
                sentences::split(text, &self.body.closed(), &self.body.breaks)
            }
        }
    }

    fn lines(&self, clause: u32, lines: &mut Vec<Line>) {
        let sentences = self.sentences();
        let spans = self.body.spans(&sentences);
        let mut chars = paragraph::CharCount::new(&self.body.text);
        for (range, span) in sentences.into_iter().zip(spans) {
            let from = chars.at(range.start);
            let to = chars.at(range.end);
            lines.push(Line {
                number: lines.len() as u32 + 1,
                clause,
                text: self.body.text[range.clone()].to_owned(),
                span,
                chars: from..to,
                runs: self.body.runs(&range, from),
                cells: if matches!(self.kind, ClauseKind::TableRow { .. }) {
                    self.body.cells()
                } else {
                    Vec::new()
                },
            });
        }
    }

    fn clause(self, heading: Option<u32>, lines: LineRange) -> Clause {
        let text = self.body.text;
        let typed = match self.kind {
            ClauseKind::Heading { .. } => number::find(&text, true),
            ClauseKind::Paragraph | ClauseKind::Item => number::find(&text, false),
            _ => None,
        };
        let typed = typed.filter(|found| found.taken < text.len() || self.number.is_none());
        let taken = typed.as_ref().map_or(0, |found| found.taken);
        Clause {
            kind: self.kind,
            depth: self.depth,
            number_chars: text[..taken].chars().count() as u32,
            number: typed.map(|found| found.number).or(self.number),
            heading,
            digest: Digest::of(normalise(if taken < text.len() { &text[taken..] } else { &text }).as_bytes()),
            lines,
            span: self.span,
            map: self.body.map,
            text,
        }
    }
}
