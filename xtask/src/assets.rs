//! What the server embeds: each asset under a name that holds its digest, with its compressed forms, and a manifest.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    path::Path,
};

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

use crate::{
    process::{digest, root, target},
    wasm::BrowserHalf,
};

/// Writes `target/site`. Files that are there already are left alone, so that the server is rebuilt only for something new.
pub fn publish(style: String, half: Option<BrowserHalf>) -> Result<()> {
    let mut site = Site::default();
    site.add("comity.css", style.into_bytes())?;
    if let Some(half) = half {
        let wasm = site.add("comity.wasm", half.wasm)?;
        let script = half.script.replace("\"comity.wasm\"", &format!("\"{wasm}\""));
        site.add("comity.js", script.into_bytes())?;
    }
    let fixed = root().join("style/static");
    if fixed.is_dir() {
        for entry in fs::read_dir(fixed)? {
            let entry = entry?;
            site.add(&entry.file_name().to_string_lossy(), fs::read(entry.path())?)?;
        }
    }
    site.finish()
}

#[derive(Default)]
struct Site {
    names: BTreeMap<String, String>,
    files: BTreeSet<String>,
}

impl Site {
    /// Stores an asset and gives its hashed name.
    fn add(&mut self, logical: &str, bytes: Vec<u8>) -> Result<String> {
        let hash = digest(&bytes);
        let (stem, ending) = logical.rsplit_once('.').unwrap_or((logical, "bin"));
        let hashed = format!("{stem}-{}.{ending}", &hash[..12]);
        self.write(&hashed, || Ok(bytes.clone()))?;
        if ["css", "js", "wasm", "svg", "txt"].contains(&ending) {
            self.write(&format!("{hashed}.br"), || brotli(&bytes))?;
            self.write(&format!("{hashed}.gz"), || gzip(&bytes))?;
        }
        self.names.insert(logical.to_owned(), hashed.clone());
        Ok(hashed)
    }

    fn write(&mut self, name: &str, bytes: impl FnOnce() -> Result<Vec<u8>>) -> Result<()> {
        fs::create_dir_all(target("site"))?;
        let file = target("site").join(name);
        if !file.exists() {
            put(&file, &bytes()?)?;
        }
        self.files.insert(name.to_owned());
        Ok(())
    }

    fn finish(mut self) -> Result<()> {
        let manifest = serde_json::to_string_pretty(&self.names)?;
        let file = target("site/manifest.json");
        if fs::read_to_string(&file).ok().as_deref() != Some(manifest.as_str()) {
            put(&file, manifest.as_bytes())?;
        }
        self.files.insert("manifest.json".to_owned());
        for entry in fs::read_dir(target("site"))? {
            let entry = entry?;
            if !self.files.contains(entry.file_name().to_string_lossy().as_ref()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Writes whole or not at all: half an asset under its final name would never be mended.
fn put(file: &Path, bytes: &[u8]) -> Result<()> {
    let half = file.with_extension("half");
    fs::write(&half, bytes)?;
    Ok(fs::rename(half, file)?)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &best)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
