//! Posting what a Word file brought.

use std::collections::HashMap;

use domain::{
    Message,
    typed::{CommentBody, Wording},
};
use entity::{draft, thread, verb, verb::Opening, version};

use super::item::{Brought, Item};
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    thread::speaking,
    words::{in_locale, say_in},
};

/// Posts every item that is ticked by the verb of every comment, each once however often it is sent, and leads to the comments. What is
/// refused stops there: what was posted before it stays, and is not posted again when the rest is.
pub async fn post(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference: String = ctx.param("reference")?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let version = form.parse::<i32>("version")?;
    let text = version::Entity::numbered(ctx.db.read(), draft.id, version).await?.text();
    let items = Brought::typed(&form, &text, ctx.locale);
    let items: Vec<Item> = items.into_iter().filter(|item| item.ticked).collect();
    if items.is_empty() {
        return Err(AppError::field("take", Message::new("word-nothing-ticked")));
    }
    // A place that is not there is nobody's: of what is ticked nothing is posted until each has one.
    if let Some((item, why)) = items.iter().find_map(|item| Some((item, item.astray()?))) {
        let why = say_in(ctx.locale, why);
        let refused = Message::new("form-refused").with("number", item.number).with("why", why);
        return Err(AppError::field("take", refused));
    }
    let stakeholder = speaking::read(&form)?;
    let mut opened: HashMap<u32, thread::Model> = HashMap::new();
    for item in &items {
        let said = said(&ctx, item, stakeholder)?;
        let answered = match (item.thread, item.answers) {
            (Some(number), _) => {
                Some(thread::Entity::numbered(ctx.db.read(), draft.id, number.cast_signed()).await?)
            }
            (None, Some(other)) => opened.get(&other).cloned(),
            (None, None) => None,
        };
        match answered {
            Some(thread) => {
                reader
                    .reply(&ctx.db, &thread, said, ctx.now)
                    .await
                    .map_err(|error| about(&ctx, item, error))?;
            }
            None => {
                let opening = opening(item, version, said);
                let thread = reader.open_thread(&ctx.db, &draft, opening, ctx.now).await;
                opened.insert(item.number, thread.map_err(|error| about(&ctx, item, error))?);
            }
        }
    }
    Ok(href::threads(&draft.reference))
}

/// A refusal with the number of the item that it is about.
fn about(ctx: &Context, item: &Item, error: entity::Error) -> AppError {
    match error {
        entity::Error::Refused(why) | entity::Error::RefusedPart(_, why) => refusal(ctx, item, &why),
        other => AppError::from(other),
    }
}

fn refusal(ctx: &Context, item: &Item, why: &Message) -> AppError {
    let why = say_in(ctx.locale, why);
    AppError::field("take", Message::new("word-refused").with("number", item.number).with("why", why))
}

fn said(ctx: &Context, item: &Item, stakeholder: Option<i64>) -> Result<verb::Said, AppError> {
    let words = match item.words.trim() {
        "" if item.row.is_some() => in_locale(ctx.locale, "form-change-body", []),
        "" => in_locale(ctx.locale, "word-change-body", []),
        words => words.to_owned(),
    };
    let words = match item.author.as_str() {
        author if item.named && !author.is_empty() => {
            let by = in_locale(ctx.locale, "word-carried-from", [("author", author.into())]);
            format!("{by}\n\n{words}")
        }
        _ => words,
    };
    let refuse = |why: Message| refusal(ctx, item, &why);
    let suggestion = item.proposed.as_deref().filter(|_| item.spot.is_some() || item.is_reply());
    Ok(verb::Said {
        body: CommentBody::parse(&words).map_err(|bad| refuse(bad.message()))?,
        suggestion: suggestion.map(Wording::parse).transpose().map_err(|bad| refuse(bad.message()))?,
        stakeholder,
        once: Some(item.once.clone()),
    })
}

fn opening(item: &Item, version: i32, said: verb::Said) -> Opening {
    Opening {
        version,
        lines: item.spot.as_ref().map(|spot| spot.lines),
        quote: item.spot.as_ref().and_then(|spot| spot.words.clone()),
        place: item.spot.as_ref().filter(|spot| spot.words.is_some()).map(|spot| spot.offset),
        kind: item.kind,
        said,
    }
}
