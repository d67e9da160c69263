//! How a version is cited, for programs that keep references (CSL-JSON).

use chrono::Datelike;
use serde_json::json;

use crate::Document;

/// Writes the version as one item of CSL-JSON.
pub fn write(document: &Document<'_>) -> Vec<u8> {
    let published = document.published;
    let item = json!([{
        "id": format!("{}-v{}", document.reference, document.version),
        "type": "legislation",
        "title": document.title,
        "authority": document.forum,
        "author": [{ "literal": document.forum }],
        "container-title": document.forum,
        "number": document.reference,
        "version": document.version.to_string(),
        "status": "draft",
        "issued": { "date-parts": [[published.year(), published.month(), published.day()]] },
        "language": document.language,
        "URL": document.address,
        "note": format!("SHA-256 {}", document.text.digest()),
    }]);
    let mut written = serde_json::to_vec_pretty(&item).unwrap_or_default();
    written.push(b'\n');
    written
}
