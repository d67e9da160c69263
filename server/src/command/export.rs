//! `comity export`

use std::path::{Path, PathBuf};

use app::locale::Locale;
use chrono::{DateTime, Utc};
use entity::Db;

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
    /// Write every shape there is, each as a file of its own in the folder that --out names
    #[arg(long, conflicts_with = "format")]
    all: bool,
    /// The file to write, or the folder with --all
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
        if !self.all {
            let file = self.file(&db, &signer, (self.format, &wish), now).await?;
            return written(&self.out, &file);
        }
        std::fs::create_dir_all(&self.out)
            .map_err(|error| Refusal::File { path: self.out.clone(), error })?;
        for format in Format::ALL {
            let file = self.file(&db, &signer, (format, &wish), now).await?;
            written(&self.out.join(format.name(&self.reference)), &file)?;
        }
        Ok(())
    }

    async fn file(
        &self,
        db: &Db,
        signer: &Signer,
        wanted: (Format, &Wish),
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, Refusal> {
        let made = export::export_as(db, signer, None, &self.reference, wanted, now).await;
        made.map_err(|failure| match failure {
            Failure::Entity(entity::Error::NotFound(_)) => {
                Refusal::Said(format!("There is no public draft {}.", self.reference))
            }
            Failure::Entity(error) => Refusal::from(error),
            Failure::Making(error) => Refusal::Said(error),
            // The file says itself what no font has: it is wished anyway.
            Failure::Lacking(_) => Refusal::Said(failure.to_string()),
        })
    }
}

fn written(path: &Path, file: &[u8]) -> Result<(), Refusal> {
    std::fs::write(path, file).map_err(|error| Refusal::File { path: path.to_owned(), error })
}

fn language(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| format!("{tag} is none of the languages of the pages: en, ar"))
}
