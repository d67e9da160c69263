use chrono::TimeDelta;
use domain::{Tier, permission::Role, stage::Step};
use entity::{Reader, stakeholder, verb::Grant};

use crate::world::{FIRST, World, on, refusal};

#[tokio::test]
async fn a_reader_has_each_role_and_each_live_mandate_once() {
    let mut world = World::new().await;
    let grace = world.grace.account.id;
    for role in [Role::Editor, Role::Observer] {
        world.ada.give_role(&world.db, &world.forum, grace, role, world.now).await.unwrap();
    }
    let norvale = stakeholder::Entity::by_slug(world.db.read(), "norvale").await.unwrap();
    let for_a_week = Grant {
        account: grace,
        stakeholder: norvale.id,
        forum: None,
        tier: Tier::Practitioner,
        title: "Acting for Norvale".to_owned(),
        starts: world.now,
        ends: Some(world.now + TimeDelta::days(7)),
    };
    world.ines.grant_mandate(&world.db, for_a_week, world.now).await.unwrap();

    let spoken_for = |reader: &Reader| {
        reader.voices.iter().map(|voice| voice.stakeholder.name.clone()).collect::<Vec<_>>()
    };
    let reader = Reader::of(&world.db, grace, world.now).await.unwrap().unwrap();
    assert_eq!(spoken_for(&reader), ["Aravel", "Norvale"]);
    let roles: Vec<_> = reader.roles.iter().map(|role| role.role.0).collect();
    assert_eq!(roles, [Role::Editor, Role::Observer]);

    world.later(8);
    let reader = Reader::of(&world.db, grace, world.now).await.unwrap().unwrap();
    assert_eq!(spoken_for(&reader), ["Aravel"]);
    assert_eq!(reader.roles.len(), 2);

    let mira = Reader::of(&world.db, world.mira.account.id, world.now).await.unwrap().unwrap();
    assert!(mira.voices.is_empty() && mira.roles.is_empty());
    assert_eq!(Reader::of(&world.db, 0, world.now).await.unwrap(), None);
}

#[tokio::test]
async fn a_verb_asks_again_who_its_reader_is_when_it_has_its_turn() {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    let round = Step::OpenRound { opens: world.now, closes: world.now + TimeDelta::days(28) };
    let draft = world.ada.take_step(&world.db, &draft, round, world.now).await.unwrap();
    // As the reader of a form was when its head came.
    let grace = world.grace.clone();
    world.grace.end_mandate(&world.db, grace.voices[0].mandate.id, world.now).await.unwrap();
    let mut opening = on("L2", None, "For my government.");
    opening.said.stakeholder = Some(grace.voices[0].stakeholder.id);
    let posted = grace.open_thread(&world.db, &draft, opening, world.now).await;
    assert_eq!(refusal(posted), "refusal-rights-changed");
}

#[tokio::test]
async fn a_verb_takes_the_instant_at_which_it_has_its_turn() {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    let closes = world.now + TimeDelta::days(28);
    let round = Step::OpenRound { opens: world.now, closes };
    let draft = world.ada.take_step(&world.db, &draft, round, world.now).await.unwrap();
    let db = world.db.clone().told_by(move || closes + TimeDelta::days(1));
    let posted = world.mira.open_thread(&db, &draft, on("L2", None, "In time, I thought."), world.now).await;
    assert_eq!(refusal(posted), "refusal-not-open-for-comment");
}
