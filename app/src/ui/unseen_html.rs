//! The same marks in HTML that is written already: names, titles and comments stand in it as they were typed, wherever a page shows them.

use std::borrow::Cow;

use domain::unseen::{shown, written};

use super::unseen::{self, Boxed};
use crate::locale::Locale;

/// HTML in which each such character of a text has its box, unless it has one already. What is no text of the page (a form field, the
/// title in the bar of the browser) gets the code of the character in brackets, a field nothing.
pub fn marked(html: &str, locale: Locale) -> Cow<'_, str> {
    if !html.chars().any(may_be) {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text(&rest[..open], locale, &mut out);
        let end = tag_end(&rest[open..]);
        let tag = &rest[open..open + end];
        rest = &rest[open + end..];
        out.push_str(tag);
        let name = tag[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !["title", "textarea", "script", "style", "option", "span"].contains(&name) {
            continue;
        }
        let is_boxed = tag.contains("class=\"unseen");
        if name == "span" && !is_boxed {
            continue;
        }
        let close = rest.find(&format!("</{name}")).unwrap_or(rest.len());
        match name {
            "title" => out.push_str(&written(&rest[..close])),
            _ => out.push_str(&rest[..close]),
        }
        rest = &rest[close..];
    }
    text(rest, locale, &mut out);
    Cow::Owned(out)
}

/// Whether a character can be one that is shown, or a letter of an alphabet that looks like another.
fn may_be(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{587}' | '\u{200b}'..='\u{206f}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..)
        || matches!(c, '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}')
}

/// Where a tag ends: at the first `>` that is not in the value of an attribute.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (place, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return place + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn text(words: &str, locale: Locale, out: &mut String) {
    let found = if words.is_ascii() { Vec::new() } else { shown(words) };
    let mut from = 0;
    for Boxed { place, class, role, name, code } in unseen::boxes(words, &found, locale) {
        out.push_str(words.get(from..place.start).unwrap_or_default());
        let said = words.get(place.clone()).unwrap_or_default();
        let code = code.map(|code| format!(" data-code=\"{code}\"")).unwrap_or_default();
        let name = name.replace('"', "&quot;");
        out.push_str(&format!(
            "<span class=\"{class}\" role=\"{role}\" title=\"{name}\" aria-label=\"{name}\"{code}>{said}</span>"
        ));
        from = place.end;
    }
    out.push_str(words.get(from..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_that_nobody_sees_has_its_box_wherever_it_is_written() {
        let html = "<p title=\"a>\u{2063}b\">Mira\u{2063} <b>Oduya</b></p>";
        insta::assert_snapshot!(marked(html, Locale::En).replace('\u{2063}', "[?]"), @r#"<p title="a>[?]b">Mira<span class="unseen" role="img" title="Sign that nobody sees: U+2063" aria-label="Sign that nobody sees: U+2063" data-code="U+2063">[?]</span> <b>Oduya</b></p>"#);
    }

    #[test]
    fn what_has_its_box_gets_no_other_and_a_field_keeps_what_was_typed() {
        let once = marked("<p>Mira\u{2063}</p>", Locale::En).into_owned();
        assert_eq!(marked(&once, Locale::En), once);
        let field = "<textarea>Mira\u{2063}</textarea><option>Mira\u{2063}</option>";
        assert_eq!(marked(field, Locale::En), field);
        assert_eq!(marked("<title>Mira\u{2063}</title>", Locale::En), "<title>Mira[U+2063]</title>");
    }

    #[test]
    fn honest_words_stay_as_they_are() {
        for honest in [
            "<p>می\u{200c}خواهم</p>",
            "<p>क्\u{200d}ष 👩\u{200d}💻 ❤\u{fe0f}</p>",
            "<p>\u{200f}(أ)\u{200e} \u{61c}12 \u{2067}نعم\u{2069}</p>",
            "<p>co\u{ad}operation</p>",
            "<p>Мира Одуя and Mira Oduya</p>",
        ] {
            assert_eq!(marked(honest, Locale::En), honest);
        }
    }
}
