//! What a text needs before it is referred.

use domain::referral::{Need, Path, Refers, Sending};
use leptos::prelude::*;

use crate::{
    context::context,
    draft::Head,
    ui::Icon,
    words::{say, t},
};

/// What a referral of a text that was sent to nobody will need, each with whether it is so; nothing for one that was given up.
pub fn needs(head: &Head) -> Option<AnyView> {
    if matches!(head.stage, domain::stage::Stage::Withdrawn { .. }) {
        return None;
    }
    let path = Path::default();
    let sending = Sending {
        version: (head.latest() > 0).then_some(head.latest()),
        stage: &head.stage,
        visibility: head.draft.visibility.0,
        refers: head.forum.refers.0,
        path: &path,
        to: None,
        under_way: None,
        soonest: None,
    };
    let any = head.forum.refers.0 == Refers::Published;
    let needs = sending.needs(context().now).into_iter().map(|(need, met)| {
        let words = match need {
            Need::Published => "referral-need-published",
            Need::Open => "referral-need-open",
            Need::Agreed if any => "referral-need-any",
            Need::Agreed => "referral-need-agreed",
        };
        let (icon, class) = if met.is_ok() { ("endorse", "pos") } else { ("none", "pos open") };
        let why = met.err().map(|why| view! { <p class="small quiet">{say(&why.message())}</p> });
        view! { <li><p class=class><Icon name=icon/><span>{t(words)}</span></p>{why}</li> }
    });
    let needs: Vec<_> = needs.collect();
    let view = view! {
        <section class="axis stack" aria-labelledby="need-h">
            <h2 id="need-h">{t("referral-needs")}</h2>
            <ul class="stack plain">{needs}</ul>
            <p class="quiet">{t("referral-needs-then")}</p>
        </section>
    };
    Some(view.into_any())
}
