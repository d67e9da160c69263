//! The text with its signatories and its record as one HTML file.

mod text;

use std::fmt::Write;

use app::{
    locale::Locale,
    ui::{time, unseen_html},
};
use domain::{position::Position, stage::Stage, text::Text};

use super::{
    dossier::Dossier,
    markdown::{by_whom, credited, position_said, said},
};

const STYLE: &str = include_str!("../../../style/export.css");

/// Writes a document that needs nothing else: it prints, and opens without a network.
pub fn write(dossier: &Dossier) -> String {
    let mut out = String::new();
    let title = escape(&dossier.title);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}: {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escape(&dossier.reference),
    );
    head(dossier, &title, &mut out);
    out.push_str("<main>\n");
    if let Some(version) = dossier.version() {
        let language = escape(&dossier.language);
        let direction = if app::locale::is_right_to_left(&dossier.language) { "rtl" } else { "ltr" };
        let _ = writeln!(out, "<article lang=\"{language}\" dir=\"{direction}\">");
        text::write(&Text::read(dossier.text(version), &version.manner), &mut out);
        out.push_str("</article>\n");
    }
    credits(dossier, &mut out);
    signatories(dossier, &mut out);
    reservations(dossier, &mut out);
    record(dossier, &mut out);
    out.push_str("</main>\n<footer>");
    if let Some(version) = dossier.version() {
        let _ = write!(out, "<p>SHA-256 <code>{}</code></p>", version.digest);
    }
    out.push_str("</footer>\n</body>\n</html>\n");
    unseen_html::marked(&out, Locale::En).into_owned()
}

fn head(dossier: &Dossier, title: &str, out: &mut String) {
    let version = dossier.version().map_or(0, |version| version.number);
    let of = said("export-of", &[("version", version.into())]);
    let stage = match &dossier.stage {
        Stage::Adopted { at, .. } => {
            let day = time::day_in_zone(Locale::En, *at, &dossier.forum.zone);
            said("export-stage-adopted-on", &[("day", day.into())])
        }
        other => said(&format!("export-stage-{}", other.name()), &[]),
    };
    let _ = writeln!(
        out,
        "<header><p class=\"ref\">{}, {}</p><h1>{title}</h1><p class=\"lede\">{}. {}</p></header>",
        escape(&dossier.reference),
        escape(&of),
        escape(&dossier.forum.name),
        escape(&stage),
    );
}

fn credits(dossier: &Dossier, out: &mut String) {
    let mut credits = dossier.credits().peekable();
    if credits.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "<section class=\"part\"><h2>{}</h2><ul>", escape(&said("export-credits", &[])));
    for (version, thread, comment) in credits {
        let _ = writeln!(out, "<li>{}</li>", escape(&credited(dossier, version, thread, comment)));
    }
    out.push_str("</ul></section>\n");
}

fn signatories(dossier: &Dossier, out: &mut String) {
    let _ = writeln!(out, "<section class=\"part\"><h2>{}</h2>", escape(&said("export-signatories", &[])));
    if dossier.standing().next().is_none() {
        let _ = writeln!(out, "<p>{}</p></section>", escape(&said("export-no-signatories", &[])));
        return;
    }
    let heads = ["export-seat", "export-position", "export-by"]
        .map(|id| format!("<th>{}</th>", escape(&said(id, &[]))));
    let _ = writeln!(out, "<table><thead><tr>{}</tr></thead><tbody>", heads.concat());
    for sign_off in dossier.standing() {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escape(&sign_off.stakeholder.name),
            escape(&position_said(&sign_off.position)),
            escape(&by_whom(dossier, sign_off)),
        );
    }
    out.push_str("</tbody></table></section>\n");
}

fn reservations(dossier: &Dossier, out: &mut String) {
    let texts: Vec<_> = dossier
        .standing()
        .filter_map(|sign_off| match &sign_off.position {
            Position::EndorseWithReservation { text } => Some((sign_off, vec![text.as_str()])),
            Position::Object(objection) => {
                Some((sign_off, vec![objection.reason().as_str(), objection.lifted_by().as_str()]))
            }
            _ => None,
        })
        .collect();
    if texts.is_empty() {
        return;
    }
    let _ = writeln!(out, "<section class=\"part\"><h2>{}</h2>", escape(&said("export-reservations", &[])));
    for (sign_off, paragraphs) in texts {
        let words: String = paragraphs.iter().map(|words| format!("<p>{}</p>", escape(words))).collect();
        let by = format!("{}: {}", sign_off.stakeholder.name, position_said(&sign_off.position));
        let _ = writeln!(out, "<blockquote>{words}<footer>{}</footer></blockquote>", escape(&by));
    }
    out.push_str("</section>\n");
}

fn record(dossier: &Dossier, out: &mut String) {
    let _ = writeln!(
        out,
        "<section class=\"part\"><h2>{}</h2><ol class=\"record\">",
        escape(&said("export-record", &[]))
    );
    for event in &dossier.record {
        let entry = &event.entry;
        let who = entry.actor.map(|actor| format!(", {}", dossier.name(actor))).unwrap_or_default();
        let hash = event.hash.to_string();
        let _ = writeln!(
            out,
            "<li value=\"{}\"><time datetime=\"{}\">{}</time> {}{}{} <code>{}</code></li>",
            entry.sequence,
            entry.at.to_rfc3339(),
            escape(&time::zoned(Locale::En, entry.at, &dossier.forum.zone)),
            escape(&said(&format!("record-{}", entry.kind.key()), &[])),
            escape(&thing(dossier, &entry.subject)),
            escape(&who),
            hash.get(..12).unwrap_or(&hash),
        );
    }
    out.push_str("</ol></section>\n");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What an event happened to, after its kind: the version, the comment, or whose position.
fn thing(dossier: &Dossier, subject: &str) -> String {
    let parts: Vec<&str> = subject.split('/').skip(2).collect();
    let number = |written: &str| written.parse::<u32>().unwrap_or_default();
    let words = match parts.as_slice() {
        ["version", version] => said("export-of", &[("version", number(version).into())]),
        ["thread", thread, ..] => said("history-thread", &[("thread", number(thread).into())]),
        ["sign-off", slug] => {
            let signed = dossier.facts.sign_offs.iter().find(|one| one.stakeholder.slug == *slug);
            signed.map_or_else(|| (*slug).to_owned(), |one| one.stakeholder.name.clone())
        }
        _ => return String::new(),
    };
    format!(": {words}")
}
