//! `comity diff`

use std::{mem::ManuallyDrop, panic::resume_unwind, path::PathBuf, thread};

use app::words::change_names;
use domain::{
    clause_map::{Change, ClauseMap, Spelled},
    diff::{Abridged, Changes, Cut, changed, changes, to_html, to_text},
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
        let (old, new) = side_by_side(|| read(&self.old).map(Cut::of), || read(&self.new).map(Cut::of));
        let (old, new) = (old?, new?);
        if old.source() == new.source() && !matches!(self.format, Format::Json) {
            return Ok(());
        }
        let said = match self.format {
            Format::Text => text(&old, &new),
            Format::Html => to_html(&compared(old.source(), new.source(), changed), &labels()),
            Format::Json => {
                let changes = compared(old.source(), new.source(), changes);
                serde_json::to_string(&*changes).map_err(|error| unwritable(error.into()))?
            }
        };
        print(said.trim_end())
    }
}

/// What changed, with the numbers of the lines. Of what did not change nothing but the number of lines is asked.
fn text(old: &Cut, new: &Cut) -> String {
    let short = Abridged::of(old, new);
    let ((before, gone), (after, come)) = side_by_side(|| ready(&short.old), || ready(&short.new));
    let (changes, (left_out, label)) = side_by_side(
        || changed(&before, &after, &ClauseMap::of((&before, gone), (&after, come))),
        || (short.lines_left_out(old), labels()),
    );
    let (before, after) = (short.number_old(&before, &left_out), short.number_new(&after, &left_out));
    to_text(&changes, &before, &after, &label)
}

type Differ = fn(&Text, &Text, &ClauseMap) -> Changes;

/// The difference of two whole texts.
fn compared(old: &str, new: &str, by: Differ) -> ManuallyDrop<Changes> {
    let ((old, gone), (new, come)) = side_by_side(|| ready(old), || ready(new));
    let map = ManuallyDrop::new(ClauseMap::of((&old, gone), (&new, come)));
    ManuallyDrop::new(by(&old, &new, &map))
}

/// A text with its words spelled. The program ends when it is no longer needed: giving back piece by piece what the system takes back
/// at once would only take time.
fn ready(source: &str) -> (ManuallyDrop<Text>, Spelled) {
    let text = ManuallyDrop::new(Text::parse_unlimited(source));
    let spelled = Spelled::of(&text);
    (text, spelled)
}

fn labels() -> impl Fn(Change) -> String {
    let names = change_names();
    move |change| names[change as usize].clone()
}

/// Does two things at the same time.
fn side_by_side<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| resume_unwind(panic)), other)
    })
}
