//! Everything that is kept of one account, for whoever it is.

use sea_orm::{EntityTrait, QueryFilter, entity::prelude::*};
use serde_json::{Map, Value};

use super::Viewer;
use crate::{
    account, allowance, comment, error::*, event, focal_point, follow, identity, mandate, newcomer, outbox,
    preference, role, session, sign_in_link, sign_off, token, wish,
};

/// What is no fact about a person but a key to something: it is left out.
const KEYS: [&str; 8] =
    ["digest", "content", "salt", "suggestion_salt", "once", "owner", "leased_until", "provider_session"];

impl Viewer<'_> {
    /// Every row that is about the reader, by table; refuses whoever is not signed in. What opens a session, a token or a seal is not in it.
    pub async fn everything_about_me(&self) -> Result<Value> {
        let reader = self.reader.ok_or(Error::SignedOut)?;
        let (db, own) = (self.db.read(), reader.account.id);
        let mut all = Map::new();
        /// Rows of a table that name the account in a column.
        macro_rules! rows {
            ($($table:ident . $column:ident),*) => {
                $(let rows = $table::Entity::find().filter($table::Column::$column.eq(own)).into_json();
                all.insert(stringify!($table).to_owned(), facts(rows.all(db).await?));)*
            };
        }
        rows!(
            account.Id,
            session.AccountId,
            token.AccountId,
            identity.AccountId,
            sign_in_link.AccountId,
            preference.AccountId,
            follow.AccountId,
            newcomer.AccountId,
            outbox.AccountId,
            role.AccountId,
            wish.AccountId,
            focal_point.AccountId,
            mandate.AccountId,
            comment.AuthorId,
            sign_off.AccountId,
            allowance.AccountId
        );
        let acts = event::Entity::find().filter(event::Column::Actor.eq(own)).into_json();
        all.insert("event".to_owned(), facts(acts.all(db).await?));
        Ok(Value::Object(all))
    }
}

fn facts(rows: Vec<Value>) -> Value {
    let fact = |mut row: Value| {
        if let Value::Object(columns) = &mut row {
            columns.retain(|name, _| !KEYS.contains(&name.as_str()));
        }
        row
    };
    Value::Array(rows.into_iter().map(fact).collect())
}
