//! Where a browser is led on to: pages of this site only.

use axum::{
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;

use crate::fields::Fields;

/// Sends the browser on to a page after a form has done its work.
pub fn see_other(next: &str) -> Response {
    match HeaderValue::from_str(next) {
        Ok(next) => (StatusCode::SEE_OTHER, [(header::LOCATION, next)]).into_response(),
        Err(_) => see_other("/"),
    }
}

/// A path on this site, as it was sent; nothing when it would lead elsewhere.
pub fn local(page: &str) -> Option<&str> {
    let here = page.starts_with('/') && !page.starts_with("//") && !page.contains(['\\', '\n', '\r', '\t']);
    (here && page.len() <= 2048 && page.parse::<Uri>().is_ok() && is_readable(page)).then_some(page)
}

/// How long an address of this site may be; none that it makes is longer.
const LONGEST: usize = 8 << 10;

/// Tells whether an address is one that a page could have: text all of it, without the character that no text has, and not too long.
pub fn is_readable(address: &str) -> bool {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path = percent_decode_str(path).decode_utf8();
    let path_is_text = path.is_ok_and(|path| !path.contains('\0'));
    address.len() <= LONGEST && path_is_text && !Fields::parse_urlencoded(query.as_bytes()).has_nul()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_site_is_gone_back_to() {
        assert_eq!(local("/drafts/DN-2026-001?view=quiet"), Some("/drafts/DN-2026-001?view=quiet"));
        for elsewhere in [
            "https://example.org/",
            "//example.org",
            "/\\example.org",
            "drafts",
            "/a\nb",
            "javascript:0",
            "/a%00",
            "/?a=%00",
        ] {
            assert_eq!(local(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn an_address_is_text_and_not_too_long() {
        for fine in ["/", "/drafts/DN-2026-001?view=quiet", "/forums/%D8%B9?a=%C3", "/a%0Ab"] {
            assert!(is_readable(fine), "{fine}");
        }
        let long = format!("/{}", "a".repeat(LONGEST));
        for not in ["/a%00b", "/?a=%00", "/?%00=a", "/?a=1&b=x%00", "/%ff", "/%c3%28", long.as_str()] {
            assert!(!is_readable(not), "{}", &not[..not.len().min(20)]);
        }
    }
}
