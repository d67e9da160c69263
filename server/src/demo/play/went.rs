//! Acts between forums: referring, receiving, answering, and what a text is used for.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    adoption::{Adoption, Taken},
    referral::{Answer, Ask, ClauseAnswer, Fate, Keeper, Terms},
    text::ClauseId,
    typed::Reason,
};
use entity::{
    draft,
    reading::Viewer,
    referral,
    verb::{Preparing, Receiving, Recipient, Recording, Word},
    version,
};
use sea_orm::EntityTrait;

use super::{Play, Result, Unplayable};
use crate::demo::{script, words};

/// Under which licence the texts of the network are handed over.
const LICENCE: &str = "Free to use and change, with the source named";

impl<'a> Play<'a> {
    /// Prepares a referral and sends it.
    pub(super) async fn refer(&mut self, script: &'a script::Referral, now: DateTime<Utc>) -> Result<()> {
        let sender = self.reader(&script.by, now).await?;
        let draft = self.draft(&script.draft)?;
        let version = version::Entity::numbered(self.db.read(), draft.id, script.version).await?;
        let to = match (&script.to, &script.name) {
            (Some(slug), _) => Recipient::Here(self.forum(slug)?.id),
            (None, Some(name)) => Recipient::ByFile(name.clone()),
            (None, None) => return Err(Unplayable::Unknown(script.key.clone())),
        };
        let zone = self.zone(draft)?;
        let preparing = Preparing {
            version: script.version,
            to,
            ask: Ask {
                purpose: script.purpose,
                sought: script.sought,
                clauses: words::clauses(&version.text(), &version.clause_ids(), &script.clauses)?,
                questions: script.questions.clone(),
                due: Some(self.closing(script.due, script.clock.0, zone)?),
                earliest: None,
                note: script.note.clone(),
            },
            terms: Terms {
                keeper: Keeper::Both,
                licence: LICENCE.to_owned(),
                comes_back: true,
                contact: script.contact.clone(),
            },
            number: None,
            once: None,
        };
        let prepared = sender.prepare_referral(self.db, draft, preparing, now).await?;
        let sent = sender.send_referral(self.db, draft, prepared.number, now).await?;
        self.referrals.insert(&script.key, sent);
        Ok(())
    }

    pub(super) async fn receive(
        &mut self,
        script: &'a script::Referral,
        received: &script::Received,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let receiver = self.reader(&received.by, now).await?;
        let zone = match &script.to {
            Some(slug) => self.forum(slug)?.zone.as_str(),
            None => self.zone(self.draft(&script.draft)?)?,
        };
        let due = received.due.map(|days| self.closing(days, script.clock.0, zone));
        let receiving = Receiving { due: due.transpose()?, to: None, said: received.said.clone() };
        let taken = receiver.receive_referral(self.db, self.referral(&script.key)?, receiving, now).await?;
        if let Some(id) = taken.derived_id {
            let derived =
                draft::Entity::find_by_id(id).one(self.db.read()).await.map_err(entity::Error::from)?;
            let derived = derived.ok_or_else(|| Unplayable::Unknown(script.key.clone()))?;
            self.drafts.insert(&script.key, derived);
        }
        self.referrals.insert(&script.key, taken);
        Ok(())
    }

    pub(super) async fn tell(
        &mut self,
        script: &'a script::Referral,
        interim: &script::Interim,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let receiver = self.reader(&interim.by, now).await?;
        let word = Word::Interim(interim.said.clone());
        let told = receiver.say_to_referral(self.db, self.referral(&script.key)?, word, now).await?;
        self.referrals.insert(&script.key, told);
        Ok(())
    }

    /// Answers the whole, as the crosswalk of both texts has it.
    pub(super) async fn answer_referral(
        &mut self,
        script: &'a script::Referral,
        given: &script::ReferralAnswer,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let receiver = self.reader(&given.by, now).await?;
        let (ours, theirs) = (self.draft(&script.draft)?, self.draft(&script.key)?);
        let viewer = Viewer { db: self.db, reader: Some(&receiver), now };
        let both = (ours.reference.as_str(), theirs.reference.as_str());
        let walk = viewer.crosswalk(both, (Some(script.version), None)).await?;
        let ids = walk.old.version.clause_ids();
        let mut reasons: BTreeMap<ClauseId, Reason> = BTreeMap::new();
        for why in &given.reasons {
            let found = words::clauses(&walk.old.text, &ids, std::slice::from_ref(&why.of))?;
            reasons.extend(found.into_iter().map(|clause| (clause, why.reason.clone())));
        }
        let proposed = walk.crosswalk.proposal(&walk.old.text, &walk.new.text, &ids);
        let clauses =
            proposed.into_iter().map(|one| ClauseAnswer { reason: reasons.remove(&one.clause), ..one });
        let answer = Answer {
            act: given.act,
            standing: given.standing,
            is_final: true,
            identifier: theirs.reference.clone(),
            version: walk.new.version.number,
            decided: now,
            clauses: clauses.collect(),
            added: walk.crosswalk.figures.added,
            note: given.note.clone(),
        };
        let answered = receiver.answer_referral(self.db, self.referral(&script.key)?, answer, now).await?;
        self.referrals.insert(&script.key, answered);
        Ok(())
    }

    pub(super) async fn record(&mut self, script: &'a script::Adoption, now: DateTime<Utc>) -> Result<()> {
        let recorder = self.reader(&script.by, now).await?;
        let draft = self.draft(&script.draft)?;
        let version = version::Entity::numbered(self.db.read(), draft.id, script.version).await?;
        let (text, ids) = (version.text(), version.clause_ids());
        let mut clauses = Vec::new();
        for (fate, named) in [(Fate::Verbatim, &script.verbatim), (Fate::Adapted, &script.adapted)] {
            let taken = words::clauses(&text, &ids, named)?;
            clauses.extend(taken.into_iter().map(|clause| Taken { clause, fate }));
        }
        clauses.sort_by_key(|taken| version.position_of(taken.clause));
        let stakeholder = script.stakeholder.as_deref().map(|slug| self.stakeholder(slug).map(|one| one.id));
        let recording = Recording {
            adoption: Adoption {
                version: script.version,
                who: script.who.clone(),
                instrument: script.instrument.clone(),
                jurisdiction: script.jurisdiction.clone(),
                dated: self.instant(script.dated).date_naive(),
                status: script.status,
                link: script.link.clone(),
                clauses,
            },
            stakeholder: stakeholder.transpose()?,
            evidence: script.evidence.clone(),
            text: script.source.clone().zip(script.language.clone()),
            once: None,
        };
        let recorded = recorder.record_adoption(self.db, draft, recording, now).await?;
        self.adoptions.insert(script.instrument.as_str(), recorded);
        Ok(())
    }

    pub(super) async fn dispute(
        &self,
        script: &script::Adoption,
        dispute: &script::Dispute,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let raiser = self.reader(&dispute.by, now).await?;
        let recorded = self.adoptions.get(script.instrument.as_str());
        let recorded = recorded.ok_or_else(|| Unplayable::Unknown(script.instrument.to_string()))?;
        let stakeholder = Some(self.stakeholder(&dispute.stakeholder)?.id);
        raiser.dispute_adoption(self.db, recorded, stakeholder, dispute.evidence.clone(), now).await?;
        Ok(())
    }

    /// The time zone of the forum of a draft.
    fn zone(&self, draft: &draft::Model) -> Result<&str> {
        let forum = self.forums.values().find(|forum| forum.id == draft.forum_id);
        let zone = forum.map(|forum| forum.zone.as_str());
        zone.ok_or_else(|| Unplayable::Unknown(draft.reference.clone()))
    }

    fn referral(&self, key: &str) -> Result<&referral::Model> {
        self.referrals.get(key).ok_or_else(|| Unplayable::Unknown(key.to_owned()))
    }
}
