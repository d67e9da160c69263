//! A stakeholder's position on one exact version, by a mandated delegate.

use std::collections::{BTreeMap, btree_map::Entry};

use chrono::{DateTime, Utc};
use domain::{
    carry::{self, Held},
    class::StakeholderId,
    permission::Action,
    position::Position,
    record::{
        Kind, Salt, Unsealed, canonical,
        payload::{SignedOff, Stepped},
        sealed,
    },
    stage::Stage,
    tally::{Tally, tally},
    text::Digest,
    typed::Evidence,
};
use sea_orm::{ActiveValue::Set, FromQueryResult, QueryOrder, QuerySelect, Select, entity::prelude::*};

use crate::{
    Db, Reader, Stored, Voice, access, draft,
    error::*,
    forum,
    listed::among,
    record::{Happened, seal},
    stakeholder,
    version::{self, Covered},
};

mod hand;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_off")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    pub version: i32,
    pub stakeholder_id: i64,
    pub account_id: i64,
    pub mandate_id: Option<i64>,
    pub position: Stored<Position>,
    pub kind: String,
    pub digest: Stored<Digest>,
    pub clauses: Stored<Vec<Covered>>,
    /// What the secretariat recorded it on behalf from; none when a delegate signed.
    pub evidence: Option<String>,
    pub once: Option<String>,
    pub signed_at: DateTime<Utc>,
    /// What its words are sealed with in the record; erased with them.
    pub salt: Option<Stored<Salt>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A sign-off with what it is worth on a later version.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    pub sign_off: Model,
    pub standing: carry::Standing,
}

impl Entity {
    /// Every sign-off on a draft in order; the last of a stakeholder is the one that stands.
    pub async fn of(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::DraftId.eq(draft));
        Ok(all.order_by_asc(Column::Id).all(db).await?)
    }
}

/// A sign-off without its words, for lists.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Brief {
    pub draft_id: i64,
    pub stakeholder_id: i64,
    pub version: i32,
    pub kind: String,
    pub signed_at: DateTime<Utc>,
}

fn briefly() -> Select<Entity> {
    Entity::find()
        .select_only()
        .columns([Column::DraftId, Column::StakeholderId, Column::Version, Column::Kind, Column::SignedAt])
        .order_by_asc(Column::Id)
}

/// The last sign-off of each stakeholder on these drafts, by draft and stakeholder.
pub async fn last_in(
    db: &impl ConnectionTrait,
    drafts: impl IntoIterator<Item = i64>,
) -> Result<BTreeMap<(i64, i64), Brief>> {
    let all = briefly().filter(among(db, Column::DraftId, drafts)).into_model::<Brief>().all(db).await?;
    Ok(all.into_iter().map(|one| ((one.draft_id, one.stakeholder_id), one)).collect())
}

/// The last sign-off of a stakeholder on each draft, the latest first; at most `limit`.
pub async fn last_of(db: &impl ConnectionTrait, stakeholder: i64, limit: usize) -> Result<Vec<Brief>> {
    let all = briefly().filter(Column::StakeholderId.eq(stakeholder)).into_model::<Brief>().all(db).await?;
    let last: BTreeMap<i64, Brief> = all.into_iter().map(|one| (one.draft_id, one)).collect();
    let mut last: Vec<_> = last.into_values().collect();
    last.sort_by_key(|one| std::cmp::Reverse(one.signed_at));
    last.truncate(limit);
    Ok(last)
}

/// The last sign-off of each stakeholder up to this version, carried to it by the carry-over table.
pub async fn carried(
    db: &impl ConnectionTrait,
    versions: &[version::Model],
    sign_offs: &[Model],
    target: i32,
) -> Result<BTreeMap<i64, Carried>> {
    let mut last = BTreeMap::new();
    for sign_off in sign_offs.iter().filter(|sign_off| sign_off.version <= target) {
        last.insert(sign_off.stakeholder_id, sign_off.clone());
    }
    let mut changes = BTreeMap::new();
    let mut carried = BTreeMap::new();
    for (stakeholder, sign_off) in last {
        let since = match changes.entry(sign_off.version) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(version::changes(db, versions, sign_off.version, target).await?),
        };
        let covered: Vec<_> = sign_off.clauses.iter().map(|clause| clause.id).collect();
        let standing = carry::standing(Held::Position(&sign_off.position), &covered, since);
        carried.insert(stakeholder, Carried { sign_off, standing });
    }
    Ok(carried)
}

/// The positions that count on a version, against the forum's rule.
pub async fn tally_of(
    db: &impl ConnectionTrait,
    forum: &forum::Model,
    draft: &draft::Model,
    number: i32,
) -> Result<Tally> {
    let seats = forum.seat_ids(db).await?;
    let versions = version::Entity::of(db, draft.id).await?;
    let sign_offs = Entity::of(db, draft.id).await?;
    Ok(count(&seats, &carried(db, &versions, &sign_offs, number).await?, forum))
}

/// How an adopted draft was agreed: the positions in force on its newest version, and the seats whose reservation goes with it.
pub async fn agreed(
    db: &impl ConnectionTrait,
    forum: &forum::Model,
    draft: &draft::Model,
) -> Result<(Tally, Vec<String>)> {
    let seats = forum.seats(db).await?;
    let versions = version::Entity::of(db, draft.id).await?;
    let sign_offs = Entity::of(db, draft.id).await?;
    let carried = carried(db, &versions, &sign_offs, draft.latest).await?;
    let ids: Vec<_> = seats.iter().map(|seat| StakeholderId(seat.id)).collect();
    let reserved = |seat: &&stakeholder::Model| {
        carried.get(&seat.id).is_some_and(|one| {
            one.standing.carried.counts()
                && matches!(one.sign_off.position.0, Position::EndorseWithReservation { .. })
        })
    };
    let reserved = seats.iter().filter(reserved).map(|seat| seat.name.clone()).collect();
    Ok((count(&ids, &carried, forum), reserved))
}

/// The same from what is loaded already.
pub fn count(seats: &[StakeholderId], carried: &BTreeMap<i64, Carried>, forum: &forum::Model) -> Tally {
    let counting = carried.values().filter(|carried| carried.standing.carried.counts());
    let positions = counting
        .map(|carried| (StakeholderId(carried.sign_off.stakeholder_id), carried.sign_off.position.0.clone()))
        .collect();
    tally(seats, &positions, &forum.rule)
}

/// A position on its way in.
#[derive(Clone, Debug)]
pub struct Signing {
    /// The number of the version that is signed; it must be the newest.
    pub version: i32,
    pub stakeholder: i64,
    pub position: Position,
    /// Only for the secretariat, which records a position on behalf of a stakeholder.
    pub evidence: Option<Evidence>,
    pub once: Option<String>,
}

impl Reader {
    /// Records a stakeholder's position on the exact words of the newest version. Refuses a stakeholder without a seat, an account
    /// without a live mandate for it that counts in this forum (unless the secretariat shows evidence), a version that is not the newest any
    /// more, and to replace what the stakeholder said itself by what a forum says for it.
    pub async fn sign_off(
        &self,
        db: &Db,
        draft: &draft::Model,
        signing: Signing,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        if let Some(same) = already(&*tx, self.account.id, signing.once.as_deref()).await? {
            return Ok(same);
        }
        let action = if signing.evidence.is_some() { Action::SignOffOnBehalf } else { Action::SignOff };
        access::require(&*tx, Some(self), &forum, &draft, action, now).await?;
        let seats = forum.seats(&*tx).await?;
        let seat = seats.iter().find(|seat| seat.id == signing.stakeholder);
        let seat = seat.ok_or_else(|| Error::refused("refusal-no-seat"))?;
        let voice = match signing.evidence {
            Some(_) => None,
            None => self.voice_in(&forum, Some(seat.id), now)?,
        };
        if signing.version != draft.latest {
            return Err(Error::Conflict(
                domain::Message::new("refusal-not-newest").with("version", signing.version.unsigned_abs()),
            ));
        }
        hand::require_holder(&*tx, &draft, &signing, voice).await?;
        let version = version::Entity::numbered(&*tx, draft.id, signing.version).await?;
        check_clauses(&version, &signing.position)?;
        let kind = match signing.evidence {
            Some(_) => Kind::SignedOffOnBehalf,
            None => Kind::SignedOff,
        };
        let mandate = voice.map(|voice| voice.mandate.id);
        let salt = tx.salt();
        let words = written(&signing.position)?;
        let payload = SignedOff {
            stakeholder: seat.into(),
            version: version.number,
            digest: version.digest.0,
            position: signing.position.key().to_owned(),
            words: sealed(salt, "position", &words),
            evidence: seal(salt, "evidence", signing.evidence.as_ref().map(Evidence::as_str)),
            mandate_of: voice.and_then(Voice::mandate_of),
        };
        Happened::to_draft(kind, &draft)
            .part("sign-off", &seat.slug)
            .keeping(&words)
            .keeping(signing.evidence.as_ref().map_or("", Evidence::as_str))
            .saying(&payload)?
            .append(&tx, Some(self), mandate, now)
            .await?;
        let row = ActiveModel {
            draft_id: Set(draft.id),
            version: Set(version.number),
            stakeholder_id: Set(seat.id),
            account_id: Set(self.account.id),
            mandate_id: Set(mandate),
            kind: Set(signing.position.key().to_owned()),
            position: Set(Stored(signing.position)),
            digest: Set(version.digest),
            clauses: Set(version.clauses),
            evidence: Set(signing.evidence.map(String::from)),
            once: Set(signing.once),
            signed_at: Set(now),
            salt: Set(Some(Stored(salt))),
            ..Default::default()
        };
        let signed = row.insert(&*tx).await?;
        object_in_last_call(&tx, self, &draft, &signed, now).await?;
        tx.commit().await?;
        Ok(signed)
    }
}

/// A position as it is sealed.
fn written(position: &Position) -> Result<String> {
    let broken = |error: String| Error::Broken(error);
    let value = serde_json::to_value(position).map_err(|error| broken(error.to_string()))?;
    canonical(&value).map_err(|error| broken(error.to_string()))
}

impl Model {
    /// Its words, with what opens their seals.
    pub fn openings(&self) -> Result<Vec<Unsealed>> {
        let Some(Stored(salt)) = self.salt else { return Ok(Vec::new()) };
        let position = written(&self.position)?;
        let position = Unsealed { field: "position".to_owned(), salt, words: position };
        let evidence = self.evidence.iter().cloned();
        let evidence = evidence.map(|words| Unsealed { field: "evidence".to_owned(), salt, words });
        Ok(std::iter::once(position).chain(evidence).collect())
    }
}

/// An objection in a last call sends the text back to disposition.
async fn object_in_last_call(
    tx: &crate::Tx,
    reader: &Reader,
    draft: &draft::Model,
    signed: &Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let stage = draft.stage_at(now);
    if !matches!((&stage, &signed.position.0), (Stage::LastCall { .. }, Position::Object(_))) {
        return Ok(());
    }
    let back = stage.object_in_last_call(now).map_err(|refusal| Error::Conflict(refusal.message()))?;
    let payload = Stepped { stage: back.clone(), reason: None };
    draft::ActiveModel { id: Set(draft.id), ..Default::default() }.in_stage(back).update(&**tx).await?;
    Happened::to_draft(Kind::LastCallObjected, draft)
        .saying(&payload)?
        .append(tx, Some(reader), signed.mandate_id, now)
        .await?;
    Ok(())
}

/// Refuses an objection to a clause that the version does not have.
fn check_clauses(version: &version::Model, position: &Position) -> Result<()> {
    let Position::Object(objection) = position else { return Ok(()) };
    let known = objection.clauses().iter().all(|clause| version.position_of(*clause).is_some());
    if known { Ok(()) } else { Err(Error::refused("refusal-objection-clause")) }
}

async fn already(db: &impl ConnectionTrait, account: i64, once: Option<&str>) -> Result<Option<Model>> {
    let Some(once) = once else { return Ok(None) };
    let same = Entity::find().filter(Column::AccountId.eq(account)).filter(Column::Once.eq(once));
    Ok(same.one(db).await?)
}
