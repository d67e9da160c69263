//! The commenting form goes out and comes back, and so do tables that people make themselves.

use documents::{
    docx::read::Unreadable,
    form::{self, Form, Numbers, Row, Verdict, carried},
};
use domain::{ThreadKind, clause_map::ClauseMap, text::Text};
use rust_xlsxwriter::{Format, Workbook};

use crate::{
    office::saved_as,
    refused::packed,
    support::{ARABIC, TEXT, anchor, comment, discussed, document, text, thread},
};

const NUMBERED: &str = "# Rules\n\n## 5 Duties\n\nEvery body has duties. They are public.\n\n\
    ### 5.1 Notice\n\nA body should tell people in writing. It says when.\n\n- (a) on paper;\n- (b) in public.\n\n\
    ### 5.8 Review\n\nA body reviews each rule once a year.\n\n## 6 Remedies\n\nAnyone may ask for a review.\n\n\
    | Body | Days |\n| --- | ---: |\n| Ministry | 30 |\n";

/// Heads and kinds as the catalogue has them.
fn spoken(message: &domain::Message) -> String {
    let words = match message.id.as_ref() {
        "form-column-who" => "MB/NC",
        "form-column-line" => "Line number",
        "form-column-clause" => "Clause/Subclause",
        "form-column-paragraph" => "Paragraph/Figure/Table",
        "form-column-kind" => "Type of comment",
        "form-column-comment" => "Comments",
        "form-column-proposed" => "Proposed change",
        "form-column-answer" => "Observations of the secretariat",
        "form-kind-technical" => "te",
        "form-table" => "Table 1",
        "form-note" => "Note 1",
        "form-paragraph" => "Paragraph 1",
        _ => return crate::support::said(message),
    };
    words.to_owned()
}

const SPEECH: documents::Speech<'static> =
    documents::Speech { tag: "en", say: &spoken, day: &crate::support::date };

fn verdict(text: &Text, row: &Row) -> Verdict {
    Numbers::of(text).verdict(row)
}

fn at(clause: &str, line: &str) -> Row {
    let comment = "Why?".to_owned();
    Row { number: 7, clause: clause.to_owned(), line: line.to_owned(), comment, ..Row::default() }
}

fn lines(text: &Text, row: &Row) -> String {
    let verdict = verdict(text, row);
    assert_eq!(verdict.fault, None, "{row:?}");
    verdict.lines.map_or_else(|| "whole".to_owned(), |lines| text.words_of(lines))
}

fn faulty(text: &Text, row: &Row) -> String {
    crate::support::said(&verdict(text, row).fault.unwrap())
}

#[test]
fn a_row_is_placed_by_its_clause_and_paragraph() {
    let text = text(NUMBERED, "en");
    assert_eq!(lines(&text, &at("5.8", "")), "5.8 Review");
    assert_eq!(lines(&text, &at("Clause 5.8.", "")), "5.8 Review");
    assert_eq!(lines(&text, &at("5.8 Review", "")), "5.8 Review");
    assert_eq!(lines(&text, &at("Remedies", "")), "6 Remedies");
    assert_eq!(lines(&text, &at("5.1 (b)", "")), "(b) in public.");
    assert_eq!(lines(&text, &Row { paragraph: "b)".to_owned(), ..at("5.1", "") }), "(b) in public.");
    let first = Row { paragraph: "1st paragraph".to_owned(), ..at("5.1", "") };
    assert_eq!(lines(&text, &first), "A body should tell people in writing. It says when.");
    assert_eq!(lines(&text, &Row { paragraph: "Tableau 1".to_owned(), ..at("6", "") }), "Body | Days");
    for whole in ["", "General", "–", "all", "général", "عام"] {
        assert!(verdict(&text, &at(whole, "")).whole, "{whole}");
    }
}

#[test]
fn a_clause_that_does_not_exist_says_which_is_nearest() {
    let text = text(NUMBERED, "en");
    let row = at("5.9", "");
    assert_eq!(faulty(&text, &row), "form-no-clause-near Text(\"5.9\") Text(\"5.8\")");
    let nearest = verdict(&text, &row).lines.unwrap();
    assert_eq!(text.words_of(nearest), "5.8 Review");
    assert_eq!(faulty(&text, &at("5.1 (c)", "")), "form-no-clause-near Text(\"5.1 (c)\") Text(\"5.1 (b)\")");
    assert!(faulty(&text, &at("Glossary", "")).starts_with("form-no-clause "));
    assert_eq!(faulty(&text, &at("5.8", "400")), "form-no-line Number(400) Number(15)");
}

#[test]
fn a_line_in_another_clause_is_doubted() {
    let text = text(NUMBERED, "en");
    assert_eq!(lines(&text, &at("5.1", "6")), "A body should tell people in writing.");
    assert_eq!(lines(&text, &at("", "6-7")), "A body should tell people in writing. It says when.");
    let doubted = verdict(&text, &at("6", "6"));
    assert_eq!(text.words_of(doubted.lines.unwrap()), "6 Remedies");
    assert_eq!(doubted.candidates.len(), 1);
    assert_eq!(
        crate::support::said(&doubted.fault.unwrap()),
        "form-line-elsewhere Number(6) Text(\"6\") Text(\"5.1\")"
    );
}

#[test]
fn a_proposed_change_is_a_wording_where_it_can_be() {
    let text = text(NUMBERED, "en");
    let asks = |clause: &str, proposed: &str| {
        verdict(&text, &Row { proposed: proposed.to_owned(), ..at(clause, "") })
    };
    let plain = asks("5.1", "Replace “should” by “shall”");
    assert_eq!((plain.words.as_deref(), plain.wording.as_deref()), (Some("should"), Some("shall")));
    assert_eq!(text.words_of(plain.lines.unwrap()), "A body should tell people in writing.");
    let anew = asks("5.8", "A body reviews each rule twice a year.");
    assert_eq!(text.words_of(anew.lines.unwrap()), "A body reviews each rule once a year.");
    assert_eq!(anew.wording.as_deref(), Some("A body reviews each rule twice a year."));
    assert_eq!(asks("5.8", "Say who pays for this.").wording, None);
    assert_eq!(asks("5.8", "Replace “may” by “must”").words, None, "it is not there");
}

#[test]
fn rows_of_an_older_version_are_carried() {
    let (old, new) = (
        text(NUMBERED, "en"),
        text(&NUMBERED.replace("### 5.1", "### 5.0 New\n\nWords are new here.\n\n### 5.1"), "en"),
    );
    let map = ClauseMap::between(&old, &new);
    let carried = carried(verdict(&old, &at("", "6")), &old, &new, &map);
    assert_eq!(new.words_of(carried.lines.unwrap()), "A body should tell people in writing.");
    assert_eq!(carried.fault, None);
}

/// What the form says after the way out and back.
fn returned(form: &Form, text: &Text, tag: &str) {
    assert_eq!((form.draft.as_deref(), form.version), (Some("DN-2026-001"), Some(2)));
    let known: Vec<_> = form.rows.iter().filter_map(|row| row.known).collect();
    assert_eq!(known.len(), form.rows.len(), "empty rows are none");
    let threads = if tag == "ar" { Vec::new() } else { discussed(text) };
    for thread in threads {
        let row = form.rows.iter().find(|row| row.known == Some(thread.number)).unwrap();
        let verdict = verdict(text, row);
        assert_eq!(row.who, thread.comments[0].author);
        assert!(row.comment.starts_with(&thread.comments[0].words), "{:?}", row.comment);
        assert_eq!(verdict.fault, None, "{row:?}");
        if verdict.words.is_none() && verdict.wording.is_none() {
            assert_eq!(verdict.lines, thread.anchor.as_ref().map(|anchor| anchor.lines), "{row:?}");
        }
    }
}

#[test]
fn the_form_comes_back_as_it_went() {
    for (source, tag) in [(TEXT, "en"), (ARABIC, "ar")] {
        let text = text(source, tag);
        let threads = match tag {
            "ar" => {
                vec![thread(1, Some(anchor(&text, "خلال 30")), vec![comment(1, "ليلى، المعهد", "متى؟", None)])]
            }
            _ => discussed(&text),
        };
        let document = document(&text, tag, threads);
        let (word, book) = (form::docx(&document, SPEECH).unwrap(), form::xlsx(&document, SPEECH).unwrap());
        for file in [&word, &book] {
            returned(&form::read(file).unwrap(), &text, tag);
        }
        // LibreOffice opens both and saves them again.
        let word = saved_as(&word, "docx", "docx:MS Word 2007 XML");
        let book = saved_as(&book, "xlsx", "xlsx:Calc MS Excel 2007 XML");
        for file in [word, book].into_iter().flatten() {
            returned(&form::read(&file).unwrap(), &text, tag);
        }
    }
}

#[test]
fn every_line_is_found_by_what_the_form_says_of_it() {
    let text = text(TEXT, "en");
    let threads = text.lines().iter().map(|line| {
        let place = crate::support::lines(&text, line.number, line.number);
        thread(line.number, Some(place), vec![comment(1, "Mira", "Why?", None)])
    });
    let file = form::xlsx(&document(&text, "en", threads.collect()), SPEECH).unwrap();
    let form = form::read(&file).unwrap();
    assert_eq!(form.rows.len(), text.lines().len());
    for row in &form.rows {
        let verdict = verdict(&text, row);
        assert_eq!((verdict.fault, verdict.lines.map(|lines| lines.first())), (None, row.known), "{row:?}");
    }
}

#[test]
fn columns_may_stand_in_any_order_under_french_heads() {
    let csv = "Modification proposée;Commentaires;N° de ligne;Article/Paragraphe;Type de commentaire;Organisme\r\n\
               Remplacer « should » par « shall »;\"Trop faible ; voir\nla loi\";;5.1;te;Norvège\r\n\r\n;Bien;;5.9;réd.;Norvège\r\n";
    let form = form::read(csv.as_bytes()).unwrap();
    assert_eq!(form.rows.len(), 2);
    assert_eq!(
        (form.rows[0].kind, form.rows[1].kind),
        (Some(ThreadKind::Technical), Some(ThreadKind::Editorial))
    );
    assert_eq!(
        (form.rows[0].who.as_str(), form.rows[0].comment.as_str()),
        ("Norvège", "Trop faible ; voir\nla loi")
    );
    let text = text(NUMBERED, "en");
    assert_eq!(verdict(&text, &form.rows[0]).wording.as_deref(), Some("shall"));
    let western: Vec<u8> = csv.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    assert_eq!(form::read(&western).unwrap(), form, "as an old Excel saves it");
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(csv.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(form::read(&wide).unwrap(), form, "as text of Windows");
}

#[test]
fn a_workbook_with_formulas_merged_cells_and_numbers_is_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Comments on the draft").unwrap();
    for (column, head) in (0..).zip(["Comments", "Clause", "Line", "MB/NC"]) {
        sheet.write_string(3, column, head).unwrap();
    }
    sheet.merge_range(4, 1, 6, 1, "5.8", &Format::new()).unwrap();
    for row in 4..7 {
        sheet.write_formula(row, 0, rust_xlsxwriter::Formula::new("=1+1").set_result("Why now?")).unwrap();
        sheet.write_formula(row, 3, rust_xlsxwriter::Formula::new("=A1").set_result("Norvale")).unwrap();
    }
    sheet.write_string(8, 0, "And this?").unwrap();
    sheet.write_number(8, 1, 5.1).unwrap();
    sheet.write_number(8, 2, 6).unwrap();
    let form = form::read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(form.formulas, 6);
    let said: Vec<_> =
        form.rows.iter().map(|row| (row.number, row.clause.as_str(), row.line.as_str())).collect();
    assert_eq!(said, [(5, "5.8", ""), (6, "5.8", ""), (7, "5.8", ""), (9, "5.1", "6")]);
    assert!(form.rows[..3].iter().all(|row| row.comment == "Why now?" && row.who == "Norvale"));
}

#[test]
fn a_clause_that_a_spreadsheet_made_a_day_or_cut_a_nought_from_is_asked_about() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in (0..).zip(["Clause", "Comment"]) {
        sheet.write_string(0, column, head).unwrap();
    }
    sheet.write_number_with_format(1, 0, 46_150, &Format::new().set_num_format("d.m")).unwrap();
    sheet.write_number(2, 0, 5.1).unwrap();
    sheet.write_string(1, 1, "Why?").unwrap();
    sheet.write_string(2, 1, "Why?").unwrap();
    let form = form::read(&book.save_to_buffer().unwrap()).unwrap();
    let text = text(&format!("{NUMBERED}\n### 5.10 More\n\nMore words.\n"), "en");
    assert_eq!(faulty(&text, &form.rows[0]), "form-day");
    assert_eq!(faulty(&text, &form.rows[1]), "form-two-clauses Text(\"5.1\") Text(\"5.10\")");
}

#[test]
fn what_is_no_table_of_comments_says_so() {
    let refusal = |bytes: &[u8]| form::read(bytes).unwrap_err();
    assert_eq!(refusal(b""), Unreadable::Empty);
    assert_eq!(refusal(b"Dear all, we have nothing to say."), Unreadable::NoHeads);
    assert_eq!(refusal(b"Clause,Comment\n5.8,\n"), Unreadable::Empty);
    assert_eq!(refusal(b"\x00\x01\x02"), Unreadable::NotTable);
    assert_eq!(refusal(&packed(&[("content.xml", b"<a/>")])), Unreadable::NotTable);
    assert_eq!(refusal(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Unreadable::Encrypted);
    let outside = b"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>";
    assert_eq!(refusal(&packed(&[("xl/workbook.xml", outside)])), Unreadable::Entities);
    let many = format!("Clause,Comment\n{}", "5,Why?\n".repeat(5_001));
    assert_eq!(refusal(many.as_bytes()), Unreadable::TooManyRows);
}

#[test]
fn a_workbook_cannot_be_larger_here_than_in_its_file() {
    let book = b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>";
    let relations =
        b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let far = b"<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    let file = |sheet: &[u8]| {
        packed(&[
            ("xl/workbook.xml", book.as_slice()),
            ("xl/_rels/workbook.xml.rels", relations),
            ("xl/worksheets/sheet1.xml", sheet),
        ])
    };
    assert_eq!(form::read(&file(far)).unwrap_err(), Unreadable::NoHeads);
    assert_eq!(form::read(&file(&vec![b' '; 40 << 20])).unwrap_err(), Unreadable::TooLarge);
    let whole = file(far);
    for length in (4..whole.len() - 1).step_by(37) {
        assert_eq!(form::read(&whole[..length]).unwrap_err(), Unreadable::Damaged, "after {length} bytes");
    }
}

#[test]
fn what_would_break_a_sheet_is_words_there_and_back() {
    let text = text(TEXT, "en");
    let odd = ["=cmd|' /C calc'!A0", "]]> & <b> #", "a\u{1b}b", "ليلى", "_x0041_", "'quoted"];
    let threads =
        (1..).zip(odd).map(|(number, words)| thread(number, None, vec![comment(1, words, words, None)]));
    let document = document(&text, "en", threads.collect());
    for file in [form::docx(&document, SPEECH).unwrap(), form::xlsx(&document, SPEECH).unwrap()] {
        let form = form::read(&file).unwrap();
        assert_eq!(form.formulas, 0);
        let said: Vec<&str> = form.rows.iter().map(|row| row.comment.as_str()).collect();
        assert_eq!(said, odd.map(|words| words.replace('\u{1b}', "␛")));
    }
}
