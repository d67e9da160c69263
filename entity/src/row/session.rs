//! Sign-in sessions, as rows that can be listed and revoked.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{ExprTrait, Func},
};

use crate::error::*;

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// The digest of the token in the cookie; the token itself is not kept.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Who is signed in; none for a stranger.
    pub account_id: Option<i64>,
    /// What is kept in it, as JSON.
    pub content: String,
    /// What the browser called itself at sign-in.
    pub label: String,
    pub created_at: DateTime<Utc>,
    /// From then on it is no session any more.
    pub expires_at: DateTime<Utc>,
    /// How it was begun, as [`Begun::read`] reads it.
    pub begun: String,
    /// Whom the provider knows them as, when it was begun by one.
    pub identity_id: Option<i64>,
    /// What the provider calls its own session, so that it can end this one.
    pub provider_session: Option<String>,
}

/// How a session was begun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Begun {
    /// By a link in a mail.
    #[default]
    Link,
    /// As one of the cast of a demo.
    Cast,
    /// By a program, with a token.
    Token,
    /// By a provider, as the configuration calls it.
    Provider(String),
}

impl Begun {
    /// As it is written in a row and in a session.
    pub fn key(&self) -> String {
        match self {
            Self::Link => "link".to_owned(),
            Self::Cast => "cast".to_owned(),
            Self::Token => "token".to_owned(),
            Self::Provider(provider) => format!("with/{provider}"),
        }
    }

    /// Reads what `key` wrote; what it did not write is a link.
    pub fn read(key: &str) -> Self {
        match key.strip_prefix("with/") {
            Some(provider) => Self::Provider(provider.to_owned()),
            None if key == "cast" => Self::Cast,
            None if key == "token" => Self::Token,
            None => Self::Link,
        }
    }

    /// How the session of this id was begun; by a token where there is none.
    pub async fn of(db: &impl ConnectionTrait, session: Option<&str>, now: DateTime<Utc>) -> Result<Self> {
        let Some(session) = session else { return Ok(Self::Token) };
        let live = Entity::live(db, session, now).await?.ok_or(Error::SignedOut)?;
        Ok(Self::read(&live.begun))
    }
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The session with this id, unless it has expired.
    pub async fn live(db: &impl ConnectionTrait, id: &str, now: DateTime<Utc>) -> Result<Option<Model>> {
        Ok(Self::find_by_id(id.to_owned()).filter(Column::ExpiresAt.gt(now)).one(db).await?)
    }

    /// The live sessions of an account, newest first.
    pub async fn of(db: &impl ConnectionTrait, account: i64, now: DateTime<Utc>) -> Result<Vec<Model>> {
        let live = Self::find().filter(Column::AccountId.eq(account)).filter(Column::ExpiresAt.gt(now));
        Ok(live.order_by_desc(Column::CreatedAt).all(db).await?)
    }

    /// Ends one session of an account; does nothing when it is not theirs.
    pub async fn revoke(db: &impl ConnectionTrait, account: i64, id: &str) -> Result<()> {
        Self::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Id.eq(id)).exec(db).await?;
        Ok(())
    }

    /// Ends a session, whoever it is of.
    pub async fn end(db: &impl ConnectionTrait, id: &str) -> Result<()> {
        Self::delete_by_id(id.to_owned()).exec(db).await?;
        Ok(())
    }

    /// Ends the sessions that were begun as somebody at a provider: all of them, or those of one session there; `but` goes on.
    pub async fn end_of_identity(
        db: &impl ConnectionTrait,
        identity: i64,
        provider_session: Option<&str>,
        but: Option<&str>,
    ) -> Result<u64> {
        let mut of = Self::delete_many().filter(Column::IdentityId.eq(identity));
        if let Some(session) = provider_session {
            of = of.filter(Column::ProviderSession.eq(session));
        }
        if let Some(but) = but {
            of = of.filter(Column::Id.ne(but));
        }
        Ok(of.exec(db).await?.rows_affected)
    }

    /// Ends the sessions that belong to one session at a provider; for a provider that does not say whose that is.
    pub async fn end_at_provider(db: &impl ConnectionTrait, begun: &Begun, session: &str) -> Result<u64> {
        let of = Self::delete_many().filter(Column::ProviderSession.eq(session));
        Ok(of.filter(Column::Begun.eq(begun.key())).exec(db).await?.rows_affected)
    }

    /// How many characters are kept in the sessions of those who have not signed in: in those with forms of more bytes than `words`, or in
    /// all others.
    pub async fn held_for_visitors(db: &impl ConnectionTrait, words: usize, large: bool) -> Result<i64> {
        // As JSON a form is longer, by half at most for words that people write.
        let most = i64::try_from(words.saturating_mul(2)).unwrap_or(i64::MAX);
        let size = Func::char_length(Expr::col(Column::Content));
        let is_large = Expr::expr(size.clone()).gt(most);
        let held = Self::find()
            .select_only()
            .expr_as(Func::sum(size), "held")
            .filter(Column::AccountId.is_null())
            .filter(if large { is_large } else { is_large.not() });
        Ok(held.into_tuple::<Option<i64>>().one(db).await?.flatten().unwrap_or(0))
    }

    /// Removes what has expired.
    pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64> {
        Ok(Self::delete_many().filter(Column::ExpiresAt.lte(now)).exec(db).await?.rows_affected)
    }
}

impl Model {
    /// Writes a new session. Sessions are not part of the record, so this appends no event.
    pub async fn keep(self, db: &impl ConnectionTrait) -> Result<()> {
        Entity::insert(self.into_active_model()).exec_without_returning(db).await?;
        Ok(())
    }

    /// Writes what was changed in a session. One that was ended meanwhile stays so; gives whether it was there.
    pub async fn change(self, db: &impl ConnectionTrait) -> Result<bool> {
        let id = self.id.clone();
        let row = ActiveModel { created_at: NotSet, ..self.into_active_model() };
        let changed = Entity::update_many().set(row).filter(Column::Id.eq(id)).exec(db).await?;
        Ok(changed.rows_affected > 0)
    }

    fn into_active_model(self) -> ActiveModel {
        ActiveModel {
            id: Set(self.id),
            account_id: Set(self.account_id),
            content: Set(self.content),
            label: Set(self.label),
            created_at: Set(self.created_at),
            expires_at: Set(self.expires_at),
            begun: Set(self.begun),
            identity_id: Set(self.identity_id),
            provider_session: Set(self.provider_session),
        }
    }
}
