//! What someone may see. Every output, be it a page, a file or an answer to a machine, shows what one of these gives.
//!
//! Architecture Invariant: a reading decides once what its viewer may see, and asks the database a bounded number of times, however many
//! rows there are.

pub mod ahead;
mod asked;
pub mod bulletin;
pub mod changes;
pub mod compared;
pub mod crossing;
pub mod crosswalk;
pub mod derived;
pub mod desk;
mod discussion;
pub mod docket;
pub mod filter;
mod followed;
pub mod forecast;
mod head;
mod lately;
pub mod lineage;
mod listing;
mod margin;
pub mod news;
mod next_version;
pub mod offered;
mod outcome;
mod own;
pub mod plain;
pub mod positions;
pub mod promise;
pub mod referral;
pub mod response;
pub mod said;
pub mod search;
pub mod seats;
mod speakers;
pub mod thread_count;
pub mod thread_list;
pub mod triage;
pub mod uptake;
pub mod waiting;

use chrono::{DateTime, Utc};

use crate::{Db, Reader};

pub use asked::{Asked, Versions, asked, first_sentence};
pub use compared::Compared;
pub use discussion::{Conversation, Discussion};
pub use head::{Head, Loaded};
pub use lately::Lately;
pub use listing::Listed;
pub use margin::{Gathered, Margin, words_at};
pub use next_version::{Fate, NextVersion, Reworded, next_version};
pub use outcome::{Comparisons, Found, Link, Outcome};
pub use response::{Matrix, Response};
pub use speakers::Speakers;

/// Who looks, and when.
#[derive(Clone, Copy, Debug)]
pub struct Viewer<'a> {
    pub db: &'a Db,
    /// None for the public.
    pub reader: Option<&'a Reader>,
    /// The instant for which everything is worked out.
    pub now: DateTime<Utc>,
}

impl Viewer<'_> {
    /// The account that looks; none for the public.
    pub fn account(&self) -> Option<i64> {
        self.reader.map(|reader| reader.account.id)
    }
}
