//! Recording that a text is used elsewhere, and disputing it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    adoption::{Adoption, Status},
    permission::Action,
    record::{
        Kind,
        payload::{AdoptionChanged, AdoptionDisputed, AdoptionRecorded},
        sealed,
    },
    text::{Manner, Text},
    typed::{Evidence, Reason},
};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

use crate::{
    Db, Reader, Stored, access, adoption_change, dispute, draft,
    error::*,
    row::adoption::{ActiveModel, Column, Entity, Model},
    verb::record::Happened,
    version,
};

/// An adoption on its way in.
#[derive(Clone, Debug)]
pub struct Recording {
    pub adoption: Adoption,
    /// The stakeholder that says so itself; none for the secretariat, which shows evidence.
    pub stakeholder: Option<i64>,
    pub evidence: Option<Evidence>,
    /// The instrument's own text with its language, where it is given.
    pub text: Option<(String, String)>,
    /// The token of the form: the same form posted twice records one.
    pub once: Option<String>,
}

/// What became of an instrument.
#[derive(Clone, Debug)]
pub struct Changing {
    pub status: Status,
    /// Since when.
    pub dated: NaiveDate,
    /// The proof, where the secretariat says so.
    pub evidence: Option<Evidence>,
}

impl Reader {
    /// Records that a version is used elsewhere. Refuses whoever speaks neither for a stakeholder nor, with evidence, for the secretariat;
    /// clauses that the version does not have; a text that is none; and what [`Adoption::check`] refuses.
    pub async fn record_adoption(
        &self,
        db: &Db,
        draft: &draft::Model,
        recording: Recording,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        let own = recording.stakeholder.is_some();
        access::require(&*tx, Some(self), &forum, &draft, Action::RecordAdoption { own }, now).await?;
        let earlier = Entity::find().filter(Column::DraftId.eq(draft.id)).order_by_asc(Column::Number);
        let earlier = earlier.all(&*tx).await?;
        let posted = |row: &&Model| recording.once.is_some() && row.once == recording.once;
        if let Some(same) = earlier.iter().find(posted) {
            return Ok(same.clone());
        }
        let voice = self.voice_in(&forum, recording.stakeholder, now)?;
        if voice.is_none() && recording.evidence.is_none() {
            return Err(Error::refused("refusal-adoption-evidence"));
        }
        let adoption = recording.adoption;
        let version = version::Entity::numbered(&*tx, draft.id, adoption.version).await?;
        adoption.check(now.date_naive()).map_err(|bad| Error::Refused(bad.message()))?;
        if adoption.clauses.iter().any(|taken| version.position_of(taken.clause).is_none()) {
            return Err(Error::refused("refusal-referral-clause"));
        }
        if let Some((source, language)) = &recording.text {
            let text = Text::parse(source.as_bytes(), &Manner::tagged(language));
            text.map_err(|bad| Error::Refused(bad.message()))?;
        }
        let number = earlier.last().map_or(0, |last| last.number) + 1;
        let said = AdoptionRecorded {
            adoption: adoption.clone(),
            stakeholder: voice.map(|voice| (&voice.stakeholder).into()),
        };
        let mandate = voice.map(|voice| voice.mandate.id);
        let happened = Happened::to_draft(Kind::AdoptionRecorded, &draft).part("adoption", number);
        happened.saying(&said)?.append(&tx, Some(self), mandate, now).await?;
        let (source, language) = recording.text.unzip();
        let row = ActiveModel {
            draft_id: Set(draft.id),
            version: Set(version.key()),
            number: Set(number),
            stakeholder_id: Set(voice.map(|voice| voice.stakeholder.id)),
            country: Set(adoption.jurisdiction.country().to_owned()),
            status: Set(Stored(adoption.status)),
            adoption: Set(Stored(adoption)),
            evidence: Set(recording.evidence.map(String::from)),
            source: Set(source),
            language: Set(language),
            account_id: Set(self.account.id),
            mandate_id: Set(mandate),
            recorded_at: Set(now),
            once: Set(recording.once),
            ..Default::default()
        };
        let row = row.insert(&*tx).await?;
        tx.commit().await?;
        Ok(row)
    }

    /// Says that an instrument came into force, or was repealed. Refuses whoever speaks neither for the stakeholder that recorded it nor, with
    /// evidence, for the secretariat; a day that is still to come; and what it is already.
    pub async fn change_adoption(
        &self,
        db: &Db,
        adoption: &Model,
        changing: Changing,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, adoption.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        let adoption = Entity::numbered(&*tx, draft.id, adoption.number).await?;
        let own = adoption.stakeholder_id.is_some_and(|id| self.voice_in(&forum, Some(id), now).is_ok());
        access::require(&*tx, Some(self), &forum, &draft, Action::RecordAdoption { own }, now).await?;
        if !own && changing.evidence.is_none() {
            return Err(Error::refused("refusal-adoption-evidence"));
        }
        if changing.status == adoption.status.0 {
            return Err(Error::refused("refusal-adoption-same"));
        }
        let became =
            Adoption { status: changing.status, dated: changing.dated, ..adoption.adoption.0.clone() };
        became.check(now.date_naive()).map_err(|bad| Error::Refused(bad.message()))?;
        let voice = adoption.stakeholder_id.filter(|_| own);
        let voice = self.voice_in(&forum, voice, now)?;
        let said = AdoptionChanged { status: changing.status, dated: changing.dated };
        let happened = Happened::to_draft(Kind::AdoptionChanged, &draft).part("adoption", adoption.number);
        let mandate = voice.map(|voice| voice.mandate.id);
        happened.saying(&said)?.append(&tx, Some(self), mandate, now).await?;
        let row = adoption_change::ActiveModel {
            adoption_id: Set(adoption.id),
            status: Set(Stored(changing.status)),
            dated: Set(changing.dated),
            evidence: Set(changing.evidence.map(String::from)),
            account_id: Set(self.account.id),
            changed_at: Set(now),
            ..Default::default()
        };
        row.insert(&*tx).await?;
        let row =
            ActiveModel { id: Set(adoption.id), status: Set(Stored(changing.status)), ..Default::default() };
        let row = row.update(&*tx).await?;
        tx.commit().await?;
        Ok(row)
    }

    /// Disputes a recorded adoption, with evidence. It stays, and is said to be disputed.
    pub async fn dispute_adoption(
        &self,
        db: &Db,
        adoption: &Model,
        stakeholder: Option<i64>,
        evidence: Reason,
        now: DateTime<Utc>,
    ) -> Result<dispute::Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, adoption.draft_id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::DisputeAdoption, now).await?;
        let voice = self.voice_in(&forum, stakeholder, now)?;
        let salt = tx.salt();
        let said = AdoptionDisputed {
            stakeholder: voice.map(|voice| (&voice.stakeholder).into()),
            evidence: sealed(salt, "evidence", evidence.as_str()),
        };
        let happened = Happened::to_draft(Kind::AdoptionDisputed, &draft).part("adoption", adoption.number);
        let happened = happened.keeping(evidence.as_str()).saying(&said)?;
        happened.append(&tx, Some(self), voice.map(|voice| voice.mandate.id), now).await?;
        let row = dispute::ActiveModel {
            adoption_id: Set(adoption.id),
            stakeholder_id: Set(voice.map(|voice| voice.stakeholder.id)),
            evidence: Set(evidence.into()),
            salt: Set(Some(Stored(salt))),
            account_id: Set(self.account.id),
            disputed_at: Set(now),
            ..Default::default()
        };
        let row = row.insert(&*tx).await?;
        tx.commit().await?;
        Ok(row)
    }
}
