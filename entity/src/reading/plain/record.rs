//! Events of the record.

use domain::{record::Event, text::Digest};
use serde::Serialize;

use crate::{error::*, event, reading::Head, reading::Viewer};

/// One line of the record, with its hash.
#[derive(Clone, Debug, Serialize)]
pub struct PlainEvent {
    #[serde(flatten)]
    pub event: Event,
    pub hash: Digest,
}

impl PlainEvent {
    /// Its place in the run of its draft, counted from 1.
    pub fn run_number(&self) -> u64 {
        self.event.links.run_number
    }
}

impl Viewer<'_> {
    /// At most `limit` events of a draft, the newest first, from before a number of its run on.
    pub async fn history(self, head: &Head, before: Option<i64>, limit: u64) -> Result<Vec<PlainEvent>> {
        let rows = event::Entity::of_draft(self.db.read(), head.reference(), before, limit).await?;
        let plain = |row: &event::Model| {
            let event = row.event()?;
            Ok(PlainEvent { hash: event.hash, event })
        };
        rows.iter().map(plain).collect()
    }
}
