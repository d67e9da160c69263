//! Every URL of the site.

use axum::Router as Forms;
use leptos::prelude::*;
use leptos_router::{
    SsrMode::Async,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    about::{self, accessibility_page, help_page},
    account::{self, link_page, settings_page, sign_in_page},
    draft::{self, text_page},
    error::not_found_page,
    export::export_page,
    form::action,
    home::home_page,
    href::post,
    page::page,
    record::history_page,
    response::{self, responses_page},
    thread::{self, thread_page, threads_page},
};

/// The pages, one line each.
#[component]
pub fn Routes() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=not_found_page>
                <Route ssr=Async path=path!("/") view=page(home_page::load, home_page::view)/>
                <Route ssr=Async path=path!("/sign-in") view=page(sign_in_page::load, sign_in_page::view)/>
                <Route ssr=Async path=path!("/sign-in/:token") view=page(link_page::load, link_page::view)/>
                <Route ssr=Async path=path!("/settings") view=page(settings_page::load, settings_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/history") view=page(history_page::load, history_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/export") view=page(export_page::load, export_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference") view=page(text_page::load, text_page::view)/>
                <Route
                    ssr=Async
                    path=path!("/drafts/:reference/versions/:number")
                    view=page(text_page::load_version, text_page::view)
                />
                <Route ssr=Async path=path!("/help") view=page(about::load, help_page::view)/>
                <Route ssr=Async path=path!("/accessibility") view=page(about::load, accessibility_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/threads") view=page(threads_page::load, threads_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/threads/:number") view=page(thread_page::load, thread_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/responses") view=page(responses_page::load, responses_page::view)/>
            </FlatRoutes>
        </Router>
    }
}

/// The forms, one line each. Those that begin and end sessions are the server's own.
pub fn actions() -> Forms {
    Forms::new()
        .route(&post::open_thread(), action(draft::actions::open_thread))
        .route(&post::settings(), action(account::actions::prefer))
        .route(&post::revoke_session(), action(account::actions::revoke))
        .route("/drafts/{reference}/threads/{number}/comments", action(thread::actions::reply))
        .route("/drafts/{reference}/threads/{number}/comments/{comment}", action(thread::actions::edit))
        .route(
            "/drafts/{reference}/threads/{number}/comments/{comment}/withdrawal",
            action(thread::actions::withdraw_comment),
        )
        .route("/drafts/{reference}/threads/{number}/comments/{comment}/hiding", action(thread::actions::hide))
        .route("/drafts/{reference}/threads/{number}/withdrawal", action(thread::actions::withdraw))
        .route("/drafts/{reference}/threads/{number}/answer", action(thread::actions::answer))
        .route("/drafts/{reference}/threads/{number}/reopening", action(thread::actions::reopen))
        .route("/drafts/{reference}/threads/{number}/acknowledgement", action(thread::actions::acknowledge))
        .route("/drafts/{reference}/threads/{number}/placement", action(thread::actions::place))
        .route("/drafts/{reference}/responses", action(response::actions::answer))
}
