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

/// Adds a comment to a thread and leads to it. Refuses words that are empty, too long or misleading at their field, and what
/// `Reader::reply` refuses.
pub async fn reply(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread) = named(&ctx).await?;
    let said = verb::Said {
        body: words("body", CommentBody::parse(form.text("body")))?,
        suggestion: suggestion(&ctx, &thread, &form).await?,
        stakeholder: speaking::read(&form)?,
        once: form.optional("once").map(str::to_owned),
    };
    let comment = reader.reply(&ctx.db, &thread, said, ctx.now).await?;
    Ok(href::replied(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// The wording proposed in place of the words the thread was made on; none when it is left as they were given, or as they are read.
async fn suggestion(
    ctx: &Context,
    thread: &thread::Model,
    form: &Fields,
) -> Result<Option<Wording>, AppError> {
    let Some((typed, anchor)) = form.get("suggestion").zip(thread.anchor.as_ref()) else { return Ok(None) };
    let made_on = version::Entity::by_key(ctx.db.read(), thread.version).await?;
    let given = given_of(&made_on.text(), anchor);
    let as_they_were = |words: &str| typed.split_whitespace().eq(words.split_whitespace());
    if as_they_were(&anchor.quote) || given.is_some_and(|given| as_they_were(&given)) {
        return Ok(None);
    }
    words("suggestion", Wording::parse(typed)).map(Some)
}

/// Changes a comment within its first minutes and leads to it. Refuses words that cannot be kept at their field, and what
/// `Reader::edit_comment` refuses.
pub async fn edit(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread, comment) = named_comment(&ctx).await?;
    let body = words("edited", CommentBody::parse(form.text("edited")))?;
    reader.edit_comment(&ctx.db, &comment, body, ctx.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// Takes a comment back and leads to it. Refuses what `Reader::withdraw_comment` refuses.
pub async fn withdraw_comment(ctx: Context, _: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread, comment) = named_comment(&ctx).await?;
    reader.withdraw_comment(&ctx.db, &comment, ctx.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// Hides a comment, with the reason, and leads to it. Refuses without a reason, and what `Reader::hide_comment` refuses.
pub async fn hide(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread, comment) = named_comment(&ctx).await?;
    let reason = words("hiding", Reason::parse(form.text("hiding")))?;
    reader.hide_comment(&ctx.db, &comment, reason, ctx.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// Erases the words of a hidden comment, with the reason, and leads to it. Refuses without a reason, and what `Reader::erase_comment`
/// refuses.
pub async fn erase(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread, comment) = named_comment(&ctx).await?;
    let reason = words("erasing", Reason::parse(form.text("erasing")))?;
    reader.erase_comment(&ctx.db, &comment, reason, ctx.now).await?;
    Ok(href::comment(&draft.reference, number(&thread), comment.number.unsigned_abs()))
}

/// Takes a thread back and leads to it. Refuses what `Reader::withdraw_thread` refuses.
pub async fn withdraw(ctx: Context, _: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread) = named(&ctx).await?;
    reader.withdraw_thread(&ctx.db, &thread, ctx.now).await?;
    Ok(href::thread(&draft.reference, number(&thread)))
}

/// Answers a thread for the record and leads to the answer. Refuses without a disposition or a reason, and what `Reader::answer` refuses.
pub async fn answer(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread) = named(&ctx).await?;
    let disposition = disposition(&form, number(&thread))?;
    let reason = words("reason", Reason::parse(form.text("reason")))?;
    reader.answer(&ctx.db, &draft, std::slice::from_ref(&thread), disposition, reason, ctx.now).await?;
    Ok(href::answer(&draft.reference, number(&thread)))
}

/// Opens an answered thread again and leads to it. Refuses without a reason, and what `Reader::reopen` refuses.
pub async fn reopen(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread) = named(&ctx).await?;
    let reason = words("reopening", Reason::parse(form.text("reopening")))?;
    reader.reopen(&ctx.db, &thread, reason, ctx.now).await?;
    Ok(href::answer(&draft.reference, number(&thread)))
}

/// Records whether the answer satisfies the raiser and leads to it. Refuses what `Reader::acknowledge` refuses.
pub async fn acknowledge(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread) = named(&ctx).await?;
    let satisfied = match form.text("satisfied") {
        "yes" => true,
        "no" => false,
        _ => return Err(AppError::refused("form-unreadable")),
    };
    reader.acknowledge(&ctx.db, &thread, satisfied, ctx.now).await?;
    Ok(href::answer(&draft.reference, number(&thread)))
}

/// Puts a thread on lines of the newest version, and goes on with the list it was done from. Refuses lines that do not read at their field,
/// and what `Reader::repair_placement` refuses.
pub async fn place(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, thread) = named(&ctx).await?;
    let typed = form
        .optional("lines")
        .ok_or_else(|| AppError::field("lines", Message::new("conversation-repair-none")))?;
    let lines: LineRange =
        typed.parse().map_err(|bad: domain::text::BadLineRange| AppError::field("lines", bad.message()))?;
    let placed = reader.repair_placement(&ctx.db, &thread, form.parse("version")?, lines, ctx.now).await;
    placed.map_err(|error| AppError::from(error).about("lines"))?;
    let back = form.get("page").and_then(local).map(str::to_owned);
    Ok(back.unwrap_or_else(|| href::thread(&draft.reference, number(&thread))))
}

/// The disposition of a form; refuses what `Disposition::parse` refuses, at its own field.
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

/// Typed words; refuses what is wrong with them at their field.
pub fn words<T>(field: &'static str, parsed: Result<T, BadWords>) -> Result<T, AppError> {
    parsed.map_err(|bad| AppError::field(field, bad.message()))
}

/// The thread of the address, in a draft that the reader may see.
async fn named(ctx: &Context) -> Result<(draft::Model, thread::Model), AppError> {
    let reference: String = ctx.param("reference")?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), ctx.reader.as_ref(), &reference, ctx.now).await?;
    let thread = thread::Entity::numbered(ctx.db.read(), draft.id, ctx.param("number")?).await?;
    Ok((draft, thread))
}

async fn named_comment(ctx: &Context) -> Result<(draft::Model, thread::Model, comment::Model), AppError> {
    let (draft, thread) = named(ctx).await?;
    let comment = comment::Entity::numbered(ctx.db.read(), thread.id, ctx.param("comment")?).await?;
    Ok((draft, thread, comment))
}

fn number(thread: &thread::Model) -> u32 {
    thread.number.unsigned_abs()
}
