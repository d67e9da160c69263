//! Real texts in real versions, pair by pair beside git, where they stand beside the repository.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result};

use super::{Figure, figure, ms, once};
use crate::process::root;

const RUNS: usize = 9;

/// Below this many bytes the start of the two programs is all that is measured.
const LEAST: u64 = 20_000;

/// The median of the times of whole processes, one of ours and one of git in turns.
pub fn pairs(comity: &Path) -> Result<Vec<Figure>> {
    let folder = root().join("../shared/data/real");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    names.sort();
    names
        .iter()
        .filter(|path| path.is_dir())
        .filter_map(|pair| beside_git(comity, pair).transpose())
        .collect()
}

/// Nothing for a pair that is too short to be measured.
fn beside_git(comity: &Path, pair: &Path) -> Result<Option<Figure>> {
    let (old, new) = (file(pair, "old")?, file(pair, "new")?);
    let bytes = fs::metadata(&old)?.len().max(fs::metadata(&new)?.len());
    if bytes < LEAST {
        return Ok(None);
    }
    let mut ours = Command::new(comity);
    ours.arg("diff").arg(&old).arg(&new);
    let mut git = Command::new("git");
    git.args(["diff", "--no-index", "--word-diff"]).arg(&old).arg(&new);
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        times.0.push(once(&mut ours)?);
        times.1.push(once(&mut git)?);
    }
    let (ours, theirs) = (median(times.0), median(times.1));
    let name = pair.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Some(figure(
        format!("{name}, {} kB: ours, git, ms (ratio)", bytes / 1000),
        format!("{}, {} ({:.2})", ms(ours), ms(theirs), ours.as_secs_f64() / theirs.as_secs_f64()),
        "at most 1",
    )))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The file of this name, whatever its ending.
fn file(pair: &Path, name: &str) -> Result<PathBuf> {
    let mut files = fs::read_dir(pair)?.filter_map(|entry| Some(entry.ok()?.path()));
    let found = files.find(|path| path.file_stem().is_some_and(|stem| stem == name));
    found.with_context(|| format!("{} has no file {name}", pair.display()))
}
