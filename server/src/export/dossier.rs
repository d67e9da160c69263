//! Everything about a draft in one value: what the JSON export is, and what the others are written from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    anchor::Anchor,
    carry,
    disposition::{Disposition, Life},
    position::Position,
    record::Credit,
    stage::Stage,
    suggestion::{self, Outlook},
    text::{Digest, Manner, Text},
};
use entity::{
    Db, Reader, account, comment, draft, event, forum, placement, sign_off, stakeholder, thread,
    version::{self, Covered},
};
use serde::{Deserialize, Serialize};

/// The name of this form of export; a change that a reader would notice gets another number.
pub const FORMAT: &str = "comity-dossier/1";

/// A draft with its versions, what was said and answered, who signed what, and its part of the record.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dossier {
    pub format: String,
    pub exported_at: DateTime<Utc>,
    pub reference: String,
    pub title: String,
    pub language: String,
    pub forum: Forum,
    pub stage: Stage,
    pub versions: Vec<Version>,
    pub threads: Vec<Thread>,
    pub sign_offs: Vec<SignOff>,
    /// The names behind the account numbers, by number.
    pub people: BTreeMap<i64, String>,
    pub record: Vec<domain::record::Event>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Forum {
    pub slug: String,
    pub name: String,
    pub zone: String,
    pub seats: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Version {
    pub number: i32,
    pub digest: Digest,
    /// The language its lines were cut by, and the lines that an official joined or split.
    pub manner: Manner,
    pub published_at: DateTime<Utc>,
    pub published_by: i64,
    pub note: String,
    pub clauses: Vec<Covered>,
    /// Whose suggestions it took over; an archive from before does not say it.
    #[serde(default)]
    pub credits: Vec<Credited>,
    pub source: String,
}

/// A comment whose suggestion was taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credited {
    pub thread: i32,
    pub comment: i32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Thread {
    pub number: i32,
    pub kind: String,
    pub made_on: i32,
    pub anchor: Option<Anchor>,
    pub raised_by: i64,
    pub stakeholder: Option<Speaker>,
    pub raised_at: DateTime<Utc>,
    pub late: bool,
    pub life: Life,
    pub comments: Vec<Comment>,
    /// Where it stands in each version since.
    pub placements: Vec<Place>,
    /// What became of its suggestion in the newest version.
    pub outlook: Option<Outlook>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Speaker {
    pub slug: String,
    pub name: String,
    pub class: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Comment {
    pub number: i32,
    pub author: i64,
    pub stakeholder: Option<Speaker>,
    pub at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why it was hidden; its words are then left out.
    pub hidden: Option<String>,
    pub receipt: String,
    pub body: Option<String>,
    pub suggestion: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    pub version: i32,
    pub lines: Option<String>,
    pub standing: String,
    pub confidence: f32,
    pub by_hand: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignOff {
    pub stakeholder: Speaker,
    pub version: i32,
    pub digest: Digest,
    pub clauses: Vec<Covered>,
    pub position: Position,
    pub account: i64,
    pub mandate: Option<i64>,
    pub evidence: Option<String>,
    pub at: DateTime<Utc>,
    /// What it is worth on the newest version; none when a later one of the same stakeholder stands.
    pub standing: Option<carry::Carried>,
}

impl Dossier {
    /// Collects a draft, if this reader may see it.
    pub async fn collect(
        db: &Db,
        reader: Option<&Reader>,
        reference: &str,
        now: DateTime<Utc>,
    ) -> entity::Result<Self> {
        let (draft, forum) = draft::Entity::cited(db.read(), reader, reference, now).await?;
        let versions = version::Entity::of(db.read(), draft.id).await?;
        let newest = versions.last().map(version::Model::text);
        let threads = threads(db, &draft, newest.as_deref(), now).await?;
        let sign_offs = sign_offs(db, &draft, &versions).await?;
        let events = event::Entity::about_draft(db.read(), draft.id).await?;
        let record = events.iter().map(event::Model::event).collect::<entity::Result<Vec<_>>>()?;
        let mut dossier = Self {
            format: FORMAT.to_owned(),
            exported_at: now,
            stage: draft.stage_at(now),
            forum: seats(db, forum).await?,
            versions: versions.into_iter().map(Version::from).collect(),
            reference: draft.reference,
            title: draft.title,
            language: draft.language,
            threads,
            sign_offs,
            people: BTreeMap::new(),
            record,
        };
        dossier.credit();
        dossier.people = account::Entity::names(db.read(), dossier.accounts()).await?;
        Ok(dossier)
    }

    /// Says of each version whose suggestions it took over, as the record has it.
    fn credit(&mut self) {
        for credit in self.record.iter().filter_map(|event| Credit::of(&event.entry)) {
            let version = self.versions.iter_mut().find(|version| version.number == credit.version);
            let Some(version) = version else { continue };
            version.credits.push(Credited { thread: credit.thread, comment: credit.comment });
        }
    }

    /// The comments whose suggestions the version the draft is about and those before it took over, each with the version.
    pub fn credits(&self) -> impl Iterator<Item = (&Version, &Thread, &Comment)> {
        let last = self.version().map_or(0, |version| version.number);
        let versions = self.versions.iter().filter(move |version| version.number <= last);
        let credits = versions.flat_map(|version| version.credits.iter().map(move |one| (version, one)));
        credits.filter_map(|(version, one)| {
            let thread = self.threads.iter().find(|thread| thread.number == one.thread)?;
            let comment = thread.comments.iter().find(|comment| comment.number == one.comment)?;
            Some((version, thread, comment))
        })
    }

    /// Whose words a comment is: the stakeholder's, or the person's own.
    pub fn voice<'a>(&'a self, comment: &'a Comment) -> &'a str {
        comment.stakeholder.as_ref().map_or_else(|| self.name(comment.author), |one| one.name.as_str())
    }

    /// The version the draft is about: the adopted one, else the newest.
    pub fn version(&self) -> Option<&Version> {
        let about = self.stage.version().and_then(|number| i32::try_from(number).ok());
        let adopted = matches!(self.stage, Stage::Adopted { .. } | Stage::Superseded { .. });
        let found = self.versions.iter().find(|version| adopted && Some(version.number) == about);
        found.or(self.versions.last())
    }

    /// The sign-offs that stand, one of each stakeholder.
    pub fn standing(&self) -> impl Iterator<Item = &SignOff> {
        self.sign_offs.iter().filter(|sign_off| sign_off.standing.is_some())
    }

    pub fn name(&self, account: i64) -> &str {
        self.people.get(&account).map_or("", String::as_str)
    }

    fn accounts(&self) -> BTreeSet<i64> {
        let published = self.versions.iter().map(|version| version.published_by);
        let signed = self.sign_offs.iter().map(|sign_off| sign_off.account);
        let said = self.threads.iter().flat_map(|thread| {
            let answered = thread.life.standing_answer().map(|answer| answer.by);
            thread.comments.iter().map(|comment| comment.author).chain([thread.raised_by]).chain(answered)
        });
        let acted = self.record.iter().filter_map(|event| event.entry.actor);
        published.chain(signed).chain(said).chain(acted).collect()
    }
}

async fn seats(db: &Db, forum: forum::Model) -> entity::Result<Forum> {
    let seats = forum.seats(db.read()).await?.into_iter().map(|seat| seat.name).collect();
    Ok(Forum { slug: forum.slug, name: forum.name, zone: forum.zone, seats })
}

async fn threads(
    db: &Db,
    draft: &draft::Model,
    newest: Option<&Text>,
    now: DateTime<Utc>,
) -> entity::Result<Vec<Thread>> {
    let threads = thread::Entity::of(db.read(), draft.id).await?;
    let ids: Vec<_> = threads.iter().map(|thread| thread.id).collect();
    let mut comments = comment::Entity::of(db.read(), ids.clone()).await?;
    let mut places = placement::Entity::of_all(db.read(), ids).await?;
    let speakers = speakers(db).await?;
    let whole = threads.into_iter().map(|thread| {
        let comments = comments.remove(&thread.id).unwrap_or_default();
        let places = places.remove(&thread.id).unwrap_or_default();
        Thread {
            number: thread.number,
            kind: thread.kind.key().to_owned(),
            made_on: thread.version,
            outlook: outlook(&thread, &comments, &places, newest),
            raised_by: thread.raised_by,
            stakeholder: thread.stakeholder_id.and_then(|id| speakers.get(&id).cloned()),
            raised_at: thread.created_at,
            late: thread.late,
            life: thread.life_at(now),
            comments: comments.into_iter().map(|comment| Comment::of(comment, &speakers)).collect(),
            placements: places.into_iter().map(Place::from).collect(),
            anchor: thread.anchor.map(|anchor| anchor.0),
        }
    });
    Ok(whole.collect())
}

/// What became of the first suggestion of a thread in the newest version.
fn outlook(
    thread: &thread::Model,
    comments: &[comment::Model],
    places: &[placement::Model],
    newest: Option<&Text>,
) -> Option<Outlook> {
    let words = comments.iter().find_map(|comment| comment.suggestion.as_deref())?;
    let anchor = &thread.anchor.as_ref()?.0;
    Some(suggestion::outlook(anchor, words, &places.last()?.placement, newest?))
}

async fn speakers(db: &Db) -> entity::Result<BTreeMap<i64, Speaker>> {
    let all = stakeholder::Entity::all(db.read()).await?;
    Ok(all.into_iter().map(|one| (one.id, Speaker::from(one))).collect())
}

async fn sign_offs(
    db: &Db,
    draft: &draft::Model,
    versions: &[version::Model],
) -> entity::Result<Vec<SignOff>> {
    let sign_offs = sign_off::Entity::of(db.read(), draft.id).await?;
    let carried = sign_off::carried(db.read(), versions, &sign_offs, draft.latest).await?;
    let speakers = speakers(db).await?;
    let known = sign_offs.into_iter().filter_map(|sign_off| {
        let stakeholder = speakers.get(&sign_off.stakeholder_id)?.clone();
        let standing = carried.get(&sign_off.stakeholder_id);
        let standing = standing.filter(|carried| carried.sign_off.id == sign_off.id);
        Some(SignOff {
            stakeholder,
            version: sign_off.version,
            digest: sign_off.digest.0,
            clauses: sign_off.clauses.0,
            position: sign_off.position.0,
            account: sign_off.account_id,
            mandate: sign_off.mandate_id,
            evidence: sign_off.evidence,
            at: sign_off.signed_at,
            standing: standing.map(|carried| carried.standing.carried),
        })
    });
    Ok(known.collect())
}

impl Comment {
    fn of(comment: comment::Model, speakers: &BTreeMap<i64, Speaker>) -> Self {
        let shown = comment.hidden.is_none();
        Self {
            number: comment.number,
            author: comment.author_id,
            stakeholder: comment.stakeholder_id.and_then(|id| speakers.get(&id).cloned()),
            at: comment.created_at,
            edited_at: comment.edited_at,
            withdrawn_at: comment.withdrawn_at,
            hidden: comment.hidden,
            receipt: comment.receipt,
            body: shown.then_some(comment.body),
            suggestion: comment.suggestion.filter(|_| shown),
        }
    }
}

impl From<version::Model> for Version {
    fn from(version: version::Model) -> Self {
        Self {
            number: version.number,
            digest: version.digest.0,
            manner: version.manner.0,
            published_at: version.published_at,
            published_by: version.published_by,
            note: version.note,
            clauses: version.clauses.0,
            credits: Vec::new(),
            source: version.source,
        }
    }
}

impl From<stakeholder::Model> for Speaker {
    fn from(stakeholder: stakeholder::Model) -> Self {
        Self { slug: stakeholder.slug, class: stakeholder.class.key().to_owned(), name: stakeholder.name }
    }
}

impl From<placement::Model> for Place {
    fn from(row: placement::Model) -> Self {
        Self {
            version: row.version,
            lines: row.placement.lines.map(|lines| lines.to_string()),
            standing: row.standing,
            confidence: row.placement.confidence,
            by_hand: row.repaired_by.is_some(),
        }
    }
}

/// The disposition of a thread and its reason; none while it waits.
pub fn answer(thread: &Thread) -> Option<(Disposition, &str)> {
    thread.life.standing_answer().map(|answer| (answer.disposition, answer.reason.as_str()))
}
