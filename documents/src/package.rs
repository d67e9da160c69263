//! The zip that office documents are: the same bytes for the same parts.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the file could not be written: {0}")]
pub struct Unwritable(String);

impl Unwritable {
    pub(crate) fn because(error: &dyn std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// Packs parts by their names, in this order. A part whose name is `mimetype` is not compressed, as OpenDocument and EPUB ask.
pub(crate) fn pack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Unwritable> {
    let failed = Unwritable::because;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        zip.start_file(name.as_str(), options).map_err(|error| failed(&error))?;
        zip.write_all(bytes).map_err(|error| failed(&error))?;
    }
    Ok(zip.finish().map_err(|error| failed(&error))?.into_inner())
}
