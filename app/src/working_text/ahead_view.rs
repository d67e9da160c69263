//! What publishing will do, on the page, and what does it.

use domain::anchor::Standing;
use entity::reading::{Fate, NextVersion, Reworded};
use leptos::prelude::*;

use crate::{
    context::context,
    diff::{Lay, Pair, Sections, astray, in_words, looks, pieces, summary},
    draft::Head,
    href,
    locale::apart,
    t,
    ui::Area,
    words::{say, t},
};

/// How many threads are listed of those that lose their words, and of those that keep them.
const MOST: usize = 100;

/// Changes, threads and sign-offs.
pub fn consequences(ahead: NextVersion, head: &Head) -> AnyView {
    let pair = Pair {
        reference: head.reference().to_owned(),
        other: None,
        older: head.latest(),
        newer: head.latest() + 1,
        ahead: true,
        old: ahead.old.clone(),
        new: ahead.new.clone(),
        language: apart(&head.draft.language),
    };
    let subject = t!("diff-subject", version = head.latest() + 1);
    let sentence = summary(subject, &ahead.summary);
    let astray = astray(&ahead.astray, &pair, &ahead.old, &ahead.new);
    let (unchanged, stale) = (unchanged(&ahead, head), stale(&ahead));
    let threads = threads(&ahead, head);
    view! {
        <section class="sect" aria-labelledby="changes">
            <h2 id="changes">{t("working-text-changes")}</h2>
            <div class="stack">
                <p class="tally">{sentence}</p>
                {unchanged}
                {astray}
                {stale}
            </div>
        </section>
        <Sections sections=ahead.sections pair lay=Lay::OneText/>
        {threads}
    }
    .into_any()
}

/// The promises that the text does not keep yet.
fn unchanged(ahead: &NextVersion, head: &Head) -> Option<AnyView> {
    if ahead.unchanged.is_empty() {
        return None;
    }
    let links = ahead.unchanged.iter().map(|thread| {
        let page = href::thread(head.reference(), *thread);
        view! { <li><a href=page>{t!("working-text-thread", number = *thread)}</a></li> }
    });
    let links: Vec<_> = links.collect();
    Some(
        view! {
            <div class="notice">
                <p>{t!("working-text-unchanged", count = ahead.unchanged.len())}</p>
                <ul class="row">{links}</ul>
            </div>
        }
        .into_any(),
    )
}

/// The positions that will have to be taken again.
fn stale(ahead: &NextVersion) -> Option<AnyView> {
    if ahead.stale.is_empty() {
        return None;
    }
    let holders = ahead.stale.iter().map(|(name, carried)| {
        let becomes = t(&format!("carry-{carried}"));
        view! { <li><b><bdi>{name.clone()}</bdi></b>" "<span class="quiet">{becomes}</span></li> }
    });
    let holders: Vec<_> = holders.collect();
    Some(
        view! {
            <div class="notice">
                <p>{t!("working-text-stale", count = ahead.stale.len())}</p>
                <ul>{holders}</ul>
            </div>
        }
        .into_any(),
    )
}

/// The list of threads with where each would stand in the next version, under how many keep their place, are in doubt, and lose it.
fn threads(ahead: &NextVersion, head: &Head) -> AnyView {
    if ahead.fates.is_empty() {
        return view! { <p class="empty">{t("working-text-no-threads")}</p> }.into_any();
    }
    let count = |standing| u32::try_from(ahead.count(standing)).unwrap_or(u32::MAX);
    let counts = t!(
        "working-text-fates",
        placed = count(Standing::Placed),
        uncertain = count(Standing::Uncertain),
        detached = count(Standing::Detached)
    );
    let is_placed = |fate: &&Fate| fate.placement.standing == Standing::Placed;
    let doubtful: Vec<_> = ahead.fates.iter().filter(|fate| !is_placed(fate)).collect();
    let placed: Vec<_> = ahead.fates.iter().filter(is_placed).collect();
    let sure = (!placed.is_empty()).then(|| {
        let all = t!("working-text-placed", count = placed.len());
        view! { <details><summary class="link">{all}</summary>{some(&placed, head)}</details> }
    });
    view! {
        <section aria-labelledby="threads">
            <h2 class="shift" id="threads">{t("working-text-threads")}</h2>
            <p class="shift">{counts}</p>
            {(!doubtful.is_empty()).then(|| some(&doubtful, head))}
            {sure}
        </section>
    }
    .into_any()
}

/// The first of them, and how many more there are: a page costs what it shows.
fn some(fates: &[&Fate], head: &Head) -> AnyView {
    let (shown, more) = fates.split_at(fates.len().min(MOST));
    let more = (!more.is_empty()).then(|| {
        let page = href::threads(head.reference());
        view! { <p class="shift"><a href=page>{t!("working-text-more-threads", count = more.len())}</a></p> }
    });
    view! { {table(shown, head)}{more} }.into_any()
}

fn table(fates: &[&Fate], head: &Head) -> AnyView {
    let rows: Vec<_> = fates.iter().map(|fate| row(fate, head)).collect();
    let column = |words: &str| view! { <th class="label" scope="col" role="columnheader">{t(words)}</th> };
    view! {
        <table class="rows fates" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    {column("working-text-column-thread")}
                    {column("working-text-column-quote")}
                    {column("working-text-column-fate")}
                    {column("working-text-column-place")}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(fate: &Fate, head: &Head) -> AnyView {
    let (class, words) = match fate.placement.standing {
        Standing::Placed => ("pos", "working-text-standing-placed"),
        Standing::Uncertain => ("pos stale", "working-text-standing-uncertain"),
        Standing::Detached => ("pos against", "working-text-standing-detached"),
    };
    let place = fate.placement.lines.map(|lines| {
        let link = format!("#L{}", lines.first());
        view! { <a href=link>{in_words(lines)}</a> }
    });
    let link = href::thread(head.reference(), fate.number);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a href=link>{t!("working-text-number", number = fate.number)}</a></th>
            <td role="cell" data-label=t("working-text-column-quote")><q dir="auto">{short(&fate.quote)}</q></td>
            <td role="cell" data-label=t("working-text-column-fate")>
                <p class=class>{t(words)}</p>
                <p class="small quiet">{say(&fate.placement.reason)}</p>
            </td>
            <td role="cell" data-label=t("working-text-column-place")>{place}</td>
        </tr>
    }
    .into_any()
}

fn short(quote: &str) -> String {
    const MOST: usize = 140;
    if quote.chars().count() <= MOST {
        return quote.to_owned();
    }
    let start: String = quote.chars().take(MOST).collect();
    format!("{}…", start.trim_end())
}

/// The part of the form of the text that publishes it as it was saved. Its note is not asked for by the browser, which would ask for it
/// whenever the text is saved.
#[component]
pub fn Publish(head: Head, reworded: Vec<Reworded>) -> impl IntoView {
    let next = head.latest() + 1;
    let action = href::post::publish(head.reference());
    view! {
        <section class="sect" aria-labelledby="publish">
            <h2 id="publish">{t!("working-text-publish-heading", version = next)}</h2>
            <div class="form">
                <Editorial reworded/>
                <Area name="note" label=t("working-text-note") hint=t("working-text-note-hint") rows=4/>
                <p class="quiet">{t("working-text-publish-why")}</p>
                <p class="row">
                    <button class="button" formaction=action>{t!("working-text-publish", version = next)}</button>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// The declarations that a clause changes in wording only, each with its check.
#[component]
fn Editorial(reworded: Vec<Reworded>) -> impl IntoView {
    let ctx = context();
    if reworded.is_empty() {
        return None;
    }
    let one = |clause: Reworded| {
        let value = clause.clause.0.to_string();
        let change = view! { <span class="words" dir="auto">{pieces(clause.change.pieces.iter())}</span> };
        let looks = looks(&clause.change.looks);
        let place = in_words(clause.lines);
        match clause.refused {
            None => {
                let checked = ctx.chosen("editorial", &value, false);
                view! {
                    <label class="choice">
                        <input type="checkbox" name="editorial" value=value checked=checked/>
                        <span>{place}" "{change}</span>
                    </label>
                    {looks}
                }
                .into_any()
            }
            Some(why) => view! {
                <label class="choice">
                    <input type="checkbox" disabled=true/>
                    <span>{place}" "{change}<span class="hint">{say(&why.message())}</span></span>
                </label>
                {looks}
            }
            .into_any(),
        }
    };
    let count = reworded.len();
    let clauses: Vec<_> = reworded.into_iter().map(one).collect();
    let refusal = ctx.refusal("editorial").map(crate::error::AppError::sentence);
    let open = refusal.is_some();
    Some(
        view! {
            <details id="editorial" open=open>
                <summary class="link">{t!("working-text-editorial", count = count)}</summary>
                <p class="hint">{t("working-text-editorial-why")}</p>
                {refusal.map(|words| view! { <p class="refused">{words}</p> })}
                <fieldset class="field"><legend class="vh">{t("working-text-editorial-legend")}</legend>{clauses}</fieldset>
            </details>
        }
        .into_any(),
    )
}
