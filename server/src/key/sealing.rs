//! Keeping a private key where others may look: encrypted by a secret from the configuration.

use base64::{Engine, engine::general_purpose::STANDARD};
use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    error::Unspecified,
    hkdf::{HKDF_SHA256, Salt},
};
use secrecy::{ExposeSecret, SecretString};

use super::{Key, PublicKey};

/// A secret shorter than this could be guessed by trying.
const SHORTEST: usize = 32;
const SALT_LEN: usize = 16;
/// What the secret is used for, so that it gives another key for anything else.
const PURPOSE: &[u8] = b"comity signing key 1";

/// Encrypts with ChaCha20-Poly1305, by a key that HKDF-SHA-256 makes anew for each private key from the secret and a fresh salt.
#[derive(Clone, Debug)]
pub struct Sealing(SecretString);

impl Sealing {
    /// Prepares to encrypt by this secret; none for one shorter than 32 characters, which could be guessed.
    pub fn by(secret: &SecretString) -> Option<Self> {
        (secret.expose_secret().trim().len() >= SHORTEST).then(|| Self(secret.clone()))
    }

    /// The private key, encrypted; `random` is fresh, and as long as salt and nonce. It opens for the same public key only.
    pub fn seal(&self, key: &Key, random: [u8; 32]) -> Option<String> {
        let (salt, rest) = random.split_at(SALT_LEN);
        let (nonce, _) = rest.split_at(NONCE_LEN);
        let mut content = key.seed().to_vec();
        let aad = Aad::from(key.public().to_string());
        let made = Nonce::try_assume_unique_for_key(nonce).ok()?;
        self.cipher(salt).ok()?.seal_in_place_append_tag(made, aad, &mut content).ok()?;
        Some(STANDARD.encode([salt, nonce, &content].concat()))
    }

    /// The private key of this public one; none when it was encrypted by another secret, or changed since.
    pub fn open(&self, sealed: &str, public: &PublicKey) -> Option<Key> {
        let sealed = STANDARD.decode(sealed).ok()?;
        let (salt, rest) = sealed.split_at_checked(SALT_LEN)?;
        let (nonce, content) = rest.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut content = content.to_vec();
        let aad = Aad::from(public.to_string());
        let seed = self.cipher(salt).ok()?.open_in_place(nonce, aad, &mut content).ok()?;
        let key = Key::of(<[u8; 32]>::try_from(&*seed).ok()?, public.name());
        (key.public() == *public).then_some(key)
    }

    fn cipher(&self, salt: &[u8]) -> Result<LessSafeKey, Unspecified> {
        let secret = self.0.expose_secret().trim().as_bytes();
        let made = Salt::new(HKDF_SHA256, salt).extract(secret);
        let key = UnboundKey::from(made.expand(&[PURPOSE], &CHACHA20_POLY1305)?);
        Ok(LessSafeKey::new(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(secret: &str) -> Option<Sealing> {
        Sealing::by(&SecretString::from(secret.to_owned()))
    }

    #[test]
    fn a_key_opens_by_the_secret_it_was_encrypted_with_and_no_other() {
        let sealing = by("a secret of more than thirty-two letters").unwrap();
        let key = Key::of([7; 32], "comity");
        let sealed = sealing.seal(&key, [3; 32]).unwrap();
        assert!(sealing.open(&sealed, &key.public()).is_some());
        let other = by("another secret of more than thirty-two letters").unwrap();
        assert!(other.open(&sealed, &key.public()).is_none());
        assert!(sealing.open(&sealed, &Key::of([8; 32], "comity").public()).is_none());
        let mut changed = STANDARD.decode(&sealed).unwrap();
        for place in 0..changed.len() {
            changed[place] ^= 1;
            assert!(sealing.open(&STANDARD.encode(&changed), &key.public()).is_none(), "{place}");
            changed[place] ^= 1;
        }
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(by("too short").is_none());
        assert!(by(&" ".repeat(40)).is_none());
    }
}
