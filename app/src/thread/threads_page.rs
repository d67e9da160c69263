//! `/drafts/{reference}/threads`: every conversation about a draft, filtered and in order.

use std::collections::BTreeSet;

use entity::{placement, thread_count::Count};
use leptos::prelude::*;

use super::{Conversation, Counts, Discussion, Filter, Filters, entry, found, place};
use crate::{
    context::Context,
    draft::{DraftHead, Tab},
    error::AppError,
    href, t,
    ui::{Frame, Pager},
    words::t,
};

/// How many threads stand on one page.
const LENGTH: usize = 40;

pub struct Threads {
    discussion: Discussion,
    filter: Filter,
    counts: Counts,
    found: Count,
    page: u32,
    pages: u32,
    shown: Vec<Conversation>,
}

pub async fn load(at: Context) -> Result<Threads, AppError> {
    let discussion = Discussion::load(&at, &at.param::<String>("reference")?).await?;
    let filter = Filter::read(&at.query);
    let mut passing = filter.apply(&discussion, at.reader.as_ref().map(|reader| reader.account.id));
    if let Some((version, line)) = filter.beside {
        let there = beside(&at, &discussion, version, line).await?;
        passing.retain(|one| there.contains(&one.thread.id));
    }
    let (page, pages) = pages(&at, passing.len(), LENGTH);
    let shown = passing.iter().skip(LENGTH * (page as usize - 1)).take(LENGTH);
    Ok(Threads {
        shown: shown.map(|one| (*one).clone()).collect(),
        found: Count::of(passing.iter().map(|one| &one.life)),
        counts: Counts::of(&discussion.conversations),
        discussion,
        filter,
        page,
        pages,
    })
}

/// The ids of the threads that stand beside a line of a version. Not found for a version that the draft does not have.
async fn beside(
    at: &Context,
    discussion: &Discussion,
    version: u32,
    line: u32,
) -> Result<BTreeSet<i64>, AppError> {
    let version = discussion.head.version(version)?;
    let ids = discussion.conversations.iter().map(|one| one.thread.id);
    let places = placement::Entity::in_version(at.db.read(), ids, version.number).await?;
    let text = version.text();
    let there = places.into_values().filter(|row| place::beside(&text, &row.placement) == Some(line));
    Ok(there.map(|row| row.thread_id).collect())
}

/// The number of the page that is asked for, from 1, and how many there are.
pub fn pages(at: &Context, found: usize, length: usize) -> (u32, u32) {
    let pages = u32::try_from(found.div_ceil(length)).unwrap_or(u32::MAX).max(1);
    (at.query::<u32>("page_number").unwrap_or(1).clamp(1, pages), pages)
}

pub fn view(page: Threads) -> impl IntoView {
    let title = t("conversation-threads-title");
    let head = page.discussion.head.clone();
    let triage = page.filter.is_triage();
    let entries: Vec<_> = page.shown.iter().map(|one| entry::view(&page.discussion, one, triage)).collect();
    let list = match entries.is_empty() {
        true => nothing(head.reference(), page.filter.is_empty()),
        false => view! { <ol class="ledger">{entries}</ol> }.into_any(),
    };
    let above = (!page.counts.threads.is_empty()).then(|| above(&page));
    let summary = page.counts.view(head.reference());
    view! {
        <Frame title=head.title(&title)>
            <DraftHead head=head tab=Tab::Comments heading=title>{summary}</DraftHead>
            {above}
            {list}
            <Pager page=page.page pages=page.pages/>
        </Frame>
    }
}

/// The filter, and how many threads pass it.
fn above(page: &Threads) -> AnyView {
    let action = href::threads(page.discussion.head.reference());
    let all = (!page.filter.is_empty())
        .then(|| view! { " "<a href=action.clone()>{t("conversation-show-all")}</a> });
    let beside = page.filter.beside.map(|(version, line)| {
        let to = href::line(page.discussion.head.reference(), version, line);
        let words = t!("conversation-beside", version = version, line = line);
        view! { <a href=to>{words}</a>" " }
    });
    let order = if page.filter.newest { "conversation-found-newest" } else { "conversation-found-text" };
    view! {
        <Filters action=action.clone() filter=page.filter.clone() headings=page.discussion.headings()/>
        <p class="quiet">{beside}{found(order, &page.found, &page.counts.threads)}{all}</p>
    }
    .into_any()
}

/// That there is nothing to show, and what to do about it.
pub fn nothing(reference: &str, all: bool) -> AnyView {
    let words = if all { "conversation-none" } else { "conversation-none-found" };
    let text = all.then(|| view! { " "<a href=href::draft(reference)>{t("conversation-none-link")}</a> });
    view! { <p class="empty">{t(words)}{text}</p> }.into_any()
}
