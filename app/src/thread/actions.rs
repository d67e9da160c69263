//! What people do in a thread: reply, change, withdraw, hide, answer, reopen, acknowledge, and say where it belongs.

use domain::{
    Message,
    disposition::{self, Disposition},
    suggestion::given_of,
    text::LineRange,
    typed::{BadWords, CommentBody, Reason, Wording},
};
use entity::{comment, draft, thread, verb, version};

use super::speaking;
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    leading::local,
};

/// Adds a comment to a thread.
pub async fn reply(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread) = named(&at).await?;
    let said = verb::Said {
        body: words("body", CommentBody::parse(form.text("body")))?,
        suggestion: suggestion(&at, &thread, &form).await?,
        stakeholder: speaking::read(&form)?,
        once: form.optional("once").map(str::to_owned),
    };
    let comment = reader.reply(&at.db, &thread, said, at.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// The wording proposed in place of the words the thread was made on; none when it is left as they were given, or as they are read.
async fn suggestion(
    at: &Context,
    thread: &thread::Model,
    form: &Fields,
) -> Result<Option<Wording>, AppError> {
    let Some((typed, anchor)) = form.get("suggestion").zip(thread.anchor.as_ref()) else { return Ok(None) };
    let made_on = version::Entity::by_key(at.db.read(), thread.version).await?;
    let given = given_of(&made_on.text(), anchor);
    let as_they_were = |words: &str| typed.split_whitespace().eq(words.split_whitespace());
    if as_they_were(&anchor.quote) || given.is_some_and(|given| as_they_were(&given)) {
        return Ok(None);
    }
    words("suggestion", Wording::parse(typed)).map(Some)
}

/// Changes a comment within its first minutes.
pub async fn edit(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread, comment) = named_comment(&at).await?;
    let body = words("edited", CommentBody::parse(form.text("edited")))?;
    reader.edit_comment(&at.db, &comment, body, at.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// Takes a comment back.
pub async fn withdraw_comment(at: Context, _: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread, comment) = named_comment(&at).await?;
    reader.withdraw_comment(&at.db, &comment, at.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// Hides a comment, with the reason.
pub async fn hide(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread, comment) = named_comment(&at).await?;
    let reason = words("hiding", Reason::parse(form.text("hiding")))?;
    reader.hide_comment(&at.db, &comment, reason, at.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// Erases the words of a hidden comment, with the reason.
pub async fn erase(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread, comment) = named_comment(&at).await?;
    let reason = words("erasing", Reason::parse(form.text("erasing")))?;
    reader.erase_comment(&at.db, &comment, reason, at.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// Takes a thread back.
pub async fn withdraw(at: Context, _: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread) = named(&at).await?;
    reader.withdraw_thread(&at.db, &thread, at.now).await?;
    Ok(href::thread(&draft.reference, number(&thread)))
}

/// Answers a thread for the record.
pub async fn answer(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread) = named(&at).await?;
    let disposition = disposition(&form, number(&thread))?;
    let reason = words("reason", Reason::parse(form.text("reason")))?;
    reader.answer(&at.db, &draft, std::slice::from_ref(&thread), disposition, reason, at.now).await?;
    Ok(href::answer(&draft.reference, number(&thread)))
}

/// Opens an answered thread again.
pub async fn reopen(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread) = named(&at).await?;
    let reason = words("reopening", Reason::parse(form.text("reopening")))?;
    reader.reopen(&at.db, &thread, reason, at.now).await?;
    Ok(href::answer(&draft.reference, number(&thread)))
}

/// Records whether the answer satisfies the raiser.
pub async fn acknowledge(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread) = named(&at).await?;
    let satisfied = match form.text("satisfied") {
        "yes" => true,
        "no" => false,
        _ => return Err(AppError::refused("form-unreadable")),
    };
    reader.acknowledge(&at.db, &thread, satisfied, at.now).await?;
    Ok(href::answer(&draft.reference, number(&thread)))
}

/// Says on which lines of the newest version a thread belongs, and goes on with the list it was done from.
pub async fn place(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, thread) = named(&at).await?;
    let typed = form
        .optional("lines")
        .ok_or_else(|| AppError::field("lines", Message::new("conversation-repair-none")))?;
    let lines: LineRange =
        typed.parse().map_err(|bad: domain::text::BadLineRange| AppError::field("lines", bad.message()))?;
    let placed = reader.repair_placement(&at.db, &thread, form.parse("version")?, lines, at.now).await;
    placed.map_err(|error| AppError::from(error).about("lines"))?;
    let back = form.get("page").and_then(local).map(str::to_owned);
    Ok(back.unwrap_or_else(|| href::thread(&draft.reference, number(&thread))))
}

/// The disposition of a form; what is wrong with it is about its own field.
pub fn disposition(form: &Fields, answering: u32) -> Result<Disposition, AppError> {
    let parsed = Disposition::parse(form.text("disposition"), form.text("duplicate"), answering);
    parsed.map_err(|refusal| {
        let field = match refusal {
            disposition::Refusal::NoDisposition => "disposition",
            _ => "duplicate",
        };
        AppError::field(field, refusal.message())
    })
}

/// Typed words, or what is wrong with them at their field.
pub fn words<T>(field: &'static str, parsed: Result<T, BadWords>) -> Result<T, AppError> {
    parsed.map_err(|bad| AppError::field(field, bad.message()))
}

/// The thread of the address, in a draft that the reader may see.
async fn named(at: &Context) -> Result<(draft::Model, thread::Model), AppError> {
    let reference: String = at.param("reference")?;
    let (draft, _) = draft::Entity::cited(at.db.read(), at.reader.as_ref(), &reference, at.now).await?;
    let thread = thread::Entity::numbered(at.db.read(), draft.id, at.param("number")?).await?;
    Ok((draft, thread))
}

async fn named_comment(at: &Context) -> Result<(draft::Model, thread::Model, comment::Model), AppError> {
    let (draft, thread) = named(at).await?;
    let comment = comment::Entity::numbered(at.db.read(), thread.id, at.param("comment")?).await?;
    Ok((draft, thread, comment))
}

fn number(thread: &thread::Model) -> u32 {
    thread.number.unsigned_abs()
}
