//! A text that is not published yet, as it will be read: its clauses, its lines and their numbers.

use std::{cell::RefCell, collections::BTreeMap, ops::Range};

use domain::text::{Line, Text};
use leptos::prelude::*;

use super::recut::CHOSEN;
use crate::{
    draft::{
        section::sections,
        written::{Around, Written},
    },
    href::{self, Href},
    locale::apart,
    words::{number, t},
};

/// The clauses of a text with numbered lines; what is said about a line stands under it, by the number of the line. With
/// the page of the text, the number of a line chooses it there.
pub fn proof(text: &Text, language: &str, under: BTreeMap<u32, Vec<AnyView>>, page: Option<Href>) -> AnyView {
    let around = Proof { under: RefCell::new(under), own: own(language), page };
    let written = Written::new(text, &around, apart(language));
    let sections = sections(text, &[]).into_iter().map(|section| {
        view! { <section class="clause">{written.blocks(&section.blocks)}</section> }.into_any()
    });
    sections.collect::<Vec<_>>().into_any()
}

/// The language and the direction of the page, where the text has others.
fn own(language: &str) -> (Option<&'static str>, Option<&'static str>) {
    let locale = crate::context::context().locale;
    apart(language).map(|_| (locale.tag(), locale.dir())).unzip()
}

struct Proof {
    under: RefCell<BTreeMap<u32, Vec<AnyView>>>,
    own: (Option<&'static str>, Option<&'static str>),
    page: Option<Href>,
}

impl Around for Proof {
    fn counter(&self, line: &Line, _anchored: bool) -> AnyView {
        let chosen = |page: &Href| href::with_query(page.clone(), &[(CHOSEN, &line.number.to_string())]);
        let link = format!("{}#L{}", self.page.as_ref().map(chosen).unwrap_or_default(), line.number);
        view! { <a class="n" href=link><span class="vh">{t("working-text-line")}" "</span>{number(line.number)}</a> }
            .into_any()
    }

    fn say(&self, _line: &Line) -> AnyView {
        ().into_any()
    }

    fn marks<'a>(&'a self, _line: &Line) -> &'a [Range<u32>] {
        &[]
    }

    fn under(&self, line: u32) -> Option<AnyView> {
        let said = self.under.borrow_mut().remove(&line)?;
        let (lang, dir) = self.own;
        Some(view! { <div class="threads" lang=lang dir=dir>{said}</div> }.into_any())
    }

    fn form(&self, _line: u32) -> Option<AnyView> {
        None
    }

    fn is_about(&self, _line: u32) -> bool {
        false
    }
}
