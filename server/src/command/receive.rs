//! `comity receive`

use std::path::PathBuf;

use app::{error::AppError, locale::Locale};
use entity::{Reader, account, draft, verb::TakenIn};

use super::Refusal;
use crate::{
    bundle::{Carried, Here},
    checkpoint::Signer,
    clock::Clock,
    config::{Secret, Store},
    database,
    key::Keyring,
};

/// Take in what another installation says of a referral, from a file
#[derive(clap::Args)]
#[command(
    after_help = "Example: comity receive DN-2026-001-1.zip --as ada@example.org --url https://comity.example
Its key must have been confirmed here: /admin/peers. A file that was taken in before does nothing."
)]
pub struct Receive {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    secret: Secret,
    /// The bundle, as `comity refer` writes it
    bundle: PathBuf,
    /// The address of somebody of the secretariat that it is for, who takes it in
    #[arg(long = "as", value_name = "EMAIL")]
    email: String,
    /// The address people use here, by which other installations know this one
    #[arg(long, env = "COMITY_URL", value_name = "URL")]
    url: String,
}

impl Receive {
    /// Takes the bundle in and says what came of it. Refuses, with nothing written, what does not hold, and whoever may not take it in.
    pub async fn run(self) -> Result<(), Refusal> {
        let file = std::fs::read(&self.bundle);
        let file = file.map_err(|error| Refusal::File { path: self.bundle.clone(), error })?;
        let db = database::open(&self.store).await?;
        let now = Clock::default().now();
        let keyring = Keyring::new(self.store.folder()?, self.secret.secret.as_ref())?;
        let signer = Signer::open(&db, keyring, now).await?;
        let nobody = || Refusal::Said(format!("Nobody has an account with {}.", self.email));
        let account = account::Entity::by_email(db.read(), &self.email).await?.ok_or_else(nobody)?;
        let reader = Reader::of(&db, account.id, now).await?.ok_or_else(nobody)?;
        let url = self.url.trim_end_matches('/');
        let here = Here { db: &db, signer: &signer, url };
        let taken = here.take(file, Carried::By(&reader), now).await;
        let taken = taken.map_err(|turned| Refusal::Said(AppError::from(turned).sentence_in(Locale::En)))?;
        let row = taken.referral();
        let draft = draft::Entity::by_id(db.read(), row.draft_id).await?;
        let what = match &taken {
            TakenIn::New(_) => "was taken in",
            TakenIn::Known(_) => "says nothing that was not known: nothing was written",
        };
        #[expect(clippy::print_stdout, reason = "what the command has to say")]
        {
            println!("{}/{}: the bundle {what}.", draft.reference, row.number);
        }
        Ok(())
    }
}
