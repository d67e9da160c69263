//! `cargo xtask eval`: how well comments follow their words, on edits of known truth and on real revision histories.

use std::process::Command;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::process::{cargo, root, run, target};

/// Scores placements on edits whose truth is known and draws their curve; then `comity port` against what people know about
/// real texts, when that data stands beside the repository.
///
/// Example: `cargo xtask eval -- --misses 10`, or `cargo xtask eval field` for the small hard cases
#[derive(Args)]
pub struct Eval {
    /// Score only this
    subject: Option<Subject>,

    /// Options of the scoring program
    #[arg(last = true)]
    more: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Subject {
    /// Small cases that were hard for systems in the field, or for us
    Field,
}

impl Eval {
    /// Scores placements and draws their curve; then, where real texts stand beside the repository, scores `comity port` on them.
    pub fn start(self) -> Result<()> {
        match self.subject {
            Some(Subject::Field) => field(),
            None => self.placements(),
        }
    }

    fn placements(self) -> Result<()> {
        let curve = root().join("domain/curve.svg");
        run(cargo()
            .args(["run", "--quiet", "--release", "--package", "domain", "--example", "eval"])
            .arg("--")
            .arg(curve))?;
        let program = root().join("../shared/bin/eval-porting");
        if !program.is_file() {
            println!("There is no data in ../shared; nothing was scored");
            return Ok(());
        }
        run(cargo().args(["build", "--release", "--package", "server"]))?;
        run(Command::new("python3")
            .arg(program)
            .arg("--comity")
            .arg(target("release/comity"))
            .args(self.more))
    }
}

/// Tries every case of `../shared/data/field` and refuses when one is not right.
fn field() -> Result<()> {
    let folder = root().join("../shared/data/field");
    if !folder.is_dir() {
        println!("There are no cases in ../shared; nothing was tried");
        return Ok(());
    }
    run(cargo()
        .args([
            "run",
            "--quiet",
            "--release",
            "--package",
            "domain",
            "--features",
            "dictionary",
            "--example",
            "field",
        ])
        .arg("--")
        .arg(folder))
}
