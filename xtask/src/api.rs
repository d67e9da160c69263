//! The API judged from outside: its description is read by `openapi-spec-validator`, its answers are looked at by `schemathesis`, which also asks
//! what nobody would think of, and the example client is run.

use std::{path::Path, process::Command};

use anyhow::Result;

use crate::{
    process::{root, run as done},
    progress::Progress,
    services::{Comity, Scratch},
    setup,
    test::Totals,
};

/// How many steps `run` takes.
pub const STEPS: usize = 1;

/// Judges the API of a demo of its own. Refuses when something does not hold, with the reasons.
pub fn run(progress: &mut Progress, binary: &Path) -> Result<Totals> {
    progress.step("the API from outside", None);
    let python = setup::python("xtask/src/api/requirements.txt")?;
    let folder = Scratch::new("api")?;
    let mut serve = Command::new(binary);
    serve.args([
        "serve",
        "--demo",
        "--calls",
        "1000000",
        "--posts-a-day",
        "0",
        "--official-posts-a-day",
        "0",
    ]);
    let comity = Comity::start(serve.env("RUST_LOG", "error"), &folder.path().join("data"))?;
    let mut judge = Command::new(python);
    judge.current_dir(root()).args(["xtask/src/api/judge.py", &comity.url, "server/examples/comments.py"]);
    Ok(match done(&mut judge) {
        Ok(()) => Totals { passed: 1, failed: 0 },
        Err(_) => Totals { passed: 0, failed: 1 },
    })
}
