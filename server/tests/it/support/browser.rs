use std::{collections::BTreeMap, net::SocketAddr};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, HeaderName, HeaderValue, Method, Request, header},
};
use tower::ServiceExt;

use super::Page;

/// A browser without JavaScript: it keeps cookies, reads pages and sends forms.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: Vec<(HeaderName, String)>,
    peer: Option<SocketAddr>,
}

impl Browser {
    pub fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), headers: Vec::new(), peer: None }
    }

    /// The same browser with one more header on every request.
    pub fn with(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// The same browser at another address of the network.
    pub fn at(mut self, address: &str) -> Self {
        self.peer = Some(SocketAddr::new(address.parse().unwrap(), 4711));
        self
    }

    /// The value of a cookie it was given.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.get(name).cloned()
    }

    /// Has it send a cookie that it was not given.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Signs in as a person of the cast.
    pub async fn sign_in(&mut self, email: &str) {
        let page = self.post("/sign-in/as", &[("page", "/sign-in"), ("email", email), ("back", "/")]).await;
        assert_eq!(page.status, 303, "{}", page.main_text());
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, None, Vec::new()).await
    }

    /// Sends a form's fields.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = fields.iter().map(|(name, text)| format!("{}={}", escaped(name), escaped(text)));
        let body = body.collect::<Vec<_>>().join("&");
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), body.into_bytes()).await
    }

    /// Sends a form and goes where it leads.
    pub async fn post_and_follow(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.post(path, fields).await;
        assert_eq!(page.status, 303, "{}", page.main_text());
        let next = page.header("location").to_owned();
        self.get(&next).await
    }

    pub async fn send(&mut self, method: Method, path: &str, kind: Option<&str>, body: Vec<u8>) -> Page {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "comity.example");
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind).header(header::CONTENT_LENGTH, body.len());
        }
        if let Some(peer) = self.peer {
            request = request.extension(ConnectInfo(peer));
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if value.is_empty() || rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Page { status: parts.status.as_u16(), headers: parts.headers, bytes: bytes.to_vec() }
    }
}

/// Someone who sends what no browser would.
pub struct Raw(Router);

impl Raw {
    pub fn new(router: Router) -> Self {
        Self(router)
    }

    /// Asks for an address with one header sent as often as it has values; gives the status, the headers and the text.
    pub async fn get(
        &self,
        path: &str,
        name: HeaderName,
        values: &[HeaderValue],
    ) -> (u16, HeaderMap, String) {
        let mut request = Request::get(path).header(header::HOST, "comity.example");
        for value in values {
            request = request.header(&name, value);
        }
        let answer = self.0.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        (parts.status.as_u16(), parts.headers, String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(escape).collect()
}
