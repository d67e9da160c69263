//! Suggestions at hand while the next version is written.

use std::collections::BTreeMap;

use domain::{
    anchor::Placement,
    diff::{Piece, words},
    disposition::Life,
    suggestion::{Outlook, outlook},
    text::{LineRange, Text},
};
use entity::{comment, thread};
use leptos::prelude::*;

use crate::{
    diff::{
        asked::{Names, gist, wish},
        pieces,
    },
    href, t,
    words::{say, t},
};

/// A suggestion of an open or accepted thread, as it stands in the text that is being written.
#[derive(Clone, Debug)]
pub struct Offer {
    pub comment: i64,
    pub thread: u32,
    pub who: String,
    pub gist: String,
    /// The words it is about beside those it would have.
    pub change: Vec<Piece>,
    pub outlook: Outlook,
    pub lines: Option<LineRange>,
    /// The key of the answer, when there is one.
    pub answer: Option<&'static str>,
    /// It was taken over by its button, and its author is credited.
    pub taken: bool,
}

/// What is known of a draft's threads while its next version is written.
pub struct Talk<'a> {
    pub threads: &'a [thread::Model],
    pub comments: &'a BTreeMap<i64, Vec<comment::Model>>,
    pub placed: &'a BTreeMap<i64, Placement>,
    pub names: &'a Names,
}

/// The suggestions that may still be taken over, in the order of their threads.
pub fn offers(talk: &Talk<'_>, text: &Text, taken: &[i64]) -> Vec<Offer> {
    let open = talk.threads.iter().filter(|thread| is_open(&thread.life));
    open.flat_map(|thread| {
        let comments = talk.comments.get(&thread.id).map(Vec::as_slice).unwrap_or_default();
        comments.iter().filter_map(|comment| offer(talk, thread, comment, text, taken))
    })
    .collect()
}

/// Open, or accepted at least in part; what was answered otherwise is not taken over.
fn is_open(life: &Life) -> bool {
    match life {
        Life::Open | Life::Reopened { .. } => true,
        Life::Withdrawn { .. } => false,
        Life::Answered { answer } | Life::Acknowledged { answer, .. } => answer.disposition.promises_change(),
    }
}

fn offer(
    talk: &Talk<'_>,
    thread: &thread::Model,
    comment: &comment::Model,
    text: &Text,
    taken: &[i64],
) -> Option<Offer> {
    let wish = wish(comment)?;
    let anchor = thread.anchor.as_ref()?;
    let placement = talk.placed.get(&thread.id)?;
    Some(Offer {
        comment: comment.id,
        thread: thread.number.unsigned_abs(),
        who: talk.names.of(thread),
        gist: gist(comment),
        change: words(&anchor.quote, wish),
        outlook: outlook(anchor, wish, placement, text),
        lines: placement.lines,
        answer: thread.life.standing_answer().map(|answer| answer.disposition.key()),
        taken: taken.contains(&comment.id),
    })
}

impl Offer {
    /// The last line it stands on, under which it is shown.
    pub fn line(&self) -> Option<u32> {
        self.lines.map(LineRange::last)
    }

    /// Tells whether there is still something to decide about it.
    pub fn waits(&self) -> bool {
        !matches!(self.outlook, Outlook::Applied { .. } | Outlook::Obsolete)
    }
}

/// A suggestion with its words and, where they can be put in place, the button that does it.
pub fn view(offer: &Offer, reference: &str, may: bool) -> AnyView {
    let can = may && matches!(offer.outlook, Outlook::Applicable { .. });
    let name = t!("diff-asked", number = offer.thread, who = offer.who.as_str());
    let answer = offer.answer.map(|key| t(&format!("disposition-{key}")));
    let stands = if offer.taken && matches!(offer.outlook, Outlook::Applied { .. }) {
        t("working-text-taken")
    } else {
        say(&offer.outlook.message())
    };
    let label = t!("working-text-apply-of", number = offer.thread);
    let button = can.then(|| {
        view! {
            <button class="button second" name="apply" value=offer.comment aria-label=label>{t("working-text-apply")}</button>
        }
    });
    let link = href::thread(reference, offer.thread);
    let unsure = !matches!(offer.outlook, Outlook::Applicable { .. } | Outlook::Applied { .. });
    let class = if unsure { "placed unsure" } else { "placed" };
    view! {
        <details class="thread" open=offer.waits() id=format!("t{}", offer.thread)>
            <summary>
                <span class="who"><bdi>{name}</bdi></span>
                <span class="gist" dir="auto">{offer.gist.clone()}</span>
            </summary>
            <div>
                <p class="words" dir="auto">{pieces(offer.change.iter())}</p>
                <p class=class>{answer.map(|answer| format!("{answer}. "))}{stands}</p>
                <p class="acts">{button}" "<a href=link>{t!("working-text-thread", number = offer.thread)}</a></p>
            </div>
        </details>
    }
    .into_any()
}
