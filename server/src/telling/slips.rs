//! What waits on a desk, in the words of the desk itself.

use app::href;
use domain::Arg;
use entity::reading::desk::Slip;

use super::{hand::Hand, page::Block};

/// A sentence, and where it leads.
pub fn blocks(hand: &Hand<'_>, slip: &Slip) -> Vec<Block> {
    let (label, words, page) = match slip {
        Slip::AnswersDue { reference, title, comments } => {
            let comments = hand.say("desk-comments", [("comments", (*comments).into())]);
            let args = [("comments", comments.into()), ("draft", draft(reference, title))];
            ("desk-answers", hand.say("desk-answers-due", args), href::responses(reference))
        }
        Slip::Triage { reference, title, uncertain, detached } => {
            let args = [("uncertain", (*uncertain).into()), ("detached", (*detached).into())];
            let places = hand.say("desk-places", args);
            let args = [("places", places.into()), ("draft", draft(reference, title))];
            ("desk-triage", hand.say("desk-triage-due", args), href::threads(reference))
        }
        Slip::ObjectionStands { reference, seat, slug } => {
            let objection = hand.say("desk-objection-of", [("seat", seat.as_str().into())]);
            let args = [("objection", objection.into()), ("reference", reference.as_str().into())];
            ("desk-objection", hand.say("desk-objection-stands", args), href::seat(reference, slug))
        }
        Slip::SignOffDue { reference, title, seat, closes, zone } => {
            let args = [
                ("position", position(hand, seat)),
                ("draft", draft(reference, title)),
                ("until", hand.when(*closes, zone).into()),
            ];
            ("desk-sign-off", hand.say("desk-sign-off-due", args), href::sign(reference))
        }
        Slip::SignOffToRenew { reference, seat, resolved, .. } => {
            let args = [
                ("position", position(hand, seat)),
                ("reference", reference.as_str().into()),
                ("changes", hand.t("desk-changes").into()),
            ];
            let (label, words) = match resolved {
                true => ("desk-resolved", hand.say("desk-resolved-due", args)),
                false => ("desk-renew", hand.say("desk-renew-due", args)),
            };
            (label, words, href::sign(reference))
        }
        Slip::PositionCarried { reference, seat, newest, until, .. } => {
            let day = hand.when(*until, hand.zone.unwrap_or("UTC"));
            let args = [
                ("seat", seat.as_str().into()),
                ("reference", reference.as_str().into()),
                ("version", (*newest).into()),
                ("day", day.into()),
            ];
            ("desk-carried", hand.say("mail-desk-carried", args), href::sign(reference))
        }
        Slip::AnswerToJudge { reference, thread, disposition } => {
            let answer = hand.t(&format!("disposition-{}", disposition.key()));
            let args = [
                ("thread", number(hand, *thread)),
                ("answer", answer.into()),
                ("reference", reference.as_str().into()),
            ];
            ("desk-judge", hand.say("desk-judge-due", args), href::answer(reference, *thread))
        }
        Slip::PlaceToConfirm { reference, thread, .. } => {
            let args = [("thread", number(hand, *thread)), ("reference", reference.as_str().into())];
            ("desk-confirm", hand.say("desk-confirm-lost", args), href::thread(reference, *thread))
        }
        Slip::Reply { reference, thread, who, gist } => {
            let args = [
                ("who", who.as_str().into()),
                ("thread", number(hand, *thread)),
                ("words", format!("“{gist}”").into()),
            ];
            ("desk-reply", hand.say("desk-replied", args), href::thread(reference, *thread))
        }
        Slip::MandateGranted { seat, slug, name, forum, may_end } => {
            let args = [
                ("seat", seat.as_str().into()),
                ("name", name.as_str().into()),
                ("forum", forum.as_str().into()),
            ];
            let message = if *may_end { "desk-granted-told" } else { "desk-granted-holder" };
            ("desk-granted", hand.say(message, args), href::stakeholder(slug))
        }
        Slip::Newcomers { slug, forum, people } => {
            let people = hand.say("desk-newcomers-count", [("people", (*people).into())]);
            let args = [("people", people.into()), ("forum", forum.as_str().into())];
            ("desk-newcomers", hand.say("desk-newcomers-wait", args), href::manage_forum(slug))
        }
        Slip::Wish { name, seat, forum, slug } => {
            let page =
                slug.as_ref().map_or_else(|| href::manage_forum(forum), |slug| href::stakeholder(slug));
            let args = [("name", name.as_str().into()), ("seat", seat.as_str().into())];
            ("desk-wish", hand.say("desk-wish-waits", args), page)
        }
        Slip::NobodySpeaks { seat, slug } => {
            let words = hand.say("desk-nobody-speaks", [("seat", seat.as_str().into())]);
            ("desk-nobody", words, href::stakeholder(slug))
        }
        Slip::Referral { reference, number, title, body, came, overdue, .. } => {
            let args = [("text", title.as_str().into()), ("body", body.as_str().into())];
            let message = if *came { "desk-referral-came" } else { "desk-referral-sent" };
            let label = if *overdue { "desk-referral-overdue" } else { "desk-referral" };
            (label, hand.say(message, args), href::referral(reference, *number))
        }
        Slip::ChangesOffered { reference, title, other, forum, changes } => {
            let changes = hand.say("desk-offered-changes", [("changes", (*changes).into())]);
            let args = [
                ("changes", changes.into()),
                ("forum", forum.as_str().into()),
                ("draft", draft(reference, title)),
            ];
            ("desk-offered", hand.say("desk-offered-wait", args), href::changes(reference, other))
        }
        Slip::MandateEnds { seat, slug, ends } => {
            let day = hand.when(*ends, hand.zone.unwrap_or("UTC"));
            let args = [("seat", seat.as_str().into()), ("day", day.into())];
            ("desk-mandate", hand.say("desk-mandate-ends", args), href::stakeholder(slug))
        }
    };
    let label = hand.t(label);
    vec![Block::Words(words), Block::Links(vec![(label, hand.at(page))])]
}

fn draft(reference: &str, title: &str) -> Arg {
    format!("{title} ({reference})").into()
}

fn position(hand: &Hand<'_>, seat: &str) -> Arg {
    hand.say("desk-position-of", [("seat", seat.into())]).into()
}

fn number(hand: &Hand<'_>, thread: u32) -> Arg {
    hand.say("desk-thread", [("number", thread.into())]).into()
}
