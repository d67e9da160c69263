//! Who says for a stakeholder who speaks for it.

use chrono::{DateTime, Utc};
use domain::{
    Message,
    permission::{self, Action},
    record::Kind,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ModelTrait, QueryFilter};

use crate::{Db, Reader, access, account, error::*, focal_point, stakeholder, verb::record::Happened};

impl Reader {
    /// Names a person as the focal point of a stakeholder. Its own focal points do; an administrator only where it has none, and never
    /// themself: whoever sets up a stakeholder does not take its voice. Refuses everyone else, and a person who is one already.
    pub async fn name_focal_point(
        &self,
        db: &Db,
        stakeholder: &stakeholder::Model,
        account: i64,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let named = focal_point::Entity::of(&*tx, stakeholder.id).await?;
        let own = self.looks_after.contains(&stakeholder.id);
        self.require_for(stakeholder, Action::NameFocalPoint { own })?;
        if !own && !named.is_empty() {
            return Err(Error::Forbidden(Message::new(Action::NameFocalPoint { own }.who_id())));
        }
        if !own && account == self.account.id {
            return Err(Error::refused("refusal-focal-point-self"));
        }
        if named.iter().any(|one| one.account_id == account) {
            return Err(Error::refused("refusal-focal-point-named"));
        }
        account::Entity::find_by_id(account).one(&*tx).await?.or_missing("account")?;
        let row = focal_point::ActiveModel {
            account_id: Set(account),
            stakeholder_id: Set(stakeholder.id),
            named_by: Set(self.account.id),
            named_at: Set(now),
            ..Default::default()
        };
        row.insert(&*tx).await?;
        happened(Kind::FocalPointNamed, stakeholder, account).conclude(tx, Some(self), None, now).await
    }

    /// Ends that a person is the focal point of a stakeholder; refuses where they are not. What they granted goes on.
    pub async fn dismiss_focal_point(
        &self,
        db: &Db,
        stakeholder: &stakeholder::Model,
        account: i64,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let own = self.looks_after.contains(&stakeholder.id);
        self.require_for(stakeholder, Action::DismissFocalPoint { own })?;
        let named = focal_point::Entity::find()
            .filter(focal_point::Column::StakeholderId.eq(stakeholder.id))
            .filter(focal_point::Column::AccountId.eq(account))
            .one(&*tx)
            .await?;
        named.or_missing("focal point")?.delete(&*tx).await?;
        happened(Kind::FocalPointDismissed, stakeholder, account).conclude(tx, Some(self), None, now).await
    }

    /// Refuses what the table does not allow to somebody who is this to a stakeholder.
    fn require_for(&self, stakeholder: &stakeholder::Model, action: Action) -> Result<()> {
        let allowed = permission::is_for(&access::roles_for(self, stakeholder.id), action);
        if allowed { Ok(()) } else { Err(Error::Forbidden(Message::new(action.who_id()))) }
    }
}

fn happened(kind: Kind, stakeholder: &stakeholder::Model, account: i64) -> Happened {
    Happened::to(kind, format!("stakeholder/{}", stakeholder.slug)).part("focal-point", account)
}
