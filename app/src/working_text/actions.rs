//! Beginning a draft, saving the text of its next version, and publishing it.

use domain::{
    Message,
    permission::Action,
    text::ClauseId,
    typed::{Title, VersionNote},
};
use entity::{
    access, draft, forum,
    verb::{self, Publication, Recut, Saved},
    working_text,
};

use super::{
    carried,
    new_draft_page::{LANGUAGES, no_language},
    offer::CHOSEN,
    source,
    take_over::{Chosen, take_over},
};
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    procedure::visibility,
    words::in_locale,
};

/// Begins a draft in a forum and leads to the text of its first version. Refuses whoever may not begin one there, and each field that does
/// not read.
pub async fn begin(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let forum = forum::Entity::by_slug(ctx.db.read(), &ctx.param::<String>("slug")?).await?;
    // A long text is not read for somebody who may not begin a draft.
    access::require_in(ctx.db.read(), Some(reader), &forum, Action::CreateDraft, ctx.now).await?;
    let title = Title::parse(form.text("title")).map_err(|bad| AppError::field("title", bad.message()))?;
    let language = form.text("language");
    if !LANGUAGES.contains(&language) {
        return Err(no_language());
    }
    carried::looked_at(&form)?;
    let (source, before) = (source::read(ctx.locale, &form)?, carried::first_of_two(&form)?);
    let beginning = verb::Beginning {
        title,
        language: language.to_owned(),
        visibility: visibility::read(&form, &forum.zone)?,
        source: before.clone().unwrap_or_else(|| source.clone()),
        reference: None,
        once: form.optional("once").map(str::to_owned),
    };
    let draft = reader.begin_draft(&ctx.db, &forum, beginning, ctx.now).await?;
    if before.is_some() {
        follow(&ctx, &draft, source).await?;
    }
    Ok(href::working_text(&draft.reference))
}

/// Publishes the text that a draft began with as version 1, and keeps the one after its tracked changes as that of version 2. A draft that has a
/// version already, as its form was sent twice, stays as it is.
async fn follow(ctx: &Context, draft: &draft::Model, after: String) -> Result<(), AppError> {
    let reader = ctx.reader()?;
    let begun = working_text::Entity::of(ctx.db.read(), draft.id).await?;
    let Some(begun) = begun.filter(|_| draft.latest == 0) else { return Ok(()) };
    let note = in_locale(ctx.locale, "carried-note", []);
    let note = VersionNote::parse(&note).map_err(|bad| AppError::field("file", bad.message()))?;
    let publication = Publication { note, edition: begun.edition, editorial: Vec::new() };
    let first = reader.publish(&ctx.db, draft, publication, ctx.now).await?;
    let saved = Saved { source: after, base: first.number, edition: 0, applied: Vec::new(), recut: None };
    reader.save_text(&ctx.db, draft, saved, ctx.now).await?;
    Ok(())
}

/// Saves the text of the next version; with the button of a suggestion, or of all that are ticked, takes their words over first.
pub async fn save(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, forum) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    access::require(ctx.db.read(), Some(reader), &forum, &draft, Action::EditWorkingText, ctx.now).await?;
    carried::looked_at(&form)?;
    let typed = source::read(ctx.locale, &form)?;
    let chosen = match form.optional("apply") {
        Some(CHOSEN) => Some(Chosen::Each(ticked(&form)?)),
        Some(pressed) => Some(match pressed.split_once('+') {
            Some((one, other)) => Chosen::Both(id(one)?, id(other)?),
            None => Chosen::Each(vec![id(pressed)?]),
        }),
        None => None,
    };
    let next = href::working_text(&draft.reference);
    let (source, applied, next) = match chosen {
        Some(chosen) => {
            let taken = take_over(&ctx, &draft, &typed, &chosen).await?;
            let next = taken.leads(next);
            (taken.source, taken.applied, next)
        }
        None => (typed, Vec::new(), href::with_query(next, &[("saved", "yes")])),
    };
    let recut = match (form.optional("join"), form.optional("split")) {
        (Some(_), _) => Some(Recut::Join(form.parse("join")?)),
        (None, Some(_)) => Some(Recut::Split(form.parse("split")?)),
        (None, None) => None,
    };
    let saved = Saved { source, base: form.parse("base")?, edition: form.parse("edition")?, applied, recut };
    reader.save_text(&ctx.db, &draft, saved, ctx.now).await?;
    Ok(next)
}

/// The comment that a button is about.
fn id(pressed: &str) -> Result<i64, AppError> {
    pressed.parse().map_err(|_| AppError::field("source", Message::new("form-unreadable")))
}

/// What was ticked. Refuses nothing ticked.
fn ticked(form: &Fields) -> Result<Vec<i64>, AppError> {
    let ids = form.all(CHOSEN).map(str::parse).collect::<Result<Vec<i64>, _>>();
    let ids = ids.map_err(|_| AppError::field("source", Message::new("form-unreadable")))?;
    if ids.is_empty() {
        return Err(AppError::field("source", Message::new("working-text-none-chosen")));
    }
    Ok(ids)
}

/// Discards the text of the next version. Refuses an edition that is not the newest any more.
pub async fn discard(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    reader.discard_text(&ctx.db, &draft, form.parse("edition")?, ctx.now).await?;
    Ok(href::with_query(href::working_text(&draft.reference), &[("discarded", "yes")]))
}

/// Publishes the text as it was saved. Refuses an edition that is not the newest any more, and while other words stand in the field: nobody
/// has seen what those would do.
pub async fn publish(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let edition = form.parse("edition")?;
    if form.get("source").is_some() {
        let typed = source::read(ctx.locale, &form)?;
        if !is_saved(&ctx, &draft, edition, &typed).await? {
            return Err(AppError::field("source", Message::new("working-text-not-saved")));
        }
    }
    let note = VersionNote::parse(form.text("note")).map_err(|bad| AppError::field("note", bad.message()))?;
    let editorial = form.all("editorial").map(|id| id.parse().map(ClauseId)).collect::<Result<Vec<_>, _>>();
    let editorial = editorial.map_err(|_| AppError::field("editorial", Message::new("form-unreadable")))?;
    let publication = Publication { note, edition, editorial };
    let version = reader.publish(&ctx.db, &draft, publication, ctx.now).await?;
    Ok(href::version(&draft.reference, version.number.unsigned_abs()))
}

/// Whether a text is the one that was saved as this edition. What it cannot be compared with, as somebody else saved meanwhile, publishing
/// refuses by itself.
async fn is_saved(ctx: &Context, draft: &draft::Model, edition: i32, typed: &str) -> Result<bool, AppError> {
    let saved = working_text::Entity::of(ctx.db.read(), draft.id).await?;
    let saved = saved.filter(|saved| saved.edition == edition);
    Ok(saved.is_none_or(|saved| source::even(&saved.source) == typed))
}
