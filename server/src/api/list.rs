//! Pages of a list. Each begins where the one before ended, so that it costs what it shows.

use std::collections::BTreeMap;

use app::error::AppError;
use domain::Message;
use serde::Serialize;

use super::call::{Answer, Call};

/// How many things are on a page unless it is said, and at most.
const LENGTH: usize = 50;
const MOST: usize = 100;

/// A page of a list.
#[derive(Debug, Serialize)]
pub struct List<T> {
    items: Vec<T>,
    /// The names behind the account numbers in it, by number.
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<BTreeMap<i64, String>>,
    /// The cursor of the page after it; none on the last.
    next: Option<String>,
}

impl Call {
    /// How many things are asked for; 50 unless said. Refuses 0 and more than 100.
    pub fn limit(&self) -> Result<usize, AppError> {
        match self.query::<usize>("limit")? {
            None => Ok(LENGTH),
            Some(limit) if (1..=MOST).contains(&limit) => Ok(limit),
            Some(_) => Err(AppError::field("limit", Message::new("api-limit").with("most", MOST))),
        }
    }

    /// Where the page begins; none at the start. Refuses what is no cursor.
    pub fn cursor<T>(&self, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, AppError> {
        self.word("cursor", read)
    }
}

impl<T: Serialize> List<T> {
    /// A page of which the next begins at this cursor.
    pub fn page(items: Vec<T>, next: Option<String>) -> Self {
        Self { items, people: None, next }
    }

    /// A page of what was found when one more was asked for than is shown; `cursor` says where a page ended.
    pub fn found(mut items: Vec<T>, limit: usize, cursor: impl Fn(&T) -> String) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(cursor);
        Self::page(items, next)
    }

    /// A page of a list that is all at hand, by the names of its things.
    pub fn of_all(all: Vec<T>, after: Option<String>, limit: usize, name: impl Fn(&T) -> String) -> Self {
        let rest = all.into_iter().filter(|one| after.as_ref().is_none_or(|after| name(one) > *after));
        Self::found(rest.take(limit + 1).collect(), limit, name)
    }

    /// This page with the names of the people in it.
    #[must_use]
    pub fn with_people(self, people: BTreeMap<i64, String>) -> Self {
        Self { people: Some(people), ..self }
    }

    /// Changes what stands on the page.
    pub fn map<U: Serialize>(self, change: impl Fn(T) -> U) -> List<U> {
        List { items: self.items.into_iter().map(change).collect(), people: self.people, next: self.next }
    }

    /// The answer, with a link to the page after it.
    pub fn answer(self, call: &Call) -> Answer {
        let next = self.next.as_ref().map(|cursor| {
            let (path, _) = call.address.split_once('?').unwrap_or((&call.address, ""));
            let query = call.query.clone().without(&["cursor"]).with("cursor", cursor.as_str());
            format!("{path}?{}", query.to_query())
        });
        let answer = Answer::of(&self);
        match next {
            Some(next) => answer.with_next(&next),
            None => answer,
        }
    }
}
