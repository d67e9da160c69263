//! `/api`: what the API has, made from its description for programs. What each endpoint and field is stands in English, as in that.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde_json::Value;

use crate::{
    context::{Context, context},
    error::AppError,
    frame::Frame,
    href, t,
    ui::Markdown,
    words::t,
};

/// The description of the API, as OpenAPI has it.
pub struct Api(&'static Value);

/// Takes the description from the context; refuses nobody.
pub async fn load(ctx: Context) -> Result<Api, AppError> {
    Ok(Api((ctx.api)()))
}

/// Shows how to begin, then every endpoint and every shape of the description.
pub fn view(Api(api): Api) -> impl IntoView {
    let begin = t!("api-begin-text", url = context().url.to_string());
    let description = t!("api-description", address = href::api_description());
    let endpoints: Vec<_> = entries(&api["paths"])
        .flat_map(|(path, methods)| entries(methods).map(move |(method, one)| endpoint(path, method, one)))
        .collect();
    let shapes: Vec<_> = entries(&api["components"]["schemas"]).map(|(name, one)| shape(name, one)).collect();
    view! {
        <Frame title=t("api-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("api-title")}</h1>
                    <p class="lede">{t("api-lede")}</p>
                </div>
            </header>
            <div class="column apart">
                <section class="stack">
                    <h2>{t("api-begin")}</h2>
                    <Markdown text=begin/>
                    <Markdown text=description/>
                </section>
                <section class="stack" aria-labelledby="refusals">
                    <h2 id="refusals">{t("api-refuses")}</h2>
                    <ul class="plain">{refusals(&api["paths"])}</ul>
                </section>
                <section class="stack" aria-labelledby="endpoints">
                    <h2 id="endpoints">{t("api-endpoints")}</h2>
                    {endpoints}
                </section>
                <section class="stack" aria-labelledby="shapes">
                    <h2 id="shapes">{t("api-shapes")}</h2>
                    {shapes}
                </section>
            </div>
        </Frame>
    }
}

/// The fields of an object in their order; nothing of what is none.
fn entries(value: &'static Value) -> impl Iterator<Item = (&'static str, &'static Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn text(value: &'static Value) -> &'static str {
    value.as_str().unwrap_or_default()
}

/// One endpoint: its address, what it does, what it takes and what it gives.
fn endpoint(path: &'static str, method: &'static str, one: &'static Value) -> AnyView {
    let public = one["security"].as_array().is_some_and(|ways| ways.len() > 1);
    let access = match public {
        true => t("api-public"),
        false => t!("api-scope-needed", scope = text(&one["x-scope"])),
    };
    let parameters: Vec<_> = one["parameters"].as_array().into_iter().flatten().map(parameter).collect();
    let sends = &one["requestBody"]["content"]["application/json"]["schema"];
    let sends = sends.is_object().then(|| part("api-sends", named(sends)));
    view! {
        <article class="sect stack" id=text(&one["operationId"])>
            <h3 lang="en" dir="ltr"><code>{method.to_uppercase()}" "{path}</code></h3>
            <p lang="en" dir="ltr">{text(&one["summary"])}</p>
            <ul class="plain">{parameters}</ul>
            {part("api-access", view! { <span>{access}</span> }.into_any())}
            {sends}
            {gives(&one["responses"]).map(|shown| part("api-gives", shown))}
        </article>
    }
    .into_any()
}

/// A line that says one thing of an endpoint.
fn part(label: &'static str, said: AnyView) -> AnyView {
    view! { <p class="row"><span class="label">{t(label)}</span>{said}</p> }.into_any()
}

fn parameter(one: &'static Value) -> AnyView {
    let what = text(&one["description"]).replace('`', "");
    let kind = kind(&one["schema"]);
    view! { <li lang="en" dir="ltr"><code>{text(&one["name"])}</code>" "{kind}" "<span class="quiet">{what}</span></li> }.into_any()
}

/// Every status a call can be refused with, and what it means: what a problem calls its type leads here.
fn refusals(paths: &'static Value) -> Vec<AnyView> {
    let mut all: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, methods) in entries(paths) {
        for (_, one) in entries(methods) {
            let refused = entries(&one["responses"]).filter(|(status, _)| *status >= "400");
            all.extend(refused.map(|(status, answer)| (status, text(&answer["description"]))));
        }
    }
    let said = all.into_iter().map(|(status, what)| {
        let id = format!("problem-{status}");
        view! { <li id=id lang="en" dir="ltr"><code>{status}</code>" "{what.replace('`', "")}</li> }
            .into_any()
    });
    said.collect()
}

/// What a good answer has.
fn gives(answers: &'static Value) -> Option<AnyView> {
    let (status, good) = entries(answers).find(|(status, _)| status.starts_with('2'))?;
    let (media, content) = entries(&good["content"]).next()?;
    let shape = &content["schema"];
    let items = &shape["properties"]["items"]["items"];
    let shown = match (media, items.is_object()) {
        ("application/json", true) => view! { "["{named(items)}"]" }.into_any(),
        ("application/json", false) => named(shape),
        (media, _) => view! { <code>{media}</code> }.into_any(),
    };
    Some(view! { <span lang="en" dir="ltr"><code>{status}</code>" "{shown}</span> }.into_any())
}

/// The name of a shape, with a link to it; what kind of value it is when it has none.
fn named(shape: &'static Value) -> AnyView {
    match shape["$ref"].as_str().and_then(|place| place.rsplit('/').next()) {
        Some(name) => view! { <a href=href::here(&anchor(name))><code>{name}</code></a> }.into_any(),
        None => kind(shape),
    }
}

/// What kind of value it is, in the words of JSON.
fn kind(shape: &'static Value) -> AnyView {
    if shape["items"].is_object() {
        return view! { "["{named(&shape["items"])}"]" }.into_any();
    }
    if let Some(any) = shape["anyOf"].as_array() {
        return any.iter().next().map(named).into_any();
    }
    if let Some(words) = shape["enum"].as_array() {
        let words: Vec<_> = words.iter().map(ToString::to_string).collect();
        return view! { <span class="small">{words.join(" | ")}</span> }.into_any();
    }
    let kinds = match &shape["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" | "),
        one => one.as_str().unwrap_or_default().to_owned(),
    };
    view! { <span class="small">{kinds}</span> }.into_any()
}

fn anchor(name: &str) -> String {
    format!("shape-{name}")
}

/// One shape with its fields.
fn shape(name: &'static str, one: &'static Value) -> AnyView {
    let needed = |field: &str| {
        one["required"].as_array().into_iter().flatten().any(|needed| needed.as_str() == Some(field))
    };
    let fields: Vec<_> = entries(&one["properties"])
        .map(|(field, shape)| {
            let mark = if needed(field) { "" } else { "?" };
            let of = if shape["$ref"].is_string() { named(shape) } else { kind(shape) };
            view! {
                <li><code>{field}{mark}</code>" "{of}" "<span class="quiet">{text(&shape["description"])}</span></li>
            }
        })
        .collect();
    view! {
        <article class="sect stack" id=anchor(name) lang="en" dir="ltr">
            <h3><code>{name}</code></h3>
            <p class="quiet">{text(&one["description"])}</p>
            <ul class="plain">{fields}</ul>
        </article>
    }
    .into_any()
}
