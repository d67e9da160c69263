//! How often somebody wants to be told of what.

use std::collections::BTreeMap;

use domain::telling::{Occasion, Often};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};

use crate::{Stored, error::*, row::listed::among};

/// How often one account wants to be told of one kind of thing.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preference")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    pub occasion: Stored<Occasion>,
    pub often: Stored<Often>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// What an account has said, for every occasion; what is usual where it has said nothing.
    pub async fn of(db: &impl ConnectionTrait, account: i64) -> Result<BTreeMap<Occasion, Often>> {
        let said = Self::find().filter(Column::AccountId.eq(account)).all(db).await?;
        let mut all: BTreeMap<_, _> =
            Occasion::ALL.iter().map(|occasion| (*occasion, occasion.usual())).collect();
        all.extend(said.into_iter().map(|one| (one.occasion.0, one.occasion.0.nearest(one.often.0))));
        Ok(all)
    }

    /// What those of these accounts have said of an occasion who said anything.
    pub async fn among(
        db: &impl ConnectionTrait,
        accounts: impl IntoIterator<Item = i64>,
        occasion: Occasion,
    ) -> Result<BTreeMap<i64, Often>> {
        let said = Self::find()
            .filter(among(db, Column::AccountId, accounts))
            .filter(Column::Occasion.eq(Stored(occasion)));
        Ok(said
            .all(db)
            .await?
            .into_iter()
            .map(|one| (one.account_id, occasion.nearest(one.often.0)))
            .collect())
    }

    /// Keeps what an account says of an occasion. Nobody else sees it, so that it is no event.
    pub async fn keep(
        db: &impl ConnectionTrait,
        account: i64,
        occasion: Occasion,
        often: Often,
    ) -> Result<()> {
        let row = ActiveModel {
            account_id: Set(account),
            occasion: Set(Stored(occasion)),
            often: Set(Stored(often)),
            ..Default::default()
        };
        let again = OnConflict::columns([Column::AccountId, Column::Occasion])
            .update_column(Column::Often)
            .to_owned();
        Self::insert(row).on_conflict(again).exec_without_returning(db).await?;
        Ok(())
    }
}
