//! Markdown that people wrote, as safe HTML.
//!
//! What comes out is made here of marks that are named one by one, and of text that is escaped: nothing that was typed is ever taken for HTML.
//! It is not read a second time by a parser of HTML: the one that we used takes time by the square of what it writes.

use std::collections::HashMap;

use domain::text::{MAX_DEPTH, shallow};
use leptos::prelude::*;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, html::push_html};

use super::citing::citations;
use crate::{context::context, href, locale::Locale};

/// A text in Markdown. Raw HTML in it is shown as the text it is, pictures as links to them.
#[component]
pub fn Markdown(#[prop(into)] text: String) -> impl IntoView {
    view! { <div class="prose stack" lang=tongue(&text) dir="auto" inner_html=to_html(&text)></div> }
}

/// The language of what somebody wrote, where its script shows that it is not that of the page: Arabic, or one that is not known. A voice
/// that reads the page would mispronounce it.
fn tongue(text: &str) -> Option<&'static str> {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let arabic = letters().filter(|letter| ('\u{600}'..='\u{6ff}').contains(letter)).count();
    match (context().locale, arabic * 2 > letters().count()) {
        (Locale::Ar, false) => Some(""),
        (Locale::En, true) => Some(Locale::Ar.tag()),
        _ => None,
    }
}

/// Turns Markdown into HTML that can neither run nor load anything.
pub fn to_html(text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST;
    let text = shallow(text);
    let mut wall = Wall::default();
    let events = Parser::new_ext(&text, options).flat_map(move |event| wall.let_through(event));
    let mut html = String::new();
    push_html(&mut html, events);
    // What was typed is escaped, so that these are marks of ours. Nobody vouches for a link; a cell between heads says what they are the
    // heads of, and a table that is too wide is drawn across.
    html.replace("<a href=", "<a rel=\"nofollow noopener ugc\" href=")
        .replace("<th>", "<th scope=\"col\">")
        .replace("<table>", "<div class=\"across\"><table>")
        .replace("</table>", "</table></div>")
}

/// What reaches a page, mark by mark.
#[derive(Default)]
struct Wall {
    notes: Notes,
    /// How deep in emphasis.
    emphasis: usize,
    /// How deep in links, and whether the outermost leads anywhere. A link within a link is none.
    links: usize,
    leads: bool,
    /// Whether it is in a block of code, where everything is as it was typed.
    code: bool,
}

impl Wall {
    fn let_through<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Html(html) | Event::InlineHtml(html) => vec![Event::Text(html)],
            Event::FootnoteReference(label) => vec![ours(self.notes.mark(&label))],
            Event::SoftBreak => vec![Event::Text("\n".into())],
            Event::HardBreak => vec![ours("<br>\n")],
            Event::Rule => vec![ours("<hr>\n")],
            Event::Text(text) if self.links == 0 && !self.code => citing(text),
            Event::Text(_) | Event::Code(_) => vec![event],
            // None of these is asked of the parser.
            Event::InlineMath(text) | Event::DisplayMath(text) => vec![Event::Text(text)],
            Event::TaskListMarker(_) => Vec::new(),
        }
    }

    fn begin<'a>(&mut self, tag: Tag<'a>) -> Vec<Event<'a>> {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                self.emphasis += 1;
                if self.emphasis <= MAX_DEPTH { vec![Event::Start(tag)] } else { Vec::new() }
            }
            Tag::Link { link_type, dest_url, title, id } | Tag::Image { link_type, dest_url, title, id } => {
                self.links += 1;
                if self.links > 1 {
                    return Vec::new();
                }
                self.leads = is_harmless(&dest_url);
                let link = Tag::Link { link_type, dest_url, title, id };
                if self.leads { vec![Event::Start(link)] } else { Vec::new() }
            }
            Tag::FootnoteDefinition(label) => {
                vec![ours(format!("<div class=\"note\">{}", self.notes.mark(&label)))]
            }
            // A heading within a comment would stand among those of the page.
            Tag::Heading { .. } => vec![Event::Start(Tag::Paragraph), Event::Start(Tag::Strong)],
            Tag::HtmlBlock => vec![Event::Start(Tag::Paragraph)],
            Tag::BlockQuote(_) => vec![Event::Start(Tag::BlockQuote(None))],
            Tag::CodeBlock(_) => {
                self.code = true;
                vec![Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))]
            }
            Tag::Table(_) => vec![Event::Start(Tag::Table(Vec::new()))],
            Tag::Paragraph
            | Tag::List(_)
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell => vec![Event::Start(tag)],
            // None of these is asked of the parser.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => Vec::new(),
        }
    }

    fn end<'a>(&mut self, tag: TagEnd) -> Vec<Event<'a>> {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.emphasis -= 1;
                if self.emphasis < MAX_DEPTH { vec![Event::End(tag)] } else { Vec::new() }
            }
            TagEnd::Link | TagEnd::Image => {
                self.links -= 1;
                if self.links == 0 && self.leads { vec![Event::End(TagEnd::Link)] } else { Vec::new() }
            }
            TagEnd::FootnoteDefinition => vec![ours("</div>\n")],
            TagEnd::Heading(_) => vec![Event::End(TagEnd::Strong), Event::End(TagEnd::Paragraph)],
            TagEnd::HtmlBlock => vec![Event::End(TagEnd::Paragraph)],
            TagEnd::BlockQuote(_) => vec![Event::End(TagEnd::BlockQuote(None))],
            TagEnd::CodeBlock => {
                self.code = false;
                vec![Event::End(tag)]
            }
            TagEnd::Paragraph
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell => vec![Event::End(tag)],
            TagEnd::Superscript | TagEnd::Subscript | TagEnd::MetadataBlock(_) => Vec::new(),
        }
    }
}

/// Words, with links to the threads that they cite.
fn citing<'a>(text: CowStr<'a>) -> Vec<Event<'a>> {
    if !text.contains('#') {
        return vec![Event::Text(text)];
    }
    let mut events = Vec::new();
    let mut from = 0;
    let words = |span: std::ops::Range<usize>| Event::Text(text[span].to_owned().into());
    for (span, reference, thread) in citations(&text) {
        events.push(words(from..span.start));
        let dest_url = href::thread(reference, thread).into();
        let (title, id) = (CowStr::from(""), CowStr::from(""));
        events.push(Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id }));
        events.push(words(span.clone()));
        events.push(Event::End(TagEnd::Link));
        from = span.end;
    }
    events.push(words(from..text.len()));
    events
}

/// Marks that we write ourselves.
fn ours<'a>(html: impl Into<String>) -> Event<'a> {
    Event::InlineHtml(html.into().into())
}

/// Whether an address is one of a page or of a mailbox, or leads on from here. A browser passes over white space and control characters
/// when it reads what an address begins with, and so does this.
fn is_harmless(address: &str) -> bool {
    let bare = address.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control());
    let head: String = bare.take_while(|letter| !['/', '?', '#'].contains(letter)).collect();
    let scheme = head.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_none_or(|scheme| ["http", "https", "mailto"].contains(&scheme.as_str()))
}

/// The numbers of the footnotes, in the order in which they are first met.
#[derive(Default)]
struct Notes(HashMap<String, usize>);

impl Notes {
    /// The mark of a footnote. It is no link: a page shows many comments, each with a note 1.
    fn mark(&mut self, label: &str) -> String {
        let next = self.0.len() + 1;
        let number = self.0.entry(label.to_owned()).or_insert(next);
        format!("<sup>{number}</sup>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_html() {
        insta::assert_snapshot!(to_html(
            "# Say *when*\n\n1. at [once](https://example.org)\n2. or ~~never~~"
        ), @r#"
        <p><strong>Say <em>when</em></strong></p>
        <ol>
        <li>at <a rel="nofollow noopener ugc" href="https://example.org">once</a></li>
        <li>or <del>never</del></li>
        </ol>
        "#);
    }

    #[test]
    fn a_thread_of_another_draft_is_cited_by_a_link() {
        let html = to_html("As in HC-2026-004#7.");
        assert!(html.contains("href=\"/drafts/HC-2026-004/threads/7\">HC-2026-004#7</a>"), "{html}");
        assert!(!to_html("`HC-2026-004#7`").contains("href"));
        assert!(!to_html("    HC-2026-004#7").contains("href"));
        assert!(to_html("[HC-2026-004#7](https://example.org)").contains("href=\"https://example.org\""));
    }

    #[test]
    fn footnotes_definitions_and_heads_of_columns_keep_what_they_are() {
        let html = to_html(
            "Heard[^a] first[^b].\n\nTerm\n: What it means\n\n| act | days |\n|---|--:|\n| notice | 30 |\n\n[^a]: By a person.\n\n[^b]: In time.\n",
        );
        for part in [
            "<p>Heard<sup>1</sup> first<sup>2</sup>.</p>",
            "<dt>Term</dt>",
            "<dd>What it means</dd>",
            "<div class=\"across\"><table>",
            "<th scope=\"col\">days</th>",
            "<td>30</td>",
            "<div class=\"note\"><sup>1</sup>",
            "<p>In time.</p>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn nothing_a_person_types_can_run() {
        let attempts = [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[go](javascript:alert(1))",
            "[go](JaVaScRiPt:alert(1))",
            "[go](data:text/html;base64,PHNjcmlwdD4=)",
            "![x](https://example.org/track.png)",
            "<https://example.org/\" onmouseover=alert(1)>",
            "<style>*{display:none}</style>",
            "`<script>` and <svg/onload=alert(1)>",
            "| a |\n|---|\n| <iframe src=//example.org> |",
            "a[^<script>alert(1)</script>]\n\n[^<script>alert(1)</script>]: <svg/onload=alert(1)>",
            "<div class=\"note\" onclick=\"alert(1)\">x</div>",
        ];
        for attempt in attempts {
            let html = to_html(attempt);
            for harm in ["<script", "<img", "<svg", "<style", "<iframe", "href=\"javascript", "href=\"data"] {
                assert!(!html.to_lowercase().contains(harm), "{attempt} became {html}");
            }
            let mut tags = html.split('<').skip(1).filter_map(|tag| tag.split('>').next());
            assert!(!tags.any(|tag| tag.contains(" on")), "{attempt} became {html}");
        }
    }

    #[test]
    fn what_is_nested_too_deep_is_shown_as_the_text_it_is() {
        for mark in ["- ", "> ", "1. "] {
            let html = to_html(&format!("{}end", mark.repeat(20_000)));
            let deepest = ["<li>", "<blockquote>"].map(|tag| html.matches(tag).count()).into_iter().max();
            assert_eq!(deepest, Some(MAX_DEPTH), "{mark}");
            assert!(html.contains("end"), "{mark}");
        }
        let html = to_html(&format!("{}end{}", "*a _b ".repeat(10_000), "_*".repeat(10_000)));
        assert!(html.matches("<em>").count() + html.matches("<strong>").count() <= MAX_DEPTH);
        assert_eq!(html.matches("<em>").count(), html.matches("</em>").count());
    }

    #[test]
    fn links_lead_to_pages_and_mailboxes_and_to_nothing_else() {
        for (address, leads) in [
            ("https://example.org/a_(b)?c=d&e='f", true),
            ("HTTP://example.org", true),
            ("mailto:ada@example.org", true),
            ("/drafts/DN-2026-001", true),
            ("#a:b", true),
            ("?q=a:b", true),
            ("javascript:alert(1)", false),
            ("java&#x0a;script:alert(1)", false),
            ("&#1;javascript:alert(1)", false),
            ("\u{a0}javascript:alert(1)", false),
            ("javascript&colon;alert(1)", false),
            ("vbscript:x", false),
            ("data:text/html,x", false),
            ("blob:x", false),
            ("tel:1", false),
        ] {
            let html = to_html(&format!("[go](<{address}>)"));
            assert_eq!(html.contains("<a "), leads, "{address} became {html}");
            assert!(html.contains("go"), "{html}");
        }
        assert_eq!(
            to_html("[a ![b](https://example.org/b) c](https://example.org/a \"it says \\\"x\\\"\")").trim(),
            "<p><a rel=\"nofollow noopener ugc\" href=\"https://example.org/a\" title=\"it says &quot;x&quot;\">a b c</a></p>"
        );
    }

    #[test]
    fn marks_take_no_longer_than_other_text() {
        /// The nanoseconds this thread was on a processor meanwhile.
        fn spent(text: &str) -> u64 {
            let now = || {
                let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
                said.split_whitespace().next().and_then(|spent| spent.parse::<u64>().ok()).unwrap_or_default()
            };
            let begun = now();
            assert!(!to_html(text).is_empty());
            now() - begun
        }
        let marks = [
            "&",
            "<",
            ">",
            "\"",
            "'",
            "&#",
            "*&*",
            "&amp;",
            "<a ",
            "a<b&c ",
            "\u{a0}",
            "§",
            "é",
            "`",
            "[",
            "]",
            "![",
            "[&](&)",
            "[a](/?&&&&&&&& \"&&&&\") ",
            "~~",
            "**a",
            "_a ",
            "|",
            "\\",
            "<!--",
            "[^a]",
            "&\n\n",
            "|&",
        ];
        let slow: Vec<String> = marks
            .iter()
            .filter_map(|mark| {
                let spent = |size: usize| spent(&mark.repeat(size / mark.len()));
                let (once, often) = (spent(16 << 10), spent(64 << 10));
                let is_slow = often > 60_000_000 && often > once * 9;
                is_slow.then(|| format!("{mark:?}: {} ms became {} ms", once / 1_000_000, often / 1_000_000))
            })
            .collect();
        assert!(slow.is_empty(), "{}", slow.join("\n"));
    }

    #[test]
    fn raw_html_is_shown_as_the_text_it_is() {
        assert_eq!(to_html("<b>now</b>").trim(), "<p>&lt;b&gt;now&lt;/b&gt;</p>");
    }
}
