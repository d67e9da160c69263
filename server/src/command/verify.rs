//! `comity verify`

use std::path::PathBuf;

use super::Refusal;
use crate::export;

/// Check an exported archive without a server
#[derive(clap::Args)]
#[command(after_help = "Example: comity verify DN-2026-001.zip")]
pub struct Verify {
    /// The archive, as `comity export --format archive` writes it
    archive: PathBuf,
}

impl Verify {
    /// Says what was checked; refuses an archive in which anything does not hold, and names each such thing.
    pub fn run(self) -> Result<(), Refusal> {
        let bytes = std::fs::read(&self.archive)
            .map_err(|error| Refusal::File { path: self.archive.clone(), error })?;
        let name = self.archive.display();
        let verified = export::verify(&bytes)
            .map_err(|error| Refusal::Said(format!("{name} is not an archive of Comity: {error}.")))?;
        if verified.findings.is_empty() {
            #[expect(clippy::print_stdout, reason = "what the command has to say")]
            {
                println!(
                    "{}: all holds. {} versions, {} comments, {} sign-offs and {} events match the checkpoint signed by\n{}",
                    verified.reference,
                    verified.versions,
                    verified.comments,
                    verified.sign_offs,
                    verified.events,
                    verified.key
                );
            }
            return Ok(());
        }
        let named = verified.findings.iter().map(|finding| format!("\n  {}: {}", finding.at, finding.why));
        Err(Refusal::Said(format!(
            "{}: {} not hold:{}",
            verified.reference,
            match verified.findings.len() {
                1 => "1 thing does".to_owned(),
                count => format!("{count} things do"),
            },
            named.collect::<String>()
        )))
    }
}
