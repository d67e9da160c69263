//! Tables for spreadsheets: the response matrix, who took part, and who signed.

use std::collections::BTreeMap;

use app::{locale::Locale, words::in_locale};
use documents::sheet::{Cell, Column, Sheet};
use domain::{disposition::Disposition, record::dossier::Thread};
use entity::reading::{Head, Matrix, Viewer};

use super::{Failure, dossier::Dossier, matrix};

/// How wide each column of the response matrix is, in letters.
const WIDTHS: [u32; matrix::HEADINGS.len()] = [9, 26, 18, 12, 12, 9, 10, 44, 56, 44, 18, 56, 36, 28];

/// Writes a workbook in the language of its reader.
pub async fn write(
    viewer: Viewer<'_>,
    reference: &str,
    dossier: &Dossier,
    locale: Locale,
) -> Result<Vec<u8>, Failure> {
    let sheets = [
        responses(viewer, reference, locale).await?,
        participation(dossier, locale),
        signed(dossier, locale),
    ];
    documents::sheet::write(&sheets, locale.tag()).map_err(|error| Failure::Making(error.to_string()))
}

fn column(locale: Locale, id: &str, width: u32) -> Column {
    Column { head: in_locale(locale, id, []), width }
}

/// One row a thread, as in the table of the page.
async fn responses(viewer: Viewer<'_>, reference: &str, locale: Locale) -> Result<Sheet, Failure> {
    let head = Head::of(viewer, reference).await?;
    let mut matrix = Matrix::of(viewer, head);
    let mut rows = Vec::new();
    while let Some(some) = matrix.next().await? {
        for one in some.responses() {
            let mut cells = matrix::cells(&some, &one, locale).map(Cell::Words).to_vec();
            cells[0] = Cell::Count(i64::from(one.number));
            if let Some(stakeholder) = &one.stakeholder {
                cells[2] = Cell::Words(in_locale(locale, &format!("class-{}", stakeholder.class.key()), []));
            }
            cells[3] = Cell::Day(one.raised_at);
            cells[4] = Cell::Words(in_locale(locale, &format!("conversation-kind-{}", one.kind.key()), []));
            cells[5] = Cell::Count(i64::from(one.made_on));
            rows.push(cells);
        }
    }
    let heads = matrix::heads(locale).into_iter().zip(WIDTHS);
    let columns = heads.map(|(head, width)| Column { head, width }).collect();
    Ok(Sheet { name: in_locale(locale, "export-sheet-responses", []), columns, rows })
}

/// What one voice has said and been answered.
#[derive(Default)]
struct Voice {
    threads: i64,
    comments: i64,
    proposals: i64,
    accepted: i64,
    rejected: i64,
    waiting: i64,
}

/// One row for each stakeholder, and for each person who spoke for none.
fn participation(dossier: &Dossier, locale: Locale) -> Sheet {
    let mut voices: BTreeMap<&str, Voice> = BTreeMap::new();
    for thread in &dossier.facts.threads {
        for comment in &thread.comments {
            let voice = voices.entry(dossier.voice(comment)).or_default();
            voice.comments += 1;
            voice.proposals += i64::from(comment.suggestion.is_some());
            if comment.number == 1 {
                voice.opened(thread);
            }
        }
    }
    let rows = voices.into_iter().map(|(name, voice)| {
        let Voice { threads, comments, proposals, accepted, rejected, waiting } = voice;
        let counts = [threads, comments, proposals, accepted, rejected, waiting].map(Cell::Count);
        [Cell::Words(name.to_owned())].into_iter().chain(counts).collect()
    });
    let heads = ["threads", "comments", "proposals", "accepted", "rejected", "waiting"];
    let columns = heads.map(|id| column(locale, &format!("export-voice-{id}"), 14));
    Sheet {
        name: in_locale(locale, "export-sheet-participation", []),
        columns: [column(locale, "export-column-from", 40)].into_iter().chain(columns).collect(),
        rows: rows.collect(),
    }
}

impl Voice {
    fn opened(&mut self, thread: &Thread) {
        self.threads += 1;
        match thread.life.standing_answer().map(|answer| answer.disposition) {
            Some(Disposition::Accepted | Disposition::AcceptedInPart) => self.accepted += 1,
            Some(Disposition::Rejected | Disposition::OutOfScope) => self.rejected += 1,
            Some(Disposition::Noted | Disposition::DuplicateOf { .. } | Disposition::Deferred) => {}
            None => self.waiting += i64::from(thread.life.needs_answer()),
        }
    }
}

/// One row a position that stands.
fn signed(dossier: &Dossier, locale: Locale) -> Sheet {
    let rows = dossier.standing().map(|one| {
        let position = in_locale(locale, &format!("position-{}-said", one.position.key()), []);
        vec![
            Cell::Words(one.stakeholder.name.clone()),
            Cell::Words(position),
            Cell::Words(dossier.name(one.account).to_owned()),
            Cell::Day(one.at),
            Cell::Count(i64::from(one.version)),
        ]
    });
    let heads = [
        ("export-seat", 40),
        ("export-position", 28),
        ("export-voice-person", 28),
        ("export-column-date", 12),
        ("export-column-version", 9),
    ];
    Sheet {
        name: in_locale(locale, "export-sheet-signed", []),
        columns: heads.map(|(id, width)| column(locale, id, width)).to_vec(),
        rows: rows.collect(),
    }
}
