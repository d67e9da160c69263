//! The catalogues of texts: every message asked for exists in English, every English one is asked for, and every other language has the same.

use std::collections::BTreeSet;

use anyhow::Result;

use super::sources::{Source, collect};
use crate::process::root;

/// What stands before the id of a message in the code.
const ASKING: [&str; 5] = ["t(\"", "t!(\"", "rich!(\"", "Message::new(\"", "message: \""];

/// Gives a line for each message that is missing, unused, or without a form that its language needs.
pub fn check(sources: &[Source]) -> Result<Vec<String>> {
    let english = read("en")?;
    let ids: BTreeSet<&str> = english.iter().flat_map(messages).collect();
    let mut complaints = missing(sources, &ids);
    complaints.extend(unused(sources, &english, &ids));
    for folder in std::fs::read_dir(root().join("app/locales"))? {
        let language = folder?.file_name().to_string_lossy().into_owned();
        let files = read(&language)?;
        let more = files.iter().flat_map(messages).filter(|id| !ids.contains(id));
        complaints.extend(more.map(|id| format!("app/locales/{language} has {id}, which English lacks")));
        let own: BTreeSet<&str> = files.iter().flat_map(messages).collect();
        complaints.extend(ids.difference(&own).map(|id| format!("app/locales/{language} lacks {id}")));
        let forms = plurals(&language);
        complaints.extend(files.iter().flat_map(|file| incomplete(file, forms)));
    }
    Ok(complaints)
}

/// The forms that a language has for a number of things, by the Unicode project (CLDR), but for none of them.
fn plurals(language: &str) -> &'static [&'static str] {
    match language {
        "ar" => &["one", "two", "few", "many", "other"],
        _ => &["one", "other"],
    }
}

/// Choices by a number in which a form is missing: "3 days" would then read "3 day".
fn incomplete(file: &Source, forms: &[&str]) -> Vec<String> {
    let mut complaints = Vec::new();
    // The choices that are open, each with its forms so far.
    let mut open: Vec<Vec<&str>> = Vec::new();
    for (number, line) in file.lines() {
        let said = line.trim_start();
        let form = said.trim_start_matches('*').strip_prefix('[').and_then(|rest| rest.split_once(']'));
        if let (Some((form, _)), Some(last)) = (form, open.last_mut()) {
            last.push(form);
        }
        if said.starts_with('}')
            && let Some(found) = open.pop()
        {
            let counts = found.iter().any(|form| *form != "other" && forms.contains(form));
            let missing = forms.iter().filter(|form| counts && !found.contains(form));
            complaints.extend(missing.map(|form| format!("{}: there is no [{form}]", file.at(number))));
        }
        if said.ends_with("->") {
            open.push(Vec::new());
        }
    }
    complaints
}

fn read(language: &str) -> Result<Vec<Source>> {
    let mut files = Vec::new();
    collect(&root().join("app/locales").join(language), "ftl", &mut files)?;
    Ok(files)
}

/// The ids of a catalogue file; terms, which begin with a dash, are its own affair.
fn messages(file: &Source) -> impl Iterator<Item = &str> {
    let named = file.text.lines().filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim_end());
    named.filter(|name| is_id(name))
}

fn is_id(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn missing(sources: &[Source], ids: &BTreeSet<&str>) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources {
        for (at, line) in source.lines().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for asking in ASKING {
                for after in line.match_indices(asking).filter(|(place, _)| stands_alone(line, *place)) {
                    let id = line[after.0 + asking.len()..].split('"').next().unwrap_or_default();
                    if is_id(id) && !ids.contains(id) {
                        complaints.push(format!("{}: English has no message {id}", source.at(at)));
                    }
                }
            }
        }
    }
    complaints
}

/// Tells `t("…")` from the end of another name, as in `assert("…")` or `format!("…")`.
fn stands_alone(line: &str, place: usize) -> bool {
    !line[..place].ends_with(|before: char| before.is_alphanumeric() || before == '_')
}

/// What nothing asks for, neither whole (`"home-title"`) nor by its ends (`"stage-{name}"`, `concat!("refusal-", …, "-empty")`).
fn unused(sources: &[Source], english: &[Source], ids: &BTreeSet<&str>) -> Vec<String> {
    let mut whole = BTreeSet::new();
    let mut ends = BTreeSet::new();
    for text in sources.iter().flat_map(|source| source.text.split('"').skip(1)) {
        match text.split_once('{') {
            Some((start, rest)) if start.is_empty() || (start.ends_with('-') && is_id(start)) => {
                let end = rest.rsplit_once('}').map_or("", |(_, end)| end);
                if !start.is_empty() || end.starts_with('-') {
                    ends.insert((start, end));
                }
            }
            _ => {
                whole.insert(text);
            }
        }
    }
    let starts = whole.iter().filter(|text| text.ends_with('-') && is_id(text));
    let tails: Vec<&str> =
        whole.iter().filter(|text| text.starts_with('-') && text.len() > 2).copied().collect();
    ends.extend(starts.flat_map(|start| tails.iter().map(move |tail| (*start, *tail))));
    let built = |id: &str| ends.iter().any(|(start, end)| id.starts_with(start) && id.ends_with(end));
    let mentioned = |id: &str| english.iter().any(|file| file.text.contains(&format!("{{ {id} ")));
    let idle = ids.iter().filter(|id| !whole.contains(**id) && !built(id) && !mentioned(id));
    idle.map(|id| format!("app/locales/en: nothing asks for {id}")).collect()
}
