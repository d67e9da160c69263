//! What came of the last form, at the top of the page.

use leptos::prelude::*;

use crate::{context::context, error::AppError, words::t};

/// The refusal of a form that came back, with a link to each field it is about; nothing on a fresh page.
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
        <div class="notice" role="alert" id="notice" tabindex="-1">
            <h2>{lead}</h2>
            {match fields.is_empty() {
                false => view! { <ul>{fields}</ul> }.into_any(),
                true => view! { <p>{error.sentence()}</p> }.into_any(),
            }}
        </div>
    })
}
