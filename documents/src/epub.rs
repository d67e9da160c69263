//! EPUB 3: the version as a book for readers and telephones.

mod text;

use crate::{
    Document, Speech, Unwritable,
    document::right_to_left,
    package::pack,
    xml::{Xml, escaped},
};
use domain::Message;

/// Writes the version as a book of one chapter, with the headings as its contents.
pub fn write(document: &Document<'_>, speech: Speech<'_>) -> Result<Vec<u8>, Unwritable> {
    let part = |name: &str, content: String| (name.to_owned(), content.into_bytes());
    pack(&[
        part("mimetype", "application/epub+zip".to_owned()),
        part("META-INF/container.xml", CONTAINER.to_owned()),
        part("book/package.opf", package(document)),
        part("book/nav.xhtml", contents(document, speech)),
        part("book/text.xhtml", chapter(document, speech)),
        part("book/style.css", STYLE.to_owned()),
    ])
}

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"book/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

const STYLE: &str = "body{font-family:serif;line-height:1.5;margin:1em}\nh1,h2,h3,h4{font-family:sans-serif;line-height:1.25}\n.ref,.n{color:#595959}\n.typed{list-style:none;padding-inline-start:1.5em}\ntable{border-collapse:collapse;width:100%}\nth,td{border-block-end:1px solid #bfbfbf;padding:.25em .5em;text-align:start;vertical-align:top}\n.mid{text-align:center}\n.end{text-align:end}\naside{font-size:.875em;margin-block-start:1em}\n";

fn package(document: &Document<'_>) -> String {
    let mut xml = Xml::new();
    let rtl = right_to_left(&document.language);
    xml.open(
        "package",
        &[
            ("xmlns", "http://www.idpf.org/2007/opf"),
            ("version", "3.0"),
            ("unique-identifier", "id"),
            ("xml:lang", &document.language),
        ],
    );
    xml.open("metadata", &[("xmlns:dc", "http://purl.org/dc/elements/1.1/")]);
    xml.leaf("dc:identifier", &[("id", "id")], &document.address);
    xml.leaf("dc:title", &[], &document.title);
    xml.leaf("dc:language", &[], &document.language);
    xml.leaf("dc:creator", &[], &document.forum);
    let published = document.published.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    xml.leaf("dc:date", &[], &published);
    xml.leaf("meta", &[("property", "dcterms:modified")], &published);
    for (property, value) in [
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityHazard", "none"),
    ] {
        xml.leaf("meta", &[("property", property)], value);
    }
    xml.close();
    xml.raw(
        "<manifest><item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\
         <item id=\"text\" href=\"text.xhtml\" media-type=\"application/xhtml+xml\"/>\
         <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/></manifest>",
    );
    xml.open("spine", if rtl { &[("page-progression-direction", "rtl")] } else { &[] });
    xml.raw("<itemref idref=\"text\"/>");
    xml.finish()
}

/// Begins a page of the book, with its body open.
fn page(document: &Document<'_>, title: &str) -> Xml {
    let direction = if right_to_left(&document.language) { "rtl" } else { "ltr" };
    let mut xml = Xml::new();
    xml.raw("<!DOCTYPE html>\n");
    xml.open(
        "html",
        &[
            ("xmlns", "http://www.w3.org/1999/xhtml"),
            ("xmlns:epub", "http://www.idpf.org/2007/ops"),
            ("lang", &document.language),
            ("xml:lang", &document.language),
            ("dir", direction),
        ],
    );
    xml.raw(&format!(
        "<head><title>{}</title><link rel=\"stylesheet\" href=\"style.css\"/></head>",
        escaped(title)
    ));
    xml.open("body", &[]);
    xml
}

fn contents(document: &Document<'_>, speech: Speech<'_>) -> String {
    let title = speech.word(Message::new("documents-contents"));
    let mut xml = page(document, &title);
    xml.open("nav", &[("epub:type", "toc")]);
    xml.leaf("h1", &[("lang", speech.tag)], &title);
    xml.open("ol", &[]);
    let whole = format!("text.xhtml#{}", text::TOP);
    xml.raw("<li>");
    xml.leaf("a", &[("href", &whole)], &document.title);
    xml.raw("</li>");
    for clause in document.text.clauses().iter().filter(|clause| clause.is_heading()) {
        let href = format!("text.xhtml#L{}", clause.lines.first());
        xml.raw("<li>");
        xml.leaf("a", &[("href", &href)], &clause.text);
        xml.raw("</li>");
    }
    xml.finish()
}

fn chapter(document: &Document<'_>, speech: Speech<'_>) -> String {
    let mut xml = page(document, &document.title);
    let version = Message::new("documents-version")
        .with("reference", document.reference.as_str())
        .with("version", document.version);
    xml.leaf("h1", &[("id", text::TOP)], &document.title);
    let day = (speech.day)(document.published);
    let about = format!("{}. {}. {day}", (speech.say)(&version), document.forum);
    xml.leaf("p", &[("class", "ref"), ("lang", speech.tag)], &about);
    text::write(&mut xml, document.text);
    xml.open("p", &[("class", "ref")]);
    xml.leaf("a", &[("href", &document.address)], &document.address);
    xml.finish()
}
