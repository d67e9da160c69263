//! `cargo xtask lint`: format, clippy on both halves, and the rules of the architecture that no compiler checks.

mod architecture;
mod catalogue;
mod documents;
mod links;
mod sources;

use anyhow::{Result, bail};
use clap::Args;

use crate::{
    process::{cargo, run},
    progress::Progress,
};

/// Checks format, both halves with clippy, the architecture, the links and the catalogues of texts.
#[derive(Args)]
pub struct Lint {
    /// Leave clippy out: only the checks that need no compiler
    #[arg(long)]
    quick: bool,
}

/// How many steps `check` takes.
pub const STEPS: usize = 4;

impl Lint {
    /// Makes the checks and prints what is wrong; refuses when anything is.
    pub fn start(self) -> Result<()> {
        let mut progress = Progress::of(if self.quick { STEPS - 2 } else { STEPS });
        let mut complaints = quick(&mut progress)?;
        if !self.quick {
            complaints.extend(clippy(&mut progress));
        }
        progress.finish();
        for complaint in &complaints {
            println!("{complaint}");
        }
        if !complaints.is_empty() {
            bail!("{} complaints, listed above", complaints.len());
        }
        println!("Nothing to complain of");
        Ok(())
    }
}

/// Makes every check and gives what is wrong, a line for each.
pub fn check(progress: &mut Progress) -> Result<Vec<String>> {
    let mut complaints = quick(progress)?;
    complaints.extend(clippy(progress));
    for complaint in &complaints {
        println!("{complaint}");
    }
    Ok(complaints)
}

fn quick(progress: &mut Progress) -> Result<Vec<String>> {
    let mut complaints = Vec::new();
    progress.step("format", None);
    if run(cargo().args(["fmt", "--all", "--check"])).is_err() {
        complaints.push("The code is not formatted: run cargo fmt --all".to_owned());
    }
    progress.step("architecture, links and catalogues", None);
    let sources = sources::read()?;
    complaints.extend(architecture::check(&sources)?);
    complaints.extend(links::check(&sources));
    complaints.extend(catalogue::check(&sources)?);
    complaints.extend(documents::check(&sources)?);
    Ok(complaints)
}

fn clippy(progress: &mut Progress) -> Vec<String> {
    let halves: [(&str, &[&str]); 2] = [
        ("the server", &["--workspace", "--all-targets"]),
        (
            "the browser half",
            &["--package", "app", "--lib", "--no-default-features", "--features", "hydrate"],
        ),
    ];
    let mut complaints = Vec::new();
    for (half, packages) in halves {
        progress.step(&format!("clippy on {half}"), Some("about 3 minutes"));
        if run(cargo().arg("clippy").args(packages).args(["--", "-D", "warnings"])).is_err() {
            complaints.push(format!("Clippy complains of {half}"));
        }
    }
    complaints
}
