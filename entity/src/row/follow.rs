//! What somebody follows: a forum, a draft, a clause of one, or a stakeholder.

use std::{collections::BTreeSet, fmt, str::FromStr};

use chrono::{DateTime, Utc};
use domain::{Message, text::ClauseId};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*, sea_query::OnConflict};

use crate::{Db, error::*, row::listed::among};

/// What one account follows, or does not want to follow.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    /// As [`Subject`] writes it.
    pub subject: String,
    /// Not, for who has said that they do not want to hear of a draft on which they commented.
    pub wanted: bool,
    pub made_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What can be followed. Written `forum/dovetail`, `draft/DN-2026-001`, `clause/DN-2026-001/7` or `stakeholder/aravel`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// By slug.
    Forum(String),
    /// By reference.
    Draft(String),
    /// Of the draft with this reference, through all its versions.
    Clause(String, ClauseId),
    /// By slug.
    Stakeholder(String),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Forum(slug) => write!(f, "forum/{slug}"),
            Self::Draft(reference) => write!(f, "draft/{reference}"),
            Self::Clause(reference, clause) => write!(f, "clause/{reference}/{}", clause.0),
            Self::Stakeholder(slug) => write!(f, "stakeholder/{slug}"),
        }
    }
}

/// How long what is followed is written at most: longer than any name of it.
const LONGEST: usize = 200;
/// How many things one account says something of.
pub const MOST: u32 = 1_000;

impl FromStr for Subject {
    type Err = &'static str;

    fn from_str(written: &str) -> std::result::Result<Self, &'static str> {
        if written.len() > LONGEST {
            return Err("longer than anything that can be followed");
        }
        match written.split('/').collect::<Vec<_>>().as_slice() {
            ["forum", slug] => Ok(Self::Forum((*slug).to_owned())),
            ["draft", reference] => Ok(Self::Draft((*reference).to_owned())),
            ["stakeholder", slug] => Ok(Self::Stakeholder((*slug).to_owned())),
            ["clause", reference, clause] => {
                let clause = clause.parse().map_err(|_| "not the number of a clause")?;
                Ok(Self::Clause((*reference).to_owned(), ClauseId(clause)))
            }
            _ => Err("nothing that can be followed"),
        }
    }
}

impl Entity {
    /// What an account follows, the latest first.
    pub async fn of(db: &impl ConnectionTrait, account: i64) -> Result<Vec<Subject>> {
        let all = Self::find().filter(Column::AccountId.eq(account)).filter(Column::Wanted.eq(true));
        let all = all.order_by_desc(Column::Id).all(db).await?;
        Ok(all.iter().filter_map(|one| one.subject.parse().ok()).collect())
    }

    /// What an account said that it does not want to hear of.
    pub async fn unwanted(db: &impl ConnectionTrait, account: i64) -> Result<Vec<Subject>> {
        let all = Self::find().filter(Column::AccountId.eq(account)).filter(Column::Wanted.eq(false));
        Ok(all.all(db).await?.iter().filter_map(|one| one.subject.parse().ok()).collect())
    }

    /// Whether an account follows this; none when it has not said.
    pub async fn is_wanted(
        db: &impl ConnectionTrait,
        account: i64,
        subject: &Subject,
    ) -> Result<Option<bool>> {
        let said = Self::find()
            .filter(Column::AccountId.eq(account))
            .filter(Column::Subject.eq(subject.to_string()));
        Ok(said.one(db).await?.map(|one| one.wanted))
    }

    /// Keeps whether an account follows this. Nobody else sees it, so that it is no event. Refuses one thing too many.
    pub async fn keep(
        db: &Db,
        account: i64,
        subject: &Subject,
        wanted: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        tx.shows_nothing();
        let own = Self::find().filter(Column::AccountId.eq(account));
        let others = own.filter(Column::Subject.ne(subject.to_string())).count(&*tx).await?;
        if others >= u64::from(MOST) {
            return Err(Error::Refused(Message::new("refusal-follows-many").with("most", MOST)));
        }
        let row = ActiveModel {
            account_id: Set(account),
            subject: Set(subject.to_string()),
            wanted: Set(wanted),
            made_at: Set(now),
            ..Default::default()
        };
        let again = OnConflict::columns([Column::AccountId, Column::Subject])
            .update_column(Column::Wanted)
            .to_owned();
        Self::insert(row).on_conflict(again).exec_without_returning(&*tx).await?;
        tx.commit().await
    }

    /// Whoever follows any of these.
    pub(crate) async fn followers(db: &impl ConnectionTrait, subjects: &[Subject]) -> Result<BTreeSet<i64>> {
        let subjects = subjects.iter().map(ToString::to_string);
        let all = Self::find().filter(Column::Subject.is_in(subjects)).filter(Column::Wanted.eq(true));
        Ok(all.all(db).await?.into_iter().map(|one| one.account_id).collect())
    }

    /// Those of these accounts who do not want to hear of this.
    pub(crate) async fn unwilling(
        db: &impl ConnectionTrait,
        accounts: impl IntoIterator<Item = i64>,
        subject: &Subject,
    ) -> Result<BTreeSet<i64>> {
        let all = Self::find()
            .filter(Column::Subject.eq(subject.to_string()))
            .filter(Column::Wanted.eq(false))
            .filter(among(db, Column::AccountId, accounts));
        Ok(all.all(db).await?.into_iter().map(|one| one.account_id).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_followed_reads_as_it_is_written() {
        for written in ["forum/dovetail", "draft/DN-2026-001", "clause/DN-2026-001/7", "stakeholder/aravel"] {
            assert_eq!(written.parse::<Subject>().map(|read| read.to_string()).as_deref(), Ok(written));
        }
        assert!(format!("draft/{}", "X".repeat(7_000_000)).parse::<Subject>().is_err());
        for written in ["", "forum", "clause/DN-2026-001/x", "account/7", "forum/a/b"] {
            assert!(written.parse::<Subject>().is_err(), "{written}");
        }
    }
}
