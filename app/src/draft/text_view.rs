//! The text of a version on the page: its sections, with numbered lines and what is said about them.

use std::ops::Range;

use domain::text::{Line, LineRange};
use leptos::prelude::*;

use super::{
    citation, composer, margin_view,
    outline::outline,
    section::{Section, anchor, headings, sections},
    text_notes,
    text_page::{self, Compose, TextPage},
    written::{Around, Written},
};
use crate::{
    href, t,
    words::{number, t},
};

/// The outline and the text, each line followed by what is said about it.
pub fn text(page: &TextPage) -> AnyView {
    let ids = page.version.clause_ids();
    let written = Written::new(&page.text, page, page.language.clone());
    let sections = sections(&page.text, &ids);
    let shown: Vec<_> = sections.iter().map(|section| self::section(&written, section)).collect();
    let class = if page.language.as_ref().is_some_and(|(_, dir)| runs_against(dir)) {
        "text against"
    } else {
        "text"
    };
    view! {
        {(!page.quiet).then(|| outline(&headings(&page.text, &ids), &page.margin, page.language.as_ref()))}
        <article class=class id="text" aria-labelledby="text-h">
            <h2 class="vh" id="text-h">{t!("draft-text-of", version = page.number())}</h2>
            {shown}
            {text_notes::after(page)}
            {text_page::handle(page)}
        </article>
    }
    .into_any()
}

/// Whether words in this direction run against the page.
pub fn runs_against(dir: &str) -> bool {
    dir != crate::context::context().locale.dir()
}

fn section(written: &Written<'_>, section: &Section<'_>) -> AnyView {
    let label = section.heading.map_or_else(|| t("draft-beginning"), |heading| heading.text.to_string());
    let id = section.id.map(anchor);
    view! { <section class="clause" id=id aria-label=label>{written.blocks(&section.blocks)}</section> }
        .into_any()
}

impl TextPage {
    /// The language and the direction of the page, for what stands in a text that has others.
    pub fn own(&self) -> (Option<&'static str>, Option<&'static str>) {
        let locale = crate::context::context().locale;
        self.language.as_ref().map(|_| (locale.tag(), locale.dir())).unzip()
    }

    /// The lines a comment is being written on.
    fn about(&self) -> Option<LineRange> {
        match self.compose {
            Some(Compose::Lines(lines)) => Some(lines),
            Some(Compose::Whole) | None => None,
        }
    }
}

impl Around for TextPage {
    /// The number leads to its line.
    fn counter(&self, line: &Line, anchored: bool) -> AnyView {
        let id = self.id_of(line.clause).filter(|_| anchored).map(anchor);
        let line = line.number;
        view! { <a class="n" id=id href=format!("#L{line}")><span class="vh">{t("draft-line-lead")}</span>{number(line)}</a> }
            .into_any()
    }

    /// What is shown when a line is pointed at: comment on it, or take along the address of its clause in this
    /// version, which always says these words, or the sentence that cites it.
    fn say(&self, line: &Line) -> AnyView {
        if self.quiet {
            return ().into_any();
        }
        let number = line.number;
        let comment = self.takes_comments().then(|| {
            view! { " "<a class="say" href=href::compose_here(number, number)>{t!("draft-comment-on-line", line = number)}</a> }
        });
        let first =
            self.text.clause(line.clause as usize).is_some_and(|clause| clause.lines.first() == number);
        let link = first.then(|| {
            let link = href::line(self.head.reference(), self.number(), number);
            view! {
                " "<a class="say" href=link>{t("draft-clause-link")}</a>
                " "<a class="say" href=href::cite_here(number)>{t("draft-cite")}</a>
            }
        });
        view! { {comment}{link} }.into_any()
    }

    fn marks<'a>(&'a self, line: &Line) -> &'a [Range<u32>] {
        self.margin.marks(line)
    }

    fn under(&self, line: u32) -> Option<AnyView> {
        margin_view::beside(self, line)
    }

    fn form(&self, line: u32) -> Option<AnyView> {
        let (lang, dir) = self.own();
        if let Some(lines) = self.cited.filter(|lines| lines.last() == line) {
            let cited = citation::citation(self, lines);
            return Some(view! { <div lang=lang dir=dir>{cited}</div> }.into_any());
        }
        let lines = self.about().filter(|lines| lines.last() == line)?;
        let form = composer::composer(self, Compose::Lines(lines));
        Some(view! { <div lang=lang dir=dir>{form}</div> }.into_any())
    }

    fn is_about(&self, line: u32) -> bool {
        self.about().or(self.cited).is_some_and(|lines| lines.contains(line))
    }
}
