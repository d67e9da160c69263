//! `cargo xtask ci`: what `.ci/run` checks.

use anyhow::{Result, bail};
use clap::Args;

use crate::{lint, progress::Progress, test, torture};

/// Checks everything that must hold before a change lands: what `lint` and `test` check and a minute of `torture`, with the totals at the end.
#[derive(Args)]
pub struct Ci {}

impl Ci {
    /// Makes every check, and refuses when one of them found something.
    pub fn start(self) -> Result<()> {
        let mut progress = Progress::of(lint::STEPS + test::STEPS + torture::STEPS);
        let complaints = lint::check(&mut progress)?;
        let totals = test::everything(&mut progress)?;
        let torture = torture::for_a_minute(&mut progress);
        progress.finish();
        // The complaints again, below the tests' many lines.
        for complaint in &complaints {
            println!("{complaint}");
        }
        totals.conclude()?;
        torture?;
        if !complaints.is_empty() {
            bail!("{} complaints, listed above", complaints.len());
        }
        Ok(())
    }
}
