//! Conversations on the words of a draft: their lists, each by itself, and what people do in them.

pub mod actions;
mod answer;
mod by_id;
mod comments;
mod comparison;
mod counts;
mod discussion;
mod entry;
mod filter;
mod listed;
mod mark;
pub mod place;
mod places;
mod repair;
mod speakers;
mod speaking;
pub mod thread_page;
pub mod threads_page;
mod verdict;
mod wording;

pub use answer::{AnswerFields, checked};
pub use by_id::lead_on;
pub use comments::stub;
pub use comparison::{Comparisons, Found, Link, Outcome};
pub use counts::{Counts, found};
pub use discussion::{Conversation, Discussion};
pub use filter::{Filter, Filters};
pub use listed::Listed;
pub use mark::Mark;
pub use repair::Repair;
pub use speakers::Speakers;
pub use speaking::speaking_for;
pub use verdict::{Verdict, said};
pub use wording::{Wording, gist};
