//! What came of the last form, at the top of the page.

use leptos::prelude::*;

use crate::{
    context::{Returned, context},
    error::AppError,
    rich, t,
    ui::Moment,
    words::t,
};

/// The refusal of a form that came back, with a link to each field it is about, and in focus; nothing on a fresh page.
#[component]
pub fn Notice() -> impl IntoView {
    let returned = context().returned.clone()?;
    let error = returned.error?;
    let fields = error.parts().iter().filter_map(|part| {
        let field = part.on_field()?;
        Some(view! { <li><a href=format!("#{field}")>{part.sentence()}</a></li> })
    });
    let fields: Vec<_> = fields.collect();
    let lead = t(match &error {
        AppError::SignIn => "notice-kept",
        AppError::Internal => "notice-internal",
        AppError::NotSaved => "error-not-saved",
        _ => "notice-refused",
    });
    Some(view! {
        <div class="notice" role="alert" id="notice" tabindex="-1" autofocus=true>
            <h2>{lead}</h2>
            {match fields.is_empty() {
                false => view! { <ul>{fields}</ul> }.into_any(),
                true => view! { <p>{error.sentence()}</p> }.into_any(),
            }}
        </div>
    })
}

/// Says how much a reader may still write today, once four fifths of it are written.
#[component]
pub fn DayNearlySpent() -> impl IntoView {
    let ctx = context();
    let is_refused = matches!(&ctx.returned, Some(Returned { error: Some(AppError::TooMany(_)), .. }));
    let today = ctx.today.filter(|today| today.is_nearly_spent() && !is_refused)?;
    let posts = today.posts_left().map(|left| view! { <p>{t!("notice-day-posts", count = left)}</p> });
    let bytes = today.bytes_left().map(|left| view! { <p>{t!("notice-day-bytes", size = left >> 10)}</p> });
    Some(view! {
        <div class="notice" role="status">
            {posts} {bytes}
            <p>{rich!("notice-day-ends", when = view! { <Moment at=today.ends/> })}</p>
        </div>
    })
}
