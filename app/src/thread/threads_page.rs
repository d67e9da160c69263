//! `/drafts/{reference}/threads`: every conversation about a draft, filtered and in order.

use entity::reading::thread_count::Count;
use leptos::prelude::*;

use super::{Counts, Discussion, Filter, Filters, Listed, entry, found};
use crate::{
    context::Context,
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, t,
    thread::{asked, from, written},
    ui::Stretches,
    words::t,
};

/// How many threads stand on one page.
const LENGTH: usize = 40;

/// What the page shows.
pub struct Threads {
    discussion: Discussion,
    filter: Filter,
    /// How many threads there are of each kind.
    counts: Counts,
    /// How many pass the filter.
    found: Count,
    /// Where the page before begins, as its address has it.
    before: Option<String>,
    /// Where the next page begins, as its address has it.
    after: Option<String>,
}

/// Reads the threads that pass the filter. Refuses with not found a draft that the reader may not see, and a filter by a version that there
/// is not.
pub async fn load(ctx: Context) -> Result<Threads, AppError> {
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    let filter = asked(&ctx.query);
    if let Some((version, _)) = filter.beside {
        head.version(version)?;
    }
    let Listed { threads, found, before, after } =
        Listed::of(ctx.viewer(), &head, &filter, from(&ctx), LENGTH).await?;
    let counts = Counts::of(&ctx, &head).await?;
    Ok(Threads {
        discussion: Discussion::listing(ctx.viewer(), head, threads).await?,
        filter,
        counts,
        found,
        before: before.map(written),
        after: after.map(written),
    })
}

/// Shows the counts, the filter and the threads.
pub fn view(page: Threads) -> impl IntoView {
    let title = t("conversation-threads-title");
    let head = page.discussion.head.clone();
    let triage = page.filter.is_triage();
    let entries: Vec<_> =
        page.discussion.conversations.iter().map(|one| entry::view(&page.discussion, one, triage)).collect();
    let list = match entries.is_empty() {
        true => nothing(&head, page.filter.is_empty()),
        false => view! { <ol class="ledger">{entries}</ol> }.into_any(),
    };
    let above = (!page.counts.threads.is_empty()).then(|| above(&page));
    let summary = page.counts.view(head.reference());
    view! {
        <Frame title=page_title(&head, &title)>
            <DraftHead head=head tab=Tab::Comments heading=title>{summary}</DraftHead>
            {above}
            {list}
            <Stretches before=page.before after=page.after/>
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

/// Says that there is nothing to show, and what to do about it.
pub fn nothing(head: &Head, all: bool) -> AnyView {
    let words = if all { "conversation-none" } else { "conversation-none-found" };
    let text = (all && head.takes_comments()).then(|| {
        view! { " "<a href=href::draft(head.reference())>{t("conversation-none-link")}</a> }
    });
    view! { <p class="empty">{t(words)}{text}</p> }.into_any()
}
