//! What pages show and forms do, for programs.

mod everyone;
mod fits;
mod talk;
mod tokens;

use std::collections::BTreeSet;

use axum::http::{Method, header};
use chrono::TimeDelta;
use domain::scope::Scope;
use entity::{account, token};
use serde_json::Value;

use crate::support::{Browser, Page, World};

/// A program that acts for this person by a token with these scopes.
async fn program(world: &World, person: &account::Model, scopes: &[Scope]) -> Browser {
    let secret = format!("comity_{}", server::clock::token());
    let making = token::Making {
        name: "A script".to_owned(),
        digest: server::clock::digest(&secret),
        scopes: scopes.iter().copied().collect::<BTreeSet<_>>(),
        expires_at: world.now() + TimeDelta::days(365),
    };
    token::Entity::keep(world.db(), person.id, making, world.now()).await.unwrap();
    world.app.browser().with(header::AUTHORIZATION, &format!("Bearer {secret}"))
}

/// A program that may do all that this person may.
pub async fn whole(world: &World, person: &account::Model) -> Browser {
    program(world, person, Scope::ALL).await
}

/// Sends JSON to an address of the API.
pub async fn post(program: &mut Browser, path: &str, body: &Value) -> Page {
    let path = format!("/api/v1{path}");
    program.send(Method::POST, &path, Some("application/json"), body.to_string().into_bytes()).await
}

async fn get(program: &mut Browser, path: &str) -> Page {
    program.get(&format!("/api/v1{path}")).await
}

fn json(page: &Page) -> Value {
    serde_json::from_slice(&page.bytes).unwrap_or_else(|_| panic!("{} {}", page.status, page.html()))
}
