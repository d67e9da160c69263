use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use super::*;

#[test]
fn only_addresses_of_the_public_network_are_public() {
    for inside in [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.7",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:a00:1::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "3fff::1",
        "100::1",
    ] {
        assert!(!is_public(inside.parse().unwrap()), "{inside}");
    }
    for public in [
        "1.1.1.1",
        "9.9.9.9",
        "172.32.0.1",
        "192.0.1.1",
        "2606:4700::1111",
        "2a00:1450::1",
        "::ffff:1.1.1.1",
        "2002:101:101::1",
    ] {
        assert!(is_public(public.parse().unwrap()), "{public}");
    }
}

async fn ask(address: &str, named: &[&str]) -> Result<Response<Vec<u8>>, Unanswered> {
    let named = named.iter().map(|host| (*host).to_owned()).collect();
    Outgoing::default().send(Request::get(address).body(Vec::new()).unwrap(), &named).await
}

/// A server that answers every request so.
async fn answering(answer: String) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            let mut asked = [0; 4096];
            let taken = line.read(&mut asked).await.unwrap_or_default();
            assert!(taken > 0, "something is asked");
            line.write_all(answer.as_bytes()).await.ok();
        }
    });
    port
}

#[tokio::test]
async fn nobody_is_led_inside() {
    for address in [
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://169.254.169.254/latest",
        "https://2130706433/",
        "https://0x7f.1/",
    ] {
        assert!(
            matches!(ask(address, &[]).await, Err(Unanswered::Inside | Unanswered::Line(_))),
            "{address}"
        );
    }
    for address in ["http://example.org/", "ftp://example.org/", "https://user:word@example.org/", "/here"] {
        assert!(
            matches!(ask(address, &[]).await, Err(Unanswered::Address | Unanswered::Line(_))),
            "{address}"
        );
    }
}

#[tokio::test]
async fn what_leads_elsewhere_is_not_followed_and_what_is_endless_not_read() {
    let port = answering(
        "HTTP/1.1 302 Found\r\nlocation: https://example.org/\r\ncontent-length: 0\r\n\r\n".to_owned(),
    )
    .await;
    let answer = ask(&format!("http://127.0.0.1:{port}/"), &["127.0.0.1"]).await.unwrap();
    assert_eq!(answer.status(), 302);
    let long = "a".repeat(LARGEST + 1);
    let port = answering(format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{long}", long.len())).await;
    let answer = ask(&format!("http://127.0.0.1:{port}/"), &["127.0.0.1"]).await;
    assert!(matches!(answer, Err(Unanswered::Large)), "{answer:?}");
}
