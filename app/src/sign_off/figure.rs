//! The seats as a row of boxes, and the same as a table.

use leptos::prelude::*;

use super::{Seat, SeatStanding, sign_offs_page::SignOffs};
use crate::{
    context::context,
    words::{self, comma, number, t},
};

/// One box a seat: those in favour first, with a mark after as many as are needed.
pub fn figure(page: &SignOffs) -> Option<AnyView> {
    if page.seats.is_empty() {
        return None;
    }
    let mut seats: Vec<(SeatStanding, &Seat)> =
        page.seats.iter().map(|seat| (seat.standing(), seat)).collect();
    seats.sort_by_key(|(standing, _)| *standing);
    let (in_place, needed) = (page.head.tally.in_place, page.head.tally.needed);
    let boxes = seats.iter().zip(1_u32..).map(|((standing, seat), place)| {
        let last = place == needed;
        let above = match place {
            _ if last => Some(words::with("sign-off-needed", [("in-place", needed.into())])),
            1 if in_place > 0 => Some(words::with("sign-off-in-place", [("in-place", in_place.into())])),
            _ => None,
        };
        one(*standing, &seat.stakeholder.name, above, last)
    });
    let boxes: Vec<_> = boxes.collect();
    Some(
        view! {
            <figure class="figure">
                <ol aria-label=t("sign-off-figure")>{boxes}</ol>
                <figcaption class="small quiet">
                    <details>
                        <summary class="link">{t("sign-off-as-table")}</summary>
                        {table(page)}
                    </details>
                </figcaption>
            </figure>
        }
        .into_any(),
    )
}

fn one(standing: SeatStanding, name: &str, above: Option<String>, last: bool) -> AnyView {
    let (class, glyph, words) = match standing {
        SeatStanding::InFavour => ("for", Some("g-tick"), "sign-off-box-for"),
        SeatStanding::ToRenew => ("stale", Some("g-hatch"), "sign-off-box-stale"),
        SeatStanding::Silent => ("out", None, "sign-off-box-none"),
        SeatStanding::Abstains => ("", Some("g-bar"), "sign-off-box-abstains"),
        SeatStanding::Objects => ("against", Some("g-cross"), "sign-off-box-objects"),
        SeatStanding::Recused => ("out", None, "sign-off-box-recused"),
    };
    let class = if last { format!("{class} last") } else { class.to_owned() };
    let sprite = (context().asset)("icons.svg");
    let glyph = glyph.map(|glyph| view! { <use href=format!("{sprite}#{glyph}") x="50%" y="50%"></use> });
    let name = name.to_owned();
    let label = match standing {
        SeatStanding::InFavour => view! { <bdi>{name}</bdi><span class="vh">" "{t(words)}</span> }.into_any(),
        _ => view! { <bdi>{name}</bdi><br/>{t(words)} }.into_any(),
    };
    let above = above.map(|above| view! { <b>{above}</b> });
    view! { <li class=class>{above}<svg aria-hidden="true">{glyph}</svg><span>{label}</span></li> }.into_any()
}

/// How many seats take which position, and which.
fn table(page: &SignOffs) -> AnyView {
    let kind = |seat: &Seat| match (seat.standing(), seat.position()) {
        (SeatStanding::ToRenew, _) => "sign-off-kind-renew".to_owned(),
        (SeatStanding::Recused, _) => "sign-off-kind-recused".to_owned(),
        (_, Some(position)) => format!("position-{}-said", position.key()),
        (_, None) if page.is_over() => "position-none-over".to_owned(),
        (_, None) => "position-none-said".to_owned(),
    };
    let mut kinds: Vec<(SeatStanding, String, Vec<&str>)> = Vec::new();
    for seat in &page.seats {
        let key = kind(seat);
        match kinds.iter_mut().find(|(_, known, _)| *known == key) {
            Some((_, _, names)) => names.push(&seat.stakeholder.name),
            None => kinds.push((seat.standing(), key, vec![&seat.stakeholder.name])),
        }
    }
    kinds.sort_by_key(|(standing, ..)| *standing);
    let rows = kinds.into_iter().map(|(_, key, names)| {
        let count = number(u32::try_from(names.len()).unwrap_or(u32::MAX));
        view! { <tr><th scope="row">{t(&key)}</th><td>{count}</td><td dir="auto">{names.join(comma())}</td></tr> }
    });
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">{t("sign-off-table-kind")}</th>
                    <th scope="col">{t("sign-off-table-seats")}</th>
                    <th scope="col">{t("sign-off-table-which")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
