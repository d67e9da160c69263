//! The lineage of a text as strands, one to a clause: solid word for word, dashed adapted, dotted no answer yet, a cross dropped. The table
//! under it says the same.

use domain::{crosswalk::bodies, referral::Fate, text::ClauseId};
use entity::reading::{
    referral::Sent,
    uptake::{Uptake, Used},
};
use leptos::prelude::*;

use super::table::status_in_words;
use crate::{draft::Head, t, words::t};

/// How high one body or instrument stands.
const ROW: usize = 86;
/// More clauses than this are drawn as so many strands.
const STRANDS: usize = 10;
/// More than this is read in the table alone.
const MOST: usize = 40;

/// The drawing; nothing where a text went nowhere, or too far to be drawn.
pub fn drawing(head: &Head, uptake: &Uptake) -> Option<AnyView> {
    let newest = head.newest().ok()?;
    let text = newest.text();
    let clauses: Vec<ClauseId> = bodies(&text)
        .into_iter()
        .filter_map(|clause| newest.clauses.get(clause as usize).map(|covered| covered.id))
        .take(STRANDS)
        .collect();
    let sent = uptake.sent.iter().filter(|one| one.draft.id == head.draft.id);
    let asked = sent.map(|one| (strands(&clauses, |clause| of_sent(one, clause)), named(one)));
    let used = uptake.used.iter().map(|one| (strands(&clauses, |clause| of_used(one, clause)), called(one)));
    let rows: Vec<_> = asked.chain(used).take(MOST).collect();
    if rows.is_empty() {
        return None;
    }
    let height = rows.len() * ROW;
    let frame = format!("0 0 1184 {height}");
    let trunk = format!("M281 8V{}", height - 8);
    let drawn = rows.into_iter().enumerate().map(|(row, (strands, words))| branch(row, &strands, words));
    let drawn: Vec<_> = drawn.collect();
    let ours = t!("uptake-drawn-ours", clauses = clauses.len());
    let (forum, reference) = (head.forum.name.clone(), head.reference().to_owned());
    let legend = [("verb", "crosswalk-verbatim"), ("adap", "crosswalk-adapted"), ("wait", "uptake-waiting")];
    let legend = legend.into_iter().map(|(class, words)| {
        view! { <span><svg viewBox="0 0 36 12" aria-hidden="true"><path class=class d="M0 6h36"/></svg>{t(words)}</span> }
    });
    let legend: Vec<_> = legend.collect();
    let view = view! {
        <section aria-labelledby="lin-t"><h2 id="lin-t" class="vh">{t("uptake-drawing")}</h2>
            <figure class="drawing broad">
                <svg class="broad" viewBox=frame role="img" aria-labelledby="lin-t">
                    {drawn}
                    <path class="bar" d=trunk/>
                    <text class="t" x="0" y="30">{forum}</text>
                    <text x="0" y="49">{reference}</text>
                    <text class="b" x="0" y="68">{ours}</text>
                </svg>
                <figcaption><p class="legend"><span><b>{t("uptake-strand")}</b></span>{legend}
                    <span><svg viewBox="0 0 36 12" aria-hidden="true"><path class="drop" d="M0 6h22M18 2l8 8m0-8l-8 8"/></svg>{t("crosswalk-dropped")}</span>
                </p></figcaption>
            </figure>
        </section>
    };
    Some(view.into_any())
}

/// What is drawn for each clause: the class of its strand.
fn strands(clauses: &[ClauseId], class: impl Fn(ClauseId) -> Option<&'static str>) -> Vec<&'static str> {
    clauses.iter().map(|clause| class(*clause).unwrap_or("none")).collect()
}

fn of_sent(one: &Sent, clause: ClauseId) -> Option<&'static str> {
    let ask = &one.referral.ask.clauses;
    if !ask.is_empty() && !ask.contains(&clause) {
        return None;
    }
    let answer = one
        .referral
        .answer
        .as_ref()
        .and_then(|answer| answer.clauses.iter().find(|one| one.clause == clause));
    match answer.map(|answer| answer.fate) {
        Some(Fate::Verbatim) => Some("verb"),
        Some(Fate::Adapted) => Some("adap"),
        Some(Fate::Dropped) => Some("drop"),
        None if one.is_overdue() => Some("late"),
        None if one.referral.state.is_open() => Some("wait"),
        None => None,
    }
}

fn of_used(one: &Used, clause: ClauseId) -> Option<&'static str> {
    match one.fate(clause)? {
        Fate::Verbatim => Some("verb"),
        Fate::Adapted => Some("adap"),
        Fate::Dropped => Some("drop"),
    }
}

fn named(one: &Sent) -> [String; 3] {
    let theirs = one.derived.as_ref().map(|derived| derived.reference.clone()).unwrap_or_default();
    [one.referral.to_name.clone(), theirs, super::words::state_in_words(&one.referral.state)]
}

fn called(one: &Used) -> [String; 3] {
    let adoption = &one.row.adoption;
    let word = status_in_words(adoption.status);
    let word = if one.disputes.is_empty() { word } else { t!("uptake-disputed", status = word) };
    [adoption.who.to_string(), adoption.instrument.to_string(), word]
}

fn branch(row: usize, strands: &[&'static str], [name, theirs, state]: [String; 3]) -> AnyView {
    let top = row * ROW + 16;
    let strands: Vec<_> = strands
        .iter()
        .enumerate()
        .map(|(strand, class)| {
            let y = top + strand * 6;
            let path = match *class {
                "drop" => format!("M284 {y}h80m-4-4l8 8m0-8l-8 8"),
                "none" => return ().into_any(),
                _ => format!("M284 {y}H426"),
            };
            view! { <path class=*class d=path/> }.into_any()
        })
        .collect();
    let (one, two, three) = (format!("{}", top + 6), format!("{}", top + 25), format!("{}", top + 44));
    let end = format!("M429 {}v52", top - 4);
    view! {
        {strands}
        <path class="bar" d=end/>
        <text class="t" x="442" y=one>{name}</text>
        <text x="442" y=two>{theirs}</text>
        <text class="b" x="442" y=three>{state}</text>
    }
    .into_any()
}
