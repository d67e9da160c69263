//! `/stakeholders`: everyone with a voice, by class.

use domain::{class::Class, permission::Action};
use entity::{access, stakeholder};
use leptos::prelude::*;

use crate::{context::Context, error::AppError, frame::Frame, href, thread::Mark, words::t};

/// What the page shows.
pub struct Stakeholders {
    all: Vec<stakeholder::Model>,
    /// Whether the reader may enter organisations.
    admin: bool,
}

/// Reads every stakeholder; all are public.
pub async fn load(ctx: Context) -> Result<Stakeholders, AppError> {
    let admin = access::may_everywhere(ctx.reader.as_ref(), Action::EnterStakeholder);
    Ok(Stakeholders { all: stakeholder::Entity::all(ctx.db.read()).await?, admin })
}

/// Shows the stakeholders, those of one class together.
pub fn view(page: Stakeholders) -> impl IntoView {
    let enter = page.admin.then(|| view! { <p><a href=href::admin()>{t("stakeholder-enter")}</a></p> });
    let empty = page.all.is_empty().then(|| view! { <p class="empty shift">{t("stakeholder-none")}</p> });
    let classes = Class::ALL.iter().map(|class| one_class(*class, &page.all)).collect_view();
    view! {
        <Frame title=t("stakeholder-all")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("stakeholder-all")}</h1>
                    <p class="lede">{t("stakeholder-all-lede")}</p>
                    {enter}
                </div>
            </header>
            {empty}
            {classes}
        </Frame>
    }
}

fn one_class(class: Class, all: &[stakeholder::Model]) -> Option<AnyView> {
    let names = all.iter().filter(|one| one.class.0 == class).map(|one| {
        let place = Some(one.place.clone()).filter(|place| !place.is_empty() && *place != one.name);
        let place = place.map(|place| view! { " "<span class="quiet"><bdi>{place}</bdi></span> });
        view! { <li><a href=href::stakeholder(&one.slug)><bdi>{one.name.clone()}</bdi></a>{place}</li> }
    });
    let names: Vec<_> = names.collect();
    let id = class.key();
    (!names.is_empty()).then(|| {
        view! {
            <section class="sect" aria-labelledby=id>
                <h2 id=id><Mark class/>{t(&format!("class-{id}-many"))}</h2>
                <ul class="names">{names}</ul>
            </section>
        }
        .into_any()
    })
}
