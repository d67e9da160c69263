//! Who speaks: the person, and whom they spoke for at the time.

use entity::{account, reading::Speakers};
use leptos::prelude::*;

use super::Mark;
use crate::{href, rich, t, words::t};

/// The name of a person, as pages say it.
fn person(name: String) -> String {
    if name == account::WITHDRAWN { t("own-withdrawn") } else { name }
}

/// A person with whom they spoke for, and its class; or that they spoke for themselves. A mandate that a forum granted for itself is said to
/// be one, as the stakeholder may not know of it.
pub fn by(speakers: &Speakers, account: i64, stakeholder: Option<i64>, mandate: Option<i64>) -> AnyView {
    let name = view! { <b><bdi>{person(speakers.name(account))}</bdi></b> };
    let Some(stakeholder) = speakers.stakeholder(stakeholder) else {
        return view! { <p class="by">{rich!("conversation-by-person", name = name)}</p> }.into_any();
    };
    let class = stakeholder.class.0;
    let link =
        view! { <a href=href::stakeholder(&stakeholder.slug)><bdi>{stakeholder.name.clone()}</bdi></a> };
    let words = t(&format!("class-{}", class.key()));
    view! {
        <p class="by">
            <Mark class/>
            {rich!("conversation-by", name = name, stakeholder = link, class = words)}
            {granted(speakers, mandate)}
        </p>
    }
    .into_any()
}

/// That a forum granted the mandate somebody spoke by, for itself only; nothing when the stakeholder did.
pub fn granted(speakers: &Speakers, mandate: Option<i64>) -> Option<AnyView> {
    let forum = speakers.granted_by(mandate)?.name.clone();
    Some(
        view! { <span class="granted">{t!("conversation-granted-by-forum", forum = forum)}</span> }
            .into_any(),
    )
}
