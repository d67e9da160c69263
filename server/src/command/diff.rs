//! `comity diff`

use std::{io, mem::ManuallyDrop, path::PathBuf};

use app::words::ChangeNames;
use domain::{
    clause_map::{ClauseMap, Rest},
    diff::{
        Astray, Hunk, References, Style, astray, astray_to_html, astray_to_text, changed, changes, to_html,
        to_text,
    },
    text::{Both, Language, Manner, Text},
};
use rayon::{ThreadPoolBuilder, join, prelude::*};

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
    /// Prints what changed from one file to the other; nothing when they are equal, but for JSON. Refuses a file that cannot be read or is
    /// not UTF-8.
    pub fn run(self) -> Result<(), Refusal> {
        two_workers()?;
        let (old, new) = join(|| read(&self.old), || read(&self.new));
        let (old, new) = (old?, new?);
        if old == new && !matches!(self.format, Format::Json) {
            return Ok(());
        }
        let (old, new, map) = compared(&old, &new);
        let names = ChangeNames::read();
        let label = |hunk: &Hunk| names.of_hunk(hunk);
        let style = Style { label: &label, typography: self.typography };
        let said = match self.format {
            Format::Text => text(&old, &new, &map, style, &names.astray),
            Format::Html => html(&old, &new, &map, style, &names.astray),
            Format::Json => {
                serde_json::to_string(&changes(&old, &new, &map)).map_err(|error| unwritable(error.into()))?
            }
        };
        print(said.trim_end())
    }
}

/// What changed, written in pieces by whoever is free, while references are looked up.
fn text(old: &Text, new: &Text, map: &ClauseMap, style: Style<'_>, label: &str) -> String {
    const FEW: usize = 8;
    let write = |hunks: &[Hunk]| to_text(hunks, old, new, style);
    let hunks = changed(old, new, map);
    let (mut said, found) =
        join(|| hunks.par_chunks(FEW).map(write).collect::<Vec<_>>().concat(), || in_parts(old, new, map));
    said.push_str(&astray_to_text(&found, old, new, label));
    said
}

/// All references that mean another clause now, found by whoever is free.
fn in_parts(old: &Text, new: &Text, map: &ClauseMap) -> Vec<Astray> {
    const MANY: u32 = 256;
    let Some(all) = References::between(old, new, map) else { return Vec::new() };
    let clauses = all.clauses();
    let parts = (0..clauses.end.div_ceil(MANY)).into_par_iter();
    let part = |part: u32| all.astray(part * MANY..clauses.end.min((part + 1) * MANY));
    parts.map(part).collect::<Vec<_>>().concat()
}

fn html(old: &Text, new: &Text, map: &ClauseMap, style: Style<'_>, label: &str) -> String {
    let mut said = to_html(&changed(old, new, map), old, new, style);
    said.push_str(&astray_to_html(&astray(old, new, map), old, new, label));
    said
}

/// Two whole texts and what became of their clauses. The program ends when they are no longer needed: giving back piece by piece what
/// the system takes back at once would only take time. Both are read as the language of the first asks.
fn compared(old: &str, new: &str) -> (ManuallyDrop<Text>, ManuallyDrop<Text>, ManuallyDrop<ClauseMap>) {
    let manner = Manner { likely: Some(Language::of_words(old)), ..Manner::default() };
    let both = Both::of(old, new, &manner);
    let parts = (0..both.parts()).into_par_iter().with_max_len(1).filter_map(|part| both.read(part));
    let parts = ManuallyDrop::new(parts.collect::<Vec<_>>());
    let (old, new) =
        join(|| ManuallyDrop::new(both.old_text(&parts)), || ManuallyDrop::new(both.new_text(&parts)));
    let rest = Rest::of(&old, &new);
    let (gone, come) = join(|| rest.spell_old(), || rest.spell_new());
    let map = ManuallyDrop::new(rest.map(gone, come));
    (old, new, map)
}

/// Lets `join` do two things at the same time, one of them on this thread. A thread begun for each of them would often wait for this one.
fn two_workers() -> Result<(), Refusal> {
    let pool = ThreadPoolBuilder::new().num_threads(2).use_current_thread();
    pool.build_global().map_err(|error| Refusal::Runtime(io::Error::other(error)))
}
