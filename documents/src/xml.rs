//! XML written by hand: elements are ours, and every word goes through [`escaped`].

use std::borrow::Cow;

/// XML that grows.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    written: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// Begins a file.
    pub fn new() -> Self {
        Self {
            written: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned(),
            open: Vec::new(),
        }
    }

    /// A piece of a file.
    pub fn piece() -> Self {
        Self::default()
    }

    /// Begins an element with attributes.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.written.push('>');
        self.open.push(name);
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.written.push_str("/>");
    }

    /// Ends the innermost open element.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.written.push_str("</");
            self.written.push_str(name);
            self.written.push('>');
        }
    }

    /// Words.
    pub fn text(&mut self, words: &str) {
        self.written.push_str(&escaped(words));
    }

    /// An element that holds only words.
    pub fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        self.text(words);
        self.close();
    }

    /// Elements that were written apart, or stand in our sources.
    pub fn raw(&mut self, written: &str) {
        self.written.push_str(written);
    }

    /// All that was written, with what is open closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.written
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.written.push('<');
        self.written.push_str(name);
        for (name, value) in attributes {
            self.written.push(' ');
            self.written.push_str(name);
            self.written.push_str("=\"");
            self.written.push_str(&escaped(value));
            self.written.push('"');
        }
    }
}

/// Words as XML has them. What XML cannot say is shown: a control character by its picture, anything else by the mark for what is lost.
pub(crate) fn escaped(words: &str) -> String {
    let words = visible(words);
    let mut out = String::with_capacity(words.len() + words.len() / 16);
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

/// Words with a sign in place of each character that no format can say.
pub(crate) fn visible(words: &str) -> Cow<'_, str> {
    let hidden = |letter: char| {
        letter.is_ascii_control() && letter != '\t' && letter != '\n'
            || matches!(letter, '\u{fffe}' | '\u{ffff}')
    };
    if !words.contains(hidden) {
        return Cow::Borrowed(words);
    }
    let shown = words.chars().map(|letter| match letter {
        '\u{7f}' => '\u{2421}',
        letter if hidden(letter) && letter.is_ascii() => {
            char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}')
        }
        letter if hidden(letter) => '\u{fffd}',
        letter => letter,
    });
    Cow::Owned(shown.collect())
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_are_never_markup() {
        assert_eq!(escaped("a<b> & ]]> \"c\""), "a&lt;b&gt; &amp; ]]&gt; &quot;c&quot;");
    }

    #[test]
    fn what_xml_cannot_say_is_shown() {
        assert_eq!(escaped("a\0b\u{1b}c\u{ffff}\r"), "a␀b␛c\u{fffd}␍");
    }
}
