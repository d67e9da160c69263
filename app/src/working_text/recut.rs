//! Joining and splitting the lines of a text before it is published.

use domain::text::Text;
use leptos::prelude::*;

use crate::{t, words::t};

/// The line that was chosen by its number.
pub const CHOSEN: &str = "cut";

/// What can be done with a line, as buttons of the form of the text: joined to the one before, or split before any of its words.
pub fn choices(text: &Text, line: u32) -> AnyView {
    let join = text.join(line).map(|place| {
        view! { <p><button class="button second" name="join" value=place>{t("working-text-join")}</button></p> }
    });
    let splits: Vec<_> = text
        .splits(line)
        .into_iter()
        .map(|(place, rest)| {
            let word = rest.split_whitespace().next().unwrap_or_default().to_owned();
            let label = t!("working-text-split-before", words = first_words(rest));
            view! { <button class="link" name="split" value=place aria-label=label dir="auto">{word}</button>" " }
        })
        .collect();
    let told = if splits.is_empty() { None } else { Some(t("working-text-split")) };
    let nothing = (join.is_none() && splits.is_empty()).then(|| view! { <p>{t("working-text-uncut")}</p> });
    view! { <div class="stack">{join}<p>{told}" "{splits}</p>{nothing}</div> }.into_any()
}

/// Some words, enough to tell where they stand.
fn first_words(rest: &str) -> String {
    rest.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}
