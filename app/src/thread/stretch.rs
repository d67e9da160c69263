//! Where a stretch of a list of threads begins, as it stands in an address: `12.340`.

use std::str::FromStr;

use entity::reading::thread_list::{Cursor, From};

use crate::context::Context;

/// From where the address asks for a list, by `after` or `before`.
pub fn from(ctx: &Context) -> From {
    match (ctx.query("after"), ctx.query("before")) {
        (Some(Written(cursor)), _) => From::After(cursor),
        (None, Some(Written(cursor))) => From::Before(cursor),
        (None, None) => From::Start,
    }
}

/// A place in a list for an address.
pub fn written(cursor: Cursor) -> String {
    format!("{}.{}", cursor.line, cursor.number)
}

struct Written(Cursor);

impl FromStr for Written {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (line, number) = text.split_once('.').ok_or(())?;
        let read = |part: &str| part.parse::<i32>().ok().filter(|number| *number >= 0).ok_or(());
        Ok(Self(Cursor { line: read(line)?, number: read(number)? }))
    }
}
