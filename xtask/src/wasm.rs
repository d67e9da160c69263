//! The browser half: `app` compiled to WebAssembly, its JavaScript side, and the few lines that wake the islands.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    process::{cargo, digest, is_stamped, on_path, output, root, run, stamp, target},
    setup,
};

const TARGET: &str = "wasm32-unknown-unknown";
const AWAKEN: &str = include_str!("awaken.js");

/// The WebAssembly features every browser of the last three years has, and which rustc uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What the browser gets: the code, and the script that loads it. The script names the code as `comity.wasm`.
pub struct BrowserHalf {
    pub wasm: Vec<u8>,
    pub script: String,
}

/// A compiler that knows the browser: the ordinary one with its target added, or Debian's unpacked beside the build.
pub enum Compiler {
    Ordinary,
    Debian(PathBuf),
}

/// Gives a compiler for the browser, fetching what is missing; refuses with what a person can do.
pub fn compiler() -> Result<Compiler> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()))?;
    let toolchain = target("toolchain");
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(Compiler::Ordinary);
    }
    if is_stamped("toolchain", "complete") && toolchain.join("usr/bin/rustc").is_file() {
        return Ok(Compiler::Debian(toolchain));
    }
    if rustup_adds_target() {
        return Ok(Compiler::Ordinary);
    }
    if on_path("apt-get").is_none() || on_path("dpkg").is_none() {
        bail!("The browser half needs one more part of Rust: please run `rustup target add {TARGET}`");
    }
    println!("  rustup has no {TARGET} here; taking Debian's compiler for the browser half");
    setup::unpack(&["rustc-web", "rust-web-src"], &["libstd-rust-web", "libllvm"])?;
    stamp("toolchain", "complete")?;
    Ok(Compiler::Debian(toolchain))
}

/// Asks rustup for the target, for at most two minutes: on a network without its server it may hang.
fn rustup_adds_target() -> bool {
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = rustup.current_dir(root()).spawn() else { return false };
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(120) {
        if let Ok(Some(status)) = child.try_wait() {
            return status.success();
        }
        sleep(Duration::from_millis(100));
    }
    child.kill().and_then(|()| child.wait()).is_ok_and(|_| false)
}

/// Builds the browser half; nothing is done again while its code is the same.
pub fn build(compiler: &Compiler) -> Result<BrowserHalf> {
    let raw = compile(compiler)?;
    let folder = target("browser/made");
    let made = digest(&[raw.as_slice(), &fs::read(root().join("e2e/package-lock.json"))?].concat());
    if !is_stamped("browser", &made) || !folder.join("comity.wasm").is_file() {
        fs::create_dir_all(&folder)?;
        bind(&folder)?;
        shrink(&folder)?;
        stamp("browser", &made)?;
    }
    read(&folder)
}

/// Gives the browser half as it was last built, if it was.
pub fn made() -> Result<Option<BrowserHalf>> {
    let folder = target("browser/made");
    if folder.join("comity.wasm").is_file() { read(&folder).map(Some) } else { Ok(None) }
}

fn read(folder: &Path) -> Result<BrowserHalf> {
    let script = fs::read_to_string(folder.join("comity.js"))?;
    Ok(BrowserHalf { wasm: fs::read(folder.join("comity.wasm"))?, script: format!("{script}\n{AWAKEN}") })
}

fn compile(compiler: &Compiler) -> Result<Vec<u8>> {
    let folder = target("browser");
    let mut command = cargo();
    command.args(["rustc", "-p", "app", "--lib", "--crate-type", "cdylib"]);
    command.args(["--no-default-features", "--features", "hydrate", "--profile", "wasm", "--target", TARGET]);
    command.arg("--target-dir").arg(&folder);
    if let Compiler::Debian(toolchain) = compiler {
        command.arg("-Zbuild-std=std,panic_abort").env("RUSTC_BOOTSTRAP", "1");
        command.env("RUSTC", toolchain.join("usr/bin/rustc"));
        command.env("LD_LIBRARY_PATH", libraries(toolchain)?);
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker()?);
    }
    run(&mut command)?;
    fs::read(folder.join(TARGET).join("wasm/app.wasm")).context("The compiler left no app.wasm")
}

/// The folders of Debian's compiler that hold its shared libraries, as the loader wants them.
fn libraries(toolchain: &Path) -> Result<String> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(toolchain.join("usr/lib"))? {
        let folder = entry?.path();
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with("llvm-") {
            folders.push(folder.join("lib").display().to_string());
        } else if name.contains("-linux-gnu") {
            folders.push(folder.display().to_string());
        }
    }
    folders.sort();
    Ok(folders.join(":"))
}

/// The linker that comes with the ordinary toolchain. Its wrapper `wasm-ld` does not understand what rustc tells it.
fn linker() -> Result<PathBuf> {
    let about = output(Command::new("rustc").arg("-vV").current_dir(root()))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(host).join("bin/rust-lld"))
}

/// Writes the JavaScript side of the code, `comity.js`, and the code it fits, `comity_bg.wasm`.
fn bind(folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(target("browser").join(TARGET).join("wasm/app.wasm")).out_name("comity");
    bindgen.web(true)?.typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen
        .omit_default_module_path(true)
        .generate(folder)
        .context("wasm-bindgen refuses the browser half")?;
    if folder.join("snippets").is_dir() {
        bail!("A library of the browser half brings JavaScript files of its own; comity.js must stand alone");
    }
    Ok(())
}

/// Halves the code with `wasm-opt`.
fn shrink(folder: &Path) -> Result<()> {
    let tool = root().join("e2e/node_modules/binaryen/bin/wasm-opt");
    let (from, to) = (folder.join("comity_bg.wasm"), folder.join("comity.wasm"));
    let mut node = Command::new("node");
    node.arg(tool).arg("-Oz").args(FEATURES).arg(from).arg("-o").arg(to);
    output(&mut node).map(|_| ())
}
