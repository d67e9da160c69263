//! What `print` sets of one version, from the dossier and the response matrix.

use app::{locale::Locale, ui::time, words::in_locale};
use chrono::{DateTime, Utc};
use domain::{
    Message,
    position::Position,
    record::dossier::{SignOff, Version},
    stage::Stage,
    text::Text,
};
use entity::reading::{Head, Matrix, Viewer};
use print::{Kind, Paper, Row, Speech};
use tokio::sync::Semaphore;

use super::{Failure, Format, Wish, dossier::Dossier, matrix, word};

/// One paper is set at a time: a long one takes much room, and pages go on meanwhile.
static PRESS: Semaphore = Semaphore::const_new(1);

/// The columns of the matrix on paper.
const HEADS: [&str; 7] = [
    "documents-column-number",
    "export-column-from",
    "documents-column-words",
    "documents-column-comment",
    "documents-column-proposed",
    "documents-column-answer",
    "export-column-result",
];

/// Sets a paper. Refuses with not found a version that the draft does not have, and, unless it is wished anyway, words that no font has.
pub async fn write(
    viewer: Viewer<'_>,
    dossier: &Dossier,
    format: Format,
    wish: &Wish,
) -> Result<Vec<u8>, Failure> {
    let kind = match format {
        Format::PdfRoom => Kind::Room,
        Format::PdfBeside => Kind::Beside,
        Format::PdfEndnotes => Kind::EndNotes,
        Format::PdfMatrix => Kind::Matrix,
        Format::PdfSignOff => Kind::SignOff,
        _ => Kind::Text,
    };
    let rows = if kind == Kind::Matrix { rows(viewer, dossier, wish.locale).await? } else { Vec::new() };
    let _turn = PRESS.acquire().await.map_err(|error| Failure::Making(error.to_string()))?;
    set(dossier, kind, wish, rows)
}

fn set(dossier: &Dossier, kind: Kind, wish: &Wish, rows: Vec<Row>) -> Result<Vec<u8>, Failure> {
    let version = word::version(dossier, wish.version)?;
    let text = Text::read(dossier.text(version), &version.manner);
    let (locale, zone) = (wish.locale, dossier.forum.zone.as_str());
    let say = |message: &Message| app::words::say_in(locale, message);
    let day = |instant: DateTime<Utc>| time::day_in_zone(locale, instant, zone);
    let paper = Paper {
        document: word::document(dossier, version, &text, wish),
        speech: Speech { tag: locale.tag(), say: &say, day: &day },
        stage: stage(dossier, locale),
        seats: seats(dossier, kind, locale),
        credits: credits(dossier, version, locale),
        heads: HEADS.map(|id| in_locale(locale, id, [])),
        rows,
    };
    let printed = print::print(&paper, kind).map_err(|error| Failure::Making(error.to_string()))?;
    if printed.missing.is_empty() || wish.anyway {
        return Ok(printed.file);
    }
    Err(Failure::Lacking(printed.missing.into_iter().collect()))
}

fn said(locale: Locale, id: &str, args: &[(&'static str, domain::Arg)]) -> String {
    let message = Message { id: id.to_owned().into(), args: Vec::new() };
    let message = args.iter().cloned().fold(message, |message, (name, value)| message.with(name, value));
    app::words::say_in(locale, &message)
}

/// Where the draft is, as a sentence.
fn stage(dossier: &Dossier, locale: Locale) -> String {
    match &dossier.stage {
        Stage::Adopted { at, .. } => {
            let day = time::day_in_zone(locale, *at, &dossier.forum.zone);
            said(locale, "export-stage-adopted-on", &[("day", day.into())])
        }
        other => in_locale(locale, &format!("export-stage-{}", other.name()), []),
    }
}

/// The positions that stand; on a sign-off sheet each seat, with or without one.
fn seats(dossier: &Dossier, kind: Kind, locale: Locale) -> Vec<print::Seat> {
    let standing: Vec<&SignOff> = dossier.standing().collect();
    let mut seats: Vec<print::Seat> = Vec::new();
    if kind == Kind::SignOff {
        for seat in &dossier.forum.seats {
            let taken = standing.iter().find(|one| one.stakeholder.slug == seat.slug);
            seats.push(match taken {
                Some(one) => position(dossier, one, locale),
                None => print::Seat { seat: seat.name.clone(), ..print::Seat::default() },
            });
        }
    }
    let seated = |one: &&&SignOff| {
        kind == Kind::SignOff && dossier.forum.seats.iter().any(|seat| seat.slug == one.stakeholder.slug)
    };
    let rest = standing.iter().filter(|one| !seated(one));
    seats.extend(rest.map(|one| position(dossier, one, locale)));
    seats
}

fn position(dossier: &Dossier, one: &SignOff, locale: Locale) -> print::Seat {
    let day = time::day_in_zone(locale, one.at, &dossier.forum.zone);
    let id = if one.evidence.is_some() { "export-on-behalf" } else { "export-signed" };
    let person = dossier.name(one.account).into();
    let by = said(locale, id, &[("person", person), ("day", day.into()), ("version", one.version.into())]);
    print::Seat {
        seat: one.stakeholder.name.clone(),
        position: Some(in_locale(locale, &format!("position-{}-said", one.position.key()), [])),
        by: one.evidence.as_ref().map_or_else(|| by.clone(), |evidence| format!("{by} {evidence}")),
        statements: match &one.position {
            Position::EndorseWithReservation { text } => vec![text.as_str().to_owned()],
            Position::Object(objection) => {
                vec![objection.reason().as_str().to_owned(), objection.lifted_by().as_str().to_owned()]
            }
            Position::Recuse { reason } => vec![reason.as_str().to_owned()],
            Position::Endorse | Position::NoObjection | Position::Abstain => Vec::new(),
        },
    }
}

/// Whose proposed words are in the version.
fn credits(dossier: &Dossier, printed: &Version, locale: Locale) -> Vec<String> {
    let until = |version: &Version| version.number <= printed.number;
    let credits = dossier.credits().filter(|(version, ..)| until(version));
    let credit = credits.map(|(version, thread, comment)| {
        let voice = dossier.voice(comment).into();
        let args = [("voice", voice), ("thread", thread.number.into()), ("version", version.number.into())];
        said(locale, "export-credit", &args)
    });
    credit.collect()
}

/// A row a thread, as in the table of the page.
async fn rows(viewer: Viewer<'_>, dossier: &Dossier, locale: Locale) -> Result<Vec<Row>, Failure> {
    let head = Head::of(viewer, &dossier.reference).await?;
    let mut matrix = Matrix::of(viewer, head);
    let mut rows = Vec::new();
    while let Some(some) = matrix.next().await? {
        for one in some.responses() {
            let cells = matrix::cells(&some, &one, locale);
            let [number, from, _, _, _, _, _, quote, comment, proposed, answer, reason, result, _] = cells;
            let class = one.stakeholder.as_ref();
            let class = class.map(|one| in_locale(locale, &format!("class-{}", one.class.key()), []));
            let kind = in_locale(locale, &format!("conversation-kind-{}", one.kind.key()), []);
            let place = one.anchor.as_ref().map(|anchor| {
                let id = if anchor.lines.count() == 1 { "documents-line" } else { "documents-lines" };
                app::words::say_in(locale, &Message::new(id).with_lines(anchor.lines))
            });
            let about =
                [class, Some(kind), Some(time::day_in_zone(locale, one.raised_at, &dossier.forum.zone))];
            let from = std::iter::once(from).chain(about.into_iter().flatten()).collect();
            rows.push([
                vec![number],
                from,
                place.into_iter().chain((!quote.is_empty()).then_some(quote)).collect(),
                vec![comment],
                vec![proposed],
                [answer, reason].into_iter().filter(|words| !words.is_empty()).collect(),
                vec![result],
            ]);
        }
    }
    Ok(rows)
}
