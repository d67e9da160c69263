//! What the islands do with the page around them, and how they ask the server.

use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, EventTarget, HtmlInputElement, RequestInit, Response, UrlSearchParams},
};

/// The element with this id, when it is of this kind.
pub fn element<Kind: JsCast>(id: &str) -> Option<Kind> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// What is in the field with this id; nothing when there is no such field.
pub fn field(id: &str) -> String {
    element::<HtmlInputElement>(id).map(|field| field.value()).unwrap_or_default()
}

/// Writes into the field with this id; tells whether there is one.
pub fn fill(id: &str, value: &str) -> bool {
    let field = element::<HtmlInputElement>(id);
    field.map(|field| field.set_value(value)).is_some()
}

/// The line of the text with this number.
pub fn line(number: u32) -> Option<Element> {
    document().get_element_by_id(&format!("L{number}"))
}

/// Lets everyone who listens know of an event on an element.
pub fn tell(target: &EventTarget, name: &str) {
    if let Ok(event) = document().create_event("Event") {
        event.init_event_with_bubbles(name, true);
        drop(target.dispatch_event(&event));
    }
}

/// Opens the part of a form that a field is folded in.
pub fn open_around(field: &Element) {
    if let Ok(Some(details)) = field.closest("details") {
        drop(details.set_attribute("open", ""));
    }
}

/// Asks the server function at an address for words; nothing when it has none, and when the server does not answer.
///
/// The few lines are here because what Leptos has for it would add a fifth to what the browser loads.
pub async fn ask(function: &str, about: &[(&str, &str)]) -> Option<String> {
    let form = UrlSearchParams::new().ok()?;
    for (name, value) in about {
        form.append(name, value);
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&form);
    let request = window().fetch_with_str_and_init(function, &init);
    let response: Response = request.await.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    let said = response.text().ok()?.await.ok()?.as_string()?;
    js_sys::JSON::parse(&said).ok()?.as_string()
}
