//! What stands around a text: what can be done with it, which version it is, and what is said of the whole.

use domain::{
    permission::{Action, Denied},
    position::Position,
};
use entity::reading::{
    Gathered,
    seats::{Seat, SeatStanding},
};
use leptos::prelude::*;

use super::{
    DraftHead, Head, Tab, citation, margin_view, page_title,
    text_page::{TextPage, address},
};
use crate::{
    frame::Frame,
    href, rich, t,
    telling::posted,
    ui::Day,
    words::{number, t},
};

/// What a reader can do: comment, or write the next version.
pub fn ways(page: &TextPage) -> AnyView {
    let reference = page.head.reference();
    let comment = page.takes_comments().then(|| {
        view! {
            <a class="button whole" href=href::compose_whole(reference)>{t("draft-comment")}</a>
            " "<span class="quiet">{t("draft-comment-or")}</span>
            {who(&page.head)}
        }
    });
    let signed = page.signed.is_some().then(|| {
        view! { <a href=href::here("signed")>{t("draft-signed")}</a>" " }
    });
    view! { <p class="cta">{comment}{signed}{official(&page.head)}</p> }.into_any()
}

/// Who may comment, and how, for those who have not said who they are: before they type anything.
fn who(head: &Head) -> Option<AnyView> {
    let new = head.asked_for(Action::Comment) == Err(Denied::SignIn) || !head.may(Action::Comment);
    let words = format!("joining-{}-who", head.forum.joining.0.key());
    new.then(|| view! { <span class="whole quiet small">{t(&words)}</span> }.into_any())
}

/// The ways of those who run the draft.
fn official(head: &Head) -> AnyView {
    let write = head.may(Action::EditWorkingText).then(|| {
        view! { <a href=href::working_text(head.reference())>{t!("draft-write-next", version = head.latest() + 1)}</a> }
    });
    let run = head.may(Action::ChangeVisibility).then(|| {
        view! { " "<a href=href::steps(head.reference())>{t("draft-run")}</a> }
    });
    view! { {write}{run} }.into_any()
}

/// Says that there is a newer version, and why a comment cannot be written here.
pub fn notices(page: &TextPage) -> AnyView {
    let reference = page.head.reference();
    let (number, latest) = (page.number(), page.head.latest());
    let older = (!page.is_newest()).then(|| {
        let newest = t!("draft-version-number", version = latest);
        let newest = view! { <a href=href::draft(reference)>{newest}</a> };
        let change = view! { <a href=href::diff(reference, number, latest)>{t("draft-see-changes")}</a> };
        let words = t!("draft-reading-older", version = number);
        view! { <div class="notice"><p>{words}" "{rich!("draft-newer", newest = newest, change = change)}</p></div> }
    });
    let refused =
        page.refused.clone().map(|why| view! { <div class="notice" role="status"><p>{why}</p></div> });
    let posted = page.posted.as_ref().map(posted::notice);
    view! { {posted}{older}{refused} }.into_any()
}

/// The two ways to read: with what is said beside the lines, and without.
pub fn views(page: &TextPage) -> AnyView {
    let current = |shown: bool| shown.then_some("page");
    view! {
        <nav class="views" aria-label=t("draft-views")>
            <a href=address(page) aria-current=current(!page.quiet)>{t("draft-view-comments")}</a>
            <a href=href::quiet(address(page)) aria-current=current(page.quiet)>{t("draft-view-quiet")}</a>
        </nav>
    }
    .into_any()
}

/// What follows the text: what was said of words that are gone and of the whole draft, and which version this is.
pub fn after(page: &TextPage) -> AnyView {
    let reference = page.head.reference();
    let detached = href::threads_where(reference, &[("placement", "detached")]);
    let on_all = href::threads_where(reference, &[("clause", "draft")]);
    let gone = group(page, "draft-gone", page.margin.gone(), detached);
    let whole = group(page, "draft-whole", page.margin.whole(), on_all);
    view! { {signed(page)}{gone}{whole}{about(page)} }.into_any()
}

fn group(page: &TextPage, heading: &'static str, there: Gathered<'_>, all: href::Href) -> Option<AnyView> {
    if there.is_empty() || page.quiet {
        return None;
    }
    let list = margin_view::list(page, there, all);
    Some(view! { <section class="clause" aria-labelledby=heading><h3 class="label" id=heading>{t(heading)}</h3>{list}</section> }.into_any())
}

/// Who agreed to the text that was adopted, each with its position, and the reservations in their own words.
fn signed(page: &TextPage) -> Option<AnyView> {
    let counts = |seat: &&Seat| !matches!(seat.standing(), SeatStanding::Silent | SeatStanding::ToRenew);
    let one = |seat: &Seat| {
        let position = seat.position()?;
        let said = t(&format!("position-{}-said", position.key()));
        let words = match position {
            Position::EndorseWithReservation { text } => Some(in_paragraphs(text.as_str())),
            Position::Object(objection) => Some(in_paragraphs(objection.reason().as_str())),
            Position::Endorse | Position::NoObjection | Position::Abstain | Position::Recuse { .. } => None,
        };
        let name = seat.stakeholder.name.clone();
        let stakeholder = href::stakeholder(&seat.stakeholder.slug);
        Some(view! { <li><p><a href=stakeholder><bdi>{name}</bdi></a>": "{said}</p>{words}</li> })
    };
    let seats: Vec<_> = page.signed.as_ref()?.iter().filter(counts).filter_map(one).collect();
    let list = match seats.is_empty() {
        true => view! { <p>{t("draft-signed-nobody")}</p> }.into_any(),
        false => view! { <ul class="stack">{seats}</ul> }.into_any(),
    };
    let all = href::sign_offs(page.head.reference());
    Some(
        view! {
            <section class="clause stack" id="signed" aria-labelledby="signed-h">
                <h3 class="label" id="signed-h">{t("draft-signed")}</h3>
                {list}
                <p class="small"><a href=all>{t("draft-signed-all")}</a></p>
            </section>
        }
        .into_any(),
    )
}

fn in_paragraphs(words: &str) -> AnyView {
    let paragraphs = words.split("\n\n").map(|one| view! { <p>{one.to_owned()}</p> }).collect_view();
    view! { <blockquote class="words" dir="auto">{paragraphs}</blockquote> }.into_any()
}

/// The version in its own words, and the digest by which it can be known again.
fn about(page: &TextPage) -> AnyView {
    let version = &page.version;
    let day = view! { <Day at=version.published_at/> };
    let by = view! { <bdi>{page.publisher().to_owned()}</bdi> };
    view! {
        <section class="clause stack" aria-labelledby="about">
            <h3 class="label" id="about">{t("draft-about")}</h3>
            <p dir="auto">{version.note.clone()}</p>
            {credits(page)}
            {taken_over(page)}
            <p class="small quiet">{rich!("draft-published-by", day = day, person = by)}</p>
            {citation::choose(page)}
            <p class="digest" dir="ltr">"SHA-256 "{version.digest.to_string()}</p>
        </section>
    }
    .into_any()
}

/// Whose proposed words the version took over, with their threads.
fn credits(page: &TextPage) -> Option<AnyView> {
    let reference = page.head.reference();
    let voices = page.credits.iter().map(|(voice, threads)| {
        let threads = threads.iter().map(|thread| {
            let label = t!("draft-credit-thread", number = *thread);
            view! { " "<a class="nb" href=href::thread(reference, *thread)>{label}</a> }
        });
        view! { <li><bdi>{voice.clone()}</bdi>{threads.collect_view()}</li> }
    });
    let voices = voices.collect_view();
    (!voices.is_empty()).then(|| {
        view! { <p id="credits">{t("draft-credits")}</p><ul class="small" aria-labelledby="credits">{voices}</ul> }.into_any()
    })
}

/// From which texts of other forums the version took words over.
fn taken_over(page: &TextPage) -> Option<AnyView> {
    let from = page.taken_over.iter().map(|(forum, reference, changes)| {
        let link = href::changes(page.head.reference(), reference);
        let link = view! { <a href=link><bdi>{reference.clone()}</bdi></a> };
        let forum = view! { <bdi>{forum.clone()}</bdi> };
        view! { <li>{rich!("draft-taken-over", forum = forum, text = link, changes = number(*changes))}</li> }
    });
    let from = from.collect_view();
    (!from.is_empty()).then(|| {
        view! { <p id="taken-over">{t("draft-taken-over-from")}</p><ul class="small" aria-labelledby="taken-over">{from}</ul> }.into_any()
    })
}

/// The page of a draft that has no version yet.
pub fn nothing(head: Head) -> AnyView {
    let ways = official(&head);
    view! {
        <Frame title=page_title(&head, &t("draft-unpublished"))>
            <DraftHead head=head.clone() tab=Tab::Text><p class="cta">{ways}</p></DraftHead>
            <div class="column"><p class="empty">{t("draft-nothing")}</p></div>
        </Frame>
    }
    .into_any()
}
