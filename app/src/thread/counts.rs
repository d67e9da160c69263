//! How many threads there are, and what they wait for.

use entity::reading::{thread_count::Count, triage};
use leptos::prelude::*;

use crate::{context::Context, draft::Head, error::AppError, href, rich, t};

/// The threads of a draft, counted by what is to be done about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub threads: Count,
    /// Those whose place in the newest version is not sure.
    pub uncertain: u32,
    /// Those whose words are gone from it.
    pub detached: u32,
}

impl Counts {
    /// Counts those of a draft.
    pub async fn of(ctx: &Context, head: &Head) -> Result<Self, AppError> {
        let doubtful = triage::triage(ctx.db.read(), [head.draft.id]).await?;
        let triage::Triage { uncertain, detached } =
            doubtful.get(&head.draft.id).copied().unwrap_or_default();
        Ok(Self { threads: head.threads, uncertain, detached })
    }

    /// The counts as sentences, each a link to the threads it counts; nothing while there are none.
    pub fn view(&self, reference: &str) -> Option<AnyView> {
        let Count { standing, unanswered, withdrawn } = self.threads;
        let link = |filter: (&str, &str), id: &str, count: u32| {
            let page = href::threads_where(reference, &[filter]);
            view! { <a href=page>{t!(id, count = count)}</a> }
        };
        let waiting = link(("state", "waiting"), "conversation-count-waiting", unanswered);
        let all = t!("conversation-count", count = standing);
        let stand = (standing > 0).then(|| rich!("conversation-counts", all = all, waiting = waiting));
        let more = [
            ("state", "withdrawn", "conversation-count-withdrawn", withdrawn),
            ("placement", "uncertain", "conversation-count-uncertain", self.uncertain),
            ("placement", "detached", "conversation-count-detached", self.detached),
        ];
        let more = more.into_iter().filter(|(.., count)| *count > 0);
        let more = more.map(|(field, value, id, count)| view! { " "{link((field, value), id, count)}"." });
        let more = more.collect::<Vec<_>>();
        (!self.threads.is_empty()).then(|| {
            view! {
                {stand.map(|stand| view! { <p class="tally">{stand}</p> })}
                {(!more.is_empty()).then(|| view! { <p class="quiet">{more}</p> })}
            }
            .into_any()
        })
    }
}

/// How many of the threads of a draft a list shows: those that stand and, apart from them, those that were taken back.
pub fn found(id: &str, shown: &Count, all: &Count) -> String {
    t!(id, found = shown.standing, all = all.standing, withdrawn = shown.withdrawn)
}
