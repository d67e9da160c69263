//! Telling people by mail: the record is followed into the outbox, and the outbox is emptied through the mail server.
//!
//! Every server does so; what one of them has taken no other sends (`entity::outbox`).

mod compose;
mod delivery;
mod hand;
mod page;
mod slips;

use std::time::Duration;

use app::ui::time;
use chrono::{DateTime, TimeDelta, Utc};
use domain::telling::Often;
use entity::{Result, outbox, reading::news::Memo, telling::Teller, told};

use self::delivery::Round;
use crate::{clock, mail::Mail, state::State};

/// How often it is looked whether there is something to tell.
const LOOK: Duration = Duration::from_secs(2);
/// How often it is looked what ends soon.
const REMIND: TimeDelta = TimeDelta::minutes(5);
/// How long nothing is sent when the mail server is not there: at first, and at most.
const DOWN: (TimeDelta, TimeDelta) = (TimeDelta::seconds(10), TimeDelta::minutes(10));
/// At what hour of their day people are told what can wait for it.
const MORNING: i8 = 7;

/// Tells people of what happens, for as long as the server runs.
pub struct Telling {
    state: State,
    /// By which the outbox knows this server.
    owner: String,
    memo: Memo,
    reminded: Option<DateTime<Utc>>,
    /// Until when the mail server is left alone, and for how long that was.
    down: Option<(DateTime<Utc>, TimeDelta)>,
}

impl Telling {
    /// Begins to tell of what happens from now on, or goes on where it was left.
    pub async fn begin(state: State) -> Result<Self> {
        let telling =
            Self { state, owner: clock::token(), memo: Memo::default(), reminded: None, down: None };
        telling.teller().begin().await?;
        Ok(telling)
    }

    /// Looks again and again; what fails is logged, and tried at the next look.
    pub async fn run(mut self) {
        let mut looks = tokio::time::interval(LOOK);
        looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            looks.tick().await;
            if let Err(error) = self.look().await {
                tracing::error!(%error, "It could not be told what happened");
            }
        }
    }

    /// Puts what happened into the outbox, and sends what is due, unless the mail server was away a moment ago. Fails when the database
    /// does.
    pub async fn look(&mut self) -> Result<()> {
        while self.teller().catch_up().await? > 0 {}
        let now = self.state.clock.now();
        // Nobody reads reminders on a console, and there they would come between what is read.
        let is_read = !matches!(*self.state.mail, Mail::Console);
        if is_read && self.reminded.is_none_or(|last| now - last >= REMIND) {
            self.teller().remind().await?;
            self.reminded = Some(now);
        }
        self.send().await
    }

    /// Sends what is due, unless the mail server was away a moment ago. Fails when the database does.
    pub async fn send(&mut self) -> Result<()> {
        let now = self.state.clock.now();
        if self.down.is_some_and(|(until, _)| now < until) {
            return Ok(());
        }
        loop {
            let round = Round { state: &self.state, owner: &self.owner, memo: &self.memo };
            match round.deliver().await? {
                delivery::Done::Nothing => break,
                delivery::Done::Some => self.down = None,
                delivery::Done::Down => {
                    let pause = self.down.map_or(DOWN.0, |(_, pause)| (pause * 2).min(DOWN.1));
                    self.down = Some((self.state.clock.now() + pause, pause));
                    break;
                }
            }
        }
        Ok(())
    }

    fn teller(&self) -> Teller<'_> {
        Teller { db: &self.state.db, due, now: self.state.clock.now() }
    }
}

/// Removes mails and reminders of long ago from the database.
pub async fn sweep(state: &State) -> Result<()> {
    let now = state.clock.now();
    outbox::Entity::sweep(state.db.owner(), now).await?;
    told::Entity::sweep(state.db.owner(), now).await
}

/// When somebody is told who wants to be told so often: at once, in the next morning of their zone, or in that of the next Monday.
fn due(often: Often, zone: Option<&str>, now: DateTime<Utc>) -> DateTime<Utc> {
    let zone = zone.unwrap_or("UTC");
    match often {
        Often::AtOnce | Often::Never => now,
        Often::Daily => time::next(now, zone, MORNING, None),
        Often::Weekly => time::next(now, zone, MORNING, Some(jiff::civil::Weekday::Monday)),
    }
}
