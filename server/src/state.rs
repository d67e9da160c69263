//! What every answer of the server is made from.

use std::sync::Arc;

use app::context::{Counted, Persona};
use entity::Db;
use tokio::sync::Semaphore;

use crate::{
    checkpoint::Signer,
    clock::Clock,
    mail::Mail,
    outgoing::Named,
    providers::{Providers, Required},
};

/// The state of the server; cloning it is cheap.
#[derive(Clone)]
pub struct State {
    pub db: Db,
    pub clock: Clock,
    pub mail: Arc<Mail>,
    /// Room for links that are being made and sent beside the answers.
    pub sending: Arc<Semaphore>,
    /// Signs the record.
    pub signer: Arc<Signer>,
    /// The address people use, without a slash at its end.
    pub url: Arc<str>,
    /// Whom to tell of a weakness, as the address of a page or of e-mail.
    pub security_contact: Option<Arc<str>>,
    /// How many proxies of ours stand between people and this server.
    pub proxies: usize,
    /// How many things were found to wait for whom.
    pub counted: Arc<Counted>,
    /// The hosts of other installations that may be called though their addresses are not public.
    pub inside: Arc<Named>,
    /// By whom one may sign in beside mail.
    pub providers: Arc<Providers>,
    /// Which roles ask for one of them.
    pub required: Arc<Required>,
    /// In a demo, as whom anyone may sign in.
    pub cast: Option<Arc<[Persona]>>,
}

impl State {
    /// Tells whether cookies may be kept to encrypted connections.
    pub fn is_secure(&self) -> bool {
        self.url.starts_with("https://")
    }
}
