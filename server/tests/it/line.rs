//! Clients that are slow, idle or many, over real connections.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use entity::session;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{limited, serving, traffic::Traffic};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::{sleep, timeout},
};

use crate::support::{Browser, World};

const SHORT: Traffic = Traffic { per_network: 8, patience: 1, slowest: 1 << 10, forms: 64, calls: 1200 };

/// A consultation, and the port on which it is served.
async fn served(traffic: Traffic) -> (World, u16) {
    let world = World::in_consultation().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let router = limited(world.app.state.clone(), traffic);
    tokio::spawn(serving::serve(listener, router, traffic, 0, std::future::pending()));
    (world, port)
}

async fn connect(port: u16) -> TcpStream {
    TcpStream::connect(("127.0.0.1", port)).await.unwrap()
}

/// All that comes until the other side hangs up.
async fn answer(stream: &mut TcpStream) -> String {
    let mut said = Vec::new();
    timeout(Duration::from_secs(20), stream.read_to_end(&mut said)).await.unwrap().ok();
    String::from_utf8_lossy(&said).into_owned()
}

/// The head of a comment's form and its body.
fn comment(world: &World, browser: &Browser, words: &str) -> (String, String) {
    let reference = &world.draft.reference;
    let body = format!("page=%2F&draft={reference}&version=1&lines=L4&kind=general&once=&comment={words}");
    let cookie = browser.cookie("comity").unwrap();
    let head = format!(
        "POST /threads HTTP/1.1\r\nhost: comity.example\r\ncookie: comity={cookie}\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    (head, body)
}

async fn comments(world: &World) -> u64 {
    entity::comment::Entity::find().count(world.db().read()).await.unwrap()
}

#[tokio::test]
async fn half_a_head_is_waited_for_so_long_and_so_is_an_idle_line() {
    let (_world, port) = served(SHORT).await;
    let (mut half, mut idle) = (connect(port).await, connect(port).await);
    half.write_all(b"GET / HTTP/1.1\r\nhost: comity.ex").await.unwrap();
    let begun = Instant::now();
    let said = answer(&mut half).await;
    assert!(said.starts_with("HTTP/1.1 408 "), "{said}");
    assert!(said.contains("Not all of it had arrived"), "{said}");
    assert_eq!(answer(&mut idle).await, "");
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn a_body_that_stands_still_is_given_up_and_nothing_of_it_is_kept() {
    let (world, port) = served(SHORT).await;
    let mira = world.as_(&world.mira).await;
    let (head, body) = comment(&world, &mira, "Say+who+reviews+it.");
    let mut stream = connect(port).await;
    stream.write_all((head + &body[..body.len() - 4]).as_bytes()).await.unwrap();
    let said = answer(&mut stream).await;
    assert!(said.starts_with("HTTP/1.1 408 "), "{said}");
    assert_eq!(comments(&world).await, 0);
}

#[tokio::test]
async fn a_slow_and_honest_line_is_served() {
    let (world, port) = served(SHORT).await;
    let mira = world.as_(&world.mira).await;
    let (head, body) = comment(&world, &mira, &"Say+who+reviews+it.+".repeat(100));
    let mut stream = connect(port).await;
    for piece in (head + &body).as_bytes().chunks(400) {
        stream.write_all(piece).await.unwrap();
        sleep(Duration::from_millis(200)).await;
    }
    let said = answer(&mut stream).await;
    assert!(said.starts_with("HTTP/1.1 303 "), "{said}");
    assert_eq!(comments(&world).await, 1);
}

#[tokio::test]
async fn one_network_holds_so_many_connections_and_is_told() {
    let traffic = Traffic { patience: 30, ..SHORT };
    let (_world, port) = served(traffic).await;
    let mut held = Vec::new();
    for _ in 0..traffic.per_network {
        held.push(connect(port).await);
    }
    let said = answer(&mut connect(port).await).await;
    assert!(said.starts_with("HTTP/1.1 429 "), "{said}");
    assert!(said.contains("from your network"), "{said}");
    held.pop();
    sleep(Duration::from_millis(300)).await;
    let mut stream = connect(port).await;
    stream.write_all(b"GET /health HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await.unwrap();
    assert!(answer(&mut stream).await.starts_with("HTTP/1.1 200 "));
}

#[tokio::test]
async fn a_form_has_only_so_many_fields() {
    let (world, _) = served(SHORT).await;
    let mut mira = world.as_(&world.mira).await;
    let many = "a=&".repeat(1_000_000).into_bytes();
    let page =
        mira.send(axum::http::Method::POST, "/threads", Some("application/x-www-form-urlencoded"), many);
    let page = page.await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("more fields than any form"), "{}", page.main_text());
}

#[tokio::test]
async fn a_form_whose_body_comes_late_is_judged_by_what_holds_then() {
    let (world, port) = served(Traffic { patience: 20, ..SHORT }).await;
    let mira = world.as_(&world.mira).await;
    // The session ends while the body comes.
    let (head, body) = comment(&world, &mira, "Say+who+reviews+it.");
    let mut stream = connect(port).await;
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&body.as_bytes()[..10]).await.unwrap();
    sleep(Duration::from_millis(300)).await;
    let db = world.db().owner();
    for session in session::Entity::of(db, world.mira.id, world.now()).await.unwrap() {
        session::Entity::revoke(db, world.mira.id, &session.id).await.unwrap();
    }
    stream.write_all(&body.as_bytes()[10..]).await.unwrap();
    let said = answer(&mut stream).await;
    assert!(said.starts_with("HTTP/1.1 401 "), "{said}");
    assert_eq!(comments(&world).await, 0);
    // The round ends while the body comes.
    let mira = world.as_(&world.mira).await;
    let (head, body) = comment(&world, &mira, "Say+who+reviews+it.");
    let mut stream = connect(port).await;
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&body.as_bytes()[..10]).await.unwrap();
    sleep(Duration::from_millis(300)).await;
    world.app.state.clock.advance(TimeDelta::days(40));
    stream.write_all(&body.as_bytes()[10..]).await.unwrap();
    let said = answer(&mut stream).await;
    assert!(said.starts_with("HTTP/1.1 4"), "{said}");
    assert_eq!(comments(&world).await, 0);
}

#[tokio::test]
async fn islands_of_one_network_ask_so_often_and_of_another_still_may() {
    let (world, _) = served(SHORT).await;
    let ask = async |browser: &mut Browser| {
        let form = Some("application/x-www-form-urlencoded");
        let page = browser.send(axum::http::Method::POST, "/do/preview", form, b"text=*a*".to_vec()).await;
        page.status
    };
    let mut one = world.app.browser().at("192.0.2.7");
    assert_eq!(ask(&mut one).await, 200);
    let mut asked = Vec::new();
    for _ in 0..100 {
        asked.push(ask(&mut one).await);
    }
    assert!(asked.contains(&429), "{asked:?}");
    assert_eq!(ask(&mut world.app.browser().at("192.0.2.8")).await, 200);
}
