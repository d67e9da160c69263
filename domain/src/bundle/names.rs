//! What forums and drafts of another installation are called here: `DN-2026-001@comity.example`.

use crate::referral::{Hop, Statement};

/// The host of an address, with its port where it has one: what installations are told apart by. None for what is no address.
pub fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']' | '_');
    (!host.is_empty() && host.chars().all(is_plain)).then_some(host)
}

/// A name with the host it is of.
pub fn qualified(name: &str, host: &str) -> String {
    format!("{name}@{host}")
}

/// A name and the host it is of; none for one that is of here.
pub fn split(name: &str) -> Option<(&str, &str)> {
    name.rsplit_once('@')
}

/// What is called so at the host `there`, as it is called at the host `here`.
pub fn here(name: &str, there: &str, here: &str) -> String {
    match split(name) {
        Some((plain, host)) if host == here => plain.to_owned(),
        Some(_) => name.to_owned(),
        None => qualified(name, there),
    }
}

/// A statement with its names as the host `ours` has them.
pub fn statement_here(statement: &Statement, there: &str, ours: &str) -> Statement {
    let named = |name: &str| here(name, there, ours);
    let hop =
        |hop: &Hop| Hop { slug: named(&hop.slug), name: hop.name.clone(), reference: named(&hop.reference) };
    let (reference, number) = statement.id.rsplit_once('/').unwrap_or((&statement.id, ""));
    Statement {
        id: format!("{}/{number}", named(reference)),
        from: hop(&statement.from),
        path: statement.path.renamed(hop),
        to_forum: statement.to_forum.as_deref().map(named),
        ..statement.clone()
    }
}
