//! Which roles count only in a session that was begun by a certain provider.

use chrono::{DateTime, Utc};
use domain::permission::{Action, Role};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*, sea_query::OnConflict};

use crate::{Db, Reader, access, error::*, session::Begun};

/// A role and the provider it asks for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "requirement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// The key of the role.
    pub role: String,
    /// What the configuration calls the provider.
    pub provider: String,
    pub set_by: i64,
    pub set_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The roles that can ask for a provider: those that somebody was given.
pub const ROLES: [Role; 7] = [
    Role::Admin,
    Role::Secretariat,
    Role::Editor,
    Role::Delegate,
    Role::FocalPoint,
    Role::Participant,
    Role::Observer,
];

impl Entity {
    /// Every role that asks for a provider.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_asc(Column::Role).all(db).await?)
    }
}

/// Has a role ask for a provider, or for none. Refuses who does not administer the site, and what would take the site from the administrator
/// who says so: they must have come by that provider themselves.
pub async fn set(
    db: &Db,
    reader: &Reader,
    role: Role,
    provider: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    access::require_everywhere(reader, Action::ChooseSignIn)?;
    if !ROLES.contains(&role) {
        return Err(Error::refused("refusal-requirement-role"));
    }
    let tx = db.begin().await?;
    let now = tx.confirm(reader, now).await?;
    tx.shows_nothing();
    match provider {
        None => {
            Entity::delete_by_id(role.key()).exec(&*tx).await?;
        }
        Some(provider) => {
            let begun = Begun::of(&*tx, reader.session.as_deref(), now).await?;
            if role == Role::Admin && begun != Begun::Provider(provider.to_owned()) {
                return Err(Error::refused("refusal-requirement-own"));
            }
            let row = ActiveModel {
                role: Set(role.key().to_owned()),
                provider: Set(provider.to_owned()),
                set_by: Set(reader.account.id),
                set_at: Set(now),
            };
            let columns = [Column::Provider, Column::SetBy, Column::SetAt];
            let again = OnConflict::column(Column::Role).update_columns(columns).to_owned();
            Entity::insert(row).on_conflict(again).exec_without_returning(&*tx).await?;
        }
    }
    tx.commit().await
}

/// Lets every role be used however somebody signed in; for whoever runs the server, when a provider is gone.
pub async fn lift_all(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(Entity::delete_many().exec(db).await?.rows_affected)
}

impl Reader {
    /// Takes from a reader the roles that ask for another provider than the session was begun by.
    pub fn only_as_begun(&mut self, required: &[Model], begun: &Begun) {
        for Model { role, provider, .. } in required {
            if matches!(begun, Begun::Provider(by) if by == provider) {
                continue;
            }
            match ROLES.into_iter().find(|one| one.key() == role) {
                Some(Role::Admin) => self.account.admin = false,
                Some(Role::Delegate) => self.voices.clear(),
                Some(Role::FocalPoint) => self.looks_after.clear(),
                Some(given) => self.roles.retain(|role| role.role.0 != given),
                None => {}
            }
        }
    }
}
