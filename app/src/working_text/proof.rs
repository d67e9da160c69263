//! A text that is not published yet, as it will be read: its clauses, its lines and their numbers.

use std::collections::BTreeMap;

use domain::text::{Clause, ClauseKind, Line, Text};
use leptos::prelude::*;

use crate::{
    draft::line_view,
    locale::direction,
    words::{number, t},
};

/// The clauses of a text with numbered lines; what is said about a line stands under it, by the number of the line.
pub fn proof(text: &Text, language: &str, mut under: BTreeMap<u32, Vec<AnyView>>) -> AnyView {
    let mut shown: Vec<AnyView> = Vec::new();
    let mut section: Vec<AnyView> = Vec::new();
    for clause in text.clauses() {
        if clause.is_heading() && !section.is_empty() {
            shown.push(closed(&mut section, language));
        }
        for line in text.lines_in(clause.lines) {
            section.push(self::line(clause, line));
            if let Some(said) = under.remove(&line.number) {
                section.push(view! { <div class="threads">{said}</div> }.into_any());
            }
        }
    }
    if !section.is_empty() {
        shown.push(closed(&mut section, language));
    }
    shown.into_any()
}

fn closed(section: &mut Vec<AnyView>, language: &str) -> AnyView {
    let lines = std::mem::take(section);
    view! { <section class="clause" lang=language.to_owned() dir=direction(language)>{lines}</section> }
        .into_any()
}

fn line(clause: &Clause, line: &Line) -> AnyView {
    let id = format!("L{}", line.number);
    let link = format!("#{id}");
    let at = view! { <a class="n" href=link><span class="vh">{t("working-text-line")}" "</span>{number(line.number)}</a> };
    let words = line_view::words(line, line.chars.clone(), &[]);
    match clause.kind {
        ClauseKind::Heading { .. } => {
            let count = clause.number.clone();
            let title = clause.title().to_owned();
            view! {
                <h3 class="line" id=id>{at}{count.map(|count| view! { <span class="no">{count}</span>" " })}{title}</h3>
            }
            .into_any()
        }
        ClauseKind::Item => {
            let first = clause.lines.first() == line.number;
            let mark = clause.number.clone().unwrap_or_else(|| "•".to_owned());
            let from = if first { line.chars.start.max(clause.number_chars) } else { line.chars.start };
            // A number without words is all there is to read.
            let bare = from >= line.chars.end;
            let words =
                line_view::words(line, if bare { line.chars.clone() } else { from..line.chars.end }, &[]);
            let count = (first && !bare).then(|| view! { <span class="no">{mark}</span>" " });
            view! { <p class="line sub" id=id>{at}{count}{words}</p> }.into_any()
        }
        ClauseKind::Code | ClauseKind::FrontMatter => {
            view! { <p class="line" id=id>{at}<code>{words}</code></p> }.into_any()
        }
        ClauseKind::Paragraph
        | ClauseKind::TableRow { .. }
        | ClauseKind::Html
        | ClauseKind::Footnote
        | ClauseKind::Definition => view! { <p class="line" id=id>{at}{words}</p> }.into_any(),
    }
}
