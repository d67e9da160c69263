//! Acts on a draft: beginning, publishing, leading on, signing off.

use chrono::{DateTime, Utc};
use domain::{
    position::{self, PositionForm},
    stage::Step,
    text::Cuts,
    visibility::Visibility,
};
use entity::{
    draft,
    reading::forecast,
    verb::{Beginning, Publication, Saved, Signing},
    version,
};

use super::{Play, Result, Unplayable};
use crate::demo::{
    script::{self, Doing},
    words,
};

impl<'a> Play<'a> {
    pub(super) async fn begin(&mut self, draft: &'a script::Draft, now: DateTime<Utc>) -> Result<()> {
        let source = draft.versions.first().map(|first| first.source.clone());
        let beginning = Beginning {
            title: draft.title.clone(),
            language: draft.language.clone(),
            source: source.unwrap_or_default(),
            visibility: Visibility::Public,
            reference: Some(draft.reference.clone()),
            once: None,
        };
        let author = self.reader(&draft.by, now).await?;
        let begun = author.begin_draft(self.db, self.forum(&draft.forum)?, beginning, now).await?;
        self.drafts.insert(&draft.reference, begun);
        Ok(())
    }

    pub(super) async fn publish(
        &mut self,
        draft: &'a script::Draft,
        version: &script::Version,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let author = self.reader(&version.by, now).await?;
        let begun = self.draft(&draft.reference)?;
        let mut editorial = Vec::new();
        if begun.latest > 0 {
            let saved = Saved {
                source: version.source.clone(),
                base: begun.latest,
                edition: 0,
                applied: Vec::new(),
                recut: None,
            };
            author.save_text(self.db, begun, saved, now).await?;
            let newest = version::Entity::numbered(self.db.read(), begun.id, begun.latest).await?;
            let fresh = draft::Entity::cited(self.db.read(), Some(&author), &begun.reference, now).await?;
            let forecast =
                forecast::forecast(version.source.as_bytes(), &Cuts::default(), Some(&newest), &fresh.0)?;
            editorial = words::clauses(&forecast.text, &forecast.ids, &version.editorial)?;
        }
        let publication = Publication { note: version.note.clone(), edition: 1, editorial };
        let published = author.publish(self.db, begun, publication, now).await?;
        if let Some(begun) = self.drafts.get_mut(draft.reference.as_str()) {
            begun.latest = published.number;
        }
        Ok(())
    }

    pub(super) async fn step(
        &self,
        draft: &script::Draft,
        step: &script::Step,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let zone = &self.forum(&draft.forum)?.zone;
        let end = |days, clock: &script::Clock| self.closing(days, clock.0, zone);
        let next = match &step.doing {
            Doing::Open { closes, clock } => Step::OpenRound { opens: now, closes: end(*closes, clock)? },
            Doing::LastCall { closes, clock } => Step::OpenLastCall { closes: end(*closes, clock)? },
            Doing::SignOff { closes, clock } => Step::OpenSignOff { closes: end(*closes, clock)? },
            Doing::Silence { closes, clock } => Step::OpenSilence { until: end(*closes, clock)? },
            Doing::BreakSilence { reason } => Step::BreakSilence { reason: reason.clone() },
            Doing::Adopt {} => Step::Adopt,
        };
        let actor = self.reader(&step.by, now).await?;
        actor.take_step(self.db, self.draft(&draft.reference)?, next, now).await?;
        Ok(())
    }

    /// Takes suggestions over into the text of the next version, one save each.
    pub(super) async fn apply(&self, draft: &script::Draft, now: DateTime<Utc>) -> Result<()> {
        let editor = self.reader(&draft.by, now).await?;
        let mut source = draft.versions.last().map(|version| version.source.clone()).unwrap_or_default();
        for (edition, key) in (0..).zip(&draft.applied) {
            let comment = self.first_comment(draft, key).await?;
            let thread = draft.threads.iter().find(|thread| thread.key == *key);
            let wording =
                thread.and_then(|thread| Some((thread.quote.as_ref()?, thread.suggestion.as_ref()?)));
            let (quote, wording) = wording.ok_or_else(|| Unplayable::Unknown(key.clone()))?;
            source = source.replacen(quote.as_str(), wording.as_str(), 1);
            let begun = self.draft(&draft.reference)?;
            let saved = Saved {
                source: source.clone(),
                base: begun.latest,
                edition,
                applied: vec![comment.id],
                recut: None,
            };
            editor.save_text(self.db, begun, saved, now).await?;
        }
        Ok(())
    }

    pub(super) async fn sign_off(&self, taken: &script::Position, now: DateTime<Utc>) -> Result<()> {
        let signer = self.reader(&taken.by, now).await?;
        let draft = self.draft(&taken.draft)?;
        let version = version::Entity::numbered(self.db.read(), draft.id, taken.version).await?;
        let form = PositionForm {
            position: taken.take.clone(),
            reason: taken.reason.clone(),
            clauses: words::clauses(&version.text(), &version.clause_ids(), &taken.clauses)?,
            lifted_by: taken.lifted_by.clone(),
            reservation: taken.text.clone(),
        };
        let position = position::Position::parse(&form);
        let position = position.map_err(|refusals| Unplayable::Unheard(format!("{refusals:?}")))?;
        let signing = Signing {
            version: taken.version,
            stakeholder: self.stakeholder(&taken.seat)?.id,
            position,
            evidence: taken.evidence.clone(),
            once: None,
        };
        signer.sign_off(self.db, draft, signing, now).await?;
        Ok(())
    }
}
