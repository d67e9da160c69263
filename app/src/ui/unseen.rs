//! Characters that change how a text reads without being seen, each in a small box with its name.

use std::ops::Range;

use domain::unseen::{Kind, code, shown};
use leptos::prelude::*;

use crate::t;

/// Words, in which every such character stands in its box, and every word of look-alikes is marked. No character is lost or added.
pub fn words(text: &str) -> AnyView {
    let found = shown(text);
    if found.is_empty() {
        return text.to_owned().into_any();
    }
    let (mut views, mut at) = (Vec::new(), 0);
    for one in found.iter().filter(|one| one.kind != Kind::LookAlike || alone(&one.place, &found)) {
        let Some(before) = text.get(at..one.place.start) else { continue };
        views.push(before.to_owned().into_any());
        let said = text.get(one.place.clone()).unwrap_or_default().to_owned();
        let (code, word) = (code(one.character), one.kind == Kind::LookAlike);
        let name = if word {
            t!("unseen-word", word = said.as_str(), code = code.as_str())
        } else {
            t!("unseen-sign", kind = kind(one.kind), code = code.as_str())
        };
        let (class, role) = if word { ("unseen word", "group") } else { ("unseen", "img") };
        let code = (!word).then_some(code);
        views.push(
            view! { <span class=class role=role title=name.clone() aria-label=name data-code=code>{said}</span> }
                .into_any(),
        );
        at = one.place.end;
    }
    views.push(text.get(at..).unwrap_or_default().to_owned().into_any());
    views.into_any()
}

/// Whether no single character in a word has a box of its own.
fn alone(word: &Range<usize>, found: &[domain::unseen::Unseen]) -> bool {
    found.iter().all(|one| one.kind == Kind::LookAlike || !word.contains(&one.place.start))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Override | Kind::Unbalanced | Kind::Reorders | Kind::Embedding => "embedding",
        Kind::Invisible | Kind::Tag | Kind::PrivateUse | Kind::Control | Kind::LookAlike => "other",
    }
}
