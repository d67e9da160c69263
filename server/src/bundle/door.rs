//! Where bundles come in and go out: from other installations, and by hand on the pages.

use app::{
    context::Context, document, error::AppError, fields::Fields, form::refuse, href, leading::see_other,
    locale::Locale,
};
use axum::{
    Extension, Json, Router,
    extract::{Path, Request, State as FromState},
    http::{StatusCode, header},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::post,
};
use domain::Message;
use entity::{bundle::Entity as Kept, draft, referral, verb::TakenIn};
use serde_json::json;

use super::{Carried, Here, LARGEST, Turned, delivery::DOOR};
use crate::{
    export::Failure,
    off::{self, Turns},
    receive::{self, Received},
    state::State,
};

/// Where other installations send theirs.
pub fn routes(state: &State, received: Received, turns: Turns) -> Router {
    Router::new()
        .route(DOOR, post(sent).with_state(state.clone()))
        .layer(from_fn_with_state(turns, off::run))
        .layer(from_fn_with_state(received, receive::whole))
}

impl State {
    fn here(&self) -> Here<'_> {
        Here { db: &self.db, signer: &self.signer, url: &self.url }
    }
}

/// What another installation sends. It is answered with what came of it, or with why it is not taken, as a problem.
async fn sent(FromState(state): FromState<State>, request: Request) -> Response {
    let taken = request.extensions().get::<app::body::Taken>().cloned();
    let result = match taken {
        Some(taken) if taken.whole.is_ok() => {
            let content = taken.bytes.to_vec();
            state.here().take(content, Carried::Sent, state.clock.now()).await.map_err(AppError::from)
        }
        Some(taken) => Err(taken.whole.err().map_or(AppError::Unreadable, |error| match error {
            AppError::TooLarge => Turned::TooLarge.into(),
            other => other,
        })),
        None => Err(AppError::Unreadable),
    };
    match result {
        Ok(TakenIn::New(_)) => Json(json!({ "result": "taken" })).into_response(),
        Ok(TakenIn::Known(_)) => Json(json!({ "result": "known" })).into_response(),
        Err(error) => {
            let problem = json!({ "title": error.title_in(Locale::En), "detail": error.sentence_in(Locale::En), "code": error.code() });
            (error.status(), [(header::CONTENT_TYPE, "application/problem+json")], problem.to_string())
                .into_response()
        }
    }
}

/// What somebody brings as a file.
pub async fn brought(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        let reader = ctx.reader()?;
        match read {
            Err(AppError::TooLarge) => return Err(Turned::TooLarge.into()),
            other => other?,
        }
        let file = fields.upload("bundle");
        let file = file.ok_or_else(|| AppError::field("bundle", Message::new("bundle-no-file")))?;
        if file.bytes.len() > LARGEST {
            return Err(Turned::TooLarge.into());
        }
        let taken = state.here().take(file.bytes.clone(), Carried::By(reader), ctx.now).await?;
        let row = taken.referral();
        let draft = draft::Entity::by_id(ctx.db.read(), row.draft_id).await?;
        Ok::<_, AppError>(href::referral(&draft.reference, row.number))
    };
    match done.await {
        Ok(next) => see_other(&next),
        // The file is not sent back to be sent again.
        Err(error) => refuse(ctx, fields.only(&["page"]), error).await,
    }
}

async fn seen(ctx: &Context, (reference, number): &(String, i32)) -> Result<referral::Model, AppError> {
    Ok(ctx.viewer().referral(reference, *number).await?.referral)
}

/// All that was said here, as a file.
pub async fn made(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    Path(place): Path<(String, i32)>,
) -> Response {
    let file = async {
        let row = seen(&ctx, &place).await?;
        state.here().make(&row, ctx.now).await.map_err(|failure| match failure {
            Failure::Entity(error) => AppError::from(error),
            Failure::Making(error) => {
                tracing::error!(%error, "A bundle could not be made");
                AppError::Internal
            }
            // Only papers lack anything.
            Failure::Lacking(_) => AppError::Internal,
        })
    };
    answer(ctx.clone(), file.await, &place, "bundle").await
}

/// The last that the other side said, as it came.
pub async fn kept(Extension(ctx): Extension<Context>, Path(place): Path<(String, i32)>) -> Response {
    let file = async {
        let row = seen(&ctx, &place).await?;
        Ok(Kept::of(ctx.db.read(), row.id).await?.content)
    };
    answer(ctx.clone(), file.await, &place, "received").await
}

async fn answer(
    ctx: Context,
    file: Result<Vec<u8>, AppError>,
    (reference, number): &(String, i32),
    what: &str,
) -> Response {
    match file {
        Ok(file) => {
            let plain: String = reference
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' })
                .collect();
            let name = format!("attachment; filename=\"{plain}-{number}.{what}.zip\"");
            let headers =
                [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, name)];
            (StatusCode::OK, headers, file).into_response()
        }
        Err(error) => document::render_error(ctx, error).await,
    }
}
