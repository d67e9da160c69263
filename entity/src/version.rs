//! One published, immutable, numbered text of a draft.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{
    Message,
    anchor::Placement,
    carry::Change,
    clause_map::{ClauseMap, inherit},
    diff,
    permission::Action,
    record::{
        Kind, Salt, Unsealed,
        payload::{SuggestionApplied, VersionPublished},
        sealed,
    },
    suggestion::{self, Outlook},
    text::{ClauseId, Cuts, Digest, Manner, Text},
    typed::VersionNote,
};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

pub use domain::record::payload::Covered;

use crate::{
    Db, Reader, Stored, Tx, access, clause_map, comment, draft, error::*, listed::among, parsed, placement,
    recent::Weigh, record::Happened, thread, working_text,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "version")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    pub number: i32,
    pub source: String,
    pub digest: Stored<Digest>,
    /// The language it was read in, and the lines that an official joined or split.
    pub manner: Stored<Manner>,
    pub clauses: Stored<Vec<Covered>>,
    /// The clauses whose change the secretariat declared editorial.
    pub editorial: Stored<Vec<ClauseId>>,
    pub note: String,
    pub published_by: i64,
    pub published_at: DateTime<Utc>,
    /// What the note is sealed with in the record; erased with it.
    pub salt: Option<Stored<Salt>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// This version of a draft.
    pub async fn numbered(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Model> {
        let found = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.eq(number));
        found.one(db).await?.or_missing("version")
    }

    /// The same, kept since it was last asked for: a version that was published never changes.
    pub async fn kept(db: &Db, draft: i64, number: i32) -> Result<Arc<Model>> {
        let at_hand = db.versions().find(|version| version.draft_id == draft && version.number == number);
        match at_hand {
            Some(version) => Ok(version),
            None => Ok(db.versions().keep(Self::numbered(db.read(), draft, number).await?)),
        }
    }

    /// The versions of a draft that came after one, in order.
    pub async fn after(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Vec<Model>> {
        let later = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.gt(number));
        Ok(later.order_by_asc(Column::Number).all(db).await?)
    }

    /// Every version of a draft, from the first on.
    pub async fn of(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::DraftId.eq(draft));
        Ok(all.order_by_asc(Column::Number).all(db).await?)
    }
}

impl Weigh for Model {
    fn weight(&self) -> usize {
        self.source.len() + size_of::<Covered>() * self.clauses.len()
    }
}

impl Model {
    /// Its text, parsed.
    pub fn text(&self) -> Arc<Text> {
        parsed::text(self.digest.0, &self.source, &self.manner.0)
    }

    /// The ids of its clauses, in their order.
    pub fn clause_ids(&self) -> Vec<ClauseId> {
        self.clauses.iter().map(|clause| clause.id).collect()
    }

    /// What the record says of it.
    fn published(&self) -> Result<VersionPublished> {
        let note = self.opening().ok_or_else(|| Error::Broken("a note without a salt".to_owned()))?;
        Ok(VersionPublished {
            digest: self.digest.0,
            manner: self.manner.0.clone(),
            clauses: self.clauses.0.clone(),
            editorial: self.editorial.0.clone(),
            note: sealed(note.salt, &note.field, &note.words),
        })
    }

    /// Its note, with what opens the seal of it.
    pub fn opening(&self) -> Option<Unsealed> {
        let salt = self.salt.as_ref()?.0;
        Some(Unsealed { field: "note".to_owned(), salt, words: self.note.clone() })
    }

    /// Where a clause stands in it.
    pub fn position_of(&self, clause: ClauseId) -> Option<usize> {
        self.clauses.iter().position(|covered| covered.id == clause)
    }
}

/// What an official says when publishing.
#[derive(Clone, Debug)]
pub struct Publication {
    pub note: VersionNote,
    /// The edition of the text that was looked at; another one is not published unseen.
    pub edition: i32,
    /// The clauses whose change is declared editorial.
    pub editorial: Vec<ClauseId>,
}

/// What the next version would be, before anybody publishes it.
#[derive(Clone, Debug)]
pub struct Forecast {
    pub text: Arc<Text>,
    pub ids: Vec<ClauseId>,
    next_clause: u32,
    /// From the newest version; none before the first.
    pub map: Option<ClauseMap>,
}

/// Parses a text as the next version of a draft: its clauses with their inherited ids. Refuses what the text model refuses.
pub fn forecast(
    source: &[u8],
    cuts: &Cuts,
    newest: Option<&Model>,
    draft: &draft::Model,
) -> Result<Forecast> {
    let manner = Manner { cuts: cuts.clone(), ..Manner::tagged(&draft.language) };
    let text = Arc::new(Text::parse(source, &manner).map_err(|bad| Error::Refused(bad.message()))?);
    let next =
        u32::try_from(draft.next_clause).map_err(|_| Error::Broken("clause ids ran out".to_owned()))?;
    let Some(newest) = newest else {
        let count = u32::try_from(text.clauses().len()).unwrap_or(u32::MAX);
        let ids = (next..next.saturating_add(count)).map(ClauseId).collect();
        return Ok(Forecast { text, ids, next_clause: next + count, map: None });
    };
    let map = ClauseMap::between(&newest.text(), &text);
    let (ids, next_clause) = inherit(&map, &newest.clause_ids(), next);
    Ok(Forecast { text, ids, next_clause, map: Some(map) })
}

impl Forecast {
    /// The version it would be with these changes declared editorial, as if it were published at this instant; nothing is kept.
    pub fn version(&self, draft: &draft::Model, editorial: Vec<ClauseId>, now: DateTime<Utc>) -> Model {
        Model {
            id: 0,
            draft_id: draft.id,
            number: draft.latest + 1,
            source: self.text.source().to_owned(),
            digest: Stored(self.text.digest()),
            manner: Stored(self.text.manner().clone()),
            clauses: Stored(self.covered()),
            editorial: Stored(editorial),
            note: String::new(),
            published_by: 0,
            published_at: now,
            salt: None,
        }
    }

    fn covered(&self) -> Vec<Covered> {
        let clauses = self.ids.iter().zip(self.text.clauses());
        clauses.map(|(id, clause)| Covered { id: *id, digest: clause.digest }).collect()
    }
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
    ahead: placement::Ahead,
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
        let working = working.ok_or_else(working_text::overtaken)?;
        let earlier = Entity::of(db, draft.id).await?;
        let forecast = forecast(working.source.as_bytes(), &working.cuts.0, earlier.last(), &draft)?;
        if earlier.last().is_some_and(|newest| newest.digest.0 == forecast.text.digest()) {
            return Err(Error::refused("refusal-same-text"));
        }
        check_editorial(earlier.last(), &forecast, &publication.editorial)?;
        let ahead = placement::Ahead::of(db, draft.id, &earlier, &forecast.text).await?;
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
    let row = ActiveModel {
        draft_id: Set(draft.id),
        number: Set(draft.latest + 1),
        source: Set(forecast.text.source().to_owned()),
        digest: Set(Stored(forecast.text.digest())),
        manner: Set(Stored(forecast.text.manner().clone())),
        clauses: Set(Stored(forecast.covered())),
        editorial: Set(Stored(publication.editorial.clone())),
        note: Set(publication.note.to_string()),
        published_by: Set(reader.account.id),
        published_at: Set(now),
        salt: Set(Some(Stored(tx.salt()))),
        ..Default::default()
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

/// How each clause of either version differs, as the carry-over of sign-offs asks: unknown is substantive. A change that
/// was declared editorial at every step between the two is editorial.
pub async fn changes(
    db: &impl ConnectionTrait,
    versions: &[Model],
    older: i32,
    newer: i32,
) -> Result<BTreeMap<ClauseId, Change>> {
    let mut direct = step(db, versions, older, newer).await?;
    let mut steps = Vec::new();
    for number in older..newer {
        steps.push(step(db, versions, number, number + 1).await?);
    }
    let editorial = |id: &ClauseId| {
        steps.iter().zip(versions.iter().filter(|version| version.number > older)).all(|(step, version)| {
            match step.get(id) {
                Some(Change::Substantive) => version.editorial.contains(id),
                Some(_) => true,
                None => false,
            }
        })
    };
    for (id, change) in &mut direct {
        if *change == Change::Substantive && editorial(id) {
            *change = Change::Editorial;
        }
    }
    Ok(direct)
}

/// The same between two versions, by their clause map alone.
async fn step(
    db: &impl ConnectionTrait,
    versions: &[Model],
    older: i32,
    newer: i32,
) -> Result<BTreeMap<ClauseId, Change>> {
    let find = |number| versions.iter().find(|version| version.number == number).or_missing("version");
    let (old, new) = (find(older)?, find(newer)?);
    if older == newer {
        return Ok(new.clauses.iter().map(|clause| (clause.id, Change::Same)).collect());
    }
    let map = clause_map::between(db, old, new).await?;
    Ok(diff::classes(&map, &old.clause_ids(), &new.clause_ids()))
}

/// Says that a draft has no such version to compare.
pub fn nothing_to_compare() -> Error {
    Error::Refused(Message::new("refusal-nothing-to-compare"))
}
