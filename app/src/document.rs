//! The document around every page, and the answer it becomes.

use std::pin::Pin;

use axum::{body::Body, http::Request, response::Response};
use futures::StreamExt;
use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::{
    context::{Context, context},
    routes::Routes,
};

/// Renders the page of a request's address to the end, so that its status and headers are known before the first byte leaves.
pub async fn render(at: Context, request: Request<Body>) -> Response {
    leptos_axum::handle_response_inner(
        move || provide_context(at.clone()),
        document,
        request,
        |app, _, _| {
            Box::pin(async move {
                let html = app.to_html_stream_in_order().collect::<String>().await;
                Box::pin(futures::stream::once(async move { html }))
                    as Pin<Box<dyn futures::Stream<Item = String> + Send>>
            })
        },
    )
    .await
}

fn document() -> impl IntoView {
    // Outside its islands a page is never hydrated: without this Leptos would mark every node for hydration.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let asset = context().asset;
    view! {
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <MetaTags/>
                <link rel="stylesheet" href=asset("comity.css")/>
                <script type="module" src=asset("comity.js")></script>
            </head>
            <body>
                <Routes/>
            </body>
        </html>
    }
}
