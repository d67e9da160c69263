//! The style sheet: `style/main.css` and all it imports, in one small file.

use anyhow::{Context, Result, anyhow};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions},
};

use crate::process::root;

/// Bundles and minifies the style sheet; refuses with the file and line of what it cannot read.
///
/// No browsers are aimed at: layers and logical properties stay as they were written, because right-to-left depends on them.
pub fn build() -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let entry = root().join("style/main.css");
    let mut sheet = bundler.bundle(&entry).map_err(|error| anyhow!("style: {error}"))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| anyhow!("style: {error}"))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).context("style: cannot be written out")?.code)
}
