//! What is found, by whom, and what is not.

use chrono::TimeDelta;
use domain::{
    stage::Step,
    typed::{CommentBody, Reason, Title},
    visibility::Visibility,
};
use entity::{
    Reader, comment, draft, indexing,
    reading::{
        Viewer,
        search::{Hit, Results, Wanted},
    },
    search_entry::Kind,
    search_word, thread, verb,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::world::{FIRST, SECOND, World, on, said};

async fn search(world: &World, reader: Option<&Reader>, typed: &str) -> Results {
    let wanted = Wanted { typed: typed.to_owned(), ..Wanted::default() };
    Viewer { db: &world.db, reader, now: world.now }.search(&wanted).await.unwrap()
}

/// What the public finds, in short.
async fn found(world: &World, typed: &str) -> Vec<String> {
    let results = search(world, None, typed).await;
    let shown = |excerpt: &domain::search::Excerpt| {
        let piece = |(said, asked): &(String, bool)| if *asked { format!("[{said}]") } else { said.clone() };
        excerpt.pieces.iter().map(piece).collect::<String>()
    };
    let hit = |hit: &Hit| match hit {
        Hit::Draft { reference, title, .. } => format!("{reference} {}", shown(title)),
        Hit::Clause { reference, line, words, .. } => format!("{reference} L{line} {}", shown(words)),
        Hit::Comment { place, author, words, .. } => {
            format!("{}.{} {author}: {}", place.thread, place.comment, shown(words))
        }
        Hit::Stakeholder { name, .. } => shown(name),
    };
    results.groups.iter().flat_map(|group| group.hits.iter().map(hit)).collect()
}

/// A public draft whose round is open, and a thread of Mira's on it.
async fn consulted() -> (World, draft::Model, thread::Model) {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    let closes = world.now + TimeDelta::days(28);
    let step = Step::OpenRound { opens: world.now, closes };
    let draft = world.ada.take_step(&world.db, &draft, step, world.now).await.unwrap();
    let opening = on("L2", None, "Harbours are left out.\n\nPlease add them.");
    let thread = world.mira.open_thread(&world.db, &draft, opening, world.now).await.unwrap();
    (world, draft, thread)
}

async fn first(world: &World, thread: &thread::Model) -> comment::Model {
    comment::Entity::numbered(world.db.read(), thread.id, 1).await.unwrap()
}

#[tokio::test]
async fn drafts_clauses_comments_and_stakeholders_are_found_by_the_forms_of_their_words() {
    let (world, _, thread) = consulted().await;
    assert_eq!(
        found(&world, "system notices").await,
        [
            "DN-2027-001 L5 A person who meets a [system] should be told so. The [notice] is given in plain words."
        ]
    );
    assert_eq!(
        found(&world, "HARBOUR").await,
        ["1.1 Mira Oduya: [Harbours] are left out.\n\nPlease add them."]
    );
    assert_eq!(found(&world, "aravel").await, ["[Aravel]"]);
    assert_eq!(found(&world, "principle").await[0], "DN-2027-001 [Principles]");
    assert_eq!(found(&world, "harbour system").await, [""; 0]);
    assert_eq!(found(&world, "…").await, [""; 0]);
    let reply =
        world.mira.reply(&world.db, &thread, said("And lighthouses.", None), world.now).await.unwrap();
    assert_eq!(found(&world, "lighthouse").await, ["1.2 Mira Oduya: And [lighthouses]."], "said just now");
    let edited = CommentBody::parse("And ferries.").unwrap();
    world.mira.edit_comment(&world.db, &reply, edited, world.now).await.unwrap();
    assert_eq!(found(&world, "lighthouse").await, [""; 0]);
    assert_eq!(found(&world, "ferry").await.len(), 1);
}

#[tokio::test]
async fn only_the_newest_version_is_found() {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    assert_eq!(found(&world, "should be told").await.len(), 1);
    world.revise(&draft, SECOND).await.unwrap();
    assert_eq!(found(&world, "should be told").await, [""; 0]);
    assert_eq!(found(&world, "must be told").await.len(), 1);
}

#[tokio::test]
async fn what_one_may_not_see_is_neither_found_nor_counted() {
    let (mut world, _, _) = consulted().await;
    let beginning = verb::Beginning {
        title: Title::parse("Secret lanterns").unwrap(),
        language: "en".to_owned(),
        source: "# Lanterns\n\nEvery lantern is lit.\n".to_owned(),
        visibility: Visibility::Embargoed { until: world.now + TimeDelta::days(3) },
        reference: None,
        once: None,
    };
    let draft = world.ben.begin_draft(&world.db, &world.forum, beginning, world.now).await.unwrap();
    let seen_by = async |world: &World, reader: Option<&Reader>| {
        let results = search(world, reader, "lanterns").await;
        results.groups.iter().map(|group| (group.kind, group.total)).collect::<Vec<_>>()
    };
    assert_eq!(seen_by(&world, Some(&world.ben)).await, [(Kind::Draft, 1)], "before the first version");
    world.publish(&draft, 1).await.unwrap();
    let all = [(Kind::Draft, 1), (Kind::Clause, 2)];
    assert_eq!(seen_by(&world, Some(&world.ben)).await, all);
    assert_eq!(seen_by(&world, Some(&world.grace)).await, all, "who has a seat");
    assert_eq!(seen_by(&world, None).await, []);
    assert_eq!(seen_by(&world, Some(&world.mira)).await, []);
    world.later(4);
    assert_eq!(seen_by(&world, None).await, all, "when the embargo is over");
}

#[tokio::test]
async fn hidden_words_are_not_found_and_erased_ones_are_gone() {
    let (world, _, thread) = consulted().await;
    assert_eq!(found(&world, "harbours").await.len(), 1);
    let comment = first(&world, &thread).await;
    let reason = || Reason::parse("It names somebody.").unwrap();
    world.ada.hide_comment(&world.db, &comment, reason(), world.now).await.unwrap();
    assert_eq!(search(&world, Some(&world.ada), "harbours").await.groups.len(), 0);
    world.ada.erase_comment(&world.db, &comment, reason(), world.now).await.unwrap();
    assert_eq!(search(&world, Some(&world.ada), "harbours").await.groups.len(), 0);
    let left = search_word::Entity::find().filter(search_word::Column::Word.contains("harbour"));
    assert_eq!(left.count(world.db.read()).await.unwrap(), 0);
}

#[tokio::test]
async fn words_are_forgotten_with_the_comment_that_is_erased_not_afterwards() {
    let (world, _, thread) = consulted().await;
    indexing::catch_up(&world.db).await.unwrap();
    let comment = first(&world, &thread).await;
    let reason = || Reason::parse("It names somebody.").unwrap();
    world.ada.hide_comment(&world.db, &comment, reason(), world.now).await.unwrap();
    world.ada.erase_comment(&world.db, &comment, reason(), world.now).await.unwrap();
    let left = search_word::Entity::find().filter(search_word::Column::Word.contains("harbour"));
    assert_eq!(left.count(world.db.read()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_receipt_finds_its_comment_for_whoever_may_see_it() {
    let (world, _, thread) = consulted().await;
    let receipt = first(&world, &thread).await.receipt;
    let place = search(&world, None, &format!(" {receipt} ")).await.receipt.unwrap();
    assert_eq!((place.reference.as_str(), place.thread, place.comment), ("DN-2027-001", 1, 1));
    for other in
        [receipt.replace("/1.1-", "/1.2-"), format!("{receipt}0"), "DN-2099-001/1.1-0000000000".to_owned()]
    {
        assert_eq!(search(&world, None, &other).await.receipt, None, "{other}");
    }
}

#[tokio::test]
async fn a_record_that_was_never_read_is_read_from_its_beginning() {
    let (world, _, thread) = consulted().await;
    for number in 0..250 {
        let words = format!("Number w{number} of many.");
        world.mira.reply(&world.db, &thread, said(&words, None), world.now).await.unwrap();
    }
    let results = search(&world, None, "many numbers").await;
    assert_eq!((results.groups[0].total, results.groups[0].hits.len()), (250, 5));
    let page = |page| Wanted { typed: "many numbers".to_owned(), kind: Some(Kind::Comment), page };
    let viewer = Viewer { db: &world.db, reader: None, now: world.now };

    for (number, shown) in [(1, 20), (13, 10), (14, 0)] {
        assert_eq!(viewer.search(&page(number)).await.unwrap().groups[0].hits.len(), shown);
    }
    assert_eq!(found(&world, "w249").await, ["1.251 Mira Oduya: Number [w249] of many."]);
}
