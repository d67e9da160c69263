//! Why a call was refused, as RFC 9457 has it, in the sentences that pages say.

use std::any::Any;

use app::{error::AppError, locale::Locale, words};
use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Message;
use serde::Serialize;

use crate::{cookies::Cookies, visit};

/// The media type of a problem.
pub const MEDIA: &str = "application/problem+json";

/// What a call is refused with.
#[derive(Debug, Serialize)]
pub struct Problem {
    /// Where the kind of problem is explained.
    #[serde(rename = "type")]
    kind: String,
    title: String,
    status: u16,
    detail: String,
    /// The stable name of the sentence, the same in every language.
    code: String,
    /// What is wrong with which part of what was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Wrong>,
}

/// What is wrong with one part of what was sent.
#[derive(Debug, Serialize)]
struct Wrong {
    field: &'static str,
    code: String,
    detail: String,
}

impl Problem {
    /// The problem that an error is, said in a language.
    pub fn of(error: &AppError, locale: Locale) -> Self {
        let wrong = error.parts().iter().filter_map(|part| {
            let field = called(part.on_field()?);
            Some(Wrong { field, code: part.code().to_owned(), detail: part.sentence_in(locale) })
        });
        let status = error.status().as_u16();
        Self {
            kind: format!("/api#problem-{status}"),
            title: error.title_in(locale),
            status,
            detail: match error {
                AppError::SignIn => words::say_in(locale, &Message::new("api-no-token")),
                error => error.sentence_in(locale),
            },
            code: error.code().to_owned(),
            errors: wrong.collect(),
        }
    }
}

/// What the API calls a field that pages call otherwise.
fn called(field: &'static str) -> &'static str {
    match field {
        "from" => "lines",
        "as" => "stakeholder",
        "comment" | "edited" => "body",
        "duplicate" => "duplicate_of",
        "hiding" | "erasing" | "reopening" => "reason",
        other => other,
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let content = serde_json::to_string(&self).unwrap_or_default();
        let said = [(header::CONTENT_TYPE, MEDIA), (header::CACHE_CONTROL, "no-store")];
        let mut response = (status, said, content).into_response();
        let more = match status {
            StatusCode::UNAUTHORIZED => Some((header::WWW_AUTHENTICATE, "Bearer")),
            StatusCode::SERVICE_UNAVAILABLE => Some((header::RETRY_AFTER, "5")),
            _ => None,
        };
        if let Some((name, value)) = more {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

/// Makes a problem of what the layers below answer without one.
pub async fn explain(request: Request, next: Next) -> Response {
    let locale = visit::locale(&Cookies::default(), request.headers());
    let answer = next.run(request).await;
    let status = answer.status();
    let is_told = answer.headers().get(header::CONTENT_TYPE).is_some_and(|media| media == MEDIA);
    if is_told || !(status.is_client_error() || status.is_server_error()) {
        return answer;
    }
    let mut told = Problem::of(&AppError::of_status(status), locale).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = answer.headers().get(&name) {
            told.headers_mut().insert(name, value.clone());
        }
    }
    told
}

/// Turns a panic into an answer, which `explain` makes a problem of.
pub fn caught(panic: Box<dyn Any + Send>) -> Response {
    let why = panic.downcast_ref::<String>().cloned();
    let why = why.or_else(|| panic.downcast_ref::<&str>().map(|why| (*why).to_owned())).unwrap_or_default();
    tracing::error!(panic = why, "A call panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
