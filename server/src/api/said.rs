//! Reading what was sent.

use app::error::AppError;
use domain::{Message, typed::BadWords};
use entity::Reader;

/// Typed words, or what is wrong with them at their field.
pub fn words<T>(field: &'static str, parsed: Result<T, BadWords>) -> Result<T, AppError> {
    parsed.map_err(|bad| AppError::field(field, bad.message()))
}

/// Says that a field is missing.
pub fn missing(field: &'static str) -> AppError {
    AppError::field(field, Message::new("api-missing"))
}

/// The stakeholder with this slug, for which somebody wants to speak; none in a personal capacity. Refuses one that they have no mandate for.
pub fn voice(reader: &Reader, slug: Option<&str>) -> Result<Option<i64>, AppError> {
    let Some(slug) = slug else { return Ok(None) };
    let voice = reader.voices.iter().find(|voice| voice.stakeholder.slug == slug);
    let voice = voice.ok_or_else(|| AppError::field("stakeholder", Message::new("refusal-no-mandate")))?;
    Ok(Some(voice.stakeholder.id))
}
