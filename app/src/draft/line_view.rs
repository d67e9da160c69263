//! The words of one line, with their formatting and the words that threads are about.

use std::ops::Range;

use domain::text::{Line, Look};
use leptos::prelude::*;

use crate::ui::unseen;

/// Some characters of a line (counted in its clause) with their formatting; those in `marks` (in order, apart from each other) are
/// underlined.
pub fn words(line: &Line, within: Range<u32>, marks: &[Range<u32>]) -> AnyView {
    let plain = line.runs().iter().all(|run| run.look == Look::default());
    let touched = marks.iter().any(|mark| mark.start < within.end && within.start < mark.end);
    if plain && !touched {
        return unseen::words(line.slice(&within));
    }
    let mut shown = Vec::new();
    let mut at = within.start;
    for mark in marks {
        let (start, end) = (mark.start.max(at), mark.end.min(within.end));
        if start < end {
            shown.push(runs(line, at..start));
            shown.push(view! { <span class="on">{runs(line, start..end)}</span> }.into_any());
            at = end;
        }
    }
    shown.push(runs(line, at..within.end));
    shown.into_any()
}

/// The pieces of formatting that a stretch of a line is made of.
fn runs(line: &Line, within: Range<u32>) -> AnyView {
    let runs = line.runs();
    let pieces = runs.iter().filter_map(|run| {
        let part = run.chars.start.max(within.start)..run.chars.end.min(within.end);
        (part.start < part.end).then(|| dressed(line.slice(&part).to_owned(), &run.look))
    });
    pieces.collect::<Vec<_>>().into_any()
}

/// Words in their formatting.
fn dressed(text: String, look: &Look) -> AnyView {
    let mut shown = match &look.footnote {
        Some(label) => {
            let note = format!("#{}", note_id(label));
            return view! { <sup><a href=note role="doc-noteref">{label.clone()}</a></sup> }.into_any();
        }
        None => unseen::words(&text),
    };
    if look.code {
        shown = view! { <code>{shown}</code> }.into_any();
    }
    if look.emphasis {
        shown = view! { <em>{shown}</em> }.into_any();
    }
    if look.strong {
        shown = view! { <strong>{shown}</strong> }.into_any();
    }
    if look.strike {
        shown = view! { <s>{shown}</s> }.into_any();
    }
    match look.href.as_deref().filter(|href| is_safe(href)) {
        Some(href) => view! { <a href=href.to_owned() rel="noopener">{shown}</a> }.into_any(),
        None => shown,
    }
}

/// The id of a footnote on the page.
pub fn note_id(label: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    format!("fn-{}", label.to_lowercase().chars().map(plain).collect::<String>())
}

/// A link that only leads somewhere: other schemes could run code or leak what is read.
fn is_safe(href: &str) -> bool {
    let scheme = href.split(':').next().unwrap_or_default().to_ascii_lowercase();
    href.contains(':') && ["http", "https", "mailto"].contains(&scheme.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_that_lead_somewhere_are_links() {
        for safe in ["https://example.org", "HTTP://example.org/a:b", "mailto:ada@example.org"] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_ in
            ["javascript:alert(1)", "data:text/html,x", "//example.org", "/settings", "vbscript:x", ""]
        {
            assert!(!is_safe(unsafe_), "{unsafe_}");
        }
    }
}
