//! Suggestions at hand while the next version is written.

use std::collections::BTreeMap;

use domain::{
    anchor::{Anchor, Placement},
    diff::{Piece, words},
    disposition::{Disposition, Life},
    suggestion::{self, Conflict, Outlook, Proposal, combined, merge, outlook, put_on},
    text::{LineRange, Text},
};
use entity::{
    comment,
    reading::{Speakers, first_sentence},
    thread,
};
use leptos::prelude::*;

use crate::{
    context::context,
    diff::pieces,
    href, rich, t,
    words::{say, t},
};

/// A suggestion of an open or accepted thread, as it stands in the text that is being written.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The id of the comment that proposes it.
    pub comment: i64,
    /// The number of its thread.
    pub thread: u32,
    /// The stakeholder or person who proposes it.
    pub who: String,
    /// The first sentence of the comment.
    pub gist: String,
    /// The words it is about beside those it would have.
    pub change: Vec<Piece>,
    pub outlook: Outlook,
    /// Its words as they would be put in place, when they can be.
    proposal: Option<Proposal>,
    /// A thread that asks for other words in the same place.
    against: Option<u32>,
    /// What the text says with both of the two, when they touch other words of it.
    both: Option<Both>,
    /// The lines it stands on; none when its words are gone.
    pub lines: Option<LineRange>,
    /// The key of the answer, when there is one.
    pub answer: Option<&'static str>,
    /// It was taken over by its button, and its author is credited.
    pub taken: bool,
}

/// Two suggestions in the same sentences that touch other words of them, put in place together for a person to read.
#[derive(Clone, Debug)]
struct Both {
    comments: (i64, i64),
    threads: (u32, u32),
    /// The lines as they are beside what they would be.
    change: Vec<Piece>,
}

/// What is known of a draft's threads while its next version is written.
pub struct Talk<'a> {
    pub threads: &'a [thread::Model],
    /// By thread.
    pub comments: &'a BTreeMap<i64, Vec<comment::Model>>,
    /// By thread, in the text that is written.
    pub placed: &'a BTreeMap<i64, Placement>,
    pub names: &'a Speakers,
}

/// The suggestions that may still be taken over, in the order of their threads.
pub fn offers(talk: &Talk<'_>, text: &Text, taken: &[i64]) -> Vec<Offer> {
    let open = talk.threads.iter().filter(|thread| is_open(&thread.life));
    let offers = open.flat_map(|thread| {
        let comments = talk.comments.get(&thread.id).map(Vec::as_slice).unwrap_or_default();
        comments.iter().filter_map(|comment| offer(talk, thread, comment, text, taken))
    });
    against_each_other(offers.collect(), text)
}

/// Tells of each two that ask for other words in the same place.
fn against_each_other(mut offers: Vec<Offer>, text: &Text) -> Vec<Offer> {
    let proposals: Vec<_> = offers.iter().filter_map(|offer| offer.proposal.clone()).collect();
    for conflict in merge(text, &proposals).conflicts {
        let Conflict::With { id, other, .. } = conflict else { continue };
        let of = |comment| offers.iter().position(|offer| offer.comment == comment);
        let (Some(one), Some(other)) = (of(id), of(other)) else { continue };
        let both = both(&offers[other], &offers[one], text);
        offers[one].against = Some(offers[other].thread);
        offers[other].against = Some(offers[one].thread);
        offers[other].both = offers[other].both.take().or_else(|| both.clone());
        offers[one].both = both;
    }
    offers
}

/// The lines with the words of both; nothing when they touch the same words.
fn both(one: &Offer, other: &Offer, text: &Text) -> Option<Both> {
    let (first, second) = (one.proposal.as_ref()?, other.proposal.as_ref()?);
    let source = combined(text, first, second)?;
    let lines = LineRange::spanning(
        first.lines.first().min(second.lines.first()),
        first.lines.last().max(second.lines.last()),
    );
    let after = Text::read(&source, text.manner());
    let last = (lines.last() + after.line_count()).checked_sub(text.line_count())?;
    let there = LineRange::new(lines.first(), last.max(lines.first())).ok()?;
    Some(Both {
        comments: (one.comment, other.comment),
        threads: (one.thread, other.thread),
        change: words(&text.words_of(lines), &after.words_of(there)),
    })
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
    let wish = comment.wording()?;
    let anchor = thread.anchor.as_ref()?;
    let placement = talk.placed.get(&thread.id)?;
    let outlook = outlook(anchor, wish, placement, text);
    Some(Offer {
        comment: comment.id,
        thread: thread.number.unsigned_abs(),
        who: talk.names.voice(thread.raised_by, thread.stakeholder_id),
        gist: first_sentence(comment),
        change: suggestion::change(anchor, wish),
        proposal: proposal((comment.id, wish), anchor, placement, &outlook, text),
        against: None,
        both: None,
        outlook,
        lines: placement.lines,
        answer: thread.life.standing_answer().map(|answer| answer.disposition.key()),
        taken: taken.contains(&comment.id),
    })
}

/// The words of a suggestion of a comment as they are put in place in a text; none when they cannot be.
pub fn proposal(
    (comment, words): (i64, &str),
    anchor: &Anchor,
    placement: &Placement,
    outlook: &Outlook,
    text: &Text,
) -> Option<Proposal> {
    let Outlook::Applicable { lines } = *outlook else { return None };
    let chars = put_on(anchor, placement, lines, text);
    Some(Proposal { id: comment, lines, chars, words: words.to_owned() })
}

impl Offer {
    /// Tells whether its words can be put in place now.
    pub fn fits(&self) -> bool {
        self.proposal.is_some()
    }

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
pub fn view(offer: &Offer, reference: &str, (may, several): (bool, bool)) -> AnyView {
    let can = may && offer.fits();
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
    let against = offer.against.map(|other| {
        let thread = thread_link(reference, other);
        let words = match &offer.both {
            Some(_) => rich!("working-text-beside", thread = thread),
            None => rich!("working-text-against", thread = thread),
        };
        let both = offer.both.as_ref().map(|both| combination(both, can));
        view! { <p class="placed unsure">{words}</p>{both} }
    });
    let accepted = offer.answer == Some(Disposition::Accepted.key()) && offer.against.is_none();
    let choice = (can && several).then(|| {
        let (id, label) = (offer.comment, t!("working-text-choose-of", number = offer.thread));
        let chosen = context().chosen("chosen", &id.to_string(), accepted);
        view! {
            <label class="choice">
                <input type="checkbox" name="chosen" value=id checked=chosen aria-label=label/>
                <span>{t("working-text-choose")}</span>
            </label>
        }
    });
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
                {against}
                <p class="acts">{button}" "{choice}" "{thread_link(reference, offer.thread)}</p>
            </div>
        </details>
    }
    .into_any()
}

/// The sentence with both suggestions, and the button that takes it.
fn combination(both: &Both, can: bool) -> AnyView {
    let label = t!("working-text-apply-both-of", first = both.threads.0, second = both.threads.1);
    let value = format!("{}+{}", both.comments.0, both.comments.1);
    let button = can.then(|| {
        view! {
            <p class="acts">
                <button class="button second" name="apply" value=value aria-label=label>{t("working-text-apply-both")}</button>
            </p>
        }
    });
    view! {
        <p class="label">{t("working-text-both")}</p>
        <p class="words" dir="auto">{pieces(both.change.iter())}</p>
        {button}
    }
    .into_any()
}

fn thread_link(reference: &str, thread: u32) -> AnyView {
    let to = href::thread(reference, thread);
    view! { <a href=to>{t!("working-text-thread", number = thread)}</a> }.into_any()
}

/// The button that takes over together all that are ticked, when there are two or more to choose among.
pub fn together(offers: &[Offer], may: bool) -> Option<AnyView> {
    let fit = offers.iter().filter(|offer| offer.fits()).count();
    (may && fit > 1).then(|| {
        view! {
            <p class="row">
                <button class="button second" name="apply" value=CHOSEN>{t("working-text-apply-chosen")}</button>
                <span class="hint">{t("working-text-apply-chosen-hint")}</span>
            </p>
        }
        .into_any()
    })
}

/// The value of the button that takes over what is ticked.
pub const CHOSEN: &str = "chosen";
