//! A version handed to another forum, and how it goes on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::referral::{Answer, Ask, Hop, Path, State, Statement, Terms};
use sea_orm::{ActiveValue::Set, Condition, PaginatorTrait, QueryOrder, entity::prelude::*};

use crate::{
    Stored, draft,
    error::*,
    forum,
    row::{
        listed::{among, one_of},
        version::VersionId,
    },
};

/// One referral.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    #[sea_orm(column_name = "version_id")]
    pub version: VersionId,
    /// Counted within the draft.
    pub number: i32,
    /// The draft in which the text was written first.
    pub root_id: i64,
    /// The forum that sends it.
    pub forum_id: i64,
    /// The forum it goes to; none for a body without Comity.
    pub to_forum_id: Option<i64>,
    /// The name of the body it goes to.
    pub to_name: String,
    pub state: Stored<State>,
    /// The key of that state, by which lists are made.
    pub state_name: String,
    /// When the answer is due, for lists; the state says it too.
    pub due: Option<DateTime<Utc>>,
    pub ask: Stored<Ask>,
    pub terms: Stored<Terms>,
    /// What was sent, whole; none before.
    pub statement: Option<Stored<Statement>>,
    /// The draft that the receiver made of it.
    pub derived_id: Option<i64>,
    /// What was last answered.
    pub answer: Option<Stored<Answer>>,
    pub prepared_by: i64,
    pub prepared_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    /// The token of the form it came by, so that the form sent twice makes one referral.
    pub once: Option<String>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The referral of a draft with this number; refuses with not found.
    pub async fn numbered(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Model> {
        let found = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.eq(number));
        found.one(db).await?.or_missing("referral")
    }

    /// The referral with this id; refuses with not found.
    pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        Self::find_by_id(id).one(db).await?.or_missing("referral")
    }

    /// Referrals by id, for everything on a page at once.
    pub(crate) async fn among(
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Model>> {
        let rows = Self::find().filter(among(db, Column::Id, ids)).all(db).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }

    /// Every referral of some drafts, in the order of their numbers, prepared ones too.
    pub async fn of(db: &impl ConnectionTrait, drafts: impl IntoIterator<Item = i64>) -> Result<Vec<Model>> {
        let all = Self::find().filter(among(db, Column::DraftId, drafts));
        Ok(all.order_by_asc(Column::DraftId).order_by_asc(Column::Number).all(db).await?)
    }

    /// The referral that a draft was made of; none for one that was written here.
    pub async fn behind(db: &impl ConnectionTrait, draft: i64) -> Result<Option<Model>> {
        Ok(Self::find().filter(Column::DerivedId.eq(draft)).one(db).await?)
    }

    /// How many referrals of a draft were sent.
    pub async fn sent_of(db: &impl ConnectionTrait, draft: i64) -> Result<u64> {
        let sent = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::SentAt.is_not_null());
        Ok(sent.count(db).await?)
    }

    /// Every referral that goes back to one draft, by however many hands; prepared ones are not among them.
    pub async fn from_root(db: &impl ConnectionTrait, root: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::RootId.eq(root)).filter(Column::SentAt.is_not_null());
        Ok(all.order_by_asc(Column::Id).all(db).await?)
    }

    /// Referrals that are sent and not ended, to or from some forums, those due first.
    pub async fn open_between(db: &impl ConnectionTrait, forums: &BTreeSet<i64>) -> Result<Vec<Model>> {
        let either = Condition::any().add(among(db, Column::ToForumId, forums.iter().copied())).add(among(
            db,
            Column::ForumId,
            forums.iter().copied(),
        ));
        let open = one_of(Column::StateName, &["sent", "received", "assigned", "interim"]);
        Ok(Self::find().filter(either).filter(open).order_by_asc(Column::Due).all(db).await?)
    }

    /// What was sent to some forums, the newest first.
    pub async fn sent_to(
        db: &impl ConnectionTrait,
        forums: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<Model>> {
        let all = Self::find()
            .filter(among(db, Column::ToForumId, forums))
            .filter(Condition::all().add(Column::SentAt.is_not_null()));
        Ok(all.order_by_desc(Column::Id).all(db).await?)
    }
}

impl ActiveModel {
    /// This row in a state, with what lists need of it.
    #[must_use]
    pub(crate) fn in_state(mut self, state: State) -> Self {
        self.state_name = Set(state.name().to_owned());
        self.due = Set(state.due());
        self.state = Set(Stored(state));
        self
    }
}

impl Model {
    /// Where the text of this referral has been, when it is in the draft that was made of it.
    pub fn path_of(&self, draft: &draft::Model, forum: &forum::Model) -> Result<Path> {
        let sent = self.statement.as_ref().map(|statement| &statement.path);
        let path = sent.ok_or_else(|| Error::Broken("a draft of a referral that was not sent".to_owned()))?;
        path.onward(hop(draft, forum)).map_err(|refusal| Error::Refused(refusal.message()))
    }
}

/// A draft as a place that a text passes.
pub fn hop(draft: &draft::Model, forum: &forum::Model) -> Hop {
    Hop { slug: forum.slug.clone(), name: forum.name.clone(), reference: draft.reference.clone() }
}
