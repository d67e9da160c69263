//! What goes wrong.

use std::{process::Command, thread::sleep, time::Duration};

use anyhow::Result;

use super::site::{Site, has};
use crate::process::output;

/// One thing that goes wrong for a while, and is then well again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server is killed in the middle of whatever it does.
    Killed,
    /// The disk has no room; or, where none may be mounted, no file may grow, which to the program is the same.
    Full,
    /// Writes and syncs fail now and then with an input or output error.
    Failing,
    /// The next server starts with a clock that is behind.
    ClockBack,
    /// Two servers write to one database, and one of them is killed.
    Two,
    /// PostgreSQL crashes and comes back.
    Stopped,
}

/// How long a trouble lasts.
const LASTS: Duration = Duration::from_millis(1_500);

impl Trouble {
    /// The troubles that this machine can make on this database; prints which it cannot.
    pub fn possible(site: &Site) -> Vec<Self> {
        let is_file = site.postgres.is_none();
        let mut possible = vec![Self::Killed, Self::Two];
        if !is_file {
            possible.push(Self::Stopped);
        } else if site.disk.is_some() || has("prlimit", "a full disk", "util-linux") {
            possible.push(Self::Full);
        }
        if is_file && has("fiu-run", "disk errors", "fiu-utils") {
            possible.push(Self::Failing);
        }
        if has("faketime", "a clock set back", "faketime") {
            possible.push(Self::ClockBack);
        }
        possible
    }

    /// What is printed of it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Killed => "killed and started again",
            Self::Full => "the disk full, and not full again",
            Self::Failing => "one write or sync in ten failing with EIO",
            Self::ClockBack => "killed, and started with the clock set back",
            Self::Two => "two servers, and one of them killed",
            Self::Stopped => "PostgreSQL crashed and came back",
        }
    }

    /// Lets it happen; afterwards one server runs with nothing wrong.
    pub fn strike(self, site: &mut Site) -> Result<()> {
        sleep(LASTS);
        match self {
            Self::Killed => again(site),
            Self::Full => match &site.disk {
                Some(disk) => {
                    disk.fill()?;
                    sleep(LASTS);
                    disk.clear()
                }
                None => {
                    let process = site.process()?.to_string();
                    limit(&process, "65536:unlimited")?;
                    sleep(LASTS);
                    limit(&process, "unlimited:unlimited")
                }
            },
            Self::Failing => failing(site),
            Self::ClockBack => {
                site.stop();
                site.start_under(&["faketime", "-f", "-8s"], &[])?;
                sleep(LASTS);
                again(site)
            }
            Self::Two => {
                site.start()?;
                sleep(LASTS);
                again(site)
            }
            Self::Stopped => {
                let Some(postgres) = &site.postgres else { return Ok(()) };
                postgres.crash()?;
                sleep(LASTS);
                postgres.restart()
            }
        }?;
        sleep(LASTS);
        Ok(())
    }
}

fn again(site: &mut Site) -> Result<()> {
    site.stop();
    site.start()
}

fn limit(process: &str, size: &str) -> Result<()> {
    output(Command::new("prlimit").args(["--pid", process, &format!("--fsize={size}")])).map(drop)
}

/// A server of which one write or sync in ten fails, for a while; it goes on with a disk that is well again, and is then killed.
fn failing(site: &mut Site) -> Result<()> {
    site.stop();
    site.start_under(&["fiu-run", "-x"], &[])?;
    let process = site.process()?.to_string();
    let control =
        |command: String| output(Command::new("fiu-ctrl").args(["-c", &command, &process])).map(drop);
    let calls =
        ["posix/io/rw/pwrite", "posix/io/rw/pwrite64", "posix/io/sync/fsync", "posix/io/sync/fdatasync"];
    for call in calls {
        control(format!("enable_random name={call},probability=0.1,failinfo=5"))?;
    }
    sleep(LASTS);
    for call in calls {
        control(format!("disable name={call}"))?;
    }
    sleep(LASTS);
    again(site)
}
