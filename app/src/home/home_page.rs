//! `/`: what is open for comment.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{context::Context, error::AppError};

pub async fn load(_: Context) -> Result<(), AppError> {
    Ok(())
}

pub fn view((): ()) -> impl IntoView {
    view! {
        <Title text="Comity"/>
        <main class="page" id="main"><h1>"Draft principles, open to answer line by line"</h1></main>
    }
}
