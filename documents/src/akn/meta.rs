//! What an Akoma Ntoso document says of itself: work, expression and manifestation (FRBR), and how it came to be.

use crate::{Document, Signed, xml::Xml};

pub(super) fn write(xml: &mut Xml, document: &Document<'_>, signed: &[Signed]) {
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
    workflow(xml, signed);
    references(xml, document, signed);
    xml.close();
}

/// Who took which position, as steps of how the version came to be what it is.
fn workflow(xml: &mut Xml, signed: &[Signed]) {
    if signed.is_empty() {
        return;
    }
    xml.open("workflow", &[("source", "#forum")]);
    for (index, one) in signed.iter().enumerate() {
        let (day, actor) = (one.day.format("%Y-%m-%d").to_string(), format!("#stakeholder_{}", index + 1));
        let (outcome, id) = (format!("#position_{}", key(one.position)), format!("step_{}", index + 1));
        xml.empty(
            "step",
            &[
                ("date", &day),
                ("by", &actor),
                ("outcome", &outcome),
                ("refersTo", &format!("#version_{}", one.version)),
                ("eId", &id),
            ],
        );
    }
    xml.close();
}

fn references(xml: &mut Xml, document: &Document<'_>, signed: &[Signed]) {
    xml.open("references", &[("source", "#forum")]);
    let entry = |xml: &mut Xml, name: &str, id: &str, kind: &str, shown: &str| {
        let href = format!("/ontology/{kind}/{id}");
        xml.empty(name, &[("eId", id), ("href", &href), ("showAs", shown)]);
    };
    entry(xml, "TLCOrganization", "forum", "organization", &document.forum);
    for (index, one) in signed.iter().enumerate() {
        entry(
            xml,
            "TLCOrganization",
            &format!("stakeholder_{}", index + 1),
            "organization",
            &one.stakeholder,
        );
    }
    let mut positions: Vec<(&str, &str)> =
        signed.iter().map(|one| (one.position, one.said.as_str())).collect();
    positions.sort_unstable();
    positions.dedup_by_key(|(key, _)| *key);
    for (position, said) in positions {
        entry(xml, "TLCConcept", &format!("position_{}", key(position)), "concept", said);
    }
    let mut versions: Vec<u32> = signed.iter().map(|one| one.version).collect();
    versions.sort_unstable();
    versions.dedup();
    for version in versions {
        let id = format!("version_{version}");
        entry(xml, "TLCObject", &id, "object", &version.to_string());
    }
    xml.close();
}

/// A key as an id has it.
fn key(position: &str) -> String {
    position.replace('-', "_")
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
