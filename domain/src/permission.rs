//! Who may do what: one table of role, action, stage and visibility. Nothing else decides.
//!
//! What one may not see does not exist: it is [`Denied::NotFound`], never "forbidden".

mod action;
mod table;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Joining, Message, disposition,
    stage::{self, Stage},
    visibility::Visibility,
};

pub use action::Action;

/// A role in a forum. A person has several: everyone signed in is a commenter, a delegate also by mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Runs the instance: forums, mandates, moderation. Has no hand in the texts.
    Admin,
    /// Runs the procedure of a forum: rounds, answers, sign-off, adoption.
    Secretariat,
    /// Writes the text of the forum's drafts and answers threads.
    Editor,
    /// Has a live mandate for a stakeholder with a seat in the forum.
    Delegate,
    /// Looks after the mandates of one stakeholder.
    FocalPoint,
    /// Was let in by the secretariat, to speak in a forum that not everybody speaks in.
    Participant,
    /// Any signed-in account.
    Commenter,
    /// May see what the members see.
    Observer,
    /// Anyone at all, signed in or not.
    Anonymous,
}

/// Where the action would happen.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Of the draft, or of the forum itself.
    pub visibility: Visibility,
    /// Of the draft; none for the forum itself.
    pub stage: Option<&'a Stage>,
    /// Whether the draft has a version; one without is seen by those who write it. True for a forum.
    pub published: bool,
    /// Whether the forum takes comments after a round has closed, marked late.
    pub late_comments: bool,
    /// How people come to speak in the forum.
    pub joining: Joining,
}

/// Why somebody may not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// Not to be seen by this person: as if it were not there (404).
    #[error("not found")]
    NotFound,
    /// Somebody who signs in might (401).
    #[error("sign in first")]
    SignIn,
    /// Others may (403); the message of the action says who.
    #[error("{} is for {who:?}", .action.key())]
    Forbidden {
        /// What was asked.
        action: Action,
        /// The roles that may.
        who: &'static [Role],
    },
    /// For those who were let in, in a forum where not everybody speaks (403).
    #[error("not let in: {}", .0.key())]
    NotLetIn(Joining),
    /// Not at this stage of the draft (409).
    #[error(transparent)]
    Stage(#[from] stage::Refusal),
    /// Not at this point of the thread (409).
    #[error(transparent)]
    Thread(#[from] disposition::Refusal),
}

/// Lets a person with these roles act. Refuses with [`Denied::NotFound`] what they may not see, with [`Denied::SignIn`] or
/// [`Denied::Forbidden`] what is for others, and with [`Denied::Stage`] what is not possible at the stage of the draft; in this order.
pub fn may(roles: &[Role], action: Action, place: &Place<'_>, now: DateTime<Utc>) -> Result<(), Denied> {
    let inside = roles.iter().any(|role| role.belongs());
    let usable: Vec<Role> = roles.iter().copied().filter(|role| role.enters(place, inside, now)).collect();
    if usable.is_empty() {
        return Err(Denied::NotFound);
    }
    let who = table::who(action);
    if !usable.iter().any(|role| who.contains(role)) {
        let stranger = usable.iter().all(|role| *role == Role::Anonymous);
        return Err(if stranger { Denied::SignIn } else { Denied::Forbidden { action, who } });
    }
    if !usable.iter().any(|role| who.contains(role) && table::speaks(*role, action, place.joining)) {
        return Err(Denied::NotLetIn(place.joining));
    }
    match place.stage {
        Some(stage) => Ok(table::when(action, &stage.clone().as_of(now), place.late_comments, now)?),
        None => Ok(()),
    }
}

/// Whether an action is for one of these roles at some stage. Whether it is possible now, [`may`] says.
pub fn is_for(roles: &[Role], action: Action) -> bool {
    roles.iter().any(|role| table::who(action).contains(role))
}

/// Whether a comment posted now would be marked late, as the round is over. Whether the forum takes late comments is not asked here.
pub fn is_late(stage: &Stage, now: DateTime<Utc>) -> bool {
    matches!(stage.clone().as_of(now), Stage::Disposition { .. })
}

impl Role {
    /// The stable name, in files, forms and message ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Secretariat => "secretariat",
            Self::Editor => "editor",
            Self::Delegate => "delegate",
            Self::FocalPoint => "focal-point",
            Self::Participant => "participant",
            Self::Commenter => "commenter",
            Self::Observer => "observer",
            Self::Anonymous => "anonymous",
        }
    }

    /// Whether it makes one of those a forum consists of, who see what its members see.
    pub const fn belongs(self) -> bool {
        match self {
            Self::Admin
            | Self::Secretariat
            | Self::Editor
            | Self::Delegate
            | Self::FocalPoint
            | Self::Observer => true,
            Self::Participant | Self::Commenter | Self::Anonymous => false,
        }
    }

    /// Whether this role opens the door. Behind a closed one only the roles of the forum count, so that a commenter who is let in as an
    /// observer still only observes; a participant speaks there who is inside by another role.
    fn enters(self, place: &Place<'_>, inside: bool, now: DateTime<Utc>) -> bool {
        let writes = matches!(self, Self::Admin | Self::Secretariat | Self::Editor);
        let belongs = self.belongs() || (self == Self::Participant && inside);
        if place.published { belongs || place.visibility.is_public(now) } else { writes }
    }
}

impl<'a> Place<'a> {
    /// The place of an action in a forum, or on a list in it: no stage, so that only the role decides.
    pub const fn forum(visibility: Visibility) -> Self {
        Self { visibility, stage: None, published: true, late_comments: false, joining: Joining::Open }
    }

    /// The place of an action on a draft at this stage. `published` says whether it has a version. Takes no late comments.
    pub const fn draft(visibility: Visibility, stage: &'a Stage, published: bool) -> Self {
        Self { visibility, stage: Some(stage), published, late_comments: false, joining: Joining::Open }
    }

    /// This place, with whether the forum takes comments after a round has closed.
    #[must_use]
    pub const fn with_late_comments(mut self, allowed: bool) -> Self {
        self.late_comments = allowed;
        self
    }

    /// This place in a forum where people come to speak so.
    #[must_use]
    pub const fn with_joining(mut self, joining: Joining) -> Self {
        self.joining = joining;
        self
    }
}

impl Denied {
    /// What to say to whoever may not.
    pub fn message(&self) -> Message {
        match self {
            Self::NotFound => Message::new("refusal-not-found"),
            Self::SignIn => Message::new("refusal-sign-in"),
            Self::Forbidden { action, .. } => Message::new(action.who_id()),
            Self::NotLetIn(joining) => Message::new(match joining {
                Joining::Open | Joining::Confirmed => "refusal-not-confirmed",
                Joining::Invited => "refusal-not-invited",
            }),
            Self::Stage(refusal) => refusal.message(),
            Self::Thread(refusal) => refusal.message(),
        }
    }
}

impl From<Denied> for Message {
    fn from(denied: Denied) -> Self {
        denied.message()
    }
}

#[cfg(test)]
mod tests;
