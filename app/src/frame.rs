//! What stands around every page.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    context::{Context, Record, context},
    desk::DeskCount,
    href,
    locale::Locale,
    provider::Lacking,
    rich,
    search::SearchField,
    t,
    ui::{DayNearlySpent, Moment, Notice, PostForm},
    words::t,
};

/// A page: its title, the bar at its top, what came of the last form, the page itself and the foot.
#[component]
pub fn Frame(
    /// What the page is called, without the name of the site.
    #[prop(into)]
    title: String,
    children: Children,
) -> impl IntoView {
    // Leptos writes a title as it comes, so that a typed `</title>` would end it.
    let is_refused = context().returned.as_ref().is_some_and(|returned| returned.error.is_some());
    let title = t!("frame-title", page = title);
    let title = if is_refused { t!("frame-title-refused", page = title) } else { title };
    let escaped = domain::unseen::written(&title).replace('&', "&amp;").replace('<', "&lt;");
    view! {
        <Title text=escaped/>
        <a class="skip" href="#main">{t("frame-skip")}</a>
        <Top/>
        <main class="page" id="main">
            <Notice/>
            <DayNearlySpent/>
            <Lacking/>
            {children()}
        </main>
        <Foot/>
    }
    .into_any()
}

#[component]
fn Top() -> impl IntoView {
    let ctx = context();
    let item = |page: String, words: &str| {
        let current = (ctx.path == page).then_some("page");
        view! { <a href=page aria-current=current>{t(words)}</a> }
    };
    view! {
        <header class="top">
            <div class="page">
                <a class="name" href=href::home()>{t("frame-name")}</a>
                <nav aria-label=t("frame-site")>
                    <ul>
                        <li>{item(href::home(), "frame-open")}</li>
                        <li class="less">{item(href::forums(), "frame-forums")}</li>
                        <li class="less">{item(href::stakeholders(), "frame-stakeholders")}</li>
                        {ctx.reader.is_some().then(|| {
                            let current = (ctx.path == href::desk()).then_some("page");
                            view! {
                                <li><a href=href::desk() aria-current=current>{t("frame-desk")}<DeskCount/></a></li>
                            }
                        })}
                        <li class="more"><a href="#menu">{t("frame-menu")}</a></li>
                    </ul>
                </nav>
                <SearchField/>
                <You/>
            </div>
        </header>
    }
    .into_any()
}

/// Who is reading, or the way to sign in and come back.
#[component]
fn You() -> impl IntoView {
    let ctx = context();
    match &ctx.reader {
        Some(reader) => {
            let speaks_for = reader.first_voice().map(|voice| format!(", {}", voice.stakeholder.name));
            let words = format!("{}{}", reader.account.name, speaks_for.unwrap_or_default());
            view! { <p class="you"><a href=href::settings()>{words}</a></p> }.into_any()
        }
        None => view! { <p class="you"><a href=href::sign_in(&way_back(&ctx))>{t("frame-sign-in")}</a></p> }
            .into_any(),
    }
}

/// Where signing in leads to: the page one is on, unless that is about signing in itself.
fn way_back(ctx: &Context) -> href::Href {
    if ctx.path.starts_with("/sign-in") { href::home() } else { ctx.address() }
}

#[component]
fn Foot() -> impl IntoView {
    let ctx = context();
    view! {
        <footer class="foot">
            <div class="page">
                <p>{t("frame-promise")}<br/>{record()}</p>
                <nav id="menu" class="over" aria-label=t("frame-more")>
                    <p class="shut"><a href="#main">{t("frame-close")}</a></p>
                    <ul class="row">
                        <li><a href=href::forums()>{t("frame-forums")}</a></li>
                        <li><a href=href::stakeholders()>{t("frame-stakeholders")}</a></li>
                        {match ctx.reader {
                            Some(_) => view! { <li><a href=href::settings()>{t("frame-settings")}</a></li> }.into_any(),
                            // The bar at the top of a phone has no room for it.
                            None => {
                                let page = href::sign_in(&way_back(&ctx));
                                view! { <li class="more"><a href=page>{t("frame-sign-in")}</a></li> }.into_any()
                            }
                        }}
                        <li><a href=href::accessibility()>{t("frame-accessibility")}</a></li>
                        <li><a href=href::privacy()>{t("frame-privacy")}</a></li>
                        <li><a href=href::help()>{t("frame-help")}</a></li>
                        <li><a href=href::api()>{t("frame-api")}</a></li>
                        {ctx.reader.is_some().then(|| view! { <li><SignOut/></li> })}
                    </ul>
                    <Languages/>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}

/// How far the record is signed, and when that was, where that is known.
fn record() -> AnyView {
    let link = view! { <a href=href::record()>{t("frame-record")}</a> };
    let Some(record) = use_context::<Record>() else { return link.into_any() };
    let events = view! { <span class="nb">{t!("frame-events", count = record.events)}</span> };
    rich!("frame-record-signed", record = link, events = events, when = view! { <Moment at=record.signed/> })
}

#[component]
fn SignOut() -> impl IntoView {
    view! { <PostForm action=href::post::sign_out()><button class="act">{t("frame-sign-out")}</button></PostForm> }
}

/// The languages, each named in itself; choosing one comes back to this page.
#[component]
fn Languages() -> impl IntoView {
    let current = context().locale;
    let one = move |locale: Locale| {
        match locale == current {
        true => view! { <b lang=locale.tag()>{locale.name()}</b> }.into_any(),
        false => view! { <button class="act" name="lang" value=locale.tag() lang=locale.tag()>{locale.name()}</button> }
            .into_any(),
    }
    };
    view! {
        <PostForm action=href::post::language() class="row langs">
            {Locale::ALL.map(one).into_iter().collect_view()}
        </PostForm>
    }
    .into_any()
}
