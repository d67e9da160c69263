//! The script of the demo, read from the files beside the server's sources.
//!
//! Times are days before or after the instant of seeding, so that the story is always in the middle of its round.

mod talk;
mod went;

use domain::{
    ForumKind, Tier,
    class::Class,
    typed::{Charter, Evidence, Name, Reason, Title, VersionNote},
};
use jiff::civil::Time;
use rust_embed::RustEmbed;
use serde::{Deserialize, de::DeserializeOwned};

pub use talk::{Acknowledged, Answer, Hidden, Reply, Thread};
pub use went::{Adoption, Dispute, Interim, Received, Referral, ReferralAnswer};

#[derive(RustEmbed)]
#[folder = "demo"]
struct Files;

/// Everything that is said and done, by whom and when.
#[derive(Debug)]
pub struct Script {
    pub forums: Vec<Forum>,
    pub stakeholders: Vec<Stakeholder>,
    pub people: Vec<Person>,
    pub drafts: Vec<Draft>,
    pub positions: Vec<Position>,
    pub referrals: Vec<Referral>,
    pub adoptions: Vec<Adoption>,
}

/// A file of the script that is missing, or that does not say what it should.
#[derive(Debug, thiserror::Error)]
pub enum BadScript {
    /// By the name of the file.
    #[error("there is no file {0}")]
    Missing(String),
    /// By the name of the file.
    #[error("{0} is not text")]
    NotText(String),
    /// The file is no TOML, or says something unknown.
    #[error("{file}: {error}")]
    Toml { file: String, error: toml::de::Error },
    /// The charter in the file is too long, or has misleading characters.
    #[error("{file}: {error}")]
    Charter { file: String, error: domain::typed::BadWords },
}

/// A forum of the demo. People are named by their handles, stakeholders and forums by their slugs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forum {
    pub slug: String,
    pub name: Name,
    /// What the references of its drafts begin with.
    pub prefix: String,
    pub kind: ForumKind,
    /// The slug of the forum it is a working group of.
    pub parent: Option<String>,
    /// The IANA name of its time zone.
    pub zone: String,
    charter: String,
    /// Slugs of stakeholders.
    #[serde(default)]
    pub seats: Vec<String>,
    /// Handles of people.
    #[serde(default)]
    pub secretariat: Vec<String>,
    /// Handles of people.
    #[serde(default)]
    pub editors: Vec<String>,
    /// Handles of people.
    #[serde(default)]
    pub observers: Vec<String>,
}

/// An organisation of the demo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stakeholder {
    pub slug: String,
    pub name: Name,
    pub class: Class,
    pub place: String,
    pub about: String,
    /// The handle of whoever says who speaks for it.
    pub focal_point: String,
}

/// A person of the demo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name by which the script calls them.
    pub handle: String,
    pub name: Name,
    pub email: String,
    /// The IANA name of their time zone.
    pub zone: String,
    /// The tag of the language they read in; none for whatever their browser asks for.
    pub language: Option<String>,
    /// Who this is, in a phrase, for the page where the cast signs in.
    pub role: String,
    #[serde(default)]
    pub admin: bool,
    /// Whether that page offers this person.
    #[serde(default)]
    pub cast: bool,
    pub mandates: Vec<Mandate>,
}

/// A right to speak for a stakeholder; times are days from the seeding.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// A slug.
    #[serde(rename = "for")]
    pub stakeholder: String,
    pub tier: Tier,
    /// What the person is called there.
    pub title: String,
    pub starts: f64,
    pub ends: f64,
}

/// A draft with all that happens to it. Times are days from the seeding, negative before it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What it is cited by; where it was made of a referral, the key of that, as its reference is not known before.
    pub reference: String,
    /// Whether its first version is the text as it was referred.
    #[serde(default)]
    pub made_of_a_referral: bool,
    pub forum: String,
    pub title: Title,
    pub language: String,
    /// The handle of whoever begins it.
    pub by: String,
    pub at: f64,
    #[serde(default, rename = "threads")]
    thread_files: Vec<String>,
    #[serde(skip)]
    pub threads: Vec<Thread>,
    pub versions: Vec<Version>,
    pub steps: Vec<Step>,
    /// The threads whose suggestion is in the text of the next version already.
    #[serde(default)]
    pub applied: Vec<String>,
    /// When they were taken over.
    pub applied_at: Option<f64>,
}

/// A version, read from a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    file: String,
    #[serde(skip)]
    pub source: String,
    pub by: String,
    pub at: f64,
    pub note: VersionNote,
    /// Words of the clauses whose change is declared editorial.
    #[serde(default)]
    pub editorial: Vec<String>,
}

/// A step of procedure. `closes` is days from the seeding, and `clock` the time of that day in the zone of the forum.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Doing {
    /// Opens a round of comments.
    Open { closes: f64, clock: Clock },
    /// Opens a last call.
    LastCall { closes: f64, clock: Clock },
    /// Opens sign-off.
    SignOff { closes: f64, clock: Clock },
    /// Begins a silence.
    Silence { closes: f64, clock: Clock },
    /// Breaks a silence.
    BreakSilence { reason: Reason },
    /// Adopts the text.
    Adopt {},
}

/// A time of day, in the zone of the forum: `18:00`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Clock(pub Time);

impl TryFrom<String> for Clock {
    type Error = jiff::Error;

    fn try_from(written: String) -> Result<Self, jiff::Error> {
        written.parse().map(Self)
    }
}

/// A step that somebody takes, and when.
#[derive(Debug, Deserialize)]
pub struct Step {
    pub by: String,
    pub at: f64,
    #[serde(flatten)]
    pub doing: Doing,
}

/// A position on a version. `draft` is a reference, `seat` a slug, `by` a handle, `at` days from the seeding.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub draft: String,
    pub version: i32,
    pub seat: String,
    pub by: String,
    pub at: f64,
    /// The key of the position.
    pub take: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub lifted_by: String,
    /// Words of the clauses that an objection is about.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// The proof, where the secretariat records it for a seat.
    pub evidence: Option<Evidence>,
}

impl Script {
    /// Reads the script; refuses a file that is missing or says something unknown.
    pub fn read() -> Result<Self, BadScript> {
        #[derive(Deserialize)]
        struct Forums {
            forum: Vec<Forum>,
        }
        #[derive(Deserialize)]
        struct People {
            stakeholder: Vec<Stakeholder>,
            person: Vec<Person>,
        }
        #[derive(Deserialize)]
        struct Drafts {
            draft: Vec<Draft>,
        }
        #[derive(Deserialize)]
        struct Positions {
            position: Vec<Position>,
        }
        let Forums { forum: forums } = toml("forums.toml")?;
        let People { stakeholder: stakeholders, person: people } = toml("people.toml")?;
        let Drafts { draft: mut drafts } = toml("drafts.toml")?;
        let Positions { position: positions } = toml("positions.toml")?;
        let went::Referrals { referral: referrals } = toml("referrals.toml")?;
        let went::Adoptions { adoption: mut adoptions } = toml("adoptions.toml")?;
        for draft in &mut drafts {
            for version in &mut draft.versions {
                version.source = text(&version.file)?;
            }
            for file in &draft.thread_files {
                draft.threads.extend(toml::<talk::Threads>(file)?.thread);
            }
        }
        for adoption in &mut adoptions {
            adoption.source = adoption.file.as_deref().map(text).transpose()?;
        }
        Ok(Self { forums, stakeholders, people, drafts, positions, referrals, adoptions })
    }
}

impl Forum {
    /// The charter from its file. Refuses a file that is missing, and a charter that is empty, too long or has misleading characters.
    pub fn charter(&self) -> Result<Charter, BadScript> {
        let file = &self.charter;
        Charter::parse(&text(file)?).map_err(|error| BadScript::Charter { file: file.clone(), error })
    }
}

fn toml<T: DeserializeOwned>(file: &str) -> Result<T, BadScript> {
    toml::from_str(&text(file)?).map_err(|error| BadScript::Toml { file: file.to_owned(), error })
}

fn text(file: &str) -> Result<String, BadScript> {
    let bytes = Files::get(file).ok_or_else(|| BadScript::Missing(file.to_owned()))?.data;
    String::from_utf8(bytes.into_owned()).map_err(|_| BadScript::NotText(file.to_owned()))
}
