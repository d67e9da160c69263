//! E-mail, or the console where there is none.

use std::time::Duration;

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use secrecy::ExposeSecret;
use tokio::time::sleep;

use crate::{command::Refusal, config::Reach};

/// Where letters go.
pub enum Mail {
    /// To a mail server.
    Smtp { transport: Box<AsyncSmtpTransport<Tokio1Executor>>, sender: Mailbox },
    /// To the console the server was started from, so that a small installation works before it has a mail server.
    Console,
    /// Into a list, for a test to read.
    Kept(std::sync::Mutex<Vec<Letter>>),
}

/// One letter to one person.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// An e-mail address.
    pub to: String,
    pub subject: String,
    /// As plain text.
    pub body: String,
    /// What `body` says, as HTML; a letter without is plain text.
    pub html: Option<String>,
    /// The Message-ID. A letter that is sent twice has one, so that it is one letter to whoever gets it: `17.a8f3@comity.example`.
    pub id: Option<String>,
    /// Where one click ends letters of this kind (RFC 8058).
    pub stop: Option<String>,
}

/// Why a letter was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no such address, as the mail server says.
    Refused(String),
    /// It is not taken now.
    Later(String),
    /// The mail server is not there, so that no other letter will be taken either.
    Down(String),
}

impl Failure {
    /// What the mail server said.
    pub fn words(self) -> String {
        let (Self::Refused(words) | Self::Later(words) | Self::Down(words)) = self;
        words
    }
}

impl Mail {
    /// Makes the way out from the configuration; refuses an address or a sender that is none.
    pub fn new(reach: &Reach) -> Result<Self, Refusal> {
        let Some(smtp) = &reach.smtp else { return Ok(Self::Console) };
        Self::smtp(smtp.expose_secret(), &reach.sender).map_err(Refusal::Mail)
    }

    /// The way out through this mail server (`smtp://…` or `smtps://…`), from this sender. Refuses an address or a sender that is none.
    pub fn smtp(url: &str, sender: &str) -> Result<Self, String> {
        let builder =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|error| error.to_string())?;
        let sender = sender.parse::<Mailbox>().map_err(|error| error.to_string())?;
        let transport = builder.timeout(Some(PATIENCE)).build();
        Ok(Self::Smtp { transport: Box::new(transport), sender })
    }

    /// Sends a letter that somebody waits for: tries for some minutes, and logs without the address that it could not be sent, as the sender
    /// cannot do anything about it.
    pub async fn send(&self, letter: Letter) {
        let mut pauses = AGAIN.into_iter();
        while let Err(failure) = self.post(letter.clone()).await {
            let refused = matches!(failure, Failure::Refused(_));
            let Some(pause) = pauses.next().filter(|_| !refused) else {
                tracing::error!(failure = failure.words(), "A letter could not be sent");
                return;
            };
            sleep(pause).await;
        }
    }

    /// Sends a letter. Fails with whether it was refused or can be tried again, and what the mail server said.
    pub async fn post(&self, letter: Letter) -> Result<(), Failure> {
        match self {
            // Nobody is there, and a mail server that is asked to try says so for days.
            Self::Smtp { .. } if is_nowhere(&letter.to) => Ok(()),
            Self::Smtp { transport, sender } => {
                let message = written(sender, letter).map_err(Failure::Refused)?;
                transport.send(message).await.map(drop).map_err(|error| failure(&error))
            }
            Self::Console => {
                eprintln!("\nTo: {}\nSubject: {}\n\n{}\n", letter.to, letter.subject, letter.body);
                Ok(())
            }
            Self::Kept(letters) => {
                if let Ok(mut letters) = letters.lock() {
                    letters.push(letter);
                }
                Ok(())
            }
        }
    }
}

/// Whether an address is in one of the domains that are kept free for examples, such as those of a demo (RFC 2606).
fn is_nowhere(address: &str) -> bool {
    let ending = address.rsplit(['@', '.']).next().unwrap_or_default();
    ["example", "test", "invalid"].iter().any(|nowhere| ending.eq_ignore_ascii_case(nowhere))
}
/// After how long a letter is tried again that somebody waits for.
const AGAIN: [Duration; 3] = [Duration::from_secs(5), Duration::from_secs(30), Duration::from_secs(120)];

/// How long a mail server may take for one step.
const PATIENCE: Duration = Duration::from_secs(30);

/// A letter as it travels. What would end a header is taken out of it: subjects are made of names and titles that people type. Refuses an
/// address that is none.
pub fn written(sender: &Mailbox, letter: Letter) -> Result<Message, String> {
    let to: Address = letter.to.parse().map_err(|_| "this is no address of e-mail".to_owned())?;
    let mut message = Message::builder()
        .from(sender.clone())
        .to(Mailbox::new(None, to))
        .subject(plain(&letter.subject))
        .message_id(letter.id.map(|id| format!("<{}>", one_line(&id))));
    if let Some(stop) = &letter.stop {
        let stop = one_line(stop);
        message = message.header(Stop(format!("<{stop}>"))).header(StopByPost);
    }
    // Nobody answers it, and no machine that is away should.
    message = message.header(Automatic);
    let made = match letter.html {
        Some(html) => message.multipart(MultiPart::alternative_plain_html(letter.body, html)),
        None => message.singlepart(SinglePart::plain(letter.body)),
    };
    made.map_err(|error| error.to_string())
}

fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// One line in which nothing is read as letters that are written otherwise (RFC 2047, section 2): between the signs that would begin such
/// stands one that is not seen, so that the word itself is encoded.
fn plain(words: &str) -> String {
    one_line(words).replace("=?", "=\u{2060}?")
}

/// What the answer of a mail server means. Those that say that there is no such mailbox are about that mailbox, unless they say that it is
/// a matter of rules (RFC 3463, 5.7): then it is the server that takes nothing, from us or for now. What we could not say to a server that
/// is there, such as an address in letters that it does not know, is about that letter alone.
fn failure(error: &lettre::transport::smtp::Error) -> Failure {
    let words = error.to_string();
    match error.status().map(u16::from) {
        Some(550 | 551 | 553 | 556) if !is_of_rules(&words) => Failure::Refused(words),
        None if error.is_client() => Failure::Later(words),
        Some(421) | None => Failure::Down(words),
        Some(_) => Failure::Later(words),
    }
}

/// Whether a mail server says that its rules are why.
fn is_of_rules(words: &str) -> bool {
    words.split(|letter: char| !letter.is_ascii_digit() && letter != '.').any(|word| word.starts_with("5.7."))
}

/// Declares a header that lettre does not know.
macro_rules! header {
    ($name:ident, $written:literal, $own:ident => $value:expr) => {
        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($written)
            }

            fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Err("only written".into())
            }

            fn display(&self) -> HeaderValue {
                let $own = self;
                HeaderValue::new(Self::name(), $value)
            }
        }
    };
}

/// Where one says that one wants no more.
#[derive(Clone)]
struct Stop(String);
header!(Stop, "List-Unsubscribe", own => own.0.clone());

/// That it is enough to post there.
#[derive(Clone)]
struct StopByPost;
header!(StopByPost, "List-Unsubscribe-Post", _own => "List-Unsubscribe=One-Click".to_owned());

/// That a machine wrote it (RFC 3834).
#[derive(Clone)]
struct Automatic;
header!(Automatic, "Auto-Submitted", _own => "auto-generated".to_owned());

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter { to: "ada@example.org".to_owned(), subject: "Hello".to_owned(), ..Letter::default() }
    }

    fn lines(letter: Letter) -> Vec<String> {
        let sender = "Comity <comity@example.org>".parse().unwrap();
        let message = String::from_utf8(written(&sender, letter).unwrap().formatted()).unwrap();
        let head = message.split("\r\n\r\n").next().unwrap().to_owned();
        head.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn nothing_that_people_type_begins_a_header() {
        for bad in [
            "a\r\nBcc: eve@example.org",
            "a\nBcc: eve@example.org",
            "a\rBcc: x",
            "\u{85}Bcc: x",
            "é\r\nBcc: x",
        ] {
            let heads = lines(Letter { subject: bad.to_owned(), ..letter() });
            assert!(!heads.iter().any(|line| line.starts_with("Bcc")), "{heads:#?}");
            let heads = lines(Letter { id: Some(bad.to_owned()), stop: Some(bad.to_owned()), ..letter() });
            assert!(!heads.iter().any(|line| line.starts_with("Bcc")), "{heads:#?}");
            let sender = "Comity <comity@example.org>".parse().unwrap();
            assert!(written(&sender, Letter { to: format!("ada@example.org{bad}"), ..letter() }).is_err());
        }
    }

    #[test]
    fn nothing_is_sent_to_where_nobody_can_be() {
        assert!(is_nowhere("tamsin@norvale.example") && is_nowhere("a@b.INVALID") && is_nowhere("a@test"));
        assert!(!is_nowhere("ada@example.org") && !is_nowhere("test@contest.net"));
    }

    #[test]
    fn nothing_that_people_type_is_read_as_letters_written_otherwise() {
        for bad in [
            "=?utf-8?q?=E2=80=AEComity_Admin=0D=0ABcc:_x@y?=",
            "Ada =?utf-8?b?QQ==?= Lind",
            "==?utf-8?q?A?=?",
            "é =?utf-8?q?A?=",
        ] {
            let heads = lines(Letter { subject: bad.to_owned(), ..letter() }).join("\n");
            for read in ["=?utf-8?q?", "QQ==", "Comity_Admin"] {
                assert!(!heads.contains(read), "{heads}");
            }
        }
    }

    #[test]
    fn what_rules_forbid_is_not_about_the_mailbox() {
        for (said, of_rules) in [
            ("permanent error (550): 5.7.1 relaying denied", true),
            ("permanent error (550): 5.7.26 not authenticated", true),
            ("permanent error (550): 5.1.1 no such user", false),
            ("permanent error (550): no such user 15.7.1", false),
        ] {
            assert_eq!(is_of_rules(said), of_rules, "{said}");
        }
    }

    #[test]
    fn a_letter_says_how_one_click_ends_it() {
        let stop = Some("https://comity.example/mail/stop-1-reply.00".to_owned());
        let heads = lines(Letter { stop, html: Some("<p>Hello".to_owned()), ..letter() });
        assert!(
            heads.contains(&"List-Unsubscribe: <https://comity.example/mail/stop-1-reply.00>".to_owned()),
            "{heads:#?}"
        );
        assert!(heads.contains(&"List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned()));
        assert!(heads.contains(&"Auto-Submitted: auto-generated".to_owned()));
    }
}
