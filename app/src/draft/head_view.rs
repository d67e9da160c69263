//! The head of a draft's pages, and its tabs.

use domain::{
    permission::{Action, is_for},
    referral::Refers,
    tally::Tally,
};
use leptos::prelude::*;

use super::{Head, returning, stage_words};
use crate::{
    context::{Context, context},
    error::AppError,
    href::{self, Href},
    t,
    ui::{Day, Icon, time},
    words::{comma, number, t},
};

/// The pages of a draft that stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Text,
    Changes,
    Comments,
    Responses,
    SignOffs,
    /// Where the text went, and what became of it there.
    Went,
    History,
    Export,
    /// A page that stands apart from them.
    Apart,
}

/// What stands above every page of a draft: its title and where it is in its life, its facts, what comes next, and the tabs.
#[component]
pub fn DraftHead(
    head: Head,
    tab: Tab,
    /// What the page is about, where that is not the text: the draft's title then leads back to it.
    #[prop(optional, into)]
    heading: Option<String>,
    /// The version shown; the newest unless said.
    #[prop(optional)]
    version: Option<u32>,
    /// What stands beside the title in place of "What comes next": a heading of class `label`, then a paragraph.
    #[prop(optional)]
    next: Option<AnyView>,
    /// What stands under the heading; where the draft is in its life, when there is no heading of the page's own.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let own = heading.is_none();
    let past = match tab {
        Tab::Text if head.latest() > 0 => ("#text", t("draft-skip-text")),
        _ => ("#shown", t("draft-skip")),
    };
    if own && tab == Tab::Text && context().been.is_some() {
        let shown = version.unwrap_or(head.latest());
        let low = returning::head(&head, shown, children.map(|children| children().into_any()));
        return view! { <a class="skip" href=past.0>{past.1}</a>{low}<DraftTabs head tab/> }.into_any();
    }
    let title = head.draft.title.clone();
    let top = match heading {
        Some(heading) => view! {
            <p class="quiet"><a href=href::draft(head.reference())><bdi>{title}</bdi></a></p>
            <h1>{heading}</h1>
        }
        .into_any(),
        None => {
            let language = head.draft.language.clone();
            view! { <Forum head=head.clone()/><h1 lang=language dir="auto">{title}</h1> }.into_any()
        }
    };
    let next = next.unwrap_or_else(|| view! { <Next head=head.clone()/> }.into_any());
    view! {
        <a class="skip" href=past.0>{past.1}</a>
        <header class="head">
            <div class="title stack">
                {top}
                {own.then(|| stage_words::stage(&head))}
                {copy(&head)}
                {children.map(|children| children())}
            </div>
            <Facts head=head.clone() version=version.unwrap_or(head.latest())/>
            <div class="next">{next}{(!own).then(|| officials(&head))}</div>
        </header>
        <DraftTabs head tab/>
    }
    .into_any()
}

/// Says of a text of another installation that it is a copy, and leads to the text itself.
fn copy(head: &Head) -> Option<AnyView> {
    let (reference, _) = domain::bundle::split(&head.draft.reference)?;
    let (there, _) = head.forum.charter.split_once("/forums/")?;
    let page = format!("{there}{}", href::draft(reference));
    Some(view! { <p class="quiet">{t("bundle-copy")}" "<a href=page dir="ltr" rel="noopener">{head.draft.reference.clone()}</a></p> }.into_any())
}

/// The forum a draft belongs to.
#[component]
fn Forum(head: Head) -> impl IntoView {
    let link = |slug: &str, name: &str| view! { <a href=href::forum(slug)>{name.to_owned()}</a> };
    let own = link(&head.forum.slug, &head.forum.name);
    match &head.parent {
        Some(parent) => {
            view! { <p class="quiet">{link(&parent.slug, &parent.name)}{comma()}{own}</p> }.into_any()
        }
        None => view! { <p class="quiet">{own}</p> }.into_any(),
    }
}

/// Its reference, its versions and the day the one shown was published.
#[component]
fn Facts(head: Head, version: u32) -> impl IntoView {
    let shown = head.version(version).ok().map(|shown| shown.published_at);
    let versions = versions(&head, version);
    view! {
        <dl class="facts">
            <div>
                <dt class="label">{t("draft-reference")}</dt>
                <dd class="nb"><bdi lang="en" dir="ltr">{head.reference().to_owned()}</bdi></dd>
            </div>
            {head.came_from.as_ref().map(|from| view! {
                <div>
                    <dt class="label">{t("draft-came-from")}</dt>
                    <dd class="nb"><a href=href::draft(&from.from.reference)><bdi lang="en" dir="ltr">{from.from.reference.clone()}</bdi></a></dd>
                </div>
            })}
            {shown.map(|day| view! {
                <div>
                    <dt class="label" id="v">{t("draft-version")}</dt>
                    <dd><ul class="versions" aria-labelledby="v">{versions}</ul></dd>
                </div>
                <div><dt class="label">{t("draft-published")}</dt><dd><Day at=day/></dd></div>
            })}
        </dl>
    }
}

/// Every version as an item of a list; the one shown is marked.
pub fn versions(head: &Head, shown: u32) -> impl IntoView + use<> {
    let versions = head.versions.iter().map(|one| {
        let count = one.number.unsigned_abs();
        let label = t!("draft-version-of", version = count, day = time::day_in_words(one.published_at));
        let current = (count == shown).then_some("page");
        let page = href::version(head.reference(), count);
        view! { <li><a href=page aria-current=current aria-label=label>{number(count)}</a></li> }
    });
    versions.collect_view()
}

/// What comes next for the draft, and what it still needs.
#[component]
fn Next(head: Head) -> impl IntoView {
    view! { <h2 class="label">{t("draft-next")}</h2>{stage_words::next(&head)} }
}

/// For those who run a draft: the way to the text of its next version, and to its next step.
fn officials(head: &Head) -> Option<AnyView> {
    let writes = head.may(Action::SeeWorkingText) && !head.stage.is_over();
    let leads = is_for(&head.roles, Action::OpenRound);
    let refers = is_for(&head.roles, Action::Refer)
        && (head.stage.is_over() || head.forum.refers.0 == Refers::Published)
        && head.latest() > 0;
    if !writes && !leads {
        return None;
    }
    let text = writes.then(|| {
        let page = href::working_text(head.reference());
        view! { <a href=page>{t("draft-next-version")}</a> }
    });
    let steps = leads.then(|| {
        let page = href::steps(head.reference());
        view! { <a href=page>{t("draft-steps")}</a> }
    });
    let refer = refers.then(|| {
        let page = href::prepare_referral(head.reference());
        view! { " "<a href=page>{t("uptake-refer")}</a> }
    });
    Some(view! { <p class="row then-go">{text}" "{steps}{refer}</p> }.into_any())
}

/// The way between the pages of a draft, with what is to be found there.
#[component]
pub fn DraftTabs(head: Head, tab: Tab) -> impl IntoView {
    let reference = head.reference();
    let latest = head.latest();
    let one = |this: Tab, page: Href, words: &str, count: Option<AnyView>| {
        let current = (this == tab).then_some("page");
        let count = count.map(|count| view! { " "<small>{count}</small> });
        view! { <li><a href=page aria-current=current>{t(words)}{count}</a></li> }
    };
    let threads = head.threads;
    let answered = (threads.standing > 0).then(|| of(threads.answered(), threads.standing));
    view! {
        <nav class="tabs" aria-label=t("draft-tabs")>
            <ul>
                {one(Tab::Text, href::draft(reference), "draft-tab-text", None)}
                {(latest > 1).then(|| {
                    one(Tab::Changes, href::diff(reference, latest - 1, latest), "draft-tab-changes", None)
                })}
                {one(Tab::Comments, href::threads(reference), "draft-tab-comments", Some(number(threads.standing).into_any()))}
                {one(
                    Tab::Responses,
                    href::responses(reference),
                    "draft-tab-responses",
                    answered.map(IntoAny::into_any),
                )}
                {one(
                    Tab::SignOffs,
                    href::sign_offs(reference),
                    "draft-tab-sign-offs",
                    in_favour(&head.tally),
                )}
                {(head.went > 0 || tab == Tab::Went || head.came_from.is_some()).then(|| {
                    let went = u32::try_from(head.went).unwrap_or(u32::MAX);
                    one(Tab::Went, href::uptake(reference), "draft-tab-went", Some(number(went).into_any()))
                })}
                {one(Tab::History, href::history(reference), "draft-tab-history", None)}
                {one(Tab::Export, href::export(reference), "draft-tab-export", None)}
            </ul>
            <span id="shown"></span>
        </nav>
    }
}

fn of(part: u32, whole: u32) -> String {
    t!("draft-of", part = part, whole = whole)
}

/// How many of the seats that count are in favour, marked while an objection stands; nothing where no seat counts.
fn in_favour(tally: &Tally) -> Option<AnyView> {
    (tally.counted() > 0).then(|| {
        let objections = (tally.objections() > 0).then(|| {
            let words = t!("draft-tab-objections", count = tally.objections());
            view! { " "<Icon name="object"/><span class="vh">{words}</span> }
        });
        let seats = of(tally.in_place, tally.counted());
        view! { {seats}<span class="vh">{t("draft-tab-in-favour")}</span>{objections} }.into_any()
    })
}

/// The draft that a page is about, with what stands at its head; the page is made from its runs of the record.
pub async fn head_of(ctx: &Context, reference: &str) -> Result<Head, AppError> {
    let head = Head::of(ctx.viewer(), reference).await?;
    ctx.made_from(head.runs());
    ctx.is_about_forum_in(&head.forum.zone);
    Ok(head)
}

/// The title of one of the pages of a draft: `DN-2026-001, version 3: Principles …`.
pub fn page_title(head: &Head, what: &str) -> String {
    t!("draft-page-title", reference = head.reference(), what = what, title = head.draft.title.as_str())
}
