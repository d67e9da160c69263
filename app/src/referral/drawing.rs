//! The lineage of a text as strands, one to a clause: solid word for word, dashed adapted, dotted no answer yet, a cross dropped. It is drawn
//! twice, wide and for a phone, each at the size of its words; the table under it says the same.

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
/// How high its strands stand together.
const SHEAF: usize = 54;
/// More clauses than this leave no room between their strands: then each strand stands for several.
const STRANDS: usize = 28;
/// More than this is read in the table alone.
const MOST: usize = 40;
/// More that use one text than this are read in the table alone.
const FURTHER: usize = 20;
/// How many characters the words beside the strands have on a phone.
const SHORT: usize = 27;

/// One body that was asked, or one instrument: what became of each clause, and its words.
struct Branch {
    strands: Vec<&'static str>,
    words: [String; 3],
    /// Whether it is late or disputed.
    alarms: bool,
    /// What uses the text that was made of it.
    further: Vec<Branch>,
}

/// Where things stand in one of the two drawings.
#[derive(Clone, Copy)]
struct Frame {
    /// Where the trunk stands, the strands end, and the words begin.
    trunk: usize,
    end: usize,
    words: usize,
    /// What stands above the first branch.
    head: usize,
    /// So many characters have room beside the strands.
    room: usize,
}

const BROAD: Frame = Frame { trunk: 281, end: 429, words: 442, head: 0, room: 90 };
const SLIM: Frame = Frame { trunk: 1, end: 95, words: 108, head: 76, room: SHORT };
/// Where what is further on stands: beside what it came by, and on a phone under it.
const BROAD_FURTHER: Frame = Frame { trunk: 713, end: 851, words: 864, room: 42, ..BROAD };
const SLIM_FURTHER: Frame = Frame { trunk: 95, end: 151, words: 164, room: 22, ..SLIM };

/// The drawing; nothing where a text went nowhere.
pub fn drawing(head: &Head, uptake: &Uptake) -> Option<AnyView> {
    let newest = head.newest().ok()?;
    let id = |clause: u32| newest.clauses.get(clause as usize).map(|covered| covered.id);
    let clauses: Vec<ClauseId> = bodies(&newest.text()).into_iter().filter_map(id).collect();
    let sent = uptake.sent.iter().filter(|one| one.draft.id == head.draft.id).map(|one| Branch {
        strands: strands(&clauses, |clause| of_sent(one, clause)),
        words: named(one),
        alarms: one.is_overdue(),
        further: one.derived.as_ref().map(|derived| uses(uptake, derived.id)).unwrap_or_default(),
    });
    let branches: Vec<_> = sent.chain(uses(uptake, head.draft.id)).take(MOST).collect();
    if branches.is_empty() {
        return None;
    }
    let legend = [("verb", "crosswalk-verbatim"), ("adap", "crosswalk-adapted"), ("wait", "uptake-waiting")];
    let legend = legend.into_iter().map(|(class, words)| {
        view! { <span><svg viewBox="0 0 36 12" aria-hidden="true"><path class=class d="M0 6h36"/></svg>{t(words)}</span> }
    });
    let legend: Vec<_> = legend.collect();
    let each = clauses.len().div_ceil(STRANDS).max(1);
    let strand = if each == 1 { t("uptake-strand") } else { t!("uptake-strands", clauses = each) };
    let ours = [
        head.forum.name.clone(),
        head.reference().to_owned(),
        t!("uptake-drawn-ours", clauses = clauses.len()),
    ];
    let (broad, slim) = (svg(&branches, &ours, BROAD, "broad"), svg(&branches, &ours, SLIM, "slim"));
    let view = view! {
        <section aria-labelledby="lin-t"><h2 id="lin-t" class="vh">{t("uptake-drawing")}</h2>
            <figure class="drawing">
                {broad}
                {slim}
                <figcaption><p class="legend"><span><b>{strand}</b></span>{legend}
                    <span><svg viewBox="0 0 36 12" aria-hidden="true"><path class="drop" d="M0 6h22M18 2l8 8m0-8l-8 8"/></svg>{t("crosswalk-dropped")}</span>
                </p></figcaption>
            </figure>
        </section>
    };
    Some(view.into_any())
}

/// What uses a draft, by its own clauses.
fn uses(uptake: &Uptake, draft: i64) -> Vec<Branch> {
    let used = uptake.used.iter().filter(|one| one.draft.id == draft).take(FURTHER);
    let branch = |one: &Used| {
        let id = |clause: u32| one.version.clauses.get(clause as usize).map(|covered| covered.id);
        let clauses: Vec<_> = bodies(&one.version.text()).into_iter().filter_map(id).collect();
        Branch {
            strands: strands(&clauses, |clause| of_used(one, clause)),
            words: called(one),
            alarms: !one.disputes.is_empty(),
            further: Vec::new(),
        }
    };
    used.map(branch).collect()
}

/// How many rows a branch takes with what is further on.
fn rows(one: &Branch, is_broad: bool) -> usize {
    if is_broad { one.further.len().max(1) } else { one.further.len() + 1 }
}

fn svg(branches: &[Branch], ours: &[String; 3], frame: Frame, class: &'static str) -> AnyView {
    let is_broad = frame.head == 0;
    let height = frame.head + branches.iter().map(|one| rows(one, is_broad)).sum::<usize>() * ROW;
    let width = if is_broad { 1184 } else { 358 };
    let view_box = format!("0 0 {width} {height}");
    let trunk = format!("M{} {}V{}", frame.trunk, frame.head + 8, height - 16);
    let mut top = frame.head;
    let mut drawn = Vec::new();
    for one in branches {
        drawn.push(branch(top, one, frame));
        let (first, next) = if is_broad { (top, BROAD_FURTHER) } else { (top + ROW, SLIM_FURTHER) };
        let further = one.further.iter().enumerate();
        drawn.extend(further.map(|(row, one)| branch(first + row * ROW, one, next)));
        if !is_broad && !one.further.is_empty() {
            let joins = format!("M{} {}V{}", frame.end, top + 60, top + ROW * one.further.len() + 68);
            drawn.push(view! { <path class="bar" d=joins/> }.into_any());
        }
        top += rows(one, is_broad) * ROW;
    }
    let [forum, reference, count] = ours.clone();
    view! {
        <svg class=class viewBox=view_box role="img" aria-labelledby="lin-t">
            {drawn}
            <path class="bar" d=trunk/>
            <text class="t" x="0" y="20">{forum}</text>
            <text x="0" y="39">{reference}</text>
            <text class="b" x="0" y="58">{count}</text>
        </svg>
    }
    .into_any()
}

/// What is drawn for each clause: the class of its strand. Of more clauses than have room, one strand stands for so many side by side, and is
/// drawn as most of them.
fn strands(clauses: &[ClauseId], class: impl Fn(ClauseId) -> Option<&'static str>) -> Vec<&'static str> {
    let each = clauses.len().div_ceil(STRANDS).max(1);
    let of = |some: &[ClauseId]| {
        let classes: Vec<_> = some.iter().map(|clause| class(*clause).unwrap_or("none")).collect();
        let count = |one: &&str| classes.iter().filter(|other| *other == one).count();
        classes.iter().rev().copied().max_by_key(|one| count(one)).unwrap_or("none")
    };
    clauses.chunks(each).map(of).collect()
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
        Some(fate) => Some(of_fate(fate)),
        None if one.is_overdue() => Some("late"),
        None if one.referral.state.is_open() => Some("wait"),
        None => None,
    }
}

fn of_used(one: &Used, clause: ClauseId) -> Option<&'static str> {
    one.fate(clause).map(of_fate)
}

const fn of_fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Verbatim => "verb",
        Fate::Adapted => "adap",
        Fate::Dropped => "drop",
    }
}

fn named(one: &Sent) -> [String; 3] {
    let theirs = one.derived.as_ref().map(|derived| derived.reference.clone());
    let theirs = theirs.unwrap_or_else(|| t("uptake-by-file"));
    [one.referral.to_name.clone(), theirs, super::words::state_in_words(&one.referral.state)]
}

fn called(one: &Used) -> [String; 3] {
    let adoption = &one.row.adoption;
    let word = status_in_words(one.status());
    let word = if one.disputes.is_empty() { word } else { t!("uptake-disputed", status = word) };
    [adoption.who.to_string(), adoption.instrument.to_string(), word]
}

fn branch(top: usize, one: &Branch, frame: Frame) -> AnyView {
    let (top, count) = (top + 16, one.strands.len().max(1));
    let step = (SHEAF as f32 / count as f32).min(6.0);
    let (from, to) = (frame.trunk + 3, frame.end - 3);
    let strand = |(strand, class): (usize, &&'static str)| {
        let y = top as f32 + strand as f32 * step;
        let path = match *class {
            "none" => return ().into_any(),
            "drop" => format!("M{from} {y:.1}h{}m-4-3l7 6m0-6l-7 6", (to - from) / 2),
            _ => format!("M{from} {y:.1}H{to}"),
        };
        view! { <path class=*class d=path/> }.into_any()
    };
    let strands: Vec<_> = one.strands.iter().enumerate().map(strand).collect();
    // What is further on begins where a long name would end.
    let room = if one.further.is_empty() { frame.room } else { frame.room.min(34) };
    let [name, theirs, state] = one.words.each_ref().map(|words| cut(words, room));
    let (x, end) = (frame.words, format!("M{} {}v52", frame.end, top - 4));
    let state_class = if one.alarms { "b r" } else { "b" };
    view! {
        {strands}
        <path class="bar" d=end/>
        <text class="t" x=x y=top + 6>{name}</text>
        <text x=x y=top + 25>{theirs}</text>
        <text class=state_class x=x y=top + 44>{state}</text>
    }
    .into_any()
}

/// Words as far as they have room; the table has them whole.
fn cut(words: &str, room: usize) -> String {
    if words.chars().count() <= room {
        return words.to_owned();
    }
    let head: String = words.chars().take(room - 1).collect();
    format!("{}…", head.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_has_its_strand_and_more_than_have_room_share_one() {
        let clauses = |count: u32| (1..=count).map(ClauseId).collect::<Vec<_>>();
        let class = |clause: ClauseId| if clause.0 == 1 { Some("drop") } else { Some("verb") };
        assert_eq!(strands(&clauses(12), class).len(), 12);
        assert_eq!(strands(&clauses(12), class)[0], "drop");
        let many = strands(&clauses(60), class);
        assert_eq!((many.len(), many[0]), (20, "verb"));
    }
}
