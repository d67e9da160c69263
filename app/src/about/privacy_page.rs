//! `/privacy`: what is kept of people, for how long, and who sees it.

use leptos::prelude::*;

use super::text_page;

/// Shows the page, whose words all come from the catalogue.
pub fn view((): ()) -> impl IntoView {
    text_page("privacy-title", &["privacy-public", "privacy-kept", "privacy-retention", "privacy-rights"])
}
