//! Characters that change how a text reads without being seen, each in a small box with its name.

use std::ops::Range;

use domain::{
    Message,
    unseen::{Kind, Unseen, code, shown},
};
use leptos::prelude::*;

use crate::{context::context, locale::Locale, words::say_in};

/// Words, in which every such character stands in its box, and every word of look-alikes is marked. No character is lost or added.
pub fn words(text: &str) -> AnyView {
    let found = shown(text);
    if found.is_empty() {
        return text.to_owned().into_any();
    }
    let (mut views, mut from) = (Vec::new(), 0);
    for Boxed { place, class, role, name, code } in boxes(text, &found, context().locale) {
        views.push(text.get(from..place.start).unwrap_or_default().to_owned().into_any());
        let said = text.get(place.clone()).unwrap_or_default().to_owned();
        views.push(
            view! { <span class=class role=role title=name.clone() aria-label=name data-code=code>{said}</span> }
                .into_any(),
        );
        from = place.end;
    }
    views.push(text.get(from..).unwrap_or_default().to_owned().into_any());
    views.into_any()
}

/// A box around a character or a word.
pub(super) struct Boxed {
    /// Bytes of the words.
    pub place: Range<usize>,
    pub class: &'static str,
    pub role: &'static str,
    /// What it is, for those who point at it or hear it.
    pub name: String,
    /// The code that is shown for a character; none for a word, which is seen itself.
    pub code: Option<String>,
}

/// The boxes for what was found in some words, in order and apart from each other.
pub(super) fn boxes(text: &str, found: &[Unseen], locale: Locale) -> Vec<Boxed> {
    let mut end = 0;
    let mut boxes = Vec::new();
    for one in found.iter().filter(|one| one.kind != Kind::LookAlike || alone(&one.place, found)) {
        if one.place.start < end {
            continue;
        }
        end = one.place.end;
        let code = code(one.character);
        let (class, role, said) = match one.kind {
            Kind::LookAlike => {
                let word = text.get(one.place.clone()).unwrap_or_default();
                ("unseen word", "group", Message::new("unseen-word").with("word", word))
            }
            kind => ("unseen", "img", Message::new("unseen-sign").with("kind", self::kind(kind))),
        };
        let name = say_in(locale, &said.with("code", code.as_str()));
        let code = (one.kind != Kind::LookAlike).then_some(code);
        boxes.push(Boxed { place: one.place.clone(), class, role, name, code });
    }
    boxes
}

/// Whether no single character in a word has a box of its own.
fn alone(word: &Range<usize>, found: &[Unseen]) -> bool {
    found.iter().all(|one| one.kind == Kind::LookAlike || !word.contains(&one.place.start))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Override | Kind::Unbalanced | Kind::Reorders | Kind::Embedding => "embedding",
        Kind::Invisible | Kind::Tag | Kind::PrivateUse | Kind::Control | Kind::LookAlike => "other",
    }
}
