//! `/admin/permissions`: the one table of who may do what, as the program asks it.

use domain::permission::{Action, Role, is_for};
use leptos::prelude::*;

use crate::{
    frame::Frame,
    href,
    words::{comma, t},
};

/// The roles, in the order in which they are named.
const ROLES: [Role; 9] = [
    Role::Admin,
    Role::Secretariat,
    Role::Editor,
    Role::Delegate,
    Role::FocalPoint,
    Role::Participant,
    Role::Commenter,
    Role::Observer,
    Role::Anonymous,
];

/// Shows each action with the roles that may. It is no secret: it says of the program what everybody may know.
pub fn view((): ()) -> impl IntoView {
    let rows = Action::ALL.iter().map(|action| row(*action)).collect_view();
    let columns = ["permission-action", "permission-who", "permission-words"];
    let columns = columns.map(|id| view! { <th scope="col" role="columnheader" class="label">{t(id)}</th> });
    view! {
        <Frame title=t("permission-title")>
            <header class="head">
                <div class="title stack">
                    <p class="quiet"><a href=href::admin()>{t("admin-title")}</a></p>
                    <h1 id="permissions">{t("permission-title")}</h1>
                    <p class="lede">{t("permission-lede")}</p>
                </div>
            </header>
            <table class="rows seats" role="table" aria-labelledby="permissions">
                <thead role="rowgroup"><tr role="row">{columns.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </Frame>
    }
}

fn row(action: Action) -> AnyView {
    let may = ROLES.iter().filter(|role| is_for(&[**role], action));
    let may: Vec<_> = may.map(|role| t(&format!("role-{}", role.key()))).collect();
    let who = if may.is_empty() { t("permission-nobody") } else { may.join(comma()) };
    let own = action.own().map(|own| {
        let words = t(if own { "permission-own" } else { "permission-other" });
        view! { <p class="small quiet">{words}</p> }
    });
    let words = t(action.who_id());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><code dir="ltr">{action.key()}</code>{own}</th>
            <td role="cell"><p>{who}</p></td>
            <td role="cell"><p class="quiet">{words}</p></td>
        </tr>
    }
    .into_any()
}
