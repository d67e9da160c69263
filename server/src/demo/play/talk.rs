//! Acts in the margin: comments, replies, answers.

use chrono::{DateTime, Utc};
use domain::{disposition::Disposition, typed::CommentBody};
use entity::{
    Reader,
    verb::{Opening, Said},
    version,
};

use super::{Play, Result, Unplayable};
use crate::demo::{script, words};

impl<'a> Play<'a> {
    pub(super) async fn raise(
        &mut self,
        draft: &'a script::Draft,
        thread: &'a script::Thread,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let raiser = self.reader(&thread.by, now).await?;
        let begun = self.draft(&draft.reference)?;
        let lines = match &thread.quote {
            Some(quote) => {
                let version = version::Entity::numbered(self.db.read(), begun.id, thread.version).await?;
                Some(words::find(&version.text(), quote)?.0)
            }
            None => None,
        };
        let said = Said { suggestion: thread.suggestion.clone(), ..said(&raiser, &thread.body) };
        let opening = Opening {
            version: thread.version,
            lines,
            quote: thread.quote.clone(),
            place: None,
            kind: thread.kind,
            said,
        };
        let raised = raiser.open_thread(self.db, begun, opening, now).await?;
        self.threads.insert(format!("{} {}", draft.reference, thread.key), raised);
        Ok(())
    }

    pub(super) async fn reply(
        &self,
        draft: &script::Draft,
        thread: &script::Thread,
        reply: &script::Reply,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let author = self.reader(&reply.by, now).await?;
        let thread = self.thread(draft, &thread.key)?;
        author.reply(self.db, thread, said(&author, &reply.body), now).await?;
        Ok(())
    }

    /// Hides the first comment of a thread.
    pub(super) async fn hide(
        &self,
        draft: &script::Draft,
        thread: &script::Thread,
        hidden: &script::Hidden,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let first = self.first_comment(draft, &thread.key).await?;
        let moderator = self.reader(&hidden.by, now).await?;
        Ok(moderator.hide_comment(self.db, &first, hidden.reason.clone(), now).await?)
    }

    pub(super) async fn answer(
        &self,
        draft: &script::Draft,
        thread: &script::Thread,
        answer: &script::Answer,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let official = self.reader(&answer.by, now).await?;
        let thread = self.thread(draft, &thread.key)?;
        let other = match &answer.of {
            Some(key) => self.thread(draft, key)?.number.to_string(),
            None => String::new(),
        };
        let disposition = Disposition::parse(&answer.kind, &other, thread.number.unsigned_abs());
        let disposition = disposition.map_err(|refusal| Unplayable::Unheard(refusal.to_string()))?;
        let (draft, reason) = (self.draft(&draft.reference)?, answer.reason.clone());
        Ok(official.answer(self.db, draft, std::slice::from_ref(thread), disposition, reason, now).await?)
    }
}

/// Words said for whom the author usually speaks for.
fn said(author: &Reader, body: &CommentBody) -> Said {
    let stakeholder = author.first_voice().map(|voice| voice.stakeholder.id);
    Said { body: body.clone(), suggestion: None, stakeholder, once: None }
}
