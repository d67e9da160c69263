//! `cargo xtask fuzz`: the text engine against inputs that nobody thought of.

use std::{env, ffi::OsString, fs, process::Command};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::{
    process::{cargo, output, root, run, target},
    setup,
};

/// Feeds the text engine with made-up inputs and stops at the first that breaks a promise.
///
/// What every input is held to stands in domain/fuzz/fuzz_targets. Inputs that reach new code are kept in target/fuzz/corpus for the
/// next time; one that breaks a promise is kept in target/fuzz/found and named.
///
/// Example: `cargo xtask fuzz merge --seconds 600`. Without names, all of them.
#[derive(Args)]
pub struct Fuzz {
    /// What to fuzz
    names: Vec<Name>,

    /// How long each is fuzzed, in seconds
    #[arg(long, default_value_t = 20)]
    seconds: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// Reading Markdown
    Parse,
    /// Word, line and clause differences
    Diff,
    /// Clause maps and inherited ids
    Map,
    /// Anchors in other versions, and in their own
    Place,
    /// Suggestions put into a text together
    Merge,
}

/// The compiler counts the edges that an input takes, which is what leads libFuzzer on. The code has no `unsafe`, so no sanitizer is
/// needed, and without one the stable compiler will do.
const COUNTED: [&str; 7] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
];

impl Fuzz {
    /// Fuzzes each target in turn. Refuses when one finds an input that breaks a promise, and says where the input is.
    pub fn start(self) -> Result<()> {
        setup::debian(&[("c++", "g++")], "to build libFuzzer")?;
        let host = host()?;
        build(&host)?;
        let names = if self.names.is_empty() { Name::value_variants() } else { &self.names };
        for name in names {
            name.fuzz(&host, self.seconds)?;
        }
        Ok(())
    }
}

impl Name {
    fn fuzz(self, host: &str, seconds: u32) -> Result<()> {
        let (name, seeds) = match self {
            Self::Parse => ("parse", "text"),
            Self::Diff => ("diff", "pair"),
            Self::Map => ("map", "pair"),
            Self::Place => ("place", "pair"),
            Self::Merge => ("merge", "merge"),
        };
        let (folder, ours) = (target("fuzz"), root().join("domain/fuzz"));
        let (corpus, found) = (folder.join("corpus").join(name), folder.join("found").join(name));
        fs::create_dir_all(&corpus)?;
        fs::create_dir_all(&found)?;
        println!("{name}: {seconds} s");
        let mut artifacts = OsString::from("-artifact_prefix=");
        artifacts.push(found.join(""));
        let mut dictionary = OsString::from("-dict=");
        dictionary.push(ours.join("markdown.dict"));
        let mut fuzz = Command::new(folder.join(host).join("release").join(name));
        fuzz.arg(format!("-max_total_time={seconds}")).args([
            "-timeout=10",
            "-max_len=4096",
            "-print_final_stats=1",
        ]);
        fuzz.args(["-verbosity=0", "-close_fd_mask=0"]).arg(artifacts).arg(dictionary);
        run(fuzz.arg(corpus).arg(ours.join("seeds").join(seeds)))
            .with_context(|| format!("{name} broke a promise; the input is in {}", found.display()))
    }
}

/// Builds all targets for the host by name, so that what runs while building is not counted.
fn build(host: &str) -> Result<()> {
    let mut flags = env::var("RUSTFLAGS").unwrap_or_default();
    for flag in COUNTED {
        flags = format!("{flags} {flag}");
    }
    let mut command = cargo();
    command.args([
        "build",
        "--release",
        "--locked",
        "--manifest-path",
        "domain/fuzz/Cargo.toml",
        "--target",
        host,
    ]);
    run(command.arg("--target-dir").arg(target("fuzz")).env("RUSTFLAGS", flags.trim()))
}

fn host() -> Result<String> {
    let said = output(Command::new("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say its host")?.to_owned())
}
