//! `comity lines`

use std::path::{Path, PathBuf};

use domain::text::{BadText, Text};

use super::Refusal;

/// Print the clauses and numbered lines of a file as JSON
#[derive(clap::Args)]
#[command(after_help = "Example: comity lines principles.md")]
pub struct Lines {
    /// A Markdown or plain text file
    file: PathBuf,
}

impl Lines {
    /// Prints the clauses with their lines. Refuses a file that cannot be read or is not UTF-8.
    pub fn run(self) -> Result<(), Refusal> {
        let text = Text::parse_unlimited(&read(&self.file)?);
        print(&serde_json::to_string_pretty(&text.to_json()).map_err(|error| unwritable(error.into()))?)
    }
}

/// The text of a file. Refuses a file that cannot be read, and one that is not UTF-8 by the offset where it goes wrong.
pub fn read(path: &Path) -> Result<String, Refusal> {
    let bytes = std::fs::read(path).map_err(|error| Refusal::File { path: path.to_owned(), error })?;
    String::from_utf8(bytes)
        .map_err(|error| BadText::NotUtf8 { offset: error.utf8_error().valid_up_to() }.message().into())
}

/// Prints what the command has to say; a reader that has gone away is no failure.
pub fn print(said: &str) -> Result<(), Refusal> {
    use std::io::Write;
    match writeln!(std::io::stdout().lock(), "{said}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(unwritable(error)),
        _ => Ok(()),
    }
}

/// The refusal of a command that cannot write to standard output.
pub fn unwritable(error: std::io::Error) -> Refusal {
    Refusal::File { path: "standard output".into(), error }
}
