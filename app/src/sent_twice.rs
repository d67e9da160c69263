//! The same form sent twice, as by a double press of its button.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use futures::lock;
use tracing::Instrument;

use crate::{context::Context, error::AppError, fields::Fields, href::Href};

/// For how long a form that was done is known again. Long enough for a second press on a slow line, too short for a change of mind.
const KNOWN: TimeDelta = TimeDelta::seconds(30);

/// When a form was done and where it led; nothing while it is being done, and when it was refused.
type Outcome = Option<(DateTime<Utc>, Href)>;

/// Who sent what, and what became of it.
#[derive(Default)]
struct Sent {
    forms: HashMap<(i64, u64), Arc<lock::Mutex<Outcome>>>,
    /// When those that are done for long were last let go.
    swept: DateTime<Utc>,
}

/// The forms of one kind that were sent of late.
///
/// Verbs that take the token of a form know it for good. For all the others this is why the second press is not answered with the
/// refusal of what the first has done already.
#[derive(Clone, Default)]
pub struct SentTwice(Arc<Mutex<Sent>>);

impl SentTwice {
    /// Does what a form asks for, or leads where the very same form led a moment ago. The second waits for the first; what was refused
    /// is tried again.
    ///
    /// A browser breaks the first request off when the button is pressed again, so what was begun goes on by itself.
    pub async fn once<Doing>(&self, ctx: &Context, fields: &Fields, doing: Doing) -> Result<Href, AppError>
    where
        Doing: Future<Output = Result<Href, AppError>> + Send + 'static,
    {
        let Some(reader) = ctx.reader.as_ref().filter(|_| fields.optional("once").is_some()) else {
            return doing.await;
        };
        let mut hash = DefaultHasher::new();
        (&ctx.path, fields).hash(&mut hash);
        let (place, now) = (self.place((reader.account.id, hash.finish()), ctx.now), ctx.now);
        let doing = async move {
            let mut outcome = place.lock().await;
            if let Some((_, next)) = outcome.as_ref().filter(|_| is_known(&outcome, now)) {
                return Ok(next.clone());
            }
            let next = doing.await?;
            *outcome = Some((now, next.clone()));
            Ok(next)
        };
        tokio::spawn(doing.in_current_span()).await.unwrap_or_else(|failed| {
            tracing::error!(%failed, "A form was not done to its end");
            Err(AppError::Internal)
        })
    }

    /// The place of a form. Once in a while those are let go that are done for long and those that nobody waits for: not each time, as
    /// there may be thousands.
    fn place(&self, form: (i64, u64), now: DateTime<Utc>) -> Arc<lock::Mutex<Outcome>> {
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if now - sent.swept >= KNOWN {
            sent.swept = now;
            sent.forms.retain(|_, place| {
                Arc::strong_count(place) > 1 || place.try_lock().is_some_and(|done| is_known(&done, now))
            });
        }
        Arc::clone(sent.forms.entry(form).or_default())
    }
}

/// Whether a form was done a moment ago.
fn is_known(outcome: &Outcome, now: DateTime<Utc>) -> bool {
    outcome.as_ref().is_some_and(|(done, _)| now - *done < KNOWN)
}
