//! Fields of forms: a label, a hint, what was typed when the form comes back, and the refusal that is about it.
//!
//! The name of a field is also its id, so that a refusal can link to it; a page does not show two forms with a field of one name, or gives one an id.

use leptos::prelude::*;

use crate::context::context;

/// A line of text.
#[component]
pub fn Field(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// What it starts with on a fresh page.
    #[prop(optional, into)]
    value: String,
    /// `text`, `email`, `number`, `datetime-local` or `file`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] required: bool,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] accept: Option<&'static str>,
) -> impl IntoView {
    let ctx = context();
    let told = Told::of(name, hint);
    let value = (kind != "file").then(|| ctx.typed_or(name, &value));
    let dir = value.as_deref().filter(|_| kind == "text").and_then(as_written);
    view! {
        <p class="field">
            <label for=name>{label}</label>
            {told.hint()}
            {told.refusal()}
            <input
                id=name
                name=name
                type=kind
                value=value
                dir=dir
                required=required
                autocomplete=autocomplete
                accept=accept
                aria-describedby=told.described_by()
                aria-invalid=told.invalid()
            />
        </p>
    }
    .into_any()
}

/// A text of several lines.
#[component]
pub fn Area(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] value: String,
    #[prop(default = 6)] rows: u32,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let told = Told::of(name, hint);
    let text = context().typed_or(name, &value);
    let (dir, text) = (as_written(&text), in_area(&text));
    view! {
        <p class="field">
            <label for=name>{label}</label>
            {told.hint()}
            {told.refusal()}
            <textarea
                id=name
                name=name
                rows=rows
                dir=dir
                required=required
                aria-describedby=told.described_by()
                aria-invalid=told.invalid()
            >{text}</textarea>
        </p>
    }
    .into_any()
}

/// A field runs as what is in it does; an empty one as the page, for a browser takes nothing for left-to-right.
fn as_written(text: &str) -> Option<&'static str> {
    (!text.is_empty()).then_some("auto")
}

/// What a `<textarea>` is to hold. Leptos writes it as it comes, so that a typed `</textarea>` would end it: it is escaped here. A browser
/// drops the first line break of it, so one more is given.
pub fn in_area(typed: &str) -> String {
    format!("\n{}", typed.replace('&', "&amp;").replace('<', "&lt;"))
}

/// One of a few: radio buttons, each a value with its words.
#[component]
pub fn Choice(
    name: &'static str,
    #[prop(into)] legend: String,
    options: Vec<(&'static str, String)>,
    /// The value chosen on a fresh page.
    #[prop(optional, into)]
    value: String,
    /// What only one of the values asks for, and which.
    #[prop(optional)]
    then: Option<(&'static str, AnyView)>,
) -> impl IntoView {
    let ctx = context();
    let told = Told::of(name, None);
    let mut then = then;
    let buttons = options.into_iter().map(|(option, words)| {
        let asks = then.take_if(|(asker, _)| *asker == option);
        let asks = asks.map(|(_, fields)| view! { <div class="then">{fields}</div> });
        view! {
            <label class="choice">
                <input type="radio" name=name value=option checked=ctx.chosen(name, option, option == value)/>
                <span>{words}</span>
            </label>
            {asks}
        }
    });
    view! {
        <fieldset class="field" id=name tabindex="-1" aria-describedby=told.described_by()>
            <legend>{legend}</legend>
            {told.refusal()}
            {buttons.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// One of many: a list to pick from, each a value with its words.
#[component]
pub fn Pick(
    name: &'static str,
    #[prop(into)] label: String,
    options: Vec<(String, String)>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let told = Told::of(name, hint);
    let picked = context().typed_or(name, &value);
    let options = options.into_iter().map(|(option, words)| {
        let selected = option == picked;
        view! { <option value=option selected=selected>{words}</option> }
    });
    view! {
        <p class="field">
            <label for=name>{label}</label>
            {told.hint()}
            {told.refusal()}
            <select id=name name=name aria-describedby=told.described_by() aria-invalid=told.invalid()>
                {options.collect_view()}
            </select>
        </p>
    }
    .into_any()
}

/// What a field says besides its label, and how it points there.
struct Told {
    name: &'static str,
    hint: Option<String>,
    refusal: Option<String>,
}

impl Told {
    fn of(name: &'static str, hint: Option<String>) -> Self {
        Self { name, hint, refusal: context().refusal(name).map(crate::error::AppError::sentence) }
    }

    fn hint(&self) -> impl IntoView + use<> {
        let id = format!("{}-h", self.name);
        self.hint.clone().map(|hint| view! { <span class="hint" id=id>{hint}</span> })
    }

    fn refusal(&self) -> impl IntoView + use<> {
        let id = format!("{}-e", self.name);
        self.refusal.clone().map(|refusal| view! { <span class="refused" id=id>{refusal}</span> })
    }

    fn invalid(&self) -> Option<&'static str> {
        self.refusal.as_ref().map(|_| "true")
    }

    fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-h", self.name));
        let refusal = self.refusal.as_ref().map(|_| format!("{}-e", self.name));
        let ids: Vec<String> = hint.into_iter().chain(refusal).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}
