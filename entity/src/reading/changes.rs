//! What changed in the clauses from one version to another, through those between.

use std::collections::BTreeMap;

use domain::{carry::ChangeClass, diff, text::ClauseId};
use sea_orm::entity::prelude::*;

use crate::{clause_map, error::*, row::version::Model};

/// How each clause of either version differs, as the carry-over of sign-offs asks: unknown is substantive. A change that
/// was declared editorial at every step between the two is editorial.
pub async fn changes(
    db: &impl ConnectionTrait,
    versions: &[Model],
    older: i32,
    newer: i32,
) -> Result<BTreeMap<ClauseId, ChangeClass>> {
    let mut direct = step(db, versions, older, newer).await?;
    let mut steps = Vec::new();
    for number in older..newer {
        steps.push(step(db, versions, number, number + 1).await?);
    }
    let editorial = |id: &ClauseId| {
        steps.iter().zip(versions.iter().filter(|version| version.number > older)).all(|(step, version)| {
            match step.get(id) {
                Some(ChangeClass::Substantive) => version.editorial.contains(id),
                Some(_) => true,
                None => false,
            }
        })
    };
    for (id, change) in &mut direct {
        if *change == ChangeClass::Substantive && editorial(id) {
            *change = ChangeClass::Editorial;
        }
    }
    Ok(direct)
}

/// How each clause differs between two versions, by their clause map alone.
async fn step(
    db: &impl ConnectionTrait,
    versions: &[Model],
    older: i32,
    newer: i32,
) -> Result<BTreeMap<ClauseId, ChangeClass>> {
    let find = |number| versions.iter().find(|version| version.number == number).or_missing("version");
    let (old, new) = (find(older)?, find(newer)?);
    if older == newer {
        return Ok(new.clauses.iter().map(|clause| (clause.id, ChangeClass::Same)).collect());
    }
    let map = clause_map::between(db, old, new).await?;
    Ok(diff::classes(&map, &old.clause_ids(), &new.clause_ids()))
}
