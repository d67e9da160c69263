//! The mandates that a forum granted: each for itself only, as its own run of events tells.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Fold, number, said};
use crate::record::{Entry, Kind, dossier::Speaker, payload};

/// Mandates by their number.
pub(super) type Mandates = BTreeMap<i64, Mandate>;

/// A right to speak in one forum, and in its working groups.
#[derive(Clone, Debug)]
pub(super) struct Mandate {
    /// The slug of the forum.
    forum: String,
    stakeholder: String,
    account: i64,
    starts: DateTime<Utc>,
    ends: Option<DateTime<Utc>>,
    /// The event that ended it.
    ended: Option<u64>,
}

/// Takes in a mandate that a forum granted or ended. Refuses one that was granted before, and the end of one that does not go on.
pub(super) fn apply(entry: &Entry, mandate: &str, forum: &str, known: &mut Mandates) -> Result<(), String> {
    let id = i64::from(number(mandate)?);
    if entry.kind == Kind::MandateGranted {
        let granted: payload::MandateGranted = said(entry)?;
        let mandate = Mandate {
            forum: forum.to_owned(),
            stakeholder: granted.stakeholder.slug,
            account: granted.account,
            starts: granted.starts,
            ends: granted.ends,
            ended: None,
        };
        return match known.insert(id, mandate) {
            Some(_) => Err(format!("mandate {id} was granted before")),
            None => Ok(()),
        };
    }
    said::<payload::Nothing>(entry)?;
    let mandate = known.get_mut(&id).filter(|mandate| mandate.ended.is_none());
    mandate.ok_or("it ends a mandate that does not go on")?.ended = Some(entry.sequence);
    Ok(())
}

impl Fold<'_> {
    /// Refuses what was said by a mandate that does not count in this forum: of another forum, not for this stakeholder and this person, not
    /// yet or no longer, or of this forum and passed off as the stakeholder's own.
    pub(super) fn entitled(
        &self,
        entry: &Entry,
        mandate_of: Option<&str>,
        speaker: Option<&Speaker>,
    ) -> Result<(), String> {
        let granted = entry.mandate.and_then(|id| self.mandates.get(&id));
        let Some(slug) = mandate_of else {
            return match granted {
                Some(_) => Err("it passes the mandate of a forum off as the stakeholder's own".to_owned()),
                None => Ok(()),
            };
        };
        let forum = &self.dossier.forum;
        if slug != forum.slug && forum.parent.as_deref() != Some(slug) {
            return Err(format!("it is by a mandate of another forum, {slug}"));
        }
        let mandate = granted.filter(|mandate| mandate.forum == slug);
        let mandate = mandate.ok_or_else(|| format!("it is by a mandate that {slug} did not grant"))?;
        if speaker.map(|speaker| speaker.slug.as_str()) != Some(mandate.stakeholder.as_str()) {
            return Err("its mandate is for another stakeholder".to_owned());
        }
        if entry.actor != Some(mandate.account) {
            return Err("its mandate is another person's".to_owned());
        }
        let begun = mandate.starts <= entry.at;
        let over = mandate.ends.is_some_and(|ends| ends <= entry.at)
            || mandate.ended.is_some_and(|sequence| sequence < entry.sequence);
        if begun && !over { Ok(()) } else { Err("its mandate did not hold then".to_owned()) }
    }
}
