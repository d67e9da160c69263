//! OpenDocument text (ISO/IEC 26300): the version for LibreOffice and for administrations that ask for it.

mod styles;
mod text;

use crate::{Document, Speech, Unwritable, package::pack, xml::Xml};

/// The names of OpenDocument, each by its prefix.
const NAMES: [(&str, &str); 9] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("office:version", "1.2"),
];

/// Writes the version alone, as it reads.
pub fn write(document: &Document<'_>, speech: Speech<'_>) -> Result<Vec<u8>, Unwritable> {
    let part = |name: &str, content: String| (name.to_owned(), content.into_bytes());
    pack(&[
        part("mimetype", "application/vnd.oasis.opendocument.text".to_owned()),
        part("META-INF/manifest.xml", MANIFEST.to_owned()),
        part("meta.xml", meta(document)),
        part("styles.xml", styles::write(document, speech)),
        part("content.xml", text::write(document)),
    ])
}

/// Begins a part of the file.
fn root(name: &'static str) -> Xml {
    let mut xml = Xml::new();
    xml.open(name, &NAMES);
    xml
}

const MANIFEST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>\n";

fn meta(document: &Document<'_>) -> String {
    let mut xml = root("office:document-meta");
    xml.open("office:meta", &[]);
    xml.leaf("dc:title", &[], &document.title);
    xml.leaf("dc:creator", &[], &document.forum);
    xml.leaf("dc:language", &[], &document.language);
    let published = document.published.format("%Y-%m-%dT%H:%M:%S").to_string();
    xml.leaf("meta:creation-date", &[], &published);
    xml.leaf("meta:user-defined", &[("meta:name", "ComityDraft")], &document.reference);
    xml.leaf("meta:user-defined", &[("meta:name", "ComityVersion")], &document.version.to_string());
    xml.finish()
}
