//! How many threads there are: the one place where they are counted, for pages, the steps of a draft, mail and exports alike.

use std::collections::BTreeMap;

use domain::disposition::Life;
use sea_orm::{QuerySelect, entity::prelude::*};
use serde::Serialize;

use crate::{
    error::*,
    row::listed::among,
    thread::{Column, Entity},
};

/// The states in which officials owe an answer.
pub const WAITING: [&str; 2] = ["open", "reopened"];

/// The threads of a draft, counted. A thread that was taken back asks for no answer and is counted by itself; one with a hidden comment
/// still stands, as nothing that was said is lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Those that an answer is owed to or was given: what "comments" means wherever a draft's are counted.
    pub standing: u32,
    /// Those of them that wait for an answer.
    pub unanswered: u32,
    /// Those that were taken back.
    pub withdrawn: u32,
}

impl Count {
    /// Counts threads by their lives.
    pub fn of<'a>(lives: impl IntoIterator<Item = &'a Life>) -> Self {
        let mut count = Self::default();
        for life in lives {
            count.add(life.name(), 1);
        }
        count
    }

    /// How many of the standing threads have an answer.
    pub const fn answered(&self) -> u32 {
        self.standing - self.unanswered
    }

    /// Tells whether nobody ever opened one.
    pub const fn is_empty(&self) -> bool {
        self.standing == 0 && self.withdrawn == 0
    }

    /// Adds threads by their states.
    pub(crate) fn add_all(&mut self, states: Vec<(String, i64)>) {
        for (state, threads) in states {
            self.add(&state, u32::try_from(threads).unwrap_or(u32::MAX));
        }
    }

    fn add(&mut self, state: &str, threads: u32) {
        if state == "withdrawn" {
            self.withdrawn += threads;
            return;
        }
        self.standing += threads;
        if WAITING.contains(&state) {
            self.unanswered += threads;
        }
    }
}

/// The threads of these drafts, counted, by draft; nothing for a draft without any.
pub async fn counts(
    db: &impl ConnectionTrait,
    drafts: impl IntoIterator<Item = i64>,
) -> Result<BTreeMap<i64, Count>> {
    let groups = Entity::find()
        .select_only()
        .column(Column::DraftId)
        .column(Column::State)
        .column_as(Column::Id.count(), "threads")
        .filter(among(db, Column::DraftId, drafts))
        .group_by(Column::DraftId)
        .group_by(Column::State);
    let mut counts: BTreeMap<i64, Count> = BTreeMap::new();
    for (draft, state, threads) in groups.into_tuple::<(i64, String, i64)>().all(db).await? {
        counts.entry(draft).or_default().add(&state, u32::try_from(threads).unwrap_or(u32::MAX));
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn what_was_taken_back_asks_for_no_answer() {
        let now = DateTime::UNIX_EPOCH;
        let withdrawn = Life::Open.withdraw(now).unwrap();
        let count = Count::of([&Life::Open, &withdrawn, &Life::Open]);
        assert_eq!(count, Count { standing: 2, unanswered: 2, withdrawn: 1 });
        assert_eq!(count.answered(), 0);
        assert!(!Count::of([&withdrawn]).is_empty() && Count::of([]).is_empty());
    }
}
