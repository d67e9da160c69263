//! The parts of a Word file beside its text, and the zip they are packed in.

use domain::Message;

use super::{
    body::Body,
    margin::{comments, threads},
    paragraph::STEP,
    remarks::Remarks,
    styles::styles,
};
use crate::{Document, Speech, Unwritable, document::right_to_left, package::pack as zip, xml::Xml};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const W14: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const W15: &str = "http://schemas.microsoft.com/office/word/2012/wordml";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MC: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts that every text leads to, by the end of their relation.
const PARTS: [(&str, &str); 7] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("footnotes", "footnotes.xml"),
    ("comments", "comments.xml"),
    ("header", "header1.xml"),
    ("footer", "footer1.xml"),
];

/// The file of a written text with its comments.
pub(super) fn pack(
    document: &Document<'_>,
    speech: Speech<'_>,
    mut body: Body<'_>,
    remarks: &Remarks,
) -> Result<Vec<u8>, Unwritable> {
    let wide = body.shared.wide;
    let notes = body.notes();
    let mut main = root("w:document");
    main.open("w:body", &[]);
    main.raw(&std::mem::take(&mut body.xml).finish());
    section(&mut main, body.shared.rtl, wide);
    let part = |name: &str, xml: String| (name.to_owned(), xml.into_bytes());
    zip(&[
        part("[Content_Types].xml", types()),
        part("_rels/.rels", packaged()),
        part("docProps/core.xml", core(document)),
        part("docProps/custom.xml", custom(document)),
        part("word/document.xml", main.finish()),
        part("word/_rels/document.xml.rels", relations(&body.shared.links)),
        part("word/styles.xml", styles(&document.language, speech.tag)),
        part("word/numbering.xml", numbering(&body.lists)),
        part("word/settings.xml", SETTINGS.to_owned()),
        part("word/footnotes.xml", footnotes(&notes)),
        // Notes may lead somewhere too, by the same numbers.
        part("word/_rels/footnotes.xml.rels", links_alone(&body.shared.links)),
        part("word/comments.xml", comments(remarks, speech)),
        part("word/commentsExtended.xml", threads(remarks)),
        part("word/header1.xml", header(document, speech, wide)),
        part("word/footer1.xml", footer(document, speech, wide)),
    ])
}

/// Begins a part, with the names that its elements may have.
pub(super) fn root(name: &'static str) -> Xml {
    let mut xml = Xml::new();
    let names = [("xmlns:w", W), ("xmlns:r", R), ("xmlns:mc", MC), ("xmlns:w14", W14), ("xmlns:w15", W15)];
    let ignorable = [("mc:Ignorable", "w14 w15")];
    xml.open(name, &[names.as_slice(), ignorable.as_slice()].concat());
    xml
}

fn section(xml: &mut Xml, rtl: bool, wide: bool) {
    xml.open("w:sectPr", &[]);
    xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId6")]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId7")]);
    let (width, height) = if wide { ("16838", "11906") } else { ("11906", "16838") };
    let mut page = vec![("w:w", width), ("w:h", height)];
    if wide {
        page.push(("w:orient", "landscape"));
    }
    xml.empty("w:pgSz", &page);
    let side = if wide { "1134" } else { "1418" };
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", "1588"),
            ("w:right", side),
            ("w:bottom", "1418"),
            ("w:left", side),
            ("w:header", "737"),
            ("w:footer", "680"),
            ("w:gutter", "0"),
        ],
    );
    if rtl {
        xml.empty("w:bidi", &[]);
    }
    xml.close();
}

fn types() -> String {
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]);
    for (ending, kind) in
        [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")]
    {
        xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    let mut part = |name: &str, kind: &str| {
        xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
    };
    part("/word/document.xml", &format!("{WORD}.document.main+xml"));
    for (kind, name) in PARTS {
        part(&format!("/word/{name}"), &format!("{WORD}.{kind}+xml"));
    }
    part("/word/commentsExtended.xml", &format!("{WORD}.commentsExtended+xml"));
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    xml.finish()
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

fn packaged() -> String {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    relation(&mut xml, "rId1", &format!("{R}/officeDocument"), "word/document.xml");
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relation(&mut xml, "rId2", core, "docProps/core.xml");
    relation(&mut xml, "rId3", &format!("{R}/custom-properties"), "docProps/custom.xml");
    xml.finish()
}

fn relations(links: &[String]) -> String {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    for (index, (kind, name)) in PARTS.iter().enumerate() {
        relation(&mut xml, &format!("rId{}", index + 1), &format!("{R}/{kind}"), name);
    }
    let extended = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";
    relation(&mut xml, "rId8", extended, "commentsExtended.xml");
    outside(&mut xml, links);
    xml.finish()
}

fn links_alone(links: &[String]) -> String {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    outside(&mut xml, links);
    xml.finish()
}

fn outside(xml: &mut Xml, links: &[String]) {
    for (index, link) in links.iter().enumerate() {
        let (id, kind) = (format!("rId{}", 101 + index), format!("{R}/hyperlink"));
        xml.empty(
            "Relationship",
            &[("Id", id.as_str()), ("Type", kind.as_str()), ("Target", link), ("TargetMode", "External")],
        );
    }
}

fn core(document: &Document<'_>) -> String {
    let mut xml = Xml::new();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.leaf("dc:title", &[], &document.title);
    xml.leaf("dc:creator", &[], &document.forum);
    xml.leaf("dc:identifier", &[], &document.address);
    xml.leaf("dc:language", &[], &document.language);
    let published = document.published.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    xml.leaf("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &published);
    xml.finish()
}

/// What the file says of itself when it comes back: the draft, the version and its digest.
fn custom(document: &Document<'_>) -> String {
    let mut xml = Xml::new();
    xml.open(
        "Properties",
        &[
            ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
            ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
        ],
    );
    let said = [
        ("ComityDraft", document.reference.clone()),
        ("ComityVersion", document.version.to_string()),
        ("ComityDigest", document.text.digest().to_string()),
    ];
    for (index, (name, value)) in said.iter().enumerate() {
        let id = (index + 2).to_string();
        let format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
        xml.open("property", &[("fmtid", format), ("pid", &id), ("name", name)]);
        xml.leaf("vt:lpwstr", &[], value);
        xml.close();
    }
    xml.finish()
}

fn numbering(lists: &[(u32, Option<u64>)]) -> String {
    let mut xml = root("w:numbering");
    for (id, numbered) in [("1", false), ("2", true)] {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
        xml.empty("w:multiLevelType", &[("w:val", "hybridMultilevel")]);
        for level in 0..9_u32 {
            levels(&mut xml, level, numbered);
        }
        xml.close();
    }
    for (index, (level, start)) in lists.iter().enumerate() {
        xml.open("w:num", &[("w:numId", &(index + 1).to_string())]);
        xml.empty("w:abstractNumId", &[("w:val", if start.is_some() { "2" } else { "1" })]);
        if let Some(start) = start {
            xml.open("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
            xml.empty("w:startOverride", &[("w:val", &start.to_string())]);
            xml.close();
        }
        xml.close();
    }
    xml.finish()
}

fn levels(xml: &mut Xml, level: u32, numbered: bool) {
    let bullet = ["•", "–", "◦"][level as usize % 3];
    let (format, words) =
        if numbered { ("decimal", format!("%{}.", level + 1)) } else { ("bullet", bullet.to_owned()) };
    xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
    xml.empty("w:start", &[("w:val", "1")]);
    xml.empty("w:numFmt", &[("w:val", format)]);
    xml.empty("w:lvlText", &[("w:val", &words)]);
    xml.empty("w:lvlJc", &[("w:val", "left")]);
    xml.open("w:pPr", &[]);
    let left = ((level + 1) * STEP).to_string();
    xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &STEP.to_string())]);
    xml.close();
    xml.close();
}

const SETTINGS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"425\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>",
    "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>",
    "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>",
    "</w:settings>",
);

fn footnotes(notes: &[String]) -> String {
    let mut xml = root("w:footnotes");
    xml.raw("<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>");
    xml.raw("<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>");
    for (index, note) in notes.iter().enumerate() {
        xml.open("w:footnote", &[("w:id", &(index + 1).to_string())]);
        xml.raw(note);
        xml.close();
    }
    xml.finish()
}

fn header(document: &Document<'_>, speech: Speech<'_>, wide: bool) -> String {
    let version = Message::new("documents-version")
        .with("reference", document.reference.as_str())
        .with("version", document.version);
    let mut xml = root("w:hdr");
    let words = format!("{}\t{}", (speech.say)(&version), document.forum);
    running(&mut xml, ("Header", wide), speech, &words, "");
    xml.finish()
}

fn footer(document: &Document<'_>, speech: Speech<'_>, wide: bool) -> String {
    let mut xml = root("w:ftr");
    let field = "<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    running(&mut xml, ("Footer", wide), speech, &document.address, field);
    xml.finish()
}

/// A line at the head or foot of every page.
fn running(xml: &mut Xml, (style, wide): (&str, bool), speech: Speech<'_>, words: &str, more: &str) {
    let rtl = right_to_left(speech.tag);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", style)]);
    if wide {
        xml.raw(WIDE_TABS);
    }
    if rtl {
        xml.empty("w:bidi", &[]);
    }
    xml.close();
    xml.open("w:r", &[]);
    if rtl && style == "Header" {
        xml.raw("<w:rPr><w:rtl/></w:rPr>");
    }
    super::paragraph::spoken(xml, words, false);
    xml.close();
    xml.raw(more);
    xml.close();
}

/// The right edge of pages that lie on their long side.
const WIDE_TABS: &str =
    "<w:tabs><w:tab w:val=\"clear\" w:pos=\"9070\"/><w:tab w:val=\"right\" w:pos=\"14570\"/></w:tabs>";
