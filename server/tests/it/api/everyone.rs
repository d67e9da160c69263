//! Every endpoint called by everybody, by the table of endpoints and the permission table.

use domain::{
    permission::{self, Role},
    scope::Scope,
    visibility::Visibility,
};
use entity::{access, account, forum};
use serde_json::{Value, json};
use server::api::{Endpoint, Verb, document, endpoints};

use super::{
    fits::{check, filled},
    get, post, program, whole,
};
use crate::support::World;

/// What may be sent to an endpoint that takes this shape.
fn sent(shape: &str) -> Value {
    match shape {
        "thread_opened" => json!({ "version": 1, "lines": "L4", "body": "By group, or by name?" }),
        "reply" | "comment_edited" => json!({ "body": "By group." }),
        "reason_given" => json!({ "reason": "It names a person." }),
        "answer_given" => json!({ "disposition": "noted", "reason": "We will see." }),
        "answers_given" => json!({ "threads": [1], "disposition": "noted", "reason": "We will see." }),
        "acknowledgement" => json!({ "satisfied": true }),
        "placement_given" => json!({ "version": 1, "lines": "L3" }),
        "signing" => json!({ "version": 1, "stakeholder": "aravel", "position": "endorse" }),
        "beginning" => json!({ "title": "Another", "language": "en", "text": "# Another\n\nOne line.\n" }),
        "working_text_saved" => json!({ "base": 1, "edition": 0, "text": "# Another\n\nOne line.\n" }),
        "publication" => json!({ "note": "As agreed.", "edition": 1 }),
        "step_taken" => json!({ "step": "suspend", "reason": "A court case." }),
        "visibility" => json!({ "visibility": "public" }),
        other => panic!("nothing is known to send as {other}"),
    }
}

/// What an endpoint is called with.
fn body(endpoint: &Endpoint) -> Value {
    endpoint.takes.map_or_else(|| json!({}), sent)
}

async fn roles(world: &World, person: &account::Model) -> Vec<Role> {
    let forum = forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let reader = world.reader(person).await;
    access::roles(world.db().read(), Some(&reader), &forum, world.now()).await.unwrap()
}

#[tokio::test]
async fn nobody_does_by_a_token_what_the_table_does_not_give_them() {
    let all = document();
    let mut called = 0;
    for endpoint in endpoints().filter(|endpoint| endpoint.verb == Verb::Post) {
        // Each on a draft of its own, as some of them end it.
        let world = World::in_consultation().await;
        world.comments(&world.mira, Some("L3"), "Say what a public body does.", None).await;
        let path = filled(endpoint);
        let stranger = post(&mut world.app.browser(), &path, &body(endpoint)).await;
        assert_eq!(stranger.status, 401, "{path}: {}", stranger.html());
        assert_eq!(stranger.header("www-authenticate"), "Bearer");
        check(&all, endpoint, &path, &stranger);
        for person in [&world.olga, &world.mira, &world.grace, &world.ben, &world.ada] {
            let roles = roles(&world, person).await;
            let may = endpoint.asks.iter().any(|action| permission::is_for(&roles, *action));
            let mut program = whole(&world, person).await;
            let answer = post(&mut program, &path, &body(endpoint)).await;
            check(&all, endpoint, &path, &answer);
            if !may {
                let who = &person.name;
                assert_eq!(answer.status, 403, "{who} at {path} ({roles:?}): {}", answer.html());
            }
            called += 1;
        }
    }
    assert!(called > 70, "{called}");
}

#[tokio::test]
async fn a_token_does_only_what_it_is_for() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say what a public body does.", None).await;
    let mut none = program(&world, &world.ada, &[]).await;
    for endpoint in endpoints() {
        let path = filled(endpoint);
        let answer = match endpoint.verb {
            Verb::Get => get(&mut none, &path).await,
            Verb::Post => post(&mut none, &path, &body(endpoint)).await,
        };
        assert_eq!(answer.status, 403, "{path}: {}", answer.html());
        assert!(answer.html().contains("api-no-scope"), "{path}: {}", answer.html());
    }
    // One whose steps are of two scopes is asked for the one it needs.
    let mut signs = program(&world, &world.ada, &[Scope::Sign]).await;
    let step = json!({ "step": "suspend", "reason": "A court case." });
    let answer = post(&mut signs, "/drafts/DN-2026-001/steps", &step).await;
    assert_eq!(answer.status, 403, "{}", answer.html());
}

#[tokio::test]
async fn what_one_may_not_see_does_not_exist() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say what a public body does.", None).await;
    let ada = world.reader(&world.ada).await;
    // What was public stays public, so that this is one that never was.
    let forum = forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let beginning = entity::verb::Beginning {
        title: domain::typed::Title::parse("Not for everybody").unwrap(),
        language: "en".to_owned(),
        source: "# Not for everybody\n\nOne line.\n".to_owned(),
        visibility: Visibility::Members,
        reference: Some("DN-2026-002".to_owned()),
        once: None,
    };
    ada.begin_draft(world.db(), &forum, beginning, world.now()).await.unwrap();
    let mut mira = whole(&world, &world.mira).await;
    for endpoint in endpoints().filter(|endpoint| endpoint.path.contains("{reference}")) {
        let path = filled(endpoint).replace("DN-2026-001", "DN-2026-002");
        let answers = match endpoint.verb {
            Verb::Get => vec![get(&mut world.app.browser(), &path).await, get(&mut mira, &path).await],
            Verb::Post => vec![post(&mut mira, &path, &body(endpoint)).await],
        };
        for answer in answers {
            assert_eq!(answer.status, 404, "{path}: {}", answer.html());
        }
    }
    for path in ["/drafts", "/docket", "/stakeholders/karst/comments", "/forums/dovetail"] {
        assert!(!get(&mut mira, path).await.html().contains("Not for everybody"), "{path}");
    }
    let mut ada = whole(&world, &world.ada).await;
    assert!(get(&mut ada, "/drafts").await.html().contains("Not for everybody"));
}
