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
    let address = context().address();
    view! {
        <PostForm action=href::post::follow() class="row">
            <input type="hidden" name="subject" value=subject.to_string()/>
            <input type="hidden" name="wanted" value=if followed { "no" } else { "yes" }/>
            <input type="hidden" name="back" value=address/>
            <button class="act">{t(words)}</button>
        </PostForm>
    }
    .into_any()
}
