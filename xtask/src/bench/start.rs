//! How long from the command to the first page, and what is held in memory after many.

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use super::{Figure, Ground, figure, http::Connection, page::ask, resident};
use crate::services::{Running, free_port};

const STARTS: usize = 9;
const PAGES: u32 = 10_000;

/// Measures the time from the command to the first page, and the memory after start and after 10,000 pages.
pub fn measure(ground: &Ground) -> Result<Vec<Figure>> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        times.push(first_page(ground)?);
    }
    times.sort();
    let comity = ground.serve(None)?;
    let fresh = resident(comity.process.0.id())?;
    ask(&comity.url, &ground.page, PAGES)?;
    let later = resident(comity.process.0.id())?;
    let middle = times[STARTS / 2].as_millis();
    Ok(vec![
        figure("start to first page, ms (median of 9)", middle.to_string(), "at most 200"),
        figure("resident after start, MiB", format!("{fresh:.1}"), ""),
        figure("resident after 10,000 pages, MiB", format!("{later:.1}"), "at most 80"),
    ])
}

/// Starts the server and asks for the draft page until it comes.
fn first_page(ground: &Ground) -> Result<Duration> {
    let address = format!("127.0.0.1:{}", free_port()?);
    let mut command = Command::new(&ground.binary);
    command.args(["serve", "--listen", &address, "--data"]).arg(ground.data());
    command.stdin(Stdio::null()).stdout(Stdio::null()).env("RUST_LOG", "warn");
    let started = Instant::now();
    let _process = Running(command.spawn()?);
    while started.elapsed() < Duration::from_secs(20) {
        let Ok(mut connection) = Connection::open(&format!("http://{address}")) else {
            std::thread::sleep(Duration::from_micros(500));
            continue;
        };
        let status = connection.get(&ground.page, "")?.status;
        if status != 200 {
            bail!("The first page answers {status}");
        }
        return Ok(started.elapsed());
    }
    bail!("comity gives no page within 20 s")
}
