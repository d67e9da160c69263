//! The roles an account holds in a forum.

use chrono::{DateTime, Utc};
use domain::permission::Role;
use sea_orm::entity::prelude::*;

use crate::{Stored, account, error::*, forum};

/// One role of one account in one forum.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub forum_id: i64,
    pub account_id: i64,
    pub role: Stored<Role>,
    pub granted_at: DateTime<Utc>,
}

/// The tables its rows refer to, as joins ask for them.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "account::Entity", from = "Column::AccountId", to = "account::Column::Id")]
    Account,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Every role of an account, in all forums.
    pub async fn of(db: &impl ConnectionTrait, account: i64) -> Result<Vec<Model>> {
        Ok(Self::find().filter(Column::AccountId.eq(account)).all(db).await?)
    }

    /// Everyone with a role in a forum.
    pub async fn in_forum(db: &impl ConnectionTrait, forum: i64) -> Result<Vec<Model>> {
        Ok(Self::find().filter(Column::ForumId.eq(forum)).all(db).await?)
    }
}

/// Whether somebody with these roles is of the secretariat of this forum, or of the one that this is a working group of, or administers the
/// site.
pub(crate) fn runs(account: &account::Model, roles: &[Model], forum: &forum::Model) -> bool {
    let lineage = forum.lineage();
    let secretariat = |role: &Model| role.role.0 == Role::Secretariat && lineage.contains(&role.forum_id);
    account.admin || roles.iter().any(secretariat)
}
