//! `/drafts/{reference}/next`: the text of the next version, and what publishing it will do.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    permission::{Action, Denied},
    text::Text,
};
use entity::{
    access, account, comment,
    reading::{NextVersion, Speakers, ahead, forecast, next_version},
    thread, working_text,
};
use leptos::prelude::*;

use super::{
    ahead_view::{Publish, consequences},
    new_draft_page::heading,
    offer::{self, Offer, Talk, offers, together},
    proof::proof,
    recut::{CHOSEN, choices},
    source::{self, Source, size},
};
use crate::{
    context::{Context, context},
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    ui::{Ago, PostForm},
    words::{say, t},
};

/// What the page shows.
pub struct NextPage {
    head: Head,
    /// What was saved last, and by whom; none before anybody began.
    saved: Option<(working_text::Model, String)>,
    /// What stands in the field.
    typed: String,
    text: Arc<Text>,
    /// The suggestions of threads, and which of them the text has.
    offers: Vec<Offer>,
    /// What publishing the text would do; none when it is the newest version's.
    ahead: Option<NextVersion>,
    /// Somebody else was first, so that the reader's own words stand in the field and the others' beside it.
    overtaken: bool,
}

/// Reads the working text and what publishing it would do. Refuses with not found a draft that the reader may not see; whoever may not see
/// its working text is sent to sign in, or forbidden.
pub async fn load(ctx: Context) -> Result<NextPage, AppError> {
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    let (db, reader) = (ctx.db.read(), ctx.reader.as_ref());
    access::require(db, reader, &head.forum, &head.draft, Action::SeeWorkingText, ctx.now).await?;
    let working = working_text::Entity::of(db, head.draft.id).await?;
    let newest = head.versions.last();
    let begun = working.as_ref().map(|working| working.source.clone());
    let source = begun.or_else(|| newest.map(|newest| newest.source.clone())).unwrap_or_default();
    let cuts = working.as_ref().map(|working| working.cuts.0.clone());
    let cuts = cuts.or_else(|| newest.map(|newest| newest.manner.cuts.clone())).unwrap_or_default();
    let forecast = forecast::forecast(source.as_bytes(), &cuts, newest, &head.draft)?;
    let threads = thread::Entity::of(db, head.draft.id).await?;
    let comments = comment::Entity::in_short(db, threads.iter().map(|thread| thread.id), 0).await?;
    let placed = ahead::foresee(db, head.draft.id, &head.versions, &forecast.text).await?;
    let names = Speakers::raising(&ctx.db, &threads).await?;
    let talk = Talk { threads: &threads, comments: &comments, placed: &placed, names: &names };
    let taken = working.as_ref().map(|working| working.applied.0.clone()).unwrap_or_default();
    let offers = offers(&talk, &forecast.text, &taken);
    let changed = newest.is_some_and(|newest| newest.digest.0 != forecast.text.digest());
    let ahead =
        if changed { next_version(ctx.viewer(), &head, &forecast, &placed, &threads).await? } else { None };
    let by = working.iter().map(|working| working.updated_by);
    let mut by = account::Entity::names(db, by).await?;
    let saved = working.map(|working| {
        let name = by.remove(&working.updated_by).unwrap_or_default();
        (working, name)
    });
    let back = ctx.returned.as_ref().filter(|back| back.fields.get("source").is_some());
    let overtaken = back.is_some_and(|back| matches!(back.error, Some(AppError::Conflict(_))));
    Ok(NextPage {
        typed: source::shown(&ctx, &source),
        text: forecast.text,
        saved,
        offers,
        ahead,
        overtaken,
        head,
    })
}

/// Shows the text as it would be published, the field to change it, the suggestions at hand, and what publishes it. All is one form, so that
/// whoever publishes sends what stands in the field too.
pub fn view(page: NextPage) -> impl IntoView {
    let (head, language) = (page.head.clone(), page.head.draft.language.clone());
    if head.stage.is_over() && page.saved.is_none() {
        return over(head);
    }
    let may_edit = head.may(Action::EditWorkingText);
    let next = head.latest() + 1;
    let (status, parts) = (status(&page), parts(&page));
    let (overtaken, publish, discard) = (overtaken(&page), publish(&page), discard(&page, may_edit));
    let (mut beside, loose) = at_hand(&page, may_edit);
    let chosen = context().query.get(CHOSEN).and_then(|line| line.parse::<u32>().ok());
    if let Some(line) = chosen.filter(|_| may_edit) {
        beside.entry(line).or_default().insert(0, choices(&page.text, line));
    }
    let cut = may_edit.then(|| {
        let cuts = &page.text.manner().cuts;
        let count = cuts.joined.len() + cuts.split.len();
        view! { <p class="quiet">{t("working-text-cut")}" "{t!("working-text-cuts", count = count)}</p> }
    });
    let text = proof(&page.text, &language, beside, may_edit.then(|| href::working_text(head.reference())));
    let counted = size(&page.text);
    let edition = page.saved.as_ref().map_or(0, |(working, _)| working.edition);
    let editor = if may_edit {
        view! {
            <div class="source stack">
                <Source text=page.typed language=language rows=30/>
                <p class="row"><button class="button second">{t("working-text-save")}</button></p>
            </div>
        }
        .into_any()
    } else {
        let why =
            access::may(&head.roles, &head.forum, &head.draft, Action::EditWorkingText, context().now).err();
        let why = why.map(|denied| say(&denied.message()));
        view! { <div class="notice"><p>{t("working-text-fixed")}</p><p>{why}</p></div> }.into_any()
    };
    let consequences = page.ahead.map(|ahead| consequences(ahead, &head));
    let title = page_title(&head, &heading(next));
    let action = href::post::save_text(head.reference());
    let base = head.draft.latest;
    view! {
        <Frame title=title>
            <DraftHead head=head.clone() tab=Tab::Apart heading=heading(next)>{status}{parts}</DraftHead>
            {overtaken}
            <PostForm action=action files=true>
                <input type="hidden" name="edition" value=edition/>
                <input type="hidden" name="base" value=base/>
                <div class="editor">
                    {editor}
                    <section class="proof" aria-labelledby="proof">
                        <h2 id="proof" class="label">{t("working-text-proof")}</h2>
                        <p class="quiet">{counted}</p>
                        {cut}
                        {loose}
                        {text}
                    </section>
                </div>
                {consequences}
                {publish}
            </PostForm>
            {discard}
        </Frame>
    }
    .into_any()
}

/// For a text that is adopted, or was given up: it has no next version.
fn over(head: Head) -> AnyView {
    let next = head.latest() + 1;
    let words = t!("working-text-over", stage = head.stage.name());
    let text = href::draft(head.reference());
    view! {
        <Frame title=page_title(&head, &heading(next))>
            <DraftHead head=head.clone() tab=Tab::Apart heading=t!("working-text-heading-none", version = next)/>
            <p class="empty">{words}" "<a href=text>{t("working-text-over-read")}</a></p>
        </Frame>
    }
    .into_any()
}

/// The ways past the text and its suggestions, which are long, to what publishing will do and to the form that does it.
fn parts(page: &NextPage) -> AnyView {
    let proof = view! { <a href=href::here("proof")>{t("working-text-proof")}</a> };
    let ahead = page.ahead.is_some().then(|| {
        let publish = t!("working-text-publish-heading", version = page.head.latest() + 1);
        let publish =
            may_publish(page).is_ok().then(|| view! { <a href=href::here("publish")>{publish}</a> });
        view! { <a href=href::here("changes")>{t("working-text-changes")}</a>" "{publish} }
    });
    view! { <p class="row">{proof}" "{ahead}</p> }.into_any()
}

/// Who saved last, and what the last press of a button did.
fn status(page: &NextPage) -> AnyView {
    let ctx = context();
    let counted = |name: &str| ctx.query.get(name).and_then(|count| count.parse::<u32>().ok());
    let together = counted("together")
        .map(|count| t!("working-text-together", count = count, left = counted("left").unwrap_or_default()));
    let done = match (ctx.done("applied"), ctx.done("saved"), ctx.done("discarded")) {
        (Some(thread), ..) => Some(t!("working-text-applied", thread = thread)),
        _ if together.is_some() => together,
        (None, Some(_), _) => Some(t("working-text-saved")),
        (None, None, Some(_)) => Some(t("working-text-discarded")),
        (None, None, None) => None,
    };
    let done = done.filter(|_| ctx.returned.is_none());
    let done = done.map(|words| view! { <div class="notice" role="status"><p>{words}</p></div> });
    let last = match &page.saved {
        Some((working, by)) => {
            let when = view! { <Ago at=working.updated_at/> };
            rich!("working-text-last", who = view! { <bdi>{by.clone()}</bdi> }, when = when)
        }
        None => t!("working-text-from", version = page.head.latest()).into_any(),
    };
    view! { <p class="stage">{last}</p>{done} }.into_any()
}

/// For the second of two who saved: the way on from either text.
fn overtaken(page: &NextPage) -> Option<AnyView> {
    if !page.overtaken {
        return None;
    }
    let fresh = href::working_text(page.head.reference());
    let theirs = match &page.saved {
        Some((_, by)) => t!("working-text-overtaken-saved", who = by.as_str()),
        None => t!("working-text-overtaken-published", version = page.head.latest()),
    };
    Some(
        view! {
            <div class="notice">
                <p>{theirs}</p>
                <p>{t("working-text-overtaken-mine")}</p>
                <p><a href=fresh>{t("working-text-overtaken-theirs")}</a></p>
            </div>
        }
        .into_any(),
    )
}

/// The suggestions under their lines, and those that have no line any more.
fn at_hand(page: &NextPage, may: bool) -> (BTreeMap<u32, Vec<AnyView>>, Option<AnyView>) {
    let reference = page.head.reference();
    let mut beside: BTreeMap<u32, Vec<AnyView>> = BTreeMap::new();
    let mut loose = Vec::new();
    let several = page.offers.iter().filter(|offer| offer.fits()).count() > 1;
    for offer in &page.offers {
        let shown = offer::view(offer, reference, (may, several));
        match offer.line() {
            Some(line) => beside.entry(line).or_default().push(shown),
            None => loose.push(shown),
        }
    }
    let waiting = page.offers.iter().filter(|offer| offer.waits()).count();
    let told = match page.offers.len() {
        0 => None,
        all => Some(t!("working-text-offers", count = waiting, all = all)),
    };
    let loose = told.map(|told| {
        let some = (!loose.is_empty()).then(|| {
            view! {
                <details><summary class="link">{t!("working-text-loose", count = loose.len())}</summary>{loose}</details>
            }
        });
        view! { <p class="quiet">{told}</p>{together(&page.offers, may)}{some} }.into_any()
    });
    (beside, loose)
}

/// The way to let go of the text, which is asked once more.
fn discard(page: &NextPage, may: bool) -> Option<AnyView> {
    let (working, _) = page.saved.as_ref().filter(|_| may && page.head.latest() > 0)?;
    let reference = page.head.reference();
    if context().query.get("discard").is_none() {
        let page = href::discard_text(reference);
        return Some(view! { <p class="column"><a href=page>{t("working-text-discard")}</a></p> }.into_any());
    }
    let (action, back) = (href::post::discard_text(reference), href::working_text(reference));
    let (edition, latest) = (working.edition, page.head.latest());
    Some(
        view! {
            <section class="sect" id="discard" aria-labelledby="discard-h">
                <h2 class="label" id="discard-h">{t("working-text-discard")}</h2>
                <PostForm action=action class="stack">
                    <input type="hidden" name="edition" value=edition/>
                    <p>{t!("working-text-discard-sure", version = latest)}</p>
                    <p class="row">
                        <button class="button grave">{t("working-text-discard-button")}</button>
                        <a href=back>{t("conversation-leave")}</a>
                    </p>
                </PostForm>
            </section>
        }
        .into_any(),
    )
}

fn may_publish(page: &NextPage) -> Result<(), Denied> {
    let head = &page.head;
    access::may(&head.roles, &head.forum, &head.draft, Action::PublishVersion, context().now)
}

/// The form that publishes, or why there is nothing to publish or not now.
fn publish(page: &NextPage) -> AnyView {
    let head = &page.head;
    let said = |words: String| view! { <p class="empty">{words}</p> }.into_any();
    if page.saved.is_none() {
        return said(t("working-text-nothing-yet"));
    }
    if head.latest() > 0 && page.ahead.is_none() {
        return said(t!("working-text-same", version = head.latest()));
    }
    if let Err(denied) = may_publish(page) {
        let (next, why) = (head.latest() + 1, say(&denied.message()));
        return view! {
            <section class="sect" aria-labelledby="publish">
                <h2 id="publish">{t!("working-text-publish-heading", version = next)}</h2>
                <p>{why}</p>
            </section>
        }
        .into_any();
    }
    let reworded = page.ahead.as_ref().map(|ahead| ahead.reworded.clone()).unwrap_or_default();
    view! { <Publish head=head.clone() reworded/> }.into_any()
}
