//! `/help`: how to read, comment and cite.

use leptos::prelude::*;

use super::text_page;

/// Shows the page, whose words all come from the catalogue.
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
