//! A text with its words, and writing it in place of what was kept of it.

use std::collections::BTreeMap;

use domain::{
    search::{index, language_of},
    text::Language,
};
use sea_orm::{ActiveValue::Set, Condition, QuerySelect, QueryTrait, entity::prelude::*};

use crate::{
    Stored, Tx,
    error::*,
    search_entry::{self, Kind},
    search_word,
};

/// So many rows are written at once.
const ROWS: usize = 1000;

/// A text that can be found from now on.
#[derive(Debug)]
pub(super) struct Entry {
    pub kind: Kind,
    pub subject: i64,
    pub draft: Option<i64>,
    pub thread: Option<i64>,
    pub version: Option<i32>,
    pub words: BTreeMap<String, u32>,
}

impl Entry {
    /// Something short, in the language its words show or else in this one.
    pub fn of(kind: Kind, subject: i64, text: &str, otherwise: Language) -> Self {
        let words = index(text, language_of(text, otherwise));
        Self { kind, subject, draft: None, thread: None, version: None, words }
    }
}

/// Writes entries in place of those that are stale. Who calls it has the turn of all servers, and so counts the ids itself.
pub(super) async fn replace(tx: &Tx, stale: &Condition, entries: Vec<Entry>) -> Result<()> {
    let old =
        search_entry::Entity::find().select_only().column(search_entry::Column::Id).filter(stale.clone());
    let words = search_word::Entity::delete_many();
    words.filter(search_word::Column::EntryId.in_subquery(old.into_query())).exec(&**tx).await?;
    search_entry::Entity::delete_many().filter(stale.clone()).exec(&**tx).await?;
    let last: Option<Option<i64>> = search_entry::Entity::find()
        .select_only()
        .column_as(search_entry::Column::Id.max(), "last")
        .into_tuple()
        .one(&**tx)
        .await?;
    let first = last.flatten().unwrap_or(0) + 1;
    let (mut rows, mut words) = (Vec::new(), Vec::new());
    for (id, entry) in (first..).zip(entries.into_iter().filter(|entry| !entry.words.is_empty())) {
        let times: u32 = entry.words.values().sum();
        rows.push(search_entry::ActiveModel {
            id: Set(id),
            kind: Set(Stored(entry.kind)),
            subject: Set(entry.subject),
            draft_id: Set(entry.draft),
            thread_id: Set(entry.thread),
            version: Set(entry.version),
            length: Set(narrow(times)),
        });
        words.extend(entry.words.into_iter().map(|(word, times)| search_word::ActiveModel {
            word: Set(word),
            entry_id: Set(id),
            times: Set(narrow(times)),
        }));
    }
    while !rows.is_empty() {
        let some = rows.split_off(rows.len().saturating_sub(ROWS));
        search_entry::Entity::insert_many(some).exec_without_returning(&**tx).await?;
    }
    while !words.is_empty() {
        let some = words.split_off(words.len().saturating_sub(ROWS));
        search_word::Entity::insert_many(some).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

fn narrow(times: u32) -> i32 {
    i32::try_from(times).unwrap_or(i32::MAX)
}
