//! `/record`: how far the record of the whole site is signed, and the statement that signs it.

use std::sync::Arc;

use entity::checkpoint;
use leptos::prelude::*;

use crate::{context::Context, error::AppError, frame::Frame, href, rich, t, ui::Moment, words::t};

/// What the page shows.
pub struct Record {
    /// The fingerprint of the key that signs the record.
    fingerprint: Arc<str>,
    checkpoint: Option<checkpoint::Model>,
}

/// Reads how far the record is signed and when; refuses nobody.
pub async fn load(ctx: Context) -> Result<Record, AppError> {
    let fingerprint = ctx.fingerprint.clone();
    Ok(Record { fingerprint, checkpoint: checkpoint::Entity::last(ctx.db.read()).await? })
}

/// Shows the last checkpoint, the fingerprint of the key, and how to check an archive.
pub fn view(page: Record) -> impl IntoView {
    let signed = match page.checkpoint {
        Some(checkpoint) => view! { <Signed checkpoint/> }.into_any(),
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
            <section class="sect" aria-labelledby="key">
                <h2 id="key">{t("record-page-key")}</h2>
                <div class="stack">
                    <p>{t("record-page-key-why")}</p>
                    <p class="digest note" dir="ltr">{in_groups(&page.fingerprint)}</p>
                    <p>{rich!("record-page-key-file", key = view! { <a href=href::key()>{t("record-page-key-name")}</a> })}</p>
                </div>
            </section>
            <section class="sect" aria-labelledby="check">
                <h2 id="check">{t("history-check")}</h2>
                <p>{rich!("record-page-check", command = view! { <code>"comity verify"</code> })}</p>
            </section>
        </Frame>
    }
}

/// Hexadecimal digits as people can compare them, four at a time.
fn in_groups(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits.chunks(4).map(|four| four.iter().collect()).collect::<Vec<String>>().join(" ")
}

/// The newest checkpoint, as it was signed.
#[component]
fn Signed(checkpoint: checkpoint::Model) -> impl IntoView {
    let sentence = rich!(
        "history-signed",
        events = t!("history-events", count = checkpoint.size),
        when = view! { <Moment at=checkpoint.signed_at/> },
    );
    view! {
        <p>{sentence}</p>
        <p class="digest note" dir="ltr">{checkpoint.note}</p>
    }
}
