//! What leaves Comity as a file: the text with its record, for people and for programs.

mod archive;
mod bag;
mod dossier;
mod html;
mod json;
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

use std::{
    fs,
    io::{self, Seek},
};

use app::{context::Context, error::AppError, href};
use axum::{
    Extension, Router,
    body::Body,
    extract::{Path, State as FromState},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use chrono::{DateTime, Utc};
use entity::{Db, Reader, event, reading::Viewer};
use tokio::io::AsyncReadExt;

use crate::{checkpoint::Signer, state::State};

pub use archive::{BUNDLE_SCHEMA, REFERRAL, REFERRAL_SCHEMA, json as written, seal, write_with};
pub use dossier::{Dossier, Kept};
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
    /// The archive as a bag (RFC 8493), for archives that take in bags
    Bag,
    /// The text as a Word file
    Docx,
    /// The text as a Word file with every comment in the margin, and suggestions as tracked changes
    DocxComments,
    /// What changed since another version, as tracked changes in a Word file
    DocxChanges,
    /// All comments in the order of the text, as a table in a Word file
    DocxCompilation,
    /// The commenting form of ISO and IEC as a Word file, filled in
    DocxForm,
    /// The response matrix, who took part and who signed, as a workbook
    Xlsx,
    /// The commenting form of ISO and IEC as a workbook, filled in
    XlsxForm,
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
    /// All of them.
    pub const ALL: [Self; 24] = [
        Self::Md,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Archive,
        Self::Bag,
        Self::Docx,
        Self::DocxComments,
        Self::DocxChanges,
        Self::DocxCompilation,
        Self::DocxForm,
        Self::Xlsx,
        Self::XlsxForm,
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
            Self::Bag => "bag",
            Self::Docx => "docx",
            Self::DocxComments => "comments.docx",
            Self::DocxChanges => "changes.docx",
            Self::DocxCompilation => "compilation.docx",
            Self::DocxForm => "form.docx",
            Self::Xlsx => "xlsx",
            Self::XlsxForm => "form.xlsx",
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

    /// The name of the file of a draft.
    pub fn name(self, reference: &str) -> String {
        let ending = match self {
            Self::Archive => "zip",
            Self::Bag => "bag.zip",
            _ => self.ending(),
        };
        format!("{reference}.{ending}")
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Md => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Archive | Self::Bag => "application/zip",
            Self::Docx | Self::DocxComments | Self::DocxChanges | Self::DocxCompilation | Self::DocxForm => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Self::Xlsx | Self::XlsxForm => {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
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
    let now = told(db, now).await?;
    if format == Format::Archive {
        return archive::write(db, signer, reader, reference, now).await;
    }
    if format == Format::Bag {
        let archive = archive::write(db, signer, reader, reference, now).await?;
        return bag::write(&archive, reference, now).map_err(Failure::Making);
    }
    if format == Format::Csv {
        return matrix::write(Viewer { db, reader, now }, reference).await;
    }
    if format == Format::Json {
        let mut written = Vec::new();
        let dossier = sound(db, reader, reference, Kept::Nothing, now).await?;
        json::write(db, dossier, &mut written).await?;
        return Ok(written);
    }
    let dossier = sound(db, reader, reference, Kept::Events, now).await?;
    match format {
        Format::Md => Ok(markdown::write(&dossier).into_bytes()),
        Format::Html => Ok(html::write(&dossier).into_bytes()),
        Format::Json | Format::Csv | Format::Archive | Format::Bag => {
            Err(Failure::Making("tables, archives and programs' files are made of their own".to_owned()))
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
        | Format::DocxForm
        | Format::XlsxForm
        | Format::Akn
        | Format::Epub
        | Format::Odt
        | Format::Annotations
        | Format::Citation => word::write(&dossier, format, wish),
    }
}

/// When a file is made: not before what it tells of, whatever the clock says by now.
async fn told(db: &Db, now: DateTime<Utc>) -> entity::Result<DateTime<Utc>> {
    let last = event::Entity::last(db.read()).await?;
    Ok(last.map_or(now, |last| last.at.max(now)))
}

/// Everything as JSON, in a file that nobody else sees and that is gone when it is closed: it may be far larger than what the server has
/// in memory, and it waits for slow lines.
async fn spooled(
    db: &Db,
    reader: Option<&Reader>,
    reference: &str,
    now: DateTime<Utc>,
) -> Result<fs::File, Failure> {
    let dossier = sound(db, reader, reference, Kept::Nothing, told(db, now).await?).await?;
    let file = tempfile::tempfile().map_err(|error| Failure::Making(error.to_string()))?;
    let mut out = io::BufWriter::new(file);
    json::write(db, dossier, &mut out).await?;
    let file = out.into_inner().map_err(|error| Failure::Making(error.to_string()))?;
    let rewound = (&file).rewind();
    rewound.map(|()| file).map_err(|error| Failure::Making(error.to_string()))
}

/// Collects a draft; fails when the database does not say what the record says.
async fn sound(
    db: &Db,
    reader: Option<&Reader>,
    reference: &str,
    kept: Kept,
    now: DateTime<Utc>,
) -> Result<Dossier, Failure> {
    let dossier = collect(db, reader, reference, kept, now).await?;
    match dossier.findings.first() {
        Some(finding) => Err(Failure::Making(format!("the database is not as its record says: {finding}"))),
        None => Ok(dossier),
    }
}

/// Collects a draft. What is written while it is read may not fit together, so what does not is read again.
async fn collect(
    db: &Db,
    reader: Option<&Reader>,
    reference: &str,
    kept: Kept,
    now: DateTime<Utc>,
) -> entity::Result<Dossier> {
    let mut dossier = Dossier::collect(db, reader, reference, kept, now).await?;
    for _ in 0..2 {
        if dossier.findings.is_empty() {
            break;
        }
        dossier = Dossier::collect(db, reader, reference, kept, now).await?;
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
    let reader = ctx.reader.as_ref();
    let made = match format {
        Format::Json => spooled(&state.db, reader, &reference, ctx.now).await.map(streamed),
        _ => {
            let made =
                export_as(&state.db, &state.signer, reader, &reference, (format, &wish), ctx.now).await;
            made.map(Body::from)
        }
    };
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

/// How much of a file is read at once.
const PIECE: u64 = 128 * 1024;

/// A file that is read as it is sent.
fn streamed(file: fs::File) -> Body {
    let file = tokio::fs::File::from_std(file);
    Body::from_stream(futures::stream::try_unfold(file, async |mut file| {
        let mut piece = Vec::new();
        (&mut file).take(PIECE).read_to_end(&mut piece).await?;
        Ok::<_, io::Error>(if piece.is_empty() { None } else { Some((piece, file)) })
    }))
}

fn sent(file: Body, reference: &str, format: Format) -> Response {
    let mut response = Response::new(file);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    let shown = if format == Format::Html { "inline" } else { "attachment" };
    let name = format!("{shown}; filename=\"{}\"", format.name(reference));
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
