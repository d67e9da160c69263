//! Sending what is due.

use std::collections::{BTreeMap, BTreeSet};

use app::locale::Locale;
use chrono::{DateTime, TimeDelta, Utc};
use domain::telling::{Occasion, Often};
use entity::{
    Reader, Result,
    link::Key,
    outbox::{Entity, LEASE, Model, State as Fate},
    preference,
    reading::{
        Viewer,
        news::{Memo, News},
    },
};
use sha2::{Digest, Sha256};

use super::{hand::Hand, page::Page};
use crate::{
    mail::{Failure, Letter},
    state::State,
};

/// How many mails are taken at a time: with the patience of a mail server they are sent before the lease is over.
const SOME: u64 = 8;
/// How long a mail waits after it was not taken, by how often it was tried; the last holds from then on.
const PAUSES: [TimeDelta; 6] = [
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(30),
    TimeDelta::hours(2),
    TimeDelta::hours(6),
    TimeDelta::hours(12),
];
/// For how long a mail is tried.
const DAYS: TimeDelta = TimeDelta::days(5);
/// How long the mail waits at most at which the mail server was gone: others are tried before it, as it may be the reason.
const GONE: TimeDelta = TimeDelta::minutes(10);

/// How long a mail waits whose address was refused. Then it is tried once more, and given up when others got theirs meanwhile: a server that
/// takes nothing from us says the same as one that does not know the mailbox.
const REFUSED: TimeDelta = TimeDelta::minutes(30);
/// How many letters one mailbox gets in an hour and in a day as they come. After that what is due goes together, so far apart.
const HOURLY: (usize, TimeDelta) = (5, TimeDelta::minutes(15));
const DAILY: (usize, TimeDelta) = (30, TimeDelta::hours(4));

/// What came of looking for mails to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Nothing,
    Some,
    /// The mail server is not there.
    Down,
}

/// A turn of one server at the outbox.
pub struct Round<'a> {
    pub state: &'a State,
    pub owner: &'a str,
    pub memo: &'a Memo,
}

impl Round<'_> {
    /// Sends some of what is due. When the mail server is not there, what was not tried is given back, and is none the worse for it.
    pub async fn deliver(&self) -> Result<Done> {
        let now = self.now();
        if !Entity::is_due(self.state.db.read(), now).await? {
            return Ok(Done::Nothing);
        }
        let taken = Entity::take(&self.state.db, self.owner, SOME, now).await?;
        if taken.is_empty() {
            return Ok(Done::Nothing);
        }
        let key = Key::of(&self.state.db, now).await?;
        let mut done = BTreeSet::new();
        for bundle in bundles(taken) {
            if bundle.iter().any(|mail| done.contains(&mail.id)) {
                continue;
            }
            let bundle = self.gathered(bundle, &mut done).await?;
            if bundle.is_empty() {
                continue;
            }
            let Some(letter) = self.letter(&bundle, &key).await? else {
                Entity::end(&self.state.db, &bundle, Fate::Void, None, self.now()).await?;
                continue;
            };
            match self.state.mail.post(letter).await {
                Ok(()) => Entity::sent(&self.state.db, &bundle, self.now()).await?,
                Err(Failure::Refused(words)) if !self.is_known_to_be_none(&bundle).await? => {
                    self.refused(&bundle, words).await?;
                }
                Err(Failure::Refused(words)) => {
                    let id = bundle.first().map_or(0, |mail| mail.id);
                    tracing::warn!(mail.id = id, "There is no such address");
                    Entity::end(&self.state.db, &bundle, Fate::Refused, Some(words), self.now()).await?;
                }
                Err(Failure::Later(words)) => self.later(&bundle, words, DAYS, None).await?,
                Err(Failure::Down(words)) => {
                    tracing::warn!(words, "The mail server does not answer");
                    self.later(&bundle, words, DAYS * 2, Some(GONE)).await?;
                    Entity::release(&self.state.db, self.owner).await?;
                    return Ok(Done::Down);
                }
            }
            // What is not sent by then may soon be another server's.
            if self.now() - now > LEASE / 2 {
                Entity::release(&self.state.db, self.owner).await?;
                break;
            }
        }
        Ok(Done::Some)
    }

    /// What goes in one letter with these mails; nothing when its mailbox has had many letters, and these wait for a while. All that is gone
    /// through with them is `done`.
    async fn gathered(&self, bundle: Vec<Model>, done: &mut BTreeSet<i64>) -> Result<Vec<Model>> {
        let Some(first) = bundle.first().cloned() else { return Ok(bundle) };
        let waited_for = matches!(first.occasion.0, Occasion::Joining | Occasion::Invitation);
        let next = match (first.often.0, first.account_id.filter(|_| !waited_for)) {
            (Often::AtOnce, Some(account)) => {
                let day = self.now() - TimeDelta::days(1);
                next(&Entity::sent_after(self.state.db.read(), account, day).await?, self.now())
            }
            (Often::AtOnce, None) => Next::Alone,
            _ => Next::Together,
        };
        if next == Next::Alone {
            return Ok(bundle);
        }
        let whole = self.whole(first, bundle).await?;
        done.extend(whole.iter().map(|mail| mail.id));
        if let Next::Later(due) = next {
            Entity::hold(&self.state.db, &whole, due).await?;
            return Ok(Vec::new());
        }
        Ok(whole)
    }

    /// Whether a mail that is refused was so before, and others got theirs meanwhile.
    async fn is_known_to_be_none(&self, bundle: &[Model]) -> Result<bool> {
        let Some(first) = bundle.first().filter(|first| first.trouble.is_some()) else { return Ok(false) };
        Entity::is_any_sent(self.state.db.read(), first.due_at - REFUSED).await
    }

    /// Tries a mail again whose address was refused, for as long as any.
    async fn refused(&self, bundle: &[Model], words: String) -> Result<()> {
        let now = self.now();
        let oldest = bundle.iter().map(|mail| mail.made_at).min().unwrap_or(now);
        if now - oldest > DAYS {
            return Entity::end(&self.state.db, bundle, Fate::Refused, Some(words), now).await;
        }
        Entity::again(&self.state.db, bundle, words, now + REFUSED).await
    }

    /// Tries again after a while, which may be bounded, and no more when it has been tried for so long.
    async fn later(
        &self,
        bundle: &[Model],
        words: String,
        patience: TimeDelta,
        most: Option<TimeDelta>,
    ) -> Result<()> {
        let (now, tries) = (self.now(), bundle.first().map_or(1, |mail| mail.tries));
        let oldest = bundle.iter().map(|mail| mail.made_at).min().unwrap_or(now);
        if now - oldest > patience {
            return Entity::end(&self.state.db, bundle, Fate::GivenUp, Some(words), now).await;
        }
        let step = usize::try_from(tries.saturating_sub(1)).unwrap_or_default().min(PAUSES.len() - 1);
        let pause = most.map_or(PAUSES[step], |most| PAUSES[step].min(most));
        Entity::again(&self.state.db, bundle, words, now + pause).await
    }

    /// These mails, with all others that are due for that person and can go in one letter with them.
    async fn whole(&self, first: Model, bundle: Vec<Model>) -> Result<Vec<Model>> {
        let more = Entity::take_with(&self.state.db, self.owner, &first, self.now()).await?;
        let mut all: BTreeMap<i64, Model> = bundle.into_iter().map(|mail| (mail.id, mail)).collect();
        all.extend(more.into_iter().map(|mail| (mail.id, mail)));
        Ok(all.into_values().collect())
    }

    /// The letter of some mails to one person; none when there is nothing to tell, or nobody to tell it to.
    async fn letter(&self, bundle: &[Model], key: &Key) -> Result<Option<Letter>> {
        let Some(first) = bundle.first() else { return Ok(None) };
        let (db, now) = (&self.state.db, self.now());
        let reader = match first.account_id {
            Some(account) => Reader::of(db, account, now).await?,
            None => None,
        };
        let account = reader.as_ref().map(|reader| reader.account.clone());
        let to = account.as_ref().map(|account| account.email.clone()).or_else(|| first.address.clone());
        let Some(to) = to.filter(|_| account.is_some() || first.account_id.is_none()) else {
            return Ok(None);
        };
        let locale = account.as_ref().map_or(&first.locale, |account| &account.locale);
        let hand = Hand {
            locale: locale.as_deref().and_then(Locale::from_tag).unwrap_or(Locale::En),
            zone: account.as_ref().and_then(|account| account.zone.as_deref()),
            url: &self.state.url,
            key,
            account: first.account_id,
        };
        let wishes = match first.account_id {
            Some(account) => preference::Entity::of(db.read(), account).await?,
            None => BTreeMap::new(),
        };
        let viewer = Viewer { db, reader: reader.as_ref(), now };
        let mut told = Vec::new();
        for mail in bundle {
            let occasion = mail.occasion.0;
            if wishes.get(&occasion) == Some(&Often::Never) {
                continue;
            }
            if let Some(news) = News::of(viewer, occasion, &mail.about, self.memo).await? {
                told.push((occasion, hand.tell(news)));
            }
        }
        let Some((occasion, _)) = told.first() else { return Ok(None) };
        let occasion = *occasion;
        let page = match (told.len(), first.often.0) {
            (1, _) => told.pop().map(|(occasion, told)| hand.alone(occasion, told)),
            (_, often) => {
                let subject = match often {
                    Often::Weekly => "mail-weekly-subject",
                    Often::AtOnce => "mail-several-subject",
                    Often::Daily | Often::Never => "mail-daily-subject",
                };
                let several = told.into_iter().map(|(_, told)| told).collect();
                Some(hand.together(subject, occasion, several))
            }
        };
        Ok(page.map(|page| self.written(page, to, first, hand.stop(occasion))))
    }

    fn written(&self, page: Page, to: String, first: &Model, stop: Option<String>) -> Letter {
        Letter {
            to,
            body: page.text(),
            html: Some(page.html()),
            id: Some(self.id(first)),
            stop,
            subject: page.subject,
        }
    }

    /// The Message-ID of a mail; equal when the mail is sent twice.
    fn id(&self, mail: &Model) -> String {
        let digest = Sha256::digest(mail.once.as_bytes());
        let digest: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let host = self.state.url.split("://").nth(1).unwrap_or_default().split(['/', ':']).next();
        let host = host.filter(|host| !host.is_empty()).unwrap_or("localhost");
        format!("{}.{digest}@{host}", mail.id)
    }

    fn now(&self) -> DateTime<Utc> {
        self.state.clock.now()
    }
}

/// How the next letter to a mailbox goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Alone,
    /// With all else that is due.
    Together,
    Later(DateTime<Utc>),
}

/// How a letter goes to somebody who got others at these instants of the last day, the latest first.
fn next(sent: &[DateTime<Utc>], now: DateTime<Utc>) -> Next {
    let hour = sent.iter().filter(|sent| now - **sent < TimeDelta::hours(1)).count();
    let pause = match (sent.len(), hour) {
        (day, _) if day >= DAILY.0 => DAILY.1,
        (_, hour) if hour >= HOURLY.0 => HOURLY.1,
        _ => return Next::Alone,
    };
    match sent.first().map(|last| *last + pause) {
        Some(due) if due > now => Next::Later(due),
        _ => Next::Together,
    }
}

/// Those that go together: what somebody wants daily or weekly is one mail, anything else one each.
fn bundles(taken: Vec<Model>) -> Vec<Vec<Model>> {
    let mut bundles: Vec<Vec<Model>> = Vec::new();
    for mail in taken {
        let fits = |bundle: &&mut Vec<Model>| {
            mail.often.0 != Often::AtOnce
                && bundle
                    .first()
                    .is_some_and(|first| (first.account_id, first.often.0) == (mail.account_id, mail.often.0))
        };
        match bundles.iter_mut().find(fits) {
            Some(bundle) => bundle.push(mail),
            None => bundles.push(vec![mail]),
        }
    }
    bundles
}
