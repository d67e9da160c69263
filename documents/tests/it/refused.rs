//! Files that are not read, and what is said of them.

use std::io::{Cursor, Write};

use documents::docx::{
    self,
    read::{Loss, Unreadable, read},
};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    office::rewritten,
    support::{SPEECH, TEXT, document, text},
};

pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn file() -> Vec<u8> {
    let text = text(TEXT, "en");
    docx::clean(&document(&text, "en", Vec::new()), SPEECH, false).unwrap()
}

fn refusal(bytes: &[u8]) -> Unreadable {
    read(bytes).unwrap_err()
}

#[test]
fn what_is_no_word_file_is_named() {
    assert_eq!(refusal(b"Dear all"), Unreadable::NotWord);
    assert_eq!(refusal(b""), Unreadable::NotWord);
    assert_eq!(refusal(&packed(&[("xl/workbook.xml", b"<a/>")])), Unreadable::NotWord);
    assert_eq!(refusal(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Unreadable::Encrypted);
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let whole = file();
    for length in (4..whole.len() - 1).step_by(whole.len() / 40) {
        assert_eq!(refusal(&whole[..length]), Unreadable::Damaged, "after {length} bytes");
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let huge = vec![b' '; 40 << 20];
    assert_eq!(refusal(&packed(&[("word/document.xml", &huge)])), Unreadable::TooLarge);
}

#[test]
fn entities_are_neither_fetched_nor_multiplied() {
    let outside = b"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document><w:body><w:p>&x;</w:p></w:body></w:document>";
    assert_eq!(refusal(&packed(&[("word/document.xml", outside)])), Unreadable::Entities);
    let unknown = b"<w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(refusal(&packed(&[("word/document.xml", unknown)])), Unreadable::Entities);
}

#[test]
fn elements_without_end_are_refused_and_not_followed() {
    let deep = "<w:p>".repeat(100_000);
    assert_eq!(refusal(&packed(&[("word/document.xml", deep.as_bytes())])), Unreadable::Damaged);
}

#[test]
fn a_file_without_words_is_refused() {
    let empty = b"<w:document><w:body><w:p><w:r><w:t> </w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(refusal(&packed(&[("word/document.xml", empty)])), Unreadable::Empty);
}

#[test]
fn fifty_thousand_changes_are_too_many() {
    let one = "<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>x</w:t></w:r></w:ins>";
    let many = format!("<w:document><w:body><w:p>{}</w:p></w:body></w:document>", one.repeat(50_000));
    assert_eq!(refusal(&packed(&[("word/document.xml", many.as_bytes())])), Unreadable::TooMany);
}

#[test]
fn pictures_formulas_and_text_boxes_are_named_with_their_place() {
    let lost = "<w:r><w:drawing><a:blip r:embed=\"rId9\"/></w:drawing></w:r><m:oMath/>\
                <w:r><w:pict><v:shape><w:txbxContent><w:p/></w:txbxContent></v:shape></w:pict></w:r></w:p>";
    let edited = rewritten(&file(), "word/document.xml", |xml| {
        let paragraph = xml.find("affect.").unwrap();
        let end = paragraph + xml[paragraph..].find("</w:p>").unwrap();
        format!("{}{lost}{}", &xml[..end], &xml[end + "</w:p>".len()..])
    });
    let read = read(&edited).unwrap();
    let lost: Vec<_> =
        read.lost.iter().map(|lost| (lost.what, lost.beside.starts_with("A public body"))).collect();
    assert_eq!(lost, [(Loss::Picture, true), (Loss::Formula, true), (Loss::TextBox, true)]);
}

/// A file with more parts.
fn with(file: &[u8], parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        all.push((entry.name().unwrap().into_owned(), bytes));
    }
    all.extend(parts.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())));
    let parts: Vec<(&str, &[u8])> =
        all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    packed(&parts)
}

#[test]
fn macros_are_named_and_never_run() {
    let read = read(&with(&file(), &[("word/vbaProject.bin", &[0; 64])])).unwrap();
    assert_eq!(
        read.lost.iter().map(|lost| (lost.what, lost.bytes)).collect::<Vec<_>>(),
        [(Loss::Macros, Some(64))]
    );
}

#[test]
fn ten_megabytes_of_pictures_are_left_out_and_said() {
    let noise: Vec<u8> =
        (0..10_u32 << 20).map(|index| (index.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let file = with(&file(), &[("word/media/image1.png", &noise)]);
    let edited = rewritten_bytes(&file, |xml| {
        xml.replacen("</w:p>", "<w:r><w:drawing><a:blip r:embed=\"rId77\"/></w:drawing></w:r></w:p>", 1)
    });
    let begun = std::time::Instant::now();
    let read = read(&edited).unwrap();
    assert!(begun.elapsed() < std::time::Duration::from_secs(5));
    assert_eq!(
        read.lost.iter().map(|lost| (lost.what, lost.bytes)).collect::<Vec<_>>(),
        [(Loss::Picture, Some(10 << 20))]
    );
}

/// The file with its text written otherwise and a relation to a picture.
fn rewritten_bytes(file: &[u8], rewrite: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        if name == "word/document.xml" {
            bytes = rewrite(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        if name == "word/_rels/document.xml.rels" {
            let picture = "<Relationship Id=\"rId77\" Target=\"media/image1.png\"/></Relationships>";
            bytes = String::from_utf8(bytes).unwrap().replace("</Relationships>", picture).into_bytes();
        }
        parts.push((name, bytes));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    packed(&parts)
}

#[test]
fn an_outside_picture_or_template_is_not_fetched() {
    let outside = "<Relationships><Relationship Id=\"rId1\" Type=\"attachedTemplate\" Target=\"http://127.0.0.1:9/x.dotm\" TargetMode=\"External\"/></Relationships>";
    let file = with(&file(), &[("word/_rels/settings.xml.rels", outside.as_bytes())]);
    assert!(read(&file).is_ok());
}

#[test]
fn an_encrypted_part_is_named() {
    let mut file = file();
    // The flag of encryption in the headers of every part.
    let marks: Vec<usize> =
        file.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x01\x02").map(|(at, _)| at).collect();
    marks.iter().for_each(|at| file[at + 8] |= 1);
    let marks: Vec<usize> =
        file.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x03\x04").map(|(at, _)| at).collect();
    marks.iter().for_each(|at| file[at + 6] |= 1);
    assert_eq!(refusal(&file), Unreadable::Encrypted);
}
