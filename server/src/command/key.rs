//! `comity key`

use secrecy::SecretString;

use super::Refusal;
use crate::{
    clock::Clock,
    config::{Secret, Store},
    database,
    key::{Keyring, Keys},
};

/// Look after the key that signs the record
#[derive(clap::Subcommand)]
pub enum Key {
    Show(Show),
    Rotate(Rotate),
    Reseal(Reseal),
    Replace(Replace),
}

/// Where the key is.
#[derive(clap::Args)]
struct Where {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    secret: Secret,
}

/// Show the key and the hand-overs that led to it, as /.well-known/comity-key does
#[derive(clap::Args)]
#[command(after_help = "Example: comity key show")]
pub struct Show {
    #[command(flatten)]
    place: Where,
}

/// Make a new key, to which the key of today hands over by a note that both sign
#[derive(clap::Args)]
#[command(after_help = "Example: comity key rotate
Archives that are made from then on hold with the old key as well, by that note. Running servers take over the new key by themselves;
without COMITY_SECRET, a server with another data folder needs its file checkpoint.key.")]
pub struct Rotate {
    #[command(flatten)]
    place: Where,
}

/// Encrypt the key anew by another secret: COMITY_SECRET is the one of today, COMITY_NEW_SECRET the one from now on
#[derive(clap::Args)]
#[command(after_help = "Example: COMITY_SECRET=… COMITY_NEW_SECRET=… comity key reseal
The key stays the same. Give the new secret to every server on the database before it is started again; those that run go on.")]
pub struct Reseal {
    #[command(flatten)]
    place: Where,
    /// The secret from now on
    #[arg(long, env = "COMITY_NEW_SECRET", value_name = "SECRET", hide_env_values = true)]
    new_secret: SecretString,
}

/// Make a new key when nobody has the old one any more: nothing leads from the old to the new
#[derive(clap::Args)]
#[command(after_help = "Example: comity key replace
Whoever wrote down the old key has to be told the new fingerprint by another way than this site.")]
pub struct Replace {
    #[command(flatten)]
    place: Where,
}

impl Key {
    /// Does what was asked and prints the key that signs from now on. Refuses to replace a key that is not lost, and what [`Keyring`]
    /// refuses.
    pub async fn run(self) -> Result<(), Refusal> {
        let (Self::Show(Show { place })
        | Self::Rotate(Rotate { place })
        | Self::Reseal(Reseal { place, .. })
        | Self::Replace(Replace { place })) = &self;
        let db = database::open(&place.store).await?;
        let keyring = Keyring::new(place.store.folder()?, place.secret.secret.as_ref())?;
        let now = Clock::default().now();
        match self {
            Self::Show(_) => say(&keyring.open(&db, now).await?.to_string()),
            Self::Rotate(_) => say(&became("The key has handed over", &keyring.rotate(&db, now).await?)),
            Self::Reseal(reseal) => {
                let keys = keyring.reseal(&db, &reseal.new_secret, now).await?;
                say(&format!(
                    "The key is encrypted by the new secret. It is the same key:\n  {}\n  fingerprint {}\n",
                    keys.public, keys.fingerprint
                ));
            }
            Self::Replace(_) => match keyring.replace(&db, now).await? {
                Some(keys) => say(&became("The key has been replaced", &keys)),
                None => {
                    return Err(Refusal::Said(
                        "The key is not lost. Let it hand over: comity key rotate.".to_owned(),
                    ));
                }
            },
        }
        Ok(())
    }
}

fn became(what: &str, keys: &Keys) -> String {
    format!(
        "{what}. From now on the record is signed by:\n  {}\n  fingerprint {}\n",
        keys.public, keys.fingerprint
    )
}

#[expect(clippy::print_stdout, reason = "what the command has to say")]
fn say(words: &str) {
    print!("{words}");
}
