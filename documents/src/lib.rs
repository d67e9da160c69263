//! Files that people work in and archives keep: a draft as Word, and what comes back from it. Each format is a writer of the one tree of a
//! text ([`domain::text::Block`]); none has its own idea of a thread, an answer or a nested list. Text is always data, never markup.
//!
//! No IO, no clock and no words: what is written is a [`Document`], what labels say comes from a [`Speech`], and files are bytes.

pub mod akn;
pub mod annotation;
pub mod citation;
mod document;
pub mod docx;
pub mod epub;
pub mod form;
pub mod odt;
mod package;
pub mod sheet;
mod tree;
mod xml;

pub use document::{Answer, Comment, Credit, Document, Signed, Speech, Thread, right_to_left, runs_leftward};
pub use package::Unwritable;
