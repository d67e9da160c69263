//! The outbox: mails that are to be sent, and what became of them.
//!
//! A row is written in the transaction of whatever it tells of ([`put`]), or worked out from the record afterwards (`telling`). It says what
//! the mail is about, not its words: those are made when it is sent, of what its recipient may see then. A server takes rows that are due
//! by a lease ([`Entity::take`]), sends them, and says what became of each ([`Entity::sent`], [`Entity::again`], [`Entity::end`]). A server that
//! dies in between leaves a lease that runs out, and its mails are sent again with the same Message-ID.

use chrono::{DateTime, TimeDelta, Utc};
use domain::telling::{Occasion, Often};
use sea_orm::{
    ActiveValue::Set, Condition, DbBackend, ExprTrait, QueryOrder, QuerySelect, Select, Statement, Value,
    entity::prelude::*, sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};

use crate::{Db, Stored, error::*, row::listed::among};

/// For how long whoever takes a mail has it alone.
pub const LEASE: TimeDelta = TimeDelta::minutes(5);

/// One mail to one person.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Whom it is for, at the address that they have when it is sent.
    pub account_id: Option<i64>,
    /// Whom it is for, who has no account.
    pub address: Option<String>,
    /// In which language, for who has no account.
    pub locale: Option<String>,
    pub occasion: Stored<Occasion>,
    /// At once, or with others of its day or week.
    pub often: Stored<Often>,
    pub about: Stored<About>,
    /// What it tells whom, so that nothing is told twice.
    pub once: String,
    pub state: Stored<State>,
    pub due_at: DateTime<Utc>,
    /// Which server has it, and until when.
    pub owner: Option<String>,
    /// None for a mail that no server has.
    pub leased_until: Option<DateTime<Utc>>,
    /// How often it was tried.
    pub tries: i64,
    /// What the mail server said last.
    pub trouble: Option<String>,
    pub made_at: DateTime<Utc>,
    /// When its sending ended, well or not; none while it waits.
    pub ended_at: Option<DateTime<Utc>>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is to be sent, for the first time or again.
    Waiting,
    /// The mail server has taken it.
    Sent,
    /// There was nothing to tell any more, or nobody who wants to hear it.
    Void,
    /// The mail server does not take mail for that address.
    Refused,
    /// It was tried for days.
    GivenUp,
}

/// What a mail is about. Its words are made when it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum About {
    /// An event of the record, by its number.
    Event { sequence: i64 },
    /// The end of a stage of a draft, so many days before.
    Deadline { draft: i64, ends: DateTime<Utc>, days: u32 },
    /// The end of a mandate.
    Mandate { mandate: i64, ends: DateTime<Utc> },
    /// What waits for them now.
    Desk,
    /// Words that are written already, in the language of whom they are for.
    Words(Words),
    /// It had words that are erased.
    Nothing,
}

/// The words of a mail that somebody else wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// One line.
    pub subject: String,
    pub paragraphs: Vec<String>,
    /// A button at its end: what is on it, and the page of this site that it leads to, such as `/invitations/…`.
    pub button: Option<(String, String)>,
}

/// Whom a mail is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    Account(i64),
    /// Somebody without an account, and the language they are written in.
    Address {
        address: String,
        locale: String,
    },
}

/// Puts a mail into the outbox, within the transaction of the verb that it tells of: `outbox::put(&*tx, to, occasion, about, once, now)`.
/// It is sent as soon as the transaction is committed, and not if it never is. `once` says what is told to whom, such as
/// `invitation/17/2`: a second mail with the same one is not put. What is in [`About::Words`] is erased when the mail has been sent. Whom it
/// is for is not asked how often they want to hear: that is for what the record tells of.
pub async fn put(
    db: &impl ConnectionTrait,
    to: To,
    occasion: Occasion,
    about: About,
    once: String,
    now: DateTime<Utc>,
) -> Result<()> {
    let (account, address, locale) = match to {
        To::Account(account) => (Some(account), None, None),
        To::Address { address, locale } => (None, Some(address), Some(locale)),
    };
    let row = ActiveModel {
        account_id: Set(account),
        address: Set(address),
        locale: Set(locale),
        occasion: Set(Stored(occasion)),
        often: Set(Stored(Often::AtOnce)),
        about: Set(Stored(about)),
        once: Set(once),
        state: Set(Stored(State::Waiting)),
        due_at: Set(now),
        tries: Set(0),
        made_at: Set(now),
        ..Default::default()
    };
    let known = OnConflict::column(Column::Once).do_nothing().to_owned();
    Entity::insert(row).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// One mail for many accounts, sent to each as often as they prefer.
#[derive(Clone, Debug)]
pub(crate) struct Round {
    pub occasion: Occasion,
    pub about: About,
    /// What is told; with the account it is what is told once.
    pub once: String,
}

impl Round {
    /// Puts it into the outbox for these accounts, all due at the same instant. The list of accounts is one variable of one statement.
    pub async fn put(
        &self,
        db: &impl ConnectionTrait,
        accounts: &[i64],
        often: Often,
        due: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let backend = db.get_database_backend();
        let list: Vec<String> = accounts.iter().map(ToString::to_string).collect();
        let (from, list) = match backend {
            DbBackend::Sqlite => ("value FROM json_each($1) WHERE true", format!("[{}]", list.join(","))),
            _ => ("value FROM unnest(string_to_array($1, ',')::bigint[]) AS value", list.join(",")),
        };
        let sql = format!(
            "INSERT INTO outbox (account_id, once, occasion, often, about, state, due_at, tries, made_at) \
             SELECT value, $2 || value, $3, $4, $5, $6, $7, 0, $8 FROM (SELECT {from}) AS accounts \
             WHERE true ON CONFLICT (once) DO NOTHING"
        );
        let values: [Value; 8] = [
            list.into(),
            format!("{}/", self.once).into(),
            Stored(self.occasion).into(),
            Stored(often).into(),
            Stored(self.about.clone()).into(),
            Stored(State::Waiting).into(),
            due.into(),
            now.into(),
        ];
        db.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        Ok(())
    }
}

impl Entity {
    /// Takes mails that are due, so many at most, the oldest first: for [`LEASE`] nobody else gets them.
    pub async fn take(db: &Db, owner: &str, most: u64, now: DateTime<Utc>) -> Result<Vec<Model>> {
        let backend = db.owner().get_database_backend();
        let skip = if backend == DbBackend::Sqlite { "" } else { "FOR UPDATE SKIP LOCKED" };
        let free = "state = 'waiting' AND due_at <= $3 AND (leased_until IS NULL OR leased_until <= $3)";
        let sql = format!(
            "UPDATE outbox SET owner = $1, leased_until = $2, tries = tries + 1 WHERE {free} AND id IN \
             (SELECT id FROM outbox WHERE {free} ORDER BY due_at, account_id, id LIMIT {most} {skip})"
        );
        let values: [Value; 3] = [owner.into(), (now + LEASE).into(), now.into()];
        db.owner().execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        let taken = Self::of_owner(owner, now).order_by_asc(Column::DueAt).order_by_asc(Column::Id);
        Ok(taken.all(db.read()).await?)
    }

    /// Takes what else is due for the same account in the same mail of its day or week.
    pub async fn take_with(db: &Db, owner: &str, first: &Model, now: DateTime<Utc>) -> Result<Vec<Model>> {
        let free = Condition::any().add(Column::LeasedUntil.is_null()).add(Column::LeasedUntil.lte(now));
        let same = Condition::all()
            .add(Column::AccountId.eq(first.account_id.unwrap_or_default()))
            .add(Column::Often.eq(first.often.clone()));
        let row = ActiveModel {
            owner: Set(Some(owner.to_owned())),
            leased_until: Set(Some(now + LEASE)),
            ..Default::default()
        };
        Self::update_many()
            .set(row)
            .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
            .filter(Column::State.eq(Stored(State::Waiting)))
            .filter(Column::DueAt.lte(now))
            .filter(free)
            .filter(same.clone())
            .exec(db.owner())
            .await?;
        Ok(Self::of_owner(owner, now).filter(same).all(db.read()).await?)
    }

    /// When letters were sent to an account after an instant, the latest first: mails that went together are one.
    pub async fn sent_after(
        db: &impl ConnectionTrait,
        account: i64,
        after: DateTime<Utc>,
    ) -> Result<Vec<DateTime<Utc>>> {
        let sent = Self::find()
            .select_only()
            .column(Column::EndedAt)
            .distinct()
            .filter(Column::AccountId.eq(account))
            .filter(Column::State.eq(Stored(State::Sent)))
            .filter(Column::EndedAt.gt(after))
            .order_by_desc(Column::EndedAt)
            .limit(1_000);
        Ok(sent.into_tuple().all(db).await?)
    }

    /// Whether the mail server took any mail after an instant.
    pub async fn is_any_sent(db: &impl ConnectionTrait, after: DateTime<Utc>) -> Result<bool> {
        let sent =
            Self::find().filter(Column::State.eq(Stored(State::Sent))).filter(Column::EndedAt.gt(after));
        Ok(sent.limit(1).one(db).await?.is_some())
    }

    /// Gives mails back that were taken and not tried, to be sent later.
    pub async fn hold(db: &Db, mails: &[Model], due: DateTime<Utc>) -> Result<()> {
        let row =
            ActiveModel { due_at: Set(due), owner: Set(None), leased_until: Set(None), ..Default::default() };
        let ids = mails.iter().map(|mail| mail.id);
        let held = Self::update_many().set(row).col_expr(Column::Tries, Expr::col(Column::Tries).sub(1));
        held.filter(among(db.owner(), Column::Id, ids)).exec(db.owner()).await?;
        Ok(())
    }

    /// Whether anything waits to be sent that nobody has.
    pub async fn is_due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<bool> {
        let due = Self::find()
            .filter(Column::State.eq(Stored(State::Waiting)))
            .filter(Column::DueAt.lte(now))
            .filter(Condition::any().add(Column::LeasedUntil.is_null()).add(Column::LeasedUntil.lte(now)));
        Ok(due.limit(1).one(db).await?.is_some())
    }

    fn of_owner(owner: &str, now: DateTime<Utc>) -> Select<Self> {
        Self::find()
            .filter(Column::Owner.eq(owner))
            .filter(Column::LeasedUntil.gt(now))
            .filter(Column::State.eq(Stored(State::Waiting)))
    }

    /// Gives back what a server has taken and not tried: it is as if it had not been taken.
    pub async fn release(db: &Db, owner: &str) -> Result<()> {
        let free = Self::update_many()
            .col_expr(Column::Owner, Expr::value(Option::<String>::None))
            .col_expr(Column::LeasedUntil, Expr::value(Option::<DateTime<Utc>>::None))
            .col_expr(Column::Tries, Expr::col(Column::Tries).sub(1))
            .filter(Column::Owner.eq(owner))
            .filter(Column::State.eq(Stored(State::Waiting)));
        free.exec(db.owner()).await?;
        Ok(())
    }

    /// How many mails wait, and the last that came to a bad end, the latest first; at most `limit`.
    pub async fn in_trouble(db: &impl ConnectionTrait, limit: u64) -> Result<(u64, Vec<Model>)> {
        let waiting = Self::find().filter(Column::State.eq(Stored(State::Waiting))).count(db).await?;
        let bad = Condition::any()
            .add(Column::State.eq(Stored(State::Refused)))
            .add(Column::State.eq(Stored(State::GivenUp)))
            .add(Column::State.eq(Stored(State::Waiting)).and(Column::Trouble.is_not_null()));
        let bad = Self::find().filter(bad).order_by_desc(Column::Id).limit(limit);
        Ok((waiting, bad.all(db).await?))
    }

    /// Whether the last mail to this account was refused by its mail server.
    pub async fn is_refused(db: &impl ConnectionTrait, account: i64) -> Result<bool> {
        let last = Self::find()
            .filter(Column::AccountId.eq(account))
            .filter(Column::EndedAt.is_not_null())
            .filter(Column::State.ne(Stored(State::Void)))
            .order_by_desc(Column::EndedAt);
        Ok(last.one(db).await?.is_some_and(|last| last.state.0 != State::Sent))
    }

    /// Removes mails that were sent, or given up, long ago.
    pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
        let old = Self::delete_many().filter(Column::EndedAt.lt(now - TimeDelta::days(90)));
        old.exec(db).await?;
        Ok(())
    }

    /// Says that these mails were sent.
    ///
    /// No two letters to an account have the same instant, so that they can be counted.
    pub async fn sent(db: &Db, mails: &[Model], now: DateTime<Utc>) -> Result<()> {
        let account = mails.first().and_then(|mail| mail.account_id);
        let last = match account {
            Some(account) => Self::sent_after(db.owner(), account, now - TimeDelta::milliseconds(1))
                .await?
                .first()
                .copied(),
            None => None,
        };
        let now = last.map_or(now, |last| std::cmp::max(now, last + TimeDelta::milliseconds(1)));
        Self::end(db, mails, State::Sent, None, now).await
    }

    /// Says that these mails came to an end, and why.
    pub async fn end(
        db: &Db,
        mails: &[Model],
        state: State,
        trouble: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let ids = mails.iter().map(|mail| mail.id);
        let row = ActiveModel {
            state: Set(Stored(state)),
            trouble: Set(trouble),
            ended_at: Set(Some(now)),
            owner: Set(None),
            leased_until: Set(None),
            ..Default::default()
        };
        Self::update_many().set(row).filter(among(db.owner(), Column::Id, ids)).exec(db.owner()).await?;
        if mails.iter().any(|mail| matches!(mail.about.0, About::Words(_))) {
            let ids = mails.iter().map(|mail| mail.id);
            let row = ActiveModel { about: Set(Stored(About::Nothing)), ..Default::default() };
            let erased = Self::update_many().set(row).filter(among(db.owner(), Column::Id, ids));
            let written = [Occasion::Invitation, Occasion::Joining].map(Stored);
            erased.filter(Column::Occasion.is_in(written)).exec(db.owner()).await?;
        }
        Ok(())
    }

    /// Says that these mails could not be sent, and when they are to be tried again.
    pub async fn again(db: &Db, mails: &[Model], trouble: String, due: DateTime<Utc>) -> Result<()> {
        let row = ActiveModel {
            trouble: Set(Some(trouble)),
            due_at: Set(due),
            owner: Set(None),
            leased_until: Set(None),
            ..Default::default()
        };
        let ids = mails.iter().map(|mail| mail.id);
        Self::update_many().set(row).filter(among(db.owner(), Column::Id, ids)).exec(db.owner()).await?;
        Ok(())
    }
}
