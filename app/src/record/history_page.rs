//! `/drafts/{reference}/history`: every event of a draft, newest first.

use std::collections::BTreeMap;

use domain::record::Event;
use entity::{account, checkpoint, event, stakeholder};
use leptos::prelude::*;

use super::sentence;
use crate::{
    context::Context,
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    ui::Moment,
    words::t,
};

/// How many events stand on one page.
const LONG: u64 = 100;

/// What the page shows.
pub struct History {
    head: Head,
    events: Vec<Event>,
    names: BTreeMap<i64, String>,
    /// The stakeholders that events name, by slug.
    stakeholders: BTreeMap<String, String>,
    checkpoint: Option<checkpoint::Model>,
    /// The event from which an older page goes on.
    older: Option<i64>,
}

/// Reads a page of the draft's events, the latest first. Refuses with not found a draft that the reader may not see.
pub async fn load(ctx: Context) -> Result<History, AppError> {
    let reference: String = ctx.param("reference")?;
    // It says how far the whole record is signed.
    ctx.made_from_everything();
    let head = head_of(&ctx, &reference).await?;
    let before = ctx.query::<i64>("before");
    let rows = event::Entity::of_draft(ctx.db.read(), &head.draft.reference, before, LONG + 1).await?;
    let older = rows.get(usize::try_from(LONG).unwrap_or(usize::MAX) - 1).map(|last| last.run_number);
    let older = older.filter(|_| rows.len() as u64 > LONG);
    let shown = rows.iter().take(usize::try_from(LONG).unwrap_or(usize::MAX));
    let events = shown.map(event::Model::event).collect::<entity::Result<Vec<_>>>()?;
    let actors = events.iter().filter_map(|event| event.entry.actor);
    let names = account::Entity::names(ctx.db.read(), actors).await?;
    let stakeholders = stakeholder::Entity::all(ctx.db.read()).await?;
    let stakeholders = stakeholders.into_iter().map(|one| (one.slug, one.name)).collect();
    let checkpoint = checkpoint::Entity::last(ctx.db.read()).await?;
    Ok(History { head, events, names, stakeholders, checkpoint, older })
}

/// Shows the events in words, and how to check them.
pub fn view(page: History) -> impl IntoView {
    let reference = page.head.reference().to_owned();
    let names = page.names;
    let lines = page.events.into_iter().map(|event| {
        let name = event.entry.actor.and_then(|actor| names.get(&actor).cloned());
        let details = sentence::details(&reference, &event, &page.stakeholders);
        view! { <Line event name details/> }
    });
    let lines = lines.collect_view();
    let older = page.older.map(|before| {
        let link = href::with_query(href::history(&reference), &[("before", &before.to_string())]);
        view! { <nav class="pager row" aria-label=t("pager-label")><a rel="next" href=link>{t("history-older")}</a></nav> }
    });
    view! {
        <Frame title=page_title(&page.head, &t("history-title"))>
            <DraftHead
                head=page.head.clone()
                tab=Tab::History
                heading=t("history-title")
                next=view! { <Check checkpoint=page.checkpoint  reference=reference.clone()/> }.into_any()
            >
                <p class="lede">{t("history-lede")}</p>
            </DraftHead>
            <ol class="ledger close">{lines}</ol>
            {older}
        </Frame>
    }
}

/// How the record can be checked, and up to where it is signed.
#[component]
fn Check(checkpoint: Option<checkpoint::Model>, reference: String) -> impl IntoView {
    let signed = match checkpoint {
        Some(checkpoint) => rich!(
            "history-signed",
            events = t!("history-events", count = checkpoint.size),
            when = view! { <Moment at=checkpoint.signed_at/> },
        ),
        None => t("history-unsigned").into_any(),
    };
    let archive = view! { <a href=href::export(&reference)>{t("history-archive")}</a> };
    view! {
        <h2 class="label">{t("history-check")}</h2>
        <p>{signed}</p>
        <p>{rich!("history-verify", archive = archive)}</p>
    }
}

#[component]
fn Line(event: Event, name: Option<String>, details: AnyView) -> impl IntoView {
    let entry = &event.entry;
    let hash = event.hash.to_string();
    let kind = sentence::kind(&event);
    let by = name.map(|name| view! { <p class="small quiet"><bdi>{name}</bdi></p> });
    let sequence = entry.sequence;
    view! {
        <li id=format!("e{sequence}")>
            <p class="small quiet">{t!("history-number", number = i64::try_from(sequence).unwrap_or(i64::MAX))}<br/><Moment at=entry.at/></p>
            <div>
                <p>{kind}{details}</p>
                {by}
            </div>
            <p class="digest" title=hash.clone()>{hash.get(..16).unwrap_or(&hash).to_owned()}</p>
        </li>
    }
}
