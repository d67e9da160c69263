//! The description of the API as OpenAPI 3.1, made from the table of endpoints.

use std::sync::LazyLock;

use domain::scope::Scope;
use serde_json::{Map, Value, json};

use super::{
    Endpoint, Gives, ROOT, Verb,
    endpoint::{Of, Query},
    endpoints,
    problem::MEDIA,
};

/// The shapes that only the API has. Those of the JSON export it shares.
const OWN: &str = include_str!("schemas.json");
const SHARED: &str = include_str!("../export/schema.json");

/// The description, made once.
pub fn shared() -> &'static Value {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(document);
    &DOCUMENT
}

/// The whole description.
pub fn document() -> Value {
    let mut paths = Map::new();
    for endpoint in endpoints() {
        let path = paths.entry(format!("{ROOT}{}", endpoint.path)).or_insert_with(|| json!({}));
        path[endpoint.verb.key()] = operation(endpoint);
    }
    let scopes = Scope::ALL.iter().map(|scope| format!("`{}`", scope.key()));
    let scopes = scopes.collect::<Vec<_>>().join(", ");
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Comity",
            "version": "1",
            "summary": "Drafts, their versions, what was said of them and who agreed.",
            "description": format!(
                "What is public can be read without a token. A token is made in the settings, has scopes ({scopes}) and an end, and lets a \
                 program do what its owner may. What one may not see does not exist: 404. A list gives a page and the address of the next in \
                 `Link`. A request to write that may be sent twice carries an `Idempotency-Key`: within a day the same key does one thing and \
                 hears the same. Times are UTC (RFC 3339). Sentences come in the language of `Accept-Language`."
            ),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
    })
}

/// Every shape by its name.
fn schemas() -> Value {
    let own: Value = serde_json::from_str(OWN).unwrap_or_default();
    let shared = SHARED.replace("#/$defs/", "#/components/schemas/");
    let shared: Value = serde_json::from_str(&shared).unwrap_or_default();
    let mut all = Map::new();
    // A thread of the export has all its comments; here they are a list of their own.
    let taken = shared["$defs"].as_object().into_iter().flatten().filter(|(name, _)| *name != "thread");
    let taken = taken.filter(|(name, _)| own.get(name.as_str()).is_none());
    all.extend(taken.map(|(name, shape)| (name.clone(), shape.clone())));
    all.extend(own.as_object().into_iter().flatten().map(|(name, shape)| (name.clone(), shape.clone())));
    Value::Object(all)
}

fn operation(endpoint: &Endpoint) -> Value {
    let own = endpoint.verb == Verb::Post || endpoint.asks.is_empty();
    let mut operation = json!({
        "operationId": endpoint.id,
        "summary": endpoint.what,
        "parameters": parameters(endpoint),
        "responses": answers(endpoint),
        "security": if own { json!([{ "token": [] }]) } else { json!([{}, { "token": [] }]) },
        "x-scope": endpoint.scope().key(),
    });
    if let Some(shape) = endpoint.takes {
        operation["requestBody"] =
            json!({ "required": true, "content": { "application/json": { "schema": refers(shape) } } });
    }
    operation
}

fn refers(shape: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{shape}") })
}

fn parameters(endpoint: &Endpoint) -> Value {
    let of_path = endpoint.parameters().into_iter().map(|name| {
        let shape = match name {
            "reference" | "forum" | "stakeholder" => json!({ "type": "string" }),
            _ => json!({ "type": "integer", "minimum": 1, "maximum": i32::MAX }),
        };
        json!({ "name": name, "in": "path", "required": true, "schema": shape })
    });
    let of_query = endpoint.query.iter().map(parameter);
    let mut all: Vec<Value> = of_path.chain(of_query).collect();
    if endpoint.verb == Verb::Post {
        all.push(json!({
            "name": "Idempotency-Key",
            "in": "header",
            "description": "A name of the caller's own for this request, so that it does one thing however often it is sent.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[A-Za-z0-9_.:-]+$" },
        }));
    }
    Value::Array(all)
}

fn parameter(query: &Query) -> Value {
    let shape = match query.of {
        Of::Text => json!({ "type": "string" }),
        Of::Flag => json!({ "type": "boolean" }),
        Of::Number => json!({ "type": "integer", "minimum": 1, "maximum": 100 }),
        Of::Words(words) => json!({ "type": "string", "enum": words }),
    };
    json!({ "name": query.name, "in": "query", "description": query.what, "schema": shape })
}

/// The headers that every answer has.
fn told() -> Value {
    let text = |what: &str| json!({ "description": what, "schema": { "type": "string" } });
    json!({
        "RateLimit-Policy": text("How many calls there may be in which time."),
        "RateLimit": text("How many are left, and in how many seconds there are more."),
    })
}

fn answers(endpoint: &Endpoint) -> Value {
    let mut headers = told();
    let (status, media, shape) = match endpoint.gives {
        Gives::One(shape) => ("200", "application/json", refers(shape)),
        Gives::Made(shape) => ("201", "application/json", refers(shape)),
        Gives::Text(media) => ("200", media, json!({ "type": "string" })),
        Gives::List(shape) => {
            headers["Link"] =
                json!({ "description": "The page after this one.", "schema": { "type": "string" } });
            let list = json!({
                "type": "object",
                "required": ["items", "next"],
                "properties": {
                    "items": { "type": "array", "items": refers(shape) },
                    "people": refers("people"),
                    "next": { "type": ["string", "null"], "description": "The cursor of the page after this one; null on the last." },
                },
            });
            ("200", "application/json", list)
        }
    };
    let mut all = json!({ status: { "description": "Done.", "headers": headers, "content": { media: { "schema": shape } } } });
    if endpoint.verb == Verb::Get {
        all["304"] = json!({ "description": "The caller has it already, by its ETag.", "headers": told() });
    }
    let refused: &[(&str, &str)] = &[
        ("400", "The address, or what was sent, cannot be read."),
        ("401", "A token is needed, or this one does not hold any more."),
        ("403", "The caller may not, or the token is not for this."),
        ("404", "There is no such thing, or the caller may not see it."),
        ("408", "What was sent came too slowly."),
        ("409", "Not at this stage, or somebody else was first."),
        ("413", "What was sent is too large."),
        ("422", "Something is missing or wrong; `errors` says in which fields."),
        ("429", "Too many calls; `Retry-After` says when there may be more."),
        ("503", "Too much is being done, or the database does not answer."),
    ];
    let writes = ["408", "409", "413"];
    for (status, what) in
        refused.iter().filter(|(status, _)| endpoint.verb == Verb::Post || !writes.contains(status))
    {
        all[*status] = json!({ "description": what, "headers": told(), "content": { MEDIA: { "schema": refers("problem") } } });
    }
    all
}
