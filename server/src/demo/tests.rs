use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    class::StakeholderId, clause_map::ClauseMap, diff, record::verify_chain, referral::Fate, stage::Stage,
    text::Text,
};
use entity::{
    Db, draft, event, forum, placement,
    reading::{Viewer, docket, positions, thread_count},
    sign_off, stakeholder, thread, version,
};
use sea_orm::EntityTrait;

use super::{cast, script::Script, seed};

const MAIN: &str = "DN-2026-001";

/// A database of its own, removed with its folder.
struct Played {
    db: Db,
    now: DateTime<Utc>,
    folder: std::path::PathBuf,
}

impl Played {
    async fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("comity-demo-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let db =
            Db::open(&format!("sqlite://{}", folder.join("comity.db").display()), [7; 32]).await.unwrap();
        migration::bring_up(db.owner()).await.unwrap();
        let now = "2027-03-02T09:15:00Z".parse().unwrap();
        assert!(seed(&db, &folder, now).await.unwrap());
        Self { db, now, folder }
    }

    async fn main(&self) -> (draft::Model, forum::Model) {
        draft::Entity::cited(self.db.read(), None, MAIN, self.now).await.unwrap()
    }
}

impl Drop for Played {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

#[tokio::test]
async fn the_demo_is_in_the_middle_of_its_story() {
    let played = Played::new().await;
    the_principles_are_in_their_second_round_with_plenty_to_read(&played).await;
    the_record_of_the_demo_is_a_whole_chain_and_seeding_again_adds_nothing(&played).await;
    five_positions_count_one_is_stale_and_one_objects(&played).await;
    the_other_drafts_show_the_other_stages(&played).await;
    the_adopted_text_went_to_three_bodies_and_into_three_instruments(&played).await;
}

async fn the_principles_are_in_their_second_round_with_plenty_to_read(played: &Played) {
    let db = played.db.read();
    let (draft, _) = played.main().await;
    assert!(matches!(draft.stage_at(played.now), Stage::Consultation { round: 2, version: 3, closes, .. }
        if closes > played.now + TimeDelta::days(10)));

    let versions = version::Entity::of(db, draft.id).await.unwrap();
    let newest = versions.last().unwrap().text();
    let principles = newest.clauses().iter().filter(|clause| clause.is_heading() && clause.number.is_some());
    assert_eq!((versions.len(), principles.count()), (3, 12));
    assert!(newest.line_count() >= 60, "{} lines", newest.line_count());

    let threads = thread::Entity::of(db, draft.id).await.unwrap();
    assert!(threads.len() >= 40, "{} threads", threads.len());
    assert_eq!(thread_count::counts(db, [draft.id]).await.unwrap()[&draft.id].unanswered, 16);
    for thread in threads.iter().filter(|thread| thread.anchor.is_some()) {
        let placed = placement::Entity::of(db, thread.id).await.unwrap();
        assert_eq!(
            placed.len(),
            usize::try_from(4 - thread.version.number()).unwrap(),
            "№ {}",
            thread.number
        );
    }
}

#[test]
fn the_third_version_moves_one_principle_and_splits_another() {
    let script = Script::read().unwrap();
    let principles = script.drafts.iter().find(|draft| draft.reference == MAIN).unwrap();
    let texts: Vec<_> =
        principles.versions.iter().map(|version| Text::parse_unlimited(&version.source)).collect();
    let changes = |older: usize, newer: usize| {
        let map = ClauseMap::between(&texts[older], &texts[newer]);
        diff::changes(&texts[older], &texts[newer], &map).summary
    };
    let (first, second) = (changes(0, 1), changes(1, 2));
    assert!(first.removed > 0 && first.added > 0 && first.merged > 0, "{first:?}");
    // A principle is its heading and its paragraph.
    assert_eq!((second.moved, second.split), (2, 1), "{second:?}");
    assert!((20..40).contains(&second.weight.words()), "{second:?}");
}

async fn the_record_of_the_demo_is_a_whole_chain_and_seeding_again_adds_nothing(played: &Played) {
    let events = event::Entity::all(played.db.read()).await.unwrap();
    let chain: Vec<_> = events.iter().map(|row| row.event().unwrap()).collect();
    verify_chain(&chain).unwrap();
    assert!(chain.is_sorted_by_key(|event| event.entry.at));

    assert!(!seed(&played.db, &played.folder, played.now).await.unwrap());
    assert_eq!(event::Entity::all(played.db.read()).await.unwrap().len(), events.len());
}

async fn five_positions_count_one_is_stale_and_one_objects(played: &Played) {
    let db = played.db.read();
    let (draft, forum) = played.main().await;
    let versions = version::Entity::of(db, draft.id).await.unwrap();
    let sign_offs = sign_off::Entity::of(db, draft.id).await.unwrap();
    let carried = positions::carried(db, &versions, &sign_offs, 3).await.unwrap();
    let seats = stakeholder::Entity::among(db, carried.keys().copied()).await.unwrap();
    let counts: BTreeMap<_, _> = carried
        .iter()
        .map(|(id, carried)| {
            let kind = carried.sign_off.kind.key();
            (
                seats[id].name.as_str(),
                (kind, carried.sign_off.version.number(), carried.standing.carried.counts()),
            )
        })
        .collect();
    let expected = BTreeMap::from([
        ("Aravel", ("endorse", 3, true)),
        ("Brenmark", ("endorse", 3, true)),
        ("Dunmora", ("endorse", 2, false)),
        ("Estrava", ("no-objection", 3, true)),
        ("Halvora", ("endorse-with-reservation", 3, true)),
        ("Kestria", ("object", 2, true)),
        ("Ostrana", ("endorse", 3, true)),
        ("Sarrow", ("abstain", 3, true)),
        ("Tavland", ("recuse", 2, true)),
    ]);
    assert_eq!(counts, expected);
    let seats = forum.seat_ids(db).await.unwrap();
    assert_eq!(seats.len(), 10);
    assert!(seats.iter().all(|StakeholderId(id)| *id > 0));
}

async fn the_other_drafts_show_the_other_stages(played: &Played) {
    let db = played.db.read();
    let all = draft::Entity::find().all(db).await.unwrap();
    let drafts = docket::among(db, None, all.iter().map(|draft| draft.id), played.now).await.unwrap();
    let stages: BTreeMap<_, _> = drafts
        .values()
        .map(|(draft, _)| (draft.reference.as_str(), draft.stage_at(played.now).name()))
        .collect();
    assert_eq!(stages["DN-2025-003"], "adopted");
    assert_eq!(stages["HC-2026-003"], "consultation");
    // Six that were written here, and two that were made of referrals.
    assert_eq!(drafts.len(), 8);
    let silent = drafts.values().find(|(draft, _)| draft.reference == "DN-2026-006").unwrap();
    assert!(thread::Entity::of(db, silent.0.id).await.unwrap().is_empty());
    let accounts = entity::account::Entity::find().all(db).await.unwrap();
    let cast = cast().unwrap();
    assert!(cast.len() >= 10);
    assert!(cast.iter().all(|persona| accounts.iter().any(|account| account.email == persona.email)));
}

async fn the_adopted_text_went_to_three_bodies_and_into_three_instruments(played: &Played) {
    let viewer = Viewer { db: &played.db, reader: None, now: played.now };
    let uptake = viewer.uptake("DN-2025-003").await.unwrap();
    let states: Vec<_> = uptake
        .sent
        .iter()
        .map(|one| (one.referral.to_name.as_str(), one.referral.state.name(), one.is_overdue()))
        .collect();
    let expected = [
        ("Harbour Conference", "interim", false),
        ("Standing Council of Complaint Offices", "received", true),
        ("Estuary Cities Assembly", "answered", false),
    ];
    assert_eq!(states, expected);
    let answer = uptake.sent[2].referral.answer.as_ref().unwrap();
    let counts = [Fate::Verbatim, Fate::Adapted, Fate::Dropped].map(|fate| answer.count(fate));
    assert_eq!((counts, answer.added), ([7, 4, 1], 1));
    let used: Vec<_> = uptake
        .used
        .iter()
        .map(|one| (one.row.adoption.who.to_string(), one.row.adoption.clauses.len(), one.disputes.len()))
        .collect();
    let expected = [("Brenmark", 6, 0), ("Aravel", 2, 1), ("City of Porto Lume", 4, 0)];
    assert_eq!(used, expected.map(|(who, clauses, disputes)| (who.to_owned(), clauses, disputes)));
    assert_eq!(uptake.sent[2].derived.as_ref().unwrap().stage_at(played.now).name(), "adopted");
}
