//! Saying something in a thread, changing it, taking it back, hiding it.

use chrono::{DateTime, Utc};
use domain::{
    Message,
    disposition::{self, Life},
    permission::Action,
    record::{
        Kind,
        payload::{self, CommentEdited, CommentHidden, CommentPosted},
        receipt_of, sealed,
    },
    typed::{CommentBody, Reason, Wording},
};
use sea_orm::{ActiveValue::Set, IntoActiveModel, entity::prelude::*};

use crate::{
    Db, Reader, Stored, Tx, Voice, access, draft,
    error::*,
    event, placement,
    row::comment::{ActiveModel, Column, Entity, Model},
    thread,
    verb::record::Happened,
};

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

    /// Adds a comment by a form that was not posted before.
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

    /// Takes an own comment back; its text stays, struck. Refuses whoever did not write it, and a draft whose life is over or suspended.
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

    /// Hides a comment for a reason; a stub stays, and nothing is deleted (`erasure`). Refuses whoever may not moderate.
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
    let hash = crate::verb::record::digest(&event.hash)?;
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
