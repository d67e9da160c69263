//! `/forums/{slug}/manage`: charter, rule, seats and roles, for the secretariat and the administrators.

use std::collections::BTreeMap;

use domain::permission::{self, Action, Place, Role};
use entity::{account, forum, newcomer, role, seat, stakeholder};
use leptos::prelude::*;

use super::{forum_page, newcomers_forms, referring, standing_forms};
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    frame::Frame,
    href,
    joining::{
        self,
        wish_forms::{self, Wishes},
    },
    t,
    ui::{Area, Field, Pick, PostForm},
    words::t,
};

/// The roles that are given; the others follow from mandates and from signing in.
pub const GIVEN: [Role; 4] = [Role::Secretariat, Role::Editor, Role::Observer, Role::Participant];

/// What the page shows.
pub struct Manage {
    pub forum: forum::Model,
    /// Stakeholders with a seat of this forum's own.
    pub seats: Vec<stakeholder::Model>,
    /// Stakeholders without a seat here.
    pub others: Vec<stakeholder::Model>,
    pub roles: Vec<role::Model>,
    /// The names behind the account numbers.
    pub names: BTreeMap<i64, String>,
    /// Who wrote and waits to be let in.
    pub asking: Vec<(newcomer::Model, Fields)>,
    /// Who asks to speak for a stakeholder.
    wishes: Wishes,
    /// What was just done.
    saved: Option<&'static str>,
}

/// Reads the forum for who manages it. Sends a stranger to sign in, refuses with not found one that the reader may not see, and with
/// forbidden whoever may not manage it.
pub async fn load(ctx: Context) -> Result<Manage, AppError> {
    ctx.reader()?;
    let db = ctx.db.read();
    let (forum, own) = forum_page::seen(&ctx).await?;
    permission::may(&own, Action::ManageForum, &Place::forum(forum.visibility.0), ctx.now)
        .map_err(|denied| AppError::Forbidden(denied.message()))?;
    let seats = seat::of(db, forum.id).await?;
    let mut others = stakeholder::Entity::all(db).await?;
    others.retain(|one| seats.iter().all(|seat| seat.id != one.id));
    let roles = role::Entity::in_forum(db, forum.id).await?;
    let names = account::Entity::names(db, roles.iter().map(|role| role.account_id)).await?;
    let asking = newcomer::Entity::asking(db, [forum.id], ctx.now).await?;
    let asking = asking.into_iter().map(|row| Ok((joining::typed(&row)?, row)));
    let asking: Vec<_> =
        asking.map(|one| one.map(|(fields, row)| (row, fields))).collect::<Result<_, AppError>>()?;
    let wishes = wish_forms::wishes(&ctx, &[forum.id], &[]).await?;
    Ok(Manage {
        asking,
        wishes,
        saved: ctx.done("saved").map(|what| match what {
            "founded" => "forum-founded",
            _ => "forum-saved",
        }),
        forum,
        seats,
        others,
        roles,
        names,
    })
}

/// Shows the forms for the charter, the rule, the seats and the roles.
pub fn view(page: Manage) -> impl IntoView {
    let heading = t!("forum-manage-heading", forum = page.forum.name.as_str());
    view! {
        <Frame title=heading.clone()>
            <header class="head">
                <div class="title stack">
                    <p class="quiet"><a href=href::forum(&page.forum.slug)><bdi>{page.forum.name.clone()}</bdi></a></p>
                    <h1>{heading}</h1>
                </div>
            </header>
            {page.saved.map(|saved| view! { <div class="notice" role="status"><p>{t(saved)}</p></div> })}
            {newcomers_forms::asking(&page)}
            {wish_forms::deciding(&page.wishes)}
            {charter(&page.forum)}
            {newcomers_forms::joining(&page.forum)}
            {referring::form(&page.forum)}
            {rule(&page.forum)}
            {standing_forms::seats(&page)}
            {standing_forms::roles(&page)}
        </Frame>
    }
}

fn charter(forum: &forum::Model) -> AnyView {
    let charter = forum.charter.clone();
    let late = if forum.late_comments { "yes" } else { "no" };
    let options = ["no", "yes"].map(|value| (value.to_owned(), t(&format!("forum-late-{value}"))));
    view! {
        <section class="sect" aria-labelledby="about-h">
            <h2 id="about-h">{t("forum-charter")}</h2>
            <PostForm action=href::post::charter(&forum.slug) class="form" labelled_by="about-h">
                <Area name="charter" label=t("forum-charter-field") hint=t("forum-charter-hint") value=charter rows=14/>
                <Pick name="late" label=t("forum-late-field") options=options.to_vec() value=late/>
                <p class="row"><button class="button second">{t("forum-charter-save")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}

fn rule(forum: &forum::Model) -> AnyView {
    let rule = forum.rule.0;
    view! {
        <section class="sect" aria-labelledby="rule-h">
            <h2 id="rule-h">{t("forum-rule-heading")}</h2>
            <PostForm action=href::post::rule(&forum.slug) class="form" labelled_by="rule-h">
                <div class="pairs">
                    <Field name="parts" label=t("forum-rule-parts") value=rule.share.parts.to_string() kind="number"/>
                    <Field name="of" label=t("forum-rule-of") value=rule.share.of.to_string() kind="number"/>
                </div>
                <p class="hint">{t("forum-rule-hint")}</p>
                <Field name="least" label=t("forum-rule-least") value=rule.least_endorsements.to_string() kind="number"/>
                <Field name="most" label=t("forum-rule-most") value=rule.most_objections.to_string() kind="number"/>
                <p class="row"><button class="button second">{t("forum-rule-save")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}
