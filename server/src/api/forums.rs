//! Forums and stakeholders.

use app::error::AppError;
use domain::permission::Action;

use super::{
    Endpoint, Gives, Verb,
    call::{Answer, Call},
    endpoint::{PAGED, run},
    list::List,
};

/// The endpoints about forums and stakeholders.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Get,
        path: "/forums",
        id: "listForums",
        what: "The forums that the caller may see, by slug.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("forum"),
        run: run!(forums),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/forums/{forum}",
        id: "getForum",
        what: "A forum with its seats.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("forum"),
        run: run!(forum),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/stakeholders",
        id: "listStakeholders",
        what: "Every organisation with a voice, by slug.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("stakeholder"),
        run: run!(stakeholders),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/stakeholders/{stakeholder}",
        id: "getStakeholder",
        what: "An organisation, and the forums in which it has a seat.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("stakeholder"),
        run: run!(stakeholder),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/stakeholders/{stakeholder}/comments",
        id: "listCommentsOfStakeholder",
        what: "What was said for a stakeholder, the latest first, where the caller may see it.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("said"),
        run: run!(said),
    },
];

async fn forums(call: Call) -> Result<Answer, AppError> {
    let (limit, after) = (call.limit()?, call.query("cursor")?);
    let forums = call.viewer().forums().await?;
    Ok(List::of_all(forums, after, limit, |forum| forum.slug.clone()).answer(&call))
}

async fn forum(call: Call) -> Result<Answer, AppError> {
    Ok(Answer::of(&call.viewer().forum(&call.param::<String>("forum")?).await?))
}

async fn stakeholders(call: Call) -> Result<Answer, AppError> {
    let (limit, after) = (call.limit()?, call.query("cursor")?);
    let all = call.viewer().stakeholders().await?;
    Ok(List::of_all(all, after, limit, |one| one.slug.clone()).answer(&call))
}

async fn stakeholder(call: Call) -> Result<Answer, AppError> {
    Ok(Answer::of(&call.viewer().stakeholder(&call.param::<String>("stakeholder")?).await?))
}

async fn said(call: Call) -> Result<Answer, AppError> {
    let limit = call.limit()?;
    let skip = call.query::<u32>("cursor")?.map_or(0, u64::from);
    let slug = call.param::<String>("stakeholder")?;
    let length = u64::try_from(limit).unwrap_or(u64::MAX);
    let found = call.viewer().said_for(&slug, (skip, length + 1)).await?;
    let next = skip + length;
    Ok(List::found(found, limit, |_| next.to_string()).answer(&call))
}
