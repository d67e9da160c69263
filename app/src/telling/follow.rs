//! The button by which something is followed.

use entity::follow::Subject;
use leptos::prelude::*;

use crate::{context::context, href, ui::PostForm, words::t};

/// A button to follow something, or to stop. Whoever is not signed in is asked to do so first.
#[component]
pub fn Follow(
    subject: Subject,
    /// Whether the reader follows it.
    followed: bool,
) -> impl IntoView {
    let is_clause = matches!(subject, Subject::Clause(..));
    let words = match (is_clause, followed) {
        (true, true) => "follow-clause-stop",
        (true, false) => "follow-clause",
        (false, true) => "follow-stop",
        (false, false) => "follow-follow",
    };
    let ctx = context();
    let address = ctx.address();
    if ctx.reader.is_none() {
        return view! { <p class="row"><a class="act" href=href::sign_in(&address)>{t(words)}</a></p> }
            .into_any();
    }
    // What is followed and the button lead back to each other, so that who pressed it stays where they were.
    let id = format!(
        "follow-{}",
        subject.to_string().replace(|letter: char| !letter.is_ascii_alphanumeric(), "-")
    );
    view! {
        <PostForm action=href::post::follow() class="row">
            <input type="hidden" name="subject" value=subject.to_string()/>
            <input type="hidden" name="wanted" value=if followed { "no" } else { "yes" }/>
            <input type="hidden" name="back" value=format!("{address}#{id}")/>
            <button class="act" id=id>{t(words)}</button>
        </PostForm>
    }
    .into_any()
}
