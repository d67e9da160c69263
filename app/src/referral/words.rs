//! What is said of referrals in words, on every page alike.

use domain::{
    crosswalk::{Figures, Relation},
    referral::{Act, Keeper, Purpose, Sought, State},
};
use entity::reading::referral::Sent;
use leptos::prelude::*;

use crate::{
    context::context,
    href, rich, t,
    ui::{Deadline, Icon},
    words::{comma, t},
};

/// The whole referral in one sentence.
pub fn sentence(sent: &Sent) -> AnyView {
    let ask = &sent.referral.ask;
    let text = view! { <a href=href::draft(&sent.draft.reference)><bdi>{sent.draft.title.clone()}</bdi></a> };
    let what = if ask.clauses.is_empty() {
        t("referral-all-clauses")
    } else {
        t!("referral-some-clauses", count = ask.clauses.len())
    };
    let asked = rich!(
        "referral-sentence",
        from = sent.forum.name.clone(),
        to = sent.referral.to_name.clone(),
        purpose = view! { <strong>{purpose(ask.purpose)}</strong> },
        act = view! { <strong>{sought(ask.sought)}</strong> },
        clauses = what,
        text = text
    );
    let due = sent.referral.state.due().or(ask.due).map(|due| {
        let zone = sent.to.as_ref().map_or_else(|| sent.forum.zone.clone(), |to| to.zone.clone());
        view! { " "{t("referral-by-when")}" "<strong><Deadline at=due zone=zone/></strong> }
    });
    view! { <p class="tally">{asked}{due}</p> }.into_any()
}

/// What a text is referred for.
pub fn purpose(purpose: Purpose) -> String {
    t(match purpose {
        Purpose::Information => "referral-purpose-information",
        Purpose::Comment => "referral-purpose-comment",
        Purpose::Review => "referral-purpose-review",
        Purpose::Action => "referral-purpose-action",
        Purpose::Response => "referral-purpose-response",
    })
}

/// What the sender asks for.
pub fn sought(sought: Sought) -> String {
    t(match sought {
        Sought::Note => "referral-sought-note",
        Sought::Welcome => "referral-sought-welcome",
        Sought::Endorse => "referral-sought-endorse",
        Sought::Adopt => "referral-sought-adopt",
        Sought::Adapt => "referral-sought-adapt",
    })
}

/// What the receiver did.
pub fn act(act: Act) -> String {
    t(match act {
        Act::Noted => "referral-act-noted",
        Act::Welcomed => "referral-act-welcomed",
        Act::Endorsed => "referral-act-endorsed",
        Act::Adopted => "referral-act-adopted",
        Act::Adapted => "referral-act-adapted",
        Act::NotTakenUp => "referral-act-not-taken-up",
    })
}

/// Who keeps the text.
pub fn keeper(keeper: Keeper) -> String {
    t(match keeper {
        Keeper::Sender => "referral-keeper-sender",
        Keeper::Receiver => "referral-keeper-receiver",
        Keeper::Both => "referral-keeper-both",
    })
}

/// Where a referral is, as a sign and its word.
pub fn state(state: &State) -> AnyView {
    let (icon, class) = match state {
        _ if state.is_overdue(context().now) => ("stale", "pos stale"),
        State::Prepared {} => ("none", "pos"),
        State::Sent { .. } => ("none", "pos open"),
        State::Received { .. } | State::Assigned { .. } | State::Interim { .. } => ("stale", "pos open"),
        State::Answered { .. } => ("endorse", "pos"),
        State::Declined { .. } => ("object", "pos against"),
        State::Redirected { .. } => ("abstain", "pos"),
        State::Withdrawn { .. } => ("recuse", "pos"),
        State::Expired { .. } => ("stale", "pos stale"),
    };
    view! { <p class=class><Icon name=icon/><span>{state_in_words(state)}</span></p> }.into_any()
}

/// Where a referral is, in words.
pub fn state_in_words(state: &State) -> String {
    match state {
        _ if state.is_overdue(context().now) => t("referral-state-overdue"),
        State::Prepared {} => t("referral-state-prepared"),
        State::Sent { .. } => t("referral-state-sent"),
        State::Received { .. } => t("referral-state-received"),
        State::Assigned { to, .. } => t!("referral-state-assigned", to = to.as_str()),
        State::Interim { .. } => t("referral-state-interim"),
        State::Answered { act, .. } => t!("referral-state-answered", act = self::act(*act)),
        State::Declined { .. } => t("referral-state-declined"),
        State::Redirected { to, .. } => t!("referral-state-redirected", to = to.as_str()),
        State::Withdrawn { .. } => t("referral-state-withdrawn"),
        State::Expired { .. } => t("referral-state-expired"),
    }
}

/// What became of a clause, in a word.
pub fn relation(relation: Relation) -> String {
    t(match relation {
        Relation::Verbatim => "crosswalk-verbatim",
        Relation::Adapted => "crosswalk-adapted",
        Relation::Moved => "crosswalk-moved",
        Relation::Split => "crosswalk-split",
        Relation::Merged => "crosswalk-merged",
        Relation::Dropped => "crosswalk-dropped",
        Relation::New => "crosswalk-new",
        Relation::Translated => "crosswalk-translated",
    })
}

/// "Of 7 clauses: 2 word for word, 1 dropped; …": what is none is not said.
pub fn sum(figures: &Figures) -> String {
    let counts = [
        (
            figures.verbatim - figures.moved,
            t!("crosswalk-n-verbatim", count = figures.verbatim - figures.moved),
        ),
        (figures.moved, t!("crosswalk-n-moved", count = figures.moved)),
        (figures.adapted, t!("crosswalk-n-adapted", count = figures.adapted)),
        (figures.split, t!("crosswalk-n-split", count = figures.split)),
        (figures.merged, t!("crosswalk-n-merged", count = figures.merged)),
        (figures.translated, t!("crosswalk-n-translated", count = figures.translated)),
        (figures.dropped, t!("crosswalk-n-dropped", count = figures.dropped)),
        (figures.added, t!("crosswalk-n-new", count = figures.added)),
    ];
    let told: Vec<_> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    t!("crosswalk-sum", clauses = figures.old_clauses, list = told.join(comma()))
}
