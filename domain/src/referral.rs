//! A referral: a version handed to another forum, what is asked of it, and how it goes on.
//!
//! The state carries its evidence. Whether an answer is overdue follows from the clock ([`State::is_overdue`]); each transition is a pure
//! method that can refuse.

mod answer;
mod ask;
mod path;
mod refusal;
mod state;
mod transition;

pub use answer::{Answer, ClauseAnswer, Fate};
pub use ask::{Act, Ask, Keeper, Purpose, Refers, Sought, Standing, Statement, Terms};
pub use path::{Hop, Path};
pub use refusal::{Needed, Refusal};
pub use state::State;
pub use transition::{Need, Sending};

#[cfg(test)]
mod tests;
