//! A step that is asked for twice.

use leptos::prelude::*;

/// A grave step inside its form: its name folds open to what the step means and the button that takes it, so that no stray press does it.
#[component]
pub fn Sure(
    /// What the step is called.
    #[prop(into)]
    step: String,
    /// Whom it is about, for those who hear the page.
    #[prop(into)]
    whom: String,
    /// What it means, in a sentence.
    #[prop(into)]
    means: String,
) -> impl IntoView {
    let heard = view! { <span class="vh">": "{whom}</span> };
    view! {
        <details class="sure">
            <summary><span class="act grave">{step.clone()}{heard.clone()}</span></summary>
            <p>{means}</p>
            <p><button class="button second grave">{step}{heard}</button></p>
        </details>
    }
    .into_any()
}
