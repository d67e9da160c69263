//! What is told because its time has come.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use domain::telling::{Occasion, Often};
use sea_orm::{QuerySelect, entity::prelude::*};

use super::{
    Teller,
    audience::{Told, takes_part},
};
use crate::{
    draft,
    error::*,
    focal_point, forum, mandate,
    outbox::{About, Round},
    preference, role,
    row::listed::one_of,
    told,
};

/// How many days before its end a stage is told of.
const DEADLINE: [u32; 2] = [7, 1];
/// How many days before its end a mandate is told of.
const MANDATE: [u32; 2] = [30, 7];
/// The stages that end by the clock.
const ENDING: [&str; 4] = ["consultation", "last-call", "sign-off", "silence"];

/// The ends of stages that are near.
pub(super) async fn deadlines(teller: &Teller<'_>) -> Result<()> {
    let (db, now) = (teller.db.read(), teller.now);
    // A last call that ended goes on as a sign-off by the clock, of which the row knows nothing yet.
    let near = draft::Entity::find()
        .filter(one_of(draft::Column::StageName, &ENDING))
        .filter(draft::Column::StageEnds.gt(now - domain::stage::SIGN_OFF))
        .filter(draft::Column::StageEnds.lte(now + days(DEADLINE[0])));
    let near = near.find_also_related(forum::Entity).all(db).await?;
    for (draft, forum) in near {
        let (Some(ends), Some(forum)) = (draft.stage_at(now).deadline(), forum) else { continue };
        let Some(before) = notice(DEADLINE, ends, now) else { continue };
        let name = deadline(draft.id, ends, before);
        if told::Entity::is_given(db, &name).await? {
            continue;
        }
        let to = takes_part(db, &draft, &forum, now).await?;
        let about = About::Deadline { draft: draft.id, ends, days: before };
        let round = Round { occasion: Occasion::Deadline, about, once: name.clone() };
        teller.put(vec![Told { round, to, ends: Some(ends) }]).await?;
        told::Entity::give(teller.db.owner(), &name, now).await?;
    }
    Ok(())
}

/// Leaves out the reminders that would come at once when something begins.
pub(super) async fn spare(
    teller: &Teller<'_>,
    draft: i64,
    ends: DateTime<Utc>,
    began: DateTime<Utc>,
) -> Result<()> {
    for before in DEADLINE.into_iter().filter(|before| ends - days(*before) <= began) {
        told::Entity::give(teller.db.owner(), &deadline(draft, ends, before), teller.now).await?;
    }
    Ok(())
}

/// The ends of mandates that are near: told to whoever holds them, and to the focal points who can grant new ones.
pub(super) async fn mandates(teller: &Teller<'_>) -> Result<()> {
    let (db, now) = (teller.db.read(), teller.now);
    let near = mandate::Entity::find()
        .filter(mandate::Column::EndsAt.gt(now))
        .filter(mandate::Column::EndsAt.lte(now + days(MANDATE[0])));
    for mandate in near.all(db).await? {
        let Some(ends) = mandate.ends_at else { continue };
        let Some(before) = notice(MANDATE, ends, now) else { continue };
        let name = format!("mandate/{}/{}/{before}", mandate.id, ends.timestamp());
        if mandate.granted_at >= ends - days(before) || told::Entity::is_given(db, &name).await? {
            continue;
        }
        let focal_points =
            focal_point::Entity::find().filter(focal_point::Column::StakeholderId.eq(mandate.stakeholder_id));
        let focal_points = focal_points.all(db).await?;
        let to = focal_points.into_iter().map(|one| one.account_id).chain([mandate.account_id]).collect();
        let about = About::Mandate { mandate: mandate.id, ends };
        let round = Round { occasion: Occasion::Mandate, about, once: name.clone() };
        teller.put(vec![Told { round, to, ends: Some(ends) }]).await?;
        told::Entity::give(teller.db.owner(), &name, now).await?;
    }
    Ok(())
}

/// What waits for those with duties: looked at when the mail is sent. Once a day they are asked after, and each has one for the day or the
/// week, as they like.
pub(super) async fn desks(teller: &Teller<'_>) -> Result<()> {
    let (db, today) = (teller.db.read(), teller.now.date_naive());
    let name = format!("desks/{today}");
    if told::Entity::is_given(db, &name).await? {
        return Ok(());
    }
    let with_duties = with_duties(teller).await?;
    let said = preference::Entity::among(db, with_duties.iter().copied(), Occasion::Desk).await?;
    let usual = Occasion::Desk.usual();
    let (daily, weekly): (BTreeSet<i64>, BTreeSet<i64>) =
        with_duties.into_iter().partition(|account| *said.get(account).unwrap_or(&usual) != Often::Weekly);
    let week = today.iso_week();
    let desk = |once: String, to| Told {
        round: Round { occasion: Occasion::Desk, about: About::Desk, once },
        to,
        ends: None,
    };
    let weekly = desk(format!("desk/{}-W{:02}", week.year(), week.week()), weekly);
    teller.put(vec![desk(format!("desk/{today}"), daily), weekly]).await?;
    told::Entity::give(teller.db.owner(), &name, teller.now).await
}

/// Whoever has a role, speaks for a stakeholder, or says who does.
async fn with_duties(teller: &Teller<'_>) -> Result<BTreeSet<i64>> {
    let db = teller.db.read();
    let roles: Vec<i64> =
        role::Entity::find().select_only().column(role::Column::AccountId).into_tuple().all(db).await?;
    let focal_points: Vec<i64> = focal_point::Entity::find()
        .select_only()
        .column(focal_point::Column::AccountId)
        .into_tuple()
        .all(db)
        .await?;
    let holders = mandate::Entity::find().all(db).await?;
    let holders = holders.into_iter().filter(|mandate| mandate.is_live(teller.now));
    let holders = holders.map(|mandate| mandate.account_id);
    Ok(roles.into_iter().chain(focal_points).chain(holders).collect())
}

/// Of which of two notices it is time.
fn notice(days_before: [u32; 2], ends: DateTime<Utc>, now: DateTime<Utc>) -> Option<u32> {
    let is_time = |before: &u32| now < ends && now >= ends - days(*before);
    days_before.into_iter().rev().find(is_time)
}

fn deadline(draft: i64, ends: DateTime<Utc>, before: u32) -> String {
    format!("deadline/{draft}/{}/{before}", ends.timestamp())
}

fn days(days: u32) -> TimeDelta {
    TimeDelta::days(days.into())
}
