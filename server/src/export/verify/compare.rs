//! What in a dossier is not what the record says, in words.

use domain::record::Finding;
use serde_json::Value;

/// Names every field of the first that is not as in the second.
pub fn differences(claimed: &Value, recorded: &Value) -> Vec<Finding> {
    let mut found = Vec::new();
    compare("the draft", "", claimed, recorded, &mut found);
    found
}

fn compare(place: &str, field: &str, claimed: &Value, recorded: &Value, found: &mut Vec<Finding>) {
    match (claimed, recorded) {
        (Value::Object(a), Value::Object(b)) => {
            let more = a.keys().filter(|name| !b.contains_key(*name));
            for name in b.keys().chain(more) {
                let (a, b) = (a.get(name).unwrap_or(&Value::Null), b.get(name).unwrap_or(&Value::Null));
                let below = if field.is_empty() { name.clone() } else { format!("{field}.{name}") };
                compare(place, &below, a, b, found);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            for index in 0..a.len().max(b.len()) {
                let of = |list: &[Value]| list.get(index).cloned().unwrap_or(Value::Null);
                let (a, b) = (of(a), of(b));
                match named(place, field, if b.is_null() { &a } else { &b }) {
                    Some(thing) if a.is_null() => {
                        found.push(Finding::new(thing, "the record has it, and the archive leaves it out"));
                    }
                    Some(thing) if b.is_null() => {
                        found.push(Finding::new(thing, "the record does not have it"));
                    }
                    Some(thing) => compare(&thing, "", &a, &b, found),
                    None => compare(place, &format!("{field} {}", index + 1), &a, &b, found),
                }
            }
        }
        (a, b) if a == b => {}
        (a, b) => {
            let (field, a, b) = (plain(field), short(a), short(b));
            let why = format!("{field}: the archive says {a}, and the record says {b}");
            found.push(Finding::new(place, why));
        }
    }
}

/// A field as a reader would call it, for those whose name in the file says too little.
fn plain(field: &str) -> String {
    let known = [
        ("life.life", "what became of the thread"),
        ("life.answer.disposition.disposition", "the answer"),
        ("life.answer.disposition", "the answer"),
        ("life.answer.reason", "the reason of the answer"),
        ("life.answer.by", "the account that answered"),
        ("life.answer.at", "the instant of the answer"),
        ("life", "what became of the thread"),
        ("position.position", "the position"),
        ("position.reason", "the reason of the position"),
        ("position", "the position"),
        ("stakeholder.name", "the name of the stakeholder"),
        ("stakeholder.class", "the class of the stakeholder"),
        ("stakeholder", "the stakeholder"),
        ("account", "the account that signed"),
        ("at", "the instant"),
        ("body", "the words of the comment"),
        ("suggestion", "the proposed words"),
        ("hidden", "why it is hidden"),
        ("erased", "why it was erased"),
        ("author", "the account that wrote it"),
        ("mandate", "the mandate"),
        ("evidence", "the evidence"),
        ("late", "whether it came late"),
        ("made_on", "the version it was made on"),
        ("raised_by", "the account that raised it"),
        ("raised_at", "the instant it was raised"),
        ("edited_at", "the instant it was changed"),
        ("withdrawn_at", "the instant it was taken back"),
        ("published_by", "the account that published it"),
        ("published_at", "the instant it was published"),
        ("exported_at", "the instant it was exported"),
        ("begun_by", "the account that began it"),
        ("begun_at", "the instant it was begun"),
        ("anchor.quote", "the words it is on"),
        ("anchor.before", "the words before those it is on"),
        ("anchor.after", "the words after those it is on"),
        ("anchor.lines", "the lines it is on"),
        ("stage.stage", "the stage"),
        ("stage", "the stage"),
        ("visibility.visibility", "who may see it"),
        ("people", "the name of account"),
        ("forum.seats", "the seats of the forum,"),
        ("forum.rule", "the rule of the forum,"),
    ];
    let found = known.into_iter().find_map(|(name, words)| match field.strip_prefix(name)? {
        "" => Some(words.to_owned()),
        rest if rest.starts_with(['.', ' ']) => {
            Some(format!("{words} {}", rest[1..].replace(['.', '_'], " ")))
        }
        _ => None,
    });
    found.unwrap_or_else(|| field.replace(['.', '_'], " "))
}

/// What an entry of a list is called.
fn named(place: &str, list: &str, entry: &Value) -> Option<String> {
    let number = entry.get("number").and_then(Value::as_i64);
    match (list, number) {
        ("versions", Some(number)) => Some(format!("version {number}")),
        ("threads", Some(number)) => Some(format!("thread {number}")),
        ("comments", Some(number)) => Some(format!("comment {number} of {place}")),
        ("sign_offs", _) => {
            let name = entry.get("stakeholder")?.get("name")?.as_str()?;
            Some(format!("sign-off of {name} on version {}", entry.get("version")?))
        }
        _ => None,
    }
}

fn short(value: &Value) -> String {
    let written = match value {
        Value::Null => return "nothing".to_owned(),
        other => other.to_string(),
    };
    let mut kept: String = written.chars().take(60).collect();
    if kept.len() < written.len() {
        kept.push('…');
    }
    kept
}
