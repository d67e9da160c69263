//! The threads beside a line.

use entity::reading::Gathered;
use leptos::prelude::*;

use super::{
    margin_thread::{brief, thread},
    text_page::TextPage,
};
use crate::{
    href::{self, Href},
    t,
    thread::{Conversation, said},
    ui::Icon,
    words::{number, t},
};

/// How many threads of one place are shown there, so that a line everybody speaks of does not push the text away; the page of the
/// threads has all.
const SHOWN: usize = 3;
/// With one more than are shown, that one takes no more room than a link to it would.
const MOST: usize = SHOWN + 1;

/// The group of threads that stands beside a line; nothing when there is none.
pub fn beside(page: &TextPage, line: u32) -> Option<AnyView> {
    let there = page.margin.beside(line);
    if there.is_empty() || page.quiet {
        return None;
    }
    let (lang, dir) = page.own();
    let (place, label) = (format!("#L{line}"), t!("draft-comments-on", line = line));
    let all = href::threads_beside(page.head.reference(), page.number(), line);
    Some(
        view! {
            <div class="threads" role="group" aria-label=label lang=lang dir=dir>
                <a class="at" href=place aria-label=t!("draft-line", line = line)>{number(line)}</a>
                {list(page, there, all)}
            </div>
        }
        .into_any(),
    )
}

/// Threads one under the other; those that are settled are gathered at the end, with their count. Of many only the foremost are there, with
/// the way to `all` of them.
pub fn list(page: &TextPage, there: Gathered<'_>, all: Href) -> AnyView {
    let is_open = |one: &Conversation| page.open == Some(one.number());
    // Where not all are there, how many of them are settled is not known.
    let gathers = |one: &Conversation| there.more == 0 && one.life.is_settled() && !is_open(one);
    let (settled, live): (Vec<&Conversation>, Vec<&Conversation>) =
        there.threads.iter().copied().partition(|one| gathers(one));
    let (live, more) = foremost(page, live);
    let more = u32::try_from(more).unwrap_or(u32::MAX).saturating_add(there.more);
    let live: Vec<_> = live
        .into_iter()
        .map(|one| if page.margin.is_brief() && !is_open(one) { brief(page, one) } else { thread(page, one) })
        .collect();
    let more = (more > 0).then(|| {
        let label = t!("draft-more-comments", count = more);
        view! { <a class="further" href=all.clone()>{label}</a> }
    });
    view! { {live}{more}{(!settled.is_empty()).then(|| gathered(page, settled, all))} }.into_any()
}

/// The threads that are shown, and how many are not: the one that is open, that with the most comments, and the newest.
fn foremost<'a>(page: &TextPage, mut threads: Vec<&'a Conversation>) -> (Vec<&'a Conversation>, usize) {
    if threads.len() <= MOST {
        return (threads, 0);
    }
    let talked = threads.iter().max_by_key(|one| (one.thread.comments, one.number())).map(|one| one.number());
    threads.sort_by_key(|one| {
        let number = one.number();
        (page.open != Some(number), talked != Some(number), std::cmp::Reverse(number))
    });
    let more = threads.split_off(SHOWN).len();
    threads.sort_by_key(|one| one.number());
    (threads, more)
}

fn gathered(page: &TextPage, settled: Vec<&Conversation>, all: Href) -> AnyView {
    let count = settled.len();
    let (shown, more) = foremost(page, settled);
    let entries: Vec<_> = shown.iter().map(|one| entry(page, one)).collect();
    let more = (more > 0).then(|| view! { <p><a href=all>{t!("draft-more-settled", count = more)}</a></p> });
    view! {
        <details class="thread settled">
            <summary>
                <Icon name="tick"/><span class="gist">{t!("draft-settled", count = count)}</span>
                <span class="count" aria-hidden="true"></span>
            </summary>
            <div>{entries}{more}</div>
        </details>
    }
    .into_any()
}

/// A settled thread: who, its number, what became of it, and what it said.
fn entry(page: &TextPage, one: &Conversation) -> AnyView {
    let voice = page.speakers.voice(one.thread.raised_by, one.thread.stakeholder_id);
    let number = one.number();
    let what = match one.answer() {
        Some(answer) => said(Some(answer.disposition)).to_lowercase(),
        None => t("draft-withdrawn"),
    };
    let link = href::thread(page.head.reference(), number);
    let gist = super::margin_thread::gist(one);
    view! {
        <p class="by" id=format!("t{number}")>
            <b><bdi>{voice}</bdi></b>" "<a href=link>{t!("draft-number", number = number)}</a>", "{what}
        </p>
        <p dir="auto">{gist}</p>
    }
    .into_any()
}
