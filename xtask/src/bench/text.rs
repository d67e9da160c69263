//! The difference of two long texts, beside git's word diff of the same files.

use std::{
    fs,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use super::{Figure, Ground, figure};
use crate::setup;

const LINES: u32 = 10_000;
const RUNS: usize = 5;

pub fn measure(ground: &Ground) -> Result<Vec<Figure>> {
    setup::debian(&[("git", "git")], "to measure beside it")?;
    let (old, new) = (ground.folder.path().join("old.md"), ground.folder.path().join("new.md"));
    fs::write(&old, text(false))?;
    fs::write(&new, text(true))?;
    let ours = best(|| {
        let mut comity = Command::new(&ground.binary);
        comity.arg("diff").arg(&old).arg(&new);
        comity
    })?;
    let theirs = best(|| {
        let mut git = Command::new("git");
        git.args(["diff", "--no-index", "--word-diff"]).arg(&old).arg(&new);
        git
    })?;
    let milliseconds = |time: Duration| format!("{:.0}", time.as_secs_f64() * 1000.0);
    Ok(vec![
        figure("comity diff, two texts of 10,000 lines, ms", milliseconds(ours), ""),
        figure("git diff --no-index --word-diff, ms", milliseconds(theirs), ""),
        figure("ratio of times", format!("{:.2}", ours.as_secs_f64() / theirs.as_secs_f64()), "at most 1"),
    ])
}

/// The shortest of several runs. Differences are an exit of 1 for git, so no status is read.
fn best(command: impl Fn() -> Command) -> Result<Duration> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let started = Instant::now();
        command().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        times.push(started.elapsed());
    }
    times.into_iter().min().context("No run")
}

/// Paragraphs of ordinary length with numbered clauses; the later text rewords every twentieth and drops every hundredth.
fn text(later: bool) -> String {
    let subjects =
        ["A public body", "The operator", "Each ministry", "An affected person", "The supervising office"];
    let verbs = ["publishes", "reviews", "explains", "records", "corrects"];
    let objects = ["the purpose of the system", "every decision it supports", "the data it was trained on"];
    let mut text = String::from("# Principles\n\n");
    for number in 1..=LINES {
        if later && number % 100 == 7 {
            continue;
        }
        let pick = |words: &[&'static str], by: u32| words[(number / by) as usize % words.len()];
        let (subject, verb, object) = (pick(&subjects, 1), pick(&verbs, 3), pick(&objects, 7));
        let when = if later && number % 20 == 3 { "without undue delay" } else { "before it is used" };
        text += &format!("{subject} {verb} {object} {when}, as clause {number} says.\n\n");
    }
    text
}
