//! What can go wrong on a page or in a form.

use axum::http::StatusCode;
use domain::Message;
use entity::Field;

use crate::{
    locale::Locale,
    words::{in_locale, say, say_in, t},
};

/// An answer other than the one asked for. What a person can be told is a variant; the rest is `Internal`.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum AppError {
    /// There is no such thing, or the reader may not know that there is.
    #[error("not found")]
    NotFound,
    /// An address or a form that is not text.
    #[error("unreadable")]
    Unreadable,
    /// One has to sign in first.
    #[error("not signed in")]
    SignIn,
    /// The reader may not; the message says who may.
    #[error("forbidden: {}", .0.id)]
    Forbidden(Message),
    /// A rule says no; the message says what is missing, and the name is that of the field it is about.
    #[error("refused: {}", .0.id)]
    Refused(Message, Option<&'static str>),
    /// Several refusals, each of one field; all are named at once.
    #[error("refused: {} things", .0.len())]
    Several(Vec<Self>),
    /// As things stand it cannot be done: the stage is another, or somebody was first. The message says which.
    #[error("conflict: {}", .0.id)]
    Conflict(Message),
    /// A form of more than 8 MiB.
    #[error("too large")]
    TooLarge,
    /// A form that came too slowly.
    #[error("too slow")]
    TooSlow,
    /// Another site that is asked does not answer; the message says which.
    #[error("elsewhere: {}", .0.id)]
    Elsewhere(Message),
    /// More is being done than there is room for.
    #[error("busy")]
    Busy,
    /// Field too often; the message says when to try again.
    #[error("too many: {}", .0.id)]
    TooMany(Message),
    /// The disk or the database failed while a form was being saved; nothing of it was.
    #[error("not saved")]
    NotSaved,
    /// The database does not answer.
    #[error("away")]
    Away,
    /// An address that has no page, or no form, of this kind.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// Our mistake. It was logged where it happened, and nothing of it leaves the server.
    #[error("internal error")]
    Internal,
}

impl AppError {
    /// A refusal without arguments.
    pub fn refused(id: &'static str) -> Self {
        Self::Refused(Message::new(id), None)
    }

    /// A refusal of what was typed in one field.
    pub fn field(name: &'static str, message: Message) -> Self {
        Self::Refused(message, Some(name))
    }

    /// This refusal, said to be about a field; other errors stay as they are.
    #[must_use]
    pub fn about(self, name: &'static str) -> Self {
        match self {
            Self::Refused(message, _) => Self::Refused(message, Some(name)),
            other => other,
        }
    }

    /// This refusal at the field that a form has for what another calls `from`.
    #[must_use]
    pub fn called(self, from: &'static str, to: &'static str) -> Self {
        if self.on_field() == Some(from) { self.about(to) } else { self }
    }

    /// The HTTP status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::Refused(..) | Self::Several(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Elsewhere(_) => StatusCode::BAD_GATEWAY,
            Self::Busy | Self::NotSaved | Self::Away => StatusCode::SERVICE_UNAVAILABLE,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The field the error is about.
    pub fn on_field(&self) -> Option<&'static str> {
        match self {
            Self::Refused(_, field) => *field,
            _ => None,
        }
    }

    /// Each refusal by itself; the error alone when it is one.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Several(all) => all,
            one => std::slice::from_ref(one),
        }
    }

    /// The error that a bare status stands for.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::UNAUTHORIZED => Self::SignIn,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany(Message::new("error-too-many-at-once")),
            StatusCode::SERVICE_UNAVAILABLE => Self::Away,
            status if status.is_client_error() => Self::Unreadable,
            _ => Self::Internal,
        }
    }

    /// The stable name of what is wrong, the same in every language: of its sentence where it has one of its own.
    pub fn code(&self) -> &str {
        match self {
            Self::Forbidden(message)
            | Self::Refused(message, _)
            | Self::Conflict(message)
            | Self::Elsewhere(message)
            | Self::TooMany(message) => &message.id,
            other => other.heading(),
        }
    }

    /// What happened, as a heading.
    pub fn title(&self) -> String {
        t(self.heading())
    }

    /// What happened, as a heading in a language; where there is no page.
    pub fn title_in(&self, locale: Locale) -> String {
        in_locale(locale, self.heading(), [])
    }

    /// What it means and what to do, as a sentence in a language; where there is no page.
    pub fn sentence_in(&self, locale: Locale) -> String {
        self.said(|message| say_in(locale, message))
    }

    const fn heading(&self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::Unreadable => "error-unreadable",
            Self::SignIn => "error-sign-in",
            Self::Forbidden(_) => "error-forbidden",
            Self::Refused(..) | Self::Several(_) => "error-refused",
            Self::Conflict(_) => "error-conflict",
            Self::TooLarge => "error-too-large",
            Self::TooSlow => "error-too-slow",
            Self::Elsewhere(_) => "error-elsewhere",
            Self::Busy => "error-busy",
            Self::TooMany(_) => "error-too-many",
            Self::NotSaved => "error-not-saved",
            Self::Away => "error-away",
            Self::MethodNotAllowed => "error-method",
            Self::Internal => "error-internal",
        }
    }

    /// What it means and what to do, as a sentence.
    pub fn sentence(&self) -> String {
        self.said(say)
    }

    fn said(&self, say: impl Fn(&Message) -> String + Copy) -> String {
        let why = |id: &'static str| say(&Message::new(id));
        match self {
            Self::Forbidden(message)
            | Self::Refused(message, _)
            | Self::Conflict(message)
            | Self::Elsewhere(message)
            | Self::TooMany(message) => say(message),
            Self::Several(all) => all.iter().map(|one| one.said(say)).collect::<Vec<_>>().join(" "),
            Self::NotFound => why("error-not-found-why"),
            Self::Unreadable => why("error-unreadable-why"),
            Self::SignIn => why("error-sign-in-why"),
            Self::TooLarge => why("error-too-large-why"),
            Self::TooSlow => why("error-too-slow-why"),
            Self::Busy => why("error-busy-why"),
            Self::NotSaved => why("error-not-saved-why"),
            Self::Away => why("error-away-why"),
            Self::MethodNotAllowed => why("error-method-why"),
            Self::Internal => why("error-internal-why"),
        }
    }
}

impl From<entity::Error> for AppError {
    fn from(error: entity::Error) -> Self {
        match error {
            entity::Error::NotFound(_) => Self::NotFound,
            entity::Error::SignedOut => Self::SignIn,
            entity::Error::Forbidden(message) => Self::Forbidden(message),
            entity::Error::Refused(message) => Self::Refused(message, None),
            entity::Error::RefusedPart(part, message) => Self::field(field(part), message),
            entity::Error::Conflict(message) => Self::Conflict(message),
            entity::Error::TooMany(message) => Self::TooMany(message),
            entity::Error::NotSaved(_) => Self::NotSaved,
            entity::Error::Database(_) | entity::Error::Broken(_) => {
                tracing::error!(%error, "A page or form failed");
                if error.trouble().is_some() { Self::Away } else { Self::Internal }
            }
        }
    }
}

/// The field that a part of what was asked is typed in.
const fn field(part: Field) -> &'static str {
    match part {
        Field::Lines => "from",
        Field::Quote => "quote",
        Field::Wording => "suggestion",
        Field::Speaker => "as",
        Field::Duplicate => "duplicate",
    }
}
