//! Somebody new, and what they typed: kept until they have answered a mail, and then until it is posted.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Message, WaitsFor, telling::Occasion, text::Digest};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Func};

use crate::{
    Db, Stored, Tx,
    error::*,
    outbox::{self, About, To, Words},
    row::listed::among,
};

/// How long what was typed waits for the answer to its mail.
pub const UNANSWERED: TimeDelta = TimeDelta::days(1);
/// How long it waits for the secretariat or its author once the mail was answered.
pub const ANSWERED: TimeDelta = TimeDelta::days(30);
/// How soon the same words from the same address are the same form sent twice.
const TWICE: TimeDelta = TimeDelta::minutes(2);

/// How many forms of one account wait at most.
const WAITING: u32 = 20;

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
    /// What the secretariat said that did not let them in.
    pub declined: Option<String>,
    /// The digest of what they typed, which stays when the words themselves are let go.
    pub words: String,
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

impl From<Model> for Arrival {
    fn from(row: Model) -> Self {
        Self {
            email: row.email,
            name: row.name,
            forum: row.forum_id,
            draft: row.draft_id,
            page: row.page,
            typed: row.typed,
            locale: row.locale,
            account: row.account_id,
        }
    }
}

/// What became of keeping something.
#[derive(Clone, Debug)]
pub enum Kept {
    New(Model),
    /// The same form was sent a moment ago, perhaps from another browser: this is what it became.
    Before(Model),
}

/// Keeps what somebody new typed, and puts the mail about it into the outbox. The same form sent twice in a moment is kept once, and gets
/// no second mail. Refuses one form too many of one account.
pub async fn keep(
    db: &Db,
    arrival: Arrival,
    digest: String,
    letter: Option<Words>,
    now: DateTime<Utc>,
) -> Result<Kept> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    let words = match arrival.typed.is_empty() {
        true => String::new(),
        false => Digest::of(format!("{}\n{}", arrival.email, arrival.typed).as_bytes()).to_string(),
    };
    let same = Entity::find().filter(Column::Words.eq(&words)).filter(Column::SentAt.gt(now - TWICE));
    if !words.is_empty()
        && let Some(before) = same.order_by_desc(Column::Id).one(&*tx).await?
    {
        return Ok(Kept::Before(before));
    }
    let (state, lives) = match arrival.account {
        Some(account) => {
            let own = Entity::find().filter(Column::AccountId.eq(account)).filter(Column::Typed.ne(""));
            if own.filter(Column::ExpiresAt.gt(now)).count(&*tx).await? >= u64::from(WAITING) {
                return Err(Error::TooMany(Message::new("refusal-kept-many").with("most", WAITING)));
            }
            (WaitsFor::Secretariat, ANSWERED)
        }
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
        words: Set(words),
        locale: Set(arrival.locale),
        state: Set(Stored(state)),
        account_id: Set(arrival.account),
        created_at: Set(now),
        sent_at: Set(now),
        expires_at: Set(now + lives),
        ..Default::default()
    };
    let row = row.insert(&*tx).await?;
    row.write(&*tx, letter, now).await?;
    tx.commit().await?;
    Ok(Kept::New(row))
}

/// Gives what is kept another link, and another address to send it to; the link before is worth nothing then. Refuses what is kept no more.
pub async fn send_again(
    db: &Db,
    id: i64,
    email: String,
    digest: String,
    letter: Option<Words>,
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
    row.write(&*tx, letter, now).await?;
    tx.commit().await?;
    Ok(row)
}

/// Says whose the words are: of somebody whom a provider vouches for, who answers no mail. Refuses what is kept no more.
pub async fn answered_by(db: &Db, id: i64, account: i64, now: DateTime<Utc>) -> Result<Model> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    let row = unanswered().filter(Column::Id.eq(id)).filter(Column::ExpiresAt.gt(now)).one(&*tx).await?;
    let row = row.ok_or_else(|| Error::refused("refusal-link-used"))?;
    let answered = ActiveModel {
        id: Set(row.id),
        state: Set(Stored(WaitsFor::Author)),
        account_id: Set(Some(account)),
        expires_at: Set(now + ANSWERED),
        ..Default::default()
    };
    let row = answered.update(&*tx).await?;
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

    /// How many characters are kept of people, whether their mail is answered or not.
    pub async fn held(db: &impl ConnectionTrait) -> Result<i64> {
        let held = Self::find()
            .select_only()
            .expr_as(Func::sum(Func::char_length(Expr::col(Column::Typed))), "held");
        Ok(held.into_tuple::<Option<i64>>().one(db).await?.flatten().unwrap_or(0))
    }
}

impl Model {
    /// Puts a mail to their address into the outbox: one for each link.
    async fn write(
        &self,
        db: &impl ConnectionTrait,
        letter: Option<Words>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let Some(words) = letter else { return Ok(()) };
        let to = To::Address { address: self.email.clone(), locale: self.locale.clone() };
        let once = format!("joining/{}/{}", self.id, self.digest);
        outbox::put(db, to, Occasion::Joining, About::Words(words), once, now).await
    }

    /// Gives the words back to their author, with a mail that says why: they were not let in, or their words could not be posted.
    pub async fn give_back(
        &self,
        tx: &Tx,
        declined: Option<String>,
        letter: Words,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let Some(account) = self.account_id else { return Ok(()) };
        let row = ActiveModel {
            id: Set(self.id),
            state: Set(Stored(WaitsFor::Author)),
            declined: Set(declined),
            expires_at: Set(now + ANSWERED),
            ..Default::default()
        };
        row.update(&**tx).await?;
        let once = format!("joining/{}/back/{}", self.id, now.timestamp_micros());
        outbox::put(&**tx, To::Account(account), Occasion::Joining, About::Words(letter), once, now).await
    }

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
