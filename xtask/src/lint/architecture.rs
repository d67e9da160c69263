//! Which crate may know which, and what the browser may be sent.

use std::{collections::BTreeSet, path::PathBuf};

use anyhow::Result;

use super::sources::Source;
use crate::process::{cargo, output};

/// What must not be in the browser half: the database, the server, and the libraries that only they need.
const SERVER_ONLY: [&str; 13] = [
    "sea-orm",
    "sqlx",
    "sqlx-core",
    "entity",
    "documents",
    "migration",
    "print",
    "typst",
    "axum",
    "leptos_axum",
    "tokio",
    "fluent-templates",
    "icu_segmenter",
];

/// Of these the product has one version: two of them would be two sets of types, or two databases linked in.
const ONLY_ONE: [&str; 9] =
    ["leptos", "axum", "sqlx-core", "sea-orm", "similar", "tokio", "icu_segmenter", "zip", "typst"];

/// What `documents` must not know: pages, the database and the server, so that neither is rebuilt with the other.
const NOT_OF_DOCUMENTS: [&str; 8] =
    ["app", "entity", "migration", "server", "leptos", "axum", "sea-orm", "tokio"];

/// Gives a line for each thing that knows or sends what it must not, and for each library of which there are two versions.
pub fn check(sources: &[Source]) -> Result<Vec<String>> {
    let mut complaints = browser_tree()?;
    complaints.extend(documents()?);
    complaints.extend(browser_pages(sources));
    complaints.extend(similar(sources));
    complaints.extend(features(sources));
    complaints.extend(versions()?);
    Ok(complaints)
}

/// The browser half depends on nothing of the server.
fn browser_tree() -> Result<Vec<String>> {
    let mut tree = cargo();
    tree.args(["tree", "--package", "app", "--no-default-features", "--features", "hydrate"]);
    tree.args(["--target", "wasm32-unknown-unknown", "--edges", "normal", "--prefix", "none"]);
    let said = output(&mut tree)?;
    let names = said.lines().filter_map(|line| line.split_whitespace().next());
    let wrong = names.filter(|name| SERVER_ONLY.contains(name));
    let mut complaints: Vec<String> = wrong.map(|name| format!("The browser half contains {name}")).collect();
    complaints.sort();
    complaints.dedup();
    Ok(complaints)
}

/// Files are made from plain values.
fn documents() -> Result<Vec<String>> {
    let mut tree = cargo();
    tree.args(["tree", "--package", "documents", "--edges", "normal", "--prefix", "none"]);
    let said = output(&mut tree)?;
    let names: BTreeSet<&str> = said.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let wrong = NOT_OF_DOCUMENTS.iter().filter(|name| names.contains(*name));
    Ok(wrong.map(|name| format!("documents depends on {name}")).collect())
}

/// No page is compiled for the browser: each module is followed from `lib.rs` as the browser build sees it.
fn browser_pages(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut files = vec!["app/src/lib.rs".to_owned()];
    while let Some(path) = files.pop() {
        let Some(source) = sources.iter().find(|source| source.path == path) else { continue };
        if path.ends_with("_page.rs") {
            complaints.push(format!("{path}: a page is compiled for the browser"));
        }
        let mut server_only = false;
        for (_, line) in source.lines() {
            if line.trim() == "#[cfg(feature = \"ssr\")]" {
                server_only = true;
            } else if let Some(name) = module(line) {
                if !server_only {
                    files.extend(children(&path, name));
                }
                server_only = false;
            } else if !line.trim().is_empty() && !line.trim().starts_with("#[") {
                server_only = false;
            }
        }
    }
    complaints
}

/// The name in `mod name;`, whatever its visibility.
fn module(line: &str) -> Option<&str> {
    let declared = line.trim().strip_suffix(';')?;
    let (visibility, name) = declared.rsplit_once("mod ")?;
    (visibility.is_empty() || visibility.starts_with("pub")).then_some(name)
}

fn children(parent: &str, name: &str) -> [String; 2] {
    let parent = PathBuf::from(parent);
    let stem = parent.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let above = parent.parent().map(PathBuf::from).unwrap_or_default();
    let folder = if ["lib", "mod", "main"].contains(&stem.as_str()) { above } else { above.join(stem) };
    let folder = folder.display();
    [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")]
}

/// The difference library is named in one file, so that it can be replaced in one file.
fn similar(sources: &[Source]) -> Vec<String> {
    let named = sources.iter().flat_map(|source| source.lines().map(move |line| (source, line)));
    let wrong = named.filter(|(source, (_, line))| {
        source.path != "domain/src/diff.rs"
            && !line.trim_start().starts_with("//")
            && (line.contains("similar::") || line.contains("use similar"))
    });
    wrong
        .map(|(source, (at, _))| format!("{}: similar is named only in domain/src/diff.rs", source.at(at)))
        .collect()
}

/// `cfg(feature …)` stands only before `mod` and `use`: inside a function it makes two programs that nobody reads together.
fn features(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("app/")) {
        let lines: Vec<(usize, &str)> = source.lines().collect();
        for (place, (at, line)) in lines.iter().enumerate() {
            if !line.contains("cfg(feature")
                && !line.contains("cfg_attr(feature")
                && !line.contains("cfg(not(feature")
            {
                continue;
            }
            let next = lines[place + 1..].iter().map(|(_, next)| next.trim());
            let item = next.into_iter().find(|next| !next.starts_with("#[") && !next.starts_with("//"));
            let words = item.unwrap_or_default().split_whitespace().find(|word| !word.starts_with("pub"));
            if !matches!(words, Some("mod" | "use")) || !line.trim().starts_with("#[") {
                complaints.push(format!("{}: cfg(feature) stands only before mod and use", source.at(*at)));
            }
        }
    }
    complaints
}

fn versions() -> Result<Vec<String>> {
    let mut tree = cargo();
    tree.args(["tree", "--package", "server", "--edges", "normal", "--prefix", "none", "--format", "{p}"]);
    let said = output(&mut tree)?;
    let packages: BTreeSet<(&str, &str)> = said.lines().filter_map(|line| line.split_once(' ')).collect();
    let count = |name: &str| {
        let versions = packages.iter().filter(|(found, _)| *found == name);
        versions.filter_map(|(_, about)| about.split_whitespace().next()).collect::<BTreeSet<_>>().len()
    };
    let wrong = ONLY_ONE.iter().map(|name| (name, count(name))).filter(|(_, count)| *count > 1);
    Ok(wrong
        .map(|(name, count)| format!("The product has {count} versions of {name} instead of one"))
        .collect())
}
