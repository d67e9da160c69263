//! `comity port`

use std::{io, path::PathBuf};

use domain::port::{Ask, run};

use super::{
    Refusal,
    lines::{print, read},
};

/// Say where lines of one file are in another
///
/// Reads one JSON object a line from standard input, {"id": "7", "first_line": 12, "last_line": 12}, and answers each
/// with its placement, state, lines and confidence. Lines are the physical lines of the files, counted from 1.
#[derive(clap::Args)]
#[command(
    after_help = "Example: echo '{\"id\":\"1\",\"first_line\":12,\"last_line\":12}' | comity port old.md new.md"
)]
pub struct Port {
    old: PathBuf,
    new: PathBuf,
}

impl Port {
    /// Prints one answer for each question, in their order. Refuses a file that cannot be read or is not UTF-8, and a question that is not
    /// the JSON of one, by its line.
    pub fn run(self) -> Result<(), Refusal> {
        let (old, new) = (read(&self.old)?, read(&self.new)?);
        let asks = io::stdin()
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.as_ref().is_ok_and(|line| line.trim().is_empty()));
        let asks = asks.map(|(index, line)| ask(index + 1, line)).collect::<Result<Vec<_>, _>>()?;
        let answers = run(&old, &new, &asks).into_iter().map(|answer| serde_json::json!(answer).to_string());
        print(&answers.collect::<Vec<_>>().join("\n"))
    }
}

fn ask(number: usize, line: io::Result<String>) -> Result<Ask, Refusal> {
    let unreadable = |error| Refusal::File { path: format!("standard input, line {number}").into(), error };
    serde_json::from_str(&line.map_err(unreadable)?).map_err(|error| unreadable(error.into()))
}
