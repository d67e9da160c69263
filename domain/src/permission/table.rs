//! The table itself: for each action who, and when.

use Role::{Admin, Anonymous, Commenter, Delegate, Editor, FocalPoint, Observer, Participant, Secretariat};
use chrono::{DateTime, Utc};

use super::{Action, Role};
use crate::{
    Joining,
    stage::{Needed, Refusal, Stage},
};

const EVERYONE: &[Role] =
    &[Admin, Secretariat, Editor, Delegate, FocalPoint, Participant, Commenter, Observer, Anonymous];
const VOICES: &[Role] = &[Secretariat, Editor, Delegate, FocalPoint, Participant, Commenter];
const WRITERS: &[Role] = &[Secretariat, Editor];
const SECRETARIAT: &[Role] = &[Secretariat];
const NOBODY: &[Role] = &[];

/// Who may, whatever the stage.
pub(super) const fn who(action: Action) -> &'static [Role] {
    match action {
        Action::See | Action::Join => EVERYONE,
        Action::Comment | Action::Suggest | Action::Reply => VOICES,
        // Whoever speaks for a stakeholder knows its law, with or without a seat; the verb asks for the mandate.
        Action::RecordAdoption { own: true } | Action::DisputeAdoption => VOICES,
        Action::EditComment { own: true }
        | Action::Withdraw { own: true }
        | Action::Acknowledge { own: true }
        | Action::RepairPlacement { own: true } => VOICES,
        Action::EditComment { own: false }
        | Action::Withdraw { own: false }
        | Action::Acknowledge { own: false }
        | Action::LiftObjection { own: false } => NOBODY,
        Action::SignOff | Action::BreakSilence | Action::LiftObjection { own: true } => &[Delegate],
        Action::CreateDraft
        | Action::SeeWorkingText
        | Action::EditWorkingText
        | Action::PublishVersion
        | Action::Answer
        | Action::CorrectPairing
        | Action::RepairPlacement { own: false } => WRITERS,
        Action::OpenRound
        | Action::ExtendDeadline
        | Action::CloseRound
        | Action::Reopen
        | Action::SignOffOnBehalf
        | Action::OpenLastCall
        | Action::OpenSignOff
        | Action::TakeBack
        | Action::OpenSilence
        | Action::Adopt
        | Action::Suspend
        | Action::Resume
        | Action::WithdrawDraft
        | Action::Supersede
        | Action::Refer
        | Action::ReceiveReferral
        | Action::AnswerReferral
        | Action::RecordAdoption { own: false }
        | Action::ChangeVisibility => SECRETARIAT,
        Action::Moderate | Action::Erase | Action::ManageForum => &[Admin, Secretariat],
        // Trust is each one's own: a secretariat speaks for its forum, a focal point for its stakeholder, and an administrator for neither.
        Action::GrantMandate { own: true }
        | Action::EndMandate { own: true }
        | Action::NameFocalPoint { own: true } => &[FocalPoint],
        Action::GrantMandate { own: false } | Action::EndMandate { own: false } => SECRETARIAT,
        Action::DismissFocalPoint { own: true } => &[FocalPoint],
        Action::CreateForum
        | Action::EnterStakeholder
        | Action::RegisterAccount
        | Action::ChooseSignIn
        | Action::ManagePeers
        | Action::NameFocalPoint { own: false }
        | Action::DismissFocalPoint { own: false } => &[Admin],
    }
}

/// Whether somebody with this role alone may, where people come to speak so. What is one's own stays one's own, and who belongs to a forum
/// needs no leave to speak in it.
pub(super) const fn speaks(role: Role, action: Action, joining: Joining) -> bool {
    let is_new = matches!(role, Commenter | Anonymous | Observer);
    match (action, joining) {
        (Action::Comment | Action::Suggest | Action::Reply, Joining::Confirmed | Joining::Invited)
        | (Action::Join, Joining::Invited) => !is_new,
        _ => true,
    }
}

/// Refuses an action at a stage that is not one of its own. `stage` is the effective one; what a transition needs besides, it says itself.
pub(super) fn when(action: Action, stage: &Stage, late: bool, now: DateTime<Utc>) -> Result<(), Refusal> {
    use Stage::{Adopted, Consultation, Disposition, Drafting, LastCall, SignOff, Silence, Suspended};
    let (needed, holds) = match action {
        Action::See
        | Action::CreateDraft
        | Action::SeeWorkingText
        | Action::Moderate
        | Action::Erase
        // At which stage a text is referred, the forum says (`referral::Sending`); what came in goes by its own state.
        | Action::Refer
        | Action::ReceiveReferral
        | Action::AnswerReferral
        | Action::CorrectPairing
        | Action::RecordAdoption { .. }
        | Action::DisputeAdoption
        | Action::ChangeVisibility
        | Action::ManageForum
        // An answer is judged by its own time, which goes on when the text is adopted, suspended or taken back.
        | Action::Acknowledge { .. }
        | Action::GrantMandate { .. }
        | Action::EndMandate { .. }
        | Action::NameFocalPoint { .. }
        | Action::DismissFocalPoint { .. }
        | Action::CreateForum
        | Action::EnterStakeholder
        | Action::RegisterAccount
        | Action::ChooseSignIn
        | Action::ManagePeers => return Ok(()),
        Action::Comment | Action::Suggest | Action::Join => return open_for_comment(stage, late, now),
        Action::SignOff | Action::SignOffOnBehalf => return open_for_positions(stage, now),
        Action::PublishVersion | Action::OpenRound => {
            (Needed::DraftingOrDisposition, matches!(stage, Drafting | Disposition { .. }))
        }
        Action::EditWorkingText => (
            Needed::DraftingOrDisposition,
            matches!(stage, Drafting | Consultation { .. } | Disposition { .. }),
        ),
        Action::CloseRound => {
            (Needed::RoundOrLastCall, matches!(stage, Consultation { .. } | LastCall { .. }))
        }
        Action::ExtendDeadline => (Needed::Timed, stage.deadline().is_some()),
        Action::Answer | Action::Reopen => (
            Needed::OpenForAnswers,
            matches!(stage, Consultation { .. } | Disposition { .. } | LastCall { .. }),
        ),
        Action::Reply
        | Action::EditComment { .. }
        | Action::Withdraw { .. }
        | Action::RepairPlacement { .. }
        | Action::LiftObjection { .. }
        | Action::Suspend => (Needed::Running, !stage.is_over() && !matches!(stage, Suspended { .. })),
        Action::OpenLastCall => (Needed::Disposition, matches!(stage, Disposition { .. })),
        // A last call that stayed quiet is in sign-off by the clock already.
        Action::OpenSignOff => (Needed::LastCall, matches!(stage, LastCall { .. } | SignOff { .. })),
        Action::TakeBack | Action::OpenSilence => (Needed::SignOff, matches!(stage, SignOff { .. })),
        Action::BreakSilence => (Needed::Silence, matches!(stage, Silence { .. })),
        // A silence that ended is adopted by the clock already, and may still be entered in the record.
        Action::Adopt => {
            (Needed::SignOffOrSilence, matches!(stage, SignOff { .. } | Silence { .. } | Adopted { .. }))
        }
        Action::Resume => (Needed::Suspended, matches!(stage, Suspended { .. })),
        Action::WithdrawDraft => (Needed::NotOver, !stage.is_over()),
        Action::Supersede => (Needed::Adopted, matches!(stage, Adopted { .. })),
    };
    if holds { Ok(()) } else { Err(Refusal::WrongStage { needed, stage: stage.name() }) }
}

fn open_for_comment(stage: &Stage, late: bool, now: DateTime<Utc>) -> Result<(), Refusal> {
    match stage {
        Stage::Consultation { opens, .. } if now < *opens => Err(Refusal::NotOpenYet { opens: *opens }),
        Stage::Consultation { .. } | Stage::LastCall { .. } => Ok(()),
        Stage::Disposition { .. } if late => Ok(()),
        other => Err(Refusal::WrongStage { needed: Needed::OpenForComment, stage: other.name() }),
    }
}

/// From the first consultation on, until sign-off closes.
fn open_for_positions(stage: &Stage, now: DateTime<Utc>) -> Result<(), Refusal> {
    match stage {
        Stage::Consultation { round: 1, opens, .. } if now < *opens => {
            Err(Refusal::NotOpenYet { opens: *opens })
        }
        Stage::Consultation { .. } | Stage::Disposition { .. } | Stage::LastCall { .. } => Ok(()),
        Stage::SignOff { closes, .. } if now >= *closes => Err(Refusal::Closed { closed: *closes }),
        Stage::SignOff { .. } => Ok(()),
        other => Err(Refusal::WrongStage { needed: Needed::OpenForPositions, stage: other.name() }),
    }
}
