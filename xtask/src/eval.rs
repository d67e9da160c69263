//! `cargo xtask eval`: how well comments follow their words, on edits of known truth and on real revision histories.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::process::{cargo, root, run, target};

/// Scores placements on edits whose truth is known and draws their curve; then `comity port` against what people know about
/// real texts, when that data stands beside the repository.
///
/// Example: `cargo xtask eval -- --misses 10`
#[derive(Args)]
pub struct Eval {
    /// Options of the scoring program
    #[arg(last = true)]
    more: Vec<String>,
}

impl Eval {
    pub fn start(self) -> Result<()> {
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
