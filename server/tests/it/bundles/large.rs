//! A bundle of which much has been said.

use std::time::{Duration, Instant};

use domain::{
    ThreadKind,
    typed::{CommentBody, Wording},
};
use entity::verb;

use super::two::{Two, bring};

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_comments_are_received_in_time() {
    let two = Two::by_hand().await;
    let mira = two.a.reader(&two.a.mira).await;
    for number in 0..5_000 {
        let said = verb::Said {
            body: CommentBody::parse(&format!("Who tells a person of system {number}, and by when?"))
                .unwrap(),
            suggestion: (number % 5 == 0).then(|| Wording::parse("The body tells them so.").unwrap()),
            stakeholder: None,
            once: None,
        };
        let lines = Some("L6".parse().unwrap());
        let opening =
            verb::Opening { version: 1, lines, quote: None, place: None, kind: ThreadKind::General, said };
        mira.open_thread(two.a.db(), &two.a.draft, opening, two.a.now()).await.unwrap();
    }
    two.refers().await;
    let bundle = two.sent().await;
    let begun = Instant::now();
    bring(&two.b, bundle).await.unwrap();
    let taken = begun.elapsed();
    // Said of an optimised program; this one is not.
    let most = if cfg!(debug_assertions) { 40 } else { 5 };
    assert!(taken < Duration::from_secs(most), "{taken:?}");
}
