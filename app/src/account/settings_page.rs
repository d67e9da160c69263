//! `/settings`: what a person sets for themselves, and where they are signed in.

use std::collections::BTreeMap;

use domain::telling::{Occasion, Often};
use entity::{follow::Subject, identity, outbox, preference, session, token};
use leptos::prelude::*;

use super::{DeviceZone, device, own_data::own_data, tokens};
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href, provider,
    telling::{Followed, Mails},
    ui::{Ago, Pick, PostForm, time},
    words::t,
};

/// What the page shows, of the reader alone.
pub struct Settings {
    /// The time zone by its IANA name; empty when none was chosen.
    zone: String,
    /// What was just saved: everything, or what mails are sent.
    saved: Option<&'static str>,
    /// How often the reader wants to be told, where they have said.
    wishes: BTreeMap<Occasion, Often>,
    /// Whether mails to them come back.
    is_refused: bool,
    follows: Vec<(Subject, String)>,
    ways: Vec<identity::Model>,
    sessions: Vec<session::Model>,
    /// The id of the session that asks.
    current: Option<String>,
    tokens: Vec<token::Model>,
}

/// Reads the settings of the reader; sends a stranger to sign in.
pub async fn load(ctx: Context) -> Result<Settings, AppError> {
    let reader = ctx.reader()?;
    let sessions = session::Entity::of(ctx.db.read(), reader.account.id, ctx.now).await?;
    Ok(Settings {
        zone: reader.account.zone.clone().unwrap_or_default(),
        saved: ctx.done("saved").map(|what| match what {
            "mails" => "settings-mails-saved",
            _ => "settings-saved",
        }),
        wishes: preference::Entity::of(ctx.db.read(), reader.account.id).await?,
        is_refused: outbox::Entity::is_refused(ctx.db.read(), reader.account.id).await?,
        follows: ctx.viewer().followed().await?,
        ways: identity::Entity::of(ctx.db.read(), reader.account.id).await?,
        sessions,
        current: ctx.session.clone(),
        tokens: token::Entity::of(ctx.db.read(), reader.account.id, ctx.now).await?,
    })
}

/// Shows the forms: time zone, mails, what is followed, sessions and tokens.
pub fn view(page: Settings) -> impl IntoView {
    let current = page.current;
    let sessions = page.sessions.into_iter().map(|session| {
        let here = current.as_ref() == Some(&session.id);
        view! { <Session session here/> }
    });
    let sessions = sessions.collect_view();
    view! {
        <Frame title=t("settings-title")>
            <header class="head"><div class="title stack"><h1>{t("settings-title")}</h1></div></header>
            {page.saved.map(|saved| view! { <div class="notice" role="status"><p>{t(saved)}</p></div> })}
            {tokens::made()}
            <Preferences zone=page.zone/>
            <Mails wishes=page.wishes is_refused=page.is_refused/>
            <Followed subjects=page.follows/>
            {provider::ways(page.ways)}
            <section aria-labelledby="sessions">
                <h2 class="shift" id="sessions">{t("settings-sessions")}</h2>
                <p class="quiet shift">{t("settings-sessions-why")}</p>
                <ul class="ledger close">{sessions}</ul>
            </section>
            {tokens::section(page.tokens)}
            {own_data()}
        </Frame>
    }
}

#[component]
fn Preferences(zone: String) -> impl IntoView {
    let none = (String::new(), t("settings-zone-none"));
    let zones = std::iter::once(none)
        .chain(time::zones().into_iter().map(|zone| (zone.clone(), zone.replace('_', " "))));
    let zones: Vec<_> = zones.collect();
    view! {
        <PostForm action=href::post::settings() class="form long">
            <Pick
                name="zone"
                label=t("settings-zone")
                hint=t("settings-zone-hint")
                options=zones
                value=zone
            />
            <p class="row">
                <button class="button">{t("settings-save")}</button>
                <DeviceZone field="zone".to_owned() label=t("settings-zone-device")/>
            </p>
        </PostForm>
    }
    .into_any()
}

/// One session, with a button to end it.
#[component]
fn Session(session: session::Model, here: bool) -> impl IntoView {
    let (label, begun) = (device::in_words(&session.label), provider::begun(&session.begun));
    let end = (!here).then(|| {
        view! {
            <PostForm action=href::post::revoke_session()>
                <input type="hidden" name="session" value=session.id/>
                <p><button class="act">{t("settings-session-end")}</button></p>
            </PostForm>
        }
    });
    view! {
        <li>
            <p class="small quiet"><Ago at=session.created_at/></p>
            <div>
                <p dir="auto">{label}</p>
                <p class="quiet">{begun}</p>
                {here.then(|| view! { <p class="quiet">{t("settings-session-here")}</p> })}
                {end}
            </div>
        </li>
    }
    .into_any()
}
