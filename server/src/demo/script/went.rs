//! Where texts go, as the script has it. Times are days from the seeding; a clause is named by words that its text has exactly once.

use domain::{
    adoption::{Jurisdiction, Link, Status},
    referral::{Act, Purpose, Sought, Standing},
    typed::{Evidence, Name, Reason, Title},
};
use serde::Deserialize;

use super::Clock;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referrals {
    pub referral: Vec<Referral>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoptions {
    pub adoption: Vec<Adoption>,
}

/// A version handed to another body, with all that came of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// What the script calls it, and the draft that is made of it.
    pub key: String,
    pub draft: String,
    pub version: i32,
    /// The slug of the forum it goes to.
    pub to: Option<String>,
    /// The name of a body that gets a file.
    pub name: Option<Name>,
    /// A handle.
    pub by: String,
    pub at: f64,
    pub purpose: Purpose,
    pub sought: Sought,
    /// The clauses that are meant; none means all.
    #[serde(default)]
    pub clauses: Vec<String>,
    #[serde(default)]
    pub questions: Vec<Reason>,
    pub due: f64,
    pub clock: Clock,
    pub note: Reason,
    pub contact: String,
    pub received: Option<Received>,
    #[serde(default)]
    pub interim: Vec<Interim>,
    pub answer: Option<ReferralAnswer>,
}

/// The receiver takes it on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Received {
    pub by: String,
    pub at: f64,
    /// Another day than the one that was asked for.
    pub due: Option<f64>,
    pub said: Option<Reason>,
}

/// The receiver says how far it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interim {
    pub by: String,
    pub at: f64,
    pub said: Reason,
}

/// The whole answer of the receiver, about the newest version of its draft. What became of each clause is found by the program.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralAnswer {
    pub by: String,
    pub at: f64,
    pub act: Act,
    pub standing: Standing,
    pub note: Option<Reason>,
    pub reasons: Vec<Why>,
}

/// Why a clause was changed or dropped.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Why {
    /// Words of the clause.
    pub of: String,
    pub reason: Reason,
}

/// The use of a text elsewhere.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    pub draft: String,
    pub version: i32,
    /// A handle.
    pub by: String,
    /// The slug of the stakeholder that says so; none for the secretariat.
    #[serde(rename = "for")]
    pub stakeholder: Option<String>,
    pub at: f64,
    pub who: Title,
    pub instrument: Title,
    pub jurisdiction: Jurisdiction,
    pub dated: f64,
    pub status: Status,
    pub link: Option<Link>,
    pub evidence: Option<Evidence>,
    pub(super) file: Option<String>,
    /// The instrument's own text, from its file.
    #[serde(skip)]
    pub source: Option<String>,
    pub language: Option<String>,
    #[serde(default)]
    pub verbatim: Vec<String>,
    #[serde(default)]
    pub adapted: Vec<String>,
    #[serde(default)]
    pub disputes: Vec<Dispute>,
}

/// Somebody says that it is not so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    pub by: String,
    /// The slug of a stakeholder.
    #[serde(rename = "for")]
    pub stakeholder: String,
    pub at: f64,
    pub evidence: Reason,
}
