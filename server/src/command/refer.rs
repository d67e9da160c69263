//! `comity refer`

use std::path::PathBuf;

use entity::{draft, referral};

use super::Refusal;
use crate::{
    bundle::Here,
    checkpoint::Signer,
    clock::Clock,
    config::{Secret, Store},
    database,
    export::Failure,
    key::Keyring,
};

/// Write all that was said here of a referral to a file, for another installation or a body without Comity
#[derive(clap::Args)]
#[command(
    after_help = "Example: comity refer DN-2026-001 1 --url https://comity.example --out DN-2026-001-1.zip
For a text that came from elsewhere it is the answer: comity refer DN-2026-001@other.example 1 --out answer.zip"
)]
pub struct Refer {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    secret: Secret,
    /// The reference of the draft that was referred, as it is cited here
    reference: String,
    /// The number of the referral
    number: i32,
    /// The address people use here, by which other installations know this one
    #[arg(long, env = "COMITY_URL", value_name = "URL")]
    url: String,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Refer {
    /// Writes what anybody may see of the referral; refuses one that was not sent, and a text that is not public.
    pub async fn run(self) -> Result<(), Refusal> {
        let db = database::open(&self.store).await?;
        let now = Clock::default().now();
        let keyring = Keyring::new(self.store.folder()?, self.secret.secret.as_ref())?;
        let signer = Signer::open(&db, keyring, now).await?;
        let none =
            || Refusal::Said(format!("There is no public referral {}/{}.", self.reference, self.number));
        let found = draft::Entity::cited(db.read(), None, &self.reference, now).await;
        let (draft, _) = found.map_err(|_| none())?;
        let row = referral::Entity::numbered(db.read(), draft.id, self.number).await.map_err(|_| none())?;
        let url = self.url.trim_end_matches('/');
        let made = Here { db: &db, signer: &signer, url }.make(&row, now).await;
        let file = made.map_err(|failure| match failure {
            Failure::Entity(error) => Refusal::from(error),
            Failure::Making(error) => Refusal::Said(error),
            // Only papers lack anything.
            Failure::Lacking(_) => Refusal::Said(failure.to_string()),
        })?;
        std::fs::write(&self.out, file).map_err(|error| Refusal::File { path: self.out, error })
    }
}
