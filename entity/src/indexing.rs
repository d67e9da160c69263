//! From what happened to what can be found: the record is followed event by event, and each text it speaks of is read anew.
//!
//! Architecture Invariant: no verb writes words to be found, so that none can forget to, and none takes longer for it. Whoever looks for
//! something first has the rest of the record read (`catch_up`), so that what was acknowledged is found. What is kept here decides
//! nothing about who sees it: that is asked of the rows themselves, each time.

mod entry;
mod subjects;

use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::OnConflict};

use self::{
    entry::{Entry, replace},
    subjects::{Said, Subjects},
};
use crate::{Db, Tx, error::*, event, search_entry, search_indexed, search_word};

/// The manner in which words are kept. Whoever changes how `domain::search` reads words changes this too, and all is read again.
const MANNER: &str = "words-1";
/// So many events are read at a time, in one transaction.
const EVENTS: u64 = 200;
/// So many times at most before an answer is given that somebody waits for.
const PATIENCE: usize = 20;

/// Reads events until the end of the record. Gives up after a while, on a record that was never read before: the rest is read in the
/// background.
pub async fn catch_up(db: &Db) -> Result<()> {
    for _ in 0..PATIENCE {
        if read_on(db).await? == 0 {
            break;
        }
    }
    Ok(())
}

/// Reads the next events; gives how many they were, none at the end of the record or while another server reads them.
pub async fn read_on(db: &Db) -> Result<usize> {
    let known = search_indexed::Entity::find_by_id(MANNER).one(db.read()).await?.map(|row| row.sequence);
    let events: Vec<Said> = event::Entity::find()
        .select_only()
        .columns([event::Column::Sequence, event::Column::Kind, event::Column::Subject])
        .filter(event::Column::Sequence.gt(known.unwrap_or(0)))
        .order_by_asc(event::Column::Sequence)
        .limit(EVENTS)
        .into_tuple()
        .all(db.read())
        .await?;
    let Some((last, ..)) = events.last() else { return Ok(0) };
    let subjects = Subjects::of(&events);
    let tx = db.begin().await?;
    tx.shows_nothing();
    if !advance(&tx, known, *last).await? {
        return Ok(0);
    }
    let entries: Vec<Entry> = subjects.read(&tx).await?;
    replace(&tx, &subjects.stale(&tx).await?, entries).await?;
    tx.commit().await?;
    Ok(events.len())
}

/// Takes the events up to this one; false when another server took them meanwhile.
async fn advance(tx: &Tx, known: Option<i64>, last: i64) -> Result<bool> {
    use search_indexed::{ActiveModel, Column, Entity};
    if let Some(known) = known {
        let further = Entity::update_many().col_expr(Column::Sequence, Expr::value(last));
        let further = further.filter(Column::Name.eq(MANNER)).filter(Column::Sequence.eq(known));
        return Ok(further.exec(&**tx).await?.rows_affected > 0);
    }
    let row = ActiveModel { name: Set(MANNER.to_owned()), sequence: Set(last) };
    let taken = OnConflict::column(Column::Name).do_nothing().to_owned();
    if Entity::insert(row).on_conflict(taken).exec_without_returning(&**tx).await? == 0 {
        return Ok(false);
    }
    // What an earlier manner kept is of no use to this one.
    Entity::delete_many().filter(Column::Name.ne(MANNER)).exec(&**tx).await?;
    search_word::Entity::delete_many().exec(&**tx).await?;
    search_entry::Entity::delete_many().exec(&**tx).await?;
    Ok(true)
}
