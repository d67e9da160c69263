//! `cargo xtask bench`: what DESIGN section 13 promises, measured as ratios on one machine in one run.

mod export;
pub(crate) mod http;
mod large;
mod page;
pub(crate) mod post;
mod read;
mod start;
mod text;
mod weight;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use clap::{Args, Subcommand};

use crate::{
    process::{cargo, output, run},
    product::{self, Profile},
    progress::Progress,
    services::{Comity, Scratch},
};

/// Measures Comity beside the plain tools that set the mark, and prints the ratios.
///
/// Example: `cargo xtask bench page`. Without a name, all of them.
#[derive(Args)]
pub struct Bench {
    #[command(subcommand)]
    what: Option<What>,

    /// How long each measurement runs, in seconds
    #[arg(long, default_value_t = 8, global = true)]
    seconds: u32,

    /// Lines of the draft that is read
    #[arg(long, default_value_t = 400, global = true)]
    lines: u32,

    /// Comments on the draft that is read: 1,000 while people write, and otherwise 300, unless said
    #[arg(long, global = true)]
    comments: Option<u32>,

    /// Comments a second that are written while the page is read
    #[arg(long, default_value_t = 50, global = true)]
    writing: u32,

    /// Measure this binary, with examples/measure beside it, instead of building one
    #[arg(long, global = true)]
    binary: Option<PathBuf>,
}

#[derive(Subcommand, Clone, Copy)]
enum What {
    /// The draft page from one core, beside nginx sending the same bytes as a file
    Page,
    /// The draft page from one core while people write, on other drafts and on the one that is read
    Read,
    /// A draft of 50,000 comments: its pages, its export, and the memory they take
    Large,
    /// The files of a draft of 300 and of 5,000 comments
    Export,
    /// Comments by 16 writers, durable, beside bare one-row SQLite transactions
    Post,
    /// From start to the first page, and the memory held after 10,000 pages
    Start,
    /// The bytes of a first visit, as sent
    Weight,
    /// The text engine: differences beside git, growth, worst cases, memory
    Text,
}

impl Bench {
    /// Measures what was asked for and prints it as a table. Refuses when something does not build, start or answer.
    pub fn start(self) -> Result<()> {
        let mut progress = Progress::of(product::STEPS + 2);
        let binary = match &self.binary {
            Some(binary) => binary.canonicalize()?,
            None => {
                let binary = product::build(&mut progress, Profile::Release)?;
                let selection =
                    ["build", "--release", "--workspace", "--exclude", "xtask", "--example", "measure"];
                run(cargo().args(selection))?;
                binary
            }
        };
        if let Some(What::Text) = self.what {
            table(&text::measure(&binary, Scratch::new("bench")?.path())?);
            return Ok(());
        }
        if let Some(What::Large) = self.what {
            table(&large::measure(&self, &binary)?);
            return Ok(());
        }
        if let Some(What::Export) = self.what {
            table(&export::measure(&self, &binary)?);
            return Ok(());
        }
        progress.step("a draft to measure with", None);
        let ground = Ground::prepare(&self, binary)?;
        progress.step("measure", None);
        let all = [
            What::Weight,
            What::Start,
            What::Page,
            What::Read,
            What::Post,
            What::Large,
            What::Export,
            What::Text,
        ];
        for what in self.what.map_or(all.to_vec(), |what| vec![what]) {
            let figures = match what {
                What::Page => page::measure(&ground, self.seconds)?,
                What::Read => read::measure(&ground, self.seconds, self.writing)?,
                What::Large => large::measure(&self, &ground.binary)?,
                What::Export => export::measure(&self, &ground.binary)?,
                What::Post => post::measure(&ground, self.seconds)?,
                What::Start => start::measure(&ground)?,
                What::Weight => weight::measure(&ground)?,
                What::Text => text::measure(&ground.binary, ground.folder.path())?,
            };
            table(&figures);
        }
        Ok(())
    }
}

/// The binary, a folder, and a database with one large draft in consultation.
struct Ground {
    binary: PathBuf,
    measure: PathBuf,
    folder: Scratch,
    /// The address of the draft, without the host.
    page: String,
    /// The session cookies of those who may comment on it.
    cookies: Vec<String>,
}

impl Ground {
    /// A draft as the options say. To read while people write, it has more to say unless that is said.
    fn prepare(bench: &Bench, binary: PathBuf) -> Result<Self> {
        let usual = if let Some(What::Read) = bench.what { 1_000 } else { 300 };
        Self::of(bench.lines, bench.comments.unwrap_or(usual), binary)
    }

    fn of(lines: u32, comments: u32, binary: PathBuf) -> Result<Self> {
        let folder = Scratch::new("bench")?;
        let measure = binary.with_file_name("examples").join("measure");
        let mut command = Command::new(&measure);
        command.arg("draft").arg(folder.path().join("data"));
        command.arg(lines.to_string()).arg(comments.to_string());
        let said = output(&mut command)?;
        let mut words = said.split_whitespace().map(str::to_owned);
        let page = words.next().context("measure named no draft")?;
        Ok(Self { binary, measure, folder, page, cookies: words.collect() })
    }

    /// Starts the server on the draft's database, on one core where `core` says so.
    fn serve(&self, core: Option<u32>) -> Result<Comity> {
        let mut command = pinned(core, &self.binary);
        // Sixteen people post as much as fits into the time.
        command.args(["serve", "--posts-a-day", "0", "--kib-a-day", "0"]).env("RUST_LOG", "warn");
        Comity::start(&mut command, &self.data())
    }

    /// The address of the draft beside it, of which nobody speaks yet.
    fn beside(&self) -> String {
        self.page.replace("-001", "-002")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }
}

/// A command that stays on one core.
fn pinned(core: Option<u32>, program: &Path) -> Command {
    let Some(core) = core else { return Command::new(program) };
    let mut command = Command::new("taskset");
    command.arg("-c").arg(core.to_string()).arg(program);
    command
}

/// Resident memory of a process in MiB.
fn resident(process: u32) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("No VmRSS")?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib / 1024.0)
}

/// One line of a result: what it is, the figure, and what is asked of it.
struct Figure {
    what: String,
    value: String,
    due: &'static str,
}

fn figure(what: impl Into<String>, value: impl Into<String>, due: &'static str) -> Figure {
    Figure { what: what.into(), value: value.into(), due }
}

fn table(figures: &[Figure]) {
    let width = |of: fn(&Figure) -> usize| figures.iter().map(of).max().unwrap_or(0);
    let (what, value) =
        (width(|figure| figure.what.chars().count()), width(|figure| figure.value.chars().count()));
    println!();
    for figure in figures {
        println!("{:<what$}  {:>value$}  {}", figure.what, figure.value, figure.due);
    }
}
