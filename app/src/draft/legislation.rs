//! What a text is, for programs that read pages: schema.org Legislation as JSON-LD.

use leptos::prelude::*;
use serde_json::json;

use super::text_page::TextPage;
use crate::{context::context, href};

/// The version with its address, which always says the same words, as the realisation of the draft with its own.
pub fn legislation(page: &TextPage) -> AnyView {
    let (head, site) = (&page.head, context().url.to_string());
    let draft = format!("{site}{}", href::draft(head.reference()));
    let address = format!("{site}{}", href::version(head.reference(), page.number()));
    let value = json!({
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "name": head.draft.title,
        "legislationIdentifier": head.reference(),
        "legislationType": "draft",
        "inLanguage": head.draft.language,
        "version": page.number(),
        "legislationDateVersion": page.version.published_at.format("%Y-%m-%d").to_string(),
        "publisher": { "@type": "Organization", "name": head.forum.name },
        "exampleOfWork": { "@type": "Legislation", "@id": draft, "legislationIdentifier": head.reference() },
        "identifier": format!("sha256:{}", page.version.digest.0),
    });
    view! { <script type="application/ld+json" inner_html=inert(&value.to_string())></script> }.into_any()
}

/// JSON that stays JSON in a page, whatever stands in its words: nothing in it ends the element or begins a comment.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn words_cannot_leave_the_element() {
        let json = serde_json::json!({ "name": "</script><!-- & <b>" }).to_string();
        let inert = inert(&json);
        assert!(!inert.contains(['<', '>', '&']), "{inert}");
        let back: serde_json::Value = serde_json::from_str(&inert).unwrap_or_default();
        assert_eq!(back["name"], "</script><!-- & <b>");
    }
}
