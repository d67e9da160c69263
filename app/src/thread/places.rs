//! Where a thread stands in each version since it was made.

use domain::{anchor::Placement, permission::Action};
use entity::placement;
use leptos::prelude::*;

use super::{Conversation, Discussion, Repair, place::lines_link};
use crate::{
    context::context,
    href, rich, t,
    words::{number, say, t},
};

/// The places of a thread from the version it was made on to the newest, with the reason for each, and the form that corrects the last.
pub fn section(discussion: &Discussion, one: &Conversation, places: &[placement::Model]) -> Option<AnyView> {
    let anchor = one.thread.anchor.as_ref()?;
    let reference = discussion.head.reference();
    let made = one.made_on();
    let later = places.iter().filter(|place| place.version > one.thread.version);
    let later: Vec<_> = later.map(|place| in_version(discussion, one, place)).collect();
    let made_on = lines_link(reference, made, anchor.lines);
    Some(
        view! {
            <section class="sect" aria-labelledby="places-h">
                <h2 class="label" id="places-h">{t("conversation-places")}</h2>
                <div class="stack">
                    <ul class="since">
                        <li><span class="quiet">{number(made)}</span><span>{rich!("conversation-made-on", lines = made_on)}</span></li>
                        {later}
                    </ul>
                    {repair(discussion, one)}
                </div>
            </section>
        }
        .into_any(),
    )
}

fn in_version(discussion: &Discussion, one: &Conversation, row: &placement::Model) -> AnyView {
    let place: &Placement = &row.placement.0;
    let version = row.version.number().unsigned_abs();
    let reference = discussion.head.reference();
    let lines = match (place.lines, &place.last_heading) {
        (Some(lines), _) => lines_link(reference, version, lines),
        (None, Some(heading)) => t!("conversation-was-under", heading = heading.as_str()).into_any(),
        (None, None) => t("conversation-was-there").into_any(),
    };
    let newest = row.version == discussion.head.draft.newest();
    let change = newest.then(|| discussion.change(one)).flatten().map(|change| {
        let page = href::hunk(reference, change.from, change.to, &change.hunk);
        view! { " "<a href=page>{t("conversation-see-change")}</a> }
    });
    let why = match row.repaired_by {
        Some(by) => t!("conversation-repaired", name = discussion.speakers.name(by)),
        None => say(&place.reason),
    };
    let doubt = if newest { super::place::doubt(place) } else { None };
    let why = doubt.unwrap_or_else(|| view! { <span class="quiet">" "{why}</span> }.into_any());
    view! { <li><span class="quiet">{number(version)}</span><div>{lines}{why}{change}</div></li> }.into_any()
}

fn repair(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let ctx = context();
    let own = one.is_of(ctx.reader.as_ref().map(|reader| reader.account.id));
    let may = one.place.is_some() && discussion.head.may(Action::RepairPlacement { own });
    let doubtful = one.placement().and_then(super::place::doubt).is_some();
    may.then(|| {
        let (reference, latest) = (discussion.head.reference().to_owned(), discussion.head.latest());
        let candidates = discussion.candidates(one);
        view! {
            <details open=doubtful || ctx.refusal("lines").is_some()>
                <summary class="link">{t("conversation-repair-open")}</summary>
                <Repair reference number=one.number() latest candidates/>
            </details>
        }
        .into_any()
    })
}
