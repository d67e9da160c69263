//! `comity serve`

use std::net::SocketAddr;

use tokio::net::TcpListener;

use super::Refusal;

/// Serves the site.
#[derive(clap::Args)]
#[command(after_help = "Example: comity serve --listen 127.0.0.1:8080")]
pub struct Serve {
    /// Where to listen; port 0 picks a free one
    #[arg(long, env = "COMITY_LISTEN", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// Seed a forum in mid-consultation and allow signing in as its cast
    #[arg(long)]
    demo: bool,
}

impl Serve {
    pub async fn run(self) -> Result<(), Refusal> {
        let _ = self.demo;
        let listener = TcpListener::bind(self.listen)
            .await
            .map_err(|error| Refusal::Said(format!("cannot listen on {}: {error}", self.listen)))?;
        let address = listener.local_addr().map_err(|error| Refusal::Said(error.to_string()))?;
        #[expect(clippy::print_stdout, reason = "the one line that says where the site is")]
        {
            println!("Comity is at http://{address}");
        }
        axum::serve(listener, crate::router()).await.map_err(|error| Refusal::Said(error.to_string()))
    }
}
