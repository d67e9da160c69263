//! The zip of a Word file, opened with care: only what is read is unpacked, and only so much of it.

use std::io::{Cursor, Read as _};

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::Message;
use zip::{ZipArchive, result::ZipError};

use super::{Loss, Lost, Read, Remark, story::paragraph_words};
use crate::tree::{BadXml, Element};

/// The most bytes that one part of a file has once it is unpacked.
const LARGEST: u64 = 32 << 20;
/// The most parts.
const MOST_PARTS: usize = 5_000;
/// The most comments and changes.
pub(crate) const MOST: usize = 5_000;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("this is no Word file (.docx)")]
    NotWord,
    #[error("the file is protected by a password, or is of an old version of Word (.doc)")]
    Encrypted,
    #[error("the file is cut off or damaged")]
    Damaged,
    #[error("the file is far larger unpacked than a text can be")]
    TooLarge,
    #[error("the file declares entities, which a Word file does not")]
    Entities,
    #[error("the file has more than {MOST} comments and changes")]
    TooMany,
    #[error("the file has no words")]
    Empty,
    #[error("this is no table: neither .docx nor .xlsx nor .csv")]
    NotTable,
    #[error("no row of the file names the columns")]
    NoHeads,
    #[error("the table has more than {MOST} rows")]
    TooManyRows,
}

impl Unreadable {
    /// What to say to whoever chose the file.
    pub fn message(self) -> Message {
        match self {
            Self::NotWord => Message::new("documents-not-word"),
            Self::Encrypted => Message::new("documents-encrypted"),
            Self::Damaged => Message::new("documents-damaged"),
            Self::TooLarge => Message::new("documents-too-large"),
            Self::Entities => Message::new("documents-entities"),
            Self::TooMany => Message::new("documents-too-many").with("most", MOST as u32),
            Self::Empty => Message::new("documents-empty"),
            Self::NotTable => Message::new("documents-not-table"),
            Self::NoHeads => Message::new("documents-no-heads"),
            Self::TooManyRows => Message::new("documents-too-many-rows").with("most", MOST as u32),
        }
    }
}

impl From<BadXml> for Unreadable {
    fn from(bad: BadXml) -> Self {
        match bad {
            BadXml::Malformed => Self::Damaged,
            BadXml::Declares => Self::Entities,
        }
    }
}

/// The parts of a file that are read.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub document: Element,
    pub styles: Option<Element>,
    pub numbering: Option<Element>,
    pub footnotes: Option<Element>,
    pub endnotes: Option<Element>,
    pub relations: Option<Element>,
    comments: Option<Element>,
    extended: Option<Element>,
    custom: Option<Element>,
    pub lost: Vec<Lost>,
    /// The sizes of pictures, by their names.
    pub pictures: Vec<(String, u64)>,
}

/// Opens a file and reads its parts.
pub(super) fn open(bytes: &[u8]) -> Result<Parts, Unreadable> {
    let mut zip = unzipped(bytes)?;
    let mut parts = Parts {
        document: part(&mut zip, "word/document.xml")?.ok_or(Unreadable::NotWord)?,
        styles: part(&mut zip, "word/styles.xml")?,
        numbering: part(&mut zip, "word/numbering.xml")?,
        footnotes: part(&mut zip, "word/footnotes.xml")?,
        endnotes: part(&mut zip, "word/endnotes.xml")?,
        relations: part(&mut zip, "word/_rels/document.xml.rels")?,
        comments: part(&mut zip, "word/comments.xml")?,
        extended: part(&mut zip, "word/commentsExtended.xml")?,
        custom: part(&mut zip, "docProps/custom.xml")?,
        ..Parts::default()
    };
    for index in 0..zip.len() {
        let entry = zip.by_index_raw(index).map_err(|_| Unreadable::Damaged)?;
        let name = entry.name().map_err(|_| Unreadable::Damaged)?.into_owned();
        let size = entry.size();
        if name.starts_with("word/media/") {
            parts.pictures.push((name, size));
        } else if name.ends_with("vbaProject.bin") {
            parts.lost.push(Lost { what: Loss::Macros, beside: String::new(), bytes: Some(size) });
        }
    }
    Ok(parts)
}

/// The zip of an office file. Refuses what is none, what is encrypted, cut off, or has more parts than any office file.
pub(crate) fn unzipped(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Unreadable> {
    // What Office encrypts, and what it wrote before 2007, begins like this.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Unreadable::Encrypted);
    }
    if !bytes.starts_with(b"PK") {
        return Err(Unreadable::NotWord);
    }
    let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if zip.len() > MOST_PARTS {
        return Err(Unreadable::TooLarge);
    }
    Ok(zip)
}

/// A part, when the file has it. Reads no more of it than the largest, whatever the file says of its size.
pub(crate) fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<Element>, Unreadable> {
    let entry = match zip.by_name(name) {
        Ok(entry) => entry,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(_)) => return Err(Unreadable::Encrypted),
        Err(_) => return Err(Unreadable::Damaged),
    };
    let mut bytes = Vec::new();
    entry.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Damaged)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    let xml = String::from_utf8(bytes).map_err(|_| Unreadable::Damaged)?;
    Ok(Some(Element::read(xml.trim_start_matches('\u{feff}'))?))
}

/// What the file says of the version it was made from.
pub(super) fn properties(parts: &Parts, read: &mut Read) {
    let made = made_from(parts.custom.as_ref());
    (read.draft, read.version, read.digest) = (made.draft, made.version, made.digest);
}

/// The version of ours that a file was made from, where it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MadeFrom {
    pub draft: Option<String>,
    pub version: Option<u32>,
    pub digest: Option<String>,
}

/// What the properties of an office file say of the version it was made from.
pub(crate) fn made_from(custom: Option<&Element>) -> MadeFrom {
    let mut made = MadeFrom::default();
    for property in custom.into_iter().flat_map(Element::elements) {
        let value = property.words().trim().to_owned();
        match property.attribute("name") {
            Some("ComityDraft") => made.draft = Some(value),
            Some("ComityVersion") => made.version = value.parse().ok(),
            Some("ComityDigest") => made.digest = Some(value),
            _ => {}
        }
    }
    made
}

/// The comments, each with the one it answers.
pub(super) fn remarks(parts: &Parts) -> Result<Vec<Remark>, Unreadable> {
    let comments: Vec<&Element> =
        parts.comments.iter().flat_map(Element::elements).filter(|one| one.name == "w:comment").collect();
    if comments.len() > MOST {
        return Err(Unreadable::TooMany);
    }
    // Word names a comment by its last paragraph.
    let named: Vec<Option<&str>> = comments
        .iter()
        .map(|one| one.elements().filter_map(|paragraph| paragraph.attribute("w14:paraId")).last())
        .collect();
    let parents: Vec<(&str, &str)> = parts
        .extended
        .iter()
        .flat_map(Element::elements)
        .filter_map(|one| Some((one.attribute("w15:paraId")?, one.attribute("w15:paraIdParent")?)))
        .collect();
    let remarks = comments.iter().zip(&named).map(|(comment, name)| {
        let parent = parents.iter().find(|(own, _)| Some(*own) == *name).map(|(_, parent)| *parent);
        let attribute = |name: &str| comment.attribute(name).unwrap_or_default().trim().to_owned();
        Remark {
            id: attribute("w:id"),
            author: attribute("w:author"),
            initials: attribute("w:initials"),
            written: instant(comment.attribute("w:date")),
            paragraphs: comment.elements().filter(|one| one.name == "w:p").map(paragraph_words).collect(),
            parent: parent.and_then(|parent| named.iter().position(|name| *name == Some(parent))),
            span: None,
        }
    });
    Ok(remarks.collect())
}

/// An instant as Word writes it: with or without a zone, which it mostly leaves out.
pub(super) fn instant(written: Option<&str>) -> Option<DateTime<Utc>> {
    let written = written?.trim();
    let zoned = DateTime::parse_from_rfc3339(written).map(|instant| instant.to_utc());
    zoned.ok().or_else(|| {
        NaiveDateTime::parse_from_str(written, "%Y-%m-%dT%H:%M:%S%.f").ok().map(|local| local.and_utc())
    })
}
