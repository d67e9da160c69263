//! What came of the last form, at the top of the page.

use leptos::prelude::*;

use crate::{context::context, error::AppError, words::t};

/// The refusal of a form that came back, with a link to the field it is about; nothing on a fresh page.
#[component]
pub fn Notice() -> impl IntoView {
    let returned = context().returned.clone()?;
    let error = returned.error?;
    let field = error.on_field();
    let lead = t(match &error {
        AppError::SignIn => "notice-kept",
        AppError::Internal => "notice-internal",
        _ => "notice-refused",
    });
    Some(view! {
        <div class="notice" role="alert" id="notice" tabindex="-1">
            <h2>{lead}</h2>
            {match field {
                Some(field) => view! { <ul><li><a href=format!("#{field}")>{error.sentence()}</a></li></ul> }.into_any(),
                None => view! { <p>{error.sentence()}</p> }.into_any(),
            }}
        </div>
    })
}
