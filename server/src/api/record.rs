//! The record of a draft, and receipts from it.

use app::error::AppError;
use domain::permission::Action;

use super::{
    Endpoint, Gives, Verb,
    call::{Answer, Call},
    endpoint::{PAGED, run},
    list::List,
};
use crate::receipt;

/// The endpoints about the record.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/events",
        id: "listEvents",
        what: "The events of a draft, the newest first.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("event_hashed"),
        run: run!(events),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/receipts/{thread}.{comment}",
        id: "getReceipt",
        what: "The signed proof that a comment is in the record, for `comity verify`.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::Text("text/plain"),
        run: run!(proof),
    },
];

async fn events(call: Call) -> Result<Answer, AppError> {
    let limit = call.limit()?;
    let before = call.query::<i64>("cursor")?;
    let head = call.head().await?;
    let most = u64::try_from(limit + 1).unwrap_or(u64::MAX);
    let events = call.viewer().history(&head, before, most).await?;
    Ok(List::found(events, limit, |event| event.run_number().to_string()).answer(&call))
}

async fn proof(call: Call) -> Result<Answer, AppError> {
    let (reference, numbers) = (call.param::<String>("reference")?, call.param::<String>("pair")?);
    let receipt = receipt::receipt(call.viewer(), &call.state, &reference, &numbers).await?;
    Ok(Answer::text("text/plain; charset=utf-8", receipt))
}
