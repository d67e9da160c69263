//! The product: both halves and the style sheet in one binary, `comity`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::{
    assets, fonts,
    process::{cargo, run, target},
    progress::Progress,
    setup, style, wasm,
};

/// Builds the one binary `comity`, with its assets inside.
///
/// Example: `cargo xtask build`, then `target/release/comity serve --demo`.
#[derive(Args)]
pub struct Build {
    /// Build quickly and for debugging (target/debug/comity) instead of for use
    #[arg(long)]
    debug: bool,

    /// Only bundle the style sheet and the files beside it anew, and keep the browser half as it is
    #[arg(long)]
    style: bool,
}

impl Build {
    /// Builds the binary and prints where it is; with `--style` only bundles the style sheet.
    pub fn start(self) -> Result<()> {
        if self.style {
            return assets::publish(style::build()?, wasm::made()?);
        }
        let mut progress = Progress::of(STEPS);
        let binary = build(&mut progress, if self.debug { Profile::Debug } else { Profile::Release })?;
        progress.finish();
        println!("built {}", binary.display());
        Ok(())
    }
}

/// How the server is compiled. The browser half is always small and optimised.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Debug,
    Release,
}

/// How many steps `build` takes.
pub const STEPS: usize = 4;

/// Builds everything and gives the path of the binary.
pub fn build(progress: &mut Progress, profile: Profile) -> Result<PathBuf> {
    browser(progress)?;
    let (folder, time) = match profile {
        Profile::Debug => ("debug", "about 4 minutes"),
        Profile::Release => ("release", "about 8 minutes"),
    };
    let binary = target(folder).join("comity");
    progress.step("server", (!binary.exists()).then_some(time));
    // The same selection of packages as the tests, so that nothing is compiled twice.
    let mut command = cargo();
    command.args(["build", "--workspace", "--exclude", "xtask"]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    run(&mut command)?;
    Ok(binary)
}

/// Builds what the server embeds.
fn browser(progress: &mut Progress) -> Result<()> {
    let known = target("site/manifest.json").exists() && target("browser/made/comity.wasm").exists();
    progress.step("set-up", (!known).then_some("under a minute"));
    let compiler = wasm::compiler()?;
    setup::npm()?;
    fonts::publish()?;
    progress.step("browser half", (!known).then_some("about 4 minutes"));
    let half = wasm::build(&compiler)?;
    progress.step("style sheet and assets", None);
    assets::publish(style::build()?, Some(half))
}
