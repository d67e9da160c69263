//! The threads beside a line.

use leptos::prelude::*;

use super::{margin_thread::thread, text_page::TextPage};
use crate::{
    href, t,
    thread::{Conversation, said},
    ui::Icon,
    words::{number, t},
};

/// The group of threads that stands beside a line; nothing when there is none.
pub fn beside(page: &TextPage, line: u32) -> Option<AnyView> {
    let threads = page.margin.beside(line);
    if threads.is_empty() || page.quiet {
        return None;
    }
    let (lang, dir) = page.own();
    let (place, label) = (format!("#L{line}"), t!("draft-comments-on", line = line));
    Some(
        view! {
            <div class="threads" role="group" aria-label=label lang=lang dir=dir>
                <a class="at" href=place aria-label=t!("draft-line", line = line)>{number(line)}</a>
                {list(page, &threads)}
            </div>
        }
        .into_any(),
    )
}

/// Threads one under the other; those that are settled are gathered at the end, with their count.
pub fn list(page: &TextPage, threads: &[&Conversation]) -> AnyView {
    let (settled, live): (Vec<&Conversation>, Vec<&Conversation>) =
        threads.iter().copied().partition(|one| one.life.is_settled() && page.open != Some(one.number()));
    let live: Vec<_> = live.into_iter().map(|one| thread(page, one)).collect();
    view! { {live}{(!settled.is_empty()).then(|| gathered(page, &settled))} }.into_any()
}

fn gathered(page: &TextPage, settled: &[&Conversation]) -> AnyView {
    let count = u32::try_from(settled.len()).unwrap_or(u32::MAX);
    let entries: Vec<_> = settled.iter().map(|one| entry(page, one)).collect();
    view! {
        <details class="thread settled">
            <summary>
                <Icon name="tick"/><span class="gist">{t!("draft-settled", count = count)}</span>
                <span class="count" aria-hidden="true"></span>
            </summary>
            <div>{entries}</div>
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
