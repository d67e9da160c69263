//! One comment or change of a Word file as the page shows it, to be ticked, placed and given a kind.

use domain::{ThreadKind, text::LineRange};
use leptos::prelude::*;

use super::{
    item::{Brought, Here, Item},
    row::Row,
};
use crate::{
    t,
    thread::{
        Wording,
        place::{lines_in_words, lines_link},
    },
    ui::{Day, Icon, Markdown},
    words::{say, t},
};

/// The entry, with the item itself in a hidden field.
pub fn entry(item: &Item, reference: &str, version: u32) -> AnyView {
    let (number, id) = (item.number, format!("w{}", item.number));
    let title = format!("{id}-t");
    let carried = serde_json::to_string(item).unwrap_or_default();
    let kind = match &item.row {
        Some(row) => t!("form-row", number = row.number),
        None if item.words.is_empty() => t("word-change"),
        None => t("word-comment"),
    };
    let place = match (&item.spot, item.is_reply()) {
        (_, true) => answered(item),
        (Some(spot), _) => lines_link(reference, version, spot.lines),
        (None, _) => t("word-whole").into_any(),
    };
    let quote = (!item.quote.is_empty()).then(|| {
        let quote = item.quote.clone();
        view! { <blockquote class="quoted" dir="auto">{quote}</blockquote> }
    });
    let words = (!item.words.is_empty()).then(|| {
        let text = item.words.clone();
        view! { <Markdown text/> }
    });
    let change = item.proposed.clone().map(|proposed| {
        let quote =
            item.spot.as_ref().and_then(|spot| spot.words.clone()).unwrap_or_else(|| item.quote.clone());
        let proposed = domain::text::Text::parse_unlimited(&proposed)
            .all_lines()
            .map_or_else(String::new, |lines| domain::text::Text::parse_unlimited(&proposed).words_of(lines));
        view! { <Wording quote proposed brief=true/> }
    });
    view! {
        <li id=id class="found">
            <p class="small">
                <label class="choice pick">
                    <input type="checkbox" name="take" value=number checked=item.ticked aria-describedby=title.clone()/>
                    <span><b>{number}</b><span class="hint">{kind}</span></span>
                </label>
            </p>
            <div class="stack">
                <h3 id=title>{place}</h3>
                {quote}
                {how(item)}
                {words}
                {change}
                {by(item)}
            </div>
            <div class="small settle">
                {settle(item)}
                <input type="hidden" name="item" value=carried/>
            </div>
        </li>
    }
    .into_any()
}

/// The comment that it answers.
fn answered(item: &Item) -> AnyView {
    match (item.thread, item.answers) {
        (Some(thread), _) => t!("word-answers", thread = thread).into_any(),
        (None, Some(other)) => t!("word-answers-item", number = other).into_any(),
        (None, None) => t("word-whole").into_any(),
    }
}

/// How the place was found.
fn how(item: &Item) -> Option<AnyView> {
    if item.is_reply() {
        let changed = item.row.is_some().then(|| t("form-changed"));
        return changed.map(|words| view! { <p class="placed"><span>{words}</span></p> }.into_any());
    }
    if let Some(row) = &item.row {
        return Some(verdict(item, row));
    }
    let (unsure, words) = match &item.spot {
        None => (true, t("word-nowhere")),
        Some(Here { sure: true, reason: None, .. }) => (false, t("word-exact")),
        Some(Here { sure, reason, .. }) => {
            let reason = reason.as_ref().map(say).unwrap_or_default();
            let lead = if *sure { t("word-found-again") } else { t("word-still-the-place") };
            (!sure, format!("{lead} {reason}"))
        }
    };
    let others =
        item.spot.iter().flat_map(|spot| &spot.candidates).copied().map(lines_in_words).collect::<Vec<_>>();
    let others =
        (!others.is_empty()).then(|| format!(" {}", t!("word-candidates", places = others.join("; "))));
    let (class, icon) = if unsure { ("placed unsure", "stale") } else { ("placed", "tick") };
    Some(view! { <p class=class><Icon name=icon/><span>{words}{others}</span></p> }.into_any())
}

/// What became of the place that a row names.
fn verdict(item: &Item, row: &Row) -> AnyView {
    let (class, icon, words) = match &row.fault {
        Some(fault) => ("placed unsure", "stale", say(fault)),
        None if row.whole => ("placed", "tick", t("form-whole")),
        None => ("placed", "tick", t("form-placed")),
    };
    let others =
        item.spot.iter().flat_map(|spot| &spot.candidates).copied().map(lines_in_words).collect::<Vec<_>>();
    let others =
        (!others.is_empty()).then(|| format!(" {}", t!("word-candidates", places = others.join("; "))));
    view! { <p class=class><Icon name=icon/><span>{words}{others}</span></p> }.into_any()
}

/// Who wrote it in Word, and when.
fn by(item: &Item) -> AnyView {
    let author = item.author.clone();
    let when = item.written.map(|written| view! { ", "<Day at=written/> });
    if author.is_empty() && when.is_none() {
        return ().into_any();
    }
    let by = if item.row.is_some() { t("form-by") } else { t("word-by") };
    view! { <p class="small quiet">{by}" "<bdi>{author}</bdi>{when}</p> }.into_any()
}

/// The kind and another place, of what begins a thread.
fn settle(item: &Item) -> Option<AnyView> {
    if item.is_reply() {
        return None;
    }
    let kind = item.field("kind");
    let kinds = ThreadKind::ALL.iter().map(|one| {
        let words = t(&format!("conversation-kind-{}", one.key()));
        view! { <option value=one.key() selected=*one == item.kind>{words}</option> }
    });
    let line = |name: &str, value: Option<u32>, label: String| {
        let (name, value) = (item.field(name), value.map(|value| value.to_string()).unwrap_or_default());
        view! { <label>{label}" "<input class="tiny" name=name inputmode="numeric" value=value/></label> }
    };
    let lines = item.spot.as_ref().map(|spot| spot.lines);
    let from = line("from", lines.map(LineRange::first), t("word-from"));
    let to = line("to", lines.map(LineRange::last), t("word-to"));
    let clause = item.row.as_ref().map(|row| {
        let (name, value) = (item.field("clause"), row.near.clone().unwrap_or_else(|| row.clause.clone()));
        view! {
            <p class="field">
                <label for=name.clone()>{t("form-clause")}</label>
                <input id=name.clone() name=name value=value dir="auto"/>
            </p>
        }
    });
    Some(
        view! {
            {clause}
            <p class="field">
                <label for=kind.clone()>{t("word-kind")}</label>
                <select id=kind.clone() name=kind>{kinds.collect_view()}</select>
            </p>
            <details open=item.is_unsure()>
                <summary class="link">{t("word-elsewhere")}</summary>
                <p class="range">{from}" "{to}</p>
            </details>
        }
        .into_any(),
    )
}

/// What the file has that comments cannot carry, place by place.
pub fn losses(brought: &Brought) -> Option<AnyView> {
    let lost = brought.lost.iter().map(|lost| {
        let size = lost.bytes.map(|bytes| t!("word-size", kib = (bytes / 1024).max(1) as i64));
        view! { <li><p class="small quiet">{size}</p><div><p>{say(&lost.message())}</p></div></li> }
    });
    let lost = lost.collect_view();
    (!brought.lost.is_empty()).then(|| {
        view! {
            <section aria-labelledby="n">
                <h2 class="shift" id="n">{t("word-not-carried")}</h2>
                <ol class="ledger close">{lost}</ol>
            </section>
        }
        .into_any()
    })
}
