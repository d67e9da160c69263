//! Which threads a list shows, and in which order.

use domain::{
    ThreadKind,
    anchor::Standing,
    class::Class,
    disposition::Disposition,
    text::{ClauseId, LineRange},
    typed,
};
use entity::thread_list::{Lives, Order, Part, Wanted};
use leptos::prelude::*;

use super::{Conversation, Speakers};
use crate::{context::context, draft::Head, fields::Fields, words::t};

/// What a reader asks of a list of threads; read from the query of its address, so that every list has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub class: Option<Class>,
    pub kind: Option<ThreadKind>,
    pub clause: Option<On>,
    /// `waiting`, `answered`, `not-satisfied`, `withdrawn` or the key of a disposition.
    pub state: String,
    pub placement: Option<Standing>,
    /// A version and one of its lines.
    pub beside: Option<(u32, u32)>,
    pub mine: bool,
    pub words: String,
    pub newest: bool,
}

/// What part of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Whole,
    /// The clause of a heading, and all that stands under it.
    Clause(ClauseId),
}

/// The states that are no disposition, in the order a form offers them: first those, then the dispositions, then the rest.
const STATES: [&str; 4] = ["waiting", "answered", "not-satisfied", "withdrawn"];
const STANDINGS: [(&str, Standing); 3] =
    [("placed", Standing::Placed), ("uncertain", Standing::Uncertain), ("detached", Standing::Detached)];

impl Filter {
    /// Reads a query; what it does not know, it does not filter by.
    pub fn read(query: &Fields) -> Self {
        let clause = match query.text("clause") {
            "draft" => Some(On::Whole),
            id => id.parse().ok().map(|id| On::Clause(ClauseId(id))),
        };
        let state = query.text("state");
        let known = STATES.contains(&state) || Disposition::KEYS.contains(&state);
        let placement = query.text("placement");
        let number = |name: &str| typed::read::<u32>(query.text(name).trim()).ok();
        Self {
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

    /// Tells whether it lets every thread through.
    pub fn is_empty(&self) -> bool {
        *self == Self { newest: self.newest, ..Self::default() }
    }

    /// Tells whether it asks for the threads whose place somebody has to settle.
    pub fn is_triage(&self) -> bool {
        matches!(self.placement, Some(Standing::Uncertain | Standing::Detached))
    }

    pub fn order(&self) -> Order {
        if self.newest { Order::Newest } else { Order::Text }
    }

    /// What it asks of the rows, for all but the words; none when no thread can meet it.
    pub fn wanted(&self, head: &Head, reader: Option<i64>) -> Option<Wanted> {
        let number = |number: u32| i32::try_from(number).ok();
        let beside = match self.beside {
            Some((version, line)) => Some((number(version)?, number(line)?)),
            None => None,
        };
        let raised_by = if self.mine { Some(reader?) } else { None };
        Some(Wanted {
            class: self.class,
            kind: self.kind,
            part: self.part(head),
            life: self.life(),
            standing: self.placement,
            beside,
            raised_by,
        })
    }

    fn life(&self) -> Option<Lives> {
        match self.state.as_str() {
            "" => None,
            "waiting" => Some(Lives::Waiting),
            "answered" => Some(Lives::Answered),
            "not-satisfied" => Some(Lives::NotSatisfied),
            "withdrawn" => Some(Lives::Withdrawn),
            key => Disposition::KEYS.iter().find(|known| **known == key).map(|key| Lives::Disposed(key)),
        }
    }

    /// Tells whether every word asked for is in what was said, quoted, proposed or answered, or in who said it.
    pub fn says(&self, one: &Conversation, speakers: &Speakers) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let mut said = one.quote().unwrap_or_default().to_lowercase();
        for comment in one.comments.iter().filter(|comment| comment.hidden.is_none()) {
            let voice = speakers.voice(comment.author_id, comment.stakeholder_id);
            for part in [voice.as_str(), &comment.body, comment.suggestion.as_deref().unwrap_or_default()] {
                said.push('\n');
                said.push_str(&part.to_lowercase());
            }
        }
        if let Some(answer) = one.answer() {
            said.push('\n');
            said.push_str(&answer.reason.as_str().to_lowercase());
        }
        self.words.to_lowercase().split_whitespace().all(|word| said.contains(word))
    }

    /// The part of the newest version that is asked for: a clause goes with all that stands under it.
    fn part(&self, head: &Head) -> Option<Part> {
        let On::Clause(id) = self.clause? else { return Some(Part::Whole) };
        let found = head.newest().ok().and_then(|newest| Some((newest.text(), newest.position_of(id)?)));
        let Some((text, index)) = found else { return Some(Part::Nowhere) };
        let lines = text.clause(index).map(|clause| clause.lines);
        let under = (index..text.clauses().len())
            .take_while(|clause| *clause == index || text.path(*clause).contains(&index));
        let last = under.last().and_then(|clause| text.clause(clause)).map(|clause| clause.lines.last());
        let line = |line: u32| i32::try_from(line).unwrap_or(i32::MAX);
        let (first, last) = (lines.map(LineRange::first), last);
        Some(first.zip(last).map_or(Part::Nowhere, |(first, last)| Part::Lines(line(first), line(last))))
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
    let heading = |(id, words): (ClauseId, String)| (id.0.to_string(), super::gist(&words, 60));
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
