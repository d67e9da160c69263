//! `comity admin`

use domain::typed::Name;

use super::Refusal;
use crate::{clock::Clock, config::Store, database};

/// Look after the accounts of this installation
#[derive(clap::Subcommand)]
pub enum Admin {
    Create(Create),
    AnySignIn(AnySignIn),
}

/// Let every role be used however somebody signed in, when a provider that roles ask for is gone
#[derive(clap::Args)]
#[command(after_help = "Example: comity admin any-sign-in")]
pub struct AnySignIn {
    #[command(flatten)]
    store: Store,
}

/// Create an account that may set up forums, stakeholders and mandates
#[derive(clap::Args)]
#[command(after_help = "Example: comity admin create --name 'Ada Lind' --email ada@example.org")]
pub struct Create {
    #[command(flatten)]
    store: Store,
    /// The person's name
    #[arg(long)]
    name: String,
    /// Where the person's sign-in links are sent
    #[arg(long)]
    email: String,
}

impl Admin {
    /// Creates the account and prints how it signs in. Refuses a name or address that is none, and an address that has an account.
    pub async fn run(self) -> Result<(), Refusal> {
        match self {
            Self::Create(create) => create.run().await,
            Self::AnySignIn(any) => any.run().await,
        }
    }
}

impl AnySignIn {
    async fn run(self) -> Result<(), Refusal> {
        let db = database::open(&self.store).await?;
        let lifted = entity::requirement::lift_all(db.owner()).await?;
        #[expect(clippy::print_stdout, reason = "what the command has to say")]
        {
            println!("{lifted} roles asked for a provider, and no longer do.");
        }
        Ok(())
    }
}

impl Create {
    async fn run(self) -> Result<(), Refusal> {
        let name: Name = self.name.parse().map_err(domain::Message::from)?;
        let db = database::open(&self.store).await?;
        let now = Clock::default().now();
        let account = entity::verb::register(&db, None, &name, &self.email, true, now).await?;
        #[expect(clippy::print_stdout, reason = "what the command has to say")]
        {
            println!("{} can now sign in with {}.", account.name, account.email);
        }
        Ok(())
    }
}
