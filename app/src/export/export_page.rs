//! `/drafts/{reference}/export`: the files a draft can be taken away as.

use domain::{Message, unseen::code};
use leptos::prelude::*;

use crate::{
    context::Context,
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href,
    words::{say, t},
};

/// The endings of the files, in the order in which most people want them.
const FORMATS: [&str; 24] = [
    "pdf",
    "room.pdf",
    "beside.pdf",
    "endnotes.pdf",
    "matrix.pdf",
    "sign-off.pdf",
    "docx",
    "comments.docx",
    "changes.docx",
    "compilation.docx",
    "form.docx",
    "form.xlsx",
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
    "bag",
];

/// Reads the head of the draft; not found for a draft that the reader may not see.
pub async fn load(ctx: Context) -> Result<(Head, Option<Lack>), AppError> {
    let reference: String = ctx.param("reference")?;
    Ok((head_of(&ctx, &reference).await?, Lack::asked(&ctx)))
}

/// The characters that no font has for a file, and which file it is.
pub struct Lack {
    format: &'static str,
    characters: Vec<char>,
}

impl Lack {
    /// Reads it from the address to which a download that lacks something leads.
    fn asked(ctx: &Context) -> Option<Self> {
        let asked: String = ctx.query("format")?;
        let lacks: String = ctx.query("lacks")?;
        let read = |code: &str| u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        let characters: Vec<char> = lacks.split('.').take(50).filter_map(read).collect();
        let format = FORMATS.into_iter().find(|format| *format == asked)?;
        (!characters.is_empty()).then_some(Self { format, characters })
    }

    fn view(self, reference: &str) -> impl IntoView + use<> {
        let codes: Vec<String> = self.characters.iter().map(|c| code(*c)).collect();
        let why = Message::new("print-missing")
            .with("count", u32::try_from(codes.len()).unwrap_or(u32::MAX))
            .with("characters", codes.join(", "));
        let anyway = href::export_anyway(reference, self.format);
        view! {
            <div class="notice" role="status">
                <p>{say(&why)}</p>
                <p><a href=anyway>{t("export-anyway")}</a></p>
            </div>
        }
    }
}

/// Shows a link for each format, and how an archive is checked.
pub fn view((head, lack): (Head, Option<Lack>)) -> impl IntoView {
    let reference = head.reference().to_owned();
    let lack = lack.map(|lack| lack.view(&reference));
    let formats = FORMATS.map(|format| {
        let link = href::export_as(&reference, format);
        let (name, ending) = (format.replace('.', "-"), format.rsplit('.').next().unwrap_or(format));
        let back = matches!(format, "comments.docx" | "form.docx" | "form.xlsx").then(|| {
            view! { <p><a href=href::word(&reference)>{t("export-word-back")}</a></p> }
        });
        view! {
            <li>
                <p class="small quiet"><bdi dir="ltr">"."{if matches!(format, "archive" | "bag") { "zip" } else { ending }}</bdi></p>
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
            {lack}
            <ol class="ledger">{formats.into_iter().collect_view()}</ol>
        </Frame>
    }
}
