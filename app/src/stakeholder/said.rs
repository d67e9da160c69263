//! What was said and signed for a stakeholder.

use domain::{disposition::Life, gist};
use entity::{comment, reading::positions::Brief, thread};
use leptos::prelude::*;

use super::stakeholder_page::StakeholderPage;
use crate::{
    context::context,
    href, rich,
    sign_off::sign,
    t,
    ui::{Day, Icon, Pager},
    words::t,
};

/// How much of a comment is shown in the list; all of it stands in its thread.
const COMMENT: usize = 300;

/// Its last position on each draft.
pub fn positions(page: &StakeholderPage) -> Option<AnyView> {
    let list: Vec<_> = page.positions.iter().filter_map(|one| position(page, one)).collect();
    (!list.is_empty()).then(|| {
        view! {
            <section aria-labelledby="positions">
                <h2 class="shift" id="positions">{t("stakeholder-positions")}</h2>
                <ol class="ledger close">{list}</ol>
            </section>
        }
        .into_any()
    })
}

fn position(page: &StakeholderPage, one: &Brief) -> Option<AnyView> {
    let (draft, _) = page.drafts.get(&one.draft_id)?;
    let (class, icon) = sign(one.kind.0);
    let said = t(&format!("position-{}-said", one.kind.key()));
    let to = href::seat(&draft.reference, &page.stakeholder.slug);
    let link = view! { <a href=to><bdi>{draft.title.clone()}</bdi></a> };
    let version = t!("stakeholder-version", version = one.version.number().unsigned_abs());
    Some(
        view! {
            <li>
                <p class="small quiet"><Day at=one.signed_at/></p>
                <div>
                    <p class=class><Icon name=icon/>{said}</p>
                    <p>{rich!("stakeholder-position-on", version = version, draft = link)}</p>
                </div>
            </li>
        }
        .into_any(),
    )
}

/// What it said, the latest first.
pub fn said(page: &StakeholderPage) -> AnyView {
    let list: Vec<_> = page.said.iter().filter_map(|(said, thread)| one(page, said, thread)).collect();
    let shown = match list.is_empty() {
        true => view! { <p class="empty shift">{t("stakeholder-said-nothing")}</p> }.into_any(),
        false => view! { <ol class="ledger">{list}</ol> }.into_any(),
    };
    view! {
        <section aria-labelledby="said">
            <h2 class="shift" id="said">{t("stakeholder-said")}</h2>
            {shown}
            <Pager page=page.page pages=page.pages/>
        </section>
    }
    .into_any()
}

/// A comment with its draft and the answer its thread got; nothing on a draft the reader may not see.
fn one(page: &StakeholderPage, said: &comment::Model, thread: &thread::Model) -> Option<AnyView> {
    let (draft, _) = page.drafts.get(&thread.draft_id)?;
    let number = thread.number.unsigned_abs();
    let thread_at = view! {
        <a href=href::thread(&draft.reference, number)>{t!("stakeholder-thread", number = number)}</a>
    };
    let life = thread.life_at(context().now);
    let answer = match life.standing_answer() {
        Some(answer) => {
            let words = t(&format!("disposition-{}", answer.disposition.key()));
            let reason = gist(answer.reason.as_str(), COMMENT);
            view! { <p class="answer"><b>{words}"."</b>" "<span dir="auto">{reason}</span></p> }.into_any()
        }
        None if matches!(life, Life::Withdrawn { .. }) || said.withdrawn_at.is_some() => {
            view! { <p class="quiet">{t("conversation-withdrawn")}</p> }.into_any()
        }
        None => view! { <p class="quiet">{t("disposition-none")}</p> }.into_any(),
    };
    let name = page.names.get(&said.author_id).cloned().unwrap_or_else(|| t("stakeholder-gone"));
    let class = if said.withdrawn_at.is_some() { "struck" } else { "" };
    let version = t!("stakeholder-version", version = thread.version.number().unsigned_abs());
    let title = view! { <a href=href::draft(&draft.reference)><bdi>{draft.title.clone()}</bdi></a> };
    Some(
        view! {
            <li>
                <p class="small quiet">{thread_at}<br/><Day at=said.created_at/></p>
                <div>
                    <p class=class dir="auto">{gist(&said.body, COMMENT)}</p>
                    <p class="small quiet">{rich!("stakeholder-said-on", who = view! { <bdi>{name}</bdi> }, version = version, draft = title)}</p>
                    {answer}
                </div>
            </li>
        }
        .into_any(),
    )
}
