//! `/settings`

use leptos::prelude::*;
use leptos_meta::Title;

use super::DeviceZone;
use crate::{context::Context, error::AppError};

pub async fn load(_: Context) -> Result<(), AppError> {
    Ok(())
}

pub fn view((): ()) -> impl IntoView {
    view! {
        <Title text="Settings – Comity"/>
        <main class="page" id="main">
            <h1>"Settings"</h1>
            <form>
                <label for="zone">"Time zone"</label>
                <select id="zone" name="zone"><option>"Europe/Tallinn"</option><option>"UTC"</option></select>
                <DeviceZone field="zone".to_owned() label="Use the zone of this device".to_owned()/>
            </form>
        </main>
    }
}
