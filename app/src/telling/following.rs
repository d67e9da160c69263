//! How one hears of something: the button to follow it, its news feed and the calendar of its deadlines.

use entity::follow::Subject;
use leptos::prelude::*;
use leptos_meta::Link;

use super::Follow;
use crate::{
    href::{self, Href},
    words::t,
};

/// The ways to hear of what a page is about, for people and, in its head, for their programs.
#[component]
pub fn Following(
    subject: Subject,
    /// Whether the reader follows it.
    followed: bool,
    /// Whether it has deadlines.
    #[prop(optional)]
    deadlines: bool,
) -> impl IntoView {
    let page = match &subject {
        Subject::Forum(slug) => href::forum(slug),
        Subject::Draft(reference) => href::draft(reference),
        Subject::Clause(reference, clause) => href::clause(reference, clause.0),
        Subject::Stakeholder(slug) => href::stakeholder(slug),
    };
    let (feed, calendar) = (href::feed(&page), deadlines.then(|| href::calendar(&page)));
    let shown = calendar.clone().map(|calendar| view! { " "<a href=calendar>{t("follow-calendar")}</a> });
    view! {
        <Alternates feed=feed.clone() calendar/>
        <div class="row small following">
            <Follow subject followed/>
            <p><a href=feed>{t("follow-feed")}</a>{shown}</p>
        </div>
    }
    .into_any()
}

/// In the head of a page: where its feed and its calendar are.
#[component]
pub fn Alternates(feed: Href, calendar: Option<Href>) -> impl IntoView {
    let calendar = calendar.map(|calendar| {
        view! { <Link rel="alternate" type_="text/calendar" href=calendar title=t("follow-calendar")/> }
    });
    view! {
        <Link rel="alternate" type_="application/atom+xml" href=feed title=t("follow-feed")/>
        {calendar}
    }
    .into_any()
}
