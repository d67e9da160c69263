//! `/drafts/{reference}/export`: the files a draft can be taken away as.

use leptos::prelude::*;

use crate::{
    context::Context,
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href,
    words::t,
};

/// The endings of the files, in the order in which most people want them.
const FORMATS: [&str; 15] = [
    "docx",
    "comments.docx",
    "changes.docx",
    "compilation.docx",
    "xlsx",
    "odt",
    "html",
    "epub",
    "md",
    "csv",
    "akn.xml",
    "annotations.jsonld",
    "csl.json",
    "json",
    "archive",
];

/// Reads the head of the draft; not found for a draft that the reader may not see.
pub async fn load(ctx: Context) -> Result<Head, AppError> {
    let reference: String = ctx.param("reference")?;
    head_of(&ctx, &reference).await
}

/// Shows a link for each format, and how an archive is checked.
pub fn view(head: Head) -> impl IntoView {
    let reference = head.reference().to_owned();
    let formats = FORMATS.map(|format| {
        let link = href::export_as(&reference, format);
        let (name, ending) = (format.replace('.', "-"), format.rsplit('.').next().unwrap_or(format));
        let back = (format == "comments.docx").then(|| {
            view! { <p><a href=href::word(&reference)>{t("export-word-back")}</a></p> }
        });
        view! {
            <li>
                <p class="small quiet"><bdi dir="ltr">"."{if format == "archive" { "zip" } else { ending }}</bdi></p>
                <div>
                    <h2><a href=link>{t(&format!("export-{name}"))}</a></h2>
                    <p>{t(&format!("export-{name}-why"))}</p>
                    {back}
                </div>
            </li>
        }
    });
    let command = format!("comity verify {reference}.zip");
    let check = view! {
        <h2 class="label">{t("export-check")}</h2>
        <p>{t("export-check-why")}</p>
        <p><code>{command}</code></p>
        <p class="small quiet">{t("export-check-program")}</p>
    };
    view! {
        <Frame title=page_title(&head, &t("export-title"))>
            <DraftHead head=head.clone() tab=Tab::Export heading=t("export-title") next=check.into_any()>
                <p class="lede">{t("export-lede")}</p>
            </DraftHead>
            <ol class="ledger">{formats.into_iter().collect_view()}</ol>
        </Frame>
    }
}
