//! The text as Markdown, followed by who signed it, with which reservations, and what was answered.

use std::fmt::Write;

use app::{locale::Locale, ui::time, words};
use domain::{
    position::Position,
    record::dossier::{Comment, SignOff, Thread, Version},
    referral::State,
    text::Text,
};

use super::{
    dossier::{Dossier, answer},
    quotes::Quotes,
};

/// Writes the version the draft is about, then signatories, reservations, objections and answers.
pub fn write(dossier: &Dossier) -> String {
    let mut out = String::new();
    if let Some(version) = dossier.version() {
        let status = said("export-of", &[("version", version.number.into())]);
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "---\nreference: {}\ntitle: {}\nversion: {}\nstage: {}\nsha256: {}\npublished: {}\n---\n\n",
            dossier.reference,
            quoted(&dossier.title),
            version.number,
            dossier.stage.name(),
            version.digest,
            version.published_at.format("%Y-%m-%d"),
        );
        let _ = write!(out, "> {}, {status}. {}\n\n", dossier.reference, dossier.forum.name);
        out.push_str(Text::read(dossier.text(version), &version.manner).to_markdown().trim_end());
        out.push_str("\n\n---\n\n");
    }
    credits(dossier, &mut out);
    went(dossier, &mut out);
    signatories(dossier, &mut out);
    qualified(dossier, &mut out);
    answers(dossier, &mut out);
    out
}

/// A message of the catalogue in English, the language of files for the record.
pub fn said(id: &str, args: &[(&'static str, domain::Arg)]) -> String {
    let message = domain::Message { id: id.to_owned().into(), args: Vec::new() };
    let message = args.iter().cloned().fold(message, |message, (name, value)| message.with(name, value));
    words::say_in(Locale::En, &message)
}

/// What a comment says, or why its words are not there.
pub fn spoken(comment: &Comment) -> String {
    let gone = if comment.erased.is_some() { "export-erased" } else { "export-hidden" };
    comment.body.clone().unwrap_or_else(|| said(gone, &[]))
}

/// What taking this position is called, in English.
pub fn position_said(position: &Position) -> String {
    said(&format!("position-{}-said", position.key()), &[])
}

/// By whom a position was taken: the delegate, or the secretariat on behalf with what it rests on.
pub fn by_whom(dossier: &Dossier, sign_off: &SignOff) -> String {
    let day = time::day_in_zone(Locale::En, sign_off.at, &dossier.forum.zone);
    let args = |id| {
        let account = dossier.name(sign_off.account).into();
        said(id, &[("person", account), ("day", day.clone().into()), ("version", sign_off.version.into())])
    };
    match &sign_off.evidence {
        Some(evidence) => format!("{} {evidence}", args("export-on-behalf")),
        None => args("export-signed"),
    }
}

/// Whose proposed words are in the text.
fn credits(dossier: &Dossier, out: &mut String) {
    let mut credits = dossier.credits().peekable();
    if credits.peek().is_none() {
        return;
    }
    let _ = write!(out, "## {}\n\n", said("export-credits", &[]));
    for (version, thread, comment) in credits {
        let _ = writeln!(out, "- {}", credited(dossier, version, thread, comment));
    }
    out.push('\n');
}

/// Where the text came from and went, by both identifiers, and who uses it.
fn went(dossier: &Dossier, out: &mut String) {
    let went = &dossier.facts.went;
    if went.referrals.is_empty() && went.adoptions.is_empty() {
        return;
    }
    let _ = write!(out, "## {}\n\n", said("uptake-heading", &[]));
    for one in &went.referrals {
        let to = one.statement.as_ref().map_or(dossier.forum.name.as_str(), |sent| sent.to.as_str());
        let theirs = one.derived.as_deref().map(|derived| format!(", {derived}")).unwrap_or_default();
        let state = one.state.as_ref().map(state_said).unwrap_or_default();
        let _ = writeln!(out, "- {}: {to}{theirs}. {state}", one.id);
    }
    for one in &went.adoptions {
        let adoption = &one.adoption;
        let became =
            one.became.last().map_or((adoption.status, adoption.dated), |last| (last.status, last.dated));
        let status = said(&format!("uptake-{}", became.0.key()), &[]);
        let status = match one.disputes {
            0 => status,
            _ => said("uptake-disputed", &[("status", status.into())]),
        };
        let _ = writeln!(
            out,
            "- {}: {} ({}). {status}, {}",
            adoption.who,
            adoption.instrument,
            adoption.jurisdiction.as_str(),
            became.1
        );
    }
    out.push('\n');
}

/// Where a referral is in its life, in English.
fn state_said(state: &State) -> String {
    let arg = match state {
        State::Assigned { to, .. } | State::Redirected { to, .. } => ("to", to.as_str().into()),
        State::Answered { act, .. } => ("act", said(&format!("referral-act-{}", act.key()), &[]).into()),
        _ => ("to", String::new().into()),
    };
    said(&format!("referral-state-{}", state.name()), &[arg])
}

/// Who proposed words that were taken over, where, and in which version they came.
pub fn credited(dossier: &Dossier, version: &Version, thread: &Thread, comment: &Comment) -> String {
    let voice = dossier.voice(comment).into();
    let args = [("voice", voice), ("thread", thread.number.into()), ("version", version.number.into())];
    said("export-credit", &args)
}

fn signatories(dossier: &Dossier, out: &mut String) {
    let _ = write!(out, "## {}\n\n", said("export-signatories", &[]));
    if dossier.standing().next().is_none() {
        let _ = write!(out, "{}\n\n", said("export-no-signatories", &[]));
        return;
    }
    let head = ["export-seat", "export-position", "export-by"].map(|id| said(id, &[]));
    let _ = write!(out, "| {} |\n| --- | --- | --- |\n", head.join(" | "));
    for sign_off in dossier.standing() {
        let cells = [
            sign_off.stakeholder.name.clone(),
            position_said(&sign_off.position),
            by_whom(dossier, sign_off),
        ];
        let _ = writeln!(out, "| {} |", cells.map(|cell| in_cell(&cell)).join(" | "));
    }
    out.push('\n');
}

/// Reservations and objections, in the words of those who made them.
fn qualified(dossier: &Dossier, out: &mut String) {
    let qualified = dossier.standing().filter_map(|sign_off| match &sign_off.position {
        Position::EndorseWithReservation { text } => Some((sign_off, text.as_str().to_owned())),
        Position::Object(objection) => {
            Some((sign_off, format!("{}\n\n{}", objection.reason(), objection.lifted_by())))
        }
        _ => None,
    });
    let mut first = true;
    for (sign_off, text) in qualified {
        if std::mem::take(&mut first) {
            let _ = write!(out, "## {}\n\n", said("export-reservations", &[]));
        }
        let _ = write!(
            out,
            "**{}**, {}:\n\n{}\n\n",
            sign_off.stakeholder.name,
            position_said(&sign_off.position),
            quote(&text)
        );
    }
}

fn answers(dossier: &Dossier, out: &mut String) {
    if dossier.threads.is_empty() {
        return;
    }
    let _ = write!(out, "## {}\n\n", said("export-answers", &[]));
    let quotes = Quotes::of(dossier);
    for thread in &dossier.threads {
        let who = speaker(dossier, thread);
        let _ = write!(out, "### № {} {who}\n\n", thread.number);
        if let Some(anchor) = &thread.anchor {
            let at = said(
                "export-on-lines",
                &[("lines", anchor.lines.to_string().into()), ("version", thread.made_on.into())],
            );
            let _ = write!(out, "{at}\n\n{}\n\n", quote(&quotes.words(thread, anchor)));
        }
        for comment in &thread.comments {
            let body = spoken(comment);
            let _ = write!(
                out,
                "**{}**, {}:\n\n{body}\n\n",
                dossier.name(comment.author),
                comment.at.format("%Y-%m-%d")
            );
            if let Some(words) = &comment.suggestion {
                let _ = write!(out, "{}\n\n{}\n\n", said("export-proposed", &[]), quote(words));
            }
        }
        let _ = write!(out, "{}\n\n", answered(thread));
    }
}

/// The disposition with its reason, or that there is none yet.
pub fn answered(thread: &Thread) -> String {
    match answer(thread) {
        Some((disposition, reason)) => {
            format!("**{}.** {reason}", said(&format!("disposition-{}", disposition.key()), &[]))
        }
        None => said("disposition-none", &[]),
    }
}

/// Who raised it: the stakeholder, else the person in a personal capacity.
pub fn speaker(dossier: &Dossier, thread: &Thread) -> String {
    match &thread.stakeholder {
        Some(stakeholder) => stakeholder.name.clone(),
        None => dossier.name(thread.raised_by).to_owned(),
    }
}

fn quote(text: &str) -> String {
    text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn in_cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
