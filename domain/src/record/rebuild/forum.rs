//! What a forum says of itself, who has a seat in it, and whom it lets speak for a seat.

use std::collections::BTreeMap;

use super::{
    Finding, Runs,
    mandates::{self, Mandates},
    said, unknown,
};
use crate::record::{
    Event, Kind,
    dossier::{Forum, Speaker, Went},
    payload,
};

/// The forum of a draft, and the mandates that it and the forum above granted; refuses events that begin none, and the lack of those of
/// the forum it is a working group of.
pub(super) fn forum(runs: Runs, findings: &mut Vec<Finding>) -> Result<(Forum, Mandates), Finding> {
    let mut mandates = Mandates::new();
    let mut forum = of(runs.forum, &mut mandates, findings)?;
    let Some(parent) = &forum.parent else {
        if !runs.parent.is_empty() {
            findings.push(Finding::new(
                "the record of the forum",
                "it is a working group of none, but one is given",
            ));
        }
        return Ok((forum, mandates));
    };
    let above = of(runs.parent, &mut mandates, findings)?;
    if above.slug != *parent {
        return Err(Finding::new("the record of the forum", "it is a working group of another forum"));
    }
    if forum.seats.is_empty() {
        forum.seats = above.seats;
    }
    Ok((forum, mandates))
}

fn of(events: &[Event], mandates: &mut Mandates, findings: &mut Vec<Finding>) -> Result<Forum, Finding> {
    let none = || Finding::new("the record of the forum", "its first event does not found a forum");
    let first = events.first().filter(|event| event.entry.kind == Kind::ForumCreated).ok_or_else(none)?;
    let founded: payload::ForumCreated =
        said(&first.entry).map_err(|why| Finding::new("the record of the forum", why))?;
    let slug = first.entry.subject.strip_prefix("forum/").ok_or_else(none)?;
    let mut forum = Forum {
        slug: slug.to_owned(),
        name: founded.name,
        kind: founded.kind,
        parent: founded.parent,
        zone: founded.zone,
        rule: founded.rule,
        late_comments: founded.late_comments,
        seats: Vec::new(),
    };
    let mut seats = BTreeMap::new();
    for event in events.iter().skip(1) {
        if let Err(why) = apply(event, &mut forum, &mut seats, mandates) {
            findings.push(Finding::new(format!("event {}", event.entry.sequence), why));
        }
    }
    forum.seats = seats.into_values().collect();
    Ok(forum)
}

fn apply(
    event: &Event,
    forum: &mut Forum,
    seats: &mut BTreeMap<String, Speaker>,
    mandates: &mut Mandates,
) -> Result<(), String> {
    let entry = &event.entry;
    match (entry.kind, entry.parts().as_slice()) {
        (Kind::ForumChanged, []) => {
            forum.late_comments = said::<payload::ForumChanged>(entry)?.late_comments;
        }
        (Kind::RuleChanged, []) => forum.rule = said::<payload::RuleChanged>(entry)?.rule,
        // Who may speak decides what comes in, and nothing of what is in.
        (Kind::JoiningChanged, []) => {
            said::<payload::JoiningChanged>(entry)?;
        }
        // What the forum refers and what came in is told by the drafts.
        (_, ["referral", ..]) => super::referral::went(&mut Went::default(), "", entry)?,
        (Kind::ReferringChanged, []) => {
            said::<payload::ReferringChanged>(entry)?;
        }
        (Kind::SeatGiven, ["seat", slug]) => {
            let stakeholder = said::<payload::SeatGiven>(entry)?.stakeholder;
            seats.insert((*slug).to_owned(), stakeholder);
        }
        (Kind::SeatTaken, ["seat", slug]) => {
            said::<payload::Nothing>(entry)?;
            seats.remove(*slug).ok_or("it takes a seat that nobody has")?;
        }
        (Kind::MandateGranted | Kind::MandateEnded, ["mandate", id]) => {
            mandates::apply(entry, id, &forum.slug, mandates)?;
        }
        _ => return Err(unknown(entry)),
    }
    Ok(())
}
