//! What stands in the way of adoption, and who could clear it.

use domain::{gist, permission::Action, position::Position, tally::Obstacle};
use leptos::prelude::*;

use super::{Seat, SeatStanding, seats::row, sign_offs_page::SignOffs};
use crate::{
    href, rich, t,
    words::{self, comma, say, t},
};

/// How much of the terms of an objection is shown here; all of it stands at the seat.
const TERMS: usize = 120;

/// The list of what stands in the way of adoption, each with who could clear it.
pub fn missing(page: &SignOffs) -> AnyView {
    let tally = &page.head.tally;
    let mut list: Vec<AnyView> = Vec::new();
    for obstacle in &tally.obstacles {
        match obstacle {
            Obstacle::Objections { .. } => list.extend(objections(page)),
            Obstacle::Positions { missing } => list.push(positions(page, *missing)),
            Obstacle::NoSeats | Obstacle::Endorsements { .. } => {
                list.push(say(&obstacle.message()).into_any());
            }
        }
    }
    let nothing = list.is_empty().then(|| {
        let adopt = page.head.may(Action::Adopt).then(|| {
            view! { " "<a href=href::steps(page.head.reference())>{t("sign-off-adopt")}</a> }
        });
        view! { <p>{t("sign-off-nothing-missing")}{adopt}</p> }
    });
    let list = list.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
    view! {
        <section class="sect" aria-labelledby="missing">
            <h2 id="missing">{t("sign-off-missing")}</h2>
            {match nothing {
                Some(nothing) => nothing.into_any(),
                None => view! { <ul class="stack">{list}</ul> }.into_any(),
            }}
        </section>
    }
    .into_any()
}

/// Each objection that stands, with what would lift it.
fn objections(page: &SignOffs) -> Vec<AnyView> {
    let objecting = page.seats.iter().filter_map(|seat| match seat.position() {
        Some(Position::Object(objection)) => Some((seat, objection)),
        _ => None,
    });
    let said = objecting.map(|(seat, objection)| {
        let name = seat.stakeholder.name.clone();
        let lead = view! { <strong>{t!("sign-off-objection-of", seat = name.as_str())}</strong> };
        let terms = gist(objection.lifted_by().as_str(), TERMS);
        let terms = view! { <a href=format!("#{}", row(seat)) dir="auto">{terms}</a> };
        let seat = view! { <bdi>{name}</bdi> };
        rich!("sign-off-missing-objection", objection = lead, seat = seat, terms = terms)
    });
    said.collect()
}

/// How many positions are short, and which seats could give them.
fn positions(page: &SignOffs, missing: u32) -> AnyView {
    let lead =
        view! { <strong>{words::with("sign-off-more-positions", [("missing", missing.into())])}</strong> };
    let of = |standing: SeatStanding| page.seats.iter().filter(move |seat| seat.standing() == standing);
    let named = |seats: Vec<&Seat>, message: &'static str| {
        (!seats.is_empty()).then(|| view! { " "{rich!(message, seats = links(&seats))} }.into_any())
    };
    let renew = named(of(SeatStanding::ToRenew).collect(), "sign-off-could-renew");
    let give = named(of(SeatStanding::Silent).collect(), "sign-off-could-give");
    view! { {lead}{renew}{give} }.into_any()
}

fn links(seats: &[&Seat]) -> AnyView {
    let links = seats.iter().enumerate().map(|(index, seat)| {
        let before = (index > 0).then(comma);
        view! { {before}<a href=format!("#{}", row(seat))><bdi>{seat.stakeholder.name.clone()}</bdi></a> }
    });
    links.collect_view().into_any()
}
