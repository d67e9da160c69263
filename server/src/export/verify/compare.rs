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
            let why = format!("{field}: the archive says {}, and the record says {}", short(a), short(b));
            found.push(Finding::new(place, why));
        }
    }
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
