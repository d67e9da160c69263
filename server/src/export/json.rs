//! Everything about a draft as one JSON value. What a draft has most of, threads and events, stands one a line and is written as it is
//! read, so that a draft of 50,000 comments is never held whole beside itself.

use std::io::{self, Write};

use domain::text::Text;
use entity::Db;
use serde::Serialize;

use super::{Dossier, Failure, dossier::each_event};

/// Writes the dossier, each version with the tree of its text, so that a program can show it without reading Markdown; the events come
/// from the database as far as the dossier goes. Fails when it cannot be written or read.
pub async fn write(db: &Db, mut dossier: Dossier, out: &mut (impl Write + Send)) -> Result<(), Failure> {
    let threads = std::mem::take(&mut dossier.facts.threads);
    let derived = std::mem::take(&mut dossier.derived);
    let mut rest = serde_json::to_value(&dossier).map_err(made)?;
    for (index, version) in dossier.versions.iter().enumerate() {
        let text = Text::read(dossier.text(version), &version.manner);
        rest["versions"][index]["blocks"] = text.tree_json();
    }
    out.write_all(b"{\n").map_err(made)?;
    for (name, value) in rest.as_object().into_iter().flatten() {
        if !["threads", "record", "derived"].contains(&name.as_str()) {
            entry(out, name, value).map_err(made)?;
        }
    }
    let mut list = List::begin(out, "threads").map_err(made)?;
    for thread in threads {
        list.push(&thread).map_err(made)?;
    }
    list.end().map_err(made)?;
    entry(out, "derived", &derived).map_err(made)?;
    drop(derived);
    let mut list = List::begin(out, "record").map_err(made)?;
    let mut written = Ok(());
    let run = format!("draft/{}", dossier.reference);
    each_event(db, &run, dossier.source.until, |event| {
        if written.is_ok() {
            written = list.push(&event);
        }
    })
    .await?;
    written.and_then(|()| list.last()).map_err(made)?;
    out.write_all(b"}\n").map_err(made)
}

fn made(error: impl ToString) -> Failure {
    Failure::Making(error.to_string())
}

fn entry(out: &mut impl Write, name: &str, value: &impl Serialize) -> io::Result<()> {
    write!(out, "\"{name}\": ")?;
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b",\n")
}

/// A list of which each item is on a line of its own.
struct List<'a, W> {
    out: &'a mut W,
    is_empty: bool,
}

impl<'a, W: Write> List<'a, W> {
    fn begin(out: &'a mut W, name: &str) -> io::Result<Self> {
        write!(out, "\"{name}\": [")?;
        Ok(Self { out, is_empty: true })
    }

    fn push(&mut self, item: &impl Serialize) -> io::Result<()> {
        self.out.write_all(if self.is_empty { b"\n" } else { b",\n" })?;
        self.is_empty = false;
        serde_json::to_writer(&mut *self.out, item)?;
        Ok(())
    }

    /// Ends a list after which more comes.
    fn end(self) -> io::Result<()> {
        self.out.write_all(b"\n],\n")
    }

    /// Ends the list that is the last of all.
    fn last(self) -> io::Result<()> {
        self.out.write_all(b"\n]\n")
    }
}
