//! `comity verify`

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::Refusal;
use crate::{
    export::{self, Against, Receipted, Trust, Verified, receipt},
    key::Pin,
};

/// Check an exported archive, or the receipt of a comment, without a server
#[derive(clap::Args)]
#[command(after_help = "Examples: comity verify DN-2026-001.zip
          comity verify DN-2026-001.zip --key comity.key --since DN-2026-001.january.zip")]
pub struct Verify {
    /// The archive, as `comity export --format archive` writes it, or a receipt as it stands beside each comment
    archive: PathBuf,
    /// The key that must have signed it: a file from /.well-known/comity-key, what stands in that file, or its fingerprint
    #[arg(long)]
    key: Option<String>,
    /// An older archive of the draft: the record must only have added to it
    #[arg(long, value_name = "OLDER")]
    since: Option<PathBuf>,
}

impl Verify {
    /// Says what was checked, and by whose key; refuses an archive or a receipt in which anything does not hold, and names each such
    /// thing.
    pub fn run(self) -> Result<(), Refusal> {
        let file = read(&self.archive)?;
        let since = self.since.as_deref().map(read).transpose()?;
        let key = self.key.as_deref().map(pin).transpose()?;
        let name = self.archive.display();
        let none = |what: &str, why: &str| Refusal::Said(format!("{name} is not {what} of Comity: {why}."));
        let (what, findings, holds) = match str::from_utf8(&file) {
            Ok(written) if written.starts_with(receipt::FORM) => {
                if since.is_some() {
                    return Err(Refusal::Said("--since compares archives; this is a receipt.".to_owned()));
                }
                let receipt = export::verify_receipt(written, key.as_ref());
                let receipt = receipt.map_err(|why| none("a receipt", &why))?;
                (receipt.mark.clone(), receipt.findings.clone(), receipted(&receipt))
            }
            _ => {
                let against = Against { key: key.as_ref(), since: since.as_deref() };
                let verified = export::verify(&file, against).map_err(|why| none("an archive", &why))?;
                (verified.reference.clone(), verified.findings.clone(), said(&verified))
            }
        };
        if findings.is_empty() {
            #[expect(clippy::print_stdout, reason = "what the command has to say")]
            {
                println!("{holds}");
            }
            return Ok(());
        }
        let named: String = findings.iter().map(|finding| format!("\n  {finding}")).collect();
        let count = match findings.len() {
            1 => "1 thing does".to_owned(),
            count => format!("{count} things do"),
        };
        Err(Refusal::Said(format!("{what}: {count} not hold:{named}")))
    }
}

/// What holds, and why it should be believed.
fn said(verified: &Verified) -> String {
    let Verified {
        reference, versions, comments, withdrawn, sign_offs, events, size, key, fingerprint, ..
    } = verified;
    let trust = by(&verified.trust, key, fingerprint);
    let since = verified.since.map_or(String::new(), |then| {
        format!("\nIts record of {size} events only adds to the {then} events of the older archive.")
    });
    let withdrawn = if *withdrawn > 0 { format!(" and {withdrawn} withdrawn") } else { String::new() };
    let day = |at: Option<DateTime<Utc>>| {
        at.map_or(String::new(), |at| at.format("%Y-%m-%d %H:%M UTC").to_string())
    };
    let (exported, last) = (day(verified.exported), day(verified.last));
    format!(
        "{reference}: all holds, {trust}.\nMade on {exported}; its last event is of {last}.\nVersions: {versions}. Comments: {comments}{withdrawn}. Sign-offs: {sign_offs}. Events of the draft: {events}, of {size} in the record.{since}"
    )
}

/// What is said of a receipt that holds, with the words that were said.
fn receipted(receipt: &Receipted) -> String {
    let Receipted { mark, at, place: (place, size), key, fingerprint, .. } = receipt;
    let trust = by(&receipt.trust, key, fingerprint);
    let account = receipt.account.map_or(String::new(), |account| format!(" by account {account}"));
    let whose = receipt.stakeholder.as_ref().map_or(String::new(), |name| format!(" for {name}"));
    let words = match receipt.words.as_slice() {
        [] => {
            "\nThe receipt does not have its words: they were hidden, or changed by their author.".to_owned()
        }
        words => words.iter().map(|one| format!("\n{}: {}", one.field, one.words)).collect(),
    };
    format!(
        "{mark}: the receipt holds, {trust}.\nThe comment was made{account}{whose} at {at}, as event {place} of the {size} in the record.{words}"
    )
}

/// By whose key it was signed, as a part of a sentence.
fn by(trust: &Trust, key: &str, fingerprint: &str) -> String {
    match trust {
        Trust::Pinned => format!("signed by the key that you gave, {fingerprint}"),
        Trust::HandedOver { on } => {
            format!("signed by {fingerprint}, to which the key that you gave handed over on {on}")
        }
        Trust::Unknown => format!(
            "if you trust this key:\n  {key}\n  fingerprint {fingerprint}\nCompare it with the one at /record of the site, and give it with --key"
        ),
    }
}

fn read(path: impl AsRef<Path>) -> Result<Vec<u8>, Refusal> {
    let path = path.as_ref();
    std::fs::read(path).map_err(|error| Refusal::File { path: path.to_owned(), error })
}

/// The key as it was given, or as it stands in the file of that name.
fn pin(given: &str) -> Result<Pin, Refusal> {
    let written = match given.parse::<Pin>() {
        Ok(pin) => return Ok(pin),
        Err(_) => read(given)?,
    };
    let pin = str::from_utf8(&written).ok().and_then(|written| written.parse().ok());
    pin.ok_or_else(|| Refusal::Said(format!("{given} is no key: neither `name+id+key` nor a fingerprint.")))
}
