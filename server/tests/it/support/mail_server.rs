use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// What a mail server does with the next mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    Takes,
    /// It knows no such mailbox.
    Refuses,
    /// It is busy.
    Delays,
    /// It takes the mail, and is gone before it says so.
    Drops,
}

/// A mail server that does as it is told, and keeps what it got.
pub struct MailServer {
    pub address: std::net::SocketAddr,
    next: Arc<Mutex<VecDeque<Does>>>,
    got: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (next, got) = (Arc::<Mutex<VecDeque<Does>>>::default(), Arc::<Mutex<Vec<String>>>::default());
        let (does, keeps) = (next.clone(), got.clone());
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                let does = does.lock().unwrap().pop_front().unwrap_or(Does::Takes);
                talk(line, does, &keeps).await;
            }
        });
        Self { address, next, got }
    }

    /// Says what it does with the next mails, one each; after that it takes them.
    pub fn then(&self, does: impl IntoIterator<Item = Does>) {
        self.next.lock().unwrap().extend(does);
    }

    /// The mails it got, heads and all.
    pub fn got(&self) -> Vec<String> {
        self.got.lock().unwrap().clone()
    }
}

async fn talk(line: TcpStream, does: Does, got: &Mutex<Vec<String>>) {
    let (read, mut write) = line.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut say = async |words: &str| write.write_all(format!("{words}\r\n").as_bytes()).await.is_ok();
    say("220 mail.example").await;
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" | "HELO" => "250 mail.example",
            "RCPT" if does == Does::Refuses => "550 no such mailbox",
            "RCPT" if does == Does::Delays => "451 try again later",
            "QUIT" => "221 bye",
            "DATA" => {
                say("354 go on").await;
                let mut mail = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    mail.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.push('\n');
                }
                got.lock().unwrap().push(mail);
                if does == Does::Drops {
                    return;
                }
                "250 taken"
            }
            _ => "250 ok",
        };
        if !say(answer).await || answer.starts_with("221") {
            return;
        }
    }
}
