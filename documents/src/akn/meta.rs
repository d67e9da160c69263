//! What an Akoma Ntoso document says of itself: work, expression and manifestation (FRBR), and how it came to be.

use crate::{Document, xml::Xml};

pub(super) fn write(xml: &mut Xml, document: &Document<'_>) {
    let day = document.published.format("%Y-%m-%d").to_string();
    let language = three_letters(&document.language);
    let work = format!("/akn/un/doc/draft/{day}/{}", slug(&document.reference));
    let expression = format!("{work}/{language}@v{}", document.version);
    xml.open("meta", &[]);
    xml.open("identification", &[("source", "#forum")]);
    let mut level = |name: &'static str, address: &str, more: &dyn Fn(&mut Xml)| {
        xml.open(name, &[]);
        xml.empty("FRBRthis", &[("value", &format!("{address}/!main"))]);
        xml.empty("FRBRuri", &[("value", address)]);
        if name == "FRBRWork" {
            xml.empty("FRBRalias", &[("value", &document.title), ("name", "title")]);
        }
        xml.empty("FRBRdate", &[("date", &day), ("name", "published")]);
        xml.empty("FRBRauthor", &[("href", "#forum")]);
        more(xml);
        xml.close();
    };
    level("FRBRWork", &work, &|xml| {
        xml.empty("FRBRcountry", &[("value", "un")]);
        xml.empty("FRBRnumber", &[("value", &document.reference)]);
    });
    level("FRBRExpression", &expression, &|xml| {
        xml.empty("FRBRversionNumber", &[("value", &document.version.to_string())]);
        xml.empty("FRBRlanguage", &[("language", language)]);
    });
    level("FRBRManifestation", &format!("{expression}.xml"), &|xml| {
        xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
    });
    xml.close();
    xml.open("lifecycle", &[("source", "#forum")]);
    xml.empty(
        "eventRef",
        &[("date", &day), ("source", "#forum"), ("type", "generation"), ("eId", "event_1")],
    );
    xml.close();
    xml.open("references", &[("source", "#forum")]);
    let forum = ("showAs", document.forum.as_str());
    xml.empty("TLCOrganization", &[("eId", "forum"), ("href", "/ontology/organization/forum"), forum]);
    xml.close();
    xml.close();
}

fn slug(reference: &str) -> String {
    let kept = reference.to_ascii_lowercase();
    kept.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

/// A language by its ISO 639-2 code, as Akoma Ntoso has it.
fn three_letters(tag: &str) -> &'static str {
    match tag.split(['-', '_']).next().unwrap_or_default() {
        "ar" => "ara",
        "de" => "deu",
        "el" => "ell",
        "en" => "eng",
        "es" => "spa",
        "fr" => "fra",
        "it" => "ita",
        "nl" => "nld",
        "pt" => "por",
        "ru" => "rus",
        "zh" => "zho",
        _ => "und",
    }
}
