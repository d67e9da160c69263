//! What a stakeholder says of a version.

use serde::{Deserialize, Serialize};

use crate::{
    Message,
    text::ClauseId,
    typed::{BadWords, LiftTerms, Reason, ReservationText},
};

/// A position with the words that make it one: an objection without its terms cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "position", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Position {
    /// Agrees.
    Endorse,
    /// Does not agree, and lets the text pass.
    NoObjection,
    /// Agrees, with a statement that is published beside the text.
    EndorseWithReservation {
        /// The statement.
        text: ReservationText,
    },
    /// Disagrees, and says what would lift it.
    Object(Objection),
    /// Takes no side; counted among the seats that have a voice.
    Abstain,
    /// Stands aside; its seat is not counted.
    Recuse {
        /// Why it stands aside.
        reason: Reason,
    },
}

crate::kind::keyed!(
    /// Which position it is, without its words, in the order a form offers them.
    PositionKind {
        /// Agrees.
        Endorse = "endorse",
        /// Lets the text pass.
        NoObjection = "no-objection",
        /// Agrees, with a statement beside the text.
        EndorseWithReservation = "endorse-with-reservation",
        /// Disagrees, and says what would lift it.
        Object = "object",
        /// Takes no side.
        Abstain = "abstain",
        /// Stands aside and is not counted.
        Recuse = "recuse",
    }
);

/// An objection: why, to which clauses, and what would lift it. All three are there, so that it can be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked", into = "Unchecked")]
pub struct Objection {
    reason: Reason,
    clauses: Vec<ClauseId>,
    lifted_by: LiftTerms,
}

/// An objection as it is stored, before its clauses are known to be some.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    reason: Reason,
    clauses: Vec<ClauseId>,
    lifted_by: LiftTerms,
}

/// The fields of the form as they were sent; any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PositionForm {
    /// The key of a [`PositionKind`].
    pub position: String,
    /// The reason of an objection or a recusal.
    pub reason: String,
    /// The clauses an objection is about.
    pub clauses: Vec<ClauseId>,
    /// What would lift an objection.
    pub lifted_by: String,
    /// The text of a reservation.
    pub reservation: String,
}

/// One part of a position that is missing or too long.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The key names no position.
    #[error("no position was chosen")]
    NoPosition,
    /// The reason is empty.
    #[error("an objection needs its reason")]
    ObjectionWithoutReason,
    /// No clause is named.
    #[error("an objection needs the clauses it is about")]
    ObjectionWithoutClauses,
    /// What would lift it is empty.
    #[error("an objection needs what would lift it")]
    ObjectionWithoutTerms,
    /// The text is empty.
    #[error("a reservation needs its text")]
    ReservationWithoutText,
    /// The reason is empty.
    #[error("a recusal needs its reason")]
    RecusalWithoutReason,
    /// What is wrong with the reason of an objection.
    #[error("the reason of an objection: {0}")]
    Reason(BadWords),
    /// What is wrong with the terms that would lift an objection.
    #[error("the terms of an objection: {0}")]
    Terms(BadWords),
    /// What is wrong with the text of a reservation.
    #[error("the text of a reservation: {0}")]
    Reservation(BadWords),
    /// What is wrong with the reason of a recusal.
    #[error("the reason of a recusal: {0}")]
    Recusal(BadWords),
}

impl Position {
    /// Reads a form; refuses every missing part by its name, all of them at once.
    pub fn parse(form: &PositionForm) -> Result<Self, Vec<Refusal>> {
        let kind = PositionKind::from_key(form.position.trim()).ok_or_else(|| vec![Refusal::NoPosition])?;
        match kind {
            PositionKind::Endorse => Ok(Self::Endorse),
            PositionKind::NoObjection => Ok(Self::NoObjection),
            PositionKind::Abstain => Ok(Self::Abstain),
            PositionKind::EndorseWithReservation => {
                let text = ReservationText::parse(&form.reservation);
                let text = named(text, Refusal::ReservationWithoutText, Refusal::Reservation);
                Ok(Self::EndorseWithReservation { text: text.map_err(|refusal| vec![refusal])? })
            }
            PositionKind::Recuse => {
                let reason = Reason::parse(&form.reason);
                let reason = named(reason, Refusal::RecusalWithoutReason, Refusal::Recusal);
                Ok(Self::Recuse { reason: reason.map_err(|refusal| vec![refusal])? })
            }
            PositionKind::Object => Objection::parse(form).map(Self::Object),
        }
    }

    /// Which position it is.
    pub const fn kind(&self) -> PositionKind {
        match self {
            Self::Endorse => PositionKind::Endorse,
            Self::NoObjection => PositionKind::NoObjection,
            Self::EndorseWithReservation { .. } => PositionKind::EndorseWithReservation,
            Self::Object(_) => PositionKind::Object,
            Self::Abstain => PositionKind::Abstain,
            Self::Recuse { .. } => PositionKind::Recuse,
        }
    }

    /// The stable name of its kind.
    pub const fn key(&self) -> &'static str {
        self.kind().key()
    }
}

impl Objection {
    /// An objection; its clauses are put in order, each once. Refuses one that names no clause.
    pub fn new(reason: Reason, clauses: Vec<ClauseId>, lifted_by: LiftTerms) -> Result<Self, Refusal> {
        let mut clauses = clauses;
        clauses.sort_unstable();
        clauses.dedup();
        if clauses.is_empty() {
            return Err(Refusal::ObjectionWithoutClauses);
        }
        Ok(Self { reason, clauses, lifted_by })
    }

    /// Why the stakeholder objects.
    pub fn reason(&self) -> &Reason {
        &self.reason
    }

    /// The clauses it is about: at least one, in order, each once.
    pub fn clauses(&self) -> &[ClauseId] {
        &self.clauses
    }

    /// What would lift the objection.
    pub fn lifted_by(&self) -> &LiftTerms {
        &self.lifted_by
    }

    fn parse(form: &PositionForm) -> Result<Self, Vec<Refusal>> {
        let reason = named(Reason::parse(&form.reason), Refusal::ObjectionWithoutReason, Refusal::Reason);
        let terms = LiftTerms::parse(&form.lifted_by);
        let terms = named(terms, Refusal::ObjectionWithoutTerms, Refusal::Terms);
        let clauses = if form.clauses.is_empty() { Err(Refusal::ObjectionWithoutClauses) } else { Ok(()) };
        match (reason, clauses, terms) {
            (Ok(reason), Ok(()), Ok(terms)) => {
                Self::new(reason, form.clauses.clone(), terms).map_err(|refusal| vec![refusal])
            }
            (reason, clauses, terms) => {
                Err([reason.err(), clauses.err(), terms.err()].into_iter().flatten().collect())
            }
        }
    }
}

impl TryFrom<Unchecked> for Objection {
    type Error = Refusal;

    fn try_from(stored: Unchecked) -> Result<Self, Refusal> {
        Self::new(stored.reason, stored.clauses, stored.lifted_by)
    }
}

impl From<Objection> for Unchecked {
    fn from(Objection { reason, clauses, lifted_by }: Objection) -> Self {
        Self { reason, clauses, lifted_by }
    }
}

impl Refusal {
    /// What to say to whoever signs.
    pub fn message(&self) -> Message {
        match self {
            Self::NoPosition => Message::new("refusal-no-position"),
            Self::ObjectionWithoutReason => Message::new("refusal-objection-without-reason"),
            Self::ObjectionWithoutClauses => Message::new("refusal-objection-without-clauses"),
            Self::ObjectionWithoutTerms => Message::new("refusal-objection-without-terms"),
            Self::ReservationWithoutText => Message::new("refusal-reservation-without-text"),
            Self::RecusalWithoutReason => Message::new("refusal-recusal-without-reason"),
            Self::Reason(bad) | Self::Terms(bad) | Self::Reservation(bad) | Self::Recusal(bad) => {
                bad.message()
            }
        }
    }
}

impl From<Refusal> for Message {
    fn from(refusal: Refusal) -> Self {
        refusal.message()
    }
}

/// Empty words are a part of the position that is missing; others are bad words of that part.
fn named<T>(
    words: Result<T, BadWords>,
    missing: Refusal,
    bad: impl FnOnce(BadWords) -> Refusal,
) -> Result<T, Refusal> {
    words.map_err(|words| match words {
        BadWords::Empty { .. } => missing,
        BadWords::TooLong { .. } | BadWords::Misleading(_) => bad(words),
    })
}

#[cfg(test)]
mod tests;
