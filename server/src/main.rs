//! The `comity` program.

use std::process::ExitCode;

use clap::Parser;
use server::command::Command;

fn main() -> ExitCode {
    match Command::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("comity: {refusal}");
            ExitCode::FAILURE
        }
    }
}
