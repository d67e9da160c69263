//! The clauses of two texts, pairing by pairing.

use domain::{
    crosswalk::{Pairing, Relation},
    diff::Row,
    text::LineRange,
};
use entity::reading::{
    crosswalk::{Side, Walk},
    uptake::name,
};
use leptos::prelude::*;

use super::{crosswalk_page::Show, words};
use crate::{
    diff::{looks, pieces},
    href,
    locale::apart,
    t,
    ui::{Icon, unseen},
    words::{number, t},
};

/// The pairings that are asked for; where there are none, a sentence that says so.
#[component]
pub fn Rows(walk: Walk, show: Show) -> impl IntoView {
    let shown: Vec<_> = walk.crosswalk.pairings.iter().filter(|one| show.takes(one)).collect();
    if shown.is_empty() {
        return view! { <p class="quiet">{t("crosswalk-none")}</p> }.into_any();
    }
    shown.into_iter().map(|one| pairing(one, &walk)).collect::<Vec<_>>().into_any()
}

/// What a clause of the old text became, by index.
pub fn kept(walk: &Walk, clause: u32) -> Vec<u32> {
    let found = walk.crosswalk.pairings.iter().find(|one| one.old.contains(&clause));
    found.map(|one| one.new.clone()).unwrap_or_default()
}

fn pairing(one: &Pairing, walk: &Walk) -> AnyView {
    let (first, text) = match (one.old.first(), one.new.first()) {
        (Some(old), _) => (*old, &walk.old.text),
        (None, Some(new)) => (*new, &walk.new.text),
        (None, None) => return ().into_any(),
    };
    let (count, title) = name(text, first);
    let count = count.map(hanging);
    let title = view! { <span>{count}<bdi>{title}</bdi></span> };
    let body = if one.relation == Relation::Translated || walk.crosswalk.translation {
        whole(one, walk)
    } else {
        one.rows.iter().map(|row| beside(row, walk)).collect::<Vec<_>>().into_any()
    };
    let reason = walk.reason(&one.old).map(|reason| {
        view! { <p class="because"><b>{t("crosswalk-their-reason")}</b>" "<bdi>{reason.to_owned()}</bdi></p> }
    });
    view! {
        <section class="hunk" id=one.id.clone()>
            <div class="where">
                <h3>{title}</h3>
                <p class="rel" data-rel=one.relation.key()>
                    <Icon name=icon(one.relation)/><span>{words::relation(one.relation)}</span>
                </p>
                {weight(one)}
                {correct(one, walk)}
            </div>
            <div>{body}</div>
            {reason}
        </section>
    }
    .into_any()
}

/// The number of a clause beside its name: a short one hangs, a long one stands before it.
pub fn hanging(count: String) -> AnyView {
    match count.chars().count() {
        ..=2 => view! { <b>{count}</b>" " }.into_any(),
        _ => view! { {count}" " }.into_any(),
    }
}

fn icon(relation: Relation) -> &'static str {
    match relation {
        Relation::Verbatim => "verbatim",
        Relation::Adapted | Relation::Translated => "adapted",
        Relation::Moved => "moved",
        Relation::Split => "split",
        Relation::Merged => "merged",
        Relation::Dropped => "dropped",
        Relation::New => "new",
    }
}

fn weight(one: &Pairing) -> AnyView {
    let changed = (one.weight.words() > 0).then(
        || view! { <p>{t!("crosswalk-weight", gone = one.weight.removed, come = one.weight.inserted)}</p> },
    );
    let moved =
        (one.moved && one.relation != Relation::Moved).then(|| view! { <p>{t("crosswalk-and-moved")}</p> });
    let hand = one.by_hand.then(|| view! { <p>{t("crosswalk-hand")}</p> });
    view! { {changed}{moved}{hand} }.into_any()
}

/// The way to say what became of it; for clauses of the old text.
fn correct(one: &Pairing, walk: &Walk) -> Option<AnyView> {
    let id = walk.may_correct.then(|| walk.old.ids(&one.old).into_iter().next()).flatten()?;
    let page = href::crosswalk(&walk.old.draft.reference, &walk.new.draft.reference);
    let page = href::with_query(page, &[("correct", &id.0.to_string())]);
    Some(
        view! { <p><a class="act" href=format!("{page}#correct")>{t("crosswalk-correct")}</a></p> }
            .into_any(),
    )
}

fn beside(row: &Row, walk: &Walk) -> AnyView {
    let class = if row.is_same() { "line same" } else { "line" };
    let old = row.old_lines().map(|lines| {
        let said = pieces(row.old_pieces());
        set(&walk.old, view! { <p class=class>{counter(&walk.old, lines)}{said}</p> }.into_any())
    });
    let new = row.new_lines().map(|lines| {
        let said = pieces(row.new_pieces());
        set(&walk.new, view! { <p class=class>{counter(&walk.new, lines)}{said}</p> }.into_any())
    });
    view! {
        <div class="pair">
            <div class="cell old">{old}</div>
            <div class="cell new">{new}{looks(&row.looks)}</div>
        </div>
    }
    .into_any()
}

/// The clauses of both texts whole, where no word is compared.
fn whole(one: &Pairing, walk: &Walk) -> AnyView {
    let lines = |side: &Side, clauses: &[u32]| {
        let clauses = clauses.iter().filter_map(|clause| side.text.clause(*clause as usize));
        let lines = clauses.flat_map(|clause| side.text.lines_in(clause.lines)).map(|line| {
            let place = LineRange::spanning(line.number, line.number);
            view! { <p class="line">{counter(side, place)}{unseen::words(line.text.as_str())}</p> }
        });
        set(side, lines.collect::<Vec<_>>().into_any())
    };
    view! {
        <div class="pair">
            <div class="cell old">{lines(&walk.old, &one.old)}</div>
            <div class="cell new">{lines(&walk.new, &one.new)}</div>
        </div>
    }
    .into_any()
}

/// The number of a line, which leads to it.
fn counter(side: &Side, lines: LineRange) -> AnyView {
    let version = side.version.number.unsigned_abs();
    let link = href::line(&side.draft.reference, version, lines.first());
    let label = t!("diff-line-of", version = version);
    view! { <a class="n" href=link><span class="vh">{label}" "</span>{number(lines.first())}</a> }.into_any()
}

/// Words of one text, in their own language and direction.
fn set(side: &Side, words: AnyView) -> AnyView {
    match apart(&side.draft.language) {
        Some((lang, dir)) => view! { <div lang=lang dir=dir>{words}</div> }.into_any(),
        None => words,
    }
}
