//! The tree of a text as HTML without classes that need a page: lists, tables, quotations and notes are what they are.

use std::{collections::HashMap, fmt::Write, ops::Range};

use domain::text::{Block, Clause, ClauseKind, Column, Item, Line, List, ListKind, Note, Run, Table, Text};

use super::escape;

/// Writes a text in sections under its headings.
pub fn write(text: &Text, out: &mut String) {
    let mut written = Written { text, references: references(text), out };
    let mut open = false;
    for block in text.tree() {
        let heading = written.clause_of(&block).is_some_and(Clause::is_heading);
        if heading || !open {
            written.out.push_str(if open {
                "</section>\n<section class=\"clause\">\n"
            } else {
                "<section class=\"clause\">\n"
            });
            open = true;
        }
        written.block(&block, None);
    }
    if open {
        out.push_str("</section>\n");
    }
}

/// Where each footnote is first referred to.
fn references(text: &Text) -> HashMap<String, u32> {
    let mut references = HashMap::new();
    for line in text.lines() {
        for label in line.runs().iter().filter_map(|run| run.look.footnote.clone()) {
            references.entry(label).or_insert(line.number);
        }
    }
    references
}

struct Written<'a> {
    text: &'a Text,
    references: HashMap<String, u32>,
    out: &'a mut String,
}

impl Written<'_> {
    fn clause_of(&self, block: &Block) -> Option<&Clause> {
        match block {
            Block::Clause(index) => self.text.clause(*index as usize),
            _ => None,
        }
    }

    fn within(&mut self, blocks: &[Block], lead: Option<u32>) {
        blocks.iter().for_each(|block| self.block(block, lead));
    }

    /// `lead` is the clause that bears the mark of its item.
    fn block(&mut self, block: &Block, lead: Option<u32>) {
        match block {
            Block::Clause(index) => self.clause(*index, lead == Some(*index)),
            Block::List(list) => self.list(list),
            Block::Quote(blocks) => {
                self.out.push_str("<blockquote>\n");
                self.within(blocks, lead);
                self.out.push_str("</blockquote>\n");
            }
            Block::Table(table) => self.table(table),
            Block::Meanings(entries) => {
                self.out.push_str("<dl>\n");
                for entry in entries {
                    for term in &entry.terms {
                        self.out.push_str("<dt>");
                        self.clause(*term, false);
                        self.out.push_str("</dt>\n");
                    }
                    for meaning in &entry.meanings {
                        self.out.push_str("<dd>");
                        self.within(meaning, None);
                        self.out.push_str("</dd>\n");
                    }
                }
                self.out.push_str("</dl>\n");
            }
            Block::Note(note) => self.note(note),
        }
    }

    // Writing to a string cannot fail.
    fn list(&mut self, list: &List) {
        let end = match list.kind {
            ListKind::Bullets => "ul",
            ListKind::Numbered { .. } | ListKind::Typed => "ol",
        };
        let _ = match list.kind {
            ListKind::Bullets => writeln!(self.out, "<ul role=\"list\">"),
            ListKind::Numbered { start } => writeln!(self.out, "<ol role=\"list\" start=\"{start}\">"),
            ListKind::Typed => writeln!(self.out, "<ol role=\"list\" class=\"typed\">"),
        };
        for Item { number, lead, bare, blocks } in &list.items {
            let value = number.map(|number| format!(" value=\"{number}\"")).unwrap_or_default();
            let _ = write!(self.out, "<li{value}>");
            if *bare {
                let mark = number.map_or("•".to_owned(), |number| number.to_string());
                let _ = write!(self.out, "<span class=\"no\">{mark}</span>");
            }
            self.within(blocks, *lead);
            self.out.push_str("</li>\n");
        }
        let _ = writeln!(self.out, "</{end}>");
    }

    fn note(&mut self, note: &Note) {
        let lead = note.blocks.first().and_then(Block::first_clause);
        let marked = lead.and_then(|lead| self.text.clause(lead as usize));
        let _ = write!(
            self.out,
            "<div class=\"note\" role=\"doc-footnote\" id=\"{}\">",
            app::draft::note_id(&note.label)
        );
        if marked.is_none_or(|clause| clause.kind != ClauseKind::Footnote) {
            let _ = write!(self.out, "<span class=\"no\">{}</span>", escape(&note.label));
        }
        self.within(&note.blocks, lead);
        if let Some(line) = self.references.get(&note.label) {
            let _ = write!(self.out, "<a href=\"#L{line}\" role=\"doc-backlink\">↩\u{fe0e}</a>");
        }
        self.out.push_str("</div>\n");
    }

    fn table(&mut self, table: &Table) {
        self.out.push_str("<div class=\"across\"><table>\n");
        for (rows, part, cell) in [(&table.head, "thead", "th scope=\"col\""), (&table.body, "tbody", "td")] {
            if rows.is_empty() {
                continue;
            }
            let _ = writeln!(self.out, "<{part}>");
            for row in rows {
                self.row(*row, cell, &table.columns);
            }
            let _ = writeln!(self.out, "</{part}>");
        }
        self.out.push_str("</table></div>\n");
    }

    fn row(&mut self, row: u32, cell: &str, columns: &[Column]) {
        let clause = self.text.clause(row as usize);
        let line = clause.and_then(|clause| self.text.line(clause.lines.first()));
        let Some(line) = line else { return };
        let end = cell.split(' ').next().unwrap_or(cell);
        let _ = write!(self.out, "<tr id=\"L{}\">", line.number);
        for (index, chars) in line.cells.iter().enumerate() {
            let number = if index == 0 { counter(line) } else { String::new() };
            let side = match columns.get(index) {
                Some(Column::Center) => " class=\"mid\"",
                Some(Column::End) => " class=\"end\"",
                Some(Column::Plain | Column::Start) | None => "",
            };
            let _ = write!(self.out, "<{cell}{side}>{number}{}</{end}>", inline(line, chars));
        }
        self.out.push_str("</tr>\n");
    }

    fn clause(&mut self, index: u32, leads: bool) {
        let Some(clause) = self.text.clause(index as usize) else { return };
        let verbatim = matches!(
            clause.kind,
            ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition
        );
        if verbatim {
            self.verbatim(clause, leads);
            return;
        }
        for line in self.text.lines_in(clause.lines) {
            let first = line.number == clause.lines.first();
            let label = if first { label(self.text, clause, line, leads) } else { None };
            let (_, from) = self.text.mark(clause);
            let words = inline(line, &(line.chars.start.max(from)..line.chars.end));
            let tag = match clause.kind {
                ClauseKind::Heading { level } => format!("h{}", level.clamp(1, 5) + 1),
                _ => "p".to_owned(),
            };
            let lead = if leads && label.is_some() { " lead" } else { "" };
            let more = if first { "" } else { " more" };
            let _ = writeln!(
                self.out,
                "<{tag} class=\"line{lead}{more}\" id=\"L{}\">{}{}{words}</{tag}>",
                line.number,
                counter(line),
                label.unwrap_or_default(),
            );
        }
    }

    fn verbatim(&mut self, clause: &Clause, leads: bool) {
        self.out.push_str("<pre>");
        let mut end = 0;
        for line in self.text.lines_in(clause.lines) {
            let first = line.number == clause.lines.first();
            let between = clause.slice(&(end..line.chars.start)).matches('\n').count();
            if !first && between > 1 {
                self.out.push_str(&"\n".repeat(between - 1));
            }
            end = line.chars.end;
            let label = if first { label(self.text, clause, line, leads) } else { None };
            let lead = if leads && label.is_some() { " lead" } else { "" };
            let (number, words) = (line.number, escape(&line.text));
            let _ = write!(
                self.out,
                "<span class=\"line{lead}\" id=\"L{number}\">{}{}<code>{words}</code></span>",
                counter(line),
                label.unwrap_or_default(),
            );
        }
        self.out.push_str("</pre>\n");
    }
}

/// The mark in front of a clause; nothing when it is all there is to read, as it then stands among the words.
fn label(text: &Text, clause: &Clause, line: &Line, leads: bool) -> Option<String> {
    let bare = clause.number_chars >= line.chars.end;
    let (mark, _) = text.mark(clause);
    let label = match clause.number {
        _ if bare => return None,
        Some(_) => mark?.into_owned(),
        None => leads.then(|| "•".to_owned())?,
    };
    Some(format!("<span class=\"no\">{}</span> ", escape(&label)))
}

fn counter(line: &Line) -> String {
    let number = line.number;
    format!("<a class=\"n\" href=\"#L{number}\">{number}</a>")
}

/// The words between two characters of the clause, with their formatting.
fn inline(line: &Line, within: &Range<u32>) -> String {
    let mut out = String::new();
    for Run { chars, look } in line.runs().as_ref() {
        let (from, to) = (chars.start.max(within.start), chars.end.min(within.end));
        if from >= to {
            continue;
        }
        if let Some(label) = &look.footnote {
            let (id, label) = (app::draft::note_id(label), escape(label));
            let _ = write!(out, "<sup><a href=\"#{id}\" role=\"doc-noteref\">{label}</a></sup>");
            continue;
        }
        let mut piece = escape(line.slice(&(from..to)));
        let marks = [(look.code, "code"), (look.emphasis, "em"), (look.strong, "strong"), (look.strike, "s")];
        for (_, tag) in marks.iter().filter(|(wanted, _)| *wanted) {
            piece = format!("<{tag}>{piece}</{tag}>");
        }
        let leads = |href: &&str| href.starts_with("https://") || href.starts_with("http://");
        match look.href.as_deref().filter(leads) {
            Some(href) => {
                let _ = write!(out, "<a href=\"{}\" rel=\"noreferrer\">{piece}</a>", escape(href));
            }
            None => out.push_str(&piece),
        }
    }
    out
}
