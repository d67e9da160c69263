//! What a referral asks and carries.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Hop, Path, Refusal};
use crate::{
    text::{ClauseId, Digest},
    typed::Reason,
};

crate::kind::keyed!(
    /// What a text is referred for.
    Purpose {
        /// To be known; nobody waits for an answer.
        Information = "information",
        /// To be commented on.
        Comment = "comment",
        /// To be reviewed clause by clause.
        Review = "review",
        /// To be acted on.
        Action = "action",
        /// In reply to a referral.
        Response = "response",
    }
);
crate::kind::keyed!(
    /// What the sender asks the receiver to do with the text.
    Sought { Note = "note", Welcome = "welcome", Endorse = "endorse", Adopt = "adopt", Adapt = "adapt" }
);
crate::kind::keyed!(
    /// What the receiver did with the text.
    Act {
        /// It took note.
        Noted = "noted",
        /// It welcomed the text.
        Welcomed = "welcomed",
        /// It stands behind the text, which stays with the sender.
        Endorsed = "endorsed",
        /// It made the text its own, word for word.
        Adopted = "adopted",
        /// It made the text its own, with changes.
        Adapted = "adapted",
        /// It did not take the text up.
        NotTakenUp = "not-taken-up",
    }
);
crate::kind::keyed!(
    /// What an answer is: a position that the receiver agreed, or what its members said.
    Standing { Agreed = "agreed", Collected = "collected" }
);
crate::kind::keyed!(
    /// Who keeps the text from now on.
    Keeper { Sender = "sender", Receiver = "receiver", Both = "both" }
);
crate::kind::keyed!(
    /// Which of its texts a forum refers: those it adopted, or whatever it published.
    Refers { Adopted = "adopted", Published = "published" }
);

/// What the secretariat asks of the receiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// What the text is referred for.
    pub purpose: Purpose,
    /// The act that is sought.
    pub sought: Sought,
    /// The clauses that are meant; none means all.
    pub clauses: Vec<ClauseId>,
    /// Questions, each of which gets its own answer.
    pub questions: Vec<Reason>,
    /// When the answer is due; none when nobody waits for one.
    pub due: Option<DateTime<Utc>>,
    /// Before this instant nothing can be done with an answer.
    pub earliest: Option<DateTime<Utc>>,
    /// The covering note, in Markdown.
    pub note: Reason,
}

/// On what terms the text is handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Who keeps the text afterwards.
    pub keeper: Keeper,
    /// Under which licence the text may be used.
    pub licence: String,
    /// Whether changes must come back, with reasons.
    pub comes_back: bool,
    /// Whom to ask.
    pub contact: String,
}

/// What is sent, whole: what was asked, and what was taken from the record at that instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// How it is cited by both ends: `DN-2025-003/1`.
    pub id: String,
    /// The forum that sends it, by its slug and name.
    pub from: Hop,
    /// Where the text has been before, the sender last.
    pub path: Path,
    /// The body it goes to: the name, and the slug of a forum that is here.
    pub to: String,
    /// The slug of the forum it goes to; none for a body without Comity.
    pub to_forum: Option<String>,
    /// The title of the text.
    pub title: String,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// The number of the version.
    pub version: i32,
    /// SHA-256 of its source.
    pub digest: Digest,
    /// When it was adopted; none for a text that is not.
    pub adopted: Option<DateTime<Utc>>,
    /// How many seats count in favour, against, and how many there are, when it was sent.
    pub seats: (u32, u32, u32),
    /// The names of those that hold a reservation.
    pub reservations: Vec<String>,
    /// Threads, and how many of them were answered.
    pub threads: (u32, u32),
    /// What is asked.
    pub ask: Ask,
    /// On what terms.
    pub terms: Terms,
}

impl Ask {
    /// Refuses a deadline that is over, one before the answer is of use, and one before the receiver can answer by its own rule.
    pub fn check(&self, soonest: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<(), Refusal> {
        let Some(due) = self.due else { return Ok(()) };
        if due <= now {
            return Err(Refusal::DuePast { due });
        }
        if let Some(soonest) = soonest.filter(|soonest| due < *soonest) {
            return Err(Refusal::DueTooSoon { soonest });
        }
        match self.earliest {
            Some(earliest) if earliest > due => Err(Refusal::UselessBeforeDue { earliest }),
            _ => Ok(()),
        }
    }
}
