//! The table of dots: clauses by instrument, ordered by how well they travelled.

use domain::{adoption::Status, referral::Fate};
use entity::reading::uptake::{Travelled, Used, travelled};
use leptos::prelude::*;

use crate::{
    href, t,
    ui::Icon,
    words::{number, t},
};

/// More columns than this nobody reads.
const MOST: usize = 12;

/// What an instrument is today, with its sign; disputed where it is.
pub fn status(one: &Used) -> AnyView {
    let (class, icon) = match (one.disputes.is_empty(), one.status()) {
        (false, _) => ("pos against", "object"),
        (true, Status::InForce) => ("pos", "endorse"),
        (true, Status::Proposed) => ("pos open", "none"),
        (true, Status::Repealed) => ("pos stale", "stale"),
    };
    let word = status_in_words(one.status());
    let words = if one.disputes.is_empty() { word } else { t!("uptake-disputed", status = word) };
    view! { <p class=class><Icon name=icon/><span>{words}</span></p> }.into_any()
}

/// The word for what an instrument is today.
pub fn status_in_words(status: Status) -> String {
    t(match status {
        Status::Proposed => "uptake-proposed",
        Status::InForce => "uptake-in-force",
        Status::Repealed => "uptake-repealed",
    })
}

/// Which clauses travelled best; nothing where no text is used.
pub fn dots(used: &[Used]) -> Option<AnyView> {
    if used.is_empty() {
        return None;
    }
    let columns: Vec<_> = used.iter().take(MOST).enumerate().collect();
    let heads = columns.iter().map(|(_, one)| {
        view! { <th scope="col" role="columnheader"><bdi>{one.row.adoption.who.to_string()}</bdi></th> }
    });
    let heads: Vec<_> = heads.collect();
    let rows: Vec<_> = travelled(used).iter().map(|one| row(one, &columns)).collect();
    let view = view! {
        <section aria-labelledby="cl"><h2 id="cl" class="shift">{t("uptake-travelled")}</h2>
            <p class="quiet shift">{t("uptake-travelled-how")}</p>
            <table class="rows dots" role="table" aria-labelledby="cl">
                <thead role="rowgroup"><tr role="row">
                    <th class="label" scope="col" role="columnheader">{t("uptake-clause")}</th>{heads}
                    <th class="label" scope="col" role="columnheader">{t("uptake-taken-head")}</th>
                </tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    };
    Some(view.into_any())
}

fn row(one: &Travelled, columns: &[(usize, &Used)]) -> AnyView {
    let cell = |(place, used): &(usize, &Used)| {
        let who = used.row.adoption.who.to_string();
        match one.fates.get(place) {
            Some(Some(Fate::Verbatim)) => view! { <td role="cell" data-c=who><Icon name="full"/><span class="vh">{t("crosswalk-verbatim")}</span></td> }.into_any(),
            Some(Some(Fate::Adapted)) => view! { <td role="cell" data-c=who><Icon name="hollow"/><span class="vh">{t("crosswalk-adapted")}</span></td> }.into_any(),
            Some(_) => view! { <td role="cell" class="not"><span aria-hidden="true">"–"</span><span class="vh">{t("uptake-not-taken")}</span></td> }.into_any(),
            None => view! { <td role="cell" class="not"></td> }.into_any(),
        }
    };
    let cells: Vec<_> = columns.iter().map(cell).collect();
    let page = href::version(&one.reference, one.version.unsigned_abs());
    let taken = t!("uptake-of", taken = one.taken(), all = one.fates.len());
    let name = match &one.number {
        Some(count) => format!("{count} {}", one.name),
        None => one.name.clone(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a href=page><bdi>{name}</bdi></a><br/><span class="small quiet"><bdi>{one.reference.clone()}</bdi></span></th>
            {cells}
            <td role="cell" class="sum"><b>{taken}</b><br/><span class="small quiet">{number(one.verbatim())}" "{t("crosswalk-verbatim")}</span></td>
        </tr>
    }
    .into_any()
}
