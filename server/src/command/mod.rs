//! The commands of `comity`, one file each.

mod admin;
mod diff;
mod export;
mod lines;
mod port;
mod refusal;
mod serve;
mod verify;

pub use refusal::Refusal;

/// Draft principles, open to answer line by line.
#[derive(clap::Parser)]
#[command(name = "comity", version)]
pub enum Command {
    Serve(serve::Serve),
    #[command(subcommand)]
    Admin(admin::Admin),
    Diff(diff::Diff),
    Lines(lines::Lines),
    Port(port::Port),
    Export(export::Export),
    Verify(verify::Verify),
}

impl Command {
    /// Does what was asked; a refusal is the sentence to end with.
    pub async fn run(self) -> Result<(), Refusal> {
        match self {
            Self::Serve(serve) => serve.run().await,
            Self::Admin(admin) => admin.run().await,
            Self::Diff(diff) => diff.run(),
            Self::Lines(lines) => lines.run(),
            Self::Port(port) => port.run(),
            Self::Export(export) => export.run().await,
            Self::Verify(verify) => verify.run(),
        }
    }
}
