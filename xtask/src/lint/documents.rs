//! What documents name in backticks is there: a file, or an item with the module or type that it is said to be in.

use std::fs;

use anyhow::{Context, Result};

use super::sources::Source;
use crate::process::root;

/// The documents that speak of the code.
const DOCUMENTS: [&str; 4] = ["ARCHITECTURE.md", "SECURITY.md", "domain/ALGORITHM.md", "clippy.toml"];
/// Paths of libraries, which are not ours to check.
const FOREIGN: [&str; 6] = ["chrono", "jiff", "std", "rand", "leptos_axum", "sea_orm"];

/// Complains of each name that nothing has.
pub fn check(sources: &[Source]) -> Result<Vec<String>> {
    let mut complaints = Vec::new();
    for document in DOCUMENTS {
        let path = root().join(document);
        let text = fs::read_to_string(&path).with_context(|| format!("Cannot read {document}"))?;
        for (index, line) in text.lines().enumerate() {
            let missing = names(line).filter(|name| !is_there(name, sources));
            complaints.extend(missing.map(|name| format!("{document}:{}: there is no `{name}`", index + 1)));
        }
    }
    Ok(complaints)
}

/// What stands between backticks in a line.
fn names(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether the code has what is named. What is neither a path nor a name, such as a command or a call, is not looked for.
fn is_there(name: &str, sources: &[Source]) -> bool {
    let is_file = name.contains('.')
        && !name.contains(['<', '*', ' ', '('])
        && [".rs", ".toml", ".css", ".ftl"].iter().any(|ending| name.ends_with(ending));
    let is_folder = name.contains('/') && name.split('/').next().is_some_and(|first| CRATES.contains(&first));
    if is_file || (is_folder && !name.contains(['<', '*', ' '])) {
        return root().join(name).exists()
            || sources.iter().any(|one| one.path.ends_with(&format!("/{name}")));
    }
    let item = name.split('(').next().unwrap_or_default();
    let segments: Vec<_> = item.split("::").collect();
    let is_item = segments.len() > 1 && segments.iter().all(|one| is_word(one));
    if !is_item || FOREIGN.contains(&segments[0]) {
        return true;
    }
    let (last, parents) = (segments[segments.len() - 1], &segments[..segments.len() - 1]);
    sources.iter().any(|source| is_within(source, parents) && declares(source, last))
        || sources.iter().any(|source| is_module(source, &segments))
}

const CRATES: [&str; 6] = ["app", "domain", "entity", "migration", "server", "xtask"];

fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic())
        && text.chars().all(|one| one.is_alphanumeric() || one == '_')
}

/// Whether all of these are modules on the way to the file, or types in it.
fn is_within(source: &Source, parents: &[&str]) -> bool {
    parents.iter().all(|parent| {
        on_the_way(source, parent) || declares(source, parent) || is_implemented(source, parent)
    })
}

fn is_implemented(source: &Source, name: &str) -> bool {
    source.text.lines().any(|line| line.starts_with("impl") && words(line).contains(&name))
}

fn on_the_way(source: &Source, module: &str) -> bool {
    source.path.trim_end_matches(".rs").split('/').any(|part| part == module)
}

fn is_module(source: &Source, segments: &[&str]) -> bool {
    segments.iter().all(|segment| on_the_way(source, segment))
}

/// What an item begins with, before its name.
const KEYWORDS: [&str; 9] =
    ["fn", "struct", "enum", "trait", "mod", "type", "const", "static", "macro_rules!"];

/// Whether the file declares an item, a method or a variant of this name.
fn declares(source: &Source, name: &str) -> bool {
    source.text.lines().any(|line| {
        let words = words(line);
        let item = words.windows(2).any(|pair| KEYWORDS.contains(&pair[0]) && pair[1] == name);
        let variant = line.strip_prefix("    ").and_then(|rest| rest.strip_prefix(name));
        item || variant.is_some_and(|rest| rest.starts_with([',', '(']) || rest.starts_with(" {"))
    })
}

/// The words of a line of code, each with the mark of a macro that it may end with.
fn words(line: &str) -> Vec<&str> {
    line.split(|one: char| !(one.is_alphanumeric() || one == '_' || one == '!'))
        .filter(|one| !one.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> Vec<Source> {
        let text = "pub struct Anchor;\n\nimpl Anchor {\n    pub fn on() {}\n}\n".to_owned();
        vec![Source { path: "domain/src/anchor.rs".to_owned(), text }]
    }

    #[test]
    fn a_name_is_there_with_the_module_and_the_type_it_is_said_to_be_in() {
        for there in [
            "domain::anchor::Anchor::on",
            "Anchor::on",
            "domain::anchor",
            "anchor.rs",
            "a command",
            "at.now",
            "chrono::Utc::now",
        ] {
            assert!(is_there(there, &sources()), "{there}");
        }
        for gone in [
            "domain::anchor::Anchor::off",
            "Place::on",
            "domain::port",
            "nowhere.rs",
            "domain/src/nowhere.rs",
        ] {
            assert!(!is_there(gone, &sources()), "{gone}");
        }
    }

    #[test]
    fn names_stand_between_backticks() {
        assert_eq!(names("The `draft::Head` of a `page`.").collect::<Vec<_>>(), ["draft::Head", "page"]);
    }
}
