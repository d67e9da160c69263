//! `/accessibility`: what the site does for everyone to be able to use it, and whom to tell when it does not.

use leptos::prelude::*;

use super::text_page;

/// Shows the page, whose words all come from the catalogue.
pub fn view((): ()) -> impl IntoView {
    text_page("accessibility-title", &["accessibility-aim", "accessibility-text", "accessibility-trouble"])
}
