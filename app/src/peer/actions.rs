//! Entering another installation, confirming and blocking it, and entering its forums.

use domain::{ForumKind, Message, permission::Action, text::Digest, typed::Name};
use entity::{
    Reader, access, dispatch,
    verb::{Abroad, Entering},
};

use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    ui::time,
};

/// Refuses everyone but an administrator of the site.
pub fn require(ctx: &Context) -> Result<&Reader, AppError> {
    let reader = ctx.reader()?;
    access::require_everywhere(reader, Action::ManagePeers)?;
    Ok(reader)
}

/// Enters an installation. Refuses a name or a fingerprint that does not read, and what `Reader::add_peer` refuses.
pub async fn add(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = require(&ctx)?;
    let name = Name::parse(form.text("peer_name"));
    let digits: String = form.text("fingerprint").chars().filter(|c| !matches!(c, ' ' | ':')).collect();
    let fingerprint = digits.to_lowercase().parse::<Digest>();
    let entering = Entering {
        name: name.map_err(|bad| AppError::field("peer_name", bad.message()))?,
        address: form.text("address").to_owned(),
        fingerprint: fingerprint
            .map_err(|_| AppError::field("fingerprint", Message::new("refusal-peer-fingerprint")))?,
        by_hand: form.text("way") == "hand",
    };
    let added = reader.add_peer(&ctx.db, entering, &ctx.url, ctx.now).await;
    added.map_err(|error| AppError::from(error).about("address"))?;
    Ok(href::peers())
}

/// Confirms or blocks an installation.
pub async fn decide(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = require(&ctx)?;
    let peer = form.parse("peer")?;
    match form.text("decision") {
        "confirm" => reader.confirm_peer(&ctx.db, peer, ctx.now).await?,
        "block" => reader.block_peer(&ctx.db, peer, ctx.now).await?,
        _ => return Err(AppError::refused("form-unreadable")),
    };
    Ok(href::peers())
}

/// Enters a forum of another installation.
pub async fn enter_forum(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = require(&ctx)?;
    let name = Name::parse(form.text("forum_name"));
    let abroad = Abroad {
        slug: form.text("forum_slug").trim().to_owned(),
        name: name.map_err(|bad| AppError::field("forum_name", bad.message()))?.to_string(),
        kind: ForumKind::Multilateral,
        prefix: "-".to_owned(),
        zone: Some(form.text("zone")).filter(|zone| time::is_zone(zone)).unwrap_or("UTC").to_owned(),
    };
    let entered = reader.enter_forum_abroad(&ctx.db, form.parse("peer")?, abroad, ctx.now).await;
    entered.map_err(|error| AppError::from(error).about("forum_slug"))?;
    Ok(href::peers())
}

/// Sends at once what waits for an installation.
pub async fn retry(ctx: Context, form: Fields) -> Result<Href, AppError> {
    require(&ctx)?;
    dispatch::Entity::hurry(&ctx.db, form.parse("peer")?, ctx.now).await?;
    Ok(href::peers())
}
