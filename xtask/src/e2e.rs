//! `cargo xtask e2e` and `screenshots`: the product in a real browser.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use clap::Args;

use crate::{
    process::{on_path, root},
    product::{self, Profile},
    progress::Progress,
    services::{Comity, Scratch},
    setup,
    test::{Totals, counted},
};

/// Runs the browser tests, with and without JavaScript, against a demonstration forum of their own.
///
/// Example: `cargo xtask e2e journey` runs the files whose name contains "journey".
#[derive(Args)]
pub struct E2e {
    /// Only the files whose name contains one of these
    only: Vec<String>,

    /// Test this binary instead of building one
    #[arg(long)]
    binary: Option<PathBuf>,
}

/// Makes pictures of the demonstration forum: wide, phone, dark, and Arabic.
///
/// Example: `cargo xtask screenshots --out e2e/out`
#[derive(Args)]
pub struct Screenshots {
    /// Where the pictures go
    #[arg(long, default_value = "e2e/out")]
    out: PathBuf,

    /// Use this binary instead of building one
    #[arg(long)]
    binary: Option<PathBuf>,
}

/// How many steps `run` takes.
pub const STEPS: usize = 2;

impl E2e {
    /// Builds the binary unless one was given, and runs the browser tests. Refuses when one fails.
    pub fn start(self) -> Result<()> {
        let mut progress = Progress::of(product::STEPS + STEPS);
        let binary = built(&mut progress, self.binary)?;
        run(&mut progress, &binary, &self.only)?.conclude()
    }
}

impl Screenshots {
    /// Builds the binary unless one was given, and takes the pictures.
    pub fn start(self) -> Result<()> {
        let mut progress = Progress::of(product::STEPS + STEPS);
        let binary = built(&mut progress, self.binary)?;
        fs::create_dir_all(&self.out)?;
        let out = self.out.canonicalize()?;
        browser(&mut progress)?;
        progress.step("pictures", None);
        with_forum(&binary, |node| crate::process::run(node.arg("screenshots.mjs").arg(&out)))
    }
}

fn built(progress: &mut Progress, binary: Option<PathBuf>) -> Result<PathBuf> {
    binary.map_or_else(|| product::build(progress, Profile::Debug), |file| Ok(file.canonicalize()?))
}

/// Runs the browser tests against the binary and gives their totals.
pub fn run(progress: &mut Progress, binary: &Path, only: &[String]) -> Result<Totals> {
    browser(progress)?;
    progress.step("browser tests", None);
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(root().join("e2e/tests")).context("Cannot read e2e/tests")? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") && (only.is_empty() || only.iter().any(|part| name.contains(part))) {
            files.push(file);
        }
    }
    files.sort();
    with_forum(binary, |node| counted(node.args(["--test", "--test-reporter=spec"]).args(files)))
}

/// Makes sure of a browser and of letters for every script the tests write.
fn browser(progress: &mut Progress) -> Result<()> {
    progress.step("browser", None);
    setup::npm()?;
    if chromium().is_none() {
        setup::debian(&[("chromium", "chromium")], "to test in a real browser")?;
    }
    setup::debian(
        &[("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf", "fonts-noto-core")],
        "to show Arabic",
    )
}

fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| on_path(name))
}

/// Starts a demonstration forum, and node with all it needs to know about it.
fn with_forum<T>(binary: &Path, work: impl FnOnce(&mut Command) -> Result<T>) -> Result<T> {
    let folder = Scratch::new("forum")?;
    let comity = Comity::start(
        Command::new(binary).args(["serve", "--demo"]).env("RUST_LOG", "warn"),
        &folder.path().join("data"),
    )?;
    let mut node = Command::new("node");
    node.current_dir(root().join("e2e")).env("COMITY_FORUM", &comity.url).env("COMITY_BINARY", binary);
    node.env("COMITY_CHROMIUM", chromium().context("No Chromium on the path")?)
        .env("COMITY_SCRATCH", folder.path());
    work(&mut node)
}
