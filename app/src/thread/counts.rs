//! How many threads there are, and what they wait for.

use domain::anchor::Standing;
use leptos::prelude::*;

use super::Conversation;
use crate::{href, rich, t};

/// The threads of a draft, counted by what is to be done about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: usize,
    pub waiting: usize,
    pub uncertain: usize,
    pub detached: usize,
}

impl Counts {
    pub fn of(conversations: &[Conversation]) -> Self {
        let standing = |wanted: Standing| {
            let there = conversations.iter().filter_map(Conversation::placement);
            there.filter(|place| place.standing == wanted).count()
        };
        Self {
            all: conversations.len(),
            waiting: conversations.iter().filter(|one| one.life.needs_answer()).count(),
            uncertain: standing(Standing::Uncertain),
            detached: standing(Standing::Detached),
        }
    }

    /// The counts as a sentence, each a link to the threads it counts; nothing while there are none.
    pub fn view(&self, reference: &str) -> Option<AnyView> {
        let link = |filter: (&str, &str), id: &str, count: usize| {
            let page = href::threads_where(reference, &[filter]);
            view! { <a href=page>{t!(id, count = count)}</a> }
        };
        let waiting = link(("state", "waiting"), "conversation-count-waiting", self.waiting);
        let uncertain = (self.uncertain > 0).then(|| {
            view! { " "{link(("placement", "uncertain"), "conversation-count-uncertain", self.uncertain)}"." }
        });
        let detached = (self.detached > 0).then(|| {
            view! { " "{link(("placement", "detached"), "conversation-count-detached", self.detached)}"." }
        });
        let all = t!("conversation-count", count = self.all);
        (self.all > 0).then(|| {
            view! {
                <p class="tally">{rich!("conversation-counts", all = all, waiting = waiting)}</p>
                {(self.uncertain + self.detached > 0).then(|| view! { <p class="quiet">{uncertain}{detached}</p> })}
            }
            .into_any()
        })
    }
}
