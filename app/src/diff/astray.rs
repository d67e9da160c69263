//! References that mean another clause once the clauses are renumbered.

use domain::{
    diff::Astray,
    text::{LineRange, Text},
};
use leptos::prelude::*;

use super::{Pair, in_words};
use crate::t;

/// A list of them, each with its line and what it meant and means; nothing where there is none.
pub fn astray(found: &[Astray], pair: &Pair, old: &Text, new: &Text) -> Option<AnyView> {
    if found.is_empty() {
        return None;
    }
    let items = found.iter().map(|one| {
        let (line, was, now) = one.told(old, new);
        let told = match one.now {
            Some(_) => t!("diff-astray-other", words = one.words.as_str(), was = was, now = now),
            None => t!("diff-astray-none", words = one.words.as_str(), was = was),
        };
        let place = LineRange::spanning(line, line);
        view! { <li><a href=pair.line(line)>{in_words(place)}</a>" "{told}</li> }
    });
    let items: Vec<_> = items.collect();
    Some(
        view! {
            <div class="notice" id="references">
                <p>{t!("diff-astray", count = found.len())}</p>
                <ul>{items}</ul>
            </div>
        }
        .into_any(),
    )
}
