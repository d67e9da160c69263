//! `cargo xtask run`: from a fresh clone to a page in the browser.

use std::{os::unix::process::CommandExt, process::Command};

use anyhow::{Context, Result};
use clap::Args;

use crate::{
    process::root,
    product::{self, Profile},
    progress::Progress,
};

/// Sets up what is missing, builds, and serves a forum in mid-consultation; prints the address when it is ready.
///
/// Example: `cargo xtask run -- --listen 127.0.0.1:8080 --data /tmp/comity`
#[derive(Args)]
pub struct Run {
    /// Start with an empty database instead of the demonstration forum
    #[arg(long)]
    empty: bool,

    /// Compile the server for use rather than for a quick start
    #[arg(long)]
    release: bool,

    /// Options of `comity serve`
    #[arg(last = true)]
    serve: Vec<String>,
}

impl Run {
    /// Builds the server and becomes it; returns only when something does not build or start.
    pub fn start(self) -> Result<()> {
        let mut progress = Progress::of(product::STEPS + 1);
        let binary =
            product::build(&mut progress, if self.release { Profile::Release } else { Profile::Debug })?;
        progress.step("start (stop with Ctrl-C)", None);
        let mut comity = Command::new(binary);
        comity.arg("serve").args((!self.empty).then_some("--demo")).args(self.serve).current_dir(root());
        // The server takes this process's place, so that Ctrl-C and its exit status are its own.
        Err(comity.exec()).context("Cannot start comity")
    }
}
