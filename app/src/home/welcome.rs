//! The first page of a site that has no forum yet.

use domain::permission::Action;
use entity::access;
use leptos::prelude::*;

use crate::{context::Context, frame::Frame, href, words::t};

/// What the reader of an empty site can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// May found the first forum.
    Admin,
    /// Has an account, and must wait for an administrator.
    SignedIn,
    /// Is not signed in.
    Stranger,
}

impl Reader {
    /// Who it is, by the context.
    pub fn of(ctx: &Context) -> Self {
        match &ctx.reader {
            Some(reader) if access::may_everywhere(Some(reader), Action::CreateForum) => Self::Admin,
            Some(_) => Self::SignedIn,
            None => Self::Stranger,
        }
    }
}

/// Says what is missing and what to do first.
pub fn welcome(reader: Reader) -> AnyView {
    let way = match reader {
        Reader::Admin => view! {
            <p>{t("home-empty-admin")}</p>
            <p class="cta"><a class="button" href=href::admin()>{t("home-empty-found")}</a></p>
        }
        .into_any(),
        Reader::SignedIn => view! { <p>{t("home-empty-signed-in")}</p> }.into_any(),
        Reader::Stranger => view! {
            <p>{t("home-empty-stranger")}" "<code>"comity admin create"</code></p>
            <p class="cta"><a class="button" href=href::sign_in(&href::admin())>{t("frame-sign-in")}</a></p>
        }
        .into_any(),
    };
    view! {
        <Frame title=t("home-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("home-heading")}</h1>
                    <p class="lede">{t("home-lede")}</p>
                </div>
            </header>
            <section class="sect" aria-labelledby="start">
                <h2 id="start">{t("home-empty")}</h2>
                <div class="stack">{way}</div>
            </section>
        </Frame>
    }
    .into_any()
}
