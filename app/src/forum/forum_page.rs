//! `/forums/{slug}`: charter, seats, people, working groups, drafts and deadlines.

use std::collections::BTreeMap;

use domain::permission::{self, Action, Place, Role};
use entity::{
    access, account,
    follow::Subject,
    forum, mandate,
    reading::{
        docket::{self, Docket, Stretch},
        referral::Sent,
    },
    role, stakeholder,
};
use leptos::prelude::*;

use super::{drafts, people};
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href,
    referral::state as referral_state,
    sign_off::rule_in_words,
    t,
    telling::Following,
    ui::{Markdown, time},
    words::t,
};

/// How many running drafts a forum shows, and how many of those that are over.
const RUNNING: Stretch = Stretch { skip: 0, limit: 100 };
const OVER: Stretch = Stretch { skip: 0, limit: 30 };

/// What the page shows.
pub struct ForumPage {
    pub forum: forum::Model,
    /// The forum it is a working group of.
    pub parent: Option<forum::Model>,
    /// Its working groups.
    pub groups: Vec<forum::Model>,
    pub seats: Vec<stakeholder::Model>,
    /// Who speaks for the seats now.
    pub mandates: Vec<mandate::Model>,
    /// Who has a role here, or in the forum it is a group of.
    pub roles: Vec<role::Model>,
    /// The names behind the account numbers.
    pub names: BTreeMap<i64, String>,
    /// Its drafts and those of its working groups.
    pub running: Docket,
    /// Drafts that were adopted, withdrawn or superseded.
    pub over: Docket,
    /// What was referred to it, the newest first.
    pub came: Vec<Sent>,
    may_draft: bool,
    may_receive: bool,
    may_manage: bool,
    followed: bool,
}

/// The forum at this address, with the roles that the reader has in it. Refuses with not found one that the reader may not see.
pub async fn seen(ctx: &Context) -> Result<(forum::Model, Vec<Role>), AppError> {
    let db = ctx.db.read();
    let forum = forum::Entity::by_slug(db, &ctx.param::<String>("slug")?).await?;
    access::require_in(db, ctx.reader.as_ref(), &forum, Action::See, ctx.now).await?;
    let roles = access::roles(db, ctx.reader.as_ref(), &forum, ctx.now).await?;
    ctx.is_about_forum_in(&forum.zone);
    Ok((forum, roles))
}

/// Reads the forum, its people and drafts. Refuses with not found one that the reader may not see.
pub async fn load(ctx: Context) -> Result<ForumPage, AppError> {
    let (db, reader) = (ctx.db.read(), ctx.reader.as_ref());
    let (forum, own_roles) = seen(&ctx).await?;
    let seats = forum.seats(db).await?;
    let mandates = mandate::Entity::live_in(db, &forum, seats.iter().map(|seat| seat.id), ctx.now).await?;
    let mut roles = role::Entity::in_forum(db, forum.id).await?;
    if let Some(parent) = forum.parent_id {
        roles.extend(role::Entity::in_forum(db, parent).await?);
    }
    let people = roles.iter().map(|role| role.account_id).chain(mandates.iter().map(|one| one.account_id));
    let groups = forum.working_groups(db).await?;
    let here = || std::iter::once(forum.id).chain(groups.iter().map(|group| group.id)).collect::<Vec<_>>();
    let may =
        |action| permission::may(&own_roles, action, &Place::forum(forum.visibility.0), ctx.now).is_ok();
    Ok(ForumPage {
        parent: forum.parent(db).await?,
        names: account::Entity::names(db, people.collect::<Vec<_>>()).await?,
        running: docket::running_in(db, reader, here(), RUNNING, ctx.now).await?,
        over: docket::over_in(db, reader, here(), OVER, ctx.now).await?,
        came: ctx.viewer().came_to([forum.id]).await?,
        may_draft: may(Action::CreateDraft),
        may_receive: may(Action::ReceiveReferral),
        may_manage: may(Action::ManageForum),
        followed: ctx.viewer().follows(&Subject::Forum(forum.slug.clone())).await?,
        groups,
        forum,
        seats,
        mandates,
        roles,
    })
}

/// Shows the forum: drafts, deadlines, charter, seats and people.
pub fn view(page: ForumPage) -> impl IntoView {
    let slug = page.forum.slug.clone();
    let above = page.parent.as_ref().map(|parent| {
        view! { <p class="quiet"><a href=href::forum(&parent.slug)><bdi>{parent.name.clone()}</bdi></a></p> }
    });
    let begin = page
        .may_draft
        .then(|| view! { <a class="button" href=href::new_draft(&slug)>{t("forum-new-draft")}</a>" " });
    let manage = page.may_manage.then(|| view! { <a href=href::manage_forum(&slug)>{t("forum-manage")}</a> });
    let needs = (page.may_manage && !page.may_draft).then(|| {
        let roles = format!("{}#roles-h", href::manage_forum(&slug));
        view! { <p class="quiet">{t("forum-begin-needs-role")}" "<a href=roles>{t("forum-begin-give-role")}</a></p> }
    });
    let acts = (page.may_draft || page.may_manage).then(|| view! { <p class="cta">{begin}{manage}</p> });
    let kind = t(&format!("forum-kind-{}", page.forum.kind.key()));
    view! {
        <Frame title=page.forum.name.clone()>
            <header class="head">
                <div class="title stack">
                    {above}
                    <h1><bdi>{page.forum.name.clone()}</bdi></h1>
                    <p class="lede">{kind}</p>
                    {acts}
                    {needs}
                    <Following subject=Subject::Forum(slug.clone()) followed=page.followed deadlines=true/>
                </div>
                <dl class="facts">
                    <div><dt class="label">{t("forum-prefix")}</dt><dd>{page.forum.prefix.clone()}</dd></div>
                    <div>
                        <dt class="label">{t("forum-zone")}</dt>
                        <dd>{time::city(&page.forum.zone)}</dd>
                    </div>
                </dl>
                <div class="next">
                    <h2 class="label">{t("forum-rule")}</h2>
                    <p>{rule_in_words(&page.forum.rule, None)}</p>
                </div>
            </header>
            {drafts::drafts(&page)}
            {drafts::calendar(&page)}
            {came(&page)}
            {page.may_receive.then(|| crate::peer::crossing::receiving(&page.forum.slug))}
            {charter(&page)}
            {people::seats(&page)}
            {people::roles(&page)}
            {groups(&page)}
        </Frame>
    }
}

/// What was referred to the forum, with how each is cited at both ends.
fn came(page: &ForumPage) -> Option<AnyView> {
    if page.came.is_empty() {
        return None;
    }
    let one = |sent: &Sent| {
        let link = href::referral(&sent.draft.reference, sent.referral.number);
        let theirs = sent.derived.as_ref().map(|derived| {
            let page = href::draft(&derived.reference);
            view! { ", "<a href=page><bdi>{derived.reference.clone()}</bdi></a> }
        });
        view! {
            <li>
                <p><a href=link><bdi>{sent.draft.title.clone()}</bdi></a></p>
                <p class="quiet"><bdi>{sent.forum.name.clone()}</bdi>", "<bdi>{sent.id()}</bdi>{theirs}</p>
                {referral_state(&sent.referral.state)}
            </li>
        }
    };
    let all: Vec<_> = page.came.iter().map(one).collect();
    let view = view! {
        <section class="sect" aria-labelledby="came">
            <h2 id="came">{t("forum-came-in")}</h2>
            <ul class="stack">{all}</ul>
        </section>
    };
    Some(view.into_any())
}

fn charter(page: &ForumPage) -> AnyView {
    let charter = page.forum.charter.clone();
    let joining = t(&format!("joining-{}-who", page.forum.joining.0.key()));
    let late = t(if page.forum.late_comments { "forum-late-allowed" } else { "forum-late-refused" });
    view! {
        <section class="sect" aria-labelledby="charter">
            <h2 id="charter">{t("forum-charter")}</h2>
            <div class="stack" dir="auto">
                <Markdown text=charter/>
                <p class="quiet">{joining}" "{late}</p>
                <p><a href=href::speak(&page.forum.slug)>{t("wish-link")}</a></p>
            </div>
        </section>
    }
    .into_any()
}

fn groups(page: &ForumPage) -> Option<AnyView> {
    if page.groups.is_empty() {
        return None;
    }
    let count = u32::try_from(page.groups.len()).unwrap_or(u32::MAX);
    let groups = page.groups.iter().map(|group| {
        view! { <li><a href=href::forum(&group.slug)><bdi>{group.name.clone()}</bdi></a></li> }
    });
    let groups = groups.collect_view();
    Some(
        view! {
            <section class="sect" aria-labelledby="groups">
                <h2 id="groups">{t!("forum-groups-count", count = count)}</h2>
                <ul class="names">{groups}</ul>
            </section>
        }
        .into_any(),
    )
}
