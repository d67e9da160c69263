//! What was said in a thread, one comment after the other, and what may be done about each.

use std::ops::RangeInclusive;

use domain::{
    disposition::{Life, may_edit},
    permission::Action,
};
use entity::comment;
use leptos::prelude::*;

use super::{Conversation, Discussion, Wording, by};
use crate::{
    context::{Context, context},
    href, rich, t,
    ui::{Ago, Area, Markdown, Moment, Pager, PostForm},
    words::t,
};

/// What the reader has asked to do with a comment; the form for it then stands under the comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Edit,
    Withdraw,
    Hide,
    Erase,
}

/// Which page of so many comments the address asks for, and how many pages there are.
pub fn page_of(ctx: &Context, comments: i32) -> (u32, u32) {
    let pages = comments.unsigned_abs().div_ceil(href::COMMENTS).max(1);
    (ctx.query("page_number").unwrap_or(1).clamp(1, pages), pages)
}

/// The numbers of the comments on a page.
pub fn on(page: u32) -> RangeInclusive<i32> {
    let last = page.saturating_mul(href::COMMENTS);
    let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    whole(last - href::COMMENTS + 1)..=whole(last)
}

/// The comments of a thread that are on this page.
pub fn section(discussion: &Discussion, one: &Conversation) -> AnyView {
    let (page, pages) = page_of(&context(), one.thread.comments);
    let shown = one.comments.iter().filter(|comment| on(page).contains(&comment.number));
    let comments: Vec<_> = shown.map(|comment| said(discussion, one, comment)).collect();
    view! {
        <section aria-labelledby="said-h">
            <h2 class="label shift" id="said-h">{t("conversation-said")}</h2>
            <ol class="ledger">{comments}</ol>
            <Pager page pages/>
        </section>
    }
    .into_any()
}

fn said(discussion: &Discussion, one: &Conversation, comment: &comment::Model) -> AnyView {
    let doing = doing(discussion, comment);
    let edited = comment.edited_at.map(|at| {
        view! { <br/>{rich!("conversation-edited", when = view! { <Ago at/> })} }
    });
    let receipt = href::receipt(discussion.head.reference(), one.thread.number, comment.number);
    let late = (one.thread.late && comment.number == 1).then(|| view! { <br/>{t("conversation-late")} });
    view! {
        <li id=format!("c{}", comment.number) tabindex="-1">
            <p class="small quiet">
                <Moment at=comment.created_at/>
                {edited}
                {late}
            </p>
            <div>
                {by(&discussion.speakers, comment.author_id, comment.stakeholder_id, comment.mandate_id)}
                {words(one, comment)}
                {match doing {
                    Some(doing) => form(discussion, one, comment, doing),
                    None => acts(discussion, one, comment),
                }}
            </div>
            <p class="digest"><span class="vh">{t("conversation-receipt")}</span><a href=receipt rel="nofollow">{comment.receipt.clone()}</a></p>
        </li>
    }
    .into_any()
}

/// The words of a comment: struck when taken back, and only the reason when they are hidden.
fn words(one: &Conversation, comment: &comment::Model) -> AnyView {
    if let Some(stub) = stub(comment) {
        return view! { <p class="stub">{stub}</p> }.into_any();
    }
    let proposed = one.wished(comment.suggestion.as_deref());
    let proposed = proposed.map(|(quote, proposed)| view! { <Wording quote proposed/> });
    let body = view! { <Markdown text=comment.body.clone()/>{proposed} };
    let own = comment.withdrawn_at.map(|at| {
        view! { <p class="quiet">{rich!("conversation-comment-withdrawn", when = view! { <Ago at/> })}</p> }
    });
    match own.is_some() || matches!(one.life, Life::Withdrawn { .. }) {
        true => view! { <div class="struck">{body}</div>{own} }.into_any(),
        false => body.into_any(),
    }
}

/// What stands in place of words that were hidden or erased; none for others.
pub fn stub(comment: &comment::Model) -> Option<String> {
    match (&comment.erased, &comment.hidden) {
        (Some(reason), _) => Some(t!("conversation-erased-why", reason = reason.as_str())),
        (None, Some(reason)) => Some(t!("conversation-hidden-why", reason = reason.as_str())),
        (None, None) => None,
    }
}

/// What the reader has asked to do with this comment and may.
fn doing(discussion: &Discussion, comment: &comment::Model) -> Option<Doing> {
    let ctx = context();
    let asked = |name: &str| ctx.query.text(name) == comment.number.to_string();
    let asked = match () {
        () if asked("edit") => Doing::Edit,
        () if asked("withdraw") => Doing::Withdraw,
        () if asked("hide") => Doing::Hide,
        () if asked("erase") => Doing::Erase,
        () => return None,
    };
    may(&ctx, discussion, comment, asked).then_some(asked)
}

/// Tells whether the reader may do this with a comment now.
fn may(ctx: &Context, discussion: &Discussion, comment: &comment::Model, doing: Doing) -> bool {
    let own = ctx.reader.as_ref().is_some_and(|reader| reader.account.id == comment.author_id);
    let there = comment.hidden.is_none() && comment.withdrawn_at.is_none();
    match doing {
        Doing::Edit => {
            there
                && may_edit(comment.created_at, ctx.now).is_ok()
                && discussion.head.may(Action::EditComment { own })
        }
        // The comment that opened a thread is taken back with the thread.
        Doing::Withdraw => there && comment.number > 1 && discussion.head.may(Action::Withdraw { own }),
        Doing::Hide => comment.hidden.is_none() && discussion.head.may(Action::Moderate),
        Doing::Erase => {
            comment.hidden.is_some() && comment.erased.is_none() && discussion.head.may(Action::Erase)
        }
    }
}

/// The ways to the forms that change, withdraw, hide or erase a comment, for those who may.
fn acts(discussion: &Discussion, one: &Conversation, comment: &comment::Model) -> AnyView {
    let ctx = context();
    let link = |doing: Doing, name: &str, words: &str| {
        may(&ctx, discussion, comment, doing).then(|| {
            let to = href::in_thread(
                discussion.head.reference(),
                one.number(),
                name,
                comment.number.unsigned_abs(),
            );
            view! { <a href=to>{t(words)}</a> }
        })
    };
    let links = [
        link(Doing::Edit, "edit", "conversation-edit"),
        link(Doing::Withdraw, "withdraw", "conversation-withdraw"),
        link(Doing::Hide, "hide", "conversation-hide"),
        link(Doing::Erase, "erase", "conversation-erase"),
    ];
    let any = links.iter().any(Option::is_some);
    any.then(|| view! { <p class="acts small">{links.into_iter().flatten().collect_view()}</p> }).into_any()
}

fn form(discussion: &Discussion, one: &Conversation, comment: &comment::Model, doing: Doing) -> AnyView {
    let (reference, number) = (discussion.head.reference(), one.number());
    let this = comment.number.unsigned_abs();
    let back = href::comment(reference, number, this);
    let (action, fields, button, class) = match doing {
        Doing::Edit => (
            href::post::comment(reference, number, this),
            view! { <Area name="edited" label=t("conversation-edit-label") value=comment.body.clone() rows=8 required=true/> }
                .into_any(),
            "conversation-edit-button",
            "button",
        ),
        Doing::Withdraw => (
            href::post::comment_withdrawal(reference, number, this),
            view! { <p>{t("conversation-withdraw-sure")}</p> }.into_any(),
            "conversation-withdraw-button",
            "button grave",
        ),
        Doing::Hide => (
            href::post::comment_hiding(reference, number, this),
            view! { <Area name="hiding" label=t("conversation-hide-reason") hint=t("conversation-hide-hint") rows=3 required=true/> }
                .into_any(),
            "conversation-hide-button",
            "button grave",
        ),
        Doing::Erase => (
            href::post::comment_erasure(reference, number, this),
            view! {
                <p>{t("conversation-erase-sure")}</p>
                <Area name="erasing" label=t("conversation-erase-reason") hint=t("conversation-erase-hint") rows=3 required=true/>
            }
                .into_any(),
            "conversation-erase-button",
            "button grave",
        ),
    };
    view! {
        <PostForm action=action class="form">
            {fields}
            <p class="row"><button class=class>{t(button)}</button><a href=back>{t("conversation-leave")}</a></p>
        </PostForm>
    }
    .into_any()
}
