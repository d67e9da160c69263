//! Keeping and discarding the text in preparation.

use chrono::{DateTime, Utc};
use domain::{
    Message,
    clause_map::ClauseMap,
    permission::Action,
    text::{Cuts, Manner, Text},
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    Db, Reader, Stored, Tx, access, draft,
    error::*,
    row::working_text::{ActiveModel, Entity, Model},
    version,
};

impl Reader {
    /// Keeps the text of the next version. Refuses an edition or a base that is not the newest: somebody else saved or published meanwhile.
    pub async fn save_text(
        &self,
        db: &Db,
        draft: &draft::Model,
        saved: Saved,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::EditWorkingText, now).await?;
        let text = keep(&tx, self, &draft, saved, now).await?;
        tx.commit().await?;
        Ok(text)
    }

    /// Discards the text of the next version, so that it begins anew from the newest one. Refuses before the first version, whose text
    /// is all there is of the draft, and an edition that is not the newest.
    pub async fn discard_text(
        &self,
        db: &Db,
        draft: &draft::Model,
        edition: i32,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::EditWorkingText, now).await?;
        if draft.latest == 0 {
            return Err(Error::refused("refusal-text-is-all"));
        }
        let text = Entity::of(&*tx, draft.id).await?.filter(|text| text.edition == edition);
        text.ok_or_else(overtaken)?.delete(&*tx).await?;
        tx.commit().await
    }
}

/// Keeps the text of the next version within a verb that has asked whether the reader may. Refuses an edition or a base that is not the
/// newest.
pub(super) async fn keep(
    tx: &Tx,
    reader: &Reader,
    draft: &draft::Model,
    saved: Saved,
    now: DateTime<Utc>,
) -> Result<Model> {
    let before = Entity::of(&**tx, draft.id).await?;
    // It takes the place of what was saved before, so only what it is longer by is more to keep.
    let length = before.as_ref().map_or(0, |text| text.source.len());
    tx.charge(reader, saved.source.len().saturating_sub(length), now);
    match before {
        _ if saved.base != draft.latest => Err(overtaken()),
        None if saved.edition != 0 => Err(overtaken()),
        Some(text) if text.edition != saved.edition => Err(overtaken()),
        None => {
            let newest = match draft.latest {
                0 => None,
                number => Some(version::Entity::numbered(&**tx, draft.id, number).await?),
            };
            let before = newest.as_ref().map(|newest| (newest.source.as_str(), &newest.manner.cuts));
            let cuts = saved.cuts(before, draft);
            begin(tx, draft, (saved.source, cuts), saved.applied, reader.account.id, now).await
        }
        Some(text) => {
            let cuts = saved.cuts(Some((&text.source, &text.cuts.0)), draft);
            let mut applied = text.applied.0;
            let more: Vec<_> =
                saved.applied.into_iter().filter(|comment| !applied.contains(comment)).collect();
            applied.extend(more);
            let row = ActiveModel {
                id: Set(text.id),
                source: Set(saved.source),
                cuts: Set(Stored(cuts)),
                edition: Set(text.edition + 1),
                applied: Set(Stored(applied)),
                updated_by: Set(reader.account.id),
                updated_at: Set(now),
                ..Default::default()
            };
            Ok(row.update(&**tx).await?)
        }
    }
}

/// A text to keep: on top of which edition, and which comments' suggestions it takes over.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The Markdown to keep.
    pub source: String,
    /// The newest version its writer knew of; 0 before the first.
    pub base: i32,
    /// The edition its writer saw, so that nobody's words are overwritten unseen; 0 when nobody had begun the text.
    pub edition: i32,
    /// The ids of the comments whose suggestion it takes over now.
    pub applied: Vec<i64>,
    /// A line to join or split in the text as it was saved before.
    pub recut: Option<Recut>,
}

/// A change of where lines end, at a place of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recut {
    /// Joins the line that begins at this byte to the one before.
    Join(u32),
    /// Begins a line at this byte.
    Split(u32),
}

impl Saved {
    /// The cuts of the text before, with the change that is asked for, as far as they hold in the new words.
    fn cuts(&self, before: Option<(&str, &Cuts)>, draft: &draft::Model) -> Cuts {
        let Some((source, cuts)) = before else { return Cuts::default() };
        let mut cuts = cuts.clone();
        match self.recut {
            Some(Recut::Join(place)) => cuts.join(place),
            Some(Recut::Split(place)) => cuts.split(place),
            None => {}
        }
        carried(&cuts, source, &self.source, draft)
    }
}

/// Where lines end in a text that is typed for the next version: as in the one that was saved before, or else in the newest version, as
/// far as it has the same words.
pub async fn cuts(db: &impl ConnectionTrait, draft: &draft::Model, typed: &str) -> Result<Cuts> {
    if let Some(text) = Entity::of(db, draft.id).await? {
        return Ok(carried(&text.cuts.0, &text.source, typed, draft));
    }
    if draft.latest == 0 {
        return Ok(Cuts::default());
    }
    let newest = version::Entity::numbered(db, draft.id, draft.latest).await?;
    Ok(carried(&newest.manner.cuts, &newest.source, typed, draft))
}

/// The cuts of one source as far as they hold in another.
fn carried(cuts: &Cuts, before: &str, source: &str, draft: &draft::Model) -> Cuts {
    if cuts.is_empty() || before == source {
        return cuts.clone();
    }
    let manner = Manner::tagged(&draft.language);
    let (old, new) = (Text::read(before, &manner), Text::read(source, &manner));
    cuts.carried(&old, &new, &ClauseMap::between(&old, &new))
}

/// Somebody else saved or published meanwhile.
pub(crate) fn overtaken() -> Error {
    Error::Conflict(Message::new("refusal-text-overtaken"))
}

pub(crate) async fn begin(
    tx: &Tx,
    draft: &draft::Model,
    (source, cuts): (String, Cuts),
    applied: Vec<i64>,
    by: i64,
    now: DateTime<Utc>,
) -> Result<Model> {
    let row = ActiveModel {
        draft_id: Set(draft.id),
        source: Set(source),
        cuts: Set(Stored(cuts)),
        base: Set(draft.latest),
        edition: Set(1),
        applied: Set(Stored(applied)),
        updated_by: Set(by),
        updated_at: Set(now),
        ..Default::default()
    };
    Ok(row.insert(&**tx).await?)
}
