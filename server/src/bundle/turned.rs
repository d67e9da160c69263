//! Why a bundle is not taken in.

use app::error::AppError;
use chrono::{DateTime, Utc};
use domain::Message;

/// A bundle that was turned away; nothing of it was written.
#[derive(Debug, thiserror::Error)]
pub enum Turned {
    #[error("it is too large")]
    TooLarge,
    /// No file of this kind: truncated, compressed, with a name that leads out of a folder or that stands there twice.
    #[error("it is no archive: {0}")]
    NoArchive(String),
    /// So many things in it do not hold; the first of them.
    #[error("{0} things do not hold: {1}")]
    DoesNotHold(usize, String),
    /// An archive that is no bundle.
    #[error("it speaks of no referral")]
    NoReferral,
    #[error("it is from the future: {0}")]
    FromTheFuture(DateTime<Utc>),
    /// It says that it comes from an address that is not the one whose key signed it.
    #[error("it says that it is from {address}, and was signed by {peer}")]
    OtherSender { peer: String, address: String },
    /// It is for another installation, or for a body without Comity.
    #[error("it is for {0}")]
    OtherAddressee(String),
    /// The fingerprint of a key that nobody entered here.
    #[error("it is signed by {0}, which is not known here")]
    UnknownKey(String),
    /// An installation that nobody confirmed, or that was blocked.
    #[error("{0} is not confirmed here")]
    NotConfirmed(String),
    #[error("it could not be read: {0}")]
    Broken(String),
    #[error(transparent)]
    Entity(#[from] entity::Error),
}

impl Turned {
    /// What to say of it; none for what is no fault of the bundle.
    fn message(&self) -> Option<Message> {
        Some(match self {
            Self::TooLarge => Message::new("refusal-bundle-too-large"),
            Self::NoArchive(why) => Message::new("refusal-bundle-no-archive").with("why", why.as_str()),
            Self::DoesNotHold(count, first) => Message::new("refusal-bundle-does-not-hold")
                .with("count", i64::try_from(*count).unwrap_or(i64::MAX))
                .with("first", first.as_str()),
            Self::NoReferral => Message::new("refusal-bundle-no-text"),
            Self::FromTheFuture(made) => Message::new("refusal-bundle-future").with("made", *made),
            Self::OtherSender { peer, address } => Message::new("refusal-bundle-sender")
                .with("peer", peer.as_str())
                .with("address", address.as_str()),
            Self::OtherAddressee(to) => Message::new("refusal-bundle-addressee").with("to", to.as_str()),
            Self::UnknownKey(key) => Message::new("refusal-bundle-key").with("key", key.as_str()),
            Self::NotConfirmed(peer) => Message::new("refusal-bundle-peer").with("peer", peer.as_str()),
            Self::Broken(_) | Self::Entity(_) => return None,
        })
    }
}

impl From<Turned> for AppError {
    fn from(turned: Turned) -> Self {
        let message = turned.message();
        match (turned, message) {
            (Turned::Entity(error), _) => error.into(),
            // Whoever sends it may try again: somebody may yet confirm the key.
            (Turned::UnknownKey(_) | Turned::NotConfirmed(_), Some(message)) => Self::Forbidden(message),
            (_, Some(message)) => Self::Refused(message, Some("bundle")),
            (turned, None) => {
                tracing::error!(%turned, "A bundle could not be read");
                Self::Internal
            }
        }
    }
}
