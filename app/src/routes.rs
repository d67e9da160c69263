//! Every URL of the site.

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{error::not_found_page, home, page::page, settings};

/// The pages, one line each.
#[component]
pub fn Routes() -> impl IntoView {
    use SsrMode::Async;
    view! {
        <Router>
            <FlatRoutes fallback=not_found_page>
                <Route ssr=Async path=path!("/") view=page(home::home_page::load, home::home_page::view)/>
                <Route ssr=Async path=path!("/settings") view=page(settings::settings_page::load, settings::settings_page::view)/>
            </FlatRoutes>
        </Router>
    }
}
