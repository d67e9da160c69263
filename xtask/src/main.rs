//! The build of Comity and its commands: `cargo xtask run` and `cargo xtask test` do all that a fresh machine needs.

#![expect(clippy::print_stdout, reason = "this is a command line: saying what it does is its work")]

mod api;
mod assets;
mod bench;
mod ci;
mod e2e;
mod eval;
mod fonts;
mod fuzz;
mod lint;
mod process;
mod product;
mod progress;
mod run;
mod services;
mod setup;
mod style;
mod test;
mod torture;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, runs, tests and measures Comity.
///
/// Start with `cargo xtask run`: it sets up what is missing, builds, and serves a forum in mid-consultation.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", subcommand_required = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    Run(run::Run),
    Test(test::Test),
    Lint(lint::Lint),
    Ci(ci::Ci),
    Bench(bench::Bench),
    Eval(eval::Eval),
    Fuzz(fuzz::Fuzz),
    Torture(torture::Torture),
    Build(product::Build),
    E2e(e2e::E2e),
    Screenshots(e2e::Screenshots),
}

fn main() -> ExitCode {
    let Err(error) = start() else { return ExitCode::SUCCESS };
    println!("{error:#}");
    ExitCode::FAILURE
}

fn start() -> anyhow::Result<()> {
    match Arguments::parse().task {
        Task::Run(run) => run.start(),
        Task::Test(test) => test.start(),
        Task::Lint(lint) => lint.start(),
        Task::Ci(ci) => ci.start(),
        Task::Bench(bench) => bench.start(),
        Task::Eval(eval) => eval.start(),
        Task::Fuzz(fuzz) => fuzz.start(),
        Task::Torture(torture) => torture.start(),
        Task::Build(build) => build.start(),
        Task::E2e(e2e) => e2e.start(),
        Task::Screenshots(screenshots) => screenshots.start(),
    }
}
