//! A site that is away, slow, broken, or leads elsewhere: what is to be sent waits, is tried again, and is not lost.

use std::time::Duration;

use chrono::TimeDelta;
use entity::peer;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use server::bundle::Delivery;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use super::two::{Two, confirm, deliver, peer_of, peers_page, waiting};

/// A site that answers every request so, and nothing at all when it says nothing.
async fn answering(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut asked = vec![0; 1 << 20];
                let taken = line.read(&mut asked).await.unwrap_or_default();
                assert!(taken > 0, "something is asked");
                if answer.is_empty() {
                    tokio::time::sleep(Duration::from_secs(60)).await;
                }
                line.write_all(answer.as_bytes()).await.ok();
                while line.read(&mut asked).await.is_ok_and(|read| read > 0) {}
            });
        }
    });
    address
}

/// Has `a` believe that the other site is at this address.
async fn moved(two: &Two, address: &str) {
    let peer = peer_of(&two.a, &two.b).await;
    let row = peer::ActiveModel { id: Set(peer.id), address: Set(address.to_owned()), ..Default::default() };
    row.update(two.a.db().owner()).await.unwrap();
}

async fn once(two: &Two) -> String {
    let delivery = Delivery::begin(two.a.app.state.clone()).patient(Duration::from_millis(1500));
    delivery.look().await.unwrap();
    let waiting = waiting(&two.a).await;
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert!(waiting[0].ended_at.is_none() && waiting[0].due_at > two.a.now(), "{waiting:?}");
    waiting[0].trouble.clone().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_keeps_a_bundle_from_arriving_it_waits_and_arrives_later() {
    let two = Two::in_touch().await;
    let right = peer_of(&two.a, &two.b).await.address;
    let page = two.refers().await;
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    for (address, why) in [
        (format!("http://{gone}"), "no line"),
        (answering("HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n").await, "500"),
        (answering("").await, "no answer in time"),
        (
            answering("HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n\r\n")
                .await,
            "leads elsewhere",
        ),
        ("https://169.254.169.254".to_owned(), "not public"),
        ("http://10.0.0.1".to_owned(), "not public"),
    ] {
        moved(&two, &address).await;
        let trouble = once(&two).await;
        assert!(trouble.contains(why), "{address}: {trouble}");
        // It is not tried again before its time.
        deliver(&two.a).await;
        assert!(waiting(&two.a).await[0].trouble.as_deref() == Some(&*trouble));
        two.a.app.state.clock.advance(TimeDelta::hours(7));
    }
    let shown = peers_page(&two.a).await;
    assert!(shown.contains("One bundle waits.") && shown.contains("not public"), "{shown}");
    moved(&two, &right).await;
    two.b.app.state.clock.advance(TimeDelta::hours(42));
    deliver(&two.a).await;
    assert!(waiting(&two.a).await.is_empty(), "{:?}", waiting(&two.a).await);
    assert_eq!(two.b.app.browser().get(&two.there(&page)).await.status, 200);
    assert!(peers_page(&two.a).await.contains("Last contact"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_confirmed_there_waits_until_somebody_does_and_who_is_blocked_sends_nothing() {
    let two = Two::in_touch().await;
    confirm(&two.b, &two.a, "block").await;
    let page = two.refers().await;
    let trouble = once(&two).await;
    assert!(trouble.contains("not confirmed here"), "{trouble}");
    assert_eq!(two.b.app.browser().get(&two.there(&page)).await.status, 404);
    confirm(&two.b, &two.a, "confirm").await;
    two.a.app.state.clock.advance(TimeDelta::minutes(5));
    deliver(&two.a).await;
    assert_eq!(two.b.app.browser().get(&two.there(&page)).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_dies_while_it_sends_leaves_it_to_be_sent_again() {
    let two = Two::in_touch().await;
    let page = two.refers().await;
    let now = two.a.now();
    let taken = entity::dispatch::Entity::take(two.a.db(), "a server that dies", now).await.unwrap();
    assert!(taken.is_some());
    deliver(&two.a).await;
    assert_eq!(waiting(&two.a).await.len(), 1, "another server leaves it alone");
    two.a.app.state.clock.advance(entity::dispatch::LEASE);
    deliver(&two.a).await;
    assert!(waiting(&two.a).await.is_empty(), "{:?}", waiting(&two.a).await);
    assert_eq!(two.b.app.browser().get(&two.there(&page)).await.status, 200);
}
