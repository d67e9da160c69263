//! What a token may be used for. A token never lets a program do what its owner may not: a scope only takes away.

use serde::{Deserialize, Serialize};

use crate::permission::Action;

crate::kind::keyed!(
    /// A part of what a person may do, in the order in which a form offers them.
    Scope {
        Read = "read",
        Comment = "comment",
        Answer = "answer",
        Sign = "sign",
        Publish = "publish",
    }
);

impl Scope {
    /// The scope by which a program may do this for a person; none for what no program does.
    pub const fn of(action: Action) -> Option<Self> {
        match action {
            Action::See | Action::SeeWorkingText => Some(Self::Read),
            Action::Comment
            | Action::Suggest
            | Action::Reply
            | Action::EditComment { .. }
            | Action::Withdraw { .. }
            | Action::Acknowledge { .. }
            | Action::RecordAdoption { own: true }
            | Action::DisputeAdoption => Some(Self::Comment),
            Action::Answer
            | Action::Reopen
            | Action::Moderate
            | Action::Erase
            | Action::RepairPlacement { .. }
            | Action::AnswerReferral
            | Action::CorrectPairing => Some(Self::Answer),
            Action::SignOff
            | Action::SignOffOnBehalf
            | Action::LiftObjection { .. }
            | Action::BreakSilence => Some(Self::Sign),
            Action::CreateDraft
            | Action::EditWorkingText
            | Action::PublishVersion
            | Action::OpenRound
            | Action::ExtendDeadline
            | Action::CloseRound
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
            | Action::RecordAdoption { own: false }
            | Action::ChangeVisibility => Some(Self::Publish),
            Action::ManageForum
            | Action::GrantMandate { .. }
            | Action::EndMandate { .. }
            | Action::NameFocalPoint { .. }
            | Action::DismissFocalPoint { .. }
            | Action::CreateForum
            | Action::EnterStakeholder
            | Action::RegisterAccount
            | Action::ChooseSignIn
            | Action::ManagePeers
            | Action::Join => None,
        }
    }
}
