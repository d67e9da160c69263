//! A conversation on an anchor, or on the whole draft, and what was answered.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ThreadKind,
    anchor::Anchor,
    disposition::{self, Answer, Disposition, Life},
    permission::{self, Action},
    record::{
        Kind, Salt, Unsealed,
        payload::{ThreadAcknowledged, ThreadAnswered, ThreadOpened, ThreadReopened},
        sealed,
    },
    suggestion,
    text::LineRange,
    typed::Reason,
};
use sea_orm::{ActiveValue::Set, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use crate::{
    Db, Reader, Stored, Tx, access, comment, draft,
    error::*,
    event,
    listed::{among, one_of},
    placement,
    record::Happened,
    thread_count, version,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "thread")]
pub struct Model {
    /// Its draft in the upper half, its number in the lower: nobody has to ask the database for one.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub draft_id: i64,
    /// Counted within the draft; what people cite.
    pub number: i32,
    pub kind: Stored<ThreadKind>,
    /// The number of the version it was made on.
    pub version: i32,
    /// None: on the whole draft.
    pub anchor: Option<Stored<Anchor>>,
    pub raised_by: i64,
    /// Whom the raiser spoke for at the time; none in a personal capacity.
    pub stakeholder_id: Option<i64>,
    pub life: Stored<Life>,
    /// The key of `life`, and below of its disposition, for filtering.
    pub state: String,
    pub disposition: Option<String>,
    pub late: bool,
    pub created_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
    /// How many comments it has, with the one that opened it.
    pub comments: i32,
    /// What the reasons in its life are sealed with in the record; erased with them.
    pub salt: Option<Stored<Salt>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "draft::Entity", from = "Column::DraftId", to = "draft::Column::Id")]
    Draft,
}

impl ActiveModelBehavior for ActiveModel {}

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
    pub said: comment::Said,
}

impl Entity {
    pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        Self::find_by_id(id).one(db).await?.or_missing("thread")
    }

    /// This thread of a draft.
    pub async fn numbered(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Model> {
        let found = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.eq(number));
        found.one(db).await?.or_missing("thread")
    }

    /// Every thread of a draft, by number.
    pub async fn of(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::DraftId.eq(draft));
        Ok(all.order_by_asc(Column::Number).all(db).await?)
    }

    /// Threads by id.
    pub async fn among(
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Model>> {
        let threads = Self::find().filter(among(db, Column::Id, ids)).all(db).await?;
        Ok(threads.into_iter().map(|thread| (thread.id, thread)).collect())
    }

    /// The threads of a draft with these numbers.
    pub async fn with_numbers(
        db: &impl ConnectionTrait,
        draft: i64,
        numbers: impl IntoIterator<Item = i32>,
    ) -> Result<BTreeMap<i64, Model>> {
        Self::among(db, numbers.into_iter().map(|number| (draft << 32) | i64::from(number))).await
    }

    /// Those of them that stand on words and have a higher number than this.
    pub(crate) async fn anchored_after(
        db: &impl ConnectionTrait,
        draft: i64,
        number: i32,
    ) -> Result<Vec<Model>> {
        let some = Self::find()
            .filter(Column::DraftId.eq(draft))
            .filter(Column::Anchor.is_not_null())
            .filter(Column::Number.gt(number));
        Ok(some.order_by_asc(Column::Number).all(db).await?)
    }

    /// The threads an account raised, newest first.
    pub async fn raised_by(db: &impl ConnectionTrait, account: i64) -> Result<Vec<Model>> {
        let own = Self::find().filter(Column::RaisedBy.eq(account));
        Ok(own.order_by_desc(Column::CreatedAt).all(db).await?)
    }
}

/// The threads on words of a draft that may have asked for a change of a version: made before it, and answered with a promise or with a wording
/// proposed in them. By number.
pub async fn asking(db: &impl ConnectionTrait, draft: i64, version: i32) -> Result<Vec<Model>> {
    let with_wording = comment::Entity::find()
        .select_only()
        .column(comment::Column::ThreadId)
        .filter(comment::Column::Suggestion.is_not_null())
        .filter(comment::Column::ThreadId.between(draft << 32, ((draft + 1) << 32) - 1));
    let asks = one_of(Column::Disposition, &["accepted", "accepted-in-part"])
        .add(Column::Id.in_subquery(with_wording.into_query()));
    let asking = Entity::find()
        .filter(Column::DraftId.eq(draft))
        .filter(Column::Version.lt(version))
        .filter(Column::Anchor.is_not_null())
        .filter(asks);
    Ok(asking.order_by_asc(Column::Number).all(db).await?)
}

/// When the oldest thread of a draft that waits for an answer was opened.
pub async fn waiting_since(db: &impl ConnectionTrait, draft: i64) -> Result<Option<DateTime<Utc>>> {
    let waiting = Entity::find()
        .select_only()
        .column_as(Column::Number.min(), "number")
        .filter(Column::DraftId.eq(draft))
        .filter(one_of(Column::State, &thread_count::WAITING));
    let Some(number) = waiting.into_tuple::<Option<i32>>().one(db).await?.flatten() else { return Ok(None) };
    Ok(Some(Entity::numbered(db, draft, number).await?.created_at))
}

/// The answers that an account has yet to say something of, the latest first; at most fifty.
pub async fn to_acknowledge(
    db: &impl ConnectionTrait,
    account: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Model>> {
    let since = now - disposition::ACKNOWLEDGEMENT;
    let answered = Entity::find()
        .filter(Column::RaisedBy.eq(account))
        .filter(Column::State.eq("answered"))
        .filter(Column::AnsweredAt.gt(since));
    Ok(answered.order_by_desc(Column::AnsweredAt).limit(50).all(db).await?)
}

impl Model {
    /// The reasons in its life, with what opens their seals.
    pub fn openings(&self) -> Vec<Unsealed> {
        let Some(Stored(salt)) = self.salt else { return Vec::new() };
        let (answer, reopened) = match &self.life.0 {
            Life::Open => (None, None),
            Life::Answered { answer } | Life::Acknowledged { answer, .. } => (Some(answer), None),
            Life::Reopened { earlier, reason, .. } => (Some(earlier), Some(reason)),
            Life::Withdrawn { answer, .. } => (answer.as_ref(), None),
        };
        let reasons = answer.map(|answer| &answer.reason).into_iter().chain(reopened);
        let opening = |reason: &Reason| Unsealed {
            field: "reason".to_owned(),
            salt,
            words: reason.as_str().to_owned(),
        };
        reasons.map(opening).collect()
    }

    /// Its life at this instant.
    pub fn life_at(&self, now: DateTime<Utc>) -> Life {
        self.life.0.clone().as_of(now)
    }
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
        match comment::already(db, self.account.id, once.as_deref()).await? {
            Some(comment) => Entity::find_by_id(comment.thread_id).one(db.read()).await?.or_missing("thread"),
            None => Err(refused),
        }
    }

    /// The same for a form that was not posted before.
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
            version: opening.version,
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
            Some(anchor) => placement::of_new(&tx, &draft, &thread, anchor, &version).await?,
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
        let (event, comment) = comment::rows(&tx, self, voice, place, said, event, says, now).await?;
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
            found.map_err(|_| Error::Refused(disposition::Refusal::DuplicateOfNothing.message()))?;
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

    /// Opens an answered thread again.
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

    /// Records whether the raiser is satisfied with the answer.
    pub async fn acknowledge(
        &self,
        db: &Db,
        thread: &Model,
        satisfied: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let own = thread.raised_by == self.account.id;
        let (tx, draft, thread, now) = self.on_thread(db, thread, Action::Acknowledge { own }, now).await?;
        let life = thread.life_at(now).acknowledge(satisfied, now).map_err(conflict)?;
        let salt = thread.salt.as_ref().map(|salt| salt.0);
        live(&tx, &thread, life, thread.answered_at, salt).await?;
        let event = Happened::to_draft(Kind::ThreadAcknowledged, &draft).part("thread", thread.number);
        event.saying(&ThreadAcknowledged { satisfied })?.conclude(tx, Some(self), None, now).await
    }

    /// Takes a thread back; its text stays, struck.
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
    fn anchor(&self, version: &version::Model) -> Result<Option<Anchor>> {
        let Some(lines) = self.lines else { return Ok(None) };
        let text = version.text();
        let anchor = Anchor::near(&text, &version.clause_ids(), lines, self.quote.as_deref(), self.place);
        let anchor = anchor.map_err(|bad| Error::Refused(bad.message()))?;
        if let Some(words) = &self.said.suggestion {
            let put = suggestion::apply(&text, lines, anchor.chars.as_ref(), words.as_str());
            put.map_err(|bad| Error::Refused(bad.message()))?;
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
