//! Referrals of a draft, and the use of texts elsewhere.

use app::error::AppError;
use domain::{adoption::Status, permission::Action};
use entity::reading::{plain::PlainReferral, uptake::Asking};
use serde::Serialize;

use super::{
    Endpoint, Gives, Verb,
    call::{Answer, Call},
    endpoint::{CURSOR, LIMIT, Of, PAGED, Query, run},
    list::List,
};

const COUNTRY: Query =
    Query { name: "country", what: "The two letters of a country, by ISO 3166.", of: Of::Text };
const STATUS: Query = Query {
    name: "status",
    what: "What the instruments are today.",
    of: Of::Words(&["proposed", "in-force", "repealed"]),
};

/// The endpoints about where texts go.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/referrals",
        id: "listReferrals",
        what: "The referral that a draft was made of, and those by which it was sent to others.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("referral"),
        run: run!(referrals),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/referrals/{number}",
        id: "getReferral",
        what: "A referral by which a draft was sent: what is asked, what was done, and what was answered.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("referral"),
        run: run!(referral),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/adoptions",
        id: "listAdoptionsOfDraft",
        what: "Who uses a text, and the texts that were made of it.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("adoption"),
        run: run!(of_draft),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/adoptions",
        id: "listAdoptions",
        what: "Every use of a text that is recorded here.",
        asks: &[Action::See],
        query: &[COUNTRY, STATUS, LIMIT, CURSOR],
        takes: None,
        gives: Gives::List("adoption"),
        run: run!(all),
    },
];

async fn referrals(call: Call) -> Result<Answer, AppError> {
    let (limit, after) = (call.limit()?, call.query("cursor")?);
    let all = call.viewer().referrals_of(&call.param::<String>("reference")?).await?;
    Ok(in_order(all, after, limit, |one| place(&one.reference, one.number)).answer(&call))
}

async fn referral(call: Call) -> Result<Answer, AppError> {
    let reference = call.param::<String>("reference")?;
    let sent = call.viewer().referral(&reference, call.param("number")?).await?;
    Ok(Answer::of(&PlainReferral::from(&sent)))
}

async fn of_draft(call: Call) -> Result<Answer, AppError> {
    let (limit, after) = (call.limit()?, call.query("cursor")?);
    let all = call.viewer().adoptions_of(&call.param::<String>("reference")?).await?;
    Ok(in_order(all, after, limit, |one| place(&one.reference, one.number)).answer(&call))
}

async fn all(call: Call) -> Result<Answer, AppError> {
    let (limit, after) = (call.limit()?, call.query("cursor")?);
    let asking = Asking {
        country: call.query::<String>("country")?.map(|code| code.to_uppercase()),
        status: call.query::<String>("status")?.as_deref().and_then(Status::from_key),
        ..Asking::default()
    };
    let all = call.viewer().adoptions(&asking).await?;
    Ok(in_order(all, after, limit, |one| place(&one.reference, one.number)).answer(&call))
}

/// By draft, and then as they are counted there.
fn place(reference: &str, number: i32) -> String {
    format!("{reference}/{number:09}")
}

fn in_order<T: Serialize>(
    mut all: Vec<T>,
    after: Option<String>,
    limit: usize,
    name: impl Fn(&T) -> String,
) -> List<T> {
    all.sort_by_key(|one| name(one));
    List::of_all(all, after, limit, name)
}
