//! `comity diff`

use std::{mem::ManuallyDrop, panic::resume_unwind, path::PathBuf, thread};

use app::{locale::Locale, words};
use domain::{
    Message,
    clause_map::{Change, ClauseMap, Spelled},
    diff::{changed, changes, to_html, to_text},
    text::Text,
};

use super::{
    Refusal,
    lines::{print, read, unwritable},
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
        let (old, new) = (read(&self.old)?, read(&self.new)?);
        if old == new && !matches!(self.format, Format::Json) {
            return Ok(());
        }
        let (old, new) = side_by_side(|| ready(&old), || ready(&new));
        // The program ends after this: giving back piece by piece what the system takes back at once would only take time.
        let (old_text, new_text) = (ManuallyDrop::new(old.0), ManuallyDrop::new(new.0));
        let (map, names) =
            side_by_side(|| ClauseMap::of((&old_text, old.1), (&new_text, new.1)), || Change::ALL.map(name));
        let map = ManuallyDrop::new(map);
        let label = |change: Change| names[change as usize].clone();
        let of = if matches!(self.format, Format::Json) { changes } else { changed };
        let changes = ManuallyDrop::new(of(&old_text, &new_text, &map));
        let said = match self.format {
            Format::Text => to_text(&changes, &old_text, &new_text, &label),
            Format::Html => to_html(&changes, &label),
            Format::Json => serde_json::to_string(&*changes).map_err(|error| unwritable(error.into()))?,
        };
        print(said.trim_end())
    }
}

fn ready(source: &str) -> (Text, Spelled) {
    let text = Text::parse_unlimited(source);
    let spelled = Spelled::of(&text);
    (text, spelled)
}

fn name(change: Change) -> String {
    words::say_in(Locale::En, &Message::new(change.message_id()))
}

/// Does two things at the same time.
fn side_by_side<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| resume_unwind(panic)), other)
    })
}
