//! What can be set from outside, by options and environment variables.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use clap::Args;
use entity::allowance::{Allowance, Allowances};
use secrecy::SecretString;

use crate::{command::Refusal, private};

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
    /// How many proxies stand before it, each of which adds to X-Forwarded-For; what else that header says is not believed
    #[arg(long, env = "COMITY_PROXIES", default_value_t = 0, value_name = "N")]
    pub proxies: usize,
    /// A host of another installation that may be called though its addresses are not public; may be given several times
    #[arg(long = "peer-host", env = "COMITY_PEER_HOSTS", value_name = "HOST", value_delimiter = ',')]
    pub peer_hosts: Vec<String>,
    /// Whom to tell of a weakness, for /.well-known/security.txt
    #[arg(long, env = "COMITY_SECURITY_CONTACT", value_name = "URI", value_parser = contact)]
    pub security_contact: Option<String>,
    /// Where to send e-mail: smtp://user:password@host:port. Without it, sign-in links are printed here
    #[arg(long, env = "COMITY_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<SecretString>,
    /// A file that names the providers that people may sign in by
    #[arg(long, env = "COMITY_PROVIDERS", value_name = "FILE")]
    pub providers: Option<PathBuf>,
    /// The sender of e-mail
    #[arg(long, env = "COMITY_SENDER", default_value = "Comity <comity@localhost>", value_name = "MAILBOX")]
    pub sender: String,
}

/// Reads the address of a page or of e-mail; refuses what would not stand on one line as an address.
fn contact(typed: &str) -> Result<String, String> {
    let is_address = ["mailto:", "https://", "tel:"].iter().any(|kind| typed.starts_with(kind));
    let is_line = typed.chars().all(|letter| letter.is_ascii_graphic());
    match is_address && is_line {
        true => Ok(typed.to_owned()),
        false => Err("write mailto:, https:// or tel: and the address".to_owned()),
    }
}

/// How much one person may write. Whoever runs the site or a forum, or writes its texts, is an official.
#[derive(Args, Clone, Copy, Debug)]
pub struct Limits {
    /// How often a person may post in a day; 0 for as often as they like
    #[arg(long, env = "COMITY_POSTS_A_DAY", default_value_t = 300, value_name = "N")]
    pub posts_a_day: u32,
    /// How many KiB of words a person may post in a day; 0 for any number
    #[arg(long, env = "COMITY_KIB_A_DAY", default_value_t = 4 << 10, value_name = "KIB")]
    pub kib_a_day: u32,
    /// The posts a day of an official
    #[arg(long, env = "COMITY_OFFICIAL_POSTS_A_DAY", default_value_t = 5_000, value_name = "N")]
    pub official_posts_a_day: u32,
    /// The KiB a day of an official
    #[arg(long, env = "COMITY_OFFICIAL_KIB_A_DAY", default_value_t = 64 << 10, value_name = "KIB")]
    pub official_kib_a_day: u32,
}

impl Limits {
    /// The allowances of a day.
    pub fn allowances(self) -> Allowances {
        let most = |number: u32| if number == 0 { i64::MAX } else { number.into() };
        let allowance = |posts, kib| Allowance { posts: most(posts), bytes: most(kib).saturating_mul(1024) };
        Allowances {
            others: allowance(self.posts_a_day, self.kib_a_day),
            officials: allowance(self.official_posts_a_day, self.official_kib_a_day),
        }
    }
}

impl Store {
    /// Makes the data folder, which nobody else can enter; refuses one that cannot be written.
    pub fn folder(&self) -> Result<&Path, Refusal> {
        let refuse = |error| Refusal::DataFolder { folder: self.data.clone(), error };
        private::folder(&self.data).map_err(refuse)?;
        let probe = self.data.join(format!(".writable-{}", std::process::id()));
        std::fs::write(&probe, []).and_then(|()| std::fs::remove_file(&probe)).map_err(refuse)?;
        Ok(&self.data)
    }
}
