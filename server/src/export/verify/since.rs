//! That a record only adds to what it was when an older archive was written.

use domain::record::Finding;

use super::{Against, Opened, Verified, proof, trusted, verify};
use crate::{
    export::archive::{NOTE, TREE},
    key::{Handovers, Pin, PublicKey},
};

/// Checks that the record only adds to what it was when an older archive was written; what does not hold becomes a finding.
pub fn since(
    opened: &Opened,
    record: &proof::Record,
    (key, handovers): (&PublicKey, &Handovers),
    older: &[u8],
    verified: &mut Verified,
) -> Result<(), String> {
    let before = verify(older, Against::default());
    let before = before.map_err(|why| format!("the older file is no archive of Comity: {why}"))?;
    let then = before.key.parse::<PublicKey>().ok();
    let trusted = then.as_ref().and_then(|then| trusted(key, handovers, &Pin::Key(then.clone())));
    let why = "it was signed by another key, which did not hand over to the one of this archive";
    verified.expect(trusted.is_some(), "the older archive", why);
    let findings = before.findings.into_iter();
    verified
        .findings
        .extend(findings.map(|one| Finding::new(format!("the older archive, {}", one.place), one.why)));
    verified.since = Some(before.size);
    verified.expect(before.reference == verified.reference, "the older archive", "it is of another draft");
    let older = Opened::of(older)?;
    let statement = then.and_then(|then| then.open(older.text(NOTE)?).ok());
    let Some(then) = statement else { return Ok(()) };
    let size = usize::try_from(then.size).unwrap_or(usize::MAX);
    if then.size > verified.size {
        verified.expect(false, "the older archive", "it is the newer one");
        return Ok(());
    }
    match record.root(size) {
        None => verified.expect(false, TREE, "it does not reach back to the older archive"),
        Some(root) => verified.expect(
            root == then.root,
            "the record",
            "what was in it when the older archive was written has been changed since",
        ),
    }
    for name in record.names() {
        let lines = older.text(name).unwrap_or_default();
        let goes_on = opened.text(name).is_some_and(|now| now.starts_with(lines));
        verified.expect(goes_on, name, "it does not go on where the older archive ends");
    }
    Ok(())
}
