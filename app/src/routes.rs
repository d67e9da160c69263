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
    admin::{self, admin_page},
    desk::desk_page,
    diff::{compare::compare, diff_page},
    draft::{self, text_page},
    error::not_found_page,
    export::export_page,
    form::action,
    forum::{self, forum_page, forums_page, manage_page},
    home::home_page,
    href::post,
    page::page,
    procedure::{self, steps_page},
    record::{history_page, record_page},
    response::{self, responses_page},
    sign_off::{self, sign_offs_page},
    stakeholder::{self, stakeholder_page, stakeholders_page},
    thread::{self, thread_page, threads_page},
    working_text::{self, new_draft_page, next_page},
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
                <Route ssr=Async path=path!("/drafts/:reference/next") view=page(next_page::load, next_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/steps") view=page(steps_page::load, steps_page::view)/>
                <Route ssr=Async path=path!("/forums/:slug/drafts/new") view=page(new_draft_page::load, new_draft_page::view)/>
                <Route ssr=Async path=path!("/record") view=page(record_page::load, record_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/history") view=page(history_page::load, history_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/export") view=page(export_page::load, export_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference") view=page(text_page::load, text_page::view)/>
                <Route
                    ssr=Async
                    path=path!("/drafts/:reference/versions/:number")
                    view=diff_page::or_version(page(text_page::load_version, text_page::view))
                />
                <Route ssr=Async path=path!("/drafts/:reference/sign-offs") view=page(sign_offs_page::load, sign_offs_page::view)/>
                <Route ssr=Async path=path!("/forums") view=page(forums_page::load, forums_page::view)/>
                <Route ssr=Async path=path!("/forums/:slug") view=page(forum_page::load, forum_page::view)/>
                <Route ssr=Async path=path!("/forums/:slug/manage") view=page(manage_page::load, manage_page::view)/>
                <Route ssr=Async path=path!("/stakeholders") view=page(stakeholders_page::load, stakeholders_page::view)/>
                <Route ssr=Async path=path!("/stakeholders/:slug") view=page(stakeholder_page::load, stakeholder_page::view)/>
                <Route ssr=Async path=path!("/desk") view=page(desk_page::load, desk_page::view)/>
                <Route ssr=Async path=path!("/admin") view=page(admin_page::load, admin_page::view)/>
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
        .route("/threads/{id}", thread::lead_on())
        .route("/drafts/{reference}/compare", compare())
        .route("/forums/{slug}/drafts/new", action(working_text::actions::begin))
        .route("/drafts/{reference}/next", action(working_text::actions::save))
        .route("/drafts/{reference}/next/publish", action(working_text::actions::publish))
        .route("/drafts/{reference}/next/discard", action(working_text::actions::discard))
        .route("/drafts/{reference}/steps", action(procedure::actions::take))
        .route("/drafts/{reference}/steps/visibility", action(procedure::actions::show_to))
        .route(&post::settings(), action(account::actions::prefer))
        .route(&post::revoke_session(), action(account::actions::revoke))
        .route("/drafts/{reference}/threads/{number}/comments", action(thread::actions::reply))
        .route("/drafts/{reference}/threads/{number}/comments/{comment}", action(thread::actions::edit))
        .route(
            "/drafts/{reference}/threads/{number}/comments/{comment}/withdrawal",
            action(thread::actions::withdraw_comment),
        )
        .route(
            "/drafts/{reference}/threads/{number}/comments/{comment}/hiding",
            action(thread::actions::hide),
        )
        .route(
            "/drafts/{reference}/threads/{number}/comments/{comment}/erasure",
            action(thread::actions::erase),
        )
        .route("/drafts/{reference}/threads/{number}/withdrawal", action(thread::actions::withdraw))
        .route("/drafts/{reference}/threads/{number}/answer", action(thread::actions::answer))
        .route("/drafts/{reference}/threads/{number}/reopening", action(thread::actions::reopen))
        .route("/drafts/{reference}/threads/{number}/acknowledgement", action(thread::actions::acknowledge))
        .route("/drafts/{reference}/threads/{number}/placement", action(thread::actions::place))
        .route("/drafts/{reference}/responses", action(response::actions::answer))
        .route("/drafts/{reference}/sign-offs", action(sign_off::actions::sign))
        .route("/forums/{slug}/charter", action(forum::actions::change))
        .route("/forums/{slug}/rule", action(forum::actions::change_rule))
        .route("/forums/{slug}/seats", action(forum::actions::give_seat))
        .route("/forums/{slug}/vacancies", action(forum::actions::take_seat))
        .route("/forums/{slug}/roles", action(forum::actions::give_role))
        .route("/forums/{slug}/dismissals", action(forum::actions::take_role))
        .route("/stakeholders/{slug}/mandates", action(stakeholder::actions::grant))
        .route("/stakeholders/{slug}/mandates/ends", action(stakeholder::actions::end))
        .route("/stakeholders/{slug}/focal-points", action(stakeholder::actions::name))
        .route("/stakeholders/{slug}/focal-points/ends", action(stakeholder::actions::dismiss))
        .route(&post::new_forum(), action(admin::actions::found))
        .route(&post::new_stakeholder(), action(admin::actions::enter))
        .route(&post::new_account(), action(admin::actions::register))
}
