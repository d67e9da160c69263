//! Makes this crate notice new fonts: they are embedded at compile time.

use std::{fs, path::Path};

fn main() -> std::io::Result<()> {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fonts");
    let made = fonts.join("made");
    if !made.exists() {
        // A plain `cargo check` must work before the first `cargo xtask build`, as for the assets of the server.
        fs::create_dir_all(&fonts)?;
        fs::write(&made, "")?;
    }
    println!("cargo::rerun-if-changed={}", made.display());
    Ok(())
}
