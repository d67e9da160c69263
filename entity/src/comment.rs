//! One contribution to a thread.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Message,
    disposition::{self, Life},
    permission::Action,
    record::{
        Kind, Salt, Unsealed,
        payload::{self, CommentEdited, CommentHidden, CommentPosted},
        receipt_of, sealed,
    },
    typed::{CommentBody, Reason, Wording},
};
use sea_orm::{
    ActiveValue::Set, IntoActiveModel, JoinType, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*, sea_query::ExprTrait,
};

use crate::{
    Db, Reader, Stored, Tx, access, docket, draft,
    error::*,
    event,
    listed::{among, one_of},
    placement,
    reader::Voice,
    record::Happened,
    thread, thread_count,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub thread_id: i64,
    /// Counted within the thread, from 1.
    pub number: i32,
    pub author_id: i64,
    /// Whom the author spoke for at the time; none in a personal capacity.
    pub stakeholder_id: Option<i64>,
    pub mandate_id: Option<i64>,
    pub body: String,
    /// The whole of the anchored words as the author would have them.
    pub suggestion: Option<String>,
    pub once: Option<String>,
    pub receipt: String,
    pub created_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why moderation hid it.
    pub hidden: Option<String>,
    /// Why its words were erased after that.
    pub erased: Option<String>,
    /// What its words are sealed with in the record; erased with them.
    pub salt: Option<Stored<Salt>>,
    pub suggestion_salt: Option<Stored<Salt>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "thread::Entity", from = "Column::ThreadId", to = "thread::Column::Id")]
    Thread,
}

impl ActiveModelBehavior for ActiveModel {}

/// What somebody says, parsed.
#[derive(Clone, Debug)]
pub struct Said {
    pub body: CommentBody,
    /// The anchored words as the author would have them; empty to take them out.
    pub suggestion: Option<Wording>,
    /// For whom; none in a personal capacity.
    pub stakeholder: Option<i64>,
    /// The token of the form: the same form posted twice is one comment.
    pub once: Option<String>,
}

impl Entity {
    /// This comment of a thread.
    pub async fn numbered(db: &impl ConnectionTrait, thread: i64, number: i32) -> Result<Model> {
        let found = Self::find().filter(Column::ThreadId.eq(thread)).filter(Column::Number.eq(number));
        found.one(db).await?.or_missing("comment")
    }

    /// What lists show of these threads, by thread: the comment that began each, the `last` ones, and those that propose a wording. How many
    /// there are, the thread says.
    pub async fn in_short(
        db: &impl ConnectionTrait,
        threads: impl IntoIterator<Item = i64>,
        last: i32,
    ) -> Result<BTreeMap<i64, Vec<Model>>> {
        let latest =
            Expr::col((Entity, Column::Number))
                .gt(Expr::col((thread::Entity, thread::Column::Comments)).sub(last));
        let shown = Column::Number.eq(1).or(Column::Suggestion.is_not_null()).or(latest);
        let some = Self::find()
            .join(JoinType::InnerJoin, Relation::Thread.def())
            .filter(among(db, Column::ThreadId, threads))
            .filter(shown);
        Self::by_thread(some, db).await
    }

    /// The comments of these threads in order, by thread.
    pub async fn of(
        db: &impl ConnectionTrait,
        threads: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Vec<Model>>> {
        Self::by_thread(Self::find().filter(among(db, Column::ThreadId, threads)), db).await
    }

    async fn by_thread(some: Select<Self>, db: &impl ConnectionTrait) -> Result<BTreeMap<i64, Vec<Model>>> {
        let mut by_thread: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for comment in some.order_by_asc(Column::ThreadId).order_by_asc(Column::Number).all(db).await? {
            by_thread.entry(comment.thread_id).or_default().push(comment);
        }
        Ok(by_thread)
    }
}

/// The latest wording that was proposed in each of these threads and not taken back or hidden; nothing for one without any.
pub(crate) async fn proposed_in(
    db: &impl ConnectionTrait,
    threads: Vec<i64>,
) -> Result<BTreeMap<i64, String>> {
    let found = Entity::find()
        .filter(among(db, Column::ThreadId, threads))
        .filter(Column::Suggestion.is_not_null())
        .filter(Column::WithdrawnAt.is_null())
        .filter(Column::Hidden.is_null())
        .order_by_asc(Column::Id);
    let found = found.all(db).await?;
    Ok(found.into_iter().filter_map(|one| Some((one.thread_id, one.suggestion?))).collect())
}

/// How long a reply waits on the desk of whoever began the thread.
const REPLY: chrono::TimeDelta = chrono::TimeDelta::days(14);

/// The last words in the open threads an account raised where they are somebody else's and new, each with its thread; at most fifty.
pub async fn replies_to(
    db: &impl ConnectionTrait,
    account: i64,
    now: DateTime<Utc>,
) -> Result<Vec<(Model, thread::Model)>> {
    let own = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::RaisedBy.eq(account))
        .filter(one_of(thread::Column::State, &thread_count::WAITING));
    let recent = Entity::find()
        .filter(Column::ThreadId.in_subquery(own.into_query()))
        .filter(Column::CreatedAt.gt(now - REPLY))
        .filter(Column::WithdrawnAt.is_null())
        .filter(Column::Hidden.is_null())
        .order_by_desc(Column::Id)
        .limit(200)
        .all(db)
        .await?;
    let mut last = BTreeMap::new();
    for comment in recent {
        last.entry(comment.thread_id).or_insert(comment);
    }
    last.retain(|_, comment| comment.author_id != account);
    let ids = last.keys().copied();
    let threads = thread::Entity::find().filter(among(db, thread::Column::Id, ids)).all(db).await?;
    Ok(threads.into_iter().filter_map(|thread| Some((last.remove(&thread.id)?, thread))).take(50).collect())
}

/// What was said for a stakeholder on drafts that this reader may see. Hidden words are left out.
async fn said_for(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    stakeholder: i64,
    now: DateTime<Utc>,
) -> Result<Select<Entity>> {
    let seen = draft::Entity::find().select_only().column(draft::Column::Id);
    let seen = seen.filter(docket::seen_by(db, reader, now).await?);
    let there = thread::Entity::find().select_only().column(thread::Column::Id);
    let there = there.filter(thread::Column::DraftId.in_subquery(seen.into_query()));
    Ok(Entity::find()
        .filter(Column::StakeholderId.eq(stakeholder))
        .filter(Column::Hidden.is_null())
        .filter(Column::ThreadId.in_subquery(there.into_query())))
}

/// What was said for a stakeholder where this reader may see it, the latest first, each with its thread: from `skip` on, at most `limit`.
pub async fn of_stakeholder(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    stakeholder: i64,
    (skip, limit): (u64, u64),
    now: DateTime<Utc>,
) -> Result<Vec<(Model, thread::Model)>> {
    let said = said_for(db, reader, stakeholder, now).await?;
    let said = said.order_by_desc(Column::Id).offset(skip).limit(limit).all(db).await?;
    let ids = said.iter().map(|comment| comment.thread_id);
    let threads = thread::Entity::find().filter(among(db, thread::Column::Id, ids)).all(db).await?;
    let find = |id| threads.iter().find(|thread: &&thread::Model| thread.id == id).cloned();
    Ok(said.into_iter().filter_map(|comment| Some((comment.clone(), find(comment.thread_id)?))).collect())
}

/// How many of these there are.
pub async fn count_of_stakeholder(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    stakeholder: i64,
    now: DateTime<Utc>,
) -> Result<u64> {
    Ok(said_for(db, reader, stakeholder, now).await?.count(db).await?)
}

impl Model {
    /// Its words, with what opens their seals; none when they are hidden.
    pub fn openings(&self) -> Vec<Unsealed> {
        if self.hidden.is_some() {
            return Vec::new();
        }
        let opening = |field: &str, salt: &Option<Stored<Salt>>, words: &str| {
            let salt = salt.as_ref()?.0;
            Some(Unsealed { field: field.to_owned(), salt, words: words.to_owned() })
        };
        let suggestion = self.suggestion.as_deref();
        let suggestion = suggestion.and_then(|words| opening("suggestion", &self.suggestion_salt, words));
        opening("body", &self.salt, &self.body).into_iter().chain(suggestion).collect()
    }
}

impl Reader {
    /// Adds a comment to a thread; refuses one that was taken back, and wording where there are no words to replace or none may be
    /// suggested any more.
    pub async fn reply(
        &self,
        db: &Db,
        thread: &thread::Model,
        said: Said,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let once = said.once.clone();
        match self.post_reply(db, thread, said, now).await {
            Ok(comment) => Ok(comment),
            Err(refused) => already(db, self.account.id, once.as_deref()).await?.ok_or(refused),
        }
    }

    /// The same for a form that was not posted before.
    async fn post_reply(
        &self,
        db: &Db,
        thread: &thread::Model,
        said: Said,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, thread.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::Reply, now).await?;
        if said.suggestion.is_some() {
            access::require(&*tx, Some(self), &forum, &draft, Action::Suggest, now).await?;
            if thread.anchor.is_none() {
                return Err(Error::refused("refusal-suggestion-without-lines"));
            }
        }
        let voice = self.voice_in(&forum, said.stakeholder, now)?;
        let fresh = thread::Entity::find_by_id(thread.id).one(&*tx).await?.or_missing("thread")?;
        if matches!(fresh.life.0, Life::Withdrawn { .. }) {
            return Err(Error::Conflict(disposition::Refusal::ThreadWithdrawn.message()));
        }
        let number = fresh.comments + 1;
        let event = Happened::to_draft(Kind::CommentPosted, &draft).part("thread", thread.number);
        let event = event.part("comment", number);
        let (place, says) = ((&draft, thread, number), |said| CommentPosted { said });
        let (event, comment) = rows(&tx, self, voice, place, said, event, says, now).await?;
        event::Entity::insert(event.into_active_model()).exec_without_returning(&*tx).await?;
        let comment = comment.insert(&*tx).await?;
        let counted = thread::Entity::update_many()
            .col_expr(thread::Column::Comments, number.into())
            .filter(thread::Column::Id.eq(thread.id));
        counted.exec(&*tx).await?;
        placement::follow(&tx, thread.id, placement::Column::Comments, number).await?;
        tx.commit().await?;
        Ok(comment)
    }

    /// Rewrites an own comment within the first minutes; refuses later, and once it was taken back or hidden.
    pub async fn edit_comment(
        &self,
        db: &Db,
        comment: &Model,
        body: CommentBody,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let own = comment.author_id == self.account.id;
        let (tx, draft, thread, now) = self.on_comment(db, comment, Action::EditComment { own }, now).await?;
        disposition::may_edit(comment.created_at, now).map_err(|late| Error::Conflict(late.message()))?;
        let fresh = Entity::find_by_id(comment.id).one(&*tx).await?.or_missing("comment")?;
        if fresh.withdrawn_at.is_some() || fresh.hidden.is_some() {
            return Err(Error::Conflict(Message::new("refusal-comment-gone")));
        }
        // Another salt, so that the words before can no longer be guessed.
        let salt = tx.salt();
        let event = Happened::to_draft(Kind::CommentEdited, &draft)
            .part("thread", thread.number)
            .part("comment", comment.number)
            .keeping(body.as_str())
            .saying(&CommentEdited { body: sealed(salt, "body", body.as_str()) })?;
        let row = ActiveModel {
            id: Set(comment.id),
            body: Set(body.into()),
            edited_at: Set(Some(now)),
            salt: Set(Some(Stored(salt))),
            ..Default::default()
        };
        row.update(&*tx).await?;
        event.conclude(tx, Some(self), None, now).await
    }

    /// Takes an own comment back; its text stays, struck.
    pub async fn withdraw_comment(&self, db: &Db, comment: &Model, now: DateTime<Utc>) -> Result<()> {
        let own = comment.author_id == self.account.id;
        let (tx, draft, thread, now) = self.on_comment(db, comment, Action::Withdraw { own }, now).await?;
        let row = ActiveModel { id: Set(comment.id), withdrawn_at: Set(Some(now)), ..Default::default() };
        row.update(&*tx).await?;
        Happened::to_draft(Kind::CommentWithdrawn, &draft)
            .part("thread", thread.number)
            .part("comment", comment.number)
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Hides a comment for a reason; a stub stays, and nothing is deleted (`erasure`).
    pub async fn hide_comment(
        &self,
        db: &Db,
        comment: &Model,
        reason: Reason,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, draft, thread, now) = self.on_comment(db, comment, Action::Moderate, now).await?;
        let event = Happened::to_draft(Kind::CommentHidden, &draft)
            .part("thread", thread.number)
            .part("comment", comment.number)
            .saying(&CommentHidden { reason: reason.clone() })?;
        let row = ActiveModel { id: Set(comment.id), hidden: Set(Some(reason.into())), ..Default::default() };
        row.update(&*tx).await?;
        event.conclude(tx, Some(self), None, now).await
    }

    pub(crate) async fn on_comment(
        &self,
        db: &Db,
        comment: &Model,
        action: Action,
        now: DateTime<Utc>,
    ) -> Result<(Tx, draft::Model, thread::Model, DateTime<Utc>)> {
        let thread =
            thread::Entity::find_by_id(comment.thread_id).one(db.read()).await?.or_missing("thread")?;
        let (tx, draft, forum) = draft::Entity::begin(db, thread.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, action, now).await?;
        Ok((tx, draft, thread, now))
    }
}

/// The comment that this very form has already posted, once that is durable. It is asked for when posting was refused, as it is
/// when the comment is there: that a form is posted twice is rare, and nobody else should wait for the question.
pub(crate) async fn already(db: &Db, author: i64, once: Option<&str>) -> Result<Option<Model>> {
    let Some(once) = once else { return Ok(None) };
    let tx = db.begin().await?;
    tx.shows_nothing();
    let same = Entity::find().filter(Column::AuthorId.eq(author)).filter(Column::Once.eq(once));
    let comment = same.one(&*tx).await?;
    tx.commit().await?;
    Ok(comment)
}

/// The event and the comment with its receipt: the reference of the thread and the beginning of the event's hash.
#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one row, which its two callers have in different places"
)]
pub(crate) async fn rows<T: serde::Serialize>(
    tx: &Tx,
    reader: &Reader,
    voice: Option<&Voice>,
    (draft, thread, number): (&draft::Model, &thread::Model, i32),
    said: Said,
    event: Happened,
    says: impl FnOnce(payload::Said) -> T,
    now: DateTime<Utc>,
) -> Result<(event::Model, ActiveModel)> {
    let salt = tx.salt();
    let suggestion_salt = said.suggestion.as_ref().map(|_| tx.salt());
    let wording = said.suggestion.as_ref().zip(suggestion_salt);
    let event = event.keeping(said.body.as_str());
    let event = said.suggestion.iter().fold(event, |event, wording| event.keeping(wording.as_str()));
    let event = event.saying(&says(payload::Said {
        stakeholder: voice.map(|voice| (&voice.stakeholder).into()),
        mandate_of: voice.and_then(Voice::mandate_of),
        body: sealed(salt, "body", said.body.as_str()),
        suggestion: wording.map(|(wording, salt)| sealed(salt, "suggestion", wording.as_str())),
    }))?;
    let mandate = voice.map(|voice| voice.mandate.id);
    let event = event.chained(tx, Some(reader), mandate, now).await?;
    let hash = crate::record::digest(&event.hash)?;
    let row = ActiveModel {
        thread_id: Set(thread.id),
        number: Set(number),
        author_id: Set(reader.account.id),
        stakeholder_id: Set(voice.map(|voice| voice.stakeholder.id)),
        mandate_id: Set(mandate),
        body: Set(said.body.into()),
        suggestion: Set(said.suggestion.map(String::from)),
        once: Set(said.once),
        receipt: Set(receipt_of(&draft.reference, thread.number, number, hash)),
        created_at: Set(now),
        salt: Set(Some(Stored(salt))),
        suggestion_salt: Set(suggestion_salt.map(Stored)),
        ..Default::default()
    };
    Ok((event, row))
}
