//! From what happened to who is told: the record is followed event by event, and each becomes mails in the outbox.
//!
//! Architecture Invariant: no verb puts its own mails where the record says what happened, so that none can forget to. A verb with
//! ten thousand followers takes no longer than one with none: its event is told of afterwards, some thousand mails in a transaction.
//! Whatever is put twice, by two servers or after a crash, is there once (`outbox.once`).

mod audience;
mod reminder;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::telling::Often;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use self::audience::Told;
use crate::{Db, account, error::*, event, outbox::Round, preference, row::listed::among, told};

/// Tells when a mail is due to somebody who wants it so often and reads in this time zone. It is given from outside, as this crate knows no
/// zones.
pub type Due = fn(Often, Option<&str>, DateTime<Utc>) -> DateTime<Utc>;

/// How many events are told of at a time.
const EVENTS: u64 = 200;
/// How many mails are put into the outbox in one transaction, which takes some milliseconds: nobody who posts waits for longer.
const MAILS: usize = 500;

/// Tells of what happened, as at one instant.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    pub db: &'a Db,
    pub due: Due,
    pub now: DateTime<Utc>,
}

/// Mails of one kind, for some who are told at the same time.
struct Batch {
    round: Round,
    often: Often,
    due: DateTime<Utc>,
    accounts: Vec<i64>,
}

impl Teller<'_> {
    /// Notes where the record ends, so that only later events are told; does nothing when that was noted before.
    pub async fn begin(&self) -> Result<()> {
        if told::Entity::record(self.db.read()).await?.is_some() {
            return Ok(());
        }
        let last = event::Entity::last(self.db.read()).await?.map_or(0, |last| last.sequence);
        told::Entity::begin(self.db.owner(), last, self.now).await
    }

    /// Puts the mails about the next events into the outbox; gives how many events these were, none at the end of the record.
    pub async fn catch_up(&self) -> Result<usize> {
        let Some(after) = told::Entity::record(self.db.read()).await? else { return Ok(0) };
        let events = event::Entity::find().filter(event::Column::Sequence.gt(after));
        let events = events.order_by_asc(event::Column::Sequence).limit(EVENTS).all(self.db.read()).await?;
        let Some(last) = events.last() else { return Ok(0) };
        let mut told = Vec::new();
        for event in &events {
            told.extend(audience::of(self, event).await?);
        }
        self.put(told).await?;
        told::Entity::advance(self.db.owner(), last.sequence).await?;
        Ok(events.len())
    }

    /// Puts reminders into the outbox: of deadlines, of mandates that end, and of what waits for whom.
    pub async fn remind(&self) -> Result<()> {
        reminder::deadlines(self).await?;
        reminder::mandates(self).await?;
        reminder::desks(self).await
    }

    async fn put(&self, told: Vec<Told>) -> Result<()> {
        let mut batches = Vec::new();
        for one in told {
            batches.extend(self.batches(one).await?);
        }
        batches.reverse();
        while !batches.is_empty() {
            let tx = self.db.begin().await?;
            tx.shows_nothing();
            let mut room = MAILS;
            while room > 0
                && let Some(batch) = batches.last_mut()
            {
                let some = batch.accounts.split_off(batch.accounts.len().saturating_sub(room));
                room -= some.len();
                batch.round.put(&*tx, &some, batch.often, batch.due, self.now).await?;
                if batch.accounts.is_empty() {
                    batches.pop();
                }
            }
            tx.commit().await?;
        }
        Ok(())
    }

    /// How often and when somebody is told who would like to be told so often: sooner, when it would be over by then.
    fn in_time(
        &self,
        often: Often,
        zone: Option<&str>,
        ends: Option<DateTime<Utc>>,
    ) -> (Often, DateTime<Utc>) {
        let sooner =
            [often, Often::Daily].into_iter().map(|often| (often, (self.due)(often, zone, self.now)));
        let in_time = |due: &DateTime<Utc>| ends.is_none_or(|ends| *due < ends);
        let found = sooner.into_iter().find(|(_, due)| in_time(due));
        found.unwrap_or((Often::AtOnce, self.now))
    }

    /// Who of them wants to be told, and when.
    async fn batches(&self, told: Told) -> Result<Vec<Batch>> {
        let Told { round, to, ends } = told;
        if to.is_empty() {
            return Ok(Vec::new());
        }
        let db = self.db.read();
        let said = preference::Entity::among(db, to.iter().copied(), round.occasion).await?;
        let zones: Vec<(i64, Option<String>)> = account::Entity::find()
            .select_only()
            .columns([account::Column::Id, account::Column::Zone])
            .filter(among(db, account::Column::Id, to))
            .filter(account::Column::DisabledAt.is_null())
            .into_tuple()
            .all(db)
            .await?;
        let mut groups: BTreeMap<_, Vec<i64>> = BTreeMap::new();
        for (account, zone) in zones {
            let often = said.get(&account).copied().unwrap_or(round.occasion.usual());
            if often != Often::Never {
                let (often, due) = self.in_time(often, zone.as_deref(), ends);
                groups.entry((often, due)).or_default().push(account);
            }
        }
        let batch = |((often, due), accounts)| Batch { round: round.clone(), often, due, accounts };
        Ok(groups.into_iter().map(batch).collect())
    }
}
