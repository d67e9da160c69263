//! Beginning a draft, saving the text of its next version, and publishing it.

use std::sync::Arc;

use domain::{
    Message,
    suggestion::{Outlook, apply, outlook},
    text::{ClauseId, Text},
    typed::{Title, VersionNote},
};
use entity::{
    comment, draft, forum, placement, thread,
    version::{self, Publication},
    working_text::Saved,
};

use super::{
    new_draft_page::{LANGUAGES, no_language},
    source,
};
use crate::{
    context::Context,
    diff::asked::wish,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    procedure::visibility,
};

/// Begins a draft in a forum and leads to the text of its first version.
pub async fn begin(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let forum = forum::Entity::by_slug(at.db.read(), &at.param::<String>("slug")?).await?;
    let title = Title::parse(form.text("title")).map_err(|bad| AppError::field("title", bad.message()))?;
    let language = form.text("language");
    if !LANGUAGES.contains(&language) {
        return Err(no_language());
    }
    let beginning = draft::Beginning {
        title,
        language: language.to_owned(),
        visibility: visibility::read(&form, &forum.zone)?,
        source: source::read(at.locale, &form)?,
        reference: None,
        once: form.optional("once").map(str::to_owned),
    };
    let draft = reader.begin_draft(&at.db, &forum, beginning, at.now).await?;
    Ok(href::working_text(&draft.reference))
}

/// Saves the text of the next version; with the button of a suggestion, takes its words over first.
pub async fn save(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let reference = at.param::<String>("reference")?;
    let (draft, _) = draft::Entity::cited(at.db.read(), Some(reader), &reference, at.now).await?;
    let typed = source::read(at.locale, &form)?;
    let taken = match form.optional("apply") {
        Some(_) => Some(take_over(&at, &draft, &typed, form.parse("apply")?).await?),
        None => None,
    };
    let (source, applied, thread) = match taken {
        Some(taken) => (taken.source, Some(taken.comment), Some(taken.thread)),
        None => (typed, None, None),
    };
    let saved = Saved { source, base: form.parse("base")?, edition: form.parse("edition")?, applied };
    reader.save_text(&at.db, &draft, saved, at.now).await?;
    let next = href::working_text(&draft.reference);
    Ok(match thread {
        Some(thread) => href::with_query(next, &[("applied", &thread.to_string())]) + &format!("#t{thread}"),
        None => href::with_query(next, &[("saved", "yes")]),
    })
}

/// A text into which the words of a suggestion were put.
struct Taken {
    source: String,
    comment: i64,
    thread: i32,
}

/// Puts the words of a suggestion in place. Refuses one that is not of this draft or was taken back, and one whose words were changed otherwise.
async fn take_over(at: &Context, draft: &draft::Model, typed: &str, id: i64) -> Result<Taken, AppError> {
    let db = at.db.read();
    let threads = thread::Entity::of(db, draft.id).await?;
    let comments = comment::Entity::of(db, threads.iter().map(|thread| thread.id)).await?;
    let comment = comments.values().flatten().find(|comment| comment.id == id).ok_or(AppError::NotFound)?;
    let thread = threads.iter().find(|thread| thread.id == comment.thread_id).ok_or(AppError::NotFound)?;
    let refuse = |message: Message| Err(AppError::field("source", message));
    let (Some(words), Some(anchor)) = (wish(comment), &thread.anchor) else {
        return refuse(Message::new("suggestion-obsolete"));
    };
    let text = Text::parse(typed.as_bytes()).map_err(|bad| AppError::field("source", bad.message()))?;
    let text = Arc::new(text);
    let versions = version::Entity::of(db, draft.id).await?;
    let placed = placement::foresee(db, draft.id, &versions, &text).await?;
    let placement = placed.get(&thread.id).ok_or(AppError::NotFound)?;
    let stands = outlook(anchor, words, placement, &text);
    let Outlook::Applicable { lines } = stands else { return refuse(stands.message()) };
    let chars = placement.chars.as_ref().filter(|_| anchor.chars.is_some());
    let source = apply(&text, lines, chars, words);
    let source = source.map_err(|bad| AppError::field("source", bad.message()))?;
    Ok(Taken { source, comment: comment.id, thread: thread.number })
}

/// Discards the text of the next version. Refuses an edition that is not the newest any more.
pub async fn discard(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let reference = at.param::<String>("reference")?;
    let (draft, _) = draft::Entity::cited(at.db.read(), Some(reader), &reference, at.now).await?;
    reader.discard_text(&at.db, &draft, form.parse("edition")?, at.now).await?;
    Ok(href::with_query(href::working_text(&draft.reference), &[("discarded", "yes")]))
}

/// Publishes the text as it was saved. Refuses an edition that is not the newest any more.
pub async fn publish(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let reference = at.param::<String>("reference")?;
    let (draft, _) = draft::Entity::cited(at.db.read(), Some(reader), &reference, at.now).await?;
    let note = VersionNote::parse(form.text("note")).map_err(|bad| AppError::field("note", bad.message()))?;
    let editorial = form.all("editorial").map(|id| id.parse().map(ClauseId)).collect::<Result<Vec<_>, _>>();
    let editorial = editorial.map_err(|_| AppError::field("editorial", Message::new("form-unreadable")))?;
    let publication = Publication { note, edition: form.parse("edition")?, editorial };
    let version = reader.publish(&at.db, &draft, publication, at.now).await?;
    Ok(href::version(&draft.reference, version.number.unsigned_abs()))
}
