//! `/drafts/{a}/crosswalk/{b}`: two texts of one lineage side by side by clause.

use domain::{
    crosswalk::{Pairing, Relation},
    text::ClauseId,
};
use entity::reading::{crosswalk::Walk, uptake::name};
use leptos::prelude::*;

use super::{
    crosswalk_rows::{Rows, kept},
    strip::strip,
    words,
};
use crate::{
    context::Context,
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    ui::{Area, Day, PostForm},
    words::t,
};

/// Which pairings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    Verbatim,
    Changed,
    Dropped,
    New,
}

/// What the page shows.
pub struct Crosswalk {
    head: Head,
    walk: Walk,
    show: Show,
    /// The clause of the old text that is being paired by hand.
    correct: Option<ClauseId>,
}

/// Puts the two texts side by side. Refuses with not found what the reader may not see, and drafts that no referral joins.
pub async fn load(ctx: Context) -> Result<Crosswalk, AppError> {
    let (old, new) = (ctx.param::<String>("reference")?, ctx.param::<String>("other")?);
    let head = head_of(&ctx, &old).await?;
    ctx.made_from_everything();
    let walk = ctx.viewer().crosswalk((&old, &new), (ctx.query("from"), ctx.query("to"))).await?;
    let correct = ctx.query::<u32>("correct").map(ClauseId).filter(|_| walk.may_correct);
    Ok(Crosswalk { head, walk, show: Show::from_key(ctx.query.get("show")), correct })
}

/// Shows the sentence, the drawing, and the clauses.
pub fn view(page: Crosswalk) -> impl IntoView {
    let Crosswalk { head, walk, show, correct } = page;
    let heading =
        t!("crosswalk-heading", ours = walk.old.forum.name.as_str(), theirs = walk.new.forum.name.as_str());
    let title = page_title(&head, &heading);
    let figures = walk.crosswalk.figures;
    let apart = match figures.drift {
        Some(0) => t("crosswalk-equal"),
        Some(drift) => {
            t!("crosswalk-words", gone = figures.words_gone, come = figures.words_come, drift = drift)
        }
        None => t("crosswalk-translation"),
    };
    let tally = view! { <p class="tally">{words::sum(&figures)}" "<strong>{apart}</strong></p> }.into_any();
    let sure = sure(&walk);
    let form = correct.map(|clause| correction(&walk, clause));
    let strip = strip(&walk);
    let columns = columns(&walk);
    let views = views(&walk, show);
    view! {
        <Frame title=title>
            <DraftHead head tab=Tab::Went heading=heading next=sure>{tally}</DraftHead>
            {form}
            {strip}
            <section aria-labelledby="cc">
                <h2 class="vh" id="cc">{t("crosswalk-clauses")}</h2>
                {views}
                {columns}
                <Rows walk show/>
            </section>
        </Frame>
    }
    .into_any()
}

impl Show {
    fn from_key(key: Option<&str>) -> Self {
        match key {
            Some("verbatim") => Self::Verbatim,
            Some("changed") => Self::Changed,
            Some("dropped") => Self::Dropped,
            Some("new") => Self::New,
            _ => Self::All,
        }
    }

    /// Whether a pairing is shown. Headings are shown with their clauses, unless their own words changed.
    pub fn takes(self, one: &Pairing) -> bool {
        let is_shown = !one.heading || one.relation == Relation::Adapted;
        is_shown
            && match self {
                Self::All => true,
                Self::Verbatim => matches!(one.relation, Relation::Verbatim | Relation::Moved),
                Self::Changed => one.relation.is_changed() || one.relation == Relation::Translated,
                Self::Dropped => one.relation == Relation::Dropped,
                Self::New => one.relation == Relation::New,
            }
    }
}

/// What a person said against the program, and what the program found by itself.
fn sure(walk: &Walk) -> AnyView {
    let told = walk.corrections.last().map(|(row, name)| {
        let day = view! { <Day at=row.corrected_at/> };
        rich!("crosswalk-by-hand", count = walk.corrections.len().to_string(), name = name.clone(), day = day)
    });
    let told = told.unwrap_or_else(|| t("crosswalk-by-program").into_any());
    view! { <h2 class="label">{t("crosswalk-sure")}</h2><p>{told}</p> }.into_any()
}

fn views(walk: &Walk, show: Show) -> AnyView {
    let page = href::crosswalk(&walk.old.draft.reference, &walk.new.draft.reference);
    let count = |show: Show| walk.crosswalk.pairings.iter().filter(|one| show.takes(one)).count();
    let one = |this: Show, key: &'static str, words: &str| {
        let address = match this {
            Show::All => page.clone(),
            _ => href::with_query(page.clone(), &[("show", key)]),
        };
        let current = (this == show).then_some("page");
        view! { <a href=address aria-current=current>{t(words)}" "<small>{crate::words::number(count(this))}</small></a>" " }
    };
    view! {
        <nav class="views" aria-label=t("crosswalk-clauses")>
            {one(Show::All, "", "crosswalk-show-all")}
            {one(Show::Verbatim, "verbatim", "crosswalk-verbatim")}
            {one(Show::Changed, "changed", "crosswalk-show-changed")}
            {one(Show::Dropped, "dropped", "crosswalk-dropped")}
            {one(Show::New, "new", "crosswalk-new")}
            {walk.map.is_some().then(|| {
                let side = |side: &entity::reading::crosswalk::Side| (side.draft.reference.clone(), side.version.number.unsigned_abs());
                let ((ours, from), (theirs, to)) = (side(&walk.old), side(&walk.new));
                view! { <a href=href::between((&ours, from), (&theirs, to))>{t("crosswalk-changes")}</a>" " }
            })}
            <a href=format!("{page}/table.csv")>{t("crosswalk-csv")}</a>" "
            <a href=format!("{page}/table.json")>{t("crosswalk-json")}</a>" "
            <span class="quiet"><del>{t("diff-gone")}</del>" \u{a0} "<ins>{t("diff-new")}</ins></span>
        </nav>
    }
    .into_any()
}

fn columns(walk: &Walk) -> AnyView {
    let side = |side: &entity::reading::crosswalk::Side| {
        t!("crosswalk-side", reference = side.draft.reference.as_str(), version = side.version.number)
    };
    view! {
        <div class="cols">
            <div class="pair">
                <p class="cell old label">{side(&walk.old)}</p>
                <p class="cell new label">{side(&walk.new)}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The form in which a person says what became of one clause.
fn correction(walk: &Walk, clause: ClauseId) -> AnyView {
    let Some(place) = walk.old.version.position_of(clause) else { return ().into_any() };
    let (number, title) = name(&walk.old.text, place as u32);
    let became: Vec<u32> = kept(walk, place as u32);
    let options = domain::crosswalk::bodies(&walk.new.text).into_iter().filter_map(|other| {
        let id = walk.new.version.clauses.get(other as usize)?.id.0;
        let (number, words) = name(&walk.new.text, other);
        let checked = became.contains(&other);
        Some(view! {
            <label class="choice">
                <input type="checkbox" name="became" value=id checked=checked/>" "
                <span>{number.map(|number| view! { <b>{number}</b>" " })}<bdi>{words}</bdi></span>
            </label>
        })
    });
    let options: Vec<_> = options.collect();
    let action = href::post::pairing(&walk.old.draft.reference, &walk.new.draft.reference);
    view! {
        <section class="column" id="correct" aria-labelledby="correct-h">
            <PostForm action class="form" labelled_by="correct-h">
                <h2 id="correct-h" class="h3">{t!("crosswalk-correct-title", clause = [number.unwrap_or_default(), title].join(" ").trim())}</h2>
                <input type="hidden" name="clause" value=clause.0/>
                <fieldset class="field"><legend>{t("crosswalk-became")}</legend><p class="hint">{t("crosswalk-became-hint")}</p>{options}</fieldset>
                <Area name="reason" label=t("crosswalk-reason") rows=2/>
                <p class="row"><button class="button">{t("crosswalk-save")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}
