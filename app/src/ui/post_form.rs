//! A form that is posted.

use leptos::prelude::*;

use crate::{context::context, href::Href};

/// A form that works without JavaScript: it says which page it stands on, so that a refusal comes back there, and carries a
/// token that makes posting it twice do one thing.
#[component]
pub fn PostForm(
    /// Where it is posted to, from `href::post`.
    action: Href,
    #[prop(optional, into)] class: Option<String>,
    #[prop(optional, into)] id: Option<String>,
    /// The name of the form for those who hear it: the id of its heading.
    #[prop(optional, into)]
    labelled_by: Option<String>,
    /// Whether it has a field for a file.
    #[prop(optional)]
    files: bool,
    children: Children,
) -> impl IntoView {
    let ctx = context();
    let once =
        ctx.reader.is_some().then(|| view! { <input type="hidden" name="once" value=ctx.once.clone()/> });
    view! {
        <form
            method="post"
            action=action
            class=class
            id=id
            aria-labelledby=labelled_by
            enctype=files.then_some("multipart/form-data")
        >
            <input type="hidden" name="page" value=ctx.address()/>
            {once}
            {children()}
        </form>
    }
    .into_any()
}
