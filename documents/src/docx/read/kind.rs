//! What a paragraph is: by its own properties, its style, and what that is based on.

use super::{
    Kind,
    story::{Story, value},
};
use crate::tree::Element;

impl<'a> Story<'a> {
    /// The number that the file counts for a paragraph with these properties: of headings always, of items where Markdown has no such number.
    pub(super) fn label(&mut self, properties: Option<&Element>, kind: &Kind) -> Option<String> {
        let properties = properties?;
        let style = properties.child("w:pStyle").and_then(|one| one.attribute("w:val")).unwrap_or_default();
        let list = properties.child("w:numPr").or(self.style(style).2)?;
        let number = value(list, "w:numId").filter(|number| *number != "0")?;
        let written = value(list, "w:ilvl").and_then(|level| level.parse().ok());
        let heading = match kind {
            Kind::Heading(level) => Some(level - 1),
            _ => None,
        };
        let level = written.or(heading).unwrap_or(0);
        let parts = self.parts;
        let label = self.labels.next(parts.numbering.as_ref(), number, level)?;
        (heading.is_some() || !label.plain).then_some(label.words)
    }

    /// What a paragraph with these properties is.
    pub(super) fn kind(&self, properties: Option<&Element>) -> Kind {
        if let Some(note) = self.note {
            return Kind::Note(note);
        }
        let Some(properties) = properties else { return Kind::Plain };
        let style = properties.child("w:pStyle").and_then(|one| one.attribute("w:val")).unwrap_or_default();
        let (name, outline, listed) = self.style(style);
        let own = value(properties, "w:outlineLvl").and_then(|level| level.parse().ok());
        if let Some(level) = own.or(outline).filter(|level: &u8| *level < 6) {
            return Kind::Heading(level + 1);
        }
        let list = properties.child("w:numPr").or(listed);
        let number = list.and_then(|list| value(list, "w:numId")).filter(|number| *number != "0");
        if let (Some(list), Some(number)) = (list, number) {
            let level = value(list, "w:ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
            return Kind::Item { level, numbered: self.is_numbered(number, level) };
        }
        match name.to_ascii_lowercase().as_str() {
            "quote" | "intense quote" | "quotations" => Kind::Quote,
            "code" | "preformatted text" | "html preformatted" => Kind::Code,
            _ => Kind::Plain,
        }
    }

    /// The name of a style, the level of its heading and its list, its own or those of what it is based on.
    fn style(&self, id: &str) -> (String, Option<u8>, Option<&'a Element>) {
        let styles = self.parts.styles.as_ref();
        let find = |id: &str| {
            let named = |one: &&Element| one.attribute("w:styleId") == Some(id);
            styles.into_iter().flat_map(Element::elements).find(named)
        };
        let (mut name, mut level, mut list) = (id.to_owned(), None, None);
        let mut next = find(id);
        for step in 0..8 {
            let Some(style) = next else { break };
            let own = value(style, "w:name").unwrap_or_default();
            if step == 0 {
                name = own.to_owned();
            }
            let properties = style.child("w:pPr");
            let outline =
                properties.and_then(|one| value(one, "w:outlineLvl")).and_then(|one| one.parse().ok());
            let heading =
                own.to_ascii_lowercase().strip_prefix("heading ").and_then(|one| one.parse::<u8>().ok());
            level = level.or(outline).or(heading.and_then(|one| one.checked_sub(1)));
            level = level.or((own == "Title").then_some(0));
            list = list.or(properties.and_then(|one| one.child("w:numPr")));
            next = value(style, "w:basedOn").and_then(find);
        }
        (name, level, list)
    }

    fn is_numbered(&self, number: &str, level: u8) -> bool {
        let lists = || self.parts.numbering.iter().flat_map(Element::elements);
        let list = lists().find(|one| one.name == "w:num" && one.attribute("w:numId") == Some(number));
        let kind = list.and_then(|list| value(list, "w:abstractNumId"));
        let kind =
            lists().find(|one| one.name == "w:abstractNum" && one.attribute("w:abstractNumId") == kind);
        let level = level.to_string();
        let level =
            kind.into_iter().flat_map(Element::elements).find(|one| one.attribute("w:ilvl") == Some(&level));
        level
            .and_then(|level| value(level, "w:numFmt"))
            .is_some_and(|format| format != "bullet" && format != "none")
    }
}
