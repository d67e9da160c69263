//! What a comment will look like, for the island of whoever writes it.

use leptos::prelude::*;

/// Turns Markdown into the HTML it will be shown as. Without JavaScript the button of the form does the same by showing the page again.
#[server(prefix = "/do", endpoint = "preview")]
pub async fn preview(text: String) -> Result<String, ServerFnError> {
    /// More than a comment may have, so that one that is a little too long is still shown.
    const LONGEST: usize = domain::typed::CommentBody::LIMIT + 4096;
    if text.len() > LONGEST {
        return Err(ServerFnError::ServerError(crate::words::t("error-too-large-why")));
    }
    let html = crate::ui::markdown::to_html(&text);
    Ok(crate::ui::unseen_html::marked(&html, crate::context::context().locale).into_owned())
}
