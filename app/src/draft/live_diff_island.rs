//! The form for a comment while it is written.

use domain::diff::{Piece, PieceKind, words as differences};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, Storage},
};

use super::select_lines_island::KEPT;

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
    let typed = RwSignal::new(typed);
    Effect::new(move |_| {
        if let Some(area) = area("suggestion") {
            typed.set(area.value());
        }
    });
    window_event_listener(ev::input, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(area) = target.filter(|area| area.id() == "suggestion") {
            typed.set(area.value());
        }
    });
    let pieces = move || {
        let typed = typed.get();
        let same = typed.trim() == words.trim();
        (!same).then(|| shown(&differences(&words, &typed)))
    };
    view! { <p class="words" aria-live="polite" dir="auto"><span class="vh">{lead}</span>{pieces}</p> }
}

/// How many words that stay are shown beside a change.
const AROUND: usize = 6;

fn shown(pieces: &[Piece]) -> Vec<AnyView> {
    let last = pieces.len().saturating_sub(1);
    let piece = |(at, piece): (usize, &Piece)| match piece.kind {
        PieceKind::Removed => view! { <del>{piece.text.clone()}</del>" " }.into_any(),
        PieceKind::Added => view! { <ins>{piece.text.clone()}</ins> }.into_any(),
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

/// Keeps what is typed in this browser until it is published, so that a closed page loses nothing.
#[island]
pub fn KeepTyped(reference: String) -> impl IntoView {
    let key = move |name: &str| match name {
        "suggestion" => format!("{KEPT}{reference}:{}-{}", field("from"), field("to")),
        _ => format!("{KEPT}{reference}:comment"),
    };
    let restore = key.clone();
    Effect::new(move |_| {
        if let Some(area) =
            area("comment").filter(|_| window().location().hash().is_ok_and(|hash| hash == "#compose"))
        {
            drop(area.focus());
        }
        let Some(storage) = storage() else { return };
        for name in ["comment", "suggestion"] {
            let (area, kept) = (area(name), storage.get_item(&restore(name)).ok().flatten());
            if let (Some(area), Some(kept)) = (area, kept)
                && area.default_value().is_ok_and(|start| start == area.value())
                && (name == "suggestion" || area.value().is_empty())
            {
                area.set_value(&kept);
                open_around(&area);
                drop(web_event("input").map(|event| area.dispatch_event(&event)));
            }
        }
    });
    window_event_listener(ev::input, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        let Some(area) = target.filter(|area| ["comment", "suggestion"].contains(&area.id().as_str())) else {
            return;
        };
        if let Some(storage) = storage() {
            drop(storage.set_item(&key(&area.id()), &area.value()));
        }
    });
}

fn web_event(name: &str) -> Result<Event, JsValue> {
    let event = document().create_event("Event")?;
    event.init_event_with_bubbles(name, true);
    Ok(event)
}

/// Opens the part of the form that a field is folded in.
fn open_around(area: &Element) {
    if let Ok(Some(details)) = area.closest("details") {
        drop(details.set_attribute("open", ""));
    }
}

fn area(id: &str) -> Option<HtmlTextAreaElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn field(id: &str) -> String {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
