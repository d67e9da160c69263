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

/// A file whose paragraphs are numbered by the file.
fn numbered_by_word() -> Vec<u8> {
    let level = |level: u32, format: &str, words: &str| {
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{words}\"/></w:lvl>"
        )
    };
    let kind =
        |id: u32, levels: String| format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>");
    let numbering = format!(
        "<w:numbering>{}{}<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>",
        kind(1, level(0, "decimal", "%1") + &level(1, "decimal", "%1.%2")),
        kind(2, level(0, "lowerLetter", "(%1)") + &level(1, "lowerRoman", "(%2)")),
    );
    let paragraph = |outline: &str, list: u32, level: u32, words: &str| {
        format!(
            "<w:p><w:pPr>{outline}<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let heading =
        |level: u32, words: &str| paragraph(&format!("<w:outlineLvl w:val=\"{level}\"/>"), 1, level, words);
    let body = [
        heading(0, "Scope"),
        heading(0, "Duties"),
        heading(1, "Notice"),
        paragraph("", 2, 0, "on paper;"),
        paragraph("", 2, 1, "in the hall;"),
        paragraph("", 2, 1, "at the door;"),
        paragraph("", 2, 0, "in public."),
        heading(1, "Review"),
    ];
    let document = format!("<w:document><w:body>{}</w:body></w:document>", body.concat());
    crate::refused::packed(&[
        ("word/document.xml", document.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ])
}

#[test]
fn numbers_that_word_counts_are_kept_as_words() {
    let markdown = read(&numbered_by_word()).unwrap().markdown(Side::After);
    assert_eq!(
        markdown,
        "# 1 Scope\n\n# 2 Duties\n\n## 2.1 Notice\n\n- (a) on paper;\n  - (i) in the hall;\n  - (ii) at the door;\n- (b) in public.\n\n## 2.2 Review\n"
    );
    let text = text(&markdown, "en");
    let numbers: Vec<_> = text.clauses().iter().filter_map(|clause| clause.number.as_deref()).collect();
    assert_eq!(numbers, ["1", "2", "2.1", "(a)", "(i)", "(ii)", "(b)", "2.2"]);
}

#[test]
fn akoma_ntoso_marks_what_came_and_what_went() {
    let source = TEXT
        .replace("should say in writing", "says, in writing and in public,")
        .replace("> What is not said is not agreed.\n\n", "");
    let (old, new) = (text(TEXT, "en"), text(&format!("{source}\nNew words end it.\n"), "en"));
    let map = ClauseMap::between(&old, &new);
    let marked = String::from_utf8(documents::akn::full(
        &document(&new, "en", Vec::new()),
        &[],
        Some(((&old, 1), &map)),
    ))
    .unwrap();
    assert!(marked.contains("<del>should say</del>") || marked.contains("<del>should"), "{marked}");
    assert!(marked.contains("<ins>") && marked.contains("New words end it."), "{marked}");
    assert!(marked.contains("<p class=\"gone\"><del>What is not said is not agreed.</del></p>"), "{marked}");
    let plain = String::from_utf8(documents::akn::write(&document(&new, "en", Vec::new()))).unwrap();
    // Without what went, and without the marks of what came, it is the version itself.
    let mut rest = marked.as_str();
    let mut without = String::new();
    while let Some((before, after)) = rest.split_once("<del>") {
        without.push_str(before);
        rest = after.split_once("</del>").unwrap().1;
    }
    without.push_str(rest);
    let without = without.replace("<ins>", "").replace("</ins>", "").replace("<p class=\"gone\"></p>", "");
    assert_eq!(without, plain);
}

#[test]
fn akoma_ntoso_says_who_signed() {
    let text = text(TEXT, "en");
    let document = document(&text, "en", Vec::new());
    let signed = |stakeholder: &str, position| documents::Signed {
        stakeholder: stakeholder.to_owned(),
        position,
        said: format!("says {position}"),
        day: crate::support::day(9),
        version: 2,
    };
    let all =
        [signed("Norvale & Sons", "endorse"), signed("Aravel", "no-objection"), signed("Tarn", "endorse")];
    let akn = String::from_utf8(documents::akn::full(&document, &all, None)).unwrap();
    assert!(akn.contains("by=\"#stakeholder_1\" outcome=\"#position_endorse\""), "{akn}");
    assert!(akn.contains("showAs=\"Norvale &amp; Sons\""), "{akn}");
    assert_eq!(akn.matches("<TLCConcept").count(), 2);
}
