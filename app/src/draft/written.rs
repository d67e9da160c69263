//! The tree of a text on a page: lists as lists, tables as tables, each line with its number.

use std::{collections::HashMap, ops::Range};

use domain::text::{Block, Clause, ClauseKind, Column, Entry, Item, Line, List, ListKind, Note, Table, Text};
use leptos::prelude::*;

use super::line_view;
use crate::{t, words::t};

/// What a page puts around the words of a text.
pub trait Around {
    /// The number of a line; `anchored` when the place of its clause goes with it.
    fn counter(&self, line: &Line, anchored: bool) -> AnyView;
    /// What can be done with a line, after its words.
    fn say(&self, line: &Line) -> AnyView;
    /// The characters of its clause that are underlined.
    fn marks<'a>(&'a self, line: &Line) -> &'a [Range<u32>];
    /// What is said of a line, which stands under it.
    fn under(&self, line: u32) -> Option<AnyView>;
    /// The form for a comment whose last line this is, which stands under that.
    fn form(&self, line: u32) -> Option<AnyView>;
    /// Whether a comment is being written on a line.
    fn is_about(&self, line: u32) -> bool;
    /// The characters of its clause that are shown of a line; nothing for a line that is left out.
    fn part(&self, line: &Line) -> Option<Range<u32>> {
        Some(line.chars.clone())
    }
    /// Whether this is the text itself, where lines have the ids that they are found by and headings lead on; not where it is quoted.
    fn is_text(&self) -> bool {
        true
    }
}

/// Writes the blocks of a text as views.
pub struct Written<'a> {
    text: &'a Text,
    around: &'a dyn Around,
    /// The level of the highest heading of the text.
    highest: u8,
    /// The language of the text, and its direction, where they are not those of the page.
    language: Option<(String, &'static str)>,
    /// Where each footnote is first referred to.
    references: HashMap<String, u32>,
}

impl<'a> Written<'a> {
    /// Prepares to write a text, with what stands around its lines. `language` is its tag and direction where they are not those of the
    /// page.
    pub fn new(text: &'a Text, around: &'a dyn Around, language: Option<(String, &'static str)>) -> Self {
        let levels = text.clauses().iter().filter_map(level);
        let mut references = HashMap::new();
        for line in text.lines() {
            for run in line.runs().iter() {
                if let Some(label) = &run.look.footnote {
                    references.entry(label.clone()).or_insert(line.number);
                }
            }
        }
        Self { text, around, highest: levels.min().unwrap_or(1), language, references }
    }

    /// Blocks that stand in nothing else.
    pub fn blocks(&self, blocks: &[Block]) -> Vec<AnyView> {
        blocks.iter().map(|block| self.block(block, None, true)).collect()
    }

    fn within(&self, blocks: &[Block], lead: Option<u32>) -> Vec<AnyView> {
        blocks.iter().map(|block| self.block(block, lead, false)).collect()
    }

    /// `lead` is the clause that bears the mark of its item; `outer` blocks say their language.
    fn block(&self, block: &Block, lead: Option<u32>, outer: bool) -> AnyView {
        let (lang, dir) = self.language.clone().filter(|_| outer).unzip();
        match block {
            Block::Clause(index) => self.clause(*index, lead == Some(*index), outer),
            Block::List(list) => self.list(list, lang, dir),
            Block::Quote(blocks) => {
                view! { <blockquote lang=lang dir=dir>{self.within(blocks, lead)}</blockquote> }.into_any()
            }
            Block::Table(table) => self.table(table, lang, dir),
            Block::Meanings(entries) => {
                let entries: Vec<_> = entries.iter().map(|entry| self.entry(entry)).collect();
                view! { <dl lang=lang dir=dir>{entries}</dl> }.into_any()
            }
            Block::Note(note) => self.note(note, lang, dir),
        }
    }

    fn list(&self, list: &List, lang: Option<String>, dir: Option<&'static str>) -> AnyView {
        let items: Vec<_> = list.items.iter().map(|item| self.item(item)).collect();
        // A browser that sees no marks takes a list for none, so it is told.
        match list.kind {
            ListKind::Bullets => view! { <ul role="list" lang=lang dir=dir>{items}</ul> }.into_any(),
            ListKind::Numbered { start } => {
                let start = (start != 1).then_some(start);
                view! { <ol role="list" start=start lang=lang dir=dir>{items}</ol> }.into_any()
            }
            ListKind::Typed => {
                view! { <ol role="list" class="typed" lang=lang dir=dir>{items}</ol> }.into_any()
            }
        }
    }

    fn item(&self, item: &Item) -> AnyView {
        let bare = item.bare.then(|| {
            let mark = item.number.map_or("•".to_owned(), |number| number.to_string());
            view! { <span class="no">{mark}</span> }
        });
        view! { <li value=item.number>{bare}{self.within(&item.blocks, item.lead)}</li> }.into_any()
    }

    fn entry(&self, entry: &Entry) -> AnyView {
        let terms: Vec<_> =
            entry.terms.iter().map(|term| view! { <dt>{self.clause(*term, false, false)}</dt> }).collect();
        let meanings: Vec<_> =
            entry.meanings.iter().map(|blocks| view! { <dd>{self.within(blocks, None)}</dd> }).collect();
        view! { {terms}{meanings} }.into_any()
    }

    fn note(&self, note: &Note, lang: Option<String>, dir: Option<&'static str>) -> AnyView {
        let id = self.around.is_text().then(|| line_view::note_id(&note.label));
        let lead = note.blocks.first().and_then(Block::first_clause);
        let marked = lead.and_then(|lead| self.text.clause(lead as usize));
        let bare = marked.is_none_or(|clause| clause.kind != ClauseKind::Footnote);
        let bare = bare.then(|| view! { <span class="no">{note.label.clone()}</span> });
        let referred = self.references.get(&note.label).filter(|_| self.around.is_text());
        let back = referred.map(|line| {
            let label = t!("draft-note-back", line = *line);
            view! { <a class="back" href=format!("#L{line}") role="doc-backlink" aria-label=label>"↩\u{fe0e}"</a> }
        });
        view! {
            <div class="note" role="doc-footnote" id=id lang=lang dir=dir>{bare}{self.within(&note.blocks, lead)}{back}</div>
        }
        .into_any()
    }

    fn table(&self, table: &Table, lang: Option<String>, dir: Option<&'static str>) -> AnyView {
        let rows = |rows: &[u32], header| {
            let lines =
                rows.iter().filter_map(|row| self.text.line(self.text.clause(*row as usize)?.lines.first()));
            lines.map(|line| self.row(table, line, header)).collect::<Vec<_>>()
        };
        // A row cannot be followed by anything but rows, so what is said about them comes before.
        let all = table.head.iter().chain(&table.body);
        let lines: Vec<_> =
            all.filter_map(|row| Some(self.text.clause(*row as usize)?.lines.first())).collect();
        let under: Vec<_> = lines.iter().filter_map(|line| self.around.under(*line)).collect();
        let form: Vec<_> = lines.iter().filter_map(|line| self.around.form(*line)).collect();
        let head = (!table.head.is_empty()).then(|| view! { <thead>{rows(&table.head, true)}</thead> });
        let shown = view! { <table>{head}<tbody>{rows(&table.body, false)}</tbody></table> };
        view! {
            {under}
            <div class="across" role="region" aria-label=t("draft-table") tabindex="0" lang=lang dir=dir>{shown}</div>
            {form}
        }
        .into_any()
    }

    fn row(&self, table: &Table, line: &Line, header: bool) -> AnyView {
        let last = line.cells.len().saturating_sub(1);
        let cells = line.cells.iter().enumerate().map(|(index, cell)| {
            let number = (index == 0).then(|| self.around.counter(line, true));
            let say = (index == last).then(|| self.around.say(line));
            let shown = self.around.part(line).unwrap_or_default();
            let cell = cell.start.max(shown.start)..cell.end.min(shown.end).max(cell.start.max(shown.start));
            let words = line_view::words(line, cell, self.around.marks(line));
            let side = match table.columns.get(index) {
                Some(Column::Center) => Some("mid"),
                Some(Column::End) => Some("end"),
                Some(Column::Plain | Column::Start) | None => None,
            };
            match header {
                true => view! { <th scope="col" class=side>{number}{words}{say}</th> }.into_any(),
                false => view! { <td class=side>{number}{words}{say}</td> }.into_any(),
            }
        });
        let class = self.around.is_about(line.number).then_some("about");
        view! { <tr class=class id=self.id(line)>{cells.collect::<Vec<_>>()}</tr> }.into_any()
    }

    fn clause(&self, index: u32, leads: bool, outer: bool) -> AnyView {
        let Some(clause) = self.text.clause(index as usize) else { return ().into_any() };
        let lines = self.text.lines_in(clause.lines);
        if is_verbatim(clause) {
            return self.verbatim(clause, lines, leads, outer);
        }
        let shown = lines.iter().filter_map(|line| Some((line, self.around.part(line)?)));
        let lines = shown.enumerate().map(|(index, (line, part))| {
            let (under, form) = (self.around.under(line.number), self.around.form(line.number));
            view! { {self.line(clause, (line, part), index == 0, (leads, outer))}{under}{form} }.into_any()
        });
        lines.collect::<Vec<_>>().into_any()
    }

    /// A line with the part of it that is shown; whether it is the first of its clause that is, bears the mark of an item, and says its
    /// language.
    fn line(
        &self,
        clause: &Clause,
        (line, part): (&Line, Range<u32>),
        first: bool,
        (leads, outer): (bool, bool),
    ) -> AnyView {
        let label = first.then(|| self.label(clause, line, leads)).flatten();
        let (_, from) = self.text.mark(clause);
        let words = line_view::words(line, part.start.max(from)..part.end, self.around.marks(line));
        let anchored = first && !(outer && clause.is_heading());
        let (counter, say) = (self.around.counter(line, anchored), self.around.say(line));
        let (lang, dir) = self.language.clone().filter(|_| outer).unzip();
        let (id, class) = (self.id(line), self.class(line, leads && label.is_some(), !first));
        let inside = view! { {counter}{label}{words}{say} };
        match level(clause).filter(|_| self.around.is_text()).map(|level| level.saturating_sub(self.highest))
        {
            Some(0) => view! { <h3 class=class id=id lang=lang dir=dir>{inside}</h3> }.into_any(),
            Some(1) => view! { <h4 class=class id=id lang=lang dir=dir>{inside}</h4> }.into_any(),
            Some(_) => view! { <h5 class=class id=id lang=lang dir=dir>{inside}</h5> }.into_any(),
            None => view! { <p class=class id=id lang=lang dir=dir>{inside}</p> }.into_any(),
        }
    }

    fn id(&self, line: &Line) -> Option<String> {
        self.around.is_text().then(|| format!("L{}", line.number))
    }

    /// The mark in front of a clause; nothing when it is all there is to read, as it then stands among the words.
    fn label(&self, clause: &Clause, line: &Line, leads: bool) -> Option<AnyView> {
        let bare = clause.number_chars >= line.chars.end;
        let (mark, _) = self.text.mark(clause);
        let label = match clause.number {
            _ if bare => return None,
            Some(_) => mark?.into_owned(),
            None => leads.then(|| "•".to_owned())?,
        };
        Some(view! { <span class="no">{label}</span>" " }.into_any())
    }

    fn class(&self, line: &Line, lead: bool, more: bool) -> String {
        let also = [(lead, " lead"), (more, " more"), (self.around.is_about(line.number), " about")];
        also.iter().filter(|(set, _)| *set).fold("line".to_owned(), |class, (_, name)| class + name)
    }

    /// Code and what else is shown as it is written. What is said of a line parts it, as nothing but words stands in it.
    fn verbatim(&self, clause: &Clause, lines: &[Line], leads: bool, outer: bool) -> AnyView {
        let (mut shown, mut open) = (Vec::new(), Vec::new());
        let mut end = 0;
        let mut first = true;
        for line in lines.iter().filter(|line| self.around.part(line).is_some()) {
            let between = clause.slice(&(end..line.chars.start)).matches('\n').count();
            let blank = (!first && between > 1).then(|| "\n".repeat(between - 1));
            end = line.chars.end;
            let label = first.then(|| self.label(clause, line, leads)).flatten();
            let class = self.class(line, leads && label.is_some(), false);
            let (counter, say) = (self.around.counter(line, first), self.around.say(line));
            let words = view! { <code>{line.text.to_string()}</code> };
            let id = self.id(line);
            first = false;
            open.push(
                view! { {blank}<span class=class id=id>{counter}{label}{words}{say}</span> }.into_any(),
            );
            let (under, form) = (self.around.under(line.number), self.around.form(line.number));
            if under.is_some() || form.is_some() {
                shown.push(self.pre(std::mem::take(&mut open), outer));
                shown.push(view! { {under}{form} }.into_any());
            }
        }
        if !open.is_empty() {
            shown.push(self.pre(open, outer));
        }
        shown.into_any()
    }

    /// Code reads from left to right in every language.
    fn pre(&self, lines: Vec<AnyView>, outer: bool) -> AnyView {
        let lang = self.language.clone().filter(|_| outer).map(|(lang, _)| lang);
        view! { <pre class="verbatim" lang=lang>{lines}</pre> }.into_any()
    }
}

const fn is_verbatim(clause: &Clause) -> bool {
    matches!(
        clause.kind,
        ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition
    )
}

const fn level(clause: &Clause) -> Option<u8> {
    match clause.kind {
        ClauseKind::Heading { level } => Some(level),
        _ => None,
    }
}
