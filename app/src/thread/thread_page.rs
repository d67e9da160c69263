//! `/drafts/{reference}/threads/{number}`: one conversation, whole.

use domain::{
    disposition::Life,
    permission::{Action, Denied},
    suggestion::Outlook,
};
use entity::{access, placement};
use leptos::prelude::*;

use super::{Conversation, Discussion, Found, Outcome, answer, comments, place, places, speaking_for};
use crate::{
    context::{Context, context},
    draft::{DraftHead, LiveDiff, Tab, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    telling::posted::{self, Posted},
    ui::{Area, Icon, PostForm, in_area},
    words::{say, t},
};

/// What the page shows.
pub struct Thread {
    discussion: Discussion,
    one: Conversation,
    /// Where it stands in every version since it was made.
    places: Vec<placement::Model>,
    /// Whether the reader may reply, or why not.
    reply: Result<(), Denied>,
    /// The reply that the reader has just given.
    posted: Option<Posted>,
}

/// Reads the thread. Refuses with not found a draft that the reader may not see, and a number that no thread has.
pub async fn load(ctx: Context) -> Result<Thread, AppError> {
    let number: u32 = ctx.param("number")?;
    let number = i32::try_from(number).map_err(|_| AppError::NotFound)?;
    let on_this_page = |comments| comments::on(comments::page_of(&ctx, comments).0);
    let reference = ctx.param::<String>("reference")?;
    let mut discussion = Discussion::about(ctx.viewer(), &reference, number, on_this_page).await?;
    ctx.made_from(discussion.head.runs());
    let one = discussion.conversations.pop().ok_or(AppError::NotFound)?;
    let head = &discussion.head;
    let reply = access::may(&head.roles, &head.forum, &head.draft, Action::Reply, ctx.now);
    let places = placement::Entity::of(ctx.db.read(), one.thread.id).await?;
    let repaired = places.iter().filter_map(|place| place.repaired_by);
    discussion.speakers = discussion.speakers.with(&ctx.db, repaired).await?;
    let draft = (head.draft.id, head.reference());
    let posted =
        Posted::find(&ctx, draft, Some(one.number()), |comment| href::here(&format!("c{comment}"))).await?;
    Ok(Thread { places, reply, posted, one, discussion })
}

/// Shows the words it is about, the comments, the answer, and its place in each version.
pub fn view(page: Thread) -> impl IntoView {
    let Thread { discussion, one, places, reply, posted } = page;
    let posted = posted.as_ref().map(posted::notice);
    let head = discussion.head.clone();
    let title = t!("conversation-title", number = one.number());
    let next = neighbours(&discussion, &one);
    let lede = lede(&discussion, &one);
    let sections = (
        words(&discussion, &one),
        comments::section(&discussion, &one),
        answer::section(&discussion, &one),
        places::section(&discussion, &one, &places),
        take_part(&discussion, &one, reply),
    );
    view! {
        <Frame title=page_title(&head, &title)>
            <DraftHead head=head tab=Tab::Comments heading=title next=next>{lede}</DraftHead>
            {posted}
            {sections}
        </Frame>
    }
}

/// What it is about and how it stands, in a sentence.
fn lede(discussion: &Discussion, one: &Conversation) -> AnyView {
    let kind = t(&format!("conversation-kind-{}-of", one.thread.kind.0.key()));
    let place = place::where_now(discussion, one);
    let state = match &one.life {
        Life::Open => t("conversation-lede-open"),
        Life::Reopened { .. } => t("conversation-lede-reopened"),
        Life::Withdrawn { .. } => t("conversation-lede-withdrawn"),
        Life::Answered { answer } | Life::Acknowledged { answer, .. } => {
            t!("conversation-lede-answered", answer = super::verdict::said(Some(answer.disposition)))
        }
    };
    view! {
        <p class="lede">{rich!("conversation-lede", place = place, kind = kind, state = state)}</p>
    }
    .into_any()
}

/// The way back to the words it is about, and to the other threads.
fn neighbours(discussion: &Discussion, one: &Conversation) -> AnyView {
    let reference = discussion.head.reference();
    let beside = one.placement().and_then(|place| place.lines).map(|_| {
        let text = href::thread_in_place(reference, one.number());
        view! { <p><a href=text>{t("conversation-in-text")}</a></p> }
    });
    view! {
        <h2 class="label">{t("conversation-elsewhere")}</h2>
        {beside}
        <p><a href=href::threads(reference)>{t("conversation-all")}</a></p>
        <p><a href=href::responses(reference)>{t("conversation-responses")}</a></p>
    }
    .into_any()
}

/// The words it was made on, and what became of the wording proposed for them.
fn words(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let quote = one.quote()?.to_owned();
    // That a suggestion was taken word for word is said of the answer already.
    let verified = matches!(discussion.outcome(one), Outcome::Changed { found: Found::Verbatim, .. });
    let outlook = discussion.outlook(one).filter(|_| !verified).map(|outlook| {
        let applied = matches!(outlook, Outlook::Applied { .. }) && one.doubt().is_none();
        let words =
            t!("conversation-outlook", version = discussion.head.latest(), outlook = said_of(&outlook));
        view! { <p class="checked">{applied.then(|| view! { <Icon name="tick"/> })}<span>{words}</span></p> }
    });
    let language = discussion.head.draft.language.clone();
    Some(
        view! {
            <section class="sect" aria-labelledby="words-h">
                <h2 class="label" id="words-h">{t("conversation-quoted")}</h2>
                <div class="stack">
                    <blockquote class="quoted" lang=language dir="auto">{quote}</blockquote>
                    {outlook}
                </div>
            </section>
        }
        .into_any(),
    )
}

/// What became of a suggestion, in words.
fn said_of(outlook: &Outlook) -> String {
    say(&outlook.message())
}

/// The reply, the way to take the thread back, and what was typed into a form that is no longer there.
fn take_part(discussion: &Discussion, one: &Conversation, reply: Result<(), Denied>) -> AnyView {
    let withdrawn = matches!(one.life, Life::Withdrawn { .. });
    let typed = typed_before(reply.is_ok() && !withdrawn);
    let reply = match reply {
        Ok(()) if withdrawn => view! { <p class="quiet">{t("conversation-no-reply")}</p> }.into_any(),
        Ok(()) => reply_form(discussion, one),
        Err(Denied::SignIn) => {
            let page = href::sign_in(&context().address());
            view! { <p><a href=page>{t("conversation-sign-in")}</a></p> }.into_any()
        }
        Err(denied) => view! { <p class="quiet">{say(&denied.message())}</p> }.into_any(),
    };
    view! {
        <section class="sect" id="reply" aria-labelledby="reply-h">
            <h2 class="label" id="reply-h">{t("conversation-reply")}</h2>
            <div class="stack">
                {typed}
                {reply}
                {withdraw(discussion, one)}
            </div>
        </section>
    }
    .into_any()
}

fn reply_form(discussion: &Discussion, one: &Conversation) -> AnyView {
    let action = href::post::replies(discussion.head.reference(), one.number());
    let suggestion = suggestion(discussion, one);
    let speaking_for = speaking_for(&discussion.head.forum);
    view! {
        <PostForm action=action class="form">
            <Area name="body" label=t("conversation-reply-label") hint=t("conversation-reply-hint") rows=5 required=true/>
            {suggestion}
            {speaking_for}
            <p class="row"><button class="button second">{t("conversation-reply-button")}</button></p>
        </PostForm>
    }
    .into_any()
}

/// The source of the words it was made on, to be written otherwise; left as they are, nothing is suggested.
fn suggestion(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let given = discussion.given(one)?;
    let may = discussion.head.may(Action::Suggest);
    may.then(|| {
        let typed = context().typed_or("suggestion", &given);
        let (lead, open) = (t("composer-change"), typed != given);
        view! {
            <details open=open>
                <summary class="link">{t("composer-suggest")}</summary>
                <Area
                    name="suggestion"
                    label=t("conversation-suggestion")
                    hint=t("conversation-suggestion-hint")
                    value=given.clone()
                    rows=4
                />
                <LiveDiff words=given typed lead/>
            </details>
        }
        .into_any()
    })
}

/// What was typed into a form that has gone meanwhile, as when somebody else has answered: nothing that was typed is lost.
fn typed_before(can_reply: bool) -> Option<AnyView> {
    let ctx = context();
    let returned = ctx.returned.as_ref()?;
    returned.error.as_ref().filter(|error| error.on_field().is_none())?;
    let gone = ["edited", "hiding", "erasing", "reason", "reopening"]
        .into_iter()
        .chain((!can_reply).then_some("body"));
    let typed = gone.into_iter().find_map(|name| returned.fields.optional(name))?;
    let typed = in_area(typed);
    Some(
        view! {
            <p class="field">
                <label for="typed">{t("conversation-typed")}</label>
                <textarea id="typed" rows="5" readonly=true>{typed}</textarea>
            </p>
        }
        .into_any(),
    )
}

/// The way to take a thread back, which is asked once more.
fn withdraw(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let ctx = context();
    let own = one.is_of(ctx.reader.as_ref().map(|reader| reader.account.id));
    let possible = one.life.clone().withdraw(ctx.now).is_ok();
    let may = own && possible && discussion.head.may(Action::Withdraw { own });
    let (reference, number) = (discussion.head.reference(), one.number());
    let asked = ctx.query.text("withdraw") == "thread";
    let back = href::thread(reference, number);
    may.then(|| match asked {
        false => {
            let to = href::withdraw_thread(reference, number);
            view! { <p><a href=to>{t("conversation-withdraw-thread")}</a></p> }.into_any()
        }
        true => view! {
            <PostForm action=href::post::withdrawal(reference, number) class="stack">
                <p>{t("conversation-withdraw-thread-sure")}</p>
                <p class="row">
                    <button class="button grave">{t("conversation-withdraw-thread-button")}</button>
                    <a href=back>{t("conversation-leave")}</a>
                </p>
            </PostForm>
        }
        .into_any(),
    })
}
