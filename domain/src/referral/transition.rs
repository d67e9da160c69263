//! The ways from one state to another. Each refuses with what is missing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Act, Answer, Ask, Needed, Path, Refers, Refusal, State};
use crate::{stage::Stage, typed::Reason, visibility::Visibility};

/// What must be known to send a referral, besides its state.
#[derive(Clone, Copy, Debug)]
pub struct Sending<'a> {
    /// The version that is meant; none when there is none of that number.
    pub version: Option<u32>,
    /// The stage of the draft, by the clock.
    pub stage: &'a Stage,
    /// Who may see the draft.
    pub visibility: Visibility,
    /// Which texts the forum refers.
    pub refers: Refers,
    /// Where the text has been, the sender last.
    pub path: &'a Path,
    /// The slug of the forum it goes to; none for a body without Comity.
    pub to: Option<&'a str>,
    /// The number of an open referral of this version to the same receiver.
    pub under_way: Option<i32>,
    /// The first instant at which the receiver can answer by its own rule.
    pub soonest: Option<DateTime<Utc>>,
}

crate::kind::keyed!(
    /// What a text needs to leave its forum, whoever it goes to.
    Need {
        /// A version.
        Published = "published",
        /// That everybody may read it.
        Open = "open",
        /// That the forum refers such a text: an adopted one, or any.
        Agreed = "agreed",
    }
);

impl Sending<'_> {
    /// What the text needs to be sent to anybody at all, in order, each with why it is not so yet.
    pub fn needs(&self, now: DateTime<Utc>) -> [(Need, Result<(), Refusal>); 3] {
        let open = match self.visibility {
            Visibility::Embargoed { until } if now < until => Err(Refusal::Embargoed { until }),
            Visibility::Members => Err(Refusal::MembersOnly),
            Visibility::Embargoed { .. } | Visibility::Public => Ok(()),
        };
        let agreed = match (self.stage, self.refers) {
            (Stage::Withdrawn { .. }, _) => Err(Refusal::TextWithdrawn),
            (Stage::Adopted { version: adopted, .. } | Stage::Superseded { version: adopted, .. }, _)
                if Some(*adopted) == self.version =>
            {
                Ok(())
            }
            (_, Refers::Published) => Ok(()),
            (_, Refers::Adopted) => Err(Refusal::NotAdopted),
        };
        let published = self.version.map(drop).ok_or(Refusal::NotPublished);
        [(Need::Published, published), (Need::Open, open), (Need::Agreed, agreed)]
    }

    /// Refuses a text that may not leave its forum yet, or not again, and one that would go where it has been.
    pub fn check(&self, ask: &Ask, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.needs(now).into_iter().try_for_each(|(_, met)| met)?;
        if let Some(to) = self.to {
            self.path.check(to)?;
        }
        if let Some(number) = self.under_way {
            return Err(Refusal::Twice { number });
        }
        ask.check(self.soonest, now)
    }
}

impl State {
    /// Hands a prepared referral over. Refuses any other, and what [`Sending::check`] refuses.
    pub fn send(self, sending: &Sending<'_>, ask: &Ask, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Prepared {} => {
                sending.check(ask, now)?;
                Ok(Self::Sent { sent: now, due: ask.due })
            }
            other => Err(other.wrong(Needed::Prepared)),
        }
    }

    /// Takes it on. Refuses one that was not sent, that was taken on before, or that has ended.
    pub fn receive(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Sent { due, .. } => Ok(Self::Received { received: now, due }),
            other => Err(other.wrong(Needed::Sent)),
        }
    }

    /// Gives it to somebody, in words; may be said again. Refuses one that is not received.
    pub fn assign(self, to: String) -> Result<Self, Refusal> {
        match self {
            Self::Received { received, due }
            | Self::Assigned { received, due, .. }
            | Self::Interim { received, due, .. } => Ok(Self::Assigned { received, due, to }),
            other => Err(other.wrong(Needed::Received)),
        }
    }

    /// Names another day. Refuses one that has ended, a day that is over, and the day that is there.
    pub fn counter(self, day: DateTime<Utc>, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if !self.is_open() {
            return Err(self.wrong(Needed::Open));
        }
        if day <= now {
            return Err(Refusal::DuePast { due: day });
        }
        if self.due() == Some(day) {
            return Err(Refusal::SameDue);
        }
        let due = Some(day);
        Ok(match self {
            Self::Sent { sent, .. } => Self::Sent { sent, due },
            Self::Received { received, .. } => Self::Received { received, due },
            Self::Assigned { received, to, .. } => Self::Assigned { received, due, to },
            Self::Interim { received, last, .. } => Self::Interim { received, due, last },
            other => other,
        })
    }

    /// Says how far it is, any number of times. Refuses one that is not received.
    pub fn interim(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Received { received, due }
            | Self::Assigned { received, due, .. }
            | Self::Interim { received, due, .. } => Ok(Self::Interim { received, due, last: now }),
            other => Err(other.wrong(Needed::Received)),
        }
    }

    /// Answers, in part or the whole. Refuses one that is not received, and an answer that is not whole where it says so
    /// ([`Answer::check`]). `asked` says how many clauses were sent.
    pub fn answer(self, answer: &Answer, asked: usize, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if !self.is_received() {
            return Err(self.wrong(Needed::Received));
        }
        answer.check(asked)?;
        if answer.is_final { Ok(Self::Answered { at: now, act: answer.act }) } else { self.interim(now) }
    }

    /// Sends it back unread. Refuses one that was received, or that has ended.
    pub fn decline(self, reason: Reason, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Sent { .. } => Ok(Self::Declined { at: now, reason }),
            other => Err(other.wrong(Needed::Sent)),
        }
    }

    /// Points to another body. Refuses one that was received, or that has ended.
    pub fn redirect(self, to: String, reason: Reason, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Sent { .. } => Ok(Self::Redirected { at: now, to, reason }),
            other => Err(other.wrong(Needed::Sent)),
        }
    }

    /// Takes it back; what the receiver made of it stays with the receiver. Refuses one that is not sent, or that has ended.
    pub fn withdraw(self, reason: Reason, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if self.is_open() { Ok(Self::Withdrawn { at: now, reason }) } else { Err(self.wrong(Needed::Open)) }
    }

    /// Waits no longer. Refuses one that has ended, and one that is not overdue.
    pub fn expire(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if !self.is_open() {
            return Err(self.wrong(Needed::Open));
        }
        if self.is_overdue(now) { Ok(Self::Expired { at: now }) } else { Err(Refusal::NotOverdue) }
    }

    fn wrong(&self, needed: Needed) -> Refusal {
        Refusal::WrongState { needed, state: self.name() }
    }
}

impl Act {
    /// Whether an answer with this act says of each clause what became of it.
    pub const fn takes_clauses(self) -> bool {
        match self {
            Self::Adopted | Self::Adapted => true,
            Self::Noted | Self::Welcomed | Self::Endorsed | Self::NotTakenUp => false,
        }
    }
}
