//! The commands of `comity`, one file each.

mod admin;
mod diff;
mod export;
mod key;
mod lines;
mod port;
mod receive;
mod refer;
mod refusal;
mod serve;
mod verify;

pub use refusal::Refusal;
use tokio::runtime::Runtime;

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
    Refer(refer::Refer),
    Receive(receive::Receive),
    #[command(subcommand)]
    Key(key::Key),
}

impl Command {
    /// Does what was asked; a refusal is the sentence to end with.
    pub fn run(self) -> Result<(), Refusal> {
        match self {
            Self::Serve(serve) => wait(serve.run()),
            Self::Admin(admin) => wait(admin.run()),
            Self::Diff(diff) => diff.run(),
            Self::Lines(lines) => lines.run(),
            Self::Port(port) => port.run(),
            Self::Export(export) => wait(export.run()),
            Self::Verify(verify) => verify.run(),
            Self::Refer(refer) => wait(refer.run()),
            Self::Receive(receive) => wait(receive.run()),
            Self::Key(key) => wait(key.run()),
        }
    }
}

/// Does what waits for the network or the database; what only reads files needs no runtime and starts at once.
fn wait(work: impl Future<Output = Result<(), Refusal>>) -> Result<(), Refusal> {
    Runtime::new().map_err(Refusal::Runtime)?.block_on(work)
}
