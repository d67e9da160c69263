//! `/record`: how far the record of the whole site goes, and the statement that signs it.

use entity::{checkpoint, event};
use leptos::prelude::*;

use crate::{
    context::Context,
    error::AppError,
    rich,
    ui::{Frame, Moment},
    words::{number, t},
};

pub struct Record {
    total: i64,
    checkpoint: Option<checkpoint::Model>,
}

pub async fn load(at: Context) -> Result<Record, AppError> {
    let total = event::Entity::last(at.db.read()).await?.map_or(0, |last| last.sequence);
    Ok(Record { total, checkpoint: checkpoint::Entity::last(at.db.read()).await? })
}

pub fn view(page: Record) -> impl IntoView {
    let signed = match page.checkpoint {
        Some(checkpoint) => view! { <Signed checkpoint total=page.total/> }.into_any(),
        None => view! { <p class="empty">{t("record-page-unsigned")}</p> }.into_any(),
    };
    view! {
        <Frame title=t("history-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("history-title")}</h1>
                    <p class="lede">{t("record-page-lede")}</p>
                </div>
            </header>
            <section class="sect" aria-labelledby="signed">
                <h2 id="signed">{t("record-page-checkpoint")}</h2>
                <div class="stack">{signed}</div>
            </section>
            <section class="sect" aria-labelledby="check">
                <h2 id="check">{t("history-check")}</h2>
                <p>{rich!("record-page-check", command = view! { <code>"comity verify"</code> })}</p>
            </section>
        </Frame>
    }
}

/// The newest checkpoint, as it was signed.
#[component]
fn Signed(checkpoint: checkpoint::Model, total: i64) -> impl IntoView {
    let sentence = rich!(
        "history-signed",
        total = number(total),
        size = number(checkpoint.size),
        when = view! { <Moment at=checkpoint.signed_at/> },
    );
    view! {
        <p>{sentence}</p>
        <p class="digest note" dir="ltr">{checkpoint.note}</p>
    }
}
