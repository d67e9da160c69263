//! What officials answer in threads, and what is said of the answer.

use std::collections::BTreeSet;

use app::error::AppError;
use domain::{
    Message,
    disposition::{self, Disposition},
    typed::Reason,
};
use entity::thread;
use serde::Deserialize;

use super::{
    call::{Answer, Call},
    drafts::cited,
    said::{missing, words},
    talk::{now, reason},
    threads::named,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answered {
    #[serde(default)]
    threads: Option<BTreeSet<i32>>,
    disposition: String,
    duplicate_of: Option<u32>,
    reason: String,
}

impl Answered {
    /// The disposition for a thread. Refuses one that it cannot have.
    fn disposition(&self, answering: u32) -> Result<Disposition, AppError> {
        let other = self.duplicate_of.map(|number| number.to_string()).unwrap_or_default();
        Disposition::parse(&self.disposition, &other, answering).map_err(|refusal| {
            let field = match refusal {
                disposition::Refusal::NoDisposition => "disposition",
                _ => "duplicate_of",
            };
            AppError::field(field, refusal.message())
        })
    }
}

/// Answers one thread.
pub async fn answer(call: Call) -> Result<Answer, AppError> {
    let (draft, thread) = named(&call).await?;
    let sent: Answered = call.sent()?;
    if sent.threads.is_some() {
        return Err(AppError::field("threads", Message::new("api-unreadable")));
    }
    let disposition = sent.disposition(thread.number.unsigned_abs())?;
    let reason = words("reason", Reason::parse(&sent.reason))?;
    let threads = std::slice::from_ref(&thread);
    call.reader()?.answer(&call.state.db, &draft, threads, disposition, reason, call.now).await?;
    now(&call, &thread).await
}

/// Answers several threads with the same words, or none of them.
pub async fn answer_several(call: Call) -> Result<Answer, AppError> {
    let (draft, _) = cited(&call).await?;
    let sent: Answered = call.sent()?;
    let asked = sent.threads.clone().unwrap_or_default();
    let found = thread::Entity::with_numbers(call.state.db.read(), draft.id, asked.iter().copied()).await?;
    let threads: Vec<_> = found.into_values().collect();
    if threads.len() != asked.len() {
        return Err(AppError::field("threads", Message::new("api-no-such-thread")));
    }
    let Some(first) = threads.first() else { return Err(missing("threads")) };
    let disposition = sent.disposition(first.number.unsigned_abs())?;
    for thread in &threads {
        sent.disposition(thread.number.unsigned_abs())?;
    }
    let reason = words("reason", Reason::parse(&sent.reason))?;
    call.reader()?.answer(&call.state.db, &draft, &threads, disposition, reason, call.now).await?;
    Ok(Answer::of(&serde_json::json!({ "answered": asked })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Acknowledged {
    satisfied: bool,
}

/// Says whether the answer to an own thread satisfies.
pub async fn acknowledge(call: Call) -> Result<Answer, AppError> {
    let (_, thread) = named(&call).await?;
    let sent: Acknowledged = call.sent()?;
    call.reader()?.acknowledge(&call.state.db, &thread, sent.satisfied, call.now).await?;
    now(&call, &thread).await
}

/// Opens an answered thread again.
pub async fn reopen(call: Call) -> Result<Answer, AppError> {
    let (_, thread) = named(&call).await?;
    call.reader()?.reopen(&call.state.db, &thread, reason(&call)?, call.now).await?;
    now(&call, &thread).await
}
