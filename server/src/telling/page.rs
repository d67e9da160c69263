//! A mail as text and as HTML: both written of the same blocks, so that neither says what the other does not.

use std::fmt::Write;

use app::locale::Locale;
use domain::diff::{Piece, PieceKind};

/// A part of a mail.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The head of one of several things told together.
    Section(String),
    /// A paragraph.
    Words(String),
    /// A paragraph in a quieter colour.
    Quiet(String),
    /// What stands over something.
    Label(String),
    /// What somebody said, as they wrote it.
    Quote(String),
    /// The words that it is about.
    Cited(String),
    /// A line of a text with the words that changed.
    Line(Vec<Piece>),
    /// Something to be cited, such as a receipt.
    Number(String),
    /// Where a button leads, with its words.
    Button(String, String),
    /// Several that one chooses between.
    Ways(Vec<(String, String)>),
    /// Links side by side: the words of each, and where it leads.
    Links(Vec<(String, String)>),
    /// A line across.
    Rule,
}

/// A mail before it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub locale: Locale,
    pub subject: String,
    /// Whose mail it is, over its heading.
    pub site: String,
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// How long a line of plain text is at most, unless an address is longer.
const WIDTH: usize = 72;

/// A mail cannot link a style sheet: these few rules travel with it. There is no picture in it, and nothing is asked of any server.
const STYLE: &str = include_str!("mail.css");

impl Page {
    /// The mail as plain text.
    pub fn text(&self) -> String {
        let mut out = format!("{}\n\n{}\n", self.site, self.heading);
        for block in &self.blocks {
            out.push('\n');
            match block {
                Block::Section(words) => {
                    let line = "-".repeat(words.chars().count().min(WIDTH));
                    let _ = writeln!(out, "{words}\n{line}");
                }
                Block::Words(words) | Block::Quiet(words) | Block::Label(words) | Block::Cited(words) => {
                    wrap(&mut out, words, "");
                }
                Block::Number(words) => wrap(&mut out, words, "  "),
                Block::Quote(words) => wrap(&mut out, words, "> "),
                Block::Line(pieces) => wrap(&mut out, &marked(pieces), "  "),
                Block::Button(words, link) => {
                    let _ = writeln!(out, "{words}:\n{link}");
                }
                Block::Links(links) | Block::Ways(links) => {
                    for (words, link) in links {
                        let _ = writeln!(out, "{words}:\n{link}");
                    }
                }
                Block::Rule => out.push_str("-- \n"),
            }
        }
        out
    }

    /// The mail as HTML.
    pub fn html(&self) -> String {
        let (locale, subject) = (self.locale, escaped(&self.subject));
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{subject}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<p class=\"q\">{}</p>\n<h1>{}</h1>\n",
            locale.tag(),
            locale.dir(),
            escaped(&self.site),
            escaped(&self.heading),
        );
        for block in &self.blocks {
            out.push_str(&markup(block));
            out.push('\n');
        }
        out.push_str("</main>\n</body>\n</html>\n");
        out
    }
}

fn markup(block: &Block) -> String {
    let link = |(words, to): &(String, String)| format!("<a href=\"{}\">{}</a>", escaped(to), escaped(words));
    match block {
        Block::Section(words) => format!("<h2>{}</h2>", escaped(words)),
        Block::Words(words) => format!("<p>{}</p>", lines(words)),
        Block::Quiet(words) => format!("<p class=\"q\">{}</p>", lines(words)),
        // What people wrote has the direction of its own language, and what we say that of ours.
        Block::Cited(words) => format!("<p class=\"q\" dir=\"auto\">{}</p>", lines(words)),
        Block::Label(words) => format!("<p class=\"l\">{}</p>", escaped(words)),
        Block::Number(words) => format!("<p class=\"no\" dir=\"ltr\">{}</p>", escaped(words)),
        Block::Quote(words) => format!("<blockquote dir=\"auto\">{}</blockquote>", lines(words)),
        Block::Line(pieces) => {
            let words: String = pieces.iter().map(piece).collect();
            format!("<p class=\"d\" dir=\"auto\">{words}</p>")
        }
        Block::Button(words, to) => {
            format!("<p><a class=\"b\" href=\"{}\">{}</a></p>", escaped(to), escaped(words))
        }
        Block::Ways(links) => {
            let way = |(words, to): &(String, String)| {
                format!("<a class=\"w\" href=\"{}\">{}</a>", escaped(to), escaped(words))
            };
            let ways: Vec<String> = links.iter().map(way).collect();
            format!("<p>{}</p>", ways.join("\n"))
        }
        Block::Links(links) => {
            let links: Vec<String> = links.iter().map(link).collect();
            format!("<p class=\"q\">{}</p>", links.join("<br>\n"))
        }
        Block::Rule => "<hr>".to_owned(),
    }
}

fn piece(piece: &Piece) -> String {
    let words = escaped(&piece.text);
    match piece.kind {
        PieceKind::Same | PieceKind::Now => words,
        PieceKind::Was => String::new(),
        PieceKind::Removed => format!("<del>{words}</del> "),
        PieceKind::Added => format!("<ins>{words}</ins>"),
    }
}

/// Changed words with signs, for where nothing can be struck.
fn marked(pieces: &[Piece]) -> String {
    let mark = |piece: &Piece| match piece.kind {
        PieceKind::Same | PieceKind::Now => piece.text.clone(),
        PieceKind::Was => String::new(),
        PieceKind::Removed => format!("[-{}-] ", piece.text.trim_end()),
        PieceKind::Added => format!("{{+{}+}}", piece.text),
    };
    pieces.iter().map(mark).collect()
}

/// Words broken into lines, each after a mark; what people broke themselves stays broken.
fn wrap(out: &mut String, words: &str, mark: &str) {
    for paragraph in words.trim().lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let longer = line.chars().count() + 1 + word.chars().count() + mark.len() > WIDTH;
            if longer && !line.is_empty() {
                let _ = writeln!(out, "{mark}{line}");
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        let _ = writeln!(out, "{}", format!("{mark}{line}").trim_end());
    }
}

/// Words in which a line that people ended stays ended.
fn lines(words: &str) -> String {
    let lines: Vec<String> = words.trim().lines().map(escaped).collect();
    lines.join("<br>\n")
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter if letter.is_control() && letter != '\n' => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(blocks: Vec<Block>) -> Page {
        Page {
            locale: Locale::En,
            subject: "<b>".to_owned(),
            site: "Comity".to_owned(),
            heading: "A & B".to_owned(),
            blocks,
        }
    }

    #[test]
    fn nothing_that_people_type_becomes_markup() {
        let bad = "<script>alert(1)</script>\"'&".to_owned();
        let html = page(vec![
            Block::Words(bad.clone()),
            Block::Quote(bad.clone()),
            Block::Line(domain::diff::words("a", &bad)),
            Block::Button(bad.clone(), format!("https://x/{bad}")),
            Block::Links(vec![(bad.clone(), bad)]),
        ])
        .html();
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
        assert!(!html.contains("<img") && !html.contains("src=") && !html.contains("url("), "{html}");
    }

    #[test]
    fn text_is_broken_into_lines_and_marks_what_changed() {
        let pieces = domain::diff::words("It should say so.", "It must say so.");
        let words = "A long line of words that goes on and on until it does not fit on one line of a mail.";
        let text = page(vec![Block::Line(pieces), Block::Quote(words.to_owned())]).text();
        assert!(text.contains("  It [-should-] {+must+} say so."), "{text}");
        assert!(
            text.contains("> A long line") && text.lines().all(|line| line.chars().count() <= WIDTH),
            "{text}"
        );
    }
}
