//! Somebody takes themselves out: their name and address go, and what they said stays.

use chrono::{DateTime, Utc};
use domain::record::Kind;
use sea_orm::{ActiveValue::Set, Condition, PaginatorTrait, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    Db, Reader, Tx, account, allowance, error::*, event, focal_point, follow, identity, kept_answer, mandate,
    newcomer, outbox, preference, role, session, sign_in_link, token, verb::record::Happened, wish,
};

impl Reader {
    /// Erases who the reader is: the name with what opens its seal in the record, the address, every way to sign in and every token, what was
    /// chosen and followed, and what waits to be sent. Mandates end. What they said stays, as by a withdrawn participant, and the record holds
    /// as before. Refuses the only administrator of the site, and a program.
    pub async fn withdraw_from_the_site(&self, db: &Db, now: DateTime<Utc>) -> Result<()> {
        if self.token.is_some() {
            return Err(Error::refused("refusal-erase-by-program"));
        }
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let own = account::Entity::find_by_id(self.account.id).one(&*tx).await?.or_missing("account")?;
        if own.admin {
            let admins = account::Entity::find()
                .filter(account::Column::Admin.eq(true))
                .filter(account::Column::DisabledAt.is_null());
            if admins.count(&*tx).await? < 2 {
                return Err(Error::refused("refusal-erase-last-admin"));
            }
        }
        forget(&tx, &own, now).await?;
        let row = account::ActiveModel {
            id: Set(own.id),
            name: Set(account::WITHDRAWN.to_owned()),
            // No address has this form, and no two accounts have the same.
            email: Set(format!("withdrawn/{}", own.id)),
            admin: Set(false),
            zone: Set(None),
            locale: Set(None),
            disabled_at: Set(Some(now)),
            salt: Set(None),
            ..Default::default()
        };
        row.update(&*tx).await?;
        let themselves =
            Self { account: account::Model { salt: None, ..self.account.clone() }, ..self.clone() };
        // In each draft they acted in it says why their name is not to be had any more.
        let drafts = event::Entity::find()
            .select_only()
            .column(event::Column::Run)
            .distinct()
            .filter(event::Column::Actor.eq(own.id))
            .filter(event::Column::Run.starts_with("draft/"))
            .order_by_asc(event::Column::Run);
        for run in drafts.into_tuple::<String>().all(&*tx).await? {
            let erased = Happened::to(Kind::AccountErased, run).part("account", own.id);
            erased.append(&tx, Some(&themselves), None, now).await?;
        }
        let erased = Happened::to(Kind::AccountErased, format!("account/{}", own.id));
        erased.conclude(tx, Some(&themselves), None, now).await?;
        if let Err(error) = db.clear_log().await {
            tracing::error!(%error, "The log of the database could not be emptied");
        }
        Ok(())
    }
}

/// Takes out what belongs to an account and is no part of the record.
async fn forget(tx: &Tx, own: &account::Model, now: DateTime<Utc>) -> Result<()> {
    let (tx, account) = (&**tx, own.id);
    // What was written to or by the address before it was known whose it is.
    outbox::Entity::delete_many().filter(outbox::Column::Address.eq(&own.email)).exec(tx).await?;
    newcomer::Entity::delete_many().filter(newcomer::Column::Email.eq(&own.email)).exec(tx).await?;
    session::Entity::delete_many().filter(session::Column::AccountId.eq(account)).exec(tx).await?;
    token::Entity::delete_many().filter(token::Column::AccountId.eq(account)).exec(tx).await?;
    kept_answer::Entity::delete_many().filter(kept_answer::Column::AccountId.eq(account)).exec(tx).await?;
    sign_in_link::Entity::delete_many().filter(sign_in_link::Column::AccountId.eq(account)).exec(tx).await?;
    identity::Entity::delete_many().filter(identity::Column::AccountId.eq(account)).exec(tx).await?;
    preference::Entity::delete_many().filter(preference::Column::AccountId.eq(account)).exec(tx).await?;
    follow::Entity::delete_many().filter(follow::Column::AccountId.eq(account)).exec(tx).await?;
    newcomer::Entity::delete_many().filter(newcomer::Column::AccountId.eq(account)).exec(tx).await?;
    outbox::Entity::delete_many().filter(outbox::Column::AccountId.eq(account)).exec(tx).await?;
    role::Entity::delete_many().filter(role::Column::AccountId.eq(account)).exec(tx).await?;
    focal_point::Entity::delete_many().filter(focal_point::Column::AccountId.eq(account)).exec(tx).await?;
    allowance::Entity::delete_many().filter(allowance::Column::AccountId.eq(account)).exec(tx).await?;
    wish::Entity::delete_many().filter(wish::Column::AccountId.eq(account)).exec(tx).await?;
    let open = Condition::any().add(mandate::Column::EndsAt.is_null()).add(mandate::Column::EndsAt.gt(now));
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsAt, Expr::value(now))
        .filter(mandate::Column::AccountId.eq(account))
        .filter(open)
        .exec(tx)
        .await?;
    Ok(())
}
