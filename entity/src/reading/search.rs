//! What is found by words, among what its viewer may see. What one may not see is not found and not counted.

mod hits;

use domain::search::Query;
use sea_orm::{
    Condition, DbBackend, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{ExprTrait, Query as Sql},
};
use serde::Serialize;

use super::{Viewer, docket::seen_by};
use crate::{
    Stored, comment, draft,
    error::*,
    indexing,
    search_entry::{Column, Entity, Kind, Model},
    search_word, thread,
};

pub use hits::{CommentPlace, Hit};

/// The kinds of what is found, in the order in which they are shown.
pub const KINDS: [Kind; 4] = [Kind::Draft, Kind::Clause, Kind::Comment, Kind::Stakeholder];
/// So many of each kind are shown of all kinds, and of one alone.
const FEW: u64 = 5;
pub const MANY: u64 = 20;

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// As it was typed.
    pub typed: String,
    /// One kind alone; none for some of each.
    pub kind: Option<Kind>,
    /// The page of one kind, from 1.
    pub page: u32,
}

/// What was found.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Results {
    /// The comment with the receipt that was typed.
    pub receipt: Option<CommentPlace>,
    /// Whether what was typed has the form of a receipt.
    pub is_receipt: bool,
    /// By kind; only those of which there is something.
    pub groups: Vec<Group>,
}

/// Some of what was found of one kind, the best first.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    pub kind: Kind,
    /// How many there are in all.
    pub total: u64,
    pub hits: Vec<Hit>,
}

impl Viewer<'_> {
    /// Looks for what was typed: a receipt by itself, anything else by its words.
    pub async fn search(self, wanted: &Wanted) -> Result<Results> {
        let receipt = self.receipt(&wanted.typed).await?;
        let query = Query::parse(&wanted.typed);
        if query.is_empty() || receipt.is_some() {
            return Ok(Results { is_receipt: receipt.is_some(), receipt, groups: Vec::new() });
        }
        indexing::catch_up(self.db).await?;
        let found = self.found(&query).await?;
        let totals: Vec<(Stored<Kind>, i64)> = found
            .clone()
            .select_only()
            .column(Column::Kind)
            .column_as(Column::Id.count(), "total")
            .group_by(Column::Kind)
            .into_tuple()
            .all(self.db.read())
            .await?;
        let mut groups = Vec::new();
        for kind in KINDS.into_iter().filter(|kind| wanted.kind.is_none_or(|wanted| wanted == *kind)) {
            let total = totals.iter().find(|(of, _)| of.0 == kind).map_or(0, |(_, total)| *total);
            let (skip, limit) = match wanted.kind {
                Some(_) => (u64::from(wanted.page.saturating_sub(1)) * MANY, MANY),
                None => (0, FEW),
            };
            if total > 0 {
                let best = self.best(&found, &query, kind).offset(skip).limit(limit);
                let hits = hits::read(self, &query, best.all(self.db.read()).await?).await?;
                groups.push(Group { kind, total: total.unsigned_abs(), hits });
            }
        }
        Ok(Results { receipt, is_receipt: numbers_of(&wanted.typed).is_some(), groups })
    }

    /// All that is found and may be seen.
    async fn found(self, query: &Query) -> Result<Select<Entity>> {
        let seen = draft::Entity::find()
            .select_only()
            .column(draft::Column::Id)
            .filter(seen_by(self.db.read(), self.reader, self.now).await?);
        let seen = Condition::any()
            .add(Column::DraftId.is_null())
            .add(Column::DraftId.in_subquery(seen.into_query()));
        let mut found = Entity::find().filter(is_shown(Kind::Thread).not()).filter(seen);
        for asked in query.words() {
            found = found.filter(Column::Id.in_subquery(search_word::Entity::with(asked)));
        }
        Ok(found
            .filter(Condition::any().add(Column::Kind.ne(Stored(Kind::Clause))).add(is_newest()))
            .filter(Condition::any().add(Column::Kind.ne(Stored(Kind::Comment))).add(is_not_hidden())))
    }

    /// Those of one kind, in which most of the words are what was asked for first.
    fn best(self, found: &Select<Entity>, query: &Query, kind: Kind) -> Select<Entity> {
        let forms = query.words().iter().flat_map(|asked| &asked.forms).map(String::as_str);
        let times = Sql::select()
            .expr(Expr::col((search_word::Entity, search_word::Column::Times)).sum())
            .from(search_word::Entity)
            .and_where(search_word::Column::Word.is_in(forms))
            .and_where(
                Expr::col((search_word::Entity, search_word::Column::EntryId)).equals((Entity, Column::Id)),
            )
            .to_owned();
        /// A short text with the words says more of them than a long one; a very short one no more than this.
        const SHORT: &str = "30";
        let sql = match self.db.read().get_database_backend() {
            DbBackend::Sqlite => format!("? * 1000 / (length + {SHORT})"),
            _ => format!("$1 * 1000 / (length + {SHORT})"),
        };
        let score = Expr::cust_with_exprs(sql, [Expr::SubQuery(None, Box::new(times.into()))]);
        found.clone().filter(is_shown(kind)).order_by(score, sea_orm::Order::Desc).order_by_desc(Column::Id)
    }

    /// The comment with this receipt, `DN-2026-001/3.1-5f0e61c2a9`, if its draft may be seen.
    async fn receipt(self, typed: &str) -> Result<Option<CommentPlace>> {
        let typed = typed.trim();
        let Some((reference, thread, number)) = numbers_of(typed) else { return Ok(None) };
        match self.with_receipt(typed, reference, thread, number).await {
            Ok(place) => Ok(Some(place)),
            Err(Error::NotFound(_) | Error::SignedOut | Error::Forbidden(_)) => Ok(None),
            Err(other) => Err(other),
        }
    }

    async fn with_receipt(
        self,
        receipt: &str,
        reference: &str,
        thread: i32,
        number: i32,
    ) -> Result<CommentPlace> {
        let db = self.db.read();
        let (draft, _) = draft::Entity::cited(db, self.reader, reference, self.now).await?;
        let thread = thread::Entity::numbered(db, draft.id, thread).await?;
        let comment = comment::Entity::numbered(db, thread.id, number).await?;
        Some(comment).filter(|comment| comment.receipt == receipt).or_missing("comment")?;
        Ok(CommentPlace { reference: draft.reference, thread: thread.number, comment: number })
    }
}

/// The draft, the thread and the comment that a receipt names; none for what has not its form.
fn numbers_of(typed: &str) -> Option<(&str, i32, i32)> {
    let (reference, rest) = typed.trim().split_once('/')?;
    let (thread, number) = rest.split_once('-')?.0.split_once('.')?;
    Some((reference, thread.parse().ok()?, number.parse().ok()?))
}

fn is_shown(kind: Kind) -> Expr {
    Column::Kind.eq(Stored(kind))
}

/// Whether it is of the newest version still.
fn is_newest() -> Expr {
    let newest = Sql::select()
        .expr(Expr::val(1))
        .from(draft::Entity)
        .and_where(Expr::col((draft::Entity, draft::Column::Id)).equals((Entity, Column::DraftId)))
        .and_where(Expr::col((draft::Entity, draft::Column::Latest)).equals((Entity, Column::Version)))
        .to_owned();
    Expr::exists(newest)
}

pub(super) fn is_not_hidden() -> Expr {
    let there = Sql::select()
        .expr(Expr::val(1))
        .from(comment::Entity)
        .and_where(Expr::col((comment::Entity, comment::Column::Id)).equals((Entity, Column::Subject)))
        .and_where(comment::Column::Hidden.is_null())
        .to_owned();
    Expr::exists(there)
}
