//! `cargo xtask test`: the rules, the rows on both databases, and the browser.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    ops::AddAssign,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::Value;

use crate::{
    api, e2e,
    process::cargo,
    product::{self, Profile},
    progress::Progress,
    services::Postgres,
    setup,
};

/// Runs every test: the rules, rows and pages on SQLite and on PostgreSQL, and the browser tests with and without JavaScript.
///
/// Example: `cargo xtask test --no-browser` for the quick half.
#[derive(Args)]
pub struct Test {
    /// Leave the browser tests out
    #[arg(long)]
    no_browser: bool,

    /// Leave PostgreSQL out
    #[arg(long)]
    no_postgres: bool,
}

impl Test {
    /// Runs the tests and prints the totals. Refuses when one fails, or something does not build.
    pub fn start(self) -> Result<()> {
        let browser = if self.no_browser { 0 } else { product::STEPS + api::STEPS + e2e::STEPS };
        let mut progress = Progress::of(3 + usize::from(!self.no_postgres) + browser);
        self.report(&mut progress)?.conclude()
    }

    /// Runs the tests step by step and gives the totals; refuses only when something does not build or start.
    fn report(&self, progress: &mut Progress) -> Result<Totals> {
        let mut totals = Totals::default();
        let binary = if self.no_browser { None } else { Some(product::build(progress, Profile::Debug)?) };
        progress.step("compile the tests", Some("about 3 minutes"));
        let beside = [("python3", "python3"), ("openssl", "openssl")];
        setup::debian(&beside, "to check archives without this program")?;
        setup::debian(
            &[("soffice", "libreoffice-writer-nogui")],
            "to open and save the Word files we write",
        )?;
        let papers = [("qpdf", "qpdf"), ("pdftotext", "poppler-utils")];
        setup::debian(&papers, "to read the PDF files we write")?;
        setup::python("xtask/src/api/requirements.txt")?;
        let programs = compile()?;
        progress.step("tests on SQLite", None);
        for program in &programs {
            totals += program.run(None)?;
        }
        if !self.no_postgres {
            progress.step("tests on PostgreSQL", None);
            let postgres = Postgres::start()?;
            for program in programs.iter().filter(|program| program.has_rows()) {
                totals += program.run(Some(&postgres.url()))?;
            }
        }
        progress.step("tests of the build itself", None);
        let mut build = cargo();
        build.args(["test", "--quiet", "--package", "xtask"]);
        totals += counted(&mut build)?;
        if let Some(binary) = binary {
            totals += api::run(progress, &binary)?;
            totals += e2e::run(progress, &binary, &[])?;
        }
        progress.finish();
        Ok(totals)
    }
}

/// How many steps `everything` takes.
pub const STEPS: usize = product::STEPS + api::STEPS + e2e::STEPS + 4;

/// Everything, as one part of `ci`.
pub fn everything(progress: &mut Progress) -> Result<Totals> {
    Test { no_browser: false, no_postgres: false }.report(progress)
}

/// One compiled file of tests and the folder of the package it belongs to.
struct Program {
    file: PathBuf,
    folder: PathBuf,
}

impl Program {
    fn run(&self, postgres: Option<&str>) -> Result<Totals> {
        let mut command = Command::new(&self.file);
        command.current_dir(&self.folder).env("CARGO_MANIFEST_DIR", &self.folder).env("INSTA_UPDATE", "no");
        command.env("RUST_BACKTRACE", "0");
        if let Some(url) = postgres {
            command.env("COMITY_TEST_POSTGRES", url);
        }
        println!("  {}", self.file.file_name().unwrap_or_default().to_string_lossy());
        counted(&mut command)
    }

    /// Tells whether its tests write rows, so that a second database can make a difference.
    fn has_rows(&self) -> bool {
        ["entity", "server"].iter().any(|name| self.folder.ends_with(name))
    }
}

/// Compiles all tests with the same selection of packages as the product, and gives them in order.
fn compile() -> Result<Vec<Program>> {
    let mut command = cargo();
    command.args(["test", "--workspace", "--exclude", "xtask", "--no-run", "--message-format"]);
    command.arg("json-render-diagnostics").stdout(Stdio::piped());
    let mut child = command.spawn().context("Cannot start cargo")?;
    let messages = child.stdout.take().context("cargo has no output")?;
    let mut programs = BTreeMap::new();
    for line in BufReader::new(messages).lines() {
        let message: Value = serde_json::from_str(&line?).unwrap_or_default();
        let is_test = message["profile"]["test"] == true;
        if let (true, Some(file), Some(manifest)) =
            (is_test, message["executable"].as_str(), message["manifest_path"].as_str())
        {
            let folder = Path::new(manifest).parent().map(Path::to_path_buf).unwrap_or_default();
            programs.insert(file.to_owned(), Program { file: file.into(), folder });
        }
    }
    if !child.wait()?.success() {
        bail!("The tests do not compile");
    }
    Ok(programs.into_values().collect())
}

/// Runs a command that tests, shows what it says, and adds up the totals it reports.
pub fn counted(command: &mut Command) -> Result<Totals> {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("Cannot start the tests")?;
    let said = child.stdout.take().context("The tests have no output")?;
    let mut totals = Totals::default();
    for line in BufReader::new(said).lines() {
        let line = line?;
        println!("{line}");
        totals += Totals::told_by(&line);
    }
    if !child.wait()?.success() && totals.failed == 0 {
        totals.failed = 1;
    }
    Ok(totals)
}

/// How many tests passed and failed.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Totals {
    pub passed: usize,
    pub failed: usize,
}

impl Totals {
    /// Reads a closing line of cargo (`test result: ok. 3 passed; 0 failed; …`) or of node (`ℹ pass 3`).
    fn told_by(line: &str) -> Self {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |at: usize| words.get(at).and_then(|word| word.parse().ok()).unwrap_or(0);
        match words.as_slice() {
            ["test", "result:", ..] => Self { passed: number(3), failed: number(5) },
            ["ℹ", "pass", _] => Self { passed: number(2), failed: 0 },
            ["ℹ", "fail" | "cancelled", _] => Self { passed: 0, failed: number(2) },
            _ => Self::default(),
        }
    }

    /// Prints the totals on a line of their own; refuses when a test failed or none ran.
    pub fn conclude(self) -> Result<()> {
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed > 0 || self.passed == 0 {
            bail!("Some tests failed; look above for FAILED or ✖");
        }
        Ok(())
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_cargo_and_node_are_added_up() {
        let mut totals = Totals::default();
        for line in [
            "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test a_story_about_passing ... ok",
            "ℹ pass 7",
            "ℹ fail 1",
            "ℹ cancelled 1",
        ] {
            totals += Totals::told_by(line);
        }
        assert_eq!(totals, Totals { passed: 19, failed: 4 });
    }
}
