//! The document around every page, and the answer it becomes.

use std::pin::Pin;

use axum::{
    body::Body,
    http::{Request, StatusCode},
    response::{IntoResponse, Response},
};
use futures::{Stream, StreamExt, stream};
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};

use crate::{
    context::{Context, context},
    error::{AppError, ErrorPage},
    routes::Routes,
};

/// Renders the page at the context's address to the end, so that its status and headers are known before the first byte leaves.
pub async fn render(at: Context) -> Response {
    write(at, || view! { <Routes/> }.into_any()).await
}

/// Renders the error page in place of the page at the context's address.
pub async fn render_error(at: Context, error: AppError) -> Response {
    write(at, || view! { <ErrorPage error/> }.into_any()).await
}

async fn write(at: Context, body: impl FnOnce() -> AnyView + Send + 'static) -> Response {
    let Ok(request) = Request::get(at.address()).body(Body::empty()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let give = move || provide_context(at.clone());
    leptos_axum::handle_response_inner(
        give,
        || document(body),
        request,
        |document, _, _| {
            Box::pin(async move {
                let html = with_islands(document.to_html_stream_in_order().collect::<String>().await);
                Box::pin(stream::once(async move { html })) as Pin<Box<dyn Stream<Item = String> + Send>>
            })
        },
    )
    .await
}

fn document(body: impl FnOnce() -> AnyView) -> impl IntoView {
    provide_meta_context();
    // Outside its islands a page is never hydrated: without this Leptos would mark every node for hydration.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let at = context();
    view! {
        <!DOCTYPE html>
        <html lang=at.locale.tag() dir=at.locale.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <MetaTags/>
                <link rel="stylesheet" href=(at.asset)("comity.css")/>
                <script type="module" src=(at.asset)("comity.js")></script>
            </head>
            <body>{body()}</body>
        </html>
    }
}

/// Leaves the browser half out of a page that has no island, so that a page of text costs nothing but its text.
fn with_islands(html: String) -> String {
    if html.contains("<leptos-island") {
        return html;
    }
    let end = "</script>";
    match (html.find("<script type=\"module\""), html.find(end)) {
        (Some(from), Some(to)) => [&html[..from], &html[to + end.len()..]].concat(),
        _ => html,
    }
}
