//! Markdown that people wrote, as safe HTML.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use crate::{context::context, locale::Locale};
use ammonia::Builder;
use domain::text::{MAX_DEPTH, shallow};
use leptos::prelude::*;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html::push_html};

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
    let (mut depth, mut notes) = (0, Notes::default());
    let looks = Parser::new_ext(&text, options).filter(|event| is_shallow(event, &mut depth));
    let events = looks.flat_map(|event| match event {
        Event::FootnoteReference(label) => vec![Event::InlineHtml(notes.mark(&label).into())],
        Event::Start(Tag::FootnoteDefinition(label)) => {
            vec![Event::Html(format!("<div class=\"note\">{}", notes.mark(&label)).into())]
        }
        Event::End(TagEnd::FootnoteDefinition) => vec![Event::Html("</div>\n".into())],
        Event::Html(html) | Event::InlineHtml(html) => vec![Event::Text(html)],
        Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
        Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            vec![Event::Start(Tag::Link { link_type, dest_url, title, id })]
        }
        Event::End(TagEnd::Image) => vec![Event::End(TagEnd::Link)],
        // A heading within a comment would stand among those of the page.
        Event::Start(Tag::Heading { .. }) => vec![Event::Start(Tag::Paragraph), Event::Start(Tag::Strong)],
        Event::End(TagEnd::Heading(_)) => vec![Event::End(TagEnd::Strong), Event::End(TagEnd::Paragraph)],
        Event::SoftBreak => vec![Event::Text(CowStr::Borrowed("\n"))],
        other => vec![other],
    });
    let mut html = String::new();
    push_html(&mut html, events);
    // A cell between heads says what they are the heads of, and a table that is too wide is drawn across.
    let html = CLEAN.clean(&html).to_string();
    html.replace("<th>", "<th scope=\"col\">")
        .replace("<table>", "<div class=\"across\"><table>")
        .replace("</table>", "</table></div>")
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

/// Whether an event is none of emphasis deeper in emphasis than anybody means. The second wall goes through all that is open at each of them.
fn is_shallow(event: &Event<'_>, depth: &mut usize) -> bool {
    match event {
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
            *depth += 1;
            *depth <= MAX_DEPTH
        }
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
            *depth -= 1;
            *depth < MAX_DEPTH
        }
        _ => true,
    }
}

/// The second wall: whatever the first lets through, only these elements and links reach a page.
static CLEAN: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags =
        "a blockquote br code dd del div dl dt em hr li ol p pre strong sup table tbody td th thead tr ul";
    let mut clean = Builder::default();
    clean
        .tags(tags.split(' ').collect())
        .tag_attributes([("a", HashSet::from(["href", "title"])), ("ol", HashSet::from(["start"]))].into())
        .generic_attributes(HashSet::new())
        .allowed_classes([("div", HashSet::from(["note"]))].into())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("nofollow noopener ugc"));
    clean
});

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
        <li>at <a href="https://example.org" rel="nofollow noopener ugc">once</a></li>
        <li>or <del>never</del></li>
        </ol>
        "#);
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
    fn raw_html_is_shown_as_the_text_it_is() {
        assert_eq!(to_html("<b>now</b>").trim(), "<p>&lt;b&gt;now&lt;/b&gt;</p>");
    }
}
