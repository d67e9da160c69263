//! Positions: what the page says of them, and what the form refuses.

use axum::http::header;
use domain::stage::Stage;
use entity::{sign_off, stakeholder, verb, version, working_text};
use insta::assert_snapshot;

use crate::support::{Browser, Page, TestApp};

const PAGE: &str = "/drafts/DN-2026-001/sign-offs";

async fn seat(app: &TestApp, slug: &str) -> String {
    stakeholder::Entity::by_slug(app.state.db.read(), slug).await.unwrap().id.to_string()
}

async fn signs(browser: &mut Browser, seat: &str, fields: &[(&str, &str)]) -> Page {
    let mut all = vec![("page", PAGE), ("version", "3"), ("stakeholder", seat)];
    all.extend(fields);
    browser.post(PAGE, &all).await
}

/// The text of a seat's row.
fn row(page: &Page, slug: &str) -> String {
    let start = page.html().find(&format!("id=\"s-{slug}\"")).unwrap();
    let rest = &page.html()[start..];
    let row = rest.split("</tr>").next().unwrap();
    let words = row.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, words)| words.trim());
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_tally_is_a_sentence_and_says_what_is_missing() {
    let app = TestApp::demo().await;
    let page = app.browser().get(PAGE).await;
    assert_eq!(page.status, 200);
    let text = page.main_text();
    assert!(text.contains(
        "Five of the six positions needed are in place, but one objection stands, so version 3 cannot be adopted yet."
    ));
    assert!(text.contains("two thirds of the seats that are not recused (6 of 9) endorse or do not object."));
    assert!(text.contains("The objection of Kestria stands. Only Kestria can lift it."));
    assert!(text.contains("One more position. To be renewed: Dunmora. Not given yet: Norvale."));
    // Somebody who has no seat is shown no form.
    assert!(!page.html().contains("name=\"position\""));
}

#[tokio::test]
async fn a_stale_position_shows_the_words_that_changed_since() {
    let app = TestApp::demo().await;
    let page = app.browser().get(PAGE).await;
    let dunmora = row(&page, "dunmora");
    assert!(dunmora.starts_with("Dunmora Endorsed version 2"), "{dunmora}");
    assert!(dunmora.contains("This no longer counts until Dunmora says so."), "{dunmora}");
    assert!(dunmora.contains("should must"), "{dunmora}");
    assert!(page.html().contains("<del>14</del> <ins>30</ins> days before first use."));
    assert!(page.html().contains("href=\"/drafts/DN-2026-001/versions/2...3\""));
}

#[tokio::test]
async fn a_delegate_renews_and_the_tally_follows() {
    let app = TestApp::demo().await;
    let mut siobhan = app.as_cast("Siobhan Rea").await;
    let page = siobhan.get(PAGE).await;
    assert!(page.main_text().contains("The position of Dunmora"));
    let version = version::Entity::numbered(app.state.db.read(), 1, 3).await.unwrap();
    assert!(page.html().contains(&version.digest.to_string()));
    assert!(!page.html().contains("value=\"endorse\" checked"), "a signature is not a default");
    let dunmora = seat(&app, "dunmora").await;
    let fields = [("page", PAGE), ("version", "3"), ("stakeholder", &dunmora), ("position", "endorse")];
    let page = siobhan.post_and_follow(PAGE, &fields).await;
    assert!(page.main_text().contains("All six positions needed are in place, but one objection stands"));
    assert!(row(&page, "dunmora").contains("Version 3,"));
    assert!(row(&page, "dunmora").contains("One earlier position"));
}

#[tokio::test]
async fn an_objection_names_all_that_is_missing_at_once_and_keeps_what_was_typed() {
    let app = TestApp::demo().await;
    let mut astrid = app.as_cast("Astrid Lunde").await;
    let norvale = seat(&app, "norvale").await;
    let fields = [("position", "object"), ("reason", " "), ("reservation", "Kept all the same.")];
    let page = signs(&mut astrid, &norvale, &fields).await;
    assert_eq!(page.status, 422);
    assert_snapshot!(page.main_text().lines().take(4).collect::<Vec<_>>().join("\n"), @r"
    This was not done.
    An objection needs its reason.
    An objection needs the clauses it is about.
    An objection needs to say what would lift it.
    ");
    for field in ["reason", "clauses", "lifted_by"] {
        assert!(page.html().contains(&format!("href=\"#{field}\"")), "{field}");
        assert!(page.html().contains(&format!("id=\"{field}\"")), "{field}");
    }
    assert_eq!(page.field("reservation").as_deref(), Some("Kept all the same."));
    assert!(page.html().contains("value=\"object\" checked"));
}

#[tokio::test]
async fn an_objection_stands_with_its_three_parts_and_is_lifted_by_its_holder() {
    let app = TestApp::demo().await;
    let mut astrid = app.as_cast("Astrid Lunde").await;
    let norvale = seat(&app, "norvale").await;
    let newest = version::Entity::numbered(app.state.db.read(), 1, 3).await.unwrap();
    let clause = newest.clauses[5].id.0.to_string();
    let parts = [
        ("position", "object"),
        ("reason", "Nobody is named <b>who</b> reviews."),
        ("clauses", clause.as_str()),
        ("lifted_by", "Say who reviews."),
    ];
    assert_eq!(signs(&mut astrid, &norvale, &parts).await.status, 303);
    let page = astrid.get(PAGE).await;
    assert!(
        page.main_text().contains("two objections stand") || page.main_text().contains("2 objections stand")
    );
    assert!(page.html().contains("Nobody is named &lt;b&gt;who&lt;/b&gt; reviews."));
    assert!(page.main_text().contains("Any other position lifts it"));
    assert_eq!(signs(&mut astrid, &norvale, &[("position", "no-objection")]).await.status, 303);
    let page = astrid.get(PAGE).await;
    assert!(row(&page, "norvale").starts_with("Norvale No objection"));
    assert!(page.main_text().contains("one objection stands"));
}

#[tokio::test]
async fn no_position_is_taken_without_a_mandate_for_the_seat() {
    let app = TestApp::demo().await;
    let kestria = seat(&app, "kestria").await;
    let before = sign_off::Entity::of(app.state.db.read(), 1).await.unwrap().len();
    let mira = signs(&mut app.as_cast("Mira Oduya").await, &kestria, &[("position", "endorse")]).await;
    assert_eq!(mira.status, 403);
    assert!(mira.main_text().contains("Only a delegate with a mandate"));
    let siobhan = signs(&mut app.as_cast("Siobhan Rea").await, &kestria, &[("position", "endorse")]).await;
    assert_eq!(siobhan.status, 422);
    assert!(siobhan.main_text().contains("You have no mandate to speak for this stakeholder now."));
    let stranger = signs(&mut app.browser(), &kestria, &[("position", "endorse")]).await;
    assert_eq!(stranger.status, 401);
    let delegate_on_behalf = [("position", "endorse"), ("behalf", "yes"), ("evidence", "A letter.")];
    let siobhan = signs(&mut app.as_cast("Siobhan Rea").await, &kestria, &delegate_on_behalf).await;
    assert_eq!(siobhan.status, 403);
    assert_eq!(sign_off::Entity::of(app.state.db.read(), 1).await.unwrap().len(), before);
}

#[tokio::test]
async fn the_secretariat_records_a_position_with_its_evidence() {
    let app = TestApp::demo().await;
    let mut tamsin = app.as_cast("Tamsin Okoro").await;
    let norvale = seat(&app, "norvale").await;
    let form = tamsin.get(&format!("{PAGE}?behalf=yes")).await;
    assert!(form.main_text().contains("A position for a seat"));
    let bare = [("behalf", "yes"), ("position", "recuse"), ("evidence", "")];
    let page = signs(&mut tamsin, &norvale, &bare).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("A recusal needs its reason."));
    assert!(
        page.main_text().contains("Name the letter or message by which the stakeholder took this position.")
    );
    let fields = [("behalf", "yes"), ("position", "endorse"), ("evidence", "Letter of 20 November.")];
    assert_eq!(signs(&mut tamsin, &norvale, &fields).await.status, 303);
    let page = tamsin.get(PAGE).await;
    assert!(
        row(&page, "norvale").contains("Recorded for Norvale by the secretariat:"),
        "{}",
        row(&page, "norvale")
    );
    assert!(row(&page, "norvale").contains("Letter of 20 November"));
}

#[tokio::test]
async fn a_form_sent_twice_is_one_position() {
    let app = TestApp::demo().await;
    let mut astrid = app.as_cast("Astrid Lunde").await;
    let norvale = seat(&app, "norvale").await;
    let before = sign_off::Entity::of(app.state.db.read(), 1).await.unwrap().len();
    for _ in 0..2 {
        let page = signs(&mut astrid, &norvale, &[("position", "abstain"), ("once", "the-same")]).await;
        assert_eq!(page.status, 303);
    }
    assert_eq!(sign_off::Entity::of(app.state.db.read(), 1).await.unwrap().len(), before + 1);
}

#[tokio::test]
async fn a_version_that_is_not_the_newest_any_more_is_not_signed() {
    let app = TestApp::demo().await;
    let mut astrid = app.as_cast("Astrid Lunde").await;
    let norvale = seat(&app, "norvale").await;
    let fields = [
        ("page", PAGE),
        ("version", "2"),
        ("stakeholder", norvale.as_str()),
        ("position", "endorse-with-reservation"),
        ("reservation", "As we read it."),
    ];
    let page = astrid.post(PAGE, &fields).await;
    assert_eq!(page.status, 409);
    assert!(page.main_text().contains("A newer version has been published."));
    assert_eq!(page.field("reservation").as_deref(), Some("As we read it."));
    // The form now names the newest version, so that sending it again signs that one.
    assert_eq!(page.field("version").as_deref(), Some("3"));
}

#[tokio::test]
async fn a_draft_without_a_version_has_nothing_to_sign() {
    let app = TestApp::demo().await;
    let db = app.state.db.read();
    let forum = entity::forum::Entity::by_slug(db, "dovetail").await.unwrap();
    let now = app.state.clock.now();
    let tamsin = entity::account::Entity::by_email(db, &email(&app, "Tamsin Okoro")).await.unwrap().unwrap();
    let tamsin = entity::Reader::of(&app.state.db, tamsin.id, now).await.unwrap().unwrap();
    let beginning = verb::Beginning {
        title: "On paper".parse().unwrap(),
        language: "en".to_owned(),
        source: "# On paper\n\nSay it on paper.".to_owned(),
        visibility: domain::visibility::Visibility::Public,
        reference: None,
        once: None,
    };
    let draft = tamsin.begin_draft(&app.state.db, &forum, beginning, now).await.unwrap();
    assert_eq!(draft.stage_at(now), Stage::Drafting {});
    assert!(working_text::Entity::of(db, draft.id).await.unwrap().is_some());
    let page = format!("/drafts/{}/sign-offs", draft.reference);
    assert_eq!(app.browser().get(&page).await.status, 404);
    let shown = app.as_cast("Tamsin Okoro").await.get(&page).await;
    assert!(shown.main_text().contains("No version is published yet, so there is nothing to sign."));
}

fn email(app: &TestApp, name: &str) -> String {
    let cast = app.state.cast.as_deref().unwrap_or_default();
    cast.iter().find(|persona| persona.name == name).unwrap().email.clone()
}

#[tokio::test]
async fn no_space_stands_between_a_sentence_and_the_first_name_in_it() {
    let app = TestApp::demo().await;
    let mut browser = app.browser().with(header::ACCEPT_LANGUAGE, "ar");
    let page = browser.get(PAGE).await;
    assert!(page.html().contains("\u{2068}<a href=\"#s-dunmora\">"));
    assert!(!page.html().contains("\u{2068} <"));
}
