//! An answer as a sign and words.

use domain::disposition::Disposition;
use leptos::prelude::*;

use crate::{t, ui::Icon, words::t};

/// The disposition of a thread; that there is no answer yet, without one.
#[component]
pub fn Verdict(disposition: Option<Disposition>) -> impl IntoView {
    let (icon, class) = match disposition {
        None => ("none", "pos open"),
        Some(Disposition::Accepted) => ("endorse", "pos"),
        Some(Disposition::AcceptedInPart) => ("reserve", "pos"),
        Some(Disposition::Noted) => ("noobj", "pos"),
        Some(Disposition::Rejected) => ("object", "pos against"),
        Some(Disposition::OutOfScope) => ("recuse", "pos"),
        Some(Disposition::DuplicateOf { .. }) => ("abstain", "pos"),
        Some(Disposition::Deferred) => ("stale", "pos"),
    };
    view! { <p class=class><Icon name=icon/>{said(disposition)}</p> }.into_any()
}

/// A disposition in words.
pub fn said(disposition: Option<Disposition>) -> String {
    match disposition {
        None => t("disposition-none"),
        Some(Disposition::DuplicateOf { thread }) => t!("disposition-duplicate-of-thread", thread = thread),
        Some(other) => t(&format!("disposition-{}", other.key())),
    }
}
