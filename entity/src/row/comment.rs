//! One contribution to a thread.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use chrono::{DateTime, Utc};
use domain::{
    record::{
        Salt, Unsealed,
        dossier::{Comment, Speaker},
    },
    suggestion::{Proposed, standing},
};
use sea_orm::{
    JoinType, QueryOrder, QuerySelect, QueryTrait, Select, entity::prelude::*, sea_query::ExprTrait,
};

use crate::{Stored, error::*, row::listed::among, thread};

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub thread_id: i64,
    /// Counted within the thread, from 1.
    pub number: i32,
    pub author_id: i64,
    /// Whom the author spoke for at the time; none in a personal capacity.
    pub stakeholder_id: Option<i64>,
    /// The mandate under which the author spoke.
    pub mandate_id: Option<i64>,
    /// Markdown.
    pub body: String,
    /// The whole of the anchored words as the author would have them.
    pub suggestion: Option<String>,
    /// The token of the form it came by, so that the form sent twice makes one comment.
    pub once: Option<String>,
    /// How it is cited, with the beginning of its event's hash.
    pub receipt: String,
    pub created_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why moderation hid it.
    pub hidden: Option<String>,
    /// Why its words were erased after that.
    pub erased: Option<String>,
    /// What its words are sealed with in the record; erased with them.
    pub salt: Option<Stored<Salt>>,
    /// What the suggestion is sealed with.
    pub suggestion_salt: Option<Stored<Salt>>,
}

/// The tables its rows refer to, as joins ask for them.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "thread::Entity", from = "Column::ThreadId", to = "thread::Column::Id")]
    Thread,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The tokens of the comments that an account posted from files: each is the same whenever the file is read again.
    pub async fn from_files(db: &impl ConnectionTrait, account: i64) -> Result<BTreeSet<String>> {
        let own = Self::find().filter(Column::AuthorId.eq(account)).filter(Column::Once.starts_with("word-"));
        let tokens = own.select_only().column(Column::Once).into_tuple::<Option<String>>();
        Ok(tokens.all(db).await?.into_iter().flatten().collect())
    }

    /// What the first comment of each thread of a draft says, by the number of the thread; of what is hidden nothing.
    pub async fn openings(db: &impl ConnectionTrait, draft: i64) -> Result<BTreeMap<u32, String>> {
        let first = Self::find().join(JoinType::InnerJoin, Relation::Thread.def());
        let first = first.filter(thread::Column::DraftId.eq(draft)).filter(Column::Number.eq(1));
        let first = first.filter(Column::Hidden.is_null()).select_only();
        let said = first.column_as(thread::Column::Number, "thread").column(Column::Body);
        let said: Vec<(i32, String)> = said.into_tuple().all(db).await?;
        Ok(said.into_iter().map(|(number, body)| (number.unsigned_abs(), body)).collect())
    }

    /// The comment of a thread with this number; refuses with not found.
    pub async fn numbered(db: &impl ConnectionTrait, thread: i64, number: i32) -> Result<Model> {
        let found = Self::find().filter(Column::ThreadId.eq(thread)).filter(Column::Number.eq(number));
        found.one(db).await?.or_missing("comment")
    }

    /// What lists show of these threads, by thread: the comment that began each, the `last` ones, and those that propose a wording. How many
    /// there are, the thread says.
    pub async fn in_short(
        db: &impl ConnectionTrait,
        threads: impl IntoIterator<Item = i64>,
        last: i32,
    ) -> Result<BTreeMap<i64, Vec<Model>>> {
        let latest =
            Expr::col((Entity, Column::Number))
                .gt(Expr::col((thread::Entity, thread::Column::Comments)).sub(last));
        let shown = Column::Number.eq(1).or(Column::Suggestion.is_not_null()).or(latest);
        let some = Self::find()
            .join(JoinType::InnerJoin, Relation::Thread.def())
            .filter(among(db, Column::ThreadId, threads))
            .filter(shown);
        Self::by_thread(some, db).await
    }

    /// Some comments of a thread by their numbers, the one that began it, and the latest that proposes a wording which stands; in order.
    pub async fn stretch(
        db: &impl ConnectionTrait,
        thread: i64,
        numbers: RangeInclusive<i32>,
    ) -> Result<Vec<Model>> {
        let of_it = || Self::find().filter(Column::ThreadId.eq(thread));
        let standing = of_it()
            .select_only()
            .column(Column::Id)
            .filter(Column::Suggestion.is_not_null())
            .filter(Column::WithdrawnAt.is_null())
            .filter(Column::Hidden.is_null())
            .order_by_desc(Column::Number)
            .limit(1);
        let shown = Column::Number
            .eq(1)
            .or(Column::Number.between(*numbers.start(), *numbers.end()))
            .or(Column::Id.in_subquery(standing.into_query()));
        Ok(of_it().filter(shown).order_by_asc(Column::Number).all(db).await?)
    }

    /// The comments of these threads in order, by thread.
    pub async fn of(
        db: &impl ConnectionTrait,
        threads: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Vec<Model>>> {
        Self::by_thread(Self::find().filter(among(db, Column::ThreadId, threads)), db).await
    }

    async fn by_thread(some: Select<Self>, db: &impl ConnectionTrait) -> Result<BTreeMap<i64, Vec<Model>>> {
        let mut by_thread: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for comment in some.order_by_asc(Column::ThreadId).order_by_asc(Column::Number).all(db).await? {
            by_thread.entry(comment.thread_id).or_default().push(comment);
        }
        Ok(by_thread)
    }
}

impl Model {
    /// The wording it proposes, unless it was hidden or taken back.
    pub fn wording(&self) -> Option<&str> {
        standing(std::iter::once(self.proposed()))
    }

    /// The wording it proposes, and whether it stands.
    pub fn proposed(&self) -> Proposed<'_> {
        let stands = self.hidden.is_none() && self.withdrawn_at.is_none();
        Proposed { words: self.suggestion.as_deref(), stands }
    }

    /// This comment as the JSON export has it: without its words when they were hidden or erased.
    pub fn plain(&self, stakeholder: Option<Speaker>, mandate_of: Option<String>) -> Comment {
        let is_shown = self.hidden.is_none();
        Comment {
            number: self.number,
            author: self.author_id,
            mandate: self.mandate_id,
            mandate_of,
            stakeholder,
            at: self.created_at,
            edited_at: self.edited_at,
            withdrawn_at: self.withdrawn_at,
            hidden: self.hidden.clone(),
            erased: self.erased.clone(),
            receipt: self.receipt.clone(),
            body: is_shown.then(|| self.body.clone()),
            suggestion: self.suggestion.clone().filter(|_| is_shown),
        }
    }

    /// Its words, with what opens their seals; none when they are hidden.
    pub fn openings(&self) -> Vec<Unsealed> {
        if self.hidden.is_some() {
            return Vec::new();
        }
        let opening = |field: &str, salt: &Option<Stored<Salt>>, words: &str| {
            let salt = salt.as_ref()?.0;
            Some(Unsealed { field: field.to_owned(), salt, words: words.to_owned() })
        };
        let suggestion = self.suggestion.as_deref();
        let suggestion = suggestion.and_then(|words| opening("suggestion", &self.suggestion_salt, words));
        opening("body", &self.salt, &self.body).into_iter().chain(suggestion).collect()
    }
}
