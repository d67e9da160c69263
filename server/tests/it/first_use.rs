//! What somebody runs into who uses the site for the first time.

use chrono::TimeDelta;
use domain::{
    disposition::Disposition,
    stage::{Stage, Step},
    typed::Reason,
};
use entity::{draft::ActiveModel, forum};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::support::{SECOND, TestApp, World};

#[tokio::test]
async fn nothing_is_published_while_other_words_stand_in_the_field() {
    let world = World::in_consultation().await;
    world.app.state.clock.advance(TimeDelta::days(29));
    let at = world.page("/next");
    let mut ben = world.as_(&world.ben).await;
    let saving = [("page", at.as_str()), ("edition", "0"), ("base", "1"), ("source", SECOND)];
    let page = ben.post_and_follow(&at, &saving).await;
    // One form holds the text and publishes it, so that what was typed since comes along.
    let form = page.html().split("<form").find(|form| form.contains("name=\"source\"")).unwrap();
    assert!(form.contains(&format!("formaction=\"{}\"", world.page("/next/publish"))), "{form}");
    let typed = format!("{SECOND}\nTyped and never saved.\n");
    let publishing =
        [("page", at.as_str()), ("edition", "1"), ("source", typed.as_str()), ("note", "As agreed.")];
    let page = ben.post(&world.page("/next/publish"), &publishing).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("so nothing was published"), "{}", page.main_text());
    assert_eq!(page.field("source").as_deref(), Some(typed.as_str()));
    assert_eq!(page.field("note").as_deref(), Some("As agreed."));
    assert_eq!(world.fresh().await.latest, 1);
    // What a browser does to the ends of lines is no other text.
    let same = SECOND.replace('\n', "\r\n");
    let publishing =
        [("page", at.as_str()), ("edition", "1"), ("source", same.as_str()), ("note", "As agreed.")];
    assert_eq!(ben.post(&world.page("/next/publish"), &publishing).await.status, 303);
}

#[tokio::test]
async fn numbers_that_are_no_lines_leave_the_form_on_its_lines() {
    let world = World::in_consultation().await;
    let page = world.page("?from=3&to=3");
    for (mut browser, address) in [(world.as_(&world.mira).await, "/threads"), (world.app.browser(), "/join")]
    {
        for (from, to, wrong, words) in [
            ("4", "3", "to", "The last line, 3, comes before the first, 4."),
            ("3", "99", "to", "99"),
            ("99", "", "from", "99"),
            ("three", "4", "from", "“three” is no line of this text."),
        ] {
            let form = [
                ("page", page.as_str()),
                ("draft", "DN-2026-001"),
                ("version", "1"),
                ("from", from),
                ("to", to),
                ("offered", "3-3"),
                ("comment", "Say that it does."),
                ("suggestion", "A public body says it."),
                ("quote", "public body"),
                ("kind", "general"),
            ];
            let page = browser.post(address, &form).await;
            assert_eq!(page.status, 422, "{address} {from} {to}");
            assert!(page.main_text().contains(words), "{address} {from} {to}: {}", page.main_text());
            assert_eq!(page.field("from").as_deref(), Some(from));
            assert_eq!(page.field("to").as_deref(), Some(to));
            assert_eq!(
                page.field("suggestion").as_deref(),
                Some("A public body says it."),
                "{address} {from}"
            );
            assert_eq!(page.field("quote").as_deref(), Some("public body"));
            assert!(page.html().contains(&format!("<a href=\"#{wrong}\"")), "{address} {from} {to}");
            let field =
                page.html().split('<').find(|tag| tag.contains(&format!("name=\"{wrong}\""))).unwrap();
            assert!(field.contains("aria-invalid=\"true\""), "{field}");
        }
    }
}

#[tokio::test]
async fn an_answer_can_be_judged_as_long_as_was_promised() {
    let world = World::in_consultation().await;
    let thread = world.comments(&world.mira, Some("L3"), "Say that it does.", None).await;
    let (ben, mira) = (world.reader(&world.ben).await, world.reader(&world.mira).await);
    let reason = Reason::parse("It is said elsewhere.").unwrap();
    let answer = [thread.clone()];
    ben.answer(world.db(), &world.draft, &answer, Disposition::Noted, reason, world.now()).await.unwrap();
    adopt(&world).await;
    let page = world.page("/threads/1");
    let mut browser = world.as_(&world.mira).await;
    assert!(browser.get("/desk").await.main_text().contains("An answer to judge"));
    assert!(browser.get(&page).await.html().contains("name=\"satisfied\""));
    let judged = [("page", page.as_str()), ("satisfied", "no")];
    browser.post_and_follow(&world.page("/threads/1/acknowledgement"), &judged).await;
    let text = browser.get("/desk").await.main_text();
    assert!(!text.contains("An answer to judge"), "{text}");
    assert!(mira.first_voice().is_some());
}

/// The draft is adopted as it stands.
async fn adopt(world: &World) {
    let stage = Stage::Adopted { version: 1, at: world.now() };
    let row =
        ActiveModel { id: Set(world.draft.id), stage: Set(entity::Stored(stage)), ..Default::default() };
    row.update(world.db().owner()).await.unwrap();
}

#[tokio::test]
async fn an_adopted_text_names_who_agreed_and_with_which_reservation() {
    let app = TestApp::demo().await;
    let page = app.browser().get("/drafts/DN-2025-003").await;
    let text = page.main_text();
    assert!(text.contains("Who agreed to it"), "{text}");
    let agreed = text.rsplit_once("Who agreed to it").unwrap().1;
    assert!(agreed.contains("Norvale") || agreed.contains(": "), "{agreed}");
    let reserved = page.html().split("id=\"signed\"").nth(1).unwrap();
    assert!(reserved.split("</section>").next().unwrap().contains("<blockquote"), "{reserved}");
    let signed = app.browser().get("/drafts/DN-2025-003/sign-offs").await.main_text();
    assert!(signed.contains("is adopted.") && !signed.contains("can be adopted"), "{signed}");
    assert!(!signed.contains("No position yet") && !signed.contains("What is missing"), "{signed}");
    assert!(!signed.contains("will be published"), "{signed}");
}

#[tokio::test]
async fn that_a_version_can_be_adopted_is_not_said_before_it_is_in_sign_off() {
    let world = World::in_consultation().await;
    let forum = forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let ada = world.reader(&world.ada).await;
    let seat = entity::stakeholder::Entity::by_slug(world.db().read(), "aravel").await.unwrap();
    ada.seat(world.db(), &forum, &seat, world.now()).await.unwrap();
    let mut grace = world.as_(&world.grace).await;
    let at = world.page("/sign-offs");
    let seat = seat.id.to_string();
    let signing =
        [("page", at.as_str()), ("version", "1"), ("stakeholder", seat.as_str()), ("position", "endorse")];
    let page = grace.post_and_follow(&at, &signing).await;
    let text = page.main_text();
    assert!(text.contains("can be adopted once it is in sign-off"), "{text}");
    // Whoever signed hears that it is recorded, and of which words.
    assert!(text.contains("The position of Aravel is recorded"), "{text}");
    assert!(page.html().contains("id=\"signed\" tabindex=\"-1\""));
    assert!(!grace.get(&at).await.main_text().contains("is recorded"));
}

#[tokio::test]
async fn a_refusal_is_in_focus_and_in_the_title_and_nothing_else_is_said_to_be_done() {
    let world = World::in_consultation().await;
    let mut ada = world.as_(&world.ada).await;
    let page = ada
        .post(
            "/forums/dovetail/roles",
            &[
                ("page", "/forums/dovetail/manage?saved=yes"),
                ("email", "nobody@example.org"),
                ("giving", "editor"),
            ],
        )
        .await;
    let text = page.main_text();
    assert!(text.contains("This was not done.") && !text.contains("This is done."), "{text}");
    assert!(page.html().contains("<title>Not done: "));
    let notice = page.html().split('<').find(|tag| tag.contains("id=\"notice\"")).unwrap();
    assert!(notice.contains("autofocus") && notice.contains("tabindex=\"-1\""), "{notice}");
    // The address of a form leads to its page.
    let page = ada.get("/forums/dovetail/roles").await;
    assert_eq!(page.status, 405);
    assert!(page.html().contains("<a href=\"/forums/dovetail\">The page of this form</a>"));
}

#[tokio::test]
async fn a_stranger_with_an_account_signs_in_and_finds_the_comment() {
    let world = World::in_consultation().await;
    let mut browser = world.app.browser();
    let page = world.page("?from=3&to=3");
    let form = [
        ("page", page.as_str()),
        ("draft", "DN-2026-001"),
        ("version", "1"),
        ("from", "3"),
        ("to", "3"),
        ("comment", "Typed before signing in."),
        ("name", ""),
        ("email", ""),
        ("sign-in", "yes"),
    ];
    let asked = browser.post("/join", &form).await;
    assert_eq!(asked.status, 401);
    assert!(asked.main_text().contains("What you typed is kept"));
    let fields = [("page", "/sign-in"), ("email", world.mira.email.as_str()), ("back", page.as_str())];
    let back = browser.post_and_follow("/sign-in/as", &fields).await;
    assert_eq!(back.field("comment").as_deref(), Some("Typed before signing in."));
}

#[tokio::test]
async fn following_asks_a_stranger_to_sign_in_and_brings_others_back_to_the_button() {
    let world = World::in_consultation().await;
    let page = world.app.browser().get(&world.page("")).await;
    assert!(!page.html().contains("action=\"/follow\""));
    let sign_in = format!("/sign-in?back={}", world.page("").replace('/', "%2F"));
    assert!(page.html().contains(&format!("href=\"{sign_in}\" class=\"act\">Follow")), "{}", page.html());
    let mut mira = world.as_(&world.mira).await;
    let cited = mira.get(&world.page("?lines=3-3")).await;
    let back = cited.html().split("name=\"back\"").map(|rest| rest.split('>').next().unwrap());
    assert!(back.clone().any(|tag| tag.contains("?lines=3-3#follow-clause-")), "{}", cited.html());
    let fields =
        [("subject", "draft/DN-2026-001"), ("wanted", "yes"), ("back", "/drafts/DN-2026-001#follow-x")];
    let done = mira.post("/follow", &fields).await;
    assert_eq!(done.header("location"), "/drafts/DN-2026-001#follow-x");
    let fields = [("subject", "draft/DN-2026-001"), ("wanted", "yes"), ("back", "//elsewhere.example#x")];
    assert_eq!(mira.post("/follow", &fields).await.header("location"), "/#x");
}

#[tokio::test]
async fn each_form_of_the_settings_says_what_it_kept() {
    let world = World::in_consultation().await;
    let mut mira = world.as_(&world.mira).await;
    let page = mira.post_and_follow("/settings/mails", &[("page", "/settings"), ("reply", "daily")]).await;
    let text = page.main_text();
    assert!(
        text.contains("Your mail settings are kept.") && !text.contains("Your settings are kept."),
        "{text}"
    );
}

const ARTICLES: &str = "\
# Charter

## Article 1. Purpose

Each member says what a system is for:

a) in writing;

b) before it is used.

## Article 2. Explanation

1. A person is told why.

2. The answer is in plain words.
";

#[tokio::test]
async fn what_numbers_a_clause_is_shown_as_it_was_typed() {
    let world = World::consulting_on(ARTICLES).await;
    let page = world.app.browser().get(&world.page("")).await;
    let export = world.app.browser().get(&world.page("/export.html")).await;
    for words in ["Article 1. Purpose", "Article 2. Explanation", "a)", "b)", "1.", "2."] {
        assert!(page.main_text().contains(words), "{words}: {}", page.main_text());
        assert!(export.html().contains(words), "{words}: {}", export.html());
    }
    let outline = page.html().split("id=\"outline\"").nth(1).unwrap().split("</nav>").next().unwrap();
    assert!(outline.contains(">Article 2. Explanation<"), "{outline}");
}

#[tokio::test]
async fn the_settings_list_what_is_followed_by_commenting_and_name_the_clauses() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Say that it does.", None).await;
    let mut mira = world.as_(&world.mira).await;
    let cited = mira.get(&world.page("?lines=6-6")).await;
    let subjects = cited.html().split("name=\"subject\" value=\"").skip(1);
    let clause = subjects.map(|rest| rest.split('"').next().unwrap()).find(|one| one.starts_with("clause/"));
    let fields =
        [("page", "/settings"), ("subject", clause.unwrap()), ("wanted", "yes"), ("back", "/settings")];
    let text = mira.post_and_follow("/follow", &fields).await.main_text();
    assert!(text.contains("Draft: Principles"), "{text}");
    assert!(text.contains("Clause of DN-2026-001: A person who meets a system"), "{text}");
    let fields =
        [("page", "/settings"), ("subject", "draft/DN-2026-001"), ("wanted", "no"), ("back", "/settings")];
    assert!(!mira.post_and_follow("/follow", &fields).await.main_text().contains("Draft: Principles"));
}

#[tokio::test]
async fn a_new_forum_says_what_comes_next_and_who_may_do_what() {
    let world = World::in_consultation().await;
    let mut root = world.app.browser();
    root.sign_in("root@example.org").await;
    let founding = [
        ("page", "/admin"),
        ("forum_name", "Harbour Network"),
        ("forum_slug", "harbour"),
        ("prefix", "HN"),
        ("kind", "minilateral"),
        ("parent", ""),
        ("zone", "UTC"),
        ("charter", "We meet."),
    ];
    let text = root.post_and_follow("/admin/forums", &founding).await.main_text();
    assert!(text.contains("The forum is founded."), "{text}");
    assert!(text.contains("Begins drafts, answers comments"), "{text}");
    let page = root.get("/forums/harbour").await;
    assert!(page.main_text().contains("Only the secretariat and the editors of this forum begin drafts."));
    assert!(page.html().contains("href=\"/forums/harbour/manage#roles-h\""));
}

#[tokio::test]
async fn a_focal_point_hears_that_nobody_speaks_and_why_there_is_no_form() {
    let world = World::in_consultation().await;
    let (forum, ada) = (
        forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap(),
        world.reader(&world.ada).await,
    );
    let seat = entity::stakeholder::Entity::by_slug(world.db().read(), "aravel").await.unwrap();
    ada.seat(world.db(), &forum, &seat, world.now()).await.unwrap();
    let grace = world.reader(&world.grace).await;
    let mandate = grace.voices[0].mandate.clone();
    grace.end_mandate(world.db(), mandate.id, world.now()).await.unwrap();
    let mut browser = world.as_(&world.grace).await;
    let desk = browser.get("/desk").await.main_text();
    assert!(desk.contains("Nobody can comment or sign for Aravel now."), "{desk}");
    let signs = browser.get(&world.page("/sign-offs")).await.main_text();
    assert!(signs.contains("You cannot give a position for Aravel"), "{signs}");
}

#[tokio::test]
async fn a_round_whose_comments_are_all_answered_says_so_once() {
    let world = World::in_consultation().await;
    world.app.state.clock.advance(TimeDelta::days(29));
    let quiet = world.app.browser().get(&world.page("")).await.main_text();
    assert!(quiet.contains("The round has closed. Nobody commented."), "{quiet}");
    assert!(!quiet.contains("are being answered"), "{quiet}");
}

#[tokio::test]
async fn an_adopted_text_has_no_next_version() {
    let world = World::in_consultation().await;
    adopt(&world).await;
    let mut ada = world.as_(&world.ada).await;
    let page = ada.get(&world.page("/sign-offs")).await;
    assert!(!page.html().contains(&format!("href=\"{}\"", world.page("/next"))));
    let text = ada.get(&world.page("/next")).await.main_text();
    assert!(text.contains("so there is no next version"), "{text}");
    assert!(!text.contains("Nobody has begun it yet"), "{text}");
}

#[tokio::test]
async fn nobody_is_asked_to_comment_where_no_comment_is_taken() {
    let world = World::in_consultation().await;
    let open = world.app.browser().get(&world.page("/threads")).await.main_text();
    assert!(open.contains("be the first"), "{open}");
    let ada = world.reader(&world.ada).await;
    let reason = Reason::parse("Elections.").unwrap();
    ada.take_step(world.db(), &world.draft, Step::Suspend { reason }, world.now()).await.unwrap();
    for page in ["/threads", "/responses"] {
        let text = world.app.browser().get(&world.page(page)).await.main_text();
        assert!(!text.contains("be the first"), "{text}");
    }
}

#[tokio::test]
async fn a_receipt_that_is_none_is_not_looked_for_by_its_words() {
    let world = World::in_consultation().await;
    let text = world.app.browser().get("/search?q=DN-2026-001%2F3.1-5f0e61c2a9").await.main_text();
    assert!(text.contains("No receipt has this number") && !text.contains("fewer words"), "{text}");
}

#[tokio::test]
async fn days_are_those_of_the_forum_with_the_reader_s_beside_them() {
    let world = World::in_consultation().await;
    let published = world.fresh().await.created_at;
    let day = |zone: &str| app::ui::time::day_in_zone(app::locale::Locale::En, published, zone);
    let stranger = world.app.browser().get(&world.page("/sign-offs")).await.main_text();
    assert!(stranger.contains(&day("Pacific/Auckland")), "{stranger}");
    let mut mira = world.as_(&world.mira).await;
    // Half a day behind Auckland and more, so that one of the two is another day at any hour.
    for zone in ["Pacific/Honolulu", "Pacific/Auckland"] {
        mira.post("/settings", &[("page", "/settings"), ("zone", zone)]).await;
        let text = mira.get(&world.page("/sign-offs")).await.main_text();
        assert!(text.contains(&day("Pacific/Auckland")), "{text}");
        let other = format!("({} where you are)", day(zone));
        assert_eq!(text.contains(&other), day(zone) != day("Pacific/Auckland"), "{text}");
    }
}

#[tokio::test]
async fn an_adopted_text_is_cited_by_the_day_it_was_adopted() {
    let app = TestApp::demo().await;
    let page = app.browser().get("/drafts/DN-2025-003?lines=5-6").await.main_text();
    assert!(page.contains("adopted "), "{page}");
    let export = app.browser().get("/drafts/DN-2025-003/export.html").await;
    assert!(export.html().contains("Adopted on "));
    assert!(export.html().contains("A version was published: version 1"));
}

#[tokio::test]
async fn an_objection_in_last_call_is_told_and_named() {
    let world = World::in_consultation().await;
    let forum = forum::Entity::by_slug(world.db().read(), "dovetail").await.unwrap();
    let ada = world.reader(&world.ada).await;
    let seat = entity::stakeholder::Entity::by_slug(world.db().read(), "aravel").await.unwrap();
    ada.seat(world.db(), &forum, &seat, world.now()).await.unwrap();
    world.app.state.clock.advance(TimeDelta::days(29));
    let call = Step::OpenLastCall { closes: world.now() + TimeDelta::days(14) };
    ada.take_step(world.db(), &world.fresh().await, call, world.now()).await.unwrap();
    let mut grace = world.as_(&world.grace).await;
    let (at, seat) = (world.page("/sign-offs"), seat.id.to_string());
    let clause = version_clause(&world).await;
    let signing = [
        ("page", at.as_str()),
        ("version", "1"),
        ("stakeholder", seat.as_str()),
        ("position", "object"),
        ("reason", "It is too vague."),
        ("clauses", clause.as_str()),
        ("lifted_by", "Say who answers."),
    ];
    grace.post_and_follow(&at, &signing).await;
    let text = world.app.browser().get(&world.page("")).await.main_text();
    assert!(text.contains("One objection stands"), "{text}");
}

async fn version_clause(world: &World) -> String {
    let version = entity::version::Entity::numbered(world.db().read(), world.draft.id, 1).await.unwrap();
    version.clause_ids()[2].0.to_string()
}
