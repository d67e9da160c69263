//! The copy of a draft of another installation: its texts byte for byte, its clauses with the ids that they have there.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    record::{Dossier, Kind, dossier::Version, payload::DraftCreated},
    stage::Stage,
    visibility::Visibility,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    Reader, Stored, Tx, draft,
    error::*,
    forum,
    row::version::{self, VersionId},
    verb::record::Happened,
};

/// What is copied.
pub(super) struct Copying<'a> {
    /// The forum of there, as it is known here.
    pub forum: &'a forum::Model,
    /// What the draft is called here.
    pub reference: String,
    pub dossier: &'a Dossier,
    /// By number.
    pub texts: &'a BTreeMap<i32, String>,
    /// What is noted beside each version.
    pub note: &'a str,
}

/// Makes the copy, or adds the versions that it does not have; says whether there were any. Refuses one that does not begin as the copy does.
pub(super) async fn copy(
    tx: &Tx,
    reader: &Reader,
    copying: &Copying<'_>,
    known: Option<draft::Model>,
    now: DateTime<Utc>,
) -> Result<(draft::Model, bool)> {
    let draft = match known {
        Some(known) => known,
        None => begin(tx, reader, copying, now).await?,
    };
    let there = version::Entity::of(&**tx, draft.id).await?;
    let versions = &copying.dossier.versions;
    let same = there.iter().zip(versions).all(|(here, there)| here.digest.0 == there.digest);
    if !same {
        return Err(Error::refused("refusal-bundle-contradicts"));
    }
    if there.len() >= versions.len() {
        return Ok((draft, false));
    }
    for version in versions.iter().skip(there.len()) {
        publish(tx, reader, (&draft, copying), version, now).await?;
    }
    let latest = i32::try_from(versions.len()).unwrap_or(i32::MAX);
    let ids = versions.iter().flat_map(|version| &version.clauses).map(|clause| i64::from(clause.id.0));
    let row = draft::ActiveModel {
        id: Set(draft.id),
        latest: Set(latest),
        next_clause: Set(ids.max().unwrap_or(0) + 1),
        ..Default::default()
    };
    Ok((row.update(&**tx).await?, true))
}

async fn begin(tx: &Tx, reader: &Reader, copying: &Copying<'_>, now: DateTime<Utc>) -> Result<draft::Model> {
    let row = draft::ActiveModel {
        forum_id: Set(copying.forum.id),
        reference: Set(copying.reference.clone()),
        title: Set(copying.dossier.title.clone()),
        language: Set(copying.dossier.language.clone()),
        visibility: Set(Stored(Visibility::Public)),
        embargo_ends: Set(None),
        latest: Set(0),
        next_clause: Set(1),
        next_thread: Set(1),
        created_by: Set(reader.account.id),
        created_at: Set(now),
        once: Set(None),
        ..Default::default()
    };
    let draft = row.in_stage(Stage::Drafting {}).insert(&**tx).await?;
    let created = DraftCreated {
        forum: copying.forum.slug.clone(),
        title: draft.title.clone(),
        language: draft.language.clone(),
        visibility: draft.visibility.0,
    };
    let happened = Happened::to_draft(Kind::DraftCreated, &draft).saying(&created)?;
    happened.append(tx, Some(reader), None, now).await?;
    Ok(draft)
}

async fn publish(
    tx: &Tx,
    reader: &Reader,
    (draft, copying): (&draft::Model, &Copying<'_>),
    version: &Version,
    now: DateTime<Utc>,
) -> Result<()> {
    let source = copying.texts.get(&version.number).or_missing("version")?;
    let row = version::ActiveModel {
        id: Set(VersionId::new(draft.id, version.number).0),
        draft_id: Set(draft.id),
        number: Set(version.number),
        source: Set(source.clone()),
        digest: Set(Stored(version.digest)),
        manner: Set(Stored(version.manner.clone())),
        clauses: Set(Stored(version.clauses.clone())),
        editorial: Set(Stored(version.editorial.clone())),
        note: Set(copying.note.to_owned()),
        published_by: Set(reader.account.id),
        published_at: Set(now),
        salt: Set(Some(Stored(tx.salt()))),
    };
    let row = row.insert(&**tx).await?;
    let published = Happened::to_draft(Kind::VersionPublished, draft).part("version", row.number);
    published.saying(&row.published()?)?.append(tx, Some(reader), None, now).await?;
    Ok(())
}
