use chrono::TimeDelta;
use domain::{
    anchor::Standing,
    disposition::Disposition,
    position::{Position, PositionForm},
    record::verify_chain,
    stage::{Stage, Step},
    typed::Reason,
};
use entity::{
    Error, draft, event, placement,
    reading::positions,
    sign_off, thread,
    verb::{self, Saved, Signing},
    version::{self, VersionId},
};

use crate::world::{FIRST, SECOND, World, on, refusal, said};

fn reason(words: &str) -> Reason {
    Reason::parse(words).unwrap()
}

fn signing(version: i32, stakeholder: i64, position: Position) -> Signing {
    Signing { version, stakeholder, position, evidence: None, once: None }
}

async fn opened(world: &World, draft: &draft::Model) -> draft::Model {
    let closes = world.now + TimeDelta::days(28);
    world
        .ada
        .take_step(&world.db, draft, Step::OpenRound { opens: world.now, closes }, world.now)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_draft_goes_from_its_first_words_to_adoption() {
    let mut world = World::new().await;
    let draft = world.published(FIRST).await;
    assert_eq!(draft.reference, "DN-2027-001");
    let draft = opened(&world, &draft).await;

    let mut opening = on("L5", Some("should be told"), "A duty, not advice.");
    opening.said = said("A duty, not advice.", Some("A person who meets a system must be told so."));
    let duty = world.mira.open_thread(&world.db, &draft, opening, world.now).await.unwrap();
    let praise = world.mira.open_thread(&world.db, &draft, on("L2", None, "Good."), world.now).await.unwrap();
    let replied = world.grace.reply(&world.db, &duty, said("Agreed.", None), world.now).await.unwrap();
    assert!(replied.receipt.starts_with("DN-2027-001/1.2-"), "{}", replied.receipt);

    world.later(29);
    let late = world.mira.open_thread(&world.db, &draft, on("L2", None, "Late."), world.now).await;
    assert_eq!(refusal(late), "refusal-not-open-for-comment");
    world.revise(&draft, SECOND).await.unwrap();
    let draft = world.fresh(&draft).await;
    let places =
        placement::Entity::in_version(world.db.read(), [duty.id, praise.id], VersionId::new(draft.id, 2))
            .await
            .unwrap();
    assert_eq!(places[&duty.id].placement.lines.unwrap().to_string(), "L3");
    assert_eq!(places[&praise.id].placement.lines.unwrap().to_string(), "L5");
    assert_eq!(places[&praise.id].placement.standing, Standing::Placed);

    let call = Step::OpenLastCall { closes: world.now + TimeDelta::days(14) };
    let early = world.ada.take_step(&world.db, &draft, call.clone(), world.now).await;
    assert_eq!(refusal(early), "refusal-unanswered");
    let by = &world.ben;
    by.answer(&world.db, &draft, &[duty], Disposition::Accepted, reason("Line 3 says must."), world.now)
        .await
        .unwrap();
    by.answer(&world.db, &draft, &[praise], Disposition::Noted, reason("Thank you."), world.now)
        .await
        .unwrap();
    world.ada.take_step(&world.db, &draft, call, world.now).await.unwrap();

    world.later(15);
    let draft = world.fresh(&draft).await;
    assert!(matches!(draft.stage_at(world.now), Stage::SignOff { version: 2, .. }));
    let refused = world.ada.take_step(&world.db, &draft, Step::Adopt, world.now).await;
    assert_eq!(refusal(refused), "refusal-endorsements-missing");
    for delegate in [&world.grace, &world.hugo] {
        let seat = delegate.voices[0].stakeholder.id;
        delegate.sign_off(&world.db, &draft, signing(2, seat, Position::Endorse), world.now).await.unwrap();
    }
    let adopted = world.ada.take_step(&world.db, &draft, Step::Adopt, world.now).await.unwrap();
    assert!(matches!(adopted.stage.0, Stage::Adopted { version: 2, .. }));

    let events = event::Entity::all(world.db.read()).await.unwrap();
    let chain: Vec<_> = events.iter().map(|row| row.event().unwrap()).collect();
    verify_chain(&chain).unwrap();
}

#[tokio::test]
async fn a_sign_off_goes_stale_when_its_words_change() {
    let world = World::new().await;
    let draft = opened(&world, &world.published(FIRST).await).await;
    let (grace, seat) = (&world.grace, world.grace.voices[0].stakeholder.id);
    grace.sign_off(&world.db, &draft, signing(1, seat, Position::Endorse), world.now).await.unwrap();
    let mut world = world;
    world.later(29);
    world.revise(&draft, SECOND).await.unwrap();
    let (versions, sign_offs) = {
        let db = world.db.read();
        (version::Entity::of(db, draft.id).await.unwrap(), sign_off::Entity::of(db, draft.id).await.unwrap())
    };
    let carried = positions::carried(world.db.read(), &versions, &sign_offs, 2).await.unwrap();
    assert_eq!(carried[&seat].standing.carried.key(), "stale");
    let outdated = world.hugo.sign_off(
        &world.db,
        &draft,
        signing(1, world.hugo.voices[0].stakeholder.id, Position::Endorse),
        world.now,
    );
    assert_eq!(refusal(outdated.await), "refusal-not-newest");
}

#[tokio::test]
async fn an_objection_in_last_call_sends_the_text_back() {
    let mut world = World::new().await;
    let draft = opened(&world, &world.published(FIRST).await).await;
    world.later(29);
    let call = Step::OpenLastCall { closes: world.now + TimeDelta::days(14) };
    let draft = world.ada.take_step(&world.db, &draft, call, world.now).await.unwrap();
    let version = version::Entity::numbered(world.db.read(), draft.id, 1).await.unwrap();
    let form = PositionForm {
        position: "object".to_owned(),
        reason: "Who reviews?".to_owned(),
        clauses: vec![version.clauses[1].id],
        lifted_by: "Name a reviewer.".to_owned(),
        ..PositionForm::default()
    };
    let objects = Position::parse(&form).unwrap();
    let seat = world.ines.voices[0].stakeholder.id;
    world.ines.sign_off(&world.db, &draft, signing(1, seat, objects), world.now).await.unwrap();
    let draft = world.fresh(&draft).await;
    assert!(matches!(draft.stage.0, Stage::Disposition { .. }));
    let facts = verb::facts(world.db.read(), &world.forum, &draft, world.now).await.unwrap();
    assert_eq!(facts.tally.objections(), 1);
}

#[tokio::test]
async fn only_those_who_may_do_what_they_do() {
    let world = World::new().await;
    let draft = opened(&world, &world.published(FIRST).await).await;
    let closes = world.now + TimeDelta::days(40);
    let extended = Step::Extend { to: closes, reason: reason("Holidays.") };
    let mira = world.mira.take_step(&world.db, &draft, extended, world.now).await;
    assert_eq!(refusal(mira), "refusal-may-extend-deadline");
    let seat = world.grace.voices[0].stakeholder.id;
    let signed = world.mira.sign_off(&world.db, &draft, signing(1, seat, Position::Endorse), world.now).await;
    assert_eq!(refusal(signed), "refusal-may-sign-off");
    let other = world.hugo.sign_off(&world.db, &draft, signing(1, seat, Position::Endorse), world.now).await;
    assert_eq!(refusal(other), "refusal-no-mandate");
    let thread = world.mira.open_thread(&world.db, &draft, on("L2", None, "Why?"), world.now).await.unwrap();
    let answered = world.grace.answer(
        &world.db,
        &draft,
        std::slice::from_ref(&thread),
        Disposition::Noted,
        reason("So."),
        world.now,
    );
    assert_eq!(refusal(answered.await), "refusal-may-answer");
    let struck = world.grace.withdraw_thread(&world.db, &thread, world.now).await;
    assert_eq!(refusal(struck), "refusal-may-withdraw");
    let hidden = draft::Entity::cited(world.db.read(), None, "DN-2027-009", world.now).await;
    assert!(matches!(hidden, Err(Error::NotFound("draft"))));
}

#[tokio::test]
async fn words_for_a_table_row_need_its_cells() {
    let world = World::new().await;
    let table = "# Schedule\n\n| What | When |\n|---|---|\n| The register | Each month |\n";
    let draft = opened(&world, &world.published(table).await).await;
    let proposing = |words| {
        let mut opening = on("L3", None, "Sooner.");
        opening.said = said("Sooner.", Some(words));
        world.mira.open_thread(&world.db, &draft, opening, world.now)
    };
    assert_eq!(refusal(proposing("The register, each week").await), "refusal-wrong-cells");
    assert_eq!(proposing("The register | Each week").await.unwrap().number, 1);
}

#[tokio::test]
async fn the_same_form_posted_twice_is_one_thread() {
    let world = World::new().await;
    let draft = opened(&world, &world.published(FIRST).await).await;
    let mut opening = on("L2", None, "Once.");
    opening.said.once = Some("token".to_owned());
    let first = world.mira.open_thread(&world.db, &draft, opening.clone(), world.now).await.unwrap();
    let second = world.mira.open_thread(&world.db, &draft, opening, world.now).await.unwrap();
    assert_eq!(first.number, second.number);
    assert_eq!(thread::Entity::of(world.db.read(), draft.id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn of_two_officials_who_publish_at_once_one_is_told() {
    let mut world = World::new().await;
    let draft = opened(&world, &world.published(FIRST).await).await;
    world.later(29);
    let based = |base, source: &str, edition| Saved {
        source: source.to_owned(),
        base,
        edition,
        applied: Vec::new(),
        recut: None,
    };
    let saved = |source: &str, edition| based(draft.latest, source, edition);
    let text = world.ben.save_text(&world.db, &draft, saved(SECOND, 0), world.now).await.unwrap();
    world.ada.save_text(&world.db, &draft, saved("# Other words", text.edition), world.now).await.unwrap();
    let second = world.ben.save_text(&world.db, &draft, saved(SECOND, text.edition), world.now).await;
    assert_eq!(refusal(second), "refusal-text-overtaken");
    assert_eq!(refusal(world.publish(&draft, text.edition).await), "refusal-text-overtaken");
    world.publish(&draft, text.edition + 1).await.unwrap();
    assert_eq!(refusal(world.publish(&draft, text.edition + 1).await), "refusal-text-overtaken");
    // Whoever began before the others published is told as well, though there is no text to edit any more.
    for edition in [0, text.edition + 1] {
        let late = world.ben.save_text(&world.db, &draft, saved(SECOND, edition), world.now).await;
        assert_eq!(refusal(late), "refusal-text-overtaken");
    }
    world.ben.save_text(&world.db, &draft, based(draft.latest + 1, SECOND, 0), world.now).await.unwrap();
}

#[tokio::test]
async fn a_suggestion_taken_over_is_credited_when_its_words_are_published() {
    let mut world = World::new().await;
    let draft = opened(&world, &world.published(FIRST).await).await;
    let words = "A person may contest a decision.";
    let mut opening = on("L3", None, "Say it of everyone.");
    opening.said.suggestion = Some(domain::typed::Wording::parse(words).unwrap());
    let thread = world.grace.open_thread(&world.db, &draft, opening, world.now).await.unwrap();
    let comments = entity::comment::Entity::of(world.db.read(), [thread.id]).await.unwrap();
    let comment = comments[&thread.id][0].id;
    world.later(29);
    let version = version::Entity::numbered(world.db.read(), draft.id, 1).await.unwrap();
    let lines = "L3".parse().unwrap();
    let source = domain::suggestion::apply(&version.text(), lines, None, words).unwrap();
    let saved = Saved { source, base: 1, edition: 0, applied: vec![comment], recut: None };
    let text = world.ben.save_text(&world.db, &draft, saved, world.now).await.unwrap();
    assert_eq!(text.applied.0, [comment]);
    world.publish(&draft, text.edition).await.unwrap();
    let last = event::Entity::last(world.db.read()).await.unwrap().unwrap();
    assert_eq!(last.kind, "suggestion-applied");
    assert!(last.subject.ends_with("/thread/1/comment/1"), "{}", last.subject);
}

#[tokio::test]
async fn a_repair_by_hand_holds_in_later_versions() {
    let mut world = World::new().await;
    let draft = opened(&world, &world.published(FIRST).await).await;
    let thread =
        world.mira.open_thread(&world.db, &draft, on("L6", None, "Plain?"), world.now).await.unwrap();
    world.later(29);
    world.revise(&draft, SECOND).await.unwrap();
    let draft = world.fresh(&draft).await;
    let lines = "L5".parse().unwrap();
    world.ben.repair_placement(&world.db, &thread, 2, lines, world.now).await.unwrap();
    world.revise(&draft, &SECOND.replace("## Notice", "A new first sentence.\n\n## Notice")).await.unwrap();
    let places = placement::Entity::of(world.db.read(), thread.id).await.unwrap();
    assert_eq!(places[2].placement.lines.unwrap().to_string(), "L6");
}
