//! `/drafts/{reference}/referrals/{number}`: a referral, for those who send it, those who receive it, and everybody.

use domain::referral::State;
use entity::{
    reading::{crossing::Crossing, referral::Sent, uptake::name},
    row::version::Model as Version,
    verb::Outgoing,
};
use leptos::prelude::*;

use super::{answer_form, receive_form, words};
use crate::{
    context::{Context, context},
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    ui::{Area, Day, Markdown, PostForm},
    words::{comma, say, t},
};

/// What the page shows.
pub struct Referral {
    head: Head,
    sent: Sent,
    version: Version,
    asked: Vec<domain::text::ClauseId>,
    /// Why it cannot be sent; none where it can, or was.
    against: Option<domain::Message>,
    /// What may be answered of each clause, for whoever answers.
    proposal: Option<answer_form::Proposal>,
    crossing: Crossing,
}

/// Refuses with not found one that there is not, or that the reader may not see.
pub async fn load(ctx: Context) -> Result<Referral, AppError> {
    let reference = ctx.param::<String>("reference")?;
    let head = head_of(&ctx, &reference).await?;
    ctx.made_from_everything();
    let sent = ctx.viewer().referral(&reference, ctx.param("number")?).await?;
    let (version, asked) = sent.asked(ctx.db.read()).await?;
    let against = match sent.referral.state.0 {
        State::Prepared {} => {
            let outgoing =
                Outgoing::of(ctx.db.read(), &sent.draft, &sent.forum, &sent.referral, ctx.now).await?;
            outgoing.sending().check(&sent.referral.ask, ctx.now).err().map(|refusal| refusal.message())
        }
        _ => None,
    };
    let answers = sent.may_answer() && sent.referral.state.is_received();
    let proposal = match answers {
        true => Some(answer_form::proposal(&ctx, &sent, &version, &asked).await?),
        false => None,
    };
    let crossing = ctx.viewer().crossing(&sent).await?;
    Ok(Referral { head, sent, version, asked, against, proposal, crossing })
}

/// Shows what is asked, what stands behind it, what was done, and what may be done now.
pub fn view(page: Referral) -> impl IntoView {
    let Referral { head, sent, version, asked, against, proposal, crossing } = page;
    let heading = t!("referral-heading", number = sent.referral.number, to = sent.referral.to_name.as_str());
    let title = page_title(&head, &heading);
    let sentence = view! { {words::sentence(&sent)}{words::state(&sent.referral.state)} }.into_any();
    let next = ends(&sent);
    let forms = forms(&sent, against, proposal, &version, &asked);
    let behind = behind(&sent, &version, &asked);
    let steps = steps(&sent);
    let across = crate::peer::crossing::section(&sent, &crossing);
    view! {
        <Frame title=title>
            <DraftHead head tab=Tab::Went heading=heading next=next>{sentence}</DraftHead>
            <div class="beside received">
                <div class="apart column-in">{behind}{steps}{across}</div>
                {forms}
            </div>
        </Frame>
    }
    .into_any()
}

/// Both identifiers: how the text is cited at either end.
fn ends(sent: &Sent) -> AnyView {
    let ours =
        view! { <a href=href::draft(&sent.draft.reference)><bdi>{sent.draft.reference.clone()}</bdi></a> };
    let theirs = match (&sent.derived, &sent.referral.answer) {
        (Some(derived), _) => {
            let page = href::draft(&derived.reference);
            view! { <a href=page><bdi>{derived.reference.clone()}</bdi></a> }.into_any()
        }
        (None, Some(answer)) => view! { <bdi>{answer.identifier.clone()}</bdi> }.into_any(),
        (None, None) => t("referral-no-text-yet").into_any(),
    };
    let walk = sent.derived.as_ref().map(|derived| {
        let page = href::crosswalk(&sent.draft.reference, &derived.reference);
        view! { <p><a href=page>{t("referral-crosswalk")}</a></p> }
    });
    view! {
        <h2 class="label">{t("referral-ends")}</h2>
        <p>{rich!("referral-end-ours", forum = sent.forum.name.clone(), text = ours)}</p>
        <p>{rich!("referral-end-theirs", forum = sent.referral.to_name.clone(), text = theirs)}</p>
        {walk}
    }
    .into_any()
}

fn behind(sent: &Sent, version: &Version, asked: &[domain::text::ClauseId]) -> AnyView {
    let ask = &sent.referral.ask;
    let terms = &sent.referral.terms;
    let text = version.text();
    let questions = (!ask.questions.is_empty()).then(|| {
        let questions = ask.questions.iter().map(|one| view! { <li dir="auto">{one.to_string()}</li> });
        view! { <section><h2>{t("referral-questions")}</h2><ol class="steps">{questions.collect_view()}</ol></section> }
    });
    let record = sent.referral.statement.as_ref().map(|said| {
        let path = said.path.hops().iter().map(|hop| hop.name.clone());
        let path = path.chain([sent.referral.to_name.clone()]).collect::<Vec<_>>().join(" → ");
        let (favour, against, seats) = said.seats;
        let adopted = said.adopted.map(|at| view! { <dt>{t("referral-agreed")}</dt><dd><Day at/></dd> });
        let reserved = (!said.reservations.is_empty()).then(|| {
            view! { <dt>{t("referral-reservations")}</dt><dd><bdi>{said.reservations.join(comma())}</bdi></dd> }
        });
        view! {
            {adopted}
            <dt>{t("referral-seats")}</dt><dd>{t!("referral-seats-said", favour = favour, against = against, seats = seats)}</dd>
            {reserved}
            <dt>{t("referral-threads")}</dt><dd>{t!("referral-threads-said", threads = said.threads.0, answered = said.threads.1)}</dd>
            <dt>{t("referral-path")}</dt><dd><bdi>{path}</bdi></dd>
            <dt>{t("referral-digest")}</dt><dd class="digest">{said.digest.to_string()}</dd>
        }
    });
    let clauses = asked.iter().filter_map(|id| {
        let (count, words) = name(&text, version.position_of(*id)? as u32);
        Some(view! { <li>{count.map(|count| view! { <b>{count}</b>" " })}<bdi>{words}</bdi></li> })
    });
    let back = t(if terms.comes_back { "referral-comes-back-yes" } else { "referral-comes-back-no" });
    let page = href::version(&sent.draft.reference, version.number.unsigned_abs());
    view! {
        <section><h2>{t("referral-note-heading")}</h2><Markdown text=ask.note.to_string()/></section>
        {questions}
        <section><h2>{t("referral-behind")}</h2>
            <dl class="terms">
                {record}
                <dt>{t("referral-keeper")}</dt><dd>{words::keeper(terms.keeper)}</dd>
                <dt>{t("referral-licence")}</dt><dd><bdi>{terms.licence.clone()}</bdi></dd>
                <dt>{t("referral-comes-back")}</dt><dd>{back}</dd>
                <dt>{t("referral-contact")}</dt><dd><bdi>{terms.contact.clone()}</bdi></dd>
            </dl>
        </section>
        <section><h2>{t("referral-text-sent")}</h2>
            <ol class="names one">{clauses.collect_view()}</ol>
            <p class="acts"><a href=page>{t("referral-read-whole")}</a></p>
        </section>
    }
    .into_any()
}

/// What was done with it, step by step.
fn steps(sent: &Sent) -> Option<AnyView> {
    if sent.steps.is_empty() {
        return None;
    }
    let step = |step: &entity::referral_step::Model| {
        let who = || sent.people.get(&step.account_id).cloned().unwrap_or_default();
        let who = step.heard_from.clone().unwrap_or_else(who);
        let said =
            step.said.clone().map(|said| view! { <blockquote class="quoted" dir="auto">{said}</blockquote> });
        let answer = step.answer.as_ref().map(|answer| answer_form::given(answer));
        let id = format!("record-{}", step.kind.key());
        view! {
            <li>
                <p class="small quiet"><Day at=step.taken_at/></p>
                <div><p><b>{t(&id)}</b></p>{said}{answer}<p class="small quiet"><bdi>{who}</bdi></p></div>
            </li>
        }
    };
    let steps: Vec<_> = sent.steps.iter().map(step).collect();
    Some(
        view! { <section><h2>{t("referral-steps")}</h2><ol class="ledger">{steps}</ol></section> }.into_any(),
    )
}

fn forms(
    sent: &Sent,
    against: Option<domain::Message>,
    proposal: Option<answer_form::Proposal>,
    version: &Version,
    asked: &[domain::text::ClauseId],
) -> Option<AnyView> {
    let state = &sent.referral.state.0;
    let send = (*state == State::Prepared {} && sent.may_send()).then(|| send(sent, against));
    let receive =
        (matches!(state, State::Sent { .. }) && sent.may_receive()).then(|| receive_form::first(sent));
    let going = (state.is_received() && sent.may_answer()).then(|| receive_form::going(sent));
    let answer = proposal.map(|proposal| answer_form::form(sent, proposal, version, asked));
    let back = (state.is_open() && sent.may_send()).then(|| back(sent));
    if send.is_none() && receive.is_none() && going.is_none() && answer.is_none() && back.is_none() {
        return None;
    }
    Some(view! { <aside aria-label=t("referral-do")>{send}{receive}{going}{answer}{back}</aside> }.into_any())
}

fn send(sent: &Sent, against: Option<domain::Message>) -> AnyView {
    let action = href::post::send_referral(&sent.draft.reference, sent.referral.number);
    let words = match &against {
        Some(message) => view! { <p class="refusal">{say(message)}</p> }.into_any(),
        None => view! { <p class="quiet">{t("referral-ready")}</p> }.into_any(),
    };
    view! {
        <PostForm action class="form">
            <h2 class="h3">{t("referral-send-heading")}</h2>
            {words}
            <p class="row"><button class="button" disabled=against.is_some()>{t("referral-send")}</button></p>
        </PostForm>
    }
    .into_any()
}

/// For the sender: taking it back, and waiting no longer.
fn back(sent: &Sent) -> AnyView {
    let (reference, count) = (sent.draft.reference.as_str(), sent.referral.number);
    let expire = sent.referral.state.is_overdue(context().now).then(|| {
        let action = href::post::expire_referral(reference, count);
        view! {
            <PostForm action class="form"><p class="row"><button class="button second">{t("referral-expire")}</button></p></PostForm>
        }
    });
    let action = href::post::withdraw_referral(reference, count);
    view! {
        {expire}
        <details><summary class="link">{t("referral-withdraw")}</summary>
            <PostForm action class="form">
                <Area name="withdraw-reason" label=t("referral-why") rows=2 required=true/>
                <p class="row"><button class="button second">{t("referral-withdraw")}</button></p>
            </PostForm>
        </details>
    }
    .into_any()
}
