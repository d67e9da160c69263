//! What a fresh machine lacks: the browser's standard library, npm packages, and Debian packages.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::process::{digest, is_root, is_stamped, on_path, output, root, run, stamp, target};

/// Makes the npm packages of `e2e` what its lock file says; refuses when npm is missing and cannot be installed.
pub fn npm() -> Result<()> {
    let lock = fs::read(root().join("e2e/package-lock.json")).context("Cannot read e2e/package-lock.json")?;
    let wanted = digest(&lock);
    if is_stamped("npm", &wanted) && root().join("e2e/node_modules").is_dir() {
        return Ok(());
    }
    debian(&[("node", "nodejs"), ("npm", "npm")], "to fetch wasm-opt and the browser tests' packages")?;
    println!("  fetching npm packages");
    output(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(root().join("e2e")))?;
    stamp("npm", &wanted)
}

/// Makes a Python of its own with these packages, and gives its program. Refuses when there is no Python and none can be installed.
pub fn python(packages: &str) -> Result<PathBuf> {
    let wanted = fs::read(root().join(packages)).with_context(|| format!("Cannot read {packages}"))?;
    let (folder, digest) = (target("python"), digest(&wanted));
    let program = folder.join("bin/python");
    if is_stamped("python", &digest) && program.is_file() {
        return Ok(program);
    }
    debian(&[("python3", "python3")], "to judge the API")?;
    println!("  fetching Python packages");
    let make = || output(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
    if make().is_err() {
        debian(&[("/usr/share/doc/python3-venv", "python3-venv")], "to judge the API")?;
        make()?;
    }
    output(
        Command::new(&program).args(["-m", "pip", "install", "--quiet", "-r"]).arg(root().join(packages)),
    )?;
    stamp("python", &digest)?;
    Ok(program)
}

/// Installs the packages whose program is not on the path; refuses with what to install when it may not.
pub fn debian(wanted: &[(&str, &str)], why: &str) -> Result<()> {
    let missing = wanted.iter().filter(|(program, _)| !is_there(program)).map(|(_, package)| *package);
    let missing: Vec<&str> = missing.collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_root() || on_path("apt-get").is_none() {
        bail!("Please install {list} {why} (on Debian: apt-get install {list})");
    }
    println!("  installing {list} {why}");
    if install(&missing).is_err() {
        update()?;
        install(&missing)?;
    }
    Ok(())
}

/// A program by its name, or a file or folder by its path.
fn is_there(program: &str) -> bool {
    if program.starts_with('/') { fs::exists(program).unwrap_or(false) } else { on_path(program).is_some() }
}

fn install(packages: &[&str]) -> Result<String> {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "--no-install-recommends"]);
    output(apt.args(packages))
}

/// Fetches Debian's package lists; only root may.
pub fn update() -> Result<String> {
    output(Command::new("apt-get").arg("update"))
}

/// Unpacks the named Debian packages and what they need of the same family into `target/toolchain`, installing nothing.
pub fn unpack(packages: &[&str], family: &[&str]) -> Result<()> {
    let folder = target("toolchain");
    let downloads = folder.join("packages");
    fs::create_dir_all(&downloads)?;
    let mut names: Vec<String> = packages.iter().map(|name| (*name).to_owned()).collect();
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        next += 1;
        for needed in depends(&name)? {
            if family.iter().any(|start| needed.starts_with(start)) && !names.contains(&needed) {
                names.push(needed);
            }
        }
    }
    println!("  downloading {} (about 137 MB)", names.join(" "));
    output(Command::new("apt-get").arg("download").args(&names).current_dir(&downloads))?;
    for package in fs::read_dir(&downloads)? {
        run(Command::new("dpkg").arg("-x").arg(package?.path()).arg(&folder))?;
    }
    Ok(fs::remove_dir_all(&downloads)?)
}

fn depends(package: &str) -> Result<Vec<String>> {
    let ask = || output(Command::new("apt-cache").args(["depends", package]));
    let said = match ask() {
        Ok(said) if !said.trim().is_empty() => said,
        _ if is_root() => {
            update()?;
            ask()?
        }
        _ => bail!("Debian's package lists are missing: run apt-get update once as root"),
    };
    let names = said.lines().filter_map(|line| line.trim().strip_prefix("Depends: "));
    Ok(names.map(|name| name.trim_matches(['<', '>']).to_owned()).collect())
}
