//! `comity diff`

use std::{io, mem::ManuallyDrop, path::PathBuf};

use app::words::change_names;
use domain::{
    clause_map::{Change, ClauseMap, Spelled},
    diff::{Abridged, Cut, Style, changed, changes, to_html, to_text},
    text::{Manner, Text},
};
use rayon::{ThreadPoolBuilder, join};

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
    /// Mark typography too: what is read aloud the same, as quotation marks, spaces and numbering are
    #[arg(long)]
    typography: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Text,
    Html,
    Json,
}

impl Diff {
    pub fn run(self) -> Result<(), Refusal> {
        two_workers()?;
        let (old, new) = join(|| read(&self.old).map(Cut::of), || read(&self.new).map(Cut::of));
        let (old, new) = (old?, new?);
        if old.source() == new.source() && !matches!(self.format, Format::Json) {
            return Ok(());
        }
        let said = match self.format {
            Format::Text => text(&old, &new, self.typography),
            Format::Html => {
                let (old, new, map) = compared(&old, &new);
                let style = Style { label: &labels(), typography: self.typography };
                to_html(&changed(&old, &new, &map).hunks, &old, &new, style)
            }
            Format::Json => {
                let (old, new, map) = compared(&old, &new);
                serde_json::to_string(&changes(&old, &new, &map)).map_err(|error| unwritable(error.into()))?
            }
        };
        print(said.trim_end())
    }
}

/// What changed, with the numbers of the lines. Of what did not change nothing but the number of lines is asked.
fn text(old: &Cut, new: &Cut, typography: bool) -> String {
    let short = Abridged::of(old, new);
    let ((before, gone), (after, come)) =
        join(|| ready(&short.old, &old.manner()), || ready(&short.new, &old.manner()));
    let (hunks, (left_out, label)) = join(
        || changed(&before, &after, &ClauseMap::of((&before, gone), (&after, come))).hunks,
        || (short.lines_left_out(old), labels()),
    );
    let (before, after) = (short.number_old(&before, &left_out), short.number_new(&after, &left_out));
    let style = Style { label: &label, typography };
    let (front, back) = hunks.split_at(hunks.len() / 2);
    let (mut said, rest) =
        join(|| to_text(front, &before, &after, style), || to_text(back, &before, &after, style));
    said.push_str(&rest);
    said
}

/// Two whole texts and what became of their clauses.
fn compared(old: &Cut, new: &Cut) -> (ManuallyDrop<Text>, ManuallyDrop<Text>, ManuallyDrop<ClauseMap>) {
    let ((old, gone), (new, come)) =
        join(|| ready(old.source(), &old.manner()), || ready(new.source(), &old.manner()));
    let map = ManuallyDrop::new(ClauseMap::of((&old, gone), (&new, come)));
    (old, new, map)
}

/// A text with its words spelled. The program ends when it is no longer needed: giving back piece by piece what the system takes back
/// at once would only take time.
fn ready(source: &str, manner: &Manner) -> (ManuallyDrop<Text>, Spelled) {
    let text = ManuallyDrop::new(Text::read(source, manner));
    let spelled = Spelled::of(&text);
    (text, spelled)
}

fn labels() -> impl Fn(Change) -> String {
    let names = change_names();
    move |change: Change| names[change as usize].clone()
}

/// Lets `join` do two things at the same time, one of them on this thread. A thread begun for each of them would often wait for this one.
fn two_workers() -> Result<(), Refusal> {
    let pool = ThreadPoolBuilder::new().num_threads(2).use_current_thread();
    pool.build_global().map_err(|error| Refusal::Runtime(io::Error::other(error)))
}
