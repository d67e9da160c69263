//! The choice of two versions, and where it leads.

use axum::{
    Extension,
    extract::RawPathParams,
    response::Response,
    routing::{MethodRouter, get},
};
use leptos::prelude::*;

use crate::{
    context::Context,
    document,
    draft::Head,
    error::AppError,
    href,
    leading::see_other,
    t,
    words::{number, t},
};

/// Leads from the form to the comparison it asks for; what is not a version is not found.
pub fn compare() -> MethodRouter {
    get(async |Extension(ctx): Extension<Context>, params: RawPathParams| -> Response {
        let ctx = ctx.on_form(&params);
        let reference = ctx.param::<String>("reference");
        let versions = ctx.query::<u32>("from").zip(ctx.query::<u32>("to"));
        match (reference, versions) {
            (Ok(reference), Some((from, to))) => see_other(&href::diff(&reference, from, to)),
            _ => document::render_error(ctx, AppError::NotFound).await,
        }
    })
}

/// A form to choose two versions of a draft.
#[component]
pub fn Choose(head: Head, from: u32, to: u32) -> impl IntoView {
    let one = |name: &'static str, label: &str, chosen: u32| {
        let options = head.versions.iter().map(|version| {
            let count = version.number.unsigned_abs();
            view! { <option value=count selected=count == chosen>{number(count)}</option> }
        });
        let options: Vec<_> = options.collect();
        view! { <label>{t(label)}" "<select class="tiny" name=name>{options}</select></label> }
    };
    let (before, after) = (one("from", "diff-choose-from", from), one("to", "diff-choose-to", to));
    let many = head.versions.len() > 2;
    many.then(|| {
        view! {
            <form class="range" method="get" action=href::compare(head.reference()) aria-label=t("diff-choose")>
                {before}
                " "
                {after}
                " "
                <button class="act">{t("diff-choose-go")}</button>
            </form>
        }
    })
}

/// The sentence for two versions that are not one before the other, and where to go instead.
pub fn instead(head: &Head, from: u32, to: u32) -> AnyView {
    if from == to {
        return view! { <p class="lede">{t!("diff-equal", version = from)}</p> }.into_any();
    }
    let link = href::diff(head.reference(), to, from);
    view! {
        <p class="lede">{t!("diff-reversed", from = from, to = to)}</p>
        <p><a href=link>{t!("diff-heading", from = to, to = from)}</a></p>
    }
    .into_any()
}
