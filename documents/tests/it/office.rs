//! LibreOffice opens what we write and saves it again. Where it is not installed these tests say so and pass: `cargo xtask test` installs it.

use std::{
    fs,
    io::{Cursor, Read, Write},
    path::Path,
    process::Command,
};

use documents::docx;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{
    back::{differences, returned},
    support::{ARABIC, SPEECH, TEXT, anchor, comment, discussed, document, text, thread},
};

/// A file with one part written otherwise.
pub fn rewritten(file: &[u8], part: &str, rewrite: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name == part {
            bytes = rewrite(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The file as LibreOffice saves it again; none where there is no LibreOffice.
pub fn saved(file: &[u8]) -> Option<Vec<u8>> {
    saved_as(file, "docx", "docx:MS Word 2007 XML")
}

/// The file with this ending as LibreOffice saves it again; none where there is no LibreOffice, or not the part of it that opens such files.
pub fn saved_as(file: &[u8], ending: &str, to: &str) -> Option<Vec<u8>> {
    Command::new("soffice").arg("--version").output().ok()?;
    let folder = tempfile::tempdir().unwrap();
    let name = format!("in.{ending}");
    let (input, output) = (folder.path().join(&name), folder.path().join("out"));
    fs::write(&input, file).unwrap();
    convert(folder.path(), &input, &output, to);
    fs::read(output.join(&name)).ok()
}

fn convert(folder: &Path, input: &Path, output: &Path, to: &str) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let run = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", to, "--outdir"])
        .args([output, input])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn nothing_differs_after_libreoffice_opened_and_saved_it() {
    let text = text(TEXT, "en");
    let threads = discussed(&text);
    let back = returned(&text, &threads, "en", |file| saved(&file).unwrap_or(file));
    assert_eq!(differences(&text, &threads, &back), Vec::<String>::new());
}

#[test]
fn nor_in_a_text_that_is_written_from_right_to_left() {
    let text = text(ARABIC, "ar");
    let said = comment(1, "ليلى، المعهد", "متى؟", Some("خلال 60 يومًا"));
    let threads = [thread(1, Some(anchor(&text, "خلال 30 يومًا")), vec![said])];
    let back = returned(&text, &threads, "ar", |file| saved(&file).unwrap_or(file));
    assert_eq!(differences(&text, &threads, &back), Vec::<String>::new());
}

#[test]
#[ignore = "writes files to look at"]
fn files_to_look_at() {
    let folder = std::env::var("COMITY_LOOK").unwrap();
    let (english, arabic) = (text(TEXT, "en"), text(ARABIC, "ar"));
    let documents =
        [("en", document(&english, "en", discussed(&english))), ("ar", document(&arabic, "ar", Vec::new()))];
    for (name, document) in documents {
        let write =
            |kind: &str, bytes: Vec<u8>| fs::write(format!("{folder}/{name}-{kind}.docx"), bytes).unwrap();
        write("clean", docx::clean(&document, SPEECH, false).unwrap());
        write("lines", docx::clean(&document, SPEECH, true).unwrap());
        write("comments", docx::commented(&document, SPEECH).unwrap());
        fs::write(format!("{folder}/{name}.odt"), documents::odt::write(&document, SPEECH).unwrap()).unwrap();
        fs::write(format!("{folder}/{name}.epub"), documents::epub::write(&document, SPEECH).unwrap())
            .unwrap();
        fs::write(format!("{folder}/{name}.akn.xml"), documents::akn::write(&document)).unwrap();
        fs::write(format!("{folder}/{name}.jsonld"), documents::annotation::write(&document)).unwrap();
        fs::write(format!("{folder}/{name}.csl.json"), documents::citation::write(&document)).unwrap();
        write("compilation", docx::compilation(&document, SPEECH).unwrap());
    }
}
