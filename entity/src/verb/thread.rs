//! Opening a thread, answering it, and what may be said to the answer.

use chrono::{DateTime, Utc};
use domain::{
    ThreadKind,
    anchor::Anchor,
    disposition::{self, Answer, Disposition, Life},
    permission::{self, Action},
    record::{
        Kind, Salt,
        payload::{ThreadAcknowledged, ThreadAnswered, ThreadOpened, ThreadReopened},
        sealed,
    },
    suggestion,
    text::LineRange,
    typed::Reason,
};
use sea_orm::{ActiveValue::Set, IntoActiveModel, QueryTrait, entity::prelude::*};

use super::{
    comment::{Said, already, rows},
    placing::of_new,
};
use crate::{
    Db, Reader, Stored, Tx, access, comment, draft,
    error::*,
    event, placement,
    row::thread::{ActiveModel, Entity, Model},
    verb::record::Happened,
    version,
};

/// A comment on its way in: where, what kind, and for whom it is said.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The number of the version it is made on.
    pub version: i32,
    /// None: on the whole draft.
    pub lines: Option<LineRange>,
    /// The words meant within the lines; none for all of them.
    pub quote: Option<String>,
    /// Of several places of the quote the one nearest to so many characters from the start of the lines.
    pub place: Option<u32>,
    pub kind: ThreadKind,
    pub said: Said,
}

impl Reader {
    /// Opens a thread with its first comment. Refuses lines or words that the version does not have, and a draft that is not open for comment.
    pub async fn open_thread(
        &self,
        db: &Db,
        draft: &draft::Model,
        opening: Opening,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let once = opening.said.once.clone();
        let refused = match self.post_thread(db, draft, opening, now).await {
            Ok(thread) => return Ok(thread),
            Err(refused) => refused,
        };
        match already(db, self.account.id, once.as_deref()).await? {
            Some(comment) => Entity::find_by_id(comment.thread_id).one(db.read()).await?.or_missing("thread"),
            None => Err(refused),
        }
    }

    /// Opens a thread by a form that was not posted before.
    async fn post_thread(
        &self,
        db: &Db,
        draft: &draft::Model,
        opening: Opening,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        // A version never changes, so what is asked of it need not hold up the other writers.
        let version = version::Entity::kept(db, draft.id, opening.version).await;
        let anchor = version.as_ref().ok().map(|version| opening.anchor(version));
        let (mut tx, mut draft, forum) = draft::Entity::begin_to_run(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        let action = if opening.said.suggestion.is_some() { Action::Suggest } else { Action::Comment };
        access::require(&*tx, Some(self), &forum, &draft, action, now).await?;
        let voice = self.voice_in(&forum, opening.said.stakeholder, now)?;
        if opening.said.suggestion.is_some() && opening.lines.is_none() {
            return Err(Error::refused("refusal-suggestion-without-lines"));
        }
        let version = version?;
        let anchor = anchor.transpose()?.flatten();
        let number =
            i32::try_from(draft.next_thread).map_err(|_| Error::Broken("thread numbers".to_owned()))?;
        let thread = Model {
            id: (draft.id << 32) | i64::from(number),
            draft_id: draft.id,
            number,
            kind: Stored(opening.kind),
            version: version.key(),
            anchor: anchor.clone().map(Stored),
            raised_by: self.account.id,
            stakeholder_id: voice.map(|voice| voice.stakeholder.id),
            life: Stored(Life::Open),
            state: Life::Open.name().to_owned(),
            disposition: None,
            late: permission::is_late(&draft.stage.0, now),
            created_at: now,
            answered_at: None,
            comments: 1,
            salt: None,
        };
        draft.next_thread += 1;
        let counted = draft::Entity::update_many()
            .col_expr(draft::Column::NextThread, draft.next_thread.into())
            .filter(draft::Column::Id.eq(draft.id));
        let places = match &anchor {
            Some(anchor) => of_new(&tx, &draft, &thread, anchor, &version).await?,
            None => Vec::new(),
        };
        let event = Happened::to_draft(Kind::ThreadOpened, &draft).part("thread", number);
        let says = |said| ThreadOpened {
            kind: opening.kind,
            version: opening.version,
            anchor,
            late: thread.late,
            said,
        };
        let (said, place) = (opening.said, (&draft, &thread, 1));
        let (event, comment) = rows(&tx, self, voice, place, said, event, says, now).await?;
        let backend = tx.get_database_backend();
        let opened = Entity::insert(thread.clone().into_active_model());
        let mut writes = vec![counted.build(backend), opened.build(backend)];
        writes.extend(places.into_iter().map(|place| placement::Entity::insert(place).build(backend)));
        writes.push(event::Entity::insert(event.into_active_model()).build(backend));
        writes.push(comment::Entity::insert(comment).build(backend));
        tx.run(writes).await?;
        tx.leave(draft, forum);
        tx.commit().await?;
        Ok(thread)
    }

    /// Answers a thread for the record; several at once are several events of one transaction.
    pub async fn answer(
        &self,
        db: &Db,
        draft: &draft::Model,
        threads: &[Model],
        disposition: Disposition,
        reason: Reason,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::Answer, now).await?;
        if let Disposition::DuplicateOf { thread } = disposition {
            let other = i32::try_from(thread).map_err(|_| Error::NotFound("thread"))?;
            let found = Entity::numbered(&*tx, draft.id, other).await;
            let nothing = disposition::Refusal::DuplicateOfNothing.message();
            found.map_err(|_| Error::RefusedPart(Field::Duplicate, nothing))?;
        }
        for thread in threads {
            let thread = Entity::find_by_id(thread.id).one(&*tx).await?.or_missing("thread")?;
            let answer = Answer { disposition, reason: reason.clone(), by: self.account.id, at: now };
            let life = thread.life_at(now).answer(answer).map_err(conflict)?;
            let salt = tx.salt();
            live(&tx, &thread, life, Some(now), Some(salt)).await?;
            let payload =
                ThreadAnswered { answer: disposition, reason: sealed(salt, "reason", reason.as_str()) };
            Happened::to_draft(Kind::ThreadAnswered, &draft)
                .part("thread", thread.number)
                .keeping(reason.as_str())
                .saying(&payload)?
                .append(&tx, Some(self), None, now)
                .await?;
        }
        tx.commit().await
    }

    /// Opens an answered thread again. Refuses whoever may not, and a thread without an answer.
    pub async fn reopen(&self, db: &Db, thread: &Model, reason: Reason, now: DateTime<Utc>) -> Result<()> {
        let (tx, draft, thread, now) = self.on_thread(db, thread, Action::Reopen, now).await?;
        let by = self.account.id;
        let life = thread.life_at(now).reopen(reason.clone(), by, now).map_err(conflict)?;
        let salt = thread.salt.as_ref().map_or_else(|| tx.salt(), |salt| salt.0);
        live(&tx, &thread, life, None, Some(salt)).await?;
        let payload = ThreadReopened { reason: sealed(salt, "reason", reason.as_str()) };
        let event = Happened::to_draft(Kind::ThreadReopened, &draft).part("thread", thread.number);
        event.keeping(reason.as_str()).saying(&payload)?.conclude(tx, Some(self), None, now).await
    }

    /// Records whether the raiser is satisfied with the answer. Refuses everyone else, a thread without an answer, and a second time.
    pub async fn acknowledge(
        &self,
        db: &Db,
        thread: &Model,
        satisfied: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.acknowledge_given(db, thread, None, satisfied, now).await
    }

    /// Records whether the raiser is satisfied with the answer of this instant. Refuses what [`Self::acknowledge`] refuses, and when
    /// another answer stands. Said once more it is said already, and nothing is written.
    pub async fn acknowledge_given(
        &self,
        db: &Db,
        thread: &Model,
        given: Option<DateTime<Utc>>,
        satisfied: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let own = thread.raised_by == self.account.id;
        let (tx, draft, thread, now) = self.on_thread(db, thread, Action::Acknowledge { own }, now).await?;
        let stands = thread.life.standing_answer().map(|answer| answer.at);
        if given.is_some() && given != stands {
            return Err(conflict(disposition::Refusal::NotAnswered));
        }
        let life = thread.life_at(now);
        if life.is_acknowledged_as(satisfied) {
            return Ok(());
        }
        let life = life.acknowledge(satisfied, now).map_err(conflict)?;
        let salt = thread.salt.as_ref().map(|salt| salt.0);
        live(&tx, &thread, life, thread.answered_at, salt).await?;
        let event = Happened::to_draft(Kind::ThreadAcknowledged, &draft).part("thread", thread.number);
        event.saying(&ThreadAcknowledged { satisfied })?.conclude(tx, Some(self), None, now).await
    }

    /// Takes a thread back; its text stays, struck. Refuses everyone but the raiser, a second time, and once the answer was acknowledged.
    pub async fn withdraw_thread(&self, db: &Db, thread: &Model, now: DateTime<Utc>) -> Result<()> {
        let own = thread.raised_by == self.account.id;
        let (tx, draft, thread, now) = self.on_thread(db, thread, Action::Withdraw { own }, now).await?;
        let life = thread.life_at(now).withdraw(now).map_err(conflict)?;
        let salt = thread.salt.as_ref().map(|salt| salt.0);
        live(&tx, &thread, life, thread.answered_at, salt).await?;
        let event = Happened::to_draft(Kind::ThreadWithdrawn, &draft).part("thread", thread.number);
        event.conclude(tx, Some(self), None, now).await
    }

    /// Begins a verb on a thread: permission asked, rows fresh.
    async fn on_thread(
        &self,
        db: &Db,
        thread: &Model,
        action: Action,
        now: DateTime<Utc>,
    ) -> Result<(Tx, draft::Model, Model, DateTime<Utc>)> {
        let (tx, draft, forum) = draft::Entity::begin(db, thread.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, action, now).await?;
        let thread = Entity::find_by_id(thread.id).one(&*tx).await?.or_missing("thread")?;
        Ok((tx, draft, thread, now))
    }
}

impl Opening {
    /// The words it is about. Refuses lines and quotes that are not there, and proposed words that could not stand there.
    pub fn anchor(&self, version: &version::Model) -> Result<Option<Anchor>> {
        let Some(lines) = self.lines else { return Ok(None) };
        let text = version.text();
        let anchor = Anchor::near(&text, &version.clause_ids(), lines, self.quote.as_deref(), self.place);
        let anchor = anchor?;
        if let Some(words) = &self.said.suggestion {
            let put = suggestion::apply(&text, lines, anchor.chars.as_ref(), words.as_str());
            put.map_err(|bad| Error::RefusedPart(Field::Wording, bad.message()))?;
        }
        Ok(Some(anchor))
    }
}

async fn live(
    tx: &Tx,
    thread: &Model,
    life: Life,
    answered_at: Option<DateTime<Utc>>,
    salt: Option<Salt>,
) -> Result<()> {
    let disposition = life.standing_answer().map(|answer| answer.disposition.key().to_owned());
    placement::follow(tx, thread.id, placement::Column::State, life.name()).await?;
    let row = ActiveModel {
        id: Set(thread.id),
        state: Set(life.name().to_owned()),
        disposition: Set(disposition),
        life: Set(Stored(life)),
        answered_at: Set(answered_at),
        salt: Set(salt.map(Stored)),
        ..Default::default()
    };
    row.update(&**tx).await?;
    Ok(())
}

fn conflict(refusal: disposition::Refusal) -> Error {
    Error::Conflict(refusal.message())
}
