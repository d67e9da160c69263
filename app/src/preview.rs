//! What a comment will look like, for the island of whoever writes it.

use leptos::prelude::*;

/// Turns Markdown into the HTML it will be shown as. Without JavaScript the button of the form does the same by showing the page again.
#[server(prefix = "/do", endpoint = "preview")]
pub async fn preview(text: String) -> Result<String, ServerFnError> {
    Ok(crate::ui::markdown::to_html(&text))
}
