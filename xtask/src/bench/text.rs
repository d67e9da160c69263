//! The text engine: two long texts compared beside git, how the time grows, the worst cases, and the memory.

mod prose;
mod real;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use super::{Figure, figure};
use crate::{
    process::{cargo, output},
    setup,
};
use prose::Prose;

const LINES: usize = 10_000;
const RUNS: usize = 7;

/// Measures whole processes of `comity diff`, and inside the engine what is due by the clause and the anchor.
pub fn measure(comity: &Path, folder: &Path) -> Result<Vec<Figure>> {
    setup::debian(&[("git", "git")], "to measure beside it")?;
    let ground = Ground { comity, folder };
    let mut figures = Vec::new();
    for (name, old, new) in [
        ("numbered clauses", prose::clauses(LINES, false), prose::clauses(LINES, true)),
        ("prose, one line a sentence", Prose::of(LINES, 1).lines(), Prose::of(LINES, 1).revised(50).lines()),
        (
            "prose, one line a paragraph",
            Prose::of(LINES, 2).paragraphs(),
            Prose::of(LINES, 2).revised(50).paragraphs(),
        ),
    ] {
        figures.extend(ground.beside_git(name, &old, &new)?);
    }
    figures.extend(real::pairs(comity)?);
    for lines in [1_000, 3_000, 10_000, 30_000, 100_000] {
        let prose = Prose::of(lines, 3);
        let time = ground.time(&prose.lines(), &prose.revised(100).lines())?;
        let each = time.as_secs_f64() * 1e6 / lines as f64;
        figures.push(figure(
            format!("{lines} lines, one in 100 edited, ms (µs a line)"),
            format!("{} ({each:.1})", ms(time)),
            "near linear",
        ));
    }
    let unrelated = ground.time(&Prose::of(20_000, 4).lines(), &Prose::of(20_000, 5).lines())?;
    figures.push(figure("two unrelated texts of 20,000 lines, ms", ms(unrelated), "at most 2000"));
    let line = |count: usize| "The same line says it again.\n\n".repeat(count);
    let repeated = ground.time(&line(20_000), &(line(9_000) + "One more.\n\n" + &line(10_990)))?;
    figures.push(figure("one line 20,000 times, a paragraph each, ms", ms(repeated), "at most 2000"));
    let block = |count: usize| "The same line says it again.\n".repeat(count);
    let repeated = ground.time(&block(20_000), &(block(9_000) + "One more.\n" + &block(10_990)))?;
    figures.push(figure("one line 20,000 times, all one paragraph, ms", ms(repeated), "at most 2000"));
    let prose = Prose::of(100_000, 6);
    let (peak, bytes) = ground.peak(&prose.lines(), &prose.revised(100).lines())?;
    let memory = format!("{:.0} ({:.1})", peak as f64 / f64::from(1 << 20), peak as f64 / bytes as f64);
    figures.push(figure(
        "peak memory of the process at 100,000 lines, MiB (times both texts)",
        memory,
        "at most 40 times",
    ));
    figures.extend(inside()?);
    Ok(figures)
}

/// What the engine does in one process, as its own example measures it.
fn inside() -> Result<Vec<Figure>> {
    let said =
        output(cargo().args(["run", "--quiet", "--release", "--package", "domain", "--example", "pace"]))?;
    let value = |name: &str| {
        let found = said.lines().find_map(|line| line.strip_prefix(name));
        found.map(|value| value.trim().to_owned()).with_context(|| format!("pace did not say {name}"))
    };
    Ok(vec![
        figure("reading Markdown, MB/s", value("parse")?, "at least 50"),
        figure("clause map of 2 x 5,000 clauses, ms", value("map")?, "at most 150"),
        figure("placing 5,000 anchors after it, ms", value("place")?, "at most 50"),
    ])
}

struct Ground<'a> {
    comity: &'a Path,
    folder: &'a Path,
}

impl Ground<'_> {
    fn beside_git(&self, name: &str, old: &str, new: &str) -> Result<Vec<Figure>> {
        let (old, new) = self.files(old, new)?;
        let mut git = Command::new("git");
        git.args(["diff", "--no-index", "--word-diff"]).arg(&old).arg(&new);
        let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
        for _ in 0..RUNS {
            ours = ours.min(once(&mut self.diff(&old, &new))?);
            theirs = theirs.min(once(&mut git)?);
        }
        Ok(vec![
            figure(format!("comity diff, 10,000 lines of {name}, ms"), ms(ours), ""),
            figure("git diff --no-index --word-diff of them, ms", ms(theirs), ""),
            figure(
                "ratio of times",
                format!("{:.2}", ours.as_secs_f64() / theirs.as_secs_f64()),
                "at most 1",
            ),
        ])
    }

    fn time(&self, old: &str, new: &str) -> Result<Duration> {
        let (old, new) = self.files(old, new)?;
        let times = (0..3).map(|_| once(&mut self.diff(&old, &new))).collect::<Result<Vec<_>>>()?;
        times.into_iter().min().context("No run")
    }

    /// The most memory the process ever held, its own program included, and the bytes of both texts.
    fn peak(&self, old: &str, new: &str) -> Result<(u64, u64)> {
        let (one, other) = self.files(old, new)?;
        let mut child = self.diff(&one, &other).spawn()?;
        let mut peak = 0;
        while child.try_wait()?.is_none() {
            peak = peak.max(held(&child).unwrap_or(0));
            sleep(Duration::from_millis(1));
        }
        Ok((peak, (old.len() + new.len()) as u64))
    }

    fn files(&self, old: &str, new: &str) -> Result<(PathBuf, PathBuf)> {
        let files = (self.folder.join("old.md"), self.folder.join("new.md"));
        fs::write(&files.0, old)?;
        fs::write(&files.1, new)?;
        Ok(files)
    }

    fn diff(&self, old: &Path, new: &Path) -> Command {
        let mut comity = Command::new(self.comity);
        comity.arg("diff").arg(old).arg(new).stdin(Stdio::null()).stdout(Stdio::null());
        comity
    }
}

/// How long a program takes. Differences are an exit of 1 for git, so no status is read.
fn once(command: &mut Command) -> Result<Duration> {
    let started = Instant::now();
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    Ok(started.elapsed())
}

/// The high-water mark of a process's memory, in bytes.
fn held(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? << 10)
}

fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}
