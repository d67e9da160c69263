//! The paragraphs of a file as Markdown of ours, one clause each.

use super::flow::Flow;
use crate::docx::read::Kind;

/// Writes what the paragraphs said before anything was changed.
pub(super) fn written(flows: &[Flow]) -> String {
    let mut out = String::new();
    let mut table = false;
    for flow in flows {
        let words: String = flow.before.iter().collect();
        let words = words.trim();
        let row = matches!(flow.kind, Kind::Row { .. });
        if words.is_empty() {
            continue;
        }
        if table && (!row || matches!(flow.kind, Kind::Row { first: true, .. })) {
            out.push('\n');
        }
        table = row;
        match &flow.kind {
            Kind::Row { first, .. } => line_of_table(&mut out, words, *first),
            Kind::Heading(level) => {
                out.push_str(&"#".repeat(usize::from((*level).clamp(1, 6))));
                out.push_str(&format!(" {}\n\n", marked(&words.replace('\n', " "))));
            }
            Kind::Item { level, numbered } => {
                out.push_str(&"   ".repeat(usize::from((*level).min(8))));
                out.push_str(if *numbered { "1. " } else { "-  " });
                out.push_str(&format!("{}\n\n", marked(&words.replace('\n', " "))));
            }
            Kind::Quote => out.push_str(&format!("> {}\n\n", marked(&words.replace('\n', " ")))),
            Kind::Plain | Kind::Note(_) | Kind::Code => {
                out.push_str(&format!("{}\n\n", marked(&words.replace('\n', " "))));
            }
        }
    }
    out
}

fn line_of_table(out: &mut String, words: &str, first: bool) {
    let cells: Vec<String> = words.split('\t').map(|cell| marked(&cell.replace('\n', " "))).collect();
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
    if first {
        out.push_str(&format!("|{}\n", " --- |".repeat(cells.len())));
    }
}

/// Words as Markdown of ours that stay words: what could be a mark of Markdown is escaped.
pub fn marked(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '=') {
            out.push('\\');
        }
        out.push(if letter == '\t' { ' ' } else { letter });
    }
    let begins = out.starts_with(['-', '+', ':']);
    if begins { format!("\\{out}") } else { out }
}
