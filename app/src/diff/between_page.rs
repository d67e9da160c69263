//! `/drafts/{a}/crosswalk/{b}/changes`: what changed from a version of one draft to a version of another, where a referral joins them.

use entity::reading::{Compared, crosswalk::Walk};
use leptos::prelude::*;

use super::{
    hunk_view::{Lay, Pair, Sections},
    summary::summary,
    views::views,
};
use crate::{
    context::Context,
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href,
    locale::apart,
    t,
    words::t,
};

/// What the page shows.
pub struct Between {
    head: Head,
    walk: Walk,
    lay: Lay,
}

/// Compares two versions of drafts that a referral joins: the newest, or those that are asked for. Refuses with not found what the reader may
/// not see, and drafts that no referral joins.
pub async fn load(ctx: Context) -> Result<Between, AppError> {
    let (old, new) = (ctx.param::<String>("reference")?, ctx.param::<String>("other")?);
    let head = head_of(&ctx, &old).await?;
    ctx.made_from_everything();
    let walk = ctx.viewer().crosswalk((&old, &new), (ctx.query("from"), ctx.query("to"))).await?;
    Ok(Between { head, walk, lay: Lay::from_key(ctx.query.get("view")) })
}

/// Shows the changes; of a text in another language only that it is one.
pub fn view(page: Between) -> impl IntoView {
    let Between { head, walk, lay } = page;
    let (ours, theirs) = (walk.old.draft.reference.clone(), walk.new.draft.reference.clone());
    let (from, to) = (walk.old.version.number.unsigned_abs(), walk.new.version.number.unsigned_abs());
    let heading = t!("diff-between", ours = ours.as_str(), from = from, theirs = theirs.as_str(), to = to);
    let title = page_title(&head, &heading);
    let beside = href::crosswalk(&ours, &theirs);
    let next = view! { <p><a href=beside>{t("referral-crosswalk")}</a></p> }.into_any();
    let Some(map) = &walk.map else {
        let told = view! { <p class="tally">{t("crosswalk-translation")}</p> }.into_any();
        return view! { <Frame title=title><DraftHead head tab=Tab::Went heading=heading next=next>{told}</DraftHead></Frame> }
            .into_any();
    };
    let compared = Compared::new(walk.old.text.clone(), walk.new.text.clone(), map);
    let subject = t!("crosswalk-side", reference = theirs.as_str(), version = to);
    let tally = view! { <p class="tally">{summary(subject, &compared.summary())}</p> }.into_any();
    let pair = Pair {
        reference: ours.clone(),
        other: Some(theirs.clone()),
        older: from,
        newer: to,
        ahead: false,
        old: walk.old.text.clone(),
        new: walk.new.text.clone(),
        language: apart(&head.draft.language),
    };
    let views = views(&href::between((&ours, from), (&theirs, to)), lay);
    let columns = (lay == Lay::SideBySide).then(|| columns((&ours, from), (&theirs, to)));
    let sections = compared.sections();
    view! {
        <Frame title=title>
            <DraftHead head tab=Tab::Went heading=heading next=next>{tally}</DraftHead>
            {views}
            {columns}
            <h2 class="vh">{t("diff-changes")}</h2>
            <Sections sections pair lay/>
        </Frame>
    }
    .into_any()
}

fn columns((ours, from): (&str, u32), (theirs, to): (&str, u32)) -> AnyView {
    view! {
        <div class="cols" aria-hidden="true">
            <div class="pair">
                <p class="cell old label">{t!("crosswalk-side", reference = ours, version = from)}</p>
                <p class="cell new label">{t!("crosswalk-side", reference = theirs, version = to)}</p>
            </div>
        </div>
    }
    .into_any()
}
