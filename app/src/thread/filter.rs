//! Which threads a list shows, and in which order.

use domain::{
    ThreadKind, anchor::Standing, class::Class, disposition::Disposition, gist, text::ClauseId, typed,
};
use entity::reading::filter::{Filter, On, STANDINGS, STATES};
use leptos::prelude::*;

use crate::{context::context, fields::Fields, words::t};

/// What the query of an address asks of a list, so that every list has one; what it does not know, it does not filter by.
pub fn asked(query: &Fields) -> Filter {
    let clause = match query.text("clause") {
        "draft" => Some(On::Whole),
        id => id.parse().ok().map(|id| On::Clause(ClauseId(id))),
    };
    let state = query.text("state");
    let known = STATES.contains(&state) || Disposition::KEYS.contains(&state);
    let placement = query.text("placement");
    let number = |name: &str| typed::read::<u32>(query.text(name).trim()).ok();
    Filter {
        class: Class::from_key(query.text("class")),
        kind: ThreadKind::from_key(query.text("kind")),
        clause,
        state: if known { state.to_owned() } else { String::new() },
        placement: STANDINGS.iter().find(|(key, _)| *key == placement).map(|(_, standing)| *standing),
        beside: number("version").zip(number("line")),
        mine: query.optional("mine").is_some(),
        words: query.text("q").trim().to_owned(),
        newest: query.text("sort") == "newest",
    }
}

/// The form of a list's filter: an ordinary GET, so that its answer can be linked to.
#[component]
pub fn Filters(
    action: String,
    filter: Filter,
    /// The headings of the newest text.
    headings: Vec<(ClauseId, String)>,
    /// Leaves out what a table of answers is not asked for: kind, place, whose, order.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let signed_in = context().reader.is_some();
    let more = (!brief).then(|| {
        view! {
            {select("kind", kinds(), filter.kind.map(ThreadKind::key).unwrap_or_default())}
            {select("placement", standings(), standing_key(filter.placement))}
            {select("sort", sorts(), if filter.newest { "newest" } else { "" })}
        }
    });
    let mine = (!brief && signed_in).then(|| {
        view! {
            <p><label class="choice"><input type="checkbox" name="mine" value="yes" checked=filter.mine/><span>{t("conversation-mine")}</span></label></p>
        }
    });
    let clause = match filter.clause {
        None => String::new(),
        Some(On::Whole) => "draft".to_owned(),
        Some(On::Clause(id)) => id.0.to_string(),
    };
    let beside = filter.beside.into_iter().flat_map(|(version, line)| {
        let field = |name: &'static str, value: u32| view! { <input type="hidden" name=name value=value/> };
        [field("version", version), field("line", line)]
    });
    let beside = beside.collect_view();
    view! {
        <form class="filters" method="get" action=action aria-label=t("conversation-filter") role="search">
            {beside}
            {select("state", states(), &filter.state)}
            {select("class", classes(), filter.class.map(Class::key).unwrap_or_default())}
            {select("clause", clauses(headings), &clause)}
            {more}
            <p class="grow">
                <label for="q">{t("conversation-words")}</label>
                <input id="q" name="q" type="search" value=filter.words/>
            </p>
            {mine}
            <p><button class="button second">{t("conversation-filter-button")}</button></p>
        </form>
    }
    .into_any()
}

/// A select whose first option asks for nothing; its name is also the last part of its label's id.
fn select(name: &'static str, options: Vec<(String, String)>, value: &str) -> AnyView {
    let options = options.into_iter().map(|(option, words)| {
        let selected = option == value;
        view! { <option value=option selected=selected>{words}</option> }
    });
    view! {
        <p>
            <label for=name>{t(&format!("conversation-filter-{name}"))}</label>
            <select id=name name=name>{options.collect_view()}</select>
        </p>
    }
    .into_any()
}

fn states() -> Vec<(String, String)> {
    let own = |key: &str| (key.to_owned(), t(&format!("conversation-state-{key}")));
    let disposition = |key: &&str| ((*key).to_owned(), t(&format!("disposition-{key}")));
    let mut states = vec![any("conversation-state-any"), own("waiting"), own("answered")];
    states.extend(Disposition::KEYS.iter().map(disposition));
    states.extend([own("not-satisfied"), own("withdrawn")]);
    states
}

fn classes() -> Vec<(String, String)> {
    let class = |class: &Class| (class.key().to_owned(), t(&format!("class-{}-many", class.key())));
    std::iter::once(any("conversation-class-any")).chain(Class::ALL.iter().map(class)).collect()
}

fn clauses(headings: Vec<(ClauseId, String)>) -> Vec<(String, String)> {
    let whole = ("draft".to_owned(), t("conversation-whole"));
    let heading = |(id, words): (ClauseId, String)| (id.0.to_string(), gist(&words, 60));
    [any("conversation-clause-any"), whole].into_iter().chain(headings.into_iter().map(heading)).collect()
}

fn kinds() -> Vec<(String, String)> {
    let kind = |kind: &ThreadKind| (kind.key().to_owned(), t(&format!("conversation-kind-{}", kind.key())));
    std::iter::once(any("conversation-kind-any")).chain(ThreadKind::ALL.iter().map(kind)).collect()
}

fn standings() -> Vec<(String, String)> {
    let standing =
        |(key, _): &(&str, Standing)| ((*key).to_owned(), t(&format!("conversation-standing-{key}")));
    std::iter::once(any("conversation-standing-any")).chain(STANDINGS.iter().map(standing)).collect()
}

fn sorts() -> Vec<(String, String)> {
    vec![any("conversation-sort-text"), ("newest".to_owned(), t("conversation-sort-newest"))]
}

fn any(id: &str) -> (String, String) {
    (String::new(), t(id))
}

/// The key of a standing, in addresses and message ids.
pub fn standing_key(standing: Option<Standing>) -> &'static str {
    STANDINGS.iter().find(|(_, one)| Some(*one) == standing).map_or("", |(key, _)| key)
}
