//! The roles that count only in a session that was begun by a certain provider.

use std::sync::{Arc, Mutex, PoisonError};

use app::{admin, context::Context, error::AppError, fields::Fields, form::refuse, href, leading::see_other};
use axum::{
    Extension,
    extract::{Request, State as FromState},
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::Message;
use entity::{
    Db,
    requirement::{self, Model, ROLES},
};

use crate::state::State;

/// How long what is required is known without asking again. What is written asks in its transaction, so that only pages may be late.
const GOOD: TimeDelta = TimeDelta::seconds(5);

/// What is required, so that no page costs a question for it.
#[derive(Default)]
pub struct Required(Mutex<Option<Known>>);

/// When it was read, and what was.
type Known = (DateTime<Utc>, Arc<[Model]>);

impl Required {
    /// What is required now.
    pub async fn now(&self, db: &Db, now: DateTime<Utc>) -> Result<Arc<[Model]>, entity::Error> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((read, required)) = kept.filter(|(read, _)| now >= *read && now - *read < GOOD) {
            tracing::trace!(%read, "What is required is known");
            return Ok(required);
        }
        let required: Arc<[Model]> = requirement::Entity::all(db.read()).await?.into();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, required.clone()));
        Ok(required)
    }

    fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Keeps which role asks for which provider.
pub async fn require(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        let reader = admin::require(&ctx)?;
        let role = ROLES.into_iter().find(|role| role.key() == fields.text("role"));
        let role = role.ok_or_else(|| AppError::field("role", Message::new("refusal-requirement-role")))?;
        let provider = fields.optional("provider");
        if provider.is_some_and(|key| state.providers.of(key).is_err()) {
            return Err(AppError::NotFound);
        }
        requirement::set(&ctx.db, reader, role, provider, ctx.now).await?;
        state.required.forget();
        Ok(href::with_query(href::admin(), &[("done", "yes")]))
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}
