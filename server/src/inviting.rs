//! Sending and accepting invitations. Their links are random, so that this is no action of `app`.

use app::{
    context::Context,
    error::AppError,
    fields::Fields,
    form::{again, refuse},
    forum::inviting::{letter, named, verdicts},
    href,
    leading::see_other,
    locale::Locale,
};
use axum::{
    Extension, Router,
    extract::{Path, Request},
    http::HeaderMap,
    response::Response,
    routing::post,
};
use domain::{Message, permission::Action, typed::Name};
use entity::{access, account, forum, invitation, outbox::Words, verb};
use tower_sessions::Session;

use crate::{
    clock,
    network::Network,
    sign_in::{TRIES, begin},
    state::State,
};

/// The forms of invitations.
pub fn routes(state: State) -> Router {
    Router::new()
        .route(href::post::at::invitations(), post(invite))
        .route(href::post::at::invite_again(), post(invite_again))
        .route(href::post::at::invite_revoked(), post(revoke))
        .route("/invitations/{token}", post(accept))
        .with_state(state)
}

/// Invites somebody, or everybody of a list; with its button `preview`, says of each whether they can be.
async fn invite(Extension(ctx): Extension<Context>, Path(slug): Path<String>, request: Request) -> Response {
    let (fields, read) = Fields::read(request).await;
    if read.is_ok() && fields.get("preview").is_some() {
        return again(ctx, fields).await;
    }
    let done = async {
        read?;
        let forum = managed(&ctx, &slug).await?;
        let reader = ctx.reader()?;
        let rows = verdicts(&ctx, &forum, named(&fields)).await?;
        let alone = fields.get("list").is_none();
        let mut invites = Vec::new();
        for row in rows {
            let one = match row.verdict {
                Ok(one) => one,
                Err(why) if alone => return Err(AppError::Refused(why, None)),
                Err(_) => return Err(AppError::field("list", Message::new("refusal-roster"))),
            };
            let token = clock::token();
            let letter = letter(&forum, &reader.account.name, one.role, &token, ctx.locale);
            invites.push(verb::Invite {
                email: one.email,
                name: one.name,
                stakeholder: one.stakeholder,
                role: one.role,
                tier: one.tier,
                locale: ctx.locale.tag().to_owned(),
                digest: clock::digest(&token),
                letter,
            });
        }
        if invites.is_empty() {
            return Err(AppError::field("list", Message::new("refusal-roster-empty")));
        }
        reader.invite(&ctx.db, &forum, invites, ctx.now).await?;
        Ok(saved(&forum))
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// The forum, for who may manage it.
async fn managed(ctx: &Context, slug: &str) -> Result<forum::Model, AppError> {
    ctx.reader()?;
    let forum = forum::Entity::by_slug(ctx.db.read(), slug).await?;
    access::require_in(ctx.db.read(), ctx.reader.as_ref(), &forum, Action::ManageForum, ctx.now).await?;
    Ok(forum)
}

fn saved(forum: &forum::Model) -> href::Href {
    href::with_query(href::invitations(&forum.slug), &[("saved", "yes")])
}

/// Sends an invitation again, with another link.
async fn invite_again(
    Extension(ctx): Extension<Context>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        let forum = managed(&ctx, &slug).await?;
        let reader = ctx.reader()?;
        let row = invitation::Entity::of(ctx.db.read(), forum.id, fields.parse("invitation")?).await?;
        let (token, locale) = (clock::token(), Locale::from_tag(&row.locale).unwrap_or(ctx.locale));
        let letter: Words = letter(&forum, &reader.account.name, row.role.0, &token, locale);
        let sending = (clock::digest(&token), letter);
        reader.invite_again(&ctx.db, &forum, row.id, sending, ctx.now).await?;
        Ok::<_, AppError>(saved(&forum))
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// Revokes an invitation.
async fn revoke(Extension(ctx): Extension<Context>, Path(slug): Path<String>, request: Request) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        let forum = managed(&ctx, &slug).await?;
        ctx.reader()?.revoke_invitation(&ctx.db, &forum, fields.parse("invitation")?, ctx.now).await?;
        Ok::<_, AppError>(saved(&forum))
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// Accepts an invitation: whoever pressed the button behind its link is registered, unless its address has an account, and signed in.
async fn accept(
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    session: Session,
    Path(token): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        TRIES.step(&ctx.db, network.key("try"), ctx.now).await?;
        let digest = clock::digest(&token);
        let row = invitation::Entity::by_digest(ctx.db.read(), &digest).await?;
        let row = row.ok_or_else(|| AppError::refused("refusal-invitation-unknown"))?;
        let known = account::Entity::by_email(ctx.db.read(), &row.email).await?;
        // A link that is good for a month registers, and does not sign in to an account that is there.
        if known.is_some() {
            ctx.reader()?;
        }
        let name = match &known {
            Some(account) => Name::parse(&account.name),
            None => Name::parse(fields.text("name")),
        };
        let name = name.map_err(|bad| AppError::field("name", bad.message()))?;
        let reader = ctx.reader.as_ref();
        let account = verb::accept_invitation(&ctx.db, &digest, &name, reader, ctx.now).await?;
        if reader.is_none() {
            begin(&session, account.id, &headers).await?;
        }
        let forum = forum::Entity::by_id(ctx.db.read(), row.forum_id).await?;
        Ok::<_, AppError>(href::forum(&forum.slug))
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}
