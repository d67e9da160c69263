//! What a comment and a proposed wording will be, while they are typed.

use std::{cell::RefCell, time::Duration};

use domain::diff::{Piece, PieceKind, words as differences};
use leptos::{
    ev,
    leptos_dom::helpers::debounce,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::{Event, HtmlTextAreaElement},
};

use super::composer_island::WAS;
use crate::browser::{ask, element};

/// What the proposed wording would change, following it as it is typed; without JavaScript, as it was typed when the form came back.
#[island]
pub fn LiveDiff(
    /// The words of the lines.
    words: String,
    /// What is in the field.
    typed: String,
    /// What is said before it to those who hear it.
    lead: String,
) -> impl IntoView {
    let (words, typed) = (RwSignal::new(words), RwSignal::new(typed));
    let follow = move |area: HtmlTextAreaElement| {
        if let Some(was) = area.get_attribute(WAS) {
            words.set(was);
        }
        typed.set(area.value());
    };
    Effect::new(move |_| {
        if let Some(area) = element("suggestion") {
            follow(area);
        }
    });
    window_event_listener(ev::input, move |input| {
        if let Some(area) = typed_in(&input, "suggestion") {
            follow(area);
        }
    });
    let pieces = move || {
        let (words, typed) = (words.get(), typed.get());
        let same = typed.trim() == words.trim();
        (!same).then(|| shown(&differences(&words, &typed)))
    };
    view! { <p class="words" aria-live="polite" dir="auto"><bdi class="vh">{lead}</bdi>{pieces}</p> }
}

/// How long a pause in typing is waited for.
const PAUSE: Duration = Duration::from_millis(500);

/// The comment as it will read, shown when its writer pauses; without JavaScript, as it was typed when that was asked for.
///
/// It stands at the end of the form, so that nothing moves that is written in or pressed.
#[island]
pub fn LivePreview(
    /// What it was when the form came back; nothing on a fresh one.
    html: String,
    /// What stands above it.
    heading: String,
) -> impl IntoView {
    let asked_for = !html.is_empty();
    let html = RwSignal::new(html);
    // Only in the browser: what waits for a pause cannot go from thread to thread, as the server's work does.
    Effect::new(move |_| {
        let show = RefCell::new(debounce(PAUSE, move |text: String| follow(html, text)));
        window_event_listener(ev::input, move |input| {
            if let Some(area) = typed_in(&input, "comment") {
                show.borrow_mut()(area.value());
            }
        });
    });
    view! {
        <section
            class="preview"
            id="preview"
            aria-labelledby="preview-h"
            tabindex="-1"
            autofocus=asked_for
            hidden=move || html.with(String::is_empty)
        >
            <h5 class="label" id="preview-h">{heading}</h5>
            <div class="prose stack" dir="auto" inner_html=move || html.get()></div>
        </section>
    }
}

/// Shows how a text reads, as the server makes it.
fn follow(html: RwSignal<String>, text: String) {
    if text.trim().is_empty() {
        return html.set(String::new());
    }
    spawn_local(async move {
        let read = ask("/do/preview", &[("text", &text)]).await;
        // An answer that comes late is not put over what was typed since.
        let still = element::<HtmlTextAreaElement>("comment").is_some_and(|area| area.value() == text);
        if let Some(read) = read.filter(|_| still) {
            html.set(read);
        }
    });
}

fn typed_in(input: &Event, id: &str) -> Option<HtmlTextAreaElement> {
    let area = input.target()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    (area.id() == id).then_some(area)
}

/// How many words that stay are shown beside a change.
const AROUND: usize = 6;

fn shown(pieces: &[Piece]) -> Vec<AnyView> {
    let last = pieces.len().saturating_sub(1);
    let piece = |(at, piece): (usize, &Piece)| match piece.kind {
        PieceKind::Removed | PieceKind::Was => view! { <del>{piece.text.clone()}</del>" " }.into_any(),
        PieceKind::Added | PieceKind::Now => view! { <ins>{piece.text.clone()}</ins> }.into_any(),
        PieceKind::Same => near(&piece.text, at == 0, at == last).into_any(),
    };
    pieces.iter().enumerate().map(piece).collect()
}

/// The words of a stretch that stand next to a change.
fn near(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split_inclusive(' ').collect();
    let (head, tail) = (if first { 0 } else { AROUND }, if last { 0 } else { AROUND });
    if words.len() <= head + tail + 1 {
        return text.to_owned();
    }
    format!("{}… {}", words[..head].concat(), words[words.len() - tail..].concat())
}
