//! Taking a position.

use domain::{
    Message,
    position::{Position, PositionForm, Refusal},
    text::ClauseId,
    typed::Evidence,
};
use entity::{draft, stakeholder, verb::Signing};

use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
};

/// Records a position on the newest version: of a delegate's own stakeholder, or by the secretariat for a seat, with evidence. Refuses with
/// everything that is missing, each at its field, and what `Reader::sign_off` refuses.
pub async fn sign(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference: String = ctx.param("reference")?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let (position, evidence) = read(&form)?;
    if form.optional("stakeholder").is_none() {
        return Err(AppError::field("stakeholder", Message::new("sign-off-no-seat")));
    }
    let stakeholder: i64 = form.parse("stakeholder")?;
    let signing = Signing {
        version: form.parse("version")?,
        stakeholder,
        position,
        evidence,
        once: form.optional("once").map(str::to_owned),
    };
    let signed = reader.sign_off(&ctx.db, &draft, signing, ctx.now).await;
    signed.map_err(|error| AppError::from(error).called("as", "stakeholder"))?;
    let seat = stakeholder::Entity::by_id(ctx.db.read(), stakeholder).await?;
    Ok(href::signed(&reference, &seat.slug))
}

/// The position and its evidence; refuses with everything that is missing, each at its field.
fn read(form: &Fields) -> Result<(Position, Option<Evidence>), AppError> {
    let recusal = form.text("position") == "recuse";
    let typed = PositionForm {
        position: form.text("position").to_owned(),
        reason: form.text(if recusal { "recusal" } else { "reason" }).to_owned(),
        clauses: form.all("clauses").filter_map(|id| id.parse().ok().map(ClauseId)).collect(),
        lifted_by: form.text("lifted_by").to_owned(),
        reservation: form.text("reservation").to_owned(),
    };
    let position = Position::parse(&typed);
    let evidence = form.get("behalf").map(|_| Evidence::parse(form.text("evidence"))).transpose();
    match (position, evidence) {
        (Ok(position), Ok(evidence)) => Ok((position, evidence)),
        (position, evidence) => {
            let missing = position.err().unwrap_or_default();
            let mut all: Vec<_> =
                missing.iter().map(|refusal| AppError::field(field(refusal), refusal.message())).collect();
            all.extend(evidence.err().map(|bad| AppError::field("evidence", bad.message())));
            Err(AppError::Several(all))
        }
    }
}

/// The field that a part of a position is typed in.
const fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NoPosition => "position",
        Refusal::ObjectionWithoutReason | Refusal::Reason(_) => "reason",
        Refusal::ObjectionWithoutClauses => "clauses",
        Refusal::ObjectionWithoutTerms | Refusal::Terms(_) => "lifted_by",
        Refusal::ReservationWithoutText | Refusal::Reservation(_) => "reservation",
        Refusal::RecusalWithoutReason | Refusal::Recusal(_) => "recusal",
    }
}
