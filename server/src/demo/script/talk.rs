//! What is said in the margin, as the script has it.

use domain::{
    ThreadKind,
    typed::{CommentBody, Reason, Wording},
};
use serde::Deserialize;

/// A file of threads.
#[derive(Debug, Deserialize)]
pub struct Threads {
    pub thread: Vec<Thread>,
}

/// A thread with all that is said in it. `by` is a handle, `at` and `withdrawn` are days from the seeding.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thread {
    /// The name by which the script calls it, within its draft.
    pub key: String,
    pub version: i32,
    /// Words that the version has exactly once; none for the whole draft.
    pub quote: Option<String>,
    pub by: String,
    pub at: f64,
    pub kind: ThreadKind,
    pub body: CommentBody,
    pub suggestion: Option<Wording>,
    #[serde(default)]
    pub replies: Vec<Reply>,
    pub answer: Option<Answer>,
    pub acknowledged: Option<Acknowledged>,
    pub withdrawn: Option<f64>,
    pub hidden: Option<Hidden>,
}

/// A later comment in a thread.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    pub by: String,
    pub at: f64,
    pub body: CommentBody,
}

/// The answer to a thread.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The key of a disposition.
    pub kind: String,
    /// The key of the thread that it is a duplicate of.
    pub of: Option<String>,
    pub by: String,
    pub at: f64,
    pub reason: Reason,
}

/// What the raiser thinks of the answer.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acknowledged {
    pub at: f64,
    pub satisfied: bool,
}

/// A moderator hides the first comment of a thread.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hidden {
    pub by: String,
    pub at: f64,
    pub reason: Reason,
}
