//! The connections: who may have one, and how long it is waited for.

use std::{
    convert::Infallible,
    future::poll_fn,
    io,
    net::{IpAddr, SocketAddr},
    pin::pin,
    sync::Arc,
    time::Duration,
};

use app::{locale::Locale, words};
use axum::{Router, body::Body, extract::ConnectInfo};
use domain::Message;
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{sleep, timeout},
};
use tower::ServiceExt;

use crate::{
    network::prefix,
    stall::Stalling,
    traffic::{Here, Seated, Traffic, connections},
};

/// How long the system is left alone when it has no descriptor for another connection.
const EXHAUSTED: Duration = Duration::from_millis(50);
/// How long somebody who is turned away is waited for.
const FAREWELL: Duration = Duration::from_millis(500);

/// Answers connections until it is told to stop, and then those that are open.
///
/// With `proxies` in front all connections come from them, so that only requests are counted by network, not connections.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    traffic: Traffic,
    proxies: usize,
    stop: impl Future<Output = ()>,
) {
    let all = connections();
    let door = Door {
        router,
        traffic,
        places: Arc::new(Semaphore::new(all.min(Semaphore::MAX_PERMITS))),
        // One network leaves room for others, however few descriptors there are.
        here: Here::at_most(if proxies == 0 { traffic.per_network.min(all / 2) } else { usize::MAX }),
    };
    let (stopping, stopped) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => door.admit(stream, peer, stopped.clone()),
                Err(error) => pause(&error).await,
            },
            () = &mut stop => break,
        }
    }
    drop((listener, stopped));
    stopping.send(()).ok();
    stopping.closed().await;
}

/// A connection that broke off before it was taken is nothing; anything else is waited out.
async fn pause(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "No connection can be taken");
        sleep(EXHAUSTED).await;
    }
}

struct Door {
    router: Router,
    traffic: Traffic,
    places: Arc<Semaphore>,
    here: Here<IpAddr>,
}

impl Door {
    /// Serves a connection beside the others, or turns it away.
    fn admit(&self, stream: TcpStream, peer: SocketAddr, stopped: watch::Receiver<()>) {
        let Ok(place) = self.places.clone().try_acquire_owned() else {
            tokio::spawn(turn_away(stream, "503 Service Unavailable", "error-busy-why"));
            return;
        };
        let Some(here) = self.here.enter(prefix(peer.ip())) else {
            tokio::spawn(async move {
                turn_away(stream, "429 Too Many Requests", "error-too-many-at-once").await;
                drop(place);
            });
            return;
        };
        stream.set_nodelay(true).ok();
        let connection = Connection {
            router: self.router.clone(),
            peer,
            head: self.traffic.head(),
            _place: (place, here),
        };
        tokio::spawn(connection.serve(stream, stopped));
    }
}

struct Connection {
    router: Router,
    peer: SocketAddr,
    head: Duration,
    _place: (OwnedSemaphorePermit, Seated<IpAddr>),
}

impl Connection {
    async fn serve(self, stream: TcpStream, mut stopped: watch::Receiver<()>) {
        let (router, peer) = (self.router.clone(), self.peer);
        let service = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            let answer = router.clone().oneshot(request);
            Box::pin(async move { Ok::<_, Infallible>(answer.await.unwrap_or_else(|never| match never {})) })
        });
        let io = TokioIo::new(Stalling::new(stream, self.head));
        let mut http = http1::Builder::new();
        let mut connection =
            http.timer(TokioTimer::new()).header_read_timeout(self.head).serve_connection(io, service);
        let mut stopping = false;
        let ended = loop {
            tokio::select! {
                ended = poll_fn(|cx| connection.poll_without_shutdown(cx)) => break ended,
                _ = stopped.changed(), if !stopping => {
                    stopping = true;
                    std::pin::Pin::new(&mut connection).graceful_shutdown();
                }
            }
        };
        let parts = connection.into_parts();
        let mut stream = parts.io.into_inner().into_inner();
        match ended {
            // Half a head came, and then nothing more.
            Err(error) if error.is_timeout() && !parts.read_buf.is_empty() => {
                turn_away(stream, "408 Request Timeout", "error-too-slow-why").await;
            }
            _ => drop(timeout(FAREWELL, stream.shutdown()).await),
        }
    }
}

/// Says why nobody is served here, and hangs up.
async fn turn_away(mut stream: TcpStream, status: &str, why: &'static str) {
    let said = words::say_in(Locale::En, &Message::new(why));
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\nretry-after: 5\r\nconnection: close\r\n\r\n{said}",
        said.len()
    );
    let farewell = async {
        stream.write_all(answer.as_bytes()).await.ok();
        stream.shutdown().await.ok();
        // What was sent to us is read, as an answer is lost when the line is cut with something unread.
        tokio::io::copy(&mut stream, &mut tokio::io::sink()).await.ok();
    };
    timeout(FAREWELL, farewell).await.ok();
}
