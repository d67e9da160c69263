//! Conversations on the words of a draft: their lists, each by itself, and what people do in them.

pub mod actions;
mod answer;
mod by_id;
mod comments;
mod counts;
mod entry;
mod filter;
mod mark;
pub mod place;
mod places;
mod repair;
mod speakers;
pub mod speaking;
mod stretch;
pub mod thread_page;
pub mod threads_page;
mod verdict;
mod wording;

pub use answer::{AnswerFields, checked};
pub use by_id::lead_on;
pub use comments::stub;
pub use counts::{Counts, found};
pub use entity::reading::{Conversation, Discussion, Found, Link, Listed, Outcome, filter::Filter};
pub use filter::{Filters, asked};
pub use mark::Mark;
pub use repair::Repair;
pub use speakers::{by, granted};
pub use speaking::speaking_for;
pub use stretch::{from, written};
pub use verdict::{Verdict, said};
pub use wording::Wording;
