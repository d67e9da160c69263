//! What can be set from outside, by options and environment variables.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use clap::Args;
use secrecy::SecretString;

use crate::command::Refusal;

/// Where the data is.
#[derive(Args, Clone, Debug)]
pub struct Store {
    /// Folder of the database, and of the signing key unless a secret is given
    #[arg(long, env = "COMITY_DATA", default_value = "./data", value_name = "DIR")]
    pub data: PathBuf,
    /// PostgreSQL instead of the SQLite file in the data folder: postgres://…
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<SecretString>,
}

/// What the private key is encrypted with.
#[derive(Args, Clone, Debug, Default)]
pub struct Secret {
    /// Keeps the signing key in the database, encrypted with this, instead of in a file of the data folder: at least 32 characters,
    /// the same for all servers on the database
    #[arg(long = "secret", env = "COMITY_SECRET", value_name = "SECRET", hide_env_values = true)]
    pub secret: Option<SecretString>,
}

/// How the site is reached.
#[derive(Args, Clone, Debug)]
pub struct Reach {
    /// Where to listen; port 0 picks a free one and prints it
    #[arg(long, env = "COMITY_LISTEN", default_value = "127.0.0.1:3000", value_name = "ADDR")]
    pub listen: SocketAddr,
    /// The address people use, for links in e-mail; https here makes cookies secure
    #[arg(long, env = "COMITY_URL", value_name = "URL")]
    pub url: Option<String>,
    /// Where to send e-mail: smtp://user:password@host:port. Without it, sign-in links are printed here
    #[arg(long, env = "COMITY_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<SecretString>,
    /// The sender of e-mail
    #[arg(long, env = "COMITY_SENDER", default_value = "Comity <comity@localhost>", value_name = "MAILBOX")]
    pub sender: String,
}

impl Store {
    /// Makes the data folder; refuses one that cannot be written.
    pub fn folder(&self) -> Result<&Path, Refusal> {
        let refuse = |error| Refusal::DataFolder { folder: self.data.clone(), error };
        std::fs::create_dir_all(&self.data).map_err(refuse)?;
        let probe = self.data.join(".writable");
        std::fs::write(&probe, []).and_then(|()| std::fs::remove_file(&probe)).map_err(refuse)?;
        Ok(&self.data)
    }
}
