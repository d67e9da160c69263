//! The one place that reads cookies.
//!
//! What a cookie says is decided here once; the header is then written anew with just what was understood, so that whoever reads it further
//! in reads the same.

use app::locale::Locale;
use axum::{
    extract::{Request, State as FromState},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{
    been::{self, Been},
    state::State,
};

/// The cookie a reader's language is kept in.
pub const LANGUAGE: &str = "lang";

/// The name of the session cookie. On an encrypted site no other host or path can set one of this name
/// (<https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-__host-prefix>).
pub const fn session_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-comity" } else { "comity" }
}

/// The cookies of a request that mean something here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cookies {
    /// The token of the session.
    pub session: Option<String>,
    /// The language that the reader chose here.
    pub language: Option<Locale>,
    /// When this browser was on the draft before; sent to its pages alone.
    pub been: Option<Been>,
    /// Whether all that was sent reads as cookies, and each of ours was sent once at most. When it does not, nobody can be
    /// sure whom the browser meant to be, and the answer is for this request alone.
    pub is_understood: bool,
}

/// Reads the cookies of a request, and leaves in its header what was understood.
pub async fn settle(FromState(state): FromState<State>, mut request: Request, next: Next) -> Response {
    let name = session_name(state.is_secure());
    let cookies = Cookies::read(request.headers(), name);
    request.headers_mut().remove(header::COOKIE);
    let session = cookies.session.as_ref().map(|id| HeaderValue::from_str(&format!("{name}={id}")));
    if let Some(Ok(session)) = session {
        request.headers_mut().insert(header::COOKIE, session);
    }
    request.extensions_mut().insert(cookies);
    next.run(request).await
}

impl Cookies {
    /// Reads every Cookie header by the grammar of RFC 6265, section 4.2.1, and no more kindly.
    fn read(headers: &HeaderMap, session_name: &str) -> Self {
        let mut cookies = Self { is_understood: true, ..Self::default() };
        let pairs = headers
            .get_all(header::COOKIE)
            .iter()
            .flat_map(|value| value.as_bytes().split(|byte| *byte == b';'));
        for pair in pairs {
            let Some((name, value)) = parse(pair.trim_ascii()) else {
                cookies.is_understood = false;
                continue;
            };
            if name == session_name {
                // The first is that of the nearer path, as browsers send them.
                cookies.is_understood &= cookies.session.is_none();
                cookies.session.get_or_insert_with(|| value.to_owned());
            } else if name == LANGUAGE {
                let language = Locale::from_tag(value);
                cookies.is_understood &= cookies.language.is_none() && language.is_some();
                cookies.language = cookies.language.or(language);
            } else if name == been::NAME {
                // One that says nothing is a first visit, which is said in its answer.
                cookies.is_understood &= cookies.been.is_none();
                cookies.been = cookies.been.or_else(|| value.parse().ok());
            }
        }
        cookies
    }
}

/// A cookie's name and value, of characters that both may have; quotes around a value are not part of it.
fn parse(pair: &[u8]) -> Option<(&str, &str)> {
    let (name, value) = std::str::from_utf8(pair).ok()?.split_once('=')?;
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let octet = |byte: u8| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte);
    let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
    (!name.is_empty() && name.bytes().all(token) && value.bytes().all(octet)).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sent: &[&[u8]]) -> Cookies {
        let mut headers = HeaderMap::new();
        for value in sent {
            headers.append(header::COOKIE, HeaderValue::from_bytes(value).unwrap());
        }
        Cookies::read(&headers, "comity")
    }

    #[test]
    fn what_is_written_as_cookies_are_is_understood() {
        for sent in
            [&b"comity=ab12; lang=ar"[..], b"lang=ar;comity=\"ab12\"", b"a%62=1; comity=ab12; lang=ar; x="]
        {
            let cookies = read(&[sent]);
            let expected = Cookies {
                session: Some("ab12".into()),
                language: Some(Locale::Ar),
                been: None,
                is_understood: true,
            };
            assert_eq!(cookies, expected, "{}", String::from_utf8_lossy(sent));
        }
        assert!(read(&[b"comity=ab12", b"lang=ar"]).is_understood);
        assert!(read(&[]).is_understood);
        assert!(read(&[b"been=12.34; comity=ab12"]).been.is_some());
        assert_eq!(read(&[b"been=yesterday"]), Cookies { is_understood: true, ..Cookies::default() });
        // No decoding: this is another cookie.
        assert_eq!(read(&[b"%63omity=ab12"]).session, None);
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_understood() {
        for sent in [
            &["comity=ab12; name=Ren\u{e9}".as_bytes()][..],
            &[b"comity=ab12; name=Ren\xe9"],
            &[b"comity =ab12"],
            &[b"comity= ab12"],
            &[b"comity"],
            &[b"comity=ab12; comity=cd34"],
            &[b"comity=ab12", b"comity=ab12"],
            &[b"comity=\"ab12"],
            &[b"=ab12"],
            &[b"comity=ab12;"],
            &[b"lang=xx"],
            &[b"been=12.34; been=12.35"],
        ] {
            assert!(!read(sent).is_understood, "{sent:?}");
        }
    }
}
