//! The ways from one stage to another. Each starts from the stage the clock says, and refuses with what is missing.

use chrono::{DateTime, Utc};

use super::{Facts, Needed, Refusal, SIGN_OFF, SILENCE, Stage, later};
use crate::tally::{Obstacle, Tally};
use crate::typed::Reason;

impl Stage {
    /// Opens the first round, or a later one once a clause changed in substance. An opening in the future announces the round; one in the
    /// past means now. Refuses in any stage but drafting and disposition, without a version, without a change of substance, and an end that
    /// is not after the opening.
    pub fn open_round(
        self,
        facts: &Facts,
        opens: DateTime<Utc>,
        closes: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        let stage = self.as_of(now);
        let round = match &stage {
            Self::Drafting => 1,
            Self::Disposition { round, .. } => round.saturating_add(1),
            other => return Err(other.wrong(Needed::DraftingOrDisposition)),
        };
        let version = facts.latest.ok_or(Refusal::NothingPublished)?;
        if let Self::Disposition { version, .. } = stage
            && !facts.changed_in_substance
        {
            return Err(Refusal::NothingChanged { version });
        }
        let opens = opens.max(now);
        if closes <= opens {
            return Err(Refusal::ClosesTooSoon);
        }
        Ok(Self::Consultation { round, version, opens, closes })
    }

    /// Ends a round or a last call; refuses in any other stage. Before its deadline it refuses, unless a reason is given for the record.
    pub fn close(self, early: Option<&Reason>, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Consultation { closes, .. } | Self::LastCall { closes, .. }
                if now < closes && early.is_none() =>
            {
                Err(Refusal::StillOpen { closes })
            }
            Self::Consultation { round, version, .. } => Ok(Self::Disposition { round, version }),
            Self::LastCall { round, version, closes } => {
                Ok(Self::SignOff { round, version, closes: later(closes.min(now), SIGN_OFF) })
            }
            other => Err(other.wrong(Needed::RoundOrLastCall)),
        }
    }

    /// Moves a deadline to a later instant, for a reason. Refuses a stage without a deadline, one that has passed (except in sign-off,
    /// which does not end by itself), and a new end that is not later than the old one and than now.
    pub fn extend(self, to: DateTime<Utc>, _reason: &Reason, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let stage = self.as_of(now);
        let Some(closes) = stage.deadline() else { return Err(stage.wrong(Needed::Timed)) };
        if to <= closes || to <= now {
            return Err(Refusal::NotLater { closes: closes.max(now) });
        }
        Ok(match stage {
            Self::Consultation { round, version, opens, .. } => {
                Self::Consultation { round, version, opens, closes: to }
            }
            Self::LastCall { round, version, .. } => Self::LastCall { round, version, closes: to },
            Self::SignOff { round, version, .. } => Self::SignOff { round, version, closes: to },
            Self::Silence { round, version, .. } => Self::Silence { round, version, until: to },
            other => other,
        })
    }

    /// Opens the last call on the latest version. Refuses in any stage but disposition, while a thread has no disposition, while one that
    /// was accepted sees its clause unchanged, and an end that is not after now.
    pub fn open_last_call(
        self,
        facts: &Facts,
        closes: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        match self.as_of(now) {
            Self::Disposition { round, .. } => {
                let version = facts.latest.ok_or(Refusal::NothingPublished)?;
                first(facts.against_last_call())?;
                if closes <= now {
                    return Err(Refusal::ClosesTooSoon);
                }
                Ok(Self::LastCall { round, version, closes })
            }
            other => Err(other.wrong(Needed::Disposition)),
        }
    }

    /// Sends the text back to disposition when somebody objects in a last call; refuses in any other stage.
    pub fn object_in_last_call(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self.as_of(now) {
            Self::LastCall { round, version, .. } => Ok(Self::Disposition { round, version }),
            other => Err(other.wrong(Needed::LastCall)),
        }
    }

    /// Opens sign-off until an instant of the secretariat's choice once the last call stayed quiet to its end. Refuses before, in any other
    /// stage, and an end that is not after now.
    pub fn open_sign_off(self, until: DateTime<Utc>, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::LastCall { closes, .. } if now < closes => Err(Refusal::StillOpen { closes }),
            Self::LastCall { .. } if until <= now => Err(Refusal::ClosesTooSoon),
            Self::LastCall { round, version, .. } => Ok(Self::SignOff { round, version, closes: until }),
            other => Err(other.wrong(Needed::LastCall)),
        }
    }

    /// Returns a text in sign-off to disposition, for a reason: an objection can then be met by a new version. Refuses in any other stage.
    pub fn take_back(self, _reason: &Reason, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self.as_of(now) {
            Self::SignOff { round, version, .. } => Ok(Self::Disposition { round, version }),
            other => Err(other.wrong(Needed::SignOff)),
        }
    }

    /// Asks the seats to speak now or let it pass. Refuses in any stage but sign-off, less than 72 hours, and while an objection stands.
    pub fn open_silence(
        self,
        tally: &Tally,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        match self.as_of(now) {
            Self::SignOff { round, version, .. } => {
                first(against_silence(tally))?;
                if until < later(now, SILENCE) {
                    let hours = u32::try_from(SILENCE.num_hours()).unwrap_or(u32::MAX);
                    return Err(Refusal::SilenceTooShort { hours });
                }
                Ok(Self::Silence { round, version, until })
            }
            other => Err(other.wrong(Needed::SignOff)),
        }
    }

    /// Breaks a silence in writing and returns the text to disposition; every silent consent is void. Refuses in any other stage.
    pub fn break_silence(self, _reason: &Reason, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self.as_of(now) {
            Self::Silence { round, version, .. } => Ok(Self::Disposition { round, version }),
            other => Err(other.wrong(Needed::Silence)),
        }
    }

    /// Adopts the text when the rule is met in sign-off, or when a silence ended unbroken (at the instant it
    /// ended). Refuses otherwise, with what stands in the way.
    pub fn adopt(self, tally: &Tally, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Silence { until, .. } if now < until => Err(Refusal::StillSilent { until }),
            Self::Silence { version, until, .. } => Ok(Self::Adopted { version, at: until }),
            other => match other.as_of(now) {
                Self::SignOff { version, .. } => {
                    first(against_adoption(tally))?;
                    Ok(Self::Adopted { version, at: now })
                }
                other => Err(other.wrong(Needed::SignOffOrSilence)),
            },
        }
    }

    /// Stops the clock of a draft, for a reason. Refuses one whose life is over, and one that is suspended already.
    pub fn suspend(self, reason: Reason, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let stage = self.as_of(now);
        if stage.is_over() || matches!(stage, Self::Suspended { .. }) {
            return Err(stage.wrong(Needed::Running));
        }
        Ok(Self::Suspended { from: Box::new(stage), since: now, reason })
    }

    /// Goes back to the stage that was suspended, with the time that remained then. Refuses a draft that is not suspended.
    pub fn resume(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Suspended { from, since, .. } => Ok(from.shifted(now - since)),
            other => Err(other.as_of(now).wrong(Needed::Suspended)),
        }
    }

    /// Gives the draft up, for a reason; everything said stays to be read. Refuses one whose life is over.
    pub fn withdraw(self, reason: Reason, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let stage = self.as_of(now);
        if stage.is_over() {
            return Err(stage.wrong(Needed::NotOver));
        }
        Ok(Self::Withdrawn { at: now, reason })
    }

    /// Marks an adopted text as replaced by the draft of this reference. Refuses a text that is not adopted.
    pub fn supersede(self, by: String, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self.as_of(now) {
            Self::Adopted { version, .. } => Ok(Self::Superseded { version, by, at: now }),
            other => Err(other.wrong(Needed::Adopted)),
        }
    }

    pub(super) fn wrong(&self, needed: Needed) -> Refusal {
        Refusal::WrongStage { needed, stage: self.name() }
    }
}

impl Facts {
    /// Everything that stands between a disposition and its last call.
    pub(super) fn against_last_call(&self) -> Vec<Refusal> {
        let unanswered = (self.unanswered > 0).then_some(Refusal::Unanswered { threads: self.unanswered });
        let unchanged = (self.accepted_unchanged > 0)
            .then_some(Refusal::AcceptedUnchanged { threads: self.accepted_unchanged });
        unanswered.into_iter().chain(unchanged).collect()
    }
}

pub(super) fn against_silence(tally: &Tally) -> Vec<Refusal> {
    let blocks = |obstacle: &&Obstacle| matches!(obstacle, Obstacle::Objections { .. } | Obstacle::NoSeats);
    tally.obstacles.iter().filter(blocks).copied().map(Refusal::RuleNotMet).collect()
}

pub(super) fn against_adoption(tally: &Tally) -> Vec<Refusal> {
    tally.obstacles.iter().copied().map(Refusal::RuleNotMet).collect()
}

fn first(refusals: Vec<Refusal>) -> Result<(), Refusal> {
    refusals.into_iter().next().map_or(Ok(()), Err)
}
