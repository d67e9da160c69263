//! Every URL of the site.

use axum::Router as Forms;
use leptos::prelude::*;
use leptos_router::{
    SsrMode::Async,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    about::{self, accessibility_page, api_page, help_page, privacy_page},
    account::{self, link_page, settings_page, sign_in_page},
    admin::{self, admin_page, permissions_page},
    desk::desk_page,
    diff::{between_page, compare::compare, diff_page},
    draft::{self, text_page},
    error_page::not_found_page,
    export::export_page,
    form::action,
    forum::{self, forum_page, forums_page, invitations_page, manage_page},
    home::home_page,
    href::post::at,
    joining::{self, confirm_page, invitation_page, kept_page, wish_actions, wish_page},
    page::page,
    peer::{self, peers_page},
    procedure::{self, steps_page},
    provider::{connect_page, leaving_page, signed_out_page},
    record::{history_page, record_page},
    referral::{
        self, changes_page, crosswalk_page, observatory_page, prepare_page, referral_page, uptake_page,
    },
    response::{self, responses_page},
    search::search_page,
    sign_off::{self, sign_offs_page},
    stakeholder::{self, stakeholder_page, stakeholders_page},
    telling::{self, mail_page},
    thread::{self, thread_page, threads_page},
    word::{self, word_page},
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
                <Route ssr=Async path=path!("/sign-in/connect") view=page(connect_page::load, connect_page::view)/>
                <Route ssr=Async path=path!("/sign-in/to/:provider") view=page(leaving_page::load, leaving_page::view)/>
                <Route ssr=Async path=path!("/signed-out") view=page(signed_out_page::load, signed_out_page::view)/>
                <Route ssr=Async path=path!("/sign-in/:token") view=page(link_page::load, link_page::view)/>
                <Route ssr=Async path=path!("/mail/:link") view=page(mail_page::load, mail_page::view)/>
                <Route ssr=Async path=path!("/join") view=page(kept_page::load, kept_page::view)/>
                <Route ssr=Async path=path!("/join/:token") view=page(confirm_page::load, confirm_page::view)/>
                <Route ssr=Async path=path!("/settings") view=page(settings_page::load, settings_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/next") view=page(next_page::load, next_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/steps") view=page(steps_page::load, steps_page::view)/>
                <Route ssr=Async path=path!("/forums/:slug/drafts/new") view=page(new_draft_page::load, new_draft_page::view)/>
                <Route ssr=Async path=path!("/record") view=page(record_page::load, record_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/history") view=page(history_page::load, history_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/word") view=page(word_page::load, word_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/export") view=page(export_page::load, export_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference") view=page(text_page::load, text_page::view)/>
                <Route
                    ssr=Async
                    path=path!("/drafts/:reference/versions/:number")
                    view=diff_page::or_version(page(text_page::load_version, text_page::view))
                />
                <Route ssr=Async path=path!("/drafts/:reference/sign-offs") view=page(sign_offs_page::load, sign_offs_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/uptake") view=page(uptake_page::load, uptake_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/referrals/new") view=page(prepare_page::load, prepare_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/referrals/:number") view=page(referral_page::load, referral_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/crosswalk/:other") view=page(crosswalk_page::load, crosswalk_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/crosswalk/:other/changes") view=page(between_page::load, between_page::view)/>
                <Route ssr=Async path=path!("/drafts/:reference/changes/:other") view=page(changes_page::load, changes_page::view)/>
                <Route ssr=Async path=path!("/observatory") view=page(observatory_page::load, observatory_page::view)/>
                <Route ssr=Async path=path!("/forums") view=page(forums_page::load, forums_page::view)/>
                <Route ssr=Async path=path!("/forums/:slug") view=page(forum_page::load, forum_page::view)/>
                <Route ssr=Async path=path!("/forums/:slug/manage") view=page(manage_page::load, manage_page::view)/>
                <Route ssr=Async path=path!("/forums/:slug/invitations") view=page(invitations_page::load, invitations_page::view)/>
                <Route ssr=Async path=path!("/invitations/:token") view=page(invitation_page::load, invitation_page::view)/>
                <Route ssr=Async path=path!("/forums/:slug/speak") view=page(wish_page::load, wish_page::view)/>
                <Route ssr=Async path=path!("/stakeholders") view=page(stakeholders_page::load, stakeholders_page::view)/>
                <Route ssr=Async path=path!("/stakeholders/:slug") view=page(stakeholder_page::load, stakeholder_page::view)/>
                <Route ssr=Async path=path!("/search") view=page(search_page::load, search_page::view)/>
                <Route ssr=Async path=path!("/desk") view=page(desk_page::load, desk_page::view)/>
                <Route ssr=Async path=path!("/admin") view=page(admin_page::load, admin_page::view)/>
                <Route ssr=Async path=path!("/admin/peers") view=page(peers_page::load, peers_page::view)/>
                <Route ssr=Async path=path!("/admin/permissions") view=page(about::load, permissions_page::view)/>
                <Route ssr=Async path=path!("/api") view=page(api_page::load, api_page::view)/>
                <Route ssr=Async path=path!("/help") view=page(about::load, help_page::view)/>
                <Route ssr=Async path=path!("/privacy") view=page(about::load, privacy_page::view)/>
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
        .route(at::open_thread(), action(draft::actions::open_thread))
        .route("/threads/{id}", thread::lead_on())
        .route("/drafts/{reference}/compare", compare())
        .route(at::begin_draft(), action(working_text::actions::begin))
        .route(at::save_text(), action(working_text::actions::save))
        .route(at::publish(), action(working_text::actions::publish))
        .route(at::discard_text(), action(working_text::actions::discard))
        .route(at::bring_word(), action(word::actions::post))
        .route(at::step(), action(procedure::actions::take))
        .route(at::prepare_referral(), action(referral::actions::prepare))
        .route(at::send_referral(), action(referral::actions::send))
        .route(at::withdraw_referral(), action(referral::actions::withdraw))
        .route(at::expire_referral(), action(referral::actions::expire))
        .route(at::receive_referral(), action(referral::actions::receive))
        .route(at::answer_referral(), action(referral::actions::answer))
        .route(at::pairing(), action(referral::actions::correct))
        .route(at::changes(), action(referral::actions::decide))
        .route(at::adoption_change(), action(referral::actions::change_adoption))
        .route(at::adoptions(), action(referral::actions::adopt))
        .route(at::disputes(), action(referral::actions::dispute))
        .route(at::show_to(), action(procedure::actions::show_to))
        .route(at::post_kept(), action(joining::actions::post))
        .route(at::drop_kept(), action(joining::actions::drop_kept))
        .route(at::settings(), action(account::actions::prefer))
        .route(at::mails(), action(telling::actions::prefer))
        .route(at::follow(), action(telling::actions::follow))
        .route(at::revoke_session(), action(account::actions::revoke))
        .route(at::token_ends(), action(account::actions::revoke_token))
        .route(at::replies(), action(thread::actions::reply))
        .route(at::comment(), action(thread::actions::edit))
        .route(at::comment_withdrawal(), action(thread::actions::withdraw_comment))
        .route(at::comment_hiding(), action(thread::actions::hide))
        .route(at::comment_erasure(), action(thread::actions::erase))
        .route(at::withdrawal(), action(thread::actions::withdraw))
        .route(at::answer(), action(thread::actions::answer))
        .route(at::reopening(), action(thread::actions::reopen))
        .route(at::acknowledgement(), action(thread::actions::acknowledge))
        .route(at::placement(), action(thread::actions::place))
        .route(at::responses(), action(response::actions::answer))
        .route(at::sign_off(), action(sign_off::actions::sign))
        .route(at::charter(), action(forum::actions::change))
        .route(at::rule(), action(forum::actions::change_rule))
        .route(at::referring(), action(forum::actions::change_referring))
        .route(at::joining(), action(forum::actions::change_joining))
        .route(at::newcomers(), action(forum::newcomers::let_in))
        .route(at::newcomers_declined(), action(forum::newcomers::decline))
        .route(at::wishes(), action(wish_actions::ask))
        .route(at::wish_granted(), action(wish_actions::grant))
        .route(at::wish_declined(), action(wish_actions::decline))
        .route(at::seats(), action(forum::actions::give_seat))
        .route(at::vacancies(), action(forum::actions::take_seat))
        .route(at::roles(), action(forum::actions::give_role))
        .route(at::dismissals(), action(forum::actions::take_role))
        .route(at::mandates(), action(stakeholder::actions::grant))
        .route(at::mandate_ends(), action(stakeholder::actions::end))
        .route(at::focal_points(), action(stakeholder::actions::name))
        .route(at::focal_point_ends(), action(stakeholder::actions::dismiss))
        .route(at::new_forum(), action(admin::actions::found))
        .route(at::new_stakeholder(), action(admin::actions::enter))
        .route(at::new_account(), action(admin::actions::register))
        .route(at::peers(), action(peer::actions::add))
        .route(at::peer_decision(), action(peer::actions::decide))
        .route(at::peer_forums(), action(peer::actions::enter_forum))
        .route(at::peer_retry(), action(peer::actions::retry))
}
