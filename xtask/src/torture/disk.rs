//! A small disk that can be full.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};

use crate::process::{is_root, output};

/// How large it is as long as it is not full; it takes up what is on it.
const ROOM: &str = "4g";
/// What is left of it in KiB when it is said to be full: less than a commit or two.
const LEFT: u64 = 16;

/// A disk in memory, mounted on a folder.
pub struct Disk(std::path::PathBuf);

impl Disk {
    /// Mounts one; none where that is not allowed.
    pub fn on(folder: &Path) -> Option<Self> {
        if !is_root() || std::fs::create_dir_all(folder).is_err() {
            return None;
        }
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={ROOM},mode=0700"), "tmpfs"]).arg(folder);
        output(&mut mount).is_ok().then(|| Self(folder.to_owned()))
    }

    /// Lets it be full: what is on it stays, and nothing more finds room.
    pub fn fill(&self) -> Result<()> {
        let said = output(Command::new("df").args(["--output=used", "-k"]).arg(&self.0))?;
        let used = said.lines().last().and_then(|used| used.trim().parse::<u64>().ok());
        self.resize(&format!("{}k", used.context("df says no number")? + LEFT))
    }

    /// Gives it room again.
    pub fn clear(&self) -> Result<()> {
        self.resize(ROOM)
    }

    fn resize(&self, size: &str) -> Result<()> {
        output(Command::new("mount").args(["-o", &format!("remount,size={size}")]).arg(&self.0)).map(drop)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Err(error) = output(Command::new("umount").arg("-l").arg(&self.0)) {
            println!("  {} stays mounted: {error}", self.0.display());
        }
    }
}
