//! The threads beside a line.

use leptos::prelude::*;

use super::{margin_thread::thread, text_page::TextPage};
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
    let threads = page.margin.beside(line);
    if threads.is_empty() || page.quiet {
        return None;
    }
    let (lang, dir) = page.own();
    let (place, label) = (format!("#L{line}"), t!("draft-comments-on", line = line));
    let all = href::threads_beside(page.head.reference(), page.number(), line);
    Some(
        view! {
            <div class="threads" role="group" aria-label=label lang=lang dir=dir>
                <a class="at" href=place aria-label=t!("draft-line", line = line)>{number(line)}</a>
                {list(page, &threads, all)}
            </div>
        }
        .into_any(),
    )
}

/// Threads one under the other; those that are settled are gathered at the end, with their count. Of many only the first are there, with
/// the way to `all` of them.
pub fn list(page: &TextPage, threads: &[&Conversation], all: Href) -> AnyView {
    let (settled, live): (Vec<&Conversation>, Vec<&Conversation>) =
        threads.iter().copied().partition(|one| one.life.is_settled() && page.open != Some(one.number()));
    let (live, more) = first(page, live);
    let live: Vec<_> = live.into_iter().map(|one| thread(page, one)).collect();
    let more = (more > 0).then(|| {
        let label = t!("draft-more-comments", count = more);
        view! { <a class="further" href=all.clone()>{label}</a> }
    });
    view! { {live}{more}{(!settled.is_empty()).then(|| gathered(page, settled, all))} }.into_any()
}

/// The threads that are shown, among them the one that is open, and how many are not.
fn first<'a>(page: &TextPage, mut threads: Vec<&'a Conversation>) -> (Vec<&'a Conversation>, usize) {
    if threads.len() <= MOST {
        return (threads, 0);
    }
    threads.sort_by_key(|one| page.open != Some(one.number()));
    let more = threads.split_off(SHOWN).len();
    threads.sort_by_key(|one| one.number());
    (threads, more)
}

fn gathered(page: &TextPage, settled: Vec<&Conversation>, all: Href) -> AnyView {
    let count = settled.len();
    let (shown, more) = first(page, settled);
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
