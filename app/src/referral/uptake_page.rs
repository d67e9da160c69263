//! `/drafts/{reference}/uptake`: where a text went, who answered what, and who uses it.

use domain::referral::{Fate, State};
use entity::reading::{
    referral::Sent,
    uptake::{Uptake, Used},
};
use leptos::prelude::*;

use super::{
    answer_form::given,
    drawing::drawing,
    needs::needs,
    table::{dots, status, status_in_words},
    use_forms::{change, dispute, record},
    words,
};
use crate::{
    context::{Context, context},
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    ui::Day,
    words::t,
};

/// What the page shows.
pub struct Went {
    head: Head,
    uptake: Uptake,
    /// The referral that the draft was made of.
    from: Option<Sent>,
}

/// Refuses with not found a draft that the reader may not see.
pub async fn load(ctx: Context) -> Result<Went, AppError> {
    let reference = ctx.param::<String>("reference")?;
    let head = head_of(&ctx, &reference).await?;
    ctx.made_from_everything();
    let uptake = ctx.viewer().uptake(&reference).await?;
    let from = ctx.viewer().came_from(head.draft.id).await?;
    Ok(Went { head, uptake, from })
}

/// Shows the sentence, the drawing with its table, and what each was asked and said.
pub fn view(page: Went) -> impl IntoView {
    let Went { head, uptake, from } = page;
    let heading = t("uptake-heading");
    let title = page_title(&head, &heading);
    let tally = view! { <p class="tally">{tally(&uptake)}</p>{from.as_ref().map(came)} }.into_any();
    let next = overdue(&uptake);
    let (drawn, rows, ledger) = (drawing(&head, &uptake), rows(&uptake), ledger(&uptake));
    let travelled = dots(&uptake.used);
    let uses = record(&head);
    let nothing = uptake.sent.is_empty() && uptake.used.is_empty();
    let empty = nothing.then(|| view! { <p class="quiet axis">{t("uptake-nothing")}</p> });
    let needs = uptake.sent.is_empty().then(|| needs(&head)).flatten();
    view! {
        <Frame title=title>
            <DraftHead head tab=Tab::Went heading=heading next=next>{tally}</DraftHead>
            {empty}
            {needs}
            {drawn}
            {rows}
            {ledger}
            {travelled}
            {uses}
        </Frame>
    }
    .into_any()
}

/// "Two bodies were asked, and one has answered. Three instruments use the text; one of them is disputed."
fn tally(uptake: &Uptake) -> String {
    let sent = uptake.sent.iter().filter(|one| one.referral.sent_at.is_some());
    let answered = sent.clone().filter(|one| matches!(one.referral.state.0, State::Answered { .. }));
    let disputed = uptake.used.iter().filter(|one| !one.disputes.is_empty()).count();
    let asked = t!("uptake-asked", asked = sent.count(), answered = answered.count());
    let used = t!("uptake-used", used = uptake.used.len(), disputed = disputed);
    format!("{asked} {used}")
}

/// Where a derived draft came from, by both identifiers.
fn came(from: &Sent) -> AnyView {
    let text =
        view! { <a href=href::draft(&from.draft.reference)><bdi>{from.draft.reference.clone()}</bdi></a> };
    let referral = href::referral(&from.draft.reference, from.referral.number);
    let cited = view! { <a href=referral><bdi>{from.id()}</bdi></a> };
    let newer = from.derived.as_ref().filter(|_| from.draft.latest > from.version()).map(|derived| {
        let page = href::changes(&derived.reference, &from.draft.reference);
        view! { " "<a href=page>{t!("uptake-newer", version = from.draft.latest)}</a> }
    });
    view! { <p>{rich!("uptake-came", forum = from.forum.name.clone(), text = text, referral = cited)}{newer}</p> }
        .into_any()
}

fn overdue(uptake: &Uptake) -> AnyView {
    let late: Vec<_> = uptake.sent.iter().filter(|one| one.is_overdue()).collect();
    let words = if late.is_empty() {
        view! { <p>{t("uptake-not-overdue")}</p> }.into_any()
    } else {
        let late = late.into_iter().filter_map(|one| {
            let due = one.referral.state.due()?;
            let day = view! { <Day at=due/> };
            let page = href::referral(&one.draft.reference, one.referral.number);
            let name = view! { <a href=page>{one.referral.to_name.clone()}</a> };
            Some(view! { <p>{rich!("uptake-overdue", name = name, day = day)}</p> })
        });
        late.collect_view().into_any()
    };
    view! { <h2 class="label">{t("uptake-overdue-heading")}</h2>{words} }.into_any()
}

/// Everything in one table, which says what the drawing says.
fn rows(uptake: &Uptake) -> Option<AnyView> {
    let sent = uptake.sent.iter().map(|one| {
        let page = href::referral(&one.draft.reference, one.referral.number);
        let theirs = one.derived.as_ref().map(|derived| {
            let page = href::draft(&derived.reference);
            view! { <a href=page><bdi>{derived.reference.clone()}</bdi></a> }
        });
        let walk = one.derived.as_ref().map(|derived| {
            let page = href::crosswalk(&one.draft.reference, &derived.reference);
            view! { " "<a href=page>{t("referral-crosswalk")}</a> }
        });
        let due = one.referral.state.due().map(|due| view! { <p class="small quiet">{t("uptake-due")}" "<Day at=due/></p> });
        let clauses = match &one.referral.answer {
            Some(answer) => t!(
                "referral-answered-counts",
                verbatim = answer.count(Fate::Verbatim),
                adapted = answer.count(Fate::Adapted),
                dropped = answer.count(Fate::Dropped),
                added = answer.added
            ),
            None => t("uptake-no-word"),
        };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><b>{one.referral.to_name.clone()}</b><br/><span class="small quiet"><a href=page><bdi>{one.id()}</bdi></a>" "{words::purpose(one.referral.ask.purpose)}</span></th>
                <td role="cell" data-label=t("uptake-their-text")>{theirs}</td>
                <td role="cell" data-label=t("uptake-state")>{words::state(&one.referral.state)}{due}</td>
                <td role="cell" data-label=t("uptake-clauses")>{clauses}{walk}</td>
            </tr>
        }
        .into_any()
    });
    let used = uptake.used.iter().map(used);
    let all: Vec<_> = sent.chain(used).collect();
    if all.is_empty() {
        return None;
    }
    let head = |words: &str| view! { <th class="label" scope="col" role="columnheader">{t(words)}</th> };
    let table = view! {
        <section aria-labelledby="tab"><h2 id="tab" class="shift">{t("uptake-table")}</h2>
            <table class="rows went" role="table" aria-labelledby="tab">
                <thead role="rowgroup"><tr role="row">{head("uptake-who")}{head("uptake-their-text")}{head("uptake-state")}{head("uptake-clauses")}</tr></thead>
                <tbody role="rowgroup">{all}</tbody>
            </table>
        </section>
    };
    Some(table.into_any())
}

fn used(one: &Used) -> AnyView {
    let adoption = &one.row.adoption;
    let instrument = match &adoption.link {
        Some(link) => {
            let link = link.as_str().to_owned();
            view! { <a href=link rel="nofollow noopener"><bdi>{adoption.instrument.to_string()}</bdi></a> }
                .into_any()
        }
        None => view! { <bdi>{adoption.instrument.to_string()}</bdi> }.into_any(),
    };
    let disputes = one.disputes.iter().map(|dispute| {
        let who = dispute.stakeholder.clone().unwrap_or_else(|| t("uptake-somebody"));
        view! { <blockquote class="quoted" dir="auto">{dispute.row.evidence.clone()}</blockquote><p class="small quiet">{who}", "<Day at=dispute.row.disputed_at/></p> }
    });
    let disputes: Vec<_> = disputes.collect();
    let counts = t!("uptake-taken", verbatim = one.count(Fate::Verbatim), adapted = one.count(Fate::Adapted));
    let signed_in = context().reader.is_some();
    let before = std::iter::once((adoption.status, adoption.dated));
    let before = before.chain(one.changes.iter().map(|change| (change.status.0, change.dated)));
    let became = before.take(one.changes.len()).map(|(status, dated)| {
        view! { <p class="small quiet">{status_in_words(status)}" "<bdi>{dated.to_string()}</bdi></p> }
    });
    let became: Vec<_> = became.collect();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><b><bdi>{adoption.who.to_string()}</bdi></b><br/><span class="small quiet"><bdi>{adoption.jurisdiction.as_str().to_owned()}</bdi></span></th>
            <td role="cell" data-label=t("uptake-their-text")>{instrument}</td>
            <td role="cell" data-label=t("uptake-state")>{status(one)}<p class="small quiet"><bdi>{one.since().to_string()}</bdi></p>{became}</td>
            <td role="cell" data-label=t("uptake-clauses")>{counts}{disputes}{signed_in.then(|| view! { {change(one)}{dispute(one)} })}</td>
        </tr>
    }
    .into_any()
}

/// What each was asked, and what it said last.
fn ledger(uptake: &Uptake) -> Option<AnyView> {
    let entry = |one: &Sent| {
        let last = one.steps.iter().rev().find_map(|step| step.said.clone());
        let said = last.map(|said| view! { <blockquote class="quoted" dir="auto">{said}</blockquote> });
        let answer = one.referral.answer.as_ref().map(|answer| given(answer));
        let take = one.referral.answer.as_ref().and(one.derived.as_ref()).map(|derived| {
            let page = href::changes(&one.draft.reference, &derived.reference);
            let walk = href::crosswalk(&one.draft.reference, &derived.reference);
            view! { <p class="acts"><a href=walk>{t("referral-crosswalk")}</a>" "<a href=page>{t("uptake-take")}</a></p> }
        });
        let page = href::referral(&one.draft.reference, one.referral.number);
        let day = one.referral.sent_at.map(|sent| view! { <Day at=sent/> });
        view! {
            <li>
                <p class="small quiet"><a href=page><bdi>{one.id()}</bdi></a><br/>{day}</p>
                <div><h3>{one.referral.to_name.clone()}</h3>{words::state(&one.referral.state)}{said}{answer}{take}</div>
            </li>
        }
    };
    let entries: Vec<_> = uptake.sent.iter().map(entry).collect();
    (!entries.is_empty()).then(|| {
        view! { <section aria-labelledby="ref"><h2 id="ref" class="shift">{t("uptake-said")}</h2><ol class="ledger">{entries}</ol></section> }.into_any()
    })
}
