//! The commands of `comity`, one file each.

mod admin;
mod refusal;
mod serve;

pub use refusal::Refusal;

/// Draft principles, open to answer line by line.
#[derive(clap::Parser)]
#[command(name = "comity", version)]
pub enum Command {
    Serve(serve::Serve),
    #[command(subcommand)]
    Admin(admin::Admin),
}

impl Command {
    /// Does what was asked; a refusal is the sentence to end with.
    pub async fn run(self) -> Result<(), Refusal> {
        match self {
            Self::Serve(serve) => serve.run().await,
            Self::Admin(admin) => admin.run().await,
        }
    }
}
