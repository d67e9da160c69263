//! The versions, and who signed them.

use super::{Fold, said, unknown};
use crate::{
    position::Position,
    record::{
        Entry, Kind,
        dossier::{SignOff, Version},
        payload,
    },
    text::Digest,
};

impl Fold<'_> {
    pub(super) fn version(&mut self, entry: &Entry, number: i32) -> Result<(), String> {
        if entry.kind != Kind::VersionPublished {
            return Err(unknown(entry));
        }
        let published: payload::VersionPublished = said(entry)?;
        if usize::try_from(number) != Ok(self.dossier.versions.len() + 1) {
            return Err(format!("version {number} does not follow the version before"));
        }
        self.notes.insert(number, published.note);
        self.dossier.versions.push(Version {
            number,
            digest: published.digest,
            manner: published.manner,
            published_at: entry.at,
            published_by: entry.actor.ok_or("nobody published it")?,
            note: None,
            clauses: published.clauses,
            editorial: published.editorial,
            credits: Vec::new(),
        });
        Ok(())
    }

    pub(super) fn open_notes(&mut self) {
        for (number, seal) in std::mem::take(&mut self.notes) {
            let note = self.words.open("note", seal);
            if note.is_none() {
                self.find(format!("the note of version {number}"), "the archive does not have its words");
            }
            let version = self.dossier.versions.iter_mut().find(|version| version.number == number);
            if let Some(version) = version {
                version.note = note;
            }
        }
    }

    pub(super) fn sign_off(&mut self, entry: &Entry, slug: &str) -> Result<(), String> {
        if !matches!(entry.kind, Kind::SignedOff | Kind::SignedOffOnBehalf) {
            return Err(unknown(entry));
        }
        let signed: payload::SignedOff = said(entry)?;
        let place = format!("sign-off of {} on version {}", signed.stakeholder.name, signed.version);
        if signed.stakeholder.slug != slug {
            return Err("it is for two stakeholders".to_owned());
        }
        let version = self.dossier.versions.iter().find(|version| version.number == signed.version);
        if version.map(|version| version.digest) != Some(signed.digest) {
            self.find(place.clone(), "it is not on the words of that version");
        }
        if let Err(why) = self.entitled(entry, signed.mandate_of.as_deref(), Some(&signed.stakeholder)) {
            self.find(place.clone(), &why);
        }
        let Some(position) = self.position(&signed.position, signed.words) else {
            self.find(place, "what the archive says of it is not what was signed");
            return Ok(());
        };
        let evidence = signed.evidence.map(|seal| self.words.open("evidence", seal));
        if evidence == Some(None) {
            self.find(place, "the archive does not have its evidence");
        }
        self.dossier.sign_offs.push(SignOff {
            stakeholder: signed.stakeholder,
            version: signed.version,
            digest: signed.digest,
            position,
            account: entry.actor.ok_or("nobody signed it")?,
            mandate: entry.mandate,
            mandate_of: signed.mandate_of,
            evidence: evidence.flatten(),
            at: entry.at,
        });
        Ok(())
    }

    fn position(&mut self, key: &str, seal: Digest) -> Option<Position> {
        let words = self.words.open("position", seal)?;
        let position: Position = serde_json::from_str(&words).ok()?;
        (position.key() == key).then_some(position)
    }
}
