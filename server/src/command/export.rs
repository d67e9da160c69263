//! `comity export`

use std::path::PathBuf;

use super::Refusal;
use crate::{
    checkpoint::Signer,
    clock::Clock,
    config::Store,
    database,
    export::{self, Failure, Format},
};

/// Write a draft with its record to a file
#[derive(clap::Args)]
#[command(after_help = "Example: comity export DN-2026-001 --format archive --out DN-2026-001.zip")]
pub struct Export {
    #[command(flatten)]
    store: Store,
    /// The reference of the draft
    reference: String,
    /// The shape of the file
    #[arg(long, value_enum, default_value = "archive")]
    format: Format,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Export {
    /// Writes what anybody may see of the draft; refuses a reference that names nothing public.
    pub async fn run(self) -> Result<(), Refusal> {
        let db = database::open(&self.store).await?;
        let signer = signer(&self.store)?;
        let now = Clock::default().now();
        let made = export::export(&db, &signer, None, &self.reference, self.format, now).await;
        let file = made.map_err(|failure| match failure {
            Failure::Entity(entity::Error::NotFound(_)) => {
                Refusal::Said(format!("There is no public draft {}.", self.reference))
            }
            Failure::Entity(error) => Refusal::from(error),
            Failure::Making(error) => Refusal::Said(error),
        })?;
        std::fs::write(&self.out, file).map_err(|error| Refusal::File { path: self.out, error })
    }
}

/// The signing key of the data folder, made there when it is missing.
pub fn signer(store: &Store) -> Result<Signer, Refusal> {
    let folder = store.folder()?;
    Signer::open(folder, crate::checkpoint::NAME)
        .map_err(|error| Refusal::File { path: folder.join("checkpoint.key"), error })
}
