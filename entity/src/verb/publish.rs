//! Publishing the text in preparation as the next version.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    anchor::Placement,
    diff,
    permission::Action,
    record::{Kind, payload::SuggestionApplied},
    suggestion::{self, Outlook},
    text::ClauseId,
    typed::VersionNote,
};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

use super::crossing;
use super::working_text::overtaken;
use crate::{
    Db, Reader, Stored, Tx, access, comment, draft,
    error::*,
    reading::{
        ahead::Ahead,
        forecast::{Forecast, forecast},
    },
    row::{
        listed::among,
        version::{ActiveModel, Entity, Model, VersionId},
    },
    thread,
    verb::record::Happened,
    working_text,
};

/// What an official says when publishing.
#[derive(Clone, Debug)]
pub struct Publication {
    pub note: VersionNote,
    /// The edition of the text that was looked at; another one is not published unseen.
    pub edition: i32,
    /// The clauses whose change is declared editorial.
    pub editorial: Vec<ClauseId>,
}

impl Reader {
    /// Publishes the text in preparation as the next version; every thread is placed in it. Refuses an unchanged text, a text
    /// that somebody saved since, and an editorial change that is none.
    pub async fn publish(
        &self,
        db: &Db,
        draft: &draft::Model,
        publication: Publication,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        // What takes time is done before the others have to wait: what was prepared is published if it is still what there is to publish.
        let prepared = self.prepare(db.read(), draft.id, &publication, now).await?;
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::PublishVersion, now).await?;
        let working = working_text::Entity::of(&*tx, draft.id).await?;
        let Prepared { working, earlier, forecast, ahead, .. } =
            match prepared.is_of(&draft, working.as_ref()) {
                true => prepared,
                false => self.prepare(&*tx, draft.id, &publication, now).await?,
            };
        let version = insert(&tx, self, &draft, &forecast, &publication, now).await?;
        let placed = ahead.keep(&tx, &earlier, &version).await?;
        let applied = working.applied.0.clone();
        working.delete(&*tx).await?;
        Happened::to_draft(Kind::VersionPublished, &draft)
            .part("version", version.number)
            .keeping(&version.source)
            .keeping(&version.note)
            .saying(&version.published()?)?
            .append(&tx, Some(self), None, now)
            .await?;
        credit(&tx, self, &draft, &version, &applied, &placed).await?;
        crossing::tell_of_version(&tx, draft.id, version.number, now).await?;
        tx.commit().await?;
        Ok(version)
    }
}

/// A version as it is to be published.
struct Prepared {
    latest: i32,
    next_clause: i64,
    working: working_text::Model,
    earlier: Vec<Model>,
    forecast: Forecast,
    ahead: Ahead,
}

impl Prepared {
    /// Whether nothing it was prepared from has changed but what is said of it.
    fn is_of(&self, draft: &draft::Model, working: Option<&working_text::Model>) -> bool {
        (self.latest, self.next_clause) == (draft.latest, draft.next_clause) && working == Some(&self.working)
    }
}

impl Reader {
    /// Prepares a publication, or refuses it.
    async fn prepare(
        &self,
        db: &impl ConnectionTrait,
        draft: i64,
        publication: &Publication,
        now: DateTime<Utc>,
    ) -> Result<Prepared> {
        let (draft, forum) = draft::Entity::with_its_forum(db, draft).await?;
        access::require(db, Some(self), &forum, &draft, Action::PublishVersion, now).await?;
        let working = working_text::Entity::of(db, draft.id).await?;
        let working = working.filter(|text| text.edition == publication.edition && text.base == draft.latest);
        let working = working.ok_or_else(overtaken)?;
        let earlier = Entity::of(db, draft.id).await?;
        let forecast = forecast(working.source.as_bytes(), &working.cuts.0, earlier.last(), &draft)?;
        if earlier.last().is_some_and(|newest| newest.digest.0 == forecast.text.digest()) {
            return Err(Error::refused("refusal-same-text"));
        }
        check_editorial(earlier.last(), &forecast, &publication.editorial)?;
        let ahead = Ahead::of(db, draft.id, &earlier, &forecast.text).await?;
        let (latest, next_clause) = (draft.latest, draft.next_clause);
        Ok(Prepared { latest, next_clause, working, earlier, forecast, ahead })
    }
}

/// Records whose suggestions the version took over: those applied while it was written, as far as its text still has their words.
async fn credit(
    tx: &Tx,
    reader: &Reader,
    draft: &draft::Model,
    version: &Model,
    applied: &[i64],
    placed: &BTreeMap<i64, Placement>,
) -> Result<()> {
    let comments = comment::Entity::find().filter(among(&**tx, comment::Column::Id, applied.iter().copied()));
    let comments = comments.order_by_asc(comment::Column::Id).all(&**tx).await?;
    let ids: Vec<i64> = comments.iter().map(|comment| comment.thread_id).collect();
    let threads = thread::Entity::among(&**tx, ids).await?;
    let text = version.text();
    for comment in comments {
        let thread = threads.get(&comment.thread_id);
        let (Some(thread), Some(words)) = (thread, &comment.suggestion) else { continue };
        let (Some(anchor), Some(placement)) = (&thread.anchor, placed.get(&thread.id)) else { continue };
        let outlook = suggestion::outlook(anchor, words, placement, &text);
        if !matches!(outlook, Outlook::Applied { .. } | Outlook::AppliedInPart { .. }) {
            continue;
        }
        Happened::to_draft(Kind::SuggestionApplied, draft)
            .part("thread", thread.number)
            .part("comment", comment.number)
            .saying(&SuggestionApplied { version: version.number })?
            .append(tx, Some(reader), None, version.published_at)
            .await?;
    }
    Ok(())
}

async fn insert(
    tx: &Tx,
    reader: &Reader,
    draft: &draft::Model,
    forecast: &Forecast,
    publication: &Publication,
    now: DateTime<Utc>,
) -> Result<Model> {
    let number = draft.latest + 1;
    let row = ActiveModel {
        id: Set(VersionId::new(draft.id, number).0),
        draft_id: Set(draft.id),
        number: Set(number),
        source: Set(forecast.text.source().to_owned()),
        digest: Set(Stored(forecast.text.digest())),
        manner: Set(Stored(forecast.text.manner().clone())),
        clauses: Set(Stored(forecast.covered())),
        editorial: Set(Stored(publication.editorial.clone())),
        note: Set(publication.note.to_string()),
        published_by: Set(reader.account.id),
        published_at: Set(now),
        salt: Set(Some(Stored(tx.salt()))),
    };
    let version = row.insert(&**tx).await?;
    let counters = draft::ActiveModel {
        id: Set(draft.id),
        latest: Set(version.number),
        next_clause: Set(forecast.next_clause.into()),
        ..Default::default()
    };
    counters.update(&**tx).await?;
    Ok(version)
}

/// Refuses to call a change editorial of which anything is substance.
fn check_editorial(newest: Option<&Model>, forecast: &Forecast, declared: &[ClauseId]) -> Result<()> {
    let Some(newest) = newest else { return Ok(()) };
    let old = newest.text();
    let rule = diff::Editorial::between(&old, &forecast.text);
    for id in declared {
        let at = newest.position_of(*id);
        let before = at.and_then(|at| old.clauses().get(at));
        let fate = at.and_then(|at| forecast.map.as_ref()?.old(at));
        let number = fate.map(|fate| fate.number).unwrap_or_default();
        let after = forecast.ids.iter().position(|other| other == id);
        let after = after.and_then(|at| forecast.text.clauses().get(at));
        let (Some(before), Some(after)) = (before, after) else {
            return Err(Error::refused("refusal-editorial-clause"));
        };
        rule.check(before, after, number).map_err(|why| Error::Refused(why.message()))?;
    }
    Ok(())
}
