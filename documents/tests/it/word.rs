//! Word files as another program reads them.

use documents::docx::{
    self,
    read::{Side, read},
};
use domain::clause_map::ClauseMap;

use crate::support::{ARABIC, SPEECH, TEXT, discussed, document, text};

fn before(bytes: &[u8]) -> Vec<String> {
    read(bytes)
        .unwrap()
        .units
        .iter()
        .map(|unit| unit.before().trim().to_owned())
        .filter(|one| !one.is_empty())
        .collect()
}

fn after(bytes: &[u8]) -> Vec<String> {
    read(bytes)
        .unwrap()
        .units
        .iter()
        .map(|unit| unit.after().trim().to_owned())
        .filter(|one| !one.is_empty())
        .collect()
}

/// What stands in the clauses, cells apart by a tab and marks of notes left out, as a Word file has it.
fn clauses(text: &domain::text::Text) -> Vec<String> {
    let said = |clause: &domain::text::Clause| {
        let line = text.line(clause.lines.first()).unwrap();
        let words = match line.cells.is_empty() {
            true => clause.text.to_string(),
            false => line.cells.iter().map(|cell| clause.slice(cell)).collect::<Vec<_>>().join("\t"),
        };
        let words = words.replace("[1]", "");
        match clause.number.as_deref().filter(|_| clause.number_chars > 0 && !clause.is_heading()) {
            Some(number) => words.replacen(&format!("{number} "), &format!("{number}\t"), 1),
            None => words,
        }
    };
    text.clauses().iter().map(said).collect()
}

#[test]
fn the_clean_text_says_what_the_clauses_say() {
    for (source, tag) in [(TEXT, "en"), (ARABIC, "ar")] {
        let text = text(source, tag);
        let file = docx::clean(&document(&text, tag, Vec::new()), SPEECH, false).unwrap();
        assert_eq!(before(&file), clauses(&text));
        let numbered = docx::clean(&document(&text, tag, Vec::new()), SPEECH, true).unwrap();
        assert_eq!(before(&numbered), clauses(&text), "numbers of lines are not words");
    }
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    let text = text(TEXT, "en");
    let write = || docx::commented(&document(&text, "en", discussed(&text)), SPEECH).unwrap();
    assert!(write() == write());
}

#[test]
fn the_changes_accepted_are_the_newer_text_and_rejected_the_older_one() {
    let newer = TEXT
        .replace("should say", "says")
        .replace("- (b) keep a record of **each** decision, and\n", "")
        .replace("| Agency | 20 |", "| Agency | 25 |\n| Court | 40 |")
        .replace("   - On paper.\n", "")
        .replace(
            "> What is not said",
            "A paragraph that is new here, and stands alone.\n\n> What is not said",
        );
    for (old, new) in [(TEXT, newer.as_str()), (newer.as_str(), TEXT)] {
        let (old, new) = (text(old, "en"), text(new, "en"));
        let map = ClauseMap::between(&old, &new);
        let file = docx::changed(&document(&new, "en", Vec::new()), (&old, 1), &map, SPEECH).unwrap();
        assert_eq!(after(&file), clauses(&new));
        let (rejected, wanted) = (before(&file).join("\n"), clauses(&old).join("\n"));
        assert_eq!(rejected.replace('\t', " "), wanted.replace('\t', " "));
    }
}

#[test]
fn what_would_break_xml_is_words() {
    let words = "# A & B <c> ]]> \"d\"\n\n=cmd() #set {x} \u{7} \u{1b}[0m &amp;lt; </w:t>\n";
    let text = text(words, "en");
    let file = docx::clean(&document(&text, "en", Vec::new()), SPEECH, false).unwrap();
    let said = before(&file);
    assert_eq!(said[0], "A & B <c> ]]> \"d\"");
    assert!(said[1].starts_with("=cmd() #set {x} ␇ ␛[0m"), "{}", said[1]);
    assert!(said[1].ends_with("</w:t>"), "{}", said[1]);
}

#[test]
fn the_compilation_has_each_comment_in_the_order_of_the_text() {
    let text = text(TEXT, "en");
    let file = docx::compilation(&document(&text, "en", discussed(&text)), SPEECH).unwrap();
    let said = before(&file);
    let rows: Vec<&str> =
        said.iter().filter_map(|row| row.split_once('\t')).map(|(first, _)| first).collect();
    let numbers: Vec<&str> = rows.into_iter().filter(|first| first.parse::<u32>().is_ok()).collect();
    assert_eq!(numbers, ["5", "1", "2", "4", "3"]);
}

#[test]
fn the_text_comes_back_as_markdown() {
    let source = TEXT.replace("public systems", "public_systems *and* [more] | `x`");
    for (source, tag) in [(source.as_str(), "en"), (ARABIC, "ar")] {
        let text = text(source, tag);
        let file = docx::clean(&document(&text, tag, Vec::new()), SPEECH, false).unwrap();
        let markdown = read(&file).unwrap().markdown(Side::After);
        let back = crate::support::text(&markdown, tag);
        let kinds = |text: &domain::text::Text| -> Vec<_> {
            text.clauses().iter().map(|clause| (clause.number.clone(), clause.text.to_string())).collect()
        };
        assert_eq!(kinds(&back), kinds(&text), "{markdown}");
    }
}

#[test]
fn a_file_with_changes_is_two_texts() {
    let (old, new) = (text(TEXT, "en"), text(&TEXT.replace("should say", "says"), "en"));
    let map = ClauseMap::between(&old, &new);
    let file = docx::changed(&document(&new, "en", Vec::new()), (&old, 1), &map, SPEECH).unwrap();
    let read = read(&file).unwrap();
    assert!(read.markdown(Side::Before).contains("A public body should say in writing"));
    assert!(read.markdown(Side::After).contains("A public body says in writing"));
}

#[test]
fn every_format_of_the_text_is_well_formed_and_has_its_words_as_words() {
    let words = "# A & B <c> ]]> \"d\"\n\n=cmd() #set {x} \u{7} &amp;lt; </p>[^1]\n\n- item\n  1. inner\n\n| a | b |\n| - | -: |\n| 1 | |\n\n[^1]: Note & more.\n";
    let text = text(words, "en");
    let document = document(&text, "en", Vec::new());
    let parts = |bytes: Vec<u8>| {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let names: Vec<String> =
            (0..zip.len()).map(|index| zip.by_index(index).unwrap().name().unwrap().into_owned()).collect();
        let read = |name: &String| {
            let mut part = String::new();
            std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut part).unwrap();
            part
        };
        names.iter().filter(|name| name.ends_with("ml")).map(read).collect::<Vec<_>>()
    };
    let mut all = parts(documents::odt::write(&document, SPEECH).unwrap());
    all.extend(parts(documents::epub::write(&document, SPEECH).unwrap()));
    all.extend(parts(docx::clean(&document, SPEECH, true).unwrap()));
    all.push(String::from_utf8(documents::akn::write(&document)).unwrap());
    assert!(all.len() > 12);
    for part in &all {
        let mut reader = quick_xml::Reader::from_str(part);
        reader.config_mut().check_end_names = true;
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }
    let said = all.concat();
    assert!(said.contains("A &amp; B &lt;c&gt; ]]&gt;") && said.contains("␇ &amp;lt; &lt;/p&gt;"));
}
