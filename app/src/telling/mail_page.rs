//! `/mail/{link}`: where a link in a mail leads. Following it changes nothing; pressing a button there does, without signing in.

use domain::{
    disposition::{Life, Satisfaction},
    telling::Occasion,
};
use entity::{
    Reader,
    link::{Key, Link},
    reading::docket,
    thread,
};
use leptos::prelude::*;

use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href, t,
    ui::{Markdown, PostForm},
    words::t,
};

/// What the page shows.
pub struct Linked {
    link: String,
    kind: Kind,
}

enum Kind {
    Stop { name: String, occasion: Occasion, done: Option<&'static str> },
    Judge(Judge),
}

struct Judge {
    reference: String,
    thread: u32,
    answer: String,
    reason: String,
    state: State,
    /// What was chosen in the mail.
    satisfied: Option<bool>,
}

enum State {
    Waits,
    Said(bool),
    Over,
}

/// Reads what the link stands for. Refuses with not found a link that was not signed here, or whose subject is gone.
pub async fn load(ctx: Context) -> Result<Linked, AppError> {
    ctx.made_from_everything();
    let written: String = ctx.param("link")?;
    let key = Key::of(&ctx.db, ctx.now).await?;
    let link = Link::read(&written, &key).ok_or(AppError::NotFound)?;
    let reader = Reader::of(&ctx.db, link.account(), ctx.now).await?.ok_or(AppError::NotFound)?;
    let kind = match link {
        Link::Stop { occasion, .. } => {
            let done = match ctx.done("done") {
                Some("this") => Some("mail-stop-done"),
                Some("rest") => Some("mail-stop-done-rest"),
                _ => None,
            };
            Kind::Stop { name: reader.account.name.clone(), occasion, done }
        }
        Link::Judge { thread, answered, .. } => {
            let thread = thread::Entity::by_id(ctx.db.read(), thread).await?;
            let seen = docket::among(ctx.db.read(), Some(&reader), [thread.draft_id], ctx.now).await?;
            let (found, _) = seen.into_values().next().ok_or(AppError::NotFound)?;
            let life = thread.life_at(ctx.now);
            let answer = life.standing_answer().filter(|answer| answer.at == answered);
            let state = match &life {
                _ if answer.is_none() => State::Over,
                Life::Answered { .. } => State::Waits,
                Life::Acknowledged { satisfaction: Satisfaction::Lapsed, .. } => State::Waits,
                Life::Acknowledged { satisfaction, .. } => {
                    State::Said(*satisfaction == Satisfaction::Satisfied)
                }
                Life::Open | Life::Reopened { .. } | Life::Withdrawn { .. } => State::Over,
            };
            let key = answer.map_or("none", |answer| answer.disposition.key());
            Kind::Judge(Judge {
                reference: found.reference,
                thread: thread.number.unsigned_abs(),
                answer: t_in(&ctx, &format!("disposition-{key}")),
                reason: answer.map(|answer| answer.reason.as_str().to_owned()).unwrap_or_default(),
                state,
                satisfied: ctx.done("satisfied").map(|said| said == "yes"),
            })
        }
    };
    Ok(Linked { link: written, kind })
}

fn t_in(ctx: &Context, id: &str) -> String {
    crate::words::in_locale(ctx.locale, id, [])
}

/// Shows what the button will do: stop mails of one kind, or say whether an answer satisfies.
pub fn view(page: Linked) -> impl IntoView {
    match page.kind {
        Kind::Stop { name, occasion, done } => stop(&page.link, name, occasion, done),
        Kind::Judge(judge) => judged(&page.link, judge),
    }
}

fn stop(link: &str, name: String, occasion: Occasion, done: Option<&'static str>) -> AnyView {
    let occasion = t(&format!("occasion-{}", occasion.key()));
    let body = match done {
        Some(done) => view! {
            <div class="notice" role="status"><p>{t(done)}</p></div>
            <p>{t("mail-stop-again")}" "<a href=href::settings()>{t("mail-settings")}</a></p>
        }
        .into_any(),
        None => view! {
            <p class="lede">{t!("mail-stop-lede", name = name, occasion = occasion)}</p>
            <PostForm action=href::post::mail(link)>
                <p class="row">
                    <button class="button" name="stop" value="this">{t("mail-stop-button")}</button>
                    <button class="button second" name="stop" value="rest">{t("mail-stop-rest")}</button>
                </p>
            </PostForm>
        }
        .into_any(),
    };
    page("mail-stop-title", body)
}

fn judged(link: &str, judge: Judge) -> AnyView {
    let thread = href::answer(&judge.reference, judge.thread);
    let lede = t!(
        "mail-judge-lede",
        thread = judge.thread,
        reference = judge.reference.as_str(),
        answer = judge.answer
    );
    let body = match judge.state {
        State::Waits => {
            let satisfied = judge.satisfied.unwrap_or(true);
            let class = move |said: bool| {
                if satisfied == said { "button" } else { "button second" }
            };
            view! {
                <p class="lede">{lede}</p>
                <Markdown text=judge.reason/>
                <PostForm action=href::post::mail(link)>
                    <p class="row">
                        <button class=class(true) name="satisfied" value="yes">{t("mail-answer-yes")}</button>
                        <button class=class(false) name="satisfied" value="no">{t("mail-answer-no")}</button>
                    </p>
                </PostForm>
            }
            .into_any()
        }
        State::Said(satisfied) => {
            let words = if satisfied { "mail-judge-done-satisfied" } else { "mail-judge-done-not-satisfied" };
            view! { <p class="lede">{lede}</p><div class="notice" role="status"><p>{t(words)}</p></div> }
                .into_any()
        }
        State::Over => view! { <p class="lede">{t("mail-judge-over")}</p> }.into_any(),
    };
    let body = view! { {body}<p><a href=thread>{t("mail-judge-thread")}</a></p> }.into_any();
    page("mail-judge-title", body)
}

fn page(title: &'static str, body: AnyView) -> AnyView {
    view! {
        <Frame title=t(title)>
            <header class="head">
                <div class="title stack">
                    <h1>{t(title)}</h1>
                    {body}
                </div>
            </header>
        </Frame>
    }
    .into_any()
}
