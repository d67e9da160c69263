//! `/drafts/{reference}/responses`: every comment and its answer, as a table.

use chrono::{DateTime, Utc};
use domain::permission::Action;
use entity::reading::{thread_count::Count, waiting};
use leptos::prelude::*;

use super::{row, several};
use crate::{
    context::{Context, context},
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    thread::{Discussion, Filter, Filters, Listed, asked, found, from, threads_page, written},
    ui::Stretches,
    words::t,
};

/// How many rows stand on one page.
const LENGTH: usize = 25;

/// What the page shows.
pub struct Responses {
    discussion: Discussion,
    filter: Filter,
    /// Those that pass the filter.
    found: Count,
    /// Where the page before begins, as its address has it.
    before: Option<String>,
    /// Where the next page begins, as its address has it.
    after: Option<String>,
    /// Since when the first of those that wait has waited.
    oldest: Option<DateTime<Utc>>,
    may_answer: bool,
    /// How many threads were just answered together.
    done: Option<u32>,
}

/// Reads the threads that pass the filter, with their answers. Refuses with not found a draft that the reader may not see.
pub async fn load(ctx: Context) -> Result<Responses, AppError> {
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    let filter = asked(&ctx.query);
    let Listed { threads, found, before, after } =
        Listed::of(ctx.viewer(), &head, &filter, from(&ctx), LENGTH).await?;
    Ok(Responses {
        oldest: waiting::waiting_since(ctx.db.read(), head.draft.id).await?,
        may_answer: head.may(Action::Answer),
        done: ctx.query("done").filter(|_| ctx.returned.is_none()),
        discussion: Discussion::listing(ctx.viewer(), head, threads).await?,
        filter,
        found,
        before: before.map(written),
        after: after.map(written),
    })
}

/// Shows the tally, the table, and for whoever answers the form that answers several.
pub fn view(page: Responses) -> impl IntoView {
    let title = t("response-title");
    let head = page.discussion.head.clone();
    let take = take_away(&head);
    let tally = tally(&head, page.oldest);
    let done = page.done.map(|count| {
        view! { <div class="notice" role="status"><p>{t!("response-done", count = count)}</p></div> }
    });
    let above = (!head.threads.is_empty()).then(|| above(&page));
    let table = match page.discussion.conversations.is_empty() {
        true => threads_page::nothing(&head, page.filter.is_empty()),
        false => table(&page),
    };
    let several = (page.may_answer && page.found.unanswered > 0)
        .then(|| several::form(head.reference(), page.found.unanswered));
    view! {
        <Frame title=page_title(&head, &title)>
            <DraftHead head=head tab=Tab::Responses heading=title next=take>{tally}</DraftHead>
            {done}
            {above}
            {table}
            <Stretches before=page.before.clone() after=page.after.clone()/>
            {several}
        </Frame>
    }
}

/// How many have an answer, how many wait, and for how long the oldest has.
fn tally(head: &Head, oldest: Option<DateTime<Utc>>) -> AnyView {
    let count = head.threads;
    let (answered, all) = (count.answered(), count.standing);
    let words = match oldest {
        _ if count.is_empty() => t("response-tally-none").into_any(),
        _ if all == 0 => t("response-tally-withdrawn").into_any(),
        None => t!("response-tally-all", all = all).into_any(),
        Some(oldest) => {
            let wait = t!("response-tally-wait", count = count.unanswered);
            let days = (context().now - oldest).num_days();
            let have = t!("response-tally-answered", answered = answered, all = all);
            let since = t!("response-tally-oldest", days = days);
            rich!("response-tally", have = have, wait = view! { <strong>{wait}</strong> }, oldest = since)
        }
    };
    view! { <p class="tally">{words}</p> }.into_any()
}

/// The ways to have the whole matrix as a file.
fn take_away(head: &Head) -> AnyView {
    let file = |format: &str, words: &str| {
        view! { <a href=href::export_as(head.reference(), format)>{t(words)}</a> }
    };
    let sheet = file("csv", "response-take-sheet");
    let json = file("json", "response-take-json");
    let print = file("html", "response-take-print");
    view! {
        <h2 class="label">{t("response-take")}</h2>
        <p>{rich!("response-take-as", sheet = sheet, json = json, print = print)}</p>
    }
    .into_any()
}

fn above(page: &Responses) -> AnyView {
    let action = href::responses(page.discussion.head.reference());
    let all = (!page.filter.is_empty())
        .then(|| view! { " "<a href=action.clone()>{t("conversation-show-all")}</a> });
    let several = (page.may_answer && page.found.unanswered > 0).then(|| {
        view! { " "<a href=href::here(several::FORM)>{t("response-several")}</a> }
    });
    view! {
        <Filters action=action.clone() filter=page.filter.clone() headings=page.discussion.headings() brief=true/>
        <p class="quiet">{found("conversation-found-text", &page.found, &page.discussion.head.threads)}{all}{several}</p>
    }
    .into_any()
}

fn table(page: &Responses) -> AnyView {
    let column = |id: &str| view! { <th scope="col" role="columnheader" class="label">{t(id)}</th> };
    let shown = page.discussion.conversations.iter();
    let rows: Vec<_> = shown.map(|one| row::view(&page.discussion, one, page.may_answer)).collect();
    view! {
        <table class="rows matrix" role="table" aria-label=t("response-table")>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader" class="label"><span class="vh">{t("response-number")}</span></th>
                    {column("response-from")}
                    {column("response-on")}
                    {column("response-comment")}
                    {column("response-answer")}
                    {column("response-result")}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}
