//! The keys of an installation: what signs its record, and by what others know that it did.

mod handover;
mod keyring;
mod keys;
mod note;
mod pin;
mod public;
mod sealing;

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signer as _, SigningKey};

pub use handover::{BadHandover, Handover, Handovers};
pub(crate) use keyring::FILE;
pub use keyring::{Keyring, NoKey, write_whole};
pub use keys::Keys;
pub use note::{BadNote, signed_by_none_but};
pub use pin::Pin;
pub use public::PublicKey;

/// The name under which the record is signed; the key beside it tells one installation from another.
pub const NAME: &str = "comity";

/// A private key, under the name of an installation.
#[derive(Clone)]
pub struct Key {
    key: SigningKey,
    name: String,
}

impl Key {
    /// The key that these 32 bytes are.
    pub fn of(seed: [u8; 32], name: &str) -> Self {
        Self { key: SigningKey::from_bytes(&seed), name: name.to_owned() }
    }

    /// The public half, under the same name.
    pub fn public(&self) -> PublicKey {
        PublicKey::new(&self.name, self.key.verifying_key())
    }

    /// The signature over these bytes: 64 of them.
    pub fn sign_bytes(&self, bytes: &[u8]) -> Vec<u8> {
        self.key.sign(bytes).to_bytes().to_vec()
    }

    /// The text, which ends in a line end, as a signed note (C2SP).
    pub fn sign(&self, text: &str) -> String {
        format!("{text}\n{}", self.signature(text))
    }

    /// The line by which a signed note says that this key signed its text.
    fn signature(&self, text: &str) -> String {
        let marked = [&self.public().id()[..], &self.sign_bytes(text.as_bytes())].concat();
        format!("\u{2014} {} {}\n", self.name, STANDARD.encode(marked))
    }

    fn seed(&self) -> [u8; 32] {
        self.key.to_bytes()
    }
}
