//! A mandate belongs to the trust of whoever granted it.

use chrono::TimeDelta;
use domain::{
    ForumKind, Tier,
    class::Class,
    permission::Role,
    position::{Position, PositionForm},
    record::Kind,
    stage::Step,
    typed::{Charter, Evidence, Name},
};
use entity::{
    Reader, draft, event, forum, mandate, sign_off, stakeholder,
    verb::{self, Grant, Signing},
};

use crate::world::{FIRST, World, on, refusal};

/// The secretariat of another forum, which gave Aravel a seat of its own accord.
struct Rival {
    world: World,
    forum: forum::Model,
    aravel: stakeholder::Model,
    /// Its secretariat, which administers nothing.
    rolf: Reader,
}

fn founding(slug: &str, parent: Option<i64>) -> verb::Founding {
    verb::Founding {
        slug: slug.to_owned(),
        name: Name::parse(slug).unwrap(),
        kind: if parent.is_some() { ForumKind::WorkingGroup } else { ForumKind::Minilateral },
        parent,
        prefix: "RV".to_owned(),
        charter: Charter::parse("We meet on Sundays.").unwrap(),
        zone: "UTC".to_owned(),
        late_comments: false,
    }
}

impl Rival {
    async fn new() -> Self {
        let world = World::new().await;
        let forum = world.ada.found(&world.db, founding("rival", None), world.now).await.unwrap();
        let rolf = world.mira.account.id;
        world.ada.give_role(&world.db, &forum, rolf, Role::Secretariat, world.now).await.unwrap();
        let rolf = Reader::of(&world.db, rolf, world.now).await.unwrap().unwrap();
        let aravel = stakeholder::Entity::by_slug(world.db.read(), "aravel").await.unwrap();
        rolf.seat(&world.db, &forum, &aravel, world.now).await.unwrap();
        Self { world, forum, aravel, rolf }
    }

    fn grant(&self, account: i64, forum: Option<&forum::Model>) -> Grant {
        Grant {
            account,
            stakeholder: self.aravel.id,
            forum: forum.map(|forum| forum.id),
            tier: Tier::Minister,
            title: "Envoy".to_owned(),
            starts: self.world.now,
            ends: None,
        }
    }

    async fn grants(
        &self,
        by: &Reader,
        account: i64,
        forum: Option<&forum::Model>,
    ) -> entity::Result<mandate::Model> {
        by.grant_mandate(&self.world.db, self.grant(account, forum), self.world.now).await
    }

    async fn again(&self, reader: &Reader) -> Reader {
        Reader::of(&self.world.db, reader.account.id, self.world.now).await.unwrap().unwrap()
    }

    fn signing(&self, position: Position) -> Signing {
        Signing { version: 1, stakeholder: self.aravel.id, position, evidence: None, once: None }
    }

    /// A draft of Dovetail, in consultation.
    async fn draft(&self) -> draft::Model {
        let (world, now) = (&self.world, self.world.now);
        let draft = world.published(FIRST).await;
        let step = Step::OpenRound { opens: now, closes: now + TimeDelta::days(28) };
        world.ada.take_step(&world.db, &draft, step, now).await.unwrap()
    }

    /// Aravel objects by its own delegate.
    async fn objects(&self, draft: &draft::Model) {
        let version = entity::version::Entity::numbered(self.world.db.read(), draft.id, 1).await.unwrap();
        let form = PositionForm {
            position: "object".to_owned(),
            reason: "Too soon.".to_owned(),
            clauses: vec![version.clauses[1].id],
            lifted_by: "A year.".to_owned(),
            ..PositionForm::default()
        };
        let signing = self.signing(Position::parse(&form).unwrap());
        self.world.grace.sign_off(&self.world.db, draft, signing, self.world.now).await.unwrap();
    }

    async fn stands(&self, draft: &draft::Model) -> String {
        let all = sign_off::Entity::of(self.world.db.read(), draft.id).await.unwrap();
        all.last().unwrap().kind.key().to_owned()
    }
}

#[tokio::test]
async fn no_secretariat_takes_the_voice_of_a_stakeholder() {
    let rival = Rival::new().await;
    let (world, rolf) = (&rival.world, &rival.rolf);
    let own = rolf.account.id;
    assert_eq!(refusal(rival.grants(rolf, own, None).await), "refusal-may-grant-mandate");
    assert_eq!(refusal(rival.grants(rolf, own, Some(&rival.forum)).await), "refusal-mandate-of-own");
    // Nor in the forum of another, nor for whom it gave no seat, nor as an administrator.
    assert_eq!(refusal(rival.grants(rolf, own, Some(&world.forum)).await), "refusal-may-grant-mandate-here");
    assert_eq!(refusal(rival.grants(&world.ada, own, None).await), "refusal-may-grant-mandate");
    assert_eq!(
        refusal(rival.grants(&world.ada, own, Some(&rival.forum)).await),
        "refusal-may-grant-mandate-here"
    );
    let brenmark = stakeholder::Entity::by_slug(world.db.read(), "brenmark").await.unwrap();
    let seatless =
        Grant { stakeholder: brenmark.id, ..rival.grant(world.ben.account.id, Some(&rival.forum)) };
    let refused = rolf.grant_mandate(&world.db, seatless, world.now).await;
    assert_eq!(refusal(refused), "refusal-no-seat");
    // Nor by making itself its focal point.
    let named = rolf.name_focal_point(&world.db, &rival.aravel, own, world.now).await;
    assert_eq!(refusal(named), "refusal-may-name-focal-point");
    let role = rolf.give_role(&world.db, &rival.forum, own, Role::FocalPoint, world.now).await;
    assert_eq!(refusal(role), "refusal-role-not-given");
    let role = rolf.give_role(&world.db, &rival.forum, own, Role::Delegate, world.now).await;
    assert_eq!(refusal(role), "refusal-role-not-given");
    assert!(rival.again(rolf).await.voices.is_empty());
}

#[tokio::test]
async fn a_mandate_of_a_forum_counts_in_this_forum_and_its_groups_only() {
    let rival = Rival::new().await;
    let (world, db, now) = (&rival.world, &rival.world.db, rival.world.now);
    let draft = rival.draft().await;
    rival.objects(&draft).await;
    let granted = rival.grants(&rival.rolf, world.ben.account.id, Some(&rival.forum)).await.unwrap();
    let ben = rival.again(&world.ben).await;
    let signed = ben.sign_off(db, &draft, rival.signing(Position::Endorse), now).await;
    assert_eq!(refusal(signed), "refusal-may-sign-off");
    let mut opening = on("L1", None, "For Aravel.");
    opening.said.stakeholder = Some(rival.aravel.id);
    assert_eq!(refusal(ben.open_thread(db, &draft, opening, now).await), "refusal-mandate-elsewhere");
    assert_eq!(rival.stands(&draft).await, "object");

    let group = world.ada.found(db, founding("rival-group", Some(rival.forum.id)), now).await.unwrap();
    for (forum, speaks) in [(&rival.forum, true), (&group, true), (&world.forum, false)] {
        assert_eq!(ben.voices_in(forum, now).next().is_some(), speaks, "{}", forum.slug);
        let roles = entity::access::roles(db.read(), Some(&ben), forum, now).await.unwrap();
        assert_eq!(roles.contains(&Role::Delegate), speaks, "{}", forum.slug);
        let among = entity::access::roles_among(db.read(), Some(&ben), [forum], now).await.unwrap();
        assert_eq!(among[&forum.id].contains(&Role::Delegate), speaks, "{}", forum.slug);
    }
    // The record of the forum says so, and whoever looks after Aravel ends it.
    let events = event::Entity::of_run(db.read(), "forum/rival").await.unwrap();
    let last = events.last().unwrap();
    assert_eq!(last.kind, Kind::MandateGranted.key());
    assert_eq!(last.subject, format!("forum/rival/mandate/{}", granted.id));
    world.grace.end_mandate(db, granted.id, now).await.unwrap();
    assert!(rival.again(&world.ben).await.voices.is_empty());
}

#[tokio::test]
async fn within_its_own_forum_too_only_the_stakeholder_takes_back_what_it_said_itself() {
    let rival = Rival::new().await;
    let (world, db, now) = (&rival.world, &rival.world.db, rival.world.now);
    let draft = rival.draft().await;
    rival.objects(&draft).await;
    // Ada runs Dovetail: she records on behalf, and lets somebody else speak.
    let evidence = Some(Evidence::parse("A letter.").unwrap());
    let recorded = Signing { evidence, ..rival.signing(Position::Endorse) };
    let recorded = world.ada.sign_off(db, &draft, recorded, now).await;
    assert_eq!(refusal(recorded), "refusal-position-of-holder");
    rival.grants(&world.ada, world.mira.account.id, Some(&world.forum)).await.unwrap();
    let envoy = rival.again(&world.mira).await;
    let signed = envoy.sign_off(db, &draft, rival.signing(Position::Endorse), now).await;
    assert_eq!(refusal(signed), "refusal-position-of-holder");
    assert_eq!(rival.stands(&draft).await, "object");
    // Aravel itself may, also by somebody new.
    let deputy = rival.grants(&world.grace, world.hugo.account.id, None).await.unwrap();
    let hugo = rival.again(&world.hugo).await;
    hugo.sign_off(db, &draft, rival.signing(Position::Endorse), now).await.unwrap();
    assert_eq!((deputy.forum_id, rival.stands(&draft).await.as_str()), (None, "endorse"));
}

#[tokio::test]
async fn whoever_comes_to_run_a_forum_speaks_in_it_by_no_mandate_of_this_forum() {
    let rival = Rival::new().await;
    let (world, db, now) = (&rival.world, &rival.world.db, rival.world.now);
    rival.grants(&world.ada, world.ben.account.id, Some(&world.forum)).await.unwrap();
    let ben = rival.again(&world.ben).await;
    assert!(ben.voice_in(&world.forum, Some(rival.aravel.id), now).unwrap().is_some());
    world.ada.give_role(db, &world.forum, ben.account.id, Role::Secretariat, now).await.unwrap();
    let ben = rival.again(&ben).await;
    assert_eq!(refusal(ben.voice_in(&world.forum, Some(rival.aravel.id), now)), "refusal-mandate-elsewhere");
}

#[tokio::test]
async fn every_forum_of_the_stakeholder_ends_what_another_granted_and_none_what_it_granted_itself() {
    let mut rival = Rival::new().await;
    let granted = rival.grants(&rival.rolf, rival.world.ben.account.id, Some(&rival.forum)).await.unwrap();
    let (world, db, now) = (&rival.world, &rival.world.db, rival.world.now);
    assert_eq!(refusal(world.hugo.end_mandate(db, granted.id, now).await), "refusal-may-end-mandate");
    // Dovetail gave Aravel a seat as well.
    world.ada.end_mandate(db, granted.id, now).await.unwrap();
    assert_eq!(refusal(world.ada.end_mandate(db, granted.id, now).await), "refusal-mandate-ended");
    let own = world.grace.voices[0].mandate.id;
    for stranger in [&rival.rolf, &world.ada] {
        assert_eq!(refusal(stranger.end_mandate(db, own, now).await), "refusal-may-end-mandate");
    }
    // One that has not begun is ended as well, and one that is granted for the past begins today.
    let later =
        Grant { starts: now + TimeDelta::days(9), ..rival.grant(world.ben.account.id, Some(&rival.forum)) };
    let later = rival.rolf.grant_mandate(db, later, now).await.unwrap();
    world.grace.end_mandate(db, later.id, now).await.unwrap();
    let early = Grant { starts: now - TimeDelta::days(9), ..rival.grant(world.ben.account.id, None) };
    assert_eq!(world.grace.grant_mandate(db, early, now).await.unwrap().starts_at, now);
    rival.world.later(10);
    let ben = rival.again(&rival.world.ben).await;
    assert!(ben.voices.iter().all(|voice| voice.forum.is_none()));
}

#[tokio::test]
async fn the_first_focal_point_is_named_by_an_administrator_and_the_next_by_those_before() {
    let rival = Rival::new().await;
    let (world, db, now) = (&rival.world, &rival.world.db, rival.world.now);
    let organisation = |slug: &str, name: &str| verb::Organisation {
        slug: slug.to_owned(),
        name: Name::parse(name).unwrap(),
        class: Class::Government,
        place: String::new(),
        about: String::new(),
    };
    // Another Aravel is not entered beside the one there is.
    for name in ["Aravel", "ARAVEL", " A-ravel. "] {
        let twin = world.ada.enter(db, organisation("aravel-2", name), now).await;
        assert_eq!(refusal(twin), "refusal-name-taken");
    }
    let tavland = world.ada.enter(db, organisation("tavland", "Tavland"), now).await.unwrap();
    let (ada, ben, hugo) = (world.ada.account.id, world.ben.account.id, world.hugo.account.id);
    let named = world.ada.name_focal_point(db, &tavland, ada, now).await;
    assert_eq!(refusal(named), "refusal-focal-point-self");
    world.ada.name_focal_point(db, &tavland, ben, now).await.unwrap();
    let named = world.ada.name_focal_point(db, &tavland, hugo, now).await;
    assert_eq!(refusal(named), "refusal-may-name-focal-point");
    let ben = rival.again(&world.ben).await;
    ben.name_focal_point(db, &tavland, hugo, now).await.unwrap();
    let hugo = rival.again(&world.hugo).await;
    hugo.dismiss_focal_point(db, &tavland, ben.account.id, now).await.unwrap();
    let granted = Grant { stakeholder: tavland.id, ..rival.grant(ada, None) };
    let granted = rival.again(&ben).await.grant_mandate(db, granted, now).await;
    assert_eq!(refusal(granted), "refusal-may-grant-mandate");
}
