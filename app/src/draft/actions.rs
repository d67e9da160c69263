//! Opening a thread on a draft.

use domain::{
    Message, ThreadKind, WaitsFor,
    anchor::{Anchor, BadAnchor},
    suggestion::{given, widened, within},
    text::{LineRange, Text},
    typed::{CommentBody, Wording},
};
use entity::{
    draft, newcomer,
    verb::{Opening, Said},
    version,
};

use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
};

/// Posts a comment on some lines of a version, or on the whole draft, and leads to it in its place.
pub async fn open_thread(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), Some(reader), form.text("draft"), ctx.now).await?;
    let version = version::Entity::kept(&ctx.db, draft.id, form.parse("version")?).await?;
    let opening = opening(&version, &form)?;
    let thread = reader.open_thread(&ctx.db, &draft, opening, ctx.now).await?;
    if form.optional("change").is_some() {
        let kept = newcomer::Entity::of(ctx.db.read(), reader.account.id, ctx.now).await?;
        if let Some(kept) = kept.iter().find(|kept| kept.id.to_string() == form.text("change")) {
            kept.waits_for(&ctx.db, WaitsFor::Nobody, None).await?;
        }
    }
    Ok(href::posted(&draft.reference, thread.number.unsigned_abs()))
}

/// Reads the form of a comment on a version. Refuses, of each field, what it cannot be.
pub fn opening(version: &version::Model, form: &Fields) -> Result<Opening, AppError> {
    let body = CommentBody::parse(form.text("comment"));
    let body = body.map_err(|bad| AppError::field("comment", bad.message()))?;
    let lines = lines(form, version.text().line_count())?;
    let quote = lines.and(form.optional("quote")).map(str::to_owned);
    let place = quote.as_deref().and_then(|quote| place(form, quote));
    let suggestion =
        lines.map(|lines| suggestion(version, form, lines, quote.as_deref().map(|quote| (quote, place))));
    Ok(Opening {
        version: version.number,
        lines,
        kind: ThreadKind::from_key(form.text("kind")).unwrap_or(ThreadKind::General),
        said: Said {
            body,
            suggestion: suggestion.transpose()?.flatten(),
            stakeholder: form.optional("as").map(|_| form.parse("as")).transpose()?,
            once: form.optional("once").map(str::to_owned),
        },
        quote,
        place,
    })
}

/// Which of several places of a quote is meant: how many characters of the lines stand before it. What was chosen for other words counts
/// for nothing.
fn place(form: &Fields, quote: &str) -> Option<u32> {
    let chosen_for = form.optional("place_of").is_none_or(|words| words == quote);
    form.optional("place").filter(|_| chosen_for)?.parse().ok()
}

/// The source of some lines of a version that the reader may see. Refuses lines that it does not have.
pub async fn words_of(
    ctx: &Context,
    reference: &str,
    version: i32,
    (first, last): (u32, u32),
) -> Result<String, AppError> {
    let (draft, _) = draft::Entity::cited(ctx.db.read(), ctx.reader.as_ref(), reference, ctx.now).await?;
    let text = version::Entity::numbered(ctx.db.read(), draft.id, version).await?.text();
    LineRange::new(first, last).ok().and_then(|lines| given(&text, lines)).ok_or(AppError::NotFound)
}

/// The lines that were typed; none when both fields are empty or missing. One field alone is one line. Refuses, at its field, what is no line
/// of the text, and a last line before the first.
fn lines(form: &Fields, count: u32) -> Result<Option<LineRange>, AppError> {
    let typed =
        |name: &'static str| form.optional(name).map(|written| line(name, written, count)).transpose();
    let (from, to) = (typed("from")?, typed("to")?);
    let Some(first) = from.or(to) else { return Ok(None) };
    let last = to.unwrap_or(first);
    let backwards = || Message::new("refusal-lines-backwards").with("first", first).with("last", last);
    LineRange::new(first, last).map(Some).map_err(|_| AppError::field("to", backwards()))
}

/// The number of a line of the text, as it was typed.
fn line(name: &'static str, written: &str, count: u32) -> Result<u32, AppError> {
    let bad =
        || Message::new("refusal-bad-line").with("written", written.chars().take(40).collect::<String>());
    let one = written.parse::<LineRange>().ok().filter(|one| one.count() == 1);
    let line = one.ok_or_else(|| AppError::field(name, bad()))?.first();
    match line <= count {
        true => Ok(line),
        false => Err(AppError::field(name, BadAnchor::NoSuchLine { line, count }.message())),
    }
}

/// The wording proposed in place of the lines, or of the words meant in them, which may be their source or what is read of it; none when it
/// is what the lines say, or what the lines said that the form was opened on. A wording typed for some of the lines leaves the others as they
/// are. Refuses one that was typed for other lines, and one that changes more than the words meant.
fn suggestion(
    version: &version::Model,
    form: &Fields,
    lines: LineRange,
    quote: Option<(&str, Option<u32>)>,
) -> Result<Option<Wording>, AppError> {
    let Some(typed) = form.get("suggestion") else { return Ok(None) };
    let text = version.text();
    let about = |message: &'static str| AppError::field("suggestion", Message::new(message));
    let offered = offered(form, &text).unwrap_or(lines);
    if is_as_given(&text, lines, typed) || is_as_given(&text, offered, typed) {
        return Ok(None);
    }
    let emptied = typed.trim().is_empty();
    let typed = if emptied { Some(String::new()) } else { widened(&text, offered, lines, typed) };
    let typed = typed.ok_or_else(|| about("refusal-wording-of-other-lines"))?;
    let anchor = quote.map(|(quote, place)| {
        Anchor::near(&text, &version.clause_ids(), lines, Some(quote), place)
            .map_err(|bad| AppError::field("quote", bad.message()))
    });
    let wording = match anchor.transpose()?.and_then(|anchor| anchor.chars) {
        Some(_) if emptied => typed,
        Some(chars) => {
            within(&text, lines, &chars, &typed).ok_or_else(|| about("refusal-wording-beyond-quote"))?
        }
        None => typed,
    };
    Wording::parse(&wording).map(Some).map_err(|bad| AppError::field("suggestion", bad.message()))
}

/// The lines whose words were in the field for the wording at first.
pub(super) fn offered(form: &Fields, text: &Text) -> Option<LineRange> {
    let offered: LineRange = form.optional("offered")?.parse().ok()?;
    (offered.last() <= text.line_count()).then_some(offered)
}

/// Whether a wording is the lines as they were given, or as they are read.
pub(super) fn is_as_given(text: &Text, lines: LineRange, typed: &str) -> bool {
    let typed = typed.replace("\r\n", "\n");
    let given = given(text, lines).unwrap_or_default();
    typed.trim() == given.trim() || typed.trim() == text.words_of(lines).trim()
}
