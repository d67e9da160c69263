//! What leaves Comity as a file: the text with its record, for people and for programs.

mod archive;
mod dossier;
mod html;
mod manifest;
mod markdown;
mod matrix;
mod pdf;
mod quotes;
pub mod receipt;
mod sheets;
mod verify;
mod word;
mod zip;

use std::mem::take;

use app::{context::Context, error::AppError, href};
use axum::{
    Extension, Router,
    extract::{Path, State as FromState},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use chrono::{DateTime, Utc};
use domain::text::Text;
use entity::{Db, Reader, event, reading::Viewer};
use serde::ser::{SerializeMap, Serializer};

use crate::{checkpoint::Signer, state::State};

pub use archive::{BUNDLE_SCHEMA, REFERRAL, REFERRAL_SCHEMA, json as written, seal, write_with};
pub use dossier::Dossier;
pub(crate) use matrix::inert;
pub use receipt::Receipt;
pub use verify::{Against, Content, Receipted, Trust, Verified, read, signer, verify, verify_receipt};
pub use word::Wish;
pub use zip::{File, pack, unpack};

/// The shapes in which a draft can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// The text as Markdown, with signatories, reservations and answers
    Md,
    /// The text as one HTML file that prints well
    Html,
    /// Everything, by the schema in the archive
    Json,
    /// The response matrix as a table
    Csv,
    /// A zip of texts, record, checkpoint and schema that `comity verify` checks
    Archive,
    /// The text as a Word file
    Docx,
    /// The text as a Word file with every comment in the margin, and suggestions as tracked changes
    DocxComments,
    /// What changed since another version, as tracked changes in a Word file
    DocxChanges,
    /// All comments in the order of the text, as a table in a Word file
    DocxCompilation,
    /// The response matrix, who took part and who signed, as a workbook
    Xlsx,
    /// The text as Akoma Ntoso 3.0
    Akn,
    /// The text as an electronic book, EPUB 3
    Epub,
    /// The text as OpenDocument, for LibreOffice
    Odt,
    /// Every comment as a W3C Web Annotation, JSON-LD
    Annotations,
    /// How the version is cited, as CSL-JSON
    Citation,
    /// The text as PDF, with signatories, reservations and statements
    Pdf,
    /// The text as PDF with its lines numbered and a wide margin, for a meeting
    PdfRoom,
    /// The text as PDF with every comment beside it
    PdfBeside,
    /// The text as PDF with every comment after it
    PdfEndnotes,
    /// The response matrix as PDF
    PdfMatrix,
    /// A sheet to sign on, as PDF
    PdfSignOff,
}

impl Format {
    const ALL: [Self; 21] = [
        Self::Md,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Archive,
        Self::Docx,
        Self::DocxComments,
        Self::DocxChanges,
        Self::DocxCompilation,
        Self::Xlsx,
        Self::Akn,
        Self::Epub,
        Self::Odt,
        Self::Annotations,
        Self::Citation,
        Self::Pdf,
        Self::PdfRoom,
        Self::PdfBeside,
        Self::PdfEndnotes,
        Self::PdfMatrix,
        Self::PdfSignOff,
    ];

    /// How the file's name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Md => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Archive => "archive",
            Self::Docx => "docx",
            Self::DocxComments => "comments.docx",
            Self::DocxChanges => "changes.docx",
            Self::DocxCompilation => "compilation.docx",
            Self::Xlsx => "xlsx",
            Self::Akn => "akn.xml",
            Self::Epub => "epub",
            Self::Odt => "odt",
            Self::Annotations => "annotations.jsonld",
            Self::Citation => "csl.json",
            Self::Pdf => "pdf",
            Self::PdfRoom => "room.pdf",
            Self::PdfBeside => "beside.pdf",
            Self::PdfEndnotes => "endnotes.pdf",
            Self::PdfMatrix => "matrix.pdf",
            Self::PdfSignOff => "sign-off.pdf",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Md => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Archive => "application/zip",
            Self::Docx | Self::DocxComments | Self::DocxChanges | Self::DocxCompilation => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Akn => "application/akn+xml",
            Self::Epub => "application/epub+zip",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Annotations => "application/ld+json",
            Self::Citation => "application/vnd.citationstyles.csl+json",
            Self::Pdf
            | Self::PdfRoom
            | Self::PdfBeside
            | Self::PdfEndnotes
            | Self::PdfMatrix
            | Self::PdfSignOff => "application/pdf",
        }
    }
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Entity(#[from] entity::Error),
    #[error("the file could not be made: {0}")]
    Making(String),
    /// No font has these characters, and nobody said that they may stand as their numbers.
    #[error("no font has {0:?}")]
    Lacking(Vec<char>),
}

/// The file of a draft. Refuses with not found a draft that this reader may not see, and fails when the database does not say what the
/// record says, or the file cannot be written.
pub async fn export(
    db: &Db,
    signer: &Signer,
    reader: Option<&Reader>,
    reference: &str,
    format: Format,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Failure> {
    export_as(db, signer, reader, reference, (format, &Wish::default()), now).await
}

/// The file of a draft as somebody wants it; fails as [`export`] does.
pub async fn export_as(
    db: &Db,
    signer: &Signer,
    reader: Option<&Reader>,
    reference: &str,
    (format, wish): (Format, &Wish),
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Failure> {
    // No file was made before what it tells of, whatever the clock says by now.
    let last = event::Entity::last(db.read()).await?;
    let now = last.map_or(now, |last| last.at.max(now));
    if format == Format::Archive {
        return archive::write(db, signer, reader, reference, now).await;
    }
    if format == Format::Csv {
        return matrix::write(Viewer { db, reader, now }, reference).await;
    }
    let dossier = collect(db, reader, reference, None, now).await?;
    if let Some(finding) = dossier.findings.first() {
        return Err(Failure::Making(format!("the database is not as its record says: {finding}")));
    }
    match format {
        Format::Md => Ok(markdown::write(&dossier).into_bytes()),
        Format::Html => Ok(html::write(&dossier).into_bytes()),
        Format::Json => json(dossier).map_err(|error| Failure::Making(error.to_string())),
        Format::Csv | Format::Archive => {
            Err(Failure::Making("tables and archives are made of their own".to_owned()))
        }
        Format::Xlsx => sheets::write(Viewer { db, reader, now }, reference, &dossier, wish.locale).await,
        Format::Pdf
        | Format::PdfRoom
        | Format::PdfBeside
        | Format::PdfEndnotes
        | Format::PdfMatrix
        | Format::PdfSignOff => pdf::write(Viewer { db, reader, now }, &dossier, format, wish).await,
        Format::Docx
        | Format::DocxComments
        | Format::DocxChanges
        | Format::DocxCompilation
        | Format::Akn
        | Format::Epub
        | Format::Odt
        | Format::Annotations
        | Format::Citation => word::write(&dossier, format, wish),
    }
}

/// The dossier, each version with the tree of its text, so that a program can show it without reading Markdown. What a draft has most of is
/// written as it stands, and not first made into a value, which takes ten times the room.
fn json(mut dossier: Dossier) -> serde_json::Result<Vec<u8>> {
    drop(take(&mut dossier.source));
    let (threads, record) = (take(&mut dossier.facts.threads), take(&mut dossier.record));
    let derived = take(&mut dossier.derived);
    let mut rest = serde_json::to_value(&dossier)?;
    for (index, version) in dossier.versions.iter().enumerate() {
        let text = Text::read(dossier.text(version), &version.manner);
        rest["versions"][index]["blocks"] = text.tree_json();
    }
    let mut written = Vec::new();
    let mut writer = serde_json::Serializer::pretty(&mut written);
    let mut all = writer.serialize_map(None)?;
    for (name, value) in rest.as_object().into_iter().flatten() {
        match name.as_str() {
            "threads" => all.serialize_entry(name, &threads)?,
            "record" => all.serialize_entry(name, &record)?,
            "derived" => all.serialize_entry(name, &derived)?,
            _ => all.serialize_entry(name, value)?,
        }
    }
    all.end()?;
    Ok(written)
}

/// Collects a draft. What is written while it is read may not fit together, so what does not is read again.
async fn collect(
    db: &Db,
    reader: Option<&Reader>,
    reference: &str,
    size: Option<i64>,
    now: DateTime<Utc>,
) -> entity::Result<Dossier> {
    let mut dossier = Dossier::collect(db, reader, reference, size, now).await?;
    for _ in 0..2 {
        if dossier.findings.is_empty() {
            break;
        }
        dossier = Dossier::collect(db, reader, reference, size, now).await?;
    }
    Ok(dossier)
}

/// The addresses of the files: `/drafts/DN-2026-001/export.md` and so on.
pub fn routes(state: &State) -> Router {
    let mut routes = Router::new();
    for format in Format::ALL {
        let path = format!("/drafts/{{reference}}/export.{}", format.ending());
        let answer = move |ctx, state, path| answer(ctx, state, path, format);
        routes = routes.route(&path, get(answer).with_state(state.clone()));
    }
    routes
}

async fn answer(
    Extension(ctx): Extension<Context>,
    FromState(state): FromState<State>,
    Path(reference): Path<String>,
    format: Format,
) -> Response {
    let wish = Wish {
        locale: ctx.locale,
        site: ctx.url.to_string(),
        version: ctx.query("version"),
        from: ctx.query("from"),
        lines: ctx.query::<String>("lines").is_some(),
        anyway: ctx.query::<String>("anyway").is_some(),
    };
    let made =
        export_as(&state.db, &state.signer, ctx.reader.as_ref(), &reference, (format, &wish), ctx.now).await;
    match made {
        Ok(file) => sent(file, &reference, format),
        Err(Failure::Lacking(lacking)) => {
            // What cannot be shown is said before anything is downloaded.
            let codes: Vec<String> =
                lacking.iter().take(50).map(|c| format!("{:X}", u32::from(*c))).collect();
            Redirect::to(&href::export_lacking(&reference, format.ending(), &codes.join("."))).into_response()
        }
        Err(Failure::Entity(error)) => app::document::render_error(ctx, AppError::from(error)).await,
        Err(Failure::Making(error)) => {
            tracing::error!(%error, draft.reference = %reference, "An export failed");
            app::document::render_error(ctx, AppError::Internal).await
        }
    }
}

fn sent(file: Vec<u8>, reference: &str, format: Format) -> Response {
    let mut response = file.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    let ending = if format == Format::Archive { "zip" } else { format.ending() };
    let shown = if format == Format::Html { "inline" } else { "attachment" };
    let name = format!("{shown}; filename=\"{reference}.{ending}\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    if format == Format::Html {
        // The file carries its own style, which the policy of the pages would not allow.
        let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    response
}
