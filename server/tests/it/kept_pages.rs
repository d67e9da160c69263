//! Which pages are kept, for how long, and who makes them.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::Body,
    http::Request,
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{
    ThreadKind,
    typed::{CommentBody, Reason},
    visibility::Visibility,
};
use entity::{Source, comment, draft, verb};
use server::{
    cookies,
    page_cache::{self, Audience, PageCache},
};
use tokio::sync::Semaphore;
use tower::ServiceExt;

use crate::support::World;

/// A page that is made only when it is let, and says how often it was made.
#[derive(Clone)]
struct Slow {
    made: Arc<AtomicUsize>,
    lets: Arc<Semaphore>,
    router: Router,
}

impl Slow {
    /// A page of this draft, in the place of the site behind what keeps pages.
    fn of(world: &World) -> Self {
        let (made, lets) = (Arc::new(AtomicUsize::new(0)), Arc::new(Semaphore::new(0)));
        let (counted, waits, run) = (made.clone(), lets.clone(), world.draft.run());
        let answer = move || {
            let (counted, waits, run) = (counted.clone(), waits.clone(), run.clone());
            async move {
                let number = counted.fetch_add(1, Ordering::SeqCst) + 1;
                waits.acquire().await.unwrap().forget();
                let mut response: Response = number.to_string().into_response();
                response.extensions_mut().insert(Audience::Anybody);
                response.extensions_mut().insert(Source::Of(vec![run]));
                response
            }
        };
        let state = world.app.state.clone();
        let router = Router::new()
            .route("/", get(answer))
            .layer(from_fn_with_state((PageCache::default(), state.clone()), page_cache::answer))
            .layer(from_fn_with_state(state, cookies::settle));
        Self { made, lets, router }
    }

    fn asked(&self) -> tokio::task::JoinHandle<String> {
        let router = self.router.clone();
        tokio::spawn(async move {
            let answer = router.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
            let bytes = axum::body::to_bytes(answer.into_body(), 1024).await.unwrap();
            String::from_utf8(bytes.to_vec()).unwrap()
        })
    }

    /// Waits until the page is being made for the so-manieth time.
    async fn is_made(&self, times: usize) {
        while self.made.load(Ordering::SeqCst) < times {
            tokio::task::yield_now().await;
        }
    }
}

async fn another_draft(world: &World) -> draft::Model {
    let ben = world.reader(&world.ben).await;
    let beginning = verb::Beginning {
        title: domain::typed::Title::parse("Annex").unwrap(),
        language: "en".to_owned(),
        source: "# Annex\n\nA list of bodies.\n".to_owned(),
        visibility: Visibility::Public,
        reference: Some("DN-2026-002".to_owned()),
        once: None,
    };
    let (_, forum) =
        draft::Entity::cited(world.db().read(), None, &world.draft.reference, world.now()).await.unwrap();
    ben.begin_draft(world.db(), &forum, beginning, world.now()).await.unwrap()
}

#[tokio::test]
async fn the_page_of_a_draft_is_kept_while_others_are_written_on() {
    let world = World::in_consultation().await;
    let mut reader = world.app.browser();
    // The head of a second visit is another.
    reader.get(&world.page("")).await;
    let (before, list) = (reader.get(&world.page("")).await, reader.get("/").await);
    another_draft(&world).await;
    let after = reader.get(&world.page("")).await;
    assert_eq!(before.header("etag"), after.header("etag"));
    assert_eq!(
        list.header("etag"),
        reader.get("/").await.header("etag"),
        "nothing tells of a draft that nobody may see yet"
    );
    world.comments(&world.mira, Some("L4"), "Say who reads it.", None).await;
    let after = reader.get(&world.page("")).await;
    assert!(after.main_text().contains("Say who reads it"), "{}", after.main_text());
}

#[tokio::test]
async fn a_verb_that_is_refused_leaves_every_page_as_it_was_kept() {
    let world = World::in_consultation().await;
    let before = world.app.browser().get("/help").await;
    let head = world.db().head();
    let olga = world.reader(&world.olga).await;
    let said = verb::Said {
        body: CommentBody::parse("Nowhere.").unwrap(),
        suggestion: None,
        stakeholder: None,
        once: None,
    };
    let opening = verb::Opening {
        version: 1,
        lines: Some("L999".parse().unwrap()),
        quote: None,
        place: None,
        kind: ThreadKind::General,
        said,
    };
    assert!(olga.open_thread(world.db(), &world.draft, opening, world.now()).await.is_err());
    world.db().begin().await.unwrap();
    world.db().begin().await.unwrap();
    assert_eq!(world.db().head(), head);
    assert_eq!(world.app.browser().get("/help").await.header("etag"), before.header("etag"));
}

#[tokio::test]
async fn sixteen_readers_are_given_the_page_that_one_of_them_makes() {
    let world = World::in_consultation().await;
    let slow = Slow::of(&world);
    let readers: Vec<_> = (0..16).map(|_| slow.asked()).collect();
    slow.is_made(1).await;
    slow.lets.add_permits(16);
    for reader in readers {
        assert_eq!(reader.await.unwrap(), "1");
    }
    assert_eq!(slow.made.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_first_reader_who_goes_away_leaves_nobody_waiting() {
    let world = World::in_consultation().await;
    let slow = Slow::of(&world);
    let first = slow.asked();
    slow.is_made(1).await;
    let second = slow.asked();
    first.abort();
    assert!(first.await.is_err());
    slow.lets.add_permits(1);
    assert_eq!(second.await.unwrap(), "1");
}

#[tokio::test]
async fn the_page_of_the_moment_before_is_served_while_the_next_is_made() {
    let world = World::in_consultation().await;
    let slow = Slow::of(&world);
    slow.lets.add_permits(1);
    assert_eq!(slow.asked().await.unwrap(), "1");
    world.comments(&world.mira, Some("L4"), "Say who reads it.", None).await;
    let next = slow.asked();
    slow.is_made(2).await;
    assert_eq!(slow.asked().await.unwrap(), "1");
    // A second later it is too old, and one waits.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let last = slow.asked();
    tokio::task::yield_now().await;
    slow.lets.add_permits(1);
    assert_eq!((next.await.unwrap(), last.await.unwrap()), ("2".to_owned(), "2".to_owned()));
}

#[tokio::test]
async fn what_shows_a_hidden_comment_is_not_served_for_another_moment() {
    let world = World::in_consultation().await;
    let thread = world.comments(&world.mira, Some("L4"), "Say who reads it.", None).await;
    let said = comment::Entity::of(world.db().read(), [thread.id]).await.unwrap().remove(&thread.id).unwrap();
    let slow = Slow::of(&world);
    slow.lets.add_permits(1);
    assert_eq!(slow.asked().await.unwrap(), "1");
    let ada = world.reader(&world.ada).await;
    let why = Reason::parse("It names somebody.").unwrap();
    ada.hide_comment(world.db(), &said[0], why, world.now()).await.unwrap();
    let next = slow.asked();
    slow.is_made(2).await;
    let other = slow.asked();
    assert!(tokio::time::timeout(Duration::from_millis(50), slow.asked()).await.is_err());
    slow.lets.add_permits(1);
    assert_eq!((next.await.unwrap(), other.await.unwrap()), ("2".to_owned(), "2".to_owned()));
}

#[tokio::test]
async fn what_is_public_from_now_on_is_there_on_every_server_within_a_second() {
    let world = World::behind(Visibility::Members).await;
    let (mut here, mut elsewhere) = (world.app.browser(), world.app.browser_elsewhere().await);
    for browser in [&mut here, &mut elsewhere] {
        assert_eq!(browser.get(&world.page("")).await.status, 404);
    }
    let ada = world.reader(&world.ada).await;
    ada.show_to(world.db(), &world.draft, Visibility::Public, world.now()).await.unwrap();
    let changed = Instant::now();
    assert_eq!(here.get(&world.page("")).await.status, 200);
    loop {
        let is_late = changed.elapsed() >= Duration::from_secs(1);
        if elsewhere.get(&world.page("")).await.status == 200 {
            break;
        }
        assert!(!is_late, "the other server does not show it yet");
    }
}

#[tokio::test]
async fn what_is_said_on_one_server_is_read_on_the_other_within_a_second() {
    let world = World::in_consultation().await;
    let mut elsewhere = world.app.browser_elsewhere().await;
    assert_eq!(elsewhere.get(&world.page("")).await.status, 200);
    world.comments(&world.mira, Some("L4"), "Say who reads it.", None).await;
    let posted = Instant::now();
    loop {
        let is_late = posted.elapsed() >= Duration::from_secs(1);
        if elsewhere.get(&world.page("")).await.main_text().contains("Say who reads it") {
            break;
        }
        assert!(!is_late, "the other server does not show it");
    }
}
