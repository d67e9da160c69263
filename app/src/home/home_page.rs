//! `/`: what is open for comment, closing soon first; what waits for the reader; what was adopted lately.

use std::{collections::BTreeMap, sync::Arc};

use domain::{diff::Weight, tally::Tally};
use entity::{
    clause_map, forum,
    reading::{
        desk::Slip,
        docket::{self, Docket, Stretch},
        positions,
        thread_count::{self, Count},
    },
    version::VersionId,
};
use leptos::prelude::*;

use super::{docket_view, welcome};
use crate::{
    context::Context,
    desk::{self, waiting},
    error::AppError,
    frame::Frame,
    href, t,
    telling::Alternates,
    ui::Pager,
    words::t,
};

/// How many open drafts stand on a page.
const OPEN: u64 = 25;
/// How many adopted ones are shown.
const ADOPTED: u64 = 5;

/// What the page shows.
pub struct Home {
    /// What is open for comment, closing soon first; one page of it.
    pub open: Docket,
    /// What was adopted lately.
    pub adopted: Docket,
    /// Comments, by draft.
    pub counts: BTreeMap<i64, Count>,
    /// Words changed since the version before, by the newest version.
    pub changed: BTreeMap<VersionId, Weight>,
    /// The positions in force on what was adopted, and the seats with a reservation, by draft.
    pub agreed: BTreeMap<i64, (Tally, Vec<String>)>,
    page: u32,
    /// What waits for the reader; empty for a stranger.
    waiting: Arc<[Slip]>,
    /// Who the reader is, and for whom they speak; none for a stranger.
    who: Option<String>,
    /// Who reads an instance that has no forum yet.
    empty: Option<welcome::Reader>,
}

/// Reads what the reader may see of what is open, adopted and waiting for them.
pub async fn load(ctx: Context) -> Result<Home, AppError> {
    let (db, reader) = (ctx.db.read(), ctx.reader.as_ref());
    let page = ctx.query::<u32>("page_number").unwrap_or(1).max(1);
    let stretch = Stretch { skip: u64::from(page - 1) * OPEN, limit: OPEN };
    let open = docket::open_for_comment(db, reader, stretch, ctx.now).await?;
    let adopted = docket::adopted(db, reader, Stretch { skip: 0, limit: ADOPTED }, ctx.now).await?;
    let ids = open.drafts.iter().chain(&adopted.drafts).map(|(draft, _)| draft.id);
    let counts = thread_count::counts(db, ids).await?;
    let later = open.drafts.iter().filter(|(draft, _)| draft.latest > 1);
    let changed = clause_map::weights(
        db,
        later.map(|(draft, _)| (VersionId::new(draft.id, draft.latest - 1), draft.newest())),
    )
    .await?;
    let mut agreed = BTreeMap::new();
    for (draft, forum) in &adopted.drafts {
        agreed.insert(draft.id, positions::agreed(db, forum, draft).await?);
    }
    let nothing = open.drafts.is_empty() && adopted.drafts.is_empty();
    let empty = nothing && forum::Entity::all(db).await?.is_empty();
    Ok(Home {
        empty: empty.then(|| welcome::Reader::of(&ctx)),
        waiting: waiting(&ctx).await?,
        who: reader.map(who),
        open,
        adopted,
        counts,
        changed,
        agreed,
        page,
    })
}

/// "Mira Oduya, for Karst Civic Lab."
fn who(reader: &entity::Reader) -> String {
    let name = reader.account.name.as_str();
    match reader.first_voice() {
        Some(voice) => t!("home-for", name = name, stakeholder = voice.stakeholder.name.as_str()),
        None => t!("home-person", name = name),
    }
}

/// Shows the drafts and the desk, or, on a site without forums, what to do first.
pub fn view(page: Home) -> impl IntoView {
    if let Some(reader) = page.empty {
        return welcome::welcome(reader);
    }
    let beside = if page.who.is_some() { "beside" } else { "apart" };
    let adopted = (!page.adopted.drafts.is_empty()).then(|| {
        let list = page.adopted.drafts.iter().map(|(draft, forum)| docket_view::adopted(&page, draft, forum));
        view! {
            <section aria-labelledby="adopted">
                <h2 class="shift" id="adopted">{t("home-adopted")}</h2>
                <ol class="docket">{list.collect_view()}</ol>
            </section>
        }
    });
    view! {
        <Frame title=t("home-title")>
            <Alternates feed=href::feed("") calendar=Some(href::calendar(""))/>
            <header class="head">
                <div class="title stack">
                    <h1>{t("home-heading")}</h1>
                    <p class="lede">{t("home-lede")}</p>
                </div>
            </header>
            <div class=beside>
                {open(&page)}
                {slips(&page)}
                {adopted}
            </div>
            <p class="shift small"><a href=href::feed("")>{t("follow-feed")}</a>" "<a href=href::calendar("")>{t("follow-calendar")}</a></p>
        </Frame>
    }
    .into_any()
}

fn open(page: &Home) -> AnyView {
    let total = u32::try_from(page.open.total).unwrap_or(u32::MAX);
    let pages = u32::try_from(page.open.total.div_ceil(OPEN)).unwrap_or(u32::MAX);
    let list = page.open.drafts.iter().map(|(draft, forum)| docket_view::open(page, draft, forum));
    let list = list.collect_view();
    let shown = match page.open.drafts.is_empty() {
        true => view! {
            <p class="empty shift">{t("home-none-open")}" "<a href=href::forums()>{t("home-to-forums")}</a></p>
        }
        .into_any(),
        false => view! {
            <p class="quiet shift">{t!("home-open-count", drafts = total)}</p>
            <ol class="docket">{list}</ol>
        }
        .into_any(),
    };
    view! {
        <section aria-labelledby="open">
            <h2 class="shift" id="open">{t("home-open")}</h2>
            {shown}
            <Pager page=page.page pages/>
        </section>
    }
    .into_any()
}

/// What waits for the reader, in the margin.
fn slips(page: &Home) -> Option<AnyView> {
    let who = page.who.clone()?;
    let slips = page
        .waiting
        .iter()
        .map(|slip| view! { <li><h3 class="label">{desk::label(slip)}</h3>{desk::body(slip)}</li> });
    let slips = slips.collect_view();
    let shown = match page.waiting.is_empty() {
        true => view! { <p class="quiet">{t("desk-empty")}</p> }.into_any(),
        false => view! { <ul class="slips">{slips}</ul> }.into_any(),
    };
    Some(
        view! {
            <aside aria-labelledby="waiting">
                <h2 id="waiting">{t("home-waiting")}</h2>
                <p class="quiet">{who}</p>
                {shown}
            </aside>
        }
        .into_any(),
    )
}
