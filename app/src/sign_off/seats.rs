//! The seats one by one: position, on what, when and by whom.

use domain::{carry, permission::Action, position::PositionKind};
use leptos::prelude::*;

use super::{Seat, SeatStanding, carried, sign_offs_page::SignOffs, since};
use crate::{
    href, t,
    ui::Icon,
    words::{number, t},
};

/// Every seat with its position.
pub fn seats(page: &SignOffs) -> AnyView {
    let count = u32::try_from(page.seats.len()).unwrap_or(u32::MAX);
    let note = match page.head.latest() {
        _ if page.seats.is_empty() => t("sign-off-no-seats"),
        1 => t("sign-off-seats-first"),
        _ => t("sign-off-seats-later"),
    };
    let manage = (page.seats.is_empty() && page.head.may(Action::ManageForum)).then(|| {
        view! { <p><a href=href::forum(&page.head.forum.slug)>{t("sign-off-give-seats")}</a></p> }
    });
    let rows = page.seats.iter().map(|seat| line(page, seat)).collect_view();
    let columns = ["sign-off-column-seat", "sign-off-column-position", "sign-off-column-what"];
    let columns = columns.map(|id| view! { <th scope="col" role="columnheader" class="label">{t(id)}</th> });
    let table = (!page.seats.is_empty()).then(|| {
        view! {
            <table class="rows seats" role="table" aria-labelledby="seats-h">
                <thead role="rowgroup"><tr role="row">{columns.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
    });
    view! {
        <section aria-labelledby="seats-h">
            <div class="sect">
                <h2 id="seats-h">{t!("sign-off-seats", seats = count)}</h2>
                <div class="quiet"><p>{note}</p>{manage}</div>
            </div>
            {table}
        </section>
    }
    .into_any()
}

fn line(page: &SignOffs, seat: &Seat) -> AnyView {
    let name = seat.stakeholder.name.clone();
    view! {
        <tr role="row" id=row(seat) tabindex="-1">
            <th scope="row" role="rowheader">
                <a href=href::stakeholder(&seat.stakeholder.slug)><bdi>{name}</bdi></a>
            </th>
            <td role="cell">{position(page, seat)}</td>
            <td role="cell">{carried::what(page, seat)}{changed(page, seat)}{earlier(seat)}</td>
        </tr>
    }
    .into_any()
}

/// The id of the row of a seat on the page.
pub fn row(seat: &Seat) -> String {
    format!("s-{}", seat.stakeholder.slug)
}

/// The class and the sign of a position.
pub const fn sign(kind: PositionKind) -> (&'static str, &'static str) {
    match kind {
        PositionKind::Endorse => ("pos", "endorse"),
        PositionKind::NoObjection => ("pos", "noobj"),
        PositionKind::EndorseWithReservation => ("pos", "reserve"),
        PositionKind::Object => ("pos against", "object"),
        PositionKind::Abstain => ("pos open", "abstain"),
        PositionKind::Recuse => ("pos open", "recuse"),
    }
}

/// The position in a word with its sign.
pub fn position(page: &SignOffs, seat: &Seat) -> AnyView {
    let Some(carried) = &seat.carried else {
        let none = if page.is_over() { "position-none-over" } else { "position-none-said" };
        return view! { <p class="pos open"><Icon name="none"/>{t(none)}</p> }.into_any();
    };
    let position = &carried.sign_off.position.0;
    if seat.standing() == SeatStanding::ToRenew {
        let version = carried.sign_off.version.number().unsigned_abs();
        let was = t!(&format!("sign-off-was-{}", position.key()), version = version);
        return view! { <p class="pos stale"><Icon name="stale"/>{was}</p> }.into_any();
    }
    let (class, icon) = sign(position.kind());
    let said = t(&format!("position-{}-said", position.key()));
    view! { <p class=class><Icon name=icon/>{said}</p> }.into_any()
}

/// The words that changed since, where the holder is asked about them.
fn changed(page: &SignOffs, seat: &Seat) -> Option<AnyView> {
    let since = seat.since.as_ref().filter(|since| !since.rows.is_empty())?;
    let asked = seat.carry() == Some(carry::Carried::AskedIfResolved);
    let lead = asked.then(|| view! { <p class="quiet">{t("sign-off-objected-words-now")}</p> });
    Some(view! { {lead}{since::view(&page.head, since)} }.into_any())
}

/// What the seat said before; nothing it ever said is lost.
fn earlier(seat: &Seat) -> Option<AnyView> {
    if seat.earlier.is_empty() {
        return None;
    }
    let count = u32::try_from(seat.earlier.len()).unwrap_or(u32::MAX);
    let list = seat.earlier.iter().rev().map(|one| {
        let said = t(&format!("position-{}-said", one.position.key()));
        let version = number(one.version.number().unsigned_abs());
        let day = view! { <crate::ui::Day at=one.signed_at/> };
        view! { <li>{crate::rich!("sign-off-earlier-one", position = said, version = version, day = day)}</li> }
    });
    let list = list.collect_view();
    Some(
        view! {
            <details class="small">
                <summary class="link">{t!("sign-off-earlier", count = count)}</summary>
                <ul>{list}</ul>
            </details>
        }
        .into_any(),
    )
}
