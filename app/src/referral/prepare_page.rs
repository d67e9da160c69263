//! `/drafts/{reference}/referrals/new`: preparing a referral.

use domain::{
    permission::Action,
    referral::{Keeper, Purpose, Sought},
};
use entity::{access, forum, reading::uptake::name};
use leptos::prelude::*;

use super::words;
use crate::{
    context::Context,
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href,
    ui::{Area, Choice, Field, Pick, PostForm, time},
    words::t,
};

/// What the page shows.
pub struct Prepare {
    head: Head,
    forums: Vec<forum::Model>,
    /// When the answer is due unless another day is chosen, as a field has it.
    due: String,
}

/// Refuses whoever may not refer texts of the forum, and a draft without a version.
pub async fn load(ctx: Context) -> Result<Prepare, AppError> {
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    ctx.made_from_everything();
    access::require(ctx.db.read(), ctx.reader.as_ref(), &head.forum, &head.draft, Action::Refer, ctx.now)
        .await?;
    head.newest()?;
    let mut forums = Vec::new();
    for forum in forum::Entity::all(ctx.db.read()).await? {
        if forum.id != head.forum.id && forum.visibility.0.is_public(ctx.now) {
            forums.push(forum);
        }
    }
    let due = ctx.now + chrono::TimeDelta::days(90);
    let due = time::for_field(time::evening(due, &head.forum.zone), &head.forum.zone);
    Ok(Prepare { head, forums, due })
}

/// Shows the form.
pub fn view(page: Prepare) -> impl IntoView {
    let Prepare { head, forums, due } = page;
    let heading = t("referral-prepare-heading");
    let title = page_title(&head, &heading);
    let lede = view! { <p class="lede">{t("referral-prepare-lede")}</p> }.into_any();
    let next =
        view! { <h2 class="label">{t("referral-who-heading")}</h2><p>{t("referral-who")}</p> }.into_any();
    let mut to: Vec<_> = forums.into_iter().map(|forum| (forum.slug.clone(), named(&forum))).collect();
    to.push(("".to_owned(), t("referral-by-file")));
    let action = href::post::prepare_referral(head.reference());
    let (version, clauses) = (head.latest(), clauses(&head));
    let went = href::uptake(head.reference());
    view! {
        <Frame title=title>
            <DraftHead head tab=Tab::Went heading=heading next=next>{lede}</DraftHead>
            <div class="refer column">
                <PostForm action class="form apart">
                    <input type="hidden" name="version" value=version/>
                    <section class="group"><h2><b>{crate::words::number(1)}</b>" "{t("referral-to-whom")}</h2>
                        <Pick name="to" label=t("referral-body") options=to/>
                        <Field name="to-name" label=t("referral-body-name") hint=t("referral-body-name-hint")/>
                    </section>
                    <section class="group"><h2><b>{crate::words::number(2)}</b>" "{t("referral-what-asked")}</h2>
                        <Choice name="purpose" legend=t("referral-purpose") options=purposes() value="review"/>
                        <Choice name="sought" legend=t("referral-we-ask") options=acts() value="adopt"/>
                        {clauses}
                        <Area name="questions" label=t("referral-questions") hint=t("referral-questions-hint") rows=3/>
                    </section>
                    <section class="group"><h2><b>{crate::words::number(3)}</b>" "{t("referral-by-when-heading")}</h2>
                        <Field name="due" label=t("referral-due") hint=t("referral-due-hint") kind="datetime-local" value=due/>
                        <Field name="earliest" label=t("referral-earliest") hint=t("referral-earliest-hint") kind="datetime-local"/>
                    </section>
                    <section class="group"><h2><b>{crate::words::number(4)}</b>" "{t("referral-note-heading")}</h2>
                        <Area name="note" label=t("referral-note") hint=t("referral-note-hint") required=true/>
                    </section>
                    <section class="group"><h2><b>{crate::words::number(5)}</b>" "{t("referral-terms")}</h2>
                        <Pick name="keeper" label=t("referral-keeper") options=keepers()/>
                        <Field name="licence" label=t("referral-licence") value=t("referral-licence-usual")/>
                        <Choice name="comes-back" legend=t("referral-comes-back") value="yes" options=vec![("yes", t("referral-comes-back-yes")), ("no", t("referral-comes-back-no"))]/>
                        <Field name="contact" label=t("referral-contact")/>
                    </section>
                    <p class="row"><button class="button">{t("referral-preview")}</button>" "<a href=went>{t("referral-cancel")}</a></p>
                </PostForm>
            </div>
        </Frame>
    }
    .into_any()
}

fn purposes() -> Vec<(&'static str, String)> {
    Purpose::ALL.iter().map(|one| (one.key(), words::purpose(*one))).collect()
}

fn acts() -> Vec<(&'static str, String)> {
    Sought::ALL.iter().map(|one| (one.key(), words::sought(*one))).collect()
}

fn keepers() -> Vec<(String, String)> {
    Keeper::ALL.iter().map(|one| (one.key().to_owned(), words::keeper(*one))).collect()
}

/// The clauses to choose from; none chosen means all.
fn clauses(head: &Head) -> AnyView {
    let Ok(newest) = head.newest() else { return ().into_any() };
    let text = newest.text();
    let ctx = crate::context::context();
    let one = |clause: u32| {
        let id = newest.clauses.get(clause as usize)?.id.0.to_string();
        let (number, words) = name(&text, clause);
        let checked = ctx.chosen("clause", &id, false);
        Some(view! {
            <label class="choice"><input type="checkbox" name="clause" value=id checked=checked/>" "
                <span>{number.map(|number| view! { <b>{number}</b>" " })}<bdi>{words}</bdi></span>
            </label>
        })
    };
    let clauses: Vec<_> = domain::crosswalk::bodies(&text).into_iter().filter_map(one).collect();
    view! {
        <details><summary class="link">{t("referral-clauses")}</summary>
            <fieldset class="field"><legend>{t("referral-clauses-meant")}</legend>{clauses}</fieldset>
        </details>
    }
    .into_any()
}

/// A forum as it is chosen: one of another installation with its host.
fn named(forum: &forum::Model) -> String {
    match domain::bundle::split(&forum.slug) {
        Some((_, host)) => format!("{} ({host})", forum.name),
        None => forum.name.clone(),
    }
}
