//! What some lines say, for the island of whoever writes about them.

use leptos::prelude::*;

/// The words of some lines of a version; nothing when there are no such lines, or no such draft for this reader.
#[server(prefix = "/do", endpoint = "words")]
pub async fn words(
    reference: String,
    version: i32,
    first: u32,
    last: u32,
) -> Result<Option<String>, ServerFnError> {
    let at = crate::context::context();
    Ok(super::actions::words_of(&at, &reference, version, (first, last)).await.ok())
}
