//! Which roles ask for a provider, for the administrators of the site.

use entity::requirement::{Entity, Model, ROLES};
use leptos::prelude::*;

use super::name;
use crate::{
    context::{Context, context},
    error::AppError,
    href, t,
    ui::{Pick, PostForm},
    words::t,
};

/// The roles that ask for a provider.
pub struct Requirements(Vec<Model>);

impl Requirements {
    pub async fn load(ctx: &Context) -> Result<Self, AppError> {
        Ok(Self(Entity::all(ctx.db.read()).await?))
    }
}

/// Shows them, with the form that changes one; nothing where there is no provider and none is asked for.
pub fn requirements(page: &Requirements) -> Option<AnyView> {
    let ctx = context();
    if ctx.providers.is_empty() && page.0.is_empty() {
        return None;
    }
    let list = page.0.iter().map(|one| {
        let (role, by) = (t(&format!("role-{}", one.role)), name(&ctx, &one.provider));
        view! { <li>{t!("requirement-of", role = role, provider = by)}</li> }
    });
    let list = match page.0.is_empty() {
        true => view! { <p class="quiet">{t("requirement-none")}</p> }.into_any(),
        false => view! { <ul class="names">{list.collect_view()}</ul> }.into_any(),
    };
    let roles = ROLES.map(|role| (role.key().to_owned(), t(&format!("role-{}", role.key())))).to_vec();
    let any = (String::new(), t("requirement-any"));
    let providers = ctx.providers.iter().map(|one| (one.key.clone(), one.name.clone()));
    let providers: Vec<_> = std::iter::once(any).chain(providers).collect();
    Some(
        view! {
            <section class="sect" aria-labelledby="required">
                <h2 id="required">{t("requirement-title")}</h2>
                <div class="stack">
                    <p class="quiet">{t("requirement-why")}</p>
                    {list}
                    <PostForm action=href::post::requirements() class="form" labelled_by="required">
                        <Pick name="role" label=t("requirement-role") options=roles/>
                        <Pick name="provider" label=t("requirement-provider") options=providers/>
                        <p class="row"><button class="button">{t("requirement-save")}</button></p>
                    </PostForm>
                </div>
            </section>
        }
        .into_any(),
    )
}
