//! Fills the time zone in from the device.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlSelectElement};

/// A button beside the choice of a time zone that picks the one this device is set to and sends the form, as choosing it is all there is to
/// do; without JavaScript there is only the choice.
#[island]
pub fn DeviceZone(
    /// The id of the `<select>` to fill.
    field: String,
    /// The words on the button.
    label: String,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    Effect::new(move |_| shown.set(true));
    let fill = move |_| {
        let Some(element) = document().get_element_by_id(&field) else { return };
        if let (Some(zone), Ok(select)) = (device_zone(), element.dyn_into::<HtmlSelectElement>()) {
            select.set_value(&zone);
        }
    };
    view! { <button class="button second" hidden=move || !shown.get() on:click=fill>{label}</button> }
}

/// The IANA name of the device's time zone.
fn device_zone() -> Option<String> {
    let formats = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    js_sys::Reflect::get(&formats.resolved_options(), &"timeZone".into()).ok()?.as_string()
}
