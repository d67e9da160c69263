//! What `documents` writes of one version, from the dossier: Word files, and the formats of archives and of law.

use std::ops::Range;

use app::{locale::Locale, ui::time, words};
use chrono::{DateTime, Utc};
use documents::{
    Answer, Comment, Credit, Document, Signed, Speech, Thread, akn, annotation, citation, docx, epub, form,
    odt,
};
use domain::{
    Message,
    anchor::{Anchor, Standing},
    clause_map::ClauseMap,
    disposition::Life,
    record::dossier,
    suggestion::reading,
    text::{LineRange, Text},
};

use super::{
    Failure, Format,
    dossier::{Dossier, answer},
};

/// What somebody wants of a file besides its format.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The language of labels.
    pub locale: Locale,
    /// Where this site is, without a slash at the end; empty where nobody said.
    pub site: String,
    /// The version; else the one the draft is about.
    pub version: Option<i32>,
    /// What it is compared with; else the version before.
    pub from: Option<i32>,
    /// Whether each line is written with its number.
    pub lines: bool,
    /// Whether a paper is wanted although no font has some of its characters.
    pub anyway: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            locale: Locale::En,
            site: String::new(),
            version: None,
            from: None,
            lines: false,
            anyway: true,
        }
    }
}

/// Writes a file of one version. Refuses with not found a version that the draft does not have.
pub fn write(dossier: &Dossier, format: Format, wish: &Wish) -> Result<Vec<u8>, Failure> {
    let version = version(dossier, wish.version)?;
    let text = Text::read(dossier.text(version), &version.manner);
    let document = document(dossier, version, &text, wish);
    let (locale, zone) = (wish.locale, dossier.forum.zone.as_str());
    let say = |message: &Message| words::say_in(locale, message);
    let day = |instant: DateTime<Utc>| time::day_in_zone(locale, instant, zone);
    let speech = Speech { tag: locale.tag(), say: &say, day: &day };
    let written = match format {
        Format::DocxComments => docx::commented(&document, speech),
        Format::DocxCompilation => docx::compilation(&document, speech),
        Format::DocxForm => form::docx(&document, speech),
        Format::XlsxForm => form::xlsx(&document, speech),
        Format::DocxChanges => {
            let before = dossier.facts.versions.iter().rev().find(|one| one.number < version.number);
            let from = match wish.from {
                Some(number) => self::version(dossier, Some(number))?,
                None => before.unwrap_or(version),
            };
            let older = Text::read(dossier.text(from), &from.manner);
            let map = ClauseMap::between(&older, &text);
            docx::changed(&document, (&older, from.number.unsigned_abs()), &map, speech)
        }
        Format::Akn => {
            let signed = signed(dossier, wish.locale);
            let from = wish.from.map(|number| self::version(dossier, Some(number))).transpose()?;
            let older = from.map(|from| (Text::read(dossier.text(from), &from.manner), from.number));
            let older = older.map(|(older, number)| (ClauseMap::between(&older, &text), older, number));
            let since = older.as_ref().map(|(map, older, number)| ((older, number.unsigned_abs()), map));
            Ok(akn::full(&document, &signed, since))
        }
        Format::Annotations => Ok(annotation::write(&document)),
        Format::Citation => Ok(citation::write(&document)),
        Format::Epub => epub::write(&document, speech),
        Format::Odt => odt::write(&document, speech),
        _ => docx::clean(&document, speech, wish.lines),
    };
    written.map_err(|error| Failure::Making(error.to_string()))
}

/// A version by its number, else the one the draft is about. Refuses with not found one that the draft does not have.
pub fn version(dossier: &Dossier, number: Option<i32>) -> Result<&dossier::Version, Failure> {
    let found = match number {
        Some(number) => dossier.facts.versions.iter().find(|version| version.number == number),
        None => dossier.version(),
    };
    found.ok_or(Failure::Entity(entity::Error::NotFound("version")))
}

/// The draft as the writers of documents take it.
pub fn document<'a>(
    dossier: &Dossier,
    version: &dossier::Version,
    text: &'a Text,
    wish: &Wish,
) -> Document<'a> {
    let live = |thread: &&dossier::Thread| !matches!(thread.life, Life::Withdrawn { .. });
    let threads = dossier.facts.threads.iter().filter(live);
    Document {
        reference: dossier.reference.clone(),
        title: dossier.title.clone(),
        forum: dossier.forum.name.clone(),
        language: dossier.language.clone(),
        version: version.number.unsigned_abs(),
        published: version.published_at,
        address: format!(
            "{}{}",
            wish.site,
            app::href::version(&dossier.reference, version.number.unsigned_abs())
        ),
        text,
        ids: version.clauses.iter().map(|covered| covered.id).collect(),
        threads: threads.map(|one| thread(dossier, one, version, text, wish.locale)).collect(),
        credits: credits(dossier),
    }
}

/// The positions that stand.
fn signed(dossier: &Dossier, locale: Locale) -> Vec<Signed> {
    let signed = dossier.standing().map(|one| Signed {
        stakeholder: one.stakeholder.name.clone(),
        position: one.position.key(),
        said: words::in_locale(locale, &format!("position-{}-said", one.position.key()), []),
        day: one.at,
        version: one.version.unsigned_abs(),
    });
    signed.collect()
}

fn thread(
    dossier: &Dossier,
    one: &dossier::Thread,
    version: &dossier::Version,
    text: &Text,
    locale: Locale,
) -> Thread {
    let comments = one.comments.iter().filter(|said| said.number == 1 || said.withdrawn_at.is_none());
    Thread {
        number: one.number.unsigned_abs(),
        kind: one.kind,
        anchor: anchor(dossier, one, version, text),
        quote: one.anchor.as_ref().map(|anchor| anchor.quote.clone()),
        comments: comments.map(|said| comment(dossier, said, locale)).collect(),
        answer: answer(one).map(|(disposition, reason)| Answer {
            disposition: words::in_locale(locale, &format!("disposition-{}", disposition.key()), []),
            reason: reason.to_owned(),
            given: one.life.standing_answer().map_or(one.raised_at, |answer| answer.at),
        }),
    }
}

fn comment(dossier: &Dossier, said: &dossier::Comment, locale: Locale) -> Comment {
    let gone = if said.erased.is_some() { "export-erased" } else { "export-hidden" };
    let person = dossier.name(said.author);
    let stands = said.hidden.is_none() && said.withdrawn_at.is_none();
    Comment {
        number: said.number.unsigned_abs(),
        author: match &said.stakeholder {
            Some(stakeholder) if person.is_empty() => stakeholder.name.clone(),
            Some(stakeholder) => format!("{person}, {}", stakeholder.name),
            None => person.to_owned(),
        },
        posted: said.at,
        words: said.body.clone().unwrap_or_else(|| words::in_locale(locale, gone, [])),
        proposed: said.suggestion.clone().filter(|_| stands),
    }
}

/// Where a thread stands in a version, as if it had been made on it; none where its words are gone.
fn anchor(
    dossier: &Dossier,
    one: &dossier::Thread,
    version: &dossier::Version,
    text: &Text,
) -> Option<Anchor> {
    let made = one.anchor.as_ref()?;
    if one.made_on == version.number {
        return Some(made.clone());
    }
    let places = dossier.derived.stands.get(&one.number)?;
    let (_, place) = places.iter().find(|(number, _)| *number == version.number)?;
    let lines = place.lines.filter(|_| place.standing != Standing::Detached)?;
    let clause = text.clause_of_line(lines.first())?;
    Some(Anchor {
        version: version.digest,
        clause: version.clauses.get(clause).map_or(made.clause, |covered| covered.id),
        lines,
        quote: quoted(text, clause, lines, place.chars.as_ref()),
        chars: place.chars.clone(),
        before: String::new(),
        after: String::new(),
    })
}

fn quoted(text: &Text, clause: usize, lines: LineRange, chars: Option<&Range<u32>>) -> String {
    match (text.clause(clause), chars) {
        (Some(clause), Some(chars)) => clause.slice(chars).to_owned(),
        _ => text.words_of(lines),
    }
}

fn credits(dossier: &Dossier) -> Vec<Credit> {
    let credited = dossier.facts.versions.iter().flat_map(|version| {
        version.credits.iter().map(move |credit| (version.number.unsigned_abs(), credit))
    });
    let credits = credited.filter_map(|(version, credit)| {
        let thread = dossier.facts.threads.iter().find(|thread| thread.number == credit.thread)?;
        let said = thread.comments.iter().find(|said| said.number == credit.comment)?;
        let words = reading(thread.anchor.as_ref()?, said.suggestion.as_deref()?);
        Some(Credit { version, author: dossier.voice(said).to_owned(), words })
    });
    credits.collect()
}
