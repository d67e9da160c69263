//! Where texts go: referrals and adoptions.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    adoption::{Status, Taken},
    referral::{Answer, Ask, Path, State, Terms},
};
use serde::Serialize;

use crate::{
    error::*,
    reading::{
        Viewer,
        referral::Sent,
        uptake::{Asking, Used},
    },
};

/// A referral, as either end sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainReferral {
    /// How it is cited by both ends: `DN-2025-003/1`.
    pub id: String,
    /// Counted within the draft that was sent.
    pub number: i32,
    /// The draft that was sent, and its version.
    pub reference: String,
    pub version: i32,
    /// The slug of the forum that sends it.
    pub forum: String,
    /// The body it goes to, by its name.
    pub to: String,
    /// The slug of that body where it is a forum here.
    pub to_forum: Option<String>,
    /// The draft that was made of it.
    pub derived: Option<String>,
    pub state: State,
    /// Whether an answer should have come by now.
    pub overdue: bool,
    /// Where the text has been, the sender last; none before it is sent.
    pub path: Option<Path>,
    pub ask: Ask,
    pub terms: Terms,
    /// What was last answered.
    pub answer: Option<Answer>,
    pub steps: Vec<Stepped>,
}

/// A step of a referral.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stepped {
    /// The kind of its event.
    pub kind: &'static str,
    pub at: DateTime<Utc>,
    pub by: String,
    /// What was said to the other side.
    pub said: Option<String>,
}

/// The use of a text elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainAdoption {
    pub reference: String,
    pub version: i32,
    /// Counted within the draft.
    pub number: i32,
    pub who: String,
    pub instrument: String,
    /// By ISO 3166.
    pub jurisdiction: String,
    /// What it is today, and since when.
    pub status: Status,
    pub since: NaiveDate,
    pub link: Option<String>,
    /// The clauses it took over, by their ids.
    pub clauses: Vec<Taken>,
    pub recorded_at: DateTime<Utc>,
    pub disputes: Vec<PlainDispute>,
}

/// That somebody says that it is not so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainDispute {
    /// For whom; none in a personal capacity.
    pub stakeholder: Option<String>,
    pub evidence: String,
    pub at: DateTime<Utc>,
}

impl From<&Sent> for PlainReferral {
    fn from(sent: &Sent) -> Self {
        let row = &sent.referral;
        let steps = sent.steps.iter().map(|step| Stepped {
            kind: step.kind.key(),
            at: step.taken_at,
            by: sent.people.get(&step.account_id).cloned().unwrap_or_default(),
            said: step.said.clone(),
        });
        Self {
            id: sent.id(),
            number: row.number,
            reference: sent.draft.reference.clone(),
            version: sent.version(),
            forum: sent.forum.slug.clone(),
            to: row.to_name.clone(),
            to_forum: sent.to.as_ref().map(|to| to.slug.clone()),
            derived: sent.derived.as_ref().map(|derived| derived.reference.clone()),
            state: row.state.0.clone(),
            overdue: sent.is_overdue(),
            path: row.statement.as_ref().map(|said| said.path.clone()),
            ask: row.ask.0.clone(),
            terms: row.terms.0.clone(),
            answer: row.answer.as_ref().map(|answer| answer.0.clone()),
            steps: steps.collect(),
        }
    }
}

impl From<&Used> for PlainAdoption {
    fn from(used: &Used) -> Self {
        let adoption = &used.row.adoption;
        let disputes = used.disputes.iter().map(|dispute| PlainDispute {
            stakeholder: dispute.stakeholder.clone(),
            evidence: dispute.row.evidence.clone(),
            at: dispute.row.disputed_at,
        });
        Self {
            reference: used.draft.reference.clone(),
            version: used.row.version.number(),
            number: used.row.number,
            who: adoption.who.to_string(),
            instrument: adoption.instrument.to_string(),
            jurisdiction: adoption.jurisdiction.as_str().to_owned(),
            status: used.status(),
            since: used.since(),
            link: adoption.link.as_ref().map(|link| link.as_str().to_owned()),
            clauses: adoption.clauses.clone(),
            recorded_at: used.row.recorded_at,
            disputes: disputes.collect(),
        }
    }
}

impl Viewer<'_> {
    /// The referral that a draft was made of, where it was, and then those that it was sent by. Refuses with not found a draft that the
    /// viewer may not see.
    pub async fn referrals_of(&self, reference: &str) -> Result<Vec<PlainReferral>> {
        let (draft, _) =
            crate::draft::Entity::cited(self.db.read(), self.reader, reference, self.now).await?;
        let came = self.came_from(draft.id).await?;
        let sent = self.sent_from([draft.id]).await?;
        Ok(came.iter().chain(&sent).map(PlainReferral::from).collect())
    }

    /// Every use of a text, and of the texts that were made of it. Refuses with not found a draft that the viewer may not see.
    pub async fn adoptions_of(&self, reference: &str) -> Result<Vec<PlainAdoption>> {
        Ok(self.uptake(reference).await?.used.iter().map(PlainAdoption::from).collect())
    }

    /// Every use of a text that the viewer may see and that is asked for.
    pub async fn adoptions(&self, asking: &Asking) -> Result<Vec<PlainAdoption>> {
        Ok(self.observed(asking).await?.iter().map(PlainAdoption::from).collect())
    }
}
