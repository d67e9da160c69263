//! The one zip file there is of some files: stored as they are, in their order, with no byte that could be another. So an archive
//! can be packed again and compared, and nothing is ever unpacked to more than it takes in the file.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Timelike, Utc};

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// What every entry says: PKZIP 1.0 can read it, nothing is compressed or encrypted.
const VERSION: u16 = 10;
/// Written on a Unix system, as an ordinary file that its owner may change and everybody may read.
const MADE_BY: u16 = (3 << 8) | VERSION;
const MODE: u32 = 0o100_644 << 16;

/// How many files a zip can have.
const MOST: usize = u16::MAX as usize;

/// A file by its name.
pub type File = (String, Vec<u8>);

/// Packs the files, with one instant for all. Refuses more than 4 GiB, and more than 65,535 files.
pub fn pack(files: &[File], now: DateTime<Utc>) -> Option<Vec<u8>> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let stamp = stamp(now);
    for (name, content) in files {
        let offset = u32::try_from(out.len()).ok()?;
        let mut entry = Vec::new();
        put16(&mut entry, VERSION);
        put32(&mut entry, 0);
        put32(&mut entry, stamp);
        put32(&mut entry, crc(content));
        let size = u32::try_from(content.len()).ok()?;
        put32(&mut entry, size);
        put32(&mut entry, size);
        put16(&mut entry, u16::try_from(name.len()).ok()?);
        put16(&mut entry, 0);
        put32(&mut out, LOCAL);
        out.extend_from_slice(&entry);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(content);
        put32(&mut directory, CENTRAL);
        put16(&mut directory, MADE_BY);
        directory.extend_from_slice(&entry);
        // No comment, the first disk, no attributes of its own.
        directory.extend_from_slice(&[0; 6]);
        put32(&mut directory, MODE);
        put32(&mut directory, offset);
        directory.extend_from_slice(name.as_bytes());
    }
    let (start, size) = (u32::try_from(out.len()).ok()?, u32::try_from(directory.len()).ok()?);
    out.append(&mut directory);
    let count = u16::try_from(files.len()).ok()?;
    put32(&mut out, END);
    put32(&mut out, 0);
    put16(&mut out, count);
    put16(&mut out, count);
    put32(&mut out, size);
    put32(&mut out, start);
    put16(&mut out, 0);
    u32::try_from(out.len()).ok()?;
    Some(out)
}

/// The files of a zip that [`pack`] made, or of one so like it that it can be said what differs. Refuses compressed files, names that
/// lead out of a folder, and a name that stands there twice.
pub fn unpack(zip: &[u8]) -> Result<Vec<File>, String> {
    let (mut files, mut names, mut rest) = (Vec::<File>::new(), BTreeSet::new(), zip);
    while take32(&mut rest)? == LOCAL {
        if files.len() == MOST {
            return Err("it says that it has more files than a zip can have".to_owned());
        }
        let header = take(&mut rest, 26)?;
        let field = |index: usize| u32::from(header[index]) | (u32::from(header[index + 1]) << 8);
        if field(4) != 0 {
            return Err("a file in it is compressed, which no archive of Comity is".to_owned());
        }
        let size = field(14) | (field(16) << 16);
        let name = take(&mut rest, field(22) as usize)?;
        take(&mut rest, field(24) as usize)?;
        let name = str::from_utf8(name).map_err(|_| "the name of a file is not text")?;
        let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
        if !name.split('/').all(plain) || name.contains(['\\', ':', '\0']) {
            return Err(format!("the name {name:?} leads out of the folder"));
        }
        if !names.insert(name) {
            return Err(format!("{name} stands in it twice"));
        }
        files.push((name.to_owned(), take(&mut rest, size as usize)?.to_vec()));
    }
    Ok(files)
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Result<&'a [u8], String> {
    let (taken, left) = rest.split_at_checked(count).ok_or("it ends before its end")?;
    *rest = left;
    Ok(taken)
}

fn take32(rest: &mut &[u8]) -> Result<u32, String> {
    let bytes = take(rest, 4)?;
    Ok(bytes.iter().rev().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

fn put16(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

/// Time and date as MS-DOS has them, to two seconds, from 1980 to 2107.
fn stamp(now: DateTime<Utc>) -> u32 {
    let year = u32::try_from(now.year().clamp(1980, 2107) - 1980).unwrap_or(0);
    let date = (year << 9) | (now.month() << 5) | now.day();
    let time = (now.hour() << 11) | (now.minute() << 5) | (now.second() / 2);
    (date << 16) | time
}

/// The CRC-32 of ISO 3309, as zip has it.
fn crc(bytes: &[u8]) -> u32 {
    let table = const { table() };
    !bytes.iter().fold(!0, |crc, byte| table[((crc ^ u32::from(*byte)) & 255) as usize] ^ (crc >> 8))
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        let (mut value, mut bit) = (index as u32, 0);
        while bit < 8 {
            value = if value & 1 == 1 { (value >> 1) ^ 0xedb8_8320 } else { value >> 1 };
            bit += 1;
        }
        table[index] = value;
        index += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed() -> (Vec<File>, Vec<u8>) {
        let files = vec![("a.txt".to_owned(), b"123456789".to_vec()), ("texts/1.md".to_owned(), Vec::new())];
        let packed = pack(&files, "2027-02-18T09:00:01Z".parse().unwrap()).unwrap();
        (files, packed)
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let (files, packed) = packed();
        assert_eq!(unpack(&packed).unwrap(), files);
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn other_programs_read_it() {
        let (files, packed) = packed();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
        for (name, content) in files {
            let mut read = Vec::new();
            std::io::Read::read_to_end(&mut zip.by_name(&name).unwrap(), &mut read).unwrap();
            assert_eq!(read, content);
        }
    }

    #[test]
    fn a_name_that_leads_out_of_the_folder_is_refused() {
        for name in ["../a", "/a", "a//b", "a/..", "C:a", "a\\b"] {
            let packed = pack(&[(name.to_owned(), Vec::new())], DateTime::UNIX_EPOCH).unwrap();
            assert!(unpack(&packed).unwrap_err().contains("leads out"), "{name}");
        }
    }
}
