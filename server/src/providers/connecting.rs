//! Connecting a provider with an account, and taking it away.

use app::{
    context::Context,
    error::AppError,
    fields::Fields,
    form::refuse,
    href::{self, Href},
    leading::see_other,
};
use axum::{Extension, extract::Request, response::Response};
use entity::identity::{self, Vouched};
use tower_sessions::{Expiry, Session};

use crate::{session, sign_in::not_saved};

/// Connects whom the provider has shown in this session with the account that is signed in to it: both were proven here.
pub async fn connect(Extension(ctx): Extension<Context>, session: Session, request: Request) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        let reader = ctx.reader()?;
        let unlinked = ctx.unlinked.clone().ok_or_else(|| AppError::refused("refusal-nothing-to-connect"))?;
        if fields.get("not_now").is_none() {
            let vouched = Vouched {
                provider: unlinked.provider,
                issuer: unlinked.issuer,
                subject: unlinked.subject,
                called: unlinked.called,
                stakeholder: unlinked.stakeholder,
            };
            identity::connect(&ctx.db, reader, vouched, ctx.now).await?;
        }
        session.remove_value(session::UNLINKED).await.map_err(|error| not_saved(&error))?;
        session.set_expiry(Some(Expiry::OnInactivity(session::SIGNED_IN)));
        Ok::<Href, AppError>(format!("{}#ways", href::settings()))
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// Takes one of a person's own providers away, and the sessions elsewhere that were begun by it.
pub async fn disconnect(Extension(ctx): Extension<Context>, request: Request) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        let reader = ctx.reader()?;
        identity::disconnect(&ctx.db, reader, fields.parse("identity")?, ctx.now).await?;
        Ok::<Href, AppError>(format!("{}#ways", href::settings()))
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}
