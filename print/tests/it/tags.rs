//! What a program that reads PDF and is not ours finds in a paper. Without `pikepdf` the test passes: `cargo xtask test` fetches it.

use std::path::Path;

use print::{Kind, print};

use crate::support::{ARABIC, TEXT, discussed, paper, read_by, text};

/// What `pikepdf` says of a file; none where it is not there.
fn read(file: &[u8]) -> Option<String> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/python/bin/python");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/tags.py");
    let program = python.to_str()?;
    let (there, _) = read_by(program, &["-c", "import pikepdf"], file)?;
    let (read, said) = there.then(|| read_by(program, &[script.to_str()?, "FILE"], file))??;
    assert!(read, "{said}");
    Some(said)
}

#[test]
fn lists_tables_notes_and_headings_are_tagged_as_what_they_are() {
    let text = text(TEXT, "en");
    let printed = print(&paper(&text, "en", "en", discussed(&text)), Kind::EndNotes).unwrap();
    let Some(said) = read(&printed.file) else { return };
    for line in [
        "language en",
        "title Principles for public systems True",
        "archive 2 A",
        "accessible 1",
        "marked True",
        "tag .Title",
        "tag .H1 1 Notice",
        "tag .H2 1.1 Days",
        "tag ...Lbl",
        "tag ..THead",
        "tag ....TH",
        "bookmark 1 Notice",
    ] {
        assert!(said.lines().any(|found| found.trim_end() == line), "no {line:?} in {said}");
    }
    for tag in ["Note", "Link", "BlockQuote", "Figure print-code"] {
        assert!(
            said.lines().any(|line| line.starts_with("tag") && line.ends_with(tag)),
            "no {tag} in {said}"
        );
    }
}

#[test]
fn an_arabic_paper_says_that_it_is_arabic() {
    let text = text(ARABIC, "ar");
    let printed = print(&paper(&text, "ar", "ar", Vec::new()), Kind::Text).unwrap();
    let Some(said) = read(&printed.file) else { return };
    assert!(said.starts_with("language ar"), "{said}");
    assert!(said.contains("tag .H1 1 الإشعار"), "{said}");
}
