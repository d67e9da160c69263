//! Calls to other sites: one request on a line of its own, with an end in time and in size, to an address that was looked at before.
//!
//! A name is resolved once and the line goes to an address that was found, so that nobody can name a public address while it is looked at
//! and one of the inside network afterwards. An answer that leads elsewhere is not followed.

mod addresses;

use std::{
    collections::BTreeSet,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use axum::http::{HeaderValue, Request, Response, Uri, header, uri::Scheme};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, pki_types::ServerName},
};

pub use addresses::is_public;

/// How long a call may take from its beginning to the last byte of the answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How large an answer may be.
const LARGEST: usize = 1 << 20;

/// Calls other sites.
#[derive(Clone)]
pub struct Outgoing {
    tls: TlsConnector,
    patience: Duration,
}

/// The hosts that whoever runs the server has named, which may be inside.
pub type Named = BTreeSet<String>;

/// Why another site was not called, or did not answer.
#[derive(Debug, thiserror::Error)]
pub enum Unanswered {
    /// Not an address that is called: another scheme, a user in it, or no host.
    #[error("not an address to call")]
    Address,
    /// A host with an address that is not public.
    #[error("the host has an address that is not public")]
    Inside,
    #[error("no answer in time")]
    Late,
    #[error("the answer is too large")]
    Large,
    #[error("no line: {0}")]
    Line(#[from] io::Error),
    #[error("no answer: {0}")]
    Broken(#[from] hyper::Error),
}

impl Default for Outgoing {
    fn default() -> Self {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        Self { tls: TlsConnector::from(Arc::new(config)), patience: PATIENCE }
    }
}

/// Calls other sites for the libraries of OAuth and OpenID Connect.
pub struct Calls<'a> {
    pub outgoing: &'a Outgoing,
    pub named: &'a Named,
}

impl<'c> AsyncHttpClient<'c> for Calls<'_> {
    type Error = Unanswered;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Unanswered>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.outgoing.send(request, self.named))
    }
}

impl Outgoing {
    /// The same with more patience, for calls that carry much.
    pub fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Sends a request and reads its answer whole. Hosts that are not named must be called by `https` and have public addresses only; those
    /// that are may have any, and plain `http` where they are this machine.
    pub async fn send(
        &self,
        request: Request<Vec<u8>>,
        named: &Named,
    ) -> Result<Response<Vec<u8>>, Unanswered> {
        timeout(self.patience, self.send_in_time(request, named)).await.map_err(|_| Unanswered::Late)?
    }

    async fn send_in_time(
        &self,
        request: Request<Vec<u8>>,
        named: &Named,
    ) -> Result<Response<Vec<u8>>, Unanswered> {
        let place = Place::of(request.uri())?;
        let is_named = named.contains(&place.host);
        let addresses = place.resolve(is_named).await?;
        let is_here = is_named && addresses.iter().all(|address| address.ip().is_loopback());
        if !place.encrypted && !is_here {
            return Err(Unanswered::Address);
        }
        let line = TcpStream::connect(&*addresses).await?;
        let request = place.fitted(request)?;
        if !place.encrypted {
            return exchange(line, request).await;
        }
        let name = ServerName::try_from(place.host).map_err(|_| Unanswered::Address)?;
        exchange(self.tls.connect(name, line).await?, request).await
    }
}

/// Where a request goes.
struct Place {
    host: String,
    port: u16,
    encrypted: bool,
}

impl Place {
    fn of(uri: &Uri) -> Result<Self, Unanswered> {
        let encrypted = match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => true,
            Some(scheme) if *scheme == Scheme::HTTP => false,
            _ => return Err(Unanswered::Address),
        };
        let authority = uri.authority().filter(|authority| !authority.as_str().contains('@'));
        let authority = authority.ok_or(Unanswered::Address)?;
        let host = authority.host().trim_matches(['[', ']']).to_ascii_lowercase();
        if host.is_empty() {
            return Err(Unanswered::Address);
        }
        let port = authority.port_u16().unwrap_or(if encrypted { 443 } else { 80 });
        Ok(Self { host, port, encrypted })
    }

    /// The addresses of the host. Refuses one that is not named when any of them is not public.
    async fn resolve(&self, is_named: bool) -> Result<Vec<SocketAddr>, Unanswered> {
        let found: Vec<_> = match self.host.parse::<IpAddr>() {
            Ok(address) => vec![SocketAddr::new(address, self.port)],
            Err(_) => tokio::net::lookup_host((self.host.as_str(), self.port)).await?.collect(),
        };
        if found.is_empty() {
            return Err(Unanswered::Address);
        }
        match is_named || found.iter().all(|address| is_public(address.ip())) {
            true => Ok(found),
            false => Err(Unanswered::Inside),
        }
    }

    /// The request as it is sent on a line to its host: the path alone, and the host in a header.
    fn fitted(&self, request: Request<Vec<u8>>) -> Result<Request<Full<Bytes>>, Unanswered> {
        let (mut parts, body) = request.into_parts();
        let authority = parts.uri.authority().map_or("", |authority| authority.as_str());
        let host = HeaderValue::from_str(authority).map_err(|_| Unanswered::Address)?;
        parts.headers.insert(header::HOST, host);
        parts.headers.entry(header::USER_AGENT).or_insert(HeaderValue::from_static("Comity"));
        parts.headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        parts.uri = path.parse().map_err(|_| Unanswered::Address)?;
        Ok(Request::from_parts(parts, Full::new(Bytes::from(body))))
    }
}

async fn exchange(
    line: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Full<Bytes>>,
) -> Result<Response<Vec<u8>>, Unanswered> {
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(line)).await?;
    let keeping = tokio::spawn(connection);
    let answer = async {
        let (parts, body) = sender.send_request(request).await?.into_parts();
        let read = Limited::new(body, LARGEST).collect().await.map_err(|error| {
            match error.downcast::<hyper::Error>() {
                Ok(error) => Unanswered::Broken(*error),
                Err(error) if error.is::<LengthLimitError>() => Unanswered::Large,
                Err(error) => Unanswered::Line(io::Error::other(error)),
            }
        })?;
        Ok(Response::from_parts(parts, read.to_bytes().to_vec()))
    };
    let answer = answer.await;
    keeping.abort();
    answer
}

#[cfg(test)]
mod tests;
