//! The Rust files of the workspace, as text.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::process::root;

/// One file: its path from the top of the workspace, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// The lines up to the tests at the end of the file, with their numbers.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let body = self.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        body.lines().enumerate().map(|(at, line)| (at + 1, line))
    }

    /// A line of the file as people and editors write it: `app/src/href.rs:12`.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

/// Reads every Rust file of the product; the build's own are no part of it.
pub fn read() -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for crate_name in ["app", "documents", "domain", "entity", "migration", "print", "server"] {
        collect(&root().join(crate_name), "rs", &mut sources)?;
    }
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

/// Adds the files of a folder, and of those within, whose names have the given ending.
pub fn collect(folder: &Path, ending: &str, into: &mut Vec<Source>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("Cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, ending, into)?;
        } else if path.extension().is_some_and(|found| found == ending) {
            let text = fs::read_to_string(&path)?;
            let path = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
            into.push(Source { path, text });
        }
    }
    Ok(())
}
