//! `cargo xtask torture`: whether everything that was acknowledged is there, once, whatever goes wrong meanwhile.

mod count;
mod disk;
mod site;
mod trouble;
mod writers;

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use clap::Args;

use self::{site::Site, trouble::Trouble, writers::Writers};
use crate::{
    process::{cargo, run, target},
    product::{self, Profile},
    progress::Progress,
    services::Postgres,
    setup,
};

/// Posts over HTTP while servers are killed, disks fail and databases stop, then counts what was acknowledged.
///
/// Example: `cargo xtask torture --seconds 600`. What this machine cannot do is said.
#[derive(Args)]
pub struct Torture {
    /// How long posts are written, in seconds
    #[arg(long, default_value_t = 60)]
    seconds: u64,

    /// Torture this binary, with examples/measure beside it, instead of building one
    #[arg(long)]
    binary: Option<PathBuf>,
}

/// What came of it on one database.
#[derive(Clone, Copy, Debug, Default)]
struct Toll {
    acknowledged: usize,
    lost: usize,
    twice: usize,
    broken: usize,
}

impl Torture {
    /// Tortures a server on each database for half of the time. Refuses when something that was acknowledged is lost, there twice or
    /// broken.
    pub fn start(self) -> Result<()> {
        if let Err(why) = equip() {
            println!("{why:#}");
        }
        let binary = match &self.binary {
            Some(binary) => binary.canonicalize()?,
            None => build()?,
        };
        suffer_on_both(&binary, self.seconds)
    }
}

/// Installs what makes the troubles.
fn equip() -> Result<()> {
    let programs = [("fiu-run", "fiu-utils"), ("faketime", "faketime"), ("prlimit", "util-linux")];
    setup::debian(&programs, "to let disks fail and clocks go back")
}

/// Tortures the binary that `ci` has built for a minute. Unlike the command it refuses when a program that makes a trouble cannot be
/// installed.
pub fn for_a_minute(progress: &mut Progress) -> Result<()> {
    progress.step("torture", Some("about 2 minutes"));
    equip()?;
    measure()?;
    suffer_on_both(&target("debug/comity"), 60)
}

/// How many steps `for_a_minute` takes.
pub const STEPS: usize = 1;

fn suffer_on_both(binary: &Path, seconds: u64) -> Result<()> {
    let half = Duration::from_secs(seconds) / 2;
    let mut tolls = vec![suffer("SQLite", Site::on_sqlite(binary)?, half)?];
    match Postgres::start() {
        Ok(postgres) => tolls.push(suffer("PostgreSQL", Site::on_postgres(binary, postgres)?, half)?),
        Err(why) => println!("Not tried on PostgreSQL: {why:#}"),
    }
    let sum = |of: fn(&Toll) -> usize| tolls.iter().map(of).sum::<usize>();
    let (lost, twice, broken) = (sum(|toll| toll.lost), sum(|toll| toll.twice), sum(|toll| toll.broken));
    println!("{} acknowledged: {lost} lost, {twice} twice, {broken} broken", sum(|toll| toll.acknowledged));
    if sum(|toll| toll.acknowledged) == 0 {
        bail!("Nothing was acknowledged, so that nothing was tried");
    }
    if lost + twice + broken > 0 { bail!("What was acknowledged did not hold") } else { Ok(()) }
}

fn build() -> Result<PathBuf> {
    let mut progress = Progress::of(product::STEPS);
    let binary = product::build(&mut progress, Profile::Debug)?;
    measure()?;
    Ok(binary)
}

/// Builds what makes a draft and those who write on it.
fn measure() -> Result<()> {
    run(cargo().args(["build", "--workspace", "--exclude", "xtask", "--example", "measure"]))
}

/// Lets one trouble follow the other while people write, then counts.
fn suffer(name: &str, mut site: Site, time: Duration) -> Result<Toll> {
    println!("{name}");
    site.start()?;
    let writers = Writers::begin(&site)?;
    let (end, mut number) = (Instant::now() + time, 0);
    let troubles = Trouble::possible(&site);
    while Instant::now() < end {
        let trouble = troubles[number % troubles.len()];
        let before = writers.acknowledged();
        trouble.strike(&mut site)?;
        println!("  {}: {} acknowledged meanwhile", trouble.name(), writers.acknowledged() - before);
        number += 1;
    }
    // With all well again, people can write without anybody's help.
    let before = writers.acknowledged();
    std::thread::sleep(Duration::from_secs(3));
    if writers.acknowledged() == before {
        bail!("Nothing was saved any more after the troubles were over");
    }
    let acknowledged = writers.end()?;
    site.stop();
    let toll = count::count(&site, &acknowledged)?;
    println!(
        "  {} acknowledged: {} lost, {} twice, {} broken",
        toll.acknowledged, toll.lost, toll.twice, toll.broken
    );
    Ok(toll)
}
