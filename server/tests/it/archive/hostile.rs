//! Files that are made to hurt whoever reads them.

use std::{
    io::{Cursor, Write},
    time::{Duration, Instant},
};

use server::export::{Against, verify};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Files, findings, sound};

/// The beginning of an entry that is stored as it is, of this name, which says that it has so many bytes.
fn entry(name: &str, size: u32) -> Vec<u8> {
    let mut entry = 0x0403_4b50_u32.to_le_bytes().to_vec();
    entry.extend([10, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    entry.extend([0; 4]);
    entry.extend(size.to_le_bytes());
    entry.extend(size.to_le_bytes());
    entry.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
    entry.extend([0; 2]);
    entry.extend(name.as_bytes());
    entry
}

fn refused(archive: &[u8]) -> String {
    let begun = Instant::now();
    let why = verify(archive, Against::default()).unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(20), "{why}");
    why
}

/// A small zip can say that it holds gigabytes, compressed; no archive does.
#[test]
fn what_would_grow_when_it_is_read_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("manifest.txt", SimpleFileOptions::default()).unwrap();
    zip.write_all(&vec![b'#'; 4 << 20]).unwrap();
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 64 << 10);
    assert_eq!(refused(&bomb), "a file in it is compressed, which no archive of Comity is");
    // One within another is a file that no archive has.
    let mut files = Files::of(&tokio::runtime::Runtime::new().unwrap().block_on(sound()).archive);
    files.files.insert("record/more.zip".to_owned(), bomb);
    let key = &tokio::runtime::Runtime::new().unwrap().block_on(sound()).key;
    assert_eq!(findings(&files.signed(key)), ["record/more.zip: no archive has such a file"]);
}

#[test]
fn a_file_has_no_more_bytes_than_there_are() {
    for size in [1, 1 << 20, u32::MAX - 1, u32::MAX] {
        assert_eq!(refused(&entry("manifest.txt", size)), "it ends before its end");
    }
}

#[test]
fn more_files_than_a_zip_can_have_are_refused_at_once() {
    let many: Vec<u8> = (0..130_000).flat_map(|number| entry(&format!("{number}"), 0)).collect();
    assert!(many.len() < 8 << 20);
    assert_eq!(refused(&many), "it says that it has more files than a zip can have");
}

#[test]
fn names_that_lead_elsewhere_or_stand_twice_are_refused() {
    for name in ["../key.txt", "/etc/passwd", "a/../../b", "a//b", "./a", "", "C:a", "a\\b", "a\0b"] {
        assert!(refused(&entry(name, 0)).contains("leads out of the folder"), "{name:?}");
    }
    let twice = [entry("manifest.txt", 0), entry("a", 0), entry("manifest.txt", 0)].concat();
    assert_eq!(refused(&twice), "manifest.txt stands in it twice");
    let deep = entry("a/".repeat(30_000).trim_end_matches('/'), 0);
    assert_eq!(refused(&[deep, vec![0; 4]].concat()), "it has no manifest.txt");
    let mut name = entry("aaaa", 0);
    let end = name.len();
    name[end - 1] = 0xff;
    assert_eq!(refused(&name), "the name of a file is not text");
}

/// A manifest can be long, and JSON deep: both are read once.
#[tokio::test]
async fn what_is_deep_or_long_is_read_in_bounds() {
    let sound = sound().await;
    for name in ["dossier.json", "words.json", "record/draft.jsonl"] {
        let mut files = Files::of(&sound.archive);
        files.put(name, "[".repeat(1 << 20));
        let begun = Instant::now();
        assert_ne!(findings(&files.signed(&sound.key)), Vec::<String>::new());
        assert!(begun.elapsed() < Duration::from_secs(20), "{name}");
    }
    let mut files = Files::of(&sound.archive);
    files.put("record/heads.txt", format!("size {}\n", usize::MAX));
    let found = findings(&files.signed(&sound.key));
    assert!(found.iter().any(|finding| finding.starts_with("record/heads.txt")), "{found:?}");
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("manifest.txt", stored).unwrap();
    let lines = format!("# size 0\n{}  a\n", "0".repeat(64)).repeat(50_000);
    let head = "# comity-archive/2\n# reference DN-2026-001\n# exported 2026-01-01T00:00:00Z\n";
    zip.write_all(format!("{head}{lines}").as_bytes()).unwrap();
    let begun = Instant::now();
    assert_ne!(findings(&zip.finish().unwrap().into_inner()), Vec::<String>::new());
    assert!(begun.elapsed() < Duration::from_secs(20));
}
