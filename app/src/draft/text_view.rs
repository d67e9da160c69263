//! The text of a version on the page: sections, numbered lines and tables.

use domain::text::{Clause, ClauseId, ClauseKind, Line, LineRange};
use leptos::prelude::*;

use super::{
    composer, line_view, margin_view,
    outline::outline,
    section::{Block, Section, anchor, sections},
    text_notes,
    text_page::{self, Compose, TextPage},
};
use crate::{
    href, t,
    words::{number, t},
};

/// The outline and the text, each line followed by what is said about it.
pub fn text(page: &TextPage) -> AnyView {
    let ids = page.version.clause_ids();
    let sections = sections(&page.text, &ids);
    let levels = page.text.clauses().iter().filter_map(level);
    let highest = levels.min().unwrap_or(1);
    let shown: Vec<_> = sections.iter().map(|section| self::section(page, section, highest)).collect();
    view! {
        {(!page.quiet).then(|| outline(&sections, &page.margin))}
        <article class="text" id="text" aria-labelledby="text-h">
            <h2 class="vh" id="text-h">{t!("draft-text-of", version = page.number())}</h2>
            {shown}
            {text_notes::after(page)}
            {text_page::handle(page)}
        </article>
    }
    .into_any()
}

fn level(clause: &Clause) -> Option<u8> {
    match clause.kind {
        ClauseKind::Heading { level } => Some(level),
        _ => None,
    }
}

fn section(page: &TextPage, section: &Section<'_>, highest: u8) -> AnyView {
    let label = section.heading.map_or_else(|| t("draft-beginning"), |heading| heading.title().to_owned());
    let chosen = match page.compose {
        Some(Compose::Lines(lines)) => Some(lines),
        _ => None,
    };
    let (mut shown, mut run) = (Vec::new(), Vec::new());
    for block in &section.blocks {
        let set = self::block(page, block, highest, chosen);
        match chosen.filter(|lines| lines.overlaps(block.lines())) {
            None => {
                shown.extend(bracket(&mut run, chosen));
                shown.push(set);
            }
            Some(lines) => {
                run.push(set);
                if block.lines().contains(lines.last()) {
                    run.push(composer::composer(page, Compose::Lines(lines)));
                }
            }
        }
    }
    shown.extend(bracket(&mut run, chosen));
    view! { <section class="clause" id=section.anchor() aria-label=label>{shown}</section> }.into_any()
}

/// The lines a comment is being written on, as one.
fn bracket(run: &mut Vec<AnyView>, lines: Option<LineRange>) -> Option<AnyView> {
    let lines = lines.filter(|_| !run.is_empty())?;
    let label = match lines.count() {
        1 => t!("draft-selected-one", first = lines.first()),
        _ => t!("draft-selected-many", first = lines.first(), last = lines.last()),
    };
    Some(view! { <div class="run" role="group" aria-label=label>{std::mem::take(run)}</div> }.into_any())
}

fn block(page: &TextPage, block: &Block<'_>, highest: u8, chosen: Option<LineRange>) -> AnyView {
    match block {
        Block::Line(clause, line, id) => {
            let beside = margin_view::beside(page, line.number);
            view! { {self::line(page, clause, line, *id, highest)}{beside} }.into_any()
        }
        Block::Table(rows) => {
            // A row cannot be followed by anything but rows, so what is said about them comes before.
            let beside: Vec<_> =
                rows.iter().filter_map(|(_, line, _)| margin_view::beside(page, line.number)).collect();
            let (head, body): (Vec<_>, Vec<_>) = rows
                .iter()
                .partition(|(clause, ..)| matches!(clause.kind, ClauseKind::TableRow { header: true }));
            let set = |rows: Vec<&(&Clause, &Line, Option<ClauseId>)>, header| -> Vec<_> {
                rows.into_iter().map(|(_, line, id)| row(page, line, *id, header, chosen)).collect()
            };
            let head = (!head.is_empty()).then(|| view! { <thead>{set(head, true)}</thead> });
            let dir = page.language.as_ref().map(|(_, dir)| *dir);
            let table = view! { <table>{head}<tbody>{set(body, false)}</tbody></table> };
            view! { {beside}<div class="across" role="region" aria-label=t("draft-table") tabindex="0" dir=dir>{table}</div> }
                .into_any()
        }
    }
}

/// The number of a line, which leads to it; with the first of a clause, the clause has its place.
fn counter(line: u32, clause: Option<ClauseId>) -> AnyView {
    let id = clause.map(anchor);
    view! { <a class="n" id=id href=format!("#L{line}")><span class="vh">{t("draft-line-lead")}</span>{number(line)}</a> }
        .into_any()
}

/// What can be done with a line, shown when it is pointed at: comment on it, or take the address of its clause along, which is the same
/// in every version.
fn say(page: &TextPage, line: u32, clause: Option<ClauseId>) -> AnyView {
    if page.quiet {
        return ().into_any();
    }
    let comment = page.takes_comments().then(|| {
        view! { " "<a class="say" href=href::compose_here(line, line)>{t!("draft-comment-on-line", line = line)}</a> }
    });
    let link = clause.map(|clause| {
        view! { " "<a class="say" href=format!("#{}", anchor(clause))>{t("draft-clause-link")}</a> }
    });
    view! { {comment}{link} }.into_any()
}

fn line(page: &TextPage, clause: &Clause, line: &Line, id: Option<ClauseId>, highest: u8) -> AnyView {
    let first = line.number == clause.lines.first();
    let bare = clause.number_chars >= line.chars.end;
    let from = if bare { line.chars.start } else { line.chars.start.max(clause.number_chars) };
    let label = match (&clause.number, clause.kind) {
        _ if !first || bare => None,
        (Some(label), _) => Some(label.as_str()),
        (None, ClauseKind::Item) => Some("•"),
        (None, _) => None,
    };
    let note = matches!(clause.kind, ClauseKind::Footnote)
        .then(|| label.map(|label| format!("fn-{label}")))
        .flatten();
    let label = label.map(|label| view! { <span class="no" id=note>{label.to_owned()}</span>" " });
    let said = match clause.kind {
        ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition => {
            view! { <code>{line.text.to_string()}</code> }.into_any()
        }
        _ => line_view::words(line, from..line.chars.end, page.margin.marks(line)),
    };
    let (lang, dir) = page.language.clone().unzip();
    let named = if clause.is_heading() && first { page.id_of(line.clause) } else { id };
    let (counter, say) = (counter(line.number, id), say(page, line.number, named));
    let (id, class) = (format!("L{}", line.number), class(clause));
    let within = view! { {counter}{label}{said}{say} };
    match level(clause).map(|level| level - highest) {
        Some(0) => view! { <h3 class=class id=id lang=lang dir=dir>{within}</h3> }.into_any(),
        Some(1) => view! { <h4 class=class id=id lang=lang dir=dir>{within}</h4> }.into_any(),
        Some(_) => view! { <h5 class=class id=id lang=lang dir=dir>{within}</h5> }.into_any(),
        None => view! { <p class=class id=id lang=lang dir=dir>{within}</p> }.into_any(),
    }
}

/// How a line is set: indented once for each list or quotation it stands in, up to three.
fn class(clause: &Clause) -> &'static str {
    let verbatim = matches!(
        clause.kind,
        ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition
    );
    match (clause.kind, clause.depth) {
        (ClauseKind::Heading { .. }, _) => "line",
        (ClauseKind::Footnote, 0) => "line sub",
        (_, 0) if verbatim => "line verbatim",
        (_, 0) => "line",
        (_, 1) if verbatim => "line sub verbatim",
        (_, 1) => "line sub",
        (_, 2) => "line sub deep",
        (..) => "line sub deeper",
    }
}

fn row(
    page: &TextPage,
    line: &Line,
    id: Option<ClauseId>,
    header: bool,
    chosen: Option<LineRange>,
) -> AnyView {
    let (lang, dir) = page.language.clone().unzip();
    let marks = page.margin.marks(line);
    let last = line.cells.len().saturating_sub(1);
    let cells = line.cells.iter().enumerate().map(|(at, cell)| {
        let number = (at == 0).then(|| counter(line.number, id));
        let say = (at == last).then(|| say(page, line.number, id));
        let words = line_view::words(line, cell.clone(), marks);
        match header {
            true => view! { <th scope="col" class="label">{number}{words}{say}</th> }.into_any(),
            false => view! { <td>{number}{words}{say}</td> }.into_any(),
        }
    });
    let class = chosen.is_some_and(|lines| lines.contains(line.number)).then_some("chosen");
    view! { <tr class=class id=format!("L{}", line.number) lang=lang dir=dir>{cells.collect::<Vec<_>>()}</tr> }.into_any()
}
