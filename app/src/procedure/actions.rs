//! Taking a draft one step further.

use domain::{
    Message,
    stage::{Step, StepKind},
    typed::Reason,
};
use entity::draft;

use super::visibility;
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    ui::time,
};

/// Takes the step that the form names. Refuses a field that does not read at its place, another draft that there is not, and what
/// `Reader::take_step` refuses.
pub async fn take(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, forum) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let step = step(&form, &forum.zone, ctx.now)?;
    if let Step::Supersede { by } = &step {
        let other = draft::Entity::cited(ctx.db.read(), Some(reader), by, ctx.now).await;
        let known = other.is_ok_and(|(other, _)| other.id != draft.id);
        if !known {
            return Err(AppError::field("supersede-by", Message::new("procedure-no-such-draft")));
        }
    }
    reader.take_step(&ctx.db, &draft, step, ctx.now).await?;
    Ok(href::with_query(href::steps(&draft.reference), &[("done", form.text("step"))]))
}

/// Sets who may see a draft. Refuses an embargo without its end, and what `Reader::show_to` refuses.
pub async fn show_to(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, forum) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let visibility = visibility::read(&form, &forum.zone)?;
    let shown = reader.show_to(&ctx.db, &draft, visibility, ctx.now).await;
    let draft = shown.map_err(|error| AppError::from(error).about("until"))?;
    Ok(href::with_query(href::steps(&draft.reference), &[("done", "visibility")]))
}

/// Reads the fields of a step. Each form has names of its own, so that a refusal leads to the field it is about.
fn step(form: &Fields, zone: &str, now: chrono::DateTime<chrono::Utc>) -> Result<Step, AppError> {
    let reason = |name: &'static str| {
        Reason::parse(form.text(name)).map_err(|bad| AppError::field(name, bad.message()))
    };
    let kind = StepKind::from_key(form.text("step"));
    let kind = kind.ok_or_else(|| AppError::refused("form-unreadable"))?;
    Ok(match kind {
        StepKind::OpenRound => {
            let opens = match form.optional("opens") {
                Some(_) => time::typed(form, "opens", zone)?,
                None => now,
            };
            Step::OpenRound { opens, closes: time::typed(form, "closes", zone)? }
        }
        StepKind::Close => Step::Close { early: Some(reason("close-reason")?) },
        StepKind::Extend => {
            Step::Extend { to: time::typed(form, "extend-to", zone)?, reason: reason("extend-reason")? }
        }
        StepKind::OpenLastCall => Step::OpenLastCall { closes: time::typed(form, "call-closes", zone)? },
        StepKind::OpenSignOff => Step::OpenSignOff { closes: time::typed(form, "sign-off-closes", zone)? },
        StepKind::TakeBack => Step::TakeBack { reason: reason("take-back-reason")? },
        StepKind::OpenSilence => Step::OpenSilence { until: time::typed(form, "silence-until", zone)? },
        StepKind::BreakSilence => Step::BreakSilence { reason: reason("break-reason")? },
        StepKind::Adopt => Step::Adopt,
        StepKind::Suspend => Step::Suspend { reason: reason("suspend-reason")? },
        StepKind::Resume => Step::Resume,
        StepKind::Withdraw => Step::Withdraw { reason: reason("withdraw-reason")? },
        StepKind::Supersede => Step::Supersede { by: form.required("supersede-by")?.to_owned() },
    })
}
