//! What a seat's position rests on: version, day, person, its words, and what the newest version makes of it.

use domain::{
    carry::{self, WITHDRAWAL},
    gist,
    position::{Objection, Position},
    text::ClauseId,
};
use entity::{
    reading::{positions::Carried, seats::Signer},
    sign_off,
};
use leptos::prelude::*;

use super::{Seat, sign_offs_page::SignOffs};
use crate::{
    context::context,
    href, rich, t,
    ui::{Day, Moment},
    words::{number, t},
};

/// How much of a clause is shown that an objection is about.
const CLAUSE: usize = 70;

/// What the position of a seat rests on, and what the newest version makes of it.
pub fn what(page: &SignOffs, seat: &Seat) -> AnyView {
    let Some(carried) = &seat.carried else {
        let none = if page.is_over() { "sign-off-none-ever" } else { "sign-off-none-yet" };
        return view! { <p class="quiet">{t(none)}</p> }.into_any();
    };
    let sign_off = &carried.sign_off;
    let own_words = match &sign_off.position.0 {
        Position::Object(objection) => Some(terms(page, sign_off, objection)),
        Position::EndorseWithReservation { text } => Some(reservation(page, text.as_str())),
        Position::Recuse { reason } => {
            let name = seat.stakeholder.name.clone();
            let counted = rich!("sign-off-not-counted", seat = view! { <bdi>{name}</bdi> });
            Some(view! { <p><span dir="auto">{reason.as_str().to_owned()}</span>" "{counted}</p> }.into_any())
        }
        Position::Endorse | Position::NoObjection | Position::Abstain => None,
    };
    view! { {signed(page, seat, carried)}{own_words}{state(page, carried)} }.into_any()
}

/// On which version, when and by whom; for words that changed since, that first.
fn signed(page: &SignOffs, seat: &Seat, carried: &Carried) -> AnyView {
    let sign_off = &carried.sign_off;
    let version = sign_off.version.number().unsigned_abs();
    let asked = page.head.newest().ok().map(|newest| newest.published_at);
    let who = || signer(seat, sign_off);
    let day = || view! { <Day at=sign_off.signed_at/> };
    match (carried.standing.carried, asked) {
        (carry::Carried::AskedIfResolved, Some(asked)) => {
            let newest = number(page.head.latest());
            let asked = view! { <Day at=asked/> };
            let said = rich!(
                "sign-off-objects-since",
                version = number(version),
                day = day(),
                who = who(),
                asked = asked,
                newest = newest
            );
            view! { <p>{said}</p> }.into_any()
        }
        (carry::Carried::Stale | carry::Carried::ToConfirm | carry::Carried::AskedAgain, Some(asked)) => {
            let words = seat.since.as_ref().map_or(0, |since| since.words);
            let lead = t!("sign-off-signed-since", version = version, words = words);
            let lead = view! { <strong>{lead}</strong> };
            let name = view! { <bdi>{seat.stakeholder.name.clone()}</bdi> };
            let said = rich!(
                "sign-off-stale",
                lead = lead,
                seat = name,
                who = who(),
                asked = view! { <Day at=asked/> }
            );
            view! { <p>{said}</p> }.into_any()
        }
        _ => {
            let said = rich!("sign-off-signed", version = number(version), day = day(), who = who());
            view! { <p>{said}</p> }.into_any()
        }
    }
}

/// Who signed, and at which tier: "Lena Ortmann, minister"; and that it was by a mandate of the forum, where it was.
fn signed_by(signer: &Signer) -> String {
    let name = signer.name.as_str();
    let Some(tier) = signer.tier else { return name.to_owned() };
    let tier = t(&format!("sign-off-tier-{}", tier.key()));
    match &signer.forum {
        Some(forum) => t!("sign-off-who-by-forum", name = name, tier = tier, forum = forum.as_str()),
        None => t!("sign-off-who", name = name, tier = tier),
    }
}

/// The delegate, or the secretariat with the evidence it has.
fn signer(seat: &Seat, sign_off: &sign_off::Model) -> AnyView {
    match &sign_off.evidence {
        None => seat.signer.as_ref().map(signed_by).into_any(),
        Some(evidence) => {
            let name = view! { <bdi>{seat.stakeholder.name.clone()}</bdi> };
            let evidence = view! { <q dir="auto">{evidence.trim_end_matches('.').to_owned()}</q> };
            rich!("sign-off-recorded", seat = name, evidence = evidence)
        }
    }
}

/// What the newest version makes of a position that was given on an earlier one and still counts.
fn state(page: &SignOffs, carried: &Carried) -> Option<AnyView> {
    if carried.sign_off.version == page.head.draft.newest() {
        return None;
    }
    match carried.standing.carried {
        // A recusal stands whatever the words; of the others a substantive change would have said more.
        carry::Carried::Carried if carried.standing.worst == carry::ChangeClass::Substantive => None,
        carry::Carried::Carried => Some(view! { <p class="small quiet">{t("carry-carried")}</p> }.into_any()),
        carry::Carried::Told => {
            let until = page.head.newest().ok()?.published_at + WITHDRAWAL;
            let ends = (context().now < until).then(|| {
                view! { " "{rich!("sign-off-withdraw-until", day = view! { <Moment at=until/> })} }
            });
            Some(view! { <p class="small quiet">{t("carry-told")}{ends}</p> }.into_any())
        }
        carry::Carried::AskedIfResolved
        | carry::Carried::Stale
        | carry::Carried::ToConfirm
        | carry::Carried::AskedAgain
        | carry::Carried::Void => None,
    }
}

fn reservation(page: &SignOffs, text: &str) -> AnyView {
    let published = match page.is_over() {
        true => "sign-off-reservation-is-published",
        false => "sign-off-reservation-published",
    };
    let paragraphs = text.split("\n\n").map(|one| view! { <p>{one.to_owned()}</p> }).collect_view();
    view! {
        <blockquote class="words" dir="auto">{paragraphs}</blockquote>
        <p class="small quiet">{t(published)}</p>
    }
    .into_any()
}

/// An objection in its three parts.
fn terms(page: &SignOffs, sign_off: &sign_off::Model, objection: &Objection) -> AnyView {
    let clauses = objection.clauses().iter().map(|id| clause(page, sign_off, *id)).collect_view();
    view! {
        <dl class="terms">
            <dt>{t("sign-off-terms-to")}</dt>
            <dd><ul>{clauses}</ul></dd>
            <dt>{t("sign-off-terms-because")}</dt>
            <dd dir="auto">{objection.reason().as_str().to_owned()}</dd>
            <dt>{t("sign-off-terms-lifted-by")}</dt>
            <dd dir="auto">{objection.lifted_by().as_str().to_owned()}</dd>
        </dl>
    }
    .into_any()
}

/// A clause by its line and first words: in the newest version, or in the one that was signed when it is gone.
fn clause(page: &SignOffs, sign_off: &sign_off::Model, id: ClauseId) -> AnyView {
    let reference = page.head.reference();
    let newest = page.head.newest().ok().zip(page.text.as_ref());
    let now = newest.and_then(|(version, text)| text.clause(version.position_of(id)?));
    if let Some(clause) = now {
        let (first, last) = (clause.lines.first(), clause.lines.last());
        let to = href::lines(reference, page.head.latest(), first, last);
        let words = gist(&clause.text, CLAUSE);
        let line = t!("sign-off-line-number", line = first);
        return view! { <li><a href=to>{line}</a>": "<span dir="auto">{words}</span></li> }.into_any();
    }
    let version = sign_off.version.number().unsigned_abs();
    let to = href::version(reference, version);
    view! { <li>{rich!("sign-off-clause-gone", version = view! { <a href=to>{number(version)}</a> })}</li> }
        .into_any()
}
