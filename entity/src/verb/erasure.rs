//! Taking words out of the database for good.

use chrono::{DateTime, Utc};
use domain::{
    Message,
    permission::Action,
    record::{Kind, payload::CommentErased},
    typed::Reason,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    Db, Reader,
    comment::{ActiveModel, Entity, Model},
    error::*,
    kept_answer, search_entry,
    verb::record::Happened,
};

impl Reader {
    /// Erases the words of a hidden comment, and what opens their seals in the record, for a reason: from the rows, from what was answered
    /// to programs and is kept for their next try, and from the log of the database. That it was said, by whom and when
    /// stays, and so the record holds as before. Refuses a comment that is not hidden, and one that is erased already.
    pub async fn erase_comment(
        &self,
        db: &Db,
        comment: &Model,
        reason: Reason,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, draft, thread, now) = self.on_comment(db, comment, Action::Erase, now).await?;
        let fresh = Entity::find_by_id(comment.id).one(&*tx).await?.or_missing("comment")?;
        if fresh.hidden.is_none() {
            return Err(Error::Conflict(Message::new("refusal-erase-unhidden")));
        }
        if fresh.erased.is_some() {
            return Err(Error::Conflict(Message::new("refusal-erased-already")));
        }
        let event = Happened::to_draft(Kind::CommentErased, &draft)
            .part("thread", thread.number)
            .part("comment", comment.number)
            .saying(&CommentErased { reason: reason.clone() })?;
        let row = ActiveModel {
            id: Set(comment.id),
            body: Set(String::new()),
            suggestion: Set(None),
            salt: Set(None),
            suggestion_salt: Set(None),
            erased: Set(Some(reason.into())),
            ..Default::default()
        };
        row.update(&*tx).await?;
        search_entry::Entity::forget(&tx, search_entry::Kind::Comment, comment.id).await?;
        kept_answer::Entity::forget_of(&*tx, &draft.reference).await?;
        event.conclude(tx, Some(self), None, now).await?;
        if let Err(error) = db.clear_log().await {
            tracing::error!(%error, "The log of the database could not be emptied");
        }
        Ok(())
    }
}
