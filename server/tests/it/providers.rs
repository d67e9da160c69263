//! Signing in by a provider: who it says somebody is, what is believed of that, and what becomes of it.

mod believed;
mod joined;
mod left;
mod required;

use std::sync::Arc;

use server::{providers::Providers, state::State};

use crate::support::{Browser, Page, Provider, World};

/// A consultation that one may also sign in to by a ministry and a house of code.
async fn world() -> (World, Provider) {
    let mut world = World::in_consultation().await;
    let provider = Provider::start().await;
    let providers = Providers::parse(&provider.written()).unwrap();
    world.app.state = State { providers: Arc::new(providers), ..world.app.state.clone() };
    world.app.router = server::router(world.app.state.clone());
    (world, provider)
}

/// Sets out for a provider and gives the address there.
async fn sets_out(browser: &mut Browser, provider: &str, back: &str) -> String {
    let page = browser.get(&format!("/sign-in/with/{provider}?back={back}")).await;
    assert_eq!(page.status, 303, "{}", page.main_text());
    page.header("location").to_owned()
}

/// Goes to the provider, signs in there, and comes back.
async fn comes_by(browser: &mut Browser, provider: &Provider, key: &str) -> Page {
    let way = sets_out(browser, key, "/settings").await;
    browser.get(&provider.signs_in(&way)).await
}

async fn is_signed_in(browser: &mut Browser) -> bool {
    browser.get("/settings").await.status == 200
}
