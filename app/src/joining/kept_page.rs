//! `/join`: what somebody wrote who is not known yet, or whose words could not be posted yet, and what can be done with it.

use domain::{
    Message, WaitsFor,
    permission::{Action, Denied},
};
use entity::{access, newcomer};
use leptos::prelude::*;

use super::Waiting;
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href, rich, t,
    ui::{Field, PostForm, Sure},
    words::{say, t},
};

pub struct KeptPage {
    /// What waits for the answer to a mail.
    mail: Option<Waiting>,
    /// The words of whoever is signed in, and why they are not posted.
    own: Vec<(Waiting, Why)>,
    again: bool,
    /// Whether they sent what was sent a moment ago.
    before: bool,
}

/// Why words are not posted.
enum Why {
    /// The secretariat did not let them in, and said this.
    Declined(String),
    /// The secretariat has not let their author in yet.
    Secretariat,
    /// A newer version than the one they were written on is out.
    Older,
    Refused(Message),
    /// Nothing stands in their way.
    Nothing,
}

pub async fn load(ctx: Context) -> Result<KeptPage, AppError> {
    let db = ctx.db.read();
    let again = ctx.query.get("again").is_some();
    let before = ctx.query.get("before").is_some();
    let Some(reader) = &ctx.reader else {
        let row = match ctx.newcomer {
            Some(id) => newcomer::Entity::unanswered(db, id, ctx.now).await?,
            None => None,
        };
        let mail = match row {
            Some(row) => Some(Waiting::of(&ctx, row).await?),
            None => None,
        };
        return Ok(KeptPage { mail, own: Vec::new(), again, before });
    };
    let mut own = Vec::new();
    for row in newcomer::Entity::of(db, reader.account.id, ctx.now).await? {
        let waiting = Waiting::of(&ctx, row).await?;
        let why = why(&ctx, &waiting).await?;
        own.push((waiting, why));
    }
    Ok(KeptPage { mail: None, own, again, before })
}

/// Why these words are not posted, by the permission table and the versions of now.
async fn why(ctx: &Context, waiting: &Waiting) -> Result<Why, AppError> {
    let (Some(draft), Some(forum)) = (&waiting.draft, &waiting.forum) else {
        return Ok(Why::Refused(Denied::NotFound.message()));
    };
    let roles = access::roles(ctx.db.read(), ctx.reader.as_ref(), forum, ctx.now).await?;
    let may = access::may(&roles, forum, draft, Action::Comment, ctx.now);
    Ok(match (may, &waiting.row.declined) {
        (Err(Denied::NotLetIn(_)), Some(answer)) => Why::Declined(answer.clone()),
        (Err(Denied::NotLetIn(_)), None) if waiting.row.state.0 == WaitsFor::Secretariat => Why::Secretariat,
        (Err(denied), _) => Why::Refused(denied.message()),
        (Ok(()), _) if waiting.fields.text("version") != draft.latest.to_string() => Why::Older,
        (Ok(()), _) => Why::Nothing,
    })
}

pub fn view(page: KeptPage) -> AnyView {
    match (page.mail, page.own) {
        (Some(mail), _) => check(&mail, page.again),
        (None, own) if own.is_empty() => nothing(page.before),
        (None, own) => waiting(own),
    }
}

/// That a mail is on its way, the words, and how they are sent or changed again.
fn check(mail: &Waiting, again: bool) -> AnyView {
    let email = mail.row.email.clone();
    let address = view! { <b><bdi>{email.clone()}</bdi></b> };
    let change = mail.change().map(|page| view! { <a href=page>{t("joining-change")}</a> });
    let (facts, said) = (mail.facts(), mail.said());
    view! {
        <Frame title=t("joining-check-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("joining-check-title")}</h1>
                    <p class="lede">{rich!("joining-check-lede", address = address)}</p>
                </div>
                {facts}
                <div class="next">
                    <h2 class="label">{t("joining-no-mail")}</h2>
                    <p>{t("joining-no-mail-why")}</p>
                </div>
            </header>
            {again.then(|| view! { <div class="notice" role="status"><p>{t("joining-sent-again")}</p></div> })}
            <section class="column">
                <div class="prose stack"><p>{t("joining-kept")}</p>{said}</div>
                <PostForm action=href::post::join_again() class="form again">
                    <Field name="email" label=t("joining-wrong-address") kind="email" value=email autocomplete="email"/>
                    <p class="row"><button class="button second">{t("joining-send-again")}</button>{change}</p>
                </PostForm>
            </section>
        </Frame>
    }
    .into_any()
}

/// That nothing waits here; or, to whoever sent what was sent a moment ago, that it is known already.
fn nothing(before: bool) -> AnyView {
    let (title, lede) = match before {
        true => (t("joining-before-title"), t("joining-before")),
        false => (t("joining-nothing-title"), t("joining-nothing")),
    };
    let sign_in =
        before.then(|| view! { <p><a href=href::sign_in(&href::kept())>{t("joining-sign-in")}</a></p> });
    view! {
        <Frame title=title.clone()>
            <header class="head">
                <div class="title stack">
                    <h1>{title}</h1>
                    <p class="lede">{lede}</p>
                    {sign_in}
                    <p><a href=href::home()>{t("joining-home")}</a></p>
                </div>
            </header>
        </Frame>
    }
    .into_any()
}

fn waiting(own: Vec<(Waiting, Why)>) -> AnyView {
    let own = own.iter().map(|(waiting, why)| one(waiting, why)).collect_view();
    view! {
        <Frame title=t("joining-waiting-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("joining-waiting-title")}</h1>
                    <p class="lede">{t("joining-waiting-lede")}</p>
                </div>
            </header>
            {own}
        </Frame>
    }
    .into_any()
}

/// Words, why they are not posted, and what can be done.
fn one(waiting: &Waiting, why: &Why) -> AnyView {
    let (id, place, said) = (waiting.row.id, waiting.place(), waiting.said());
    let forum = waiting.forum.as_ref().map(|forum| forum.name.clone()).unwrap_or_default();
    let newest = waiting.draft.as_ref().map_or(0, |draft| draft.latest.unsigned_abs());
    let sentence = match why {
        Why::Secretariat => t!("joining-waits-secretariat", forum = forum),
        Why::Declined(_) => t!("joining-waits-declined", forum = forum),
        Why::Older => t!("joining-waits-older", version = newest),
        Why::Refused(message) => say(message),
        Why::Nothing => t("joining-waits-nothing"),
    };
    let answer = match why {
        Why::Declined(answer) => Some(view! { <blockquote dir="auto">{answer.clone()}</blockquote> }),
        _ => None,
    };
    let (may_post, older) = (matches!(why, Why::Older | Why::Nothing), matches!(why, Why::Older));
    let post = may_post.then(|| {
        let words = if older { "joining-post-older" } else { "joining-post" };
        view! {
            <PostForm action=href::post::post_kept()>
                <input type="hidden" name="kept" value=id/>
                <button class="button second">{t(words)}</button>
            </PostForm>
        }
    });
    let change = waiting.change().filter(|_| may_post).map(|page| {
        view! { <a href=page>{t!("joining-write-anew", version = newest)}</a> }
    });
    let title = waiting.draft.as_ref().map(|draft| {
        let page = href::draft(&draft.reference);
        view! { <h2><a href=page><bdi>{draft.title.clone()}</bdi></a></h2> }
    });
    view! {
        <section class="sect">
            {title}
            <div class="stack">
                <p class="quiet">{place.clone()}</p>
                <p>{sentence}</p>
                {answer}
                {said}
                <div class="row">{post}{change}</div>
                <PostForm action=href::post::drop_kept()>
                    <input type="hidden" name="kept" value=id/>
                    <Sure step=t("joining-drop") means=t("joining-drop-means") whom=place/>
                </PostForm>
            </div>
        </section>
    }
    .into_any()
}
