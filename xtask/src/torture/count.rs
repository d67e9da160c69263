//! What is there in the end.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Toll, site::Site};
use crate::process::output;

/// Counts every comment that was acknowledged, and checks the chain by the program's own archive.
pub fn count(site: &Site, acknowledged: &[String]) -> Result<Toll> {
    let reference = site.page.rsplit('/').next().context("The page names no draft")?;
    let (json, archive) = (site.file("draft.json"), site.file("draft.zip"));
    output(site.comity().args(["export", reference, "--format", "json", "--out"]).arg(&json))?;
    let dossier: Value = serde_json::from_slice(&std::fs::read(&json)?)?;
    let mut found: HashMap<&str, usize> = HashMap::new();
    let threads = dossier["threads"].as_array().context("The export has no threads")?;
    for comment in threads.iter().filter_map(|thread| thread["comments"].as_array()).flatten() {
        if let Some(words) = comment["body"].as_str().filter(|words| words.starts_with("Writer ")) {
            *found.entry(words).or_default() += 1;
        }
    }
    let lost = acknowledged.iter().filter(|words| !found.contains_key(words.as_str())).count();
    let twice = found.values().filter(|times| **times > 1).count();
    output(site.comity().args(["export", reference, "--format", "archive", "--out"]).arg(&archive))?;
    let verified = output(site.comity().arg("verify").arg(&archive));
    if let Err(why) = &verified {
        println!("  {why:#}");
    }
    Ok(Toll { acknowledged: acknowledged.len(), lost, twice, broken: usize::from(verified.is_err()) })
}
