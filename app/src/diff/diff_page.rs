//! `/drafts/{reference}/versions/{a}...{b}`: what changed.

use std::sync::Arc;

use axum::http::StatusCode;
use domain::text::{ClauseId, Text};
use entity::{
    clause_map,
    reading::{Compared, Versions, asked, compared::Section},
    version,
};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::{
    compare::{Choose, instead},
    hunk_view::{Lay, Pair, Sections},
    summary::summary,
    views::views,
};
use crate::{
    context::{Context, context},
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href,
    locale::apart,
    rich, t,
    ui::Day,
    words::{number, t},
};

/// What the page shows.
pub struct DiffPage {
    head: Head,
    from: u32,
    to: u32,
    lay: Lay,
    /// None for versions that are not one before the other.
    shown: Option<Shown>,
}

struct Shown {
    sections: Vec<Section>,
    summary: domain::diff::Summary,
    astray: Vec<domain::diff::Astray>,
    old: Arc<Text>,
    new: Arc<Text>,
}

/// Tells whether the parameter of a version's address names two versions.
pub fn is_comparison(ctx: &Context) -> bool {
    ctx.param::<String>("number").is_ok_and(|number| number.contains("..."))
}

/// Compares the two versions that the address names. Refuses with not found what the reader may not see, versions that there are not, and
/// an address that names no two numbers. Versions in the wrong order give a page without a comparison.
pub async fn load(ctx: Context) -> Result<DiffPage, AppError> {
    let written = ctx.param::<String>("number")?;
    let (from, to) = written.split_once("...").ok_or(AppError::NotFound)?;
    let read = |written: &str| written.parse::<u32>().map_err(|_| AppError::NotFound);
    let (from, to) = (read(from)?, read(to)?);
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    let (older, newer) = (head.version(from)?, head.version(to)?);
    let shown = if from < to { Some(compare(&ctx, &head, older, newer).await?) } else { None };
    let lay = Lay::from_key(ctx.query.get("view"));
    Ok(DiffPage { from, to, lay, shown, head: head.clone() })
}

async fn compare(
    ctx: &Context,
    head: &Head,
    older: &version::Model,
    newer: &version::Model,
) -> Result<Shown, AppError> {
    let map = clause_map::between(ctx.db.read(), older, newer).await?;
    let compared = Compared::new(older.text(), newer.text(), &map);
    let mut asked = asked(&ctx.db, &Versions { older, newer, compared: &compared }).await?;
    let between = |version: &&version::Model| older.number < version.number && version.number <= newer.number;
    let declared: Vec<ClauseId> =
        head.versions.iter().filter(between).flat_map(|version| version.editorial.0.clone()).collect();
    let ids = newer.clause_ids();
    let is_declared = |clause: &u32| ids.get(*clause as usize).is_some_and(|id| declared.contains(id));
    let mut sections = compared.sections();
    for section in &mut sections {
        let asked = section.parts.iter().filter_map(|part| asked.remove(&part.id));
        section.because = asked.flatten().collect();
        section.because.sort_by_key(|asked| asked.number);
        section.editorial =
            section.parts.iter().any(|part| part.changed && part.new.iter().any(&is_declared));
    }
    Ok(Shown {
        sections,
        summary: compared.summary(),
        astray: compared.changes.astray,
        old: compared.old,
        new: compared.new,
    })
}

/// Shows the changes, or, with status 422, the way to two versions that can be compared.
pub fn view(page: DiffPage) -> impl IntoView {
    let (from, to, head) = (page.from, page.to, page.head);
    let heading = t!("diff-heading", from = from, to = to);
    let title = page_title(&head, &heading);
    let Some(shown) = page.shown else {
        expect_context::<ResponseOptions>().set_status(StatusCode::UNPROCESSABLE_ENTITY);
        let instead = instead(&head, from, to);
        return view! {
            <Frame title=title>
                <DraftHead head=head.clone() tab=Tab::Changes heading=t("diff-heading-other")>{instead}</DraftHead>
                <div class="column"><Choose head from to/></div>
            </Frame>
        }
        .into_any();
    };
    let lede = lede(&head, &shown, from, to);
    let asked = who_asked(&shown.sections);
    let views = views(&href::diff(head.reference(), from, to), page.lay);
    let columns = (page.lay == Lay::SideBySide).then(|| columns(from, to));
    let language = apart(&head.draft.language);
    let pair = Pair {
        reference: head.reference().to_owned(),
        other: None,
        older: from,
        newer: to,
        ahead: false,
        old: shown.old.clone(),
        new: shown.new.clone(),
        language,
    };
    let astray = super::astray(&shown.astray, &pair, &shown.old, &shown.new);
    view! {
        <Frame title=title>
            <DraftHead head tab=Tab::Changes heading=heading version=to next=asked>{lede}</DraftHead>
            {views}
            {astray}
            {columns}
            <h2 class="vh">{t("diff-changes")}</h2>
            <Sections sections=shown.sections pair lay=page.lay/>
        </Frame>
    }
    .into_any()
}

/// The sentence that says what changed, and the choice of other versions.
fn lede(head: &Head, shown: &Shown, from: u32, to: u32) -> AnyView {
    let day = |number| {
        let version = head.version(number).ok().map(|version| version.published_at);
        version.map(|at| view! { <Day at/> })
    };
    let days = rich!("diff-days", from = number(from), to = number(to), older = day(from), newer = day(to));
    let sentence = summary(t!("diff-subject", version = to), &shown.summary);
    view! {
        <p class="tally">{sentence}</p>
        <p class="quiet">{days}</p>
        <Choose head=head.clone() from to/>
    }
    .into_any()
}

/// How many comments stand behind how many of the changes.
fn who_asked(sections: &[Section]) -> AnyView {
    let changed: Vec<_> = sections.iter().filter(|section| section.changed() && !section.is_mark()).collect();
    let mut threads: Vec<_> = changed.iter().flat_map(|section| &section.because).collect();
    threads.sort_by_key(|asked| asked.number);
    threads.dedup_by_key(|asked| asked.number);
    let behind = changed.iter().filter(|section| !section.because.is_empty()).count();
    let told = t!("diff-who", threads = threads.len(), sections = behind, all = changed.len());
    view! { <h2 class="label">{t("diff-who-heading")}</h2><p>{told}</p> }.into_any()
}

fn columns(from: u32, to: u32) -> AnyView {
    view! {
        <div class="cols" aria-hidden="true">
            <div class="pair">
                <p class="cell old label">{t!("diff-subject", version = from)}</p>
                <p class="cell new label">{t!("diff-subject", version = to)}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The page at a version's address: one version, or what changed between two.
pub fn or_version<Version>(version: Version) -> impl Fn() -> AnyView + Send + Clone + 'static
where
    Version: Fn() -> AnyView + Send + Clone + 'static,
{
    let comparison = crate::page::page(load, view);
    move || if is_comparison(&context().on_route()) { comparison() } else { version() }
}
