//! The `comity` program.

use std::process::ExitCode;

use clap::Parser;
use server::command::Command;

#[tokio::main]
async fn main() -> ExitCode {
    match Command::parse().run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("comity: {refusal}");
            ExitCode::FAILURE
        }
    }
}
