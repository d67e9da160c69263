//! `comity diff`

use std::path::PathBuf;

use app::{locale::Locale, words};
use domain::{
    Message,
    clause_map::{Change, ClauseMap},
    diff::{changes, to_html, to_text},
    text::Text,
};

use super::{
    Refusal,
    lines::{print, read},
};

/// Show what changed between two files, clause by clause and word by word
#[derive(clap::Args)]
#[command(after_help = "Example: comity diff version-1.md version-2.md --format html")]
pub struct Diff {
    old: PathBuf,
    new: PathBuf,
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Text,
    Html,
    Json,
}

impl Diff {
    pub fn run(self) -> Result<(), Refusal> {
        let (old, new) = (Text::parse_unlimited(&read(&self.old)?), Text::parse_unlimited(&read(&self.new)?));
        let changes = changes(&old, &new, &ClauseMap::between(&old, &new));
        let label = |change: Change| words::say_in(Locale::En, &Message::new(change.message_id()));
        let said = match self.format {
            Format::Text => to_text(&changes, &old, &new, &label),
            Format::Html => to_html(&changes, &label),
            Format::Json => serde_json::json!(changes).to_string(),
        };
        print(said.trim_end())
    }
}
