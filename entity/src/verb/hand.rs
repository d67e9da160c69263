//! Whose hand a position is in: what a stakeholder said itself, only it says otherwise.

use domain::position::Position;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Signing;
use crate::{
    Voice, draft,
    error::*,
    mandate,
    sign_off::{Column, Entity},
};

/// How near a position comes to the stakeholder, the nearest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Hand {
    /// The secretariat recorded it from evidence.
    Recorded,
    /// By somebody whom the forum lets speak for the stakeholder.
    Forum,
    /// By somebody whom the stakeholder itself lets speak.
    Own,
}

impl Hand {
    const fn of(mandate: Option<&mandate::Model>) -> Self {
        match mandate {
            None => Self::Recorded,
            Some(mandate) if mandate.forum_id.is_some() => Self::Forum,
            Some(_) => Self::Own,
        }
    }
}

/// Refuses to lift an objection, or to take back a position on the same words, from farther away than it was taken.
pub(super) async fn require_holder(
    db: &impl ConnectionTrait,
    draft: &draft::Model,
    signing: &Signing,
    voice: Option<&Voice>,
) -> Result<()> {
    let earlier = Entity::find()
        .filter(Column::DraftId.eq(draft.id))
        .filter(Column::StakeholderId.eq(signing.stakeholder))
        .order_by_desc(Column::Id);
    let Some(last) = earlier.one(db).await? else { return Ok(()) };
    let stands = last.version.number() == signing.version || matches!(last.position.0, Position::Object(_));
    let mandate = match last.mandate_id {
        Some(mandate) => Some(mandate::Entity::by_id(db, mandate).await?),
        None => None,
    };
    let (hand, before) = (Hand::of(voice.map(|voice| &voice.mandate)), Hand::of(mandate.as_ref()));
    match stands && hand < before {
        true => Err(Error::Conflict(domain::Message::new("refusal-position-of-holder"))),
        false => Ok(()),
    }
}
