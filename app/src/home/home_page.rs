//! `/`: what is open for comment.

use leptos::prelude::*;

use crate::{context::Context, error::AppError, ui::Frame, words::t};

pub async fn load(_: Context) -> Result<(), AppError> {
    Ok(())
}

pub fn view((): ()) -> impl IntoView {
    view! {
        <Frame title=t("home-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("home-heading")}</h1>
                    <p class="lede">{t("home-lede")}</p>
                </div>
            </header>
        </Frame>
    }
}
