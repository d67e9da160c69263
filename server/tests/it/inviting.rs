//! A secretariat invites people by mail, one by one or by a list, and each invitation is accepted once, by its own address.

use chrono::TimeDelta;
use domain::permission::Role;
use entity::{account, invitation, role};
use sea_orm::EntityTrait;
use server::mail::Letter;

use crate::support::{Browser, Page, World};

const AT: &str = "/forums/dovetail/invitations";

fn link(letter: &Letter) -> String {
    let link = letter.body.lines().find_map(|line| line.trim().strip_prefix("http://comity.example/inv"));
    format!("/inv{}", link.unwrap_or_else(|| panic!("no link in {}", letter.body)))
}

/// Ada invites somebody as a participant; gives her browser and the link.
async fn invited(world: &World, name: &str, email: &str) -> (Browser, String) {
    let mut ada = world.as_(&world.ada).await;
    let fields = [("page", AT), ("name", name), ("email", email), ("role", "participant"), ("tier", "lead")];
    ada.post_and_follow(AT, &fields).await;
    let letters = world.app.letters().await;
    let letter = letters.last().unwrap();
    assert_eq!(letter.to, email.to_lowercase());
    (ada, link(letter))
}

async fn accepts(browser: &mut Browser, link: &str) -> Page {
    browser.post(link, &[("page", link), ("name", "Nora Berg")]).await
}

async fn roles_of(world: &World, email: &str) -> Vec<Role> {
    let person = account::Entity::by_email(world.db().read(), email).await.unwrap();
    let Some(person) = person else { return Vec::new() };
    let held = role::Entity::of(world.db().read(), person.id).await.unwrap();
    held.into_iter().map(|held| held.role.0).collect()
}

#[tokio::test]
async fn who_is_invited_registers_by_the_mail_and_has_the_role() {
    let world = World::in_consultation().await;
    let (mut ada, link) = invited(&world, "Nora Berg", "Nora@Example.org").await;
    let mut nora = world.app.browser();
    // Whatever scans the mail opens the link too, and nothing comes of it.
    for _ in 0..2 {
        let page = nora.get(&link).await;
        assert!(page.main_text().contains("You are invited to Dovetail Network"), "{}", page.main_text());
    }
    assert!(ada.get(AT).await.main_text().contains("Sent"));
    assert_eq!(accepts(&mut nora, &link).await.status, 303);
    assert!(nora.get("/settings").await.html().contains("Nora Berg"));
    assert_eq!(roles_of(&world, "nora@example.org").await, [Role::Participant]);
    let list = ada.get(AT).await.main_text();
    assert!(list.contains("Accepted") && !list.contains("Send again"), "{list}");
}

#[tokio::test]
async fn an_invitation_is_used_once() {
    let world = World::in_consultation().await;
    let (_, link) = invited(&world, "Nora Berg", "nora@example.org").await;
    let mut nora = world.app.browser();
    assert_eq!(accepts(&mut nora, &link).await.status, 303);
    let mut other = world.app.browser();
    assert!(other.get(&link).await.main_text().contains("was accepted already"));
    let again = accepts(&mut other, &link).await;
    // An account that is there is not signed in to by an old mail.
    assert_eq!(again.status, 401, "{}", again.main_text());
    assert_eq!(other.get("/settings").await.status, 303);
    let again = accepts(&mut nora, &link).await;
    assert!(again.status == 422 && again.main_text().contains("It works once"), "{}", again.main_text());
}

#[tokio::test]
async fn an_invitation_is_for_its_own_address() {
    let world = World::in_consultation().await;
    let (_, link) = invited(&world, "Nora Berg", "nora@example.org").await;
    let mut mira = world.as_(&world.mira).await;
    assert!(mira.get(&link).await.main_text().contains("is for another address"));
    let page = accepts(&mut mira, &link).await;
    assert!(
        page.status == 422 && page.main_text().contains("is for another address"),
        "{}",
        page.main_text()
    );
    assert!(roles_of(&world, "mira@example.org").await.is_empty());
    assert!(roles_of(&world, "nora@example.org").await.is_empty());
}

#[tokio::test]
async fn an_invitation_that_was_revoked_or_is_too_old_is_refused_in_a_sentence() {
    let world = World::in_consultation().await;
    let (mut ada, link) = invited(&world, "Nora Berg", "nora@example.org").await;
    let id = ada.get(AT).await.field("invitation").unwrap();
    let fields = [("page", AT), ("invitation", id.as_str())];
    for person in [&world.mira, &world.olga] {
        let page = world.as_(person).await.post(&format!("{AT}/revoked"), &fields).await;
        assert_eq!(page.status, 403);
    }
    ada.post_and_follow(&format!("{AT}/revoked"), &fields).await;
    let page = accepts(&mut world.app.browser(), &link).await;
    assert!(page.status == 422 && page.main_text().contains("was revoked"), "{}", page.main_text());
    assert_eq!(ada.post(&format!("{AT}/again"), &fields).await.status, 422);

    let (_, link) = invited(&world, "Nora Berg", "nora@example.org").await;
    world.app.state.clock.advance(TimeDelta::days(31));
    let page = accepts(&mut world.app.browser(), &link).await;
    assert!(page.status == 422 && page.main_text().contains("thirty days old"), "{}", page.main_text());
    assert!(roles_of(&world, "nora@example.org").await.is_empty());
}

#[tokio::test]
async fn an_invitation_sent_again_has_another_link() {
    let world = World::in_consultation().await;
    let (mut ada, first) = invited(&world, "Nora Berg", "nora@example.org").await;
    let id = ada.get(AT).await.field("invitation").unwrap();
    ada.post_and_follow(&format!("{AT}/again"), &[("page", AT), ("invitation", &id)]).await;
    let second = link(world.app.letters().await.last().unwrap());
    assert_ne!(first, second);
    let page = accepts(&mut world.app.browser(), &first).await;
    assert!(page.status == 422 && page.main_text().contains("no such invitation"), "{}", page.main_text());
    assert_eq!(accepts(&mut world.app.browser(), &second).await.status, 303);
}

#[tokio::test]
async fn an_invitation_is_worth_what_its_sender_may_give_when_it_is_accepted() {
    let world = World::in_consultation().await;
    let (_, link) = invited(&world, "Nora Berg", "nora@example.org").await;
    let forum = entity::forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let root = account::Entity::by_email(world.db().read(), "root@example.org").await.unwrap().unwrap();
    let root = world.reader(&root).await;
    root.take_role(world.db(), &forum, world.ada.id, Role::Secretariat, world.now()).await.unwrap();
    let page = accepts(&mut world.app.browser(), &link).await;
    assert!(page.status == 422 && page.main_text().contains("was revoked"), "{}", page.main_text());
}

#[tokio::test]
async fn a_list_is_checked_line_by_line_and_invites_all_or_nobody() {
    let world = World::in_consultation().await;
    world.seat("aravel").await;
    let mut ada = world.as_(&world.ada).await;
    let list = "Name;Address;Stakeholder;Role;Tier\n\
                Nora Berg;nora@example.org;;;\n\
                Ivo Lang;ivo@example.org;aravel;delegate;lead\n\
                Ada;ada@example.org;;secretariat;\n\
                Sum Body;nowhere;;;\n\
                Tom;tom@example.org;atlantis;;\n\
                Nora B;nora@example.org;;;";
    let fields = [("page", AT), ("list", list)];
    let page = ada.post(AT, &[&fields[..], &[("preview", "yes")]].concat()).await;
    let text = page.main_text();
    assert_eq!(page.status, 200, "{text}");
    for words in ["Line 2", "Can be invited", "Give an e‑mail address", "in the list twice", "4 lines"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let refused = ada.post(AT, &fields).await;
    assert!(refused.status == 422 && refused.main_text().contains("Nobody was invited"));
    assert_eq!(invitation::Entity::find().all(world.db().read()).await.unwrap().len(), 0);
    assert!(world.app.letters().await.is_empty());

    let list = list.lines().take(3).collect::<Vec<_>>().join("\n");
    let fields = [("page", AT), ("list", list.as_str())];
    let page = ada.post(AT, &[&fields[..], &[("preview", "yes")]].concat()).await;
    assert!(page.main_text().contains("Invite 2 people"), "{}", page.main_text());
    ada.post_and_follow(AT, &fields).await;
    let letters = world.app.letters().await;
    assert_eq!(letters.len(), 2);
    let ivo = letters.iter().find(|letter| letter.to == "ivo@example.org").unwrap();
    assert_eq!(accepts(&mut world.app.browser(), &link(ivo)).await.status, 303);
    let ivo = account::Entity::by_email(world.db().read(), "ivo@example.org").await.unwrap().unwrap();
    let ivo = world.reader(&ivo).await;
    assert_eq!(ivo.voices[0].stakeholder.slug, "aravel");
    // The same list again names people who are invited.
    assert_eq!(ada.post(AT, &fields).await.status, 422);
}

#[tokio::test]
async fn only_who_manages_a_forum_invites_to_it() {
    let world = World::in_consultation().await;
    let fields = [("page", AT), ("name", "Nora"), ("email", "nora@example.org"), ("role", "participant")];
    for person in [&world.ben, &world.grace, &world.mira] {
        let mut browser = world.as_(person).await;
        assert_eq!(browser.get(AT).await.status, 403);
        assert_eq!(browser.post(AT, &fields).await.status, 403);
    }
    assert_eq!(world.app.browser().post(AT, &fields).await.status, 401);
    assert!(world.app.letters().await.is_empty());
}

#[tokio::test]
async fn the_table_of_who_may_do_what_is_printed_from_the_one_that_decides() {
    let world = World::in_consultation().await;
    let page = world.app.browser().get("/admin/permissions").await;
    assert_eq!(page.status, 200);
    let text = page.main_text();
    for action in domain::permission::Action::ALL {
        assert!(text.contains(action.key()), "{}", action.key());
    }
    assert!(text.contains("Only the secretariat of this forum may declare a text adopted."), "{text}");
}
