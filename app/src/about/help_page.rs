//! `/help`: how to read, comment and cite.

use leptos::prelude::*;

use super::text_page;

pub fn view((): ()) -> impl IntoView {
    text_page(
        "help-title",
        &[
            "help-reading",
            "help-commenting",
            "help-following",
            "help-answers",
            "help-signing",
            "help-keyboard",
        ],
    )
}
