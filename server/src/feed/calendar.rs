//! Writing iCalendar.

use app::{context::Context, href, ui::time, words::in_locale};
use chrono::{DateTime, Utc};
use domain::stage::Stage;
use entity::{
    Result, draft, event, forum,
    reading::{
        Viewer,
        bulletin::{Scope, deadlines},
    },
};

/// The deadlines that stand, as a calendar in the language that is asked for. What is moved keeps its name, so that it is moved where it was
/// taken into a calendar too.
pub async fn calendar(ctx: &Context, viewer: Viewer<'_>, scope: &Scope) -> Result<String> {
    let (name, drafts) = deadlines(viewer, scope).await?;
    let site = in_locale(ctx.locale, "mail-site-alone", []);
    let name = if name.is_empty() { site } else { format!("{name} – {site}") };
    let last = event::Entity::last(viewer.db.read()).await?;
    let (sequence, stamp) = last.map_or((0, DateTime::UNIX_EPOCH), |last| (last.sequence, last.at));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Comity//Deadlines//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("NAME:{}", escaped(&name)),
        format!("X-WR-CALNAME:{}", escaped(&name)),
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H".to_owned(),
    ];
    for (draft, forum) in &drafts {
        lines.extend(entry(ctx, draft, forum, (sequence, stamp)).into_iter().flatten());
    }
    lines.push("END:VCALENDAR".to_owned());
    Ok(lines.iter().map(|line| folded(line)).collect())
}

/// One deadline, at its instant: every calendar shows it in the zone of its reader. That of the forum is said in words.
fn entry(
    ctx: &Context,
    draft: &draft::Model,
    forum: &forum::Model,
    (sequence, stamp): (i64, DateTime<Utc>),
) -> Option<Vec<String>> {
    let stage = draft.stage_at(ctx.now);
    let ends = stage.deadline()?;
    let host =
        ctx.url.split("://").nth(1).unwrap_or("localhost").split(['/', ':']).next().unwrap_or_default();
    let name = in_locale(ctx.locale, &format!("stage-{}", stage.name()), []);
    let args = [("stage", name.into()), ("reference", draft.reference.as_str().into())];
    let summary = in_locale(ctx.locale, "feed-deadline", args);
    let when = time::zoned(ctx.locale, ends, &forum.zone);
    let words = format!("{}\n{when}\n{}", draft.title, forum.name);
    Some(vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}-{}@{host}", draft.reference, stage.name(), round(&stage)),
        format!("DTSTAMP:{}", instant(stamp)),
        format!("SEQUENCE:{sequence}"),
        format!("DTSTART:{}", instant(ends)),
        "TRANSP:TRANSPARENT".to_owned(),
        format!("SUMMARY:{}", escaped(&summary)),
        format!("DESCRIPTION:{}", escaped(&words)),
        format!("URL:{}{}", ctx.url, href::draft(&draft.reference)),
        "END:VEVENT".to_owned(),
    ])
}

const fn round(stage: &Stage) -> u32 {
    match stage {
        Stage::Consultation { round, .. }
        | Stage::Disposition { round, .. }
        | Stage::LastCall { round, .. }
        | Stage::SignOff { round, .. }
        | Stage::Silence { round, .. } => *round,
        Stage::Drafting
        | Stage::Adopted { .. }
        | Stage::Suspended { .. }
        | Stage::Withdrawn { .. }
        | Stage::Superseded { .. } => 0,
    }
}

fn instant(instant: DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Words as the value of a property.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line of at most 75 bytes, and what is longer on lines that begin with a space; no letter is cut.
fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::with_capacity(line.len() + 2), 0);
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_long_and_no_letter_is_cut() {
        let long = format!("SUMMARY:{}", "مبادئ ".repeat(30));
        let lines = folded(&long);
        assert!(lines.split("\r\n").all(|line| line.len() <= 75), "{lines}");
        assert_eq!(lines.replace("\r\n ", "").trim_end_matches("\r\n"), long);
    }

    #[test]
    fn nothing_that_people_type_begins_a_property() {
        assert_eq!(escaped("a\r\nATTENDEE:b;c,d\\"), "a\\nATTENDEE:b\\;c\\,d\\\\");
    }
}
