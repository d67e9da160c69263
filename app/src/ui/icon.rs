//! The signs that stand beside words.

use leptos::prelude::*;

use crate::context::context;

/// A sign from the sprite, by its name (`tick`, `endorse`, `object`, …). It only helps: the words beside it say the same.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    let sprite = (context().asset)("icons.svg");
    view! { <svg class="i" aria-hidden="true"><use href=format!("{sprite}#i-{name}")></use></svg> }
}
