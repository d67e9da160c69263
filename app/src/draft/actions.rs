//! Opening a thread on a draft.

use domain::{
    Message, ThreadKind,
    suggestion::within,
    text::LineRange,
    typed::{CommentBody, Wording},
};
use entity::{comment::Said, draft, thread::Opening, version};

use super::margin::lines_words;
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
};

/// Posts a comment on some lines of a version, or on the whole draft, and leads to it in its place.
pub async fn open_thread(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (draft, _) = draft::Entity::cited(at.db.read(), Some(reader), form.text("draft"), at.now).await?;
    let version = version::Entity::kept(&at.db, draft.id, form.parse("version")?).await?;
    let opening = opening(&version, &form)?;
    let thread =
        reader.open_thread(&at.db, &draft, opening, at.now).await.map_err(|error| about(error.into()))?;
    Ok(href::posted(&draft.reference, thread.number.unsigned_abs()))
}

fn opening(version: &version::Model, form: &Fields) -> Result<Opening, AppError> {
    let body = CommentBody::parse(form.text("comment"));
    let body = body.map_err(|bad| AppError::field("comment", bad.message()))?;
    let lines = lines(form)?;
    let quote = lines.and(form.optional("quote")).map(str::to_owned);
    let suggestion = lines.map(|lines| suggestion(version, form, lines, quote.as_deref()));
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
    })
}

/// The words of some lines of a version that the reader may see. Refuses lines that it does not have.
pub async fn words_of(
    at: &Context,
    reference: &str,
    version: i32,
    (first, last): (u32, u32),
) -> Result<String, AppError> {
    let (draft, _) = draft::Entity::cited(at.db.read(), at.reader.as_ref(), reference, at.now).await?;
    let text = version::Entity::numbered(at.db.read(), draft.id, version).await?.text();
    let lines = LineRange::new(first, last).ok().filter(|lines| lines.last() <= text.line_count());
    Ok(lines_words(&text, lines.ok_or(AppError::NotFound)?))
}

/// The lines that were typed; none when both fields are empty or missing. One field alone is one line.
fn lines(form: &Fields) -> Result<Option<LineRange>, AppError> {
    let (from, to) = (form.optional("from"), form.optional("to"));
    let Some(written) = from.or(to) else { return Ok(None) };
    let written = format!("{}-{}", written, to.unwrap_or(written));
    let lines =
        written.parse().map_err(|bad: domain::text::BadLineRange| AppError::field("from", bad.message()))?;
    Ok(Some(lines))
}

/// The wording proposed in place of the lines, or of the words meant in them; none when it is what the lines say, or what the lines said
/// that the form was opened on. Refuses one that changes more than the words meant.
fn suggestion(
    version: &version::Model,
    form: &Fields,
    lines: LineRange,
    quote: Option<&str>,
) -> Result<Option<Wording>, AppError> {
    let Some(typed) = form.get("suggestion") else { return Ok(None) };
    let text = version.text();
    let offered: Option<LineRange> = form.optional("offered").and_then(|offered| offered.parse().ok());
    let same = |lines: LineRange| lines_words(&text, lines).split_whitespace().eq(typed.split_whitespace());
    if same(lines) || offered.is_some_and(same) {
        return Ok(None);
    }
    let wording = match quote {
        Some(quote) => within(&lines_words(&text, lines), quote, typed)
            .ok_or_else(|| AppError::field("suggestion", Message::new("refusal-wording-beyond-quote")))?,
        None => typed.to_owned(),
    };
    Wording::parse(&wording).map(Some).map_err(|bad| AppError::field("suggestion", bad.message()))
}

/// Says which field a refusal of the verb is about.
fn about(error: AppError) -> AppError {
    let field = match &error {
        AppError::Refused(Message { id, .. }, None) => match id.as_ref() {
            "refusal-no-such-line" => "from",
            "refusal-no-mandate" => "as",
            "refusal-quote-not-there" | "refusal-quote-several" => "quote",
            "refusal-wrong-cells" => "suggestion",
            _ => return error,
        },
        _ => return error,
    };
    error.about(field)
}
