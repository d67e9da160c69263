//! The changes of a text on the page, section by section.

use std::sync::Arc;

use domain::{
    diff::Row,
    text::{LineRange, Text},
};
use entity::reading::{
    Asked,
    compared::{Moved, Section, SectionHunk},
};
use leptos::prelude::*;

use super::{
    hunk_rows::{in_one, side_by_side},
    typography::typography,
};
use crate::{href, t, words::t};

/// How the two texts are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lay {
    /// The old text and the new one in two columns.
    #[default]
    SideBySide,
    /// Only what changed, in one column with what went struck through.
    OneText,
    /// One text with what stayed as well.
    Whole,
}

/// Which two texts are compared, for the links of their lines.
#[derive(Clone, Debug)]
pub struct Pair {
    pub reference: String,
    /// The draft of the newer text, where it is another.
    pub other: Option<String>,
    pub older: u32,
    pub newer: u32,
    /// Tells that the newer text is not published yet, so that its lines stand on the page itself.
    pub ahead: bool,
    /// The two texts.
    pub old: Arc<Text>,
    pub new: Arc<Text>,
    /// The language of the texts, and its direction, where they are not those of the page.
    pub language: Option<(String, &'static str)>,
}

impl Lay {
    /// Reads the query parameter `view`.
    pub fn from_key(key: Option<&str>) -> Self {
        match key {
            Some("one") => Self::OneText,
            Some("whole") => Self::Whole,
            _ => Self::SideBySide,
        }
    }
}

/// The sections that changed, or all of them in the whole text, and the names of those that did not.
#[component]
pub fn Sections(sections: Vec<Section>, pair: Pair, lay: Lay) -> impl IntoView {
    let kept: Vec<_> = sections.iter().filter(|section| !section.changed()).map(unchanged).collect();
    let shown = sections.iter().filter(|section| section.changed() || lay == Lay::Whole);
    let shown: Vec<_> = shown.map(|section| self::section(section, &pair, lay)).collect();
    let kept = (lay != Lay::Whole && !kept.is_empty())
        .then(|| view! { <p class="quiet">{t!("diff-unchanged", clauses = kept.join("; "))}</p> });
    view! { {shown}{kept} }
}

/// The name of a section that stayed, with the number it had.
fn unchanged(section: &Section) -> String {
    let titles: Vec<_> = section.titles.iter().map(named).collect();
    let name = titles.join(", ");
    match &section.was {
        Some(was) => t!("diff-unchanged-was", clause = name, was = was.as_str()),
        None => name,
    }
}

fn named((number, words): &(Option<String>, String)) -> String {
    let parts = [number.as_deref(), Some(words.as_str())];
    let name = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if name.is_empty() { t("diff-beginning") } else { name }
}

fn section(section: &Section, pair: &Pair, lay: Lay) -> AnyView {
    let heading = format!("{}-h", section.id);
    let parts = section.parts.iter().filter(|part| part.changed || lay == Lay::Whole);
    let parts: Vec<_> = parts.map(|part| self::part(part, section, pair, lay)).collect();
    let side = side(section, heading, pair);
    let body = if lay == Lay::SideBySide {
        view! { <div>{parts}</div> }.into_any()
    } else {
        view! { <div class="cell one">{parts}</div> }.into_any()
    };
    view! {
        <section class="hunk" id=section.id.clone()>
            {side}
            {body}
            {because(section, &pair.reference)}
        </section>
    }
    .into_any()
}

/// What hangs beside a change: its clauses, its kind and its weight.
fn side(section: &Section, heading: String, pair: &Pair) -> AnyView {
    let mark = section.is_mark();
    let titles = section.titles.iter().map(|title| {
        let (count, words) = title.clone();
        let words = if words.is_empty() { count.is_none().then(|| t("diff-beginning")) } else { Some(words) };
        let words = match words {
            Some(words) if mark => Some(t!("diff-mark-title", title = words, version = pair.older)),
            other => other,
        };
        view! { <span>{count.map(|count| view! { <b>{count}</b>" " })}{words}</span> }
    });
    let titles: Vec<_> = titles.collect();
    let (substance, wording) = (section.weight.substance, section.weight.wording);
    let weight = (substance + wording > 0)
        .then(|| view! { <p>{t!("diff-weight", substance = substance, wording = wording)}</p> });
    view! {
        <div class="where">
            <h3 id=heading>{titles}</h3>
            <p class="kind">{kind(section)}</p>
            {weight}
        </div>
    }
    .into_any()
}

/// "Moved and reworded; was 6".
fn kind(section: &Section) -> String {
    let kind = match section.kinds.as_slice() {
        [] => t("diff-kind-same"),
        [first, rest @ ..] => {
            rest.iter().enumerate().fold(t!("diff-kind", kind = *first), |told, (at, next)| {
                let id = if at + 1 == rest.len() { "diff-kind-and" } else { "diff-kind-comma" };
                t!(id, told = told, kind = *next)
            })
        }
    };
    match &section.was {
        Some(was) => t!("diff-kind-was", kind = kind, was = was.as_str()),
        None => kind,
    }
}

fn part(part: &SectionHunk, section: &Section, pair: &Pair, lay: Lay) -> AnyView {
    // The section has the id of its first part.
    let id = (part.id != section.id).then(|| part.id.clone());
    if let Some(moved) = part.moved.as_ref().filter(|moved| moved.mark) {
        return view! { <div id=id>{mark(moved, lay)}</div> }.into_any();
    }
    let shown = |part: &&SectionHunk| part.moved.is_some() && !(part.numbered_anew && lay != Lay::Whole);
    let is_first = section.parts.iter().find(shown).is_some_and(|other| other.id == part.id);
    let together = section.moved();
    let moved = together.as_ref().filter(|_| is_first);
    if part.numbered_anew && lay != Lay::Whole {
        return view! { <div id=id></div> }.into_any();
    }
    let rows = part.rows.iter().filter(|row| lay != Lay::OneText || !row.is_same());
    let rows: Vec<_> = rows
        .enumerate()
        .map(|(index, row)| {
            let moved = moved.filter(|_| index == 0);
            let cut = row.new_lines().is_some_and(|lines| part.cuts.iter().any(|cut| lines.contains(*cut)));
            if lay == Lay::SideBySide {
                side_by_side(row, part.heading, moved, cut, pair)
            } else {
                in_one(row, part.heading, moved, cut, (pair, lay))
            }
        })
        .collect();
    let alone = (part.rows.iter().all(Row::is_same) && lay == Lay::OneText)
        .then(|| moved.map(|moved| view! { <p class="was">{stood(moved)}" "{stands(moved)}</p> }));
    let also: Vec<_> = part.also.iter().map(|id| view! { <span id=id.clone()></span> }).collect();
    let ground = part
        .ground
        .map(|ground| view! { <p class="was">{t("diff-ground")}" "{t(ground.message_id())}"."</p> });
    view! { <div id=id>{also}{alone}{ground}{rows}{typography(part)}</div> }.into_any()
}

/// The mark where a moved clause stood.
fn mark(moved: &Moved, lay: Lay) -> AnyView {
    let lines = |lines: Option<LineRange>| lines.map(in_words).unwrap_or_default();
    let link = moved.link.as_ref().map(|link| format!("#{link}"));
    let then = t!("diff-mark-then", lines = lines(moved.from));
    let now = t!("diff-mark-now", lines = lines(moved.to));
    let now = view! { <a href=link>{now}</a> };
    if lay == Lay::SideBySide {
        return view! {
            <div class="pair">
                <div class="cell old"><p class="was">{then}</p></div>
                <div class="cell new"><p class="was">{now}</p></div>
            </div>
        }
        .into_any();
    }
    view! { <p class="was">{then}" "{now}</p> }.into_any()
}

pub(super) fn stood(moved: &Moved) -> AnyView {
    let words = t!("diff-stood", lines = moved.from.map(in_words).unwrap_or_default());
    match &moved.link {
        Some(link) => view! { <a href=format!("#{link}")>{words}</a> }.into_any(),
        None => words.into_any(),
    }
}

pub(super) fn stands(moved: &Moved) -> String {
    t!("diff-stands", lines = moved.to.map(in_words).unwrap_or_default())
}

/// "line 12", "lines 12 to 15".
pub fn in_words(lines: LineRange) -> String {
    t!("diff-lines", count = lines.count(), first = lines.first(), last = lines.last())
}

/// Who asked for a change, or that nobody did and the secretariat declared it editorial.
fn because(section: &Section, reference: &str) -> Option<AnyView> {
    if section.is_mark() || !section.changed() {
        return None;
    }
    let editorial = section.editorial.then(|| t("diff-editorial"));
    if section.because.is_empty() {
        return editorial
            .map(|editorial| view! { <p class="because">{t("diff-nobody")}" "{editorial}</p> }.into_any());
    }
    let mut shown = Vec::new();
    for (index, asked) in section.because.iter().enumerate() {
        if index > 0 {
            let last = index + 1 == section.because.len();
            shown.push(t(if last { "diff-because-and" } else { "diff-because-comma" }).into_any());
            shown.push(" ".into_any());
        }
        shown.push(one(asked, reference));
    }
    Some(
        view! {
            <p class="because">{t("diff-because")}" "{shown}"."{editorial.map(|words| format!(" {words}"))}</p>
        }
        .into_any(),
    )
}

fn one(asked: &Asked, reference: &str) -> AnyView {
    let link = href::thread(reference, asked.number);
    let name = t!("diff-asked", number = asked.number, who = asked.who.as_str());
    let gist = (!asked.gist.is_empty()).then(|| t!("diff-gist", words = asked.gist.as_str()));
    let verbatim = asked.verbatim.then(|| t("diff-verbatim"));
    view! { <a href=link><bdi>{name}</bdi></a>{gist}{verbatim} }.into_any()
}
