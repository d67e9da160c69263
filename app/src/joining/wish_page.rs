//! `/forums/{slug}/speak`: asking to speak there for an organisation, and what became of it.

use domain::{WishState, class::Class};
use entity::{forum, stakeholder, wish};
use leptos::prelude::*;

use crate::{
    context::Context,
    error::AppError,
    forum::seen,
    frame::Frame,
    href, t,
    ui::{Area, Day, Field, Pick, PostForm},
    words::{comma, t},
};

/// What the field `whom` has for an organisation that is not known yet.
pub const NEW: &str = "new";

/// What the page shows.
pub struct WishPage {
    forum: forum::Model,
    stakeholders: Vec<stakeholder::Model>,
    /// What the reader asked for in this forum.
    own: Vec<wish::Model>,
    sent: bool,
}

/// Reads who there is to speak for. Sends a stranger to sign in, and refuses with not found a forum that the reader may not see.
pub async fn load(ctx: Context) -> Result<WishPage, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = seen(&ctx).await?;
    let mut own = wish::Entity::of(ctx.db.read(), reader.account.id).await?;
    own.retain(|one| one.forum_id == forum.id);
    let stakeholders = stakeholder::Entity::all(ctx.db.read()).await?;
    Ok(WishPage { stakeholders, own, sent: ctx.query.get("sent").is_some(), forum })
}

/// Shows the form, and what was asked before.
pub fn view(page: WishPage) -> impl IntoView {
    let heading = t!("wish-heading", forum = page.forum.name.as_str());
    let new = (NEW.to_owned(), t("wish-new"));
    let known = page.stakeholders.iter().map(|one| (one.slug.clone(), one.name.clone()));
    // Nobody is chosen before somebody chooses: to ask for another is soon done.
    let none = (String::new(), t("wish-whom-choose"));
    let options: Vec<_> = std::iter::once(none).chain(known).chain([new]).collect();
    let classes: Vec<_> =
        Class::ALL.iter().map(|one| (one.key().to_owned(), t(&format!("class-{}", one.key())))).collect();
    let sent = page.sent.then(|| view! { <div class="notice" role="status"><p>{t("wish-sent")}</p></div> });
    view! {
        <Frame title=heading.clone()>
            <header class="head">
                <div class="title stack">
                    <p class="quiet"><a href=href::forum(&page.forum.slug)><bdi>{page.forum.name.clone()}</bdi></a></p>
                    <h1>{heading}</h1>
                    <p class="lede">{t("wish-lede")}</p>
                </div>
            </header>
            {sent}
            {own(&page.own)}
            <section class="sect" aria-labelledby="wish-h">
                <h2 id="wish-h">{t("wish-form")}</h2>
                <PostForm action=href::post::wishes(&page.forum.slug) class="form" labelled_by="wish-h">
                    <Pick name="whom" label=t("wish-whom") options/>
                    <fieldset>
                        <legend>{t("wish-new-legend")}</legend>
                        <Field name="organisation" label=t("admin-stakeholder-name")/>
                        <Pick name="class" label=t("admin-class") options=classes value="civil-society"/>
                        <Field name="place" label=t("admin-place")/>
                    </fieldset>
                    <Field name="title" label=t("wish-title") hint=t("wish-title-hint") required=true/>
                    <Area name="evidence" label=t("wish-evidence") hint=t("wish-evidence-hint") rows=4 required=true/>
                    <p class="row"><button class="button">{t("wish-send")}</button></p>
                </PostForm>
            </section>
        </Frame>
    }
}

fn own(own: &[wish::Model]) -> Option<AnyView> {
    let list = own.iter().map(|one| {
        let state = t(match one.state.0 {
            WishState::Waiting => "wish-waits",
            WishState::Granted => "wish-granted",
            WishState::Declined => "wish-declined",
        });
        let answer = one.answer.clone().filter(|_| one.state.0 == WishState::Declined);
        let answer = answer.map(|answer| view! { <blockquote dir="auto">{answer}</blockquote> });
        view! {
            <li>
                <p><b><bdi>{one.name.clone()}</bdi></b>{comma()}{state}</p>
                <p class="small quiet"><bdi>{one.title.clone()}</bdi>{comma()}<Day at=one.created_at/></p>
                {answer}
            </li>
        }
    });
    let list = list.collect_view();
    (!own.is_empty()).then(|| {
        view! {
            <section class="sect" aria-labelledby="own-h">
                <h2 id="own-h">{t("wish-own")}</h2>
                <ul class="stack">{list}</ul>
            </section>
        }
        .into_any()
    })
}
