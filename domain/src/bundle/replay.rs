//! Taking the steps of the other side after it.

use super::Taken;
use crate::{
    record::Kind,
    referral::{Refusal, State},
};

/// Why a step of the other side is not taken after it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unlike {
    /// The rules of referrals do not allow it here.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It does not lead to where it says it does.
    #[error("it leads elsewhere than it says")]
    Elsewhere,
    /// It is no step that the other side takes.
    #[error("it is no step of that end")]
    NotTheirs,
}

/// The state after a step of the other side, by the same rules and at the instant it was taken there. Refuses what the rules refuse, and a
/// step that says that it led elsewhere. `asked` says how many clauses were sent.
pub fn replay(state: State, step: &Taken, asked: usize) -> Result<State, Unlike> {
    let (at, said) = (step.at, step.said.clone());
    let reason = || said.clone().ok_or(Unlike::Elsewhere);
    let led = match (step.kind, &step.state) {
        (Kind::ReferralReceived, told) => received(state, told, step)?,
        (Kind::ReferralAssigned, State::Assigned { to, .. }) => state.assign(to.clone())?,
        (Kind::ReferralCountered, told) => state.counter(told.due().ok_or(Unlike::Elsewhere)?, at)?,
        (Kind::ReferralInterim, _) => state.interim(at)?,
        (Kind::ReferralAnswered, _) => {
            let answer = step.answer.as_ref().ok_or(Unlike::Elsewhere)?;
            state.answer(answer, asked, at)?
        }
        (Kind::ReferralDeclined, _) => state.decline(reason()?, at)?,
        (Kind::ReferralRedirected, State::Redirected { to, .. }) => {
            state.redirect(to.clone(), reason()?, at)?
        }
        (Kind::ReferralWithdrawn, _) => state.withdraw(reason()?, at)?,
        (Kind::ReferralExpired, _) => state.expire(at)?,
        _ => return Err(Unlike::NotTheirs),
    };
    if led == step.state { Ok(led) } else { Err(Unlike::Elsewhere) }
}

/// Taken on, perhaps with another day and somebody who works on it.
fn received(state: State, told: &State, step: &Taken) -> Result<State, Unlike> {
    let mut state = state.receive(step.at)?;
    if let Some(due) = told.due().filter(|due| state.due() != Some(*due)) {
        state = state.counter(due, step.at)?;
    }
    match told {
        State::Assigned { to, .. } => Ok(state.assign(to.clone())?),
        _ => Ok(state),
    }
}
