//! Choosing lines by hand.

use domain::text::LineRange;
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent},
};

/// What is kept of a comment while it is written begins with this.
pub const KEPT: &str = "comity:";

/// A bar that names the chosen lines and leads to the form for a comment on them.
///
/// A click on a number chooses its line, and one with shift the run up to it; `j`, `k` or the arrows go on from there, `c` comments and
/// Escape clears. The fragment of the address follows, so that it can be passed on. Without JavaScript each number is a link to its line.
#[island]
pub fn SelectLines(
    reference: String,
    /// Whether the draft takes comments.
    comments: bool,
    /// What the bar is called.
    label: String,
    /// What is said of one line, with `{a}` for its number.
    one: String,
    /// What is said of several, with `{a}` and `{b}`.
    many: String,
    comment: String,
    clear: String,
) -> impl IntoView {
    // The line that was chosen first, and the one the run now reaches to.
    let chosen = RwSignal::new(None::<(u32, u32)>);
    Effect::new(move |_| {
        forget_what_was_posted(&reference);
        chosen.set(from_address());
        open_thread_in_address();
    });
    Effect::new(move |before: Option<Option<(u32, u32)>>| {
        let now = chosen.get();
        mark(now);
        if before.is_some_and(|before| before != now) {
            write_address(now);
        }
        now
    });
    window_event_listener(ev::hashchange, move |_| {
        chosen.set(from_address());
        open_thread_in_address();
    });
    window_event_listener(ev::click, move |click| clicked(&click, chosen));
    window_event_listener(ev::keydown, move |key| pressed(&key, chosen, comments));
    let run = move || chosen.get().map(|(first, last)| LineRange::spanning(first, last));
    let said = move || {
        let Some(run) = run() else { return String::new() };
        let words = if run.count() == 1 { &one } else { &many };
        words.replace("{a}", &run.first().to_string()).replace("{b}", &run.last().to_string())
    };
    view! {
        <div class="bar" role="region" aria-label=label hidden=move || chosen.get().is_none()>
            <p aria-live="polite"><b>{said}</b></p>
            <p class="acts">
                <a href=move || run().map(form_for).unwrap_or_default() hidden=!comments>{comment}</a>
                <button class="act" type="button" on:click=move |_| chosen.set(None)>{clear}</button>
            </p>
        </div>
    }
}

fn form_for(run: LineRange) -> String {
    format!("?from={}&to={}#compose", run.first(), run.last())
}

fn clicked(click: &MouseEvent, chosen: RwSignal<Option<(u32, u32)>>) {
    let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
    let number = target.and_then(|target| target.closest(".text a.n").ok().flatten());
    let line =
        number.and_then(|number| number.get_attribute("href")).and_then(|href| href.get(2..)?.parse().ok());
    let Some(line) = line.filter(|_| !click.ctrl_key() && !click.meta_key()) else { return };
    click.prevent_default();
    chosen.update(|chosen| {
        *chosen = match *chosen {
            Some((first, _)) if click.shift_key() => Some((first, line)),
            Some((first, last)) if (first, last) == (line, line) => None,
            _ => Some((line, line)),
        };
    });
}

fn pressed(key: &KeyboardEvent, chosen: RwSignal<Option<(u32, u32)>>, comments: bool) {
    let typing = key
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| ["INPUT", "TEXTAREA", "SELECT"].contains(&target.tag_name().as_str()));
    if typing || key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let now = chosen.get_untracked();
    let step = match (key.key().to_lowercase().as_str(), now) {
        ("escape", Some(_)) => return chosen.set(None),
        ("c", Some((first, last))) if comments => {
            let page = form_for(LineRange::spanning(first, last));
            return drop(window().location().set_href(&page));
        }
        ("j", _) | ("arrowdown", Some(_)) => 1,
        ("k", _) | ("arrowup", Some(_)) => -1,
        _ => return,
    };
    let next = match now {
        Some((_, last)) => last.saturating_add_signed(step),
        None => first_in_sight(),
    };
    if !focus(next) {
        return;
    }
    key.prevent_default();
    chosen.set(Some(match now {
        Some((first, _)) if key.shift_key() => (first, next),
        _ => (next, next),
    }));
}

fn line(number: u32) -> Option<Element> {
    document().get_element_by_id(&format!("L{number}"))
}

/// Brings a line into sight and says its number to those who hear the page; tells whether there is such a line.
fn focus(number: u32) -> bool {
    let counter = line(number).and_then(|line| line.query_selector(".n").ok().flatten());
    counter
        .and_then(|counter| counter.dyn_into::<HtmlElement>().ok())
        .is_some_and(|counter| counter.focus().is_ok())
}

fn first_in_sight() -> u32 {
    let below = |number: &u32| line(*number).is_none_or(|line| line.get_bounding_client_rect().top() >= 0.0);
    (1..).find(below).unwrap_or(1)
}

/// Shows which lines are chosen.
fn mark(chosen: Option<(u32, u32)>) {
    while let Ok(Some(marked)) = document().query_selector(".text .chosen") {
        drop(marked.class_list().remove_1("chosen"));
    }
    let run = chosen.map(|(first, last)| LineRange::spanning(first, last));
    for line in run.into_iter().flat_map(LineRange::iter).map_while(line) {
        drop(line.class_list().add_1("chosen"));
    }
}

/// The lines that the fragment of the address names.
fn from_address() -> Option<(u32, u32)> {
    let fragment = window().location().hash().ok()?;
    let run: LineRange = fragment.strip_prefix('#').filter(|run| run.starts_with('L'))?.parse().ok()?;
    if run.count() > 1 {
        line(run.first())?.scroll_into_view();
    }
    Some((run.first(), run.last()))
}

fn write_address(chosen: Option<(u32, u32)>) {
    let fragment = match chosen {
        Some((first, last)) => format!("#{}", LineRange::spanning(first, last)),
        None => "#main".to_owned(),
    };
    if let Ok(history) = window().history() {
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment)));
    }
}

/// Opens the thread that the fragment of the address names.
fn open_thread_in_address() {
    let fragment = window().location().hash().unwrap_or_default();
    let thread =
        fragment.strip_prefix("#t").and_then(|number| document().get_element_by_id(&format!("t{number}")));
    let Some(thread) = thread else { return };
    if let Ok(Some(details)) = thread.closest("details") {
        drop(details.set_attribute("open", ""));
        thread.scroll_into_view();
    }
}

/// Lets go of what was kept while a comment was written, once the comment is there.
fn forget_what_was_posted(reference: &str) {
    let posted = window().location().search().is_ok_and(|query| query.contains("thread="));
    let storage = window().local_storage().ok().flatten().filter(|_| posted);
    let Some(storage) = storage else { return };
    let prefix = format!("{KEPT}{reference}:");
    let keys: Vec<String> =
        (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(&prefix)) {
        drop(storage.remove_item(key));
    }
}
