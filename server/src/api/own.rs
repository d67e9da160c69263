//! What is the caller's own: who they are here, and what waits for them.

use app::error::AppError;
use domain::{permission::Role, scope::Scope};
use entity::{forum, reading::desk};
use serde::Serialize;

use super::{
    Endpoint, Gives, Verb,
    call::{Answer, Call},
    endpoint::run,
    list::List,
};

/// The endpoints about the caller.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Get,
        path: "/account",
        id: "getAccount",
        what: "Whose token this is, what it may be used for, for whom they speak and what their roles are.",
        asks: &[],
        query: &[],
        takes: None,
        gives: Gives::One("account"),
        run: run!(account),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/desk",
        id: "listDesk",
        what: "What waits for the caller, official duties first.",
        asks: &[],
        query: &[],
        takes: None,
        gives: Gives::List("slip"),
        run: run!(slips),
    },
];

#[derive(Serialize)]
struct Own {
    id: i64,
    name: String,
    admin: bool,
    scopes: Vec<Scope>,
    /// The slugs of the stakeholders they may speak for, each with the forum that lets them, for itself only.
    mandates: Vec<Voice>,
    roles: Vec<Held>,
}

#[derive(Serialize)]
struct Voice {
    stakeholder: String,
    mandate: i64,
    mandate_of: Option<String>,
}

#[derive(Serialize)]
struct Held {
    forum: String,
    role: Role,
}

async fn account(call: Call) -> Result<Answer, AppError> {
    let reader = call.reader()?;
    let forums = reader.roles.iter().map(|role| role.forum_id);
    let forums = forum::Entity::among(call.state.db.read(), forums).await?;
    let mandates = reader.voices.iter().map(|voice| Voice {
        stakeholder: voice.stakeholder.slug.clone(),
        mandate: voice.mandate.id,
        mandate_of: voice.forum.as_ref().map(|forum| forum.slug.clone()),
    });
    let roles = reader
        .roles
        .iter()
        .filter_map(|role| Some(Held { forum: forums.get(&role.forum_id)?.slug.clone(), role: role.role.0 }));
    Ok(Answer::of(&Own {
        id: reader.account.id,
        name: reader.account.name.clone(),
        admin: reader.account.admin,
        scopes: call.scopes.iter().copied().collect(),
        mandates: mandates.collect(),
        roles: roles.collect(),
    }))
}

async fn slips(call: Call) -> Result<Answer, AppError> {
    let slips = desk::slips(call.viewer()).await?;
    Ok(List::page(slips, None).answer(&call))
}
