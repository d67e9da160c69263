//! `comity export`

use std::path::PathBuf;

use app::locale::Locale;

use super::Refusal;
use crate::{
    checkpoint::Signer,
    clock::Clock,
    config::{Secret, Store},
    database,
    export::{self, Failure, Format, Wish},
    key::Keyring,
};

/// Write a draft with its record to a file
#[derive(clap::Args)]
#[command(after_help = "Example: comity export DN-2026-001 --format archive --out DN-2026-001.zip")]
pub struct Export {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    secret: Secret,
    /// The reference of the draft
    reference: String,
    /// The shape of the file
    #[arg(long, value_enum, default_value = "archive")]
    format: Format,
    /// The language of what Word and PDF files say besides the text
    #[arg(long, default_value = "en", value_parser = language)]
    language: Locale,
    /// The version of a Word or PDF file; else the newest, or the adopted one
    #[arg(long, value_name = "NUMBER")]
    version: Option<i32>,
    /// The version that tracked changes begin from; else the one before
    #[arg(long, value_name = "NUMBER")]
    from: Option<i32>,
    /// Write the number of each line into a Word file
    #[arg(long)]
    lines: bool,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Export {
    /// Writes what anybody may see of the draft; refuses a reference that names nothing public.
    pub async fn run(self) -> Result<(), Refusal> {
        let db = database::open(&self.store).await?;
        let now = Clock::default().now();
        let keyring = Keyring::new(self.store.folder()?, self.secret.secret.as_ref())?;
        let signer = Signer::open(&db, keyring, now).await?;
        let wish = Wish {
            locale: self.language,
            version: self.version,
            from: self.from,
            lines: self.lines,
            ..Wish::default()
        };
        let made = export::export_as(&db, &signer, None, &self.reference, (self.format, &wish), now).await;
        let file = made.map_err(|failure| match failure {
            Failure::Entity(entity::Error::NotFound(_)) => {
                Refusal::Said(format!("There is no public draft {}.", self.reference))
            }
            Failure::Entity(error) => Refusal::from(error),
            Failure::Making(error) => Refusal::Said(error),
            // The file says itself what no font has: it is wished anyway.
            Failure::Lacking(_) => Refusal::Said(failure.to_string()),
        })?;
        std::fs::write(&self.out, file).map_err(|error| Refusal::File { path: self.out, error })
    }
}

fn language(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| format!("{tag} is none of the languages of the pages: en, ar"))
}
