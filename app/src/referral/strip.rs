//! Two texts at a glance: a bar for each clause, as long as its words, and between them what became of what.

use std::collections::BTreeMap;

use domain::crosswalk::{Relation, bodies};
use entity::reading::{
    crosswalk::{Side, Walk},
    uptake::name,
};
use leptos::prelude::*;

use crate::{t, ui::Icon, words::t};

const WIDTH: f32 = 1184.0;
const GAP: f32 = 6.0;
/// Where the bars of both texts stand.
const TOP: f32 = 30.0;
const FOOT: f32 = 134.0;
/// More clauses than this have no room for a bar each.
const MOST: usize = 60;

type Bars = BTreeMap<u32, (f32, f32)>;

/// The drawing; none for texts with more clauses than it has room for. The clauses below say the same.
pub fn strip(walk: &Walk) -> Option<AnyView> {
    let (olds, news) = (bodies(&walk.old.text), bodies(&walk.new.text));
    if olds.len().max(news.len()) > MOST {
        return None;
    }
    let longest = length(&walk.old, &olds).max(length(&walk.new, &news)).max(1.0);
    let gaps = GAP * (olds.len().max(news.len()) as f32 - 1.0);
    let scale = (WIDTH - gaps) / longest;
    let (old, new) = (bars(&walk.old, &olds, scale), bars(&walk.new, &news, scale));
    let mut ribbons = Vec::new();
    for one in walk.crosswalk.pairings.iter().filter(|one| !one.heading) {
        for from in one.old.iter().filter_map(|clause| old.get(clause)) {
            let became = one.new.iter().filter_map(|clause| new.get(clause));
            ribbons.extend(became.map(|to| ribbon(one.relation, *from, *to)));
            ribbons.extend(one.new.is_empty().then(|| dropped(from)));
        }
        let come = one.new.iter().filter(|_| one.old.is_empty()).filter_map(|clause| new.get(clause));
        ribbons.extend(come.map(added));
    }
    let named = |side: &Side| t!("crosswalk-side-words", forum = side.forum.name.as_str());
    let view = view! {
        <section aria-labelledby="st">
            <h2 class="vh" id="st">{t("crosswalk-glance")}</h2>
            <figure class="drawing strip">
                <p class="label broad">{named(&walk.old)}</p>
                <svg class="broad" viewBox="0 0 1184 164" role="img" aria-labelledby="st">
                    {ribbons}
                    {strokes(&walk.old, &old, TOP, TOP - 10.0)}
                    {strokes(&walk.new, &new, FOOT, FOOT + 20.0)}
                </svg>
                <p class="label broad">{named(&walk.new)}</p>
                <figcaption class="legend broad">
                    <span><svg viewBox="0 0 36 12" aria-hidden="true"><path class="solid" d="M0 0h36v12H0z"/></svg>{t("crosswalk-verbatim")}</span>
                    <span><svg viewBox="0 0 36 12" aria-hidden="true"><path class="hatch" d="M0 1h36M0 4.3h36M0 7.6h36M0 11h36"/></svg>{t("crosswalk-adapted")}</span>
                    <span><Icon name="dropped"/>{t("crosswalk-dropped")}</span>
                    <span><Icon name="new"/>{t("crosswalk-new")}</span>
                    <span>{t("crosswalk-bar")}</span>
                </figcaption>
            </figure>
        </section>
    };
    Some(view.into_any())
}

fn chars(side: &Side, clause: u32) -> f32 {
    side.text.clause(clause as usize).map_or(0, |clause| clause.text.chars().count()).max(8) as f32
}

fn length(side: &Side, clauses: &[u32]) -> f32 {
    clauses.iter().map(|clause| chars(side, *clause)).sum()
}

/// Where the bar of each clause begins and ends.
fn bars(side: &Side, clauses: &[u32], scale: f32) -> Bars {
    let mut from = 0.0;
    let bar = |clause: &u32| {
        let to = from + chars(side, *clause) * scale;
        let bar = (from, to);
        from = to + GAP;
        (*clause, bar)
    };
    clauses.iter().map(bar).collect()
}

fn ribbon(relation: Relation, (a, b): (f32, f32), (c, d): (f32, f32)) -> AnyView {
    let (top, foot, middle) = (TOP, FOOT, (TOP + FOOT) / 2.0);
    if matches!(relation, Relation::Verbatim | Relation::Moved) {
        let path = format!(
            "M{a:.1} {top}C{a:.1} {middle} {c:.1} {middle} {c:.1} {foot}L{d:.1} {foot}C{d:.1} {middle} {b:.1} {middle} {b:.1} {top}Z"
        );
        return view! { <path class="solid" d=path/> }.into_any();
    }
    let lines = ((b - a).max(d - c) / 9.0).clamp(2.0, 24.0) as usize;
    let path: String = (0..=lines)
        .map(|line| {
            let part = line as f32 / lines as f32;
            let (from, to) = (a + (b - a) * part, c + (d - c) * part);
            format!("M{from:.1} {top}C{from:.1} {middle} {to:.1} {middle} {to:.1} {foot}")
        })
        .collect();
    view! { <path class="hatch" d=path/> }.into_any()
}

fn dropped((a, b): &(f32, f32)) -> AnyView {
    let x = (a + b) / 2.0;
    let (stub, cross) = (format!("M{x:.1} {TOP}v28"), format!("M{:.1} 62l10 10m0-10l-10 10", x - 5.0));
    view! { <path class="stub" d=stub/><path class="drop" d=cross/> }.into_any()
}

fn added((a, b): &(f32, f32)) -> AnyView {
    let x = (a + b) / 2.0;
    let path = format!("M{x:.1} {FOOT}v-18M{:.1} 106h12m-6-6v12", x - 6.0);
    view! { <path class="verb" d=path/> }.into_any()
}

/// The bars of one text, named where there is room.
fn strokes(side: &Side, bars: &Bars, y: f32, words: f32) -> AnyView {
    let one = |(clause, (from, to)): (&u32, &(f32, f32))| {
        let (number, title) = name(&side.text, *clause);
        let room = ((to - from) / 7.5) as usize;
        let full = [number.clone().unwrap_or_default(), title].join(" ").trim().to_owned();
        let shown = match number {
            _ if full.chars().count() <= room => full,
            Some(number) if number.chars().count() <= room => number,
            _ if room > 6 => format!("{}…", full.chars().take(room - 1).collect::<String>().trim_end()),
            _ => String::new(),
        };
        let path = format!("M{from:.1} {y}H{to:.1}");
        let (x, at) = (format!("{from:.1}"), format!("{words}"));
        view! { <path class="bar" d=path/><text x=x y=at>{shown}</text> }
    };
    bars.iter().map(one).collect::<Vec<_>>().into_any()
}
