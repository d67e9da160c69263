//! The drafts of a forum by their stage, and their deadlines in order.

use domain::stage::Stage;
use entity::{draft, forum, reading::referral::Sent};
use leptos::prelude::*;

use super::forum_page::ForumPage;
use crate::{
    context::context,
    href, rich, t,
    ui::{Day, Deadline, time},
    words::{comma, t},
};

/// The stages in the order they are shown, those that ask something of a reader first.
const ORDER: [&str; 10] = [
    "consultation",
    "last-call",
    "silence",
    "sign-off",
    "disposition",
    "drafting",
    "suspended",
    "adopted",
    "superseded",
    "withdrawn",
];

/// The running drafts by their stage, then those that are over.
pub fn drafts(page: &ForumPage) -> AnyView {
    let now = context().now;
    let all = page.running.drafts.iter().chain(&page.over.drafts);
    let staged: Vec<_> = all.map(|(draft, forum)| (draft.stage_at(now), draft, forum)).collect();
    let stages = ORDER.iter().filter_map(|name| {
        let here = staged.iter().filter(|(stage, ..)| stage.name() == *name);
        let here: Vec<_> = here.map(|(stage, draft, forum)| one(page, stage, draft, forum)).collect();
        (!here.is_empty()).then(|| {
            view! { <li><h3 class="label">{t(&format!("stage-{name}"))}</h3><div><ul class="stack">{here}</ul></div></li> }
        })
    });
    let stages: Vec<_> = stages.collect();
    let shown = match stages.is_empty() {
        true => view! { <p class="empty shift">{t("forum-no-drafts")}</p> }.into_any(),
        false => view! { <ol class="ledger">{stages}</ol> }.into_any(),
    };
    let listed = u64::try_from(staged.len()).unwrap_or(u64::MAX);
    let rest = (page.running.total + page.over.total).saturating_sub(listed);
    let rest = u32::try_from(rest).unwrap_or(u32::MAX);
    let rest =
        (rest > 0).then(|| view! { <p class="quiet shift">{t!("forum-older-drafts", drafts = rest)}</p> });
    view! {
        <section aria-labelledby="drafts">
            <h2 class="shift" id="drafts">{t("forum-drafts")}</h2>
            {shown}
            {rest}
        </section>
    }
    .into_any()
}

fn one(page: &ForumPage, stage: &Stage, draft: &draft::Model, forum: &forum::Model) -> AnyView {
    let group = (forum.id != page.forum.id)
        .then(|| view! { {comma()}<a href=href::forum(&forum.slug)><bdi>{forum.name.clone()}</bdi></a> });
    let is_of_it = |sent: &&Sent| sent.derived.as_ref().is_some_and(|derived| derived.id == draft.id);
    let from = page.came.iter().find(is_of_it).map(|sent| {
        view! { {comma()}{t("draft-came-from")}" "<bdi class="nb">{sent.draft.reference.clone()}</bdi> }
    });
    let when = match stage {
        Stage::Adopted { at, .. } | Stage::Withdrawn { at, .. } | Stage::Superseded { at, .. } => {
            Some(rich!("forum-on-day", day = view! { <Day at=*at/> }))
        }
        running => running.deadline().map(|until| time::left_in_words(until).into_any()),
    };
    let when = when.map(|when| view! { {comma()}{when} });
    let version = match draft.latest.unsigned_abs() {
        0 => t("forum-unpublished"),
        version => t!("forum-version", version = version),
    };
    let language = draft.language.clone();
    view! {
        <li>
            <p lang=language dir="auto"><a href=href::draft(&draft.reference)>{draft.title.clone()}</a></p>
            <p class="small quiet"><span class="nb">{draft.reference.clone()}</span>{from}{comma()}{version}{when}{group}</p>
        </li>
    }
    .into_any()
}

/// What ends next, and when.
pub fn calendar(page: &ForumPage) -> Option<AnyView> {
    let now = context().now;
    let mut dated: Vec<_> = page
        .running
        .drafts
        .iter()
        .filter_map(|(draft, forum)| {
            let stage = draft.stage_at(now);
            let opens = match &stage {
                Stage::Consultation { opens, .. } if now < *opens => Some((*opens, "forum-opens")),
                _ => None,
            };
            let ends = stage.deadline().filter(|ends| now < *ends).map(|ends| (ends, ends_in(&stage)));
            Some((opens.or(ends)?, draft, forum))
        })
        .collect();
    if dated.is_empty() {
        return None;
    }
    dated.sort_by_key(|((at, _), draft, _)| (*at, draft.id));
    let list = dated.into_iter().map(|((at, what), draft, forum)| entry(at, what, draft, forum));
    let list = list.collect_view();
    Some(
        view! {
            <section aria-labelledby="calendar">
                <h2 class="shift" id="calendar">{t("forum-calendar")}</h2>
                <ol class="ledger close">{list}</ol>
            </section>
        }
        .into_any(),
    )
}

fn ends_in(stage: &Stage) -> &'static str {
    match stage {
        Stage::LastCall { .. } => "forum-call-ends",
        Stage::SignOff { .. } => "forum-sign-off-ends",
        Stage::Silence { .. } => "forum-silence-ends",
        _ => "forum-round-ends",
    }
}

fn entry(
    at: chrono::DateTime<chrono::Utc>,
    what: &'static str,
    draft: &draft::Model,
    forum: &forum::Model,
) -> AnyView {
    let title = draft.title.clone();
    let link = view! { <a href=href::draft(&draft.reference)><bdi>{title}</bdi></a> };
    view! {
        <li>
            <p class="small quiet"><Day at/></p>
            <div>
                <p>{rich!(what, draft = link)}</p>
                <p class="small quiet"><Deadline at zone=forum.zone.clone()/></p>
            </div>
        </li>
    }
    .into_any()
}
