//! `/stakeholders/{slug}`: who they are, who speaks for them, what they said and what they signed.

use std::collections::{BTreeMap, BTreeSet};

use entity::{
    Reader, account, comment, draft, focal_point,
    follow::Subject,
    forum, identity, mandate,
    reading::{
        docket,
        positions::{self, Brief},
        said as spoken,
    },
    seat, stakeholder, thread,
    verb::Scopes,
};
use leptos::prelude::*;

use super::{focal_points, grant, mandates, said};
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href,
    joining::wish_forms::{self, Wishes},
    provider::proposed,
    telling::Following,
    thread::Mark,
    words::{comma, t},
};

/// How many comments stand on a page.
const SAID: u64 = 25;
/// How many positions are shown.
const POSITIONS: usize = 50;

/// What the page shows.
pub struct StakeholderPage {
    pub stakeholder: stakeholder::Model,
    /// The forums where it has a seat.
    pub seats: Vec<forum::Model>,
    /// Those that run, and those that have ended.
    pub mandates: Vec<mandate::Model>,
    /// The names behind the account numbers.
    pub names: BTreeMap<i64, String>,
    /// Its latest positions, at most 50.
    pub positions: Vec<Brief>,
    /// One page of its comments, each with its thread.
    pub said: Vec<(comment::Model, thread::Model)>,
    /// The drafts all this is about, where the reader may see them.
    pub drafts: BTreeMap<i64, (draft::Model, forum::Model)>,
    /// Its focal points, the first named first.
    pub focal_points: Vec<focal_point::Model>,
    /// The forums that granted some of the mandates, by id.
    pub granted_in: BTreeMap<i64, forum::Model>,
    /// Where the reader may say who speaks for it.
    pub scopes: Scopes,
    /// The mandates that the reader may end.
    pub ends: BTreeSet<i64>,
    /// Who asks to speak for it, where the reader looks after it.
    wishes: Wishes,
    /// Whom a provider says to belong to it, for those who may let them speak.
    pub proposed: Vec<(identity::Model, account::Model)>,
    pub reader: Option<Reader>,
    /// The page of what was said, and how many there are.
    pub page: u32,
    pub pages: u32,
    /// Whether the reader follows it.
    pub followed: bool,
}

/// Reads the stakeholder, and of what it said and signed what the reader may see. Refuses with not found a slug that is none.
pub async fn load(ctx: Context) -> Result<StakeholderPage, AppError> {
    let (db, reader) = (ctx.db.read(), ctx.reader.as_ref());
    let stakeholder = stakeholder::Entity::by_slug(db, &ctx.param::<String>("slug")?).await?;
    let page = ctx.query::<u32>("page_number").unwrap_or(1).max(1);
    let stretch = (u64::from(page - 1) * SAID, SAID);
    let said = spoken::of_stakeholder(db, reader, stakeholder.id, stretch, ctx.now).await?;
    let total = spoken::count_of_stakeholder(db, reader, stakeholder.id, ctx.now).await?;
    let positions = positions::last_of(db, stakeholder.id, POSITIONS).await?;
    let mandates = mandate::Entity::for_stakeholder(db, stakeholder.id).await?;
    let about =
        said.iter().map(|(_, thread)| thread.draft_id).chain(positions.iter().map(|one| one.draft_id));
    let focal_points = focal_point::Entity::of(db, stakeholder.id).await?;
    let people = mandates.iter().flat_map(|one| [one.account_id, one.granted_by]);
    let people = people.chain(said.iter().map(|(said, _)| said.author_id));
    let people = people.chain(focal_points.iter().map(|one| one.account_id));
    let seats = seat::forums_of(db, stakeholder.id).await?;
    let (scopes, ends) = match reader {
        Some(reader) => (
            reader.may_grant(db, &stakeholder, ctx.now).await?,
            reader.may_end(db, stakeholder.id, &mandates, ctx.now).await?,
        ),
        None => (Scopes::default(), BTreeSet::new()),
    };
    let own = reader.is_some_and(|reader| reader.looks_after.contains(&stakeholder.id));
    let own = own.then_some(stakeholder.id);
    let wishes = wish_forms::wishes(&ctx, &[], own.as_slice()).await?;
    let proposed = match scopes.is_empty() {
        true => Vec::new(),
        false => identity::Entity::proposed_for(db, stakeholder.id, ctx.now).await?,
    };
    let granted_in = mandates.iter().filter_map(|one| one.forum_id).collect::<BTreeSet<_>>();
    Ok(StakeholderPage {
        drafts: docket::among(db, reader, about.collect::<Vec<_>>(), ctx.now).await?,
        names: account::Entity::names(db, people.collect::<Vec<_>>()).await?,
        seats: forum::Entity::among(db, seats).await?.into_values().collect(),
        pages: u32::try_from(total.div_ceil(SAID)).unwrap_or(u32::MAX),
        followed: ctx.viewer().follows(&Subject::Stakeholder(stakeholder.slug.clone())).await?,
        stakeholder,
        granted_in: forum::Entity::among(db, granted_in).await?,
        reader: ctx.reader.clone(),
        mandates,
        proposed,
        focal_points,
        positions,
        said,
        scopes,
        ends,
        wishes,
        page,
    })
}

/// Shows who it is, who speaks for it, what it signed and what it said.
pub fn view(page: StakeholderPage) -> impl IntoView {
    let class = page.stakeholder.class.0;
    let name = page.stakeholder.name.clone();
    let seats = (!page.seats.is_empty()).then(|| {
        let seats = page.seats.iter().enumerate().map(|(index, forum)| {
            let before = (index > 0).then(comma);
            view! { {before}<a href=href::forum(&forum.slug)><bdi>{forum.name.clone()}</bdi></a> }
        });
        view! { <div><dt class="label">{t("stakeholder-seats")}</dt><dd>{seats.collect_view()}</dd></div> }
    });
    let place = Some(page.stakeholder.place.clone()).filter(|place| !place.is_empty());
    let place = place.map(|place| {
        view! { <div><dt class="label">{t("stakeholder-place")}</dt><dd><bdi>{place}</bdi></dd></div> }
    });
    let about = page.stakeholder.about.clone();
    let subject = Subject::Stakeholder(page.stakeholder.slug.clone());
    view! {
        <Frame title=name.clone()>
            <header class="head">
                <div class="title stack">
                    <p class="quiet"><a href=href::stakeholders()>{t("stakeholder-all")}</a></p>
                    <h1><bdi>{name}</bdi></h1>
                    <p><Mark class/>{t(&format!("class-{}", class.key()))}</p>
                    <p class="lede" dir="auto">{about}</p>
                    <Following subject followed=page.followed/>
                </div>
                <dl class="facts">{place}{seats}</dl>
            </header>
            {wish_forms::deciding(&page.wishes)}
            {mandates::mandates(&page)}
            {focal_points::focal_points(&page)}
            {said::positions(&page)}
            {said::said(&page)}
            {proposed(&page.stakeholder.slug, &page.proposed)}
            {grant::grant(&page)}
        </Frame>
    }
}
