//! `/forums`: the bodies that host drafts, each with its working groups.

use domain::{
    gist,
    permission::{self, Action, Place},
};
use entity::{access, forum};
use leptos::prelude::*;

use crate::{context::Context, error::AppError, frame::Frame, href, words::t};

/// How much of a charter is shown.
const CHARTER: usize = 220;

/// What the page shows.
pub struct Forums {
    /// Those the reader may see, by name; groups follow their forum.
    forums: Vec<(forum::Model, Vec<forum::Model>)>,
    /// Whether the reader may found forums.
    admin: bool,
}

/// Reads the forums that the reader may see.
pub async fn load(ctx: Context) -> Result<Forums, AppError> {
    let db = ctx.db.read();
    let all = forum::Entity::all(db).await?;
    let roles = access::roles_among(db, ctx.reader.as_ref(), &all, ctx.now).await?;
    let seen = |forum: &forum::Model| {
        let roles = roles.get(&forum.id).map_or(&[][..], Vec::as_slice);
        permission::may(roles, Action::See, &Place::forum(forum.visibility.0), ctx.now).is_ok()
    };
    let (top, groups): (Vec<_>, Vec<_>) = all
        .iter()
        .filter(|forum| seen(forum) && !forum.is_elsewhere())
        .cloned()
        .partition(|forum| forum.parent_id.is_none());
    let with_groups = |forum: forum::Model| {
        let own = groups.iter().filter(|group| group.parent_id == Some(forum.id)).cloned().collect();
        (forum, own)
    };
    let admin = access::may_everywhere(ctx.reader.as_ref(), Action::CreateForum);
    Ok(Forums { forums: top.into_iter().map(with_groups).collect(), admin })
}

/// Shows each forum with its kind, the first words of its charter, and its working groups.
pub fn view(page: Forums) -> impl IntoView {
    let found = page.admin.then(|| view! { <p><a href=href::admin()>{t("forum-found")}</a></p> });
    let list = match page.forums.is_empty() {
        true => view! { <p class="empty shift">{t("forum-none")}</p> }.into_any(),
        false => {
            let forums = page.forums.into_iter().map(|(forum, groups)| one(forum, groups));
            view! { <ol class="ledger">{forums.collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <Frame title=t("forum-all")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("forum-all")}</h1>
                    <p class="lede">{t("forum-all-lede")}</p>
                    {found}
                </div>
            </header>
            {list}
        </Frame>
    }
}

fn one(forum: forum::Model, groups: Vec<forum::Model>) -> AnyView {
    let groups = (!groups.is_empty()).then(|| {
        let links = groups.into_iter().map(|group| {
            view! { <li><a href=href::forum(&group.slug)><bdi>{group.name}</bdi></a></li> }
        });
        view! { <div><p class="label">{t("forum-groups")}</p><ul>{links.collect_view()}</ul></div> }
    });
    view! {
        <li>
            <p class="small quiet">{t(&format!("forum-kind-{}", forum.kind.key()))}</p>
            <div>
                <h2><a href=href::forum(&forum.slug)><bdi>{forum.name}</bdi></a></h2>
                <p dir="auto">{first_words(&forum.charter)}</p>
                {groups}
            </div>
        </li>
    }
    .into_any()
}

/// What a charter begins with, without its headings and marks.
pub fn first_words(charter: &str) -> String {
    let prose =
        charter.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '|', '>']));
    let item =
        |line: &'_ str| ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)).map(str::to_owned);
    let (mut words, mut in_list) = (String::new(), false);
    for line in prose {
        let found = item(line);
        words.push_str(if in_list && found.is_some() { ", " } else { " " });
        in_list = found.is_some();
        words.push_str(found.as_deref().unwrap_or(line));
    }
    let plain: String = words.trim().chars().filter(|c| !"*_`".contains(*c)).collect();
    gist(&plain, CHARTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charter_is_shown_by_its_first_words() {
        assert_eq!(
            first_words("# Charter\n\nThe Network *drafts*\nprinciples."),
            "The Network drafts principles."
        );
        assert_eq!(first_words("Drafts are:\n\n- open\n- answered\n"), "Drafts are: open, answered");
        assert!(first_words(&"word ".repeat(100)).ends_with("word…"));
    }
}
