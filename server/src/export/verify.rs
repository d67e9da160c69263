//! Checking an archive offline: texts against digests, words and sign-offs against the record, the record against its checkpoint.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

use domain::{
    disposition::Life,
    record::{Credit, Event, Kind, root},
    text::{Digest, Text},
};
use serde_json::Value;
use zip::ZipArchive;

use super::{
    archive::{DOSSIER, KEY, LEAVES, NOTE, text_name},
    dossier::{Comment, Dossier, FORMAT, SignOff, Thread, Version},
};
use crate::checkpoint::PublicKey;

/// One thing that does not hold, named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where: `version 2`, `event 204`, `sign-off of Aravel`.
    pub at: String,
    pub why: &'static str,
}

/// What was checked, and what does not hold; nothing when the archive is sound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub reference: String,
    pub versions: usize,
    pub events: usize,
    pub sign_offs: usize,
    pub comments: usize,
    /// Who signed the checkpoint, as a C2SP key.
    pub key: String,
    pub findings: Vec<Finding>,
}

/// Checks an archive. Refuses a file that is no archive of Comity; names everything in it that does not hold.
pub fn verify(archive: &[u8]) -> Result<Verified, String> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).map_err(|error| error.to_string())?;
    let dossier: Dossier =
        serde_json::from_str(&file(&mut zip, DOSSIER)?).map_err(|error| format!("{DOSSIER}: {error}"))?;
    if dossier.format != FORMAT {
        return Err(format!("{DOSSIER}: the form {} is not known", dossier.format));
    }
    let mut check = Check { events: by_subject(&dossier.record), verified: Verified::default() };
    for version in &dossier.versions {
        let text = file(&mut zip, &text_name(version.number)).unwrap_or_default();
        check.version(version, &text);
    }
    for sign_off in &dossier.sign_offs {
        check.sign_off(sign_off, &dossier.versions);
    }
    for thread in &dossier.threads {
        check.thread(thread);
    }
    check.complete(&dossier);
    check.record(&dossier.record, &file(&mut zip, LEAVES)?, &file(&mut zip, NOTE)?, &file(&mut zip, KEY)?);
    Ok(Verified {
        versions: dossier.versions.len(),
        events: dossier.record.len(),
        sign_offs: dossier.sign_offs.len(),
        comments: dossier.threads.iter().map(|thread| thread.comments.len()).sum(),
        reference: dossier.reference,
        ..check.verified
    })
}

fn file(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, String> {
    let mut content = String::new();
    let mut entry = zip.by_name(name).map_err(|error| format!("{name}: {error}"))?;
    entry.read_to_string(&mut content).map_err(|error| format!("{name}: {error}"))?;
    Ok(content)
}

type Events<'a> = BTreeMap<String, Vec<&'a Event>>;

fn by_subject(record: &[Event]) -> Events<'_> {
    let mut events = Events::new();
    for event in record {
        // The subject below the draft: `thread/12/comment/1`.
        let below = event.entry.subject.splitn(3, '/').nth(2).unwrap_or_default();
        events.entry(below.to_owned()).or_default().push(event);
    }
    events
}

struct Check<'a> {
    events: Events<'a>,
    verified: Verified,
}

impl Check<'_> {
    fn expect(&mut self, holds: bool, at: impl Into<String>, why: &'static str) {
        if !holds {
            self.verified.findings.push(Finding { at: at.into(), why });
        }
    }

    /// Whether an event of this kind on this subject says these words.
    fn says(&self, below: &str, kinds: &[Kind], field: &str, words: &str) -> bool {
        let digest = Digest::of(words.as_bytes()).to_string();
        self.any(below, kinds, |payload| payload.get(field).and_then(Value::as_str) == Some(&digest))
    }

    fn any(
        &self,
        below: &str,
        kinds: &[Kind],
        holds: impl Fn(&serde_json::Map<String, Value>) -> bool,
    ) -> bool {
        let events = self.events.get(below).into_iter().flatten();
        events.filter(|event| kinds.contains(&event.entry.kind)).any(|event| holds(&event.entry.payload))
    }

    fn version(&mut self, version: &Version, text: &str) {
        let at = format!("version {}", version.number);
        self.expect(text == version.source, &at, "the file of its text is not the text of the dossier");
        self.expect(Digest::of(text.as_bytes()) == version.digest, &at, "its text does not match its digest");
        let parsed = Text::read(&version.source, &version.manner);
        let clauses = parsed.clauses().iter().map(|clause| clause.digest);
        let covered = version.clauses.iter().map(|clause| clause.digest);
        self.expect(clauses.eq(covered), &at, "its clauses do not match their digests");
        let digest = version.digest.to_string();
        let manner = serde_json::json!(version.manner);
        let below = format!("version/{}", version.number);
        let published = self.any(&below, &[Kind::VersionPublished], |payload| {
            payload.get("digest").and_then(Value::as_str) == Some(&digest)
                && payload.get("manner") == Some(&manner)
        });
        self.expect(published, &at, "no event of the record published these words");
        let noted = self.says(&below, &[Kind::VersionPublished], "note", &version.note);
        self.expect(noted, &at, "no event of the record has this note");
        let credited = self.events.values().flatten().filter_map(|event| Credit::of(&event.entry));
        let credited = credited.filter(|credit| credit.version == version.number);
        let credited: BTreeSet<_> = credited.map(|credit| (credit.thread, credit.comment)).collect();
        let said: BTreeSet<_> = version.credits.iter().map(|one| (one.thread, one.comment)).collect();
        // An archive from before names nobody.
        self.expect(said.is_empty() || said == credited, &at, "the record credits others with its words");
    }

    fn sign_off(&mut self, sign_off: &SignOff, versions: &[Version]) {
        let at = format!("sign-off of {} on version {}", sign_off.stakeholder.name, sign_off.version);
        let version = versions.iter().find(|version| version.number == sign_off.version);
        let same = version.is_some_and(|version| {
            version.digest == sign_off.digest
                && version
                    .clauses
                    .iter()
                    .map(|clause| clause.digest)
                    .eq(sign_off.clauses.iter().map(|clause| clause.digest))
        });
        self.expect(same, &at, "it is not on the words of that version");
        let position = serde_json::to_string(&sign_off.position).unwrap_or_default();
        let below = format!("sign-off/{}", sign_off.stakeholder.slug);
        let kinds = [Kind::SignedOff, Kind::SignedOffOnBehalf];
        self.expect(
            self.says(&below, &kinds, "words", &position),
            &at,
            "no event of the record says this position",
        );
    }

    fn thread(&mut self, thread: &Thread) {
        for comment in &thread.comments {
            self.comment(thread, comment);
        }
        let at = || format!("the answer to thread {}", thread.number);
        let below = format!("thread/{}", thread.number);
        let kinds = [Kind::ThreadAnswered, Kind::ThreadReopened];
        let mut of_thread = self.events.get(&below).into_iter().flatten();
        let last = of_thread.rfind(|event| kinds.contains(&event.entry.kind));
        let answered = last.filter(|event| event.entry.kind == Kind::ThreadAnswered);
        let Some(answer) = thread.life.standing_answer() else {
            let withdrawn = matches!(thread.life, Life::Withdrawn { .. });
            self.expect(answered.is_none() || withdrawn, at(), "the record has one, and the thread has none");
            return;
        };
        let disposition = answered.and_then(|event| event.entry.payload.get("disposition"));
        let same = disposition.and_then(Value::as_str) == Some(answer.disposition.key());
        self.expect(same, at(), "the last event of the record about it answers otherwise");
        let said = self.says(&below, &[Kind::ThreadAnswered], "reason", answer.reason.as_str());
        self.expect(said, at(), "no event of the record gives this reason");
    }

    /// The words of a comment, its proposal, and who spoke for whom; what moderation hid is left out of the archive.
    fn comment(&mut self, thread: &Thread, comment: &Comment) {
        let at = format!("comment {} of thread {}", comment.number, thread.number);
        let opening = format!("thread/{}", thread.number);
        let below = format!("{opening}/comment/{}", comment.number);
        let own = [(below.as_str(), Kind::CommentPosted), (opening.as_str(), Kind::ThreadOpened)];
        let mut posted = own.iter().flat_map(|(below, kind)| {
            let events = self.events.get(*below).into_iter().flatten();
            events.filter(move |event| event.entry.kind == *kind)
        });
        let posted = match comment.number {
            1 => posted.next_back(),
            _ => posted.next(),
        };
        let Some(posted) = posted.copied() else {
            self.expect(false, at, "no event of the record says these words");
            return;
        };
        let payload = &posted.entry.payload;
        let stakeholder = comment.stakeholder.as_ref().map(|speaker| speaker.slug.as_str());
        let spoke = payload.get("stakeholder").and_then(Value::as_str) == stakeholder;
        self.expect(
            spoke && posted.entry.actor == Some(comment.author),
            &at,
            "the record says that somebody else spoke",
        );
        let hash = posted.hash.to_string();
        let mark = comment.receipt.rsplit('-').next().filter(|mark| !mark.is_empty());
        self.expect(mark.is_some_and(|mark| hash.starts_with(mark)), &at, "its receipt is of another event");
        let Some(body) = &comment.body else { return };
        let kinds = [Kind::ThreadOpened, Kind::CommentPosted, Kind::CommentEdited];
        let said = [below, opening].iter().any(|below| self.says(below, &kinds, "body", body));
        self.expect(said, &at, "no event of the record says these words");
        let proposed = comment.suggestion.as_ref().map(|words| Digest::of(words.as_bytes()).to_string());
        let proposal = payload.get("suggestion").and_then(Value::as_str) == proposed.as_deref();
        self.expect(proposal, &at, "no event of the record proposes these words");
    }

    /// Nothing that the record speaks of is left out, and no number.
    fn complete(&mut self, dossier: &Dossier) {
        let versions: BTreeSet<_> =
            dossier.versions.iter().map(|one| format!("version/{}", one.number)).collect();
        let threads: BTreeSet<_> =
            dossier.threads.iter().map(|one| format!("thread/{}", one.number)).collect();
        let comments = dossier.threads.iter().flat_map(|thread| {
            let of = move |comment: &Comment| format!("thread/{}/comment/{}", thread.number, comment.number);
            thread.comments.iter().map(of)
        });
        let comments: BTreeSet<_> = comments.collect();
        let signed = dossier.sign_offs.iter().map(|one| format!("sign-off/{}", one.stakeholder.slug));
        let signed: BTreeSet<_> = signed.collect();
        let missing: Vec<String> = self
            .events
            .iter()
            .filter(|(below, events)| {
                events.iter().any(|event| match event.entry.kind {
                    Kind::VersionPublished => !versions.contains(*below),
                    Kind::ThreadOpened => !threads.contains(*below),
                    Kind::CommentPosted => !comments.contains(*below),
                    Kind::SignedOff | Kind::SignedOffOnBehalf => !signed.contains(*below),
                    _ => false,
                })
            })
            .map(|(below, _)| below.replace('/', " "))
            .collect();
        for at in missing {
            self.expect(false, at, "the record speaks of it, and it is not in the archive");
        }
        let counted =
            |numbers: &mut dyn Iterator<Item = i32>| numbers.zip(1..).all(|(one, count)| one == count);
        self.expect(
            counted(&mut dossier.versions.iter().map(|one| one.number)),
            DOSSIER,
            "a version is missing",
        );
        self.expect(
            counted(&mut dossier.threads.iter().map(|one| one.number)),
            DOSSIER,
            "a thread is missing",
        );
    }

    fn record(&mut self, record: &[Event], leaves: &str, note: &str, key: &str) {
        let leaves: Vec<Digest> = leaves.lines().filter_map(|line| line.parse().ok()).collect();
        for event in record {
            let at = format!("event {}", event.entry.sequence);
            let again = event.entry.clone().after(event.previous);
            self.expect(
                again.is_ok_and(|again| again.hash == event.hash),
                &at,
                "its content does not match its hash",
            );
            let place = usize::try_from(event.entry.sequence).ok().and_then(|n| n.checked_sub(1));
            let before = place.map(|place| match place.checked_sub(1) {
                Some(before) => leaves.get(before).copied(),
                None => Some(domain::record::FIRST),
            });
            self.expect(
                place.and_then(|place| leaves.get(place)) == Some(&event.hash),
                &at,
                "it is not in the record that was signed",
            );
            self.expect(before.flatten() == Some(event.previous), &at, "it does not follow the event before");
        }
        let Ok(key) = key.parse::<PublicKey>() else {
            self.expect(false, KEY, "it is not a key");
            return;
        };
        self.verified.key = key.to_string();
        match key.open(note) {
            Ok(statement) => {
                let whole = usize::try_from(statement.size).is_ok_and(|size| size == leaves.len());
                self.expect(whole, NOTE, "it is about a record of another length");
                self.expect(
                    root(&leaves) == statement.root,
                    NOTE,
                    "the hashes do not lead to the root it signs",
                );
            }
            Err(_) => self.expect(false, NOTE, "its signature does not hold"),
        }
    }
}
