//! XML read into a tree. Entities that a file declares are refused, so nothing is fetched or multiplied.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

/// How deep elements stand in one another.
const DEEPEST: usize = 256;

/// Why XML is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BadXml {
    /// It is not well formed, or too deep.
    Malformed,
    /// It declares a document type, which may name entities.
    Declares,
}

/// An element with its prefix, as it is written.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub nodes: Vec<Node>,
}

/// What an element holds.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Reads a whole file and gives its outermost element.
    pub fn read(xml: &str) -> Result<Self, BadXml> {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().map_err(|_| BadXml::Malformed)? {
                Event::Start(start) => {
                    if open.len() > DEEPEST {
                        return Err(BadXml::Malformed);
                    }
                    open.push(Self::begun(&start)?);
                }
                Event::Empty(start) => {
                    let element = Self::begun(&start)?;
                    add(&mut open, Node::Element(element));
                }
                Event::End(_) => {
                    let closed = open.pop().filter(|_| !open.is_empty()).ok_or(BadXml::Malformed)?;
                    add(&mut open, Node::Element(closed));
                }
                Event::Text(text) => add_text(&mut open, &text.xml10_content()),
                Event::CData(text) => add_text(&mut open, &text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let letter = match reference.resolve_char_ref().map_err(|_| BadXml::Malformed)? {
                        Some(letter) => letter,
                        None => predefined(&reference).ok_or(BadXml::Declares)?,
                    };
                    add_text(&mut open, letter.encode_utf8(&mut [0; 4]));
                }
                Event::DocType(_) => return Err(BadXml::Declares),
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
        let root = open.pop().filter(|_| open.is_empty()).ok_or(BadXml::Malformed)?;
        let outermost = root.nodes.into_iter().find_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        outermost.ok_or(BadXml::Malformed)
    }

    fn begun(start: &BytesStart<'_>) -> Result<Self, BadXml> {
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| BadXml::Malformed)?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| BadXml::Declares)?;
            attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
        }
        Ok(Self { name: start.name().as_ref().to_owned(), attributes, nodes: Vec::new() })
    }

    /// The value of an attribute, by its name with its prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element in it with a name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// All words in it.
    pub fn words(&self) -> String {
        let mut words = String::new();
        self.gather(&mut words);
        words
    }

    fn gather(&self, words: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.gather(words),
                Node::Text(text) => words.push_str(text),
            }
        }
    }
}

fn add(open: &mut [Element], node: Node) {
    if let Some(innermost) = open.last_mut() {
        innermost.nodes.push(node);
    }
}

fn add_text(open: &mut [Element], text: &str) {
    let Some(innermost) = open.last_mut() else { return };
    match innermost.nodes.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => innermost.nodes.push(Node::Text(text.to_owned())),
    }
}

fn predefined(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
