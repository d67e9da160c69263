//! Which threads a list shows, and in which order.

use domain::{
    ThreadKind,
    anchor::Standing,
    class::Class,
    disposition::{Disposition, Life, Satisfaction},
    text::ClauseId,
    typed,
};
use leptos::prelude::*;

use super::{Conversation, Discussion};
use crate::{context::context, fields::Fields, words::t};

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

    /// The threads of a discussion that pass, in the order asked for.
    pub fn apply<'a>(&self, discussion: &'a Discussion, reader: Option<i64>) -> Vec<&'a Conversation> {
        let sections = self.section(discussion);
        let passing = discussion.conversations.iter().filter(|one| {
            self.passes(one, discussion, reader) && sections.as_ref().is_none_or(|section| section.has(one))
        });
        let mut passing: Vec<_> = passing.collect();
        if self.newest {
            passing.sort_by_key(|one| std::cmp::Reverse(one.thread.number));
        } else {
            passing.sort_by(|one, other| discussion.in_text(one, other));
        }
        passing
    }

    fn passes(&self, one: &Conversation, discussion: &Discussion, reader: Option<i64>) -> bool {
        let class = || discussion.speakers.stakeholder(one.thread.stakeholder_id).map(|from| from.class.0);
        let standing = match one.placement().map(|place| place.standing) {
            Some(Standing::Placed) => Some(Standing::Placed),
            _ => one.doubt(),
        };
        self.class.is_none_or(|wanted| class() == Some(wanted))
            && self.kind.is_none_or(|kind| one.thread.kind.0 == kind)
            && self.placement.is_none_or(|wanted| standing == Some(wanted))
            && (!self.mine || one.is_of(reader))
            && self.holds(&one.life)
            && self.says(one, discussion)
    }

    fn holds(&self, life: &Life) -> bool {
        match self.state.as_str() {
            "" => true,
            "waiting" => life.needs_answer(),
            "answered" => life.standing_answer().is_some(),
            "not-satisfied" => {
                matches!(life, Life::Acknowledged { satisfaction: Satisfaction::NotSatisfied, .. })
            }
            "withdrawn" => matches!(life, Life::Withdrawn { .. }),
            key => life.standing_answer().is_some_and(|answer| answer.disposition.key() == key),
        }
    }

    /// Tells whether every word asked for is in what was said, quoted, proposed or answered, or in who said it.
    fn says(&self, one: &Conversation, discussion: &Discussion) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let mut said = one.quote().unwrap_or_default().to_lowercase();
        for comment in one.comments.iter().filter(|comment| comment.hidden.is_none()) {
            let voice = discussion.speakers.voice(comment.author_id, comment.stakeholder_id);
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

    fn section(&self, discussion: &Discussion) -> Option<Section> {
        match self.clause? {
            On::Whole => Some(Section::Whole),
            On::Clause(id) => {
                let at = discussion.ids.iter().position(|other| *other == id);
                let Some(heading) = at.and_then(|at| discussion.text.clause(at)) else {
                    return Some(Section::Gone);
                };
                let at = at.unwrap_or_default();
                let inside = |clause: &usize| *clause == at || discussion.text.path(*clause).contains(&at);
                let clauses = (0..discussion.text.clauses().len()).filter(inside);
                let clauses = clauses.filter_map(|clause| u32::try_from(clause).ok()).collect();
                Some(Section::Under { clauses, title: heading.title().to_owned() })
            }
        }
    }
}

/// The part of the newest text that is asked for.
enum Section {
    Whole,
    Under {
        clauses: std::collections::HashSet<u32>,
        title: String,
    },
    /// A clause that the newest version does not have.
    Gone,
}

impl Section {
    fn has(&self, one: &Conversation) -> bool {
        match self {
            Self::Whole => one.thread.anchor.is_none(),
            Self::Under { clauses, title } => one.placement().is_some_and(|place| match place.clause {
                Some(clause) => clauses.contains(&clause),
                None => place.last_heading.as_ref() == Some(title),
            }),
            Self::Gone => false,
        }
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
