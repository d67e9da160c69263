//! The archive: texts, record, checkpoint and schema in a zip that can be checked without this server.

use std::io::{Cursor, Write};

use chrono::{DateTime, Datelike, Timelike, Utc};
use entity::Db;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Failure, dossier::Dossier};
use crate::checkpoint::{self, Signer};

/// The names of the files in an archive; texts are `texts/1.md` and so on.
pub const DOSSIER: &str = "dossier.json";
pub const LEAVES: &str = "record/leaves.txt";
pub const NOTE: &str = "record/checkpoint.txt";
pub const KEY: &str = "record/key.txt";

const SCHEMA: &str = include_str!("schema.json");
const README: &str = include_str!("README.txt");

/// Writes the archive under a checkpoint that covers every event in it.
pub async fn write(
    db: &Db,
    signer: &Signer,
    dossier: &Dossier,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Failure> {
    let note = signer.catch_up(db, now).await?;
    let note = note.ok_or_else(|| Failure::Making("the record is empty".to_owned()))?;
    let size = usize::try_from(note.size).map_err(|error| Failure::Making(error.to_string()))?;
    let leaves: String =
        checkpoint::leaves(db).await?.iter().take(size).map(|leaf| format!("{leaf}\n")).collect();
    let json = serde_json::to_string_pretty(dossier).map_err(|error| Failure::Making(error.to_string()))?;
    let mut files = vec![
        ("README.txt".to_owned(), README.to_owned()),
        ("schema.json".to_owned(), SCHEMA.to_owned()),
        (DOSSIER.to_owned(), json),
        (LEAVES.to_owned(), leaves),
        (NOTE.to_owned(), note.note),
        (KEY.to_owned(), format!("{}\n", signer.public())),
    ];
    let texts = dossier.versions.iter();
    files.extend(texts.map(|version| (text_name(version.number), version.source.clone())));
    pack(&files, now).map_err(|error| Failure::Making(error.to_string()))
}

pub fn text_name(version: i32) -> String {
    format!("texts/{version}.md")
}

fn pack(files: &[(String, String)], now: DateTime<Utc>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let options = match stamp(now) {
        Some(stamp) => options.last_modified_time(stamp),
        None => options,
    };
    for (name, content) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn stamp(now: DateTime<Utc>) -> Option<zip::DateTime> {
    let part = |n: u32| u8::try_from(n).ok();
    let year = u16::try_from(now.year()).ok()?;
    let (month, day) = (part(now.month())?, part(now.day())?);
    zip::DateTime::from_date_and_time(
        year,
        month,
        day,
        part(now.hour())?,
        part(now.minute())?,
        part(now.second())?,
    )
    .ok()
}
