//! Word files as another program reads them.

use documents::docx::{self, read::read};
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
