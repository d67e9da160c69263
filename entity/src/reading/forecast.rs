//! What the next version would be, before anybody publishes it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    clause_map::{ClauseMap, inherit},
    text::{ClauseId, Cuts, Manner, Text},
};

use crate::{
    Stored, draft,
    error::*,
    row::version::{Covered, Model, VersionId},
};

/// What the next version would be, before anybody publishes it.
#[derive(Clone, Debug)]
pub struct Forecast {
    pub text: Arc<Text>,
    pub ids: Vec<ClauseId>,
    pub(crate) next_clause: u32,
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
            id: VersionId::new(draft.id, draft.latest + 1).0,
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

    pub(crate) fn covered(&self) -> Vec<Covered> {
        let clauses = self.ids.iter().zip(self.text.clauses());
        clauses.map(|(id, clause)| Covered { id: *id, digest: clause.digest }).collect()
    }
}
