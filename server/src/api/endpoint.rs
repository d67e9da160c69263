//! What an endpoint is: where it is, what it takes and gives, who may call it, and what it does.

use std::{future::Future, pin::Pin};

use app::error::AppError;
use axum::routing::MethodFilter;
use domain::{permission::Action, scope::Scope};

use super::call::{Answer, Call};

/// One line of the table of endpoints.
#[derive(Debug)]
pub struct Endpoint {
    pub verb: Verb,
    /// Below `/api/v1`, parameters in braces.
    pub path: &'static str,
    /// The name of the operation, for programs that are made from the description.
    pub id: &'static str,
    /// What it does, as a sentence.
    pub what: &'static str,
    /// What the permission table calls it; several where it depends on what is sent. None for one's own things.
    pub asks: &'static [Action],
    /// The parameters of the query that it reads.
    pub query: &'static [Query],
    /// The schema of what is sent; none for a request without a body.
    pub takes: Option<&'static str>,
    pub gives: Gives,
    pub run: Run,
}

/// Reads, or writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Reads; changes nothing.
    Get,
    /// Writes.
    Post,
}

/// What a good answer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// One thing of this schema.
    One(&'static str),
    /// A page of a list of such things.
    List(&'static str),
    /// Something that was made, with its address in `Location`.
    Made(&'static str),
    /// Text of this media type.
    Text(&'static str),
}

/// A parameter of the query.
#[derive(Clone, Copy, Debug)]
pub struct Query {
    pub name: &'static str,
    pub what: &'static str,
    pub of: Of,
}

/// What a parameter can be.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    Text,
    Flag,
    /// At least 1.
    Number,
    Words(&'static [&'static str]),
}

/// Answers a call, or refuses it.
pub type Run = fn(Call) -> Pin<Box<dyn Future<Output = Result<Answer, AppError>> + Send>>;

/// How many things are on a page of a list, and from which on.
pub const LIMIT: Query =
    Query { name: "limit", what: "How many are given, at most 100; 50 unless said.", of: Of::Number };
pub const CURSOR: Query = Query {
    name: "cursor",
    what: "Where the page before ended: what its `next` says. Leave it out for the first page.",
    of: Of::Text,
};
/// The parameters of every list that comes in pages.
pub const PAGED: &[Query] = &[LIMIT, CURSOR];

impl Verb {
    /// What the router calls it.
    pub fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
        }
    }

    /// The name of the method in small letters, as OpenAPI has it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
        }
    }
}

impl Endpoint {
    /// Its path as the router knows it, where a segment has one parameter at most.
    pub fn route(&self) -> String {
        self.path.replace("{from}...{to}", "{pair}").replace("{thread}.{comment}", "{pair}")
    }

    /// The names of its parameters, in order.
    pub fn parameters(&self) -> Vec<&'static str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
    }

    /// The scope that a token needs for it.
    pub fn scope(&self) -> Scope {
        self.asks.first().and_then(|action| Scope::of(*action)).unwrap_or(Scope::Read)
    }
}

/// Declares an endpoint's `run`: `run!(list)` for `async fn list(call: Call) -> Result<Answer, AppError>`.
macro_rules! run {
    ($function:path) => {
        |call| Box::pin($function(call))
    };
}
pub(super) use run;
