//! `/observatory`: every use of a text that is recorded here.

use std::collections::BTreeSet;

use domain::adoption::Status;
use entity::reading::uptake::{Asking, Used};
use leptos::prelude::*;

use super::table::{dots, status, status_in_words};
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href, t,
    ui::{Field, Pick},
    words::t,
};

/// What the page shows.
pub struct Observatory {
    used: Vec<Used>,
    asking: Asking,
    now: chrono::DateTime<chrono::Utc>,
}

/// What the address asks for.
pub fn asking(ctx: &Context) -> Asking {
    let asked = |name: &str| ctx.query.optional(name).map(|typed| typed.trim().to_owned());
    Asking {
        country: asked("country").map(|code| code.to_uppercase()),
        forum: asked("forum"),
        reference: asked("text"),
        status: ctx.query.get("status").and_then(Status::from_key),
        words: asked("words"),
        theme: asked("theme"),
        until: asked("as-of").and_then(|day| day.parse().ok()),
    }
}

/// Gathers what is asked for, as far as the reader may see it.
pub async fn load(ctx: Context) -> Result<Observatory, AppError> {
    ctx.made_from_everything();
    let asking = asking(&ctx);
    let used = ctx.viewer().observed(&asking).await?;
    Ok(Observatory { used, asking, now: ctx.now })
}

/// Shows the sentence, the choice, the clauses and the instruments.
pub fn view(page: Observatory) -> impl IntoView {
    let Observatory { used, asking, now } = page;
    let countries: BTreeSet<_> = used.iter().map(|one| one.row.country.as_str()).collect();
    let texts: BTreeSet<_> = used.iter().map(|one| one.draft.id).collect();
    let disputed = used.iter().filter(|one| !one.disputes.is_empty()).count();
    let tally = t!(
        "observatory-tally",
        texts = texts.len(),
        used = used.len(),
        countries = countries.len(),
        disputed = disputed
    );
    let statuses = std::iter::once((String::new(), t("observatory-any")));
    let statuses =
        statuses.chain(Status::ALL.iter().map(|one| (one.key().to_owned(), status_in_words(*one))));
    let statuses: Vec<_> = statuses.collect();
    let chosen = asking.status.map_or("", Status::key);
    let (travelled, rows) = (dots(&used), rows(&used));
    let none = used.is_empty().then(|| view! { <p class="quiet">{t("observatory-none")}</p> });
    let page = href::observatory();
    let asked = [
        ("country", asking.country.clone()),
        ("forum", asking.forum.clone()),
        ("text", asking.reference.clone()),
        ("status", asking.status.map(|status| status.key().to_owned())),
        ("words", asking.words.clone()),
        ("theme", asking.theme.clone()),
    ];
    let asked: Vec<(&str, String)> =
        asked.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let day = asking.until.unwrap_or(now.date_naive()).to_string();
    let cited = asked.iter().map(|(name, value)| (*name, value.as_str())).chain([("as-of", day.as_str())]);
    let cited: Vec<_> = cited.collect();
    let table = |end: &str| href::with_query(format!("{page}/table.{end}"), &cited);
    let (csv, json) = (table("csv"), table("json"));
    // An address that shows the same tomorrow.
    let dated = view! { <a href=href::with_query(page.clone(), &cited)><bdi>{day.clone()}</bdi></a> };
    view! {
        <Frame title=t("observatory-heading")>
            <header class="head brief">
                <div class="title stack"><h1>{t("observatory-heading")}</h1><p class="tally">{tally}</p></div>
                <dl class="facts">
                    <div><dt class="label">{t("observatory-as-of")}</dt><dd>{dated}</dd></div>
                    <div><dt class="label">{t("observatory-save")}</dt><dd><span class="row"><a href=csv>{t("crosswalk-csv")}</a>" "<a href=json>{t("crosswalk-json")}</a></span></dd></div>
                </dl>
            </header>
            <form class="filters bench" role="search" aria-label=t("observatory-choose") action=page>
                <Field name="country" label=t("uptake-country") value=asking.country.unwrap_or_default()/>
                <Pick name="status" label=t("uptake-state") options=statuses value=chosen/>
                <Field name="theme" label=t("observatory-theme") value=asking.theme.unwrap_or_default()/>
                <Field name="words" label=t("observatory-words") value=asking.words.unwrap_or_default()/>
                <Field name="as-of" label=t("observatory-as-of") kind="date" value=asking.until.map(|day| day.to_string()).unwrap_or_default()/>
                <p><button class="button second">{t("observatory-show")}</button></p>
            </form>
            {none}
            {travelled}
            {rows}
        </Frame>
    }
    .into_any()
}

fn rows(used: &[Used]) -> Option<AnyView> {
    let row = |one: &Used| {
        let adoption = &one.row.adoption;
        let page = href::uptake(&one.draft.reference);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><b><bdi>{adoption.who.to_string()}</bdi></b><br/><span class="small quiet"><bdi>{adoption.jurisdiction.as_str().to_owned()}</bdi></span></th>
                <td role="cell" data-label=t("uptake-instrument")><bdi>{adoption.instrument.to_string()}</bdi></td>
                <td role="cell" data-label=t("uptake-state")>{status(one)}<p class="small quiet"><bdi>{one.since().to_string()}</bdi></p></td>
                <td role="cell" data-label=t("observatory-text")><a href=page><bdi>{one.draft.reference.clone()}</bdi></a></td>
            </tr>
        }
    };
    let rows: Vec<_> = used.iter().map(row).collect();
    let head = |words: &str| view! { <th class="label" scope="col" role="columnheader">{t(words)}</th> };
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="ins"><h2 id="ins" class="shift">{t("observatory-instruments")}</h2>
                <table class="rows went" role="table" aria-labelledby="ins">
                    <thead role="rowgroup"><tr role="row">{head("uptake-who")}{head("uptake-instrument")}{head("uptake-state")}{head("observatory-text")}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </section>
        }
        .into_any()
    })
}
