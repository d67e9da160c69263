//! `comity verify`

use std::path::{Path, PathBuf};

use super::Refusal;
use crate::{
    checkpoint::Pin,
    export::{self, Against, Trust, Verified},
};

/// Check an exported archive without a server
#[derive(clap::Args)]
#[command(after_help = "Examples: comity verify DN-2026-001.zip
          comity verify DN-2026-001.zip --key comity.key --since DN-2026-001.january.zip")]
pub struct Verify {
    /// The archive, as `comity export --format archive` writes it
    archive: PathBuf,
    /// The key that must have signed it: a file from /.well-known/comity-key, what stands in that file, or its fingerprint
    #[arg(long)]
    key: Option<String>,
    /// An older archive of the draft: the record must only have added to it
    #[arg(long, value_name = "OLDER")]
    since: Option<PathBuf>,
}

impl Verify {
    /// Says what was checked, and by whose key; refuses an archive in which anything does not hold, and names each such thing.
    pub fn run(self) -> Result<(), Refusal> {
        let archive = read(&self.archive)?;
        let since = self.since.as_deref().map(read).transpose()?;
        let key = self.key.as_deref().map(pin).transpose()?;
        let against = Against { key: key.as_ref(), since: since.as_deref() };
        let name = self.archive.display();
        let verified = export::verify(&archive, against)
            .map_err(|error| Refusal::Said(format!("{name} is not an archive of Comity: {error}.")))?;
        if verified.findings.is_empty() {
            #[expect(clippy::print_stdout, reason = "what the command has to say")]
            {
                println!("{}", said(&verified));
            }
            return Ok(());
        }
        let named = verified.findings.iter().map(|finding| format!("\n  {finding}"));
        Err(Refusal::Said(format!(
            "{}: {} not hold:{}",
            verified.reference,
            match verified.findings.len() {
                1 => "1 thing does".to_owned(),
                count => format!("{count} things do"),
            },
            named.collect::<String>()
        )))
    }
}

/// What holds, and why it should be believed.
fn said(verified: &Verified) -> String {
    let Verified { reference, versions, comments, sign_offs, events, size, key, fingerprint, .. } = verified;
    let trust = match verified.trust {
        Trust::Pinned => format!("signed by the key that you gave, {fingerprint}"),
        Trust::Unknown => format!(
            "if you trust this key:\n  {key}\n  fingerprint {fingerprint}\nCompare it with the one at /record of the site, and give it with --key"
        ),
    };
    let since = verified.since.map_or(String::new(), |then| {
        format!("\nIts record of {size} events only adds to the {then} events of the older archive.")
    });
    format!(
        "{reference}: all holds, {trust}.\nVersions: {versions}. Comments: {comments}. Sign-offs: {sign_offs}. Events of the draft: {events}, of {size} in the record.{since}"
    )
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
