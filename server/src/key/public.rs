//! A key that signatures are checked with.

use base64::{Engine, engine::general_purpose::STANDARD};
use domain::text::Digest;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::BadNote;

/// The algorithm byte of Ed25519 in a C2SP key.
const ED25519: u8 = 1;

/// A key that signatures are checked with, in its C2SP form: `name+id+key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    name: String,
    key: VerifyingKey,
}

impl PublicKey {
    pub(super) fn new(name: &str, key: VerifyingKey) -> Self {
        Self { name: name.to_owned(), key }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is the same key, under whatever name.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.key == other.key
    }

    /// Whether it signed these bytes.
    pub fn signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|one| self.key.verify_strict(bytes, &one).is_ok())
    }

    /// The key as `SubjectPublicKeyInfo` (RFC 8410).
    fn der(&self) -> Vec<u8> {
        let head = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
        [&head[..], self.key.as_bytes()].concat()
    }

    /// The key in the form that openssl reads.
    pub fn pem(&self) -> String {
        let der = STANDARD.encode(self.der());
        format!("-----BEGIN PUBLIC KEY-----\n{der}\n-----END PUBLIC KEY-----\n")
    }

    /// By what people compare keys: the SHA-256 of its DER form, in hex.
    pub fn fingerprint(&self) -> String {
        Digest::of(&self.der()).to_string()
    }

    /// The first four bytes of SHA-256 over name, line end, algorithm and key.
    pub(super) fn id(&self) -> [u8; 4] {
        let mut hash = Sha256::new();
        hash.update(self.name.as_bytes());
        hash.update([b'\n', ED25519]);
        hash.update(self.key.as_bytes());
        let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
        [a, b, c, d]
    }
}

impl std::fmt::Display for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let id = u32::from_be_bytes(self.id());
        let key = [&[ED25519][..], self.key.as_bytes()].concat();
        write!(f, "{}+{id:08x}+{}", self.name, STANDARD.encode(key))
    }
}

impl std::str::FromStr for PublicKey {
    type Err = BadNote;

    fn from_str(written: &str) -> Result<Self, BadNote> {
        let mut parts = written.trim().splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(BadNote::Key);
        };
        let bytes = STANDARD.decode(key).map_err(|_| BadNote::Key)?;
        let (algorithm, bytes) = bytes.split_first().ok_or(BadNote::Key)?;
        let bytes = <[u8; 32]>::try_from(bytes).map_err(|_| BadNote::Key)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| BadNote::Key)?;
        let read = Self { name: name.to_owned(), key };
        let right = *algorithm == ED25519 && id == format!("{:08x}", u32::from_be_bytes(read.id()));
        if right { Ok(read) } else { Err(BadNote::Key) }
    }
}
