//! E-mail, or the console where there is none.

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use secrecy::ExposeSecret;

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

/// One letter to one person, as plain text.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub body: String,
}

impl Mail {
    /// Makes the way out from the configuration; refuses an address or a sender that is none.
    pub fn new(reach: &Reach) -> Result<Self, Refusal> {
        let Some(smtp) = &reach.smtp else { return Ok(Self::Console) };
        let refuse = |error: &dyn std::fmt::Display| Refusal::Mail(error.to_string());
        let builder =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp.expose_secret()).map_err(|e| refuse(&e))?;
        let sender = reach.sender.parse::<Mailbox>().map_err(|e| refuse(&e))?;
        Ok(Self::Smtp { transport: Box::new(builder.build()), sender })
    }

    /// Sends a letter; a failure is logged without the address, as the sender cannot do anything about it.
    pub async fn send(&self, letter: Letter) {
        match self {
            Self::Smtp { transport, sender } => {
                if let Err(error) = post(transport, sender, letter).await {
                    tracing::error!(%error, "A letter could not be sent");
                }
            }
            Self::Console => {
                eprintln!("\nTo: {}\nSubject: {}\n\n{}\n", letter.to, letter.subject, letter.body)
            }
            Self::Kept(letters) => {
                if let Ok(mut letters) = letters.lock() {
                    letters.push(letter);
                }
            }
        }
    }
}

async fn post(
    transport: &AsyncSmtpTransport<Tokio1Executor>,
    sender: &Mailbox,
    letter: Letter,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let message = Message::builder()
        .from(sender.clone())
        .to(letter.to.parse()?)
        .subject(letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body)?;
    transport.send(message).await?;
    Ok(())
}
