//! The commands of `comity`, one file each.

mod serve;

/// Draft principles, open to answer line by line.
#[derive(clap::Parser)]
#[command(name = "comity", version)]
pub enum Command {
    Serve(serve::Serve),
}

/// Why a command did not do what it was asked, as a sentence.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("{0}")]
    Said(String),
}

impl Command {
    pub async fn run(self) -> Result<(), Refusal> {
        match self {
            Self::Serve(serve) => serve.run().await,
        }
    }
}
