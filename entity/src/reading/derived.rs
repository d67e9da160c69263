//! What the program works out besides the record: where comments stand now, what became of suggestions, what sign-offs are worth.

use std::collections::BTreeMap;

use domain::{
    anchor::Placement,
    carry,
    suggestion::{self, Outlook},
    text::Text,
};
use serde::Serialize;

use super::positions;
use crate::{Db, comment, draft, error::*, placement, sign_off, stakeholder, thread, version};

/// What follows from the record by the rules of this program.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Derived {
    /// Where each thread stands in each version since it was made, by its number.
    pub placements: BTreeMap<i32, Vec<ThreadPlace>>,
    /// The same as the program has it, each with the number of the version; it is not written.
    #[serde(skip)]
    pub stands: BTreeMap<i32, Vec<(i32, Placement)>>,
    /// What became of the suggestion of a thread in the newest version, by its number.
    pub outlooks: BTreeMap<i32, Outlook>,
    /// What the last sign-off of a stakeholder is worth on the newest version, by its slug.
    pub standings: BTreeMap<String, carry::Carried>,
}

/// Where a thread stands in a version.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ThreadPlace {
    pub version: i32,
    /// None where its words are gone.
    pub lines: Option<String>,
    /// `placed`, `uncertain` or `detached`.
    pub standing: String,
    /// From 0 to 1, how sure it is.
    pub confidence: f32,
    /// Somebody said that it belongs there.
    pub by_hand: bool,
}

impl Derived {
    /// Adds what follows for some threads of a draft, with all that was said in them.
    pub async fn add_threads(
        &mut self,
        db: &Db,
        threads: &[thread::Model],
        comments: &BTreeMap<i64, Vec<comment::Model>>,
        newest: Option<&Text>,
    ) -> Result<()> {
        let mut places = placement::Entity::of_all(db.read(), threads.iter().map(|one| one.id)).await?;
        for thread in threads {
            let places = places.remove(&thread.id).unwrap_or_default();
            let said = comments.get(&thread.id).map(Vec::as_slice).unwrap_or_default();
            // What becomes of hidden words would tell whoever guesses them that they are right.
            let words = suggestion::standing(said.iter().map(comment::Model::proposed));
            if let (Some(words), Some(anchor), Some(last), Some(newest)) =
                (words, &thread.anchor, places.last(), newest)
            {
                let outlook = suggestion::outlook(anchor, words, &last.placement, newest);
                self.outlooks.insert(thread.number, outlook);
            }
            let stands = places.iter().map(|row| (row.version.number(), row.placement.0.clone())).collect();
            self.stands.insert(thread.number, stands);
            self.placements.insert(thread.number, places.into_iter().map(ThreadPlace::from).collect());
        }
        Ok(())
    }

    /// Adds what the sign-offs of a draft are worth.
    pub async fn add_sign_offs(
        &mut self,
        db: &Db,
        draft: &draft::Model,
        versions: &[version::Model],
        sign_offs: &[sign_off::Model],
    ) -> Result<()> {
        let carried = positions::carried(db.read(), versions, sign_offs, draft.latest).await?;
        let stakeholders = stakeholder::Entity::among(db.read(), carried.keys().copied()).await?;
        let standings = carried
            .iter()
            .filter_map(|(id, carried)| Some((stakeholders.get(id)?.slug.clone(), carried.standing.carried)));
        self.standings = standings.collect();
        Ok(())
    }
}

impl From<placement::Model> for ThreadPlace {
    fn from(row: placement::Model) -> Self {
        Self {
            version: row.version.number(),
            lines: row.placement.lines.map(|lines| lines.to_string()),
            standing: row.standing,
            confidence: row.placement.confidence,
            by_hand: row.repaired_by.is_some(),
        }
    }
}
