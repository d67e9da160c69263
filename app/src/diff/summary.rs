//! What changed, as a sentence.

use domain::diff::Summary;
use leptos::prelude::*;

use crate::{t, words::t};

/// "Version 3 rewords four clauses and moves two. **28 words changed**, 12 of them in substance."
pub fn summary(subject: String, counts: &Summary) -> AnyView {
    let kinds = [
        ("added", counts.added),
        ("removed", counts.removed),
        ("reworded", counts.reworded),
        ("moved", counts.moved),
        ("split", counts.split),
        ("merged", counts.merged),
    ];
    let mut parts: Vec<String> = kinds
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| t!("diff-summary-part", kind = kind, count = count))
        .collect();
    let (words, substance) = (counts.weight.words(), counts.weight.substance);
    if parts.is_empty() && words == 0 {
        let id = if counts.typographic > 0 { "diff-summary-typographic" } else { "diff-summary-nothing" };
        return t!(id, subject = subject).into_any();
    }
    let last = parts.pop().unwrap_or_default();
    let what = match parts.is_empty() {
        true => last,
        false => t!("diff-summary-list", first = parts.join(&t("diff-summary-comma")), last = last),
    };
    let sentence = t!("diff-summary", subject = subject, what = what);
    let counted = (words > 0).then(|| {
        let rest = t!("diff-summary-substance", words = words, substance = substance);
        view! { " "<strong>{t!("diff-summary-words", words = words)}</strong>{rest} }
    });
    view! { {sentence}{counted} }.into_any()
}
