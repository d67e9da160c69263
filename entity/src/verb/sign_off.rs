//! Giving a position on the exact words of a version.

use chrono::{DateTime, Utc};
use domain::{
    permission::Action,
    position::Position,
    record::{
        Kind,
        payload::{SignedOff, Stepped},
        sealed,
    },
    stage::Stage,
    typed::Evidence,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::hand;
use crate::{
    Db, Reader, Stored, Voice, access, draft,
    error::*,
    row::sign_off::{ActiveModel, Column, Entity, Model, written},
    verb::record::{Happened, seal},
    version,
};

/// A position on its way in.
#[derive(Clone, Debug)]
pub struct Signing {
    /// The number of the version that is signed; it must be the newest.
    pub version: i32,
    /// Whose position it is, by id.
    pub stakeholder: i64,
    pub position: Position,
    /// Only for the secretariat, which records a position on behalf of a stakeholder.
    pub evidence: Option<Evidence>,
    /// The token of the form: the same form posted twice signs once.
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
            version: Set(version.key()),
            stakeholder_id: Set(seat.id),
            account_id: Set(self.account.id),
            mandate_id: Set(mandate),
            kind: Set(Stored(signing.position.kind())),
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
