//! Somebody new, and what they typed: kept until they have answered a mail, and then until it is posted.

use chrono::{DateTime, TimeDelta, Utc};
use domain::WaitsFor;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Func};

use crate::{Db, Stored, error::*, row::listed::among};

/// How long what was typed waits for the answer to its mail.
pub const UNANSWERED: TimeDelta = TimeDelta::days(1);
/// How long it waits for the secretariat or its author once the mail was answered.
pub const ANSWERED: TimeDelta = TimeDelta::days(30);
/// How soon the same words from the same address are the same form sent twice.
const TWICE: TimeDelta = TimeDelta::minutes(2);

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "newcomer")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The digest of the token in the mail; the token itself is not kept.
    pub digest: String,
    pub email: String,
    /// What they want to be called; empty until they have said.
    pub name: String,
    /// Where they want to speak; none for whoever only registers.
    pub forum_id: Option<i64>,
    pub draft_id: Option<i64>,
    /// Where they were, and where they are led once there is nothing left to wait for.
    pub page: String,
    /// The fields of the form, as JSON; empty once they are posted, and for whoever only registers.
    pub typed: String,
    /// The language they read in.
    pub locale: String,
    pub state: Stored<WaitsFor>,
    /// Who they are, once they have shown that the address is theirs.
    pub account_id: Option<i64>,
    pub created_at: DateTime<Utc>,
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What is kept of somebody new.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub email: String,
    pub name: String,
    pub forum: Option<i64>,
    pub draft: Option<i64>,
    pub page: String,
    pub typed: String,
    pub locale: String,
    /// Who it is, when they are signed in, and wait for the secretariat.
    pub account: Option<i64>,
}

/// Keeps what somebody new typed. The same form sent twice in a moment is kept once: nothing is given then, as its mail is on its way.
pub async fn keep(db: &Db, arrival: Arrival, digest: String, now: DateTime<Utc>) -> Result<Option<Model>> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    let same = Entity::find()
        .filter(Column::Email.eq(&arrival.email))
        .filter(Column::Typed.eq(&arrival.typed))
        .filter(Column::SentAt.gt(now - TWICE))
        .filter(Column::State.ne(Stored(WaitsFor::Nobody)));
    if !arrival.typed.is_empty() && same.one(&*tx).await?.is_some() {
        return Ok(None);
    }
    let (state, lives) = match arrival.account {
        Some(_) => (WaitsFor::Secretariat, ANSWERED),
        None => (WaitsFor::Mail, UNANSWERED),
    };
    let row = ActiveModel {
        digest: Set(digest),
        email: Set(arrival.email),
        name: Set(arrival.name),
        forum_id: Set(arrival.forum),
        draft_id: Set(arrival.draft),
        page: Set(arrival.page),
        typed: Set(arrival.typed),
        locale: Set(arrival.locale),
        state: Set(Stored(state)),
        account_id: Set(arrival.account),
        created_at: Set(now),
        sent_at: Set(now),
        expires_at: Set(now + lives),
        ..Default::default()
    };
    let row = row.insert(&*tx).await?;
    tx.commit().await?;
    Ok(Some(row))
}

/// Gives what is kept another link, and another address to send it to; the link before is worth nothing then. Refuses what is kept no more.
pub async fn send_again(
    db: &Db,
    id: i64,
    email: String,
    digest: String,
    now: DateTime<Utc>,
) -> Result<Model> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    let row = unanswered().filter(Column::Id.eq(id)).filter(Column::ExpiresAt.gt(now)).one(&*tx).await?;
    let row = row.ok_or_else(|| Error::refused("refusal-link-used"))?;
    let row = ActiveModel {
        id: Set(row.id),
        email: Set(email),
        digest: Set(digest),
        sent_at: Set(now),
        expires_at: Set(now + UNANSWERED),
        ..Default::default()
    };
    let row = row.update(&*tx).await?;
    tx.commit().await?;
    Ok(row)
}

fn unanswered() -> Select<Entity> {
    Entity::find().filter(Column::State.eq(Stored(WaitsFor::Mail)))
}

impl Entity {
    /// What a link leads to, used or not.
    pub async fn by_digest(
        db: &impl ConnectionTrait,
        digest: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Model>> {
        Ok(Self::find().filter(Column::Digest.eq(digest)).filter(Column::ExpiresAt.gt(now)).one(db).await?)
    }

    /// What somebody typed who has not answered the mail yet.
    pub async fn unanswered(db: &impl ConnectionTrait, id: i64, now: DateTime<Utc>) -> Result<Option<Model>> {
        Ok(unanswered().filter(Column::Id.eq(id)).filter(Column::ExpiresAt.gt(now)).one(db).await?)
    }

    /// The words of an account that wait to be posted, the latest first.
    pub async fn of(db: &impl ConnectionTrait, account: i64, now: DateTime<Utc>) -> Result<Vec<Model>> {
        let waiting = [WaitsFor::Secretariat, WaitsFor::Author].map(Stored);
        let own = Self::find().filter(Column::AccountId.eq(account)).filter(Column::State.is_in(waiting));
        Ok(own.filter(Column::ExpiresAt.gt(now)).order_by_desc(Column::Id).limit(50).all(db).await?)
    }

    /// Those of whom a secretariat has to say whether they may speak, in some forums, the earliest first; at most a hundred.
    pub async fn asking(
        db: &impl ConnectionTrait,
        forums: impl IntoIterator<Item = i64>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Model>> {
        let asking = Self::find()
            .filter(among(db, Column::ForumId, forums))
            .filter(Column::State.eq(Stored(WaitsFor::Secretariat)))
            .filter(Column::ExpiresAt.gt(now));
        Ok(asking.order_by_asc(Column::Id).limit(100).all(db).await?)
    }

    /// How many characters are kept of people whose mail is not answered.
    pub async fn held(db: &impl ConnectionTrait) -> Result<i64> {
        let held = unanswered()
            .select_only()
            .expr_as(Func::sum(Func::char_length(Expr::col(Column::Typed))), "held");
        Ok(held.into_tuple::<Option<i64>>().one(db).await?.flatten().unwrap_or(0))
    }
}

impl Model {
    /// Says for whom it waits now; once that is nobody, the words are let go and `page` is where they stand.
    pub async fn waits_for(&self, db: &Db, state: WaitsFor, page: Option<String>) -> Result<()> {
        let tx = db.begin().await?;
        tx.shows_nothing();
        let over = state == WaitsFor::Nobody;
        let row = ActiveModel {
            id: Set(self.id),
            state: Set(Stored(state)),
            page: Set(page.unwrap_or_else(|| self.page.clone())),
            typed: Set(if over { String::new() } else { self.typed.clone() }),
            ..Default::default()
        };
        row.update(&*tx).await?;
        tx.commit().await
    }
}

/// Removes what nobody came back for.
pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(Column::ExpiresAt.lte(now)).exec(db).await?;
    Ok(())
}
