//! Positions: who takes which, how they add up, and taking one.

use app::error::AppError;
use domain::{
    permission::Action,
    position::{Position, PositionForm, Refusal},
    text::ClauseId,
    typed::Evidence,
};
use entity::{stakeholder, verb::Signing};
use serde::Deserialize;

use super::{
    Endpoint, Gives, Verb,
    call::{Answer, Call},
    drafts::cited,
    endpoint::run,
};

/// The endpoints about positions.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/sign-offs",
        id: "getPositions",
        what: "Every seat with its position, what it is worth on the newest version, and how they add up.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("positions"),
        run: run!(positions),
    },
    Endpoint {
        verb: Verb::Post,
        path: "/drafts/{reference}/sign-offs",
        id: "signOff",
        what: "Takes a position on the newest version for a stakeholder: by one's own mandate, or for the secretariat with evidence.",
        asks: &[Action::SignOff, Action::SignOffOnBehalf],
        query: &[],
        takes: Some("signing"),
        gives: Gives::One("positions"),
        run: run!(sign),
    },
];

async fn positions(call: Call) -> Result<Answer, AppError> {
    Ok(Answer::of(&call.viewer().positions(&call.head().await?).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    version: i32,
    stakeholder: String,
    position: String,
    reason: Option<String>,
    #[serde(default)]
    clauses: Vec<ClauseId>,
    lifted_by: Option<String>,
    text: Option<String>,
    evidence: Option<String>,
}

async fn sign(call: Call) -> Result<Answer, AppError> {
    let reader = call.reader()?;
    let (draft, _) = cited(&call).await?;
    let sent: Sent = call.sent()?;
    let (position, evidence) = sent.read()?;
    // A stakeholder that is not there has no seat.
    let seat = stakeholder::Entity::by_slug(call.state.db.read(), &sent.stakeholder).await;
    let seat = seat.map_err(|_| AppError::refused("refusal-no-seat").about("stakeholder"))?;
    let signing =
        Signing { version: sent.version, stakeholder: seat.id, position, evidence, once: call.once.clone() };
    reader.sign_off(&call.state.db, &draft, signing, call.now).await?;
    Ok(Answer::of(&call.viewer().positions(&call.head().await?).await?))
}

impl Sent {
    /// The position and its evidence. Refuses with everything that is missing, each at its field.
    fn read(&self) -> Result<(Position, Option<Evidence>), AppError> {
        let typed = PositionForm {
            position: self.position.clone(),
            reason: self.reason.clone().unwrap_or_default(),
            clauses: self.clauses.clone(),
            lifted_by: self.lifted_by.clone().unwrap_or_default(),
            reservation: self.text.clone().unwrap_or_default(),
        };
        let evidence = self.evidence.as_deref().map(Evidence::parse).transpose();
        match (Position::parse(&typed), evidence) {
            (Ok(position), Ok(evidence)) => Ok((position, evidence)),
            (position, evidence) => {
                let missing = position.err().unwrap_or_default();
                let mut all: Vec<_> =
                    missing.iter().map(|bad| AppError::field(field(bad), bad.message())).collect();
                all.extend(evidence.err().map(|bad| AppError::field("evidence", bad.message())));
                Err(AppError::Several(all))
            }
        }
    }
}

/// The field that a part of a position is sent in.
const fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NoPosition => "position",
        Refusal::ObjectionWithoutReason
        | Refusal::Reason(_)
        | Refusal::RecusalWithoutReason
        | Refusal::Recusal(_) => "reason",
        Refusal::ObjectionWithoutClauses => "clauses",
        Refusal::ObjectionWithoutTerms | Refusal::Terms(_) => "lifted_by",
        Refusal::ReservationWithoutText | Refusal::Reservation(_) => "text",
    }
}
