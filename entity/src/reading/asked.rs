//! Who asked for a change: the threads whose answer promised it, and those whose wording was taken.

use std::collections::BTreeMap;

use domain::{
    anchor::Anchor,
    suggestion::{Outlook, outlook, standing},
    text::Text,
};

use super::{Compared, Speakers, waiting};
use crate::{Db, comment, error::*, placement, thread, version};

/// A thread that asked for a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub number: u32,
    /// Whom it was raised for, or by whom in a personal capacity.
    pub who: String,
    /// The first sentence said in it.
    pub gist: String,
    /// Its wording was taken word for word.
    pub verbatim: bool,
}

/// A comparison of two versions that exist.
pub struct Versions<'a> {
    pub older: &'a version::Model,
    pub newer: &'a version::Model,
    pub compared: &'a Compared,
}

/// The threads that asked for each change, by the id of its hunk.
pub async fn asked(db: &Db, between: &Versions<'_>) -> Result<BTreeMap<String, Vec<Asked>>> {
    let (all, db) = (db, db.read());
    let threads = waiting::asking(db, between.newer.key()).await?;
    let ids: Vec<_> = threads.iter().map(|thread| thread.id).collect();
    let comments = comment::Entity::in_short(db, ids.iter().copied(), 0).await?;
    let after = placement::Entity::in_version(db, ids.iter().copied(), between.newer.key()).await?;
    let before = placement::Entity::in_version(db, ids, between.older.key()).await?;
    let names = Speakers::raising(all, &threads).await?;
    let clauses = between.older.clause_ids();
    let mut by_hunk: BTreeMap<String, Vec<Asked>> = BTreeMap::new();
    for thread in &threads {
        let Some(anchor) = &thread.anchor else { continue };
        let said = comments.get(&thread.id).map(Vec::as_slice).unwrap_or_default();
        let now = after.get(&thread.id).map(|placed| &placed.placement.0);
        let then = before.get(&thread.id).map(|placed| &placed.placement.0);
        let wish = standing(said.iter().map(comment::Model::proposed));
        let applied = |place: Option<&domain::anchor::Placement>, text| {
            let found = wish.zip(place).map(|(wish, place)| outlook(anchor, wish, place, text));
            matches!(found, Some(Outlook::Applied { .. }))
        };
        let early = thread.version < between.older.key() && applied(then, &between.compared.old);
        let verbatim = !early && applied(now, &between.compared.new);
        if !verbatim && !between.promised(thread) {
            continue;
        }
        let hunk = now.and_then(|place| place.clause).and_then(|at| between.compared.change_of_new(at));
        let hunk = hunk.or_else(|| between.compared.change_of_old(position(&clauses, anchor)?));
        if let Some(hunk) = hunk {
            let asked = Asked {
                number: thread.number.unsigned_abs(),
                who: names.voice(thread.raised_by, thread.stakeholder_id),
                gist: said.first().map(first_sentence).unwrap_or_default(),
                verbatim,
            };
            by_hunk.entry(hunk.id.clone()).or_default().push(asked);
        }
    }
    Ok(by_hunk)
}

impl Versions<'_> {
    /// Tells whether the answer of a thread promised a change, between the publishing of one version and the other.
    fn promised(&self, thread: &thread::Model) -> bool {
        let Some(answer) = thread.life.standing_answer() else { return false };
        let between = self.older.published_at < answer.at && answer.at <= self.newer.published_at;
        answer.disposition.promises_change() && between
    }
}

fn position(clauses: &[domain::text::ClauseId], anchor: &Anchor) -> Option<u32> {
    let at = clauses.iter().position(|clause| *clause == anchor.clause)?;
    u32::try_from(at).ok()
}

/// The first sentence of a comment without its Markdown, shortened at a word; nothing of one that is hidden.
pub fn first_sentence(comment: &comment::Model) -> String {
    const MOST: usize = 90;
    if comment.hidden.is_some() {
        return String::new();
    }
    let text = Text::parse_unlimited(&comment.body);
    let first = text.lines().first().map(|line| line.text.trim()).unwrap_or_default();
    if first.chars().count() <= MOST {
        return first.trim_end_matches(['.', '。']).to_owned();
    }
    let short: String = first.chars().take(MOST).collect();
    let words = short.rsplit_once(' ').map_or(short.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':']))
}
