//! `/drafts/{reference}/sign-offs`: the positions on the newest version, what is missing, and the way to agreement.

use std::sync::Arc;

use domain::{permission::Action, position::Position, text::Text};
use entity::reading::seats::Seat;
use leptos::prelude::*;

use super::{figure, missing, path, position_form, rule_in_words, seats};
use crate::{
    context::{Context, context},
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    words::{say, t},
};

/// What the page shows.
pub struct SignOffs {
    pub head: Head,
    /// The newest version, parsed; none before the first.
    pub text: Option<Arc<Text>>,
    pub seats: Vec<Seat>,
    /// The form; none for a reader who may give no position.
    pub asking: Option<Asking>,
    /// Whether the reader may record positions for others.
    pub on_behalf: bool,
    /// The seats that the reader looks after and cannot speak for, by slug and name.
    pub without_mandate: Vec<(String, String)>,
}

impl SignOffs {
    /// Whether the text was adopted, or given up: then no position is waited for.
    pub fn is_over(&self) -> bool {
        self.head.stage.is_over()
    }
}

/// The form that is shown: for whom a position can be given, and what it starts with.
pub struct Asking {
    /// The stakeholders a position can be given for, by id and name.
    pub seats: Vec<(i64, String)>,
    /// Whether it is the secretariat's form, which asks for proof.
    pub on_behalf: bool,
    /// The position that the form begins with: the one in force, where there is one seat to speak for.
    pub start: Option<Position>,
}

/// Reads the positions on the draft. Refuses with not found a draft that the reader may not see.
pub async fn load(ctx: Context) -> Result<SignOffs, AppError> {
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    let seats = Seat::all(ctx.viewer(), &head).await?;
    let on_behalf = head.may(Action::SignOffOnBehalf) && !seats.is_empty();
    Ok(SignOffs {
        text: head.newest().ok().map(entity::version::Model::text),
        asking: asking(&ctx, &head, &seats, on_behalf),
        without_mandate: without_mandate(&ctx, &head, &seats),
        seats,
        on_behalf,
        head,
    })
}

/// The seats for which the reader is the focal point, as long as positions are taken and they hold no mandate for it that counts here.
fn without_mandate(ctx: &Context, head: &Head, seats: &[Seat]) -> Vec<(String, String)> {
    let Some(reader) = ctx.reader.as_ref().filter(|_| !head.stage.is_over()) else { return Vec::new() };
    let speaks = |id: i64| reader.voices_in(&head.forum, ctx.now).any(|voice| voice.stakeholder.id == id);
    let own = seats.iter().map(|seat| &seat.stakeholder);
    let own = own.filter(|one| reader.looks_after.contains(&one.id) && !speaks(one.id));
    own.map(|one| (one.slug.clone(), one.name.clone())).collect()
}

/// The form for a delegate of a seat, or the one for the secretariat where that was asked for.
fn asking(ctx: &Context, head: &Head, seats: &[Seat], on_behalf: bool) -> Option<Asking> {
    let pair = |seat: &Seat| (seat.stakeholder.id, seat.stakeholder.name.clone());
    if on_behalf && ctx.query.get("behalf").is_some() {
        return Some(Asking { seats: seats.iter().map(pair).collect(), on_behalf: true, start: None });
    }
    if !head.may(Action::SignOff) {
        return None;
    }
    let reader = ctx.reader.as_ref()?;
    let speaks = |seat: &&Seat| {
        reader.voices_in(&head.forum, ctx.now).any(|voice| voice.stakeholder.id == seat.stakeholder.id)
    };
    let own: Vec<&Seat> = seats.iter().filter(speaks).collect();
    let start = match own.as_slice() {
        [one] => one.position().cloned(),
        _ => None,
    };
    let own: Vec<_> = own.into_iter().map(pair).collect();
    (!own.is_empty()).then_some(Asking { seats: own, on_behalf: false, start })
}

/// Shows the tally, the form, what is missing, the way to agreement, and the seats.
pub fn view(page: SignOffs) -> impl IntoView {
    let head = page.head.clone();
    let latest = head.latest();
    let heading = match latest {
        0 => t("sign-off-title"),
        version => t!("sign-off-heading", version = version),
    };
    let tally =
        (latest > 0).then(|| view! { <p class="tally">{say(&head.tally.message(latest, &head.stage))}</p> });
    let rule = rule_in_words(&head.forum.rule, Some(&head.tally));
    let next = view! { <h2 class="label">{t("sign-off-rule-of-forum")}</h2><p>{rule}</p> }.into_any();
    let empty = (latest == 0).then(|| view! { <p class="empty">{t("sign-off-unpublished")}</p> });
    view! {
        <Frame title=page_title(&head, &heading)>
            <DraftHead head=head.clone() tab=Tab::SignOffs heading=heading.clone() next=next>
                {tally}
            </DraftHead>
            {signed(&page)}
            {empty}
            {(latest > 0).then(|| view! {
                {figure::figure(&page)}
                {position_form::form(&page)}
                {silent(&page)}
                {behalf(&page)}
                {(!page.is_over()).then(|| missing::missing(&page))}
                {path::path(&page)}
                {seats::seats(&page)}
            })}
        </Frame>
    }
}

/// The way to the secretariat's form.
fn behalf(page: &SignOffs) -> Option<AnyView> {
    let shown = page.asking.as_ref().is_some_and(|asking| asking.on_behalf);
    (page.on_behalf && !shown).then(|| {
        let to = href::sign_on_behalf(page.head.reference());
        view! { <p class="shift"><a href=to>{t("sign-off-record-for-seat")}</a></p> }.into_any()
    })
}

/// Tells who has just taken a position that it is in the record, and which it is.
fn signed(page: &SignOffs) -> Option<AnyView> {
    let ctx = context();
    let slug = ctx.done("signed")?;
    let seat = page.seats.iter().find(|seat| seat.stakeholder.slug == slug)?;
    let position = t(&format!("position-{}-said", seat.position()?.key()));
    let own = format!("#{}", seats::row(seat));
    let history = href::history(page.head.reference());
    let said = t!("sign-off-signed-said", version = page.head.latest(), position = position);
    Some(
        view! {
            <div class="notice" role="status" id="signed" tabindex="-1" aria-labelledby="signed-h">
                <h2 id="signed-h">{t!("sign-off-signed-title", seat = seat.stakeholder.name.as_str())}</h2>
                <p>{said}</p>
                <p><a href=own>{t("sign-off-signed-see")}</a>" "<a href=history>{t("sign-off-signed-record")}</a></p>
            </div>
        }
        .into_any(),
    )
}

/// Tells a focal point why there is no form for its seat.
fn silent(page: &SignOffs) -> Option<AnyView> {
    let lines = page.without_mandate.iter().map(|(slug, name)| {
        let seat = view! { <a href=href::stakeholder(slug)><bdi>{name.clone()}</bdi></a> };
        view! { <p>{rich!("sign-off-without-mandate", seat = seat)}</p> }
    });
    let lines = lines.collect_view();
    (!lines.is_empty()).then(|| view! { <div class="notice">{lines}</div> }.into_any())
}
