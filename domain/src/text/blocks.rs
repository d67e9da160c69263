//! Markdown into clauses and lines.

mod clause;
mod definitions;
mod depth;
mod front_matter;
mod gather;
mod items;
mod paragraph;
mod seams;
mod sweep;
mod together;
mod typed;
mod wraps;

use std::{ops::Range, sync::Arc};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{
    Clause, ClauseKind, Cuts, Line, Manner,
    nest::{Nest, NestKind, Nests},
    numbering,
    sentences::Tongue,
};
pub use depth::shallow;
use items::bullet_length;
use paragraph::{Mark, Paragraph};
pub(super) use together::{Pieces, Places};
pub(super) use typed::Starts;

/// What was read of a source.
#[derive(Default)]
pub(super) struct Raw {
    /// In order.
    pub clauses: Vec<Clause>,
    /// Numbered from 1.
    pub lines: Vec<Line>,
    /// What the clauses stand in.
    pub nests: Vec<Nest>,
    /// What may number each clause.
    numbers: Vec<(u32, Arc<numbering::Numbers>)>,
    /// The byte of the first mark that was read as words, or for nothing, because it stands too deep.
    pub too_deep: Option<usize>,
}

/// Reads the clauses of a source. Raw HTML is text.
pub(super) fn read(source: &str, manner: &Manner) -> Raw {
    Raw::read(source, manner, Tongue::of(source, manner), false).settled()
}

impl Raw {
    /// Reads a source before which an odd number of fences stands, or an even one. Its clauses do not know of each other yet.
    fn read(source: &str, manner: &Manner, tongue: Tongue, fenced: bool) -> Self {
        // Room for clauses and lines of ordinary length: growing step by step would copy them all again and again.
        let (clauses, lines) = (Vec::with_capacity(source.len() / 90), Vec::with_capacity(source.len() / 60));
        let mut reader =
            Reader { source, tongue, cuts: manner.cuts.clone(), clauses, lines, ..Reader::default() };
        let body = reader.front_matter();
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_DEFINITION_LIST;
        reader.starts = Starts::of(source, fenced);
        let deep = depth::too_deep(source);
        let first = deep.first().copied();
        reader.starts.are_words(deep);
        let masked = reader.starts.masked(source);
        for (event, range) in Parser::new_ext(&masked[body..], options).into_offset_iter() {
            reader.event(event, range.start + body..range.end + body);
        }
        reader.flush();
        reader.end_typed();
        reader.definitions(body);
        let too_deep = first.into_iter().chain(reader.body.too_deep).min();
        let Reader { clauses, lines, nests, numbers, .. } = reader;
        Self { clauses, lines, nests: nests.all, numbers, too_deep }
    }

    /// Puts the clauses in order, and gives each what it is among the others.
    pub fn settled(mut self) -> Self {
        self.head();
        numbering::settle(&mut self.clauses, &self.numbers);
        gather::gather(&mut self.clauses, &mut self.nests);
        self
    }
}

#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    tongue: Tongue,
    cuts: Cuts,
    clauses: Vec<Clause>,
    lines: Vec<Line>,
    starts: Starts,
    /// How far each open list of typed items stands in.
    typed: Vec<usize>,
    /// What may number each clause.
    numbers: Vec<(u32, Arc<numbering::Numbers>)>,
    /// The block being read, of the kind it will have, and what it says.
    open: Option<Block>,
    body: Paragraph,
    lists: Vec<Option<u64>>,
    quotes: u8,
    nests: Nests,
    /// The list item or footnote whose first block has not come yet: where it starts, its number.
    waiting: Option<(usize, ClauseKind, Option<String>)>,
}

struct Block {
    kind: ClauseKind,
    depth: u8,
    number: Option<String>,
    /// The innermost list, quotation and so on that it stands in.
    nest: Option<u32>,
    /// Whether the mark of its list item or footnote stands in front of it.
    leads: bool,
    span: Range<usize>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.words(&text, range),
            Event::Code(text) => self.inline(range.clone(), |body| body.code(&text, range)),
            Event::Html(text) | Event::InlineHtml(text) => self.said(&text, range),
            Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.inline(range.clone(), |body| body.code(&text, range))
            }
            Event::FootnoteReference(label) => {
                self.inline(range.clone(), |body| body.footnote(&label, range))
            }
            Event::SoftBreak if self.begins_item(range.end) => {}
            Event::SoftBreak => self.inline(range.clone(), |body| body.soft_break(range)),
            Event::HardBreak => self.inline(range.clone(), |body| body.hard_break(range)),
            Event::TaskListMarker(done) => {
                self.inline(range.clone(), |body| body.push(if done { "☑ " } else { "☐ " }, range))
            }
            Event::Rule => self.end_typed(),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.end_typed_by(&tag, range.start);
        match tag {
            Tag::Paragraph => self.begin(ClauseKind::Paragraph, range.start),
            Tag::Heading { level, .. } => self.begin(ClauseKind::Heading { level: level as u8 }, range.start),
            Tag::CodeBlock(_) => self.begin(ClauseKind::Code, range.start),
            Tag::HtmlBlock => self.begin(ClauseKind::Html, range.start),
            Tag::MetadataBlock(_) => self.begin(ClauseKind::FrontMatter, range.start),
            Tag::Table(columns) => {
                self.within(NestKind::Table { columns: columns.into_iter().map(Into::into).collect() });
            }
            Tag::TableHead => self.row(true, range.start),
            Tag::TableRow => self.row(false, range.start),
            Tag::TableCell => self.inline(range, Paragraph::cell),
            Tag::List(first) => {
                self.within(NestKind::List { start: first });
                self.lists.push(first);
            }
            Tag::Item => self.item(range),
            Tag::BlockQuote(_) => {
                self.within(NestKind::Quote);
                self.quotes = self.quotes.saturating_add(1);
            }
            Tag::FootnoteDefinition(label) => {
                self.within(NestKind::Note { label: label.to_string() });
                self.waiting = Some((range.start, ClauseKind::Footnote, Some(label.to_string())));
            }
            Tag::DefinitionList => self.within(NestKind::Meanings),
            Tag::DefinitionListTitle => self.within(NestKind::Term),
            Tag::DefinitionListDefinition => self.within(NestKind::Meaning),
            Tag::Emphasis => self.inline(range.clone(), |body| body.open(Mark::Emphasis, range)),
            Tag::Strong => self.inline(range.clone(), |body| body.open(Mark::Strong, range)),
            Tag::Strikethrough => self.inline(range.clone(), |body| body.open(Mark::Strike, range)),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.inline(range.clone(), |body| body.open(Mark::Link(dest_url.to_string()), range))
            }
            Tag::Superscript | Tag::Subscript => {}
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
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
                if self.open.is_some() =>
            {
                self.body.shut(range.end);
            }
            TagEnd::List(_) => {
                self.out();
                self.lists.pop();
            }
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.end_typed();
                self.out();
                self.waiting = None;
            }
            TagEnd::BlockQuote(_) => {
                self.end_typed();
                self.out();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Table
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {
                self.end_typed();
                self.out();
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str, range: Range<usize>) {
        let start = range.start;
        if self.begin_typed(start) {
            let bullet = if self.starts.under.contains(&start) { "- ".len() } else { bullet_length(text) };
            let range = start + bullet..range.end;
            return self.inline(range.clone(), |body| body.push(&text[bullet..], range));
        }
        self.said(text, range);
    }

    /// Words as they stand in the source, where the parser was given others of equal length.
    fn said(&mut self, text: &str, range: Range<usize>) {
        let said = self
            .source
            .get(range.clone())
            .filter(|said| said.len() == text.len() && !self.starts.harmless.is_empty());
        self.inline(range.clone(), |body| body.push(said.unwrap_or(text), range));
    }

    /// Begins something that blocks stand in.
    fn within(&mut self, kind: NestKind) {
        self.flush();
        self.nests.open(kind);
    }

    /// Ends the innermost of what blocks stand in.
    fn out(&mut self) {
        self.flush();
        self.nests.close();
    }

    fn item(&mut self, range: Range<usize>) {
        let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
            let number = *next;
            *next += 1;
            number
        });
        self.within(NestKind::Item { number });
        self.waiting = Some((range.start, ClauseKind::Item, number.map(|number| number.to_string())));
    }

    fn row(&mut self, header: bool, at: usize) {
        self.begin(ClauseKind::TableRow { header }, at);
    }

    /// Opens a block; the first paragraph of a list item or footnote takes its kind, number and start.
    fn begin(&mut self, kind: ClauseKind, at: usize) {
        self.flush();
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX).saturating_add(self.quotes);
        let waiting = self.waiting.take();
        let leads = waiting.is_some();
        let (start, kind, number) = match waiting {
            Some((start, inherited, number)) => {
                (start, if kind == ClauseKind::Paragraph { inherited } else { kind }, number)
            }
            None => (at, kind, None),
        };
        self.body.clear();
        let nest = self.nests.innermost();
        self.open = Some(Block { kind, depth, number, nest, leads, span: start..at });
    }

    /// Adds to the open block, and opens the one of a tight list item when none is.
    fn inline(&mut self, range: Range<usize>, add: impl FnOnce(&mut Paragraph)) {
        if self.open.is_none() {
            self.begin(ClauseKind::Paragraph, range.start);
        }
        if let Some(block) = &mut self.open {
            block.span.end = block.span.end.max(range.end);
            add(&mut self.body);
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

    /// Makes a clause of the open block, when it says anything.
    fn flush(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        let raw = matches!(block.kind, ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter);
        if !raw {
            self.body.trim();
        }
        // A table whose columns have no heads begins with a row of nothing.
        let headless = block.kind == ClauseKind::TableRow { header: true } && !self.body.says_something();
        if !self.body.text.trim().is_empty() && !headless {
            block.span.end = block.span.start + self.source[block.span.clone()].trim_end().len();
            let index = self.clauses.len() as u32;
            let (clause, numbers) =
                block.into_clause(&self.body, (self.tongue, &self.cuts), index, &mut self.lines);
            if numbers.typed.is_some() || numbers.marker.is_some() {
                self.numbers.push((index, Arc::new(numbers)));
            }
            self.clauses.push(clause);
        }
    }
}
