//! `/admin`: forums, stakeholders and accounts, for the administrators of the site.

use domain::permission::Action;
use entity::{access, account, forum};
use leptos::prelude::*;

use super::founding_forms;
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href,
    provider::{Requirements, requirements},
    t,
    telling::troubles::{self, Troubles},
    ui::{Day, Pager},
    words::{comma, t},
};

/// How many accounts stand on a page.
const ACCOUNTS: u64 = 50;

/// What the page shows.
pub struct Admin {
    /// Every forum, whoever may see it.
    pub forums: Vec<forum::Model>,
    /// One page of them, the newest first.
    accounts: Vec<account::Model>,
    /// How many accounts there are.
    total: u32,
    page: u32,
    pages: u32,
    troubles: Troubles,
    requirements: Requirements,
    done: bool,
}

/// Refuses everyone but an administrator of the site.
pub fn require(ctx: &Context) -> Result<&entity::Reader, AppError> {
    let reader = ctx.reader()?;
    access::require_everywhere(reader, Action::CreateForum)?;
    Ok(reader)
}

/// Reads the page for an administrator; refuses everyone else.
pub async fn load(ctx: Context) -> Result<Admin, AppError> {
    require(&ctx)?;
    let db = ctx.db.read();
    let page = ctx.query::<u32>("page_number").unwrap_or(1).max(1);
    let total = account::Entity::total(db).await?;
    Ok(Admin {
        forums: forum::Entity::all(db).await?.into_iter().filter(|forum| !forum.is_elsewhere()).collect(),
        accounts: account::Entity::newest(db, u64::from(page - 1) * ACCOUNTS, ACCOUNTS).await?,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        pages: u32::try_from(total.div_ceil(ACCOUNTS)).unwrap_or(u32::MAX),
        troubles: Troubles::load(&ctx).await?,
        requirements: Requirements::load(&ctx).await?,
        done: ctx.done("done").is_some(),
        page,
    })
}

/// Shows the forums, the forms that found and register, the accounts, and the mails that could not be sent.
pub fn view(page: Admin) -> impl IntoView {
    view! {
        <Frame title=t("admin-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("admin-title")}</h1>
                    <p class="lede">{t("admin-lede")}</p>
                    <p><a href=href::permissions()>{t("permission-title")}</a>{comma()}<a href=href::peers()>{t("peer-title")}</a></p>
                </div>
            </header>
            {page.done.then(|| view! { <div class="notice" role="status"><p>{t("admin-done")}</p></div> })}
            {forums(&page)}
            {founding_forms::forum(&page)}
            <section class="sect" aria-labelledby="stakeholders">
                <h2 id="stakeholders">{t("frame-stakeholders")}</h2>
                <p>{t("admin-stakeholders")}" "<a href=href::stakeholders()>{t("admin-stakeholders-all")}</a></p>
            </section>
            {founding_forms::stakeholder()}
            {founding_forms::account()}
            {requirements(&page.requirements)}
            {accounts(&page)}
            {troubles::section(&page.troubles)}
        </Frame>
    }
}

fn forums(page: &Admin) -> AnyView {
    let list = page.forums.iter().map(|forum| {
        let manage = href::manage_forum(&forum.slug);
        view! {
            <li>
                <a href=href::forum(&forum.slug)><bdi>{forum.name.clone()}</bdi></a>" "
                <a class="small" href=manage>{t("admin-change")}<span class="vh">": "{forum.name.clone()}</span></a>
            </li>
        }
    });
    let list = list.collect_view();
    let shown = match page.forums.is_empty() {
        true => view! { <p class="quiet">{t("forum-none")}</p> }.into_any(),
        false => view! { <ul class="names">{list}</ul> }.into_any(),
    };
    view! { <section class="sect" aria-labelledby="forums"><h2 id="forums">{t("frame-forums")}</h2>{shown}</section> }
        .into_any()
}

fn accounts(page: &Admin) -> AnyView {
    let list = page.accounts.iter().map(|one| {
        let admin = one.admin.then(|| view! { <p class="small quiet">{t("role-admin")}</p> });
        view! {
            <li>
                <p class="small quiet"><Day at=one.created_at/></p>
                <div><p><b><bdi>{one.name.clone()}</bdi></b>" "<span class="quiet">{one.email.clone()}</span></p>{admin}</div>
            </li>
        }
    });
    let list = list.collect_view();
    view! {
        <section aria-labelledby="accounts">
            <h2 class="shift" id="accounts">{t!("admin-accounts", accounts = page.total)}</h2>
            <ol class="ledger close">{list}</ol>
            <Pager page=page.page pages=page.pages/>
        </section>
    }
    .into_any()
}
