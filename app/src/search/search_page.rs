//! `/search`: drafts, clauses, comments and stakeholders by their words, and a comment by its receipt.

use domain::search::Excerpt;
use entity::{
    reading::search::{CommentPlace, Group, Hit, KINDS, MANY, Results, Wanted},
    search_entry::Kind,
};
use leptos::prelude::*;

use crate::{context::Context, error::AppError, frame::Frame, href, t, ui::Pager, words::t};

/// No more is read of what is typed.
const LONGEST: usize = 200;

/// What the page shows.
pub struct Search {
    wanted: Wanted,
    results: Results,
}

/// Reads what is asked for, and finds it among what the reader may see. Refuses nobody; without words it finds nothing.
pub async fn load(ctx: Context) -> Result<Search, AppError> {
    let typed = ctx.query.text("q").chars().take(LONGEST).collect();
    let asked = ctx.query.text("in");
    let kind = KINDS.into_iter().find(|kind| key(*kind) == asked);
    let page = ctx.query::<u32>("page_number").unwrap_or(1).max(1);
    let wanted = Wanted { typed, kind, page };
    Ok(Search { results: ctx.viewer().search(&wanted).await?, wanted })
}

/// Shows what was found, those of one kind together.
pub fn view(page: Search) -> impl IntoView {
    let Search { wanted, results } = page;
    let typed = wanted.typed.trim().to_owned();
    let title =
        if typed.is_empty() { t("search-title") } else { t!("search-title-of", words = typed.clone()) };
    let nothing = results.groups.is_empty() && results.receipt.is_none();
    let said = match (typed.is_empty(), nothing) {
        (true, _) => Some(t("search-how")),
        (false, true) if results.is_receipt => Some(t("search-no-receipt")),
        (false, true) => Some(t("search-nothing")),
        (false, false) => None,
    };
    let receipt = results.receipt.as_ref().map(with_receipt);
    let groups = results.groups.into_iter().map(|found| group(found, &wanted)).collect_view();
    view! {
        <Frame title=title.clone()>
            <header class="head">
                <div class="title stack">
                    <h1 dir="auto">{title}</h1>
                    {said.map(|said| view! { <p class="lede">{said}</p> })}
                    {receipt}
                </div>
            </header>
            {groups}
        </Frame>
    }
}

const fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::Draft => "drafts",
        Kind::Clause => "clauses",
        Kind::Comment => "comments",
        Kind::Stakeholder => "stakeholders",
        Kind::Thread => "threads",
    }
}

fn with_receipt(place: &CommentPlace) -> AnyView {
    let (thread, comment) = (place.thread.unsigned_abs(), place.comment.unsigned_abs());
    let link = href::comment(&place.reference, thread, comment);
    let words = t!("search-receipt", reference = place.reference.clone(), thread = thread, comment = comment);
    view! { <p><a href=link>{words}</a></p> }.into_any()
}

fn group(found: Group, wanted: &Wanted) -> AnyView {
    let id = key(found.kind);
    let total = i64::try_from(found.total).unwrap_or(i64::MAX);
    let heading = t!(&format!("search-{id}"), count = total);
    let more = (wanted.kind.is_none() && found.total > found.hits.len() as u64).then(|| {
        let link = href::with_query(href::search(), &[("q", wanted.typed.trim()), ("in", id)]);
        view! { <p><a href=link>{t!(&format!("search-all-{id}"), count = total)}</a></p> }
    });
    let pages = wanted.kind.map(|_| {
        let pages = u32::try_from(found.total.div_ceil(MANY)).unwrap_or(u32::MAX);
        view! { <Pager page=wanted.page pages/> }
    });
    let all = wanted.kind.map(|_| {
        let link = href::with_query(href::search(), &[("q", wanted.typed.trim())]);
        view! { <p><a href=link>{t("search-every-kind")}</a></p> }
    });
    view! {
        <section class="sect" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            <div class="stack">
                {all}
                <ol class="found">{found.hits.into_iter().map(hit).collect_view()}</ol>
                {more}
                {pages}
            </div>
        </section>
    }
    .into_any()
}

fn hit(hit: Hit) -> AnyView {
    match hit {
        Hit::Draft { reference, forum, title } => {
            let link = href::draft(&reference);
            view! {
                <li>
                    <p><a href=link dir="auto">{words(title)}</a></p>
                    <p class="quiet"><bdi>{reference}</bdi>" · "<bdi>{forum}</bdi></p>
                </li>
            }
            .into_any()
        }
        Hit::Clause { reference, draft, version, line, words: said } => {
            let link = href::line(&reference, version.unsigned_abs(), line);
            let place = t!("search-line", line = line);
            view! {
                <li>
                    <p dir="auto">{words(said)}</p>
                    <p class="quiet"><a href=link><bdi>{reference}</bdi>" · "{place}</a>" · "<bdi>{draft}</bdi></p>
                </li>
            }
            .into_any()
        }
        Hit::Comment { place, draft, author, stakeholder, words: said } => {
            let (thread, comment) = (place.thread.unsigned_abs(), place.comment.unsigned_abs());
            let link = href::comment(&place.reference, thread, comment);
            let said_in = t!("search-thread", thread = thread);
            let for_whom = stakeholder.map(|name| view! { ", "<bdi>{name}</bdi> });
            view! {
                <li>
                    <p dir="auto">{words(said)}</p>
                    <p class="quiet">
                        <a href=link><bdi>{place.reference}</bdi>" · "{said_in}</a>" · "<bdi>{author}</bdi>{for_whom}
                        " · "<bdi>{draft}</bdi>
                    </p>
                </li>
            }
            .into_any()
        }
        Hit::Stakeholder { slug, name, about } => {
            let link = href::stakeholder(&slug);
            view! {
                <li>
                    <p><a href=link dir="auto">{words(name)}</a></p>
                    {about.map(|about| view! { <p class="quiet" dir="auto">{words(about)}</p> })}
                </li>
            }
            .into_any()
        }
    }
}

/// Some words, with those that were asked for marked, and characters that mislead shown as everywhere.
fn words(excerpt: Excerpt) -> AnyView {
    let piece = |(said, is_asked): (String, bool)| {
        let said = domain::unseen::written(&said).into_owned();
        if is_asked { view! { <mark>{said}</mark> }.into_any() } else { said.into_any() }
    };
    let (before, after) = (excerpt.before.then_some("… "), excerpt.after.then_some(" …"));
    view! { {before}{excerpt.pieces.into_iter().map(piece).collect_view()}{after} }.into_any()
}
