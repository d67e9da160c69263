//! The threads, their comments and their answers.

use chrono::{DateTime, Utc};

use super::{Fold, said, unknown};
use crate::{
    disposition::{Answer, Life},
    record::{
        Entry, Event, Kind,
        dossier::{Comment, Credited, Repair, Thread},
        payload, receipt_of,
    },
    text::Digest,
    typed::Reason,
};

/// The seals of the words of a comment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sealed {
    body: Digest,
    suggestion: Option<Digest>,
}

impl Fold<'_> {
    pub(super) fn thread(&mut self, event: &Event, number: i32) -> Result<(), String> {
        let entry = &event.entry;
        if entry.kind == Kind::ThreadOpened {
            return self.opened(event, number);
        }
        let by = entry.actor.ok_or("nobody did it")?;
        let thread = self.thread_mut(number)?;
        let life = thread.life.clone().as_of(entry.at);
        let changed = match entry.kind {
            Kind::ThreadAnswered => {
                let payload: payload::ThreadAnswered = said(entry)?;
                let reason = still_sealed(payload.reason)?;
                life.answer(Answer { disposition: payload.answer, reason, by, at: entry.at })
            }
            Kind::ThreadReopened => {
                let payload: payload::ThreadReopened = said(entry)?;
                life.reopen(still_sealed(payload.reason)?, by, entry.at)
            }
            Kind::ThreadAcknowledged => {
                life.acknowledge(said::<payload::ThreadAcknowledged>(entry)?.satisfied, entry.at)
            }
            Kind::ThreadWithdrawn => life.withdraw(entry.at),
            Kind::PlacementRepaired => {
                let payload: payload::PlacementRepaired = said(entry)?;
                let (version, lines) = (payload.version, payload.lines);
                thread.repairs.push(Repair { version, lines, by, at: entry.at });
                return Ok(());
            }
            _ => return Err(unknown(entry)),
        };
        thread.life = changed.map_err(|refusal| refusal.to_string())?;
        Ok(())
    }

    fn opened(&mut self, event: &Event, number: i32) -> Result<(), String> {
        let entry = &event.entry;
        let opened: payload::ThreadOpened = said(entry)?;
        if usize::try_from(number) != Ok(self.dossier.threads.len() + 1) {
            return Err(format!("thread {number} does not follow the thread before"));
        }
        let version = self.dossier.versions.iter().find(|version| version.number == opened.version);
        let digest = version.ok_or("it is on a version that there is not")?.digest;
        if opened.anchor.as_ref().is_some_and(|anchor| anchor.version != digest) {
            return Err("its lines are of another text".to_owned());
        }
        self.dossier.threads.push(Thread {
            number,
            kind: opened.kind,
            made_on: opened.version,
            anchor: opened.anchor,
            raised_by: entry.actor.ok_or("nobody raised it")?,
            stakeholder: opened.said.stakeholder.clone(),
            raised_at: entry.at,
            late: opened.late,
            life: Life::Open {},
            comments: Vec::new(),
            repairs: Vec::new(),
        });
        self.posted(event, number, 1, opened.said)
    }

    pub(super) fn comment(&mut self, event: &Event, thread: i32, number: i32) -> Result<(), String> {
        let entry = &event.entry;
        if entry.kind == Kind::CommentPosted {
            return self.posted(event, thread, number, said::<payload::CommentPosted>(entry)?.said);
        }
        if entry.kind == Kind::SuggestionApplied {
            return self.credited(entry, thread, number);
        }
        if entry.kind == Kind::CommentEdited {
            let sealed = self.said.get_mut(&(thread, number)).ok_or("there is no such comment")?;
            sealed.body = said::<payload::CommentEdited>(entry)?.body;
        }
        let comments = &mut self.thread_mut(thread)?.comments;
        let comment =
            comments.iter_mut().find(|comment| comment.number == number).ok_or("there is no such comment")?;
        match entry.kind {
            Kind::CommentEdited => comment.edited_at = Some(entry.at),
            Kind::CommentWithdrawn => {
                said::<payload::Nothing>(entry)?;
                comment.withdrawn_at = Some(entry.at);
            }
            Kind::CommentHidden => {
                comment.hidden = Some(said::<payload::CommentHidden>(entry)?.reason.into());
            }
            Kind::CommentErased if comment.hidden.is_none() => {
                return Err("its words were erased, and it was not hidden".to_owned());
            }
            Kind::CommentErased => {
                comment.erased = Some(said::<payload::CommentErased>(entry)?.reason.into());
            }
            _ => return Err(unknown(entry)),
        }
        Ok(())
    }

    fn posted(&mut self, event: &Event, thread: i32, number: i32, said: payload::Said) -> Result<(), String> {
        self.entitled(&event.entry, said.mandate_of.as_deref(), said.stakeholder.as_ref())?;
        let receipt = receipt_of(&self.dossier.reference, thread, number, event.hash);
        let entry = &event.entry;
        let comment = Comment {
            number,
            author: entry.actor.ok_or("nobody said it")?,
            mandate: entry.mandate,
            mandate_of: said.mandate_of,
            stakeholder: said.stakeholder,
            at: entry.at,
            edited_at: None,
            withdrawn_at: None,
            hidden: None,
            erased: None,
            receipt,
            body: None,
            suggestion: None,
        };
        let comments = &mut self.thread_mut(thread)?.comments;
        if usize::try_from(number) != Ok(comments.len() + 1) {
            return Err(format!("comment {number} does not follow the comment before"));
        }
        comments.push(comment);
        self.said.insert((thread, number), Sealed { body: said.body, suggestion: said.suggestion });
        Ok(())
    }

    fn credited(&mut self, entry: &Entry, thread: i32, comment: i32) -> Result<(), String> {
        let number = said::<payload::SuggestionApplied>(entry)?.version;
        if self.said.get(&(thread, comment)).is_none_or(|sealed| sealed.suggestion.is_none()) {
            return Err("there is no such suggestion".to_owned());
        }
        let version = self.dossier.versions.iter_mut().find(|version| version.number == number);
        let version = version.ok_or("it is about a version that there is not")?;
        version.credits.push(Credited { thread, comment });
        Ok(())
    }

    fn thread_mut(&mut self, number: i32) -> Result<&mut Thread, String> {
        let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let thread = index.and_then(|index| self.dossier.threads.get_mut(index));
        thread.ok_or_else(|| format!("there is no thread {number}"))
    }

    /// Opens what was said and answered; what moderation hid stays sealed.
    pub(super) fn open_talk(&mut self, now: DateTime<Utc>) {
        let mut threads = std::mem::take(&mut self.dossier.threads);
        for thread in &mut threads {
            let number = thread.number;
            for comment in &mut thread.comments {
                self.open_comment(number, comment);
            }
            let life = std::mem::replace(&mut thread.life, Life::Open {});
            thread.life = self.open_life(number, life).as_of(now);
        }
        self.dossier.threads = threads;
    }

    fn open_comment(&mut self, thread: i32, comment: &mut Comment) {
        let Some(sealed) = self.said.get(&(thread, comment.number)).copied() else { return };
        if comment.hidden.is_some() {
            return;
        }
        let place = format!("comment {} of thread {thread}", comment.number);
        comment.body = self.words.open("body", sealed.body);
        if comment.body.is_none() {
            self.find(place.clone(), "the archive does not have the words that were said");
        }
        comment.suggestion = sealed.suggestion.and_then(|seal| self.words.open("suggestion", seal));
        if comment.suggestion.is_some() != sealed.suggestion.is_some() {
            self.find(place, "the archive does not have the words that were proposed");
        }
    }

    fn open_life(&mut self, thread: i32, life: Life) -> Life {
        match life {
            Life::Open => Life::Open,
            Life::Answered { answer } => Life::Answered { answer: self.open_answer(thread, answer) },
            Life::Acknowledged { answer, satisfaction, at } => {
                Life::Acknowledged { answer: self.open_answer(thread, answer), satisfaction, at }
            }
            Life::Reopened { earlier, reason, by, at } => Life::Reopened {
                earlier: self.open_answer(thread, earlier),
                reason: self.open_reason(thread, reason),
                by,
                at,
            },
            Life::Withdrawn { answer, at } => {
                Life::Withdrawn { answer: answer.map(|answer| self.open_answer(thread, answer)), at }
            }
        }
    }

    fn open_answer(&mut self, thread: i32, answer: Answer) -> Answer {
        let reason = self.open_reason(thread, answer.reason);
        Answer { reason, ..answer }
    }

    fn open_reason(&mut self, thread: i32, sealed: Reason) -> Reason {
        let digest = sealed.as_str().parse::<Digest>().ok();
        let words = digest.and_then(|digest| self.words.open("reason", digest));
        match words.and_then(|words| Reason::parse(&words).ok()) {
            Some(reason) => reason,
            None => {
                let place = format!("the answer to thread {thread}");
                self.find(place, "the archive does not have the reason that was given");
                sealed
            }
        }
    }
}

/// A reason of which only the seal is known as yet: one that a later answer takes the place of is never opened.
fn still_sealed(seal: Digest) -> Result<Reason, String> {
    Reason::parse(&seal.to_string()).map_err(|bad| bad.to_string())
}
