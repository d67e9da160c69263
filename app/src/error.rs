//! What can go wrong on a page or in a form, and the one page that says so.

use axum::http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// An answer other than the page that was asked for. What a person can be told is a variant; the rest is `Internal`.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AppError {
    #[error("not found")]
    NotFound,
    #[error("internal error")]
    Internal,
}

impl AppError {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// The page for an error, with its status.
#[component]
pub fn ErrorPage(error: AppError) -> impl IntoView {
    expect_context::<ResponseOptions>().set_status(error.status());
    view! { <main class="page" id="main"><h1>{error.to_string()}</h1></main> }
}

/// The answer at an address that names nothing.
pub fn not_found_page() -> impl IntoView {
    view! { <ErrorPage error=AppError::NotFound/> }
}
