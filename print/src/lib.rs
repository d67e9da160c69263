//! A draft on paper: PDF files that are accessible (PDF/UA-1) and can be archived (PDF/A-2a) at once.
//!
//! Typst sets them by one template, and what it sets comes as data: no character of a text means anything to it. No IO, no clock, no words:
//! what is set is a [`Paper`], what labels say comes from its [`Speech`], and files are bytes. The fonts travel with the program, so a file
//! is the same everywhere. Typst is large; only the server knows this crate.

mod code;
mod fonts;
mod ink;
mod layout;
mod paper;
mod press;
mod remarks;
mod rows;
mod runs;
mod tree;

use std::collections::BTreeSet;

pub use documents::{Document, Speech};
pub use paper::{Kind, Paper, Row, Seat};

/// A file, and what of the words it could not show.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The PDF.
    pub file: Vec<u8>,
    /// The characters that no font has; each is written by its number, and the last page says so.
    pub missing: BTreeSet<char>,
}

/// Why there is no file: what Typst says of it. A mistake of ours, whatever the words are.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the paper could not be set: {0}")]
pub struct Unprintable(pub(crate) String);

/// Sets a paper. Works for long on a long one: keep it off threads that must answer.
pub fn print(paper: &Paper<'_>, kind: Kind) -> Result<Printed, Unprintable> {
    let (data, missing) = layout::of(paper, kind);
    let data = serde_json::to_vec(&data).map_err(|error| Unprintable(error.to_string()))?;
    let code = code::draw(&runs::address(&paper.document.address)).unwrap_or_default();
    let document = &paper.document;
    let ident = format!("{}/{}/{kind:?}/{}", document.reference, document.version, document.text.digest());
    let file = press::press(data, code, ident)?;
    Ok(Printed { file, missing })
}
