use std::net::SocketAddr;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::watch,
};

/// How a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    Open,
    /// What is sent arrives nowhere, and nobody is told.
    Silent,
    Cut,
}

/// A line to PostgreSQL, in which one can stand.
pub struct Line {
    here: SocketAddr,
    wire: watch::Sender<Wire>,
}

impl Line {
    /// Lays a line to the server of `COMITY_TEST_POSTGRES`; none where there is no such server.
    pub async fn to_postgres() -> Option<Self> {
        let url = std::env::var("COMITY_TEST_POSTGRES").ok()?;
        let there = host(&url).to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = listener.local_addr().unwrap();
        let (wire, state) = watch::channel(Wire::Open);
        tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                if *state.borrow() == Wire::Cut {
                    continue;
                }
                let (from_caller, to_caller) = caller.into_split();
                let (from_there, to_there) = TcpStream::connect(&there).await.unwrap().into_split();
                tokio::spawn(carry(from_caller, to_there, state.clone()));
                tokio::spawn(carry(from_there, to_caller, state.clone()));
            }
        });
        Some(Self { here, wire })
    }

    /// The address of a database by this line.
    pub fn instead_of(&self, url: &str) -> String {
        url.replace(host(url), &self.here.to_string())
    }

    pub fn make(&self, wire: Wire) {
        self.wire.send_replace(wire);
    }
}

fn host(url: &str) -> &str {
    let after = url.split_once("://").unwrap().1;
    let after = after.split_once('@').map_or(after, |(_, host)| host);
    after.split('/').next().unwrap()
}

async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut wire: watch::Receiver<Wire>) {
    let mut bytes = vec![0; 64 << 10];
    loop {
        let read = tokio::select! {
            read = from.read(&mut bytes) => read.unwrap_or(0),
            _ = async { wire.wait_for(|wire| *wire == Wire::Cut).await.map(drop) } => return,
        };
        let wire_now = wire.wait_for(|wire| *wire != Wire::Silent).await.ok().map(|wire| *wire);
        if read == 0 || wire_now != Some(Wire::Open) || to.write_all(&bytes[..read]).await.is_err() {
            return;
        }
    }
}
