//! The keys of an installation at one moment.

use std::{fmt, sync::Arc};

use entity::signing_key;

use super::{BadHandover, Handovers, Key, NoKey, PublicKey};

/// The key that signs, and the hand-overs that led to it.
#[derive(Clone)]
pub struct Keys {
    pub key: Key,
    pub public: PublicKey,
    pub fingerprint: Arc<str>,
    /// From the keys before to this one; a key that was lost handed over to none.
    pub handovers: Handovers,
    /// All keys that signed the record before.
    pub(super) earlier: Vec<PublicKey>,
    pub(super) number: i64,
}

impl Keys {
    /// The keys of these rows, to the last of which this one belongs. Refuses hand-overs that do not hold.
    pub(super) fn of(rows: &[signing_key::Model], key: Key) -> Result<Self, NoKey> {
        let public = key.public();
        let lost = rows.iter().rposition(|row| row.handover.is_none()).unwrap_or(0);
        let notes: Vec<&str> = rows.iter().skip(lost).filter_map(|row| row.handover.as_deref()).collect();
        let handovers = Handovers::read(&notes.join("\n"), &public)?;
        let (last, before) = rows.split_last().ok_or(NoKey::Handover(BadHandover::OtherEnd))?;
        let earlier = before.iter().map(|row| row.public.parse()).collect::<Result<_, _>>();
        Ok(Self {
            fingerprint: public.fingerprint().into(),
            key,
            public,
            handovers,
            earlier: earlier.map_err(|_| NoKey::Row)?,
            number: last.number,
        })
    }

    /// All keys that may have signed the record, the one of today first.
    pub fn all(&self) -> impl Iterator<Item = &PublicKey> {
        std::iter::once(&self.public).chain(&self.earlier)
    }
}

/// By its fingerprint, as the private key is never shown.
impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({})", self.fingerprint)
    }
}

/// As `/.well-known/comity-key` shows them: the key that signs, and below it each hand-over that led to it.
impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.public)?;
        if self.handovers.is_empty() { Ok(()) } else { write!(f, "\n{}", self.handovers) }
    }
}
