//! A referral that crosses from one installation to another, and what comes back: `referral.json` in a bundle.
//!
//! Each bundle says everything that its side has said so far. So bundles may be lost, come twice or in any order: whoever has a later one has
//! all that was in the earlier ones.

mod names;
mod replay;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use names::{here, host, qualified, split, statement_here};
pub use replay::{Unlike, replay};

use crate::{
    class::Class,
    record::Kind,
    referral::{Answer, State, Statement},
    typed::Reason,
};

/// The name of this form; a change that a reader would notice gets another number.
pub const FORM: &str = "comity-bundle/1";

crate::kind::keyed!(
    /// Which end of a referral speaks.
    End { Sender = "sender", Receiver = "receiver" }
);

/// An installation, by the address people use and by its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Installation {
    /// Such as `https://comity.example`, without a slash at its end.
    pub address: String,
    /// The fingerprint of the key that signs there.
    pub fingerprint: String,
}

/// A referral, as every installation may name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The address of its page at the sender, which is also what it is called: an IRI.
    pub id: String,
    /// The reference of the sender's draft, as the sender cites it.
    pub reference: String,
    /// Its number within that draft.
    pub number: i32,
}

/// One step that this side took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// The id of the referral, which end took it, and the number of the step there: an IRI.
    pub id: String,
    /// The kind of its event.
    pub kind: Kind,
    /// The state it led to.
    pub state: State,
    /// What was said to the other side.
    pub said: Option<Reason>,
    /// What was answered; none for other steps.
    pub answer: Option<Answer>,
    /// When it was taken.
    pub at: DateTime<Utc>,
}

/// How many comments there are of people of one class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The class of the stakeholders they spoke for; none for people who spoke for themselves.
    pub class: Option<Class>,
    /// How many stakeholders, or people.
    pub voices: u32,
    /// How many comments.
    pub comments: u32,
}

/// How a referral stands to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// What it is to it.
    pub relation: Relation,
    /// How the other is cited, or its IRI.
    pub id: String,
}

crate::kind::keyed!(
    /// What a referral is to another.
    Relation {
        /// It takes the text on to another forum.
        Forwards = "forwards",
        /// It answers it.
        RepliesTo = "replies-to",
    }
);

/// All that one side of a referral has said so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// [`FORM`].
    pub form: String,
    /// Which end speaks.
    pub end: End,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Who made it.
    pub from: Installation,
    /// Whom it is for; none for a body without Comity.
    pub to: Option<Installation>,
    /// Which referral it is about.
    pub referral: Named,
    /// What it stands in relation to.
    pub relations: Vec<Related>,
    /// What is referred and asked; only from the sender.
    pub statement: Option<Statement>,
    /// Every step of this end, in order.
    pub steps: Vec<Taken>,
    /// Who took part in the text of the archive.
    pub taken_part: Vec<Part>,
}

impl Bundle {
    /// Reads `referral.json`. Refuses what is not of this form: a field that it does not know, one that is missing, or steps that are named
    /// otherwise than they are counted.
    pub fn read(json: &str) -> Result<Self, String> {
        let read: Self = serde_json::from_str(json).map_err(|error| error.to_string())?;
        if read.form != FORM {
            return Err(format!("its form is {}, and not {FORM}", read.form));
        }
        let ids = (1..).zip(&read.steps);
        if let Some((_, step)) = ids.into_iter().find(|(number, step)| step.id != read.step_id(*number)) {
            return Err(format!("the step {} is not where it is counted", step.id));
        }
        if (read.end == End::Sender) != read.statement.is_some() {
            return Err("a statement is the sender's, and only the sender's".to_owned());
        }
        if read.steps.is_empty() {
            return Err("it has no step".to_owned());
        }
        Ok(read)
    }

    /// What the step with this number is called.
    pub fn step_id(&self, number: usize) -> String {
        format!("{}#{}-{number}", self.referral.id, self.end.key())
    }
}

#[cfg(test)]
mod tests;
