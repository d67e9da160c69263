//! `/sign-in/{token}`: the page a one-time link leads to.

use leptos::prelude::*;

use crate::{context::Context, error::AppError, frame::Frame, href, ui::PostForm, words::t};

/// The token of the link. It is not looked up before the button is pressed, so that opening the page uses nothing up.
pub async fn load(ctx: Context) -> Result<String, AppError> {
    ctx.param("token")
}

/// Asks for one press of a button: a link that signs in by being opened would be used up by whatever scans the mail.
pub fn view(token: String) -> impl IntoView {
    view! {
        <Frame title=t("sign-in-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("sign-in-link-heading")}</h1>
                    <p class="lede">{t("sign-in-link-lede")}</p>
                    <PostForm action=href::sign_in_by_link(&token)>
                        <p class="row"><button class="button">{t("sign-in-link-button")}</button></p>
                    </PostForm>
                </div>
            </header>
        </Frame>
    }
}
