//! Makes the server notice new assets: the browser half and the style sheet are embedded at compile time.

use std::{fs, path::Path};

fn main() -> std::io::Result<()> {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/site");
    let manifest = site.join("manifest.json");
    if !manifest.exists() {
        // A plain `cargo check` must work before the first `cargo xtask build`, and cargo reruns this file for as long as what it watches is missing.
        fs::create_dir_all(&site)?;
        fs::write(&manifest, "{}")?;
    }
    println!("cargo::rerun-if-changed={}", manifest.display());
    Ok(())
}
