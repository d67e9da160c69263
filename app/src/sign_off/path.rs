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
    let now: i32 = match stage {
        // A draft that was suspended while suspended has no step of its own.
        Stage::Withdrawn { .. } | Stage::Suspended { .. } => return None,
        Stage::Drafting => 0,
        Stage::Consultation { .. } => 1,
        Stage::Disposition { .. } => 2,
        Stage::LastCall { .. } => 3,
        Stage::SignOff { .. } | Stage::Silence { .. } => 4,
        Stage::Adopted { .. } | Stage::Superseded { .. } => 5,
    };
    let steps = [
        round(page, stage, now),
        next_version(page, now),
        last_call(stage, now, zone),
        agreement(page, stage),
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

/// The round of comments: until when, and once it is over whether every comment has its answer.
fn round(page: &SignOffs, stage: &Stage, now: i32) -> AnyView {
    let threads = page.head.threads;
    match stage {
        Stage::Consultation { round, closes, .. } => {
            let round = t!("sign-off-path-round-number", round = *round);
            let day = view! { <There at=*closes zone=page.head.forum.zone.as_str()/> };
            rich!("sign-off-path-round-closes", round = round, day = day)
        }
        _ if now < 2 => t("sign-off-path-round").into_any(),
        _ => t!("sign-off-path-round-over", waiting = threads.unanswered, all = threads.standing).into_any(),
    }
}

/// Another round: a condition until it is decided, then what came of it.
fn next_version(page: &SignOffs, now: i32) -> AnyView {
    match now {
        ..=2 => t!("sign-off-path-next-version", version = page.head.latest() + 1).into_any(),
        _ => t!("sign-off-path-no-other-round", version = page.head.latest()).into_any(),
    }
}

fn last_call(stage: &Stage, now: i32, zone: &str) -> AnyView {
    match stage {
        Stage::LastCall { closes, .. } => {
            rich!("sign-off-path-call-closes", day = view! { <There at=*closes zone/> })
        }
        _ if now > 3 => t("sign-off-path-call-over").into_any(),
        _ => t("sign-off-path-call").into_any(),
    }
}

fn agreement(page: &SignOffs, stage: &Stage) -> AnyView {
    match stage {
        Stage::Adopted { at, .. } => rich!("sign-off-path-adopted", day = view! { <Day at=*at/> }),
        Stage::Superseded { .. } => t("sign-off-path-was-adopted").into_any(),
        _ if page.head.forum.rule.most_objections > 0 => t("sign-off-path-agreement-rule").into_any(),
        _ => words::with("sign-off-path-agreement", [("in-place", page.head.tally.needed.into())]).into_any(),
    }
}
