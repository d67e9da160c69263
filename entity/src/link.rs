//! Links in mails that need no sign-in: each says whom and what it is for, and is signed by a key that the database keeps.

use chrono::{DateTime, Utc};
use domain::telling::Occasion;
use ring::hmac;
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use crate::{Db, error::*, mark};

/// What somebody may do who has the link, be they signed in or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// To have no more mails of a kind, or of all kinds.
    Stop { account: i64, occasion: Occasion },
    /// To say whether an answer satisfies: the one that was given then, and no later one.
    Judge { account: i64, thread: i64, answered: DateTime<Utc> },
}

/// What links are signed with.
#[derive(Clone, Debug)]
pub struct Key(hmac::Key);

/// The mark under which the key is kept.
const MARK: &str = "link-key";
/// How many letters of the signature a link has: 128 bits.
const SIGNED: usize = 32;

impl Key {
    /// The key of this database, made when it is first asked for.
    pub async fn of(db: &Db, now: DateTime<Utc>) -> Result<Self> {
        let value = match mark::Entity::value(db.read(), MARK).await? {
            Some(value) => value,
            None => make_key(db, now).await?,
        };
        Ok(Self(hmac::Key::new(hmac::HMAC_SHA256, value.as_bytes())))
    }

    fn sign(&self, words: &str) -> String {
        let tag = hmac::sign(&self.0, words.as_bytes());
        let hex: String = tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        hex.chars().take(SIGNED).collect()
    }
}

/// Makes a key of salts that nobody can guess. Of two servers that do so at once the first is right.
async fn make_key(db: &Db, now: DateTime<Utc>) -> Result<String> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    let made = format!("{}{}", tx.salt(), tx.salt());
    let row = mark::ActiveModel { name: Set(MARK.to_owned()), value: Set(made), made_at: Set(now) };
    let known = OnConflict::column(mark::Column::Name).do_nothing().to_owned();
    mark::Entity::insert(row).on_conflict(known).exec_without_returning(&*tx).await?;
    let value = mark::Entity::value(&*tx, MARK).await?.or_missing("mark")?;
    tx.commit().await?;
    Ok(value)
}

impl Link {
    /// The link as a segment of an address.
    pub fn written(&self, key: &Key) -> String {
        let words = self.words();
        format!("{words}.{}", key.sign(&words))
    }

    /// Reads a segment of an address; nothing when it was not signed with this key.
    pub fn read(segment: &str, key: &Key) -> Option<Self> {
        let (words, signature) = segment.split_once('.')?;
        let own = key.sign(words);
        // The time it takes says nothing of how many letters are right.
        let differs =
            own.bytes().zip(signature.bytes()).fold(0, |differs, (own, other)| differs | (own ^ other));
        if own.len() != signature.len() || differs != 0 {
            return None;
        }
        match words.split('-').collect::<Vec<_>>().as_slice() {
            ["stop", account, occasion] => {
                Some(Self::Stop { account: account.parse().ok()?, occasion: Occasion::from_key(occasion)? })
            }
            ["judge", account, thread, answered] => Some(Self::Judge {
                account: account.parse().ok()?,
                thread: thread.parse().ok()?,
                answered: DateTime::from_timestamp_millis(answered.parse().ok()?)?,
            }),
            _ => None,
        }
    }

    /// Whom it is for.
    pub const fn account(&self) -> i64 {
        match self {
            Self::Stop { account, .. } | Self::Judge { account, .. } => *account,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Stop { account, occasion } => format!("stop-{account}-{}", occasion.key()),
            Self::Judge { account, thread, answered } => {
                format!("judge-{account}-{thread}-{}", answered.timestamp_millis())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(words: &str) -> Key {
        Key(hmac::Key::new(hmac::HMAC_SHA256, words.as_bytes()))
    }

    #[test]
    fn a_link_holds_for_whom_and_what_it_was_signed() {
        let answered = "2027-03-14T05:00:00.5Z".parse().unwrap();
        for link in [
            Link::Stop { account: 7, occasion: Occasion::Reply },
            Link::Judge { account: 7, thread: (3 << 32) | 12, answered },
        ] {
            let written = link.written(&key("a"));
            assert_eq!(Link::read(&written, &key("a")), Some(link));
            assert_eq!(Link::read(&written, &key("b")), None);
            assert_eq!(Link::read(&written.replace("-7-", "-8-"), &key("a")), None);
            assert_eq!(Link::read(&written[..written.len() - 1], &key("a")), None);
            assert_eq!(Link::read(&format!("{written}0"), &key("a")), None);
        }
    }
}
