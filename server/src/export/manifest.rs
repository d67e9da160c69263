//! The list of what is in an archive, which is what gets signed.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::text::Digest;

use super::zip::File;

/// The first line of a manifest; a change of its form gets another number.
const FORMAT: &str = "# comity-archive/2";

/// What an archive is of, and which files it has, each with its size and its SHA-256. `sha256sum --check` reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    pub reference: String,
    pub exported: DateTime<Utc>,
    pub files: Vec<Listed>,
}

/// A file as the manifest lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub name: String,
    /// In bytes.
    pub size: usize,
    pub digest: Digest,
}

impl Manifest {
    /// Lists these files in their order.
    pub fn of(reference: &str, exported: DateTime<Utc>, files: &[File]) -> Self {
        let files = files.iter().map(|(name, content)| Listed {
            name: name.clone(),
            size: content.len(),
            digest: Digest::of(content),
        });
        Self { reference: reference.to_owned(), exported, files: files.collect() }
    }

    /// Reads a manifest; refuses anything that [`std::fmt::Display`] would write differently.
    pub fn read(written: &str) -> Result<Self, &'static str> {
        let bad = "it is not a manifest";
        let mut lines = written.lines();
        if lines.next() != Some(FORMAT) {
            return Err("its form is not known");
        }
        let reference = lines.next().and_then(|line| line.strip_prefix("# reference ")).ok_or(bad)?;
        let exported = lines.next().and_then(|line| line.strip_prefix("# exported ")).ok_or(bad)?;
        let mut files = Vec::new();
        while let Some(line) = lines.next() {
            let size = line.strip_prefix("# size ").ok_or(bad)?.parse().map_err(|_| bad)?;
            let (digest, name) = lines.next().and_then(|line| line.split_once("  ")).ok_or(bad)?;
            let digest = digest.parse().map_err(|_| bad)?;
            files.push(Listed { name: name.to_owned(), size, digest });
        }
        let exported = exported.parse().map_err(|_| bad)?;
        let read = Self { reference: reference.to_owned(), exported, files };
        if read.to_string() == written { Ok(read) } else { Err(bad) }
    }
}

impl std::fmt::Display for Manifest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let exported = self.exported.to_rfc3339_opts(SecondsFormat::Secs, true);
        writeln!(f, "{FORMAT}\n# reference {}\n# exported {exported}", self.reference)?;
        self.files
            .iter()
            .try_for_each(|file| writeln!(f, "# size {}\n{}  {}", file.size, file.digest, file.name))
    }
}
