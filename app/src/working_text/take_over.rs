//! Putting proposed words into the text of the next version.

use std::sync::Arc;

use domain::{
    Message,
    suggestion::{Conflict, Merged, Proposal, combined, merge, outlook},
    text::{Manner, Text},
};
use entity::{comment, draft, reading::ahead, thread, verb, version};

use super::offer::proposal;
use crate::{
    context::Context,
    error::AppError,
    href::{self, Href},
};

/// A text into which the words of suggestions were put.
pub struct Taken {
    pub source: String,
    /// The comments whose words those are.
    pub applied: Vec<i64>,
    asked: usize,
    /// The number of the thread of the first.
    thread: i32,
}

impl Taken {
    /// Where the reader is led: to the one suggestion, or to all of them.
    pub fn leads(&self, next: Href) -> Href {
        let (count, left) = (self.applied.len(), self.asked - self.applied.len());
        if self.asked == 1 {
            let thread = self.thread.to_string();
            return href::with_query(next, &[("applied", &thread)]) + &format!("#t{thread}");
        }
        href::with_query(next, &[("together", &count.to_string()), ("left", &left.to_string())]) + "#proof"
    }
}

/// Which suggestions are taken, and how.
pub enum Chosen {
    /// Each that can stand beside those before it.
    Each(Vec<i64>),
    /// Two in the same sentences, as they were read together.
    Both(i64, i64),
}

/// Puts the words of suggestions in place, those of one draft, in the order of the ids. What cannot be applied, or asks for other words
/// where one before it was put, is left out; when that is all of them, the first is refused with its reason. Refuses what is not of this
/// draft.
pub async fn take_over(
    ctx: &Context,
    draft: &draft::Model,
    typed: &str,
    chosen: &Chosen,
) -> Result<Taken, AppError> {
    let db = ctx.db.read();
    let ids = match chosen {
        Chosen::Each(ids) => ids.clone(),
        Chosen::Both(one, other) => vec![*one, *other],
    };
    let refused = |message: Message| AppError::field("source", message);
    // The lines are those that were shown, cut where a person cut them.
    let manner = Manner { cuts: verb::cuts(db, draft, typed).await?, ..Manner::tagged(&draft.language) };
    let text = Arc::new(Text::parse(typed.as_bytes(), &manner).map_err(|bad| refused(bad.message()))?);
    let threads = thread::Entity::of(db, draft.id).await?;
    let comments = comment::Entity::in_short(db, threads.iter().map(|thread| thread.id), 0).await?;
    let versions = version::Entity::of(db, draft.id).await?;
    let placed = ahead::foresee(db, draft.id, &versions, &text).await?;
    let (mut proposals, mut first, mut why) = (Vec::<Proposal>::new(), None, None);
    for id in &ids {
        let comment =
            comments.values().flatten().find(|comment| comment.id == *id).ok_or(AppError::NotFound)?;
        let thread =
            threads.iter().find(|thread| thread.id == comment.thread_id).ok_or(AppError::NotFound)?;
        first = first.or(Some(thread.number));
        let (Some(words), Some(anchor)) = (comment.wording(), &thread.anchor) else {
            why = why.or(Some(Message::new("suggestion-obsolete")));
            continue;
        };
        let placement = placed.get(&thread.id).ok_or(AppError::NotFound)?;
        let stands = outlook(anchor, words, placement, &text);
        match proposal((comment.id, words), anchor, placement, &stands, &text) {
            Some(proposal) => proposals.push(proposal),
            None => why = why.or(Some(stands.message())),
        }
    }
    let merged = match (chosen, proposals.as_slice()) {
        (Chosen::Both(..), [one, other]) => together(&text, one, other),
        _ => merge(&text, &proposals),
    };
    let why = why.or_else(|| merged.conflicts.first().map(Conflict::message));
    match (first, why) {
        (Some(thread), _) if !merged.applied.is_empty() => {
            Ok(Taken { source: merged.source, applied: merged.applied, asked: ids.len(), thread })
        }
        (_, Some(why)) => Err(refused(why)),
        _ => Err(AppError::NotFound),
    }
}

/// Both of two in the same sentences; when the text has changed so that they cannot stand together any more, the first and why not the other.
fn together(text: &Text, one: &Proposal, other: &Proposal) -> Merged {
    match combined(text, one, other) {
        Some(source) => Merged { source, applied: vec![one.id, other.id], conflicts: Vec::new() },
        None => merge(text, &[one.clone(), other.clone()]),
    }
}
