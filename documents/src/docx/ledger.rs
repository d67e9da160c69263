//! A table over the whole width of pages that lie on their long side, whose head stands on each page.

use domain::Message;

use super::{
    body::Body,
    marks::Marks,
    paragraph::{Layout, properties, spoken},
    parts,
    remarks::Remarks,
};
use crate::{Document, Speech, Unwritable, document::runs_leftward};

/// How wide such a table is.
const WIDTH: u32 = 14_570;

/// A file of one table under the title of the draft: the head and the share of the width of each column, and the paragraphs of each cell.
pub(super) fn write<const N: usize>(
    document: &Document<'_>,
    speech: Speech<'_>,
    about: &str,
    columns: &[(String, u32); N],
    rows: &[[Vec<String>; N]],
) -> Result<Vec<u8>, Unwritable> {
    let mut body = Body::new(document.text, Marks::default(), false, speech.tag);
    body.shared.wide = true;
    body.plain("Title", &document.title);
    body.plain("Subtitle", about);
    let widths = columns.each_ref().map(|(_, width)| *width);
    begin(&mut body, &widths);
    row(&mut body, speech, &columns.each_ref().map(|(head, _)| vec![head.clone()]), &widths, true);
    rows.iter().for_each(|cells| row(&mut body, speech, cells, &widths, false));
    end(&mut body);
    parts::pack(document, speech, body, &Remarks::default())
}

/// Begins a table with columns of these widths.
pub(super) fn begin(body: &mut Body<'_>, widths: &[u32]) {
    let rtl = body.shared.rtl;
    let xml = &mut body.xml;
    xml.open("w:tbl", &[]);
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblStyle", &[("w:val", "ComityTable")]);
    if rtl {
        xml.empty("w:bidiVisual", &[]);
    }
    xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
    xml.raw("<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
    xml.close();
    xml.open("w:tblGrid", &[]);
    for width in widths {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
    }
    xml.close();
}

/// Ends it.
pub(super) fn end(body: &mut Body<'_>) {
    body.xml.close();
    body.xml.raw("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
}

/// The words that stand at the head of columns.
pub(super) fn head(speech: Speech<'_>, ids: &[&'static str]) -> Vec<Vec<String>> {
    ids.iter().map(|id| vec![speech.word(Message::new(id))]).collect()
}

/// A row, as the head of the table or below it.
pub(super) fn row(
    body: &mut Body<'_>,
    speech: Speech<'_>,
    cells: &[Vec<String>],
    widths: &[u32],
    head: bool,
) {
    body.xml.open("w:tr", &[]);
    body.xml.raw(if head { "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" } else { "" });
    for (words, width) in cells.iter().zip(widths) {
        cell(body, speech, words, *width, head);
    }
    body.xml.close();
}

fn cell(body: &mut Body<'_>, speech: Speech<'_>, paragraphs: &[String], width: u32, head: bool) {
    let whole = body.shared.rtl;
    let xml = &mut body.xml;
    xml.open("w:tc", &[]);
    xml.open("w:tcPr", &[]);
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    xml.close();
    let empty = [String::new()];
    let paragraphs = if paragraphs.is_empty() { empty.as_slice() } else { paragraphs };
    for words in paragraphs {
        let style = if head { "TableHead" } else { "TableText" };
        let layout = Layout { style: Some(style.to_owned()), ..Layout::default() };
        let rtl = runs_leftward(words, speech.tag);
        body.shared.rtl = rtl;
        xml.open("w:p", &[]);
        properties(xml, &mut body.shared, &layout, None);
        xml.open("w:r", &[]);
        xml.raw(if rtl { "<w:rPr><w:rtl/></w:rPr>" } else { "" });
        spoken(xml, words, false);
        xml.close();
        xml.close();
    }
    xml.close();
    body.shared.rtl = whole;
}
