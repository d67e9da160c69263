//! The form by which a delegate signs exact words, or the secretariat records a position for a seat.

use domain::{
    gist,
    position::{Position, PositionKind},
    text::{ClauseKind, Text},
};
use leptos::prelude::*;

use super::sign_offs_page::{Asking, SignOffs};
use crate::{
    context::context,
    href, rich, t,
    ui::{Area, Pick, PostForm},
    words::{number, t},
};

/// How much of a clause is shown beside its box.
const CLAUSE: usize = 90;

/// The form for a position; none for a reader who may give none.
pub fn form(page: &SignOffs) -> Option<AnyView> {
    let asking = page.asking.as_ref()?;
    let (text, newest) = (page.text.as_ref()?, page.head.newest().ok()?);
    let only = match asking.seats.as_slice() {
        [(_, name)] => Some(name.clone()),
        _ => None,
    };
    let heading = match (&only, asking.on_behalf) {
        (_, true) => t("sign-off-form-behalf"),
        (Some(name), false) => t!("sign-off-form-seat", seat = name.as_str()),
        (None, false) => t("sign-off-form"),
    };
    let digest = view! { <code class="digest">{newest.digest.to_string()}</code> };
    let words = href::version(page.head.reference(), page.head.latest());
    let version = view! { <a href=words>{number(page.head.latest())}</a> };
    let exact = rich!("sign-off-exact-words", version = version, digest = digest);
    let send = if asking.on_behalf { "sign-off-send-behalf" } else { "sign-off-send" };
    let behalf = asking.on_behalf.then(|| {
        view! {
            <input type="hidden" name="behalf" value="yes"/>
            <Area name="evidence" label=t("sign-off-evidence") hint=t("sign-off-evidence-hint") rows=3/>
        }
    });
    let held = held(page, asking);
    let (number, seat, lifting) = (newest.number, seat(asking), lifting(asking));
    let positions = positions(page, asking, text);
    Some(
        view! {
            <section class="sect" aria-labelledby="sign">
                <h2 id="sign">{heading}</h2>
                {held}
                <PostForm action=href::post::sign_off(page.head.reference()) class="form" labelled_by="sign">
                    <input type="hidden" name="version" value=number/>
                    {seat}
                    {lifting}
                    {positions}
                    {behalf}
                    <p class="small quiet">{exact}</p>
                    <p class="row"><button class="button">{t(send)}</button></p>
                </PostForm>
            </section>
        }
        .into_any(),
    )
}

/// What the one seat said before, with the words that changed since, where it is asked for again.
fn held(page: &SignOffs, asking: &Asking) -> Option<AnyView> {
    let [(id, _)] = asking.seats.as_slice() else { return None };
    let seat = page.seats.iter().find(|seat| seat.stakeholder.id == *id && !asking.on_behalf)?;
    let since = seat.since.as_ref().filter(|since| !since.rows.is_empty());
    let since = since.map(|since| super::since::view(&page.head, since));
    seat.carried.as_ref()?;
    Some(view! { <div class="stack">{super::seats::position(page, seat)}{super::carried::what(page, seat)}{since}</div> }.into_any())
}

/// For whom: a list where there are several.
fn seat(asking: &Asking) -> AnyView {
    match asking.seats.as_slice() {
        [(id, _)] if !asking.on_behalf => {
            view! { <input type="hidden" name="stakeholder" value=*id/> }.into_any()
        }
        seats => {
            // Whose hand is lent for it is never a guess.
            let nobody = asking.on_behalf.then(|| (String::new(), t("sign-off-choose")));
            let seats = seats.iter().map(|(id, name)| (id.to_string(), name.clone()));
            let options = nobody.into_iter().chain(seats).collect();
            view! { <Pick name="stakeholder" label=t("sign-off-for") options/> }.into_any()
        }
    }
}

/// Tells the holder of an objection how it is lifted.
fn lifting(asking: &Asking) -> Option<AnyView> {
    matches!(asking.start, Some(Position::Object(_)))
        .then(|| view! { <p class="notice">{t("sign-off-lifting")}</p> }.into_any())
}

/// The positions, each with the fields that only it asks for. None is chosen beforehand: a signature is not a default.
fn positions(page: &SignOffs, asking: &Asking, text: &Text) -> AnyView {
    let ctx = context();
    let start = asking.start.as_ref();
    let choices = PositionKind::ALL.iter().map(|kind| {
        let key = kind.key();
        let hint = match kind {
            PositionKind::Object => Some(t("sign-off-hint-object")),
            PositionKind::EndorseWithReservation => Some(t("sign-off-hint-reservation")),
            PositionKind::Recuse => Some(t("sign-off-hint-recuse")),
            PositionKind::Endorse | PositionKind::NoObjection | PositionKind::Abstain => None,
        };
        let hint = hint.map(|hint| view! { " "<span class="hint">{hint}</span> });
        let then = match kind {
            PositionKind::Object => Some(objection(page, start, text)),
            PositionKind::EndorseWithReservation => Some(reservation(start)),
            PositionKind::Recuse => Some(recusal(start)),
            PositionKind::Endorse | PositionKind::NoObjection | PositionKind::Abstain => None,
        };
        let checked = ctx.chosen("position", key, false);
        let words = t(&format!("position-{key}"));
        view! {
            <label class="choice">
                <input type="radio" name="position" value=key checked=checked/>
                <span>{words}{hint}</span>
            </label>
            {then.map(|then| view! { <div class="then">{then}</div> })}
        }
    });
    view! {
        <fieldset class="field" id="position" tabindex="-1">
            <legend>{t("sign-off-position")}</legend>
            {complaint("position")}
            {choices.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn complaint(name: &'static str) -> Option<AnyView> {
    let sentence = context().refusal(name)?.sentence();
    Some(view! { <span class="refused" id=format!("{name}-e")>{sentence}</span> }.into_any())
}

fn reservation(start: Option<&Position>) -> AnyView {
    let value = match start {
        Some(Position::EndorseWithReservation { text }) => text.to_string(),
        _ => String::new(),
    };
    view! {
        <Area name="reservation" label=t("sign-off-reservation") hint=t("sign-off-reservation-published") value rows=4/>
    }
    .into_any()
}

fn recusal(start: Option<&Position>) -> AnyView {
    let value = match start {
        Some(Position::Recuse { reason }) => reason.to_string(),
        _ => String::new(),
    };
    view! { <Area name="recusal" label=t("sign-off-recusal") value rows=3/> }.into_any()
}

fn objection(page: &SignOffs, start: Option<&Position>, text: &Text) -> AnyView {
    let held = match start {
        Some(Position::Object(objection)) => Some(objection),
        _ => None,
    };
    let reason = held.map(|held| held.reason().to_string()).unwrap_or_default();
    let lifted_by = held.map(|held| held.lifted_by().to_string()).unwrap_or_default();
    let ctx = context();
    let ids = page.head.newest().map(|newest| newest.clause_ids()).unwrap_or_default();
    let mut any = false;
    let boxes: Vec<_> = ids
        .iter()
        .zip(text.clauses())
        .filter(|(_, clause)| !matches!(clause.kind, ClauseKind::FrontMatter | ClauseKind::Definition))
        .map(|(id, clause)| {
            let objected = held.is_some_and(|held| held.clauses().contains(id));
            let checked = ctx.chosen("clauses", &id.0.to_string(), objected);
            any |= checked;
            let line = t!("sign-off-line-number", line = clause.lines.first());
            let words = gist(&clause.text, CLAUSE);
            view! {
                <label class="choice">
                    <input type="checkbox" name="clauses" value=id.0 checked=checked/>
                    <span dir="auto">{words}" "<span class="hint">{line}</span></span>
                </label>
            }
        })
        .collect();
    let open = any || ctx.refusal("clauses").is_some();
    view! {
        <Area name="reason" label=t("sign-off-reason") value=reason rows=4/>
        <fieldset class="field" id="clauses" tabindex="-1">
            <legend>{t("sign-off-clauses")}</legend>
            {complaint("clauses")}
            <details open=open>
                <summary class="link">{t("sign-off-choose-clauses")}</summary>
                {boxes}
            </details>
        </fieldset>
        <Area name="lifted_by" label=t("sign-off-lifted-by") value=lifted_by rows=3/>
    }
    .into_any()
}
