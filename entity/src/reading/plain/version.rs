//! Versions, their clauses, and what changed between two.

use chrono::{DateTime, Utc};
use domain::{
    diff::{Hunk, Summary, changes},
    record::dossier::{Covered, Credited},
    text::{ClauseId, ClauseKind, Digest, LineRange, Manner},
};
use serde::Serialize;

use crate::{clause_map, error::*, event, reading::Head, reading::Viewer, version};

/// A published version.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainVersion {
    /// Counted from 1 within the draft.
    pub number: i32,
    /// SHA-256 of the exact bytes of its text.
    pub digest: Digest,
    pub published_at: DateTime<Utc>,
    /// An account number.
    pub published_by: i64,
    /// What was said when it was published; none once nothing opens its seal any more.
    pub note: Option<String>,
    /// How many lines it has.
    pub line_count: u32,
    /// Only where the version is shown alone.
    #[serde(flatten)]
    pub whole: Option<WholeVersion>,
}

/// What a version says besides where it is shown alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WholeVersion {
    pub manner: Manner,
    pub clauses: Vec<Covered>,
    pub editorial: Vec<ClauseId>,
    pub credits: Vec<Credited>,
    /// Its source.
    pub text: String,
}

/// A clause of a version with its lines.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainClause {
    /// The same through all versions of the draft.
    pub id: ClauseId,
    pub digest: Digest,
    pub kind: ClauseKind,
    /// The number or mark a reader sees.
    pub number: Option<String>,
    pub lines: LineRange,
    /// The headings it stands under, outermost first.
    pub under: Vec<ClauseId>,
    /// What each line says, from the first on.
    pub words: Vec<String>,
}

/// What changed from one version to a later one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainComparison {
    /// The number of the older version.
    pub from: u32,
    /// The number of the newer version.
    pub to: u32,
    pub summary: Summary,
    /// What `comity diff --format json` says of the two texts.
    pub hunks: Vec<Hunk>,
}

impl PlainVersion {
    /// A version as lists show it.
    pub fn of(version: &version::Model) -> Self {
        Self {
            number: version.number,
            digest: version.digest.0,
            published_at: version.published_at,
            published_by: version.published_by,
            note: version.salt.is_some().then(|| version.note.clone()),
            line_count: version.text().line_count(),
            whole: None,
        }
    }
}

impl PlainClause {
    /// The clauses of a version in order, each with what its lines say.
    pub fn all(version: &version::Model) -> Vec<Self> {
        let (text, ids) = (version.text(), version.clause_ids());
        let id = |index: usize| ids.get(index).copied();
        let clauses = text.clauses().iter().enumerate().zip(version.clauses.iter());
        let plain = clauses.map(|((index, clause), covered)| Self {
            id: covered.id,
            digest: covered.digest,
            kind: clause.kind,
            number: clause.number.clone(),
            lines: clause.lines,
            under: text.path(index).into_iter().filter(|above| *above != index).filter_map(id).collect(),
            words: text.lines_in(clause.lines).iter().map(|line| line.text.to_string()).collect(),
        });
        plain.collect()
    }
}

impl Viewer<'_> {
    /// A version of a draft with its text, its clauses and whose words it took over. Not found when the draft has none of this number.
    pub async fn version(self, head: &Head, number: u32) -> Result<PlainVersion> {
        let version = head.version(number)?;
        let credits = event::Entity::credits(self.db.read(), head.reference()).await?;
        let own = credits.into_iter().filter(|credit| credit.version == version.number);
        let whole = WholeVersion {
            manner: version.manner.0.clone(),
            clauses: version.clauses.0.clone(),
            editorial: version.editorial.0.clone(),
            credits: own.map(|one| Credited { thread: one.thread, comment: one.comment }).collect(),
            text: version.source.clone(),
        };
        Ok(PlainVersion { whole: Some(whole), ..PlainVersion::of(version) })
    }

    /// What changed from one version to a later one. Not found for versions that are not one before the other.
    pub async fn comparison(self, head: &Head, from: u32, to: u32) -> Result<PlainComparison> {
        let (older, newer) = (head.version(from)?, head.version(to)?);
        if from >= to {
            return Err(Error::NotFound("comparison"));
        }
        let map = clause_map::between(self.db.read(), older, newer).await?;
        let changes = changes(&older.text(), &newer.text(), &map);
        Ok(PlainComparison { from, to, summary: changes.summary, hunks: changes.hunks })
    }
}
