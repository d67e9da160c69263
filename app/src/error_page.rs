//! The one page that says what went wrong.

use axum::http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::{context::context, error::AppError, frame::Frame, href, ui::in_area, words::t};

/// The page for an error, with its status, and with the words of the form that it befell. Someone who has to sign in is sent to do so and comes back.
#[component]
pub fn ErrorPage(error: AppError) -> impl IntoView {
    let response = expect_context::<ResponseOptions>();
    let ctx = context();
    if error == AppError::SignIn {
        response.set_status(StatusCode::SEE_OTHER);
        if let Ok(location) = HeaderValue::from_str(&href::sign_in(&ctx.address())) {
            response.insert_header(header::LOCATION, location);
        }
    } else {
        response.set_status(error.status());
    }
    if error.status() == StatusCode::SERVICE_UNAVAILABLE {
        response.insert_header(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    view! {
        <Frame title=error.title()>
            <header class="head">
                <div class="title stack">
                    <h1>{error.title()}</h1>
                    <p class="lede">{error.sentence()}</p>
                    {typed_words()}
                    <p class="row">
                        {form_page(&error)}
                        <a href=href::home()>{t("error-home")}</a>" "
                        <a href=href::forums()>{t("error-forums")}</a>
                    </p>
                </div>
            </header>
        </Frame>
    }
    .into_any()
}

/// For the address of a form, such as a browser is left at when a form was refused: the page that the form stands on.
fn form_page(error: &AppError) -> Option<AnyView> {
    let page =
        (*error == AppError::MethodNotAllowed).then(|| href::post::page_above(&context().path)).flatten()?;
    Some(view! { <a href=page>{t("error-form-page")}</a>" " }.into_any())
}

/// What was typed in a form whose own page cannot be shown, to be copied from here.
fn typed_words() -> Option<impl IntoView> {
    let ctx = context();
    let texts: Vec<_> = ctx.returned.as_ref()?.fields.prose().map(str::to_owned).collect();
    if texts.is_empty() {
        return None;
    }
    let label = t("error-your-words");
    let texts = texts.into_iter().map(|text| {
        view! { <textarea rows="8" readonly aria-label=label.clone()>{in_area(&text)}</textarea> }
    });
    Some(view! { <h2>{label.clone()}</h2> {texts.collect::<Vec<_>>()} })
}

/// The answer at an address that names nothing.
pub fn not_found_page() -> impl IntoView {
    view! { <ErrorPage error=AppError::NotFound/> }
}
