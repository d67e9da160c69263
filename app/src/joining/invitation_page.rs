//! `/invitations/{token}`: the page that an invitation leads to. Opening it changes nothing; its button accepts.

use domain::text::Digest;
use entity::{account, forum, invitation, stakeholder};
use leptos::prelude::*;

use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href, t,
    ui::{Field, PostForm},
    words::{say, t},
};

/// What the page shows.
pub struct InvitationPage {
    token: String,
    found: Result<Box<Found>, domain::Message>,
}

/// An invitation that can be accepted.
pub struct Found {
    row: invitation::Model,
    forum: forum::Model,
    seat: Option<stakeholder::Model>,
    is_known: bool,
}

/// Reads the invitation behind a link; one that cannot be accepted says why.
pub async fn load(ctx: Context) -> Result<InvitationPage, AppError> {
    let token: String = ctx.param("token")?;
    let db = ctx.db.read();
    let row = invitation::Entity::by_digest(db, &Digest::of(token.as_bytes()).to_string()).await?;
    let refused = |id| Ok(InvitationPage { token: token.clone(), found: Err(domain::Message::new(id)) });
    let Some(row) = row else { return refused("refusal-invitation-unknown") };
    if let Some(id) = row.refusal(ctx.now) {
        return refused(id);
    }
    if ctx.reader.as_ref().is_some_and(|reader| reader.account.email != row.email) {
        return refused("refusal-invitation-address");
    }
    let found = Found {
        forum: forum::Entity::by_id(db, row.forum_id).await?,
        seat: match row.stakeholder_id {
            Some(id) => Some(stakeholder::Entity::by_id(db, id).await?),
            None => None,
        },
        is_known: account::Entity::by_email(db, &row.email).await?.is_some(),
        row,
    };
    Ok(InvitationPage { token, found: Ok(Box::new(found)) })
}

/// Shows to what one is invited, and the button that accepts.
pub fn view(page: InvitationPage) -> AnyView {
    let found = match page.found {
        Ok(found) => found,
        Err(why) => return over(&why),
    };
    let heading = t!("invitation-heading", forum = found.forum.name.as_str());
    let role = t(&format!("role-{}", found.row.role.0.key()));
    let seat = found.seat.as_ref().map(|seat| {
        let name = seat.name.clone();
        view! { <div><dt class="label">{t("invitation-seat")}</dt><dd><bdi>{name}</bdi></dd></div> }
    });
    let name = (!found.is_known).then(|| {
        let name = found.row.name.clone();
        view! { <Field name="name" label=t("joining-name") hint=t("joining-name-hint") value=name required=true autocomplete="name"/> }
    });
    view! {
        <Frame title=heading.clone()>
            <header class="head">
                <div class="title stack">
                    <h1>{heading}</h1>
                    <p class="lede">{t("invitation-lede")}</p>
                </div>
                <dl class="facts">
                    <div><dt class="label">{t("invitation-role")}</dt><dd>{role}</dd></div>
                    {seat}
                    <div><dt class="label">{t("invitation-address")}</dt><dd><bdi dir="ltr">{found.row.email.clone()}</bdi></dd></div>
                </dl>
            </header>
            <section class="column">
                <PostForm action=href::invitation(&page.token) class="form">
                    {name}
                    <p class="row"><button class="button">{t("invitation-accept")}</button></p>
                    <p class="small quiet">{t("joining-confirm-note")}</p>
                </PostForm>
            </section>
        </Frame>
    }
    .into_any()
}

fn over(why: &domain::Message) -> AnyView {
    let why = say(why);
    view! {
        <Frame title=t("invitation-over")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("invitation-over")}</h1>
                    <p class="lede">{why}</p>
                    <p><a href=href::sign_in("/")>{t("joining-sign-in")}</a></p>
                </div>
            </header>
        </Frame>
    }
    .into_any()
}
