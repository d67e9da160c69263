//! An event of the record as a sentence with its links.

use std::collections::BTreeMap;

use domain::{
    record::{Event, Kind},
    text::LineRange,
};
use leptos::prelude::*;

use crate::{
    href::{self, Href},
    t,
    words::t,
};

/// What happened. A round and a last call are closed by the same kind of event; which it was, the stage says that followed.
pub fn kind(event: &Event) -> String {
    let after = event.entry.payload.get("stage").and_then(|stage| stage.get("stage")?.as_str());
    match (event.entry.kind, after) {
        (Kind::RoundClosed, Some("sign-off")) => t("record-last-call-closed"),
        (kind, _) => t(&format!("record-{}", kind.key())),
    }
}

/// What an event says beside its kind: the thing it happened to, and what it says of it.
pub fn details(reference: &str, event: &Event, stakeholders: &BTreeMap<String, String>) -> AnyView {
    let parts: Vec<_> = event.entry.subject.split('/').skip(2).collect();
    let thing = match parts.as_slice() {
        ["thread", number, "comment", comment] => thread(reference, number).map(|(link, number)| {
            (
                link,
                t!("history-comment", thread = number, comment = comment.parse::<u32>().unwrap_or_default()),
            )
        }),
        ["thread", number] => {
            thread(reference, number).map(|(link, number)| (link, t!("history-thread", thread = number)))
        }
        ["version", number] => number
            .parse()
            .ok()
            .map(|number| (href::version(reference, number), t!("history-version", version = number))),
        ["sign-off", slug] => {
            let name = stakeholders.get(*slug).cloned().unwrap_or_else(|| (*slug).to_owned());
            Some((href::stakeholder(slug), name))
        }
        _ => None,
    };
    let thing = thing.map(|(link, words)| view! { ": "<a href=link>{words}</a> });
    let fields = ["/answer/disposition", "/position", "/anchor/lines", "/lines", "/reason"];
    let said = fields.map(|field| said(field, event));
    view! { {thing}{said.into_iter().flatten().collect_view()} }.into_any()
}

fn thread(reference: &str, number: &str) -> Option<(Href, u32)> {
    let number = number.parse().ok()?;
    Some((href::thread(reference, number), number))
}

/// One field of the event in words, if it has it. A reason that is sealed has its words with the thread.
fn said(field: &str, event: &Event) -> Option<AnyView> {
    let mut path = field.split('/').skip(1);
    let first = event.entry.payload.get(path.next()?)?;
    let value = path.try_fold(first, |value, name| value.get(name))?.as_str()?;
    let words = match field {
        "/answer/disposition" => t(&format!("disposition-{value}")),
        "/position" => t(&format!("position-{value}-said")),
        "/reason" if value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit()) => return None,
        "/lines" | "/anchor/lines" => match value.parse::<LineRange>() {
            Ok(lines) if lines.first() == lines.last() => t!("history-line", line = lines.first()),
            Ok(lines) => t!("history-lines", first = lines.first(), last = lines.last()),
            Err(_) => value.to_owned(),
        },
        _ => value.to_owned(),
    };
    Some(view! { ". "<span>{words}</span> }.into_any())
}
