//! The way from here to adoption.

use domain::stage::Stage;
use leptos::prelude::*;

use super::sign_offs_page::SignOffs;
use crate::{
    rich, t,
    ui::{Day, There},
    words::{self, t},
};

/// The four steps, those that are done and the one that is taken now; nothing for a text that was withdrawn.
pub fn path(page: &SignOffs) -> Option<AnyView> {
    let stage = match &page.head.stage {
        Stage::Suspended { from, .. } => from.as_ref(),
        stage => stage,
    };
    let zone = page.head.forum.zone.as_str();
    let now = match stage {
        // A draft that was suspended while suspended has no step of its own.
        Stage::Withdrawn { .. } | Stage::Suspended { .. } => return None,
        Stage::Drafting => 0,
        Stage::Consultation { .. } => 1,
        Stage::Disposition { .. } => 2,
        Stage::LastCall { .. } => 3,
        Stage::SignOff { .. } | Stage::Silence { .. } => 4,
        Stage::Adopted { .. } | Stage::Superseded { .. } => 5,
    };
    let next = page.head.latest() + 1;
    let needed = page.head.tally.needed;
    let steps = [
        round(stage, zone),
        t!("sign-off-path-next-version", version = next).into_any(),
        match stage {
            Stage::LastCall { closes, .. } => {
                rich!("sign-off-path-call-closes", day = view! { <There at=*closes zone/> })
            }
            _ => t("sign-off-path-call").into_any(),
        },
        match stage {
            Stage::Adopted { at, .. } => rich!("sign-off-path-adopted", day = view! { <Day at=*at/> }),
            _ => words::with("sign-off-path-agreement", [("in-place", needed.into())]).into_any(),
        },
    ];
    let steps = steps.into_iter().zip(1..).map(|(words, place)| {
        let done = (place < now).then_some("done");
        let current = (place == now).then_some("step");
        let heard = done.map(|_| view! { <span class="vh">{t("sign-off-path-done")}" "</span> });
        view! { <li class=done aria-current=current>{heard}{words}</li> }
    });
    let steps = steps.collect_view();
    Some(
        view! {
            <section class="sect" aria-labelledby="path">
                <h2 id="path">{t("sign-off-path")}</h2>
                <ol class="steps">{steps}</ol>
            </section>
        }
        .into_any(),
    )
}

fn round(stage: &Stage, zone: &str) -> AnyView {
    match stage {
        Stage::Consultation { round, closes, .. } => {
            let round = t!("sign-off-path-round-number", round = *round);
            rich!("sign-off-path-round-closes", round = round, day = view! { <There at=*closes zone/> })
        }
        _ => t("sign-off-path-round").into_any(),
    }
}
