//! The first start on an empty database: killed at any moment, and several at once.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::support::new_db;

/// Registers somebody, on whatever database this is: the command opens and migrates it first.
fn register(url: &str, folder: &Path, email: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    command.args(["admin", "create", "--name", "Ada Lind", "--email", email]).env("COMITY_DATA", folder);
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    match url.starts_with("postgres") {
        true => command.env("DATABASE_URL", url),
        false => command.env_remove("DATABASE_URL"),
    };
    command
}

fn ends_well(child: Child) {
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Moments from the very first to long after the end, none twice.
fn moments(runs: u64) -> impl Iterator<Item = Duration> {
    (0..runs).map(move |run| Duration::from_micros(run * run * 250_000 / (runs * runs) + run * 1_900))
}

#[tokio::test]
async fn a_first_start_that_was_killed_leaves_what_the_next_can_open() {
    for (run, moment) in moments(16).enumerate() {
        let (url, folder) = new_db().await;
        let mut killed = register(&url, &folder, "first@example.org").spawn().unwrap();
        std::thread::sleep(moment);
        killed.kill().unwrap();
        killed.wait().unwrap();
        let next = register(&url, &folder, &format!("next-{run}@example.org"));
        ends_well({ next }.spawn().unwrap());
        std::fs::remove_dir_all(folder).unwrap();
    }
}

#[tokio::test]
async fn several_that_start_at_once_wait_for_each_other() {
    for _ in 0..4 {
        let (url, folder) = new_db().await;
        let together = ["ada", "ben", "eva"]
            .map(|name| register(&url, &folder, &format!("{name}@example.org")).spawn().unwrap());
        together.into_iter().for_each(ends_well);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
