//! Every answer is what the description says it is.

use std::collections::BTreeSet;

use domain::{
    adoption::{Adoption, Jurisdiction, Status, Taken},
    referral::{Ask, Fate, Keeper, Purpose, Refers, Sought, Terms},
    text::ClauseId,
    typed::{Evidence, Name, Reason, Title},
};
use entity::{
    forum,
    verb::{Preparing, Recipient, Recording},
};
use serde_json::{Value, json};
use server::api::{Endpoint, Gives, Verb, document, endpoints};

use super::{get, json as read, post, whole};
use crate::support::{Page, SECOND, World};

/// What in a value is not as a shape says, by its place; a field that the shape does not name is not.
pub fn misfits(all: &Value, shape: &Value, value: &Value, place: &str) -> Vec<String> {
    if let Some(name) = shape["$ref"].as_str() {
        let found = &all["components"]["schemas"][name.rsplit('/').next().unwrap()];
        assert!(found.is_object(), "{name} is nowhere");
        return misfits(all, found, value, place);
    }
    if let Some(any) = shape["anyOf"].as_array() {
        let fits = any.iter().any(|one| misfits(all, one, value, place).is_empty());
        return if fits { Vec::new() } else { vec![format!("{place}: {value} fits none of {any:?}")] };
    }
    let mut found = Vec::new();
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds: Vec<&str> = match &shape["type"] {
        Value::String(one) => vec![one],
        Value::Array(some) => some.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let is_of = kinds.is_empty() || kinds.contains(&kind) || (kind == "integer" && kinds.contains(&"number"));
    if !is_of {
        found.push(format!("{place} is {kind}, not {kinds:?}"));
    }
    if let Some(words) = shape["enum"].as_array().filter(|words| !words.contains(value)) {
        found.push(format!("{place} is {value}, not one of {words:?}"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(misfits(all, &shape["items"], item, &format!("{place}[{index}]")));
    }
    let Some(fields) = value.as_object() else { return found };
    for name in shape["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            found.push(format!("{place} lacks {name}"));
        }
    }
    for (name, value) in fields {
        let place = format!("{place}.{name}");
        match (shape["properties"].get(name), shape.get("additionalProperties")) {
            (Some(shape), _) => found.extend(misfits(all, shape, value, &place)),
            (None, Some(Value::Object(shape))) => {
                found.extend(misfits(all, &Value::Object(shape.clone()), value, &place));
            }
            (None, Some(Value::Bool(true))) => {}
            (None, _) if shape.get("properties").is_none() => {}
            (None, _) => found.push(format!("{place} is not described")),
        }
    }
    found
}

/// Checks an answer of an endpoint against its description.
pub fn check(all: &Value, endpoint: &Endpoint, asked: &str, answer: &Page) {
    let described = &all["paths"][format!("/api/v1{}", endpoint.path)][endpoint.verb.key()]["responses"];
    let described = &described[answer.status.to_string()];
    assert!(described.is_object(), "{asked}: {} is not described: {}", answer.status, answer.html());
    assert!(answer.status < 500, "{asked}: {}", answer.html());
    for name in ["ratelimit", "ratelimit-policy", "cache-control"] {
        assert!(!answer.header(name).is_empty(), "{asked} has no {name}");
    }
    let media = answer.header("content-type").split(';').next().unwrap();
    let shape = &described["content"][media]["schema"];
    assert!(shape.is_object(), "{asked} answers with {media}: {described}");
    if media.ends_with("json") {
        assert_eq!(misfits(all, shape, &read(answer), "answer"), Vec::<String>::new(), "{asked}");
    }
}

/// The path of an endpoint with what is there in the place of its parameters.
pub fn filled(endpoint: &Endpoint) -> String {
    [
        ("{from}...{to}", "1...2"),
        ("{reference}", "DN-2026-001"),
        ("{forum}", "dovetail"),
        ("{stakeholder}", "karst"),
    ]
    .iter()
    .fold(endpoint.path.to_owned(), |path, (name, value)| path.replace(name, value))
    .split('/')
    .map(|part| part.replace("{thread}", "1").replace("{comment}", "1").replace("{number}", "1"))
    .collect::<Vec<_>>()
    .join("/")
}

/// Ada refers version 1 to a body without Comity, and records that it is used.
async fn goes_elsewhere(world: &World) {
    let (db, now, ada) = (world.db(), world.now(), world.reader(&world.ada).await);
    let draft = world.fresh().await;
    let forum = forum::Entity::by_id(db.read(), draft.forum_id).await.unwrap();
    ada.change_referring(db, &forum, Refers::Published, 0, now).await.unwrap();
    let ask = Ask {
        purpose: Purpose::Review,
        sought: Sought::Adopt,
        clauses: Vec::new(),
        questions: Vec::new(),
        due: Some(now + chrono::TimeDelta::days(30)),
        earliest: None,
        note: Reason::parse("Please read it.").unwrap(),
    };
    let terms =
        Terms { keeper: Keeper::Both, licence: "Free".into(), comes_back: true, contact: "Ada".into() };
    let to = Recipient::ByFile(Name::parse("Ombuds Council").unwrap());
    let preparing = Preparing { version: 1, to, ask, terms, number: None, once: None };
    ada.prepare_referral(db, &draft, preparing, now).await.unwrap();
    ada.send_referral(db, &draft, 1, now).await.unwrap();
    let adoption = Adoption {
        version: 1,
        who: Title::parse("Aravel").unwrap(),
        instrument: Title::parse("Directive").unwrap(),
        jurisdiction: Jurisdiction::parse("XA").unwrap(),
        dated: now.date_naive(),
        status: Status::InForce,
        link: None,
        clauses: vec![Taken { clause: ClauseId(3), fate: Fate::Verbatim }],
    };
    let evidence = Evidence::parse("Gazette 41").ok();
    let recording = Recording { adoption, stakeholder: None, evidence, text: None, once: None };
    let row = ada.record_adoption(db, &draft, recording, now).await.unwrap();
    let why = Reason::parse("It was never signed.").unwrap();
    ada.dispute_adoption(db, &row, None, why, now).await.unwrap();
}

#[tokio::test]
async fn every_reading_is_as_it_is_described() {
    let world = World::in_consultation().await;
    let proposed = "A public body says in writing what a system is for.";
    world.comments(&world.mira, Some("L3"), "Say what a public body does.", Some(proposed)).await;
    world.comments(&world.grace, None, "Who pays?", None).await;
    let mut ben = whole(&world, &world.ben).await;
    let given = json!({ "disposition": "accepted", "reason": "Line 3 states a duty." });
    let answered = post(&mut ben, "/drafts/DN-2026-001/threads/1/answer", &given).await;
    assert_eq!(answered.status, 200, "{}", answered.html());
    let mut grace = whole(&world, &world.grace).await;
    let signing = json!({ "version": 1, "stakeholder": "aravel", "position": "endorse" });
    post(&mut grace, "/drafts/DN-2026-001/sign-offs", &signing).await;
    world.revise(SECOND).await;
    goes_elsewhere(&world).await;
    let all = document();
    for endpoint in endpoints().filter(|endpoint| endpoint.verb == Verb::Get) {
        let path = filled(endpoint);
        for program in [&mut world.app.browser(), &mut grace, &mut ben] {
            let answer = get(program, &path).await;
            check(&all, endpoint, &path, &answer);
        }
        let answer = get(&mut ben, &path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.html());
        if let Gives::List(_) = endpoint.gives {
            assert!(!read(&answer)["items"].as_array().unwrap().is_empty(), "{path} shows nothing");
        }
        let missing =
            path.replace("DN-2026-001", "DN-1900-001").replace("dovetail", "x").replace("karst", "x");
        if missing != path {
            let answer = get(&mut ben, &missing).await;
            assert_eq!(answer.status, 404, "{missing}: {}", answer.html());
            check(&all, endpoint, &missing, &answer);
        }
    }
}

#[test]
fn the_description_is_whole() {
    fn refs<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str));
                fields.values().for_each(|value| refs(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| refs(value, found)),
            _ => {}
        }
    }
    let all = document();
    let mut found = BTreeSet::new();
    refs(&all, &mut found);
    assert!(found.len() > 30);
    for name in found {
        assert!(all.pointer(name.trim_start_matches('#')).is_some(), "{name} is nowhere");
    }
    let ids: Vec<_> = endpoints().map(|endpoint| endpoint.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "a name is there twice");
}

#[tokio::test]
async fn a_thread_says_what_its_page_and_the_export_say() {
    let world = World::in_consultation().await;
    let proposed = "A public body says in writing what a system is for.";
    world.comments(&world.mira, Some("L3"), "Say what a public body does.", Some(proposed)).await;
    let mut anybody = world.app.browser();
    let here = read(&get(&mut anybody, "/drafts/DN-2026-001/threads/1/comments").await);
    let there = read(&anybody.get("/drafts/DN-2026-001/export.json").await);
    let exported = &there["threads"][0];
    assert_eq!(here["items"][0], exported["comments"][0]);
    let row = read(&get(&mut anybody, "/drafts/DN-2026-001/threads/1").await);
    for name in
        ["number", "kind", "made_on", "anchor", "raised_by", "stakeholder", "raised_at", "late", "life"]
    {
        assert_eq!(row[name], exported[name], "{name}");
    }
    let listed = read(&get(&mut anybody, "/drafts/DN-2026-001/responses").await);
    assert_eq!(listed["items"][0]["outcome"], row["outcome"]);
}
