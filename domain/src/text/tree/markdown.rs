//! The tree as Markdown that every reader of Markdown takes for the same tree.

use super::{Block, Column, Entry, Item, List, ListKind, Note, Table};
use crate::text::{Clause, ClauseKind, LineRange, Text};

impl Text {
    /// The text as Markdown on which nothing that follows depends: what the source leaves open is closed, front matter is shown as code,
    /// and lists bear the numbers they have. The words keep the marks they were written with.
    pub fn to_markdown(&self) -> String {
        let mut out = Writer { text: self, quotes: 0, only: None }.blocks(&self.tree()).join("\n");
        out.push('\n');
        out
    }

    /// Some lines as Markdown, in what they stand in: an item with its mark, a row under the heads of its columns, quoted words as a
    /// quotation. Of a line that is quoted in part, the words that are.
    pub fn excerpt_to_markdown(&self, lines: LineRange, part: Option<&str>) -> String {
        Writer { text: self, quotes: 0, only: Some((lines, part)) }.blocks(&self.excerpt(lines)).join("\n")
    }
}

/// Writes blocks as lines of Markdown, without what stands before them.
struct Writer<'a> {
    text: &'a Text,
    /// In how many quotations.
    quotes: usize,
    /// The lines that are written, and the words of them that are, when not all are meant.
    only: Option<(LineRange, Option<&'a str>)>,
}

impl Writer<'_> {
    fn blocks(&self, blocks: &[Block]) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut lists = 0;
        for block in blocks {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            // Two lists in a row would be read as one if their marks were the same.
            lists = if matches!(block, Block::List(_)) { lists + 1 } else { 0 };
            lines.extend(self.block(block, lists % 2 == 0));
        }
        lines
    }

    fn block(&self, block: &Block, other_mark: bool) -> Vec<String> {
        match block {
            Block::Clause(index) => {
                self.text.clause(*index as usize).map(|clause| self.clause(clause)).unwrap_or_default()
            }
            Block::List(list) => self.list(list, other_mark),
            Block::Quote(inside) => {
                let inner = Writer { quotes: self.quotes + 1, ..*self };
                inner
                    .blocks(inside)
                    .into_iter()
                    .map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") })
                    .collect()
            }
            Block::Table(table) => self.table(table),
            Block::Meanings(entries) => self.meanings(entries),
            Block::Note(Note { label, blocks }) => hung(&format!("[^{label}]: "), 4, self.blocks(blocks)),
        }
    }

    fn list(&self, list: &List, other_mark: bool) -> Vec<String> {
        let marks = if other_mark { ("*", ")") } else { ("-", ".") };
        let is_tight = |item: &Item| {
            matches!(item.blocks.as_slice(), [Block::Clause(_)] | [Block::Clause(_), Block::List(_)])
        };
        if self.is_parted(list) {
            return list
                .items
                .iter()
                .map(|item| self.blocks(&item.blocks))
                .collect::<Vec<_>>()
                .join(&String::new());
        }
        let tight = list.items.iter().all(is_tight);
        let mut lines: Vec<String> = Vec::new();
        for (index, item) in list.items.iter().enumerate() {
            if !tight && index > 0 {
                lines.push(String::new());
            }
            match list.kind {
                ListKind::Bullets | ListKind::Typed => {
                    lines.extend(marked(&format!("{} ", marks.0), self.tight(item)))
                }
                ListKind::Numbered { start } => {
                    let number = item.number.unwrap_or(start + index as u64);
                    lines.extend(marked(&format!("{number}{} ", marks.1), self.tight(item)));
                }
            }
        }
        lines
    }

    /// Whether the items are paragraphs, which only their typed numbers make a list.
    fn is_parted(&self, list: &List) -> bool {
        let lead = list.items.first().and_then(|item| item.lead);
        let lead = lead.and_then(|lead| self.text.clause(lead as usize));
        list.kind == ListKind::Typed && lead.is_some_and(|clause| clause.kind == ClauseKind::Paragraph)
    }

    /// The lines of an item; a list under its words follows at once.
    fn tight(&self, item: &Item) -> Vec<String> {
        match item.blocks.as_slice() {
            [words @ Block::Clause(_), list @ Block::List(List { items, .. })]
                if items.len() > 1 && self.may_interrupt(list) =>
            {
                let mut lines = self.block(words, false);
                lines.extend(self.block(list, false));
                lines
            }
            blocks => self.blocks(blocks),
        }
    }

    /// Whether a list is one although no empty line stands before it: a numbered one must begin with 1.
    fn may_interrupt(&self, block: &Block) -> bool {
        match block {
            Block::List(List { kind: ListKind::Numbered { start }, .. }) => *start == 1,
            Block::List(list) => {
                !self.is_parted(list) && list.items.iter().all(|item| !item.blocks.is_empty())
            }
            _ => false,
        }
    }

    fn meanings(&self, entries: &[Entry]) -> Vec<String> {
        let mut lines = Vec::new();
        for entry in entries {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            for term in &entry.terms {
                let clause = self.text.clause(*term as usize);
                lines.push(clause.map(|clause| self.words(clause).join(" ")).unwrap_or_default());
            }
            for meaning in &entry.meanings {
                lines.extend(marked(": ", self.blocks(meaning)));
            }
        }
        lines
    }

    fn table(&self, table: &Table) -> Vec<String> {
        let rule = table.columns.iter().map(|column| match column {
            Column::Plain => " --- |",
            Column::Start => " :-- |",
            Column::Center => " :-: |",
            Column::End => " --: |",
        });
        let rule = format!("|{}", rule.collect::<String>());
        let mut head: Vec<_> = table.head.iter().filter_map(|row| self.row(*row)).collect();
        if head.is_empty() {
            head.push(format!("|{}", "  |".repeat(table.columns.len())));
        }
        head.push(rule);
        head.extend(table.body.iter().filter_map(|row| self.row(*row)));
        head
    }

    /// A row as it was written, between bars.
    fn row(&self, row: u32) -> Option<String> {
        let line = self.text.line(self.text.clause(row as usize)?.lines.first())?;
        let source = self.text.source();
        let start = source[..line.span.start].rfind('\n').map_or(0, |end| end + 1);
        let end = source[line.span.start..].find('\n').map_or(source.len(), |end| line.span.start + end);
        let start = source[start..line.span.start].find('|').map_or(line.span.start, |bar| start + bar);
        let row = source[start..end].trim();
        let row = row.strip_prefix('|').unwrap_or(row);
        let row = row.strip_suffix('|').filter(|row| !row.ends_with('\\')).unwrap_or(row);
        Some(format!("| {} |", row.trim()))
    }

    fn clause(&self, clause: &Clause) -> Vec<String> {
        let verbatim =
            || clause.text.trim_end_matches(['\n', '\r']).lines().map(str::to_owned).collect::<Vec<_>>();
        match clause.kind {
            ClauseKind::Heading { level } => {
                vec![format!("{} {}", "#".repeat(level.into()), self.words(clause).join(" "))]
            }
            ClauseKind::Code => fenced(&self.info(clause), verbatim()),
            ClauseKind::FrontMatter => fenced("yaml", verbatim()),
            ClauseKind::Html if is_open(&clause.text) => fenced("html", verbatim()),
            ClauseKind::Html => verbatim(),
            ClauseKind::Paragraph
            | ClauseKind::Item
            | ClauseKind::Footnote
            | ClauseKind::TableRow { .. }
            | ClauseKind::Definition => self.words(clause),
        }
    }

    /// The words as they stand in the source, without the marks of what they stand in.
    fn words(&self, clause: &Clause) -> Vec<String> {
        let mut lines = self.text.lines_in(clause.lines);
        if let Some((only, part)) = self.only {
            if let Some(part) = part {
                return part.lines().map(str::to_owned).collect();
            }
            let from = lines.iter().take_while(|line| line.number < only.first()).count();
            let to = lines.iter().take_while(|line| line.number <= only.last()).count();
            lines = lines.get(from..to).unwrap_or_default();
        }
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Vec::new() };
        let source = self.text.source().get(first.span.start..last.span.end).unwrap_or_default();
        let physical = source.lines().enumerate().map(|(index, line)| {
            let mut line = line.trim_start();
            for _ in 0..if index > 0 { self.quotes } else { 0 } {
                line = line.strip_prefix('>').unwrap_or(line).trim_start();
            }
            line.to_owned()
        });
        physical.collect()
    }

    /// What is said of code behind its fence.
    fn info(&self, clause: &Clause) -> String {
        let first = self.text.source()[clause.span.clone()].lines().next().unwrap_or_default();
        let fence =
            first.trim_start_matches(|c: char| c.is_whitespace() || c.is_numeric() || "-+*>.)".contains(c));
        let info = if fence.starts_with("```") || fence.starts_with("~~~") {
            fence.trim_matches(['`', '~']).trim()
        } else {
            ""
        };
        if info.contains('`') { String::new() } else { info.to_owned() }
    }
}

/// Whether raw HTML goes on to the end of the text, whatever follows (CommonMark, section 4.6).
fn is_open(html: &str) -> bool {
    let html = html.trim_start().to_lowercase();
    let ends = [
        ("<!--", "-->"),
        ("<?", "?>"),
        ("<![cdata[", "]]>"),
        ("<script", "</script>"),
        ("<pre", "</pre>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
    ];
    let end = ends.iter().find(|(start, _)| html.starts_with(start)).map(|(_, end)| *end);
    let end = end.or(html.starts_with("<!").then_some(">"));
    end.is_some_and(|end| !html.contains(end))
}

fn fenced(info: &str, lines: Vec<String>) -> Vec<String> {
    let run = |line: &String| line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(lines.iter().map(run).max().unwrap_or(0).max(2) + 1);
    [vec![format!("{fence}{info}")], lines, vec![fence]].concat()
}

/// Lines with a mark before the first; the others stand under its words.
fn marked(mark: &str, lines: Vec<String>) -> Vec<String> {
    hung(mark, mark.chars().count(), lines)
}

fn hung(mark: &str, indent: usize, lines: Vec<String>) -> Vec<String> {
    let lines = if lines.is_empty() { vec![String::new()] } else { lines };
    let set = |(index, line): (usize, String)| match index {
        0 => format!("{mark}{line}"),
        _ if line.is_empty() => line,
        _ => format!("{}{line}", " ".repeat(indent)),
    };
    lines.into_iter().enumerate().map(set).collect()
}
