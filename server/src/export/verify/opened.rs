//! The files of an archive under its manifest.

use std::collections::{BTreeMap, BTreeSet};

use domain::text::Digest;

use super::Verified;
use crate::{
    export::{
        archive::{
            ASIDE, DOSSIER, DRAFT, FORUM, HANDOVERS, HEADS, KEY, MANIFEST, NOTE, PARENT, PEM, REFERRAL,
            REFERRAL_SCHEMA, SIGNATURE, TREE, WORDS,
        },
        manifest::Manifest,
        zip::{File, pack, unpack},
    },
    key::{Handovers, PublicKey},
};

/// An archive as it was opened, before anything of it is believed.
pub struct Opened {
    files: BTreeMap<String, Vec<u8>>,
    order: Vec<String>,
    pub manifest: Manifest,
    /// The manifest as it was signed.
    pub written: Vec<u8>,
}

impl Opened {
    /// Refuses what is no zip with a manifest.
    pub fn of(archive: &[u8]) -> Result<Self, String> {
        let files = unpack(archive)?;
        let order = files.iter().map(|(name, _)| name.clone()).collect();
        let files: BTreeMap<_, _> = files.into_iter().collect();
        let written = files.get(MANIFEST).ok_or_else(|| format!("it has no {MANIFEST}"))?.clone();
        let text = str::from_utf8(&written).map_err(|_| format!("{MANIFEST} is not text"))?;
        let manifest = Manifest::read(text).map_err(|why| format!("{MANIFEST}: {why}"))?;
        Ok(Self { files, order, manifest, written })
    }

    /// The content of a file; none where the archive does not have it.
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// The content of a file as text; none where the archive does not have it, or it is not UTF-8.
    pub fn text(&self, name: &str) -> Option<&str> {
        str::from_utf8(self.file(name)?).ok()
    }

    /// Every byte of the zip is what the manifest makes it.
    pub fn bytes(&self, archive: &[u8], verified: &mut Verified) {
        let mut listed = BTreeSet::from([MANIFEST, SIGNATURE]);
        for file in &self.manifest.files {
            verified.expect(listed.insert(&file.name), &file.name, "the manifest lists it twice");
            let Some(content) = self.file(&file.name) else {
                verified.expect(false, &file.name, "the manifest lists it, and it is not in the archive");
                continue;
            };
            let same = content.len() == file.size && Digest::of(content) == file.digest;
            verified.expect(same, &file.name, "it is not the file that was signed");
        }
        for name in self.files.keys() {
            verified.expect(listed.contains(name.as_str()), name, "the manifest does not list it");
        }
        let files: Vec<File> = self
            .order
            .iter()
            .filter_map(|name| Some((name.clone(), self.files.get(name)?.clone())))
            .collect();
        let again = pack(&files, self.manifest.exported);
        let why = "it is packed otherwise than Comity packs it";
        verified.expect(again.as_deref() == Some(archive), "the zip file", why);
        let names =
            [MANIFEST, SIGNATURE].into_iter().chain(self.manifest.files.iter().map(|file| &*file.name));
        verified.expect(self.order.iter().eq(names), "the zip file", "its files are in another order");
    }

    /// The key of the archive, in both its forms.
    pub fn key(&self, verified: &mut Verified) -> Option<PublicKey> {
        let key = self.text(KEY).and_then(|key| key.parse::<PublicKey>().ok());
        verified.expect(key.is_some(), KEY, "it is not a key");
        let key = key?;
        verified.expect(self.text(KEY) == Some(&format!("{key}\n")), KEY, "it is written otherwise");
        verified.expect(self.text(PEM) == Some(&key.pem()), PEM, "it is another key");
        Some(key)
    }

    /// What led to this key; nothing when that does not hold.
    pub fn handovers(&self, key: &PublicKey, verified: &mut Verified) -> Handovers {
        let Some(file) = self.file(HANDOVERS) else { return Handovers::default() };
        let written = str::from_utf8(file).ok().filter(|written| !written.is_empty());
        match written.map(|written| Handovers::read(written, key)) {
            Some(Ok(handovers)) => return handovers,
            Some(Err(why)) => verified.expect(false, HANDOVERS, why.to_string()),
            None => verified.expect(false, HANDOVERS, "it cannot be read"),
        }
        Handovers::default()
    }

    /// It has the files of an archive with these texts, and no others.
    pub fn complete(&self, texts: &[String], has_parent: bool, verified: &mut Verified) {
        let own = [MANIFEST, SIGNATURE, KEY, PEM, NOTE, TREE, HEADS, DOSSIER, WORDS, DRAFT, FORUM];
        let mut expected: BTreeSet<&str> = own.into_iter().chain(ASIDE).collect();
        expected.extend(texts.iter().map(String::as_str));
        expected.extend(has_parent.then_some(PARENT));
        expected.extend(self.files.contains_key(HANDOVERS).then_some(HANDOVERS));
        if self.files.contains_key(REFERRAL) {
            expected.extend([REFERRAL, REFERRAL_SCHEMA]);
        }
        let there: BTreeSet<&str> = self.files.keys().map(String::as_str).collect();
        for missing in expected.difference(&there) {
            verified.expect(false, *missing, "it is not in the archive");
        }
        for more in there.difference(&expected) {
            verified.expect(false, *more, "no archive has such a file");
        }
    }
}
