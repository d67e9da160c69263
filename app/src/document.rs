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
    context::{Context, Record, context},
    error::AppError,
    error_page::ErrorPage,
    locale::Locale,
    routes::Routes,
    ui::unseen_html::marked,
};

/// Renders the page at the context's address to the end, so that its status and headers are known before the first byte leaves.
pub async fn render(ctx: Context) -> Response {
    let record = Record::now(&ctx.db).await.ok().flatten();
    write(ctx, record, || view! { <Routes/> }.into_any()).await
}

/// Renders the error page in place of the page at the context's address. A database that does not answer is not asked for it once more, as
/// whoever reads it would wait as long again.
pub async fn render_error(ctx: Context, error: AppError) -> Response {
    let record = match error {
        AppError::Away | AppError::NotSaved => None,
        _ => Record::now(&ctx.db).await.ok().flatten(),
    };
    write(ctx, record, || view! { <ErrorPage error/> }.into_any()).await
}

/// Every page says in its foot how far the record is signed, when that is known.
async fn write(
    ctx: Context,
    record: Option<Record>,
    body: impl FnOnce() -> AnyView + Send + 'static,
) -> Response {
    let Ok(request) = Request::get(ctx.address()).body(Body::empty()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let give = move || {
        provide_context(ctx.clone());
        if let Some(record) = record {
            provide_context(record);
        }
    };
    leptos_axum::handle_response_inner(
        give,
        || document(body),
        request,
        |document, _, _| {
            Box::pin(async move {
                let html = finished(&document.to_html_stream_in_order().collect::<String>().await);
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
    let ctx = context();
    view! {
        <!DOCTYPE html>
        <html lang=ctx.locale.tag() dir=ctx.locale.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <MetaTags/>
                <link rel="icon" type="image/svg+xml" href=(ctx.asset)("icon.svg")/>
                <link rel="stylesheet" href=(ctx.asset)("comity.css")/>
                <script type="module" src=(ctx.asset)("comity.js")></script>
            </head>
            <body>{body()}</body>
        </html>
    }
}

/// What is left to do once the page is text: the marks that only hydration reads are taken out wherever nothing is hydrated, and a
/// page without an island does not load the browser half, so that a page of text costs nothing but its text. Characters that nobody sees
/// get their marks, whoever wrote them and wherever they stand.
fn finished(html: &str) -> String {
    let end = "</script>";
    let mut page = String::with_capacity(html.len());
    let (start, body) = html.split_once("<body>").unwrap_or(("", html));
    let said =
        start.split_once("<html lang=\"").and_then(|(_, tag)| Locale::from_tag(tag.split('"').next()?));
    let locale = said.unwrap_or(Locale::En);
    match (start.find("<script type=\"module\""), start.find(end)) {
        (Some(from), Some(to)) if !body.contains(ISLAND) => {
            page.extend([marked(&start[..from], locale), marked(&start[to + end.len()..], locale)]);
        }
        _ => page.push_str(&marked(start, locale)),
    }
    page.push_str("<body>");
    let mut islands = body.split(ISLAND);
    page.push_str(&marked(&unmarked(islands.next().unwrap_or_default()), locale));
    for island in islands {
        let (inside, after) = island.split_once(ISLAND_END).unwrap_or((island, ""));
        page.extend([ISLAND, inside, ISLAND_END]);
        page.push_str(&marked(&unmarked(after), locale));
    }
    page
}

const ISLAND: &str = "<leptos-island";
const ISLAND_END: &str = "</leptos-island>";

fn unmarked(html: &str) -> String {
    html.split("<!>").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_an_island_loads_no_script_and_has_no_marks() {
        let html = "<head><script type=\"module\" src=\"a.js\"></script></head><body><p><!>a</p><!></body>";
        assert_eq!(finished(html), "<head></head><body><p>a</p></body>");
    }

    #[test]
    fn an_island_keeps_the_marks_it_is_hydrated_by() {
        let html = "<head><script type=\"module\" src=\"a.js\"></script></head><body><!><leptos-island><!></leptos-island><!></body>";
        assert_eq!(finished(html), html.replace("<body><!>", "<body>").replace("<!></body>", "</body>"));
    }
}
