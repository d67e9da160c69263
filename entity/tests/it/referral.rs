//! A text is referred, received as a draft of its own, answered clause by clause, and used elsewhere.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    ForumKind,
    adoption::{Adoption, Jurisdiction, Status, Taken},
    crosswalk::Relation,
    permission::Role,
    referral::{Act, Answer, Ask, ClauseAnswer, Fate, Keeper, Purpose, Refers, Sought, Standing, Terms},
    text::ClauseId,
    typed::{Charter, Evidence, Name, Reason, Title, VersionNote},
    visibility::Visibility,
};
use entity::{
    Reader, draft, forum,
    reading::Viewer,
    referral,
    verb::{self, Correction, Preparing, Receiving, Recipient, Recording, Word},
};

use crate::world::{FIRST, World, refusal};

fn why(words: &str) -> Reason {
    Reason::parse(words).unwrap()
}

fn asking(due: Option<DateTime<Utc>>) -> Ask {
    Ask {
        purpose: Purpose::Review,
        sought: Sought::Adopt,
        clauses: Vec::new(),
        questions: vec![why("May a city do so too?")],
        due,
        earliest: None,
        note: why("Ten governments have agreed this."),
    }
}

fn terms() -> Terms {
    Terms {
        keeper: Keeper::Sender,
        licence: "Free to use, with the source named".to_owned(),
        comes_back: true,
        contact: "the secretariat".to_owned(),
    }
}

fn preparing(to: Recipient, due: Option<DateTime<Utc>>) -> Preparing {
    Preparing { version: 1, to, ask: asking(due), terms: terms(), number: None, once: None }
}

/// Another forum, which Ada founds and whose secretariat is Hugo.
async fn forum(world: &World, slug: &str, name: &str, prefix: &str) -> (forum::Model, Reader) {
    let founding = verb::Founding {
        slug: slug.to_owned(),
        name: Name::parse(name).unwrap(),
        kind: ForumKind::Multilateral,
        parent: None,
        prefix: prefix.to_owned(),
        charter: Charter::parse("We meet once a year.").unwrap(),
        zone: "Europe/Lisbon".to_owned(),
        late_comments: false,
    };
    let forum = world.ada.found(&world.db, founding, world.now).await.unwrap();
    world
        .ada
        .give_role(&world.db, &forum, world.hugo.account.id, Role::Secretariat, world.now)
        .await
        .unwrap();
    let hugo = Reader::of(&world.db, world.hugo.account.id, world.now).await.unwrap().unwrap();
    (forum, hugo)
}

/// Everything published may be referred.
async fn open(world: &World, forum: &forum::Model) {
    world.ada.change_referring(&world.db, forum, Refers::Published, 0, world.now).await.unwrap();
}

fn viewer<'a>(world: &'a World, reader: Option<&'a Reader>) -> Viewer<'a> {
    Viewer { db: &world.db, reader, now: world.now }
}

async fn sent(world: &World, draft: &draft::Model, to: &forum::Model) -> referral::Model {
    let due = Some(world.now + TimeDelta::days(60));
    let row = preparing(Recipient::Here(to.id), due);
    let row = world.ada.prepare_referral(&world.db, draft, row, world.now).await.unwrap();
    world.ada.send_referral(&world.db, draft, row.number, world.now).await.unwrap()
}

async fn derived(world: &World, referral: &referral::Model) -> draft::Model {
    let sent = viewer(world, None).gather(vec![referral.clone()]).await.unwrap().remove(0);
    sent.derived.unwrap()
}

#[tokio::test]
async fn a_text_is_referred_received_and_answered_clause_by_clause() {
    let world = World::new().await;
    open(&world, &world.forum).await;
    let draft = world.published(FIRST).await;
    let (harbour, hugo) = forum(&world, "harbour", "Harbour Conference", "HC").await;
    let referral = sent(&world, &draft, &harbour).await;
    assert_eq!(viewer(&world, None).came_to([harbour.id]).await.unwrap().len(), 1);

    let later = world.now + TimeDelta::days(90);
    let receiving = Receiving { due: Some(later), to: None, said: Some(why("The plenary meets then.")) };
    let referral = hugo.receive_referral(&world.db, &referral, receiving, world.now).await.unwrap();
    assert_eq!(referral.due, Some(later));
    let theirs = derived(&world, &referral).await;
    assert!(theirs.reference.starts_with("HC-2027-"), "{}", theirs.reference);
    let said = Word::Interim(why("Nobody opposes clause 1."));
    hugo.say_to_referral(&world.db, &referral, said, world.now).await.unwrap();

    let words = FIRST.replace("should be told so", "must be told so at once");
    let saved = verb::Saved { source: words, base: 1, edition: 0, applied: Vec::new(), recut: None };
    let text = hugo.save_text(&world.db, &theirs, saved, world.now).await.unwrap();
    let note = VersionNote::parse("As the plenary has it.").unwrap();
    let publication = verb::Publication { note, edition: text.edition, editorial: Vec::new() };
    hugo.publish(&world.db, &theirs, publication, world.now).await.unwrap();

    let walk = viewer(&world, None).crosswalk((&draft.reference, &theirs.reference), (None, None)).await;
    let walk = walk.unwrap();
    let figures = walk.crosswalk.figures;
    assert_eq!((figures.verbatim, figures.adapted, figures.dropped, figures.added), (1, 1, 0, 0));
    let ids: Vec<_> = walk.old.version.clauses.iter().map(|covered| covered.id).collect();
    let mut clauses = walk.crosswalk.proposal(&walk.old.text, &walk.new.text, &ids);
    let answer = |clauses: Vec<ClauseAnswer>| Answer {
        act: Act::Adapted,
        standing: Standing::Agreed,
        is_final: true,
        identifier: theirs.reference.clone(),
        version: 2,
        decided: world.now,
        clauses,
        added: 0,
        note: None,
    };
    let bare = hugo.answer_referral(&world.db, &referral, answer(clauses.clone()), world.now).await;
    assert_eq!(refusal(bare), "refusal-referral-no-reason");
    clauses[1].reason = Some(why("Members asked for haste."));
    let answered = hugo.answer_referral(&world.db, &referral, answer(clauses), world.now).await.unwrap();
    assert_eq!(answered.state_name, "answered");
    let adapted = answered.answer.unwrap().count(Fate::Adapted);
    assert_eq!(adapted, 1);
    let walk = viewer(&world, None).crosswalk((&draft.reference, &theirs.reference), (None, None)).await;
    let reasons: Vec<_> = walk.unwrap().reasons.into_values().collect();
    assert_eq!(reasons, ["Members asked for haste."]);
}

#[tokio::test]
async fn what_may_not_leave_its_forum_is_refused_by_name() {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    let (harbour, _) = forum(&world, "harbour", "Harbour Conference", "HC").await;
    let (db, now) = (&world.db, world.now);
    let prepare = async |to: &forum::Model, due: Option<DateTime<Utc>>| {
        let row = preparing(Recipient::Here(to.id), due);
        world.ada.prepare_referral(db, &draft, row, now).await.unwrap().number
    };
    let send = async |number: i32| world.ada.send_referral(db, &draft, number, now).await;
    let number = prepare(&harbour, None).await;
    assert_eq!(refusal(send(number).await), "refusal-referral-not-adopted");
    open(&world, &world.forum).await;
    let own = prepare(&world.forum, None).await;
    assert_eq!(refusal(send(own).await), "refusal-referral-same-forum");
    let past = prepare(&harbour, Some(now - TimeDelta::days(1))).await;
    assert_eq!(refusal(send(past).await), "refusal-referral-due-past");
    world.ada.change_referring(db, &harbour, Refers::Adopted, 28, now).await.unwrap();
    let soon = prepare(&harbour, Some(now + TimeDelta::days(27))).await;
    assert_eq!(refusal(send(soon).await), "refusal-referral-due-too-soon");
    send(number).await.unwrap();
    assert_eq!(refusal(send(number).await), "refusal-referral-not-prepared");
    let twice = prepare(&harbour, None).await;
    assert_eq!(refusal(send(twice).await), "refusal-referral-twice");
    let hidden = world.published_for(FIRST, Visibility::Members).await;
    let row = preparing(Recipient::Here(harbour.id), None);
    let kept = world.ada.prepare_referral(db, &hidden, row, now).await.unwrap().number;
    assert_eq!(refusal(world.ada.send_referral(db, &hidden, kept, now).await), "refusal-referral-members");
    let embargo = Visibility::Embargoed { until: now + TimeDelta::days(1) };
    world.ada.show_to(db, &hidden, embargo, now).await.unwrap();
    assert_eq!(refusal(world.ada.send_referral(db, &hidden, kept, now).await), "refusal-referral-embargoed");
    let unpublished = Preparing { version: 2, ..preparing(Recipient::Here(harbour.id), None) };
    let refused = world.ada.prepare_referral(db, &draft, unpublished, now).await;
    assert_eq!(refusal(refused), "refusal-referral-unpublished");
    let stranger =
        world.ben.prepare_referral(db, &draft, preparing(Recipient::Here(harbour.id), None), now).await;
    assert_eq!(refusal(stranger), "refusal-may-refer");
}

#[tokio::test]
async fn a_prepared_referral_is_seen_by_its_secretariat_alone() {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    let row = preparing(Recipient::ByFile(Name::parse("Council").unwrap()), None);
    let row = world.ada.prepare_referral(&world.db, &draft, row, world.now).await.unwrap();
    assert!(viewer(&world, Some(&world.mira)).referral(&draft.reference, row.number).await.is_err());
    assert!(viewer(&world, Some(&world.ada)).referral(&draft.reference, row.number).await.is_ok());
    assert!(viewer(&world, None).sent_from([draft.id]).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_text_goes_on_by_several_hands_and_not_back_where_it_was() {
    let world = World::new().await;
    open(&world, &world.forum).await;
    let draft = world.published(FIRST).await;
    let (harbour, hugo) = forum(&world, "harbour", "Harbour Conference", "HC").await;
    let (estuary, hugo_too) = forum(&world, "estuary", "Estuary Cities", "EC").await;
    open(&world, &harbour).await;
    let first = sent(&world, &draft, &harbour).await;
    let first = hugo.receive_referral(&world.db, &first, Receiving::default(), world.now).await.unwrap();
    let theirs = derived(&world, &first).await;
    let onward = async |to: &forum::Model| {
        let row = preparing(Recipient::Here(to.id), None);
        let row = hugo.prepare_referral(&world.db, &theirs, row, world.now).await.unwrap();
        hugo.send_referral(&world.db, &theirs, row.number, world.now).await
    };
    assert_eq!(refusal(onward(&world.forum).await), "refusal-referral-loop");
    let second = onward(&estuary).await.unwrap();
    let path = second.statement.as_ref().unwrap().path.clone();
    let names: Vec<_> = path.hops().iter().map(|hop| hop.slug.as_str()).collect();
    assert_eq!(names, ["dovetail", "harbour"]);
    let second =
        hugo_too.receive_referral(&world.db, &second, Receiving::default(), world.now).await.unwrap();
    let last = derived(&world, &second).await;
    let walk =
        viewer(&world, None).crosswalk((&draft.reference, &last.reference), (None, None)).await.unwrap();
    assert_eq!(walk.crosswalk.figures.drift, Some(0));
    let lineage = entity::reading::lineage::Lineage::of(world.db.read(), last.id).await.unwrap();
    assert_eq!(lineage.above(last.id), [last.id, theirs.id, draft.id]);
    let pairs = lineage.clauses(world.db.read(), draft.id, last.id).await.unwrap();
    assert!(!pairs.is_empty() && pairs.iter().all(|(one, other)| one == other), "{pairs:?}");
}

#[tokio::test]
async fn a_referral_that_was_taken_back_is_not_answered_and_the_draft_made_of_it_stays() {
    let world = World::new().await;
    open(&world, &world.forum).await;
    let draft = world.published(FIRST).await;
    let (harbour, hugo) = forum(&world, "harbour", "Harbour Conference", "HC").await;
    let referral = sent(&world, &draft, &harbour).await;
    let referral =
        hugo.receive_referral(&world.db, &referral, Receiving::default(), world.now).await.unwrap();
    world
        .ada
        .withdraw_referral(&world.db, &draft, referral.number, why("A newer text is near."), world.now)
        .await
        .unwrap();
    let late = hugo.say_to_referral(&world.db, &referral, Word::Interim(why("Soon.")), world.now).await;
    assert_eq!(refusal(late), "refusal-referral-not-received");
    let again = hugo.receive_referral(&world.db, &referral, Receiving::default(), world.now).await;
    assert_eq!(refusal(again), "refusal-referral-not-sent");
    assert_eq!(derived(&world, &referral).await.latest, 1);
    let mira = world.mira.receive_referral(&world.db, &referral, Receiving::default(), world.now).await;
    assert_eq!(refusal(mira), "refusal-may-receive-referral");
}

#[tokio::test]
async fn a_person_says_what_became_of_a_clause_and_it_holds_in_both_directions() {
    let world = World::new().await;
    open(&world, &world.forum).await;
    let draft = world.published(FIRST).await;
    let (harbour, hugo) = forum(&world, "harbour", "Harbour Conference", "HC").await;
    let referral = sent(&world, &draft, &harbour).await;
    let referral =
        hugo.receive_referral(&world.db, &referral, Receiving::default(), world.now).await.unwrap();
    let theirs = derived(&world, &referral).await;
    let clause = ClauseId(2);
    let dropped = || Correction { clause, became: Vec::new(), reason: None };
    let correct = hugo.correct_pairing(&world.db, (&draft, &theirs), dropped(), world.now).await;
    assert_eq!(correct.unwrap().clause.0, clause);
    let view = viewer(&world, Some(&hugo));
    let walk = view.crosswalk((&draft.reference, &theirs.reference), (None, None)).await.unwrap();
    assert_eq!((walk.crosswalk.figures.dropped, walk.may_correct), (1, true));
    assert!(walk.crosswalk.pairings.iter().any(|one| one.by_hand && one.relation == Relation::Dropped));
    let other = world.published("Nothing of the kind.\n").await;
    let apart = world.ben.correct_pairing(&world.db, (&draft, &other), dropped(), world.now).await;
    assert!(apart.is_err());
    let stranger = world.mira.correct_pairing(&world.db, (&draft, &theirs), dropped(), world.now).await;
    assert_eq!(refusal(stranger), "refusal-may-correct-pairing");
}

#[tokio::test]
async fn an_adoption_is_recorded_by_its_stakeholder_and_disputed_by_another() {
    let world = World::new().await;
    let draft = world.published(FIRST).await;
    let stakeholder = world.grace.voices[0].stakeholder.id;
    let recording = |stakeholder: Option<i64>, evidence: Option<Evidence>| Recording {
        adoption: Adoption {
            version: 1,
            who: Title::parse("Aravel").unwrap(),
            instrument: Title::parse("Directive on Notice").unwrap(),
            jurisdiction: Jurisdiction::parse("XA").unwrap(),
            dated: world.now.date_naive(),
            status: Status::InForce,
            link: None,
            clauses: vec![Taken { clause: ClauseId(2), fate: Fate::Verbatim }],
        },
        stakeholder,
        evidence,
        text: None,
        once: None,
    };
    let row = world.grace.record_adoption(&world.db, &draft, recording(Some(stakeholder), None), world.now);
    let row = row.await.unwrap();
    let nobody = world.mira.record_adoption(&world.db, &draft, recording(None, None), world.now).await;
    assert_eq!(refusal(nobody), "refusal-may-record-adoption");
    let bare = world.ada.record_adoption(&world.db, &draft, recording(None, None), world.now).await;
    assert_eq!(refusal(bare), "refusal-adoption-evidence");
    world.mira.dispute_adoption(&world.db, &row, None, why("It was never signed."), world.now).await.unwrap();
    let uptake = viewer(&world, None).uptake(&draft.reference).await.unwrap();
    assert_eq!((uptake.used.len(), uptake.used[0].disputes.len()), (1, 1));
    let travelled = entity::reading::uptake::travelled(&uptake.used);
    assert_eq!((travelled[0].clause, travelled[0].taken(), travelled[0].verbatim()), (ClauseId(2), 1, 1));
    let asking =
        entity::reading::uptake::Asking { words: Some("NAMES THE PEOPLE".to_owned()), ..Default::default() };
    assert_eq!(viewer(&world, None).observed(&asking).await.unwrap().len(), 1);
    let asking = entity::reading::uptake::Asking { country: Some("PT".to_owned()), ..Default::default() };
    assert!(viewer(&world, None).observed(&asking).await.unwrap().is_empty());
}
